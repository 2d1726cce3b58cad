#include "adapters/soci/audit_chain.hpp"
#include "adapters/soci/audit_log.hpp"
#include "adapters/soci/audit_search.hpp"
#include "tests/adapters/record_context.hpp"

#include <thread>

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

struct context : tests::fresh_record {
    engine::instant const now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());

    audit_entry refused(std::string login, engine::instant at) const
    {
        audit_entry made{.at = at, .kind = "sign_in", .what = "password"};
        made.reason = "wrong_password";
        made.login = std::move(login);
        made.address = "127.0.0.1";
        return made;
    }
    audit_entry done(std::string login, engine::instant at) const
    {
        auto made = refused(std::move(login), at);
        made.reason.clear();
        return made;
    }
    void enter(std::vector<audit_entry> all)
    {
        audit_log log(db);
        for (auto& one : all)
            log.enter(std::move(one));
    }
    audit_examination examined() { return examine_audit(*db.open_session(access::reading)); }
    bool refuses(std::string const& statement)
    {
        try {
            tamper(statement);
            return false;
        } catch (std::exception const&) {
            return true;
        }
    }
    /// Somebody with the whole database in their hands.
    void without_guards(std::string const& statement)
    {
        unguard_audit();
        tamper(statement);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(audit_log_test, context)

BOOST_AUTO_TEST_CASE(what_is_entered_is_there_when_it_returns)
{
    audit_log log(db);
    log.enter(done("lisi", now));
    BOOST_TEST(number("select count(*) from audit_entry") == 1);
    BOOST_TEST(number("select seq from audit_entry") == 1);
    BOOST_TEST(examined().wrong == 0);
}

BOOST_AUTO_TEST_CASE(what_is_noted_is_there_at_the_latest_when_the_log_ends)
{
    {
        audit_log log(db, {.gather = 1h});
        log.note(refused("lisi", now));
        BOOST_TEST(number("select count(*) from audit_entry") == 0);
    }
    BOOST_TEST(number("select count(*) from audit_entry") == 1);
}

BOOST_AUTO_TEST_CASE(a_note_waits_no_longer_than_it_may)
{
    audit_log log(db, {.gather = 10ms});
    log.note(refused("lisi", now));
    for (int i = 0; i < 500 && number("select count(*) from audit_entry") == 0; ++i)
        std::this_thread::sleep_for(10ms);
    BOOST_TEST(number("select count(*) from audit_entry") == 1);
}

BOOST_AUTO_TEST_CASE(refusals_that_are_alike_become_one_with_their_number)
{
    {
        audit_log log(db, {.gather = 1h});
        for (int i = 0; i < 40; ++i)
            log.note(refused("lisi", now + std::chrono::seconds(i)));
        log.note(refused("wangwu", now));
        log.note(done("lisi", now));
        log.note(done("lisi", now));
    }
    BOOST_TEST(number("select count(*) from audit_entry") == 4);
    BOOST_TEST(number("select times from audit_entry where login = 'lisi' and reason <> ''") == 40);
    BOOST_TEST(examined().wrong == 0);
}

BOOST_AUTO_TEST_CASE(a_flood_is_counted_and_does_not_grow_the_log)
{
    {
        audit_log log(db, {.longest_queue = 10, .gather = 1h});
        for (int i = 0; i < 25; ++i)
            log.note(refused("name" + std::to_string(i), now));
    }
    BOOST_TEST(number("select count(*) from audit_entry") == 11);
    BOOST_TEST(number("select times from audit_entry where what = 'not_taken'") == 15);
}

BOOST_AUTO_TEST_CASE(many_at_once_make_one_chain)
{
    {
        audit_log log(db);
        std::vector<std::jthread> people;
        for (int i = 0; i < 8; ++i)
            people.emplace_back([&, i] {
                for (int n = 0; n < 10; ++n)
                    log.enter(done("person" + std::to_string(i), now));
            });
    }
    auto const found = examined();
    BOOST_TEST(found.checked == 80);
    BOOST_TEST(found.wrong == 0);
}

BOOST_AUTO_TEST_CASE(whoever_waits_for_an_entry_hears_that_it_could_not_be_written)
{
    tamper("alter table audit_entry rename to audit_elsewhere");
    audit_log log(db);
    BOOST_CHECK_THROW(log.enter(done("lisi", now)), storage_fault);
}

BOOST_AUTO_TEST_CASE(the_database_refuses_to_change_an_entry)
{
    enter({done("lisi", now), refused("lisi", now)});
    BOOST_TEST(refuses("update audit_entry set login = 'zhaoliu' where seq = 1"));
    BOOST_TEST(refuses("update audit_entry set reason = ''"));
    BOOST_TEST(
        refuses("insert or replace into audit_entry select 1, at, kind, what, reason, person,"
                " 'zhaoliu', name, role, unit, address, about, times, previous_hash, hash"
                " from audit_entry where seq = 2"));
    BOOST_TEST(refuses("insert into audit_entry select 1, at, kind, what, reason, person, login,"
                       " name, role, unit, address, about, times, previous_hash, hash from"
                       " audit_entry where seq = 2"
                       " on conflict (seq) do update set login = 'zhaoliu'"));
    BOOST_TEST(refuses("insert into audit_entry select 9, at, kind, what, reason, person,"
                       " login, name, role, unit, address, about, times, previous_hash, hash"
                       " from audit_entry where seq = 2"));
    BOOST_TEST(number("select count(*) from audit_entry where login = 'lisi'") == 2);
}

BOOST_AUTO_TEST_CASE(the_database_keeps_an_entry_for_the_declared_days)
{
    enter({done("old", now - audit_kept - 1h), done("young", now - audit_kept + 1h)});
    BOOST_TEST(refuses("delete from audit_entry"));
    BOOST_TEST(refuses("delete from audit_entry where seq = 2"));
    BOOST_TEST(number("select count(*) from audit_entry") == 2);
    BOOST_TEST(!refuses("delete from audit_entry where seq = 1"));
}

BOOST_AUTO_TEST_CASE(each_way_of_tampering_shows_in_the_chain)
{
    auto const three = [this] {
        enter({done("a", now), refused("b", now), done("c", now)});
        BOOST_TEST(examined().wrong == 0);
    };
    three();
    without_guards("update audit_entry set address = '10.0.0.1' where seq = 2");
    BOOST_TEST(examined().wrong == 1);
    tamper("update audit_entry set address = '127.0.0.1' where seq = 2");
    BOOST_TEST(examined().wrong == 0);
    tamper("update audit_entry set at = 'yesterday' where seq = 3");
    BOOST_TEST(examined().wrong == 1);
}

BOOST_AUTO_TEST_CASE(what_is_missing_shows_at_either_end_and_in_the_middle)
{
    enter({done("a", now), refused("b", now), done("c", now), done("d", now)});
    without_guards("delete from audit_entry where seq = 4");
    BOOST_TEST(examined().wrong == 1);
    tamper("update counter set reached = 3 where name = 'audit'");
    BOOST_TEST(examined().wrong == 0);
    tamper("delete from audit_entry where seq = 1");
    BOOST_TEST(examined().wrong == 1);
    tamper("update audit_entry set seq = 1 where seq = 2");
    BOOST_TEST(examined().wrong >= 1);
}

BOOST_AUTO_TEST_CASE(a_clearing_takes_the_old_ones_and_says_so_in_the_chain)
{
    enter({done("a", now - 300 * 24h), done("b", now - 200 * 24h), done("c", now - 24h)});
    auto const gone = clear_audit(db, now, audit_kept, "root");
    BOOST_TEST(gone.entries == 2);
    BOOST_TEST(gone.through == 2);
    auto const left = list_audit(db, {}, {}, 10).rows;
    BOOST_REQUIRE(left.size() == 2u);
    BOOST_TEST(left[0].what == "cleared");
    BOOST_TEST(left[0].name == "root");
    BOOST_TEST(left[1].login == "c");
    BOOST_TEST(examined().wrong == 0);

    BOOST_TEST(clear_audit(db, now, audit_kept, "root").entries == 0);
    enter({done("d", now)});
    BOOST_TEST(examined().checked == 3);
    BOOST_TEST(examined().wrong == 0);
    without_guards("delete from audit_entry where seq = 3");
    BOOST_TEST(examined().wrong > 0);
}

BOOST_AUTO_TEST_CASE(the_database_refuses_to_clear_what_is_too_young)
{
    enter({done("a", now - 100 * 24h), done("b", now)});
    BOOST_CHECK_THROW(clear_audit(db, now, std::chrono::days(50), "root"), storage_fault);
    BOOST_TEST(number("select count(*) from audit_entry") == 2);
    BOOST_TEST(examined().wrong == 0);
}

BOOST_AUTO_TEST_CASE(entries_are_found_by_person_kind_outcome_and_day)
{
    auto named = done("lisi", tests::at("2024-03-01T15:59:59.000Z")); // 23:59:59 in China
    named.name = "李四";
    auto next_day = refused("wangwu", tests::at("2024-03-01T16:00:00.000Z"));
    auto out = done("lisi", tests::at("2024-03-02T01:00:00.000Z"));
    out.kind = "sign_out";
    enter({named, next_day, out});
    auto const count = [&](audit_filter const& only) {
        return list_audit(db, only, {}, 10).rows.size();
    };
    BOOST_TEST(count({}) == 3u);
    BOOST_TEST(count({.who = "lisi"}) == 2u);
    BOOST_TEST(count({.who = "李四"}) == 1u);
    BOOST_TEST(count({.who = "li' or 1=1 --"}) == 0u);
    BOOST_TEST(count({.kind = "sign_out"}) == 1u);
    BOOST_TEST(count({.refused = true}) == 1u);
    BOOST_TEST(count({.refused = false}) == 2u);
    BOOST_TEST(count({.from = engine::parse_day("2024-03-02")}) == 2u);
    BOOST_TEST(count({.until = engine::parse_day("2024-03-01")}) == 1u);
    BOOST_TEST(count({.who = "lisi",
                      .refused = false,
                      .from = engine::parse_day("2024-03-02"),
                      .until = engine::parse_day("2024-03-02")}) == 1u);
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_gap_or_repetition)
{
    std::vector<audit_entry> all;
    for (int i = 0; i < 7; ++i)
        all.push_back(done("p" + std::to_string(i), now));
    enter(all);
    std::vector<long long> seen;
    std::optional<long long> before;
    do {
        auto const page = list_audit(db, {}, before, 3);
        for (auto const& one : page.rows)
            seen.push_back(one.seq);
        before = page.next;
    } while (before);
    std::vector<long long> const all_of_them = {7, 6, 5, 4, 3, 2, 1};
    BOOST_TEST(seen == all_of_them, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
