#ifndef JUECE_TESTS_BENCH_SAME_WORK_HPP
#define JUECE_TESTS_BENCH_SAME_WORK_HPP

#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// One request of a unit of work, as work.lua sends it: {unit} and {case} stand for what is known
/// only then.
struct work_request {
    std::string path;
    std::string token = {}; ///< may be empty
    std::string body = {};
};
using unit_of_work = std::vector<work_request>;

/// A contract on which a unit asks for advice, in ten acts of four people from its registration to
/// the archive. The law was asked about each of them. Who acts is signed in. Throws
/// std::runtime_error when the law refuses or it takes other than ten.
unit_of_work ten_acts(adapters::soci::database& at, engine::law_in_force law, engine::instant now);

/// A project of a normative document that waits for its head of department, and their approval.
unit_of_work approval(adapters::soci::database& at, engine::law_in_force law, engine::instant now);

/// Writes it down for work.lua.
void write_down(unit_of_work const& what, std::filesystem::path const& file);

} // namespace bench

#endif
