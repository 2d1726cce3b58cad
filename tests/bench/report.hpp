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

} // namespace bench

#endif
