#include "engine/trial_body.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

// Bodies that nobody typed.

namespace {

using engine::field_type;

constexpr engine::day today{std::chrono::sys_days{std::chrono::year{2026} / 6 / 15}};

/// The parts of a file, each with its papers.
std::vector<engine::field> fields_of_parts()
{
    return {{.name = "parts",
             .type = field_type::group,
             .many = true,
             .of = {{.name = "part"},
                    {.name = "documents", .type = field_type::document, .many = true}}}};
}

/// The sizes of the lists and of the lists in their rows that some draws come to.
struct sizes {
    std::set<std::size_t> parts;
    std::set<std::size_t> documents;
};

sizes drawn_sizes()
{
    engine::trial_body const bodies(today);
    engine::trial_body::lot by;
    sizes found;
    for (int turn = 0; turn < 20; ++turn) {
        auto const body = bodies.drawn(fields_of_parts(), by);
        auto const& parts = body.at("parts").as_array();
        found.parts.insert(parts.size());
        for (auto const& one : parts)
            found.documents.insert(one.at("documents").as_array().size());
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(trial_body)

BOOST_AUTO_TEST_CASE(a_list_is_drawn_short_and_long)
{
    BOOST_TEST((drawn_sizes().parts == std::set<std::size_t>{1, engine::many_rows}));
}

BOOST_AUTO_TEST_CASE(a_list_in_a_row_is_short_so_that_a_body_stays_small)
{
    BOOST_TEST((drawn_sizes().documents == std::set<std::size_t>{1}));
}

BOOST_AUTO_TEST_SUITE_END()
