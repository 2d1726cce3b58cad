#include "tests/bench/judged_record.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace bench {

judged_record::judged_record(engine::case_id last, std::function<bool(std::string const&)> holds,
                             engine::seat_holders& people)
    : holds_(std::move(holds)), people_(people), last_id_(last.value)
{}

std::vector<engine::actor> judged_record::seats_of(engine::person_id who, engine::day on)
{
    return people_.seats_of(who, on);
}

std::optional<engine::case_head> judged_record::find_case(engine::case_id id)
{
    if (id != head_.line.id)
        return {};
    return head_;
}

std::vector<engine::act> judged_record::acts_of(engine::case_id)
{
    throw std::logic_error("the desk forgot the case that is being told");
}

/// Acts have numbers of their own here; none comes twice.
std::optional<engine::act> judged_record::find_act(std::string const&)
{
    return {};
}

bool judged_record::holds_document(std::string const& hash)
{
    return holds_(hash);
}

/// Cases of which a house has one are not told here.
std::optional<engine::case_id> judged_record::case_of_shape(std::string const&)
{
    return {};
}

/// Of what there is one for an organ and a year, one is told.
std::optional<engine::case_id>
judged_record::case_standing_for(std::string const&, std::string const&, std::string const&)
{
    return {};
}

engine::case_id judged_record::next_case_id()
{
    return {++last_id_};
}

std::string judged_record::next_number(std::string const& prefix, int year)
{
    return fmt::format("{}{}-{:04}", prefix, year, ++numbers_[{prefix, year}]);
}

void judged_record::open(engine::case_line const& line, std::string const& hash)
{
    head_ = {line, 0, hash};
    opening_ = opened_line{line, hash};
}

void judged_record::append(engine::act const& what, engine::consequences const& then)
{
    head_.version = what.seq;
    head_.last_hash = what.hash;
    acts_.push_back({std::exchange(opening_, std::nullopt), what, then});
}

} // namespace bench
