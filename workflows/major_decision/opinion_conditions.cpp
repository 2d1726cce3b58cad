#include "workflows/major_decision/opinion_conditions.hpp"

#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/public_matter.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision::participation {
namespace {

/// How many letters of UTF-8 there are.
long long letters_in(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char one) { return (one & '\xc0') != '\x80'; });
}

} // namespace

verdict numbers_are_new::check(asked const& q, opinions_recorded const& body)
{
    verdict found;
    if (body.opinions.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("没有填写任何意见"),
                         .remedy = say("请至少登记一条意见")};
    std::set<std::string> known;
    for (auto const& recorded : q.file.participation.recorded)
        for (auto const& one : recorded.body.opinions)
            known.insert(one.number);
    std::vector<std::string> twice;
    for (auto const& one : body.opinions)
        if (!known.insert(one.number).second)
            twice.push_back(one.number);
    if (!twice.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("意见编号{1}已经使用", in_a_row(twice)),
                         .remedy = say("请为每条意见使用不同的编号")};
    return found;
}

verdict decisions_are_reasoned::check(asked const& q, opinions_decided const& body)
{
    verdict found;
    auto const on_file = opinions_of(q.file.participation);
    std::vector<std::string> unknown, bare, repeats;
    for (auto const& one : body.decisions) {
        auto const* what = on_file.find(one.number);
        if (!what)
            unknown.push_back(one.number);
        else if (!what->counts())
            repeats.push_back(one.number);
        if (one.outcome != adoption::adopted && !one.reason)
            bare.push_back(one.number);
    }
    if (body.decisions.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("没有填写任何采纳决定"),
                         .remedy = say("请至少对一条意见作出决定")};
    if (!unknown.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("没有编号为{1}的意见", in_a_row(unknown)),
                         .remedy = say("请先登记意见，或更正编号")};
    if (!repeats.empty())
        found +=
            refusal{.rule = "R713-18.1",
                    .reason = say("意见{1}已标为重复，随相同的意见一并决定", in_a_row(repeats)),
                    .remedy = say("请对相同的意见作出决定，或先撤销重复标记")};
    if (!bare.empty())
        found += refusal{.rule = q.law.rule_of(feedback_to_public_required, "R713-18.1"),
                         .reason = say("意见{1}未完全采纳，但未说明理由", in_a_row(bare)),
                         .remedy = say("请逐条填写不采纳的理由")};
    return found;
}

verdict repeats_are_in_order::check(asked const& q, repeats_noted const& body)
{
    auto const& facts = q.file.participation;
    auto const before = opinions_of(facts);
    auto after = before;
    after.take(body, 0);
    auto const told = [&](opinion_on_file const& one) {
        auto const decision = before.decision_on(one);
        return decision && !facts.feedback.empty() && facts.feedback.back().seq > decision->since;
    };
    std::vector<std::string> unknown, in_chain, answered;
    for (auto const& one : body.opinions) {
        auto const* what = after.find(one.number);
        auto const* original = one.same_as ? after.find(*one.same_as) : nullptr;
        if (!what || (one.same_as && !original))
            unknown.push_back(what ? *one.same_as : one.number);
        else if (original && (!original->counts() || !after.repeats_of(one.number).empty()))
            in_chain.push_back(one.number);
        else if (told(*before.find(one.number)))
            answered.push_back(one.number);
    }
    verdict found;
    if (body.opinions.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("没有填写任何意见"),
                         .remedy = say("请至少填写一条意见")};
    if (!unknown.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("没有编号为{1}的意见", in_a_row(unknown)),
                         .remedy = say("请先登记意见，或更正编号")};
    if (!in_chain.empty())
        found +=
            refusal{.rule = "R713-18.1",
                    .reason = say("意见{1}与相同的意见互为重复，无法只计一次", in_a_row(in_chain)),
                    .remedy = say("请填写本身不是重复意见的那一条")};
    if (!answered.empty())
        found += refusal{.rule = "R713-18.1",
                         .reason = say("意见{1}已经向公众反馈", in_a_row(answered)),
                         .remedy = say("重复标记只能在反馈之前更改")};
    return found;
}

verdict masked_words_can_be_found::check(asked const&, words_masked const& body)
{
    constexpr std::size_t longest = 180; // bytes: 60 letters of Chinese
    verdict found;
    if (body.masked.empty())
        found += refusal{.rule = "JC-24",
                         .reason = say("没有填写要遮盖的词语"),
                         .remedy = say("请至少填写一个词语")};
    std::vector<std::string> poor;
    for (auto const& one : body.masked)
        if (letters_in(one) < 2 || one.size() > longest)
            poor.push_back(one);
    if (!poor.empty())
        found += refusal{.rule = "JC-24",
                         .reason = say("“{1}”太短或者太长，不能遮盖", in_a_row(poor)),
                         .remedy = say("请填写二至六十字的词语")};
    return found;
}

verdict reply_can_be_found::check(asked const& q, feedback_given const& body)
{
    if (body.way != feedback_way::collective_online || body.address)
        return {};
    return refusal{.rule = q.law.rule_of(feedback_to_public_required, "R713-18.1"),
                   .reason = say("网上集中反馈未填写网址"),
                   .remedy = say("请填写公布反馈的网址")};
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
    if (recorded == body.received)
        return {};
    if (recorded > body.received)
        return advice{"R713-18.1",
                      say("收到意见填为{1}条，已登记入卷{2}条（重复的只计一次）；请核对",
                          body.received, recorded)};
    return advice{"R713-18.1",
                  say("收到意见{1}条，已登记{2}条；请归纳整理后补登", body.received, recorded)};
}

bool some_wait_to_be_recorded::holds(asked const& q)
{
    auto const& facts = q.file.participation;
    return facts.closing && !facts.notices.empty() &&
           put_on_file_after(facts, facts.notices.back().seq) < facts.closing->body.received;
}

namespace {

/// How many of some numbers are those of papers that were sent in.
template <class Entered, class Number>
long long count_sent_in(std::vector<Entered> const& all, Number number)
{
    return std::count_if(all.begin(), all.end(), [&](Entered const& one) {
        return number_of_opinion(number(one)).has_value();
    });
}

} // namespace

verdict what_came_in_is_on_file::check(asked const& q)
{
    verdict found;
    if (!q.received)
        return found;
    auto const opinions = opinions_of(q.file.participation);
    auto const unread = (*q.received)("opinion") -
                        count_sent_in(opinions.all(), [](auto const& one) -> std::string const& {
                            return one.what.number;
                        });
    if (unread > 0)
        found += refusal{.rule = "R713-18.1",
                         .reason = say("公众提出的意见有{1}条尚未登记入卷", unread),
                         .remedy = say("请在本案的“收到的意见”页登记并作出采纳决定")};
    auto const wishes =
        (*q.received)("hearing_wish") -
        count_sent_in(q.file.hearing.suggestions,
                      [](auto const& one) -> std::string const& { return one.body.number; });
    if (wishes > 0)
        found += refusal{.rule = "GDH303-14.2",
                         .reason = say("公众提出的听证建议有{1}件尚未登记入卷", wishes),
                         .remedy = say("请在本案的“收到的意见”页登记，并按期答复建议人")};
    return found;
}

} // namespace workflows::major_decision::participation
