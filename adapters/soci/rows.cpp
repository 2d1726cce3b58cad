#include "adapters/soci/rows.hpp"

#include "engine/body.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace adapters::soci {
namespace {

namespace json = boost::json;

[[noreturn]] void not_ours(std::string const& text)
{
    throw storage_fault(storage_fault::sort::broken, "not written by this program: " + text);
}

json::object object_of(std::string const& text)
{
    json::error_code wrong;
    auto value = json::parse(text, wrong);
    if (wrong || !value.is_object())
        not_ours(text);
    return std::move(value.get_object());
}

bool is_hash(json::value const* value)
{
    return value && value->is_string() && value->get_string().size() == 64 &&
           std::all_of(value->get_string().begin(), value->get_string().end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void gather_documents(json::value const& value, std::vector<std::string>& hashes)
{
    if (auto const* list = value.if_array()) {
        for (auto const& one : *list)
            gather_documents(one, hashes);
    } else if (auto const* object = value.if_object()) {
        std::size_t const members = object->contains("level") ? 3 : 2;
        if (object->size() == members && object->contains("name") &&
            is_hash(object->if_contains("hash")))
            hashes.emplace_back(object->at("hash").get_string());
        for (auto const& member : *object)
            gather_documents(member.value(), hashes);
    }
}

} // namespace

engine::day day_of(std::string const& text)
{
    auto const found = engine::parse_day(text);
    if (!found)
        not_ours(text);
    return *found;
}

engine::instant instant_of(std::string const& text)
{
    auto const found = engine::parse_instant(text);
    if (!found)
        not_ours(text);
    return *found;
}

std::optional<engine::day> optional_day_of(std::string const& text)
{
    if (text.empty())
        return {};
    return day_of(text);
}

std::string text_of(std::optional<engine::day> on)
{
    return on ? engine::to_text(*on) : std::string();
}

std::string text_of(std::vector<engine::chapter_stage> const& stages)
{
    std::array<unsigned char, 4096> place{};
    json::monotonic_resource pieces(place.data(), place.size());
    json::object object(stages.size(), &pieces);
    for (auto const& one : stages)
        object[one.chapter] = one.stage;
    return json::serialize(object);
}

std::vector<engine::chapter_stage> stages_of(std::string const& text)
{
    std::vector<engine::chapter_stage> stages;
    for (auto const& [chapter, stage] : object_of(text)) {
        if (!stage.is_string())
            not_ours(text);
        stages.push_back({std::string(chapter), std::string(stage.get_string())});
    }
    return stages;
}

void act_row::out_of(query& from)
{
    from.out(case_id).out(seq).out(act_id).out(kind).out(body).out(by_person).out(by_name);
    from.out(by_role).out(by_unit).out(by_on_behalf_of).out(by_represents).out(entered_at);
    from.out(counts_on).out(origin).out(previous_hash).out(hash);
}

void act_row::into(query& to) const
{
    to.in("case_id", case_id).in("seq", seq).in("act_id", act_id).in("kind", kind);
    to.in("body", body).in("by_person", by_person).in("by_name", by_name).in("by_role", by_role);
    to.in("by_unit", by_unit).in("by_on_behalf_of", by_on_behalf_of);
    to.in("by_represents", by_represents);
    to.in("entered_at", entered_at).in("counts_on", counts_on).in("origin", origin);
    to.in("previous_hash", previous_hash).in("hash", hash);
}

void act_row::fill(engine::act const& what)
{
    case_id = what.on.value;
    seq = what.seq;
    act_id = what.act_id;
    kind = what.kind;
    body = engine::canonical(what.body);
    by_person = what.by.person.value;
    by_name = what.by.name;
    by_role = what.by.role;
    by_unit = what.by.unit;
    by_on_behalf_of = what.by.on_behalf_of;
    by_represents = what.by.represents.value;
    entered_at = engine::to_text(what.entered_at);
    counts_on = engine::to_text(what.counts_on());
    origin = what.origin;
    previous_hash = what.previous_hash;
    hash = what.hash;
}

engine::act act_row::to_act() const
{
    return {.on = {case_id},
            .seq = seq,
            .act_id = act_id,
            .kind = kind,
            .body = object_of(body),
            .by = {.person = {by_person},
                   .name = by_name,
                   .role = by_role,
                   .unit = by_unit,
                   .on_behalf_of = by_on_behalf_of,
                   .represents = {by_represents}},
            .entered_at = instant_of(entered_at),
            .origin = origin,
            .previous_hash = previous_hash,
            .hash = hash};
}

void case_row::out_of(query& from)
{
    from.out(id).out(number).out(shape).out(place).out(opened_at).out(title).out(unit);
    from.out(matter).out(phase).out(closed).out(version).out(last_hash).out(stages);
    from.out(changed_at).out(level).out(stands_for);
}

engine::case_head case_row::to_head() const
{
    return {.line = {.id = {id},
                     .number = number,
                     .shape = shape,
                     .place = place,
                     .opened_at = instant_of(opened_at)},
            .version = version,
            .last_hash = last_hash};
}

case_entry case_row::to_entry() const
{
    return {.head = to_head(),
            .summary = {.title = title,
                        .unit = unit,
                        .matter = matter,
                        .phase = phase,
                        .closed = closed != 0,
                        .place = place,
                        .level = level_of(level),
                        .concerned = {},
                        .known_to = {},
                        .stands_for = stands_for},
            .stages = stages_of(stages),
            .changed_at = instant_of(changed_at)};
}

void task_row::out_of(query& from)
{
    from.out(chapter).out(kind).out(role).out(unit).out(opens_on);
    from.out(limit_name).out(due).out(in_working_days).out(stopped).out(person).out(leads);
}

void task_row::into(query& to) const
{
    key_into(to);
    to.in("opens_on", opens_on).in("limit_name", limit_name).in("due", due);
    to.in("in_working_days", in_working_days).in("stopped", stopped).in("leads", leads);
}

void task_row::key_into(query& to) const
{
    to.in("chapter", chapter).in("kind", kind).in("role", role).in("unit", unit);
    to.in("person", person);
}

void task_row::fill(engine::task const& what)
{
    chapter = what.chapter;
    kind = what.kind;
    role = what.role;
    unit = what.unit;
    opens_on = text_of(what.opens_on);
    limit_name = what.within ? what.within->name : "";
    due = what.within ? engine::to_text(what.within->due) : never_due;
    in_working_days = what.within && what.within->unit == engine::day_unit::working ? 1 : 0;
    stopped = what.within && what.within->stopped ? 1 : 0;
    person = what.person.value;
    leads = what.leads ? 1 : 0;
}

engine::task task_row::to_task() const
{
    engine::task found{.chapter = chapter,
                       .kind = kind,
                       .role = role,
                       .unit = unit,
                       .opens_on = optional_day_of(opens_on),
                       .person = {person},
                       .leads = leads != 0};
    if (!limit_name.empty())
        found.within = engine::task_limit{.name = limit_name,
                                          .due = day_of(due),
                                          .unit = in_working_days ? engine::day_unit::working
                                                                  : engine::day_unit::calendar,
                                          .stopped = stopped != 0};
    return found;
}

long long number_of(engine::confidentiality level)
{
    return static_cast<long long>(level);
}

std::optional<engine::confidentiality> level_named(std::string const& name)
{
    if (name.empty())
        return {};
    engine::confidentiality level{};
    if (!boost::describe::enum_from_string(name.c_str(), level))
        not_ours("level " + name);
    return level;
}

engine::confidentiality level_of(long long number)
{
    auto const level = static_cast<engine::confidentiality>(number);
    if (engine::name_of(level).empty())
        not_ours("level " + std::to_string(number));
    return level;
}

std::vector<engine::act> acts_of(::soci::session& sql, engine::case_id id)
{
    act_row row;
    std::vector<engine::act> acts;
    query find(sql, std::string("select ") + act_row::columns +
                        " from act where case_id = :id order by seq");
    row.out_of(find.in("id", id.value));
    find.each([&] { acts.push_back(row.to_act()); });
    return acts;
}

std::vector<std::string> documents_named_in(boost::json::object const& body)
{
    std::vector<std::string> hashes;
    for (auto const& member : body)
        gather_documents(member.value(), hashes);
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

} // namespace adapters::soci
