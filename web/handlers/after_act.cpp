#include "web/handlers/after_act.hpp"

#include "web/handlers/box_table.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/handlers/next_steps.hpp"
#include "web/handlers/order_of_steps.hpp"

#include <algorithm>

namespace web::handlers {

using boost::json::object;
using engine::say;
namespace {

/// Of so many tasks one may take the place of the first, as on the page of the list.
constexpr long long most_looked_through = 20;

/// Of the tasks of one case the page of the case says which is next: so does what leads on from it.
void take_in_order_of_case(visit const& v, opened_case const& file, adapters::soci::box_row& first)
{
    if (first.on != file.line().id)
        return;
    auto const kind = first_own_step(v, file);
    for (auto const& task : file.file().tasks(circumstances_of(v, file)))
        if (task.kind == kind &&
            engine::is_held_by({task.role, task.unit, task.person}, actor_on(v, file))) {
            first.waits = task;
            return;
        }
}

} // namespace

object onward(visit& v, opened_case const* file)
{
    auto box = plain_box(v, "waiting");
    auto const count = waiting_in_all(v, box);
    object made{{"words", count == 0 ? v.words(say("您现在没有待办事项。"))
                                     : v.words(say("您还有{1}项待办。", counted_words(count)))},
                {"next_words", ""},
                {"next_href", ""}};
    box.only.open_on = v.today(); // what cannot be done yet is nothing to go on with
    auto found = v.records->list_box(box.of, box.only, box.order, {}, most_looked_through);
    if (found.rows.empty())
        return made;
    put_in_order_of_steps(v, box, found.rows);
    auto& first = found.rows.front();
    if (file)
        take_in_order_of_case(v, *file, first);
    auto const task = cell_of(v, "waiting", "task", first);
    made["next_words"] = task.words + v.words("words.colon") + first.title;
    made["next_href"] = task.href;
    return made;
}

void show_done(visit& v, opened_case const& file, answer& page)
{
    page.only_page["done"] = "";
    auto const done = number_in(v.query("done"));
    auto const& acts = file.record.acts;
    auto const act = std::find_if(acts.begin(), acts.end(),
                                  [&](engine::act const& one) { return done == one.seq; });
    if (act == acts.end())
        return;
    page.only_page["done"] = act_words(v.words, act->kind);
    page.only_page["onward"] = onward(v, &file);
}

} // namespace web::handlers
