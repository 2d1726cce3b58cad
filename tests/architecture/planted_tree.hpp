#ifndef JUECE_TESTS_ARCHITECTURE_PLANTED_TREE_HPP
#define JUECE_TESTS_ARCHITECTURE_PLANTED_TREE_HPP

#include "tests/architecture/checks/source_tree.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

namespace architecture {

/// A small house on disk with a breach in it; gone at the end of the test.
class planted_tree {
public:
    planted_tree()
        : root_(std::filesystem::temp_directory_path() /
                ("juece_house_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "_" +
                 boost::unit_test::framework::current_test_case().p_name.get()))
    {
        std::filesystem::create_directories(root_);
    }
    planted_tree(planted_tree const&) = delete;
    planted_tree& operator=(planted_tree const&) = delete;
    ~planted_tree()
    {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }

    planted_tree& with(std::string const& path, std::string const& text)
    {
        std::filesystem::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path, std::ios::binary) << text;
        return *this;
    }

    source_tree read() const { return source_tree(root_); }

private:
    std::filesystem::path root_;
};

/// The tree that these tests were built from, read once.
inline source_tree const& house()
{
    static source_tree const tree(JUECE_SOURCES);
    return tree;
}

/// The breaches as one text, for comparing with what a test expects.
inline std::string all_of(breaches const& found)
{
    std::string list;
    for (auto const& one : found)
        list += one + "\n";
    return list;
}

inline void must_be_none(breaches const& found)
{
    BOOST_CHECK_MESSAGE(found.empty(), found.size() << " breaches:\n" << all_of(found));
}

} // namespace architecture

#endif
