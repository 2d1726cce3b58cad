#include "engine/fitting_values.hpp"

#include "engine/trial_body.hpp"

#include <algorithm>

namespace engine {
namespace {

using boost::json::object;
using boost::json::value;
using values = std::vector<value>;

constexpr std::size_t most_values = 100;

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

} // namespace

std::vector<value> fitting_values(field const& described, object const& body,
                                  object const& prepared, day today)
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
    if (all.size() > most_values)
        return {};
    return all;
}

} // namespace engine
