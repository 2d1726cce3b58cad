#ifndef JUECE_WEB_HANDLERS_REPORT_CHOICES_HPP
#define JUECE_WEB_HANDLERS_REPORT_CHOICES_HPP

#include "web/form_view.hpp"
#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// The indicators that an act of an annual report may name, and the findings that it may explain,
/// by their names; empty for every other act.
known_values report_choices(visit const& v, opened_case const& file, std::string_view kind);

} // namespace web::handlers

#endif
