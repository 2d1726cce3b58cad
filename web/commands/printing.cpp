#include "adapters/report/decision_paragraph.hpp"
#include "adapters/soci/reader.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/indicators.hpp"
#include "web/openapi.hpp"
#include "workflows/shapes.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

// rules, openapi and report: what prints something and changes nothing.

namespace web::commands {
namespace {

struct options {
    std::filesystem::path dir;
    std::string place = "cn";
    std::string on;
    bool check = false;
    int year = 0;
    std::string format = "text";
};

int print_rules(options const& chosen)
{
    auto const law = load_law(chosen.dir);
    if (chosen.check) {
        std::cout << law->book.packs().size() << " rule packs, " << law->requirements.all().size()
                  << " requirements: in order\n";
        int unknown = 0;
        for (auto const& pack : law->book.packs())
            for (auto const& one : pack.parameters)
                if (!law->requirements.find(one.rule)) {
                    std::cout << pack.name << ": " << one.key << " cites the unknown rule "
                              << one.rule << "\n";
                    ++unknown;
                }
        return unknown ? found_wrong : done_well;
    }
    auto const on = chosen.on.empty() ? engine::legal_day(now()) : engine::parse_day(chosen.on);
    if (!on)
        throw cannot("\"" + chosen.on + "\" is no date such as 2024-04-02");
    if (!law->book.knows(chosen.place)) {
        std::string known;
        for (auto const& pack : law->book.packs())
            known += " " + pack.name;
        throw cannot("there is no rule pack \"" + chosen.place + "\"; there are:" + known);
    }
    for (auto const& pack : law->book.packs())
        std::cout << (pack.name == chosen.place ? "* " : "  ") << pack.name << " " << pack.title
                  << (pack.parent.empty() ? "" : " < " + pack.parent) << "\n";
    std::cout << "\n" << chosen.place << " " << engine::to_text(*on) << "\n";
    for (auto const& [key, one] : law->book.in_force(chosen.place, *on).all())
        std::cout << "  " << key << " = " << engine::to_text(one.value) << "  (" << one.rule << ", "
                  << one.pack << ", from " << engine::to_text(one.from)
                  << (one.until ? " until " + engine::to_text(*one.until) : "") << ")\n";
    return done_well;
}

int print_report(options const& chosen)
{
    adapters::soci::database const record(chosen.dir, adapters::soci::opening::must_exist);
    adapters::soci::reader reader(record, engine::clearance::of_the_record());
    adapters::report::year_figures counted;
    for (auto const& one : reader.totals(chosen.year))
        counted[one.indicator] = one.value;
    auto const paragraph = adapters::report::decision_paragraph(chosen.year, counted);
    if (chosen.format == "text") {
        std::cout << paragraph << "\n";
        return done_well;
    }
    indicators const dictionary;
    boost::json::array figures;
    for (auto const& [code, value] : counted) {
        auto const* known = dictionary.find(code);
        figures.push_back({{"indicator", code},
                           {"name", known ? known->chinese : code},
                           {"unit", known ? known->unit : ""},
                           {"value", value}});
    }
    std::cout << boost::json::serialize(boost::json::object{
                     {"year", chosen.year}, {"paragraph", paragraph}, {"figures", figures}})
              << "\n";
    return done_well;
}

} // namespace

void add_rules(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        program.add_subcommand("rules", "Print the rule packs and what is in force on a day");
    command->add_option("--data", chosen->dir, "Data directory, for packs of its own")
        ->type_name("DIR");
    command->add_option("--place", chosen->place, "Name of a rule pack")->capture_default_str();
    command->add_option("--on", chosen->on, "Day, such as 2024-04-02; today if left out");
    command->add_flag("--check", chosen->check, "Only check all packs");
    command->callback([chosen, &code] { code = print_rules(*chosen); });
}

void add_openapi(CLI::App& program, int& code)
{
    program.add_subcommand("openapi", "Print the description of the interface (OpenAPI 3.1)")
        ->callback([&code] {
            std::cout << boost::json::serialize(openapi(routes(), workflows::shapes())) << "\n";
            code = done_well;
        });
}

void add_report(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command = program.add_subcommand(
        "report", "Print the decision paragraph of a year's annual report and its figures");
    command->add_option("--data", chosen->dir, "Data directory")->required()->type_name("DIR");
    command->add_option("--year", chosen->year, "Calendar year")
        ->required()
        ->check(CLI::Range(1900, 9999));
    command->add_option("--format", chosen->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->callback([chosen, &code] { code = print_report(*chosen); });
}

} // namespace web::commands
