#ifndef JUECE_ADAPTERS_SOCI_WORD_INDEX_HPP
#define JUECE_ADAPTERS_SOCI_WORD_INDEX_HPP

#include "adapters/soci/query.hpp"

#include <string>

namespace adapters::soci {

/// Writes the pieces of words by which searches find passages, cases and legal matters
/// (word_search.hpp), the last by the name of the other side too. The index holds no words of its
/// own: what goes must be told as it was told when it came. Where the database finds words in the
/// rows themselves (PostgreSQL) there is nothing to write.
class word_index {
public:
    explicit word_index(::soci::session& sql);

    /// Takes in what came since the last time, in the transaction in which
    /// they came: once before its commit, not act by act. FTS5 writes out all it gathered whenever
    /// another statement follows that may fail half-way, and that cost more than the act.
    void catch_up();

    /// Another title for a case; a legal matter keeps its own. One that was not taken in yet will
    /// be with what it is called then.
    void retitle(long long case_id, std::string const& number, std::string const& from,
                 std::string const& to);

    /// Forgets everything and takes in what is there.
    void begin_anew();

private:
    void take_in(long long pages);
    void note_up_to(long long id, kept_query& merge);

    bool has_pieces_;
    std::string counter_;
    long long reached_ = 0; ///< up to which id they were taken in
    long long id_ = 0;
    long long pages_ = 0; ///< of 4 kB, that a merge writes at most
    std::string words_;
    std::string number_;
    std::string title_;
    std::string other_side_;
    std::string family_;

    kept_query read_reached_, note_reached_, new_passages_, new_cases_, new_matters_, add_passage_,
        add_case_, add_matter_, take_case_, merge_passages_, merge_cases_, merge_matters_,
        drop_passages_, drop_cases_, drop_matters_;
};

} // namespace adapters::soci

#endif
