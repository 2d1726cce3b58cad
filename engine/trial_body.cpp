#include "engine/trial_body.hpp"

namespace engine {

using boost::json::array;
using boost::json::object;
using boost::json::value;

namespace {

constexpr long long large_number = 1'000'000;
constexpr std::chrono::days far{400};

/// One of so many.
std::size_t draw(trial_body::lot& by, std::size_t many)
{
    return by() % many;
}

} // namespace

object trial_body::all_of(std::vector<field> const& fields, measure size, int number) const
{
    object made;
    for (auto const& f : fields)
        made[f.name] = filled(f, f.many ? size : measure::small, number);
    return made;
}

object trial_body::with_prepared(object made, object const& prepared)
{
    for (auto const& [name, given] : prepared) {
        auto const* rows = given.if_array();
        auto const* trial_rows = made.contains(name) ? made.at(name).if_array() : nullptr;
        bool const has_members = trial_rows && !trial_rows->empty() &&
                                 trial_rows->front().is_object() &&
                                 !trial_rows->front().get_object().contains("hash");
        if (!rows || !has_members) {
            made[name] = given;
            continue;
        }
        array completed;
        for (auto const& row : *rows) {
            auto whole = trial_rows->front().get_object();
            for (auto const& member : row.as_object())
                whole[member.key()] = member.value();
            completed.push_back(std::move(whole));
        }
        made[name] = std::move(completed);
    }
    return made;
}

value trial_body::filled(field const& f, measure size, int number) const
{
    if (!f.many)
        return one_of(f, size, number);
    array rows;
    auto const count = size == measure::large ? many_rows : 1;
    for (int row = 1; row <= count; ++row)
        rows.push_back(one_of(f, measure::small, row));
    return rows;
}

std::vector<value> trial_body::instead_of(field const& f, value const& now) const
{
    std::vector<value> others;
    auto const add = [&](value one) {
        if (f.many)
            one = array{std::move(one)};
        if (one != now)
            others.push_back(std::move(one));
    };
    if (f.type == field_type::choice)
        for (auto const& name : f.choices)
            add(value(name));
    else if (f.many)
        others.push_back(filled(f, measure::large));
    else if (f.type == field_type::flag) {
        add(true);
        add(false);
    } else if (f.type == field_type::date) {
        add(value(to_text(today_ + far)));
        add(value(to_text(today_ - far)));
    } else if (f.type == field_type::number || f.type == field_type::money) {
        add(large_number);
    }
    return others;
}

object trial_body::drawn(std::vector<field> const& fields, lot& by) const
{
    return drawn(fields, by, 1, depth::top);
}

object trial_body::drawn(std::vector<field> const& fields, lot& by, int number, depth at) const
{
    object made;
    for (auto const& f : fields)
        made[f.name] = drawn_value(f, by, number, at);
    return made;
}

value trial_body::drawn_value(field const& f, lot& by, int number, depth at) const
{
    if (!f.many)
        return drawn_one(f, by, number, at);
    array rows;
    auto const count = at == depth::row || draw(by, 2) == 0 ? 1 : many_rows;
    auto const before = by;
    for (int row = 1; row <= count; ++row) {
        by = before; // alike
        rows.push_back(drawn_one(f, by, row, depth::row));
    }
    return rows;
}

value trial_body::drawn_one(field const& f, lot& by, int number, depth at) const
{
    switch (f.type) {
    case field_type::choice:
        return value(f.choices[draw(by, f.choices.size())]);
    case field_type::flag:
        return value(draw(by, 2) == 0);
    case field_type::date: {
        auto const turn = draw(by, 3);
        return value(to_text(turn == 0 ? today_ : turn == 1 ? today_ + far : today_ - far));
    }
    case field_type::number:
    case field_type::money:
        return value(draw(by, 2) == 0 ? number : large_number);
    case field_type::group:
        return drawn(f.of, by, number, at);
    default:
        return one_of(f, measure::small, number);
    }
}

value trial_body::one_of(field const& f, measure size, int number) const
{
    auto const mark = std::to_string(number);
    switch (f.type) {
    case field_type::line:
    case field_type::prose:
    case field_type::unit:
        return value(f.name + mark);
    case field_type::number:
    case field_type::money:
    case field_type::person:
        return value(static_cast<long long>(number));
    case field_type::date:
        return value(to_text(today_));
    case field_type::flag:
        return value(true);
    case field_type::choice:
        return value(f.choices.front());
    case field_type::document:
        return object{{"hash", std::string(64 - mark.size(), '0') + mark}, {"name", mark}};
    case field_type::group:
        return all_of(f.of, size, number);
    }
    return {};
}

} // namespace engine
