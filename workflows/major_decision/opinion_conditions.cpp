#include "workflows/major_decision/opinion_conditions.hpp"

#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/public_matter.hpp"
#include "workflows/shared_opinions.hpp"

#include <algorithm>

namespace workflows::major_decision::participation {

verdict an_opinion_came::check(asked const& q)
{
    if (!opinions_of(q.file.participation).all().empty() ||
        (q.received && (*q.received)("opinion") > 0))
        return {};
    return refusal{.rule = "R713-18.1",
                   .reason = say("尚未收到意见"),
                   .remedy = say("收到意见并登记入卷后办理")};
}

verdict somebody_can_be_answered::check(asked const& q)
{
    auto const& facts = q.file.participation;
    if (an_opinion_came::check(q).admits() || !facts.activities.empty() || q.file.hearing.session)
        return {};
    return refusal{.rule = q.law.rule_of(feedback_to_public_required, "R713-18.1"),
                   .reason = say("尚未收到意见，没有可以反馈的内容"),
                   .remedy = say("收到意见并作出采纳决定后反馈")};
}

verdict those_who_were_followed_were_told::check(asked const& q, concluded const&)
{
    auto const& facts = q.file.participation;
    if (!q.law.flag(feedback_to_public_required) || facts.decided.empty() ||
        (!facts.feedback.empty() && facts.feedback.back().seq > facts.decided.back().seq))
        return {};
    return advice{q.law.rule_of(feedback_to_public_required, "R713-18.1"),
                  say("作出采纳决定后尚未向公众反馈；意见全部采纳的，也宜反馈采纳情况")};
}

verdict what_was_said_is_on_file::check(asked const& q, concluded const&)
{
    auto const& facts = q.file.participation;
    auto const opinions = opinions_of(facts);
    auto const& all = opinions.all();
    long long left = 0;
    for (auto const& activity : facts.activities)
        left +=
            std::count_if(activity.body.attendees.begin(), activity.body.attendees.end(),
                          [&](attendee const& one) {
                              return one.main_points &&
                                     std::none_of(all.begin(), all.end(), [&](auto const& said) {
                                         return said.what.from == one.name;
                                     });
                          });
    if (left == 0)
        return {};
    return advice{
        "R713-18.1",
        say("座谈会等活动中有{1}名参加人的意见没有登记入卷，不在采纳情况之内；请在“收到的意见”"
            "页逐条登记",
            left)};
}

verdict numbers_are_new::check(asked const& q, opinions_recorded const& body)
{
    return workflows::numbers_are_new(opinions_of(q.file.participation), body, "R713-18.1");
}

verdict decisions_are_reasoned::check(asked const& q, opinions_decided const& body)
{
    return workflows::decisions_are_reasoned(
        opinions_of(q.file.participation), body, "R713-18.1",
        q.law.rule_of(feedback_to_public_required, "R713-18.1"));
}

verdict repeats_are_in_order::check(asked const& q, repeats_noted const& body)
{
    auto const& facts = q.file.participation;
    auto const told_until = facts.feedback.empty() ? 0 : facts.feedback.back().seq;
    return workflows::repeats_are_in_order(opinions_of(facts), told_until, body, "R713-18.1");
}

verdict masked_words_can_be_found::check(asked const&, words_masked const& body)
{
    return workflows::masked_words_can_be_found(body);
}

verdict reply_can_be_found::check(asked const& q, feedback_given const& body)
{
    return workflows::reply_can_be_found(body,
                                         q.law.rule_of(feedback_to_public_required, "R713-18.1"));
}

verdict received_are_recorded::check(asked const& q, window_closed const& body)
{
    auto const& facts = q.file.participation;
    if (body.received < 0)
        return refusal{.rule = "R713-18.1",
                       .reason = say("收到意见数不能为负数"),
                       .remedy = say("请更正收到意见数")};
    auto const recorded =
        facts.notices.empty() ? 0 : opinions_of(facts).counted_after(facts.notices.back().seq);
    return received_is_on_file(body.received, recorded, "R713-18.1");
}

bool some_wait_to_be_recorded::holds(asked const& q)
{
    auto const& facts = q.file.participation;
    return facts.closing && !facts.notices.empty() &&
           put_on_file_after(facts, facts.notices.back().seq) < facts.closing->body.received;
}

verdict what_came_in_is_on_file::check(asked const& q)
{
    if (!q.received)
        return {};
    auto found =
        opinions_sent_are_on_file(q.received, opinions_of(q.file.participation), "R713-18.1");
    auto const& suggestions = q.file.hearing.suggestions;
    auto const wishes = (*q.received)("hearing_wish") -
                        std::count_if(suggestions.begin(), suggestions.end(), [](auto const& one) {
                            return number_of_opinion(one.body.number).has_value();
                        });
    if (wishes > 0)
        found += refusal{.rule = "GDH303-14.2",
                         .reason = say("公众提出的听证建议有{1}件尚未登记入卷", wishes),
                         .remedy = say("请在本案的“收到的意见”页登记，并按期答复建议人")};
    return found;
}

} // namespace workflows::major_decision::participation
