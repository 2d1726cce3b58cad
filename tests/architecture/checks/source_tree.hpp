#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_SOURCE_TREE_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_SOURCE_TREE_HPP

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace architecture {

/// A file of the house.
struct source {
    std::string path; ///< from the repository root, with '/'
    std::string text;

    std::string folder() const { return path.substr(0, path.find('/')); }
    bool is_header() const { return path.ends_with(".hpp"); }
    bool is_cpp() const { return path.ends_with(".cpp") || is_header(); }
    bool under(std::string_view place) const { return path.starts_with(place); }
    std::string without_comments() const;
};

/// What is wrong: "web/main.cpp: includes ...". A check returns all it finds.
using breaches = std::vector<std::string>;

/// Every file that people wrote, in order of path; build trees, data and node_modules left out.
class source_tree {
public:
    explicit source_tree(std::filesystem::path const& root);

    std::vector<source> const& files() const { return files_; }
    /// Null if there is no such file.
    source const* find(std::string_view path) const;
    /// The C++ files under one of the places ("engine/").
    std::vector<source const*> cpp_under(std::vector<std::string_view> const& places) const;

private:
    std::vector<source> files_;
};

/// C++ text with comments replaced by spaces; line breaks and literals stay.
std::string strip_comments(std::string_view code);

/// How many lines a text has.
long long lines_of(std::string_view text);

/// The rows of a CSV file, first row included; quoted cells may hold commas, breaks and "".
std::vector<std::vector<std::string>> csv_rows(std::string_view text);

} // namespace architecture

#endif
