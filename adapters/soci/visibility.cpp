#include "adapters/soci/visibility.hpp"

#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/rows.hpp"
#include "workflows/shapes.hpp"

#include <algorithm>
#include <set>

namespace adapters::soci {
namespace {

/// So many are gathered and sorted sooner than the newest of them are met among many.
constexpr long long few_cases = 20'000;

/// A family of cases of this program. No role sees the house's administration by its level.
struct family {
    std::string name;
    std::set<std::string> chapters;
    bool has_few = false; ///< a case a year, or one for each adviser: looked up at once
};

std::vector<family> families_here()
{
    static std::set<std::string, std::less<>> const few = {"catalogue", "annual_report",
                                                           "adviser_file"};
    std::vector<family> all;
    for (auto const& [name, shape] : workflows::shapes()) {
        std::string const of(engine::family_of(name));
        if (of == "administration")
            continue;
        family one{.name = of, .chapters = {}, .has_few = few.contains(of)};
        for (auto const& chapter : shape.make("")->stages())
            one.chapters.insert(chapter.chapter);
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<family> const& all_families()
{
    static std::vector<family> const all = families_here();
    return all;
}

void add_to(std::string& list, std::string const& one)
{
    list += (list.empty() ? "" : ", ") + one;
}

bool lists(std::vector<std::string> const& names, std::string_view one)
{
    return std::find(names.begin(), names.end(), one) != names.end();
}

/// The names are the program's own.
std::string quoted(std::string const& name)
{
    return "'" + name + "'";
}

} // namespace

visibility::visibility(engine::clearance const& who, dialect const& kind)
    : level_(std::to_string(number_of(who.known_without_part()))),
      up_to_(std::to_string(number_of(who.up_to()))), sieve_(kind.estimates ? "" : "+"),
      organ_(who.organ())
{
    auto const& known = who.families();
    std::set<std::string> chapters;
    std::set<std::string> chapters_known;
    if (!known.all)
        for (auto const& one : all_families()) {
            if (known.has(one.name)) {
                chapters_known.insert(one.chapters.begin(), one.chapters.end());
                continue;
            }
            hidden_names_.push_back(one.name);
            add_to(hidden_, quoted(one.name));
            are_few_hidden_ = are_few_hidden_ && one.has_few;
            chapters.insert(one.chapters.begin(), one.chapters.end());
            if (known.has_when_open(one.name)) {
                when_open_names_.push_back(one.name);
                add_to(when_open_, quoted(one.name));
            }
        }
    for (auto const& one : chapters)
        if (!chapters_known.contains(one))
            add_to(chapters_hidden_, quoted(one));
    if (!organ_.empty())
        texts_.emplace_back("seen_organ", organ_);
    parts_ = names_of("part", who.parts());
    if (!hidden_.empty())
        personal_ = names_of("personal", who.personal_parts());
    units_ = names_of("of_units", who.unit_parts());
}

std::string visibility::names_of(char const* prefix, std::vector<std::string> const& parts)
{
    std::string list;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const name = prefix + std::to_string(i);
        add_to(list, ":" + name);
        texts_.emplace_back(name, parts[i]);
    }
    return list;
}

/// `known`: what has to hold in families that are known.
std::string visibility::family_is_known(std::string const& column, std::string const& level,
                                        std::string const& known) const
{
    if (hidden_.empty())
        return known;
    auto const of_known = known + " and " + column + " not in (" + hidden_ + ")";
    if (when_open_.empty())
        return of_known;
    return "(" + of_known + " or " + column + " in (" + when_open_ + ") and " + level + " <= 0)";
}

std::string visibility::free_of(std::string const& table, std::string_view family) const
{
    // Nearly every case is visible, and a list is found by its own order. So it is with organs.
    auto const level = sieve_ + table + ".level";
    auto by_level = level + " <= " + level_;
    if (family.empty())
        by_level = family_is_known(table + ".family", level, by_level);
    else if (lists(when_open_names_, family))
        by_level = level + " <= 0";
    else if (lists(hidden_names_, family))
        return {};
    return organ_.empty() ? by_level : by_level + " and (" + table + ".organ || '') = :seen_organ";
}

std::string visibility::of_case(std::string const& table, std::string_view family) const
{
    auto const free = free_of(table, family);
    auto const knows_more =
        !parts_.empty() || !units_.empty() ||
        (!personal_.empty() && (family.empty() || lists(hidden_names_, family)));
    if (!knows_more)
        return free.empty() ? std::string("1 = 0") : free;
    // Where nothing else is visible, the few with a part lead to the rows.
    return free.empty() ? table + ".id in (" + known_cases() + ")"
                        : "(" + free + " or +" + table + ".id in (" + known_cases() + "))";
}

std::string visibility::is_visible(std::string const& case_id) const
{
    if (!organ_.empty() || !are_few_hidden_)
        return "exists (select 1 from case_file h where h.id = " + case_id + " and " +
               of_case("h") + ")";
    auto const unknown = knows_some() ? " and h.id not in (" + known_cases() + ")" : std::string();
    auto hidden = "select h.id from case_file h where h.level > " + level_ + unknown;
    if (!hidden_.empty())
        hidden +=
            " union all select h.id from case_file h where h.family in (" + hidden_ + ")" +
            (when_open_.empty() ? std::string()
                                : " and not (h.family in (" + when_open_ + ") and h.level <= 0)") +
            unknown;
    return case_id + " not in (" + hidden + ")";
}

std::string visibility::hides(std::string const& level, std::string const& case_id) const
{
    auto const above = level + " > " + level_;
    auto const part = cases_with_part();
    return part.empty() ? above : above + " and " + case_id + " not in (" + part + ")";
}

std::string visibility::of_figures() const
{
    auto const visible = family_is_known("family", "level", "level <= " + level_);
    return organ_.empty() ? visible : visible + " and organ = :seen_organ";
}

std::string visibility::of_tasks() const
{
    std::string visible = "t.level <= " + level_;
    if (!chapters_hidden_.empty())
        visible += " and t.chapter not in (" + chapters_hidden_ + ")";
    if (!organ_.empty())
        visible += " and t.sponsor in (select o.code from unit o where o.organ = :seen_organ)";
    return visible;
}

std::string visibility::or_known(std::string const& rows, std::string const& case_id) const
{
    return knows_some() ? " union all " + rows + " and " + case_id + " in (" + known_cases() + ")"
                        : std::string();
}

std::string visibility::sums_of_cases() const
{
    auto const is_of = [](std::string const& name) {
        return "shape like '" + name + "/%'"; // there are few rows
    };
    std::string visible = "level <= " + level_;
    for (auto const& one : hidden_names_)
        visible += " and not " + is_of(one);
    for (auto const& one : when_open_names_)
        visible += " or level <= 0 and " + is_of(one);
    visible = "(" + visible + ")";
    if (!organ_.empty())
        visible += " and unit in (select o.code from unit o where o.organ = :seen_organ)";
    return "(select unit, shape, phase, closed, opened_in, cases from case_total"
           " where " +
           visible +
           or_known("select c.unit, c.shape, c.phase, c.closed, c.opened_in, 1 from case_file c"
                    " where c.version > 0",
                    "c.id") +
           ") t";
}

std::string visibility::known_cases(std::string const& parts, std::string const& condition) const
{
    return "select kc.id from case_part k join case_file kc on kc.id = k.case_id"
           " where k.part in (" +
           parts + ") and " + sieve_ + "kc.level <= " + up_to_ + condition;
}

std::string visibility::known_cases() const
{
    auto const in_organ =
        organ_.empty() ? std::string() : std::string(" and (kc.organ || '') = :seen_organ");
    auto const of_known =
        hidden_.empty() ? std::string() : " and kc.family not in (" + hidden_ + ")";
    std::string all;
    auto const add = [&](std::string const& one) {
        all += (all.empty() ? "" : " union all ") + one;
    };
    if (!parts_.empty())
        add(known_cases(parts_, " and " + sieve_ + "kc.level > " + level_ + of_known + in_organ));
    if (!personal_.empty() && !hidden_.empty())
        add(known_cases(personal_,
                        " and kc.family in (" + hidden_ + ")" +
                            (when_open_.empty() ? std::string()
                                                : " and not (kc.family in (" + when_open_ +
                                                      ") and " + sieve_ + "kc.level <= 0)") +
                            in_organ));
    if (!units_.empty())
        add(known_cases(units_, of_known + " and kc.organ <> :seen_organ"));
    return all.empty() ? std::string("select k.case_id from case_part k where 1 = 0") : all;
}

std::string visibility::cases_with_part() const
{
    if (parts_.empty())
        return {};
    if (organ_.empty())
        return "select k.case_id from case_part k where k.part in (" + parts_ + ")";
    return known_cases(parts_, " and (kc.organ || '') = :seen_organ") + " union all " +
           known_cases(units_, " and kc.organ <> :seen_organ");
}

void visibility::lead_from_organ(::soci::session& sql, narrowing& to, std::string const& id,
                                 std::string const& family) const
{
    if (organ_.empty())
        return;
    long long cases = 0;
    query(sql, std::string("select cast(coalesce(sum(t.cases), 0) as bigint) from case_total t"
                           " join unit o on o.code = t.unit where o.organ = :organ and ") +
                   is_sum_of_family)
        .in("organ", organ_)
        .in("family", family)
        .out(cases)
        .one();
    if (cases > few_cases)
        return;
    auto const led = id + " in (select o.id from case_file o where o.family = :led_family" +
                     " and o.organ = :seen_organ union all " + known_cases() + ")";
    to.by(led, "led_family", family);
    bind(to, led);
}

void visibility::into(query& to) const
{
    for (auto const& [name, value] : texts_)
        if (to.names(name))
            to.in(name.c_str(), value);
}

void visibility::narrow(narrowing& to, std::string_view family) const
{
    auto const condition = of_case("c", family);
    to.add(condition);
    bind(to, condition);
}

void visibility::narrow_by_number(narrowing& to, std::string const& case_id) const
{
    auto const condition = is_visible(case_id);
    to.add(condition);
    bind(to, condition);
}

void visibility::bind(narrowing& to, std::string const& condition) const
{
    for (auto const& [name, value] : texts_)
        if (is_named_in(condition, name) && !to.has(name))
            to.with(name, value);
}

} // namespace adapters::soci
