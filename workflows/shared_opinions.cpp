#include "workflows/shared_opinions.hpp"

#include "workflows/major_decision/public_matter.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <set>

namespace workflows {

using engine::advice;
using engine::refusal;
using engine::rule_id;
using engine::say;
using engine::verdict;
using major_decision::in_a_row;
using major_decision::opinion_on_file;
using major_decision::opinions_on_file;

namespace {

/// How many letters of UTF-8 there are.
long long letters_in(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char one) { return (one & '\xc0') != '\x80'; });
}

} // namespace

verdict numbers_are_new(opinions_on_file const& known,
                        major_decision::participation::opinions_recorded const& body,
                        rule_id const& rule)
{
    verdict found;
    if (body.opinions.empty())
        found += refusal{
            .rule = rule, .reason = say("没有填写任何意见"), .remedy = say("请至少登记一条意见")};
    std::set<std::string> here;
    std::vector<std::string> twice;
    for (auto const& one : body.opinions)
        if (known.find(one.number) || !here.insert(one.number).second)
            twice.push_back(one.number);
    if (!twice.empty())
        found += refusal{.rule = rule,
                         .reason = say("意见编号{1}已经使用", in_a_row(twice)),
                         .remedy = say("请为每条意见使用不同的编号")};
    return found;
}

verdict decisions_are_reasoned(opinions_on_file const& known,
                               major_decision::participation::opinions_decided const& body,
                               rule_id const& rule, rule_id const& on_reasons)
{
    verdict found;
    std::vector<std::string> unknown, bare, repeats;
    for (auto const& one : body.decisions) {
        auto const* what = known.find(one.number);
        if (!what)
            unknown.push_back(one.number);
        else if (!what->counts())
            repeats.push_back(one.number);
        if (one.outcome != major_decision::participation::adoption::adopted && !one.reason)
            bare.push_back(one.number);
    }
    if (body.decisions.empty())
        found += refusal{.rule = rule,
                         .reason = say("没有填写任何采纳决定"),
                         .remedy = say("请至少对一条意见作出决定")};
    if (!unknown.empty())
        found += refusal{.rule = rule,
                         .reason = say("没有编号为{1}的意见", in_a_row(unknown)),
                         .remedy = say("请先登记意见，或更正编号")};
    if (!repeats.empty())
        found +=
            refusal{.rule = rule,
                    .reason = say("意见{1}已标为重复，随相同的意见一并决定", in_a_row(repeats)),
                    .remedy = say("请对相同的意见作出决定，或先撤销重复标记")};
    if (!bare.empty())
        found += refusal{.rule = on_reasons,
                         .reason = say("意见{1}未完全采纳，但未说明理由", in_a_row(bare)),
                         .remedy = say("请逐条填写不采纳的理由")};
    return found;
}

verdict repeats_are_in_order(opinions_on_file const& known, long long told_until,
                             major_decision::participation::repeats_noted const& body,
                             rule_id const& rule)
{
    auto after = known;
    after.take(body, 0);
    auto const told = [&](opinion_on_file const& one) {
        auto const decision = known.decision_on(one);
        return decision && told_until > decision->since;
    };
    std::vector<std::string> unknown, in_chain, answered;
    for (auto const& one : body.opinions) {
        auto const* what = after.find(one.number);
        auto const* original = one.same_as ? after.find(*one.same_as) : nullptr;
        if (!what || (one.same_as && !original))
            unknown.push_back(what ? *one.same_as : one.number);
        else if (original && (!original->counts() || !after.repeats_of(one.number).empty()))
            in_chain.push_back(one.number);
        else if (told(*known.find(one.number)))
            answered.push_back(one.number);
    }
    verdict found;
    if (body.opinions.empty())
        found += refusal{
            .rule = rule, .reason = say("没有填写任何意见"), .remedy = say("请至少填写一条意见")};
    if (!unknown.empty())
        found += refusal{.rule = rule,
                         .reason = say("没有编号为{1}的意见", in_a_row(unknown)),
                         .remedy = say("请先登记意见，或更正编号")};
    if (!in_chain.empty())
        found +=
            refusal{.rule = rule,
                    .reason = say("意见{1}与相同的意见互为重复，无法只计一次", in_a_row(in_chain)),
                    .remedy = say("请填写本身不是重复意见的那一条")};
    if (!answered.empty())
        found += refusal{.rule = rule,
                         .reason = say("意见{1}已经向公众反馈", in_a_row(answered)),
                         .remedy = say("重复标记只能在反馈之前更改")};
    return found;
}

verdict masked_words_can_be_found(major_decision::participation::words_masked const& body)
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

verdict reply_can_be_found(major_decision::participation::feedback_given const& body,
                           rule_id const& rule)
{
    if (body.way != major_decision::participation::feedback_way::collective_online || body.address)
        return {};
    return refusal{.rule = rule,
                   .reason = say("网上集中反馈未填写网址"),
                   .remedy = say("请填写公布反馈的网址")};
}

verdict opinions_are_decided(std::vector<std::string> const& undecided, rule_id const& rule)
{
    if (undecided.empty())
        return {};
    return refusal{.rule = rule,
                   .reason = say("意见{1}尚未研究决定是否采纳", in_a_row(undecided)),
                   .remedy = say("请逐条或归并作出采纳决定")};
}

verdict opinions_sent_are_on_file(engine::papers_received const* received,
                                  opinions_on_file const& known, rule_id const& rule)
{
    if (!received)
        return {};
    auto const& all = known.all();
    auto const unread =
        (*received)("opinion") - std::count_if(all.begin(), all.end(), [](auto const& one) {
            return major_decision::number_of_opinion(one.what.number).has_value();
        });
    if (unread <= 0)
        return {};
    return refusal{.rule = rule,
                   .reason = say("公众提出的意见有{1}条尚未登记入卷", unread),
                   .remedy = say("请在本案的“收到的意见”页登记并作出采纳决定")};
}

verdict received_is_on_file(long long received, long long recorded, rule_id const& rule)
{
    if (recorded == received)
        return {};
    if (recorded > received)
        return advice{rule, say("收到意见填为{1}条，已登记入卷{2}条（重复的只计一次）；请核对",
                                received, recorded)};
    return advice{rule, say("收到意见{1}条，已登记{2}条；请归纳整理后补登", received, recorded)};
}

} // namespace workflows
