#include "tests/workflows/told_case.hpp"
#include "workflows/major_decision/review_account.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using namespace workflows::major_decision;

namespace {

/// The account of a story that was told to its end.
review_account account_of(std::set<std::string, std::less<>> traits,
                          std::set<std::string, std::less<>> turns)
{
    auto const law = tests::built_in_law();
    auto const told = tests::told(tests::a_story(std::move(traits), std::move(turns)));
    auto found =
        account_of_review(*told.file, {law.book, law.days, engine::legal_day(told.acts.back().at)});
    BOOST_REQUIRE(found);
    return std::move(*found);
}

} // namespace

BOOST_AUTO_TEST_SUITE(review_account_test)

BOOST_AUTO_TEST_CASE(what_was_filed_and_why_the_clock_stood_still)
{
    auto const found = account_of({"vital"}, {"supplement", "clock_stop"});
    BOOST_REQUIRE(found.filing);
    BOOST_TEST(!found.filing->body.draft.hash.empty());
    BOOST_TEST(found.supplements.size() == 1u);
    BOOST_REQUIRE(found.pauses.size() == 1u);
    BOOST_REQUIRE(found.pauses.front().until);
    BOOST_TEST((found.pauses.front().from < *found.pauses.front().until));
}

BOOST_AUTO_TEST_CASE(what_the_sponsor_is_asked_for_is_told_until_it_came)
{
    auto const whole = tests::told(tests::a_story({}, {"supplement", "clock_stop"}));
    auto const after = [&](std::string_view kind, std::string_view reason = {}) {
        auto const law = tests::built_in_law();
        auto const file = law.shapes.at("major_decision/2019").make("gd");
        for (auto one : whole.entered) {
            if (!reason.empty() && one.kind == kind)
                one.body["reason"] = std::string(reason);
            file->replay(one);
            if (one.kind == kind)
                return account_of_review(*file, {law.book, law.days, one.counts_on()})->awaited;
        }
        return std::optional<asked_supplement>();
    };
    auto const asked_for = after("legality_review.supplement_requested");
    BOOST_REQUIRE(asked_for);
    BOOST_TEST(!asked_for->items.empty());
    BOOST_TEST(asked_for->answer_by.has_value());
    BOOST_TEST(!after("legality_review.supplemented"));
    BOOST_TEST(!after("legality_review.clock_stopped"));
    // a stop from before the demand stopped the clock keeps its words for the sponsor
    auto const of_old = after("legality_review.clock_stopped", "supplement");
    BOOST_REQUIRE(of_old);
    BOOST_TEST(of_old->items.size() == 1u);
    BOOST_TEST(!of_old->answer_by);
}

BOOST_AUTO_TEST_CASE(a_supplement_is_told_item_by_item_and_an_older_one_as_it_was_given)
{
    auto const whole = tests::told(tests::a_story({}, {"supplement"}));
    auto const answered_as = [&](std::string_view body) {
        auto const law = tests::built_in_law();
        auto const file = law.shapes.at("major_decision/2019").make("gd");
        for (auto one : whole.entered) {
            bool const answers = one.kind == "legality_review.supplemented";
            if (answers && !body.empty())
                one.body = boost::json::parse(body).as_object();
            file->replay(one);
            if (answers)
                return account_of_review(*file, {law.book, law.days, one.counts_on()})
                    ->supplements.back()
                    .body;
        }
        return legality_review::supplemented();
    };
    auto const items = answered_as({}).supplied;
    BOOST_TEST_REQUIRE(items.size() == 1u);
    BOOST_TEST(items.front().paper.has_value());
    auto const of_old = answered_as(R"({"materials":[],"remarks":"不再提供"})");
    BOOST_TEST(of_old.supplied.empty());
    BOOST_TEST(*of_old.remarks == "不再提供");
}

BOOST_AUTO_TEST_CASE(every_step_that_is_required_is_done_once_the_matter_is_decided)
{
    auto const found = account_of({"technical", "risk", "operators"}, {});
    for (auto const& one : found.steps)
        BOOST_TEST((!one.required || one.done), engine::name_of(one.step));
    BOOST_TEST(std::any_of(found.steps.begin(), found.steps.end(), [](auto const& one) {
        return one.step == legality_review::statutory_step::experts && one.required;
    }));
}

BOOST_AUTO_TEST_CASE(each_step_has_a_name_of_its_own)
{
    auto const found = account_of({}, {});
    std::set<std::string> names;
    for (auto const& one : found.steps)
        names.insert(one.name.id);
    BOOST_TEST(names.size() == found.steps.size());
    BOOST_TEST(names.contains("承办单位法制机构审查"));
    BOOST_TEST(names.contains("承办单位集体讨论"));
    BOOST_TEST(names.contains("choice.statutory_step.experts"));
}

BOOST_AUTO_TEST_CASE(whoever_opined_is_listed_asked_or_not)
{
    auto const found = account_of({}, {});
    std::vector<long long> opinions;
    for (auto const& one : found.advisers) {
        BOOST_TEST(one.asked_on.has_value() == one.answer_by.has_value());
        BOOST_TEST((one.asked_on || one.opinion > 0), one.who.id.value);
        if (one.opinion > 0)
            opinions.push_back(one.opinion);
    }
    // the story asks those who then opine, and nobody else
    BOOST_TEST(opinions.size() == found.advisers.size());
    for (auto const& one : found.advisers)
        BOOST_TEST(one.asked_on.has_value(), one.who.id.value);
    BOOST_REQUIRE(!opinions.empty());
    std::sort(opinions.begin(), opinions.end());
    BOOST_TEST((std::adjacent_find(opinions.begin(), opinions.end()) == opinions.end()));
}

BOOST_AUTO_TEST_CASE(an_adviser_who_withdrew_has_withdrawn_whatever_they_said_before)
{
    auto const whole = tests::told(tests::a_story({}, {}));
    auto const law = tests::built_in_law();
    auto const file = law.shapes.at("major_decision/2019").make("gd");
    std::size_t n = 0;
    while (whole.entered.at(n).kind != "legality_review.adviser_opined")
        file->replay(whole.entered[n++]);
    file->replay(whole.entered[n]);
    auto const listed = [&, of = whole.entered[n].by.person] {
        auto const found =
            account_of_review(*file, {law.book, law.days, whole.entered[n].counts_on()});
        for (auto const& one : found->advisers)
            if (one.who.id == of)
                return one;
        return asked_adviser();
    };
    BOOST_TEST(listed().opinion == whole.entered[n].seq);
    auto gone = whole.entered[n];
    gone.kind = "legality_review.adviser_withdrew";
    gone.body = {{"adviser", gone.by.person.value}, {"reason", "代理供水公司"}};
    ++gone.seq;
    file->replay(gone);
    BOOST_TEST(listed().withdrawal == gone.seq);
    BOOST_TEST(listed().opinion == 0);
}

BOOST_AUTO_TEST_CASE(another_procedure_has_no_review)
{
    auto const law = tests::built_in_law();
    auto const other = std::find_if(law.shapes.begin(), law.shapes.end(),
                                    [](auto const& one) { return one.second.is_sole; });
    BOOST_REQUIRE((other != law.shapes.end()));
    auto const file = other->second.make("gd");
    BOOST_TEST(!account_of_review(*file, {law.book, law.days, engine::day()}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
