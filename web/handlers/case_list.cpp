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

void put_list(visit const& v, std::string_view shape, boost::json::object& into)
{
    auto const listed = list_of(shape);
    into["list_href"] = listed.href;
    into["list_words"] = v.words(std::string_view(listed.words));
}

} // namespace web::handlers
