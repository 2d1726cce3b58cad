#include "workflows/major_decision/advisers.hpp"

#include "workflows/major_decision/parameters.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision::legality_review {
namespace {

bool withdrew(dossier const& file, std::string const& adviser)
{
    auto const& gone = file.legality_review.withdrawals;
    return std::any_of(gone.begin(), gone.end(),
                       [&](auto const& one) { return one.body.adviser == adviser; });
}

bool was_asked(dossier const& file, std::string const& adviser)
{
    auto const& asked = file.legality_review.requests;
    return std::any_of(asked.begin(), asked.end(), [&](auto const& request) {
        auto const& names = request.body.advisers;
        return std::find(names.begin(), names.end(), adviser) != names.end();
    });
}

/// An act was done by, or in the place of, somebody of that name.
bool came_from(dossier const& file, long long seq, std::string const& name)
{
    return std::any_of(file.doings.begin(), file.doings.end(), [&](doing const& one) {
        return one.seq == seq && (one.name == name || one.on_behalf_of == name);
    });
}

/// Whoever did an act, or in whose place it was done, withdrew.
bool came_from_one_who_withdrew(dossier const& file, long long seq)
{
    return std::any_of(file.doings.begin(), file.doings.end(), [&](doing const& one) {
        return one.seq == seq && (withdrew(file, one.name) || withdrew(file, one.on_behalf_of));
    });
}

} // namespace

verdict request_names_advisers::check(asked const& q, advisers_asked const& body)
{
    verdict found;
    if (body.advisers.empty())
        found += refusal{.rule = "R713-28.2",
                         .reason = say("未写明邀请的法律顾问、公职律师"),
                         .remedy = say("请至少写明一人")};
    if (body.answer_by < q.today)
        found += refusal{.rule = "R713-28.2",
                         .reason = say("答复期限{1}早于今天", body.answer_by),
                         .remedy = say("请填写今天以后的日期")};
    return found;
}

verdict adviser_may_opine::check(asked const& q)
{
    if (q.by.person.value == 0)
        return {};
    if (withdrew(q.file, q.by.name) || withdrew(q.file, q.by.on_behalf_of))
        return refusal{.rule = "GD21-32.2",
                       .reason = say("{1}已经回避", q.by.name),
                       .remedy = say("请由其他法律顾问、公职律师出具意见"),
                       .about_role = true};
    if (was_asked(q.file, q.by.name) || was_asked(q.file, q.by.on_behalf_of))
        return {};
    return advice{"R713-28.2", say("{1}不在邀请名单内", q.by.name)};
}

verdict adviser_has_no_interest::check(asked const& q, adviser_opined const& body)
{
    if (body.has_no_interest)
        return {};
    if (!q.law.flag(adviser_withdrawal_required))
        return advice{"JC-1", say("出具意见的法律顾问、公职律师未声明无直接利害关系")};
    return refusal{.rule = q.law.rule_of(adviser_withdrawal_required, "GD21-32.2"),
                   .reason = say("与本事项有直接利害关系的法律顾问、公职律师须回避"),
                   .remedy = say("请办理回避，由其他法律顾问出具意见")};
}

verdict does_not_handle_review::check(asked const& q)
{
    bool const handles = has_done(q.file, q.by, accepted::kind) ||
                         has_done(q.file, q.by, supplement_requested::kind) ||
                         has_done(q.file, q.by, concluded::kind);
    if (!handles)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}是本案审查人员，不得同时作为法律顾问出具意见", q.by.name),
                   .remedy = say("请由其他法律顾问、公职律师出具意见"),
                   .about_role = true};
}

verdict did_not_advise::check(asked const& q)
{
    if (!has_done(q.file, q.by, adviser_opined::kind))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}作为法律顾问出具过意见，不得再作出审查结论", q.by.name),
                   .remedy = say("请由其他审查人员办理"),
                   .about_role = true};
}

verdict adviser_has_opined::check(asked const& q)
{
    auto const& opinions = q.file.legality_review.adviser_opinions;
    bool const opined = std::any_of(opinions.begin(), opinions.end(), [&](auto const& one) {
        return still_covers(q.file, one.draft) && !came_from_one_who_withdrew(q.file, one.seq);
    });
    if (opined)
        return {};
    return refusal{.rule = "R713-28.2",
                   .reason = say("尚无法律顾问或公职律师对现行草案的法律意见"),
                   .remedy = say("请组织法律顾问、公职律师提出法律意见")};
}

verdict asked_advisers_have_answered::check(asked const& q)
{
    auto const& review = q.file.legality_review;
    auto const answered = [&](std::string const& adviser) {
        return std::any_of(review.adviser_opinions.begin(), review.adviser_opinions.end(),
                           [&](auto const& one) { return came_from(q.file, one.seq, adviser); });
    };
    std::set<std::string> invited;
    std::set<std::string> silent;
    for (auto const& request : review.requests)
        for (auto const& adviser : request.body.advisers) {
            invited.insert(adviser);
            if (!answered(adviser) && !withdrew(q.file, adviser))
                silent.insert(adviser);
        }
    if (silent.empty())
        return {};
    return advice{"R713-28.2", say("已邀请{1}人，{2}人尚未答复", invited.size(), silent.size())};
}

bool opinion_is_awaited::holds(asked const& q)
{
    auto const& review = q.file.legality_review;
    for (auto const& request : review.requests) {
        if (review.filing && request.seq < review.filing->seq)
            continue;
        for (auto const& adviser : request.body.advisers) {
            bool const answered =
                std::any_of(review.adviser_opinions.begin(), review.adviser_opinions.end(),
                            [&](auto const& one) {
                                return one.seq > request.seq && came_from(q.file, one.seq, adviser);
                            });
            if (!answered && !withdrew(q.file, adviser))
                return true;
        }
    }
    return false;
}

bool nobody_advised::holds(asked const& q)
{
    return !opinion_is_awaited::holds(q) && !adviser_has_opined::check(q).admits();
}

} // namespace workflows::major_decision::legality_review
