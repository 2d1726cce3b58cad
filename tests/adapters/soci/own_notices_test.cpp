#include "adapters/soci/own_notices.hpp"
#include "tests/adapters/notices/told_house.hpp"

using namespace adapters::soci;
using namespace std::chrono_literals;

namespace {

struct context : tests::told_house {
    void tell(std::string const& title)
    {
        paper(title);
        while (out.take_in(now, {}, 100) > 0) {
        }
    }
    long long unread(engine::clearance who) { return reader(db, who).count_unread_notices(100); }

    /// Enters an act of the administration and tells of it, by mail too.
    void administer(std::string kind, boost::json::object body)
    {
        BOOST_REQUIRE(std::holds_alternative<engine::admitted>(
            keeping.enter(std::move(kind), std::move(body), now)));
        while (out.take_in(now, {.mail = true}, 100) > 0) {
        }
    }
    /// A document of the house.
    boost::json::object letter_of_authority()
    {
        std::string const hash(64, 'a');
        accounts(db).note_document(hash, 1, "text/plain", "委托书.txt", zhang, now);
        return {{"hash", hash}, {"name", "委托书"}};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(own_notices_test, context)

BOOST_AUTO_TEST_CASE(notices_come_newest_first_and_page_by_page)
{
    for (auto const* title : {"a", "b", "c"})
        tell(title);
    auto const first = own.list(seeing(li), {}, 2);
    BOOST_REQUIRE(first.rows.size() == 2u);
    BOOST_TEST(first.rows[0].id > first.rows[1].id);
    BOOST_REQUIRE(first.next);
    auto const last = own.list(seeing(li), first.next, 2);
    BOOST_TEST(last.rows.size() == 1u);
    BOOST_TEST(!last.next);
}

BOOST_AUTO_TEST_CASE(what_came_after_the_page_was_shown_stays_unread)
{
    tell("a");
    auto const shown = own.list(seeing(li), {}, 10).rows.at(0).id;
    tell("b");
    BOOST_TEST(unread(seeing(li)) == 2);
    own.read_all(seeing(li), shown, now);
    BOOST_TEST(unread(seeing(li)) == 1);
    auto const rows = own.list(seeing(li), {}, 10).rows;
    BOOST_REQUIRE(rows.size() == 2u);
    BOOST_TEST(rows[0].is_unread);
    BOOST_TEST(!rows[1].is_unread);
    BOOST_TEST(unread(seeing(wang)) == 2); // others read for themselves
}

BOOST_AUTO_TEST_CASE(a_case_above_the_clearance_is_neither_listed_nor_counted_nor_marked_as_read)
{
    tell("a");
    auto const hidden = paper("b", tests::made_secret);
    while (out.take_in(now, {}, 100) > 0) {
    }
    engine::clearance const low(engine::confidentiality::internal, li);
    BOOST_TEST(unread(low) == 1);
    BOOST_TEST(unread(seeing(li)) == 2);
    BOOST_TEST(own.list(low, {}, 10).rows.size() == 1u);
    auto const all = own.list(seeing(li), {}, 10).rows;
    BOOST_REQUIRE(all.size() == 2u);
    BOOST_TEST((all[0].on == hidden));
    own.read_all(low, all[0].id, now);
    BOOST_TEST(unread(low) == 0);
    BOOST_TEST(unread(seeing(li)) == 1); // nobody has seen it yet
    own.read_all(seeing(li), all[0].id, now);
    BOOST_TEST(unread(seeing(li)) == 0);
}

BOOST_AUTO_TEST_CASE(a_substitute_is_told_and_sees_nothing_else_of_the_administration)
{
    auto const letter = letter_of_authority();
    wants_mail(zhao, "zhao@example.gov.cn");
    administer("substitutions.set", {{"appointment", 2}, // of Li
                                     {"substitute", "zhao"},
                                     {"from", "2024-03-04"},
                                     {"until", "2024-03-08"},
                                     {"letter_of_authority", letter}});
    engine::clearance const low(engine::confidentiality::internal, zhao);
    BOOST_TEST(unread(low) == 1);
    auto const first = own.list(low, {}, 10).rows;
    BOOST_REQUIRE(first.size() == 1u);
    BOOST_TEST(first[0].kind == "news.substitution_set");
    BOOST_TEST(first[0].is_of_the_house);
    BOOST_TEST((first[0].due == engine::parse_day("2024-03-08")));
    BOOST_TEST(deliveries("mail") == 1);
    BOOST_TEST(deliveries("webhook") == 0);
    own.read_all(low, first[0].id, now);
    BOOST_TEST(unread(low) == 0);
    administer("substitutions.ended", {{"substitution", 5}, {"last_day", "2024-03-05"}});
    BOOST_TEST(own.list(low, {}, 10).rows.at(0).kind == "news.substitution_ended");
    BOOST_TEST(unread(low) == 1);
}

BOOST_AUTO_TEST_CASE(who_is_replaced_is_told_and_not_whoever_sits_in_their_place)
{
    auto const letter = letter_of_authority();
    wants_mail(li, "li@example.gov.cn");
    administer("substitutions.set", {{"appointment", 2}, // of Li
                                     {"substitute", "zhao"},
                                     {"from", "2024-03-01"}, // today: Zhao sits there already
                                     {"until", "2024-03-08"},
                                     {"letter_of_authority", letter}});
    engine::clearance const low(engine::confidentiality::internal, li);
    auto const first = own.list(low, {}, 10).rows;
    BOOST_REQUIRE(first.size() == 1u);
    BOOST_TEST(first[0].kind == "news.replaced");
    BOOST_TEST(first[0].is_of_the_house);
    BOOST_TEST((first[0].due == engine::parse_day("2024-03-08")));
    BOOST_TEST(deliveries("mail") == 1);
    BOOST_TEST(told(zhao) == 1);
    BOOST_TEST(told(wang) == 0);
    administer("substitutions.ended", {{"substitution", 5}, {"last_day", "2024-03-05"}});
    BOOST_TEST(own.list(low, {}, 10).rows.at(0).kind == "news.replaced_ended");
    BOOST_TEST(deliveries("mail") == 2);
    BOOST_TEST(told(zhao) == 2);
}

BOOST_AUTO_TEST_CASE(a_notice_of_a_task_that_is_over_is_read)
{
    auto const on = paper("a");
    auto const take_in = [&] {
        while (out.take_in(now, {}, 100) > 0) {
        }
    };
    take_in();
    BOOST_TEST(unread(seeing(li)) == 1);
    BOOST_TEST(!own.list(seeing(li), {}, 10).rows.at(0).is_over);
    // a note on the same paper leaves the task to close it waiting
    tests::admit(clerk, tests::note_on(on, "n1"));
    take_in();
    BOOST_TEST(unread(seeing(li)) == 1);
    tests::admit(clerk, tests::closing_of(on, "c1"));
    take_in();
    BOOST_TEST(unread(seeing(li)) == 0);
    auto const rows = own.list(seeing(li), {}, 10).rows;
    BOOST_REQUIRE(!rows.empty());
    for (auto const& one : rows) {
        BOOST_TEST(one.is_over);
        BOOST_TEST(!one.is_unread);
    }
}

BOOST_AUTO_TEST_CASE(counting_goes_no_further_than_asked)
{
    for (auto const* title : {"a", "b", "c"})
        tell(title);
    BOOST_TEST(reader(db, seeing(li)).count_unread_notices(2) == 2);
    BOOST_TEST(reader(db, seeing(li)).count_unread_notices(100) == 3);
    BOOST_TEST(unread(seeing(zhao)) == 0);
}

BOOST_AUTO_TEST_CASE(a_wish_for_mail_is_kept_over_the_one_before)
{
    BOOST_TEST((own.mail_of(li) == mail_wish{}));
    own.set_mail(li, {"li@example.gov.cn", true});
    own.set_mail(li, {"li@example.gov.cn", false});
    BOOST_TEST((own.mail_of(li) == mail_wish{"li@example.gov.cn", false}));
    BOOST_TEST((own.mail_of(wang) == mail_wish{}));
}

BOOST_AUTO_TEST_CASE(a_calendar_has_one_key_of_which_only_a_hash_is_kept)
{
    BOOST_TEST(!own.calendar_key_since(li));
    auto const old_key = own.renew_calendar_key(li, now);
    BOOST_TEST(old_key.size() == 43u);
    BOOST_TEST((own.owner_of_calendar(old_key) == li));
    BOOST_TEST(number("select count(*) from calendar_key where key_hash = '" + old_key + "'") == 0);
    auto const key = own.renew_calendar_key(li, now + 1h);
    BOOST_TEST(!own.owner_of_calendar(old_key));
    BOOST_TEST((own.owner_of_calendar(key) == li));
    BOOST_TEST((own.calendar_key_since(li) == now + 1h));
    BOOST_TEST(!own.owner_of_calendar("made up"));
    keeping.set_may_sign_in(li, false, now);
    BOOST_TEST(!own.owner_of_calendar(key));
    keeping.set_may_sign_in(li, true, now);
    own.drop_calendar_key(li);
    BOOST_TEST(!own.owner_of_calendar(key));
}

BOOST_AUTO_TEST_SUITE_END()
