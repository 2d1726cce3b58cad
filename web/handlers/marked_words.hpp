#ifndef JUECE_WEB_HANDLERS_MARKED_WORDS_HPP
#define JUECE_WEB_HANDLERS_MARKED_WORDS_HPP

#include <string>
#include <vector>

namespace web::handlers {

/// A piece of a passage; `marked`: one of the words looked for.
struct marked_piece {
    std::string words;
    bool marked = false;
    bool operator==(marked_piece const&) const = default;
};

/// A passage around the first of the words, some characters before and after it, with every word in
/// it marked; cut between characters, "…" where something is left out. Letter case of a-z ignored.
std::vector<marked_piece> marked(std::string const& passage, std::vector<std::string> const& words);

/// So many characters of a passage from its beginning, "…" where more is left out.
std::string beginning_of(std::string const& passage, std::size_t characters);

} // namespace web::handlers

#endif
