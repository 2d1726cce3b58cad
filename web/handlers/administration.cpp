#include "adapters/soci/account_rows.hpp"
#include "web/document_link.hpp"
#include "web/form.hpp"
#include "web/form_view.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/administration_forms.hpp"
#include "web/handlers/administration_words.hpp"
#include "web/handlers/after_act.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/offered_number.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/waiting_at_seat.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"
#include "workflows/administration/procedure.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/archive.hpp"
#include "workflows/permissions.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

namespace administration = workflows::administration;
using administration::register_of_house;
using boost::json::array;
using boost::json::object;
using engine::say;

/// So many people are shown at once, and of the acts the latest.
constexpr std::size_t most_people = 25;
constexpr std::size_t latest_acts = 5;

bool has(std::string const& text, std::string const& words)
{
    return text.find(words) != std::string::npos;
}

object appointment_view(visit const& v, administration_words const& words,
                        register_of_house const& house, std::size_t at)
{
    auto const& one = house.appointments[at];
    auto const* replaced = administration::find_person(house, one.in_place_of);
    return {{"number", static_cast<long long>(at) + 1},
            {"role", one.role},
            {"role_words", words.role(one.role)},
            {"unit", one.unit},
            {"unit_name", words.unit(one.unit)},
            {"from", engine::to_text(one.from)},
            {"from_words", v.words.date(one.from)},
            {"until", one.until ? engine::to_text(*one.until) : ""},
            {"until_words", one.until ? v.words.date(*one.until) : ""},
            {"in_place_of", replaced ? replaced->name : ""},
            {"holds", one.holds_on(v.today())},
            {"waiting_words", ""},
            {"end_href", ""}};
}

/// Whoever may end appointments sees what waits at each before they do.
void show_what_waits(visit const& v, register_of_house const& house, array& people)
{
    constexpr auto ending = administration::appointments::ended::kind;
    if (!v.house.with().law.entitled.may_act(v.session->as.role, ending, false, false))
        return;
    for (auto& person : people) {
        engine::person_id const whose{
            administration::number_of_person(house, person.at("login").as_string())};
        for (auto& value : person.at("appointments").as_array()) {
            auto& held = value.as_object();
            if (!held.at("holds").as_bool() || !held.at("in_place_of").as_string().empty())
                continue;
            auto const number = held.at("number").as_int64();
            if (auto const waiting = waiting_at_seat(v, whose, number))
                held["waiting_words"] = v.words(say("{1}项待办", counted_words(waiting)));
            held["end_href"] = filled_in_form(ending, {{"appointment", std::to_string(number)}});
        }
    }
}

/// The people whose name, login, role or unit has the words, with what they hold.
array people_who_fit(visit const& v, register_of_house const& house, std::string const& asked)
{
    administration_words const words(v, house);
    auto const without_password = v.house.with().people.logins_without_password();
    array made;
    for (auto const& person : house.people) {
        auto fits = has(person.login, asked) || has(person.name, asked);
        array held;
        for (std::size_t at = 0; at < house.appointments.size(); ++at)
            if (house.appointments[at].login == person.login) {
                auto one = appointment_view(v, words, house, at);
                for (auto const* part : {"role", "role_words", "unit_name"})
                    fits = fits || has(std::string(one.at(part).as_string()), asked);
                held.push_back(std::move(one));
            }
        if (fits)
            made.push_back({{"login", person.login},
                            {"person_name", person.name},
                            {"barred", !person.may_sign_in},
                            {"without_password", without_password.contains(person.login)},
                            {"appointments", std::move(held)}});
    }
    return made;
}

template <class Named>
array former_names_view(visit const& v, Named const& one)
{
    array made;
    for (auto const& former : one.former_names)
        made.push_back({{"name", former.name},
                        {"until", engine::to_text(former.until)},
                        {"until_words", v.words.date(former.until)}});
    return made;
}

template <class Named>
std::string closed_words(visit const& v, Named const& one)
{
    return one.closed_on ? v.words(say("{1}撤销", *one.closed_on)) : std::string();
}

array units_view(visit const& v, register_of_house const& house)
{
    administration_words const words(v, house);
    array made;
    for (auto const& organ : house.organs) {
        array units;
        for (auto const& unit : house.units)
            if (unit.organ == organ.code)
                units.push_back({{"code", unit.code},
                                 {"unit_name", unit.name},
                                 {"closed_words", closed_words(v, unit)},
                                 {"former_names", former_names_view(v, unit)}});
        made.push_back({{"code", organ.code},
                        {"organ_name", organ.name},
                        {"place", organ.rule_place},
                        {"place_words", words.rule_pack(organ.rule_place)},
                        {"closed_words", closed_words(v, organ)},
                        {"former_names", former_names_view(v, organ)},
                        {"units", std::move(units)}});
    }
    return made;
}

/// What the house works by, as the record last said, and since when (JC-23).
array settings_view(visit const& v, opened_case const& file, register_of_house const& house)
{
    using namespace administration::settings;
    administration_words const words(v, house);
    std::map<setting, engine::act const*> since;
    for (auto const& one : file.record.acts)
        if (one.kind == came_into_force::kind)
            since[workflows::body_on_file<came_into_force>(one).setting_is] = &one;
    array made;
    for (auto const& [is, parts] : house.in_force) {
        std::string const name(engine::name_of(is));
        array listed;
        for (auto const& one : parts)
            listed.push_back({{"part_name", one.part_name},
                              {"sha256", one.sha256},
                              {"words", words.part(is, one)}});
        made.push_back({{"setting", name},
                        {"setting_words", v.words("choice.setting." + name)},
                        {"since", engine::to_text(since.at(is)->entered_at)},
                        {"since_words", v.words.moment(since.at(is)->entered_at)},
                        {"parts", std::move(listed)}});
    }
    return made;
}

/// In a large house the lists would make the page too long: there one types, and searches above.
constexpr std::size_t most_listed = 300;

/// The acts that a paper goes with or that have a field for a number, by chapter: those can be
/// numbered.
std::vector<std::pair<std::string, std::string>> acts_with_papers(visit const& v)
{
    std::vector<std::pair<std::string, std::string>> found;
    for (auto const& one : workflows::acts_by_chapter(v.house.with().law.shapes)) {
        auto const* sample = v.house.sample(one.shape);
        for (auto const& kind : one.kinds) {
            auto const* fields = sample ? sample->fields_of(kind) : nullptr;
            bool const has_paper =
                brings_number(fields) ||
                (fields && std::any_of(fields->begin(), fields->end(), [](auto const& f) {
                     return f.type == engine::field_type::document;
                 }));
            // A number is corrected within the series of the act that gave it.
            bool const corrects =
                kind == workflows::major_decision::archive::number_corrected::kind;
            if (has_paper && !corrects && engine::family_of(one.shape) != "administration")
                found.emplace_back(kind, chapter_words(v.words, one.chapter) + " · " +
                                             act_words(v.words, kind));
        }
    }
    return found;
}

/// Nobody administers themselves (JC-1, JC-11), nor whom they act for.
bool is_own(visit const& v, register_of_house const& house, std::string const& login)
{
    return v.actor().stands_for({administration::number_of_person(house, login)});
}

/// What the fields of the acts name, as lists to choose from. Whom the law would refuse whatever
/// else is filled in is on none of them.
known_values known_in(visit const& v, register_of_house const& house, std::string_view kind)
{
    administration_words const words(v, house);
    known_values known;
    for (auto const& one : v.house.with().law.entitled.roles())
        known["appointed_role"].emplace_back(one.code, words.role(one.code));
    for (auto const& one : house.organs)
        if (!one.closed_on)
            for (auto const* field : {"organ", "parent_organ"})
                known[field].emplace_back(one.code, one.name);
    for (auto const& one : v.house.with().law.book.packs())
        for (auto const* field : {"rule_place", "new_rule_place"})
            known[field].emplace_back(one.name, one.title);
    // No appointment is cleared to what is the administration's own.
    for (auto const level : {engine::confidentiality::open, engine::confidentiality::internal,
                             engine::confidentiality::secret})
        known["cleared_to"].emplace_back(engine::name_of(level), level_words(v.words, level));
    known["numbered_act"] = acts_with_papers(v);
    if (kind == administration::people::link_handed_out::kind) {
        auto const waiting = v.house.with().people.logins_without_password();
        if (waiting.size() > most_listed)
            return known;
        for (auto const& login : waiting)
            if (auto const* one = administration::find_person(house, login);
                one && one->may_sign_in && !is_own(v, house, login))
                known["login"].emplace_back(login, words.person_at_posts(login, v.today()));
        return known;
    }
    if (house.people.size() > most_listed)
        return known;
    for (auto const& one : house.people)
        for (auto const* field : {"login", "substitute", "successor"})
            if (kind != administration::people::added::kind && !is_own(v, house, one.login) &&
                !(kind == administration::people::sign_in_barred::kind && !one.may_sign_in) &&
                !(kind == administration::people::sign_in_restored::kind && one.may_sign_in))
                known[field].emplace_back(one.login, words.person_at_posts(one.login, v.today()));
    for (std::size_t at = 0; at < house.appointments.size(); ++at) {
        auto const& one = house.appointments[at];
        auto const number = static_cast<long long>(at) + 1;
        bool const is_over = one.until && *one.until < v.today();
        if (!is_over && (one.is_substitution() || !is_own(v, house, one.login)))
            known[one.is_substitution() ? "substitution" : "appointment"].emplace_back(
                std::to_string(number), words.appointment(number));
    }
    return known;
}

/// What people type only where there is no list.
constexpr std::string_view typed_where_unlisted[] = {"login", "substitute", "successor",
                                                     "appointment", "substitution"};

/// The inputs of an act. Where there is a list to choose from, nobody is told what to type.
array inputs_of(visit const& v, opened_case const& file, engine::offer const& offer,
                object const& typed, std::vector<engine::field_fault> const& faults,
                register_of_house const& house)
{
    auto const known = known_in(v, house, offer.kind);
    auto inputs =
        form_view(v, offer.kind, *offer.fields, typed, faults, known, demands_on(v, file, offer));
    for (auto& one : inputs) {
        auto& input = one.as_object();
        std::string_view const name = input.at("path").as_string();
        if (known.contains(name) &&
            std::find(std::begin(typed_where_unlisted), std::end(typed_where_unlisted), name) !=
                std::end(typed_where_unlisted))
            input["hint"] = "";
    }
    return inputs;
}

/// What becomes of the tasks of an appointment that a form is to end, or an act has ended.
template <class Notes>
array left_behind(visit const& v, register_of_house const& house, object const& body, Notes notes)
{
    auto const* number = body.if_contains("appointment");
    auto const* seat = number && number->is_int64()
                           ? administration::find_appointment(house, number->get_int64())
                           : nullptr;
    if (!seat)
        return {};
    return notes(v, {administration::number_of_person(house, seat->login)}, number->get_int64());
}

object form_of(visit const& v, opened_case const& file, engine::offer const& offer,
               typed_form const* typed, register_of_house const& house)
{
    auto const same = typed && typed->kind == offer.kind;
    // a link to the form may give what is to stand in it
    auto const linked = !typed && v.query("act") == offer.kind;
    auto const body = same     ? typed->body
                      : linked ? read_form(v.asked.query, *offer.fields).body
                               : object();
    auto const faults = same ? said_at_fields(*typed) : std::vector<engine::field_fault>();
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
        {"expanded", same || linked},
        {"act_id", same && !typed->stale && !typed->act_id.empty() ? typed->act_id : random_id()},
        {"seen", file.version()},
        {"above", offer.kind == administration::appointments::ended::kind
                      ? left_behind(v, house, body, left_by_ending)
                      : array()},
        {"remarks", array()},
        {"confirmation", same ? confirmation_of(v, typed->to_confirm) : std::string()},
        {"part", ""},
        {"as_proposed", array()},
        {"return_to", same ? typed->return_to : std::string()},
        {"rules", std::move(rules)},
        {"inputs", inputs_of(v, file, offer, body, faults, house)}};
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

/// Whoever was just registered holds no post yet: it is another administrator's to give.
array to_be_appointed(visit const& v, administration::people::added const& body)
{
    return {object{{"words", v.words(say("{1}（{2}）还没有岗位，请安全管理员任命并发给登录链接",
                                         body.person_name, body.login))},
                   {"href", "/administration?" + to_query({{"words", body.login}})},
                   {"link_words", v.words(say("查看此人"))}}};
}

/// What waits where the act that was just entered has registered somebody, ended an appointment, or
/// handed work over.
array left_by_done(visit const& v, opened_case const& file, register_of_house const& house)
{
    auto const done = number_in(v.query("done"));
    for (auto const& one : file.record.acts) {
        if (done != one.seq)
            continue;
        if (one.kind == administration::appointments::ended::kind)
            return left_behind(v, house, one.body, left_by_ended);
        using added = administration::people::added;
        if (one.kind == added::kind)
            return to_be_appointed(v, workflows::body_on_file<added>(one));
        using handed_over = administration::appointments::handed_over;
        if (one.kind == handed_over::kind)
            return passed_on(v, house, workflows::body_on_file<handed_over>(one));
    }
    return {};
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
    auto const passed_over = static_cast<std::size_t>(number_in(v.query("after")).value_or(0));
    auto const people = people_who_fit(v, house, words);
    auto const from = std::min(passed_over, people.size());
    auto const until = std::min(from + most_people, people.size());
    page.view["none"] = people.empty();
    array shown(people.begin() + from, people.begin() + until);
    show_what_waits(v, house, shown);
    page.view["people"] = std::move(shown);
    std::string next;
    if (until < people.size())
        next = "/administration?" + to_query({{"words", words}, {"after", std::to_string(until)}}) +
               "#h-people";
    page.view["next"] = next;
    page.view["count_words"] = v.words(say("共{1}名", people.size()));
    page.view["organs"] = units_view(v, house);
    page.view["settings"] = settings_view(v, *file, house);
    administration_words const told(v, house);
    array acts;
    auto const& all = file->record.acts;
    for (auto one = all.rbegin(); one != all.rend() && acts.size() < latest_acts; ++one)
        acts.push_back(told.act(*file, *one));
    page.view["acts"] = std::move(acts);
    page.only_page["words"] = words;
    auto const may_see = [&](std::string_view pattern) {
        return v.house.with().law.entitled.may_ask_for(v.session->as.role, "GET", pattern);
    };
    page.only_page["may_see_numbering"] = may_see("/administration/numbering");
    auto const may_see_deliveries = may_see("/administration/deliveries");
    page.only_page["may_see_deliveries"] = may_see_deliveries;
    auto const dead = may_see_deliveries ? v.house.sent_out().counts().dead : 0;
    page.only_page["dead_count"] = dead > 0 ? std::to_string(dead) : "";
    auto forms = forms_view(v, *file, typed, house);
    page.only_page["has_forms"] = !forms.empty();
    page.only_page["forms"] = std::move(forms);
    show_done(v, *file, page);
    page.only_page["waits_still"] = left_by_done(v, *file, house);
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

std::string filled_in_form(std::string_view kind, pairs const& fields)
{
    pairs all{{"act", std::string(kind)}};
    for (auto const& [name, value] : fields)
        all.emplace_back(std::string(field_prefix) + name, value);
    return "/administration?" + to_query(all) + "#act-" + std::string(kind);
}

array administration_form(visit const& v, opened_case const& file, std::string_view kind,
                          std::string const& return_to)
{
    auto const house = adapters::soci::register_after(file.record.acts);
    auto forms = forms_view(v, file, nullptr, house);
    array chosen;
    for (auto& one : forms)
        if (one.at("kind").as_string() == kind) {
            one.as_object()["return_to"] = return_to;
            chosen.push_back(std::move(one));
        }
    return chosen;
}

answer show_letter(visit& v)
{
    auto const on = administration_case(v);
    auto const uses = v.records->uses_of(v.place("hash"));
    auto const is_letter =
        std::any_of(uses.begin(), uses.end(), [&](auto const& use) { return on && use.on == *on; });
    return is_letter ? show_document(v) : not_found(v);
}

} // namespace web::handlers
