#include "web/audit.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/other_seats.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <boost/json.hpp>

namespace web::handlers {

using engine::say;

answer show_appointments(visit& v)
{
    answer page{.page = "appointments"};
    page.view["title"] = v.words(say("选择任职"));
    boost::json::array all;
    for (auto const& one : v.house.with().people.appointments_of(v.session->who.id, v.today()))
        all.push_back({{"id", one.id},
                       {"role", one.role},
                       {"role_words", v.words("role." + one.role)},
                       {"unit", one.unit},
                       {"unit_name", v.house.unit_name(one.unit)},
                       {"in_place_of", one.in_place_of_name},
                       {"until", one.until ? v.words.date(*one.until) : ""},
                       {"current", one.id == v.session->as.id}});
    page.view["appointments"] = std::move(all);
    page.view["substitutes"] = own_substitutes_view(v);
    return page;
}

awaitable<answer> choose_appointment(visit& v)
{
    std::optional<long long> wanted;
    if (v.asked.content_type() == "application/json") {
        boost::json::error_code fault;
        auto const body = boost::json::parse(v.asked.body, fault);
        if (!fault && body.is_object())
            if (auto const* id = body.get_object().if_contains("appointment"); id && id->is_int64())
                wanted = id->get_int64();
    } else if (auto const* id = find(v.asked.fields, "appointment"))
        wanted = number_in(*id);
    if (!wanted)
        co_return problem(v, 400, "malformed", say("请选择一项任职。"));
    auto const changed = co_await v.house.reading().run(
        [&] { return v.house.with().entry.kept.use_appointment(v.token, *wanted, v.now); });
    v.house.forget_session(v.token);
    if (!changed)
        co_return problem(v, 422, "no-such-appointment", say("您没有这项任职，或者任职已经结束。"));
    v.house.with().entry.log.note(entry_about(v, "session", "appointment"));
    answer done;
    done.view["appointment"] = *wanted;
    done.see_other = local_path(v, given(v, "next"));
    co_return done;
}

} // namespace web::handlers
