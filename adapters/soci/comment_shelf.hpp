#ifndef JUECE_ADAPTERS_SOCI_COMMENT_SHELF_HPP
#define JUECE_ADAPTERS_SOCI_COMMENT_SHELF_HPP

#include "adapters/soci/comment_box.hpp"
#include "adapters/soci/reader.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace adapters::soci {

/// A comment as it was kept, with the office's working notes.
struct comment_entry {
    long long id = 0;
    engine::case_id on;
    long long number = 0;
    std::string purpose;
    std::string channel;
    std::string kind;
    std::string name;
    std::string contact;
    std::string words;
    std::string side;
    std::string identity;
    std::string title; ///< of a proposal
    std::string basis; ///< of a proposal
    engine::instant received_at;
    std::optional<engine::day> received_on;
    std::string issue;
    std::string outcome;
    std::string reason;
    long long documents = 0; ///< how many came with it
};

/// What a list of comments is narrowed by; an empty member narrows nothing.
struct comment_filter {
    std::string purpose = {};
    std::string words = {}; ///< in the words or the name, letter case of a-z ignored
    std::string channel = {};
    std::optional<std::string> issue = {}; ///< empty text: those in no group
    std::string outcome = {};              ///< a working note
};

struct comment_count {
    std::string of; ///< a channel or an issue
    long long comments = 0;
    bool operator==(comment_count const&) const = default;
};

/// The comments in the record. Borrows a reader, for as long as that lives.
class comment_shelf {
public:
    explicit comment_shelf(reader& from) : sql_(*from.sql_) {}

    std::optional<comment_entry> find(std::string const& receipt);
    std::optional<comment_entry> find(engine::case_id on, long long number);
    /// In the order in which they came; `after`: the cursor of the page before.
    page<comment_entry> list(engine::case_id on, comment_filter const& only,
                             std::optional<long long> after, long long limit);
    long long count(engine::case_id on, comment_filter const& only);
    /// Each comment is counted under its one channel.
    std::vector<comment_count> by_channel(engine::case_id on, std::string const& purpose);
    /// The groups that the office made, largest first; without those in no group.
    std::vector<comment_count> by_issue(engine::case_id on);
    /// The group of every opinion that is in one, by number.
    std::vector<std::pair<long long, std::string>> issues(engine::case_id on);
    /// The day on which every opinion came, by number: of a letter as it was noted.
    std::vector<std::pair<long long, engine::day>> days_of_receipt(engine::case_id on);
    /// How whoever sent an opinion can be reached; empty where there is no such opinion.
    std::string contact(engine::case_id on, long long number);
    /// The names of those who sent anything in on a case, and how they can be reached, each once.
    std::vector<std::string> senders(engine::case_id on);
    std::vector<attached_document> documents_of(long long comment);
    /// A document that a comment on this case brought, under the name that it had there.
    std::optional<attached_document> find_document(engine::case_id on, std::string const& hash);

private:
    ::soci::session& sql_;
};

} // namespace adapters::soci

#endif
