#include "adapters/demo/demo.hpp"
#include "adapters/soci/catalogue_board.hpp"
#include "adapters/soci/document_list.hpp"
#include "adapters/soci/house_register.hpp"
#include "adapters/soci/matter_list.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

#include <fstream>
#include <set>

namespace demo = adapters::demo;
namespace store = adapters::soci;

namespace {

struct sample_house : tests::whole_law {
    tests::scratch_dir dir;
    tests::scratch_database base;
    demo::demo_terms terms{.dir = dir.path(),
                           .database = base.url(),
                           .now = engine::instant(*engine::parse_day("2026-06-15")) +
                                  std::chrono::hours(10)};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(demo_test, sample_house)

BOOST_AUTO_TEST_CASE(a_district_has_decisions_at_many_stages_and_a_sound_record)
{
    auto const made = demo::make_demo(terms, law());
    BOOST_TEST(made.faults.empty());
    BOOST_TEST(made.cases > 50u);
    BOOST_TEST(made.acts > 2'000u);

    BOOST_TEST(made.comments > 20u);

    store::database db(base.at(dir.path()));
    adapters::documents::document_store documents(dir.path());
    BOOST_TEST(store::verify(db, law(), documents).clean());
    // What is said of entries of catalogues follows from the acts.
    *db.open_session(store::access::writing) << "delete from catalogue_mention where item = ''";
    *db.open_session(store::access::writing)
        << "update case_file set stands_for = '2001' where stands_for = '2025'";
    BOOST_TEST(!store::verify(db, law(), documents).clean());
    store::rebuild(db, law());
    BOOST_TEST(store::verify(db, law(), documents).clean());

    store::reader looking(db, engine::clearance::of_the_record());
    store::catalogue_board board(looking);
    auto const catalogues = board.catalogues();
    BOOST_TEST_REQUIRE(catalogues.size() == 2u);
    BOOST_TEST(catalogues[0].year == 2026);
    BOOST_TEST(looking.find_case(catalogues[1].id)->summary.closed); // last year's
    BOOST_TEST(!looking.find_case(catalogues[0].id)->summary.closed);
    BOOST_TEST(board.find(2026, "water")->id.value == catalogues[0].id.value);
    BOOST_TEST(!board.without_entry(2026, "water", {}, 100).rows.empty());
    long long added = 0;
    for (auto const& one : looking.totals(2025))
        added += one.indicator == "DEC.catalogue_added" ? one.value : 0;
    BOOST_TEST(added == 1);

    std::set<std::string> phases;
    for (auto const& one : looking.count_by_phase())
        phases.insert(one.phase);
    for (auto const* phase : {"proposal", "drafting", "legality_review", "deliberation",
                              "execution", "ended", "archived"})
        BOOST_TEST(phases.count(phase) == 1u, "a case in phase " << phase);
    store::matter_list matters(looking);
    BOOST_TEST(matters.count({}, 100) == 22);
    BOOST_TEST(matters.count({.received_in = 2021}, 100) == 7);
    BOOST_TEST(matters.count({.amount = "unknown"}, 100) == 3);
    std::set<std::string> standing;
    for (auto const& one : matters.list({}, {}, 100).rows)
        standing.insert(one.phase);
    BOOST_TEST(standing.size() >= 7u);
    BOOST_TEST(matters.advisers(2021).size() >= 2u);
    BOOST_TEST(looking.count_cases({.family = "adviser_file"}) == 3);
    using workflows::normative_document::force_state;
    store::document_list documents_in_force(looking, engine::legal_day(terms.now), 6);
    auto const states = documents_in_force.states();
    for (auto const state : {force_state::in_force, force_state::expiring, force_state::in_making})
        BOOST_TEST(states.contains(state), engine::name_of(state));
    BOOST_TEST(looking.read_case({1})->acts.front().origin == engine::entered_as_demo);
    BOOST_TEST(looking.years_counted().size() > 4u);

    std::ifstream sign_in(dir.path() / "sign-in.txt");
    std::size_t people = 0;
    for (std::string line; std::getline(sign_in, line);)
        people += !line.starts_with('#');
    BOOST_TEST(people == made.people);
    store::accounts accounts(db);
    BOOST_TEST(accounts.check_password("reviewer", demo::demo_password, terms.now).right);

    BOOST_CHECK_THROW(demo::make_demo(terms, law()), std::runtime_error);
    BOOST_TEST(demo::is_demo(db));
}

BOOST_AUTO_TEST_CASE(a_house_that_people_entered_is_no_sample)
{
    store::database db(base.at(dir.path()));
    BOOST_TEST(!demo::is_demo(db));
    store::house_register(db).add_organ({"gy", "高要区人民政府", "county", "cn", ""}, terms.now);
    BOOST_TEST(!demo::is_demo(db));
}

BOOST_AUTO_TEST_SUITE_END()
