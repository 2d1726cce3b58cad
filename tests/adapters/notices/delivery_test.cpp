#include "adapters/notices/delivery.hpp"
#include "adapters/notices/encoding.hpp"
#include "tests/adapters/notices/listeners.hpp"
#include "tests/adapters/notices/told_house.hpp"

#include <boost/json.hpp>

using namespace adapters::notices;
using namespace std::chrono_literals;
using tests::admit;

namespace {

std::string const secret(24, 's');

struct context : tests::told_house {
    context()
    {
        // what the house itself announced
        while (out.take_in(now, {}, 100) > 0) {
        }
    }

    delivery_terms terms(std::string const& mail, std::string const& webhook = {})
    {
        delivery_terms made;
        made.house = "https://juece.test";
        made.words = [](engine::text const& words) {
            auto said = words.id;
            for (auto const& one : words.args)
                said += " " + one.id;
            return said;
        };
        if (!mail.empty())
            made.mail = smtp_settings{mail, "juece@example.gov.cn"};
        if (!webhook.empty())
            made.webhook = webhook_settings{webhook, secret};
        return made;
    }
};

/// The text of a mail whose lines end in "\n".
std::string text_of(std::string const& message)
{
    auto body = message.substr(message.find("\n\n") + 2);
    std::erase(body, '\n');
    return from_base64(body).value_or("");
}

std::string header_of(std::string const& message, std::string const& name)
{
    auto const from = message.find(name + ": ") + name.size() + 2;
    return message.substr(from, message.find('\n', from) - from);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(delivery_test, context)

BOOST_AUTO_TEST_CASE(a_new_task_of_an_open_case_is_told_by_mail)
{
    tests::mail_listener server;
    delivery by(out, terms(server.address()));
    wants_mail(li, "li@example.gov.cn");
    paper("河道整治", tests::made_open);
    auto const done = by.deliver_once(now);
    BOOST_TEST(done.taken_in == 2);
    BOOST_TEST(done.sent == 1);
    auto const taken = server.taken();
    BOOST_REQUIRE(taken.size() == 1u);
    BOOST_TEST(taken[0].from.starts_with("<juece@example.gov.cn>"));
    BOOST_TEST(taken[0].to == "<li@example.gov.cn>");
    BOOST_TEST(header_of(taken[0].message, "Subject").starts_with("=?UTF-8?B?"));
    auto const text = text_of(taken[0].message);
    BOOST_TEST(text.find("河道整治") != std::string::npos);
    BOOST_TEST(text.find("https://juece.test/cases/") != std::string::npos);
    BOOST_TEST(text.find("#act-paper.closed") != std::string::npos);
    // told once
    BOOST_TEST(by.deliver_once(now + 1h).sent == 0);
    BOOST_TEST(by.counts().waiting == 0);
}

BOOST_AUTO_TEST_CASE(of_a_secret_case_mail_and_event_say_that_something_waits_and_where)
{
    tests::mail_listener server;
    tests::post_listener receiver;
    delivery by(out, terms(server.address(), receiver.address()));
    wants_mail(li, "li@example.gov.cn");
    auto const on = paper("不可外传", tests::made_secret);
    BOOST_TEST(by.deliver_once(now).sent == 3);
    auto const link = "https://juece.test/cases/" + std::to_string(on.value);
    auto const mail = server.taken().at(0);
    BOOST_TEST(header_of(mail.message, "Subject") == encoded_words("您有一项新的待办"));
    BOOST_TEST(text_of(mail.message) == "您有一项新的待办\r\n\r\n" + link + "\r\n");
    auto const events = receiver.taken();
    BOOST_REQUIRE(events.size() == 2u);
    for (auto const& one : events) {
        auto const event = boost::json::parse(one.body).as_object();
        BOOST_TEST(event.at("data").as_object() == (boost::json::object{{"link", link}}));
        BOOST_TEST(event.at("source").as_string() == link);
        BOOST_TEST(!event.contains("subject"));
        // neither the title nor the ids of the acts nor their kinds, wherever it might stand
        for (auto const* word : {"不可外传", "level-", "paper", "SP2024"})
            BOOST_TEST(one.body.find(word) == std::string::npos, word);
    }
}

BOOST_AUTO_TEST_CASE(what_became_secret_while_it_waited_leaves_the_house_as_secret)
{
    tests::mail_listener server({"451 try again later"});
    tests::post_listener receiver({500});
    delivery by(out, terms(server.address(), receiver.address()));
    wants_mail(li, "li@example.gov.cn");
    auto const on = paper("不可外传", tests::made_open);
    BOOST_TEST(by.deliver_once(now).failed == 2);
    admit(clerk, tests::note_on(on, "now-secret", tests::made_secret));
    by.deliver_once(now + 1min);
    BOOST_REQUIRE(server.taken().size() == 1u);
    BOOST_TEST(text_of(server.taken()[0].message).find("不可外传") == std::string::npos);
    auto const events = receiver.taken();
    BOOST_REQUIRE(events.size() == 4u);
    BOOST_TEST(events[0].body.find("不可外传") != std::string::npos); // it was open then
    for (std::size_t i = 1; i < events.size(); ++i)
        BOOST_TEST(events[i].body.find("不可外传") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_over_is_swept_once_an_hour_and_in_small_steps)
{
    auto chosen = terms("");
    chosen.keep = {.deliveries = 1, .read_notices = 1, .everything = 1};
    delivery by(out, std::move(chosen));
    paper("first");
    BOOST_TEST(by.deliver_once(now).swept == 0);
    BOOST_TEST(told(li) == 1);
    BOOST_TEST(by.deliver_once(now + 59min).swept == 0);
    auto const later = now + 25h;
    BOOST_TEST(by.deliver_once(later).swept > 0);
    BOOST_TEST(told(li) == 0);
    BOOST_TEST(number("select count(*) from outbox") == 0);
    // the next time in an hour
    tamper("insert into outbox (kind, body, created_at, sent_at)"
           " values ('admitted', '{}', '2024-01-01', '2024-01-01')");
    BOOST_TEST(by.deliver_once(later + 59min).swept == 0);
    BOOST_TEST(by.deliver_once(later + 1h).swept == 1);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_ready_is_asked_again_with_the_same_message_id)
{
    tests::mail_listener server({"451 try again later"});
    delivery by(out, terms(server.address()));
    wants_mail(li, "li@example.gov.cn");
    paper("first");
    auto const done = by.deliver_once(now);
    BOOST_TEST(done.failed == 1);
    BOOST_TEST(done.given_up == 0);
    BOOST_TEST(number("select count(*) from delivery where tries = 1 and fault like '%451%'") == 1);
    auto const id = out.due_letters(now + 1min, 1).at(0).about.notice;
    BOOST_TEST(by.deliver_once(now + 59s).sent == 0);
    BOOST_TEST(by.deliver_once(now + 1min).sent == 1);
    BOOST_REQUIRE(server.taken().size() == 1u);
    BOOST_TEST(header_of(server.taken()[0].message, "Message-ID") ==
               "<notice-" + std::to_string(id) + "@juece.test>");
}

BOOST_AUTO_TEST_CASE(an_event_is_posted_and_its_signature_holds)
{
    tests::post_listener receiver;
    delivery by(out, terms("", receiver.address()));
    auto const on = paper("河道整治", tests::made_open);
    BOOST_TEST(by.deliver_once(now).sent == 2);
    auto const taken = receiver.taken();
    BOOST_REQUIRE(taken.size() == 2u);
    auto headers = taken[1].headers;
    BOOST_TEST(headers["content-type"].starts_with("application/cloudevents+json"));
    BOOST_TEST(headers["webhook-id"] == "act-" + std::to_string(on.value) + "-2");
    BOOST_TEST(headers["webhook-timestamp"] == "1709258400");
    BOOST_TEST(headers["webhook-signature"] ==
               signature_of(secret, headers["webhook-id"], 1709258400, taken[1].body));
    auto const event = boost::json::parse(taken[1].body);
    BOOST_TEST(event.at("subject").as_string() == "paper.noted");
    BOOST_TEST(event.at("data").at("title").as_string() == "河道整治");
    BOOST_TEST(!event.at("data").as_object().contains("body"));
}

BOOST_AUTO_TEST_CASE(what_is_never_taken_becomes_a_dead_letter_and_can_be_sent_again)
{
    tests::post_listener receiver({500, 503, 302, 404, 500, 500});
    delivery by(out, terms("", receiver.address()));
    paper("first");
    auto at = now;
    for (auto const wait : {0s, 60s, 300s, 1800s, 7200s}) {
        at += wait;
        BOOST_TEST(by.deliver_once(at).given_up == 0);
        BOOST_TEST(by.counts().waiting == 1);
    }
    auto const last = by.deliver_once(at + 12h);
    BOOST_TEST(last.given_up == 1);
    BOOST_TEST(by.counts().waiting == 0);
    BOOST_TEST(by.counts().dead == 1);
    BOOST_TEST(receiver.calls() == 6);
    auto const dead = out.dead_letters({}, 10).rows.at(0);
    BOOST_TEST(dead.fault == "answered 500");
    BOOST_TEST(dead.failures == 6);
    BOOST_TEST(by.deliver_once(at + 240h).failed == 0);
    BOOST_TEST(out.try_again(dead.id, at + 240h));
    BOOST_TEST(by.deliver_once(at + 240h).sent == 1);
    BOOST_TEST(by.counts().dead == 0);
    // the same event each time, so that the receiver recognises it
    auto const taken = receiver.taken();
    BOOST_TEST(taken.front().body == taken.back().body);
}

BOOST_AUTO_TEST_CASE(how_often_something_is_tried_can_be_chosen)
{
    tests::post_listener receiver({500, 500});
    auto chosen = terms("", receiver.address());
    chosen.again_after = {1s};
    delivery by(out, std::move(chosen));
    paper("first");
    BOOST_TEST(by.deliver_once(now).given_up == 0);
    BOOST_TEST(by.deliver_once(now + 1s).given_up == 1);
    BOOST_TEST(by.counts().dead == 1);
}

BOOST_AUTO_TEST_CASE(one_way_out_that_fails_holds_up_no_other)
{
    tests::mail_listener server;
    std::string nobody;
    {
        tests::post_listener gone;
        nobody = gone.address();
    }
    delivery by(out, terms(server.address(), nobody));
    wants_mail(li, "li@example.gov.cn");
    paper("first");
    paper("second");
    auto const done = by.deliver_once(now);
    BOOST_TEST(done.sent == 2);   // mail
    BOOST_TEST(done.failed == 1); // the other event waits for the next step
    BOOST_TEST(by.counts().waiting == 2);
}

BOOST_AUTO_TEST_CASE(a_letter_that_is_no_longer_wanted_is_let_go)
{
    tests::mail_listener server;
    delivery by(out, terms(server.address()));
    wants_mail(li, "li@example.gov.cn");
    paper("first");
    out.take_in(now, {.mail = true}, 100);
    own.set_mail(li, {"", false});
    BOOST_TEST(by.deliver_once(now).sent == 0);
    BOOST_TEST(by.counts().waiting == 0);
    BOOST_TEST(server.calls() == 0);
}

BOOST_AUTO_TEST_CASE(what_was_not_marked_before_a_crash_is_sent_again)
{
    tests::post_listener receiver;
    paper("first");
    delivery(out, terms("", receiver.address())).deliver_once(now);
    // the mark that the crash prevented
    tamper("update delivery set state = 'waiting'");
    // another process may still be at it
    BOOST_TEST(delivery(out, terms("", receiver.address())).deliver_once(now + 1s).sent == 0);
    auto const later = now + adapters::soci::outbox::taken_for;
    BOOST_TEST(delivery(out, terms("", receiver.address())).deliver_once(later).sent == 1);
    auto const taken = receiver.taken();
    BOOST_REQUIRE(taken.size() == 2u);
    BOOST_TEST(taken[0].headers.at("webhook-id") == taken[1].headers.at("webhook-id"));
}

BOOST_AUTO_TEST_CASE(the_thread_delivers_by_itself_and_ends_when_told)
{
    tests::post_listener receiver;
    auto chosen = terms("", receiver.address());
    chosen.clock = [this] { return now; };
    delivery by(out, std::move(chosen));
    by.start();
    paper("first");
    for (int i = 0; i < 500 && receiver.calls() == 0; ++i)
        std::this_thread::sleep_for(10ms);
    by.stop();
    BOOST_TEST(receiver.calls() == 1);
    by.stop();
}

BOOST_AUTO_TEST_SUITE_END()
