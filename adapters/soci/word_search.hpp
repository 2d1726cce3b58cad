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

/// The words of a request: parted by spaces, also by those of Chinese typing (U+3000); at most
/// eight, without doubles.
std::vector<std::string> words_asked(std::string const& asked);

/// What an index of trigrams is asked for: the words of three characters and more, each as a
/// phrase. Empty when there are none; then rows are compared one by one.
std::string trigram_query(std::vector<std::string> const& words);

/// The words that are too short for trigrams.
std::vector<std::string> short_words(std::vector<std::string> const& words);

} // namespace adapters::soci

#endif
