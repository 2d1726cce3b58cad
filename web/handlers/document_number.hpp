#ifndef JUECE_WEB_HANDLERS_DOCUMENT_NUMBER_HPP
#define JUECE_WEB_HANDLERS_DOCUMENT_NUMBER_HPP

#include "engine/body.hpp"

#include <boost/json/object.hpp>
#include <optional>
#include <string_view>

namespace web::handlers {

/// What is wrong with the number (发文字号) that a form gives the signed text of a decision, a
/// published catalogue or a normative document, which the public reads: neither "高府〔2026〕3号"
/// nor that of an order, "区政府令第3号". Only forms are asked: the law says nothing of its shape,
/// and numbers on record stay as they are.
std::optional<engine::field_fault> fault_of_document_number(std::string_view kind,
                                                            boost::json::object const& body);

/// The same of the number in the register of normative documents (统一编号), which each place makes
/// up in its own way: there is no digit in it.
std::optional<engine::field_fault> fault_of_registration_number(std::string_view kind,
                                                                boost::json::object const& body);

} // namespace web::handlers

#endif
