#ifndef JUECE_ADAPTERS_DRAFTS_TEXT_APART_HPP
#define JUECE_ADAPTERS_DRAFTS_TEXT_APART_HPP

#include "adapters/apart/reading_room.hpp"
#include "adapters/drafts/draft_text.hpp"

namespace adapters::drafts {

/// The text of a document that anybody may have made: what is unpacked is read in a process of its
/// own. The hash says which content the file has.
struct text_apart {
    text_reading read;
    bool lasts = true; ///< false: there was no room for reading it now
};
text_apart read_draft(apart::reading_room& room, std::string const& hash,
                      std::filesystem::path const& file);

/// What the process says of the text, as JSON, and the same read again.
std::string told(text_reading const& text);
text_reading heard(std::string const& told);

} // namespace adapters::drafts

#endif
