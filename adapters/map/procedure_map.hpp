#ifndef JUECE_ADAPTERS_MAP_PROCEDURE_MAP_HPP
#define JUECE_ADAPTERS_MAP_PROCEDURE_MAP_HPP

#include "engine/procedure.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace adapters::map {

/// How a part of the procedure stands on a case; a class of the drawing.
enum class standing {
    to_come,
    current,
    done,
    aside ///< not among the steps of this case: not needed, or begun by occasion alone
};

/// The words on a map: a language ("zh") and what gives the words of a catalogue key in it.
struct map_words {
    std::string language;
    std::function<std::string(std::string const& key)> of;
};

/// By stage (in a chapter's map) or by chapter (in the overview); what is not named is to come.
using standings = std::map<std::string, standing, std::less<>>;

/// The chapters of a shape in the order of the law, top-down, as an <svg> element with classes
/// "done", "current", "to_come" and "aside" and without style: the page's stylesheet colours it.
/// Layouts are made once for a shape and language and kept; from any thread.
std::string draw_overview(std::string const& shape, engine::procedure const& of,
                          map_words const& words, standings const& how);

/// The stages of one chapter and the acts between them. Empty for an unknown chapter.
std::string draw_chapter(std::string const& shape, engine::procedure const& of,
                         std::string const& chapter, map_words const& words, standings const& how);

/// A drawing with a style of its own, to be saved or shown outside a page. Not for an empty one.
std::string standalone(std::string svg);

} // namespace adapters::map

#endif
