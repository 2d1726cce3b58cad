#include "web/office.hpp"
#include "workflows/administration/procedure.hpp"

// The office's memory of units and people: pages ask for their names many times over.

namespace web {
namespace {

constexpr std::chrono::seconds units_memory{5};

} // namespace

std::shared_ptr<std::vector<adapters::soci::unit> const> office::units()
{
    std::lock_guard const lock(units_door_);
    auto const now = std::chrono::steady_clock::now();
    if (!units_ || now > units_until_) {
        units_ = std::make_shared<std::vector<adapters::soci::unit> const>(parts_.people.units());
        std::map<std::string, adapters::soci::organ> by_code;
        for (auto const& organ : parts_.people.organs())
            by_code[organ.code] = organ;
        places_.clear();
        organ_names_.clear();
        for (auto const& one : *units_) {
            places_[one.code] = by_code[one.organ].place;
            organ_names_[one.code] = by_code[one.organ].name;
        }
        units_until_ = now + units_memory;
    }
    return units_;
}

std::string office::unit_name(std::string const& code)
{
    for (auto const all_units = units(); auto const& one : *all_units)
        if (one.code == code)
            return one.name;
    return code;
}

std::string office::unit_name(std::string const& code, engine::day on)
{
    for (auto const all_units = units(); auto const& one : *all_units)
        if (one.code == code)
            return one.name_on(on);
    return code;
}

std::string office::identity()
{
    std::lock_guard const lock(identity_door_);
    if (!identity_.empty())
        return identity_;
    auto lent = parts_.readers.borrow(engine::clearance(engine::confidentiality::administration));
    auto const found =
        lent->list_cases({.shape = workflows::administration::shape_name}, {}, 1).rows;
    if (found.empty())
        return {};
    if (auto const first = lent->find_act(found.front().head.line.id, 1))
        identity_ = first->hash;
    return identity_;
}

bool office::is_without_people()
{
    if (!has_people_)
        has_people_ = !parts_.people.persons().empty();
    return !has_people_;
}

std::shared_ptr<std::vector<engine::actor> const> office::people(engine::day today)
{
    std::lock_guard const lock(people_door_);
    auto const now = std::chrono::steady_clock::now();
    if (people_ && people_on_ == today && now <= people_until_)
        return people_;
    std::map<long long, adapters::soci::person> by_id;
    for (auto const& one : parts_.people.persons())
        if (one.may_sign_in)
            by_id.emplace(one.id.value, one);
    std::vector<engine::actor> all;
    for (auto const& one : parts_.people.appointments(today))
        if (auto const who = by_id.find(one.who.value);
            who != by_id.end() && one.in_place_of.value == 0)
            all.push_back(adapters::soci::acting(who->second, one));
    people_ = std::make_shared<std::vector<engine::actor> const>(std::move(all));
    people_on_ = today;
    people_until_ = now + units_memory;
    return people_;
}

std::string office::person_name(engine::person_id who)
{
    if (who.value == 0)
        return {};
    auto const found = parts_.people.find_person(who);
    return found ? found->name : std::string();
}

std::string office::place_of_unit(std::string const& code)
{
    units();
    std::lock_guard const lock(units_door_);
    auto const found = places_.find(code);
    return found == places_.end() ? std::string() : found->second;
}

std::string office::organ_name(std::string const& unit)
{
    units();
    std::lock_guard const lock(units_door_);
    auto const found = organ_names_.find(unit);
    return found == organ_names_.end() ? std::string() : found->second;
}

} // namespace web
