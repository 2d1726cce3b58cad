#include "adapters/soci/house_register.hpp"
#include "adapters/soci/second_factors.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/authenticator.hpp"

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

struct context : tests::fresh_record {
    engine::instant const now = tests::at("2024-03-01T01:00:00.000Z");
    house_register house{db};
    second_factors factors{db, adapters::secrets::sealing_key::of(db.dir())};
    engine::person_id const li = house.add_person("lisi", "李四", "right password", now);
    engine::person_id const wang = house.add_person("wangwu", "王五", "right password", now);

    std::vector<std::string> turn_on(std::string& secret)
    {
        secret = factors.propose(li);
        auto const codes = factors.confirm(li, tests::code_of(secret, now), now);
        BOOST_TEST_REQUIRE(codes.has_value());
        return *codes;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(second_factors_test, context)

BOOST_AUTO_TEST_CASE(it_is_on_after_the_first_right_code_and_not_before)
{
    BOOST_TEST(!factors.state_of(li).on);
    auto const secret = factors.propose(li);
    BOOST_TEST(!factors.state_of(li).on);
    BOOST_TEST(*factors.proposed(li) == secret);
    BOOST_TEST(!factors.confirm(li, "000000", now));
    BOOST_TEST(!factors.confirm(wang, tests::code_of(secret, now), now));
    BOOST_TEST(!factors.state_of(li).on);
    BOOST_TEST(factors.confirm(li, tests::code_of(secret, now), now)->size() == 10u);
    auto const state = factors.state_of(li);
    BOOST_TEST(state.on);
    BOOST_TEST((state.since == now));
    BOOST_TEST(state.recovery_codes_left == 10);
    BOOST_TEST(!factors.proposed(li));
}

BOOST_AUTO_TEST_CASE(a_time_step_is_used_up_by_its_code)
{
    std::string secret;
    turn_on(secret);
    BOOST_TEST(!factors.use_code(li, tests::code_of(secret, now), now));
    auto const next = now + 30s;
    BOOST_TEST(factors.use_code(li, tests::code_of(secret, next), next));
    BOOST_TEST(!factors.use_code(li, tests::code_of(secret, next), next));
    // nor does the code of the step before serve any more
    BOOST_TEST(!factors.use_code(li, tests::code_of(secret, now), next));
}

BOOST_AUTO_TEST_CASE(a_clock_may_be_half_a_minute_wrong_and_no_more)
{
    std::string secret;
    turn_on(secret);
    auto const later = now + 1h;
    BOOST_TEST(!factors.use_code(li, tests::code_of(secret, later - 60s), later));
    BOOST_TEST(!factors.use_code(li, tests::code_of(secret, later + 60s), later));
    BOOST_TEST(factors.use_code(li, tests::code_of(secret, later - 30s), later));
    BOOST_TEST(factors.use_code(li, tests::code_of(secret, later + 30s), later));
}

BOOST_AUTO_TEST_CASE(another_persons_code_opens_nothing)
{
    std::string secret;
    auto const codes = turn_on(secret);
    auto const later = now + 1h;
    BOOST_TEST(!factors.use_code(wang, tests::code_of(secret, later), later));
    BOOST_TEST(!factors.use_recovery_code(wang, codes[0], later));
}

BOOST_AUTO_TEST_CASE(a_recovery_code_serves_once_however_it_is_typed)
{
    std::string secret;
    auto const codes = turn_on(secret);
    BOOST_TEST(codes[0].size() == 19u);
    auto typed = codes[0];
    for (auto& c : typed)
        c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    BOOST_TEST(factors.use_recovery_code(li, typed, now));
    BOOST_TEST(!factors.use_recovery_code(li, codes[0], now));
    BOOST_TEST(factors.state_of(li).recovery_codes_left == 9);
    BOOST_TEST(!factors.use_recovery_code(li, "", now));
}

BOOST_AUTO_TEST_CASE(new_recovery_codes_take_the_place_of_the_old)
{
    std::string secret;
    auto const old = turn_on(secret);
    auto const fresh = factors.renew_recovery_codes(li);
    BOOST_TEST(!factors.use_recovery_code(li, old[0], now));
    BOOST_TEST(factors.use_recovery_code(li, fresh[0], now));
}

BOOST_AUTO_TEST_CASE(a_new_authenticator_takes_over_with_its_first_code)
{
    std::string first;
    turn_on(first);
    auto const second = factors.propose(li);
    auto const later = now + 1h;
    BOOST_TEST(factors.use_code(li, tests::code_of(first, later), later));
    BOOST_TEST(!factors.use_code(li, tests::code_of(second, later + 30s), later + 30s));
    BOOST_TEST(factors.confirm(li, tests::code_of(second, later), later).has_value());
    auto const last = later + 1h;
    BOOST_TEST(!factors.use_code(li, tests::code_of(first, last), last));
    BOOST_TEST(factors.use_code(li, tests::code_of(second, last), last));
}

BOOST_AUTO_TEST_CASE(turned_off_nothing_is_left)
{
    std::string secret;
    auto const codes = turn_on(secret);
    factors.turn_off(li);
    BOOST_TEST(!factors.state_of(li).on);
    BOOST_TEST(!factors.use_code(li, tests::code_of(secret, now + 1h), now + 1h));
    BOOST_TEST(!factors.use_recovery_code(li, codes[0], now));
}

BOOST_AUTO_TEST_CASE(neither_secrets_nor_recovery_codes_stand_in_the_database)
{
    std::string secret;
    auto const codes = turn_on(secret);
    BOOST_TEST(
        number("select count(*) from second_factor where secret like '%" + codes[0] + "%'") == 0);
    BOOST_TEST(number("select count(*) from recovery_code where code_hash = '" + codes[0] + "'") ==
               0);
    BOOST_TEST(number("select length(secret) from second_factor") == 2 * (12 + 20 + 16));
}

BOOST_AUTO_TEST_CASE(a_secret_moved_to_another_person_opens_for_nobody)
{
    std::string secret;
    turn_on(secret);
    tamper("insert into second_factor select " + std::to_string(wang.value) +
           ", secret, waiting, since, 0 from second_factor");
    BOOST_CHECK_THROW(factors.use_code(wang, tests::code_of(secret, now + 1h), now + 1h),
                      storage_fault);
}

BOOST_AUTO_TEST_SUITE_END()
