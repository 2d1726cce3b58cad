#ifndef JUECE_WEB_HANDLERS_PAGE_ADDRESS_HPP
#define JUECE_WEB_HANDLERS_PAGE_ADDRESS_HPP

#include "engine/body.hpp"

#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

namespace web::handlers {

/// Whether a page makes a link of it: an address of the web.
bool is_web_address(std::string_view words);

/// What is wrong with the addresses (网址) that an act gives of what was published, in the fields
/// that are described as such. What stands in a gazette or on a board has none, so that words say
/// where; but nothing else passes for an address. What is on record stays as it is.
std::vector<engine::field_fault>
faults_of_page_addresses(boost::json::object const& body,
                         std::vector<engine::field> const& described);

} // namespace web::handlers

#endif
