#include "web/handlers/days_of_today.hpp"

#include "workflows/legal_matter/registration.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/normative_document/filing.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/validity.hpp"

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

// Which days of an act are those on which it is entered.

namespace {

namespace law = workflows::major_decision;
namespace documents = workflows::normative_document;

constexpr auto today = std::chrono::year(2026) / 6 / 15;

template <class Body>
boost::json::object days_of()
{
    return web::handlers::days_of_today(Body::kind, engine::fields_of<Body>(), today);
}

} // namespace

BOOST_AUTO_TEST_SUITE(days_of_today)

BOOST_AUTO_TEST_CASE(what_is_done_and_recorded_in_one_go_is_done_today)
{
    using boost::json::object;
    BOOST_TEST(days_of<documents::filing::demanded>() == object({{"received_on", "2026-06-15"}}));
    BOOST_TEST(days_of<workflows::legal_matter::registration::registered>() ==
               object({{"received_on", "2026-06-15"}}));
    BOOST_TEST(days_of<law::deliberation::held>() == object({{"met_on", "2026-06-15"}}));
    BOOST_TEST(days_of<law::hearing::answered>().size() == 2u);
}

BOOST_AUTO_TEST_CASE(terms_and_days_to_come_are_left_open)
{
    auto const published = days_of<documents::issue::published>();
    BOOST_TEST(published.contains("published_on"));
    BOOST_TEST(!published.contains("effective_on"));
    BOOST_TEST(!published.contains("valid_until"));
    auto const announced = days_of<law::hearing::announced>();
    BOOST_TEST(announced.contains("published_on"));
    BOOST_TEST(!announced.contains("hearing_on"));
    BOOST_TEST(!days_of<law::hearing::postponed>().contains("new_day"));
    BOOST_TEST(days_of<law::participation::published>().empty());
}

BOOST_AUTO_TEST_CASE(what_lies_back_is_left_to_be_looked_up)
{
    BOOST_TEST(days_of<law::participation::activity_held>().empty());
    BOOST_TEST(days_of<documents::project::told_afterwards>().empty());
    BOOST_TEST(days_of<documents::validity::amended>().empty());
    BOOST_TEST(days_of<law::party_report::answered>().empty());
    BOOST_TEST(days_of<law::hearing::suggested>().empty());
}

BOOST_AUTO_TEST_SUITE_END()
