#include "adapters/soci/numbering.hpp"

#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/commands/settings.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options : record_options {
    std::string unit, kind, mark, from;
};

void set_rule(options const& chosen)
{
    auto const from =
        chosen.from.empty() ? engine::legal_day(now()) : engine::parse_day(chosen.from);
    if (!from)
        throw cannot("\"" + chosen.from + "\" is no date such as 2024-04-02");
    soci::database record(chosen.where());
    soci::house_register house(record);
    try {
        house.set_numbering({chosen.unit, chosen.kind, *from, chosen.mark}, now());
    } catch (soci::not_entered const& refused) {
        throw cannot(refused.what());
    }
    note_settings(record, house, now());
}

void list_rules(options const& chosen)
{
    soci::database record(chosen.where());
    for (auto const& one : soci::numbering(record).rules())
        std::cout << one.unit << " " << one.kind << " from " << engine::to_text(one.from) << " "
                  << (one.mark.empty()
                          ? "not numbered"
                          : soci::document_number(one.mark, engine::year_of(one.from), 1))
                  << "\n";
}

} // namespace

void add_numbering(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        program.add_subcommand("numbering", "How the papers of units are numbered (字号)");
    chosen->add_to(*command);
    command->require_subcommand(1);

    auto* list = command->add_subcommand("list", "List the rules, each with its first number");
    list->callback([chosen, &code] {
        list_rules(*chosen);
        code = done_well;
    });

    auto* set = command->add_subcommand(
        "set", "Number the papers that a unit issues with an act, from a day on");
    set->add_option("unit", chosen->unit, "Code of the unit")->required();
    set->add_option("act", chosen->kind, "The act, such as legality_review.concluded")->required();
    set->add_option("mark", chosen->mark, "What stands before the year; \"\" ends the numbering")
        ->required();
    set->add_option("--from", chosen->from, "First day; today if left out");
    set->callback([chosen, &code] {
        set_rule(*chosen);
        code = done_well;
    });
}

} // namespace web::commands
