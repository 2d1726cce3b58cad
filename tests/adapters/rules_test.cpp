#include "adapters/law_text/requirements.hpp"
#include "adapters/rules/load_rules.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/normative_document/parameters.hpp"
#include "workflows/parameters.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <unistd.h>

namespace law = workflows::major_decision;
using adapters::rules::load_rules;
using adapters::rules::read_rule_pack;
using engine::ratio;

namespace {

using words = std::vector<std::string>;

engine::day on(int year, unsigned month, unsigned dom)
{
    return engine::day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dom));
}

engine::rule_book const& book()
{
    static auto const loaded = load_rules(workflows::declared_parameters());
    for (auto const& fault : loaded.faults)
        BOOST_ERROR(fault);
    return loaded.book;
}

engine::rules const& in(std::string_view place, engine::day day)
{
    return book().in_force(place, day);
}

/// A data directory with one pack in it, gone at the end.
struct data_with {
    explicit data_with(std::string const& pack)
        : path(std::filesystem::temp_directory_path() / ("juece_rules_" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(path / "config" / "rules");
        std::ofstream(path / "config" / "rules" / "own.toml") << pack;
    }
    ~data_with() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

std::string pack_of(std::string const& entry, std::string const& head = "name = \"own\"\n"
                                                                        "parent = \"gd\"\n")
{
    return head +
           "title = \"某区\"\n[[regulation]]\ntitle = \"规定\"\nfrom = 2021-11-01\n"
           "[regulation.requires]\n" +
           entry + "\n";
}

std::string only_fault(std::string const& pack)
{
    data_with const data(pack);
    auto const loaded = load_rules(workflows::declared_parameters(), data.path);
    BOOST_REQUIRE_EQUAL(loaded.faults.size(), 1u);
    BOOST_TEST(!loaded.book.knows("own"));
    return loaded.faults.front();
}

void faulty(std::string const& pack, std::string_view part)
{
    auto const fault = only_fault(pack);
    BOOST_TEST(fault.find(part) != std::string::npos, fault);
    BOOST_TEST(fault.find("own.toml") != std::string::npos, fault);
}

/// The rule ids that stand in the sources of these procedures; numbers of cases look alike.
std::set<std::string> ids_in_sources(std::vector<std::string> const& procedures)
{
    auto const texts = adapters::law_text::load_requirements();
    std::set<std::string> found;
    std::regex const id("\"([A-Z][A-Z0-9]*-[0-9][0-9./]*)\"");
    for (auto const& one : procedures)
        for (auto const& file :
             std::filesystem::directory_iterator(JUECE_SOURCES "/workflows/" + one)) {
            std::ifstream source(file.path());
            std::string const text{std::istreambuf_iterator<char>(source), {}};
            for (std::sregex_iterator at(text.begin(), text.end(), id), end; at != end; ++at)
                if (texts.law.find((*at)[1].str()))
                    found.insert((*at)[1]);
        }
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rules_test)

BOOST_AUTO_TEST_CASE(every_built_in_pack_is_taken)
{
    for (auto const* place : {"cn", "gd", "gaoyao", "hlj", "sd"})
        BOOST_TEST(book().knows(place), place);
}

BOOST_AUTO_TEST_CASE(every_declared_key_of_the_headers_is_in_the_list)
{
    std::size_t declared = 0;
    for (std::string const procedure : {"major_decision", "normative_document"}) {
        std::ifstream file(JUECE_SOURCES "/workflows/" + procedure + "/parameters.hpp");
        for (std::string line; std::getline(file, line);)
            declared += line.find("constexpr engine::parameter_key ") != std::string::npos;
    }
    BOOST_TEST(workflows::declared_parameters().size() == declared);
    std::set<std::string_view> names;
    for (auto const& key : workflows::declared_parameters())
        BOOST_TEST(names.insert(key.name).second, key.name);
}

BOOST_AUTO_TEST_CASE(every_entry_names_a_rule_that_is_known)
{
    auto const texts = adapters::law_text::load_requirements();
    for (auto const& pack : book().packs()) {
        for (auto const& p : pack.parameters)
            BOOST_TEST(texts.law.find(p.rule), pack.name << " " << p.key << " " << p.rule);
        for (auto const& one : pack.citations)
            BOOST_TEST((texts.law.find(one.rule) && texts.law.find(one.instead)),
                       pack.name << " " << one.rule << " " << one.instead);
    }
}

BOOST_AUTO_TEST_CASE(a_province_is_cited_where_its_rules_hold_and_nowhere_else)
{
    auto const today = on(2026, 3, 1);
    for (auto const* place : {"cn", "gd", "gaoyao", "hlj"}) {
        for (auto number = 6; number <= 18; ++number) {
            auto const rule = "NORM-" + std::to_string(number);
            BOOST_TEST(in(place, today).cited(rule) != rule, place);
        }
        BOOST_TEST(in(place, today).cited("NORM-7") == "NORM-1");
    }
    for (auto number = 6; number <= 18; ++number) {
        auto const rule = "NORM-" + std::to_string(number);
        BOOST_TEST(in("sd", today).cited(rule) == rule);
    }
    BOOST_TEST(in("gaoyao", today).cited("NORM-4") == "NORM-4");
    BOOST_TEST(in("sd", today).cited("NORM-4") == "NORM-1");
}

BOOST_AUTO_TEST_CASE(no_clause_or_refusal_of_a_decision_cites_the_law_of_another_province)
{
    std::map<std::string, std::string> const own{
        {"cn", "(R713|JC|NORM|ARCH|TIME)"},
        {"gd", "(R713|JC|NORM|ARCH|TIME|GD21|GDH183|GDH303)"},
        {"gaoyao", "(R713|JC|NORM|ARCH|TIME|GD21|GDH183|GDH303)"},
        {"hlj", "(R713|JC|NORM|ARCH|TIME|HLJ)"},
        {"sd", "(R713|JC|NORM|ARCH|TIME|SD)"}};
    auto const cited = ids_in_sources({"major_decision", "catalogue"});
    BOOST_TEST(cited.size() > 100u);
    for (auto const& [place, prefixes] : own)
        for (auto const day : {on(2019, 9, 1), on(2022, 3, 1), on(2026, 3, 1)})
            for (auto const& rule : cited) {
                auto const here = in(place, day).cited(rule);
                BOOST_TEST(std::regex_match(here, std::regex(prefixes + "-.*")),
                           place << " " << engine::to_text(day) << " " << rule << ": " << here);
            }
    // Where it holds a rule is cited itself, and not before.
    for (auto const& rule : cited)
        if (rule.starts_with("GD"))
            BOOST_TEST(in("gaoyao", on(2026, 3, 1)).cited(rule) == rule);
    BOOST_TEST(in("gd", on(2021, 10, 31)).cited("GD21-31.4") == "R713-26.1");
    BOOST_TEST(in("gd", on(2023, 12, 31)).cited("GDH303-14.2") == "GDH183-2");
    BOOST_TEST(in("sd", on(2026, 3, 1)).cited("GD21-31.1") == "SD-41.1");
    BOOST_TEST(in("hlj", on(2026, 3, 1)).cited("GD21-31.1") == "HLJ-33.1");
}

BOOST_AUTO_TEST_CASE(nor_does_any_of_a_legal_matter_or_of_the_file_of_an_adviser)
{
    std::regex const everywhere("(R713|JC|NORM|ARCH|TIME)-.*");
    auto const cited = ids_in_sources({"legal_matter", "adviser_file"});
    BOOST_TEST(cited.contains("GDLA-19/20"));
    for (auto const day : {on(2019, 9, 1), on(2022, 3, 1), on(2026, 3, 1)})
        for (auto const& rule : cited) {
            for (auto const* place : {"cn", "hlj", "sd"}) {
                auto const here = in(place, day).cited(rule);
                BOOST_TEST(std::regex_match(here, everywhere),
                           place << " " << rule << ": " << here);
            }
            for (auto const* place : {"gd", "gaoyao"})
                BOOST_TEST(in(place, day).cited(rule) == rule, place);
        }
}

BOOST_AUTO_TEST_CASE(the_national_numbers_hold_everywhere_from_2019_on)
{
    for (auto const* place : {"cn", "gd", "gaoyao", "hlj", "sd"}) {
        BOOST_TEST(!in(place, on(2019, 8, 31)).number(law::comment_window_days));
        BOOST_TEST(*in(place, on(2019, 9, 1)).number(law::comment_window_days) == 30);
        BOOST_TEST(*in(place, on(2026, 1, 1)).number(law::review_min_working_days) == 7);
        BOOST_TEST(in(place, on(2026, 1, 1)).flag(law::party_report_required));
        BOOST_TEST((*in(place, on(2026, 1, 1)).share(law::quorum) == ratio{1, 2}));
        BOOST_TEST(in(place, on(2026, 1, 1)).list(law::meeting_kinds).size() == 2u);
    }
}

BOOST_AUTO_TEST_CASE(the_numbers_on_documents_are_the_houses_until_a_place_has_its_own)
{
    namespace documents = workflows::normative_document;
    auto const& cn = in("cn", on(2026, 1, 1));
    BOOST_TEST(*cn.number(documents::comment_working_days) == 7);
    BOOST_TEST(cn.rule_of(documents::comment_working_days, "") == "JC-62");
    BOOST_TEST(!cn.number(documents::effect_days));
    BOOST_TEST(!cn.flag(documents::validity_required));
    auto const& gd = in("gaoyao", on(2026, 1, 1));
    BOOST_TEST(gd.flag(documents::validity_required));
    BOOST_TEST(*gd.number(documents::validity_max_months) == 60);
    auto const& sd = in("sd", on(2026, 3, 1));
    BOOST_TEST(sd.rule_of(documents::comment_working_days, "") == "NORM-7");
    BOOST_TEST(*sd.number(documents::filing_examination_days) == 60);
    BOOST_TEST(!in("sd", on(2026, 1, 31)).number(documents::filing_examination_days));
    BOOST_TEST(sd.list(documents::document_review_parts).size() == 6u);
}

BOOST_AUTO_TEST_CASE(guangdong_asks_more_from_november_2021)
{
    BOOST_TEST(!in("gd", on(2021, 10, 31)).flag(law::sponsor_legal_review_required));
    auto const& gd = in("gaoyao", on(2021, 11, 1));
    BOOST_TEST(gd.flag(law::sponsor_legal_review_required));
    BOOST_TEST(gd.flag(law::sponsor_discussion_required));
    BOOST_TEST(gd.flag(law::silence_is_consent));
    BOOST_TEST(*gd.number(law::expert_materials_days) == 7);
    BOOST_TEST(gd.list(law::risk_domains).size() == 6u);
    BOOST_TEST(gd.list(law::risk_report_parts).size() == 6u);
    BOOST_TEST(gd.rule_of(law::comment_window_days, "") == "GD21-17.1");
    BOOST_TEST(!gd.number(law::expert_min));
    BOOST_TEST(!in("cn", on(2021, 11, 1)).flag(law::silence_is_consent));
}

BOOST_AUTO_TEST_CASE(order_183_is_there_until_2023_with_unknown_numbers)
{
    auto const& before = in("gd", on(2023, 12, 31));
    BOOST_REQUIRE(before.find(law::hearing_notice_days));
    BOOST_TEST(!before.number(law::hearing_notice_days));
    BOOST_TEST(before.rule_of(law::hearing_notice_days, "") == "GDH183-2");
    BOOST_TEST(*before.number(law::hearing_materials_days) == 7); // of the national rule
    BOOST_TEST(!before.flag(law::hearing_participants_odd));
}

BOOST_AUTO_TEST_CASE(order_303_brings_all_its_numbers_in_2024)
{
    auto const& after = in("gd", on(2024, 1, 1));
    BOOST_TEST(*after.number(law::hearing_notice_days) == 20);
    BOOST_TEST(*after.number(law::hearing_list_days) == 10);
    BOOST_TEST(*after.number(law::hearing_materials_days) == 7);
    BOOST_TEST(*after.number(law::hearing_participants_min) == 9);
    BOOST_TEST(after.flag(law::hearing_participants_odd));
    BOOST_TEST((*after.share(law::hearing_attendance) == ratio{2, 3}));
    BOOST_TEST(*after.number(law::hearing_postpone_max_days) == 30);
    BOOST_TEST(*after.number(law::hearing_report_days) == 10);
    BOOST_TEST(*after.number(law::hearing_suggestion_answer_working_days) == 10);
    BOOST_TEST(after.list(law::hearing_steps).size() == 7u);
}

BOOST_AUTO_TEST_CASE(fair_competition_needs_a_conclusion_from_august_2024)
{
    BOOST_TEST(!in("gd", on(2024, 7, 31)).flag(law::fair_competition_conclusion_required));
    BOOST_TEST(in("gd", on(2024, 8, 1)).flag(law::fair_competition_conclusion_required));
    BOOST_TEST(in("gd", on(2024, 7, 31)).flag(law::fair_competition_material_required));
}

BOOST_AUTO_TEST_CASE(other_provinces_are_data)
{
    auto const& hlj = in("hlj", on(2021, 8, 1));
    BOOST_TEST(*hlj.number(law::review_max_working_days) == 15);
    BOOST_TEST(*hlj.number(law::expert_min) == 3);
    BOOST_TEST(*hlj.number(law::hearing_notice_days) == 30);
    BOOST_TEST(*hlj.number(law::postponed_expiry_months) == 12);
    auto const& sd = in("sd", on(2021, 1, 1));
    BOOST_TEST(*sd.number(law::expert_min_complex) == 7);
    BOOST_TEST(sd.list(law::hearing_duty_triggers) ==
                   (words{"by_law", "vital_interest", "major_dispute"}),
               boost::test_tools::per_element());
    BOOST_TEST((*sd.share(law::hearing_interested_share) == ratio{1, 2}));
    BOOST_TEST(!sd.flag(law::silence_is_consent));
}

BOOST_AUTO_TEST_CASE(a_stricter_pack_of_the_place_is_taken)
{
    data_with const data(
        pack_of("participation.comment_window_days = { value = 45, rule = \"GD21-17.1\", "
                "from = 2025-01-01, until = 2025-12-31 }"));
    auto const loaded = load_rules(workflows::declared_parameters(), data.path);
    for (auto const& fault : loaded.faults)
        BOOST_ERROR(fault);
    auto const days = [&](engine::day day) {
        return *loaded.book.in_force("own", day).number(law::comment_window_days);
    };
    BOOST_TEST(days(on(2024, 12, 31)) == 30);
    BOOST_TEST(days(on(2025, 1, 1)) == 45);
    BOOST_TEST(days(on(2026, 1, 1)) == 30);
}

BOOST_AUTO_TEST_CASE(a_looser_pack_is_refused_with_file_line_key_and_both_values)
{
    auto const fault =
        only_fault(pack_of("\nparticipation.comment_window_days = { value = 20, rule = \"X\" }"));
    BOOST_TEST(fault.find("own.toml:9: rule pack \"own\": participation.comment_window_days = 20 "
                          "(from 2021-11-01) is looser than 30 (from 2021-11-01) of pack \"gd\"") !=
                   std::string::npos,
               fault);
}

BOOST_AUTO_TEST_CASE(slips_in_a_file_are_named_with_their_line)
{
    faulty(pack_of("participation.window = { value = 45, rule = \"X\" }"),
           "own.toml:8: rule pack \"own\": participation.window is not a declared parameter");
    faulty(pack_of("participation.comment_window_days = 45"), ":8: participation.comment_window");
    faulty(pack_of("participation.comment_window_days = { value = 4.5, rule = \"X\" }"),
           ":8: participation.comment_window_days: a value is");
    faulty(pack_of("meeting.quorum = { value = \"2:3\", rule = \"X\" }"), ":8: meeting.quorum: a");
    faulty(pack_of("meeting.quorum = { value = \"2/3\" }"), ":8: \"rule\" is missing");
    faulty(pack_of("meeting.quorum = { value = \"2/3\", rule = \"X\", frm = 2024-01-01 }"),
           ":8: \"frm\" is not known here");
    faulty(pack_of("meeting.quorum = { value = \"2/3\", rule = \"X\", from = \"2024\" }"),
           ":8: \"from\" is a date");
    faulty(pack_of("meeting.quorum = { value = 1, rule = \"X\" }"), "must be a ratio");
    faulty("name = \n", "own.toml:1: ");
    faulty("name = \"own\"\ntitle = \"x\"\nparent = \"gd\"\n", "no [[regulation]]");
}

BOOST_AUTO_TEST_CASE(a_pack_may_not_replace_a_built_in_one)
{
    data_with const data(pack_of("meeting.quorum = { value = \"2/3\", rule = \"X\" }",
                                 "name = \"gd\"\nparent = \"cn\"\n"));
    auto const loaded = load_rules(workflows::declared_parameters(), data.path);
    BOOST_REQUIRE_EQUAL(loaded.faults.size(), 1u);
    BOOST_TEST(loaded.faults[0].find("own.toml: rule pack \"gd\": is here already") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pack_without_its_parent_says_so)
{
    faulty(pack_of("meeting.quorum = { value = \"2/3\", rule = \"X\" }",
                   "name = \"own\"\nparent = \"nowhere\"\n"),
           "its parent \"nowhere\" is not here");
    faulty(pack_of("meeting.quorum = { value = \"2/3\", rule = \"X\" }", "name = \"own\"\n"),
           "names no parent");
}

BOOST_AUTO_TEST_CASE(a_pack_that_cites_an_unknown_rule_is_refused)
{
    data_with const data(pack_of("meeting.quorum = { value = \"2/3\", rule = \"JC-77\" }"));
    auto const texts = adapters::law_text::load_requirements();
    auto const loaded = load_rules(workflows::declared_parameters(), data.path, &texts.law);
    BOOST_REQUIRE_EQUAL(loaded.faults.size(), 1u);
    BOOST_TEST(loaded.faults[0].find("own.toml:8: meeting.quorum cites JC-77") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pack_that_cites_an_unknown_rule_for_another_is_refused)
{
    data_with const data(pack_of("[regulation.cites]\n\"NORM-7\" = \"JC-77\""));
    auto const texts = adapters::law_text::load_requirements();
    auto const loaded = load_rules(workflows::declared_parameters(), data.path, &texts.law);
    BOOST_REQUIRE_EQUAL(loaded.faults.size(), 1u);
    BOOST_TEST(loaded.faults[0].find("own.toml:9: JC-77 is not in law/requirements.csv") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_file_are_told_at_once)
{
    auto const read = read_rule_pack("nam = 1\n[[regulation]]\nfrom = 1\n", "x.toml");
    BOOST_TEST(read.faults.size() >= 5u);
}

BOOST_AUTO_TEST_CASE(what_the_reader_takes_for_granted_is_a_fault_and_not_the_end)
{
    for (auto const* text :
         {"\nx = [3,}]\n[[regulation]]\n", "\nx = [3,}]", "\n[=x]\n", "\n[[。规定]]\n",
          "\n [ [.a]]\n", "\n[\x01]\n", "\n[\t[[$]\n", "\n[\n", "\n[ "}) {
        auto const read = read_rule_pack(text, "x.toml");
        BOOST_REQUIRE_EQUAL(read.faults.size(), 1u);
        BOOST_TEST(read.faults.front().starts_with("x.toml:2: "), read.faults.front());
    }
    BOOST_TEST(!read_rule_pack("\n[]\n", "x.toml").faults.empty());
}

BOOST_AUTO_TEST_CASE(letters_beyond_ascii_stand_in_double_quotes_and_remarks_alone)
{
    for (auto const* text :
         {"\nname = \u0489alue", "\nname\u3042 = 1", "\nname = [\"甲\", 乙]", "\nname \uFE30= 1",
          "\nname = '甲'", "\n'甲' = 1", "\nname = \"\\甲\"", "\nname = \"\xE7\x94\""}) {
        auto const read = read_rule_pack(text, "x.toml");
        BOOST_REQUIRE_EQUAL(read.faults.size(), 1u);
        BOOST_TEST(read.faults.front().starts_with("x.toml:2: "), read.faults.front());
    }
    for (auto const* text :
         {"\uFEFFtitle = \"甲，\uFB06\\\"𠮷\" # 乙", "title = \"\"\"甲，\\\n \uFB06\\\"𠮷\"\"\"",
          "title = \"\\u7532，\\U0000FB06\\\"𠮷\""})
        BOOST_TEST(read_rule_pack(text, "x.toml").pack.title == "甲，\uFB06\"𠮷", text);
}

BOOST_AUTO_TEST_SUITE_END()
