#include "web/handlers/offer_forms.hpp"

#include "adapters/notices/letter.hpp"
#include "web/form_view.hpp"
#include "web/handlers/above_form.hpp"
#include "web/handlers/case_offers.hpp"
#include "web/handlers/catalogue_choices.hpp"
#include "web/handlers/closed_choices.hpp"
#include "web/handlers/days_of_today.hpp"
#include "web/handlers/departments.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/handlers/filed_documents.hpp"
#include "web/handlers/form_notes.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/groundwork.hpp"
#include "web/handlers/handed_work.hpp"
#include "web/handlers/points_to_answer.hpp"
#include "web/handlers/report_choices.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

constexpr long long most_turns = 9;
/// Of what may be done now so much is said to whoever came too late.
constexpr std::size_t most_open = 6;

/// Each article once, whatever number of its requirements bear on the act.
array rules_view(visit const& v, std::vector<engine::rule_id> const& rules)
{
    array made;
    std::set<std::string> cited;
    for (auto const& one : rules)
        if (auto rule = rule_view(v, one); cited.emplace(rule.at("citation").as_string()).second)
            made.push_back(std::move(rule));
    return made;
}

std::string seats_words(visit const& v, std::vector<engine::seat> const& seats)
{
    std::string words;
    for (auto const& one : seats) {
        if (!words.empty())
            words += v.words.code() == "zh" ? "、" : ", ";
        if (!one.unit.empty())
            words += v.house.unit_name(one.unit) + (v.words.code() == "zh" ? "" : " ");
        if (!one.role.empty())
            words += v.words("role." + one.role);
        if (one.person.value != 0)
            words += " " + v.house.person_name(one.person);
    }
    return words;
}

array acts_since(visit const& v, opened_case const& file, long long seen)
{
    array made;
    for (auto const& one : file.record.acts)
        if (one.seq > seen)
            made.push_back(act_view(v, file, one, false));
    return made;
}

/// The page on which an act is done, or its form on the page of the case.
std::string place_of(opened_case const& file, engine::offer const& offer)
{
    auto const home = "/cases/" + std::to_string(file.line().id.value);
    if (offer.chapter == "circulation")
        return home + "/sheets";
    return home + std::string(adapters::notices::report_page_of(offer.kind)) + "#act-" + offer.kind;
}

/// What whoever looks has to do now, then what else they may do in the chapter of an act that has
/// no place any more.
array open_now(visit const& v, opened_case const& file, std::string_view kind)
{
    array duties, others;
    for (auto const& one : file.file().offers(actor_on(v, file), circumstances_of(v, file))) {
        if (!one.is_open() || !(one.duty || kind.starts_with(one.chapter + ".")))
            continue;
        auto& into = one.duty ? duties : others;
        into.push_back(object{{"act_words", act_words(v.words, one.kind)},
                              {"href", place_of(file, one)},
                              {"rule", rule_view(v, one.rules.front())}});
    }
    for (auto& one : others)
        duties.push_back(std::move(one));
    if (duties.size() > most_open)
        duties.resize(most_open);
    return duties;
}

std::string input_id(std::string const& kind, std::string const& path)
{
    auto id = "f-" + kind + "-" + path;
    std::replace_if(
        id.begin(), id.end(), [](char c) { return c == '.' || c == '[' || c == ']'; }, '-');
    return id;
}

/// The refusals, each with the fields where it is to be put right.
array refusals_at_fields(visit const& v, typed_form const& typed)
{
    auto made = refusals_view(v, typed.refusals);
    for (std::size_t i = 0; i < made.size(); ++i) {
        array fields;
        if (i < typed.blamed.size())
            for (auto const& path : typed.blamed[i])
                fields.push_back(object{{"input", input_id(typed.kind, path)},
                                        {"label", path_label(v.words, typed.kind, path)}});
        made[i].as_object()["is_blamed"] = !fields.empty();
        made[i].as_object()["blamed"] = std::move(fields);
    }
    return made;
}

bool came_back(engine::offer const& offer, form_terms const& terms)
{
    return terms.typed && terms.typed->kind == offer.kind;
}

/// What is known before anybody types.
object proposed_body(visit const& v, opened_case const& file, engine::offer const& offer,
                     form_terms const& terms)
{
    auto body = offer.fields ? days_of_today(offer.kind, *offer.fields, v.today()) : object();
    for (auto const& more : {body_from_groundwork(v, file, offer.kind), terms.prepared})
        for (auto const& one : more)
            body[one.key()] = one.value();
    return body;
}

/// What was typed or kept, else what is known before.
object body_to_start_from(opened_case const& file, engine::offer const& offer,
                          kept_drafts const& kept, form_terms const& terms, object const& proposed)
{
    auto const begun = [&] {
        if (came_back(offer, terms))
            return terms.typed->body;
        auto const* draft = draft_of(kept, offer.kind);
        return draft && offer.fields ? begun_body(*draft, *offer.fields, proposed) : proposed;
    };
    auto body = begun();
    for (auto& [name, document] : draft_in_force(file, offer))
        body[name] = std::move(document);
    return body;
}

} // namespace

known_values to_choose_from(visit const& v, opened_case const& file, std::string_view kind)
{
    auto known = people_to_choose(v, file, kind);
    known.merge(catalogue_choices(v, file, kind));
    known.merge(departments_to_choose(v, kind));
    known.merge(versions_to_confirm(v, file, kind));
    known.merge(report_choices(v, file, kind));
    auto& turns = known["turn"];
    turns.emplace_back("1", v.words(say("第1次序（最先签署）")));
    for (long long turn = 2; turn <= most_turns; ++turn)
        turns.emplace_back(std::to_string(turn), v.words(say("第{1}次序", turn)));
    return known;
}

std::vector<engine::refusal> beside_role(std::vector<engine::refusal> const& grounds)
{
    std::vector<engine::refusal> kept;
    std::copy_if(grounds.begin(), grounds.end(), std::back_inserter(kept),
                 [](engine::refusal const& one) { return !one.about_role; });
    return kept;
}

object offer_view(visit const& v, engine::offer const& offer)
{
    object made;
    made["kind"] = offer.kind;
    made["chapter"] = offer.chapter;
    made["chapter_words"] = chapter_words(v.words, offer.chapter);
    made["stage"] = offer.stage;
    made["act_words"] = act_words(v.words, offer.kind);
    made["about"] = v.words.look_up("about." + offer.kind).value_or("");
    made["duty"] = offer.duty;
    made["open"] = offer.is_open();
    made["rules"] = rules_view(v, offer.rules);
    made["seats"] = seats_words(v, offer.seats);
    made["refusals"] = refusals_view(v, offer.refusals);
    made["remarks"] = remarks_view(v, offer.remarks);
    return made;
}

object problem_view(visit const& v, typed_form const& typed, opened_case const* file)
{
    auto faults = faults_view(v, typed.kind, typed.faults);
    for (auto& one : faults)
        one.as_object()["input"] = input_id(typed.kind, std::string(one.at("path").as_string()));
    bool const moved_on = file && typed.stale && !typed.refusals.empty();
    return {{"notice", typed.notice},
            // nothing is wrong where remarks alone are asked back
            {"is_advice", !typed.to_confirm.empty()},
            {"form_href", ""}, // a page that shows the form unfolds it by its anchor
            {"act_words", typed.kind.empty() ? "" : act_words(v.words, typed.kind)},
            {"remarks", remarks_view(v, typed.to_confirm)},
            {"refusals", refusals_at_fields(v, typed)},
            {"also_refused", !faults.empty() && !typed.refusals.empty()},
            {"faults", std::move(faults)},
            {"since", file && typed.stale ? acts_since(v, *file, typed.seen.value_or(0)) : array()},
            {"moved_on", moved_on},
            {"case_href", moved_on ? "/cases/" + std::to_string(file->line().id.value) : ""},
            {"case_number", moved_on ? file->line().number : ""},
            {"open_now", moved_on ? open_now(v, *file, typed.kind) : array()}};
}

object body_to_show(visit const& v, opened_case const& file, engine::offer const& offer,
                    kept_drafts const& kept, form_terms const& terms)
{
    return body_to_start_from(file, offer, kept, terms, proposed_body(v, file, offer, terms));
}

object offer_form(visit const& v, opened_case const& file, engine::offer const& offer,
                  kept_drafts const& kept, form_terms const& terms)
{
    auto const* typed = came_back(offer, terms) ? terms.typed : nullptr;
    auto const* draft = typed ? nullptr : draft_of(kept, offer.kind);
    auto const faults = typed ? said_at_fields(*typed) : std::vector<engine::field_fault>();
    auto made = offer_view(v, offer);
    auto const home = "/cases/" + std::to_string(file.line().id.value);
    made["action"] = home + "/acts";
    made["keep"] = keep_address(file);
    made["secret"] = file.file().summary().level == engine::confidentiality::secret;
    made["return_to"] = typed ? typed->return_to : terms.return_to;
    made["draft"] = false;
    if (draft)
        made["draft"] = draft_note(v, *draft);
    made["id"] = "act-" + offer.kind;
    made["expanded"] = typed || draft;
    made["confirmation"] = typed ? confirmation_of(v, typed->to_confirm) : "";
    made["act_id"] = typed && !typed->stale && !typed->act_id.empty() ? typed->act_id : random_id();
    made["seen"] = file.version();
    auto const known = to_choose_from(v, file, offer.kind);
    auto const proposed = proposed_body(v, file, offer, terms);
    auto body = body_to_start_from(file, offer, kept, terms, proposed);
    auto const points = points_answered_by(file, offer.kind);
    if (points)
        points->put_into(body);
    if (!typed)
        for (auto& [name, document] : filed_documents(file, offer))
            body.emplace(name, std::move(document));
    made["inputs"] = offer.fields
                         ? form_view(v, offer.kind, *offer.fields, body, faults, known,
                                     demands_on(v, file, offer), form_notes(v, file, offer.kind))
                         : array();
    close_choices(v, made.at("inputs").as_array(), refused_choices_on(v, file, offer));
    settle_inputs(made.at("inputs").as_array(), draft_in_force(file, offer));
    made["as_proposed"] = standing_as_proposed(made.at("inputs").as_array(), body, proposed);
    if (points)
        points->show_in(v, made.at("inputs").as_array());
    made["prepared"] = prepared_for(v, file, offer.kind);
    made["above"] = said_above(v, file, offer, draft);
    made["groundwork"] = groundwork_of(v, file, offer.kind);
    made["paper"] = "";
    made["part"] = "";
    // A page that groups inputs adds them here.
    made["input_groups"] = array();
    return made;
}

array standing_as_proposed(array const& inputs, object const& body, object const& proposed)
{
    array made;
    for (auto const& one : inputs) {
        auto const& input = one.as_object();
        std::string const path(input.at("path").as_string());
        auto const* stands = body.if_contains(path);
        auto const* before = proposed.if_contains(path);
        if (stands && before && *stands == *before && !input.at("value").as_string().empty())
            made.push_back(object{{"name", std::string(proposal_prefix) + path},
                                  {"value", input.at("value")}});
    }
    return made;
}

void gather_inputs(object& form, std::string legend, std::string about,
                   std::initializer_list<std::string_view> names)
{
    auto& inputs = form.at("inputs").as_array();
    array taken;
    for (auto const name : names) {
        auto const found = std::find_if(inputs.begin(), inputs.end(), [&](auto const& one) {
            return one.at("path").as_string() == name;
        });
        if (found == inputs.end())
            continue;
        taken.push_back(std::move(*found));
        inputs.erase(found);
    }
    form["input_groups"].as_array().push_back(object{{"legend", std::move(legend)},
                                                     {"about_group", std::move(about)},
                                                     {"inputs", std::move(taken)}});
}

} // namespace web::handlers
