#ifndef JUECE_ADAPTERS_SOCI_WORD_INDEX_HPP
#define JUECE_ADAPTERS_SOCI_WORD_INDEX_HPP

#include "adapters/soci/query.hpp"

#include <string>

namespace adapters::soci {

/// Writes the pieces of words by which searches find passages and cases (word_search.hpp). The
/// index holds no words of its own: what goes must be told as it was told when it came.
class word_index {
public:
    explicit word_index(::soci::session& sql);

    void add_passage(long long id, std::string const& words);
    void add_case(long long id, std::string const& number, std::string const& title);
    void take_case(long long id, std::string const& number, std::string const& title);

private:
    long long id_ = 0;
    std::string words_;
    std::string number_;
    std::string title_;
    query add_passage_, add_case_, take_case_;
};

/// Writes the whole index anew, from passages and cases.
void index_words_anew(::soci::session& sql);

} // namespace adapters::soci

#endif
