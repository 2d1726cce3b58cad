#include "engine/procedure.hpp"
#include "engine/rights.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

role some_role(std::string code, std::string group = "office")
{
    return {code, code, code, std::move(group), confidentiality::internal, {}, {}};
}

struct context {
    rights table;
    context()
    {
        table.add(some_role("clerk"));
        table.add(some_role("head"));
        table.add(some_role("keeper", "system"));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rights_test, context)

BOOST_AUTO_TEST_CASE(what_no_row_allows_is_denied)
{
    BOOST_TEST(!table.may_ask_for("clerk", "GET", "/cases"));
    BOOST_TEST(!table.may_act("clerk", "drafting.versioned", true, true));
    BOOST_TEST(!table.may_ask_for("nobody", "GET", "/cases"));
    BOOST_TEST((table.sees_up_to("nobody") == confidentiality::open));
}

BOOST_AUTO_TEST_CASE(a_row_allows_what_fits_its_pattern_and_no_more)
{
    table.add(right{{"clerk"}, sphere::page, "GET /cases*", relation::any});
    BOOST_TEST(table.may_ask_for("clerk", "GET", "/cases/{id}"));
    BOOST_TEST(!table.may_ask_for("clerk", "POST", "/cases"));
    BOOST_TEST(!table.may_ask_for("head", "GET", "/cases"));
    table.add(right{{"*"}, sphere::page, "GET /", relation::any});
    BOOST_TEST(table.may_ask_for("keeper", "GET", "/"));
    BOOST_TEST(!table.may_ask_for("keeper", "GET", "/cases"));
    BOOST_TEST(!table.may_ask_for("stranger", "GET", "/"));
}

BOOST_AUTO_TEST_CASE(a_right_may_hang_on_the_part_of_the_unit_in_the_case)
{
    table.add(right{{"clerk"}, sphere::act, "drafting.*", relation::sponsor});
    table.add(right{{"clerk"}, sphere::act, "consultation.answered", relation::concerned});
    case_summary file;
    file.unit = "water";
    file.concerned = {"finance", "roads"};
    actor who{{1}, "甲", "clerk", "water", {}, {}};
    BOOST_TEST(table.may_act(who, "drafting.versioned", &file));
    BOOST_TEST(!table.may_act(who, "consultation.answered", &file));
    BOOST_TEST(!table.may_act(who, "drafting.versioned", nullptr));
    who.unit = "roads";
    BOOST_TEST(!table.may_act(who, "drafting.versioned", &file));
    BOOST_TEST(table.may_act(who, "consultation.answered", &file));
}

BOOST_AUTO_TEST_CASE(any_case_means_any_of_the_own_organ)
{
    table.add(right{{"clerk"}, sphere::act, "review.concluded", relation::any});
    table.add(right{{"clerk"}, sphere::act, "consultation.answered", relation::concerned});
    case_summary file;
    file.unit = "water";
    file.concerned = {"dz_justice"};
    actor who{{1}, "甲", "clerk", "dz_justice", {}, {}};
    BOOST_TEST(table.may_act(who, "review.concluded", &file));
    who.is_elsewhere = true;
    BOOST_TEST(!table.may_act(who, "review.concluded", &file));
    // what its unit is asked, it answers all the same
    BOOST_TEST(table.may_act(who, "consultation.answered", &file));
}

BOOST_AUTO_TEST_CASE(a_family_that_no_row_names_is_not_known_without_a_part)
{
    table.add(right{{"clerk"}, sphere::family, "decision", relation::any});
    table.add(right{{"clerk"}, sphere::family, "document", relation::open});
    table.add(right{{"head"}, sphere::family, "*", relation::any});
    auto const of_clerk = table.families_of("clerk");
    BOOST_TEST(of_clerk.has("decision"));
    BOOST_TEST(!of_clerk.has("document"));
    BOOST_TEST(of_clerk.has_when_open("document"));
    BOOST_TEST(!of_clerk.has("matter"));
    BOOST_TEST(table.families_of("head").has("matter"));
    BOOST_TEST(!table.families_of("keeper").has("decision"));
    BOOST_TEST(rights::unrestricted().families_of("anybody").has("decision"));
    auto const seeing = table.seeing({{1}, "甲", "clerk", "water", {}, {}}, {});
    BOOST_TEST(!seeing.covers({"matter", confidentiality::open, {}, {}}));
}

BOOST_AUTO_TEST_CASE(roles_of_two_groups_exclude_each_other)
{
    BOOST_TEST(table.exclude_each_other("clerk", "keeper"));
    BOOST_TEST(!table.exclude_each_other("clerk", "head"));
}

BOOST_AUTO_TEST_CASE(a_faulty_row_is_named_and_not_added)
{
    BOOST_TEST(table.add(some_role("clerk")).has_value());
    BOOST_TEST(table.add(right{{"nobody"}, sphere::act, "a.b", relation::any}).has_value());
    BOOST_TEST(table.add(right{{"clerk"}, sphere::page, "GET /", relation::sponsor}).has_value());
    BOOST_TEST(table.add(right{{}, sphere::act, "a.b", relation::any}).has_value());
    BOOST_TEST(table.add(right{{"clerk"}, sphere::act, "a.b", relation::open}).has_value());
    BOOST_TEST(
        table.add(right{{"clerk"}, sphere::family, "decision", relation::sponsor}).has_value());
    BOOST_TEST(table.rows().empty());
}

BOOST_AUTO_TEST_CASE(only_the_unrestricted_table_allows_everything)
{
    BOOST_TEST(rights::unrestricted().may_ask_for("anybody", "GET", "/"));
    BOOST_TEST(rights::unrestricted().may_act("anybody", "a.b", false, false));
    BOOST_TEST(!rights().may_act("anybody", "a.b", true, true));
}

BOOST_AUTO_TEST_SUITE_END()
