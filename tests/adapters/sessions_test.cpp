#include "adapters/soci/sessions.hpp"
#include "tests/adapters/staffed_house.hpp"

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

struct context : tests::staffed_house {
    sessions kept{db};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sessions_test, context)

BOOST_AUTO_TEST_CASE(a_session_is_found_by_its_token_and_kept_without_it)
{
    auto const fresh = kept.start(li, first_post, now);
    BOOST_TEST(fresh.token.size() == 43u);
    auto const live = kept.find(fresh.token, now + 1s);
    BOOST_REQUIRE(live);
    BOOST_TEST((live->who.id == li));
    BOOST_TEST(live->as.id == first_post);
    BOOST_TEST(live->csrf == fresh.csrf);
    auto const who = acting(live->who, live->as);
    BOOST_TEST(who.role == "sponsor_clerk");
    BOOST_TEST(who.unit == "water");
    BOOST_TEST(who.name == "李四");
    BOOST_TEST(number("select count(*) from session where token_hash = '" + fresh.token + "'") ==
               0);
    BOOST_TEST(!kept.find("", now));
    BOOST_TEST(!kept.find("made up", now));
    BOOST_TEST(!kept.find(session_id(fresh.token), now));
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_idle_and_in_any_case)
{
    auto const token = kept.start(li, first_post, now).token;
    BOOST_TEST(kept.find(token, now + 59min).has_value());
    BOOST_TEST(kept.find(token, now + 118min).has_value());
    BOOST_TEST(!kept.find(token, now + 179min));
    auto const busy = kept.start(li, first_post, now).token;
    for (auto later = 0min; later < 12h; later += 30min)
        BOOST_TEST(kept.find(busy, now + later).has_value());
    BOOST_TEST(!kept.find(busy, now + 12h));
    BOOST_TEST(kept.clear(now + 12h) == 2);
}

BOOST_AUTO_TEST_CASE(a_session_outlives_days_by_which_the_clock_of_the_house_is_set_forward)
{
    auto ahead = 0h;
    sessions practising(db, {},
                        [&] { return std::chrono::duration_cast<std::chrono::days>(ahead); });
    auto const token = practising.start(li, first_post, now).token;
    ahead = 72h;
    auto const live = practising.find(token, now + ahead + 59min);
    BOOST_REQUIRE(live);
    BOOST_TEST((live->created_at == now + ahead));
    BOOST_TEST((practising.list(li, now + ahead + 59min).front().created_at == now + ahead));
    BOOST_TEST(practising.clear(now + ahead + 59min) == 0);
    BOOST_TEST(!practising.find(token, now + ahead + 179min));
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_it_is_ended_and_with_its_password)
{
    auto const one = kept.start(li, first_post, now).token;
    auto const two = kept.start(li, first_post, now).token;
    kept.end(one);
    BOOST_TEST(!kept.find(one, now));
    BOOST_TEST(kept.find(two, now).has_value());
    BOOST_TEST(people.set_password(li, "another password"));
    BOOST_TEST(!kept.find(two, now));
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_the_person_may_not_sign_in_any_more)
{
    auto const token = kept.start(li, first_post, now).token;
    house.set_may_sign_in(li, false, now);
    house.set_may_sign_in(li, true, now);
    BOOST_TEST(!kept.find(token, now));
}

BOOST_AUTO_TEST_CASE(people_see_where_they_are_signed_in_and_nobody_else_does)
{
    auto const wang = house.add_person("wang", "王五", "right password", now);
    auto const desk = kept.start(li, first_post, now, {"password", "10.0.0.1", "Firefox/115"});
    auto const phone =
        kept.start(li, first_post, now + 1min, {"code", "10.0.0.2", std::string(1'000, 'x')});
    auto const all = kept.list(li, now + 2min);
    BOOST_REQUIRE(all.size() == 2u);
    BOOST_TEST(all[0].id == session_id(phone.token));
    BOOST_TEST(all[0].from.agent.size() == longest_agent);
    BOOST_TEST(all[1].from.way == "password");
    BOOST_TEST(all[1].from.address == "10.0.0.1");
    BOOST_TEST(all[1].from.agent == "Firefox/115");
    BOOST_TEST((all[1].created_at == now));
    BOOST_TEST(kept.list(wang, now).empty());
    BOOST_TEST(kept.list(li, now + 61min).size() == 0u);
}

BOOST_AUTO_TEST_CASE(people_end_their_own_sessions_only)
{
    auto const wang = house.add_person("wang", "王五", "right password", now);
    auto const here = kept.start(li, first_post, now).token;
    auto const there = kept.start(li, first_post, now).token;
    auto const elsewhere = kept.start(li, first_post, now).token;
    BOOST_TEST(!kept.end_one(wang, session_id(there)));
    BOOST_TEST(kept.end_one(li, session_id(there)));
    BOOST_TEST(!kept.find(there, now));
    BOOST_TEST(kept.end_others(wang, here) == 0);
    BOOST_TEST(kept.end_others(li, here) == 1);
    BOOST_TEST(kept.find(here, now).has_value());
    BOOST_TEST(!kept.find(elsewhere, now));
}

BOOST_AUTO_TEST_CASE(a_person_changes_between_their_own_posts_only)
{
    auto const second = house.add_appointment(post("reviewer", "law"), now);
    auto const over =
        house.add_appointment(post("executor", "law", "2023-01-01", "2023-12-31"), now);
    auto foreign = post("auditor", "law");
    foreign.who = house.add_person("wang", "王五", "right password", now);
    auto const other = house.add_appointment(foreign, now);
    auto const token = kept.start(li, first_post, now).token;
    BOOST_TEST(kept.use_appointment(token, second, now));
    BOOST_TEST(kept.find(token, now)->as.role == "reviewer");
    BOOST_TEST(!kept.use_appointment(token, over, now));
    BOOST_TEST(!kept.use_appointment(token, other, now));
    house.end_appointment(second, engine::legal_day(now), now);
    BOOST_TEST(kept.find(token, now)->as.role == "reviewer");
    auto const tomorrow = now + std::chrono::hours(24);
    auto const then = kept.find(kept.start(li, second, tomorrow).token, tomorrow);
    BOOST_TEST_REQUIRE(then.has_value());
    BOOST_TEST(then->as.role == "sponsor_clerk");
}

BOOST_AUTO_TEST_SUITE_END()
