#include "tests/workflows/told_case.hpp"
#include "workflows/major_decision/draft_history.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace workflows::major_decision;

namespace {

opinion_on_draft const* first_of(draft_history const& all, std::string_view kind)
{
    auto const found = std::find_if(all.opinions.begin(), all.opinions.end(),
                                    [&](auto const& one) { return one.kind == kind; });
    return found == all.opinions.end() ? nullptr : &*found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(draft_history_test)

BOOST_AUTO_TEST_CASE(every_opinion_stands_on_the_version_it_was_given_on)
{
    auto const told = tests::recorded(tests::told(tests::a_story({"vital"}, {"changes_first"})));
    auto const found = history_of_drafts(told.acts);
    BOOST_REQUIRE(found.versions.size() >= 2u);
    for (std::size_t i = 0; i < found.versions.size(); ++i) {
        auto const& one = found.versions[i];
        BOOST_TEST(one.version == static_cast<long long>(i) + 1);
        BOOST_TEST(told.acts[static_cast<std::size_t>(one.seq - 1)].kind == "drafting.versioned");
    }
    BOOST_REQUIRE(!found.opinions.empty());
    for (auto const& one : found.opinions) {
        auto const filed_before =
            std::count_if(found.versions.begin(), found.versions.end(),
                          [&](auto const& version) { return version.seq < one.seq; });
        BOOST_TEST(one.version == filed_before);
    }
    auto const* first = first_of(found, "legality_review.concluded");
    BOOST_REQUIRE(first);
    BOOST_TEST(first->conclusion == "choice.review_outcome.lawful_after_changes");
    BOOST_TEST(first->version < static_cast<long long>(found.versions.size()));
    BOOST_TEST(first_of(found, "consultation.answered"));
    BOOST_TEST(first_of(found, "legality_review.adviser_opined"));
}

BOOST_AUTO_TEST_CASE(a_change_waits_for_the_reviewer_until_it_is_confirmed)
{
    std::vector<engine::act> acts;
    auto const enter = [&](std::string_view kind, char const* body) {
        engine::act one;
        one.kind = kind;
        one.seq = static_cast<long long>(acts.size()) + 1;
        one.body = boost::json::parse(body).as_object();
        acts.push_back(std::move(one));
    };
    auto const waiting = [&] {
        std::vector<long long> found;
        for (auto const& one : history_of_drafts(acts).versions)
            if (one.awaits_reviewer)
                found.push_back(one.version);
        return found;
    };
    auto const draft = [](char const* change) {
        return R"({"draft":{"hash":")" + std::string(64, 'a') +
               R"(","name":"草案.txt"},"change":")" + change + R"(","explanation":{"hash":")" +
               std::string(64, 'b') + R"(","name":"说明.txt"},"options":1})";
    };
    enter("drafting.versioned", draft("first_draft").c_str());
    enter("drafting.versioned", draft("substantive").c_str());
    BOOST_TEST(waiting().empty()); // what the sponsor itself calls substantive needs no word
    enter("drafting.versioned", draft("editorial").c_str());
    BOOST_TEST(waiting() == std::vector<long long>{3}, boost::test_tools::per_element());
    enter("drafting.change_confirmed",
          R"({"version":3,"change":"non_substantive","reason":"未改变内容"})");
    BOOST_TEST(waiting().empty());
}

BOOST_AUTO_TEST_CASE(opinions_on_the_draft_are_told_from_other_acts)
{
    BOOST_TEST(is_opinion_on_draft("legality_review.adviser_opined"));
    BOOST_TEST(!is_opinion_on_draft("legality_review.responded"));
}

BOOST_AUTO_TEST_CASE(a_case_without_a_draft_has_no_history)
{
    auto const found = history_of_drafts({});
    BOOST_TEST(found.versions.empty());
    BOOST_TEST(found.opinions.empty());
}

BOOST_AUTO_TEST_SUITE_END()
