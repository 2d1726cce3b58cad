#ifndef JUECE_WEB_HANDLERS_ORDER_OF_STEPS_HPP
#define JUECE_WEB_HANDLERS_ORDER_OF_STEPS_HPP

#include "web/handlers/asked_box.hpp"

#include <vector>

namespace web::handlers {

/// Lets the tasks of one case change places among themselves, so that the first step of the law
/// comes first. They do it where the order of the list says nothing against it; the page keeps its
/// rows, so that the next one begins where it did.
void put_in_order_of_steps(visit& v, asked_box const& asked,
                           std::vector<adapters::soci::box_row>& rows);

} // namespace web::handlers

#endif
