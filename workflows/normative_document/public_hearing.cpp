#include "workflows/normative_document/public_hearing.hpp"

#include "workflows/normative_document/tables.hpp"

#include <algorithm>

namespace workflows::normative_document {

using major_decision::hearing::announced;
using major_decision::hearing::listed;
using major_decision::hearing::postponed;

namespace public_hearing {
namespace {

// clang-format off
struct before_notice : stage_of_chapter   { static constexpr std::string_view name = "before_notice"; };
struct noticed       : stage_that_goes_on { static constexpr std::string_view name = "announced"; };
struct heard         : stage_of_chapter   { static constexpr std::string_view name = "heard"; };
struct over          : stage_of_chapter   { static constexpr std::string_view name = "concluded"; };
// clang-format on

/// What is lawfully kept from the public is not heard in public (NORM-7).
struct is_open_to_the_public {
    static verdict check(asked const& q)
    {
        auto const& waiver = q.file.opinions.waiver;
        if (!waiver || waiver->body.exception_is != opinions::comment_exception::secret_matter)
            return {};
        return refusal{.rule = "NORM-7",
                       .reason = say("本文件依法不公开征求意见，不公告听证"),
                       .remedy = say("不再保密的，请先公开征求意见")};
    }
};

/// The notice stands where people find it and comes before the hearing, with a day between to sign
/// up; no rule that was read says how many (NORM-9).
struct notice_is_in_order {
    static verdict check(asked const& q, announced const& body)
    {
        verdict found;
        if (body.channels.empty())
            found += refusal{.rule = "NORM-9",
                             .reason = say("未填写听证公告的公布渠道"),
                             .remedy = say("请至少选择一个公布渠道")};
        if (body.hearing_on <= body.published_on || body.hearing_on <= q.today)
            found += refusal{
                .rule = "NORM-9",
                .reason = say("听证日期{1}须晚于公告日期和今天，公众才来得及报名", body.hearing_on),
                .remedy = say("请另定听证日期")};
        return found;
    }
};

struct people_are_named {
    static verdict check(asked const&, listed const& body)
    {
        if (!body.people.empty())
            return {};
        return refusal{.rule = "NORM-9",
                       .reason = say("听证人员名单是空的"),
                       .remedy = say("请逐一登记听证人员")};
    }
};

/// No rule that was read says how many take part: fewer than the notice promised are remarked on
/// (NORM-9).
struct as_many_as_announced {
    static verdict check(asked const& q, listed const& body)
    {
        auto const places = q.file.public_hearing.notice->body.quota;
        auto const number = std::count_if(body.people.begin(), body.people.end(), takes_part);
        if (number >= places || body.fewer_reason)
            return {};
        return advice{"NORM-9",
                      say("名单中听证参加人{1}人，公告的名额为{2}人，没有说明人数较少的理由",
                          number, places)};
    }

private:
    static bool takes_part(major_decision::hearing::listed_person const& one)
    {
        return one.role == major_decision::hearing::hearing_role::participant && !one.is_substitute;
    }
};

/// Until the day before the hearing people may sign up, or until they read who takes part.
day last_day_to_sign_up(dossier const& file)
{
    return *file.public_hearing.hearing_on - std::chrono::days(1);
}

/// The first list ends the signing up, of which the public was told that it lasts longer (NORM-9).
struct nobody_signs_up_any_more {
    static verdict check(asked const& q, listed const&)
    {
        auto const last = last_day_to_sign_up(q.file);
        if (q.file.public_hearing.list || q.today >= last)
            return {};
        return advice{"NORM-9", say("名单公布后不再接受报名，不公布则可以报名到{1}", last)};
    }
};

struct new_day_is_later {
    static verdict check(asked const& q, postponed const& body)
    {
        auto const before = *q.file.public_hearing.hearing_on;
        if (body.new_day > before && body.new_day > q.today)
            return {};
        return refusal{.rule = "NORM-9",
                       .reason =
                           say("新的听证日期{1}须晚于今天和原定日期{2}", body.new_day, before),
                       .remedy = say("请更正新的听证日期")};
    }
};

struct awaits_notice {
    static bool holds(asked const& q)
    {
        return touches(q.file) && !is_heard(q.file) && draft_on_file::check(q).admits() &&
               is_open_to_the_public::check(q).admits();
    }
};

/// Whoever signed up waits to read whether they take part; on the day of the notice nobody did yet,
/// unless it is the last day to do so.
struct awaits_list {
    static bool holds(asked const& q)
    {
        auto const& hearing = q.file.public_hearing;
        if (!hearing_is_announced(q.file) || hearing.list || q.today >= *hearing.hearing_on)
            return false;
        return q.today > hearing.notice->body.published_on ||
               q.today == last_day_to_sign_up(q.file);
    }
};

} // namespace
} // namespace public_hearing

// ---- entering

void enter(dossier& file, announced const& body, engine::act const& what)
{
    file.public_hearing.notice = on_file(file, body, what);
    file.public_hearing.hearing_on = body.hearing_on;
    file.public_hearing.list.reset();
}
void enter(dossier& file, listed const& body, engine::act const& what)
{
    file.public_hearing.list = on_file(file, body, what);
}
void enter(dossier& file, postponed const& body, engine::act const&)
{
    file.public_hearing.hearing_on = body.new_day;
}

namespace public_hearing {
namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "hearing";
    using opening = before_notice;

    using announces = admit_if<by<drafting_unit>, draft_on_file, is_open_to_the_public,
                               on_current_draft<&announced::draft>,
                               has_happened<&announced::published_on>, notice_is_in_order>;

    // clang-format off
    using text = clauses<
    //      rule       at stage       on act                 then     only if
    clause<"NORM-9",  before_notice, announced,             noticed, announces, due_if<awaits_notice>>,
    option<"NORM-9",  noticed,       announced,             noticed, announces>,
    clause<"NORM-9",  noticed,       listed,                noticed, admit_if<by<drafting_unit>, has_happened<&listed::published_on>, people_are_named, as_many_as_announced, nobody_signs_up_any_more>, due_if<awaits_list>>,
    option<"NORM-9",  noticed,       postponed,             noticed, admit_if<by<drafting_unit>, has_happened<&postponed::noticed_on>, has_happened<&postponed::participants_told_on>, new_day_is_later>>,
    clause<"NORM-9",  heard,         announced,             noticed, announces, due_if<awaits_notice>>,
    follows<"NORM-9", before_notice, opinions::hearing_held, heard>,
    follows<"NORM-9", noticed,       opinions::hearing_held, heard>,
    follows<"JC-60",  before_notice, project::withdrawn,    over>,
    follows<"JC-60",  noticed,       project::withdrawn,    over>,
    follows<"JC-60",  heard,         project::withdrawn,    over>,
    follows<"NORM-12", before_notice, issue::deliberated,   over, given<rejects>>,
    follows<"NORM-12", noticed,      issue::deliberated,    over, given<rejects>>,
    follows<"NORM-12", heard,        issue::deliberated,    over, given<rejects>>,
    follows<"NORM-12", before_notice, issue::text_signed,   over>,
    follows<"NORM-12", noticed,      issue::text_signed,    over>,
    follows<"NORM-12", heard,        issue::text_signed,    over>
    >;
    // clang-format on
};

} // namespace
} // namespace public_hearing

bool hearing_is_announced(dossier const& file)
{
    auto const& notice = file.public_hearing.notice;
    auto const& held = file.opinions.hearing;
    return notice && (!held || held->seq < notice->seq);
}

std::unique_ptr<engine::chapter<dossier>> make_public_hearing()
{
    return std::make_unique<engine::msm_chapter<public_hearing::rules_of_chapter>>();
}

} // namespace workflows::normative_document
