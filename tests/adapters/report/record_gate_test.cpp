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
