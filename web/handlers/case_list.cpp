#include "web/handlers/case_list.hpp"

#include "engine/procedure.hpp"

namespace web::handlers {

case_list list_of(std::string_view shape)
{
    auto const family = engine::family_of(shape);
    if (family == "legal_matter")
        return {"/matters", "nav.matters"};
    if (family == "adviser_file")
        return {"/advisers", "advisers.title"};
    if (family == "catalogue")
        return {"/catalogue", "nav.catalogue"};
    if (family == "normative_document")
        return {"/normative-documents", "nav.documents"};
    if (family == "annual_report")
        return {"/reports", "nav.reports"};
    return {"/cases", "nav.cases"};
}

} // namespace web::handlers
