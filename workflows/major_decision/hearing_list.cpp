#include "workflows/major_decision/hearing_list.hpp"

#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision::hearing {
namespace {

using people = std::vector<listed_person>;

engine::text role_name(std::string const& role)
{
    return say("choice.hearing_role." + role);
}

bool is_participant(listed_person const& one)
{
    return one.role == hearing_role::participant && !one.is_substitute;
}

bool contains(std::vector<std::string> const& names, std::string const& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Roles that the place names and nobody of these fills.
std::vector<engine::text> unfilled(asked const& q, people const& there)
{
    std::vector<engine::text> missing;
    for (auto const& role : q.law.list(hearing_roles))
        if (std::none_of(there.begin(), there.end(),
                         [&](auto const& one) { return engine::name_of(one.role) == role; }))
            missing.push_back(role_name(role));
    return missing;
}

people present_of(asked const& q, held const& body)
{
    people there;
    for (auto const& name : body.present)
        if (auto const* one = on_list(q.file, name))
            there.push_back(*one);
    return there;
}

/// When the papers reached a person on the list; nothing while that is not on record.
std::optional<day> papers_reached(dossier const& file, std::string const& name)
{
    std::optional<day> first;
    for (auto const& act : file.hearing.deliveries)
        for (auto const& one : act.body.deliveries)
            if (one.name == name)
                first = std::min(first.value_or(one.delivered_on), one.delivered_on);
    return first;
}

/// How the papers of a participant stand to the day of the hearing.
enum class papers { awaited, late, in_time };

papers papers_of(asked const& q, std::string const& name)
{
    auto const reached = papers_reached(q.file, name);
    if (!reached)
        return papers::awaited;
    auto const before = q.law.number(hearing_materials_days);
    bool const late = before && engine::stands(*reached, *hearing_day(q.file), *before) ==
                                    engine::in_advance::too_late;
    return late ? papers::late : papers::in_time;
}

bool any_participant_has(asked const& q, papers how)
{
    auto const& list = q.file.hearing.list->body.people;
    return std::any_of(list.begin(), list.end(), [&](auto const& one) {
        return one.role == hearing_role::participant && papers_of(q, one.name) == how;
    });
}

verdict number_is_unknown(asked const& q, engine::parameter_key const& key)
{
    auto const* set = q.law.find(key);
    if (!set)
        return {};
    return advice{set->rule, say("本地规则对此有数字要求，但未能查到具体数字，未作核对")};
}

} // namespace

listed_person const* on_list(dossier const& file, std::string const& name)
{
    if (!file.hearing.list)
        return nullptr;
    for (auto const& one : file.hearing.list->body.people)
        if (one.name == name)
            return &one;
    return nullptr;
}

std::optional<day> papers_reached_all(dossier const& file)
{
    std::optional<day> last;
    for (auto const& one : file.hearing.list->body.people) {
        if (one.role != hearing_role::participant)
            continue;
        auto const reached = papers_reached(file, one.name);
        if (!reached)
            return {};
        last = std::max(last.value_or(*reached), *reached);
    }
    return last;
}

verdict days_ahead(asked const& q, engine::parameter_key const& key, char const* rule, day done,
                   day event)
{
    auto const before = q.law.number(key);
    if (!before && q.law.find(key))
        return number_is_unknown(q, key);
    // "In advance" without a number: the day before at the latest.
    auto const n = before.value_or(1);
    auto const last = engine::days_before(event, n, q.days);
    switch (engine::stands(done, event, n)) {
    case engine::in_advance::in_time:
        return {};
    case engine::in_advance::exactly:
        if (!before)
            return {};
        return advice{q.law.rule_of(key, rule),
                      say("{1}恰为{2}日前，是否须足{2}整日尚有争议；建议在{3}以前办理", done, n,
                          last.advised - std::chrono::days(last.advised == last.latest ? 1 : 0))};
    case engine::in_advance::too_late:
        break;
    }
    return refusal{.rule = q.law.rule_of(key, rule),
                   .reason =
                       say("须在{1}的{2}日前办理，最迟{3}，实际为{4}", event, n, last.latest, done),
                   .remedy = say("请推迟听证会，使其不早于{1}", done + std::chrono::days(n))};
}

verdict roles_are_filled::check(asked const& q, listed const& body)
{
    verdict found;
    auto const missing = unfilled(q, body.people);
    if (!missing.empty())
        found += refusal{.rule = q.law.rule_of(hearing_roles, "R713-17.1"),
                         .reason = say("名单中没有{1}", in_a_row(missing)),
                         .remedy = say("请补充相应人员")};
    auto const hosts = std::count_if(body.people.begin(), body.people.end(), [](auto const& one) {
        return one.role == hearing_role::host;
    });
    if (hosts > 1)
        found += refusal{.rule = q.law.rule_of(hearing_roles, "R713-17.1"),
                         .reason = say("名单中有{1}名主持人", hosts),
                         .remedy = say("听证会由一名主持人主持，请更正")};
    if (std::none_of(body.people.begin(), body.people.end(), is_participant))
        found += refusal{.rule = "R713-16.3",
                         .reason = say("名单中没有听证参加人"),
                         .remedy = say("请列明听证参加人")};
    return found;
}

verdict people_are_described::check(asked const&, listed const& body)
{
    verdict found;
    std::set<std::string> names;
    std::vector<std::string> twice, bare, unplaced;
    for (auto const& one : body.people) {
        if (!names.insert(one.name).second)
            twice.push_back(one.name);
        if (!one.identity)
            bare.push_back(one.name);
        if (one.role == hearing_role::participant && (!one.origin || !one.side))
            unplaced.push_back(one.name);
    }
    if (!twice.empty())
        found += refusal{.rule = "R713-16.4",
                         .reason = say("名单中{1}重复", in_a_row(twice)),
                         .remedy = say("请删去重复人员；同名者请加注区分")};
    if (!bare.empty())
        found += refusal{.rule = "R713-16.4",
                         .reason = say("{1}未填写身份信息", in_a_row(bare)),
                         .remedy = say("请填写单位、职业等可以公布的身份信息")};
    if (!unplaced.empty())
        found +=
            refusal{.rule = "R713-16.3",
                    .reason = say("听证参加人{1}未填写产生方式或者代表的意见", in_a_row(unplaced)),
                    .remedy = say("请填写产生方式和意见倾向，以便核对各方均有代表")};
    return found;
}

verdict host_is_independent::check(asked const& q, listed const& body)
{
    if (!q.law.flag(hearing_host_independence_required))
        return {};
    auto const rule = q.law.rule_of(hearing_host_independence_required, "GDH303-9.1");
    verdict found;
    for (auto const& one : body.people) {
        if (one.role != hearing_role::host)
            continue;
        bool const drafted_here =
            std::any_of(q.file.doings.begin(), q.file.doings.end(), [&](auto const& did) {
                return did.kind == drafting::versioned::kind &&
                       (did.name == one.name || did.on_behalf_of == one.name);
            });
        if (one.drafted_the_draft || drafted_here)
            found += refusal{.rule = rule,
                             .reason = say("主持人{1}参与了草案起草", one.name),
                             .remedy = say("请另行指定主持人")};
        if (one.has_interest)
            found += refusal{.rule = rule,
                             .reason = say("主持人{1}与决策事项有利害关系", one.name),
                             .remedy = say("请另行指定主持人")};
    }
    return found;
}

verdict host_takes_no_side::check(asked const& q, listed const& body)
{
    verdict found;
    for (auto const& one : body.people)
        if (one.role == hearing_role::host && one.side)
            found += refusal{.rule = q.law.rule_of(hearing_host_independence_required, "R713-17.1"),
                             .reason = say("主持人{1}填写了代表的意见", one.name),
                             .remedy = say("主持人不代表任何一方，请删去其意见倾向")};
    return found;
}

verdict participants_are_enough::check(asked const& q, listed const& body)
{
    verdict found;
    auto const number = std::count_if(body.people.begin(), body.people.end(), is_participant);
    if (q.law.flag(hearing_participants_odd) && number % 2 == 0)
        found += refusal{.rule = q.law.rule_of(hearing_participants_odd, "GDH303-19.1"),
                         .reason = say("听证参加人为{1}人，须为单数", number),
                         .remedy = say("请增加或减少一人")};
    auto const soft = [&](bool fits, engine::rule_id rule, engine::text what) {
        if (fits)
            return;
        if (body.fewer_reason)
            found += advice{std::move(rule), say("{1}，理由已记录", std::move(what))};
        else
            found += refusal{.rule = std::move(rule),
                             .reason = std::move(what),
                             .remedy = say("请增加参加人，或写明理由")};
    };
    if (auto const least = q.law.number(hearing_participants_min))
        soft(number >= *least, q.law.rule_of(hearing_participants_min, "GDH303-19.1"),
             say("听证参加人为{1}人，一般不少于{2}人", number, *least));
    else
        found += number_is_unknown(q, hearing_participants_min);
    if (auto const share = q.law.share(hearing_interested_share)) {
        auto const interested =
            std::count_if(body.people.begin(), body.people.end(),
                          [](auto const& one) { return is_participant(one) && one.has_interest; });
        soft(interested * share->in >= number * share->of,
             q.law.rule_of(hearing_interested_share, "R713-16.3"),
             say("利害关系人{1}人，在{2}名参加人中一般不少于{3}/{4}", interested, number, share->of,
                 share->in));
    }
    return found;
}

verdict sides_are_balanced::check(asked const&, listed const& body)
{
    verdict found;
    for (auto side : {hearing_side::in_favour, hearing_side::against})
        if (std::none_of(body.people.begin(), body.people.end(),
                         [&](auto const& one) { return is_participant(one) && one.side == side; }))
            found += advice{"R713-16.3",
                            say("没有代表“{1}”的参加人，须保证各方均有代表",
                                say("choice.hearing_side." + std::string(engine::name_of(side))))};
    return found;
}

bool papers_are_awaited::holds(asked const& q)
{
    return any_participant_has(q, papers::awaited);
}

bool papers_came_late::holds(asked const& q)
{
    return any_participant_has(q, papers::late);
}

verdict papers_came_in_time::check(asked const& q)
{
    auto const before = q.law.number(hearing_materials_days);
    if (!before)
        return {};
    std::vector<std::string> without;
    for (auto const& one : q.file.hearing.list->body.people)
        if (one.role == hearing_role::participant && papers_of(q, one.name) != papers::in_time)
            without.push_back(one.name);
    if (without.empty())
        return {};
    return refusal{.rule = q.law.rule_of(hearing_materials_days, "R713-16.5"),
                   .reason = say("{1}未在听证会{2}日前收到材料", in_a_row(without), *before),
                   .remedy = say("请登记送达日期；未及时送达的，须延期举行")};
}

verdict present_are_listed::check(asked const& q, held const& body)
{
    verdict found;
    std::vector<std::string> strangers;
    for (auto const& name : body.present)
        if (!on_list(q.file, name))
            strangers.push_back(name);
    if (!strangers.empty())
        found += refusal{.rule = "R713-16.4",
                         .reason = say("{1}不在公布的名单上", in_a_row(strangers)),
                         .remedy = say("请更正出席人员；旁听人员不在此登记")};
    std::set<std::string> const different(body.present.begin(), body.present.end());
    if (different.size() != body.present.size())
        found += refusal{.rule = "R713-16.4",
                         .reason = say("出席人员重复填写"),
                         .remedy = say("每人只填写一次")};
    return found;
}

verdict enough_came::check(asked const& q, held const& body)
{
    verdict found;
    auto const there = present_of(q, body);
    auto const missing = unfilled(q, there);
    if (!missing.empty())
        found += refusal{.rule = q.law.rule_of(hearing_roles, "R713-17.1"),
                         .reason = say("{1}未到场", in_a_row(missing)),
                         .remedy = say("请核对出席人员；缺席的须延期举行听证会")};
    auto const share = q.law.share(hearing_attendance);
    if (!share) {
        found += number_is_unknown(q, hearing_attendance);
        return found;
    }
    auto const& list = q.file.hearing.list->body.people;
    auto const due = std::count_if(list.begin(), list.end(), is_participant);
    auto const came =
        std::min(due, std::count_if(there.begin(), there.end(), [](auto const& one) {
                     return one.role == hearing_role::participant; // a substitute comes in
                 }));
    if (came * share->in < due * share->of)
        found += refusal{.rule = q.law.rule_of(hearing_attendance, "GDH303-19.2"),
                         .reason = say("应到参加人{1}人，实到{2}人，不足{3}/{4}", due, came,
                                       share->of, share->in),
                         .remedy = say("请由候补人员递补，或登记延期")};
    return found;
}

verdict record_is_signed::check(asked const& q, held const& body)
{
    auto const roles = q.law.list(hearing_signatures);
    std::vector<std::string> missing;
    for (auto const& one : present_of(q, body)) {
        if (!contains(roles, std::string(engine::name_of(one.role))))
            continue;
        bool const settled =
            std::any_of(body.signatures.begin(), body.signatures.end(), [&](auto const& s) {
                return s.name == one.name && (s.has_signed || s.note);
            });
        if (!settled)
            missing.push_back(one.name);
    }
    if (missing.empty())
        return {};
    return refusal{.rule = q.law.rule_of(hearing_signatures, "R713-17.1"),
                   .reason = say("听证笔录缺少{1}的签名", in_a_row(missing)),
                   .remedy = say("请补签；拒绝签名的，在笔录和备注中注明")};
}

verdict count_fits_statements::check(asked const& q, held const& body)
{
    verdict found;
    std::vector<std::string> strangers;
    std::set<std::string> against;
    for (auto const& one : body.statements) {
        auto const* person = on_list(q.file, one.name);
        if (!contains(body.present, one.name) || !person)
            strangers.push_back(one.name);
        else if (person->role == hearing_role::participant && one.side == hearing_side::against)
            against.insert(one.name);
    }
    if (!strangers.empty())
        found += refusal{.rule = "R713-17.1",
                         .reason = say("发言人{1}不在出席人员中", in_a_row(strangers)),
                         .remedy = say("请更正发言人或出席人员")};
    auto const there = present_of(q, body);
    auto const came = std::count_if(there.begin(), there.end(), [](auto const& one) {
        return one.role == hearing_role::participant;
    });
    if (body.against < static_cast<long long>(against.size()) || body.against > came)
        found +=
            refusal{.rule = q.law.rule_of(hearing_further_argument_required, "R713-17.1"),
                    .reason = say("反对人数填写为{1}，笔录中反对的参加人{2}人，到场参加人{3}人",
                                  body.against, against.size(), came),
                    .remedy = say("请更正反对人数")};
    return found;
}

} // namespace workflows::major_decision::hearing
