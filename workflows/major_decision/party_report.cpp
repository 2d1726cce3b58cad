#include "workflows/major_decision/party_report.hpp"

#include "workflows/major_decision/tables.hpp"

namespace workflows::major_decision {
namespace party_report {
namespace {

// clang-format off
struct not_due   : stage_of_chapter { static constexpr std::string_view name = "not_due"; };
struct due       : stage_of_chapter { static constexpr std::string_view name = "due"; };
struct waiting   : stage_of_chapter { static constexpr std::string_view name = "waiting"; };
struct settled   : stage_of_chapter { static constexpr std::string_view name = "settled"; };
struct disagreed : stage_of_chapter { static constexpr std::string_view name = "disagreed"; };
// clang-format on

/// It is the government's party group that reports, where the place says so (GD21-4.1).
struct party_group_reports_it {
    static verdict check(asked const& q, made const& body)
    {
        if (body.by_party_group || !q.law.flag(party_group_reports))
            return {};
        return refusal{.rule = q.law.rule_of(party_group_reports, "GD21-4.1"),
                       .reason = say("请示报告不是由本级政府党组提出的"),
                       .remedy = say("请以政府党组名义向同级党委请示报告后再登记")};
    }
};

/// Once answered, only a text that the answer does not cover is reported again.
struct answer_is_outdated {
    static verdict check(asked const& q)
    {
        auto const& report = q.file.party_report.report;
        if (!report || !still_covers(q.file, report->draft))
            return {};
        return refusal{.rule = "R713-31.1",
                       .reason = say("党委已对现行草案作出答复，无须再次请示报告"),
                       .remedy = say("草案有实质性修改的，登记新的草案版本后再请示报告")};
    }
};

/// The text as it stands is decided, and waits for this to be issued.
struct decision_stands {
    static bool holds(asked const& q) { return still_covers(q.file, decided_version(q.file)); }
};

/// After a "no", the matter has been discussed again.
struct discussed_again {
    static verdict check(asked const& q)
    {
        if (!party_disagrees(q.file))
            return {};
        return refusal{.rule = "R713-31.1",
                       .reason = say("党委不同意，此后尚未重新讨论本事项"),
                       .remedy = say("请先调整草案、重新提交会议讨论，再请示报告")};
    }
};

/// No answer before the question.
struct answered_after_report {
    static verdict check(asked const& q, answered const& body)
    {
        auto const& report = q.file.party_report.report;
        if (!report || body.answered_on >= report->body.reported_on)
            return {};
        return refusal{.rule = "R713-31.1",
                       .reason = say("答复日期{1}早于请示报告日期{2}", body.answered_on,
                                     report->body.reported_on),
                       .remedy = say("请核对答复日期")};
    }
};

template <party_answer... Answers>
struct answers {
    static bool holds(dossier const&, answered const& body)
    {
        return ((body.answer == Answers) || ...);
    }
};

struct matter_adopted {
    static bool holds(dossier const&, deliberation::held const& body)
    {
        return body.outcome == deliberation::meeting_outcome::adopted ||
               body.outcome == deliberation::meeting_outcome::adopted_in_principle;
    }
};

} // namespace

void enter(dossier& file, made const& body, engine::act const& what)
{
    file.party_report = {.report = on_file(file, body, what), .answer = {}};
}
void enter(dossier& file, answered const& body, engine::act const& what)
{
    file.party_report.answer = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "party_report";
    using opening = not_due;

    // The law asks for the report before issue; it may lie before the meeting or after it.
    // clang-format off
    using text = clauses<
    //      rule          at stage    on act              then        only if
    option<"R713-31.1",  not_due,    made,               waiting,    admit_if<by<office>, draft_on_file, has_happened<&made::reported_on>, party_group_reports_it>>,
    clause<"R713-31.1",  due,        made,               waiting,    admit_if<by<office>, draft_on_file, has_happened<&made::reported_on>, party_group_reports_it>, due_if<decision_stands>>,
    clause<"R713-31.1",  waiting,    answered,           settled,    given<answers<party_answer::agrees, party_answer::agrees_with_changes, party_answer::takes_note>>, admit_if<by<office>, has_happened<&answered::answered_on>, answered_after_report>>,
    clause<"R713-31.1",  waiting,    answered,           disagreed,  given<answers<party_answer::disagrees>>, admit_if<by<office>, has_happened<&answered::answered_on>, answered_after_report>>,
    clause<"R713-31.1",  settled,    made,               waiting,    admit_if<by<office>, answer_is_outdated, has_happened<&made::reported_on>, party_group_reports_it>, due_if<decision_stands, answer_is_outdated>>,
    clause<"R713-31.1",  disagreed,  made,               waiting,    admit_if<by<office>, discussed_again, has_happened<&made::reported_on>, party_group_reports_it>>,

    follows<"R713-31.1", not_due,    deliberation::held, due,        given<matter_adopted>>
    >;
    // clang-format on
};

} // namespace
} // namespace party_report

std::unique_ptr<engine::chapter<dossier>> make_party_report()
{
    return std::make_unique<engine::msm_chapter<party_report::rules_of_chapter>>();
}

} // namespace workflows::major_decision
