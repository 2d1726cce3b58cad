#ifndef JUECE_TESTS_ADAPTERS_REGISTER_HOUSE_HPP
#define JUECE_TESTS_ADAPTERS_REGISTER_HOUSE_HPP

#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

#include <string>
#include <string_view>

namespace tests {

/// An empty record under the whole law, into which acts are entered on 2 March 2026, to look at the
/// registers that follow from them.
struct register_house : whole_law {
    scratch_dir dir;
    scratch_database base;
    adapters::soci::database db{base.at(dir.path())};
    adapters::documents::document_store documents{dir.path()};
    adapters::soci::clerk taking{db, law()};
    adapters::soci::reader looking{db, engine::clearance::of_the_record()};
    int acts = 0;

    /// An act whose body is JSON; fails the test when it is not admitted.
    engine::admitted enter_act(engine::case_id on, std::string shape, std::string kind,
                               std::string_view body, engine::actor by);
};

} // namespace tests

#endif
