#ifndef JUECE_WEB_HANDLERS_CASE_DOCUMENTS_HPP
#define JUECE_WEB_HANDLERS_CASE_DOCUMENTS_HPP

#include "web/handlers/opened_case.hpp"

#include <string>
#include <vector>

namespace web::handlers {

/// A document as an act of a case names it.
struct case_document {
    std::string hash;
    std::string name;
    engine::act const* named_by; ///< in the acts of the opened case
};

/// What the acts of a case name and whoever looks may see, each under each of its names once, in
/// the order of the acts.
std::vector<case_document> documents_of_case(opened_case const& file);

} // namespace web::handlers

#endif
