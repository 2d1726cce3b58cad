#ifndef JUECE_WEB_HANDLERS_ISSUED_PAPER_HPP
#define JUECE_WEB_HANDLERS_ISSUED_PAPER_HPP

#include "engine/body.hpp"
#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <optional>

namespace web::handlers {

/// Whether an act brings the paper (正式文件) that the public is given of a decision.
bool brings_issued_paper(boost::json::object const& body);

/// What is wrong with that paper: by its content, whatever it is called, it is neither PDF nor
/// DOCX. What is on record stays as it is. Asks the record, so only while there is a reader.
std::optional<engine::field_fault> fault_of_issued_paper(visit const& v,
                                                         boost::json::object const& body);

} // namespace web::handlers

#endif
