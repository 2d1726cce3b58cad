#include "web/handlers/box_tabs.hpp"

#include "web/handlers/standing_duties.hpp"
#include "web/office.hpp"

namespace web::handlers {

std::string counted_words(long long rows)
{
    return rows >= most_counted ? std::to_string(most_counted - 1) + "+" : std::to_string(rows);
}

waiting_count waiting_in_seat(visit& v, asked_box const& waiting)
{
    auto only = waiting.only;
    only.open_on.reset();
    auto const all = v.records->count_box(waiting.of, only, most_counted);
    only.open_on = v.today();
    auto const now = v.records->count_box(waiting.of, only, most_counted);
    return {now + static_cast<long long>(standing_duties(v).size()), all - now};
}

boost::json::array tabs_view(visit& v, std::string_view current)
{
    boost::json::array tabs;
    auto const add = [&](std::string_view name, long long rows) {
        tabs.push_back({{"box", name},
                        {"words", v.words("box." + std::string(name))},
                        {"href", name == "waiting" ? "/" : "/boxes/" + std::string(name)},
                        {"count", counted_words(rows)},
                        {"current", name == current}});
    };
    auto const& rights = v.house.with().law.entitled;
    auto const has_boxes = rights.may_ask_for(v.session->as.role, "GET", "/boxes/{box}");
    for (auto const name : box_names()) {
        if (name != "waiting" && !has_boxes)
            break; // an administrator of the house acts on no case
        auto one = plain_box(v, name);
        if (name == current && asks_for_what_is_left(v))
            one.of.left_to.clear(); // the tab counts what its list shows
        if (name == "overseen") {
            add("drafts", v.house.with().desk.count_drafts(v.session->who.id));
            if (one.of.units.empty())
                continue;
        }
        add(name, name == "waiting" ? waiting_in_seat(v, one).now
                                    : v.records->count_box(one.of, one.only, most_counted));
    }
    if (has_boxes && !units_answered_for(v).empty())
        tabs.push_back({{"box", "overview"},
                        {"words", v.words("overview.title")},
                        {"href", "/overview"},
                        {"count", ""},
                        {"current", current == "overview"}});
    return tabs;
}

} // namespace web::handlers
