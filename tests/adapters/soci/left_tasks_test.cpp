#include "adapters/soci/left_tasks.hpp"
#include "tests/adapters/notices/told_house.hpp"

using namespace adapters::soci;

namespace {

/// Papers whose closing the head of the unit, Li, may do as well as its clerks; of these Zhang
/// enters the acts, and Wu is told.
struct context : tests::told_house {
    engine::person_id const wu = keeping.add_person("wu", "吴七", "", now);

    context() { appoint(wu, "sponsor_clerk", "water"); }

    engine::case_id paper_of_both(std::string const& title)
    {
        auto const on = paper(title);
        auto const id = std::to_string(on.value);
        tamper("update task set (chapter, kind, unit, role) = (select o.chapter, o.kind, o.unit,"
               " 'sponsor_clerk' from task o where o.case_id = " +
               id + " and o.role = 'department_head') where role = 'reviewer' and case_id = " + id);
        return on;
    }
    void announce(ways_out open = {})
    {
        while (out.take_in(now, open, 100) > 0) {
        }
    }
    /// How many tasks the head has in the list, with what is left to the clerks left out.
    long long listed()
    {
        box of{.name = box_name::waiting, .seats = {{role_that_leaves, "water"}}};
        of.by_name = {li};
        of.left_to = role_that_goes_first;
        return reader(db, engine::clearance::of_the_record()).count_box(of, {}, 100);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(left_tasks_test, context)

BOOST_AUTO_TEST_CASE(a_head_is_not_told_of_what_the_clerks_do_first)
{
    wants_mail(li, "li@example.gov.cn");
    paper_of_both("dam");
    announce({.mail = true});
    BOOST_TEST(listed() == 0);
    BOOST_TEST(told(li) == 0);
    BOOST_TEST(deliveries("mail") == 0);
    BOOST_TEST(told(wu) == 1);
    // what the head alone may do is the head's news
    paper("bridge");
    announce({.mail = true});
    BOOST_TEST(listed() == 1);
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(deliveries("mail") == 1);
}

BOOST_AUTO_TEST_CASE(a_head_of_another_unit_leaves_nothing_to_these_clerks)
{
    paper_of_both("dam");
    tamper("update task set unit = 'law' where role = 'department_head'");
    announce();
    BOOST_TEST(told(zhao) == 1);
    BOOST_TEST(told(wu) == 1);
}

BOOST_AUTO_TEST_CASE(a_head_is_told_where_no_clerk_is_there)
{
    keeping.set_may_sign_in(zhang, false, now);
    keeping.set_may_sign_in(wu, false, now);
    paper_of_both("dam");
    announce();
    BOOST_TEST(told(li) == 1);
    // whoever stands in for a clerk for a while is none
    appoint(zhao, role_that_goes_first, "water");
    tamper("update appointment set for_person = " + std::to_string(wu.value) +
           " where role = 'sponsor_clerk' and person = " + std::to_string(zhao.value));
    paper_of_both("bridge");
    announce();
    BOOST_TEST(told(li) == 2);
    keeping.set_may_sign_in(wu, true, now);
    paper_of_both("weir");
    announce();
    BOOST_TEST(told(li) == 2);
}

BOOST_AUTO_TEST_CASE(what_is_the_head_s_by_name_is_left_to_nobody)
{
    paper_of_both("dam");
    tamper("update task set person = " + std::to_string(li.value) +
           " where role = 'department_head'");
    announce();
    BOOST_TEST(listed() == 1);
    BOOST_TEST(told(li) == 1);
}

BOOST_AUTO_TEST_CASE(a_signature_of_the_head_is_not_left_to_a_clerk_who_signs_as_well)
{
    paper_of_both("dam");
    tamper("update task set chapter = 'circulation', kind = 'circulation.given'"
           " where role in ('department_head', 'sponsor_clerk')");
    announce();
    BOOST_TEST(listed() == 1);
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(told(wu) == 1);
}

BOOST_AUTO_TEST_CASE(an_evaluation_is_not_left_to_clerks_who_may_have_assessed_before)
{
    BOOST_TEST(!may_be_left("evaluation"));
    BOOST_TEST(may_be_left("execution"));
    paper_of_both("dam");
    tamper("update task set chapter = 'evaluation', kind = 'evaluation.planned'"
           " where role in ('department_head', 'sponsor_clerk')");
    announce();
    BOOST_TEST(listed() == 1);
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(told(wu) == 1);
}

BOOST_AUTO_TEST_CASE(what_an_act_itself_tells_a_head_is_left_to_nobody)
{
    auto const on = paper_of_both("dam");
    announce();
    tests::admit(clerk, tests::note_on(on, "n1", tests::telling));
    announce();
    auto const rows = own.list(seeing(li), {}, 10).rows;
    BOOST_TEST(std::count_if(rows.begin(), rows.end(), [](own_notice const& one) {
                   return one.kind == "news.paper_noted";
               }) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
