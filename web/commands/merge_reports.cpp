#include "adapters/csv/csv.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/report/merged_reports.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

// merge-reports: the signed reports of several governments, offline.

namespace web::commands {
namespace {

namespace report = adapters::report;

struct options {
    int year = 0;
    std::filesystem::path expected;
    std::vector<std::filesystem::path> files;
    std::filesystem::path out;
    std::string language = "zh";
};

std::vector<report::expected_report> read_expected(std::filesystem::path const& file)
{
    auto const read = adapters::csv::read(adapters::files::read_file(file), file.string());
    if (!read.faults.empty() || !read.found.has("organ") || !read.found.has("key"))
        throw cannot(file.string() + " must be a table with the columns organ and key");
    std::vector<report::expected_report> all;
    for (auto const& row : read.found.rows)
        all.push_back({read.found.cell(row, "organ"), read.found.cell(row, "key")});
    return all;
}

int merge(options const& chosen)
{
    language const words(chosen.language);
    report::indicators const dictionary;
    std::vector<report::report_file_given> files;
    for (auto const& file : chosen.files)
        files.push_back({file.filename().string(), adapters::files::read_file(file)});
    auto const merged =
        report::merge_reports(chosen.year, read_expected(chosen.expected), files, dictionary);
    for (auto const& one : merged.refused)
        std::cerr << one.about << ": " << words(one.words) << "\n";
    for (auto const& one : merged.doubtful)
        std::cerr << one.about << ": " << words(one.words) << "\n";
    for (auto const& one : merged.missing)
        std::cerr << words(engine::say("没有收到{1}的报告", one)) << "\n";
    auto const table = adapters::sheet::as_csv(report::as_sheet(merged, chosen.year, dictionary));
    if (chosen.out.empty())
        std::cout << table;
    else {
        std::ofstream out(chosen.out, std::ios::binary);
        out << table;
        if (!out.flush())
            throw cannot("cannot write " + chosen.out.string());
    }
    bool const whole = merged.refused.empty() && merged.doubtful.empty() && merged.missing.empty();
    return whole ? done_well : found_wrong;
}

} // namespace

void add_merge_reports(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command = program.add_subcommand(
        "merge-reports", "Sum up signed annual reports (juece report --format signed), offline; "
                         "ends with 1 when one is missing, refused or does not add up");
    command->add_option("--year", chosen->year, "Calendar year")
        ->required()
        ->check(CLI::Range(1900, 9999));
    command
        ->add_option("--expected", chosen->expected,
                     "CSV with the columns organ and key: whose reports are waited for")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("file", chosen->files, "Signed reports")->check(CLI::ExistingFile);
    command->add_option("--out", chosen->out, "CSV to write; standard output if left out");
    command->add_option("--language", chosen->language, "zh or en")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    command->callback([chosen, &code] { code = merge(*chosen); });
}

} // namespace web::commands
