#include "workflows/adviser_file/engagement.hpp"

#include "engine/msm_chapter.hpp"
#include "workflows/shared_conditions.hpp"

#include <algorithm>

namespace workflows::adviser_file {

using asked = engine::question<engagement_file>;
using engine::admit_if;
using engine::by;
using engine::clauses;
using engine::refusal;
using engine::say;
using engine::stage_of_chapter;
using engine::verdict;

bool is_assessed(engagement_file const& file, long long year)
{
    return std::any_of(file.assessments.begin(), file.assessments.end(),
                       [&](auto const& one) { return one.assessed_year == year; });
}

namespace engagement {
namespace {

// clang-format off
struct unopened : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct engaged  : stage_of_chapter { static constexpr std::string_view name = "engaged"; };
struct over     : stage_of_chapter { static constexpr std::string_view name = "over"; };
// clang-format on

/// The legal office keeps the files of the advisers (GDLA-18).
struct keeper_of_files {
    static constexpr std::string_view name = "keeper_of_files";
    static std::vector<engine::seat> seats(engagement_file const&) { return {{"reviewer", ""}}; }
};

/// Nobody keeps their own file, nor has it kept by whoever takes their place (JC-1). Advisers are
/// known by their names here, as they are in the acts that count for them.
verdict is_another(engine::actor const& by, std::string const& adviser)
{
    if (by.name != adviser && by.on_behalf_of != adviser)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}不得办理本人的顾问档案", adviser),
                   .remedy = say("请由法制机构其他人员办理"),
                   .about_role = true};
}

struct records_somebody_else {
    static verdict check(asked const& q, recorded const& body)
    {
        return is_another(q.by, body.adviser);
    }
};

struct is_not_the_adviser {
    static verdict check(asked const& q) { return is_another(q.by, q.file.record->adviser); }
};

/// Three to five years (GDLA-10).
template <class Body>
struct term_is_lawful {
    static verdict check(asked const&, Body const& body)
    {
        constexpr int least = 36;
        constexpr int most = 60;
        auto const after = body.engaged_until + std::chrono::days(1);
        if (after >= engine::add_months(body.engaged_from, least) &&
            after <= engine::add_months(body.engaged_from, most))
            return {};
        return refusal{.rule = "GDLA-10",
                       .reason =
                           say("聘期{1}至{2}不是三至五年", body.engaged_from, body.engaged_until),
                       .remedy = say("请核对聘期的起止日期")};
    }
};

/// A lawyer has practised three years before the engagement, with a clean record, as has the firm
/// (GDLA-12).
struct lawyer_has_practised {
    static verdict check(asked const&, recorded const& body)
    {
        if (body.adviser_kind_is != adviser_kind::lawyer)
            return {};
        constexpr int months = 36;
        verdict found;
        if (!body.practising_since ||
            engine::add_months(*body.practising_since, months) > body.engaged_from)
            found += refusal{.rule = "GDLA-12",
                             .reason = say("受聘律师执业不满三年，或者未写明执业起始日期"),
                             .remedy = say("请填写执业起始日期；不满三年的不得聘请")};
        if (!body.clean_record)
            found += refusal{.rule = "GDLA-12",
                             .reason = say("未确认律师和律师事务所三年内没有不良记录"),
                             .remedy = say("请核实后确认")};
        return found;
    }
};

/// Chosen openly, with a contract of service (GDLA-13/14); own staff needs none.
struct is_under_contract {
    static verdict check(asked const&, recorded const& body)
    {
        if (body.selection_is == selection::own_staff || body.contract_number)
            return {};
        return refusal{.rule = "GDLA-13/14",
                       .reason = say("没有法律服务合同"),
                       .remedy = say("请与受聘人或者其所在单位签订合同并填写编号")};
    }
};

struct own_staff_is_public_lawyer {
    static verdict check(asked const&, recorded const& body)
    {
        bool const is_own = body.selection_is == selection::own_staff;
        if (is_own == (body.adviser_kind_is == adviser_kind::public_lawyer))
            return {};
        return refusal{.rule = "GDLA-13/14",
                       .reason = say("外聘的专家和律师须公开择优选聘，公职律师由本机构选派"),
                       .remedy = say("请核对顾问类别和选聘方式")};
    }
};

/// One assessment a year, of a year in which the adviser served (GDLA-18).
struct year_may_be_assessed {
    static verdict check(asked const& q, assessed const& body)
    {
        if (is_assessed(q.file, body.assessed_year))
            return refusal{.rule = "GDLA-18",
                           .reason = say("{1}年度已经考核", body.assessed_year),
                           .remedy = say("每年只考核一次")};
        auto const first = engine::year_of(q.file.record->engaged_from);
        if (body.assessed_year >= first && body.assessed_year <= engine::year_of(q.today) &&
            body.assessed_year <= engine::year_of(q.file.until))
            return {};
        return refusal{.rule = "GDLA-18",
                       .reason = say("{1}年不在聘期之内或者尚未到来", body.assessed_year),
                       .remedy = say("请填写聘期之内的年度")};
    }
};

struct failing_has_happened {
    static verdict check(asked const& q, failing_noted const& body)
    {
        return not_in_future(q.today, body.happened_on);
    }
};

/// Renewal rests on the assessments: every whole year of the term, and no failure in the last
/// (GDLA-18).
struct years_are_assessed {
    static verdict check(asked const& q, renewed const&)
    {
        verdict found;
        auto const last = std::min(engine::year_of(q.file.until), engine::year_of(q.today));
        for (long long year = engine::year_of(q.file.from) + 1; year < last; ++year)
            if (!is_assessed(q.file, year))
                found += refusal{.rule = "GDLA-18",
                                 .reason = say("{1}年度尚未考核", year),
                                 .remedy = say("请先完成聘期内各年度的考核")};
        if (q.file.assessments.empty())
            found += refusal{.rule = "GDLA-18",
                             .reason = say("聘期内没有考核"),
                             .remedy = say("请先完成聘期内各年度的考核")};
        else if (q.file.assessments.back().grade_is == grade::not_competent)
            found += refusal{.rule = "GDLA-18",
                             .reason = say("最近一次考核不称职，不得续聘"),
                             .remedy = say("请终止聘任")};
        return found;
    }
};

/// The next term begins where the last one ends.
struct follows_the_last_term {
    static verdict check(asked const& q, renewed const& body)
    {
        if (body.engaged_from > q.file.until)
            return {};
        return refusal{.rule = "GDLA-10",
                       .reason =
                           say("续聘自{1}起，原聘期到{2}才届满", body.engaged_from, q.file.until),
                       .remedy = say("请从原聘期届满之后起算")};
    }
};

bool is_light(failing which)
{
    return which == failing::absent_from_meeting || which == failing::late_opinion;
}

/// Dismissed for two absences or late opinions without reason, one grave failing, or a failed
/// assessment (GDLA-21).
struct dismissal_has_grounds {
    static verdict check(asked const& q, ended const& body)
    {
        if (body.ending_is != ending::dismissed)
            return {};
        long long light = 0;
        long long grave = 0;
        for (auto const& one : q.file.failings)
            if (!one.excused)
                ++(is_light(one.failing_is) ? light : grave);
        bool const failed = !q.file.assessments.empty() &&
                            q.file.assessments.back().grade_is == grade::not_competent;
        if (light >= 2 || grave > 0 || failed)
            return {};
        return refusal{.rule = "GDLA-21",
                       .reason = say("登记的无故缺席、逾期不足两次，也没有其他解聘事由"),
                       .remedy = say("请先登记解聘事由，或者选择其他终止方式")};
    }
};

} // namespace

void enter(engagement_file& file, recorded const& body, engine::act const& what)
{
    file.record = body;
    file.unit = what.by.unit;
    file.from = body.engaged_from;
    file.until = body.engaged_until;
}
void enter(engagement_file& file, assessed const& body, engine::act const&)
{
    file.assessments.push_back(body);
}
void enter(engagement_file& file, failing_noted const& body, engine::act const&)
{
    file.failings.push_back(body);
}
void enter(engagement_file& file, renewed const& body, engine::act const&)
{
    file.from = body.engaged_from;
    file.until = body.engaged_until;
}
void enter(engagement_file& file, ended const& body, engine::act const&)
{
    file.ending = body;
}

namespace {

template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = engine::tables<engagement_file>::clause<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = engine::tables<engagement_file>::option<Rule, Stage, Body, Next, Lists...>;

struct rules_of_chapter {
    using file = engagement_file;
    static constexpr std::string_view name = "engagement";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule       at stage  on act         then     only if
    clause<"GDLA-10",  unopened, recorded,      engaged, admit_if<by<keeper_of_files>, records_somebody_else, term_is_lawful<recorded>, lawyer_has_practised, is_under_contract, own_staff_is_public_lawyer>>,
    option<"GDLA-18",  engaged,  assessed,      engaged, admit_if<by<keeper_of_files>, is_not_the_adviser, year_may_be_assessed>>,
    option<"GDLA-21",  engaged,  failing_noted, engaged, admit_if<by<keeper_of_files>, is_not_the_adviser, failing_has_happened>>,
    option<"GDLA-18",  engaged,  renewed,       engaged, admit_if<by<keeper_of_files>, is_not_the_adviser, years_are_assessed, follows_the_last_term, term_is_lawful<renewed>>>,
    option<"GDLA-21",  engaged,  ended,         over,    admit_if<by<keeper_of_files>, is_not_the_adviser, dismissal_has_grounds>>
    >;
    // clang-format on
};

} // namespace
} // namespace engagement

std::unique_ptr<engine::chapter<engagement_file>> make_engagement()
{
    return std::make_unique<engine::msm_chapter<engagement::rules_of_chapter>>();
}

} // namespace workflows::adviser_file
