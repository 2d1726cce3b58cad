#include "adapters/files/read_file.hpp"
#include "engine/body.hpp"
#include "engine/chain.hpp"
#include "tests/workflows/told_case.hpp"
#include "tests/workflows/trial.hpp"

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

// A released shape is never edited: its printed tables and some recorded cases are kept here.
// JUECE_WRITE_GOLDEN=1 writes them anew, for a shape that nobody has used yet.

namespace {

using boost::json::object;
using words = std::set<std::string, std::less<>>;

std::filesystem::path golden(std::string const& name)
{
    return std::filesystem::path(JUECE_SOURCES) / "tests/workflows/golden" / name;
}

bool writes_anew()
{
    auto const* wish = std::getenv("JUECE_WRITE_GOLDEN");
    return wish && std::string_view(wish) == "1";
}

/// One line per clause, as a person reads it.
std::string printed_tables(std::string const& shape)
{
    auto const file = tests::built_in_law().shapes.find(shape)->second.make("cn");
    std::ostringstream out;
    std::string chapter;
    for (auto const& row : file->table()) {
        if (row.chapter != chapter)
            out << (chapter.empty() ? "" : "\n") << "== " << row.chapter << '\n';
        chapter = row.chapter;
        out << row.sort << ' ' << row.rule << ' ' << row.stage << " --" << row.kind << "--> "
            << row.next;
        for (auto const& one : row.conditions)
            out << "\n    " << one;
        out << '\n';
    }
    return out.str();
}

struct kept_case {
    char const* name;
    words traits;
    words turns;
};

kept_case const kept_cases[] = {
    {"straight", {}, {}},
    {"everything",
     {"catalogue", "technical", "risk", "operators", "business", "groups", "vital", "dispute",
      "concern", "hearing", "congress_decide"},
     {"suspended", "evaluated", "adjusted"}},
    {"loops",
     {"technical", "risk"},
     {"risk_first", "negative_first", "clock_stop", "supplement", "office_return"}},
    {"rejected", {}, {"rejected"}},
};

object line_of(engine::act const& one)
{
    return {{"seq", one.seq},
            {"act_id", one.act_id},
            {"kind", one.kind},
            {"body", one.body},
            {"by", object{{"person", one.by.person.value},
                          {"name", one.by.name},
                          {"role", one.by.role},
                          {"unit", one.by.unit},
                          {"on_behalf_of", one.by.on_behalf_of}}},
            {"entered_at", engine::to_text(one.entered_at)},
            {"origin", one.origin},
            {"previous_hash", one.previous_hash},
            {"hash", one.hash}};
}

std::string written(tests::recorded_case const& one)
{
    std::ostringstream out;
    out << engine::canonical(object{{"number", one.line.number},
                                    {"shape", one.line.shape},
                                    {"place", one.line.place},
                                    {"opened_at", engine::to_text(one.line.opened_at)}})
        << '\n';
    for (auto const& act : one.acts)
        out << engine::canonical(line_of(act)) << '\n';
    return out.str();
}

std::string text(boost::json::value const& from, char const* name)
{
    return std::string(from.at(name).as_string());
}

tests::recorded_case read(std::string const& name)
{
    std::istringstream lines(adapters::files::read_file(golden(name)));
    tests::recorded_case found;
    std::string line;
    std::getline(lines, line);
    auto const head = boost::json::parse(line);
    found.line = {{1},
                  text(head, "number"),
                  text(head, "shape"),
                  text(head, "place"),
                  engine::parse_instant(text(head, "opened_at")).value()};
    while (std::getline(lines, line)) {
        auto const from = boost::json::parse(line);
        auto const& by = from.at("by");
        found.acts.push_back({.on = {1},
                              .seq = from.at("seq").as_int64(),
                              .act_id = text(from, "act_id"),
                              .kind = text(from, "kind"),
                              .body = from.at("body").as_object(),
                              .by = {{by.at("person").as_int64()},
                                     text(by, "name"),
                                     text(by, "role"),
                                     text(by, "unit"),
                                     text(by, "on_behalf_of")},
                              .entered_at = engine::parse_instant(text(from, "entered_at")).value(),
                              .origin = text(from, "origin"),
                              .previous_hash = text(from, "previous_hash"),
                              .hash = text(from, "hash")});
    }
    return found;
}

/// Where a replayed case stands: what must never change for a case on file.
std::string standing(engine::procedure const& file)
{
    std::string all;
    for (auto const& one : file.stages())
        all += one.chapter + ": " + one.stage + '\n';
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(golden_test)

BOOST_AUTO_TEST_CASE(the_released_tables_stand_as_they_were_released)
{
    for (std::string const shape : {"major_decision/2019", "catalogue/2026", "legal_matter/2026",
                                    "normative_document/2026", "annual_report/2026"}) {
        auto file = shape;
        file.replace(file.find('/'), 1, "-");
        auto const path = golden(file + ".txt");
        if (writes_anew())
            std::ofstream(path) << printed_tables(shape);
        BOOST_TEST(printed_tables(shape) == adapters::files::read_file(path));
    }
}

BOOST_AUTO_TEST_CASE(recorded_cases_replay_and_their_chains_hold)
{
    for (auto const& one : kept_cases)
        BOOST_TEST_CONTEXT(one.name)
        {
            std::string const name = one.name;
            if (writes_anew()) {
                auto const fresh =
                    tests::recorded(tests::told(tests::a_story(one.traits, one.turns)));
                std::ofstream(golden(name + ".jsonl")) << written(fresh);
                std::ofstream(golden(name + ".stages")) << standing(
                    *engine::rebuild(fresh.line, fresh.acts, tests::built_in_law()).file);
            }
            auto const kept = read(name + ".jsonl");
            BOOST_TEST(kept.acts.size() > 10u);
            BOOST_TEST(engine::first_break(kept.line, kept.acts) == 0);
            auto const again = engine::rebuild(kept.line, kept.acts, tests::built_in_law());
            BOOST_TEST(!again.broken);
            BOOST_TEST(standing(*again.file) ==
                       adapters::files::read_file(golden(name + ".stages")));
        }
}

BOOST_AUTO_TEST_CASE(a_changed_word_in_a_recorded_case_is_found)
{
    auto kept = read("straight.jsonl");
    kept.acts[3].by.name += "甲";
    BOOST_TEST(engine::first_break(kept.line, kept.acts) == 4);
}

BOOST_AUTO_TEST_SUITE_END()
