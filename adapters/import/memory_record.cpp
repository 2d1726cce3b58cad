#include "adapters/import/memory_record.hpp"

#include <fmt/format.h>

namespace adapters::import {

memory_record::memory_record(std::function<bool(std::string const&)> holds, seats_on_a_day seats)
    : holds_(std::move(holds)), seats_(std::move(seats))
{}

std::vector<engine::actor> memory_record::seats_of(engine::person_id who, engine::day on)
{
    return seats_ ? seats_(who, on) : std::vector<engine::actor>();
}

std::optional<engine::case_head> memory_record::find_case(engine::case_id id)
{
    auto const found = cases_.find(id);
    if (found == cases_.end())
        return {};
    return found->second.head;
}

std::vector<engine::act> memory_record::acts_of(engine::case_id id)
{
    auto const found = cases_.find(id);
    return found == cases_.end() ? std::vector<engine::act>() : found->second.acts;
}

std::optional<engine::act> memory_record::find_act(std::string const& act_id)
{
    auto const place = acts_.find(act_id);
    if (place == acts_.end())
        return {};
    auto const found = cases_.find(place->second.on);
    if (found == cases_.end())
        return {};
    return found->second.acts[static_cast<std::size_t>(place->second.seq - 1)];
}

bool memory_record::holds_document(std::string const& hash)
{
    return !holds_ || holds_(hash);
}

std::optional<engine::case_id> memory_record::case_of_shape(std::string const& shape)
{
    for (auto const& [id, one] : cases_)
        if (one.head.line.shape == shape)
            return id;
    return {};
}

std::optional<engine::case_id> memory_record::case_standing_for(std::string const& what,
                                                                std::string const& family,
                                                                std::string const& unit)
{
    for (auto const& [id, one] : cases_)
        if (one.stands_for == what && one.unit == unit &&
            engine::family_of(one.head.line.shape) == family)
            return id;
    return {};
}

engine::case_id memory_record::next_case_id()
{
    return {++last_id_};
}

std::string memory_record::next_number(std::string const& prefix, int year)
{
    return fmt::format("{}{}-{:04}", prefix, year, ++numbers_[{prefix, year}]);
}

void memory_record::open(engine::case_line const& line, std::string const& hash)
{
    cases_.insert_or_assign(line.id, kept{{line, 0, hash}, {}});
}

void memory_record::append(engine::act const& what, engine::consequences const& then)
{
    auto& one = cases_.at(what.on);
    one.unit = then.summary.unit;
    one.stands_for = then.summary.stands_for;
    one.acts.push_back(what);
    one.head.version = what.seq;
    one.head.last_hash = what.hash;
    acts_.insert_or_assign(what.act_id, place_of_act{what.on, what.seq});
}

} // namespace adapters::import
