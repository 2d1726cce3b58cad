#include "workflows/shared_conditions.hpp"

#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows {

using engine::advice;
using engine::refusal;
using engine::say;
using engine::verdict;
using major_decision::fair_competition::competition_outcome;
using major_decision::fair_competition::consulted;
using major_decision::fair_competition::consulted_party;

verdict not_in_future(engine::day today, engine::day when)
{
    if (when <= today)
        return {};
    return refusal{.rule = "JC-3",
                   .reason = say("所填日期{1}晚于今天{2}", when, today),
                   .remedy = say("请在事情发生之后再登记，并填写实际日期")};
}

verdict number_is_new(engine::number_given const* is_given, std::string_view number)
{
    if (!is_given || !(*is_given)(number))
        return {};
    return refusal{.rule = "JC-25",
                   .reason = say("文号{1}已经用于另一案卷的文件", number),
                   .remedy =
                       say("请核对发文登记，填写本文件自己的文号；用这个文号检索可以找到那份文件")};
}

verdict file_number_is_new(engine::number_given const* is_given, std::string_view number)
{
    if (!is_given || !(*is_given)(number))
        return {};
    return refusal{.rule = "JC-25",
                   .reason = say("档号{1}已经编给另一案卷", number),
                   .remedy = say("请核对归档登记，填写本案卷自己的档号；用这个档号检索可以找到那件"
                                 "案卷")};
}

verdict is_that_draft(engine::document_ref const& named, engine::document_ref const& current,
                      long long version)
{
    if (named.hash == current.hash)
        return {};
    return refusal{.rule = "JC-2",
                   .reason = say("所附文件“{1}”不是现行草案（第{2}稿）", named.name, version),
                   .remedy = say("请附第{1}稿，或先登记新的草案版本", version)};
}

verdict sponsor_does_not_review(bool had_part, engine::actor const& by)
{
    if (!had_part)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}参与过本案的起草或者承办，不得再审查", by.name),
                   .remedy = say("请由未参与起草、承办的人员办理"),
                   .about_role = true};
}

verdict reviewer_does_not_decide(bool had_part, engine::actor const& by)
{
    if (!had_part)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}参与过本案的审查，不得再提请审议或者参与决定", by.name),
                   .remedy = say("请由未参与审查的人员办理"),
                   .about_role = true};
}

verdict quorum_is_met(engine::rules const& law, long long entitled, long long present)
{
    auto const& key = major_decision::quorum;
    auto const share = law.share(key);
    if (!share) {
        if (law.find(key))
            return advice{law.rule_of(key, "JC-7"),
                          say("本地规定有法定到会人数，但具体比例不明，请自行核对")};
        return {};
    }
    if (present * share->in > entitled * share->of)
        return {};
    return refusal{.rule = law.rule_of(key, "JC-7"),
                   .reason = say("应到组成人员{1}人，到会{2}人，未超过{3}/{4}", entitled, present,
                                 share->of, share->in),
                   .remedy = say("到会人数不足，会议不能作出决定，请另行召开会议")};
}

verdict experts_are_enough(long long chosen, std::optional<long long> least, engine::rule_id rule,
                           std::optional<engine::prose> const& few_reason)
{
    if (!least || chosen >= *least)
        return {};
    if (few_reason)
        return advice{std::move(rule),
                      say("选定专家{1}人，少于一般要求的{2}人，理由已记录", chosen, *least)};
    return refusal{.rule = std::move(rule),
                   .reason = say("选定专家{1}人，一般不少于{2}人", chosen, *least),
                   .remedy = say("请增加专家，或填写人数较少的理由")};
}

verdict exception_has_ground(competition_outcome outcome, std::optional<std::string> const& ground)
{
    if (outcome != competition_outcome::exception_applies || ground)
        return {};
    return refusal{.rule = "NORM-20",
                   .reason = say("适用例外规定，但没有写明适用的情形"),
                   .remedy = say("请写明所适用的例外情形及其条件")};
}

verdict operators_were_heard(std::vector<consulted> const& all, bool touches_public_interest,
                             bool bound)
{
    auto const heard = [&](consulted_party kind) {
        return std::any_of(all.begin(), all.end(),
                           [&](auto const& one) { return one.kind == kind; });
    };
    verdict found;
    auto const demand = [&](engine::text reason, engine::text remedy) {
        if (bound)
            found += refusal{
                .rule = "NORM-20", .reason = std::move(reason), .remedy = std::move(remedy)};
        else
            found += advice{"NORM-20", std::move(reason)};
    };
    bool const operators = heard(consulted_party::business_operator);
    bool const associations = heard(consulted_party::trade_association);
    if (!operators && !associations)
        demand(say("没有听取有关经营者、行业协会商会等利害关系人的意见"),
               say("请听取其关于公平竞争影响的意见并登记"));
    else if (!operators)
        found += advice{"NORM-20", say("听取了行业协会商会的意见，没有听取经营者的意见")};
    else if (!associations)
        found += advice{"NORM-20", say("听取了经营者的意见，没有听取行业协会商会的意见")};
    if (touches_public_interest && !heard(consulted_party::public_party))
        demand(say("涉及社会公众利益，但没有听取社会公众意见"), say("请听取社会公众意见并登记"));
    return found;
}

} // namespace workflows
