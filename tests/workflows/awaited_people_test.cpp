#include "tests/workflows/review_trial.hpp"

#include <boost/test/unit_test.hpp>
#include "workflows/major_decision/awaited_people.hpp"

// For whom by name a task waits.

namespace {

using namespace tests;
using namespace tests::review;
using namespace workflows::major_decision;

std::vector<long long> awaited(trial const& t)
{
    std::vector<long long> found;
    for (auto const one :
         awaited_people(t.file, "legality_review.adviser_opined", {"legal_adviser", ""}))
        found.push_back(one.value);
    return found;
}

std::vector<long long> numbers(std::vector<std::string> const& names)
{
    std::vector<long long> found;
    for (auto const& one : names)
        found.push_back(trial::number_of(one));
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(awaited_people_test)

BOOST_AUTO_TEST_CASE(an_opinion_waits_for_those_who_were_asked_until_each_has_answered)
{
    auto t = accepted();
    BOOST_TEST(awaited(t).empty());
    t.enters("legality_review.advisers_asked", to_ask({"孙律师", "周律师"}));
    BOOST_TEST(awaited(t) == numbers({"孙律师", "周律师"}), boost::test_tools::per_element());
    t.by("legal_adviser", "law_firm", "孙律师").enters("legality_review.adviser_opined", opinion);
    BOOST_TEST(awaited(t) == numbers({"周律师"}), boost::test_tools::per_element());
    t.by("legal_adviser", "law_firm", "周律师")
        .enters("legality_review.adviser_withdrew", to_withdraw("周律师"));
    BOOST_TEST(awaited(t).empty());
}

BOOST_AUTO_TEST_CASE(where_somebody_is_known_by_name_alone_it_waits_for_all_who_advise)
{
    auto t = accepted();
    legality_review::advisers_asked asked{};
    asked.advisers = {{{trial::number_of("孙律师")}, ""}, {{}, "周律师"}};
    t.file.legality_review.requests.push_back(on_record(t, asked, 30));
    BOOST_TEST(awaited(t).empty());
}

BOOST_AUTO_TEST_CASE(other_tasks_wait_for_whoever_holds_the_seat)
{
    auto const t = accepted();
    BOOST_TEST(
        awaited_people(t.file, "legality_review.concluded", {"reviewer", "justice"}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
