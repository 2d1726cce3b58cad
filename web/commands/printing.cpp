#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/openapi.hpp"
#include "workflows/shapes.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

// rules and openapi: what prints something and changes nothing.

namespace web::commands {
namespace {

struct options {
    std::filesystem::path dir;
    std::string place = "cn";
    std::string on;
    bool check = false;
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

} // namespace web::commands
