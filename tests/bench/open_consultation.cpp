#include "tests/bench/open_consultation.hpp"

#include "adapters/soci/due_days.hpp"

#include <stdexcept>

namespace bench {
namespace {

namespace demo = adapters::demo;
namespace soci = adapters::soci;

constexpr char const* published = "participation.published";
/// Long enough after the publication that the notice is out, long before its last day.
constexpr std::chrono::days open_for{3};

long_story told_from(engine::day begins, engine::law_in_force law, engine::instant now)
{
    demo::story const one{.what = {.title = "城区供水价格调整方案",
                                   .type = "construction_project",
                                   .sponsor = "water",
                                   .partners = {},
                                   .concerned = {"finance"},
                                   .executor = "water",
                                   .evaluator = "audit",
                                   .traits = {"vital"},
                                   .seed = 11},
                          .begins = begins,
                          .turns = {},
                          .until = published};
    auto made = tell_with_papers(one, law, now);
    if (made.told.acts.empty() || made.told.acts.back().kind != published)
        throw std::runtime_error("the story of a consultation does not come to its publication");
    return made;
}

} // namespace

consultation open_consultation(std::filesystem::path const& dir, engine::law_in_force law,
                               engine::instant now)
{
    soci::database at(dir);
    soci::follow_law(at, law, now);
    consultation made;
    made.people = add_people(at);
    // How long it takes is known once it was told; rest days move it by a few days at most.
    auto const today = engine::legal_day(now);
    auto const rehearsed = today - std::chrono::days(300);
    auto const first = told_from(rehearsed, law, now);
    auto const takes = engine::legal_day(first.told.acts.back().at) - rehearsed;
    auto const story = told_from(today - takes - open_for - std::chrono::days(10), law, now);
    store_papers(story.papers, dir, at);
    made.on = fill_with_stories(at, law, story, 1).cases.front();
    return made;
}

} // namespace bench
