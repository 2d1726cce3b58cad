#include "adapters/soci/accounts.hpp"
#include "tests/adapters/record_context.hpp"

#include <stdexcept>

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

struct context : tests::sqlite_record {
    engine::instant const now = tests::at("2024-03-01T01:00:00.000Z");
    accounts people{db};
    house_register house{db};
    engine::person_id li;
    long long first_post = 0;

    context()
    {
        house.add_organ({"440000", "某区", "county", "gd", ""}, now);
        house.add_unit({"water", "水务局", "440000"}, now);
        house.add_unit({"law", "司法局", "440000"}, now);
        li = house.add_person("lisi", "李四", "right password", now);
        first_post = house.add_appointment(post("sponsor_clerk", "water"), now);
    }

    appointment post(std::string const& role, std::string const& unit,
                     std::string const& from = "2024-01-01", std::string const& until = {})
    {
        appointment one;
        one.who = li;
        one.role = role;
        one.unit = unit;
        one.from = *engine::parse_day(from);
        one.until = engine::parse_day(until);
        return one;
    }
};

auto const is_clash = [](storage_fault const& e) { return e.is == storage_fault::sort::clash; };

template <class T>
bool is(sign_in_answer const& answer)
{
    return std::holds_alternative<T>(answer);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(accounts_test, context)

BOOST_AUTO_TEST_CASE(a_password_is_kept_as_argon2id_and_never_as_itself)
{
    auto const one = hash_password("right password");
    auto const two = hash_password("right password");
    BOOST_TEST(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    BOOST_TEST(one != two);
    BOOST_TEST(verify_password(one, "right password"));
    BOOST_TEST(!verify_password(one, "wrong password"));
    BOOST_TEST(!verify_password(one, std::string(10'000, 'x')));
    BOOST_CHECK_THROW(hash_password("short"), std::invalid_argument);
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
    BOOST_TEST(house.end_appointment(first_post, *engine::parse_day("2024-02-01"), now));
    BOOST_TEST(held("2024-03-01") == 0u);
    BOOST_TEST(!house.end_appointment(999, *engine::parse_day("2024-02-01"), now));
}

BOOST_AUTO_TEST_CASE(a_right_password_starts_a_session)
{
    auto const answer = people.sign_in("lisi", "right password", now);
    BOOST_REQUIRE(is<signed_in>(answer));
    auto const& given = std::get<signed_in>(answer);
    BOOST_TEST(given.session.token.size() == 43u);
    auto const live = people.find_session(given.session.token, now + 1s);
    BOOST_REQUIRE(live);
    BOOST_TEST((live->who.id == li));
    BOOST_TEST(live->as.id == first_post);
    BOOST_TEST(live->csrf == given.session.csrf);
    auto const who = acting(live->who, live->as);
    BOOST_TEST(who.role == "sponsor_clerk");
    BOOST_TEST(who.unit == "water");
    BOOST_TEST(who.name == "李四");
    BOOST_TEST(number("select count(*) from session where token_hash = '" + given.session.token +
                      "'") == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_name_and_a_wrong_password_are_answered_alike)
{
    BOOST_TEST(is<wrong_credentials>(people.sign_in("nobody", "right password", now)));
    BOOST_TEST(is<wrong_credentials>(people.sign_in("lisi", "wrong password", now)));
    BOOST_TEST(is<wrong_credentials>(people.sign_in("' or 1=1 --", "x", now)));
}

BOOST_AUTO_TEST_CASE(the_lock_grows_with_each_failure)
{
    for (int i = 0; i < accounts::free_failures; ++i)
        BOOST_TEST(is<wrong_credentials>(people.sign_in("lisi", "wrong password", now)));
    auto answer = people.sign_in("lisi", "right password", now);
    BOOST_REQUIRE(is<locked_out>(answer));
    auto const first_end = std::get<locked_out>(answer).until;
    BOOST_TEST((first_end == now + accounts::first_lock));

    BOOST_TEST(is<wrong_credentials>(people.sign_in("lisi", "wrong password", first_end)));
    answer = people.sign_in("lisi", "right password", first_end);
    BOOST_REQUIRE(is<locked_out>(answer));
    auto const second_end = std::get<locked_out>(answer).until;
    BOOST_TEST((second_end == first_end + 2 * accounts::first_lock));

    BOOST_TEST(is<signed_in>(people.sign_in("lisi", "right password", second_end)));
    BOOST_TEST(is<wrong_credentials>(people.sign_in("lisi", "wrong password", second_end)));
    BOOST_TEST(is<signed_in>(people.sign_in("lisi", "right password", second_end)));
}

BOOST_AUTO_TEST_CASE(a_person_without_a_post_does_not_come_in)
{
    house.end_appointment(first_post, *engine::parse_day("2024-02-01"), now);
    BOOST_TEST(is<no_appointment>(people.sign_in("lisi", "right password", now)));
    house.add_appointment(post("reviewer", "law"), now);
    house.set_may_sign_in(li, false, now);
    BOOST_TEST(is<no_appointment>(people.sign_in("lisi", "right password", now)));
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_idle_and_in_any_case)
{
    auto const token = people.start_session(li, first_post, now).token;
    BOOST_TEST(people.find_session(token, now + 59min).has_value());
    BOOST_TEST(people.find_session(token, now + 118min).has_value());
    BOOST_TEST(!people.find_session(token, now + 179min));
    auto const busy = people.start_session(li, first_post, now).token;
    for (auto later = 0min; later < 12h; later += 30min)
        BOOST_TEST(people.find_session(busy, now + later).has_value());
    BOOST_TEST(!people.find_session(busy, now + 12h));
    BOOST_TEST(people.clear_sessions(now + 12h) == 2);
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_it_is_ended)
{
    auto const one = people.start_session(li, first_post, now).token;
    auto const two = people.start_session(li, first_post, now).token;
    people.end_session(one);
    BOOST_TEST(!people.find_session(one, now));
    BOOST_TEST(people.find_session(two, now).has_value());
    BOOST_TEST(people.set_password(li, "another password"));
    BOOST_TEST(!people.find_session(two, now));
    BOOST_TEST(is<wrong_credentials>(people.sign_in("lisi", "right password", now)));
    BOOST_TEST(is<signed_in>(people.sign_in("lisi", "another password", now)));
    BOOST_TEST(!people.find_session("", now));
    BOOST_TEST(!people.find_session("made up", now));
}

BOOST_AUTO_TEST_CASE(a_person_changes_between_their_own_posts_only)
{
    auto const second = house.add_appointment(post("reviewer", "law"), now);
    auto const over =
        house.add_appointment(post("executor", "law", "2023-01-01", "2023-12-31"), now);
    auto foreign = post("auditor", "law");
    foreign.who = house.add_person("wang", "王五", "right password", now);
    auto const other = house.add_appointment(foreign, now);
    auto const token = people.start_session(li, first_post, now).token;
    BOOST_TEST(people.use_appointment(token, second, now));
    BOOST_TEST(people.find_session(token, now)->as.role == "reviewer");
    BOOST_TEST(!people.use_appointment(token, over, now));
    BOOST_TEST(!people.use_appointment(token, other, now));
    house.end_appointment(second, *engine::parse_day("2024-02-01"), now);
    BOOST_TEST(people.find_session(token, now)->as.role == "sponsor_clerk");
}

BOOST_AUTO_TEST_SUITE_END()
