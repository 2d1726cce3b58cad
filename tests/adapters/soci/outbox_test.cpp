#include "adapters/soci/outbox.hpp"
#include "tests/adapters/notices/told_house.hpp"

using namespace adapters::soci;
using namespace std::chrono_literals;
using tests::admit;
using tests::ask;
using tests::closing_of;
using tests::is;
using tests::note_naming;
using tests::note_on;
using tests::opening_of;

namespace {

constexpr ways_out both{.mail = true, .webhook = true};
constexpr ways_out none{};

struct context : tests::told_house {
    /// Everything that waits, with all ways open.
    void take_all(ways_out open = both) { take_all(open, now); }
    void take_all(ways_out open, engine::instant on)
    {
        while (out.take_in(on, open, 100) > 0) {
        }
    }
    /// Brings a delivery so far that it is given up.
    void give_up(long long id) { out.note_failure(id, "connection refused", {}, now + 1min); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(outbox_test, context)

BOOST_AUTO_TEST_CASE(whoever_holds_the_seat_of_a_new_task_is_told_and_nobody_else)
{
    auto const on = paper("first");
    take_all(none);
    auto const of_li = own.list(seeing(li), {}, 10).rows;
    BOOST_REQUIRE(of_li.size() == 1u);
    BOOST_TEST((of_li[0].on == on));
    BOOST_TEST(of_li[0].seq == 1);
    BOOST_TEST(of_li[0].kind == "paper.closed");
    BOOST_TEST(of_li[0].chapter == "paper");
    BOOST_TEST(!of_li[0].due.has_value()); // no limit runs before the first note
    BOOST_TEST(of_li[0].is_unread);
    BOOST_TEST(told(wang) == 1); // a task for the role in any unit
    BOOST_TEST(told(zhao) == 0);
    BOOST_TEST(told(zhang) == 0);
    BOOST_TEST(deliveries("mail") == 0);
    BOOST_TEST(deliveries("webhook") == 0);
}

BOOST_AUTO_TEST_CASE(whoever_acted_is_not_told_of_it)
{
    appoint(zhang, "department_head", "water");
    paper("first");
    take_all();
    BOOST_TEST(told(zhang) == 0);
    BOOST_TEST(told(li) == 1);
}

BOOST_AUTO_TEST_CASE(an_appointment_that_is_over_and_a_barred_person_are_not_told)
{
    auto const former = keeping.add_person("former", "前任", "", now);
    appoint(former, "department_head", "water", "2023-01-01", "2024-02-01");
    keeping.set_may_sign_in(li, false, now);
    paper("first");
    take_all();
    BOOST_TEST(told(former) == 0);
    BOOST_TEST(told(li) == 0);
    BOOST_TEST(told(wang) == 1);
}

BOOST_AUTO_TEST_CASE(two_seats_of_one_person_are_told_once)
{
    appoint(wang, "department_head", "water");
    appoint(wang, "reviewer", "water");
    paper("first");
    take_all();
    BOOST_TEST(told(wang) == 2); // two tasks, each once
}

BOOST_AUTO_TEST_CASE(a_task_that_was_done_meanwhile_is_nobody_s_news)
{
    auto const on = paper("first");
    admit(clerk, closing_of(on, "c1"));
    take_all();
    BOOST_TEST(told(li) == 0);
    BOOST_TEST(told(wang) == 0);
}

BOOST_AUTO_TEST_CASE(an_act_that_goes_on_waiting_is_not_told_again)
{
    auto const on = paper("first");
    take_all();
    admit(clerk, note_on(on, "n1"));
    admit(clerk, note_on(on, "n2"));
    take_all();
    BOOST_TEST(told(li) == 1);
}

BOOST_AUTO_TEST_CASE(an_act_that_did_not_commit_is_told_to_nobody)
{
    take_all();
    auto const on = paper("first");
    admit(clerk, closing_of(on, "c1"));
    take_all();
    auto const events = deliveries("webhook");
    wants_mail(li, "li@example.gov.cn");
    wants_mail(wang, "wang@example.gov.cn");
    // refused by the law, unreadable, and broken in the middle of the transaction
    BOOST_TEST(is<engine::refused>(ask(clerk, note_on(on, "n1"))));
    auto unreadable = opening_of("second");
    unreadable.body.erase("title");
    BOOST_TEST(!is<engine::admitted>(ask(clerk, unreadable)));
    auto const third = paper("third");
    take_all();
    auto const after_third = deliveries("webhook");
    BOOST_TEST(std::holds_alternative<fault>(ask(clerk, note_on(third, "n2", tests::poison))));
    take_all();
    BOOST_TEST(deliveries("webhook") == after_third);
    BOOST_TEST(after_third == events + 1);
    BOOST_TEST(deliveries("mail") == 2); // of the third paper
    BOOST_TEST(number("select count(*) from outbox where sent_at = ''") == 0);
}

BOOST_AUTO_TEST_CASE(the_house_s_own_administration_leaves_the_house_in_no_way)
{
    take_all();
    BOOST_TEST(deliveries("webhook") == 0);
    BOOST_TEST(number("select count(*) from notice") == 0);
    BOOST_TEST(number("select count(*) from outbox where sent_at = ''") == 0);
    BOOST_TEST(number("select count(*) from outbox") > 0);
}

BOOST_AUTO_TEST_CASE(an_announcement_that_cannot_be_read_holds_up_no_other)
{
    take_all();
    for (auto const* body :
         {"", "[]", "{}", "{\"case\":\"x\",\"seq\":1}", "{\"case\":99,\"seq\":1}"})
        tamper("insert into outbox (kind, body, created_at, sent_at) values ('admitted', '" +
               std::string(body) + "', '', '')");
    paper("first");
    take_all();
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(number("select count(*) from outbox where sent_at = ''") == 0);
}

BOOST_AUTO_TEST_CASE(what_was_imported_is_not_sent_out)
{
    wants_mail(li, "li@example.gov.cn");
    auto wish = opening_of("first");
    wish.origin = engine::entered_by_import;
    admit(clerk, wish);
    take_all();
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(deliveries("mail") == 0);
    BOOST_TEST(deliveries("webhook") == 0);
}

BOOST_AUTO_TEST_CASE(mail_goes_to_whom_it_pleases)
{
    wants_mail(li, "li@example.gov.cn");
    own.set_mail(wang, {"wang@example.gov.cn", false});
    paper("first");
    take_all();
    auto letters = out.due_letters(now, 10);
    BOOST_REQUIRE(letters.size() == 1u);
    BOOST_TEST(letters[0].address == "li@example.gov.cn");
    BOOST_TEST(letters[0].about.title == "first");
    BOOST_TEST((letters[0].about.level == engine::confidentiality::internal));
    // who changes their mind before it is sent gets none
    own.set_mail(li, {"li@example.gov.cn", false});
    letters = out.due_letters(now, 10);
    BOOST_REQUIRE(letters.size() == 1u);
    BOOST_TEST(letters[0].address == "");
}

BOOST_AUTO_TEST_CASE(an_event_tells_of_each_act_once)
{
    auto const on = paper("first");
    admit(clerk, note_on(on, "n1"));
    take_all();
    take_all();
    auto const events = out.due_events(now, 10);
    BOOST_REQUIRE(events.size() == 2u);
    BOOST_TEST(events[0].about.seq == 1);
    BOOST_TEST(events[1].about.act_id == "n1");
    BOOST_TEST(events[1].about.kind == "paper.noted");
    BOOST_TEST(events[1].about.hash.size() == 64u);
    out.note_sent(events[0].id, now);
    BOOST_TEST(out.due_events(now, 10).size() == 1u);
    BOOST_TEST(out.counts().waiting == 1);
}

BOOST_AUTO_TEST_CASE(what_failed_waits_until_its_time_and_is_given_up_at_last)
{
    paper("first");
    take_all();
    auto const id = out.due_events(now, 10).at(0).id;
    out.note_failure(id, "connection refused", now + 1min, now);
    BOOST_TEST(out.due_events(now, 10).empty());
    auto const again = out.due_events(now + 1min, 10);
    BOOST_REQUIRE(again.size() == 1u);
    BOOST_TEST(again[0].failures == 1);
    give_up(id);
    BOOST_TEST(out.due_events(now + 24h, 10).empty());
    BOOST_TEST(out.counts().waiting == 0);
    BOOST_TEST(out.counts().dead == 1);
}

BOOST_AUTO_TEST_CASE(a_dead_letter_is_tried_again_or_dropped_once)
{
    paper("first");
    paper("second");
    take_all();
    for (auto const& one : out.due_events(now, 10))
        give_up(one.id);
    auto const dead = out.dead_letters({}, 1);
    BOOST_REQUIRE(dead.rows.size() == 1u);
    BOOST_REQUIRE(dead.next);
    BOOST_TEST(dead.rows[0].way == "webhook");
    BOOST_TEST(dead.rows[0].fault == "connection refused");
    BOOST_TEST(dead.rows[0].failures == 1);
    auto const older = out.dead_letters(dead.next, 1);
    BOOST_REQUIRE(older.rows.size() == 1u);
    BOOST_TEST(!older.next);

    BOOST_TEST(out.try_again(dead.rows[0].id, now + 1h));
    BOOST_TEST(!out.try_again(dead.rows[0].id, now + 1h));
    auto const due = out.due_events(now + 1h, 10);
    BOOST_REQUIRE(due.size() == 1u);
    BOOST_TEST(due[0].failures == 0);
    BOOST_TEST(out.drop(older.rows[0].id, now + 1h));
    BOOST_TEST(!out.drop(older.rows[0].id, now + 1h));
    BOOST_TEST(!out.try_again(9'999, now));
    BOOST_TEST(out.counts().dead == 0);
}

BOOST_AUTO_TEST_CASE(what_was_sent_or_dropped_is_swept_after_its_days)
{
    paper("first");
    paper("second");
    paper("third");
    take_all();
    auto const events = out.due_events(now, 10);
    BOOST_REQUIRE(events.size() == 3u);
    out.note_sent(events[0].id, now);
    give_up(events[1].id); // a minute later
    out.drop(events[1].id, now + 1min);
    // the third still waits
    kept_days const keep{.deliveries = 30};
    BOOST_TEST(out.sweep(now + 30 * 24h, keep, 100).rows == 0);
    out.sweep(now + 30 * 24h + 1s, keep, 100);
    BOOST_TEST(deliveries("webhook") == 2);
    out.sweep(now + 30 * 24h + 2min, keep, 100);
    BOOST_TEST(deliveries("webhook") == 1);
    BOOST_TEST(out.due_events(now + 365 * 24h, 10).size() == 1u);
}

BOOST_AUTO_TEST_CASE(announcements_are_swept_once_they_were_taken_in)
{
    take_all(none);
    paper("late");
    BOOST_TEST(number("select count(*) from outbox where sent_at = ''") == 1);
    out.sweep(now + 31 * 24h, {}, 100);
    BOOST_TEST(number("select count(*) from outbox where sent_at <> ''") == 0);
    BOOST_TEST(number("select count(*) from outbox") == 1);
    take_all(none);
    BOOST_TEST(told(li) == 1); // what was not taken in lost nothing
}

BOOST_AUTO_TEST_CASE(read_notices_go_before_unread_ones)
{
    paper("first");
    take_all(none);
    own.read_all(seeing(li), 9'999, now);
    out.sweep(now + 90 * 24h, {}, 100);
    BOOST_TEST(told(li) == 1);
    out.sweep(now + 91 * 24h, {}, 100);
    BOOST_TEST(told(li) == 0);
    BOOST_TEST(told(wang) == 1); // has not read it
    out.sweep(now + 400 * 24h, {}, 100);
    BOOST_TEST(told(wang) == 1);
    out.sweep(now + 401 * 24h, {}, 100);
    BOOST_TEST(told(wang) == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_kept_longer_than_everything)
{
    paper("first");
    take_all();
    out.note_sent(out.due_events(now, 1).at(0).id, now);
    own.read_all(seeing(li), 9'999, now);
    out.sweep(now + 11 * 24h, {.deliveries = 30, .read_notices = 90, .everything = 10}, 100);
    BOOST_TEST(number("select count(*) from delivery") == 0);
    BOOST_TEST(number("select count(*) from notice") == 0);
    BOOST_TEST(number("select count(*) from outbox") == 0);
}

BOOST_AUTO_TEST_CASE(a_dead_letter_and_its_notice_stay_until_somebody_closes_it)
{
    wants_mail(li, "li@example.gov.cn");
    paper("first");
    take_all({.mail = true});
    own.read_all(seeing(li), 9'999, now);
    auto const id = out.due_letters(now, 10).at(0).id;
    give_up(id);
    auto const years_later = now + 5 * 365 * 24h;
    out.sweep(years_later, {}, 100);
    auto const dead = out.dead_letters({}, 10).rows;
    BOOST_REQUIRE(dead.size() == 1u);
    BOOST_TEST(dead[0].name == "李四"); // through its notice
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(told(wang) == 0);
    // sent again it is whole
    BOOST_TEST(out.try_again(id, years_later));
    BOOST_TEST(out.due_letters(years_later, 10).at(0).about.kind == "paper.closed");
    give_up(id);
    BOOST_TEST(out.drop(id, years_later));
    out.sweep(years_later + 1s, {}, 100);
    BOOST_TEST(told(li) == 0); // nothing waits for it any more
    BOOST_TEST(deliveries("mail") == 1);
    out.sweep(years_later + 31 * 24h, {}, 100);
    BOOST_TEST(deliveries("mail") == 0);
}

BOOST_AUTO_TEST_CASE(a_sweep_takes_no_more_than_it_may_and_says_that_more_is_over)
{
    for (auto const* title : {"a", "b", "c", "d", "e"})
        paper(title);
    take_all(none);
    own.read_all(seeing(li), 9'999, now);
    auto const later = now + 100 * 24h;
    tamper("delete from outbox");
    auto step = out.sweep(later, {}, 2);
    BOOST_TEST(step.rows == 2);
    BOOST_TEST(!step.is_done);
    out.sweep(later, {}, 2);
    step = out.sweep(later, {}, 2);
    BOOST_TEST(step.rows == 1);
    BOOST_TEST(step.is_done);
    BOOST_TEST(told(li) == 0);
    BOOST_TEST(told(wang) == 5);
    BOOST_TEST(out.sweep(later, {}, 2).rows == 0);
}

BOOST_AUTO_TEST_CASE(a_long_fault_is_cut_between_characters)
{
    paper("first");
    take_all();
    auto const id = out.due_events(now, 10).at(0).id;
    std::string words = "a";
    for (int i = 0; i < 200; ++i)
        words += "错";
    out.note_failure(id, words, {}, now);
    auto const kept = out.dead_letters({}, 1).rows.at(0).fault;
    BOOST_TEST(kept.size() == 298u);
    BOOST_TEST(words.starts_with(kept));
}

BOOST_AUTO_TEST_CASE(a_fault_is_kept_without_the_bytes_that_are_no_text)
{
    paper("first");
    take_all();
    auto const id = out.due_events(now, 10).at(0).id;
    out.note_failure(id, std::string("450 \xff\xfe later\0!", 14), {}, now);
    BOOST_TEST(out.dead_letters({}, 10).rows.at(0).fault == "450  later!");
}

BOOST_AUTO_TEST_CASE(a_task_by_name_is_told_to_that_person_alone)
{
    auto const peer = keeping.add_person("peer", "同事", "", now);
    appoint(peer, "department_head", "water");
    auto const on = paper("first");
    take_all(none);
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(told(peer) == 1);
    admit(clerk, note_naming(on, "n1", peer));
    take_all(none);
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(told(peer) == 2);
}

BOOST_AUTO_TEST_CASE(a_task_by_name_is_told_to_who_took_over_the_seat)
{
    auto const next = keeping.add_person("next", "接任", "", now);
    auto const peer = keeping.add_person("peer", "同事", "", now);
    appoint(peer, "department_head", "water");
    auto const on = paper("first");
    BOOST_REQUIRE(std::holds_alternative<engine::admitted>(keeping.enter(
        "appointments.handed_over",
        {{"login", "li"}, {"successor", "next"}, {"last_day", "2024-03-01"}, {"reason", "调任"}},
        now)));
    take_all(none, now + 24h);
    auto const before = told(next);
    admit(clerk, note_naming(on, "n1", li));
    take_all(none, now + 24h);
    BOOST_TEST(told(next) == before + 1);
    BOOST_TEST(told(peer) == 1);
    BOOST_TEST(told(li) == 0);
}

BOOST_AUTO_TEST_CASE(what_an_act_tells_is_told_each_time_though_no_task_is_new)
{
    auto const on = paper("first");
    admit(clerk, note_on(on, "n1"));
    take_all(none);
    auto const before = told(li);
    admit(clerk, note_on(on, "n2", tests::telling));
    take_all(none);
    auto const newest = own.list(seeing(li), {}, 10).rows.front();
    BOOST_TEST(told(li) == before + 1);
    BOOST_TEST(newest.kind == "news.paper_noted");
    BOOST_TEST(newest.chapter == "paper");
    BOOST_TEST(newest.seq == 3);
    BOOST_TEST((newest.due == engine::parse_day("2024-03-10")));
    BOOST_TEST(told(zhao) == 0); // a head of another unit
    admit(clerk, note_on(on, "n3", tests::telling));
    take_all(none);
    BOOST_TEST(told(li) == before + 2);
    admit(clerk, note_on(on, "n4"));
    take_all(none);
    BOOST_TEST(told(li) == before + 2);
}

BOOST_AUTO_TEST_CASE(what_an_act_tells_somebody_by_name_is_told_to_nobody_else)
{
    auto const peer = keeping.add_person("peer", "同事", "", now);
    appoint(peer, "department_head", "water");
    auto const on = paper("first");
    admit(clerk, note_naming(on, "n1", peer));
    take_all(none);
    auto const of_li = told(li);
    auto const of_peer = told(peer);
    admit(clerk, note_on(on, "n2", tests::telling));
    take_all(none);
    BOOST_TEST(told(li) == of_li);
    BOOST_TEST(told(peer) == of_peer + 1);
}

BOOST_AUTO_TEST_CASE(what_an_act_tells_goes_by_mail_and_names_nothing_of_a_secret_case)
{
    wants_mail(li, "li@example.gov.cn");
    auto const on = paper("first", tests::made_secret);
    take_all(none);
    admit(clerk, note_on(on, "n2", tests::telling));
    take_all();
    auto const letters = out.due_letters(now, 10);
    BOOST_REQUIRE(letters.size() == 1u);
    BOOST_TEST(letters[0].address == "li@example.gov.cn");
    BOOST_TEST(letters[0].about.kind == "news.paper_noted");
    auto const said = [](engine::text const& words) { return words.id; };
    auto const written = adapters::notices::letter_about(letters[0].about, "https://j", said);
    BOOST_TEST(written.subject == "您有一条新的通知");
    BOOST_TEST(written.text.find("first") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_act_that_did_not_commit_tells_nothing)
{
    auto const on = paper("first");
    take_all(none);
    auto const before = told(li);
    admit(clerk, closing_of(on, "c1"));
    BOOST_TEST(is<engine::refused>(ask(clerk, note_on(on, "n1", tests::telling))));
    auto const other = paper("second");
    take_all(none);
    auto broken = note_on(other, "n2", tests::poison);
    BOOST_TEST(std::holds_alternative<fault>(ask(clerk, broken)));
    take_all(none);
    BOOST_TEST(told(li) == before + 1); // the second paper waits; nothing else was told
}

BOOST_AUTO_TEST_SUITE_END()
