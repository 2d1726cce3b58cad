#include "web/handlers/agendas.hpp"

#include "web/document_link.hpp"
#include "web/handlers/above_form.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/major_decision/draft_history.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/open_disagreement.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <map>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace law = workflows::major_decision;
using law::submission::placed_on_agenda;

/// So many matters are looked through for the meetings that they stand before.
constexpr long long most_matters = 100;
/// So many meetings are offered; whoever wants a later one enters it.
constexpr std::size_t most_meetings = 5;
/// What the address asks for where none of them is meant.
constexpr std::string_view another = "new";

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

engine::act const* last_act(std::vector<engine::act> const& acts, std::string_view kind)
{
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [&](engine::act const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

/// The meetings that matters of the same organ stand before, whether they are to come or were held
/// and are not on record yet; each as often as a matter stands before it.
std::vector<planned_meeting> placements_in_organ(visit const& v, opened_case const& file)
{
    std::vector<planned_meeting> placements;
    if (!v.records)
        return placements;
    auto const organ = v.house.organ_name(file.file().summary().unit);
    adapters::soci::case_filter const only{.family = "major_decision",
                                           .stage =
                                               engine::chapter_stage{"submission", "on_agenda"},
                                           .closed = false};
    for (auto const& one : v.records->list_cases(only, {}, most_matters).rows) {
        if (v.house.organ_name(one.summary.unit) != organ)
            continue;
        auto const acts = v.records->acts_of(one.head.line.id);
        if (auto const* placed = agenda_of(acts))
            placements.push_back(meeting_of(*placed));
    }
    return placements;
}

/// From when on a matter may be discussed: from today, and after the meeting that had it last.
std::string earliest_meeting(visit const& v, opened_case const& file)
{
    auto const* held = last_act(file.record.acts, "deliberation.held");
    auto const met = held ? engine::parse_day(text_in(held->body, "met_on")) : std::nullopt;
    return engine::to_text(met ? std::max(v.today(), *met + std::chrono::days(1)) : v.today());
}

/// Those from then on, the next first, each with how many matters stand before it.
std::map<planned_meeting, long long> meetings_to_come(visit const& v, opened_case const& file)
{
    std::map<planned_meeting, long long> found;
    auto const placements = placements_in_organ(v, file);
    auto const earliest = earliest_meeting(v, file);
    for (auto const& one : placements)
        if (one.on >= earliest)
            ++found[named_among(one, placements)];
    while (found.size() > most_meetings)
        found.erase(std::prev(found.end()));
    return found;
}

/// The one of them that the form is filled with; the end: none.
template <class Meetings>
auto chosen_of(visit const& v, Meetings const& all)
{
    auto const asked = v.query("meeting");
    if (asked == another)
        return all.end();
    auto const named = std::find_if(all.begin(), all.end(),
                                    [&](auto const& one) { return one.first.key() == asked; });
    return named == all.end() ? all.begin() : named;
}

void add_paper(visit const& v, std::string what, object const& body, char const* field, array& into)
{
    auto const* document = body.if_contains(field);
    if (!document || !document->is_object())
        return;
    auto const hash = text_in(document->get_object(), "hash");
    into.push_back(
        object{{"what", std::move(what)},
               {"name", document_name(v.words, hash, text_in(document->get_object(), "name"))},
               {"href", document_href(hash)}});
}

std::string names_of(visit const& v, std::vector<std::string> const& units)
{
    std::string names;
    for (auto const& one : units) {
        if (!names.empty())
            names += v.words.code() == "zh" ? "、" : ", ";
        names += v.house.unit_name(one);
    }
    return names;
}

/// "2026年6月20日常务会议", where nobody gave the meeting a name.
std::string usual_name(visit const& v, planned_meeting const& one)
{
    auto const on = engine::parse_day(one.on);
    return (on ? v.words.date(*on) : one.on) + (v.words.code() == "zh" ? "" : " ") +
           v.words("choice.meeting_kind." + one.kind);
}

} // namespace

std::string planned_meeting::key() const
{
    return on + " " + kind + " " + name;
}

engine::act const* agenda_of(std::vector<engine::act> const& acts)
{
    auto const* placed = last_act(acts, placed_on_agenda::kind);
    for (auto const* later : {"submission.removed_from_agenda", "deliberation.held"})
        if (auto const* act = last_act(acts, later); placed && act && act->seq > placed->seq)
            placed = nullptr;
    return placed;
}

std::vector<engine::act> acts_before(std::vector<engine::act> acts, long long seq)
{
    std::erase_if(acts, [&](engine::act const& one) { return one.seq >= seq; });
    return acts;
}

planned_meeting meeting_of(engine::act const& placed)
{
    return {text_in(placed.body, "meeting_on"), text_in(placed.body, "meeting"),
            text_in(placed.body, "meeting_name")};
}

planned_meeting named_among(planned_meeting const& one, std::vector<planned_meeting> const& all)
{
    if (!one.name.empty() || one.on.empty())
        return one;
    auto found = one;
    for (auto const& other : all) {
        if (other.on != one.on || other.kind != one.kind || other.name.empty())
            continue;
        if (!found.name.empty() && found.name != other.name)
            return one;
        found.name = other.name;
    }
    return found;
}

std::string words_of_meeting(visit const& v, planned_meeting const& one)
{
    auto const on = engine::parse_day(one.on);
    auto words = on ? v.words.date(*on) : one.on;
    if (!one.kind.empty())
        words += " " + v.words("choice.meeting_kind." + one.kind);
    if (!one.name.empty())
        words += " " + one.name;
    return words;
}

object body_for_agenda(visit const& v, opened_case const& file)
{
    auto const all = meetings_to_come(v, file);
    auto const chosen = chosen_of(v, all);
    if (chosen == all.end())
        return {};
    auto const& [meeting, matters] = *chosen;
    object body{{"meeting", meeting.kind}, {"meeting_on", meeting.on}};
    if (!meeting.name.empty())
        body["meeting_name"] = meeting.name;
    return body;
}

object body_for_record(visit const& v, opened_case const& file)
{
    auto const* placed = agenda_of(file.record.acts);
    if (!placed)
        return {};
    auto const meeting = meeting_of(*placed);
    object body{{"meeting", meeting.kind}};
    if (!meeting.name.empty())
        body["meeting_name"] = meeting.name;
    if (meeting.on <= engine::to_text(v.today()))
        body["met_on"] = meeting.on;
    return body;
}

std::string name_for_record(visit const& v, opened_case const& file, planned_meeting const& meeting)
{
    auto const named = named_among(meeting, placements_in_organ(v, file));
    return named.name.empty() ? usual_name(v, named) : named.name;
}

std::vector<engine::advice> remarks_on_meeting(visit const& v, opened_case const& file,
                                               object const& body)
{
    auto const name = text_in(body, "meeting_name");
    auto const on = text_in(body, "meeting_on");
    auto const counted = name.find("第");
    if (counted == std::string::npos || name.find("次", counted) == std::string::npos)
        return {};
    for (auto const& one : placements_in_organ(v, file)) {
        auto const other = engine::parse_day(one.on);
        if (other && one.name == name && one.on != on)
            return {
                {"R713-30.1", say("“{1}”的其他议题列在{2}，请核对会议日期和名称", name, *other)}};
    }
    return {};
}

void add_meetings_to_come(visit const& v, opened_case const& file, array& into)
{
    auto const all = meetings_to_come(v, file);
    if (all.empty())
        return;
    auto const chosen = chosen_of(v, all);
    auto const address_with = [&](std::string_view meeting) {
        return "/cases/" + std::to_string(file.line().id.value) +
               "?meeting=" + percent_encoded(meeting) + "#act-" +
               std::string(placed_on_agenda::kind);
    };
    for (auto one = all.begin(); one != all.end(); ++one) {
        auto const name = words_of_meeting(v, one->first);
        auto const words =
            v.words(one == chosen ? say("{1}：已列{2}项，下面按这次会议填写。", name, one->second)
                                  : say("{1}：已列{2}项。", name, one->second));
        into.push_back(one == chosen ? note_above(words)
                                     : note_above(words, {}, address_with(one->first.key()),
                                                  v.words(say("改列这次会议"))));
    }
    if (chosen != all.end())
        into.push_back(note_above("", {}, address_with(another), v.words(say("另填一次会议"))));
}

array papers_for_meeting(visit const& v, std::vector<engine::act> const& acts)
{
    array made;
    if (auto const* filed = last_act(acts, law::submission::filed::kind))
        add_paper(v, v.words("field.request"), filed->body, "request", made);
    if (auto const* draft = last_act(acts, law::drafting::versioned::kind)) {
        auto const number = static_cast<long long>(law::history_of_drafts(acts).versions.size());
        add_paper(v, v.words(say("草案第{1}稿", number)), draft->body, "draft", made);
        add_paper(v, v.words("field.explanation"), draft->body, "explanation", made);
    }
    if (auto const* review = last_act(acts, law::legality_review::concluded::kind))
        add_paper(v, v.words("field.legality_opinion"), review->body, "opinion", made);
    return made;
}

object disagreement_view(visit const& v, opened_case const& file)
{
    auto const found = law::disagreement_on(file.file());
    bool const any = !found.units.empty();
    return {
        {"any", any},
        {"words",
         any ? v.words(say("{1}对草案有不同意见，尚未取得一致。", names_of(v, found.units))) : ""},
        {"href", any ? "/cases/" + std::to_string(file.line().id.value) + "/acts/" +
                           std::to_string(found.act)
                     : ""}};
}

} // namespace web::handlers
