#include "web/form.hpp"
#include "web/handlers/catalogue_choices.hpp"
#include "web/handlers/catalogue_view.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/planned_words.hpp"
#include "web/handlers/progress.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <algorithm>
#include <set>

// The catalogue of a year: its entries with their lights, what is missing, the acts that are
// offered, and the decisions that come from no entry.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace catalogue = workflows::catalogue;
using catalogue::yearly_catalogue;

constexpr long long most_strays = 20;

std::string home_of(opened_case const& file)
{
    return "/cases/" + std::to_string(file.line().id.value) + "/catalogue";
}

object decision_view(visit const& v, adapters::soci::decision_line const& one)
{
    return {{"number", one.number},        {"href", "/cases/" + std::to_string(one.id.value)},
            {"decision_title", one.title}, {"unit_name", v.house.unit_name(one.unit)},
            {"phase", one.phase},          {"phase_words", v.words("phase." + one.phase)},
            {"closed", one.closed}};
}

object item_view(visit const& v, opened_case const& file, item_account const& account)
{
    auto const& one = *account.of;
    auto made = details_view(v, one.details);
    made["item_number"] = one.number;
    made["item_href"] = home_of(file) + "/items/" + std::to_string(one.number);
    auto const light = light_of(account);
    made["flag"] = light.code;
    made["light"] = light.colour;
    made["light_shape"] = light.shape;
    made["light_words"] = v.words(std::string_view(light.words));
    made["dropped"] = one.dropped;
    made["by_adjustment"] = one.by_adjustment;
    made["taken_over"] = one.taken_over;
    made["carried_over"] =
        one.carries_over
            ? v.words(say("{1}年第{2}项", one.carries_over->year, one.carries_over->item))
            : "";
    array decisions;
    for (auto const& decision : account.decisions)
        decisions.push_back(decision_view(v, decision));
    made["has_decisions"] = !decisions.empty();
    made["decisions"] = std::move(decisions);
    array unknown;
    for (auto const& number : account.unknown_decisions)
        unknown.push_back(object{{"unknown_number", number}});
    made["unknown_decisions"] = std::move(unknown);
    return made;
}

/// What a table of entries is narrowed by.
struct narrowed_to {
    std::string unit, matter, flag;

    bool fits(item_account const& account) const
    {
        auto const& details = account.of->details;
        auto const is = [&](engine::unit_ref const& one) { return one == unit; };
        bool const of_unit =
            unit.empty() || (details.lead && is(*details.lead)) ||
            std::any_of(details.co_sponsors.begin(), details.co_sponsors.end(), is) ||
            std::any_of(details.cooperating.begin(), details.cooperating.end(), is);
        bool const of_matter =
            matter.empty() || (details.matter && engine::name_of(*details.matter) == matter);
        return of_unit && of_matter && (flag.empty() || flag == light_of(account).code);
    }
};

object choice_of(std::string code, std::string words, std::string const& chosen)
{
    auto const selected = code == chosen;
    return {{"code", std::move(code)}, {"words", std::move(words)}, {"selected", selected}};
}

void add_filters(visit const& v, yearly_catalogue const& file, narrowed_to const& only,
                 object& into)
{
    std::set<std::string> units;
    for (auto const& one : file.items) {
        if (one.details.lead)
            units.insert(*one.details.lead);
        units.insert(one.details.co_sponsors.begin(), one.details.co_sponsors.end());
        units.insert(one.details.cooperating.begin(), one.details.cooperating.end());
    }
    array unit_choices, matters, flags;
    for (auto const& unit : units)
        unit_choices.push_back(choice_of(unit, v.house.unit_name(unit), only.unit));
    for (auto const name : engine::detail::choice_names<catalogue::matter_type>())
        matters.push_back(choice_of(
            std::string(name), v.words("choice.matter_type." + std::string(name)), only.matter));
    for (std::string const flag :
         {"explain", "late", "no_case", "on_plan", "done", "explained", "dropped"})
        flags.push_back(choice_of(flag, v.words("catalogue.light." + flag), only.flag));
    into["filter_units"] = std::move(unit_choices);
    into["filter_matters"] = std::move(matters);
    into["filter_flags"] = std::move(flags);
}

array proposals_view(visit const& v, yearly_catalogue const& file)
{
    array made;
    for (auto const& one : file.call.proposals) {
        auto view = details_view(v, one.body);
        view["proposal"] = one.number;
        view["unit_name"] = v.house.unit_name(one.unit);
        view["entered_words"] = v.words.date(one.on);
        view["withdrawn_because"] = one.withdrawn_because;
        auto const* word = catalogue::verdict_on(file, one.number);
        view["verdict_words"] =
            word
                ? v.words("choice.screening_verdict." + std::string(engine::name_of(word->verdict)))
                : "";
        view["verdict_reason"] = word && word->reason ? std::string(*word->reason) : "";
        view["merged_into"] =
            word && word->merged_into ? v.words(say("并入第{1}号", *word->merged_into)) : "";
        made.push_back(std::move(view));
    }
    return made;
}

array requests_view(visit const& v, yearly_catalogue const& file)
{
    array made;
    for (auto const& one : file.adjustment.requests) {
        auto const state = std::string(engine::name_of(one.state));
        made.push_back(
            object{{"request", one.number},
                   {"change_words",
                    v.words("choice.item_change." + std::string(engine::name_of(one.body.change)))},
                   {"request_name", name_of_request(file, one)},
                   {"unit_name", v.house.unit_name(one.unit)},
                   {"reasons", std::string(one.body.reasons)},
                   {"state", state},
                   {"state_words", v.words("choice.request_state." + state)},
                   {"declined_because", one.declined_because}});
    }
    return made;
}

array awaited_view(visit const& v, yearly_catalogue const& file)
{
    array made;
    if (!file.call.closing)
        for (auto const& unit : catalogue::units_awaited(file))
            made.push_back(object{{"unit", unit}, {"awaited_name", v.house.unit_name(unit)}});
    return made;
}

/// The other units of the organ in which somebody may propose matters.
array proposing_units(visit& v)
{
    std::set<std::string> proposing;
    for (auto const everybody = v.house.people(v.today()); auto const& who : *everybody)
        if (v.house.with().law.entitled.may_act(who, catalogue::call::proposed::kind, nullptr))
            proposing.insert(who.unit);
    auto const own = v.session->as.unit;
    auto const organ = v.house.organ_name(own);
    array made;
    for (auto const all_units = v.house.units(); auto const& unit : *all_units)
        if (unit.code != own && v.house.organ_name(unit.code) == organ &&
            proposing.contains(unit.code))
            made.emplace_back(unit.code);
    return made;
}

/// What the page fills into the form of an act while nobody has typed.
object filled_in_for(visit& v, opened_case const& file, std::string_view kind)
{
    if (kind == catalogue::call::issued::kind)
        return {{"units", proposing_units(v)}};
    if (kind == catalogue::call::proposed::kind) {
        object made{{"lead", v.session->as.unit}};
        if (auto const year = number_in(v.query("carry_year")))
            made["carries_over"] = {{"year", *year},
                                    {"item", number_in(v.query("carry_item")).value_or(0)}};
        if (auto const name = v.query("carry_name"); !name.empty())
            made["item_name"] = name;
        return made;
    }
    if (auto const item = number_in(v.place("item")))
        return {{"item_number", *item}};
    return rows_to_judge(file, kind);
}

/// The forms of the acts that are offered, the waited-for ones first; only those of `kinds` if
/// any is given.
void add_forms(visit& v, opened_case const& file, std::set<std::string, std::less<>> const& kinds,
               answer& page)
{
    auto const kept = drafts_kept_on(v, file);
    array duties, options, missing;
    for (auto const& [kind, offer] : own_offers(v, file)) {
        if (!offer.is_open() || (!kinds.empty() && !kinds.contains(kind)) ||
            !v.house.with().law.entitled.may_act(v.session->as.role, kind, true, true))
            continue;
        if (kind == catalogue::items::unlinked::kind &&
            !catalogue_choices(v, file, kind).contains("decision_number"))
            continue; // nothing of this entry to take back
        auto form =
            offer_form(v, file, offer, kept,
                       {.prepared = filled_in_for(v, file, kind), .return_to = "catalogue"});
        if (kind == catalogue::call::proposed::kind && !v.query("carry_year").empty())
            form["expanded"] = true;
        (offer.duty ? duties : options).push_back(std::move(form));
    }
    page.only_page["has_forms"] = !duties.empty() || !options.empty();
    page.only_page["duties"] = std::move(duties);
    page.only_page["options"] = std::move(options);
    if (!file.past && !file.rebuilt.broken)
        for (auto const& offer : file.file().offers(actor_on(v, file), circumstances_of(v, file))) {
            auto const obstacles = beside_role(offer.refusals);
            if (!offer.duty || obstacles.empty())
                continue;
            auto lacking = offer_view(v, offer);
            lacking["refusals"] = refusals_view(v, obstacles);
            missing.push_back(std::move(lacking));
        }
    page.view["has_missing"] = !missing.empty();
    page.view["missing"] = std::move(missing);
}

/// Entries of the year before that were to go on, while proposals come in.
array carry_overs(visit& v, yearly_catalogue const& file)
{
    array made;
    if (!file.call.notice || file.call.closing)
        return made;
    auto const before =
        adapters::soci::catalogue_board(*v.records).find(file.year - 1, file.office);
    auto const old = before ? open_file(v, before->id) : std::nullopt;
    auto const* content = old ? catalogue::content_of(old->file()) : nullptr;
    if (!content)
        return made;
    std::set<long long> taken;
    for (auto const& one : file.call.proposals)
        if (one.body.carries_over && one.withdrawn_because.empty() &&
            one.body.carries_over->year == content->year)
            taken.insert(one.body.carries_over->item);
    for (auto const* one : catalogue::items_in_force(*content)) {
        auto const& word = one->explanation;
        bool const ended =
            one->completion ||
            (word && word->body.prospect == catalogue::items::item_prospect::is_given_up);
        if (ended || taken.contains(one->number))
            continue;
        auto view = details_view(v, one->details);
        view["old_year"] = content->year;
        view["old_number"] = one->number;
        view["carry_href"] = "/catalogue?" +
                             to_query({{"year", std::to_string(file.year)},
                                       {"carry_year", std::to_string(content->year)},
                                       {"carry_item", std::to_string(one->number)},
                                       {"carry_name", one->details.item_name}}) +
                             "#act-" + std::string(catalogue::call::proposed::kind);
        made.push_back(std::move(view));
    }
    return made;
}

void add_strays(visit& v, opened_case const& file, yearly_catalogue const& content, answer& page)
{
    auto const found =
        adapters::soci::catalogue_board(*v.records)
            .without_entry(content.year, content.office, number_in(v.query("after")), most_strays);
    array strays;
    for (auto const& one : found.rows)
        strays.push_back(decision_view(v, one));
    page.view["has_strays"] = !strays.empty();
    page.view["strays"] = std::move(strays);
    page.view["next"] =
        found.next ? home_of(file) + "?after=" + std::to_string(*found.next) + "#strays" : "";
}

void add_years(visit& v, int chosen, object& into)
{
    array years;
    std::set<int> seen;
    for (auto const& one : adapters::soci::catalogue_board(*v.records).catalogues())
        if (v.house.organ_name(one.unit) == v.house.organ_name(v.session->as.unit) &&
            seen.insert(one.year).second)
            years.push_back(object{{"year_choice", one.year}, {"selected", one.year == chosen}});
    into["years"] = std::move(years);
}

/// The form that sets up the catalogue of a year, filled in with it.
std::string set_up_form(int year)
{
    return "/cases/new?" + to_query({{"shape", catalogue::shape_name},
                                     {std::string(field_prefix) + "year", std::to_string(year)}});
}

void add_links(visit const& v, int year, object& into)
{
    auto const may = [&](char const* method, char const* page) {
        return v.house.with().law.entitled.may_ask_for(v.session->as.role, method, page);
    };
    auto const may_set_up = v.house.with().law.entitled.may_act(
        v.session->as.role, catalogue::call::set_up::kind, false, false);
    into["may_import"] = may("GET", "/catalogue/import");
    auto const last = catalogue::last_year_to_set_up(v.today());
    auto const next =
        year == last ? std::nullopt
                     : adapters::soci::catalogue_board(*v.records).find(last, v.session->as.unit);
    auto const offers_next = may_set_up && year != last && !next;
    into["next_year_href"] = next ? "/catalogue?year=" + std::to_string(last) : std::string();
    into["next_year_words"] = v.words(say("{1}年度目录", last));
    into["set_up_href"] = may_set_up && year <= last ? set_up_form(year) : std::string();
    into["next_set_up_href"] = offers_next ? set_up_form(last) : std::string();
    into["next_set_up_words"] = v.words(say("设立{1}年度目录", last));
    into["public_href"] = "/public/catalogue/" + std::to_string(year);
}

answer catalogue_page(visit& v, opened_case const& file, yearly_catalogue const& content)
{
    auto page = begin_desk(v, file, "catalogue");
    page.view["year"] = content.year;
    page.view["proposals_href"] = "/cases/" + std::to_string(file.line().id.value) + "/proposals";
    narrowed_to const only{v.query("unit"), v.query("matter"), v.query("flag")};
    array items;
    long long all = 0, with_light = 0;
    for (auto const& one : content.items) {
        auto const account = account_of(v, content, one, file.on);
        all += one.in_force();
        auto const code = std::string_view(light_of(account).code);
        with_light += code == "late" || code == "no_case" || code == "explain";
        if (!only.fits(account))
            continue;
        auto shown = item_view(v, file, account);
        if (!v.wants_json) // a program gets what was typed
            shown["planned_meeting"] =
                planned_words(v.words, one.details.planned_meeting.value_or(""), content.year);
        items.push_back(std::move(shown));
    }
    page.view["items_in_force"] = all;
    page.view["items_flagged"] = with_light;
    page.only_page["count_words"] = v.words(say("共{1}项，需要注意的{2}项", all, with_light));
    page.view["has_items"] = !content.items.empty();
    page.only_page["none_fits"] = items.empty();
    page.view["items"] = std::move(items);
    page.view["publication"] = publication_view(v, content);
    page.view["stages"] = stages_view(v, file, progress_of(file, v.house.with().law));
    auto limits = limits_named(v, file, "catalogue_");
    page.view["has_limits"] = !limits.empty();
    page.view["limits"] = std::move(limits);
    auto proposals = proposals_view(v, content);
    page.view["has_proposals"] = !proposals.empty();
    page.view["proposals"] = std::move(proposals);
    auto requests = requests_view(v, content);
    page.view["has_requests"] = !requests.empty();
    page.view["requests"] = std::move(requests);
    auto awaited = awaited_view(v, content);
    page.view["has_awaited"] = !awaited.empty();
    page.view["awaited"] = std::move(awaited);
    auto carried = carry_overs(v, content);
    page.view["has_carry_overs"] = !carried.empty();
    page.view["carry_overs"] = std::move(carried);
    add_strays(v, file, content, page);
    add_forms(v, file, {}, page);
    add_filters(v, content, only, page.only_page);
    add_years(v, content.year, page.only_page);
    add_links(v, content.year, page.only_page);
    return page;
}

/// Before there is a catalogue of the year.
answer no_catalogue(visit& v, int year)
{
    answer page{.page = "catalogue_none"};
    page.view["title"] = v.words(say("{1}年度重大行政决策事项目录", year));
    page.view["year"] = year;
    page.view["exists"] = false;
    add_years(v, year, page.only_page);
    add_links(v, year, page.only_page);
    return page;
}

object event_view(visit const& v, opened_case const& file, catalogue::item_event const& one)
{
    object made{{"act_words", act_words(v.words, one.kind)},
                {"on", engine::to_text(one.on)},
                {"on_words", v.words.date(one.on)},
                {"href", "/cases/" + std::to_string(file.line().id.value) + "/acts/" +
                             std::to_string(one.seq)}};
    return made;
}

} // namespace

answer show_catalogue(visit& v)
{
    auto year = engine::year_of(v.today());
    if (auto const typed = v.query("year"); !typed.empty()) {
        auto const asked = number_in(typed);
        if (!asked || *asked < 1'900 || *asked > 9'999)
            return problem(v, 400, "malformed", say("年份应为四位数字。"));
        year = static_cast<int>(*asked);
    }
    auto const kept = adapters::soci::catalogue_board(*v.records).find(year, v.session->as.unit);
    auto const file = kept ? open_file(v, kept->id) : std::nullopt;
    auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
    return content ? catalogue_page(v, *file, *content) : no_catalogue(v, year);
}

answer show_case_catalogue(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const* content = catalogue::content_of(file.file());
    return content ? catalogue_page(v, file, *content) : not_found(v);
}

answer show_catalogue_item(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const* content = catalogue::content_of(file.file());
    auto const number = number_in(v.place("item"));
    auto const* one = content && number ? catalogue::find_item(*content, *number) : nullptr;
    if (!one)
        return not_found(v);

    auto page = begin_desk(v, file, "catalogue_item");
    page.view["year"] = content->year;
    page.view["catalogue_href"] = home_of(file);
    auto view = item_view(v, file, account_of(v, *content, *one, file.on));
    for (auto& member : view)
        page.view[member.key()] = member.value();
    page.view["completed_on"] = "";
    page.view["completed_words"] = "";
    if (one->completion) {
        page.view["completed_on"] = engine::to_text(one->completion->body.completed_on);
        page.view["completed_words"] = v.words.date(one->completion->body.completed_on);
    }
    page.view["on_time"] = catalogue::is_on_time(*content, *one);
    page.view["explained"] = one->explanation.has_value();
    page.view["reason"] = one->explanation ? std::string(one->explanation->body.reason) : "";
    page.view["progress"] = one->explanation ? std::string(one->explanation->body.progress) : "";
    page.view["prospect_words"] =
        one->explanation ? v.words("choice.item_prospect." +
                                   std::string(engine::name_of(one->explanation->body.prospect)))
                         : "";
    array history;
    for (auto const& event : one->history)
        history.push_back(event_view(v, file, event));
    page.view["history"] = std::move(history);
    add_forms(v, file,
              {std::string(catalogue::items::linked::kind),
               std::string(catalogue::items::unlinked::kind),
               std::string(catalogue::items::completed::kind),
               std::string(catalogue::items::explained::kind),
               std::string(catalogue::adjustment::requested::kind)},
              page);
    return page;
}

} // namespace web::handlers
