#include "web/handlers/after_act.hpp"

#include "web/handlers/agendas.hpp"
#include "web/handlers/awaited_proposals.hpp"
#include "web/handlers/box_table.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/handlers/last_body.hpp"
#include "web/handlers/next_steps.hpp"
#include "web/handlers/order_of_steps.hpp"
#include "web/handlers/other_seats.hpp"
#include "workflows/catalogue/public_proposals.hpp"
#include "workflows/major_decision/deliberation.hpp"

#include <algorithm>
#include <optional>

namespace web::handlers {

using boost::json::object;
using engine::say;
namespace {

/// Of so many tasks one may take the place of the first, as on the page of the list.
constexpr long long most_looked_through = 20;

/// Whoever can go on with the case stays on it: the file is open before them. Its page names what
/// is next there.
std::optional<adapters::soci::box_row> next_of_case(visit const& v, opened_case const& file)
{
    auto const kind = first_own_step(v, file);
    for (auto const& task : file.file().tasks(circumstances_of(v, file)))
        if (task.kind == kind &&
            engine::is_held_by({task.role, task.unit, task.person}, actor_on(v, file))) {
            adapters::soci::box_row row{};
            row.on = file.line().id;
            row.title = file.record.entry.summary.title;
            row.waits = task;
            return row;
        }
    return {};
}

/// Whoever has recorded one matter of a meeting goes on with the next one; nothing after the last.
std::optional<adapters::soci::box_row> next_of_meeting(visit const& v, opened_case const& file,
                                                       asked_box box)
{
    using workflows::major_decision::deliberation::held;
    auto const& acts = file.record.acts;
    if (acts.empty() || acts.back().kind != held::kind)
        return {};
    auto const before = acts_before(acts, acts.back().seq);
    auto const* placed = agenda_of(before);
    if (!placed)
        return {};
    auto const meeting = meeting_of(*placed);
    box.only.kind = held::kind;
    for (auto& row :
         v.records->list_box(box.of, box.only, box.order, {}, most_looked_through).rows) {
        auto const of_other = v.records->acts_of(row.on);
        auto const* other = agenda_of(of_other);
        auto const stands_before = other ? meeting_of(*other) : planned_meeting();
        if (other && named_among(stands_before, {meeting}) == named_among(meeting, {stands_before}))
            return std::move(row);
    }
    return {};
}

/// Whoever has just found a proposal worth a decision opens it.
std::optional<awaited_proposal> next_of_proposal(visit const& v, opened_case const& file)
{
    using workflows::catalogue::public_proposals::studied;
    auto const& acts = file.record.acts;
    auto const body = last_body<studied>(file);
    if (!body || acts.back().kind != studied::kind)
        return {};
    for (auto& one : proposals_to_take_up(v))
        if (one.catalogue == file.line().id && one.number == body->proposal_number)
            return std::move(one);
    return {};
}

engine::text words_of_waiting(waiting_count const& count)
{
    if (count.now == 0)
        return count.later == 0 ? say("您现在没有待办事项。")
                                : say("您现在没有待办事项，另有{1}项尚未到可办日期。",
                                      counted_words(count.later));
    return count.later == 0 ? say("您还有{1}项待办。", counted_words(count.now))
                            : say("您还有{1}项待办，另有{2}项尚未到可办日期。",
                                  counted_words(count.now), counted_words(count.later));
}

} // namespace

object onward(visit& v, opened_case const* file)
{
    auto box = plain_box(v, "waiting");
    box.only.open_on = v.today(); // what cannot be done yet is nothing to go on with
    auto const count = waiting_in_seat(v, box);
    auto const elsewhere = waiting_in_other_seats(v, box);
    object made{{"words", v.words(words_of_waiting(count))},
                {"elsewhere_words", elsewhere == 0 ? "" : v.words(words_of_other_seats(elsewhere))},
                {"next_words", ""},
                {"next_href", ""}};
    if (auto const proposal = file ? next_of_proposal(v, *file) : std::nullopt) {
        made["next_words"] =
            v.words("proposals.open_case") + v.words("words.colon") + proposal->title;
        made["next_href"] = opening_of_proposal(v, proposal->catalogue, proposal->number);
        return made;
    }
    auto next = file ? next_of_meeting(v, *file, box) : std::nullopt;
    if (file && !next)
        next = next_of_case(v, *file);
    if (!next) {
        auto found = v.records->list_box(box.of, box.only, box.order, {}, most_looked_through);
        if (found.rows.empty())
            return made;
        put_in_order_of_steps(v, box, found.rows);
        next = std::move(found.rows.front());
    }
    auto const task = cell_of(v, "waiting", "task", *next);
    made["next_words"] =
        task.words + v.words("words.colon") + cell_of(v, "waiting", "case", *next).words;
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
