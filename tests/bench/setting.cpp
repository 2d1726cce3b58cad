#include "tests/bench/setting.hpp"

#include "adapters/soci/dialect.hpp"
#include "tests/bench/floors.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/server_database.hpp"
#include "web/commands/house.hpp"

#include <fstream>
#include <soci/soci.h>
#include <thread>
#include <unistd.h>

namespace bench {
namespace {

/// What the kernel calls the processor; empty where it does not say.
std::string processor_name()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("model name", 0) == 0)
            return line.substr(line.find(':') + 2);
    return {};
}

double gigabytes_of_memory()
{
    return static_cast<double>(::sysconf(_SC_PHYS_PAGES)) *
           static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 30);
}

} // namespace

void say_where(report& out)
{
    auto const today = engine::to_text(engine::legal_day(web::commands::now()));
    out.line("Measured on " + today + " on " + std::to_string(std::thread::hardware_concurrency()) +
             " virtual cores (" + processor_name() + ") with " + in_words(gigabytes_of_memory()) +
             " GB of memory, which the server and the load share.");
    std::ifstream file("/proc/loadavg");
    std::string busy;
    file >> busy;
    out.line("Other work on the machine when it began (load average): " + busy + ".");
    out.line("");
}

void say_rounds(int rounds, int length, report& out)
{
    out.line("Load in " + std::to_string(rounds) + " rounds in turns, medians, " +
             std::to_string(length) + " s each.");
    out.line("");
}

void say_sync(std::string const& when, std::filesystem::path const& dir, report& out)
{
    auto const found = measure_sync(dir);
    out.line("Disk " + when + ": pwrite of 4 kB and fdatasync, median " +
             in_words(found.median_us) + " µs, p99 " + in_words(found.p99_us) + " µs.");
    out.line("");
}

void say_server(report& out)
{
    auto const sql = adapters::soci::open_session({".", tests::postgresql_server()},
                                                  adapters::soci::access::reading);
    auto const setting = [&sql](char const* name) {
        std::string value;
        *sql << std::string("show ") + name, ::soci::into(value);
        return value;
    };
    out.line("PostgreSQL " + setting("server_version") + " on the same machine, fsync " +
             setting("fsync") + ", synchronous_commit " + setting("synchronous_commit") +
             ", full_page_writes " + setting("full_page_writes") + ", shared_buffers " +
             setting("shared_buffers") + ".");
    out.line("");
}

} // namespace bench
