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
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(own_notices_test, context)

BOOST_AUTO_TEST_CASE(notices_come_newest_first_and_page_by_page)
{
    for (auto const* title : {"a", "b", "c"})
        tell(title);
    auto const first = own.list(li, {}, 2);
    BOOST_REQUIRE(first.rows.size() == 2u);
    BOOST_TEST(first.rows[0].id > first.rows[1].id);
    BOOST_REQUIRE(first.next);
    auto const last = own.list(li, first.next, 2);
    BOOST_TEST(last.rows.size() == 1u);
    BOOST_TEST(!last.next);
}

BOOST_AUTO_TEST_CASE(what_came_after_the_page_was_shown_stays_unread)
{
    tell("a");
    auto const shown = own.list(li, {}, 10).rows.at(0).id;
    tell("b");
    BOOST_TEST(own.count_unread(li) == 2);
    own.read_all(li, shown, now);
    BOOST_TEST(own.count_unread(li) == 1);
    BOOST_TEST(own.list(li, {}, 10).rows.at(0).is_unread);
    BOOST_TEST(!own.list(li, {}, 10).rows.at(1).is_unread);
    BOOST_TEST(own.count_unread(wang) == 2); // others read for themselves
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
