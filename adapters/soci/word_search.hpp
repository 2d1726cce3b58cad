#ifndef JUECE_ADAPTERS_SOCI_WORD_SEARCH_HPP
#define JUECE_ADAPTERS_SOCI_WORD_SEARCH_HPP

#include "engine/act.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

/// What somebody wrote into an act, or called a document, that holds all words looked for.
struct found_passage {
    long long id = 0;
    engine::case_id on;
    std::string number;
    std::string title;
    long long seq = 0;
    std::string kind;
    std::string by_name;
    std::string by_unit;
    engine::instant entered_at;
    std::string path; ///< "points[0].point"
    std::string words;
};

/// The words of a request: parted by spaces, also by those of Chinese typing (U+3000), and by
/// control letters; at most eight, without doubles.
std::vector<std::string> words_asked(std::string const& asked);

/// The pieces by which the index knows a text: every two letters that follow each other and the
/// last one alone, in order, parted by a control letter.
std::string pieces_of(std::string const& words);

/// What the index is asked for, in its language: texts that hold all words, each as it stands. A
/// word of one letter is the beginning of pieces, one of two is a piece, a longer one a row of
/// them.
std::string pieces_asked(std::vector<std::string> const& words);

/// The same of the register of legal matters without the names of other sides: of titles and
/// numbers alone.
std::string titles_asked(std::vector<std::string> const& words);

/// The pieces that a text must have which holds the word, parted by a control letter: for a
/// database that knows the pieces of the rows themselves (word_pieces, PostgreSQL).
std::string pieces_covering(std::string const& word);

/// The ids of the cases that have :words, which pieces_asked() made, in title or number; legal
/// matters, which have an index of their own, by :titles, which titles_asked() made. SQLite.
inline constexpr char const* cases_with_words =
    "select w.rowid from case_pieces w where w.case_pieces match :words union all"
    " select w.rowid from matter_pieces w where w.matter_pieces match :titles";

} // namespace adapters::soci

#endif
