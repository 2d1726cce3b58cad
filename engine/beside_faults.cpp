#include "engine/demands.hpp"
#include "engine/fitting_values.hpp"

#include <algorithm>
#include <charconv>

// What the law refuses whatever will stand where a body cannot be read. Only the faulty values are
// replaced, each by many others; a row that lacks one member stays the row it is.

namespace engine {
namespace {

using boost::json::object;
using boost::json::value;

/// Beyond that nothing is said beside the faults: it would take too long to find out.
constexpr std::size_t most_gaps = 40;

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

struct gap {
    way where;
    std::vector<value> may_stand;
};

/// The gaps of a body; nothing where one of them is more than a value, or may hold too many.
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
        auto all = fitting_values(*where.is(), body, prepared, today);
        if (all.empty())
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
