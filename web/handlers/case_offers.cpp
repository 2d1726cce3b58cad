#include "web/handlers/case_offers.hpp"

#include "web/handlers/catalogue_choices.hpp"
#include "web/handlers/handed_work.hpp"
#include "web/handlers/hearing_lists.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <map>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

/// The forms of a page, by how pressing they are.
constexpr char const* form_lists[] = {"form_duties", "form_instead", "form_options"};

/// What is done with the buttons of the page of the sheets, which knows the sheet it is about.
bool is_done_on_sheets(std::string_view kind)
{
    return kind.starts_with("circulation.") && kind != "circulation.opened" &&
           kind != "circulation.copied";
}

/// Whose act it is: the first of its seats, or whoever is named.
std::string whose_turn(visit const& v, engine::offer const& offer)
{
    auto const& seat = offer.seats.front();
    return seat.role.empty() ? v.house.person_name(seat.person) : v.words("role." + seat.role);
}

array views_of(visit const& v, std::vector<engine::offer> const& all)
{
    array made;
    for (auto const& one : all)
        made.push_back(offer_view(v, one));
    return made;
}

/// Offers as whoever looks finds them. What waits for nobody, such as an act on a sheet that does
/// not exist, is in none of the lists.
struct sorted_offers {
    std::vector<engine::offer> duties, options, blocked, missing;
    std::map<std::string, std::vector<engine::offer>> of_others; ///< by who it is
};

sorted_offers sorted(visit const& v, opened_case const& file)
{
    auto const who = actor_on(v, file);
    auto const now = circumstances_of(v, file);
    auto const tasks = file.file().tasks(now);
    // several seats may do what is the task of one of them
    auto const is_owed = [&](engine::offer const& offer) {
        return std::any_of(tasks.begin(), tasks.end(), [&](engine::task const& one) {
            return one.kind == offer.kind &&
                   engine::is_held_by({one.role, one.unit, one.person}, who);
        });
    };
    sorted_offers made;
    for (auto& offer : file.file().offers(who, now)) {
        auto obstacles = beside_role(offer.refusals);
        auto const mine = obstacles.size() == offer.refusals.size();
        // what others may do once a day has come is nothing that is missing before it
        if (offer.duty && !obstacles.empty() && (mine || !engine::opens_on(obstacles))) {
            made.missing.push_back(offer);
            made.missing.back().refusals = obstacles;
        }
        if (offer.is_open())
            (offer.duty && is_owed(offer) ? made.duties : made.options).push_back(std::move(offer));
        else if (mine)
            made.blocked.push_back(std::move(offer));
        else if (obstacles.empty() && !offer.seats.empty())
            made.of_others[whose_turn(v, offer)].push_back(std::move(offer));
    }
    return made;
}

/// The forms of the duties, of what may be done instead of them (the options of their chapters),
/// and of everything else.
void show_forms(visit const& v, opened_case const& file, kept_drafts const& kept,
                typed_form const* typed, sorted_offers const& offers, answer& page)
{
    array duties, instead, rest;
    auto const is_back = [&](auto const& form) {
        return form.at("kind").as_string() == typed->kind;
    };
    auto const form_of = [&](engine::offer const& offer, array& into) {
        auto const comes_back = typed && typed->kind == offer.kind;
        if (is_made_by_the_house(offer.kind) || (is_done_on_sheets(offer.kind) && !comes_back))
            return;
        auto prepared = hearing_lists(v.records, file, offer.kind);
        for (auto const& rows : rows_to_judge(file, offer.kind))
            prepared[rows.key()] = rows.value();
        if (offer.fields)
            if (auto const sole =
                    body_without_choice(*offer.fields, people_to_choose(v, file, offer.kind)))
                for (auto const& one : *sole)
                    prepared[one.key()] = one.value();
        into.push_back(
            offer_form(v, file, offer, kept, {.typed = typed, .prepared = std::move(prepared)}));
    };
    auto const is_beside_duty = [&](engine::offer const& option) {
        return std::any_of(offers.duties.begin(), offers.duties.end(),
                           [&](auto const& duty) { return duty.chapter == option.chapter; });
    };
    if (!file.past && !file.rebuilt.broken) {
        for (auto const& one : offers.duties)
            form_of(one, duties);
        for (auto const& one : offers.options)
            form_of(one, is_beside_duty(one) ? instead : rest);
        page.only_page["nothing_open"] = duties.empty() && instead.empty() && rest.empty();
    } else
        page.only_page["nothing_open"] = false;
    page.only_page["has_options"] = !rest.empty();
    page.only_page["options_open"] = typed && std::any_of(rest.begin(), rest.end(), is_back);
    page.only_page["option_count"] = static_cast<long long>(rest.size());
    page.only_page["form_duties"] = std::move(duties);
    page.only_page["form_instead"] = std::move(instead);
    page.only_page["form_options"] = std::move(rest);
}

} // namespace

bool is_made_by_the_house(std::string_view kind)
{
    return kind == "gate.checked" || kind == "freezing.frozen";
}

void show_offers(visit const& v, opened_case const& file, kept_drafts const& kept,
                 typed_form const* typed, answer& page)
{
    auto const offers = sorted(v, file);
    show_forms(v, file, kept, typed, offers, page);

    page.view["has_missing"] = !offers.missing.empty();
    page.view["missing"] = views_of(v, offers.missing);
    array others;
    for (auto const& [role, acts] : offers.of_others)
        others.push_back(object{{"role", role}, {"acts", views_of(v, acts)}});
    page.only_page["has_others"] = !others.empty();
    // On a closed case all that cannot be done any more would be a long list of nothing.
    page.only_page["has_blocked"] = !offers.blocked.empty() && !file.file().summary().closed;
    page.only_page["blocked_count"] = static_cast<long long>(offers.blocked.size());
    page.view["offers"] = object{{"duties", views_of(v, offers.duties)},
                                 {"options", views_of(v, offers.options)},
                                 {"blocked", views_of(v, offers.blocked)},
                                 {"of_others", std::move(others)}};
}

bool has_form_of(answer const& page, std::string_view kind)
{
    return std::any_of(std::begin(form_lists), std::end(form_lists), [&](char const* list) {
        auto const& forms = page.only_page.at(list).as_array();
        return std::any_of(forms.begin(), forms.end(),
                           [&](auto const& one) { return one.at("kind").as_string() == kind; });
    });
}

} // namespace web::handlers
