#include "adapters/import/import_cases.hpp"

#include "adapters/import/memory_record.hpp"
#include "adapters/soci/reader.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <ostream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace adapters::import {
namespace {

using boost::json::object;
using engine::say;

/// Who may be named in the file.
class register_of_people {
public:
    explicit register_of_people(soci::accounts& people)
        : persons_(people.persons()), appointments_(people.appointments())
    {}

    /// Null, with the reason, when nobody or more than one is meant.
    soci::person const* find(std::string const& login, std::string const& name,
                             engine::text& why) const
    {
        soci::person const* found = nullptr;
        for (auto const& one : persons_) {
            if (login.empty() ? one.name != name : one.login != login)
                continue;
            if (found) {
                why = say("有多人名为{1}，请写明登录名", name);
                return nullptr;
            }
            found = &one;
        }
        if (!found)
            why = say("没有登记过{1}，请先导入人员", login.empty() ? name : login);
        else if (!name.empty() && found->name != name) {
            why = say("登录名{1}已登记为“{2}”", login, found->name);
            return nullptr;
        }
        return found;
    }

    bool held(engine::person_id who, std::string const& role, std::string const& unit,
              engine::day on) const
    {
        return std::any_of(appointments_.begin(), appointments_.end(), [&](auto const& one) {
            return one.who == who && one.role == role && one.unit == unit && one.holds_on(on);
        });
    }

    std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) const
    {
        std::vector<engine::actor> found;
        for (auto const& person : persons_)
            if (person.id == who)
                for (auto const& one : appointments_)
                    if (one.who == who && one.holds_on(on))
                        found.push_back(soci::acting(person, one));
        return found;
    }

private:
    std::vector<soci::person> persons_;
    std::vector<soci::appointment> appointments_;
};

std::string text_of(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// The file as cases, in the order in which they begin.
class reading {
public:
    reading(register_of_people const& people, std::string const& place)
        : people_(people), place_(place)
    {}

    void read(std::string_view lines)
    {
        std::size_t number = 0;
        while (!lines.empty()) {
            auto const end = lines.find('\n');
            auto line = lines.substr(0, end);
            lines = end == lines.npos ? std::string_view() : lines.substr(end + 1);
            ++number;
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            if (!line.empty())
                read_line(line, number);
        }
    }

    std::vector<planned_case> cases;
    std::vector<csv::fault> faults;

private:
    void fault(std::size_t line, engine::text why)
    {
        faults.push_back({.line = line, .reason = std::move(why)});
    }

    void read_line(std::string_view text, std::size_t line)
    {
        boost::json::error_code broken;
        auto const value =
            boost::json::parse(boost::json::string_view(text.data(), text.size()), broken);
        if (broken || !value.is_object())
            return fault(line, say("不是一个完整的JSON对象"));
        auto const& from = value.get_object();
        auto const key = text_of(from, "case");
        auto const at = engine::parse_instant(text_of(from, "entered_at"));
        auto const* body = from.if_contains("body");
        auto const* by = from.if_contains("by");
        auto const before = faults.size();
        for (auto const* name : {"case", "act_id", "kind"})
            if (text_of(from, name).empty())
                fault(line, say("缺少“{1}”", name));
        if (!at)
            fault(line, say("“{1}”须形如{2}", "entered_at", "2024-04-02T08:00:00.000Z"));
        if (!body || !body->is_object())
            fault(line, say("缺少“{1}”", "body"));
        if (!by || !by->is_object())
            fault(line, say("缺少“{1}”", "by"));
        if (!act_ids_.insert(text_of(from, "act_id")).second)
            fault(line, say("编号{1}在文件中出现两次", text_of(from, "act_id")));
        if (faults.size() > before)
            return;
        auto const who = actor_of(by->get_object(), engine::legal_day(*at), line);
        if (faults.size() > before)
            return;

        auto& one = case_of(key);
        engine::submission wish{.on = {},
                                .shape = text_of(from, "shape"),
                                .place = text_of(from, "place"),
                                .act_id = text_of(from, "act_id"),
                                .kind = text_of(from, "kind"),
                                .body = body->get_object(),
                                .seen = {},
                                .by = who,
                                .now = *at,
                                .origin = engine::entered_by_import,
                                .seeing = engine::clearance::of_the_record()};
        if (wish.shape.empty())
            wish.shape = "major_decision/2019";
        if (wish.place.empty())
            wish.place = place_;
        one.acts.push_back({line, std::move(wish)});
    }

    engine::actor actor_of(object const& by, engine::day on, std::size_t line)
    {
        engine::text why;
        auto const* who = people_.find(text_of(by, "login"), text_of(by, "name"), why);
        if (!who) {
            fault(line, std::move(why));
            return {};
        }
        auto const role = text_of(by, "role");
        auto const unit = text_of(by, "unit");
        if (!people_.held(who->id, role, unit, on))
            fault(line, say("{1}在{2}没有在{3}任{4}", who->name, on, unit, say("role." + role)));
        return {who->id, who->name, role, unit, text_of(by, "on_behalf_of"), {}};
    }

    planned_case& case_of(std::string const& key)
    {
        auto const [place, is_new] = places_.emplace(key, cases.size());
        if (is_new)
            cases.push_back({key, {}});
        return cases[place->second];
    }

    register_of_people const& people_;
    std::string const& place_;
    std::map<std::string, std::size_t> places_;
    std::set<std::string> act_ids_;
};

/// The documents that a case names, by hash.
std::map<std::string, std::string> documents_of(planned_case const& one, engine::law_in_force law)
{
    std::map<std::string, std::string> named;
    auto const shape = law.shapes.find(one.acts.front().wish.shape);
    if (shape == law.shapes.end())
        return named;
    auto const file = shape->second.make(one.acts.front().wish.place);
    for (auto const& act : one.acts)
        if (auto const* fields = file->fields_of(act.wish.kind))
            for (auto& document : engine::documents_in(act.wish.body, *fields))
                named.emplace(document.hash, document.name);
    return named;
}

std::string bytes_of(documents::document_store const& from, std::string const& hash)
{
    auto file = from.open(hash);
    if (!file)
        throw std::runtime_error("document " + hash + " cannot be read");
    std::ostringstream bytes;
    bytes << file->rdbuf();
    return bytes.str();
}

} // namespace

imported_cases import_cases(std::string_view json_lines, soci::database& at, soci::accounts& people,
                            documents::document_store& documents, engine::law_in_force law,
                            import_terms const& terms)
{
    register_of_people const known(people);
    reading file(known, terms.place);
    file.read(json_lines);
    imported_cases done{.faults = std::move(file.faults)};
    if (!done.faults.empty())
        return done;

    soci::reader looking(at, engine::clearance::of_the_record());
    auto const here = [&](std::string const& hash) {
        return looking.find_document(hash).has_value();
    };
    memory_record sheet(
        [&](std::string const& hash) {
            return here(hash) || (terms.documents_from && terms.documents_from->holds(hash));
        },
        [&](engine::person_id who, engine::day on) { return known.seats_of(who, on); });
    for (auto const& one : file.cases)
        rehearse(one, law, sheet, done.faults);
    if (!done.faults.empty())
        return done;
    if (terms.dry_run) {
        done.cases = file.cases.size();
        for (auto const& one : file.cases)
            done.acts += one.acts.size();
        return done;
    }

    if (terms.documents_from)
        for (auto const& one : file.cases)
            for (auto const& [hash, name] : documents_of(one, law))
                if (!here(hash)) {
                    auto const stored = documents.put(bytes_of(*terms.documents_from, hash));
                    people.note_document(stored.hash, stored.size, "application/octet-stream", name,
                                         one.acts.front().wish.by.person,
                                         one.acts.front().wish.now);
                }
    soci::clerk clerk(at, law);
    return enter_cases(file.cases, clerk);
}

std::size_t export_cases(soci::database const& at, soci::accounts& people, std::ostream& out)
{
    std::map<long long, std::string> logins;
    for (auto const& one : people.persons())
        logins.emplace(one.id.value, one.login);
    soci::reader looking(at, engine::clearance::of_the_record());
    std::vector<engine::case_id> ids;
    std::optional<long long> cursor;
    do {
        auto page = looking.list_cases({}, cursor, 500);
        // The accounts of this house are no matter for another one.
        for (auto const& one : page.rows)
            if (one.summary.level != engine::confidentiality::administration)
                ids.push_back(one.head.line.id);
        cursor = page.next;
    } while (cursor);
    std::sort(ids.begin(), ids.end());
    for (auto const id : ids) {
        auto const record = looking.read_case(id);
        if (!record)
            continue;
        auto const& line = record->entry.head.line;
        for (auto const& act : record->acts) {
            object by{{"login", logins[act.by.person.value]},
                      {"name", act.by.name},
                      {"role", act.by.role},
                      {"unit", act.by.unit}};
            if (!act.by.on_behalf_of.empty())
                by["on_behalf_of"] = act.by.on_behalf_of;
            object row{{"case", line.number}, {"shape", line.shape},
                       {"place", line.place}, {"act_id", act.act_id},
                       {"kind", act.kind},    {"body", act.body},
                       {"by", std::move(by)}, {"entered_at", engine::to_text(act.entered_at)}};
            out << boost::json::serialize(row) << '\n';
        }
    }
    return ids.size();
}

} // namespace adapters::import
