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
    // Nights have passed since the session began: whoever set the clock goes on under a new one.
    v.now = clock->now();
    auto const renew = [&] {
        return v.house.with().entry.kept.start(v.session->who.id, v.session->as.id, v.now,
                                               {v.session->way, v.address, caller_of(v).agent});
    };
    auto const renewed = co_await v.house.reading().run(renew);
    adapters::soci::sign_in_answer const in =
        adapters::soci::signed_in{v.session->who, v.session->as, renewed};
    sign_in_form const there{.next = local_path(v, given(v, "back"))};
    co_return co_await answer_to(v, in, there);
}

} // namespace web::handlers
