#include "workflows/normative_document/review.hpp"

#include "workflows/major_decision/wording.hpp"
#include "workflows/normative_document/tables.hpp"

namespace workflows::normative_document {
namespace review {
namespace {

using project::change_class;

// clang-format off
struct awaiting_file       : stage_of_chapter { static constexpr std::string_view name = "awaiting_file"; };
struct received            : stage_of_chapter { static constexpr std::string_view name = "received"; };
struct awaiting_supplement : stage_of_chapter { static constexpr std::string_view name = "awaiting_supplement"; };
struct under_review        : stage_of_chapter { static constexpr std::string_view name = "under_review"; };
struct standing_still      : stage_of_chapter { static constexpr std::string_view name = "standing_still"; };
struct passed              : stage_of_chapter { static constexpr std::string_view name = "passed"; };
struct not_passed          : stage_of_chapter { static constexpr std::string_view name = "not_passed"; };
// clang-format on

/// Argument, comments and what else the document needs come before the review (NORM-1).
struct steps_are_complete {
    static verdict check(asked const& q) { return missing_steps(q.file); }
};

bool has_part(filed const& body, std::string_view part)
{
    if (part == "evaluation_report")
        return body.evaluation_report.has_value();
    if (part == "legal_basis")
        return !body.basis_texts.empty();
    if (part == "opinions_and_adoption")
        return body.opinions_and_adoption.has_value();
    if (part == "own_review")
        return body.own_review.has_value();
    if (part == "countersign")
        return body.countersign.has_value();
    if (part == "own_discussion")
        return body.own_discussion.has_value();
    return true; // request, draft and explanation are never left out
}

/// The file holds what the place asks, and of a special review its paper (NORM-10).
struct file_is_complete {
    static verdict check(asked const& q, filed const& body)
    {
        std::vector<engine::text> missing;
        auto const demand = [&](engine::parameter_key const& key) {
            for (auto const& part : q.law.list(key))
                if (!has_part(body, part))
                    missing.push_back(say("document_part." + part));
        };
        demand(document_review_parts);
        if (is_of_government(q.file))
            demand(document_review_parts_government);
        auto const* what = touches(q.file);
        if (what && what->operators_affected && body.special_reviews.empty())
            missing.push_back(say("document_part.special_reviews"));
        if (missing.empty())
            return {};
        return refusal{.rule = q.law.rule_of(document_review_parts, "NORM-10"),
                       .reason = say("送审材料缺少：{1}", major_decision::in_a_row(missing)),
                       .remedy = say("请补齐后一并送审")};
    }
};

struct missing_is_listed {
    static verdict check(asked const&, supplement_asked const& body)
    {
        if (!body.missing.empty())
            return {};
        return refusal{.rule = "NORM-10",
                       .reason = say("未列明需要补充的材料"),
                       .remedy = say("请一次列明需要补充的全部材料")};
    }
};

/// A supplement answers item by item (NORM-10).
struct items_are_supplied {
    static verdict check(asked const& q, supplemented const& body)
    {
        return every_item_is_supplied("NORM-10", q.file.review.supplements_asked.back().body.missing,
                                      body.supplied);
    }
};

/// What breaks a prohibition is not lawful, and what is not lawful has its points (NORM-6,
/// NORM-11).
struct findings_bear_the_outcome {
    static verdict check(asked const&, concluded const& body)
    {
        bool const is_lawful = body.outcome_is == document_review_outcome::lawful;
        verdict found;
        if (is_lawful && !body.prohibitions.empty())
            found += refusal{.rule = "NORM-6",
                             .reason = say("指出草案含有规范性文件不得规定的内容，结论却是合法"),
                             .remedy = say("请改变结论；已经删去的，不再列为存在的问题")};
        if (!is_lawful && body.points.empty())
            found += refusal{.rule = "NORM-11",
                             .reason = say("结论不是合法，但没有逐条写明意见"),
                             .remedy = say("请逐条写明问题和修改建议")};
        return found;
    }
};

/// The least time of the review has run; sooner only in an emergency, which is explained (NORM-3).
struct least_time_has_run {
    static verdict check(asked const& q, concluded const& body)
    {
        auto const least = q.law.number(document_review_min_working_days);
        auto const& accepted = q.file.review.acceptance;
        if (!least || !accepted)
            return {};
        auto const run = engine::reckon({.name = "document_review_least",
                                         .rule = "NORM-3",
                                         .begins = accepted->on,
                                         .days = *least,
                                         .unit = engine::day_unit::working,
                                         .pauses = q.file.review.stops},
                                        q.days, q.today);
        if (run.due <= q.today)
            return {};
        auto rule = q.law.rule_of(document_review_min_working_days, "NORM-3");
        if (body.early_reason)
            return advice{std::move(rule), say("审核不足{1}个工作日，理由已记录", *least)};
        return refusal{.rule = std::move(rule),
                       .reason = say("审核一般不少于{1}个工作日，{2}届满", *least, run.due),
                       .remedy = say("请在届满后出具意见；紧急情况须写明理由"),
                       .opens_on = run.due};
    }
};

/// Changes are confirmed in the order in which they were made (JC-2).
struct concerns_waiting_version {
    static verdict check(asked const& q, change_confirmed const& body)
    {
        auto const waits = unconfirmed_version(q.file);
        if (!waits)
            return {};
        verdict found;
        if (body.version != *waits)
            found += refusal{.rule = "JC-2",
                             .reason = say("应当确认的是第{1}稿的修改类型", *waits),
                             .remedy = say("请核对草案版本")};
        if (body.change == change_class::first_draft)
            found += refusal{.rule = "JC-2",
                             .reason = say("修改稿的类型不能确认为“初稿”"),
                             .remedy = say("请改选修改类型")};
        return found;
    }
};

struct change_waits {
    static verdict check(asked const& q)
    {
        if (unconfirmed_version(q.file))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("审核意见之后没有待确认的修改"),
                       .remedy = say("起草单位登记新的草案版本之后，再确认其修改类型")};
    }
};

// ---- which way it goes

struct finds_lawful {
    static bool holds(dossier const&, concluded const& body)
    {
        return body.outcome_is == document_review_outcome::lawful;
    }
};
struct finds_fault {
    static bool holds(dossier const&, concluded const& body)
    {
        return body.outcome_is != document_review_outcome::lawful;
    }
};
struct leaves_opinion {
    static bool holds(dossier const&, change_confirmed const& body)
    {
        return body.change != change_class::substantive;
    }
};
struct reopens {
    static bool holds(dossier const&, change_confirmed const& body)
    {
        return body.change == change_class::substantive;
    }
};
/// The new draft is covered no more: substantively changed, or the opinion on it was taken over,
/// which counts for its very text alone (JC-2, JC-61).
struct opinion_is_overtaken {
    static bool holds(dossier const& file, project::drafted const&)
    {
        auto const& all = file.review.conclusions;
        bool const is_own =
            !all.empty() && all.back().body.outcome_is == document_review_outcome::lawful;
        return !is_own || !still_covers(file, all.back().draft);
    }
};
struct is_review {
    static bool holds(dossier const&, project::step_taken_over const& body)
    {
        return body.step == project::shared_step::legality_review;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, filed const& body, engine::act const& what)
{
    file.review.filing = on_file(file, body, what);
    file.review.acceptance.reset();
    file.review.stops.clear();
}
void enter(dossier& file, supplement_asked const& body, engine::act const& what)
{
    file.review.supplements_asked.push_back(on_file(file, body, what));
}
void enter(dossier& file, supplemented const& body, engine::act const& what)
{
    file.review.supplements.push_back(on_file(file, body, what));
}
void enter(dossier& file, accepted const& body, engine::act const& what)
{
    file.review.acceptance = on_file(file, body, what);
}
void enter(dossier& file, clock_stopped const& body, engine::act const& what)
{
    file.review.stops.push_back(
        {what.counts_on(),
         {},
         say("choice.review_standstill." + std::string(engine::name_of(body.ground_is)))});
}
void enter(dossier& file, clock_resumed const&, engine::act const& what)
{
    file.review.stops.back().until = what.counts_on();
}
void enter(dossier& file, concluded const& body, engine::act const& what)
{
    file.review.conclusions.push_back(on_file(file, body, what));
}
void enter(dossier& file, change_confirmed const& body, engine::act const& what)
{
    file.review.confirmations.push_back(on_file(file, body, what));
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_review";
    using opening = awaiting_file;

    using file_goes_in = admit_if<by<drafting_unit>, draft_on_file, on_current_draft<&filed::draft>,
                                  steps_are_complete, file_is_complete>;
    using opinion = admit_if<by<document_reviewer>, did_not_draft, findings_bear_the_outcome,
                             least_time_has_run>;
    using confirmation =
        admit_if<by<document_reviewer>, did_not_draft, change_waits, concerns_waiting_version>;

    // clang-format off
    using text = clauses<
    //      rule       at stage             on act             then                 only if
    clause<"NORM-10", awaiting_file,       filed,             received,            file_goes_in>,
    clause<"NORM-10", not_passed,          filed,             received,            file_goes_in>,
    option<"NORM-10", received,            supplement_asked,  awaiting_supplement, admit_if<by<document_reviewer>, did_not_draft, missing_is_listed>>,
    clause<"NORM-10", awaiting_supplement, supplemented,      received,            admit_if<by<drafting_unit>, items_are_supplied>>,
    clause<"NORM-3",  received,            accepted,          under_review,        admit_if<by<document_reviewer>, did_not_draft>>,
    option<"NORM-11", under_review,        clock_stopped,     standing_still,      admit_if<by<document_reviewer>, did_not_draft>>,
    clause<"NORM-11", standing_still,      clock_resumed,     under_review,        admit_if<by<document_reviewer>, did_not_draft>>,
    clause<"NORM-3",  under_review,        concluded,         passed,              given<finds_lawful>, opinion>,
    clause<"NORM-11", under_review,        concluded,         not_passed,          given<finds_fault>, opinion>,
    clause<"JC-2",    passed,              change_confirmed,  passed,              given<leaves_opinion>, confirmation, due_if<change_waits>>,
    clause<"JC-2",    passed,              change_confirmed,  awaiting_file,       given<reopens>, confirmation, due_if<change_waits>>,
    follows<"JC-2",   passed,              project::drafted,  awaiting_file,       given<opinion_is_overtaken>>,
    follows<"JC-2",   received,            project::drafted,  awaiting_file>,
    follows<"JC-2",   awaiting_supplement, project::drafted,  awaiting_file>,
    follows<"JC-2",   under_review,        project::drafted,  awaiting_file>,
    follows<"JC-2",   standing_still,      project::drafted,  awaiting_file>,
    follows<"JC-61",  awaiting_file,       project::step_taken_over, passed,       given<is_review>>,
    follows<"JC-61",  not_passed,          project::step_taken_over, passed,       given<is_review>>
    >;
    // clang-format on
};

} // namespace
} // namespace review

std::unique_ptr<engine::chapter<dossier>> make_review()
{
    return std::make_unique<engine::msm_chapter<review::rules_of_chapter>>();
}

} // namespace workflows::normative_document
