#include "web/handlers/opened_case.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "web/form_view.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/handlers/time_light.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <stdexcept>

namespace web::handlers {

using engine::say;

std::string act_words(language const& words, std::string_view kind)
{
    return words("act." + std::string(kind));
}

std::string matter_words(language const& words, std::string const& matter)
{
    if (matter.empty())
        return {};
    auto const of_decision = words.look_up("choice.matter_type." + matter);
    if (of_decision)
        return *of_decision;
    auto const of_document = words.look_up("choice.document_level." + matter);
    return of_document ? *of_document : words("choice.legal_kind." + matter);
}

std::string chapter_words(language const& words, std::string_view chapter)
{
    return words("chapter." + std::string(chapter));
}

std::string stage_words(language const& words, std::string_view chapter, std::string_view stage)
{
    return words("stage." + std::string(chapter) + "." + std::string(stage));
}

std::string both_names(language const& words, std::string const& name,
                       std::string const& in_place_of)
{
    return in_place_of.empty() ? name : words(say("{1}（代{2}）", name, in_place_of));
}

engine::actor actor_on(visit const& v, opened_case const& file)
{
    auto who = v.actor();
    auto const own = v.own_units();
    who.is_elsewhere =
        !who.organ.empty() && std::none_of(own.begin(), own.end(), [&](auto const& unit) {
            return unit.code == file.record.entry.summary.unit;
        });
    return who;
}

engine::circumstances circumstances_of(visit const& v, opened_case const& file)
{
    auto const& law = v.house.with().law;
    return {.book = law.book,
            .days = law.days,
            .today = file.on,
            .received = [&v, on = file.line().id](std::string_view purpose) {
                adapters::soci::comment_shelf shelf(*v.records);
                return shelf.count(on, {.purpose = std::string(purpose)});
            }};
}

namespace {

/// As far as its acts are what they were when they were entered.
engine::rebuilt_case rebuilt_of(adapters::soci::case_record const& record,
                                engine::law_in_force const& law)
{
    auto const& line = record.entry.head.line;
    auto const& acts = record.acts;
    auto const broken_at = record.broken_at;
    if (broken_at == 0 || broken_at > static_cast<long long>(acts.size()))
        return engine::rebuild(line, acts, law);
    auto const sound = static_cast<std::size_t>(broken_at - 1);
    auto rebuilt = engine::rebuild(
        line, {acts.begin(), acts.begin() + static_cast<std::ptrdiff_t>(sound)}, law);
    if (!rebuilt.broken)
        rebuilt.broken = engine::unreadable{line.id, broken_at, "the chain of hashes breaks"};
    return rebuilt;
}

} // namespace

std::optional<opened_case> open_file(visit const& v, engine::case_id id,
                                     std::optional<engine::day> as_of)
{
    auto record = v.records->read_case(id);
    if (!record)
        return {};
    if (as_of)
        std::erase_if(record->acts,
                      [&](engine::act const& one) { return one.counts_on() > *as_of; });
    auto rebuilt = rebuilt_of(*record, v.house.with().law);
    if (!rebuilt.file)
        throw std::runtime_error("case " + record->entry.head.line.number + " is of the shape " +
                                 record->entry.head.line.shape + ", which is not known here");
    return opened_case{std::move(*record), std::move(rebuilt), as_of.value_or(v.today()),
                       as_of.has_value()};
}

std::variant<opened_case, answer> case_of_path(visit& v)
{
    auto const id = number_in(v.place("id"));
    if (!id)
        return not_found(v);
    std::optional<engine::day> as_of;
    if (auto const asked = v.query("as_of"); !asked.empty()) {
        as_of = engine::parse_day(asked);
        if (!as_of)
            return problem(v, 400, "malformed",
                           say("“{1}”不是日期，应为 2024-04-02 的形式。", asked));
        if (*as_of > v.today())
            return problem(v, 400, "malformed", say("不能查看将来的案卷：{1}。", *as_of));
    }
    auto file = open_file(v, {*id}, as_of);
    if (!file)
        return not_found(v);
    if (as_of && file->record.acts.empty())
        return problem(v, 404, "not-found", say("截至{1}，这份案卷还没有设立。", *as_of));
    return std::move(*file);
}

boost::json::object limit_view(visit const& v, engine::case_id on, engine::limit const& limit)
{
    using state = engine::limit::state;
    boost::json::object made;
    made["name"] = limit.name;
    auto const label = say("limit." + limit.name);
    made["label"] = v.words(limit.unit_bound.empty()
                                ? label
                                : say("{1}：{2}", label, engine::unit_by_code(limit.unit_bound)));
    made["rule"] = rule_view(v, limit.rule);
    made["begins"] = engine::to_text(limit.begins);
    made["due"] = engine::to_text(limit.due);
    // While the clock stands still, no day is its last.
    bool const stands_still = limit.is == state::paused;
    made["due_words"] = stands_still ? std::string() : v.words.date(limit.due);
    made["days"] = limit.days;
    auto const working = limit.unit == engine::day_unit::working;
    made["unit"] = working ? "working" : "calendar";
    made["length_words"] =
        v.words(working ? say("{1}个工作日", limit.days) : say("{1}日", limit.days));
    made["used"] = limit.used;
    made["left"] = limit.left;
    made["provisional"] = limit.provisional;
    made["least"] = limit.is_least;
    made["due_label"] =
        stands_still ? std::string() : v.words(limit.is_least ? "case.least_due" : "case.due");
    made["href"] = "/cases/" + std::to_string(on.value) + "/limits/" + limit.name +
                   (limit.unit_bound.empty() ? "" : "?" + to_query({{"unit", limit.unit_bound}}));

    auto const light = light_of(limit);
    made["light"] = light.colour;
    made["shape"] = light.shape;
    made["words"] = v.words(light.words);
    switch (limit.is) {
    case state::running:
        made["state"] = "running";
        break;
    case state::paused:
        made["state"] = "paused";
        break;
    case state::met:
        made["state"] = "met";
        break;
    case state::overdue:
        made["state"] = "overdue";
        break;
    }
    return made;
}

boost::json::object act_view(visit const& v, opened_case const& file, engine::act const& what,
                             bool whole)
{
    boost::json::object made;
    made["seq"] = what.seq;
    made["kind"] = what.kind;
    made["act_words"] = act_words(v.words, what.kind);
    made["chapter_words"] = chapter_words(v.words, what.kind.substr(0, what.kind.find('.')));
    made["by"] = what.by.name;
    made["by_words"] = both_names(v.words, what.by.name, what.by.on_behalf_of);
    made["role"] = what.by.role;
    made["role_words"] = v.words("role." + what.by.role);
    made["unit"] = what.by.unit;
    made["unit_name"] = v.house.unit_name(what.by.unit, what.counts_on());
    made["on_behalf_of"] = what.by.on_behalf_of;
    made["entered_at"] = engine::to_text(what.entered_at);
    made["entered_words"] = v.words.moment(what.entered_at);
    made["origin"] = what.origin;
    made["origin_words"] =
        what.origin == engine::entered_here ? "" : v.words("origin." + what.origin);
    made["hash"] = what.hash;
    made["short_hash"] = what.hash.substr(0, 12);
    made["href"] = "/cases/" + std::to_string(what.on.value) + "/acts/" + std::to_string(what.seq);
    if (!whole)
        return made;
    auto const shown = as_may_be_seen(v, file, what);
    made["act_id"] = what.act_id;
    made["previous_hash"] = what.previous_hash;
    made["body"] = shown.body;
    auto const* fields = file.file().fields_of(what.kind);
    made["rows"] = fields ? body_view(v, what.kind, *fields, shown.body) : boost::json::array();
    return made;
}

boost::json::object head_view(visit const& v, opened_case const& file)
{
    auto const summary = file.file().summary();
    auto const& line = file.line();
    boost::json::object made;
    made["id"] = line.id.value;
    made["href"] = "/cases/" + std::to_string(line.id.value);
    made["number"] = line.number;
    made["title"] = summary.title;
    made["shape"] = line.shape;
    made["shape_words"] = v.words("shape." + line.shape);
    made["place"] = line.place;
    made["phase"] = summary.phase;
    made["phase_words"] = v.words("phase." + summary.phase);
    made["unit"] = summary.unit;
    made["unit_name"] = v.house.unit_name(summary.unit);
    made["matter"] = summary.matter;
    made["closed"] = summary.closed;
    made["opened_on"] = engine::to_text(engine::legal_day(line.opened_at));
    made["opened_words"] = v.words.date(engine::legal_day(line.opened_at));
    made["version"] = file.version();
    return made;
}

} // namespace web::handlers
