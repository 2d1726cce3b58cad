#ifndef JUECE_TESTS_BENCH_OPEN_HOUSE_HPP
#define JUECE_TESTS_BENCH_OPEN_HOUSE_HPP

#include "adapters/soci/place.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/looks.hpp"
#include "tests/crash/server_process.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bench {

/// What fetching one page took.
struct page_times {
    double first_ms = 0;
    std::vector<double> all_ms; ///< after the first
    double kilobytes = 0;
};

/// How often each of its files is fetched after the first time.
inline constexpr int times_a_report = 5;

/// In which formats the annual report comes.
inline constexpr std::array<char const*, 6> report_formats = {"docx", "pdf", "md",
                                                              "xlsx", "csv", "json"};

/// A house that grew, with its server at work and the people signed in who look at it. Sessions are
/// added to the house.
class open_house {
public:
    /// Throws std::runtime_error for a house that did not grow here, or whose server does not come
    /// up; what it says is in `log`.
    open_house(std::filesystem::path const& juece, adapters::soci::place const& at,
               std::filesystem::path const& log, engine::instant now);

    std::vector<look> const& looks() const { return looks_; }
    /// Last year's, of which there is a report.
    int report_year() const { return report_year_; }

    /// Fetches a page once and then so many times, over one connection.
    page_times look_at(look const& one, int times) const;
    page_times fetch_report(std::string const& format, int times) const;
    memory held() const;

private:
    std::vector<look> looks_;
    int report_year_ = 0;
    std::map<std::string, std::string> tokens_; ///< by login
    std::unique_ptr<tests::server_process> server_;
    int port_ = 0;
};

} // namespace bench

#endif
