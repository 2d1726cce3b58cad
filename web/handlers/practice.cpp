#include "web/handlers/handlers.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/practice_clock.hpp"
#include "web/problem.hpp"

namespace web::handlers {

using engine::say;

awaitable<answer> go_on_to_a_later_day(visit& v)
{
    auto* const clock = v.house.with().practice;
    if (!clock)
        co_return not_found(v);
    auto const most = practice_clock::furthest.count();
    auto const wanted = number_in(given(v, "days"));
    if (!wanted || *wanted > most || !clock->go_on(std::chrono::days(*wanted)))
        co_return problem(v, 422, "no-such-day", say("日期只能往后拨，总共不超过{1}天。", most));
    answer go;
    go.see_other = local_path(v, given(v, "back"));
    co_return go;
}

} // namespace web::handlers
