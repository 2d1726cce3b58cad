#ifndef JUECE_TESTS_BENCH_REPORT_HPP
#define JUECE_TESTS_BENCH_REPORT_HPP

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// A Markdown text that grows; every line is shown at once.
class report {
public:
    void line(std::string const& words);
    void row(std::vector<std::string> const& cells);
    void head(std::vector<std::string> const& cells);
    std::string const& text() const { return text_; }

private:
    std::string text_;
};

/// Headings of README.md behind what about.md says, in their order.
inline constexpr char const* on_sqlite = "Results on SQLite";
inline constexpr char const* on_postgresql = "Results on PostgreSQL";
inline constexpr char const* by_size = "Results by size";
inline constexpr char const* beside_peers = "Results beside others";

/// Writes README.md in that folder: what about.md says, the results under this heading, and those
/// under the others as they were. Throws std::runtime_error.
void write_results(std::filesystem::path const& here, std::string const& heading,
                   report const& found);

} // namespace bench

#endif
