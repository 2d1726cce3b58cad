#include "adapters/apart/reading_room.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>
#include <future>

using namespace adapters::apart;

namespace {

/// How often a line was asked.
std::size_t lines_in(std::filesystem::path const& file)
{
    std::ifstream from(file);
    std::string line;
    std::size_t lines = 0;
    while (std::getline(from, line))
        ++lines;
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(reading_room_test)

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_tried_once)
{
    tests::scratch_dir dir;
    auto const tries = dir.path() / "tries";
    reading_room room("/bin/sh");
    auto const ask = [&](std::string const& about, std::string const& then) {
        return room.ask(about, {"-c", "echo x >> " + tries.string() + "; " + then}, {});
    };
    for (int i = 0; i < 3; ++i)
        BOOST_TEST((std::get<missing>(ask("bomb", "exit 1")) == missing::unreadable));
    BOOST_TEST(lines_in(tries) == 1u);
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(std::get<std::string>(ask("count", "printf 12")) == "12");
    BOOST_TEST(lines_in(tries) == 2u);
    for (int i = 0; i < 2; ++i)
        BOOST_TEST(std::get<std::string>(ask("text", "printf 'longer than a number'")).size() ==
                   20u);
    BOOST_TEST(lines_in(tries) == 4u);
}

BOOST_AUTO_TEST_CASE(a_third_is_told_not_now_and_may_ask_again)
{
    reading_room room("/bin/sh");
    std::vector<std::future<bool>> seated;
    for (auto const* about : {"one", "two"})
        seated.push_back(std::async(std::launch::async, [&, about] {
            return room.ask(about, {"-c", "sleep 3"}, {}).index() == 0;
        }));
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    BOOST_TEST((std::get<missing>(room.ask("three", {"-c", "printf 1"}, {})) == missing::not_now));
    for (auto& one : seated)
        BOOST_TEST(one.get());
    BOOST_TEST(std::get<std::string>(room.ask("three", {"-c", "printf 1"}, {})) == "1");
    // Who was not waited for may be read another time, on a machine that has more time.
    allowance const hurry{.waited = std::chrono::milliseconds(50)};
    BOOST_TEST((std::get<missing>(room.ask("four", {"-c", "sleep 1"}, hurry)) == missing::not_now));
    BOOST_TEST(std::get<std::string>(room.ask("four", {"-c", "printf 4"}, {})) == "4");
}

BOOST_AUTO_TEST_CASE(without_a_program_nothing_is_readable)
{
    reading_room room({});
    BOOST_TEST((std::get<missing>(room.ask("x", {}, {})) == missing::unreadable));
}

BOOST_AUTO_TEST_SUITE_END()
