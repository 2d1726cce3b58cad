#ifndef JUECE_WEB_HANDLERS_DEPARTMENTS_HPP
#define JUECE_WEB_HANDLERS_DEPARTMENTS_HPP

#include "web/form_view.hpp"

#include <string_view>

namespace web::handlers {

/// The units to which an act gives work, by the field that names them: no unit of leaders or of
/// advisers alone, which nobody would do the work in, and where others are asked not the own one.
known_values departments_to_choose(visit const& v, std::string_view kind);

} // namespace web::handlers

#endif
