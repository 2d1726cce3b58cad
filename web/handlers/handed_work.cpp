#include "web/handlers/handed_work.hpp"

#include "web/office.hpp"
#include "workflows/legal_matter/handling.hpp"
#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/review_account.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace circulation = workflows::major_decision::circulation;
namespace legality_review = workflows::major_decision::legality_review;
namespace submission = workflows::major_decision::submission;

using choices = std::vector<std::pair<std::string, std::string>>;

/// In a large house a list of everybody would make the page too long.
constexpr std::size_t most_listed = 300;

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

long long number_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_int64() ? found->get_int64() : 0;
}

std::string day_words(visit const& v, object const& from, char const* name)
{
    auto const on = engine::parse_day(text_in(from, name));
    return on ? v.words.date(*on) : std::string();
}

array list_in(opened_case const& file, char const* name)
{
    auto const facts = file.file().facts();
    auto const* found = facts.if_contains("circulation");
    return found ? found->at(name).as_array() : array();
}

std::string seat_words(visit const& v, engine::actor const& who)
{
    return v.house.unit_name(who.unit) + " " + v.words("role." + who.role);
}

bool is_in_seat(visit const& v, object const& one)
{
    return text_in(one, "role") == v.session->as.role && text_in(one, "unit") == v.session->as.unit;
}

/// The handings of this seat that are not over, by the kind of act.
std::map<std::string, object> live_handings(visit const& v, opened_case const& file)
{
    std::map<std::string, object> live;
    for (auto const& one : list_in(file, "handings"))
        if (!one.at("is_over").as_bool() && is_in_seat(v, one.as_object()))
            live[text_in(one.as_object(), "kind")] = one.as_object();
    return live;
}

void add_kind(visit const& v, choices& into, std::string const& kind)
{
    auto const is_there =
        std::any_of(into.begin(), into.end(), [&](auto const& one) { return one.first == kind; });
    if (!is_there)
        into.emplace_back(kind, act_words(v.words, kind));
}

/// The tasks in the hands of whoever looks; to hand over, none that is theirs by name alone, as a
/// signature may be: the acts of the law wait for a seat.
choices own_tasks(visit const& v, opened_case const& file, bool to_hand_over)
{
    choices found;
    auto const handed = live_handings(v, file);
    for (auto const& waiting : v.records->tasks_of(file.line().id)) {
        auto const& one = waiting.what;
        if (!engine::is_held_by({one.role, one.unit, one.person}, actor_on(v, file)))
            continue;
        if (one.person.value == 0 || !to_hand_over || handed.contains(one.kind) ||
            one.chapter != "circulation")
            add_kind(v, found, one.kind);
    }
    return found;
}

choices tasks_handed_over(visit const& v, opened_case const& file)
{
    choices found;
    for (auto const& [kind, one] : live_handings(v, file)) {
        auto const& steps = one.at("steps").as_array();
        if (std::any_of(steps.begin(), steps.end(), [&](auto const& step) {
                return v.actor().stands_for({step.at("from").as_int64()});
            }))
            add_kind(v, found, kind);
    }
    return found;
}

/// Everybody of whom `is_wanted` holds, with what they are; each once.
template <class Is>
choices everybody(visit const& v, Is&& is_wanted)
{
    std::map<long long, std::string> words;
    choices found;
    for (auto const everybody = v.house.people(v.today()); auto const& one : *everybody) {
        if (one.organ != v.session->as.organ || !is_wanted(one))
            continue;
        auto& said = words[one.person.value];
        if (said.empty())
            found.emplace_back(std::to_string(one.person.value), std::string());
        said += (said.empty()             ? one.name + " · "
                 : v.words.code() == "zh" ? "、"
                                          : ", ") +
                seat_words(v, one);
    }
    for (auto& [code, said] : found)
        said = words.at(std::stoll(code));
    return found;
}

/// As everybody, but whoever looks.
template <class Is>
choices people(visit const& v, Is&& is_wanted)
{
    return everybody(v, [&](engine::actor const& one) {
        return !v.actor().stands_for(one.person) && is_wanted(one);
    });
}

/// The name with what somebody is today, as in the other lists; the name alone of who is nobody's
/// any more.
std::string words_of(visit const& v, engine::person_id who)
{
    auto const found = everybody(v, [&](engine::actor const& one) { return one.person == who; });
    return found.empty() ? v.house.person_name(who) : found.front().second;
}

/// Who may be asked for an opinion: the advisers of the own organ who have not withdrawn.
choices advisers(visit const& v, opened_case const& file)
{
    auto const organ = v.house.organ_name(v.session->as.unit);
    auto const account =
        workflows::major_decision::account_of_review(file.file(), circumstances_of(v, file));
    auto const withdrew = [&](engine::person_id who) {
        return account && std::any_of(account->advisers.begin(), account->advisers.end(),
                                      [&](auto const& one) {
                                          return one.who.id == who && one.withdrawal != 0;
                                      });
    };
    return people(v, [&](engine::actor const& one) {
        return one.role == "legal_adviser" && v.house.organ_name(one.unit) == organ &&
               !withdrew(one.person);
    });
}

/// Whose withdrawal may be entered on a legal matter: advisers their own, the legal office that of
/// anybody who was called in. They are on file by name.
choices counsels_of_matter(visit const& v, opened_case const& file)
{
    auto const& by = v.actor();
    choices found;
    for (auto const& one : workflows::legal_matter::counsels_of(file.file())) {
        if (by.role == "legal_adviser" && one.counsel != by.name && one.counsel != by.on_behalf_of)
            continue;
        auto const known =
            everybody(v, [&](engine::actor const& who) { return who.name == one.counsel; });
        found.emplace_back(one.counsel, known.size() == 1 ? known.front().second
                                        : one.firm        ? one.counsel + " · " + *one.firm
                                                          : one.counsel);
    }
    return found;
}

/// Whom the legal office may call in to a matter: the advisers of the own organ who are not called
/// in yet. They go on file by name, and somebody without an account may be named as well.
choices counsels_to_name(visit const& v, opened_case const& file)
{
    auto const there = workflows::legal_matter::counsels_of(file.file());
    auto const organ = v.house.organ_name(v.session->as.unit);
    std::map<std::string, std::string> words;
    for (auto const everybody = v.house.people(v.today()); auto const& one : *everybody)
        if (one.role == "legal_adviser" && one.represents.value == 0 &&
            v.house.organ_name(one.unit) == organ &&
            std::none_of(there.begin(), there.end(),
                         [&](auto const& other) { return other.counsel == one.name; }))
            words[one.name] = seat_words(v, one);
    return {words.begin(), words.end()};
}

/// Who may be taken off: who was asked, or opined unasked. An adviser withdraws for themselves.
choices advisers_of_case(visit const& v, opened_case const& file)
{
    choices found;
    auto const& by = v.actor();
    if (by.role == "legal_adviser") {
        auto const self = by.represents.value != 0 ? by.represents : by.person;
        return {{std::to_string(self.value), words_of(v, self)}};
    }
    auto const account =
        workflows::major_decision::account_of_review(file.file(), circumstances_of(v, file));
    if (!account)
        return found;
    for (auto const& one : account->advisers) {
        auto const& who = one.who;
        auto code = who.id.value != 0 ? std::to_string(who.id.value) : who.name;
        auto const is_there = std::any_of(found.begin(), found.end(),
                                          [&](auto const& other) { return other.first == code; });
        if (!is_there && one.withdrawal == 0)
            found.emplace_back(std::move(code), who.id.value != 0 ? words_of(v, who.id) : who.name);
    }
    return found;
}

/// Who may be named as a signer: of the own organ, and of a house where those are too many, of the
/// own unit.
choices signers(visit const& v, std::vector<engine::field> const& described)
{
    std::set<std::string> roles;
    std::function<void(std::vector<engine::field> const&)> const gather =
        [&](std::vector<engine::field> const& all) {
            for (auto const& one : all) {
                if (one.name == "seat")
                    roles.insert(one.choices.begin(), one.choices.end());
                gather(one.of);
            }
        };
    gather(described);
    auto const organ = v.house.organ_name(v.session->as.unit);
    auto all = people(v, [&](engine::actor const& one) {
        return roles.contains(one.role) && v.house.organ_name(one.unit) == organ;
    });
    if (all.size() <= most_listed)
        return all;
    return people(v, [&](engine::actor const& one) {
        return roles.contains(one.role) && one.unit == v.session->as.unit;
    });
}

/// Who may have worked an opinion out: the reviewers of the own unit, and whoever acts in the place
/// of one of them.
choices authors(visit const& v)
{
    auto found = everybody(v, [&](engine::actor const& one) {
        return one.unit == v.session->as.unit &&
               v.house.with().law.entitled.may_act(one.role, legality_review::concluded::kind,
                                                   false, false);
    });
    auto const& by = v.actor();
    auto code = std::to_string(by.person.value);
    auto const is_there =
        std::any_of(found.begin(), found.end(), [&](auto const& one) { return one.first == code; });
    if (by.represents.value != 0 && !is_there)
        found.emplace_back(std::move(code), both_names(v.words, by.name, by.on_behalf_of) + " · " +
                                                seat_words(v, by));
    return found;
}

/// The delegations that wait for whoever looks, or that they wait for.
choices open_delegations(visit const& v, opened_case const& file, char const* whose)
{
    choices found;
    for (auto const& value : list_in(file, "delegations")) {
        auto const& one = value.as_object();
        if (text_in(one, "state") != "asked" || !v.actor().stands_for({number_in(one, whose)}))
            continue;
        auto const number = number_in(one, "number");
        found.emplace_back(
            std::to_string(number),
            v.words(say("第{1}号：{2}", number, say("act." + text_in(one, "kind")))) + " · " +
                text_in(one, "from_name"));
    }
    return found;
}

} // namespace

known_values people_to_choose(visit const& v, opened_case const& file, std::string_view kind)
{
    auto const& as = v.session->as;
    if (kind == circulation::handed_over::kind)
        return {{"task", own_tasks(v, file, true)},
                {"receiver", people(v, [&](engine::actor const& one) {
                     return one.role == as.role && one.unit == as.unit;
                 })}};
    if (kind == circulation::handing_taken_back::kind)
        return {{"task", tasks_handed_over(v, file)}};
    if (kind == circulation::delegated::kind)
        return {{"task", own_tasks(v, file, false)},
                {"colleague", people(v, [&](engine::actor const& one) {
                     return one.unit == as.unit &&
                            v.house.with().law.entitled.may_act(
                                one.role, circulation::delegation_answered::kind, true, true);
                 })}};
    if (kind == circulation::delegation_answered::kind ||
        kind == circulation::delegation_declined::kind)
        return {{"delegation", open_delegations(v, file, "colleague")}};
    if (kind == circulation::delegation_recalled::kind)
        return {{"delegation", open_delegations(v, file, "from")}};
    if (kind == legality_review::advisers_asked::kind)
        return {{"advisers", advisers(v, file)}};
    if (kind == legality_review::adviser_withdrew::kind)
        return {{"adviser", advisers_of_case(v, file)}};
    if (kind == legality_review::concluded::kind)
        return {{"author", authors(v)}};
    if (kind == submission::office_passed::kind || kind == submission::deputy_changed::kind)
        return {{"deputy", people(v, [](engine::actor const& one) {
                     return one.role == "deputy_in_charge" && one.represents.value == 0;
                 })}};
    if (kind == workflows::legal_matter::handling::counsel_named::kind)
        return {{suggested_for("counsel"), counsels_to_name(v, file)}};
    if (kind == workflows::legal_matter::handling::counsel_withdrew::kind)
        return {{"counsel", counsels_of_matter(v, file)}};
    if (kind == workflows::legal_matter::handling::assigned::kind)
        return {{"handler", everybody(v, [&](engine::actor const& one) {
                     return one.unit == as.unit && one.role == as.role && one.represents.value == 0;
                 })}};
    auto const* fields = file.file().fields_of(kind);
    if (fields && (kind == circulation::opened::kind || kind == circulation::signer_added::kind))
        return {{"person", signers(v, *fields)}};
    return {};
}

std::optional<object> body_without_choice(std::vector<engine::field> const& described,
                                          known_values const& known)
{
    object body;
    for (auto const& field : described) {
        auto const listed = known.find(field.name);
        if (listed == known.end() || !field.required)
            continue;
        if (listed->second.empty())
            return {};
        if (listed->second.size() > 1)
            continue;
        auto const& only = listed->second.front().first;
        auto const number =
            field.type == engine::field_type::line ? std::nullopt : web::number_in(only);
        if (number)
            body[field.name] = *number;
        else
            body[field.name] = only; // somebody who is on file by name alone
    }
    return body;
}

array prepared_for(visit const& v, opened_case const& file, std::string_view kind)
{
    array made;
    // facts are not gathered for the many cases on which nobody delegated anything
    if (std::none_of(file.record.acts.begin(), file.record.acts.end(),
                     [](auto const& one) { return one.kind == circulation::delegated::kind; }))
        return made;
    for (auto const& value : list_in(file, "delegations")) {
        auto const& one = value.as_object();
        auto const state = text_in(one, "state");
        if (text_in(one, "kind") != kind || (state != "answered" && state != "declined") ||
            !v.actor().stands_for({number_in(one, "from")}))
            continue;
        made.push_back(object{{"by", text_in(one, "answered_by")},
                              {"on_words", day_words(v, one, "answered_on")},
                              {"answer", text_in(one, "words")},
                              {"state_words", v.words("choice.delegation_state." + state)},
                              {"papers", one.at("documents")}});
    }
    return made;
}

array handings_view(visit const& v, object const& circulation)
{
    array made;
    auto const& all = circulation.at("handings").as_array();
    for (auto value = all.rbegin(); value != all.rend(); ++value) {
        auto one = value->as_object();
        one["act_words"] = act_words(v.words, text_in(one, "kind"));
        one["role_words"] = v.words("role." + text_in(one, "role"));
        one["unit_name"] = v.house.unit_name(text_in(one, "unit"));
        for (auto& step : one.at("steps").as_array()) {
            auto& way = step.as_object();
            way["from_words"] =
                both_names(v.words, text_in(way, "from_name"), text_in(way, "on_behalf_of"));
            way["to_name"] = v.house.person_name({number_in(way, "to")});
            way["on_words"] = day_words(v, way, "on");
        }
        made.push_back(std::move(one));
    }
    return made;
}

array delegations_view(visit const& v, object const& circulation)
{
    array made;
    auto const& all = circulation.at("delegations").as_array();
    for (auto value = all.rbegin(); value != all.rend(); ++value) {
        auto one = value->as_object();
        one["act_words"] = act_words(v.words, text_in(one, "kind"));
        one["unit_name"] = v.house.unit_name(text_in(one, "unit"));
        one["from_words"] =
            both_names(v.words, text_in(one, "from_name"), text_in(one, "on_behalf_of"));
        one["colleague_name"] = v.house.person_name({number_in(one, "colleague")});
        one["state_words"] = v.words("choice.delegation_state." + text_in(one, "state"));
        one["is_open"] = text_in(one, "state") == "asked";
        one["asked_words"] = day_words(v, one, "asked_on");
        one["answer_by_words"] = day_words(v, one, "answer_by");
        one["answered_words"] = day_words(v, one, "answered_on");
        made.push_back(std::move(one));
    }
    return made;
}

} // namespace web::handlers
