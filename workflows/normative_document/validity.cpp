#include "workflows/normative_document/validity.hpp"

#include "workflows/normative_document/tables.hpp"

namespace workflows::normative_document {
namespace validity {
namespace {

// clang-format off
struct before_issue  : stage_of_chapter   { static constexpr std::string_view name = "before_issue"; };
struct in_force      : stage_that_goes_on { static constexpr std::string_view name = "in_force"; };
struct to_be_amended : stage_that_goes_on { static constexpr std::string_view name = "to_be_amended"; };
struct ended         : stage_of_chapter   { static constexpr std::string_view name = "ended"; };
// clang-format on

/// It is time: the last months before the end, the end of the few years, or somebody has called for
/// it (NORM-17).
struct evaluation_is_due {
    static verdict check(asked const& q)
    {
        auto const opens = evaluation_opens(q.file, q.law);
        if (evaluation_is_called(q.file) || (opens && q.today >= *opens))
            return {};
        auto const rule = q.law.rule_of(expiry_warning_months, "NORM-17");
        if (!opens)
            return refusal{.rule = rule,
                           .reason = say("没有需要评估的情形"),
                           .remedy = say("需要提前评估的，先登记提前评估的理由")};
        return refusal{.rule = rule,
                       .reason = say("{1}起进行后评估，时间未到", *opens),
                       .remedy = say("需要提前评估的，先登记提前评估的理由"),
                       .opens_on = opens};
    }
};

/// Each ground is one that this document can have (NORM-17).
struct ground_is_there {
    static verdict check(asked const& q, evaluated const& body)
    {
        auto const& all = q.file.validity;
        bool const fits =
            (body.ground_is != evaluation_ground::validity_ends || all.valid_until) &&
            (body.ground_is != evaluation_ground::periodic || !all.valid_until) &&
            (body.ground_is != evaluation_ground::court_finding || !all.findings.empty());
        if (fits)
            return {};
        return refusal{.rule = "NORM-17",
                       .reason = say("本文件没有“{1}”的情形",
                                     say("choice.evaluation_ground." +
                                         std::string(engine::name_of(body.ground_is)))),
                       .remedy = say("请核对评估的情形")};
    }
};

/// What has lapsed is over of itself: nothing is noted then but the lapse (NORM-14).
struct has_not_lapsed {
    static verdict check(asked const& q)
    {
        auto const& end = q.file.validity.valid_until;
        if (!end || q.today <= *end)
            return {};
        return refusal{.rule = "NORM-14",
                       .reason = say("有效期已于{1}届满，文件已经失效", *end),
                       .remedy = say("需要继续施行的，请重新制定")};
    }
};

/// Because an evaluation says so, one for each time, and not by more than a new document of its
/// kind could have (NORM-14, NORM-17).
struct may_be_prolonged {
    static verdict check(asked const& q)
    {
        auto const& all = q.file.validity;
        if (!all.valid_until)
            return refusal{.rule = "NORM-14",
                           .reason = say("本文件没有有效期，不需要延续"),
                           .remedy = say("请核对文件")};
        auto const prolonged_at = all.prolongations.empty() ? 0 : all.prolongations.back().seq;
        if (!all.evaluations.empty() && all.evaluations.back().seq > prolonged_at &&
            all.evaluations.back().body.prospect_is == document_prospect::prolong)
            return {};
        return refusal{.rule = "NORM-17",
                       .reason = say("没有建议延续的后评估"),
                       .remedy = say("请先完成后评估")};
    }
};

struct new_end_is_lawful {
    static verdict check(asked const& q, prolonged const& body)
    {
        auto const& end = q.file.validity.valid_until;
        if (!end)
            return {};
        if (body.valid_until <= *end)
            return refusal{.rule = "NORM-14",
                           .reason =
                               say("延续后的届满日{1}不晚于现在的{2}", body.valid_until, *end),
                           .remedy = say("请核对延续后的届满日")};
        auto const& key = longest_validity(q.file);
        auto const months = q.law.number(key);
        if (!months || body.valid_until <= engine::add_months(*end, static_cast<int>(*months)))
            return {};
        return refusal{.rule = q.law.rule_of(key, "NORM-14"),
                       .reason = say("一次延续不得超过{1}个月", *months),
                       .remedy = say("请缩短延续的时间")};
    }
};

/// Decided, then told to the public (NORM-18).
struct is_told_after_decision {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        auto found = not_in_future(q.today, body.published_on);
        found += in_order(body.decided_on, body.published_on, "NORM-18",
                          say("公布日期{1}早于决定日期{2}", body.published_on, body.decided_on));
        return found;
    }
};

/// The document whose place another takes names it (NORM-18).
struct successor_is_known {
    static verdict check(asked const& q, amended const& body)
    {
        if (body.successor_number != document_number(q.file))
            return {};
        return refusal{.rule = "NORM-18",
                       .reason = say("修改后的文件不能是本文件自己"),
                       .remedy = say("请填写新文件的文号")};
    }
};

struct has_lapsed {
    static verdict check(asked const& q)
    {
        auto const& end = q.file.validity.valid_until;
        if (!end)
            return refusal{.rule = "NORM-14",
                           .reason = say("本文件没有有效期"),
                           .remedy = say("不再施行的，通过清理废止或者宣布失效")};
        auto const next = *end + std::chrono::days{1};
        if (q.today >= next)
            return {};
        return refusal{.rule = "NORM-14",
                       .reason = say("有效期到{1}为止，尚未届满", *end),
                       .remedy = say("{1}起自动失效，届时登记", next),
                       .opens_on = next};
    }
};

// ---- what is waited for

struct awaits_evaluation {
    static bool holds(asked const& q)
    {
        if (evaluation_is_called(q.file))
            return true;
        return evaluation_opens(q.file, q.law) && !is_evaluated_in_time(q.file, q.law);
    }
};
struct has_an_end {
    static bool holds(asked const& q) { return q.file.validity.valid_until.has_value(); }
};

// ---- which way it goes

template <cleanup_result... Results>
struct results_in {
    static bool holds(dossier const&, cleaned_up const& body)
    {
        return ((body.result_is == Results) || ...);
    }
};
struct stays {
    static bool holds(dossier const&, amended const& body) { return body.stays_in_force; }
};
struct is_replaced {
    static bool holds(dossier const&, amended const& body) { return !body.stays_in_force; }
};

} // namespace

// ---- entering

void enter(dossier& file, evaluation_called const& body, engine::act const& what)
{
    file.validity.calls.push_back(on_file(file, body, what));
}
void enter(dossier& file, evaluated const& body, engine::act const& what)
{
    file.validity.evaluations.push_back(on_file(file, body, what));
}
void enter(dossier& file, prolonged const& body, engine::act const& what)
{
    file.validity.prolongations.push_back(on_file(file, body, what));
    file.validity.valid_until = body.valid_until;
}
void enter(dossier& file, found_unlawful const& body, engine::act const& what)
{
    file.validity.findings.push_back(on_file(file, body, what));
}
void enter(dossier& file, cleaned_up const& body, engine::act const& what)
{
    file.validity.cleanups.push_back(on_file(file, body, what));
}
void enter(dossier& file, amended const& body, engine::act const& what)
{
    file.validity.amendment = on_file(file, body, what);
}
void enter(dossier& file, lapse_noted const& body, engine::act const& what)
{
    file.validity.lapse = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_validity";
    using opening = before_issue;

    using clean_up = admit_if<by<document_keeper>, has_not_lapsed,
                              has_happened<&cleaned_up::decided_on>, is_told_after_decision>;
    using goes_on = given<results_in<cleanup_result::kept>>;
    using to_change = given<results_in<cleanup_result::to_be_amended>>;
    using goes_away = given<results_in<cleanup_result::repealed, cleanup_result::declared_invalid>>;

    // clang-format off
    using text = clauses<
    //      rule       at stage       on act             then           only if
    follows<"NORM-13", before_issue,  issue::published,  in_force>,
    follows<"JC-60",   before_issue,  project::told_afterwards, in_force>,
    option<"NORM-17",  in_force,      evaluation_called, in_force,      admit_if<by<document_keeper>>>,
    clause<"NORM-17",  in_force,      evaluated,         in_force,      admit_if<by<document_keeper>, evaluation_is_due, has_happened<&evaluated::evaluated_on>, ground_is_there>, due_if<awaits_evaluation>>,
    option<"NORM-14",  in_force,      prolonged,         in_force,      admit_if<by<document_keeper>, has_not_lapsed, may_be_prolonged, has_happened<&prolonged::decided_on>, is_told_after_decision, new_end_is_lawful>>,
    option<"NORM-19",  in_force,      found_unlawful,    in_force,      admit_if<by<document_keeper>, has_happened<&found_unlawful::found_on>>>,
    option<"NORM-18",  in_force,      cleaned_up,        in_force,      goes_on, clean_up>,
    option<"NORM-18",  in_force,      cleaned_up,        to_be_amended, to_change, clean_up>,
    option<"NORM-18",  in_force,      cleaned_up,        ended,         goes_away, clean_up>,
    clause<"NORM-14",  in_force,      lapse_noted,       ended,         admit_if<by<document_keeper>, has_lapsed, has_happened<&lapse_noted::published_on>>, due_if<has_an_end>>,
    clause<"NORM-18",  to_be_amended, amended,           in_force,      given<stays>, admit_if<by<document_keeper>, has_not_lapsed, has_happened<&amended::published_on>, successor_is_known>>,
    clause<"NORM-18",  to_be_amended, amended,           ended,         given<is_replaced>, admit_if<by<document_keeper>, has_not_lapsed, has_happened<&amended::published_on>, successor_is_known>>,
    option<"NORM-18",  to_be_amended, cleaned_up,        in_force,      goes_on, clean_up>,
    option<"NORM-18",  to_be_amended, cleaned_up,        to_be_amended, to_change, clean_up>,
    option<"NORM-18",  to_be_amended, cleaned_up,        ended,         goes_away, clean_up>,
    clause<"NORM-14",  to_be_amended, lapse_noted,       ended,         admit_if<by<document_keeper>, has_lapsed, has_happened<&lapse_noted::published_on>>, due_if<has_an_end>>
    >;
    // clang-format on
};

} // namespace
} // namespace validity

std::unique_ptr<engine::chapter<dossier>> make_validity()
{
    return std::make_unique<engine::msm_chapter<validity::rules_of_chapter>>();
}

} // namespace workflows::normative_document
