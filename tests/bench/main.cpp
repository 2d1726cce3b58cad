#include "adapters/soci/due_days.hpp"
#include "adapters/soci/reader.hpp"
#include "tests/bench/bare_server.hpp"
#include "tests/bench/burst.hpp"
#include "tests/bench/filling.hpp"
#include "tests/bench/group_store.hpp"
#include "tests/bench/growing.hpp"
#include "tests/bench/grown_house.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/slow_clients.hpp"
#include "tests/crash/http_client.hpp"
#include "tests/crash/server_process.hpp"
#include "web/commands/house.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <spdlog/spdlog.h>
#include <thread>

// Measures the house and what it can be compared with, in one run and in turns, and prints tables.

namespace bench {
namespace {

namespace fs = std::filesystem;
namespace soci = adapters::soci;

struct options {
    fs::path juece;
    fs::path here = "tests/bench";
    fs::path work;
    bool write = false;
    std::size_t cases = 10'000;
    std::size_t stories = 1'000;
    int rounds = 3;
    int seconds = 4;
    fs::path grown; ///< made by `grow`; empty: one of the sizes below is made
    long long decisions = 10'000;
    long long matters = 10'000;
    int looks = 200;
    bool keeps_derived = false;
    std::vector<int> connections = {1, 16, 64, 256};
};

/// A directory for the run; removed at its end.
struct workplace {
    explicit workplace(fs::path const& where)
        : at((where.empty() ? fs::temp_directory_path() : where) /
             ("juece-bench-" + std::to_string(::getpid())))
    {
        fs::create_directories(at);
    }
    ~workplace()
    {
        std::error_code ignored;
        fs::remove_all(at, ignored);
    }
    fs::path at;
};

std::string ratio(double value, double to)
{
    return to > 0 ? in_words(value / to) : "-";
}

std::string latencies(load_answer const& one)
{
    return in_words(one.p50_ms) + " / " + in_words(one.p99_ms);
}

/// The run in the middle of several, by acts a second.
load_answer middle_of(std::vector<load_answer> all)
{
    std::sort(all.begin(), all.end(),
              [](auto const& a, auto const& b) { return a.a_second < b.a_second; });
    return all[all.size() / 2];
}

long long refused_in(std::vector<load_answer> const& all)
{
    long long sum = 0;
    for (auto const& one : all)
        sum += one.refused;
    return sum;
}

/// How many cases of all procedures a directory has.
double cases_in(fs::path const& dir)
{
    soci::database const at(dir, soci::opening::must_exist);
    soci::reader all(at, engine::clearance::of_the_record());
    auto const found = all.list_cases({}, {}, 1);
    return found.rows.empty() ? 0 : static_cast<double>(found.rows.front().head.line.id.value);
}

/// The end of office hours of a day that is named; now, if none is.
engine::instant evening_of(std::string const& day)
{
    if (day.empty())
        return web::commands::now();
    auto const on = engine::parse_day(day);
    if (!on)
        throw std::runtime_error("\"" + day + "\" is no date such as 2026-03-31");
    return engine::instant(*on) + std::chrono::hours(10);
}

std::string size_of(grown const& made, fs::path const& dir)
{
    auto const bytes = static_cast<double>(fs::file_size(dir / "juece.sqlite"));
    return in_words(static_cast<double>(made.cases)) + " cases with " +
           in_words(static_cast<double>(made.acts)) + " acts, " + in_words(bytes / 1e6) +
           " MB; made in " + in_words(made.seconds) + " s, " +
           in_words(static_cast<double>(made.acts) / made.seconds) + " acts/s";
}

class run {
public:
    explicit run(options const& chosen)
        : chosen_(chosen), place_(chosen.work), data_(place_.at / "data"), log_(place_.at / "log"),
          law_(web::commands::load_law({}))
    {}

    void measure()
    {
        say_where();
        say_sync("before");
        fill();
        starts();
        replay();
        loads();
        sizes();
        crowd({});
        slow({});
        say_sync("after");
        if (chosen_.write)
            write();
    }

    void crowd(burst_terms terms)
    {
        terms.juece = chosen_.juece;
        terms.dir = place_.at / "crowd";
        terms.log = log_;
        measure_burst(terms, law_->law(), web::commands::now(), out_);
    }

    void slow(slow_terms terms)
    {
        terms.juece = chosen_.juece;
        terms.dir = place_.at / "slow";
        terms.log = log_;
        measure_slow_clients(terms, law_->law(), web::commands::now(), out_);
    }

private:
    void say_where()
    {
        auto const today = engine::to_text(engine::legal_day(web::commands::now()));
        out_.line(
            "Measured on " + today + " on " + std::to_string(std::thread::hardware_concurrency()) +
            " virtual cores that the server and the load share; " + std::to_string(chosen_.rounds) +
            " rounds in turns, medians, " + std::to_string(chosen_.seconds) + " s each.");
        std::ifstream file("/proc/loadavg");
        std::string busy;
        file >> busy;
        out_.line("Other work on the machine when it began (load average): " + busy + ".");
        out_.line("");
    }

    void say_sync(std::string const& when)
    {
        auto const found = measure_sync(place_.at);
        out_.line("Disk " + when + ": pwrite of 4 kB and fdatasync, median " +
                  in_words(found.median_us) + " µs, p99 " + in_words(found.p99_us) + " µs.");
        out_.line("");
    }

    void fill()
    {
        soci::database at(data_);
        soci::follow_calendar(at, law_->law(), web::commands::now());
        people_ = add_people(at);
        auto const story = tell_long_story(law_->law());
        store_papers(story.papers, data_, at);
        auto const proposals = fill_with_proposals(at, law_->law(), chosen_.cases);
        auto const told = fill_with_stories(at, law_->law(), story, chosen_.stories);
        one_story_ = told.cases.front();
        cases_ = place_.at / "cases";
        std::ofstream list(cases_);
        for (auto const id : told.cases)
            list << id << '\n';
        out_.line("The clerk alone, without HTTP:");
        out_.line("");
        out_.head({"", "acts", "acts/s", "acts in a commit"});
        auto const row = [&](std::string const& what, filled const& one) {
            out_.row({what, in_words(static_cast<double>(one.acts)),
                      in_words(static_cast<double>(one.acts) / one.seconds),
                      in_words(one.a_group)});
        };
        row("cases opened", proposals);
        row("whole decisions, " + std::to_string(story.told.acts.size()) + " acts each", told);
        out_.line("");
    }

    void starts()
    {
        std::vector<double> waits;
        std::vector<double> held;
        for (int i = 0; i < 7; ++i) {
            auto const began = std::chrono::steady_clock::now();
            tests::server_process server(chosen_.juece, data_, log_);
            auto const port = server.wait_for_port();
            tests::http_client wire(port);
            auto const page = wire.ask("GET", "/sign-in", {{"Accept", "text/html"}});
            waits.push_back(seconds(std::chrono::steady_clock::now() - began).count());
            if (!page || page->status != 200)
                throw std::runtime_error("no first page");
            held.push_back(static_cast<double>(memory_of(server.pid()).now_kb) / 1024);
            server.stop();
        }
        out_.line("Start to first page: median " + in_words(1e3 * median(waits)) +
                  " ms. Memory after it: " + in_words(median(held)) + " MB.");
        out_.line("");
    }

    void replay()
    {
        soci::database const at(data_, soci::opening::must_exist);
        soci::reader record(at, engine::clearance::of_the_record());
        auto const whole = record.read_case({one_story_}).value();
        auto const law = law_->law();
        auto acts = whole.acts;
        if (acts.size() > 50)
            acts.resize(50);
        std::vector<double> replayed;
        std::vector<double> read;
        std::vector<double> offered;
        for (int i = 0; i < 200; ++i) {
            read.push_back(time_of([&] { record.read_case({one_story_}); }));
            replayed.push_back(time_of([&] { engine::rebuild(whole.entry.head.line, acts, law); }));
            auto const file = engine::rebuild(whole.entry.head.line, acts, law).file;
            engine::circumstances const now{law.book, law.days,
                                            engine::legal_day(acts.back().entered_at)};
            offered.push_back(time_of([&] { file->tasks(now); }));
        }
        out_.line("Replay of " + std::to_string(acts.size()) + " acts: median " +
                  in_words(1e6 * median(replayed)) + " µs; reading them from the database " +
                  in_words(1e6 * median(read)) + " µs; tasks of the case then " +
                  in_words(1e6 * median(offered)) + " µs.");
        out_.line("");
    }

    /// The sizes that the house is made for, on a directory that grew for them.
    void sizes()
    {
        auto dir = chosen_.grown;
        if (dir.empty()) {
            dir = place_.at / "grown";
            growth const wanted{.dir = dir,
                                .decisions = chosen_.decisions,
                                .matters = chosen_.matters,
                                .now = web::commands::now()};
            auto const made = grow(wanted, law_->law());
            out_.line("A house that grew for " + std::to_string(wanted.years) +
                      " years: " + size_of(made, dir) + ".");
            out_.line("");
        }
        out_.line("Pages as HTML of a house with " + in_words(cases_in(dir)) +
                  " cases, each of one connection, once and then " + std::to_string(chosen_.looks) +
                  " times:");
        out_.line("");
        measure_grown({.juece = chosen_.juece,
                       .dir = dir,
                       .log = log_,
                       .looks = chosen_.looks,
                       .rebuilds = !chosen_.keeps_derived},
                      law_->law(), web::commands::now(), out_);
    }

    /// What is measured in one round with so many connections.
    struct rounds_of {
        std::vector<load_answer> juece;
        std::vector<load_answer> bare;
        std::vector<double> floor;
    };

    void loads()
    {
        load_terms const terms{chosen_.here / "submit.lua", cases_, people_, log_};
        tests::server_process server(chosen_.juece, data_, log_);
        tests::child_process bare({"/proc/self/exe", "bare", "--data", place_.at.string()}, log_);
        target const ours{server.wait_for_port(), server.pid(), true};
        auto const line = bare.read_line(10'000);
        target const theirs{std::stoi("0" + line.substr(line.rfind(':') + 1)), bare.pid(), false};
        std::map<int, rounds_of> found;
        std::map<std::string, std::vector<load_answer>> alone;
        int number = 0;
        auto const prefix = [&] { return "bench-run-" + std::to_string(++number); };
        for (int round = 0; round < chosen_.rounds; ++round) {
            for (auto const many : chosen_.connections) {
                auto& here = found[many];
                here.juece.push_back(load(ours, terms, "mixed", prefix(), many, chosen_.seconds));
                here.bare.push_back(load(theirs, terms, "mixed", prefix(), many, chosen_.seconds));
                auto const group = std::max(1.0, here.juece.back().a_group);
                here.floor.push_back(measure_floor(place_.at, static_cast<std::size_t>(group + 0.5),
                                                   chosen_.seconds / 2.0));
            }
            for (auto const* mix : {"open", "opinion"})
                alone[mix].push_back(load(ours, terms, mix, prefix(), 64, chosen_.seconds));
        }
        out_.line("Durable acts over HTTP; one opening of a case to three opinions on decisions "
                  "that are carried out:");
        out_.line("");
        out_.head({"connections", "acts/s", "p50 / p99 ms", "acts in a commit", "CPU µs an act",
                   "bare server/s", "its p50 / p99 ms", "its CPU µs", "SQLite alone/s", "to bare",
                   "to SQLite", "not 2xx"});
        for (auto const& [many, here] : found) {
            auto const mine = middle_of(here.juece);
            auto const other = middle_of(here.bare);
            auto const floor = median(here.floor);
            out_.row({std::to_string(many), in_words(mine.a_second), latencies(mine),
                      in_words(mine.a_group), in_words(mine.cpu_us), in_words(other.a_second),
                      latencies(other), in_words(other.cpu_us), in_words(floor),
                      ratio(mine.a_second, other.a_second), ratio(mine.a_second, floor),
                      std::to_string(refused_in(here.juece) + refused_in(here.bare))});
        }
        out_.line("");
        out_.head({"one kind alone, 64 connections", "acts/s", "p50 / p99 ms", "CPU µs an act",
                   "not 2xx"});
        auto const kind = [&](char const* what, char const* mix) {
            auto const one = middle_of(alone[mix]);
            out_.row({what, in_words(one.a_second), latencies(one), in_words(one.cpu_us),
                      std::to_string(refused_in(alone[mix]))});
        };
        kind("cases opened", "open");
        kind("opinions on decisions carried out", "opinion");
        out_.line("");
        auto const held = memory_of(server.pid());
        out_.line("Memory after the load: " + in_words(static_cast<double>(held.now_kb) / 1024) +
                  " MB, at most " + in_words(static_cast<double>(held.most_kb) / 1024) + " MB.");
        out_.line("");
    }

    void write()
    {
        std::ifstream about(chosen_.here / "about.md");
        std::ofstream to(chosen_.here / "README.md", std::ios::binary);
        to << about.rdbuf() << '\n' << out_.text();
        if (!to.flush())
            throw std::runtime_error("the results cannot be written");
    }

    options const& chosen_;
    workplace place_;
    fs::path data_;
    fs::path log_;
    std::unique_ptr<web::commands::house_of_law> law_;
    report out_;
    seats people_;
    fs::path cases_;
    long long one_story_ = 0;
};

} // namespace
} // namespace bench

int main(int argc, char** argv)
{
    spdlog::set_level(spdlog::level::warn);
    bench::options chosen;
    std::filesystem::path bare_dir;
    bench::growth wanted;
    std::string today;
    CLI::App program("Measures Juece beside a bare server and bare SQLite");
    program.add_option("--juece", chosen.juece, "The binary juece");
    program.add_option("--here", chosen.here, "Folder of this program's scripts");
    program.add_option("--work", chosen.work, "Directory to work in; a temporary one if left out");
    program.add_option("--cases", chosen.cases, "Cases that are opened before the load");
    program.add_option("--stories", chosen.stories, "Whole decisions entered before the load");
    program.add_option("--rounds", chosen.rounds, "Rounds of load");
    program.add_option("--seconds", chosen.seconds, "Length of one run");
    program.add_option("--connections", chosen.connections, "Connections, one run each");
    program.add_option("--decisions", chosen.decisions, "Decisions of the house that grew");
    program.add_option("--matters", chosen.matters, "Legal matters of the house that grew");
    program.add_option("--grown", chosen.grown, "Measure this directory, made by grow, instead")
        ->check(CLI::ExistingDirectory);
    program.add_option("--looks", chosen.looks, "How often each page is fetched");
    program.add_flag("--keep-derived", chosen.keeps_derived, "Write no derived rows anew");
    program.add_flag("--write", chosen.write, "Write README.md in the folder of the scripts");
    auto* bare = program.add_subcommand("bare", "Serve as the bare server of the comparison");
    bare->add_option("--data", bare_dir, "Its directory")->required();
    auto* grow = program.add_subcommand("grow", "Only make a house that grew for years");
    grow->add_option("--data", wanted.dir, "A new directory")->required();
    grow->add_option("--cases", wanted.decisions, "Decisions")->capture_default_str();
    grow->add_option("--matters", wanted.matters, "Legal matters")->capture_default_str();
    grow->add_option("--years", wanted.years, "Years")
        ->check(CLI::Range(1, 30))
        ->capture_default_str();
    grow->add_option("--today", today, "Where the years end, as 2026-03-31; today if left out");
    grow->add_option("--seed", wanted.seed, "Another number gives other cases")
        ->capture_default_str();
    bench::burst_terms crowd;
    bench::slow_terms slow;
    auto* burst = program.add_subcommand("burst", "Only comments of the public, all at once");
    bench::add_options(*burst, crowd);
    auto* hang = program.add_subcommand("slow", "Only slow and idle connections");
    bench::add_options(*hang, slow);
    CLI11_PARSE(program, argc, argv);
    try {
        if (*bare)
            return bench::serve_bare(bare_dir);
        if (*grow) {
            wanted.now = bench::evening_of(today);
            auto const made = bench::grow(wanted, web::commands::load_law({})->law());
            std::cout << bench::size_of(made, wanted.dir) << "\n";
            return 0;
        }
        bench::run run(chosen);
        if (*burst)
            run.crowd(crowd);
        else if (*hang)
            run.slow(slow);
        else
            run.measure();
        return 0;
    } catch (std::exception const& e) {
        std::cerr << "juece_bench: " << e.what() << "\n";
        return 1;
    }
}
