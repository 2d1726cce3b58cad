#include "tests/adapters/register_house.hpp"

#include <boost/json.hpp>

namespace tests {

engine::admitted register_house::enter_act(engine::case_id on, std::string shape, std::string kind,
                                           std::string_view body, engine::actor by)
{
    return admit(taking,
                 {.on = on,
                  .shape = std::move(shape),
                  .place = "gd",
                  .act_id = "act-" + std::to_string(++acts),
                  .kind = std::move(kind),
                  .body = boost::json::parse(body).as_object(),
                  .seen = {},
                  .by = std::move(by),
                  .now = engine::instant(*engine::parse_day("2026-03-02")) + std::chrono::hours(2),
                  .seeing = engine::clearance::of_the_record()});
}

} // namespace tests
