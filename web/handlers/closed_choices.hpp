#ifndef JUECE_WEB_HANDLERS_CLOSED_CHOICES_HPP
#define JUECE_WEB_HANDLERS_CLOSED_CHOICES_HPP

#include "engine/refused_choices.hpp"
#include "web/visit.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// Closes the choices that the law refuses whatever else a form says, and says beside the field
/// why. One that was chosen before stays what it is, so that nothing disappears; one that is left
/// alone where the field asks for one comes chosen.
void close_choices(visit const& v, boost::json::array& inputs,
                   engine::refused_choices const& refused);

} // namespace web::handlers

#endif
