#include "adapters/soci/clerk.hpp"
#include "tests/adapters/record_context.hpp"

#include <future>
#include <map>

using namespace adapters::soci;
using tests::admit;
using tests::ask;
using tests::closing_of;
using tests::is;
using tests::note_on;
using tests::opening_of;

namespace {

/// Holds the clerk in its first answer until told, so that what comes after waits as one group.
class gate {
public:
    void open() { opened_.set_value(); }
    void pass() { wait_.wait(); }

private:
    std::promise<void> opened_;
    std::shared_future<void> wait_ = opened_.get_future().share();
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(clerk_test, tests::fresh_record)

BOOST_AUTO_TEST_CASE(an_admitted_act_is_on_record_when_it_is_answered)
{
    clerk taking(db, law.law());
    auto const opened = admit(taking, opening_of("first"));
    BOOST_TEST(opened.number == "SP2024-0001");
    BOOST_TEST(opened.what.seq == 1);
    admit(taking, note_on(opened.what.on, "n1"));
    reader looking(db, engine::clearance::of_the_record());
    auto const found = looking.read_case(opened.what.on);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->entry.head.version == 2);
    BOOST_TEST(found->acts.size() == 2u);
    BOOST_TEST(found->entry.summary.title == "first");
}

BOOST_AUTO_TEST_CASE(the_same_act_again_is_the_same_act)
{
    clerk taking(db, law.law());
    auto const opened = admit(taking, opening_of("once"));
    auto const again = admit(taking, opening_of("once"));
    BOOST_TEST(again.repeated);
    BOOST_TEST(again.what.hash == opened.what.hash);
    BOOST_TEST(number("select count(*) from act") == 1);
    auto other = note_on(opened.what.on, opened.what.act_id);
    BOOST_TEST(is<engine::clash>(ask(taking, other)));
}

BOOST_AUTO_TEST_CASE(an_old_screen_and_an_unknown_case_are_told)
{
    clerk taking(db, law.law());
    auto const id = admit(taking, opening_of("first")).what.on;
    admit(taking, note_on(id, "n1"));
    auto old = note_on(id, "n2");
    old.seen = 1;
    BOOST_TEST(is<engine::stale>(ask(taking, old)));
    BOOST_TEST(is<engine::not_found>(ask(taking, note_on({99}, "n3"))));
}

BOOST_AUTO_TEST_CASE(a_refused_act_leaves_nothing)
{
    clerk taking(db, law.law());
    auto const id = admit(taking, opening_of("first")).what.on;
    admit(taking, closing_of(id, "c1"));
    BOOST_TEST(is<engine::refused>(
        ask(taking, note_on(id, "n1", "late", tests::at("2024-03-04T01:00:00.000Z")))));
    BOOST_TEST(number("select count(*) from act") == 2);
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_there_cannot_be_named)
{
    clerk taking(db, law.law());
    auto const id = admit(taking, opening_of("first")).what.on;
    auto const answer =
        ask(taking, tests::note_with(id, "n1", {std::string(64, 'a'), "nothing.txt"}));
    BOOST_TEST(is<engine::malformed>(answer));
}

BOOST_AUTO_TEST_CASE(a_poisoned_submission_harms_no_other)
{
    clerk taking(db, law.law());
    auto const id = admit(taking, opening_of("first")).what.on;
    gate held;
    std::map<std::string, std::promise<outcome>> answers;
    BOOST_REQUIRE(taking.submit(note_on(id, "holds"), [&](outcome) { held.pass(); }));
    for (std::string const name : {"before", "bad", "after"}) {
        auto wish = note_on(id, name, name == "bad" ? tests::poison : "fine");
        auto& answer = answers[name];
        BOOST_REQUIRE(taking.submit(
            std::move(wish), [&answer](outcome given) { answer.set_value(std::move(given)); }));
    }
    held.open();
    auto const bad = answers["bad"].get_future().get();
    BOOST_REQUIRE(std::holds_alternative<fault>(bad));
    BOOST_TEST(std::get<fault>(bad).id.size() == 16u);
    BOOST_TEST(is<engine::admitted>(answers["before"].get_future().get()));
    BOOST_TEST(is<engine::admitted>(answers["after"].get_future().get()));
    taking.stop();
    BOOST_TEST(taking.counts().replayed_groups == 1u);
    BOOST_TEST(taking.counts().faults == 1u);
    reader looking(db, engine::clearance::of_the_record());
    auto const found = looking.read_case(id);
    BOOST_TEST(found->acts.size() == 4u);
    BOOST_TEST(found->entry.head.version == 4);
}

BOOST_AUTO_TEST_CASE(what_waits_is_committed_together)
{
    clerk taking(db, law.law(), {.longest_queue = 100, .largest_group = 10});
    auto const before = taking.counts().groups;
    gate held;
    std::atomic<int> answered = 0;
    BOOST_REQUIRE(taking.submit(opening_of("holds"), [&](outcome) { held.pass(); }));
    while (taking.counts().waiting > 0)
        std::this_thread::yield();
    for (int i = 0; i < 25; ++i)
        BOOST_REQUIRE(taking.submit(opening_of("p" + std::to_string(i)), [&](outcome given) {
            answered += is<engine::admitted>(given);
        }));
    held.open();
    taking.stop();
    BOOST_TEST(answered == 25);
    BOOST_TEST(taking.counts().groups - before == 4u);
    BOOST_TEST(number("select count(*) from case_file") == 26);
}

BOOST_AUTO_TEST_CASE(a_full_queue_takes_nothing_more)
{
    clerk taking(db, law.law(), {.longest_queue = 2});
    gate held;
    std::promise<void> reached;
    BOOST_REQUIRE(taking.submit(opening_of("holds"), [&](outcome) {
        reached.set_value();
        held.pass();
    }));
    reached.get_future().wait();
    auto const ignore = [](outcome) {};
    BOOST_TEST(taking.submit(opening_of("a"), ignore));
    BOOST_TEST(taking.submit(opening_of("b"), ignore));
    BOOST_TEST(!taking.submit(opening_of("c"), ignore));
    held.open();
    taking.stop();
    BOOST_TEST(!taking.submit(opening_of("d"), ignore));
    BOOST_TEST(number("select count(*) from case_file") == 3);
}

BOOST_AUTO_TEST_CASE(a_clerk_goes_on_after_a_storage_fault)
{
    clerk taking(db, law.law());
    auto const id = admit(taking, opening_of("first")).what.on;
    tamper("alter table outbox rename to outbox_elsewhere");
    BOOST_TEST(std::holds_alternative<fault>(ask(taking, note_on(id, "n1"))));
    tamper("alter table outbox_elsewhere rename to outbox");
    BOOST_TEST(admit(taking, note_on(id, "n1")).what.seq == 2);
    BOOST_TEST(number("select count(*) from act") == 2);
}

BOOST_AUTO_TEST_CASE(another_clerk_sees_what_the_first_entered)
{
    engine::case_id id;
    {
        clerk first(db, law.law());
        id = admit(first, opening_of("first")).what.on;
        clerk second(db, law.law());
        BOOST_TEST(admit(second, note_on(id, "n1")).what.seq == 2);
        BOOST_TEST(admit(first, note_on(id, "n2")).what.seq == 3);
        BOOST_TEST(admit(second, closing_of(id, "c1")).what.seq == 4);
    }
    reader looking(db, engine::clearance::of_the_record());
    BOOST_TEST(looking.find_case(id)->summary.closed);
}

BOOST_AUTO_TEST_CASE(readers_look_beside_the_writer)
{
    clerk taking(db, law.law());
    auto const id = admit(taking, opening_of("first")).what.on;
    reader_pool pool(db, 2);
    std::atomic<bool> over = false;
    std::atomic<long long> torn = 0;
    std::atomic<long long> looks = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&] {
            while (!over) {
                auto const found = pool.borrow(engine::clearance::of_the_record())->read_case(id);
                torn += static_cast<long long>(found->acts.size()) != found->entry.head.version;
                ++looks;
            }
        });
    for (int i = 0; i < 200 || looks < 20; ++i)
        admit(taking, note_on(id, "n" + std::to_string(i)));
    over = true;
    for (auto& one : readers)
        one.join();
    BOOST_TEST(torn == 0);
}

BOOST_AUTO_TEST_SUITE_END()
