#include "workflows/proposal_name.hpp"

#include <boost/test/unit_test.hpp>

// How a decision names the proposal of the public that it came from.

using workflows::proposal_name;
using workflows::proposal_named;

BOOST_AUTO_TEST_SUITE(proposal_names)

BOOST_AUTO_TEST_CASE(a_name_is_read_as_it_was_written)
{
    proposal_name const name{"ML2026-0001", 3};
    BOOST_TEST(to_text(name) == "ML2026-0001/3");
    BOOST_CHECK(proposal_named("ML2026-0001/3") == name);
}

BOOST_AUTO_TEST_CASE(what_is_no_catalogue_with_one_number_names_no_proposal)
{
    for (auto const* text : {"", "/", "ML2026-0001", "/3", "ML2026-0001/", "ML2026-0001/0",
                             "ML2026-0001/-1", "ML2026-0001/03", "ML2026-0001/3a",
                             "ML2026-0001/3/4", "ML2026-0001/99999999999999999999"})
        BOOST_CHECK_MESSAGE(!proposal_named(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
