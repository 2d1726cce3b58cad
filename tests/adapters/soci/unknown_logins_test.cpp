#include "adapters/soci/accounts.hpp"
#include "adapters/soci/unknown_logins.hpp"

#include <boost/test/unit_test.hpp>

using adapters::soci::accounts;
using adapters::soci::unknown_logins;

namespace {

struct context {
    engine::instant const now = *engine::parse_instant("2024-03-01T01:00:00.000Z");
    unknown_logins names{2};

    void fail_often(std::string const& login)
    {
        for (int i = 0; i < accounts::free_failures; ++i)
            BOOST_TEST(!names.count_failure(login, now));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(unknown_logins_test, context)

BOOST_AUTO_TEST_CASE(a_name_is_locked_for_itself_and_longer_each_time)
{
    fail_often("zhangsan");
    auto const first_end = now + accounts::first_lock;
    BOOST_TEST((names.locked_until("zhangsan", now) == first_end));
    BOOST_TEST((names.count_failure("zhangsan", now) == first_end));
    BOOST_TEST(!names.locked_until("wangwu", now));
    BOOST_TEST(!names.locked_until("zhangsan", first_end));
    BOOST_TEST(!names.count_failure("zhangsan", first_end));
    BOOST_TEST((names.locked_until("zhangsan", first_end) == first_end + 2 * accounts::first_lock));
}

BOOST_AUTO_TEST_CASE(the_oldest_of_too_many_names_is_forgotten)
{
    fail_often("zhangsan");
    fail_often("wangwu");
    fail_often("zhaoliu");
    BOOST_TEST(!names.locked_until("zhangsan", now));
    BOOST_TEST(names.locked_until("wangwu", now).has_value());
    BOOST_TEST(names.locked_until("zhaoliu", now).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
