#include "tests/bench/peers_table.hpp"

#include "tests/bench/contender.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/setting.hpp"
#include "tests/bench/work_load.hpp"
#include "web/commands/house.hpp"

#include <algorithm>
#include <iostream>
#include <map>

namespace bench {
namespace {

/// At so many connections Juece is held against the best of the others.
constexpr int connections_compared = 16;

std::vector<std::unique_ptr<contender>> contenders(terms const& chosen, engine::law_in_force law)
{
    unit_of_work const ten_steps = {{"/ten-steps/{unit}"}};
    unit_of_work const approval = {{"/approvals/{unit}"}, {"/approvals/{unit}/approve"}};
    std::vector<std::unique_ptr<contender>> all;
    all.push_back(juece_on(false, chosen, law));
    all.push_back(juece_on(true, chosen, law));
    all.push_back(
        peer({"@dbos-inc/dbos-sdk", "PostgreSQL", "dbos.mjs", true, ten_steps, approval}, chosen));
    all.push_back(peer(
        {"openworkflow", "PostgreSQL", "openworkflow.mjs", true, ten_steps, approval}, chosen));
    all.push_back(peer({"@restatedev/restate-server",
                        "its own log, as it comes",
                        "restate.mjs",
                        false,
                        {{"/ten-steps/run", "", "\"{unit}\""}},
                        {{"/approvals/{unit}/run/send"}, {"/approvals/{unit}/approve"}}},
                       chosen));
    for (auto const& [package, script] :
         {std::pair("bpmn-engine", "bpmn_engine.mjs"), std::pair("xstate", "xstate.mjs")})
        all.push_back(peer({package, "SQLite, WAL, synchronous=FULL, by better-sqlite3", script,
                            false, ten_steps, approval},
                           chosen));
    return all;
}

/// What one contender did of one kind of work, by connections.
using runs = std::map<int, std::vector<work_answer>>;

struct entrant {
    std::unique_ptr<contender> who;
    runs ten_steps;
    runs approvals;
    std::string missing = {}; ///< why it is not measured
};

work_answer middle_of(std::vector<work_answer> all)
{
    std::sort(all.begin(), all.end(),
              [](auto const& a, auto const& b) { return a.a_second < b.a_second; });
    return all[all.size() / 2];
}

/// Steps a second, and the latencies of what one request ends: of the whole unit when it is counted
/// by steps, else of its last request.
std::string cell_of(work_answer const& one, int steps)
{
    if (one.a_second == 0)
        return "none done in time";
    bool const of_all = steps > 1;
    return in_words(one.a_second * steps) + " (" + in_words(of_all ? one.p50_ms : one.last_p50_ms) +
           " / " + in_words(of_all ? one.p99_ms : one.last_p99_ms) + ")";
}

class table {
public:
    explicit table(terms const& chosen)
        : chosen_(chosen), work_(chosen.work), law_(web::commands::load_law({}))
    {
        for (auto& one : contenders(chosen, law_->law()))
            entrants_.push_back({.who = std::move(one), .ten_steps = {}, .approvals = {}});
    }

    void measure()
    {
        say_where(out_);
        say_rounds(chosen_.rounds, chosen_.seconds, out_);
        if (has_server())
            say_server(out_);
        say_sync("before", work_.at, out_);
        for (int round = 0; round < chosen_.rounds; ++round)
            for (auto& one : entrants_)
                take_turn(one);
        say_kind("Ten steps a unit of work, each durable before the next. Steps a second, and in "
                 "brackets the milliseconds of all ten, median and 99th percentile:",
                 "ten durable steps", &entrant::ten_steps, 10);
        say_kind("A matter that waits, and its approval. Matters opened and approved a second, and "
                 "in brackets the milliseconds of the approval alone, median and 99th percentile:",
                 "opened and approved", &entrant::approvals, 1);
        say_missing();
        say_sync("after", work_.at, out_);
        if (chosen_.write)
            write_results(chosen_.here, beside_peers, out_);
    }

private:
    static bool has_server() { return !tests::postgresql_server().empty(); }

    /// One after the other, so that nobody works while another is measured.
    void take_turn(entrant& one)
    {
        if (!one.missing.empty())
            return;
        if (one.who->needs_server() && !has_server()) {
            one.missing = "there is no PostgreSQL";
            return;
        }
        try {
            auto server = one.who->start(work_);
            // Programs of Node become faster while they run.
            run(one, server, one.who->ten_steps(), connections_compared, 1);
            run(one, server, one.who->approval(), connections_compared, 1);
            for (auto const many : chosen_.connections) {
                one.ten_steps[many].push_back(
                    run(one, server, one.who->ten_steps(), many, chosen_.seconds));
                one.approvals[many].push_back(
                    run(one, server, one.who->approval(), many, chosen_.seconds));
            }
            server.process->stop();
        } catch (std::exception const& e) {
            one.missing = e.what();
            std::cerr << one.who->name() << ": " << e.what() << std::endl;
        }
    }

    work_answer run(entrant const& one, running_server const& server, unit_of_work const& what,
                    int many, int seconds)
    {
        auto const asked = work_.at / "requests";
        write_down(what, asked);
        auto const found =
            do_work(server.port, {chosen_.here / "work.lua", asked, work_.at / "log"},
                    "unit-" + std::to_string(++number_), many, seconds);
        if (!found.first_failure.empty())
            std::cerr << one.who->name() << ": " << found.first_failure << std::endl;
        return found;
    }

    void say_kind(char const* about, char const* what, runs entrant::*kind, int steps)
    {
        out_.line(about);
        out_.line("");
        std::vector<std::string> columns{what, "kept in"};
        for (auto const many : chosen_.connections)
            columns.push_back("at " + std::to_string(many));
        columns.emplace_back("failed");
        out_.head(columns);
        for (auto const& one : entrants_)
            out_.row(cells_of(one, kind, steps));
        out_.line("");
        say_ratios(kind);
    }

    std::vector<std::string> cells_of(entrant const& one, runs entrant::*kind, int steps) const
    {
        std::vector<std::string> cells{one.who->name(), one.who->keeps()};
        if (!one.missing.empty()) {
            cells.resize(cells.size() + chosen_.connections.size(), "not measured");
            cells.emplace_back("-");
            return cells;
        }
        long long failed = 0;
        for (auto const many : chosen_.connections) {
            auto const& found = (one.*kind).at(many);
            cells.push_back(cell_of(middle_of(found), steps));
            for (auto const& each : found)
                failed += each.failed;
        }
        cells.push_back(std::to_string(failed));
        return cells;
    }

    double speed_of(entrant const& one, runs entrant::*kind) const
    {
        auto const found = (one.*kind).find(connections_compared);
        return !one.missing.empty() || found == (one.*kind).end()
                   ? 0
                   : middle_of(found->second).a_second;
    }

    void say_ratios(runs entrant::*kind)
    {
        auto const best = std::max_element(
            entrants_.begin() + 2, entrants_.end(),
            [&](auto const& a, auto const& b) { return speed_of(a, kind) < speed_of(b, kind); });
        say_ratio(entrants_[0], *best, kind, "the best of the others; wanted: 20");
        say_ratio(entrants_[1], entrants_[2], kind, "wanted: 10");
    }

    void say_ratio(entrant const& ours, entrant const& other, runs entrant::*kind,
                   char const* remark)
    {
        auto const theirs = speed_of(other, kind);
        if (theirs == 0 || !ours.missing.empty())
            return;
        out_.line("At " + std::to_string(connections_compared) + " connections " +
                  ours.who->name() + " does " + ratio(speed_of(ours, kind), theirs) +
                  " times what " + other.who->name() + " does (" + remark + ").");
        out_.line("");
    }

    void say_missing()
    {
        for (auto const& one : entrants_)
            if (!one.missing.empty()) {
                out_.line("Not measured: " + one.who->name() + ", because " + one.missing + ".");
                out_.line("");
            }
    }

    terms const& chosen_;
    workplace work_;
    std::unique_ptr<web::commands::house_of_law> law_;
    std::vector<entrant> entrants_;
    report out_;
    int number_ = 0;
};

} // namespace

void measure_beside_peers(terms const& chosen)
{
    table(chosen).measure();
}

} // namespace bench
