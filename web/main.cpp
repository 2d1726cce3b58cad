#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/version.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

// The parts list of the binary: one line per subcommand.

/// jemalloc reads this at the start. Blocks of 8 MB and more, as the fonts of a PDF take, are kept
/// for the next one instead of going back to the system at once: half the time of a report as PDF.
extern "C" {
extern char const* malloc_conf;
char const* malloc_conf = "oversize_threshold:0";
}

int main(int argc, char** argv)
{
    using namespace web::commands;
    CLI::App program("Juece 决策: a workflow engine for major administrative decision procedures");
    program.set_version_flag("--version", "juece " + std::string(web::version));
    program.require_subcommand(1);
    program.footer("Ends with 0 when all is well, 1 when something was found wrong, 2 for wrong\n"
                   "usage, 3 when it cannot work with its data or configuration.");
    int code = done_well;
    add_serve(program, code);
    add_verify(program, code);
    add_rebuild(program, code);
    add_backup(program, code);
    add_restore(program, code);
    add_migrate_to(program, code);
    add_user(program, code);
    add_numbering(program, code);
    add_audit(program, code);
    add_rules(program, code);
    add_openapi(program, code);
    add_report(program, code);
    add_merge_reports(program, code);
    add_demo(program, code);
    add_import(program, code);
    add_export(program, code);
    add_site(program, code);
    add_apart(program, code);
    try {
        program.parse(argc, argv);
    } catch (CLI::ParseError const& e) {
        return program.exit(e) == 0 ? done_well : wrong_usage;
    } catch (std::exception const& e) {
        std::cerr << "juece: " << e.what() << "\n";
        return cannot_work;
    }
    return code;
}
