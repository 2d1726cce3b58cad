#include "tests/workflows/trial.hpp"
#include "tests/workflows/wanderer.hpp"

#include <rapidcheck/boost_test.h>

using tests::wanderer;

namespace {

using words = std::set<std::string, std::less<>>;

/// Traits that change what the law asks.
words some_traits()
{
    words chosen;
    for (auto const* trait : {"technical", "risk", "operators", "business", "hearing", "vital",
                              "dispute", "secret", "congress_report", "congress_decide"})
        if (*rc::gen::weightedElement<bool>({{3, false}, {1, true}}))
            chosen.insert(trait);
    // What is secret is not heard in public, and one matter goes one way to the congress.
    if (chosen.count("secret"))
        chosen.erase("hearing");
    if (chosen.count("congress_decide"))
        chosen.erase("congress_report");
    return chosen;
}

/// So many acts of a story, for a walk that begins where the random one would seldom come.
std::vector<engine::act> some_beginning(words const& traits)
{
    auto told = tests::told(tests::a_story(traits));
    auto const most = static_cast<int>(told.entered.size());
    told.entered.resize(static_cast<std::size_t>(*rc::gen::inRange(1, most + 1)));
    return std::move(told.entered);
}

} // namespace

BOOST_AUTO_TEST_SUITE(random_walk_test)

RC_BOOST_PROP(a_replayed_case_is_the_case_that_ran, ())
{
    auto const traits = some_traits();
    auto const what = tests::a_matter(traits);
    auto beginning = some_beginning(traits);
    auto const begins = beginning.back().counts_on();
    wanderer running(what, std::move(beginning), begins);
    auto const tries = *rc::gen::inRange(5, 40);
    for (int i = 0; i < tries; ++i) {
        running.wait_until(running.today() + std::chrono::days(*rc::gen::inRange(0, 40)));
        auto const attempts = running.open_attempts();
        if (attempts.empty())
            break;
        auto const before = tests::picture_of(running.file(), running.today());
        auto const today = running.today();
        auto const result =
            running.go(attempts[*rc::gen::inRange<std::size_t>(0, attempts.size())]);
        // A refused act leaves the case as it was.
        if (!result.found.admitted())
            RC_ASSERT(tests::picture_of(running.file(), today) == before);
    }
    wanderer const replayed(what, running.acts(), running.today());
    RC_ASSERT(tests::picture_of(replayed.file(), running.today()) ==
              tests::picture_of(running.file(), running.today()));
}

BOOST_AUTO_TEST_SUITE_END()
