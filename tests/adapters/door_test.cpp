#include "adapters/soci/audit_search.hpp"
#include "adapters/soci/door.hpp"
#include "adapters/soci/house_register.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/authenticator.hpp"

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

template <class T>
bool is(sign_in_answer const& answer)
{
    return std::holds_alternative<T>(answer);
}

struct context : tests::fresh_record {
    engine::instant const now = tests::at("2024-03-01T01:00:00.000Z");
    accounts people{db};
    house_register house{db};
    sessions kept{db};
    second_factors factors{db, adapters::secrets::sealing_key::of(db.dir())};
    audit_log log{db};
    door front{db, people, factors, kept, log};
    engine::person_id li;
    long long post = 0;

    context()
    {
        house.add_organ({"440000", "某区", "county", "gd", ""}, now);
        house.add_unit({"water", "水务局", "440000"}, now);
        li = house.add_person("lisi", "李四", "right password", now);
        appointment as;
        as.who = li;
        as.role = "sponsor_clerk";
        as.unit = "water";
        as.from = *engine::parse_day("2024-01-01");
        post = house.add_appointment(as, now);
    }

    caller from(engine::instant at) const { return {"10.0.0.1", "Firefox/115", at}; }
    caller here() const { return from(now); }

    /// The last entry of the log, in short.
    std::string last()
    {
        auto const found = list_audit(db, {}, {}, 1).rows;
        if (found.empty())
            return {};
        auto const& one = found.front();
        return one.kind + " " + one.what + " " + one.reason + " " + one.login + " " + one.address;
    }
    /// Turns the second factor on; the secret that the phone then has.
    std::string enrol()
    {
        auto const secret = factors.propose(li);
        auto const fresh = factors.confirm(li, tests::code_of(secret, now - 1h), now - 1h);
        BOOST_TEST_REQUIRE(fresh.has_value());
        recovery = *fresh;
        return secret;
    }
    std::string step_at(engine::instant at)
    {
        auto const found = front.by_password("lisi", "right password", from(at));
        BOOST_TEST_REQUIRE(is<code_needed>(found));
        return std::get<code_needed>(found).step;
    }
    std::vector<std::string> recovery;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(door_test, context)

BOOST_AUTO_TEST_CASE(a_right_password_starts_a_session_that_the_log_knows)
{
    auto const found = front.by_password("lisi", "right password", here());
    BOOST_REQUIRE(is<signed_in>(found));
    auto const& in = std::get<signed_in>(found);
    BOOST_TEST((in.who.id == li));
    BOOST_TEST(in.as.id == post);
    auto const live = kept.find(in.session.token, now + 1s);
    BOOST_REQUIRE(live);
    BOOST_TEST(live->way == "password");
    BOOST_TEST(last() == "sign_in password  lisi 10.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_wrong_name_and_a_wrong_password_are_answered_alike_and_noted_apart)
{
    BOOST_TEST(is<wrong_credentials>(front.by_password("nobody", "right password", here())));
    // what was typed as a name may be a password
    BOOST_TEST(last() == "sign_in password unknown_login  10.0.0.1");
    BOOST_TEST(is<wrong_credentials>(front.by_password("lisi", "wrong password", here())));
    BOOST_TEST(last() == "sign_in password wrong_password lisi 10.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_lock_does_not_tell_which_names_there_are)
{
    for (int i = 0; i < accounts::free_failures; ++i)
        for (auto const* name : {"nobody", "lisi"})
            BOOST_TEST(is<wrong_credentials>(front.by_password(name, "wrong password", here())));
    auto const known = front.by_password("lisi", "wrong password", here());
    BOOST_REQUIRE(is<locked_out>(known));
    BOOST_TEST(last() == "sign_in password locked lisi 10.0.0.1");
    auto const unknown = front.by_password("nobody", "wrong password", here());
    BOOST_REQUIRE(is<locked_out>(unknown));
    BOOST_TEST((std::get<locked_out>(unknown).until == std::get<locked_out>(known).until));
    BOOST_TEST(last() == "sign_in password unknown_login  10.0.0.1");
}

BOOST_AUTO_TEST_CASE(no_secret_is_in_the_log)
{
    front.by_password("right password", "lisi", here());
    front.by_password("lisi", "wrong password", here());
    auto const secret = enrol();
    auto const step = step_at(now);
    front.by_code(step, "123456", here());
    front.by_code(step, recovery[0], here());
    auto const link = front.make_link(li, now, 24h);
    front.by_link(link, "a newly chosen one", here());
    for (auto const& hidden :
         {std::string("right password"), std::string("wrong password"), std::string("123456"),
          recovery[0], step, link, std::string("a newly chosen one")})
        BOOST_TEST(number("select count(*) from audit_entry where login || name || about || what ||"
                          " reason || address like '%" +
                          hidden + "%'") == 0);
}

BOOST_AUTO_TEST_CASE(too_many_failures_lock_and_are_noted)
{
    for (int i = 0; i < accounts::free_failures; ++i)
        front.by_password("lisi", "wrong password", here());
    BOOST_TEST(is<locked_out>(front.by_password("lisi", "right password", here())));
    BOOST_TEST(last() == "sign_in password locked lisi 10.0.0.1");
    auto const later = now + accounts::first_lock;
    BOOST_TEST(is<signed_in>(front.by_password("lisi", "right password", from(later))));
    BOOST_TEST(is<wrong_credentials>(front.by_password("lisi", "wrong password", from(later))));
    BOOST_TEST(is<signed_in>(front.by_password("lisi", "right password", from(later))));
}

BOOST_AUTO_TEST_CASE(a_person_without_a_post_does_not_come_in)
{
    house.end_appointment(post, engine::legal_day(now), now);
    auto const tomorrow = from(now + 24h);
    BOOST_TEST(is<no_appointment>(front.by_password("lisi", "right password", tomorrow)));
    BOOST_TEST(last() == "sign_in password no_appointment lisi 10.0.0.1");
    BOOST_TEST(is<no_appointment>(front.vouched_for("lisi", "gateway", tomorrow)));
}

BOOST_AUTO_TEST_CASE(who_is_barred_is_told_so)
{
    house.set_may_sign_in(li, false, now);
    BOOST_TEST(is<barred>(front.by_password("lisi", "right password", here())));
    BOOST_TEST(last() == "sign_in password barred lisi 10.0.0.1");
    BOOST_TEST(is<wrong_credentials>(front.by_password("lisi", "wrong password", here())));
}

BOOST_AUTO_TEST_CASE(a_link_is_handed_out_to_an_account_without_a_password_only)
{
    BOOST_TEST(!front.make_first_link(li, now, 24h).has_value());
    house.enter("people.password_reset_ordered", {{"login", "lisi"}, {"reason", "泄露"}}, now);
    auto const first = front.make_first_link(li, now, 24h);
    BOOST_TEST_REQUIRE(first.has_value());
    auto const second = front.make_first_link(li, now, 24h);
    BOOST_TEST(is<expired>(front.by_link(*first, "a newly chosen one", here())));
    BOOST_TEST(is<signed_in>(front.by_link(*second, "a newly chosen one", here())));
    BOOST_TEST(!front.make_first_link(li, now, 24h).has_value());
}

BOOST_AUTO_TEST_CASE(the_password_that_a_reset_took_away_is_not_chosen_again)
{
    for (int resets = 0; resets < 2; ++resets)
        house.enter("people.password_reset_ordered", {{"login", "lisi"}, {"reason", "泄露"}}, now);
    auto const link = front.make_link(li, now, 24h);
    BOOST_TEST(is<weak_password>(front.by_link(link, "right password", here())));
    BOOST_TEST(is<signed_in>(front.by_link(link, "a newly chosen one", here())));
    auto const of = kept.find(kept.start(li, post, now).token, now).value();
    BOOST_TEST(std::holds_alternative<weak_password>(
        front.change_password(of, "a newly chosen one", "a newly chosen one", here())));
}

BOOST_AUTO_TEST_CASE(a_reset_leaves_no_link_behind)
{
    auto const link = front.make_link(li, now, 24h);
    house.enter("people.password_reset_ordered", {{"login", "lisi"}, {"reason", "泄露"}}, now);
    BOOST_TEST(is<expired>(front.by_link(link, "a newly chosen one", here())));
}

BOOST_AUTO_TEST_CASE(nobody_comes_in_whom_the_log_cannot_take)
{
    tamper("alter table audit_entry rename to audit_elsewhere");
    BOOST_CHECK_THROW(front.by_password("lisi", "right password", here()), storage_fault);
    BOOST_TEST(number("select count(*) from session") == 0);
}

BOOST_AUTO_TEST_CASE(with_a_second_factor_the_password_alone_opens_nothing)
{
    auto const secret = enrol();
    auto const step = step_at(now);
    BOOST_TEST(number("select count(*) from session") == 0);
    BOOST_TEST(is<wrong_credentials>(front.by_code(step, "000000", here())));
    BOOST_TEST(last() == "sign_in code wrong_code lisi 10.0.0.1");
    auto const found = front.by_code(step, tests::code_of(secret, now), here());
    BOOST_REQUIRE(is<signed_in>(found));
    BOOST_TEST(last() == "sign_in code  lisi 10.0.0.1");
    BOOST_TEST(kept.find(std::get<signed_in>(found).session.token, now)->way == "code");
}

BOOST_AUTO_TEST_CASE(a_code_and_a_step_serve_once)
{
    auto const secret = enrol();
    auto const code = tests::code_of(secret, now);
    auto const first = step_at(now);
    auto const second = step_at(now);
    BOOST_TEST(is<signed_in>(front.by_code(first, code, here())));
    BOOST_TEST(is<wrong_credentials>(front.by_code(second, code, here())));
    auto const later = now + 30s;
    BOOST_TEST(is<expired>(front.by_code(first, tests::code_of(secret, later), from(later))));
    BOOST_TEST(is<signed_in>(front.by_code(second, tests::code_of(secret, later), from(later))));
}

BOOST_AUTO_TEST_CASE(a_step_does_not_wait_for_ever)
{
    auto const secret = enrol();
    auto const step = step_at(now);
    auto const late = now + door::step_lives;
    BOOST_TEST(is<expired>(front.by_code(step, tests::code_of(secret, late), from(late))));
    BOOST_TEST(is<expired>(front.by_code("made up", tests::code_of(secret, now), here())));
}

BOOST_AUTO_TEST_CASE(wrong_codes_lock_as_wrong_passwords_do)
{
    auto const secret = enrol();
    auto step = step_at(now);
    for (int i = 0; i < accounts::free_failures; ++i) {
        // the right password between them takes nothing back
        step = step_at(now);
        BOOST_TEST(is<wrong_credentials>(front.by_code(step, "000000", here())));
    }
    BOOST_TEST(is<locked_out>(front.by_code(step, tests::code_of(secret, now), here())));
    BOOST_TEST(is<locked_out>(front.by_password("lisi", "right password", here())));
}

BOOST_AUTO_TEST_CASE(a_recovery_code_comes_in_once)
{
    enrol();
    BOOST_TEST(is<signed_in>(front.by_code(step_at(now), recovery[3], here())));
    BOOST_TEST(last() == "sign_in recovery_code  lisi 10.0.0.1");
    BOOST_TEST(is<wrong_credentials>(front.by_code(step_at(now), recovery[3], here())));
    BOOST_TEST(is<signed_in>(front.by_code(step_at(now), recovery[4], here())));
}

BOOST_AUTO_TEST_CASE(a_link_makes_its_owner_choose_a_password_once)
{
    auto const link = front.make_link(li, now, 24h);
    BOOST_TEST(number("select count(*) from sign_in_link where token_hash = '" + link + "'") == 0);
    BOOST_TEST(front.owner_of_link(link, now)->login == "lisi");
    auto const weak = front.by_link(link, "lisi-1", here());
    BOOST_REQUIRE(is<weak_password>(weak));
    BOOST_TEST(std::get<weak_password>(weak).grounds.size() == 2u);
    BOOST_TEST(is<signed_in>(front.by_link(link, "a newly chosen one", here())));
    BOOST_TEST(is<expired>(front.by_link(link, "a newly chosen one", here())));
    BOOST_TEST(!front.owner_of_link(link, now));
    BOOST_TEST(is<signed_in>(front.by_password("lisi", "a newly chosen one", here())));
    BOOST_TEST(is<wrong_credentials>(front.by_password("lisi", "right password", here())));
}

BOOST_AUTO_TEST_CASE(a_link_is_good_for_so_long_and_until_the_next)
{
    auto const first = front.make_link(li, now, 24h);
    BOOST_TEST(!front.owner_of_link(first, now + 24h));
    auto const second = front.make_link(li, now, 24h);
    BOOST_TEST(is<expired>(front.by_link(first, "a newly chosen one", here())));
    BOOST_TEST(last() == "sign_in link expired  10.0.0.1");
    BOOST_TEST(front.owner_of_link(second, now).has_value());
}

BOOST_AUTO_TEST_CASE(a_link_does_not_go_round_the_second_factor)
{
    enrol();
    auto const link = front.make_link(li, now, 24h);
    BOOST_TEST(is<code_needed>(front.by_link(link, "a newly chosen one", here())));
    BOOST_TEST(number("select count(*) from session") == 0);
}

BOOST_AUTO_TEST_CASE(whom_a_provider_vouches_for_comes_in_if_known_here)
{
    BOOST_TEST(is<signed_in>(front.vouched_for("lisi", "openid", here())));
    BOOST_TEST(last() == "sign_in openid  lisi 10.0.0.1");
    BOOST_TEST(is<wrong_credentials>(front.vouched_for("nobody", "openid", here())));
    BOOST_TEST(last() == "sign_in openid unknown_login  10.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_new_password_asks_for_the_old_one_and_ends_every_other_session)
{
    auto const elsewhere = kept.start(li, post, now).token;
    auto const mine = kept.start(li, post, now).token;
    auto const me = *kept.find(mine, now);
    BOOST_TEST(std::holds_alternative<wrong_credentials>(
        front.change_password(me, "wrong password", "a newly chosen one", here())));
    BOOST_TEST(last() == "account password_changed wrong_password lisi 10.0.0.1");
    BOOST_TEST(std::holds_alternative<weak_password>(
        front.change_password(me, "right password", "password123", here())));
    BOOST_TEST(kept.find(elsewhere, now).has_value());
    auto const done = front.change_password(me, "right password", "a newly chosen one", here());
    BOOST_REQUIRE(std::holds_alternative<changed>(done));
    BOOST_TEST(!kept.find(elsewhere, now));
    BOOST_TEST(!kept.find(mine, now));
    BOOST_TEST(kept.find(std::get<changed>(done).session->token, now).has_value());
    BOOST_TEST(is<signed_in>(front.by_password("lisi", "a newly chosen one", here())));
}

BOOST_AUTO_TEST_CASE(turning_the_second_factor_off_asks_for_the_password)
{
    enrol();
    auto const me = *kept.find(kept.start(li, post, now).token, now);
    BOOST_TEST(std::holds_alternative<wrong_credentials>(
        front.turn_second_factor_off(me, "wrong password", here())));
    BOOST_TEST(factors.state_of(li).on);
    BOOST_TEST(std::holds_alternative<changed>(
        front.turn_second_factor_off(me, "right password", here())));
    BOOST_TEST(last() == "account second_factor_off  lisi 10.0.0.1");
    BOOST_TEST(is<signed_in>(front.by_password("lisi", "right password", here())));
}

BOOST_AUTO_TEST_SUITE_END()
