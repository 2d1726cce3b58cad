#include "workflows/major_decision/review_clock.hpp"

namespace workflows::major_decision {

std::vector<engine::pause> review_pauses(dossier const& file)
{
    auto const& review = file.legality_review;
    std::vector<engine::pause> pauses;
    for (std::size_t i = 0; i < review.stops.size(); ++i) {
        auto const& stop = review.stops[i];
        engine::pause one{
            stop.on,
            {},
            engine::say("choice.stop_reason." + std::string(engine::name_of(stop.body.reason)))};
        if (i < review.resumptions.size())
            one.until = review.resumptions[i].on;
        pauses.push_back(std::move(one));
    }
    return pauses;
}

long long review_days_used(dossier const& file, engine::working_days const& days, day today)
{
    auto const& accepted = file.legality_review.acceptance;
    if (!accepted)
        return 0;
    return engine::reckon({.name = "legality_review",
                           .rule = "R713-26.3",
                           .begins = accepted->on,
                           .days = 1,
                           .unit = engine::day_unit::working,
                           .pauses = review_pauses(file)},
                          days, today)
        .used;
}

} // namespace workflows::major_decision
