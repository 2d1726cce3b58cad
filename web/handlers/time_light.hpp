#ifndef JUECE_WEB_HANDLERS_TIME_LIGHT_HPP
#define JUECE_WEB_HANDLERS_TIME_LIGHT_HPP

#include "adapters/soci/boxes.hpp"
#include "engine/limit.hpp"
#include "engine/text.hpp"
#include "engine/working_days.hpp"

namespace web::handlers {

/// A time light (时限灯): a colour with a shape and words, since colour is never the only sign.
struct time_light {
    char const* colour; ///< "green", "yellow", "red", "grey" or "done"
    char const* shape;
    engine::text words;
};

/// A limit shows yellow while so many of its days are left.
inline constexpr long long nearly_due = 3;

time_light light_of(engine::limit const& limit);
/// What the limit of a task shows on a day.
time_light light_of(engine::task_limit const& limit, engine::working_days const& days,
                    engine::day today);

/// The days by which lists find the same lights in the record.
adapters::soci::light_days light_days_on(engine::day today, engine::working_days const& days);

} // namespace web::handlers

#endif
