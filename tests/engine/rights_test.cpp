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
    BOOST_TEST(table.rows().empty());
}

BOOST_AUTO_TEST_CASE(only_the_unrestricted_table_allows_everything)
{
    BOOST_TEST(rights::unrestricted().may_ask_for("anybody", "GET", "/"));
    BOOST_TEST(rights::unrestricted().may_act("anybody", "a.b", false, false));
    BOOST_TEST(!rights().may_act("anybody", "a.b", true, true));
}

BOOST_AUTO_TEST_SUITE_END()
