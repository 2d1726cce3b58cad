#include "adapters/report/one_page.hpp"
#include "adapters/report/signed_report.hpp"
#include "adapters/soci/accounts.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <set>

// report: the annual report of a year as a file.

namespace web::commands {
namespace {

namespace report = adapters::report;

struct options : record_options {
    std::string organ;
    std::filesystem::path out;
    int year = 0;
    std::string format = "md";
};

/// The picture of a frozen report: "picture-svg".
std::string picture_of(adapters::soci::reader& record, report::compiled_report const& compiled,
                       report::indicators const& dictionary, report::report_template const& form,
                       std::string_view format)
{
    auto const page = report::one_page_of(record, compiled, dictionary, form);
    auto made = page && compiled.filed
                    ? report::make_picture(*page, format, compiled.filed->changed_at)
                    : std::nullopt;
    if (!made)
        throw cannot("only a report whose figures are frozen has a picture");
    return std::move(made->bytes);
}

std::string bytes_of(report::compiled_report const& compiled, report::indicators const& dictionary,
                     options const& chosen)
{
    if (chosen.format == "signed") {
        auto const key = adapters::secrets::signing_key::of(chosen.dir);
        auto made = report::signed_report(compiled, dictionary, key);
        if (!made)
            throw cannot("only a report whose figures are frozen is signed");
        std::cerr << "key " << key.public_key() << "\n"; // for the government above, once
        return std::move(*made);
    }
    auto made =
        report::make_file(compiled, dictionary, chosen.format, now(), chosen.dir / "scratch");
    if (!made && workflows::annual_report::is_taken_over(compiled.file))
        throw cannot("the figures of " + std::to_string(chosen.year) +
                     " were imported, so the year has no document; choose xlsx, csv or json");
    if (!made)
        throw cannot("there is no format " + chosen.format);
    return std::move(made->bytes);
}

/// Code of the organ that reports; empty where the house has one. Where several report on the year,
/// one of them has to be named.
std::string organ_of_report(adapters::soci::database& record, options const& chosen)
{
    adapters::soci::reader reader(record, engine::clearance::of_the_record());
    std::string unit;
    std::string organs;
    int found = 0;
    for (auto const& one : report::filed_reports(reader, chosen.organ))
        if (one.file.opening->year == chosen.year && ++found) {
            organs += " " + one.file.opening->organ_name;
            unit = one.file.unit;
        }
    if (found > 1)
        throw cannot("several organs report on that year; name one with --organ:" + organs);
    adapters::soci::accounts people(record);
    std::set<std::string> with_units;
    for (auto const& one : people.units())
        with_units.insert(one.organ);
    if (with_units.size() < 2)
        return {};
    for (auto const& one : people.organs())
        if (one.name == chosen.organ)
            return one.code;
    auto const reports = people.find_unit(unit);
    if (!reports)
        throw cannot("the house has several organs; name one with --organ");
    return reports->organ;
}

int make_report(options const& chosen)
{
    adapters::soci::database record(chosen.where(), adapters::soci::opening::must_exist);
    adapters::soci::reader reader(
        record, engine::clearance::of_the_record(organ_of_report(record, chosen)));
    report::indicators const dictionary;
    auto const form = report::read_report_template(chosen.dir);
    auto const compiled = report::compile_report(reader, chosen.organ, chosen.year, dictionary,
                                                 form, engine::legal_day(now()));
    constexpr std::string_view picture = "picture-";
    std::string_view const format = chosen.format;
    auto const bytes = format.starts_with(picture) ? picture_of(reader, compiled, dictionary, form,
                                                                format.substr(picture.size()))
                                                   : bytes_of(compiled, dictionary, chosen);
    if (chosen.out.empty()) {
        std::cout << bytes;
        return done_well;
    }
    std::ofstream out(chosen.out, std::ios::binary);
    out << bytes;
    if (!out.flush())
        throw cannot("cannot write " + chosen.out.string());
    return done_well;
}

} // namespace

void add_report(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        program.add_subcommand("report", "Make a year's annual report, or its figures, as a file");
    chosen->add_to(*command);
    command->add_option("--year", chosen->year, "Calendar year")
        ->required()
        ->check(CLI::Range(1900, 9999));
    command->add_option("--organ", chosen->organ, "Name of the organ, where there are several");
    command
        ->add_option(
            "--format", chosen->format,
            "docx, pdf, md, xlsx, csv, json, signed for the government above, or the picture "
            "of one page as picture-svg, picture-png, picture-pdf")
        ->check(CLI::IsMember({"docx", "pdf", "md", "xlsx", "csv", "json", "signed", "picture-svg",
                               "picture-png", "picture-pdf"}))
        ->capture_default_str();
    command->add_option("--out", chosen->out, "File to write; standard output if left out")
        ->type_name("FILE");
    command->callback([chosen, &code] { code = make_report(*chosen); });
}

} // namespace web::commands
