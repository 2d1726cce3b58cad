#include "adapters/soci/comment_shelf.hpp"
#include "tests/adapters/record_context.hpp"

#include <future>

using namespace adapters::soci;
using tests::admit;

namespace {

struct context : tests::fresh_record {
    engine::case_id on, other;
    reader looking{db, engine::clearance::of_the_record()};
    comment_shelf shelf{looking};

    context()
    {
        clerk taking(db, law.law());
        on = admit(taking, tests::opening_of("one")).what.on;
        other = admit(taking, tests::opening_of("other")).what.on;
        comment_box box(db);
        long long id = 0;
        auto const put = [&](engine::case_id where, char const* channel, char const* words,
                             char const* name = "", char const* what = purpose::opinion) {
            box.drop({.comment_id = "comment-" + std::to_string(++id),
                      .on = where,
                      .purpose = what,
                      .channel = channel,
                      .name = name,
                      .words = words,
                      .receipt = "receipt-" + std::to_string(id),
                      .at = tests::at("2024-04-02T02:00:00.000Z")},
                     [](comment_outcome) {});
        };
        put(on, "online", "降低收费标准", "张三");
        put(on, "online", "100%支持");
        put(on, "letter", "降低收费标准", "Li Si");
        put(on, "survey", "先试点");
        put(on, "online", "建议听证", "王五", purpose::hearing_wish);
        put(other, "online", "另一事项");
        box.stop();
    }

    std::vector<long long> numbers(comment_filter const& only)
    {
        std::vector<long long> found;
        for (auto const& one : shelf.list(on, only, {}, 50).rows)
            found.push_back(one.number);
        return found;
    }
};

comment_filter opinions()
{
    comment_filter only;
    only.purpose = purpose::opinion;
    return only;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(comment_shelf_test, context)

BOOST_AUTO_TEST_CASE(each_opinion_is_counted_once_under_its_channel)
{
    auto const counts = shelf.by_channel(on, purpose::opinion);
    BOOST_TEST((counts == std::vector<comment_count>{{"letter", 1}, {"online", 2}, {"survey", 1}}));
    BOOST_TEST(shelf.count(on, opinions()) == 4);
    BOOST_TEST(shelf.count(on, {}) == 5);
}

BOOST_AUTO_TEST_CASE(a_list_is_narrowed_by_words_channel_and_group)
{
    auto only = opinions();
    BOOST_TEST((numbers(only) == std::vector<long long>{1, 2, 3, 4}));
    only.words = "收费";
    BOOST_TEST((numbers(only) == std::vector<long long>{1, 3}));
    only.channel = "letter";
    BOOST_TEST((numbers(only) == std::vector<long long>{3}));
    only = opinions();
    only.words = "%";
    BOOST_TEST((numbers(only) == std::vector<long long>{2}));
    only.words = "li si";
    BOOST_TEST((numbers(only) == std::vector<long long>{3}));
    only.words = "' or 1=1 --";
    BOOST_TEST(numbers(only).empty());

    comment_box box(db);
    box.note(on, {1, 3}, {.issue = "收费", .outcome = {}, .reason = {}});
    only = opinions();
    only.issue = "收费";
    BOOST_TEST((numbers(only) == std::vector<long long>{1, 3}));
    only.issue = "";
    BOOST_TEST((numbers(only) == std::vector<long long>{2, 4}));
    BOOST_TEST((shelf.by_issue(on) == std::vector<comment_count>{{"收费", 2}}));
    BOOST_TEST(shelf.issues(on).size() == 2u);
    BOOST_TEST(shelf.by_issue(other).empty());
}

BOOST_AUTO_TEST_CASE(a_list_goes_on_where_the_page_before_ended)
{
    auto const first = shelf.list(on, {}, {}, 3);
    BOOST_TEST(first.rows.size() == 3u);
    BOOST_REQUIRE(first.next);
    auto const second = shelf.list(on, {}, first.next, 3);
    BOOST_TEST(second.rows.size() == 2u);
    BOOST_TEST(second.rows.front().number == 4);
    BOOST_TEST(!second.next);
}

BOOST_AUTO_TEST_CASE(an_opinion_came_on_the_day_that_was_noted_or_on_which_it_was_sent)
{
    comment_box box(db);
    box.drop({.comment_id = "comment-late",
              .on = on,
              .channel = "letter",
              .words = "请给过渡期",
              .receipt = "receipt-late",
              .received_on = std::chrono::year(2024) / 4 / 15,
              .at = tests::at("2024-04-20T02:00:00.000Z")},
             [](comment_outcome) {});
    box.stop();
    std::vector<std::pair<long long, engine::day>> expected;
    for (auto const number : {1, 2, 3, 4})
        expected.emplace_back(number, std::chrono::year(2024) / 4 / 2);
    expected.emplace_back(6, std::chrono::year(2024) / 4 / 15);
    BOOST_TEST((shelf.days_of_receipt(on) == expected));
}

BOOST_AUTO_TEST_CASE(a_receipt_leads_to_one_comment_and_nothing_leads_to_none)
{
    BOOST_TEST(shelf.find("receipt-3")->number == 3);
    BOOST_TEST(!shelf.find("receipt-99"));
    BOOST_TEST(!shelf.find(""));
    BOOST_TEST(!shelf.find(on, 0));
    BOOST_TEST(!shelf.find(on, 99));
    BOOST_TEST(shelf.find(other, 1)->words == "另一事项");
}

BOOST_AUTO_TEST_SUITE_END()
