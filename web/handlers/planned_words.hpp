#ifndef JUECE_WEB_HANDLERS_PLANNED_WORDS_HPP
#define JUECE_WEB_HANDLERS_PLANNED_WORDS_HPP

#include "web/language.hpp"

#include <string>

namespace web::handlers {

/// A planned time of a catalogue's entry as lists show it, in one manner however it was typed:
/// "2026年8月", "2026年第二季度", "2026年上半年". What cannot be read stays as it is.
std::string planned_words(language const& words, std::string const& typed, int year);

} // namespace web::handlers

#endif
