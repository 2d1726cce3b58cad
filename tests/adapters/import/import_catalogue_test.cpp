#include "adapters/files/read_file.hpp"
#include "adapters/import/import_catalogue.hpp"
#include "adapters/soci/catalogue_board.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

namespace incoming = adapters::import;
namespace store = adapters::soci;

namespace {

constexpr char const* own = "事项名称,牵头单位,计划时间\n"
                            "排涝规划,区水务局,第二季度\n"
                            "收费方案,区财政局,12月底前\n";

/// An organ with an office and two other units.
struct office_house {
    tests::scratch_dir dir;
    tests::scratch_database base;
    store::database db{base.at(dir.path())};
    store::accounts people{db};
    store::house_register keeping{db};
    adapters::documents::document_store documents{dir.path()};
    tests::whole_law built_in;
    engine::law_in_force law = built_in.law();
    engine::instant now = *engine::parse_instant("2026-02-02T02:00:00.000Z");

    office_house()
    {
        keeping.add_organ({"gy", "高要区人民政府", "county", "gd", ""}, now);
        for (auto const& [code, name] :
             {std::pair("office", "区政府办"), {"water", "区水务局"}, {"finance", "区财政局"}})
            keeping.add_unit({code, name, "gy"}, now);
    }

    incoming::catalogue_terms terms(int year) const
    {
        return {.year = year,
                .file_name = "目录.csv",
                .place = "gd",
                .by = {{1}, "某人", "office_secretary", "office", {}, {}},
                .now = now};
    }
    incoming::catalogue_import prepare(std::string const& bytes, int year = 2025)
    {
        store::reader looking(db, engine::clearance::of_the_record());
        return incoming::prepare_catalogue(bytes, terms(year), people.units(), looking, law);
    }
    incoming::catalogue_import propose(std::string const& bytes)
    {
        store::reader looking(db, engine::clearance::of_the_record());
        return incoming::prepare_proposals(bytes, terms(2026), people.units(), looking, law);
    }
    /// The catalogue of 2026, for which the water and finance bureaus are called upon.
    engine::case_id call_for_proposals()
    {
        store::clerk clerk(db, law);
        engine::submission wish{.on = {},
                                .shape = "catalogue/2026",
                                .place = "gd",
                                .act_id = "call-1",
                                .kind = "catalogue_call.set_up",
                                .body = {{"year", 2026}},
                                .seen = {},
                                .by = terms(2026).by,
                                .now = now,
                                .seeing = engine::clearance::of_the_record()};
        wish.on = tests::admit(clerk, wish).what.on;
        wish.act_id = "call-2";
        wish.kind = "catalogue_call.issued";
        wish.body = {{"units", boost::json::array{"water", "finance"}}, {"deadline", "2026-02-20"}};
        return tests::admit(clerk, wish).what.on;
    }
    std::vector<store::kept_catalogue> catalogues()
    {
        store::reader looking(db, engine::clearance::of_the_record());
        return store::catalogue_board(looking).catalogues();
    }
};

constexpr char const* proposed = "申报单位,事项名称,事项类型,牵头单位,计划时间\n"
                                 ",排涝规划,规划,区水务局,第二季度\n"
                                 "区水务局,收费方案,公共政策,区财政局,12月底前\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_catalogue_test, office_house)

BOOST_AUTO_TEST_CASE(a_table_becomes_a_catalogue_that_is_marked_as_imported)
{
    auto made = prepare(own);
    BOOST_TEST(made.faults.empty());
    BOOST_TEST(made.acts.size() == 2u);
    BOOST_TEST(catalogues().empty()); // trying enters nothing
    incoming::enter_catalogue(made, db, law);
    BOOST_TEST(made.faults.empty());
    auto const kept = catalogues();
    BOOST_TEST_REQUIRE(kept.size() == 1u);
    BOOST_TEST(kept.front().year == 2025);

    store::reader looking(db, engine::clearance::of_the_record());
    auto const acts = looking.acts_of(kept.front().id);
    BOOST_TEST_REQUIRE(acts.size() == 2u);
    BOOST_TEST(acts[1].origin == engine::entered_by_import);
    BOOST_TEST(acts[1].body.at("items").at(0).at("lead") == "water");
    bool counted = false;
    for (auto const& one : looking.totals(2025))
        counted = counted || (one.indicator == "DEC.catalogue_items" && one.value == 2);
    BOOST_TEST(counted);
    BOOST_TEST(store::verify(db, law, documents).clean());
}

BOOST_AUTO_TEST_CASE(the_same_table_is_imported_once)
{
    auto first = prepare(own);
    incoming::enter_catalogue(first, db, law);
    BOOST_TEST(prepare(own).already_here);
    auto const other = prepare(std::string(own) + "又一事项,区水务局,全年\n");
    BOOST_TEST_REQUIRE(other.faults.size() == 1u); // there is a catalogue of that year
    BOOST_TEST(other.acts.empty());
    BOOST_TEST(catalogues().size() == 1u);
}

BOOST_AUTO_TEST_CASE(one_bad_row_keeps_all_of_it_out)
{
    auto made = prepare(std::string(own) + "坏事项,区水务局,尽快\n");
    BOOST_TEST_REQUIRE(made.faults.size() == 1u);
    BOOST_TEST(made.faults.front().line == 4u);
    BOOST_TEST(made.acts.empty());
    incoming::enter_catalogue(made, db, law);
    BOOST_TEST(catalogues().empty());
}

BOOST_AUTO_TEST_CASE(what_the_law_refuses_is_told_before_anything_is_entered)
{
    auto const made = prepare(own, 1999);
    BOOST_TEST_REQUIRE(made.faults.size() == 1u);
    BOOST_TEST(made.faults.front().reason.args.at(1).id == "JC-51");
    auto const long_name = prepare("事项名称\n" + std::string(1'200, 'x') + "\n乙\n");
    BOOST_TEST_REQUIRE(long_name.faults.size() == 1u);
    BOOST_TEST(long_name.faults.front().line == 2u);
}

BOOST_AUTO_TEST_CASE(every_real_catalogue_is_imported)
{
    int year = 2010; // one a year, so that they do not meet
    for (std::string const file :
         {"gz_city_2017", "gz_panyu_2017", "hb_huangshi_tieshan_2024", "jl_siping_2024",
          "nb_xiangshan_commerce_2024", "yn_yiliang_2024", "zj_mazhang_2022"}) {
        ++year;
        auto bytes = adapters::files::read_file(std::filesystem::path(JUECE_SOURCES) /
                                                ("config/sample/catalogues/" + file + ".csv"));
        auto const stated = file.substr(file.size() - 4);
        for (std::size_t at = 0; (at = bytes.find("," + stated + ",", at)) != std::string::npos;)
            bytes.replace(at + 1, 4, std::to_string(year));
        auto made = prepare(bytes, year);
        for (auto const& fault : made.faults)
            BOOST_ERROR(file << ":" << fault.line << " " << fault.reason.id);
        incoming::enter_catalogue(made, db, law);
        BOOST_TEST(made.faults.empty(), file);
    }
    BOOST_TEST(catalogues().size() == 7u);
    BOOST_TEST(store::verify(db, law, documents).clean());
}

BOOST_AUTO_TEST_CASE(an_organ_has_one_catalogue_whichever_of_its_units_sets_it_up)
{
    keeping.add_unit({"second_office", "区政府办二处", "gy"}, now);
    keeping.add_organ({"town", "白土镇人民政府", "township", "gd", ""}, now);
    keeping.add_unit({"town_office", "镇政府办", "town"}, now);
    store::clerk clerk(db, law);
    auto const set_up = [&](std::string const& unit, int year) {
        return tests::ask(clerk, {.on = {},
                                  .shape = "catalogue/2026",
                                  .place = "gd",
                                  .act_id = "set-up-" + unit + "-" + std::to_string(year),
                                  .kind = "catalogue_call.set_up",
                                  .body = {{"year", year}},
                                  .seen = {},
                                  .by = {{1}, "某人", "office_secretary", unit, {}, {}},
                                  .now = now,
                                  .seeing = engine::clearance::of_the_record()});
    };
    BOOST_TEST(tests::is<engine::admitted>(set_up("office", 2026)));
    BOOST_TEST(tests::is<engine::refused>(set_up("second_office", 2026)));
    BOOST_TEST(tests::is<engine::admitted>(set_up("second_office", 2027)));
    BOOST_TEST(tests::is<engine::admitted>(set_up("town_office", 2026)));

    store::reader looking(db, engine::clearance::of_the_record());
    store::catalogue_board board(looking);
    BOOST_TEST(board.find(2026, "water")->unit == "office");
    BOOST_TEST(board.find(2026, "town_office")->unit == "town_office");
    BOOST_TEST(!board.find(2025, "water").has_value());
    // Before it is published it is not there for everybody.
    store::reader everybody(db, engine::clearance(engine::confidentiality::open));
    BOOST_TEST(store::catalogue_board(everybody).catalogues().empty());
}

BOOST_AUTO_TEST_CASE(a_table_of_proposals_becomes_one_act_with_the_units_that_made_them)
{
    auto const on = call_for_proposals();
    auto made = propose(proposed);
    for (auto const& fault : made.faults)
        BOOST_ERROR(fault.line << " " << fault.reason.id);
    BOOST_TEST_REQUIRE(made.acts.size() == 1u);
    {
        store::reader looking(db, engine::clearance::of_the_record());
        BOOST_TEST(looking.acts_of(on).size() == 2u); // trying enters nothing
    }
    incoming::enter_catalogue(made, db, law);
    BOOST_TEST(made.faults.empty());
    store::reader looking(db, engine::clearance::of_the_record());
    auto const acts = looking.acts_of(on);
    BOOST_TEST_REQUIRE(acts.size() == 3u);
    BOOST_TEST(acts[2].kind == "catalogue_call.list_entered");
    BOOST_TEST(acts[2].origin == engine::entered_by_import);
    BOOST_TEST(acts[2].body.at("proposals").as_array().size() == 2u);
    BOOST_TEST(acts[2].body.at("proposals").at(1).at("proposed_by") == "water");
    BOOST_TEST(propose(proposed).already_here);
    BOOST_TEST(store::verify(db, law, documents).clean());
}

BOOST_AUTO_TEST_CASE(every_bad_proposal_is_told_by_its_line_and_none_is_entered)
{
    call_for_proposals();
    auto const found = propose(std::string(proposed) + "区水务局,堤防规划,,区水务局,全年\n"
                                                       "县水利局,水库方案,规划,区水务局,全年\n"
                                                       ",排涝规划,规划,区水务局,全年\n"
                                                       ",除险方案,规划,区水务局,尽快\n");
    BOOST_TEST(found.acts.empty());
    std::vector<std::size_t> lines;
    for (auto const& fault : found.faults)
        lines.push_back(fault.line);
    // The table itself first: the double name and the time, then the unit nobody knows.
    BOOST_TEST((lines == std::vector<std::size_t>{6, 7, 5}));
    auto const no_type = propose(std::string(proposed) + "区水务局,堤防规划,,区水务局,全年\n");
    BOOST_TEST_REQUIRE(no_type.faults.size() == 1u); // what the law refuses
    BOOST_TEST(no_type.faults.front().line == 4u);
    BOOST_TEST(no_type.faults.front().reason.args.at(1).id == "R713-3.1");
    BOOST_TEST(no_type.acts.empty());
}

BOOST_AUTO_TEST_CASE(proposals_need_a_catalogue_that_takes_them)
{
    auto const none = propose(proposed);
    BOOST_TEST_REQUIRE(none.faults.size() == 1u);
    auto published = prepare(own, 2026);
    incoming::enter_catalogue(published, db, law);
    auto const late = propose(proposed);
    BOOST_TEST_REQUIRE(late.faults.size() == 1u); // said once, not for each row
    BOOST_TEST(late.acts.empty());
}

BOOST_AUTO_TEST_SUITE_END()
