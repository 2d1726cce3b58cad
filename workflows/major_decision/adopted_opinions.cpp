#include "workflows/major_decision/adopted_opinions.hpp"

#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

using engine::advice;
using engine::say;
using participation::adoption;

/// What acts adopted since a version of the draft.
struct adopted_since {
    std::vector<engine::text> what;
    long long last =
        0; ///< seq of the act that told the last of those whose opinion was adopted; 0: none yet
};

template <class Point>
long long count_adopted(std::vector<Point> const& points)
{
    return std::count_if(points.begin(), points.end(),
                         [](Point const& one) { return one.outcome != adoption::not_adopted; });
}

void add_public(participation::facts const& facts, long long version, adopted_since& into)
{
    std::vector<std::string> numbers;
    auto const opinions = opinions_of(facts);
    for (auto const& one : opinions.all())
        if (one.counts() && one.own_decision && one.decided_at > version &&
            one.own_decision->outcome != adoption::not_adopted)
            numbers.push_back(one.what.number);
    if (numbers.empty())
        return;
    into.what.push_back(say("公众意见{1}", in_a_row(numbers)));
    if (facts.conclusion)
        into.last = std::max(into.last, facts.conclusion->seq);
}

void add_points(long long adopted, long long answered_at, long long version, char const* words,
                adopted_since& into)
{
    if (adopted == 0 || answered_at <= version)
        return;
    into.what.push_back(say(words, adopted));
    into.last = std::max(into.last, answered_at);
}

/// What was adopted since a text was first laid down; nothing of a text that never was.
adopted_since adopted_after_text(dossier const& file, std::string_view hash)
{
    adopted_since found;
    auto const* laid_down = version_of_text(file, hash);
    if (!laid_down)
        return found;
    auto const version = laid_down->seq;
    add_public(file.participation, version, found);
    if (auto const& reply = file.hearing.reply)
        add_points(count_adopted(reply->body.points), reply->seq, version, "听证意见{1}条", found);
    if (auto const& report = file.experts.report)
        add_points(count_adopted(report->body.responses), report->seq, version, "专家意见{1}条",
                   found);
    if (auto const talks = taken_up_since(file, version); talks.last > 0) {
        found.what.push_back(say("{1}的意见", units_in_a_row(talks.units)));
        found.last = std::max(found.last, talks.last);
    }
    return found;
}

/// Nothing before the first draft.
adopted_since adopted_after_draft(dossier const& file)
{
    auto const& versions = file.drafting.versions;
    return versions.empty() ? adopted_since()
                            : adopted_after_text(file, versions.back().body.draft.hash);
}

bool public_is_being_heard(dossier const& file)
{
    if (is_secret(file))
        return false;
    auto const& facts = file.participation;
    bool const asked = !facts.notices.empty() || !facts.activities.empty();
    return (asked && !facts.conclusion) || (file.hearing.notice && !file.hearing.reply);
}

bool units_are_being_heard(dossier const& file)
{
    return !file.consultation.requests.empty() && !file.consultation.conclusion;
}

bool experts_are_being_heard(dossier const& file)
{
    auto const& facts = file.experts;
    return experts_required(file) && facts.selection &&
           (!facts.report || facts.report->seq < facts.selection->seq);
}

/// The sponsor went on with the text as it stands, after an act.
bool text_was_kept(dossier const& file, long long after)
{
    auto const is_later = [&](auto const& one) { return one && one->seq > after; };
    return is_later(file.sponsor_review.opinion) || is_later(file.sponsor_review.discussion) ||
           is_later(file.legality_review.filing);
}

} // namespace

verdict adopted_opinions_are_written::check(asked const& q)
{
    auto const adopted = adopted_after_draft(q.file);
    if (adopted.what.empty())
        return {};
    return advice{"R713-18.1", say("已采纳的意见尚未写入草案（第{1}稿）：{2}",
                                   current_draft(q.file), in_a_row(adopted.what))};
}

verdict adopted_opinions_are_written::check(asked const& q, drafting::versioned const& body)
{
    auto const adopted = adopted_after_text(q.file, body.draft.hash);
    if (adopted.what.empty())
        return {};
    return advice{"R713-18.1",
                  say("这份文本早于已采纳的意见，草案中不再有：{1}", in_a_row(adopted.what))};
}

bool adopted_opinions_wait::holds(asked const& q)
{
    if (units_are_being_heard(q.file) || public_is_being_heard(q.file) ||
        experts_are_being_heard(q.file))
        return false;
    auto const last = adopted_after_draft(q.file).last;
    return last > 0 && !text_was_kept(q.file, std::max(last, q.file.drafting.versions.back().seq));
}

} // namespace workflows::major_decision
