#include "adapters/soci/audit_chain.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options : record_options {
    long long days = soci::audit_kept.count();
};

void clear(options const& chosen)
{
    soci::database record(chosen.where(), soci::opening::must_exist);
    auto const done =
        soci::clear_audit(record, now(), std::chrono::days(chosen.days), user_of_machine());
    std::cout << language("zh")(engine::say("已清理审计日志{1}条，至第{2}号为止。", done.entries,
                                            done.through))
              << "\n";
}

} // namespace

void add_audit(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* audit = program.add_subcommand("audit", "The log of sign-ins and refused attempts");
    chosen->add_to(*audit);
    audit->require_subcommand(1);
    auto* command = audit->add_subcommand(
        "clear", "Take away entries that are old enough; the log says that it was done");
    command->add_option("--days", chosen->days, "Entries of so many days are kept; at least 180")
        ->check(CLI::Range(static_cast<long long>(soci::audit_kept.count()), 36'500LL))
        ->capture_default_str();
    command->callback([chosen, &code] {
        clear(*chosen);
        code = done_well;
    });
}

} // namespace web::commands
