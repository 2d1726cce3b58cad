#include "web/practice_clock.hpp"

#include "tests/web/house.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>

using std::chrono::days;
using web::practice_clock;

namespace {

engine::instant machine()
{
    return *engine::parse_instant("2024-04-02T02:00:00.000Z");
}

/// A file for one test, gone after it.
struct kept_days {
    std::filesystem::path const file = std::filesystem::temp_directory_path() /
                                       ("juece-days-" + std::to_string(std::random_device{}()));

    ~kept_days() { std::filesystem::remove(file); }
    void write(std::string const& words) const { std::ofstream(file) << words; }
};

std::string const html = "Accept: text/html\r\n";

/// One for the tests of the pages; each goes on from where the clock stands.
tests::house const& practising()
{
    static tests::house const site({}, tests::house::its_day::may_be_set_forward);
    return site;
}

/// The days that somebody asks to go on by, in a form with their secret.
tests::reply go_on(tests::house const& site, boost::json::object const& in, std::string const& by)
{
    return site.send("POST", "/practice/days",
                     tests::form_type + html +
                         "Cookie: juece=" + std::string(in.at("token").as_string()) + "\r\n",
                     "days=" + by +
                         "&back=%2Frules&csrf=" + std::string(in.at("csrf").as_string()));
}

/// "今天按2024年5月2日算" as a page has it.
std::string day_shown_in(std::string const& page)
{
    auto const at = page.find("今天按");
    return page.substr(at, page.find("</span>", at) - at);
}

} // namespace

BOOST_AUTO_TEST_SUITE(practice_clock_test)

BOOST_AUTO_TEST_CASE(it_is_the_machines_until_somebody_sets_it_forward)
{
    kept_days const kept;
    practice_clock clock(machine, kept.file);
    BOOST_TEST((clock.now() == machine()));
    BOOST_TEST(clock.go_on(days(7)));
    BOOST_TEST(clock.go_on(days(30)));
    BOOST_TEST((clock.now() == machine() + days(37)));
}

BOOST_AUTO_TEST_CASE(it_stands_where_it_stood_when_the_server_begins_again)
{
    kept_days const kept;
    practice_clock(machine, kept.file).go_on(days(7));
    practice_clock again(machine, kept.file);
    BOOST_TEST((again.now() == machine() + days(7)));
    BOOST_TEST(again.go_on(days(1)));
    BOOST_TEST((practice_clock(machine, kept.file).now() == machine() + days(8)));
}

BOOST_AUTO_TEST_CASE(it_is_neither_set_back_nor_too_far_ahead)
{
    kept_days const kept;
    practice_clock clock(machine, kept.file);
    BOOST_TEST(!clock.go_on(days(0)));
    BOOST_TEST(!clock.go_on(days(-1)));
    BOOST_TEST(!clock.go_on(practice_clock::furthest + days(1)));
    BOOST_TEST((clock.now() == machine()));
    BOOST_TEST(clock.go_on(practice_clock::furthest));
    BOOST_TEST(!clock.go_on(days(1)));
}

BOOST_AUTO_TEST_CASE(a_file_of_other_things_is_not_taken_for_days)
{
    kept_days const kept;
    for (auto const* words : {"", "seven\n", "7", "7\n8\n", "-7\n", "99999\n", "7 days\n"}) {
        kept.write(words);
        BOOST_CHECK_THROW(practice_clock(machine, kept.file), std::runtime_error);
    }
}

BOOST_AUTO_TEST_CASE(whoever_sets_it_forward_goes_on_where_they_were)
{
    auto const& site = practising();
    auto const in = site.sign_in("clerk");
    auto const before = day_shown_in(site.send("GET", "/sign-in", html).body);
    auto const moved = go_on(site, in, "30");
    BOOST_TEST(moved.status == 303);
    BOOST_TEST(moved.header("Location") == "/rules");
    auto const page =
        site.send("GET", "/rules",
                  html + "Cookie: juece=" + std::string(in.at("token").as_string()) + "\r\n");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(day_shown_in(page.body) != before);
    BOOST_TEST(go_on(site, in, "1").status == 303);
}

BOOST_AUTO_TEST_CASE(the_sessions_of_others_live_through_the_nights_that_pass)
{
    auto const& site = practising();
    auto const other = site.sign_in("head");
    auto const in = site.sign_in("clerk");
    BOOST_TEST_REQUIRE(go_on(site, in, "7").status == 303);
    auto const cookie = "Cookie: juece=" + std::string(other.at("token").as_string()) + "\r\n";
    BOOST_TEST(site.send("GET", "/rules", html + cookie).status == 200);
    auto const sent = site.send("POST", "/notices/read", tests::form_type + html + cookie,
                                "csrf=" + std::string(other.at("csrf").as_string()));
    BOOST_TEST(sent.status == 303, sent.body);
}

BOOST_AUTO_TEST_CASE(a_house_that_was_set_forward_is_not_served_on_the_day_of_the_machine)
{
    auto const dir = std::filesystem::temp_directory_path() /
                     ("juece-ahead-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(dir);
    std::ofstream(dir / "practice-days") << "7\n";
    CLI::App program;
    int code = 0;
    web::commands::add_serve(program, code);
    auto const serve = [&] { program.parse("serve --data " + dir.string()); };
    BOOST_CHECK_EXCEPTION(serve(), web::commands::cannot, [](auto const& why) {
        return std::string(why.what()).find("--practice") != std::string::npos;
    });
    BOOST_TEST(!std::filesystem::exists(dir / "juece.sqlite"));
    std::filesystem::remove_all(dir);
}

BOOST_AUTO_TEST_CASE(a_day_that_cannot_be_is_refused_and_nothing_moves)
{
    auto const& site = practising();
    for (auto const* wrong : {"0", "-1", "x", "", "1.5", "99999", "99999999999999999999"}) {
        auto const in = site.sign_in("clerk");
        auto const said = go_on(site, in, wrong);
        BOOST_TEST(said.status == 422, wrong);
        BOOST_TEST(said.header("Set-Cookie").empty(), wrong);
    }
}

BOOST_AUTO_TEST_CASE(the_public_reads_the_day_and_cannot_set_it)
{
    auto const& site = practising();
    auto const front = site.send("GET", "/sign-in", html);
    BOOST_TEST(front.body.find("示例数据，今天按") != std::string::npos);
    BOOST_TEST(front.body.find("/practice/days\"><div class=\"bar\"><span>") != std::string::npos);
    BOOST_TEST(front.body.find("name=\"days\"") == std::string::npos);
    BOOST_TEST(site.send("GET", "/public", html).body.find(day_shown_in(front.body)) !=
               std::string::npos);
    auto const said = site.send("POST", "/practice/days", tests::form_type + html, "days=1");
    BOOST_TEST(said.status == 401);
    BOOST_TEST(site.send("GET", "/sign-in", html).body.find(day_shown_in(front.body)) !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_house_of_real_data_has_no_such_page)
{
    auto const& site = tests::here().site;
    auto const in = site.sign_in("clerk");
    BOOST_TEST(go_on(site, in, "1").status == 404);
    BOOST_TEST(site.send("GET", "/sign-in", html).body.find("practice") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
