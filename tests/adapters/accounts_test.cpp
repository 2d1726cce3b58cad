#include "adapters/soci/accounts.hpp"
#include "tests/adapters/staffed_house.hpp"

#include <stdexcept>

using namespace adapters::soci;

namespace {

auto const is_clash = [](storage_fault const& e) { return e.is == storage_fault::sort::clash; };

} // namespace

BOOST_FIXTURE_TEST_SUITE(accounts_test, tests::staffed_house)

BOOST_AUTO_TEST_CASE(a_password_is_kept_as_argon2id_and_never_as_itself)
{
    auto const one = hash_password("right password");
    auto const two = hash_password("right password");
    BOOST_TEST(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    BOOST_TEST(one != two);
    BOOST_TEST(verify_password(one, "right password"));
    BOOST_TEST(!verify_password(one, "wrong password"));
    BOOST_TEST(!verify_password(one, std::string(10'000, 'x')));
    BOOST_CHECK_THROW(hash_password(""), std::invalid_argument);
    BOOST_CHECK_THROW(hash_password(std::string(257, 'x')), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(what_was_added_is_found)
{
    BOOST_TEST(people.organs().size() == 1u);
    BOOST_TEST(people.organs()[0].place == "gd");
    BOOST_TEST(people.units().size() == 2u);
    BOOST_TEST(people.find_unit("law")->name == "司法局");
    BOOST_TEST(!people.find_unit("none"));
    BOOST_TEST(people.find_person(li)->login == "lisi");
    BOOST_TEST((people.find_person("lisi")->id == li));
    BOOST_TEST(!people.find_person("nobody"));
    BOOST_TEST(people.persons().size() == 1u);
    BOOST_TEST(people.appointments().size() == 1u);
}

BOOST_AUTO_TEST_CASE(nothing_is_added_twice_or_to_nothing)
{
    BOOST_CHECK_EXCEPTION(house.add_unit({"law", "again", "440000"}, now), storage_fault, is_clash);
    BOOST_CHECK_EXCEPTION(house.add_unit({"x", "x", "nowhere"}, now), storage_fault, is_clash);
    BOOST_CHECK_EXCEPTION(house.add_person("lisi", "李四", "right password", now), storage_fault,
                          is_clash);
    BOOST_CHECK_EXCEPTION(house.add_appointment(post("reviewer", "nowhere"), now), storage_fault,
                          is_clash);
}

BOOST_AUTO_TEST_CASE(an_appointment_holds_from_its_first_to_its_last_day)
{
    house.add_appointment(post("reviewer", "law", "2024-03-02", "2024-03-04"), now);
    auto const held = [&](char const* on) {
        return people.appointments_of(li, engine::parse_day(on)).size();
    };
    BOOST_TEST(held("2024-03-01") == 1u);
    BOOST_TEST(held("2024-03-02") == 2u);
    BOOST_TEST(held("2024-03-04") == 2u);
    BOOST_TEST(held("2024-03-05") == 1u);
    house.end_appointment(first_post, *engine::parse_day("2024-03-06"), now);
    BOOST_TEST(held("2024-03-06") == 1u);
    BOOST_TEST(held("2024-03-07") == 0u);
    BOOST_CHECK_THROW(house.end_appointment(999, *engine::parse_day("2024-03-06"), now),
                      not_entered);
}

BOOST_AUTO_TEST_CASE(a_right_password_is_right)
{
    auto const found = people.check_password("lisi", "right password", now);
    BOOST_TEST(found.right);
    BOOST_TEST((found.who->id == li));
    BOOST_TEST(!found.locked_until);
}

BOOST_AUTO_TEST_CASE(a_wrong_name_and_a_wrong_password_are_no_way_in)
{
    BOOST_TEST(!people.check_password("nobody", "right password", now).who);
    BOOST_TEST(!people.check_password("lisi", "wrong password", now).right);
    BOOST_TEST(!people.check_password("' or 1=1 --", "x", now).right);
    BOOST_TEST(!people.check_password("lisi", "", now).right);
}

BOOST_AUTO_TEST_CASE(the_lock_grows_with_each_failure)
{
    for (int i = 0; i < accounts::free_failures; ++i)
        BOOST_TEST(!people.check_password("lisi", "wrong password", now).locked_until);
    auto found = people.check_password("lisi", "right password", now);
    BOOST_TEST(!found.right);
    BOOST_REQUIRE(found.locked_until);
    auto const first_end = *found.locked_until;
    BOOST_TEST((first_end == now + accounts::first_lock));

    BOOST_TEST(!people.check_password("lisi", "wrong password", first_end).locked_until);
    found = people.check_password("lisi", "right password", first_end);
    BOOST_REQUIRE(found.locked_until);
    auto const second_end = *found.locked_until;
    BOOST_TEST((second_end == first_end + 2 * accounts::first_lock));
    BOOST_TEST(people.check_password("lisi", "right password", second_end).right);
}

BOOST_AUTO_TEST_CASE(a_name_that_nobody_has_is_locked_at_the_same_attempt_and_for_as_long)
{
    auto at = now;
    for (int lock = 0; lock < 3; ++lock) {
        auto known = people.check_password("lisi", "wrong password", at);
        auto unknown = people.check_password("lisl", "wrong password", at);
        for (; !known.locked_until; known = people.check_password("lisi", "wrong password", at)) {
            BOOST_TEST(!unknown.locked_until);
            unknown = people.check_password("lisl", "wrong password", at);
        }
        BOOST_TEST(!unknown.who);
        BOOST_REQUIRE(unknown.locked_until);
        BOOST_TEST((unknown.locked_until == known.locked_until));
        at = *known.locked_until;
    }
}

BOOST_AUTO_TEST_CASE(who_gets_a_name_that_was_tried_before_is_not_locked)
{
    for (int i = 0; i <= accounts::free_failures; ++i)
        people.check_password("new", "a guess", now);
    house.add_person("new", "新人", "a chosen password", now);
    BOOST_TEST(people.check_password("new", "a chosen password", now).right);
}

BOOST_AUTO_TEST_CASE(a_right_password_does_not_wipe_out_the_failures_before_it)
{
    for (int i = 0; i < accounts::free_failures - 1; ++i)
        people.check_password("lisi", "wrong password", now);
    BOOST_TEST(people.check_password("lisi", "right password", now).right);
    BOOST_TEST(people.check_password("lisi", "right password", now).right);
    people.check_password("lisi", "wrong password", now);
    BOOST_TEST(people.check_password("lisi", "right password", now).locked_until.has_value());
    people.forget_failures(li);
    BOOST_TEST(people.check_password("lisi", "right password", now).right);
    people.check_password("lisi", "wrong password", now);
    BOOST_TEST(people.check_password("lisi", "right password", now).right);
}

BOOST_AUTO_TEST_CASE(codes_and_passwords_share_their_failures)
{
    for (int i = 0; i < accounts::free_failures; ++i)
        BOOST_TEST(!people.count_attempt(li, now));
    BOOST_TEST(people.count_attempt(li, now).has_value());
    BOOST_TEST(people.check_password("lisi", "right password", now).locked_until.has_value());
}

BOOST_AUTO_TEST_CASE(who_has_no_password_does_not_come_in_by_one)
{
    house.add_person("new", "新人", "", now);
    for (auto const* guess : {"", "nobody has this password", "new"})
        BOOST_TEST(!people.check_password("new", guess, now).right);
    BOOST_TEST(people.set_password(people.find_person("new")->id, "a chosen password"));
    BOOST_TEST(people.check_password("new", "a chosen password", now).right);
}

BOOST_AUTO_TEST_CASE(another_password_takes_the_place_of_the_first_and_ends_a_lock)
{
    for (int i = 0; i < accounts::free_failures; ++i)
        people.check_password("lisi", "wrong password", now);
    BOOST_TEST(people.set_password(li, "another password"));
    BOOST_TEST(!people.check_password("lisi", "right password", now).right);
    BOOST_TEST(people.check_password("lisi", "another password", now).right);
}

BOOST_AUTO_TEST_SUITE_END()
