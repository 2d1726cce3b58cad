#include "tests/bench/load.hpp"

#include "tests/crash/http_client.hpp"
#include "tests/crash/server_process.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace bench {
namespace {

struct counts {
    double commits = 0;
    double submissions = 0;
};

double value_of(std::string const& text, std::string const& name)
{
    auto const at = text.find("\n" + name + " ");
    return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + name.size() + 2, nullptr);
}

counts counts_of(target const& at)
{
    if (!at.tells_counts)
        return {};
    tests::http_client wire(at.port);
    auto const answer = wire.ask("GET", "/metrics");
    if (!answer || answer->status != 200)
        throw std::runtime_error("the server does not tell its counts");
    return {value_of(answer->body, "juece_clerk_commits_total"),
            value_of(answer->body, "juece_clerk_submissions_total")};
}

} // namespace

double processor_time(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        rest >> skipped;
    double user = 0;
    double system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::istringstream result_of_wrk(std::vector<std::string> arguments,
                                 std::filesystem::path const& log)
{
    arguments.insert(arguments.begin(), {"wrk", "--timeout", "20s"});
    tests::child_process wrk(arguments, log);
    auto const said = wrk.read_all();
    wrk.wait();
    constexpr std::string_view before = "\nresult ";
    auto const line = said.find(before);
    if (line == std::string::npos)
        throw std::runtime_error("wrk gave no result: " + said);
    return std::istringstream(said.substr(line + before.size()));
}

load_answer load(target const& at, load_terms const& terms, std::string const& mix,
                 std::string const& prefix, int connections, int lasting)
{
    auto const before = counts_of(at);
    auto const used = processor_time(at.pid);
    auto words = result_of_wrk(
        {"-t1", "-c" + std::to_string(connections), "-d" + std::to_string(lasting) + "s", "-s",
         terms.script.string(), "http://127.0.0.1:" + std::to_string(at.port) + "/", "--", prefix,
         mix, terms.cases.string(), terms.people.clerk, terms.people.secretary},
        terms.log);
    double answers = 0;
    double microseconds = 0;
    double p50 = 0;
    double p99 = 0;
    long long unsuccessful = 0;
    long long broken = 0;
    words >> answers >> microseconds >> p50 >> p99 >> unsuccessful >> broken;
    auto const good = answers - static_cast<double>(unsuccessful);
    load_answer found{.a_second = good / microseconds * 1e6,
                      .p50_ms = p50 / 1e3,
                      .p99_ms = p99 / 1e3,
                      .refused = unsuccessful + broken,
                      .cpu_us = (processor_time(at.pid) - used) / std::max(answers, 1.0) * 1e6};
    if (at.tells_counts) {
        auto const after = counts_of(at);
        found.a_group = (after.submissions - before.submissions) /
                        std::max(after.commits - before.commits, 1.0);
    }
    return found;
}

memory memory_of(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/status");
    memory found;
    for (std::string word; file >> word;) {
        if (word == "VmRSS:")
            file >> found.now_kb;
        else if (word == "VmHWM:")
            file >> found.most_kb;
    }
    return found;
}

} // namespace bench
