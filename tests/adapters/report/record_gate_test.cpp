#include "adapters/demo/storyteller.hpp"
#include "adapters/report/record_gate.hpp"
#include "adapters/report/report_shelf.hpp"
#include "adapters/soci/accounts.hpp"
#include "tests/adapters/report/seed_house.hpp"
#include "tests/adapters/whole_law.hpp"

#include <algorithm>
#include <map>

using namespace adapters::report;
namespace law = workflows::annual_report;
namespace demo = adapters::demo;

namespace {

/// A record into which decisions are told, and the report on their year.
struct context {
    tests::scratch_dir dir;
    tests::scratch_database base;
    tests::whole_law built_in;
    adapters::soci::database db{base.at(dir.path())};
    adapters::soci::accounts people{db};
    adapters::soci::clerk clerk{db, in_force()};
    demo::officials const seats = demo::made_up_officials(
        {"water", "transport", "finance", "justice", "audit", "office", "market"});
    indicators dictionary;
    report_places places{{.text = {}}}; ///< of a report that tells no figures
    law::report_file file;
    int told = 0;

    context()
    {
        file.opening = law::report::opened{2024, "某区"};
        file.unit = "justice";
        adapters::soci::house_register keeping(db);
        auto const since = *engine::parse_instant("2024-01-01T00:00:00.000Z");
        keeping.add_organ({"gy", "某区人民政府", "county", "gd", ""}, since);
        for (auto const* code : {"water", "transport", "finance", "justice", "audit", "office",
                                 "market", "advisers", "leaders"})
            keeping.add_unit({code, code, "gy"}, since);
        for (auto const& one : seats.all()) {
            auto const number = std::to_string(one.person.value);
            BOOST_TEST_REQUIRE(keeping.add_person("p" + number, one.name, "", since).value ==
                               one.person.value);
            keeping.add_appointment({.id = 0,
                                     .who = one.person,
                                     .role = one.role,
                                     .unit = one.unit,
                                     .from = *engine::parse_day("2020-01-01")},
                                    since);
        }
    }

    engine::law_in_force in_force() const { return built_in.law(); }

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
        auto const tale = demo::tell(one, seats, in_force(), demo::loose_paper(),
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

    /// An act of somebody on a case; a new one where `on` is empty.
    engine::case_id enter(engine::case_id on, char const* shape, std::string kind,
                          boost::json::object body, std::string role, std::string unit,
                          char const* day)
    {
        return tests::admit(
                   clerk, {.on = on,
                           .shape = shape,
                           .place = "gd",
                           .act_id = "gate-more-" + std::to_string(++told),
                           .kind = std::move(kind),
                           .body = std::move(body),
                           .seen = {},
                           .by = {{told + 100}, "某人", std::move(role), std::move(unit), {}, {}},
                           .now = engine::instant(*engine::parse_day(day)) + std::chrono::hours(2),
                           .origin = engine::entered_here,
                           .seeing = engine::clearance::of_the_record()})
            .what.on;
    }

    /// A legal matter of 2024 whose amount nobody knows, taken by the legal office.
    engine::case_id ask_for_advice()
    {
        auto const on = enter({}, "legal_matter/2026", "matter.registered",
                              {{"title", "河堤土地使用权出让合同"},
                               {"legal_kind_is", "contract"},
                               {"requesting_unit", "water"},
                               {"received_on", "2024-05-06"},
                               {"urgency_is", "ordinary"},
                               {"asked_at_is", "outset"},
                               {"counterparty", "某公司"},
                               {"basis_of_amount", "not_yet_known"}},
                              "sponsor_clerk", "water", "2024-05-06");
        enter(on, "", "handling.assigned", {{"handler", "某人"}, {"working_days", 5}}, "reviewer",
              "justice", "2024-05-07");
        return on;
    }

    /// The catalogue of 2024, taken over as it was published.
    engine::case_id keep_catalogue(boost::json::array items)
    {
        auto const on = enter({}, "catalogue/2026", "catalogue_call.set_up", {{"year", 2024}},
                              "office_secretary", "office", "2024-01-03");
        enter(on, "", "catalogue_call.taken_over",
              {{"items", std::move(items)}, {"source", "目录"}, {"consented_on", "2023-12-20"}},
              "office_secretary", "office", "2024-01-03");
        return on;
    }

    std::string number_of_first_decision()
    {
        adapters::soci::reader looking(db, engine::clearance::of_the_record());
        return looking.list_cases({.family = "major_decision"}, {}, 1)
            .rows.front()
            .head.line.number;
    }

    /// A normative document of the water bureau whose review was the decision's, as it says.
    void take_over(std::string const& name, std::string const& decision_number,
                   std::string const& act_id, std::string const& draft)
    {
        engine::case_id on;
        int acts = 0;
        auto const enter = [&](char const* kind, std::string const& body, char const* role,
                               char const* unit) {
            engine::person_id const who{unit == std::string_view("office") ? 91 : 90};
            engine::actor const by{who, "某人", role, unit, {}, {}};
            on = tests::admit(clerk, {.on = on,
                                      .shape = "normative_document/2026",
                                      .place = "gd",
                                      .act_id = "taken-over-" + name + "-" + std::to_string(++acts),
                                      .kind = kind,
                                      .body = boost::json::parse(body).as_object(),
                                      .seen = {},
                                      .by = by,
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
        return check_record(looking, file, counted, dictionary, places);
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
    void waive(std::string const& code)
    {
        law::asked_figure one{.unit = "market", .indicator = code, .answer_by = {}};
        one.is = law::asked_figure::standing::waived;
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

BOOST_AUTO_TEST_CASE(a_decision_that_the_catalogue_links_has_an_item_until_the_link_is_taken_back)
{
    decide("execution.completed");
    auto const catalogue =
        keep_catalogue({boost::json::object{{"item_name", "防洪排涝工程"}, {"lead", "water"}}});
    auto counts = kinds(looked());
    BOOST_TEST(counts["case_without_item"] == 1);
    BOOST_TEST(counts["item_without_case"] == 1);
    boost::json::object const link{{"item_number", 1},
                                   {"decision_number", number_of_first_decision()}};
    enter(catalogue, "", "catalogue_items.linked", link, "office_secretary", "office",
          "2024-12-20");
    counts = kinds(looked());
    BOOST_TEST(!counts.contains("case_without_item"));
    BOOST_TEST(!counts.contains("item_without_case"));
    auto taken_back = link;
    taken_back["reason"] = "关联错了";
    enter(catalogue, "", "catalogue_items.unlinked", taken_back, "office_secretary", "office",
          "2024-12-21");
    counts = kinds(looked());
    BOOST_TEST(counts["case_without_item"] == 1);
    BOOST_TEST(counts["item_without_case"] == 1);
}

BOOST_AUTO_TEST_CASE(an_entry_without_a_case_is_told_with_its_number_and_scored_to_its_unit)
{
    auto const catalogue =
        keep_catalogue({boost::json::object{{"item_name", "甲"}, {"lead", "water"}},
                        boost::json::object{{"item_name", "乙"}, {"lead", "market"}}});
    enter(catalogue, "", "catalogue_items.explained",
          {{"item_number", 1},
           {"reason", "暂缓"},
           {"progress", "已完成初稿"},
           {"prospect", "is_given_up"}},
          "sponsor_clerk", "water", "2025-01-06");
    auto const found = looked();
    BOOST_TEST_REQUIRE(found.findings.size() == 1u); // what is explained is no finding
    auto const& one = found.findings.front();
    BOOST_TEST(one.finding == "item_without_case");
    BOOST_TEST(one.case_number.value_or("").starts_with("ML2024-"));
    BOOST_TEST(one.item.value_or(0) == 2);
    BOOST_TEST(one.unit == "market");
    BOOST_TEST(!one.blocks);
    BOOST_TEST_REQUIRE(found.units.size() == 2u);
    BOOST_TEST(found.units[0].unit == "market");
    BOOST_TEST(found.units[0].cases_at_fault == 1);
    BOOST_TEST(found.units[1].cases == 1);
    BOOST_TEST(found.units[1].cases_at_fault == 0);
}

BOOST_AUTO_TEST_CASE(a_legal_matter_without_an_amount_blocks_until_the_amount_is_known)
{
    auto const on = ask_for_advice();
    auto const found = looked();
    BOOST_TEST_REQUIRE(found.findings.size() == 1u);
    BOOST_TEST(found.findings.front().finding == "matter_without_amount");
    BOOST_TEST(found.findings.front().blocks);
    BOOST_TEST(found.findings.front().unit == "water");
    BOOST_TEST(found.units.front().cases_at_fault == 1);
    enter(on, "", "matter.amount_corrected",
          {{"basis_of_amount", "contract_price"},
           {"amount", 120'000'000},
           {"reason", "合同已经谈定"}},
          "reviewer", "justice", "2024-06-03");
    BOOST_TEST(looked().findings.empty());
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
    auto const decision = looking.list_cases({.family = "major_decision"}, {}, 1).rows.front();
    for (auto const& one : looking.acts_of(decision.head.line.id)) {
        if (one.kind == "drafting.versioned")
            draft = boost::json::serialize(one.body.at("draft"));
        review = one;
    }
    BOOST_TEST_REQUIRE(review.kind == "legality_review.concluded");
    auto const number = decision.head.line.number;

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
    answer("CONTRACT.reviewed", "49");
    BOOST_TEST(kinds(looked()).contains("amount_missing"));
    waive("CONTRACT.amount");
    BOOST_TEST(!kinds(looked()).contains("amount_missing")); // its reason is on file
    answer("MEDIATE.rate", "104");
    BOOST_TEST(kinds(looked()).contains("rate_above_whole"));
    answer("LEGAL.matters", "707");
    BOOST_TEST(!kinds(looked()).contains("figure_differs"));
    BOOST_TEST(kinds(looked({{"LEGAL.matters", 706}})).contains("figure_differs"));
    BOOST_TEST(!kinds(looked({{"LEGAL.matters", 707}})).contains("figure_differs"));
}

BOOST_AUTO_TEST_CASE(a_figure_that_the_report_would_tell_and_no_unit_was_asked_for_blocks)
{
    places = report_places({.text = "{{#AUDIT.projects}}{{/AUDIT.projects}}"
                                    "{{#PETITION.count}}{{/PETITION.count}}"
                                    "{{#DEC.adopted}}{{/DEC.adopted}}"
                                    "{{#META.page_views}}{{/META.page_views}}"});
    answer("AUDIT.projects", "17");
    auto const unasked = [&] {
        auto found = looked().findings;
        std::erase_if(found, [](auto const& one) { return one.finding != "figure_not_asked"; });
        return found;
    };
    auto const found = unasked();
    // Not what the record counts, what is known once the report is out, or stands in no sentence.
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found.front().subject.value_or("") == "PETITION.count");
    BOOST_TEST(found.front().unit == "justice");
    BOOST_TEST(found.front().blocks);
    waive("PETITION.count");
    BOOST_TEST(unasked().empty()); // somebody was asked, and the reason is on file
}

BOOST_AUTO_TEST_SUITE_END()
