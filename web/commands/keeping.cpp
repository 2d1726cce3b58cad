#include "adapters/report/prove_reports.hpp"
#include "adapters/soci/backup.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/recount_figures.hpp"
#include "adapters/soci/verify.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <thread>

// verify, rebuild, backup and restore.

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options {
    std::filesystem::path dir;
    std::filesystem::path file;
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

CLI::App* add(CLI::App& program, char const* name, char const* words,
              std::shared_ptr<options> const& chosen)
{
    auto* command = program.add_subcommand(name, words);
    command->add_option("--data", chosen->dir, "Data directory")->required()->type_name("DIR");
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
        soci::database const record(chosen->dir, soci::opening::must_exist);
        adapters::documents::document_store const documents(chosen->dir);
        auto found = soci::verify(record, law->law(), documents);
        soci::reader everything(record, engine::clearance::of_the_record());
        found.findings.push_back(
            adapters::report::prove_reports(everything, adapters::report::indicators()));
        code = print(found, language(chosen->language));
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
        soci::database record(chosen->dir, soci::opening::must_exist);
        language const words(chosen->language);
        long long unreadable = 0;
        if (chosen->figures_alone) {
            auto const done =
                soci::recount_figures(record, law->law(), std::thread::hardware_concurrency());
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
        soci::database const record(chosen->dir, soci::opening::must_exist);
        adapters::documents::document_store const documents(chosen->dir);
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
    });
}

} // namespace web::commands
