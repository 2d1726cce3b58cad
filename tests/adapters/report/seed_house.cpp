#include "tests/adapters/report/seed_house.hpp"

#include "adapters/files/read_file.hpp"
#include "adapters/report/report_bodies.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <map>

namespace tests {
namespace {

namespace json = boost::json;
namespace report = adapters::report;

adapters::csv::table table_of(std::string const& name)
{
    auto const path = std::string(JUECE_SOURCES) + "/tests/adapters/report/gaoyao_2021/" + name;
    auto const text = adapters::files::read_file(path);
    auto read = adapters::csv::read(text, name);
    BOOST_TEST_REQUIRE(read.faults.empty());
    return std::move(read.found);
}

} // namespace

seed_house::seed_house() : clerk_(db_, law()), form_(report::read_report_template(dir_.path()))
{
    auto const table = table_of("seed_figures.csv");
    for (auto const& row : table.rows) {
        auto const cell = [&](char const* column) { return table.cell(row, column); };
        figures_.push_back({cell("indicator"), cell("value"), cell("unit"), cell("rounded"),
                            cell("note"), cell("last_year"), cell("asked_of"), cell("fragment")});
    }
    tell();
}

engine::law_in_force seed_house::law() const
{
    return built_in_.law();
}

adapters::soci::outcome seed_house::submit(std::string const& kind, json::object body,
                                           std::string const& role, std::string const& unit,
                                           std::string const& on)
{
    ++acts_;
    // Everybody is somebody else, so that nobody judges their own work.
    auto const number = static_cast<long long>(std::hash<std::string>{}(role + unit) % 1'000'000);
    return ask(clerk_, {.on = on_,
                        .shape = workflows::annual_report::shape_name,
                        .place = "gaoyao",
                        .act_id = "seed-" + std::to_string(acts_),
                        .kind = kind,
                        .body = std::move(body),
                        .seen = {},
                        .by = {{number + 1}, role + " " + unit, role, unit, {}, {}},
                        .now = engine::instant(*engine::parse_day(on)) + std::chrono::hours(1) +
                               std::chrono::seconds(acts_),
                        .origin = engine::entered_here,
                        .seeing = engine::clearance::of_the_record()});
}

void seed_house::enter(std::string const& kind, json::object body, std::string const& role,
                       std::string const& unit, std::string const& on)
{
    auto const answer = submit(kind, std::move(body), role, unit, on);
    auto const* ruling = std::get_if<engine::ruling>(&answer);
    BOOST_TEST_REQUIRE(ruling, kind);
    if (auto const* refused = std::get_if<engine::refused>(ruling))
        for (auto const& ground : refused->grounds)
            BOOST_ERROR(kind << ": " << ground.rule << " " << ground.reason.id);
    if (auto const* wrong = std::get_if<engine::malformed>(ruling))
        for (auto const& fault : wrong->faults)
            BOOST_ERROR(kind << ": " << fault.path << " " << fault.reason.id);
    auto const* done = std::get_if<engine::admitted>(ruling);
    BOOST_TEST_REQUIRE(done, kind << " is not admitted");
    on_ = done->what.on;
}

void seed_house::freeze(std::string const& on, std::string const& cut_off)
{
    adapters::soci::reader looking(db_, engine::clearance::of_the_record());
    auto const day = engine::parse_day(cut_off).value();
    auto const file = workflows::annual_report::file_of(looking.acts_of(on_));
    auto const counted = report::sums_of(looking.totals_until(year, day));
    enter("freezing.frozen",
          report::body_of(
              report::freeze(file, report::current_figures(file, counted, {}, dictionary_), day)),
          "report_compiler", "justice", on);
}

void seed_house::tell()
{
    enter("report.opened", {{"year", year}, {"organ_name", organ}}, "report_compiler", "justice",
          "2022-01-04");
    std::map<std::string, std::pair<json::array, json::array>> by_unit;
    for (auto const& one : figures_) {
        if (one.asked_of.empty())
            continue;
        json::object value{{"indicator", one.indicator},
                           {"value", one.value},
                           {"rounded", one.rounded},
                           {"source", "台账"}};
        if (!one.note.empty())
            value["note"] = one.note;
        if (!one.last_year.empty())
            value["last_year"] = one.last_year;
        auto& [codes, values] = by_unit[one.asked_of];
        codes.push_back(json::value(one.indicator));
        values.push_back(std::move(value));
    }
    for (auto const& [unit, of] : by_unit)
        enter("collection.asked",
              {{"unit", unit}, {"indicators", of.first}, {"answer_by", "2022-01-20"}},
              "report_compiler", "justice", "2022-01-05");
    for (auto const& [unit, of] : by_unit)
        enter("collection.answered", {{"values", of.second}}, "sponsor_clerk", unit, "2022-01-12");
    for (auto const& [unit, of] : by_unit)
        enter("collection.accepted", {{"unit", unit}, {"indicators", of.first}}, "report_compiler",
              "justice", "2022-01-14");
    auto const sections = table_of("sections.csv");
    for (auto const& row : sections.rows)
        enter("narrative.written",
              {{"section", sections.cell(row, "section")}, {"words", sections.cell(row, "words")}},
              "report_compiler", "justice", "2022-01-18");
    enter("gate.checked", {{"units", json::array()}, {"findings", json::array()}},
          "report_compiler", "justice", "2022-01-20");
    freeze("2022-01-21", "2022-01-19");
    enter("release.secrecy_checked", {{"may_be_published", true}, {"remarks", "不涉密"}},
          "office_secretary", "office", "2022-02-08");
    enter("release.approved", json::object(), "head_of_government", "leaders", "2022-02-10");
    enter("release.submitted",
          {{"submitted_on", "2022-02-15"}, {"addressees", json::array{"party_committee"}}},
          "office_secretary", "office", "2022-02-15");
    enter("release.published", {{"published_on", "2022-02-23"}, {"published_at", "区政府门户网站"}},
          "office_secretary", "office", "2022-02-23");
}

std::vector<engine::act> seed_house::acts()
{
    return adapters::soci::reader(db_, engine::clearance::of_the_record()).acts_of(on_);
}

report::compiled_report seed_house::compiled()
{
    adapters::soci::reader looking(db_, engine::clearance::of_the_record());
    return report::compile_report(looking, organ, year, dictionary_, form_,
                                  engine::parse_day("2022-03-01").value());
}

seed_house& gaoyao()
{
    static seed_house one;
    return one;
}

std::vector<std::pair<std::string, std::set<std::string>>>
sentences(report::report_text const& text)
{
    std::vector<std::pair<std::string, std::set<std::string>>> all;
    std::string words;
    std::set<std::string> figures;
    auto const end = [&] {
        if (!words.empty())
            all.emplace_back(std::move(words), std::move(figures));
        words.clear();
        figures.clear();
    };
    for (auto const& line : text.lines) {
        for (auto const& span : line.spans) {
            if (!span.indicator.empty()) {
                figures.insert(span.indicator);
                words += span.words;
                continue;
            }
            std::string_view rest = span.words;
            for (auto stop = rest.find("。"); stop != rest.npos; stop = rest.find("。")) {
                words += rest.substr(0, stop);
                end();
                rest.remove_prefix(stop + std::string_view("。").size());
            }
            words += rest;
        }
        end();
    }
    return all;
}

} // namespace tests
