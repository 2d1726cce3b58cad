#include "tests/bench/bare_server.hpp"
#include "tests/bench/crowds.hpp"
#include "tests/bench/growing.hpp"
#include "tests/bench/peers_table.hpp"
#include "tests/bench/whole_table.hpp"
#include "tests/server_database.hpp"
#include "web/commands/house.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <spdlog/spdlog.h>

// Measures the house and what it can be compared with, in one run and in turns, and prints tables.

namespace bench {
namespace {

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

/// Where `--data` and `--database` of a subcommand lead.
struct chosen_place {
    std::filesystem::path dir;
    std::string database;

    void add_to(CLI::App& command)
    {
        command.add_option("--data", dir, "Its directory")->required();
        command.add_option("--database", database, "Its database on a PostgreSQL server, a URL")
            ->envname("JUECE_DATABASE");
    }
    adapters::soci::place place() const { return {dir, database}; }
};

void add_table(CLI::App& command, terms& chosen)
{
    command.add_option("--work", chosen.work, "Directory to work in; a temporary one if left out");
    command.add_flag("--write", chosen.write, "Write README.md in the folder of the scripts");
}

void add_load(CLI::App& command, terms& chosen)
{
    command.add_option("--rounds", chosen.rounds, "Rounds of load");
    command.add_option("--seconds", chosen.seconds, "Length of one run");
    command.add_option("--connections", chosen.connections, "Connections, one run each");
    add_table(command, chosen);
}

/// What of houses that grew.
void add_grown(CLI::App& command, terms& chosen)
{
    command.add_option("--looks", chosen.looks, "How often each page is fetched");
    command.add_flag("!--keep-derived", chosen.rewrites, "Write no derived rows anew");
    command.add_flag("!--unverified", chosen.verifies, "Do not run `juece verify`");
}

/// What one of the crowds does, and nothing else.
template <class Terms>
void measure_alone(terms const& chosen, void (crowds::*what)(Terms), Terms const& how)
{
    workplace const work(chosen.work);
    auto const law = web::commands::load_law({});
    report out;
    crowds all(chosen, work, law->law(), out);
    (all.*what)(how);
}

void must_have_server()
{
    if (tests::postgresql_server().empty())
        throw std::runtime_error("JUECE_TEST_POSTGRESQL names no server; tests/on_postgresql "
                                 "starts one");
}

} // namespace
} // namespace bench

int main(int argc, char** argv)
{
    spdlog::set_level(spdlog::level::warn);
    bench::terms chosen;
    bench::chosen_place bare_place;
    bench::chosen_place new_place;
    bench::growth wanted;
    std::string today;
    std::string database = "sqlite";
    CLI::App program("Measures Juece beside a bare server and a bare database");
    program.add_option("--juece", chosen.juece, "The binary juece");
    program.add_option("--here", chosen.here, "Folder of this program's scripts");
    program
        .add_option("--database", database,
                    "What keeps the record: sqlite, or postgresql on the "
                    "server that JUECE_TEST_POSTGRESQL names")
        ->check(CLI::IsMember({"sqlite", "postgresql"}))
        ->capture_default_str();
    program.add_option("--cases", chosen.cases, "Cases that are opened before the load");
    program.add_option("--stories", chosen.stories, "Whole decisions entered before the load");
    program.add_option("--decisions", chosen.decisions, "Decisions of the house that grew");
    program.add_option("--matters", chosen.matters, "Legal matters of the house that grew");
    program
        .add_option("--grown", chosen.grown.dir, "Measure this directory, made by grow, instead")
        ->check(CLI::ExistingDirectory);
    program.add_option("--grown-database", chosen.grown.url,
                       "And this database, made by grow, a URL");
    bench::add_grown(program, chosen);
    bench::add_load(program, chosen);
    auto* peers = program.add_subcommand("peers", "Measure Juece beside other workflow engines");
    bench::add_load(*peers, chosen);
    auto* bare = program.add_subcommand("bare", "Serve as the bare server of the comparison");
    bare_place.add_to(*bare);
    auto* grow = program.add_subcommand("grow", "Only make a house that grew for years");
    new_place.add_to(*grow);
    grow->add_option("--cases", wanted.decisions, "Decisions")->capture_default_str();
    grow->add_option("--matters", wanted.matters, "Legal matters")->capture_default_str();
    grow->add_option("--years", wanted.years, "Years")
        ->check(CLI::Range(1, 30))
        ->capture_default_str();
    grow->add_option("--today", today, "Where the years end, as 2026-03-31; today if left out");
    grow->add_option("--seed", wanted.seed, "Another number gives other cases")
        ->capture_default_str();
    auto* houses = program.add_subcommand("houses", "Measure houses that grew beside each other");
    houses->add_option("DIR", chosen.houses, "Directories, each made by grow")
        ->required()
        ->check(CLI::ExistingDirectory);
    bench::add_grown(*houses, chosen);
    bench::add_table(*houses, chosen);
    bench::burst_terms crowd;
    bench::slow_terms slow;
    auto* burst = program.add_subcommand("burst", "Only comments of the public, all at once");
    bench::add_options(*burst, crowd);
    auto* hang = program.add_subcommand("slow", "Only slow and idle connections");
    bench::add_options(*hang, slow);
    auto* try_out = program.add_subcommand("try", "Only whether the measuring works, in seconds");
    CLI11_PARSE(program, argc, argv);
    try {
        if (*bare)
            return bench::serve_bare(bare_place.place());
        if (*grow) {
            wanted.at = new_place.place();
            wanted.now = bench::evening_of(today);
            auto const made = bench::grow(wanted, web::commands::load_law({})->law());
            std::cout << bench::in_words(made) << "\n";
            return 0;
        }
        if (*houses) {
            bench::measure_sizes(chosen);
            return 0;
        }
        if (*try_out) {
            bench::try_out(chosen);
            return 0;
        }
        if (*peers) {
            if (chosen.connections.empty())
                chosen.connections = {1, 16, 64};
            bench::measure_beside_peers(chosen);
            return 0;
        }
        if (*burst) {
            bench::measure_alone(chosen, &bench::crowds::burst, crowd);
            return 0;
        }
        if (*hang) {
            bench::measure_alone(chosen, &bench::crowds::slow, slow);
            return 0;
        }
        chosen.on_postgresql = database == "postgresql";
        if (chosen.on_postgresql)
            bench::must_have_server();
        if (chosen.connections.empty())
            chosen.connections = {1, 16, 64, 256};
        bench::measure_whole_table(chosen);
        return 0;
    } catch (std::exception const& e) {
        std::cerr << "juece_bench: " << e.what() << "\n";
        return 1;
    }
}
