#include "engine/demands.hpp"
#include "engine/trial_body.hpp"

#include <algorithm>
#include <charconv>

// What the law refuses whatever will stand where a body cannot be read. Only the faulty values are
// replaced, each by many others; a row that lacks one member stays the row it is.

namespace engine {
namespace {

using boost::json::object;
using boost::json::value;
using values = std::vector<value>;

/// Beyond these nothing is said beside the faults: it would take too long to find out.
constexpr std::size_t most_gaps = 40;
constexpr std::size_t most_values = 100;

/// What holds the value at a path, step by step; false where there is no such place.
class way {
public:
    way(std::vector<field> const& fields, std::string_view path) { is_ = walk(fields, path); }

    /// The field whose value is at fault; null where it is more than one value, or one that names
    /// somebody: no other value shows whether a condition would mind who it is.
    field const* is() const { return is_; }

    bool set(object& body, value const& to) const
    {
        auto* members = &body;
        for (auto const& one : steps_) {
            bool const is_last = &one == &steps_.back();
            auto* at = one.row || !is_last ? members->if_contains(one.name) : &(*members)[one.name];
            if (at && one.row)
                at = element(*at, *one.row);
            if (!at)
                return false;
            if (is_last) {
                *at = to;
                return true;
            }
            members = at->if_object();
            if (!members)
                return false;
        }
        return false;
    }

private:
    struct step {
        std::string name;
        std::optional<std::size_t> row;
    };

    static value* element(value& list, std::size_t row)
    {
        auto* rows = list.if_array();
        return rows && row < rows->size() ? &(*rows)[row] : nullptr;
    }

    field const* walk(std::vector<field> const& fields, std::string_view path)
    {
        auto const* among = &fields;
        while (true) {
            auto const end = std::min(path.find_first_of(".["), path.size());
            auto const name = path.substr(0, end);
            auto const found = std::find_if(among->begin(), among->end(),
                                            [&](auto const& one) { return one.name == name; });
            if (found == among->end())
                return nullptr;
            path.remove_prefix(end);
            auto const row = row_in(path);
            if (found->many != row.has_value())
                return nullptr;
            steps_.push_back({std::string(name), row});
            if (path.empty())
                return is_one_value(*found) ? &*found : nullptr;
            if (path.front() != '.' || found->type != field_type::group)
                return nullptr;
            path.remove_prefix(1);
            among = &found->of;
        }
    }

    /// Takes "[5]" off the beginning.
    static std::optional<std::size_t> row_in(std::string_view& path)
    {
        auto const end = path.find(']');
        if (!path.starts_with('[') || end == path.npos)
            return {};
        std::size_t row = 0;
        auto const [last, fault] = std::from_chars(path.data() + 1, path.data() + end, row);
        if (fault != std::errc() || last != path.data() + end)
            return {};
        path.remove_prefix(end + 1);
        return row;
    }

    static bool is_one_value(field const& f)
    {
        return f.type != field_type::group && f.type != field_type::person &&
               f.type != field_type::unit;
    }

    std::vector<step> steps_;
    field const* is_ = nullptr;
};

/// Whether a value that stands elsewhere may stand in a field as well.
bool may_hold(field const& f, value const& one)
{
    switch (f.type) {
    case field_type::line:
        return one.is_string();
    case field_type::date:
        return one.is_string() && parse_day(std::string_view(one.get_string()));
    case field_type::number:
    case field_type::money:
        return one.is_int64();
    case field_type::document:
        return one.is_object() && one.get_object().contains("hash");
    default:
        return false;
    }
}

void add(values& all, value one)
{
    if (all.size() <= most_values && std::find(all.begin(), all.end(), one) == all.end())
        all.push_back(std::move(one));
}

/// What else the person wrote: a condition may compare one place with another.
void add_fitting(field const& f, value const& within, values& into)
{
    if (may_hold(f, within))
        add(into, within);
    if (auto const* list = within.if_array())
        for (auto const& one : *list)
            add_fitting(f, one, into);
    if (auto const* members = within.if_object())
        for (auto const& one : *members)
            add_fitting(f, one.value(), into);
}

values that_may_stand(field const& described, object const& body, object const& prepared, day today)
{
    auto f = described;
    f.many = false;
    trial_body const bodies(today);
    values all;
    for (int const number : {1, many_rows})
        add(all, bodies.filled(f, measure::small, number));
    for (auto& one : bodies.instead_of(f, all.front()))
        add(all, std::move(one));
    add_fitting(f, prepared, all);
    add_fitting(f, body, all);
    return all;
}

struct gap {
    way where;
    values may_stand;
};

/// The gaps of a body; nothing where one of them is more than a value.
std::vector<gap> gaps_in(object const& body, std::vector<field> const& fields,
                         std::vector<field_fault> const& faults, object const& prepared, day today)
{
    std::vector<gap> found;
    if (faults.size() > most_gaps)
        return {};
    for (auto const& one : faults) {
        way where(fields, one.path);
        if (!where.is())
            return {};
        auto all = that_may_stand(*where.is(), body, prepared, today);
        if (all.size() > most_values)
            return {};
        found.push_back({std::move(where), std::move(all)});
    }
    return found;
}

/// Fills each gap with one of its values. `apart`: beside one another not with the same.
bool fill(object& body, std::vector<gap> const& gaps, std::size_t turn, std::size_t apart)
{
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        auto const& all = gaps[i].may_stand;
        if (!gaps[i].where.set(body, all[(turn + i * apart) % all.size()]))
            return false;
    }
    return true;
}

} // namespace

std::vector<refusal> beside_faults(act const& as, std::vector<field> const& fields,
                                   std::vector<field_fault> const& faults, object const& prepared,
                                   day today, trial const& judge)
{
    auto const gaps = gaps_in(as.body, fields, faults, prepared, today);
    std::size_t turns = 0;
    for (auto const& one : gaps)
        turns = std::max(turns, one.may_stand.size());
    std::vector<refusal> found;
    for (std::size_t turn = 0; turn < turns; ++turn)
        for (std::size_t const apart : {0, 1}) {
            auto tried = as;
            if (!fill(tried.body, gaps, turn, apart))
                return {};
            auto said = judge(tried).answer.refusals;
            if (turn == 0 && apart == 0)
                found = std::move(said);
            else
                std::erase_if(found, [&](auto const& one) {
                    return std::find(said.begin(), said.end(), one) == said.end();
                });
            if (found.empty())
                return {};
        }
    std::erase_if(found, [](auto const& one) { return one.about_role; });
    return found;
}

} // namespace engine
