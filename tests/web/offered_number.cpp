#include "web/handlers/offered_number.hpp"

#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <boost/test/unit_test.hpp>

// Where the house has a rule, the form of an act that brings a number proposes the next one.

using tests::district;
using tests::has;
using tests::home_of;

namespace {

constexpr long long most_cases = 120;

/// The value of an input in the form of that act on the first page where this person finds it.
std::string proposed(std::string const& who, std::string const& kind, std::string const& field)
{
    for (long long id = 1; id <= most_cases; ++id) {
        auto const page = district().ask(who, "GET", home_of(id));
        auto const form = page.body.find("name=\"kind\" value=\"" + kind + "\"");
        if (page.status != 200 || form == std::string::npos)
            continue;
        auto const input = page.body.find("name=\"f." + field + "\"", form);
        auto const end = page.body.find('>', input);
        auto const value = page.body.find(" value=\"", input);
        if (value > end)
            return {};
        auto const begin = value + 8;
        return page.body.substr(begin, page.body.find('"', begin) - begin);
    }
    BOOST_FAIL("no case has a form of " << kind << " for " << who);
    return {};
}

/// What the page of the rules calls the next number of a unit.
std::string told(std::string const& unit, std::string const& kind)
{
    auto const view = district().view("admin", "/administration/numbering");
    for (auto const& organ : view.at("organs").as_array())
        for (auto const& rule : organ.at("rules").as_array())
            if (rule.at("unit").as_string() == unit && rule.at("kind").as_string() == kind)
                return std::string(rule.at("next").as_string());
    BOOST_FAIL("no rule for " << kind << " of " << unit);
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(offered_number)

BOOST_AUTO_TEST_CASE(whoever_signs_a_decision_finds_the_number_after_the_last_that_was_given)
{
    auto const number = proposed("mayor", "publication.text_signed", "document_number");
    auto const next = district().office().with().numbers->next_written("高府", 2026);
    BOOST_TEST(next > 1); // decisions of this year were signed
    BOOST_TEST(number == "高府〔2026〕" + std::to_string(next) + "号");
    BOOST_TEST(told("leaders", "publication.text_signed") == number);
}

BOOST_AUTO_TEST_CASE(
    whoever_archives_a_decision_finds_the_number_of_the_file_and_how_long_it_is_kept)
{
    auto const number = proposed("clerk_agriculture", "archive.archived", "archive_number");
    BOOST_TEST(number.starts_with("0058-WS·2026-D10-"), number);
    auto const next = [&](char const* retention) {
        return adapters::soci::file_number("0058-WS", 2026, retention,
                                           district().office().with().numbers->next_of_files(
                                               "agriculture", "0058-WS", 2026, retention));
    };
    BOOST_TEST(number == next("D10"));
    BOOST_TEST(told("agriculture", "archive.archived") == next(""));
}

BOOST_AUTO_TEST_CASE(a_legal_matter_is_filed_under_the_next_number_of_its_own_series)
{
    BOOST_TEST(proposed("reviewer", "outcome.archived", "archive_number").starts_with("0058-FL·"));
}

BOOST_AUTO_TEST_CASE(what_the_house_numbers_by_itself_is_told_as_before)
{
    BOOST_TEST(has(told("justice", "legality_review.concluded"), "高司审〔2026〕"));
}

BOOST_AUTO_TEST_SUITE_END()
