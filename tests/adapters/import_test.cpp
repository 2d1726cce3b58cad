#include "adapters/demo/storyteller.hpp"
#include "adapters/import/import_cases.hpp"
#include "adapters/import/import_people.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

#include <boost/json.hpp>
#include <sstream>

namespace demo = adapters::demo;
namespace documents = adapters::documents;
namespace store = adapters::soci;
using adapters::import::import_cases;
using adapters::import::import_people;

namespace {

/// A new data directory.
struct house {
    tests::scratch_dir dir;
    tests::scratch_database base;
    store::database db{base.at(dir.path())};
    store::accounts people{db};
    store::house_register keeping{db};
    documents::document_store documents{dir.path()};
};

constexpr char const* heading =
    "organ,organ_name,level,place,unit,unit_name,login,name,role,from,until\n";

std::string row(std::string const& unit, std::string const& login, std::string const& name,
                std::string const& role)
{
    return "gy,高要区人民政府,county,gd," + unit + "," + unit + "局," + login + "," + name + "," +
           role + ",2019-09-01,\n";
}

/// The people of a story as a list.
std::string list_of(demo::officials const& all)
{
    std::string list = heading;
    for (auto const& one : all.all())
        list += row(one.unit, "p" + std::to_string(one.person.value),
                    one.name + std::to_string(one.person.value), one.role);
    return list;
}

engine::instant some_day()
{
    return engine::instant(*engine::parse_day("2024-01-02"));
}

std::string made_up_password()
{
    return "a-long-password";
}

/// The acts of a short story as JSON lines; its documents go into a store.
std::string case_file(documents::document_store& store, engine::law_in_force law,
                      demo::officials const& people)
{
    demo::paper const keep = [&](std::string const& name, std::string const& written) {
        return engine::document_ref{store.put(written).hash, name};
    };
    demo::story const one{.what = {.title = "高要区水利现代化建设规划",
                                   .type = "plan",
                                   .sponsor = "water",
                                   .concerned = {"finance"},
                                   .executor = "water",
                                   .evaluator = "finance"},
                          .place = "gd",
                          .begins = *engine::parse_day("2024-03-04"),
                          .until = "consultation.concluded"};
    auto const told =
        demo::tell(one, people, law, keep, engine::instant(*engine::parse_day("2026-01-01")));
    BOOST_TEST_REQUIRE(told.went_well(), told.refused_kind);
    std::string lines;
    for (auto const& act : told.entered)
        lines += boost::json::serialize(
                     boost::json::object{{"case", "A"},
                                         {"place", "gd"},
                                         {"act_id", act.act_id},
                                         {"kind", act.kind},
                                         {"body", act.body},
                                         {"by",
                                          {{"login", "p" + std::to_string(act.by.person.value)},
                                           {"role", act.by.role},
                                           {"unit", act.by.unit}}},
                                         {"entered_at", engine::to_text(act.entered_at)}}) +
                 "\n";
    return lines;
}

/// Cases beside the house's own administration.
long long matters_in(house& at)
{
    store::reader looking(at.db, engine::clearance(engine::confidentiality::secret));
    return looking.count_cases({});
}

struct two_houses : tests::whole_law {
    house from;
    house to;
    demo::officials officials = demo::made_up_officials({"water", "finance"});

    void settle(house& in)
    {
        auto const done = import_people(list_of(officials), in.people, in.keeping, law(),
                                        some_day(), false, made_up_password);
        BOOST_TEST_REQUIRE(done.faults.empty());
    }
    adapters::import::imported_cases take(house& in, std::string const& lines, bool dry_run = false)
    {
        return import_cases(lines, in.db, in.people, in.documents, law(),
                            {.dry_run = dry_run, .place = "gd", .documents_from = &from.documents});
    }
}; // namespace

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_test, two_houses)

BOOST_AUTO_TEST_CASE(people_come_with_their_units_and_appointments)
{
    auto const list = std::string(heading) + row("water", "li", "李工", "sponsor_clerk") +
                      row("water", "li", "李工", "executor") +
                      row("justice", "he", "何法", "reviewer");
    auto const tried =
        import_people(list, to.people, to.keeping, law(), some_day(), true, made_up_password);
    BOOST_TEST(tried.persons.size() == 2u);
    BOOST_TEST(to.people.persons().empty());
    auto const done =
        import_people(list, to.people, to.keeping, law(), some_day(), false, made_up_password);
    BOOST_TEST(done.organs == 1u);
    BOOST_TEST(done.units == 2u);
    BOOST_TEST(done.appointments == 3u);
    BOOST_TEST(to.people.appointments().size() == 3u);
    auto const again =
        import_people(list, to.people, to.keeping, law(), some_day(), false, made_up_password);
    BOOST_TEST(again.faults.empty());
    BOOST_TEST(again.appointments == 0u);
}

BOOST_AUTO_TEST_CASE(a_list_of_people_with_a_fault_adds_nobody)
{
    auto const list = std::string(heading) + row("water", "li", "李工", "sponsor_clerk") +
                      row("water", "he", "何法", "emperor") +
                      row("water", "li", "李四", "executor");
    auto const done =
        import_people(list, to.people, to.keeping, law(), some_day(), false, made_up_password);
    BOOST_TEST_REQUIRE(done.faults.size() == 2u);
    BOOST_TEST(done.faults[0].line == 3u);
    BOOST_TEST(done.faults[1].line == 4u);
    BOOST_TEST(to.people.persons().empty());
    BOOST_TEST(to.people.units().empty());
}

BOOST_AUTO_TEST_CASE(a_case_is_taken_in_with_its_documents_and_marked_as_imported)
{
    settle(to);
    auto const lines = case_file(from.documents, law(), officials);
    auto const tried = take(to, lines, true);
    BOOST_TEST(tried.cases == 1u);
    BOOST_TEST(matters_in(to) == 0);
    auto const done = take(to, lines);
    for (auto const& fault : done.faults)
        BOOST_ERROR(fault.line << ": " << fault.reason.id);
    BOOST_TEST(done.cases == 1u);
    store::reader looking(to.db, engine::clearance::of_the_record());
    auto const entry = looking.find_case("JC2024-0001");
    BOOST_TEST_REQUIRE(entry.has_value());
    auto const record = looking.read_case(entry->head.line.id);
    BOOST_TEST_REQUIRE(record.has_value());
    BOOST_TEST(record->acts.size() == done.acts);
    BOOST_TEST(record->acts.front().origin == engine::entered_by_import);
    BOOST_TEST(store::verify(to.db, law(), to.documents).clean());
    auto const again = take(to, lines);
    BOOST_TEST(again.acts == 0u);
    BOOST_TEST(again.already_here == done.acts);
}

BOOST_AUTO_TEST_CASE(what_is_exported_can_be_imported_again)
{
    settle(from);
    settle(to);
    take(from, case_file(from.documents, law(), officials));
    std::ostringstream once;
    BOOST_TEST(adapters::import::export_cases(from.db, from.people, once) == 1u);
    auto const done = take(to, once.str());
    BOOST_TEST(done.faults.empty());
    std::ostringstream twice;
    adapters::import::export_cases(to.db, to.people, twice);
    BOOST_TEST(twice.str() == once.str());
}

BOOST_AUTO_TEST_CASE(every_fault_of_a_file_is_named_with_its_line_and_nothing_is_entered)
{
    settle(to);
    auto const good = case_file(from.documents, law(), officials);
    auto const second = good.find('\n') + 1;
    // The first line again under another key and id, so that a sound case stands beside.
    auto const done = take(to, "no json\n" + good.substr(0, second) + "{\"case\":\"B\"}\n");
    BOOST_TEST(done.cases == 0u);
    BOOST_TEST_REQUIRE(done.faults.size() >= 2u);
    BOOST_TEST(done.faults.front().line == 1u);
    BOOST_TEST(done.faults.back().line == 3u);
    BOOST_TEST(matters_in(to) == 0);
}

BOOST_AUTO_TEST_CASE(an_act_that_the_law_refuses_keeps_the_whole_file_out)
{
    settle(to);
    auto const good = case_file(from.documents, law(), officials);
    // Without its second act the third one comes too early.
    auto const second = good.find('\n') + 1;
    auto const third = good.find('\n', second) + 1;
    auto const done = take(to, good.substr(0, second) + good.substr(third));
    BOOST_TEST_REQUIRE(done.faults.size() == 1u);
    BOOST_TEST(done.faults.front().line == 2u);
    BOOST_TEST(matters_in(to) == 0);
}

BOOST_AUTO_TEST_CASE(only_known_people_under_their_appointments_are_taken)
{
    auto const lines = case_file(from.documents, law(), officials);
    auto const nobody = take(to, lines);
    BOOST_TEST(!nobody.faults.empty());
    settle(to);
    auto wrong = lines;
    auto const place = wrong.find("\"role\":\"sponsor_clerk\"");
    BOOST_TEST_REQUIRE(place != wrong.npos);
    wrong.replace(place, 22, "\"role\":\"auditor\"");
    BOOST_TEST(take(to, wrong).faults.front().line == 1u);
}

BOOST_AUTO_TEST_CASE(a_document_that_nobody_has_is_a_fault)
{
    settle(to);
    auto const lines = case_file(from.documents, law(), officials);
    auto const done = import_cases(lines, to.db, to.people, to.documents, law(), {.place = "gd"});
    BOOST_TEST(!done.faults.empty());
    BOOST_TEST(matters_in(to) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
