#ifndef JUECE_TESTS_BENCH_WORKPLACE_HPP
#define JUECE_TESTS_BENCH_WORKPLACE_HPP

#include "adapters/soci/place.hpp"
#include "tests/server_database.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace bench {

/// A directory for the run, and its databases on a server; both go away at its end.
class workplace {
public:
    /// Below `where`; below the directory for temporary files if that is empty.
    explicit workplace(std::filesystem::path const& where)
        : at((where.empty() ? std::filesystem::temp_directory_path() : where) /
             ("juece-bench-" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(at);
    }
    ~workplace()
    {
        std::error_code ignored;
        std::filesystem::remove_all(at, ignored);
    }
    workplace(workplace const&) = delete;
    workplace& operator=(workplace const&) = delete;

    /// A directory of its own in here, and a database of its own where that is wanted.
    adapters::soci::place place_for(std::string const& what, bool on_server)
    {
        std::filesystem::create_directories(at / what);
        if (!on_server)
            return {at / what};
        databases_.push_back(std::make_unique<tests::server_database>());
        return {at / what, databases_.back()->url()};
    }

    std::filesystem::path const at;

private:
    std::vector<std::unique_ptr<tests::server_database>> databases_;
};

} // namespace bench

#endif
