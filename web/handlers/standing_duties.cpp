#include "web/handlers/standing_duties.hpp"

#include "adapters/soci/catalogue_board.hpp"
#include "adapters/soci/comment_shelf.hpp"
#include "web/form.hpp"
#include "web/handlers/administration_forms.hpp"
#include "web/handlers/awaited_proposals.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/time_light.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "workflows/administration/acts.hpp"
#include "workflows/annual_report/procedure.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/yearly_duties.hpp"

#include <algorithm>
#include <map>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace soci = adapters::soci;
namespace administration = workflows::administration;
namespace proposals = workflows::catalogue::public_proposals;

/// More are seen on the page of the administration, where they are searched for.
constexpr std::size_t most_people = 20;
/// So long before its last day a substitution is worth a word.
constexpr std::chrono::days before_the_end{7};

object duty(visit const& v, engine::text const& words, std::string const& kind, std::string href,
            engine::rule_id const& rule)
{
    return {{"words", v.words(words)},
            {"kind", kind},
            {"act_words", act_words(v.words, kind)},
            {"href", std::move(href)},
            {"rule", rule_view(v, rule)},
            {"due", ""},
            {"light", ""},
            {"light_shape", ""},
            {"light_words", ""}};
}

void put_due(visit const& v, object& into, engine::day due)
{
    auto const light =
        light_of(engine::task_limit{.name = {}, .due = due}, v.house.with().law.days, v.today());
    into["due"] = engine::to_text(due);
    into["light"] = light.colour;
    into["light_shape"] = light.shape;
    into["light_words"] = v.words(light.words);
}

std::string level_of_organ(visit const& v, std::string const& unit)
{
    auto const name = v.house.organ_name(unit);
    for (auto const& one : v.house.with().people.organs())
        if (one.name == name)
            return one.level;
    return {};
}

/// A report is opened on the page of its year, any other case in the form for it.
std::string place_to_open(workflows::yearly_duty const& one)
{
    auto const year = std::to_string(one.year);
    if (one.shape == workflows::annual_report::shape_name)
        return "/reports/" + year;
    return "/cases/new?" +
           to_query({{"shape", one.shape}, {std::string(field_prefix) + "year", year}});
}

/// The cases of the year that this role opens and that nobody has opened.
void add_of_year(visit& v, array& into)
{
    auto const& law = v.house.with().law;
    auto const who = v.actor();
    auto const& rules = law.book.in_force(v.house.place_of_unit(who.unit), v.today());
    bool const keeps_catalogue =
        law.entitled.may_act(who, workflows::catalogue::call::set_up::kind, nullptr) &&
        soci::catalogue_board(*v.records).find(engine::year_of(v.today()) - 1, who.unit);
    for (auto const& one :
         workflows::yearly_duties(rules, level_of_organ(v, who.unit), keeps_catalogue, v.today())) {
        if (!law.shapes.contains(one.shape) ||
            !law.entitled.may_act(who, one.opening_kind, nullptr))
            continue;
        std::string const family(engine::family_of(one.shape));
        if (soci::catalogue_board(*v.records).find(family, one.year, who.unit))
            continue;
        auto made =
            duty(v, say("{1}年度", one.year), one.opening_kind, place_to_open(one), one.rule);
        if (one.due)
            put_due(v, made, *one.due);
        into.push_back(std::move(made));
    }
}

/// The catalogues that keep proposals of the public which nobody has handed on or answered: their
/// coming in is no act, so no act brings a task.
void add_proposals(visit& v, array& into)
{
    auto const who = v.actor();
    if (!v.house.with().law.entitled.may_act(who, proposals::handed_over::kind, nullptr))
        return;
    soci::catalogue_board board(*v.records);
    soci::comment_shelf shelf(*v.records);
    for (auto const& one : board.catalogues()) {
        if (one.unit != who.unit)
            continue;
        auto const received = shelf.count(one.id, {.purpose = soci::purpose::proposal});
        auto const file = received > 0 ? open_file(v, one.id) : std::nullopt;
        auto const* content = file ? workflows::catalogue::content_of(file->file()) : nullptr;
        if (!content)
            continue;
        auto const waiting =
            received - static_cast<long long>(content->public_proposals.handled.size());
        if (waiting > 0)
            into.push_back(
                duty(v, say("公众提出的决策事项建议{1}件", waiting),
                     std::string(proposals::handed_over::kind),
                     "/cases/" + std::to_string(one.id.value) + "/proposals?state=received",
                     "R713-10.4"));
    }
}

/// What the own unit studied and found worth a decision, until there is one.
void add_to_take_up(visit const& v, array& into)
{
    for (auto const& one : proposals_to_take_up(v))
        into.push_back(duty(v, words_of_proposal(one),
                            std::string(workflows::major_decision::intake::proposed::kind),
                            opening_of_proposal(v, one.catalogue, one.number), "R713-10.4"));
}

/// The last day of the appointments of their own that somebody had; nothing: one of them goes on,
/// or begins later.
struct held_so_far {
    bool any = false;
    bool goes_on = false;
    engine::day last = {};
};

/// Whoever may sign in and holds nothing: somebody new, or somebody whose appointments have ended.
void add_without_appointment(visit const& v, std::vector<soci::appointment> const& all, array& into)
{
    std::map<long long, held_so_far> held;
    for (auto const& one : all) {
        if (one.in_place_of.value != 0)
            continue;
        auto& so_far = held[one.who.value];
        so_far.any = true;
        so_far.goes_on = so_far.goes_on || !one.until || *one.until >= v.today();
        so_far.last = std::max(so_far.last, one.until.value_or(so_far.last));
    }
    for (auto const& one : v.house.with().people.persons()) {
        auto const& so_far = held[one.id.value];
        if (!one.may_sign_in || so_far.goes_on)
            continue;
        if (into.size() == most_people)
            return;
        if (so_far.any)
            into.push_back(duty(v,
                                say("{1}（{2}）的任职已于{3}全部结束，账号仍可登录", one.name,
                                    one.login, so_far.last),
                                std::string(administration::people::sign_in_barred::kind),
                                filled_in_form(administration::people::sign_in_barred::kind,
                                               {{"login", one.login}}),
                                "JC-10"));
        else
            into.push_back(duty(
                v, say("{1}（{2}）已登记，尚未任职", one.name, one.login),
                std::string(administration::appointments::made::kind),
                filled_in_form(administration::appointments::made::kind, {{"login", one.login}}),
                "JC-10"));
    }
}

/// Substitutions of which the last days have come: whoever is away longer needs another.
void add_ending(visit const& v, std::vector<soci::appointment> const& all, array& into)
{
    std::map<long long, std::string> names;
    for (auto const& one : v.house.with().people.persons())
        names[one.id.value] = one.name;
    for (auto const& one : all) {
        if (one.in_place_of.value == 0 || !one.until || *one.until < v.today() ||
            *one.until > v.today() + before_the_end)
            continue;
        auto const kind = std::string(administration::substitutions::set::kind);
        auto made =
            duty(v, say("{1}代理{2}的职务将到期", names[one.who.value], one.in_place_of_name), kind,
                 "/administration?" + to_query({{"words", one.in_place_of_name}}) + "#act-" + kind,
                 "JC-11");
        put_due(v, made, *one.until);
        into.push_back(std::move(made));
    }
}

} // namespace

array standing_duties(visit& v)
{
    array all;
    add_of_year(v, all);
    add_proposals(v, all);
    add_to_take_up(v, all);
    // whoever appoints looks after the appointments
    if (v.house.with().law.entitled.may_act(
            v.session->as.role, administration::appointments::made::kind, false, false)) {
        auto const appointments = v.house.with().people.appointments();
        add_ending(v, appointments, all);
        add_without_appointment(v, appointments, all);
    }
    return all;
}

} // namespace web::handlers
