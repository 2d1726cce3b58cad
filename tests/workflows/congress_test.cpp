#include "tests/workflows/case_so_far.hpp"

using namespace tests;
using law::intake::congress_route;

namespace {

std::string const reported = R"({"reported_on":"2024-03-04","document":)" + paper_json('c') + "}";

std::string decision(bool approved, std::string const& on = "2024-03-20")
{
    return R"({"decided_on":")" + on + R"(","approved":)" + (approved ? "true" : "false") +
           R"(,"words":"意见","document":)" + paper_json('d') + "}";
}

trial ready(congress_route route)
{
    trial t(law::make_congress());
    start(t.file, route);
    draft(t.file, 'a');
    t.on("2024-03-25").by("office_secretary", "office");
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(congress_test)

BOOST_AUTO_TEST_CASE(without_a_route_there_is_nothing_to_do)
{
    auto t = ready(congress_route::none);
    BOOST_TEST(law::congress_done(t.file));
    BOOST_CHECK(t.refused("congress.reported", reported) == rules{"R713-8.1"});
}

BOOST_AUTO_TEST_CASE(a_report_is_enough_where_the_congress_is_told)
{
    auto t = ready(congress_route::report);
    BOOST_TEST(!law::congress_done(t.file));
    t.enters("congress.reported", reported);
    BOOST_TEST(t.stage() == "settled");
    BOOST_TEST(law::congress_done(t.file));
}

BOOST_AUTO_TEST_CASE(what_belongs_to_the_congress_waits_for_its_yes)
{
    auto t = ready(congress_route::decide);
    t.enters("congress.reported", reported);
    BOOST_TEST(t.stage() == "before_congress");
    BOOST_TEST(!law::congress_done(t.file));
    t.enters("congress.decided", decision(false));
    BOOST_TEST(t.stage() == "not_approved");
    BOOST_TEST(!law::congress_done(t.file));
    t.enters("congress.reported", reported);
    t.enters("congress.decided", decision(true));
    BOOST_TEST(t.stage() == "settled");
    BOOST_TEST(law::congress_done(t.file));
}

BOOST_AUTO_TEST_CASE(it_becomes_a_duty_when_the_meeting_adopts)
{
    auto t = ready(congress_route::report);
    t.follows("deliberation.held",
              R"({"meeting":"executive","meeting_name":"会","met_on":"2024-03-01",
              "members_entitled":5,"present":[],"statements":[],"outcome":"adopted",
              "decision":"通过","draft":)" +
                  paper_json('a') + R"(,"minutes":)" + paper_json('b') + R"(,"recorder":"某"})");
    BOOST_TEST(t.stage() == "due");
    t.enters("congress.reported", reported);
    BOOST_TEST(t.stage() == "settled");
}

BOOST_AUTO_TEST_CASE(the_days_are_past_and_in_order)
{
    auto t = ready(congress_route::decide);
    BOOST_CHECK(t.refused("congress.reported", R"({"reported_on":"2024-03-26","document":)" +
                                                   paper_json('c') + "}") == rules{"JC-3"});
    t.enters("congress.reported", reported);
    BOOST_CHECK(t.refused("congress.decided", decision(true, "2024-03-26")) == rules{"JC-3"});
    BOOST_CHECK(t.refused("congress.decided", decision(true, "2024-03-01")) == rules{"R713-8.1"});
}

BOOST_AUTO_TEST_CASE(a_text_changed_in_substance_goes_there_again)
{
    auto t = ready(congress_route::report);
    t.enters("congress.reported", reported);
    BOOST_CHECK(t.refused("congress.reported", reported) == rules{"R713-8.1"});
    BOOST_TEST(t.duties().empty());
    draft(t.file, 'b', law::drafting::change_class::substantive);
    BOOST_TEST(!law::congress_done(t.file));
    BOOST_TEST(t.duties().empty()); // it waits for a decision before
    meet(t.file);
    BOOST_TEST(t.duties().contains("congress.reported"));
    t.enters("congress.reported", reported);
    BOOST_TEST(law::congress_done(t.file));
}

BOOST_AUTO_TEST_CASE(there_is_a_text_and_the_office_brings_it)
{
    auto t = ready(congress_route::report);
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("congress.reported", reported) == rules{"R713-8.1"});
    t.by("office_secretary", "office");
    t.file.drafting.versions.clear();
    BOOST_CHECK(t.refused("congress.reported", reported) == rules{"R713-12.1"});
}

BOOST_AUTO_TEST_SUITE_END()
