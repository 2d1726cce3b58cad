#include "adapters/import/import_people.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace adapters::import {
namespace {

using engine::say;

constexpr std::array known_levels{"province", "city", "county", "township"};
constexpr std::array person_columns{"organ", "unit", "unit_name", "login", "name", "role", "from"};

template <class List>
bool is_one_of(List const& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    });
}

bool overlap(soci::appointment const& a, soci::appointment const& b)
{
    return (!a.until || *a.until >= b.from) && (!b.until || *b.until >= a.from);
}

struct new_appointment {
    std::string login;
    soci::appointment what;
};

/// Reads the whole list against what is known; writes nothing.
class survey {
public:
    survey(soci::accounts& into, engine::law_in_force const& law)
        : book_(law.book), entitled_(law.entitled)
    {
        for (auto& one : into.organs())
            organs_.emplace(one.code, one);
        for (auto& one : into.units())
            units_.emplace(one.code, one);
        for (auto& one : into.persons()) {
            logins_[one.id.value] = one.login;
            persons_.emplace(one.login, one.name);
        }
        for (auto& one : into.appointments())
            held_.push_back({logins_[one.who.value], one});
    }

    void read(std::string_view text)
    {
        auto reading = csv::read(text);
        faults = std::move(reading.faults);
        for (auto const* column : person_columns)
            if (!reading.found.has(column))
                faults.push_back({.line = 1, .reason = say("缺少“{1}”一列", column)});
        if (!faults.empty())
            return;
        for (auto const& row : reading.found.rows)
            read_row(reading.found, row);
    }

    std::vector<soci::organ> new_organs;
    std::vector<soci::unit> new_units;
    std::vector<new_person> new_persons;
    std::vector<new_appointment> new_appointments;
    std::vector<csv::fault> faults;

private:
    void read_row(csv::table const& table, csv::row const& row)
    {
        auto const cell = [&](char const* column) { return table.cell(row, column); };
        auto const fault = [&](engine::text why) {
            faults.push_back({.line = row.line, .reason = std::move(why)});
        };
        for (auto const* column : {"organ", "unit", "login"})
            if (!is_code(cell(column)))
                fault(say("“{1}”只能由字母、数字和-_.组成", column));
        for (auto const* column : {"unit_name", "name"})
            if (cell(column).empty())
                fault(say("“{1}”不能为空", column));
        if (!entitled_.find(cell("role")))
            fault(say("没有名为{1}的角色", cell("role")));
        auto const from = engine::parse_day(cell("from"));
        auto const until = engine::parse_day(cell("until"));
        if (!from)
            fault(say("“{1}”不是日期", cell("from")));
        if (!cell("until").empty() && !until)
            fault(say("“{1}”不是日期", cell("until")));
        if (from && until && *until < *from)
            fault(say("任职的结束日期早于开始日期"));

        organ_of(cell("organ"), cell("organ_name"), cell("level"), cell("place"), row.line);
        unit_of({cell("unit"), cell("unit_name"), cell("organ")}, row.line);
        person_of({cell("login"), {}, cell("name"), cell("role"), cell("unit_name")}, row.line);
        if (!from)
            return;
        new_appointment one{
            cell("login"),
            {.role = cell("role"), .unit = cell("unit"), .from = *from, .until = until}};
        one.what.cleared_to = cleared_to(table, row);
        if (std::any_of(held_.begin(), held_.end(), [&](auto const& other) {
                return other.login == one.login && other.what.role == one.what.role &&
                       other.what.unit == one.what.unit && other.what.from == one.what.from;
            }))
            return;
        for (auto const& other : held_) {
            if (other.login != one.login || !overlap(other.what, one.what))
                continue;
            if (entitled_.exclude_each_other(other.what.role, one.what.role))
                fault(say("{1}任{2}，不得同时任{3}", cell("name"), say("role." + other.what.role),
                          say("role." + one.what.role)));
            if (other.what.role == one.what.role && other.what.unit == one.what.unit &&
                other.what.in_place_of.value == 0)
                fault(say("{1}在这段时间已经担任这一职务", cell("name")));
        }
        held_.push_back(one);
        new_appointments.push_back(std::move(one));
    }

    /// The column may be missing: then the role alone says how far somebody sees.
    std::optional<engine::confidentiality> cleared_to(csv::table const& table, csv::row const& row)
    {
        if (!table.has("cleared_to") || table.cell(row, "cleared_to").empty())
            return {};
        auto const& name = table.cell(row, "cleared_to");
        engine::confidentiality level{};
        if (!boost::describe::enum_from_string(name.c_str(), level))
            faults.push_back({.line = row.line, .reason = say("没有名为{1}的密级", name)});
        return level;
    }

    void organ_of(std::string const& code, std::string const& name, std::string const& level,
                  std::string const& place, std::size_t line)
    {
        if (auto const known = organs_.find(code); known != organs_.end()) {
            if (!name.empty() && name != known->second.name)
                faults.push_back({.line = line,
                                  .reason = say("机关{1}已登记为“{2}”", code, known->second.name)});
            return;
        }
        if (name.empty())
            faults.push_back(
                {.line = line, .reason = say("机关{1}尚未登记，须写明名称、级别和规则包", code)});
        else if (!is_one_of(known_levels, level))
            faults.push_back({.line = line, .reason = say("没有名为{1}的级别", level)});
        else if (!book_.knows(place))
            faults.push_back({.line = line, .reason = say("没有名为{1}的规则包", place)});
        soci::organ one{code, name, level, place, {}};
        organs_.emplace(code, one);
        new_organs.push_back(std::move(one));
    }

    void unit_of(soci::unit one, std::size_t line)
    {
        auto const [known, is_new] = units_.emplace(one.code, one);
        if (is_new)
            new_units.push_back(std::move(one));
        else if (known->second.name != one.name || known->second.organ != one.organ)
            faults.push_back({.line = line,
                              .reason = say("单位{1}已登记为“{2}”", one.code, known->second.name)});
    }

    void person_of(new_person one, std::size_t line)
    {
        auto const [known, is_new] = persons_.emplace(one.login, one.name);
        if (is_new)
            new_persons.push_back(std::move(one));
        else if (known->second != one.name)
            faults.push_back(
                {.line = line, .reason = say("登录名{1}已登记为“{2}”", one.login, known->second)});
    }

    engine::rule_book const& book_;
    engine::rights const& entitled_;
    std::map<std::string, soci::organ> organs_;
    std::map<std::string, soci::unit> units_;
    std::map<std::string, std::string> persons_; ///< login to name
    std::map<long long, std::string> logins_;
    std::vector<new_appointment> held_;
};

} // namespace

imported_people import_people(std::string_view csv, soci::accounts& known,
                              soci::house_register& into, engine::law_in_force const& law,
                              engine::instant now, bool dry_run,
                              std::function<std::string()> const& make_password)
{
    survey seen(known, law);
    seen.read(csv);
    if (!seen.faults.empty())
        return {.faults = std::move(seen.faults)};
    imported_people done{.organs = seen.new_organs.size(),
                         .units = seen.new_units.size(),
                         .appointments = seen.new_appointments.size(),
                         .persons = std::move(seen.new_persons),
                         .faults = {}};
    if (dry_run)
        return done;
    for (auto const& one : seen.new_organs)
        into.add_organ(one, now);
    for (auto const& one : seen.new_units)
        into.add_unit(one, now);
    for (auto& one : done.persons) {
        one.password = make_password();
        into.add_person(one.login, one.name, one.password, now);
    }
    std::map<std::string, engine::person_id> ids;
    for (auto const& one : known.persons())
        ids.emplace(one.login, one.id);
    for (auto& one : seen.new_appointments) {
        one.what.who = ids.at(one.login);
        into.add_appointment(one.what, now);
    }
    return done;
}

} // namespace adapters::import
