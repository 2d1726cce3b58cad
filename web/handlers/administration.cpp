#include "adapters/soci/account_rows.hpp"
#include "web/form_view.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"
#include "workflows/administration/procedure.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

namespace administration = workflows::administration;
using administration::register_of_house;
using boost::json::array;
using boost::json::object;
using engine::say;

/// So many people and acts are shown at once; the search finds the others.
constexpr std::size_t most_people = 60;
constexpr std::size_t most_acts = 50;

std::string role_words(visit const& v, std::string const& code)
{
    auto const* known = v.house.with().law.entitled.find(code);
    if (!known)
        return code;
    return v.words.code() == "zh" ? known->name_zh : known->name_en;
}

bool has(std::string const& text, std::string const& words)
{
    return text.find(words) != std::string::npos;
}

object appointment_view(visit const& v, register_of_house const& house, std::size_t at)
{
    auto const& one = house.appointments[at];
    auto const* unit = administration::find_unit(house, one.unit);
    auto const* replaced = administration::find_person(house, one.in_place_of);
    return {{"number", static_cast<long long>(at) + 1},
            {"role", one.role},
            {"role_words", role_words(v, one.role)},
            {"unit", one.unit},
            {"unit_name", unit ? unit->unit_name : one.unit},
            {"from", engine::to_text(one.from)},
            {"from_words", v.words.date(one.from)},
            {"until", one.until ? engine::to_text(*one.until) : ""},
            {"until_words", one.until ? v.words.date(*one.until) : ""},
            {"in_place_of", replaced ? replaced->name : ""},
            {"holds", one.holds_on(v.today())}};
}

/// The people whose name, login, role or unit has the words, with what they hold.
array people_view(visit const& v, register_of_house const& house, std::string const& words)
{
    array made;
    for (auto const& person : house.people) {
        auto fits = has(person.login, words) || has(person.name, words);
        array held;
        for (std::size_t at = 0; at < house.appointments.size(); ++at)
            if (house.appointments[at].login == person.login) {
                auto one = appointment_view(v, house, at);
                for (auto const* part : {"role", "role_words", "unit_name"})
                    fits = fits || has(std::string(one.at(part).as_string()), words);
                held.push_back(std::move(one));
            }
        if (!fits)
            continue;
        made.push_back({{"login", person.login},
                        {"person_name", person.name},
                        {"barred", !person.may_sign_in},
                        {"appointments", std::move(held)}});
        if (made.size() == most_people)
            break;
    }
    return made;
}

array units_view(register_of_house const& house)
{
    array made;
    for (auto const& organ : house.organs) {
        array units;
        for (auto const& unit : house.units)
            if (unit.organ == organ.code)
                units.push_back({{"code", unit.code}, {"unit_name", unit.unit_name}});
        made.push_back({{"code", organ.code},
                        {"organ_name", organ.organ_name},
                        {"place", organ.rule_place},
                        {"units", std::move(units)}});
    }
    return made;
}

/// In a large house the lists would make the page too long: there one types, and searches above.
constexpr std::size_t most_listed = 300;

/// What the fields of the acts name, as lists to choose from.
known_values known_in(visit const& v, register_of_house const& house, std::string_view kind)
{
    known_values known;
    for (auto const& one : v.house.with().law.entitled.roles())
        known["appointed_role"].emplace_back(one.code, role_words(v, one.code));
    for (auto const& one : house.organs)
        for (auto const* field : {"organ", "parent_organ"})
            known[field].emplace_back(one.code, one.organ_name);
    if (house.people.size() > most_listed)
        return known;
    for (auto const& one : house.people)
        for (auto const* field : {"login", "substitute", "successor"})
            if (kind != workflows::administration::people::added::kind)
                known[field].emplace_back(one.login, one.name + " " + one.login);
    for (std::size_t at = 0; at < house.appointments.size(); ++at) {
        auto const& one = house.appointments[at];
        auto const* who = administration::find_person(house, one.login);
        auto const* unit = administration::find_unit(house, one.unit);
        if (one.until && *one.until < v.today())
            continue;
        known[one.is_substitution() ? "substitution" : "appointment"].emplace_back(
            std::to_string(at + 1), (who ? who->name : one.login) + " · " +
                                        (unit ? unit->unit_name : one.unit) + " " +
                                        role_words(v, one.role));
    }
    return known;
}

object form_of(visit const& v, opened_case const& file, engine::offer const& offer,
               typed_form const* typed, register_of_house const& house)
{
    static object const empty;
    static std::vector<engine::field_fault> const no_faults;
    auto const same = typed && typed->kind == offer.kind;
    array rules;
    for (auto const& one : offer.rules)
        rules.push_back(rule_view(v, one));
    return {
        {"action", "/administration/acts"},
        {"kind", offer.kind},
        {"id", "act-" + offer.kind},
        {"shape", ""},
        {"act_words", act_words(v.words, offer.kind)},
        {"chapter_words", chapter_words(v.words, offer.chapter)},
        {"about", v.words.look_up("about." + offer.kind).value_or("")},
        {"expanded", same},
        {"act_id", same && !typed->stale && !typed->act_id.empty() ? typed->act_id : random_id()},
        {"seen", file.version()},
        {"remarks", array()},
        {"rules", std::move(rules)},
        {"inputs", form_view(v, offer.kind, *offer.fields, same ? typed->body : empty,
                             same ? typed->faults : no_faults, known_in(v, house, offer.kind))}};
}

array forms_view(visit const& v, opened_case const& file, typed_form const* typed,
                 register_of_house const& house)
{
    array forms;
    for (auto const& offer : file.file().offers(v.actor(), circumstances_of(v, file)))
        if (offer.is_open() &&
            v.house.with().law.entitled.may_act(v.session->as.role, offer.kind, false, false))
            forms.push_back(form_of(v, file, offer, typed, house));
    return forms;
}

answer page_of(visit& v, typed_form const* typed)
{
    auto const on = administration_case(v);
    if (!on)
        return not_found(v);
    auto const file = open_file(v, *on);
    auto const house = adapters::soci::register_after(file->record.acts);
    answer page{.status = typed ? typed->status : 200, .page = "administration"};
    page.view["title"] = v.words(say("机构和人员"));
    page.view["version"] = file->version();
    auto const words = v.query("words");
    auto people = people_view(v, house, words);
    page.view["none"] = people.empty();
    page.view["cut"] = people.size() == most_people;
    page.view["people"] = std::move(people);
    page.view["organs"] = units_view(house);
    array acts;
    for (auto one = file->record.acts.rbegin();
         one != file->record.acts.rend() && acts.size() < most_acts; ++one) {
        auto act = act_view(v, *file, *one, true);
        act["href"] = "";
        acts.push_back(std::move(act));
    }
    page.view["acts"] = std::move(acts);
    page.only_page["words"] = words;
    page.only_page["may_see_deliveries"] = v.house.with().law.entitled.may_ask_for(
        v.session->as.role, "GET", "/administration/deliveries");
    auto forms = forms_view(v, *file, typed, house);
    page.only_page["has_forms"] = !forms.empty();
    page.only_page["forms"] = std::move(forms);
    if (typed)
        page.only_page["problem"] = problem_view(v, *typed);
    page.headers.emplace_back("ETag", "\"" + std::to_string(file->version()) + "\"");
    return page;
}

} // namespace

std::optional<engine::case_id> administration_case(visit& v)
{
    auto const found = v.records->list_cases({.shape = administration::shape_name}, {}, 1);
    if (found.rows.empty())
        return {};
    return found.rows.front().head.line.id;
}

answer show_administration(visit& v)
{
    return page_of(v, nullptr);
}

answer administration_page_with(visit& v, typed_form const& typed)
{
    return page_of(v, &typed);
}

answer show_letter(visit& v)
{
    auto const on = administration_case(v);
    auto const uses = v.records->uses_of(v.place("hash"));
    auto const is_letter =
        std::any_of(uses.begin(), uses.end(), [&](auto const& use) { return on && use.on == *on; });
    return is_letter ? show_document(v) : not_found(v);
}

answer show_rights(visit& v)
{
    auto const& table = v.house.with().law.entitled;
    answer page{.page = "rights"};
    page.view["title"] = v.words(say("岗位和权限"));
    array roles;
    for (auto const& one : table.roles()) {
        auto const chinese = v.words.code() == "zh";
        array rights;
        for (auto const& row : table.rows()) {
            auto const mine = std::any_of(row.roles.begin(), row.roles.end(), [&](auto const& of) {
                return of == "*" || of == one.code;
            });
            if (!mine)
                continue;
            auto const is_act = row.to == engine::sphere::act;
            auto const named = is_act && !row.pattern.ends_with('*');
            rights.push_back(
                {{"to", v.words("choice.sphere." + std::string(engine::name_of(row.to)))},
                 {"pattern", row.pattern},
                 {"pattern_words", named ? act_words(v.words, row.pattern) : ""},
                 {"where", v.words("choice.relation." + std::string(engine::name_of(row.where)))}});
        }
        roles.push_back(
            {{"code", one.code},
             {"role_name", chinese ? one.name_zh : one.name_en},
             {"purpose", chinese ? one.purpose_zh : one.purpose_en},
             {"group", one.group},
             {"level", std::string(engine::name_of(one.sees_up_to))},
             {"level_words",
              v.words("choice.confidentiality." + std::string(engine::name_of(one.sees_up_to)))},
             {"secret_words", one.sees_up_to < engine::confidentiality::secret
                                  ? ""
                                  : v.words("choice.secret_reach." +
                                            std::string(engine::name_of(one.sees_secret)))},
             {"rights", std::move(rights)}});
    }
    page.view["roles"] = std::move(roles);
    return page;
}

} // namespace web::handlers
