#include "adapters/demo/storyteller.hpp"
#include "adapters/report/record_gate.hpp"
#include "adapters/report/report_shelf.hpp"
#include "adapters/soci/accounts.hpp"
#include "tests/adapters/report/seed_house.hpp"
#include "workflows/parameters.hpp"
#include "workflows/shapes.hpp"

#include <algorithm>
#include <map>

using namespace adapters::report;
namespace law = workflows::annual_report;
namespace demo = adapters::demo;

namespace {

/// A record into which decisions are told, and the report on their year.
struct context {
    tests::scratch_dir dir;
    adapters::rights::loaded_rights entitled = adapters::rights::load_rights();
    engine::procedure_shapes shapes = workflows::shapes(entitled.table);
    adapters::rules::loaded_rules packs =
        adapters::rules::load_rules(workflows::declared_parameters());
    adapters::calendar::loaded_calendar days = adapters::calendar::load_calendar();
    adapters::soci::database db{dir.path()};
    adapters::soci::accounts people{db};
    adapters::soci::clerk clerk{db, in_force()};
    indicators dictionary;
    law::report_file file;
    int told = 0;

    context() { file.opening = law::report::opened{2024, "某区"}; }

    engine::law_in_force in_force() const
    {
        return {shapes, packs.book, days.days, entitled.table};
    }

    /// A decision of 2024, up to that act or to its end.
    void decide(std::string until, std::set<std::string, std::less<>> traits = {})
    {
        demo::story const one{.what = {.title = "防洪排涝工程",
                                       .type = "construction_project",
                                       .sponsor = "water",
                                       .partners = {},
                                       .concerned = {"finance"},
                                       .executor = "water",
                                       .evaluator = "audit",
                                       .traits = std::move(traits),
                                       .seed = 7 + told},
                              .begins = *engine::parse_day("2024-01-08"),
                              .turns = {},
                              .until = std::move(until)};
        auto const by = demo::made_up_officials(
            {"water", "transport", "finance", "justice", "audit", "office", "market"});
        auto const tale = demo::tell(one, by, in_force(), demo::loose_paper(),
                                     engine::instant(*engine::parse_day("2026-12-31")));
        BOOST_TEST_REQUIRE(tale.went_well(), tale.refused_kind);
        ++told;
        engine::case_id on;
        for (auto const& act : tale.entered) {
            for (auto const& paper :
                 engine::documents_in(act.body, *tale.file->fields_of(act.kind)))
                people.note_documents(
                    {{paper.hash, 1, "text/plain", paper.name, act.by.person, act.entered_at}});
            on = tests::admit(clerk, {.on = on,
                                      .shape = "major_decision/2019",
                                      .place = "gd",
                                      .act_id = "gate-" + std::to_string(told) + "-" +
                                                std::to_string(act.seq),
                                      .kind = act.kind,
                                      .body = act.body,
                                      .seen = {},
                                      .by = act.by,
                                      .now = act.entered_at,
                                      .origin = act.origin,
                                      .seeing = engine::clearance::of_the_record()})
                     .what.on;
        }
    }

    /// A normative document of the water bureau whose review was the decision's, as it says.
    void take_over(std::string const& name, std::string const& decision_number,
                   std::string const& act_id, std::string const& draft)
    {
        engine::case_id on;
        int acts = 0;
        auto const enter = [&](char const* kind, std::string const& body, char const* role,
                               char const* unit) {
            on = tests::admit(clerk, {.on = on,
                                      .shape = "normative_document/2026",
                                      .place = "gd",
                                      .act_id = "taken-over-" + name + "-" + std::to_string(++acts),
                                      .kind = kind,
                                      .body = boost::json::parse(body).as_object(),
                                      .seen = {},
                                      .by = {{90}, "某人", role, unit, {}, {}},
                                      .now = engine::instant(*engine::parse_day("2024-12-02")),
                                      .origin = engine::entered_here,
                                      .seeing = engine::clearance::of_the_record()})
                     .what.on;
        };
        enter("document_project.proposed",
              R"({"document_title": "防洪管理办法", "level_is": "government",
                  "nature_is": "lasting", "drafting_unit": "water", "necessity": "需要",
                  "legal_basis": [{"title": "《防洪法》"}], "existing_documents": "无"})",
              "sponsor_clerk", "water");
        enter("document_project.approved", "{}", "office_secretary", "office");
        enter("document_project.drafted",
              R"({"draft": )" + draft + R"(, "explanation": )" + draft +
                  R"(, "change": "first_draft"})",
              "sponsor_clerk", "water");
        enter("document_project.linked",
              R"({"decision_number": ")" + decision_number + R"(", "how_they_meet": "同一事项"})",
              "sponsor_clerk", "water");
        enter("document_project.step_taken_over",
              R"({"step": "legality_review", "draft": )" + draft + R"(, "act_ids": [")" + act_id +
                  R"("], "done_on": "2024-11-01", "summary": "已审查"})",
              "sponsor_clerk", "water");
    }

    law::gate::checked looked(year_sums const& more = {})
    {
        adapters::soci::reader looking(db, engine::clearance::of_the_record());
        auto counted = sums_of(looking.totals(2024));
        counted.insert(more.begin(), more.end());
        return check_record(looking, file, counted, dictionary);
    }
    static std::map<std::string, int> kinds(law::gate::checked const& found)
    {
        std::map<std::string, int> counts;
        for (auto const& one : found.findings)
            ++counts[one.finding];
        return counts;
    }
    void answer(std::string const& code, std::string const& value)
    {
        law::asked_figure one{.unit = "market", .indicator = code, .answer_by = {}};
        one.is = law::asked_figure::standing::accepted;
        one.answer = law::collection::given_value{.indicator = code,
                                                  .value = value,
                                                  .rounded = {},
                                                  .last_year = {},
                                                  .note = {},
                                                  .source = "台账"};
        file.asked.push_back(std::move(one));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_gate_test, context)

BOOST_AUTO_TEST_CASE(an_archived_decision_of_the_catalogue_gives_no_finding)
{
    decide("", {"catalogue"});
    auto const found = looked();
    for (auto const& one : found.findings)
        BOOST_ERROR(one.finding << " " << one.case_number.value_or(""));
    BOOST_TEST_REQUIRE(found.units.size() == 1u);
    BOOST_TEST(found.units.front().unit == "water");
    BOOST_TEST(found.units.front().cases == 1);
    BOOST_TEST(found.units.front().cases_at_fault == 0);
}

BOOST_AUTO_TEST_CASE(opinions_that_nobody_decided_on_block)
{
    decide("participation.opinions_recorded", {"catalogue"});
    auto const found = looked();
    auto const one =
        std::find_if(found.findings.begin(), found.findings.end(),
                     [](auto const& each) { return each.finding == "opinion_without_adoption"; });
    BOOST_TEST_REQUIRE((one != found.findings.end()));
    BOOST_TEST(one->blocks);
    BOOST_TEST(one->unit == "water");
    BOOST_TEST(one->case_number.value_or("").starts_with("JC2024-"));
    BOOST_TEST(found.units.front().cases_at_fault == 1);
}

BOOST_AUTO_TEST_CASE(
    a_decision_without_an_item_and_one_that_is_not_archived_are_told_and_do_not_block)
{
    decide("execution.completed");
    auto const found = looked();
    auto const counts = kinds(found);
    BOOST_TEST(counts.contains("case_without_item"));
    BOOST_TEST(counts.contains("case_not_archived"));
    for (auto const& one : found.findings)
        BOOST_TEST(!one.blocks, one.finding);
}

BOOST_AUTO_TEST_CASE(days_out_of_order_are_found_in_what_was_put_into_the_record)
{
    decide("", {"catalogue"});
    {
        auto const sql = db.open_session(adapters::soci::access::writing);
        *sql << "update act set body = replace(body, '\"published_on\":\"20', "
                "'\"published_on\":\"19') where kind = 'publication.published'";
    }
    BOOST_TEST(kinds(looked()).contains("dates_out_of_order"));
}

BOOST_AUTO_TEST_CASE(a_step_that_a_document_took_over_is_proved_by_the_decisions_acts)
{
    decide("legality_review.concluded");
    engine::act review;
    std::string draft;
    adapters::soci::reader looking(db, engine::clearance::of_the_record());
    for (auto const& one : looking.acts_of({1})) {
        if (one.kind == "drafting.versioned")
            draft = boost::json::serialize(one.body.at("draft"));
        review = one;
    }
    BOOST_TEST_REQUIRE(review.kind == "legality_review.concluded");
    auto const number = looking.find_case(engine::case_id{1})->head.line.number;

    take_over("first", number, review.act_id, draft);
    BOOST_TEST(!kinds(looked()).contains("shared_step_unproved"));
    take_over("second", number, "no-such-act", draft);
    take_over("third", "JC2024-9999", review.act_id, draft);
    auto const found = looked();
    BOOST_TEST(kinds(found)["shared_step_unproved"] == 2);
    for (auto const& one : found.findings)
        if (one.finding == "shared_step_unproved") {
            BOOST_TEST(one.blocks);
            BOOST_TEST(one.case_number.value_or("").starts_with("WJ2024-"));
            BOOST_TEST(one.subject.value_or("") == "legality_review");
        }
}

BOOST_AUTO_TEST_CASE(answers_are_compared_with_each_other_and_with_the_record)
{
    answer("INVEST.projects", "49");
    BOOST_TEST(kinds(looked()).contains("amount_missing"));
    answer("INVEST.amount", "175.62");
    BOOST_TEST(!kinds(looked()).contains("amount_missing"));
    answer("MEDIATE.rate", "104");
    BOOST_TEST(kinds(looked()).contains("rate_above_whole"));
    answer("LEGAL.matters", "707");
    BOOST_TEST(!kinds(looked()).contains("figure_differs"));
    BOOST_TEST(kinds(looked({{"LEGAL.matters", 706}})).contains("figure_differs"));
    BOOST_TEST(!kinds(looked({{"LEGAL.matters", 707}})).contains("figure_differs"));
}

BOOST_AUTO_TEST_SUITE_END()
