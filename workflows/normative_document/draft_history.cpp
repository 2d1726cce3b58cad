#include "workflows/normative_document/draft_history.hpp"

#include "workflows/body_on_file.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/review.hpp"

namespace workflows::normative_document {
namespace {

using major_decision::draft_history;
using project::change_class;

template <class E>
std::string key_of_choice(E value)
{
    return "choice." + std::string(vocabulary_of(value)) + "." +
           std::string(engine::name_of(value));
}

/// Reads the acts of one document in order.
class history_reading {
public:
    void take(engine::act const& what)
    {
        if (what.kind == project::drafted::kind)
            take_version(what, body_on_file<project::drafted>(what));
        if (what.kind == review::concluded::kind) {
            auto const body = body_on_file<review::concluded>(what);
            is_reviewed_ = body.outcome_is == review::document_review_outcome::lawful;
            add_opinion(what, key_of_choice(body.outcome_is));
        }
        if (what.kind == review::change_confirmed::kind)
            confirm(body_on_file<review::change_confirmed>(what));
        if (what.kind == opinions::competition_concluded::kind)
            add_opinion(what,
                        key_of_choice(body_on_file<opinions::competition_concluded>(what).outcome));
    }

    draft_history found() && { return std::move(found_); }

private:
    /// What is changed after the review waits for the reviewer's word, unless it is reviewed anew.
    void take_version(engine::act const& what, project::drafted body)
    {
        auto& all = found_.versions;
        is_reviewed_ = is_reviewed_ && body.change != change_class::substantive;
        all.push_back({static_cast<long long>(all.size()) + 1, what.seq, std::move(body.draft),
                       body.change, what.counts_on(), is_reviewed_});
    }

    void confirm(review::change_confirmed const& body)
    {
        auto& all = found_.versions;
        if (body.version < 1 || body.version > static_cast<long long>(all.size()))
            return;
        auto& one = all[static_cast<std::size_t>(body.version - 1)];
        one.change = body.change;
        one.awaits_reviewer = false;
        is_reviewed_ = is_reviewed_ && body.change != change_class::substantive;
    }

    void add_opinion(engine::act const& what, std::string conclusion)
    {
        found_.opinions.push_back({what.seq, what.kind, what.by.name, what.by.unit,
                                   what.counts_on(), static_cast<long long>(found_.versions.size()),
                                   std::move(conclusion)});
    }

    draft_history found_;
    bool is_reviewed_ = false; ///< and every change since waits for a word, or has it
};

} // namespace

draft_history history_of_drafts(std::vector<engine::act> const& acts)
{
    history_reading reading;
    for (auto const& one : acts)
        reading.take(one);
    return std::move(reading).found();
}

} // namespace workflows::normative_document
