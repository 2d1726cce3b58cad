#ifndef JUECE_ENGINE_REFUSED_CHOICES_HPP
#define JUECE_ENGINE_REFUSED_CHOICES_HPP

#include "engine/trial.hpp"

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <vector>

// Which choices of a form the law refuses whatever else is filled in. The conditions that judge the
// act say so themselves: it is tried with each choice, and with all manner of values beside it.

namespace engine {

struct refused_choice {
    std::string choice;
    refusal ground; ///< the first
};

/// By the field, of those that hold one choice.
using refused_choices = std::map<std::string, std::vector<refused_choice>, std::less<>>;

/// `as`: kind, and who would do it. `fields`: of a unit too the choices that a form offers, where
/// they are to be tried. `prepared`: what the form is filled with. Refused is what some
/// choice brings about and another does not, as far as the rest was varied; what is refused with
/// every choice, of whatever name, is for the conditions to say when the act comes.
refused_choices refused_choices_of(act const& as, std::vector<field> const& fields,
                                   boost::json::object const& prepared, day today,
                                   trial const& judge);

/// The same on a case, whose procedure is asked as nobody in particular and stays as it is.
refused_choices refused_choices_of(procedure& file, std::string const& kind,
                                   std::vector<field> const& fields,
                                   boost::json::object const& prepared, circumstances const& now);

} // namespace engine

#endif
