#include "adapters/drafts/kept_texts.hpp"
#include "tests/adapters/record_context.hpp"

#include <atomic>
#include <fstream>
#include <future>

using namespace adapters::drafts;

namespace {

/// A program that takes its time, says one paragraph, and notes that it was asked.
struct slow_program {
    tests::scratch_dir dir;

    std::filesystem::path put(char const* name, std::string const& words)
    {
        std::ofstream(dir.path() / name) << words;
        return dir.path() / name;
    }
    std::filesystem::path program(char const* seconds)
    {
        auto const at =
            put("program", "#!/bin/sh\necho x >> " + (dir.path() / "tries").string() + "\nsleep " +
                               seconds + "\nprintf '{\"paragraphs\":[\"first\"]}'\n");
        std::filesystem::permissions(at, std::filesystem::perms::owner_all);
        return at;
    }
    std::size_t tries() const
    {
        std::ifstream from(dir.path() / "tries");
        std::string line;
        std::size_t lines = 0;
        while (std::getline(from, line))
            ++lines;
        return lines;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(kept_texts_test)

BOOST_AUTO_TEST_CASE(a_text_is_read_once_for_all_who_ask_for_it)
{
    slow_program slow;
    adapters::apart::reading_room room(slow.program("0"));
    kept_texts texts(room);
    auto const file = slow.put("a.docx", "PK\x03\x04");
    auto const first = texts.of("1", file);
    BOOST_TEST_REQUIRE((first != nullptr));
    BOOST_TEST(std::get<draft_text>(*first).paragraphs.at(0) == "first");
    for (int i = 0; i < 3; ++i)
        BOOST_TEST((texts.of("1", file) == first));
    BOOST_TEST(slow.tries() == 1u);
}

BOOST_AUTO_TEST_CASE(the_text_that_nobody_asked_for_longest_is_forgotten_first)
{
    slow_program slow;
    adapters::apart::reading_room room({});
    kept_texts texts(room, 2'500);
    auto const file = slow.put("a.txt", "第一条\n");
    auto const one = texts.of("1", file);
    auto const two = texts.of("2", file);
    BOOST_TEST((texts.of("1", file) == one));
    texts.of("3", file);
    BOOST_TEST((texts.of("1", file) == one));
    BOOST_TEST((texts.of("2", file) != two));
}

BOOST_AUTO_TEST_CASE(two_texts_that_are_asked_for_at_once_leave_a_place_to_others)
{
    slow_program slow;
    adapters::apart::reading_room room(slow.program("3"));
    kept_texts texts(room);
    auto const file = slow.put("a.docx", "PK\x03\x04");
    std::atomic<int> told_to_come_again = 0;
    std::vector<std::future<void>> asking;
    for (auto const* hash : {"1", "2"})
        asking.push_back(std::async(std::launch::async, [&, hash] {
            if (!texts.of(hash, file))
                ++told_to_come_again;
        }));
    for (auto& one : asking)
        one.get();
    BOOST_TEST(told_to_come_again == 1);
    BOOST_TEST(slow.tries() == 1u);
}

BOOST_AUTO_TEST_CASE(what_could_not_be_read_just_now_is_tried_again)
{
    slow_program slow;
    adapters::apart::reading_room room(slow.program("6"));
    kept_texts texts(room);
    auto const file = slow.put("a.docx", "PK\x03\x04");
    BOOST_TEST((texts.of("1", file) == nullptr));
    slow.program("0");
    BOOST_TEST((texts.of("1", file) != nullptr));
}

BOOST_AUTO_TEST_CASE(why_a_text_is_never_read_is_kept_as_well)
{
    slow_program slow;
    adapters::apart::reading_room nobody({});
    kept_texts texts(nobody);
    auto const file = slow.put("a.docx", "PK\x03\x04");
    auto const why = texts.of("1", file);
    BOOST_TEST_REQUIRE((why != nullptr));
    BOOST_TEST((std::get<engine::text>(*why) == engine::say("文件过大或者已损坏，无法读取")));
    BOOST_TEST((texts.of("1", file) == why));
}

BOOST_AUTO_TEST_SUITE_END()
