#include "adapters/rights/load_rights.hpp"
#include "tests/workflows/normative_document/document_trial.hpp"
#include "tests/workflows/told_case.hpp"
#include "workflows/shapes.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

// The decision table beside the tables of the law.

namespace {

engine::rights const& table()
{
    static auto const found = adapters::rights::load_rights();
    BOOST_TEST_REQUIRE(found.faults.empty());
    return found.table;
}

std::set<std::string> kinds_of_acts()
{
    std::set<std::string> kinds;
    for (auto const& [name, shape] : workflows::shapes(table()))
        for (auto const& row : shape.make("cn")->table())
            if (row.sort != "follows")
                kinds.insert(row.kind);
    return kinds;
}

using words = std::set<std::string, std::less<>>;

/// Every seat of every offer, all along the acts of a case.
std::size_t seats_are_let_in(std::string const& shape, std::string const& place,
                             std::vector<engine::act> const& acts)
{
    auto const law = tests::built_in_law();
    auto const file = law.shapes.find(shape)->second.make(place);
    std::size_t seats = 0;
    for (auto const& act : acts) {
        file->replay(act);
        auto const summary = file->summary();
        engine::circumstances const now{law.book, law.days, act.counts_on()};
        for (auto const& offer : file->offers({}, now))
            for (auto const& seat : offer.seats) {
                ++seats;
                auto const unit = seat.unit.empty() ? "any unit" : seat.unit;
                BOOST_TEST(
                    table().may_act({{1}, "甲", seat.role, unit, {}, {}}, offer.kind, &summary),
                    seat.role << " of " << unit << " has the seat of " << offer.kind
                              << " and is shut out");
            }
    }
    return seats;
}

std::size_t seats_are_let_in(adapters::demo::story const& one)
{
    auto const told = tests::told(one);
    return seats_are_let_in(one.shape, one.place, told.entered);
}

} // namespace

BOOST_AUTO_TEST_SUITE(rights_test)

BOOST_AUTO_TEST_CASE(whoever_the_law_seats_is_not_shut_out)
{
    std::size_t seats = 0;
    for (auto const& one :
         {tests::a_story({}, {"declined"}), tests::a_story({}, {"excluded"}),
          tests::a_story({"technical", "risk", "operators", "hearing", "vital"},
                         {"risk_first", "negative_first", "supplement", "clock_stop",
                          "office_return", "completion", "unit_disagrees", "hearing_postponed"}),
          tests::a_story({"secret", "congress_decide"}, {"postponed"}),
          tests::a_story({}, {"evaluated", "adjusted"}), tests::a_story({}, {"terminated"}),
          tests::a_story({}, {"withdrawn"}), tests::a_story({}, {"suspended"})})
        seats += seats_are_let_in(one);
    BOOST_TEST(seats > 1'000u);
}

BOOST_AUTO_TEST_CASE(whoever_makes_or_keeps_a_document_is_not_shut_out)
{
    std::size_t seats = 0;
    for (auto const& proposal : {tests::a_proposal, tests::a_departments_proposal}) {
        tests::document_trial m;
        m.issued(proposal, tests::document_publication);
        seats += seats_are_let_in("normative_document/2026", "sd", m.acts());
    }
    BOOST_TEST(seats > 100u);
}

BOOST_AUTO_TEST_CASE(every_act_of_the_law_is_somebodys_and_every_right_is_to_an_act_of_the_law)
{
    auto const kinds = kinds_of_acts();
    for (auto const& kind : kinds) {
        bool somebody = false;
        for (auto const& role : table().roles())
            somebody = somebody || table().may_act(role.code, kind, true, true);
        BOOST_TEST(somebody, kind << " is nobody's");
    }
    for (auto const& row : table().rows()) {
        if (row.to != engine::sphere::act)
            continue;
        engine::rights alone;
        for (auto role : table().roles())
            alone.add(role);
        alone.add(row);
        bool something = false;
        for (auto const& kind : kinds)
            for (auto const& role : row.roles)
                something = something || alone.may_act(role, kind, true, true);
        BOOST_TEST(something, row.pattern << " is no act");
    }
}

BOOST_AUTO_TEST_CASE(every_role_and_act_and_relation_has_one_answer)
{
    // A wider relation never takes away what a narrower one gives, and nobody but the one who
    // records the law's acts enters any.
    for (auto const& role : table().roles())
        for (auto const& kind : kinds_of_acts()) {
            auto const outside = table().may_act(role.code, kind, false, false);
            auto const sponsor = table().may_act(role.code, kind, true, false);
            auto const concerned = table().may_act(role.code, kind, false, true);
            auto const both = table().may_act(role.code, kind, true, true);
            BOOST_TEST((!outside || (sponsor && concerned)), role.code << " " << kind);
            BOOST_TEST(both == (sponsor || concerned), role.code << " " << kind);
        }
}

BOOST_AUTO_TEST_CASE(the_auditors_change_nothing)
{
    for (auto const& kind : kinds_of_acts())
        for (auto const* role : {"auditor", "audit_administrator"})
            BOOST_TEST(!table().may_act(role, kind, true, true), role << " " << kind);
}

BOOST_AUTO_TEST_CASE(the_report_compiler_changes_the_report_alone_and_never_lets_it_out)
{
    auto const is_of_report = [](std::string const& kind) {
        for (auto const* chapter : {"report.", "collection.", "gate.", "freezing.", "narrative."})
            if (kind.starts_with(chapter))
                return kind != "collection.answered";
        return false;
    };
    for (auto const& kind : kinds_of_acts())
        BOOST_TEST(table().may_act("report_compiler", kind, true, true) == is_of_report(kind),
                   kind);
}

BOOST_AUTO_TEST_CASE(a_role_knows_the_cases_of_a_register_if_it_may_open_it)
{
    for (auto const& role : table().roles()) {
        if (role.code == "legal_adviser")
            continue; // opens the registers and finds there what they were asked to
        auto const known = table().families_of(role.code);
        for (auto const& [page, family] : {std::pair("/cases", "major_decision"),
                                           {"/matters", "legal_matter"},
                                           {"/advisers", "adviser_file"},
                                           {"/catalogue", "catalogue"},
                                           {"/normative-documents", "normative_document"},
                                           {"/reports", "annual_report"}})
            BOOST_TEST(table().may_ask_for(role.code, "GET", page) == known.has(family),
                       role.code << " " << page);
        BOOST_TEST(!known.has("administration"), role.code);
        BOOST_TEST(known.when_open.empty(), role.code);
    }
}

BOOST_AUTO_TEST_CASE(an_outside_adviser_knows_of_no_case_by_the_role_but_what_is_published)
{
    auto const known = table().families_of("legal_adviser");
    BOOST_TEST(!known.all);
    BOOST_TEST(known.whole.empty());
    for (auto const& [name, shape] : workflows::shapes(table())) {
        auto const family = engine::family_of(name);
        auto const is_published =
            family == "catalogue" || family == "normative_document" || family == "annual_report";
        BOOST_TEST(known.has_when_open(family) == is_published, name);
    }
}

BOOST_AUTO_TEST_CASE(whoever_acts_on_the_cases_of_a_family_knows_them)
{
    for (auto const& [name, shape] : workflows::shapes(table())) {
        auto const family = engine::family_of(name);
        if (family == "administration")
            continue;
        for (auto const& row : shape.make("cn")->table())
            for (auto const& role : table().roles())
                if (row.sort != "follows" && role.code != "legal_adviser" &&
                    table().may_act(role.code, row.kind, false, false))
                    BOOST_TEST(table().families_of(role.code).has(family),
                               role.code << " " << row.kind);
    }
}

BOOST_AUTO_TEST_SUITE_END()
