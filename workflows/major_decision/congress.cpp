#include "workflows/major_decision/congress.hpp"

#include "workflows/major_decision/tables.hpp"

namespace workflows::major_decision {
namespace congress {
namespace {

// clang-format off
struct not_due         : stage_of_chapter { static constexpr std::string_view name = "not_due"; };
struct due             : stage_of_chapter { static constexpr std::string_view name = "due"; };
struct before_congress : stage_of_chapter { static constexpr std::string_view name = "before_congress"; };
struct settled         : stage_of_chapter { static constexpr std::string_view name = "settled"; };
struct not_approved    : stage_of_chapter { static constexpr std::string_view name = "not_approved"; };
// clang-format on

/// The start decision found that the people's congress has a say (R713-8.1).
struct congress_has_a_say {
    static verdict check(asked const& q)
    {
        if (congress_required(q.file))
            return {};
        return refusal{.rule = "R713-8.1",
                       .reason = say("启动决定载明本事项无须经人大讨论决定或报告"),
                       .remedy = say("无须办理；如认定有误，请由决策机关更正启动决定")};
    }
};

/// Once settled, only a text that the congress has not seen goes there again.
struct congress_saw_another_text {
    static verdict check(asked const& q)
    {
        if (!congress_done(q.file))
            return {};
        return refusal{.rule = "R713-8.1",
                       .reason = say("人大环节已就现行草案办理完毕"),
                       .remedy = say("草案有实质性修改的，登记新的草案版本后再办理")};
    }
};

/// The matter is decided, and waits for this to be issued.
struct decision_stands {
    static bool holds(asked const& q) { return major_decision::decided(q.file); }
};

struct decided_after_report {
    static verdict check(asked const& q, decided const& body)
    {
        auto const& report = q.file.congress.report;
        if (!report || body.decided_on >= report->body.reported_on)
            return {};
        return refusal{.rule = "R713-8.1",
                       .reason = say("人大决定日期{1}早于提请日期{2}", body.decided_on,
                                     report->body.reported_on),
                       .remedy = say("请核对人大决定日期")};
    }
};

struct congress_decides {
    static bool holds(dossier const& file, reported const&)
    {
        auto const& started = file.intake.started;
        return started && started->body.congress == intake::congress_route::decide;
    }
};
struct congress_is_told {
    static bool holds(dossier const& file, reported const& body)
    {
        return !congress_decides::holds(file, body);
    }
};
struct approves {
    static bool holds(dossier const&, decided const& body) { return body.approved; }
};
struct does_not_approve {
    static bool holds(dossier const&, decided const& body) { return !body.approved; }
};

struct matter_adopted {
    static bool holds(dossier const& file, deliberation::held const& body)
    {
        return congress_required(file) &&
               (body.outcome == deliberation::meeting_outcome::adopted ||
                body.outcome == deliberation::meeting_outcome::adopted_in_principle);
    }
};

} // namespace

void enter(dossier& file, reported const& body, engine::act const& what)
{
    file.congress = {.report = on_file(file, body, what), .decision = {}};
}
void enter(dossier& file, decided const& body, engine::act const& what)
{
    file.congress.decision = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "congress";
    using opening = not_due;

    // clang-format off
    using text = clauses<
    //      rule         at stage          on act              then              only if
    option<"R713-8.1",  not_due,          reported,           before_congress,  given<congress_decides>, admit_if<by<office>, congress_has_a_say, draft_on_file, has_happened<&reported::reported_on>>>,
    option<"R713-8.1",  not_due,          reported,           settled,          given<congress_is_told>, admit_if<by<office>, congress_has_a_say, draft_on_file, has_happened<&reported::reported_on>>>,
    clause<"R713-8.1",  due,              reported,           before_congress,  given<congress_decides>, admit_if<by<office>, congress_has_a_say, has_happened<&reported::reported_on>>, due_if<congress_has_a_say>>,
    clause<"R713-8.1",  due,              reported,           settled,          given<congress_is_told>, admit_if<by<office>, congress_has_a_say, has_happened<&reported::reported_on>>, due_if<congress_has_a_say>>,
    clause<"R713-8.1",  before_congress,  decided,            settled,          given<approves>, admit_if<by<office>, has_happened<&decided::decided_on>, decided_after_report>>,
    clause<"R713-8.1",  before_congress,  decided,            not_approved,     given<does_not_approve>, admit_if<by<office>, has_happened<&decided::decided_on>, decided_after_report>>,
    clause<"R713-8.1",  settled,          reported,           before_congress,  given<congress_decides>, admit_if<by<office>, congress_saw_another_text, has_happened<&reported::reported_on>>, due_if<decision_stands, congress_saw_another_text>>,
    clause<"R713-8.1",  settled,          reported,           settled,          given<congress_is_told>, admit_if<by<office>, congress_saw_another_text, has_happened<&reported::reported_on>>, due_if<decision_stands, congress_saw_another_text>>,
    clause<"R713-8.1",  not_approved,     reported,           before_congress,  admit_if<by<office>, has_happened<&reported::reported_on>>>,

    follows<"R713-8.1", not_due,          deliberation::held, due,              given<matter_adopted>>
    >;
    // clang-format on
};

} // namespace
} // namespace congress

std::unique_ptr<engine::chapter<dossier>> make_congress()
{
    return std::make_unique<engine::msm_chapter<congress::rules_of_chapter>>();
}

} // namespace workflows::major_decision
