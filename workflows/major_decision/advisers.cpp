#include "workflows/major_decision/advisers.hpp"

#include "workflows/major_decision/parameters.hpp"

#include <algorithm>
#include <utility>

namespace workflows::major_decision::legality_review {
namespace {

using engine::named_person;

bool is(named_person const& one, engine::person_id who, std::string const& name)
{
    return one.id.value != 0 ? one.id == who : !name.empty() && one.name == name;
}

/// Somebody who acts, or whose place they take.
bool is_who_acts(named_person const& one, engine::actor const& who)
{
    return is(one, who.person, who.name) || is(one, who.represents, who.on_behalf_of);
}

doing const* doing_of(dossier const& file, long long seq)
{
    auto const found = std::find_if(file.doings.begin(), file.doings.end(),
                                    [&](doing const& one) { return one.seq == seq; });
    return found == file.doings.end() ? nullptr : &*found;
}

/// An act was done by, or in the place of, somebody.
bool came_from(dossier const& file, long long seq, named_person const& who)
{
    auto const* did = doing_of(file, seq);
    return did && is_named(who, *did);
}

/// Somebody whom `is_them` knows was taken off, by number or by name, or withdrew themselves.
template <class Is>
bool withdrew(dossier const& file, Is const& is_them)
{
    auto const& gone = file.legality_review.withdrawals;
    return std::any_of(gone.begin(), gone.end(),
                       [&](auto const& one) { return is_them(one.body.adviser); });
}

bool was_asked(dossier const& file, engine::actor const& who)
{
    auto const& asked = file.legality_review.requests;
    return std::any_of(asked.begin(), asked.end(), [&](auto const& request) {
        auto const& all = request.body.advisers;
        return std::any_of(all.begin(), all.end(),
                           [&](named_person const& one) { return is_who_acts(one, who); });
    });
}

bool was_named(dossier const& file, named_person const& who)
{
    auto const& asked = file.legality_review.requests;
    return std::any_of(asked.begin(), asked.end(), [&](auto const& request) {
        auto const& all = request.body.advisers;
        return std::find(all.begin(), all.end(), who) != all.end();
    });
}

bool has_opined(dossier const& file, named_person const& who)
{
    auto const& all = file.legality_review.adviser_opinions;
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& one) { return came_from(file, one.seq, who); });
}

/// The same adviser has opined once more since.
bool was_given_anew(dossier const& file, long long seq)
{
    auto const* did = doing_of(file, seq);
    auto const& all = file.legality_review.adviser_opinions;
    return did && std::any_of(all.begin(), all.end(), [&](auto const& one) {
               return one.seq > seq && came_from(file, one.seq, {did->person, did->name});
           });
}

bool has_opined_on_draft(dossier const& file, named_person const& who)
{
    auto const& all = file.legality_review.adviser_opinions;
    return std::any_of(all.begin(), all.end(), [&](auto const& one) {
        return one.draft == current_draft(file) && came_from(file, one.seq, who);
    });
}

bool came_from_one_who_withdrew(dossier const& file, long long seq)
{
    auto const* did = doing_of(file, seq);
    return did && has_withdrawn(file, *did);
}

/// Somebody under each appointment of their own; empty for who is known by name alone.
std::vector<engine::actor> own_seats(asked const& q, named_person const& who)
{
    if (!q.people || who.id.value == 0)
        return {};
    auto seats = q.people->seats_of(who.id, q.today);
    std::erase_if(seats, [](engine::actor const& one) { return one.represents.value != 0; });
    return seats;
}

/// As the register or the record knows somebody; empty where neither does.
std::string name_of(asked const& q, named_person const& who)
{
    if (auto const seats = own_seats(q, who); !seats.empty())
        return seats.front().name;
    for (auto const& one : q.file.doings)
        if (who.id.value != 0 && one.person == who.id)
            return one.name;
    return who.name;
}

/// Those who are awaited, each once, with the day that they were last given.
std::vector<std::pair<named_person, day>> silent_advisers(dossier const& file)
{
    std::vector<std::pair<named_person, day>> all;
    auto awaited = advisers_awaited(file);
    auto const& requests = file.legality_review.requests;
    for (auto request = requests.rbegin(); request != requests.rend(); ++request)
        for (auto const& adviser : request->body.advisers)
            if (std::erase(awaited, adviser) > 0)
                all.emplace_back(adviser, request->body.answer_by);
    return all;
}

/// Nothing is reviewed any more from this act on.
bool ends_review(dossier const& file, engine::act const& what)
{
    auto const& review = file.legality_review;
    if (what.kind == concluded::kind)
        return true;
    if (!review.acceptance || review.conclusion)
        return false;
    if (what.kind == returned::kind)
        return true;
    bool const was_returned =
        !review.returns.empty() && review.returns.back().seq > review.acceptance->seq;
    return what.kind == drafting::versioned::kind && !was_returned &&
           review.acceptance->draft == current_draft(file) - 1;
}

verdict may_be_asked(asked const& q, named_person const& who)
{
    if (who.id.value == 0)
        return refusal{.rule = "R713-28.2",
                       .reason = say("“{1}”只写了姓名，没有从人员名册中选择", who.name),
                       .remedy = say("请选择现任法律顾问、公职律师")};
    auto const seats = own_seats(q, who);
    auto const adviser = std::find_if(seats.begin(), seats.end(), [](engine::actor const& one) {
        return one.role == "legal_adviser";
    });
    if (adviser == seats.end())
        return refusal{.rule = "R713-28.2",
                       .reason = seats.empty()
                                     ? say("名册中没有第{1}号人员", who.id.value)
                                     : say("{1}现在不是法律顾问、公职律师", seats.front().name),
                       .remedy = say("请选择现任法律顾问、公职律师")};
    if (has_withdrawn(q.file, who))
        return refusal{.rule = "GD21-32.2",
                       .reason = say("{1}已经回避", adviser->name),
                       .remedy = say("请由其他法律顾问、公职律师出具意见")};
    return duties_stay_separate(q.file, adviser_opined::kind, *adviser);
}

} // namespace

bool is_named(named_person const& one, doing const& did)
{
    return is(one, did.person, did.name) || is(one, did.represents, did.on_behalf_of);
}

bool is_same(dossier const& file, named_person const& a, named_person const& b)
{
    return a == b || std::any_of(file.doings.begin(), file.doings.end(), [&](doing const& one) {
               return is_named(a, one) && is_named(b, one);
           });
}

bool has_withdrawn(dossier const& file, named_person const& who)
{
    return withdrew(file, [&](named_person const& one) { return is_same(file, one, who); });
}

bool has_withdrawn(dossier const& file, doing const& did)
{
    return withdrew(file, [&](named_person const& one) { return is_named(one, did); });
}

verdict request_names_advisers::check(asked const& q, advisers_asked const& body)
{
    verdict found;
    if (body.advisers.empty())
        found += refusal{.rule = "R713-28.2",
                         .reason = say("未写明邀请的法律顾问、公职律师"),
                         .remedy = say("请至少写明一人")};
    for (auto const& one : body.advisers) {
        found += may_be_asked(q, one);
        if (has_opined_on_draft(q.file, one))
            found += advice{"R713-28.2", say("{1}对第{2}稿已经出具意见", name_of(q, one),
                                             current_draft(q.file))};
    }
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
    if (withdrew(q.file, [&](named_person const& one) { return is_who_acts(one, q.by); }))
        return refusal{.rule = "GD21-32.2",
                       .reason = say("{1}已经回避", q.by.name),
                       .remedy = say("请由其他法律顾问、公职律师出具意见"),
                       .about_role = true};
    if (was_asked(q.file, q.by))
        return {};
    return advice{"R713-28.2", say("{1}不在邀请名单内", q.by.name)};
}

verdict may_take_advisers_off::check(asked const& q)
{
    if (q.by.role == "legal_adviser")
        return {};
    return duties_stay_separate(q.file, accepted::kind, q.by);
}

verdict who_advises_withdraws::check(asked const& q, adviser_withdrew const& body)
{
    if (q.by.role == "legal_adviser") {
        if (is_who_acts(body.adviser, q.by))
            return {};
        return refusal{.rule = "GD21-32.2",
                       .reason = say("法律顾问、公职律师只能为本人登记回避"),
                       .remedy = say("请填写本人；其他人的回避由本人或者审查部门登记")};
    }
    if (was_named(q.file, body.adviser) || has_opined(q.file, body.adviser))
        return {};
    return refusal{.rule = "GD21-32.2",
                   .reason = say("所填人员既没有受邀请，也没有出具过意见"),
                   .remedy = say("请从受邀请或者出具过意见的法律顾问、公职律师中选择")};
}

verdict author_is_a_reviewer::check(asked const& q, concluded const& body)
{
    // in the place of a reviewer as well; `judges_no_own_work` is asked of whoever acts
    if (body.author.id.value != 0 && body.author.id == q.by.person)
        return {};
    auto const seats = own_seats(q, body.author);
    auto const author = std::find_if(seats.begin(), seats.end(), [&](engine::actor const& one) {
        return one.unit == q.by.unit;
    });
    if (author == seats.end())
        return refusal{.rule = "JC-1",
                       .reason = say("意见书的审查人没有从审查部门的人员名册中选择"),
                       .remedy = say("请选择本部门实际承办审查的人员")};
    return duties_stay_separate(q.file, concluded::kind, *author);
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
    verdict found;
    long long nameless = 0;
    day latest;
    for (auto const& [who, until] : silent_advisers(q.file)) {
        auto name = name_of(q, who);
        if (!name.empty())
            found +=
                advice{"R713-28.2",
                       say("{1}受邀提出法律意见，尚未答复（答复期限{2}），出具审查意见即不再等待",
                           std::move(name), until)};
        else {
            ++nameless;
            latest = std::max(latest, until);
        }
    }
    if (nameless > 0)
        found += advice{"R713-28.2",
                        say("受邀提出法律意见的有{1}人尚未答复（最迟{2}），出具审查意见即不再等待",
                            nameless, latest)};
    return found;
}

verdict advice_was_weighed::check(asked const& q, concluded const& body)
{
    bool const finds_nothing = body.outcome == review_outcome::lawful ||
                               body.outcome == review_outcome::lawful_with_risk_notice;
    if (!finds_nothing)
        return {};
    long long objecting = 0;
    for (auto const& one : q.file.legality_review.adviser_opinions)
        objecting += one.draft == current_draft(q.file) &&
                     (one.body.conclusion == adviser_conclusion::agree_after_changes ||
                      one.body.conclusion == adviser_conclusion::disagree) &&
                     !came_from_one_who_withdrew(q.file, one.seq) &&
                     !was_given_anew(q.file, one.seq);
    if (objecting == 0)
        return {};
    return advice{"R713-28.2", say("法律顾问、公职律师的意见中有{1}份要求修改或者不同意，"
                                   "结论与其不一致的，请在审查意见中说明是否采纳及理由",
                                   objecting)};
}

std::vector<engine::named_person> advisers_awaited(dossier const& file)
{
    auto const& review = file.legality_review;
    std::vector<engine::named_person> silent;
    for (auto const& request : review.requests) {
        if (review.filing && request.seq < review.filing->seq)
            continue;
        for (auto const& adviser : request.body.advisers) {
            bool const answered =
                std::any_of(review.adviser_opinions.begin(), review.adviser_opinions.end(),
                            [&](auto const& one) {
                                return one.seq > request.seq && came_from(file, one.seq, adviser);
                            });
            if (!answered && !has_withdrawn(file, adviser))
                silent.push_back(adviser);
        }
    }
    return silent;
}

std::vector<engine::news> told_of_review(dossier const& file, engine::act const& what)
{
    std::vector<engine::news> all;
    if (!ends_review(file, what))
        return all;
    for (auto const& [who, until] : silent_advisers(file))
        if (who.id.value != 0)
            all.push_back({"legality_review",
                           "news.advice_awaited_no_more",
                           {"legal_adviser", "", who.id},
                           {}});
    return all;
}

bool opinion_is_awaited::holds(asked const& q)
{
    return !advisers_awaited(q.file).empty();
}

bool nobody_advised::holds(asked const& q)
{
    return !opinion_is_awaited::holds(q) && !adviser_has_opined::check(q).admits();
}

} // namespace workflows::major_decision::legality_review
