#include "adapters/calendar/load_calendar.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/import/import_cases.hpp"
#include "adapters/import/import_catalogue.hpp"
#include "adapters/import/import_figures.hpp"
#include "adapters/import/import_matters.hpp"
#include "adapters/import/import_people.hpp"
#include "adapters/soci/random_text.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/commands/settings.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

// import cases, legal matters, people, catalogues, proposals, figures and holidays; export cases.

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options : record_options {
    std::filesystem::path file;
    std::filesystem::path documents_from;
    std::string place = "cn";
    int year = 0;
    std::string by;
    std::string closed_by;
    bool dry_run = false;
    bool were_published = false;
    std::string language = "zh";
};

/// What is to be said of the file, each with its line.
template <class Remarks>
void tell_lines(Remarks const& remarks, options const& chosen)
{
    language const words(chosen.language);
    for (auto const& one : remarks)
        std::cerr << words(engine::say("{1}第{2}行：{3}", chosen.file.filename().string(), one.line,
                                       one.reason))
                  << "\n";
}

/// What is wrong with a file of which nothing was taken; the code for "found wrong".
template <class Faults>
int complain(Faults const& faults, options const& chosen)
{
    tell_lines(faults, chosen);
    std::cerr << language(chosen.language)(engine::say("未导入任何内容。")) << "\n";
    return found_wrong;
}

/// What kept the rest out of a file of which a part may be here: somebody else changed the record
/// meanwhile. The code for "found wrong", or for "done well" where there is nothing.
template <class Faults>
int tell_what_stopped(Faults const& faults, options const& chosen)
{
    tell_lines(faults, chosen);
    return faults.empty() ? done_well : found_wrong;
}

std::string read(std::filesystem::path const& file)
{
    return adapters::files::read_file(file);
}

int take_cases(options const& chosen)
{
    auto const law = load_law(chosen.dir);
    if (!law->book.knows(chosen.place))
        throw cannot("there is no rule pack \"" + chosen.place + "\"");
    soci::database record(chosen.where(), soci::opening::must_exist);
    soci::accounts people(record);
    adapters::documents::document_store documents(chosen.dir);
    std::optional<adapters::documents::document_store> from;
    if (!chosen.documents_from.empty())
        from.emplace(chosen.documents_from);
    auto const done =
        adapters::import::import_cases(read(chosen.file), record, people, documents, law->law(),
                                       {.dry_run = chosen.dry_run,
                                        .place = chosen.place,
                                        .documents_from = from ? &*from : nullptr});
    language const words(chosen.language);
    if (!done.faults.empty() && done.acts == 0)
        return complain(done.faults, chosen);
    std::cout << words(chosen.dry_run ? engine::say("试办通过：案卷{1}份，办理{2}件；未写入。",
                                                    done.cases, done.acts)
                                      : engine::say("已导入案卷{1}份，办理{2}件；此前已有{3}件。",
                                                    done.cases, done.acts, done.already_here))
              << "\n";
    return tell_what_stopped(done.faults, chosen);
}

/// The appointment today by which somebody takes a file in.
engine::actor seat_of(soci::accounts& people, std::string const& login, std::string const& role,
                      engine::instant at)
{
    auto const who = people.find_person(login);
    if (!who)
        throw cannot("nobody has the sign-in name \"" + login + "\"");
    for (auto const& one : people.appointments_of(who->id, engine::legal_day(at)))
        if (one.role == role)
            return soci::acting(*who, one);
    throw cannot(login + " is not appointed as " + role + " today");
}

int take_matters(options const& chosen)
{
    auto const law = load_law(chosen.dir);
    if (!law->book.knows(chosen.place))
        throw cannot("there is no rule pack \"" + chosen.place + "\"");
    soci::database record(chosen.where(), soci::opening::must_exist);
    soci::accounts people(record);
    adapters::import::matters_terms terms{.place = chosen.place, .by = {}, .now = now()};
    terms.by = seat_of(people, chosen.by, "reviewer", terms.now);
    if (!chosen.closed_by.empty()) {
        terms.closed_by = engine::parse_day(chosen.closed_by);
        if (!terms.closed_by)
            throw cannot("\"" + chosen.closed_by + "\" is no day");
    }
    language const words(chosen.language);
    auto const table = adapters::sheet::read_table_of(read(chosen.file));
    if (auto const* why = std::get_if<engine::text>(&table)) {
        std::cerr << words(*why) << "\n";
        return found_wrong;
    }
    auto const plan = plan_matters(std::get<adapters::sheet::read_table>(table), people.units(),
                                   law->law(), terms);
    for (auto const& one : plan.unknown_headings)
        std::cerr << words(engine::say("没有读取“{1}”一栏。", one)) << "\n";
    if (!plan.faults.empty())
        return complain(plan.faults, chosen);
    if (chosen.dry_run) {
        std::cout << words(engine::say("试办通过：案卷{1}份，办理{2}件；未写入。",
                                       plan.cases.size(), plan.acts()))
                  << "\n";
        return done_well;
    }
    soci::clerk clerk(record, law->law());
    auto const done = enter_cases(plan.cases, clerk);
    std::cout << words(engine::say("已导入案卷{1}份，办理{2}件；此前已有{3}件。", done.cases,
                                   done.acts, done.already_here))
              << "\n";
    return tell_what_stopped(done.faults, chosen);
}

int take_people(options const& chosen)
{
    auto const law = load_law(chosen.dir);
    soci::database record(chosen.where());
    soci::accounts people(record);
    soci::house_register house(record, engine::entered_by_import);
    auto const done = adapters::import::import_people(
        read(chosen.file), people, house, law->law(), now(), chosen.dry_run,
        [] { return soci::to_base64url(soci::random_bytes(12)); });
    if (!done.faults.empty())
        return complain(done.faults, chosen);
    language const words(chosen.language);
    for (auto const& one : done.persons)
        if (!chosen.dry_run)
            std::cout << one.login << '\t' << one.password << '\t' << one.role << '\t' << one.name
                      << '\t' << one.unit_name << '\n';
    std::cerr << words(engine::say("新增机关{1}个，单位{2}个，人员{3}名，任职{4}项。", done.organs,
                                   done.units, done.persons.size(), done.appointments))
              << "\n";
    return done_well;
}

soci::organ organ_of(soci::accounts& people, std::string const& unit)
{
    auto const known = people.find_unit(unit);
    for (auto const& organ : people.organs())
        if (known && organ.code == known->organ)
            return organ;
    throw cannot("the unit \"" + unit + "\" has no organ");
}

/// A catalogue that was published, or proposals for one that is being made.
int take_catalogue(options const& chosen, bool proposals)
{
    auto const law = load_law(chosen.dir);
    soci::database record(chosen.where(), soci::opening::must_exist);
    soci::accounts people(record);
    soci::reader looking(record, engine::clearance::of_the_record());
    auto const at = now();
    auto const by = seat_of(people, chosen.by, "office_secretary", at);
    auto const prepare =
        proposals ? adapters::import::prepare_proposals : adapters::import::prepare_catalogue;
    auto made = prepare(read(chosen.file),
                        {.year = chosen.year,
                         .file_name = chosen.file.filename().string(),
                         .place = organ_of(people, by.unit).place,
                         .by = by,
                         .now = at},
                        people.units(), looking, law->law());
    tell_lines(made.remarks, chosen);
    if (!made.faults.empty())
        return complain(made.faults, chosen);
    if (!chosen.dry_run)
        adapters::import::enter_catalogue(made, record, law->law());
    if (!made.faults.empty())
        return tell_what_stopped(made.faults, chosen);
    language const words(chosen.language);
    std::cout << words(chosen.dry_run ? engine::say("试办通过：{1}年度目录事项{2}项；未写入。",
                                                    chosen.year, made.items)
                       : made.already_here
                           ? engine::say("此前已经导入这份{1}年度目录。", chosen.year)
                           : engine::say("已导入{1}年度目录，事项{2}项。", chosen.year, made.items))
              << "\n";
    return done_well;
}

int take_figures(options const& chosen)
{
    auto const law = load_law(chosen.dir);
    soci::database record(chosen.where(), soci::opening::must_exist);
    soci::accounts people(record);
    soci::reader looking(record, engine::clearance::of_the_record());
    auto const at = now();
    auto const by = seat_of(people, chosen.by, "report_compiler", at);
    auto const organ = organ_of(people, by.unit);
    auto made =
        adapters::import::prepare_figures(read(chosen.file),
                                          {.organ_name = organ.name,
                                           .file_name = chosen.file.filename().string(),
                                           .place = organ.place,
                                           .by = by,
                                           .now = at,
                                           .were_published = chosen.were_published},
                                          adapters::report::indicators(), looking, law->law());
    if (!made.faults.empty())
        return complain(made.faults, chosen);
    if (!chosen.dry_run)
        adapters::import::enter_figures(made, record, law->law());
    if (!made.faults.empty())
        return tell_what_stopped(made.faults, chosen);
    language const words(chosen.language);
    std::cout << words(chosen.dry_run ? engine::say("试办通过：{1}个年度的数据{2}个；未写入。",
                                                    made.years.size(), made.values())
                       : made.already_here() ? engine::say("此前已经导入这份数据。")
                                             : engine::say("已导入{1}个年度的数据{2}个。",
                                                           made.years.size(), made.values()))
              << "\n";
    return done_well;
}

/// Before there is a record, its first start notes what is in force.
bool is_there(options const& chosen)
{
    return !chosen.database.empty() || std::filesystem::exists(chosen.dir / "juece.sqlite");
}

int take_holidays(options const& chosen)
{
    auto const done = adapters::calendar::import_holidays(
        read(chosen.file), chosen.file.filename().string(), chosen.dir);
    if (!done.faults.empty())
        return complain(done.faults, chosen);
    if (!done.added.empty() && is_there(chosen)) {
        soci::database record(chosen.where());
        soci::house_register house(record);
        note_settings(record, house, now());
    }
    language const words(chosen.language);
    std::cout << words(engine::say("新增{1}天，已有{2}天。", done.added.size(), done.already_known))
              << "\n";
    return done_well;
}

int give_cases(options const& chosen)
{
    soci::database record(chosen.where(), soci::opening::must_exist);
    soci::accounts people(record);
    adapters::import::export_cases(record, people, std::cout);
    return done_well;
}

CLI::App* add(CLI::App& parent, char const* name, char const* words, bool reads_file,
              std::shared_ptr<options> const& chosen)
{
    auto* command = parent.add_subcommand(name, words);
    chosen->add_to(*command);
    command->add_option("--language", chosen->language, "zh or en")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    if (reads_file)
        command->add_option("file", chosen->file, "File to read")
            ->required()
            ->type_name("FILE")
            ->check(CLI::ExistingFile);
    return command;
}

} // namespace

void add_import(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* all = program.add_subcommand(
        "import", "Take cases, legal matters, people, catalogues, figures or holidays from a file");
    all->require_subcommand(1);

    auto* cases = add(*all, "cases", "Cases as JSON lines; all of them or none", true, chosen);
    cases->add_flag("--dry-run", chosen->dry_run, "Judge everything, write nothing");
    cases->add_option("--place", chosen->place, "Rule pack of cases that name none")
        ->capture_default_str();
    cases
        ->add_option("--documents-from", chosen->documents_from,
                     "Another data directory, to copy missing documents from")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory);
    cases->callback([chosen, &code] { code = take_cases(*chosen); });

    auto* matters =
        add(*all, "matters", "A register of legal matters as CSV or XLSX; all of it or nothing",
            true, chosen);
    matters->add_flag("--dry-run", chosen->dry_run, "Judge everything, write nothing");
    matters->add_option("--by", chosen->by, "Sign-in name of a reviewer of the legal office")
        ->required()
        ->type_name("LOGIN");
    matters->add_option("--place", chosen->place, "Rule pack of the cases")->capture_default_str();
    matters
        ->add_option("--closed-by", chosen->closed_by,
                     "Rows without a closing day were closed by then; without it they are open")
        ->type_name("DAY");
    matters->callback([chosen, &code] { code = take_matters(*chosen); });

    auto* people = add(*all, "people",
                       "Organs, units, people and appointments as CSV; prints the new passwords",
                       true, chosen);
    people->add_flag("--dry-run", chosen->dry_run, "Check everything, write nothing");
    people->callback([chosen, &code] { code = take_people(*chosen); });

    auto* catalogue = add(*all, "catalogue",
                          "A published catalogue of decisions as CSV or XLSX; all of it or nothing",
                          true, chosen);
    auto* proposals = add(
        *all, "proposals",
        "What units propose for a year's catalogue as CSV or XLSX; all or nothing", true, chosen);
    for (auto* one : {catalogue, proposals}) {
        one->add_option("--year", chosen->year, "Year of the catalogue")
            ->required()
            ->check(CLI::Range(2000, 9999));
        one->add_option("--by", chosen->by, "Sign-in name of a secretary of the office")
            ->required()
            ->type_name("LOGIN");
        one->add_flag("--dry-run", chosen->dry_run, "Check everything, write nothing");
        one->callback(
            [chosen, &code, one, proposals] { code = take_catalogue(*chosen, one == proposals); });
    }

    auto* figures =
        add(*all, "figures",
            "Figures of years before reports were kept here, as CSV or XLSX: year, code, "
            "value, unit, source; all or nothing",
            true, chosen);
    figures->add_option("--by", chosen->by, "Sign-in name of a report compiler")
        ->required()
        ->type_name("LOGIN");
    figures->add_flag("--published", chosen->were_published,
                      "They were published, so everybody may see them");
    figures->add_flag("--dry-run", chosen->dry_run, "Check everything, write nothing");
    figures->callback([chosen, &code] { code = take_figures(*chosen); });

    add(*all, "holidays", "The holiday notice of a year as CSV", true, chosen)
        ->callback([chosen, &code] { code = take_holidays(*chosen); });
}

void add_export(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* all = program.add_subcommand("export", "Print what is on record");
    all->require_subcommand(1);
    add(*all, "cases", "All cases as JSON lines, as `import cases` reads them", false, chosen)
        ->callback([chosen, &code] { code = give_cases(*chosen); });
}

} // namespace web::commands
