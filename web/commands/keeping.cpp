#include "adapters/report/prove_reports.hpp"
#include "adapters/soci/backup.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/record_copy.hpp"
#include "adapters/soci/recount_figures.hpp"
#include "adapters/soci/verify.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <thread>

// verify, rebuild, backup, restore and migrate-to.

namespace web::commands {
namespace {

namespace fs = std::filesystem;
namespace soci = adapters::soci;

struct options : record_options {
    fs::path file;
    std::string target; ///< of migrate-to
    std::string language = "zh";
    bool figures_alone = false;
};

int print(soci::verification const& found, language const& words)
{
    for (auto const& one : found.findings) {
        std::cout << (one.wrong ? "✕ " : "✓ ") << words("verify." + one.check) << ": "
                  << one.checked;
        if (one.wrong)
            std::cout << ", " << words(engine::say("有误{1}处", one.wrong)) << ": "
                      << words(one.first);
        std::cout << "\n";
    }
    return found.clean() ? done_well : found_wrong;
}

soci::verification prove(soci::database const& record, house_of_law const& law, fs::path const& dir)
{
    adapters::documents::document_store const documents(dir);
    auto found = soci::verify(record, law.law(), documents);
    // A damaged file was said already; what else it would not let be read adds nothing.
    if (found.findings.front().wrong > 0)
        return found;
    soci::reader everything(record, engine::clearance::of_the_record());
    found.findings.push_back(
        adapters::report::prove_reports(everything, adapters::report::indicators()));
    return found;
}

/// Copies all rows and proves the copy; tells about both.
bool copied_and_proven(soci::place const& from, soci::database& to, options const& chosen)
{
    auto const law = load_law(chosen.dir);
    language const words(chosen.language);
    soci::database record(from, soci::opening::must_exist);
    long long rows = 0;
    auto const tables = soci::copy_record(record, to);
    for (auto const& one : tables)
        rows += one.rows;
    std::cout << words(engine::say("已复制数据表{1}张、记录{2}行，逐行核对无误。", tables.size(),
                                   rows))
              << "\n";
    return print(prove(to, *law, chosen.dir), words) == done_well;
}

/// What a file held is on the server now. It is kept under a name that nothing serves.
int move_to_server(soci::place const& from, options const& chosen)
{
    soci::database to({chosen.dir, chosen.target});
    if (!copied_and_proven(from, to, chosen))
        return found_wrong;
    fs::rename(from.file(), from.moved_file());
    std::cout << language(chosen.language)(engine::say("案卷记录已移至{1}；原文件保留为{2}。",
                                                       to.where().name(),
                                                       from.moved_file().string()))
              << "\n";
    return done_well;
}

/// And back. Under another name until it is whole: what is called juece.sqlite can be served.
int move_to_file(soci::place const& from, options const& chosen)
{
    soci::place const to(chosen.dir);
    if (fs::exists(to.file()))
        throw cannot(chosen.dir.string() + " holds a record already");
    auto const scratch = chosen.dir / "arriving";
    fs::remove_all(scratch);
    soci::database arriving(scratch);
    if (!copied_and_proven(from, arriving, chosen))
        return found_wrong;
    if (fs::exists(arriving.file().string() + "-wal"))
        throw cannot(arriving.file().string() + " is still in use");
    fs::rename(arriving.file(), to.file());
    fs::remove_all(scratch);
    std::cout << language(chosen.language)(engine::say("案卷记录已移至{1}；{2}中的记录没有改动。",
                                                       to.name(), from.name()))
              << "\n";
    return done_well;
}

int migrate(options const& chosen)
{
    auto const from = chosen.where();
    auto const to_server = soci::is_postgresql_url(chosen.target);
    if (from.is_file() != to_server)
        throw cannot("a record moves from a file to a server or from a server to a file");
    return to_server ? move_to_server(from, chosen) : move_to_file(from, chosen);
}

CLI::App* add(CLI::App& program, char const* name, char const* words,
              std::shared_ptr<options> const& chosen)
{
    auto* command = program.add_subcommand(name, words);
    chosen->add_to(*command);
    command->add_option("--language", chosen->language, "zh or en")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    return command;
}

} // namespace

void add_verify(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        add(program, "verify",
            "Recompute every hash chain and derived table; ends with 1 on a difference", chosen);
    command->callback([chosen, &code] {
        auto const law = load_law(chosen->dir);
        soci::database const record(chosen->where(), soci::opening::must_exist);
        code = print(prove(record, *law, chosen->dir), language(chosen->language));
    });
}

void add_rebuild(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command = add(program, "rebuild",
                        "Write anew everything that is derived from acts, while no server runs; "
                        "ends with 1 when a case does not replay",
                        chosen);
    command->add_flag("--figures", chosen->figures_alone,
                      "Only count the figures anew, and mend those that differ");
    command->callback([chosen, &code] {
        auto const law = load_law(chosen->dir);
        soci::database record(chosen->where(), soci::opening::must_exist);
        language const words(chosen->language);
        long long unreadable = 0;
        if (chosen->figures_alone) {
            auto const done = soci::recount_figures(
                record, law->law(), soci::counters_on(std::thread::hardware_concurrency()));
            unreadable = done.unreadable;
            std::cout << words(engine::say("已由{1}件办理重新统计{2}项数字，更正案卷{3}份。",
                                           done.acts, done.figures, done.mended))
                      << "\n";
        } else {
            auto const done = soci::rebuild(record, law->law());
            unreadable = done.unreadable;
            std::cout << words(engine::say("已重建案卷{1}份的清单、待办、数字和检索。", done.cases))
                      << "\n";
        }
        if (unreadable > 0)
            std::cout << words(engine::say("不能重演的案卷{1}份，保持原状。", unreadable)) << "\n";
        code = unreadable > 0 ? found_wrong : done_well;
    });
}

void add_backup(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command = add(program, "backup",
                        "Write everything to one new file; the server may go on working", chosen);
    command->add_option("file", chosen->file, "File to be made")->required()->type_name("FILE");
    command->callback([chosen, &code] {
        soci::database const record(chosen->where(), soci::opening::must_exist);
        adapters::documents::document_store const documents(
            chosen->dir, adapters::documents::unfinished_uploads_are::left);
        auto const extent = soci::back_up(record, documents, chosen->file);
        language const words(chosen->language);
        std::cout << words(engine::say("已备份案卷{1}份、办理{2}件、文件{3}个，共{4}字节。",
                                       extent.cases, extent.acts, extent.documents, extent.bytes))
                  << "\n";
        code = done_well;
    });
}

void add_restore(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        add(program, "restore", "Fill an empty data directory from a backup and verify it", chosen);
    command->add_option("file", chosen->file, "The backup")
        ->required()
        ->type_name("FILE")
        ->check(CLI::ExistingFile);
    command->callback([chosen, &code] {
        auto const law = load_law(chosen->dir);
        code =
            print(soci::restore(chosen->file, chosen->dir, law->law()), language(chosen->language));
        if (code != done_well || chosen->database.empty())
            return;
        chosen->target = chosen->database;
        code = move_to_server(soci::place(chosen->dir), *chosen);
    });
}

void add_migrate_to(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        add(program, "migrate-to",
            "Move the record from the data directory to a PostgreSQL database, or back; "
            "nothing else may have it open",
            chosen);
    command
        ->add_option("target", chosen->target,
                     "postgresql://... of an empty database; or `sqlite`, from --database back to "
                     "the data directory")
        ->required()
        ->type_name("TARGET")
        ->check([](std::string const& text) {
            return text == "sqlite" || soci::is_postgresql_url(text)
                       ? std::string()
                       : std::string("neither `sqlite` nor postgresql://...");
        });
    command->callback([chosen, &code] { code = migrate(*chosen); });
}

} // namespace web::commands
