#include "adapters/soci/query.hpp"
#include "tests/web/demo_house.hpp"

#include <boost/test/unit_test.hpp>

// What waits without being the task of a case, over the sample district.

using tests::district;

namespace {

namespace soci = adapters::soci;

/// The kinds of acts that stand above somebody's tasks, each with its year or what it is about.
std::string standing(std::string const& who)
{
    std::string all;
    auto const view = district().view(who, "/");
    for (auto const& one : view.at("standing").as_array())
        all += std::string(one.at("kind").as_string()) + " " +
               std::string(one.at("words").as_string()) + " " +
               std::string(one.at("light").as_string()) + " " +
               std::string(one.at("href").as_string()) + "\n";
    return all;
}

/// As long as it is there, the report on a year is not found.
struct report_put_away {
    explicit report_put_away(std::string of_year) : year(std::move(of_year))
    {
        change("stands_for = '-" + year + "'", "stands_for = '" + year + "'");
    }
    ~report_put_away() { change("stands_for = '" + year + "'", "stands_for = '-" + year + "'"); }

    void change(std::string const& how, std::string const& which) const
    {
        auto sql = district().record().open_session(soci::access::writing);
        soci::query(*sql,
                    "update case_file set " + how + " where family = 'annual_report' and " + which)
            .run();
    }

    std::string year;
};

} // namespace

BOOST_AUTO_TEST_SUITE(standing_duties)

BOOST_AUTO_TEST_CASE(the_report_on_last_year_is_due_until_somebody_opens_it)
{
    BOOST_TEST(standing("compiler") == "");
    {
        report_put_away const away("2025");
        // the sample stands in June 2026
        BOOST_TEST(standing("compiler") == "report.opened 2025年度 red /reports/2025\n");
        // a department opens none, and is not told of it
        BOOST_TEST(standing("sponsor") == "");
    }
    BOOST_TEST(standing("compiler") == "");
}

BOOST_AUTO_TEST_SUITE_END()
