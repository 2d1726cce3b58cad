#include "adapters/soci/comment_box.hpp"
#include "adapters/soci/comment_shelf.hpp"
#include "tests/adapters/record_context.hpp"

#include <future>
#include <set>

using namespace adapters::soci;
using tests::admit;

namespace {

struct context : tests::fresh_record {
    engine::case_id on;
    context()
    {
        clerk taking(db, law.law());
        on = admit(taking, tests::opening_of("open")).what.on;
    }

    new_comment comment(std::string const& id, std::string const& words = "同意") const
    {
        return {.comment_id = id,
                .on = on,
                .notice = 1,
                .words = words,
                .receipt = "R" + id,
                .at = tests::at("2024-04-02T02:00:00.000Z")};
    }
};

comment_outcome put(comment_box& into, new_comment what)
{
    auto answer = std::make_shared<std::promise<comment_outcome>>();
    auto waiting = answer->get_future();
    BOOST_REQUIRE(into.drop(
        std::move(what), [answer](comment_outcome given) { answer->set_value(std::move(given)); }));
    return waiting.get();
}

kept_comment kept(comment_box& into, new_comment what)
{
    auto answer = put(into, std::move(what));
    BOOST_REQUIRE(std::holds_alternative<kept_comment>(answer));
    return std::get<kept_comment>(answer);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(comment_box_test, context)

BOOST_AUTO_TEST_CASE(a_comment_is_on_record_when_it_is_answered)
{
    comment_box box(db);
    auto what = comment("c0000001", "第三条应当写明期限");
    what.name = "张三";
    what.contact = "13812341234";
    what.kind = "enterprise";
    auto const answer = kept(box, what);
    BOOST_TEST(answer.number == 1);
    BOOST_TEST(answer.receipt == "Rc0000001");
    BOOST_TEST(!answer.repeated);
    reader looking(db, engine::clearance::of_the_record());
    auto const found = comment_shelf(looking).find("Rc0000001");
    BOOST_REQUIRE(found);
    BOOST_TEST(found->words == what.words);
    BOOST_TEST(found->name == "张三");
    BOOST_TEST(found->contact == "13812341234");
    BOOST_TEST(found->kind == "enterprise");
    BOOST_TEST(found->channel == "online");
    BOOST_TEST(!found->received_on);
    BOOST_TEST((found->received_at == what.at));
}

BOOST_AUTO_TEST_CASE(a_proposal_keeps_what_it_is_about_and_what_it_rests_on)
{
    comment_box box(db);
    auto what = comment("c0000001", "学校门口没有过街设施");
    what.purpose = purpose::proposal;
    what.title = "校园周边交通安全方案";
    what.basis = "道路交通安全法";
    kept(box, what);
    reader looking(db, engine::clearance::of_the_record());
    auto const found = comment_shelf(looking).find(on, 1);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->purpose == "proposal");
    BOOST_TEST(found->title == what.title);
    BOOST_TEST(found->basis == what.basis);
    BOOST_TEST(comment_shelf(looking).count(on, {.purpose = purpose::proposal}) == 1);
    // The same form with another name of the matter is another proposal.
    what.title = "公园建设方案";
    BOOST_TEST(std::holds_alternative<comment_clash>(put(box, what)));
}

BOOST_AUTO_TEST_CASE(a_comment_sent_twice_is_one_comment_with_its_first_receipt)
{
    comment_box box(db);
    kept(box, comment("c0000001"));
    auto again = comment("c0000001");
    again.receipt = "another";
    auto const answer = kept(box, again);
    BOOST_TEST(answer.repeated);
    BOOST_TEST(answer.receipt == "Rc0000001");
    BOOST_TEST(answer.number == 1);
    BOOST_TEST(number("select count(*) from comment") == 1);
    BOOST_TEST(box.kept() == 1u);
}

BOOST_AUTO_TEST_CASE(an_id_is_not_used_for_other_words)
{
    comment_box box(db);
    kept(box, comment("c0000001"));
    BOOST_TEST(std::holds_alternative<comment_clash>(put(box, comment("c0000001", "不同意"))));
    auto wish = comment("c0000001");
    wish.purpose = purpose::hearing_wish;
    BOOST_TEST(std::holds_alternative<comment_clash>(put(box, wish)));
    BOOST_TEST(number("select count(*) from comment") == 1);
}

BOOST_AUTO_TEST_CASE(a_broken_comment_harms_no_other_in_its_group)
{
    std::promise<void> opened;
    auto const gate = opened.get_future().share();
    comment_box box(db);
    // Holds the box in its first answer, so that the rest waits as one group.
    BOOST_REQUIRE(box.drop(comment("c0000000"), [gate](comment_outcome) { gate.wait(); }));
    auto broken = comment("c0000002");
    broken.on = {999};
    std::vector<std::future<comment_outcome>> answers;
    for (auto const& one : {comment("c0000001"), broken, comment("c0000003")}) {
        auto answer = std::make_shared<std::promise<comment_outcome>>();
        answers.push_back(answer->get_future());
        BOOST_REQUIRE(box.drop(
            one, [answer](comment_outcome given) { answer->set_value(std::move(given)); }));
    }
    opened.set_value();
    BOOST_TEST(std::holds_alternative<kept_comment>(answers[0].get()));
    BOOST_TEST(std::holds_alternative<fault>(answers[1].get()));
    BOOST_TEST(std::holds_alternative<kept_comment>(answers[2].get()));
    BOOST_TEST(number("select count(*) from comment") == 3);
    BOOST_TEST(number("select max(number) from comment") == 3);
}

BOOST_AUTO_TEST_CASE(a_full_box_says_so_at_once)
{
    std::promise<void> opened;
    auto const gate = opened.get_future().share();
    std::promise<void> reached;
    comment_box box(db, {.longest_queue = 2, .largest_group = 1});
    BOOST_REQUIRE(box.drop(comment("c0000000"), [&](comment_outcome) {
        reached.set_value();
        gate.wait();
    }));
    reached.get_future().wait();
    BOOST_TEST(box.drop(comment("c0000001"), [](comment_outcome) {}));
    BOOST_TEST(box.drop(comment("c0000002"), [](comment_outcome) {}));
    BOOST_TEST(!box.drop(comment("c0000003"), [](comment_outcome) {}));
    BOOST_TEST(box.waiting() == 2u);
    opened.set_value();
    box.stop();
    BOOST_TEST(!box.drop(comment("c0000004"), [](comment_outcome) {}));
    BOOST_TEST(number("select count(*) from comment") == 3);
}

BOOST_AUTO_TEST_CASE(a_box_is_full_by_bytes_too)
{
    std::promise<void> opened;
    auto const gate = opened.get_future().share();
    std::promise<void> reached;
    comment_box box(db, {.heaviest_queue = 50'000, .largest_group = 1});
    BOOST_REQUIRE(box.drop(comment("c0000000"), [&](comment_outcome) {
        reached.set_value();
        gate.wait();
    }));
    reached.get_future().wait();
    auto const long_one = [&](std::string const& id) {
        return comment(id, std::string(20'000, 'a'));
    };
    BOOST_TEST(box.drop(long_one("c0000001"), [](comment_outcome) {}));
    BOOST_TEST(box.drop(long_one("c0000002"), [](comment_outcome) {}));
    BOOST_TEST(!box.drop(long_one("c0000003"), [](comment_outcome) {}));
    BOOST_TEST(box.drop(comment("c0000004"), [](comment_outcome) {}));
    opened.set_value();
    // What was kept weighs nothing any more.
    while (box.waiting() > 0)
        std::this_thread::yield();
    kept(box, long_one("c0000005"));
    box.stop();
    BOOST_TEST(number("select count(*) from comment") == 5);
}

BOOST_AUTO_TEST_CASE(a_burst_with_retries_loses_and_doubles_nothing_while_acts_go_on)
{
    constexpr int senders = 4;
    constexpr int each = 1'500;
    clerk taking(db, law.law());
    comment_box box(db, {.longest_queue = 256, .largest_group = 128});
    std::atomic<int> answered = 0;
    std::vector<std::thread> threads;
    for (int s = 0; s < senders; ++s)
        threads.emplace_back([&, s] {
            for (int i = 0; i < each; ++i) {
                auto const id = "burst-" + std::to_string(s) + "-" + std::to_string(i);
                // Whoever gets no answer or is sent away comes again; some send twice anyway.
                for (int times = i % 10 == 0 ? 2 : 1; times > 0;)
                    if (box.drop(comment(id), [&](comment_outcome given) {
                            answered += std::holds_alternative<kept_comment>(given);
                        }))
                        --times;
                    else
                        std::this_thread::yield();
            }
        });
    for (int i = 0; i < 20; ++i)
        admit(taking, tests::note_on(on, "n" + std::to_string(i)));
    for (auto& one : threads)
        one.join();
    box.stop();
    BOOST_TEST(answered == senders * (each + each / 10));
    BOOST_TEST(number("select count(*) from comment") == senders * each);
    BOOST_TEST(number("select count(distinct number) from comment") == senders * each);
    BOOST_TEST(number("select max(number) from comment") == senders * each);
    BOOST_TEST(number("select count(distinct receipt) from comment") == senders * each);
}

BOOST_AUTO_TEST_CASE(documents_come_with_their_comment_or_not_at_all)
{
    comment_box box(db);
    auto const paper = documents.put("the paper");
    auto what = comment("c0000001");
    what.documents = {{paper.hash, "意见.txt", "text/plain", paper.size}};
    kept(box, what);
    auto second = comment("c0000002");
    second.on = {999};
    auto const other = documents.put("another paper");
    second.documents = {{other.hash, "b.txt", "text/plain", other.size}};
    put(box, second);
    reader looking(db, engine::clearance::of_the_record());
    comment_shelf shelf(looking);
    auto const found = shelf.find(on, 1);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->documents == 1);
    BOOST_TEST((shelf.documents_of(found->id) == what.documents));
    BOOST_TEST(shelf.find_document(on, paper.hash)->name == "意见.txt");
    BOOST_TEST(!shelf.find_document(on, other.hash));
    BOOST_TEST(!shelf.find_document({999}, paper.hash));
    BOOST_TEST(!looking.find_document(other.hash));
}

BOOST_AUTO_TEST_CASE(the_key_of_forms_stays_the_same)
{
    std::string const first = comment_box(db).form_key();
    BOOST_TEST(first.size() == 64u);
    BOOST_TEST(comment_box(db).form_key() == first);
}

BOOST_AUTO_TEST_CASE(working_notes_touch_only_what_they_name)
{
    comment_box box(db);
    for (auto const* id : {"c0000001", "c0000002", "c0000003"})
        kept(box, comment(id));
    BOOST_TEST(box.note(on, {1, 3, 99}, {.issue = "期限"}) == 2);
    BOOST_TEST(box.note(on, {3}, {.outcome = "adopted", .reason = "有理"}) == 1);
    BOOST_TEST(box.note({999}, {1}, {.issue = "x"}) == 0);
    reader looking(db, engine::clearance::of_the_record());
    comment_shelf shelf(looking);
    BOOST_TEST(shelf.find(on, 1)->issue == "期限");
    BOOST_TEST(shelf.find(on, 1)->outcome == "");
    BOOST_TEST(shelf.find(on, 2)->issue == "");
    BOOST_TEST(shelf.find(on, 3)->issue == "期限");
    BOOST_TEST(shelf.find(on, 3)->outcome == "adopted");
    BOOST_TEST(shelf.find(on, 3)->reason == "有理");
}

BOOST_AUTO_TEST_SUITE_END()
