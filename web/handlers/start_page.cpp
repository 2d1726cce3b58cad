#include "web/handlers/start_page.hpp"

#include "web/handlers/box_tabs.hpp"
#include "web/office.hpp"

#include <array>
#include <utility>

namespace web::handlers {

using boost::json::array;
using boost::json::object;

array lights_of_tasks(visit& v, asked_box const& waiting)
{
    static constexpr std::array shapes = {std::pair{"red", "●"}, std::pair{"yellow", "▲"},
                                          std::pair{"grey", "‖"}};
    array made;
    for (auto const& [light, shape] : shapes) {
        auto only = waiting.only;
        only.light = light;
        auto const tasks = v.records->count_box(waiting.of, only, most_counted);
        if (tasks == 0)
            continue;
        made.push_back(object{{"colour", light},
                              {"shape", shape},
                              {"words", v.words("start." + std::string(light))},
                              {"count", counted_words(tasks)},
                              {"href", waiting.address({{"light", light}})}});
    }
    return made;
}

array places_of_role(visit& v)
{
    auto const& role = v.session->as.role;
    auto const& rights = v.house.with().law.entitled;
    array made;
    auto const add = [&](char const* what, char const* href) {
        made.push_back(object{{"words", v.words("start." + std::string(what))}, {"href", href}});
    };
    if (!units_answered_for(v).empty())
        add("overview", "/overview");
    for (auto const& [what, href] :
         {std::pair{"administration", "/administration"}, std::pair{"audit", "/audit"},
          std::pair{"reports", "/reports"}, std::pair{"cases", "/cases"}})
        if (rights.may_ask_for(role, "GET", href))
            add(what, href);
    return made;
}

} // namespace web::handlers
