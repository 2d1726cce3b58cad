#include "web/handlers/time_light.hpp"

namespace web::handlers {
namespace {

using engine::say;
using state = engine::limit::state;

time_light light_for(state is, engine::day_unit unit, long long left)
{
    auto const working = unit == engine::day_unit::working;
    switch (is) {
    case state::paused:
        return {"grey", "‖", say("暂停计时")};
    case state::met:
        return {"done", "✓", say("已完成")};
    case state::overdue:
        return {"red", "●", working ? say("超期{1}个工作日", -left) : say("超期{1}日", -left)};
    case state::running:
        break;
    }
    auto words = working ? say("剩余{1}个工作日", left) : say("剩余{1}日", left);
    if (left <= nearly_due)
        return {"yellow", "▲", std::move(words)};
    return {"green", "■", std::move(words)};
}

} // namespace

time_light light_of(engine::limit const& limit)
{
    // A least time that still runs is no hurry: it asks to wait, not to be quick.
    if (limit.is_least && limit.is == state::running) {
        auto const working = limit.unit == engine::day_unit::working;
        return {"grey", "‖",
                limit.left == 0 ? say("今天是最后一日")
                : working       ? say("还差{1}个工作日", limit.left)
                                : say("还差{1}日", limit.left)};
    }
    return light_for(limit.is, limit.unit, limit.left);
}

time_light light_of(engine::task_limit const& limit, engine::working_days const& days,
                    engine::day today)
{
    if (limit.stopped)
        return light_for(state::paused, limit.unit, 0);
    auto const count = [&](engine::day from, engine::day to) {
        return limit.unit == engine::day_unit::working ? days.between(from, to)
                                                       : (to - from).count();
    };
    if (today > limit.due)
        return light_for(state::overdue, limit.unit, -count(limit.due, today));
    return light_for(state::running, limit.unit, count(today, limit.due));
}

adapters::soci::light_days light_days_on(engine::day today, engine::working_days const& days)
{
    return {.today = today,
            .soon = today + std::chrono::days(nearly_due),
            .soon_working = days.after(today, nearly_due)};
}

} // namespace web::handlers
