#include "adapters/soci/outbox.hpp"
#include "web/audit.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

// What could not be brought out of the house, for whoever keeps the machine running.

namespace web::handlers {
namespace {

using boost::json::array;
using engine::say;

constexpr long long rows_a_page = 50;

} // namespace

answer show_deliveries(visit& v)
{
    auto const found = v.house.sent_out().dead_letters(number_in(v.query("after")), rows_a_page);
    auto const counts = v.house.sent_out().counts();
    answer page{.page = "deliveries"};
    page.view["title"] = v.words(say("未送达的通知"));
    page.view["waiting"] = counts.waiting;
    page.view["waiting_words"] = v.words(say("待发送{1}条", counts.waiting));
    page.view["dead"] = counts.dead;
    page.only_page["dead_count"] = counts.dead > 0 ? std::to_string(counts.dead) : "";
    array rows;
    for (auto const& one : found.rows)
        rows.push_back({{"id", one.id},
                        {"way", one.way},
                        {"way_words", v.words("deliveries.way." + one.way)},
                        {"to", one.name},
                        {"failures", one.failures},
                        {"fault", one.fault},
                        {"created_at", engine::to_text(one.created_at)},
                        {"created_words", v.words.moment(one.created_at)},
                        {"failed_at", engine::to_text(one.failed_at)},
                        {"failed_words", v.words.moment(one.failed_at)}});
    page.view["empty"] = rows.empty();
    page.view["rows"] = std::move(rows);
    page.view["next"] =
        found.next ? "/administration/deliveries?after=" + std::to_string(*found.next) : "";
    page.only_page["may_change"] = v.house.with().law.entitled.may_ask_for(
        v.session->as.role, "POST", "/administration/deliveries");
    return page;
}

awaitable<answer> settle_delivery(visit& v)
{
    auto const id = number_in(given(v, "delivery"));
    auto const what = given(v, "do");
    if (!id || (what != "again" && what != "drop"))
        co_return problem(v, 400, "malformed", say("请选择重新发送或者不再发送。"));
    auto const settle = [&] {
        auto& out = v.house.sent_out();
        auto const again = what == "again";
        auto const is_done = again ? out.try_again(*id, v.now) : out.drop(*id, v.now);
        if (is_done) {
            auto entry = entry_about(v, "delivery", again ? "sent_again" : "dropped");
            entry.about = std::to_string(*id);
            v.house.with().entry.log.enter(std::move(entry));
        }
        return is_done;
    };
    auto const done = co_await v.house.reading().run(settle);
    if (!done)
        co_return not_found(v);
    answer go;
    go.view["done"] = true;
    go.see_other = "/administration/deliveries";
    co_return go;
}

} // namespace web::handlers
