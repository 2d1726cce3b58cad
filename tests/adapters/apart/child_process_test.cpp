#include "adapters/apart/child_process.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace adapters::apart;
using how = ended_process::how;

namespace {

ended_process shell(std::string const& line, allowance const& may_take = {})
{
    return run_apart("/bin/sh", {"-c", line}, may_take);
}

} // namespace

BOOST_AUTO_TEST_SUITE(child_process_test)

BOOST_AUTO_TEST_CASE(what_a_process_writes_is_its_answer)
{
    auto const said = shell("printf 'one\\ntwo'");
    BOOST_TEST((said.ended == how::well));
    BOOST_TEST(said.written == "one\ntwo");
    BOOST_TEST((shell("exit 3").ended == how::failed));
    BOOST_TEST((shell("kill -9 $$").ended == how::failed));
    BOOST_TEST((run_apart("/nowhere/at/all", {}, {}).ended != how::well));
}

BOOST_AUTO_TEST_CASE(whoever_takes_too_long_or_says_too_much_is_ended)
{
    allowance const little{.waited = std::chrono::milliseconds(200), .most_written = 1'000};
    auto const sleeper = shell("echo $$; exec sleep 600", little);
    BOOST_TEST((sleeper.ended == how::too_late));
    BOOST_TEST(::access(("/proc/" + std::to_string(std::stoi(sleeper.written))).c_str(), F_OK) != 0,
               "it is still there");
    BOOST_TEST((shell("exec yes", {.most_written = 1'000}).ended == how::failed));
    // closed its answer and stays
    BOOST_TEST((shell("exec >&-; exec sleep 600").ended == how::failed));
}

BOOST_AUTO_TEST_CASE(it_gets_no_open_file_and_no_password)
{
    auto const null = ::open("/dev/null", O_RDONLY);
    auto const open_here = ::fcntl(null, F_DUPFD, 50); // without O_CLOEXEC
    ::setenv("JUECE_SMTP_PASSWORD", "secret", 1);
    auto const said =
        shell("test -e /proc/$$/fd/" + std::to_string(open_here) + " && echo open; env");
    ::unsetenv("JUECE_SMTP_PASSWORD");
    ::close(open_here);
    ::close(null);
    BOOST_TEST((said.ended == how::well));
    BOOST_TEST(said.written.find("open") == std::string::npos);
    BOOST_TEST(said.written.find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
