#ifndef JUECE_TESTS_BENCH_SAMPLE_HOUSE_HPP
#define JUECE_TESTS_BENCH_SAMPLE_HOUSE_HPP

#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

#include <string>

namespace bench {

/// The people of config/sample/people.csv, with the password of `juece demo`, in an empty house.
void add_sample_people(adapters::soci::database& at, engine::law_in_force law, engine::instant now);

/// A bearer token of a person in the seat in which they act.
std::string token_of(adapters::soci::database& at, engine::actor const& who, engine::instant now);

} // namespace bench

#endif
