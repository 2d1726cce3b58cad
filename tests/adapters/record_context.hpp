#ifndef JUECE_TESTS_ADAPTERS_RECORD_CONTEXT_HPP
#define JUECE_TESTS_ADAPTERS_RECORD_CONTEXT_HPP

#include "adapters/documents/document_store.hpp"
#include "adapters/soci/accounts.hpp"
#include "adapters/soci/clerk.hpp"
#include "adapters/soci/database.hpp"
#include "adapters/soci/house_register.hpp"
#include "adapters/soci/reader.hpp"
#include "tests/adapters/sample_procedure.hpp"
#include "tests/scratch_database.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <memory>
#include <soci/soci.h>
#include <string>

namespace tests {

/// A directory of its own that goes away at the end.
class scratch_dir {
public:
    scratch_dir();
    ~scratch_dir();
    scratch_dir(scratch_dir const&) = delete;
    scratch_dir& operator=(scratch_dir const&) = delete;
    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path operator/(std::string const& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// A fresh record with everything that works on it, on whatever database the tests run.
struct fresh_record {
    scratch_dir dir;
    sample_law law;
    scratch_database base;
    adapters::soci::database db{base.at(dir.path())};
    adapters::documents::document_store documents{dir.path()};

    /// Runs one statement on a session of its own, past references; not past the triggers of the
    /// audit log.
    void tamper(std::string const& statement);
    /// Takes those away, as somebody can with the whole database in their hands.
    void unguard_audit();
    long long number(std::string const& select);
};

/// Submits and waits for the answer.
adapters::soci::outcome ask(adapters::soci::clerk& by, engine::submission wish);
/// The act that was admitted; fails the test for any other answer.
engine::admitted admit(adapters::soci::clerk& by, engine::submission wish);

template <class T>
bool is(adapters::soci::outcome const& answer)
{
    auto const* ruling = std::get_if<engine::ruling>(&answer);
    return ruling && std::holds_alternative<T>(*ruling);
}

} // namespace tests

#endif
