#include "tests/bench/whole_table.hpp"

#include "adapters/soci/due_days.hpp"
#include "adapters/soci/reader.hpp"
#include "tests/bench/crowds.hpp"
#include "tests/bench/filling.hpp"
#include "tests/bench/floors.hpp"
#include "tests/bench/growing.hpp"
#include "tests/bench/grown_house.hpp"
#include "tests/bench/houses.hpp"
#include "tests/bench/juece_place.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/setting.hpp"
#include "tests/bench/workplace.hpp"
#include "tests/crash/http_client.hpp"
#include "tests/crash/server_process.hpp"
#include "web/commands/house.hpp"

#include <fstream>
#include <map>

namespace bench {
namespace {

namespace fs = std::filesystem;
namespace soci = adapters::soci;

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
double cases_in(soci::place const& place)
{
    soci::database const at(place, soci::opening::must_exist);
    soci::reader all(at, engine::clearance::of_the_record());
    auto const found = all.list_cases({}, {}, 1);
    return found.rows.empty() ? 0 : static_cast<double>(found.rows.front().head.line.id.value);
}

class table {
public:
    explicit table(terms const& chosen)
        : chosen_(chosen), work_(chosen.work), data_(work_.place_for("data", chosen.on_postgresql)),
          log_(work_.at / "log"), law_(web::commands::load_law({}))
    {}

    void measure()
    {
        say_where(out_);
        say_rounds(chosen_.rounds, chosen_.seconds, out_);
        if (chosen_.on_postgresql)
            say_server(out_);
        say_sync("before", work_.at, out_);
        fill();
        starts();
        replay();
        loads();
        sizes();
        if (!chosen_.on_postgresql)
            crowd();
        say_sync("after", work_.at, out_);
        if (chosen_.write)
            write_results(chosen_.here, chosen_.on_postgresql ? on_postgresql : on_sqlite, out_);
    }

    /// Whether the measuring works; what it measures in so little says nothing.
    void try_out()
    {
        fill();
        loads();
        for (auto const& one : answered_)
            if (one.refused > 0 || one.a_second <= 0)
                throw std::runtime_error("of the answers " + std::to_string(one.refused) +
                                         " were no success, and " + in_words(one.a_second) +
                                         " a second were");
        sizes();
    }

private:
    void fill()
    {
        soci::database at(data_);
        soci::follow_law(at, law_->law(), web::commands::now());
        people_ = add_people(at);
        auto const story = tell_long_story(law_->law());
        store_papers(story.papers, data_.dir, at);
        auto const proposals = fill_with_proposals(at, law_->law(), chosen_.cases);
        auto const told = fill_with_stories(at, law_->law(), story, chosen_.stories);
        one_story_ = told.cases.front();
        cases_ = work_.at / "cases";
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
            tests::server_process server(chosen_.juece, data_.dir, log_, surroundings_of(data_));
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
    void crowd()
    {
        crowds all(chosen_, work_, law_->law(), out_);
        all.burst({});
        all.slow({});
    }

    void sizes()
    {
        auto place = chosen_.grown;
        if (place.dir.empty()) {
            place = work_.place_for("grown", chosen_.on_postgresql);
            growth const wanted{.at = place,
                                .decisions = chosen_.decisions,
                                .matters = chosen_.matters,
                                .now = web::commands::now()};
            auto const made = grow(wanted, law_->law());
            out_.line("A house that grew for " + std::to_string(wanted.years) +
                      " years: " + in_words(made) + ".");
            out_.line("");
        }
        out_.line("Pages as HTML of a house with " + in_words(cases_in(place)) +
                  " cases, each of one connection, once and then " + std::to_string(chosen_.looks) +
                  " times:");
        out_.line("");
        measure_grown({.juece = chosen_.juece,
                       .at = place,
                       .log = log_,
                       .looks = chosen_.looks,
                       .proof = {chosen_.verifies, chosen_.rewrites}},
                      law_->law(), web::commands::now(), out_);
    }

    /// What is measured in one round with so many connections.
    struct rounds_of {
        std::vector<load_answer> juece;
        std::vector<load_answer> bare;
        std::vector<double> floor;
        std::vector<double> singles; ///< on PostgreSQL
    };

    void loads()
    {
        load_terms const terms{chosen_.here / "submit.lua", cases_, people_, log_};
        tests::server_process server(chosen_.juece, data_.dir, log_, surroundings_of(data_));
        auto const bare_place = work_.place_for("bare", chosen_.on_postgresql);
        auto const floor_place = work_.place_for("floor", chosen_.on_postgresql);
        tests::child_process bare({"/proc/self/exe", "bare", "--data", bare_place.dir.string()},
                                  log_, surroundings_of(bare_place));
        target const ours{server.wait_for_port(), server.pid(), true};
        target const theirs{bare.wait_for_port(), bare.pid(), false};
        std::map<int, rounds_of> found;
        std::map<std::string, std::vector<load_answer>> alone;
        int number = 0;
        auto const run = [&](target const& at, char const* mix, int many) {
            answered_.push_back(load(at, terms, mix, "bench-run-" + std::to_string(++number), many,
                                     chosen_.seconds));
            return answered_.back();
        };
        for (int round = 0; round < chosen_.rounds; ++round) {
            for (auto const many : chosen_.connections) {
                auto& here = found[many];
                here.juece.push_back(run(ours, "mixed", many));
                here.bare.push_back(run(theirs, "mixed", many));
                auto const group = std::max(1.0, here.juece.back().a_group);
                here.floor.push_back(measure_floor(
                    floor_place, static_cast<std::size_t>(group + 0.5), chosen_.seconds / 2.0));
                // SQLite has one writer: there nothing is entered side by side.
                if (chosen_.on_postgresql)
                    here.singles.push_back(
                        measure_single_acts(floor_place, many, chosen_.seconds / 2.0));
            }
            for (auto const* mix : {"open", "opinion"})
                alone[mix].push_back(run(ours, mix, 64));
        }
        out_.line("Durable acts over HTTP; one opening of a case to three opinions on decisions "
                  "that are carried out:");
        out_.line("");
        std::string const alone_name = chosen_.on_postgresql ? "PostgreSQL" : "SQLite";
        std::vector<std::string> columns{
            "connections",           "acts/s",        "p50 / p99 ms",     "acts in a commit",
            "CPU µs an act",         "bare server/s", "its p50 / p99 ms", "its CPU µs",
            alone_name + " alone/s", "to bare",       "to " + alone_name, "not 2xx"};
        if (chosen_.on_postgresql)
            columns.insert(columns.begin() + 9, "one act a commit/s");
        out_.head(columns);
        for (auto const& [many, here] : found) {
            auto const mine = middle_of(here.juece);
            auto const other = middle_of(here.bare);
            auto const floor = median(here.floor);
            std::vector<std::string> cells{
                std::to_string(many),
                in_words(mine.a_second),
                latencies(mine),
                in_words(mine.a_group),
                in_words(mine.cpu_us),
                in_words(other.a_second),
                latencies(other),
                in_words(other.cpu_us),
                in_words(floor),
                ratio(mine.a_second, other.a_second),
                ratio(mine.a_second, floor),
                std::to_string(refused_in(here.juece) + refused_in(here.bare))};
            if (chosen_.on_postgresql)
                cells.insert(cells.begin() + 9, in_words(median(here.singles)));
            out_.row(cells);
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

    terms const& chosen_;
    workplace work_;
    soci::place data_;
    fs::path log_;
    std::unique_ptr<web::commands::house_of_law> law_;
    report out_;
    seats people_;
    fs::path cases_;
    long long one_story_ = 0;
    std::vector<load_answer> answered_; ///< every run of load
};

} // namespace

void measure_whole_table(terms const& chosen)
{
    table(chosen).measure();
}

void try_out(terms chosen)
{
    chosen.rounds = 1;
    chosen.seconds = 1;
    chosen.connections = {2};
    chosen.cases = 20;
    chosen.stories = 4;
    chosen.decisions = 4'000;
    chosen.matters = 500;
    chosen.looks = 1;
    table(chosen).try_out();
}

void measure_sizes(terms const& chosen)
{
    workplace const work(chosen.work);
    auto const law = web::commands::load_law({});
    report out;
    say_where(out);
    std::vector<grown_terms> wanted;
    for (auto const& dir : chosen.houses)
        wanted.push_back({.juece = chosen.juece,
                          .at = soci::place(dir),
                          .log = work.at / "log",
                          .looks = chosen.looks,
                          .proof = {chosen.verifies, chosen.rewrites}});
    measure_houses(wanted, law->law(), web::commands::now(), out);
    if (chosen.write)
        write_results(chosen.here, by_size, out);
}

} // namespace bench
