#ifndef JUECE_WEB_COMMANDS_COMMANDS_HPP
#define JUECE_WEB_COMMANDS_COMMANDS_HPP

namespace CLI {
class App;
}

// One function per subcommand: it declares the options and, when the subcommand is chosen, runs it
// and sets the code with which the program ends.

namespace web::commands {

void add_serve(CLI::App& program, int& code);
void add_verify(CLI::App& program, int& code);
void add_rebuild(CLI::App& program, int& code);
void add_backup(CLI::App& program, int& code);
void add_restore(CLI::App& program, int& code);
void add_migrate_to(CLI::App& program, int& code);
void add_user(CLI::App& program, int& code);
void add_numbering(CLI::App& program, int& code);
void add_audit(CLI::App& program, int& code);
void add_rules(CLI::App& program, int& code);
void add_openapi(CLI::App& program, int& code);
void add_report(CLI::App& program, int& code);
void add_merge_reports(CLI::App& program, int& code);
void add_demo(CLI::App& program, int& code);
void add_import(CLI::App& program, int& code);
void add_export(CLI::App& program, int& code);
void add_site(CLI::App& program, int& code);
void add_apart(CLI::App& program, int& code);

} // namespace web::commands

#endif
