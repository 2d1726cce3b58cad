#include "adapters/report/merged_reports.hpp"
#include "tests/adapters/report/seed_house.hpp"

using namespace adapters::report;
using adapters::secrets::signing_key;
namespace law = workflows::annual_report;

namespace {

/// Two districts and their keys; each report is frozen.
struct context {
    tests::scratch_dir north_dir, south_dir;
    signing_key north = signing_key::of(north_dir.path());
    signing_key south = signing_key::of(south_dir.path());
    indicators dictionary;
    std::vector<expected_report> expected{{"北区", north.public_key()},
                                          {"南区", south.public_key()}};

    static compiled_report report(std::string const& organ, int year,
                                  std::map<std::string, std::string> const& values)
    {
        compiled_report made;
        made.filed = filed_report{
            .on = {1}, .number = "BG2025-0001", .version = 9, .changed_at = {}, .file = {}};
        made.file.opening = law::report::opened{year, organ};
        made.file.frozen.emplace();
        for (auto const& [code, value] : values)
            made.figures[code] = {.indicator = code, .value = value};
        return made;
    }
    std::string file(std::string const& organ, std::map<std::string, std::string> const& values,
                     signing_key const& key, int year = 2024) const
    {
        return signed_report(report(organ, year, values), dictionary, key).value();
    }
    merged_reports merged(std::vector<report_file_given> const& files) const
    {
        return merge_reports(2024, expected, files, dictionary);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(merged_reports_test, context)

BOOST_AUTO_TEST_CASE(counts_and_amounts_are_summed_up_and_rates_are_not)
{
    auto const found = merged({{"n", file("北区",
                                          {{"LEGAL.matters", "700"},
                                           {"LEGAL.amount", "10.5"},
                                           {"LIT.lost_rate", "5"},
                                           {"LEAD.plan_issued", "2024-08"}},
                                          north)},
                               {"s", file("南区",
                                          {{"LEGAL.matters", "7"},
                                           {"LEGAL.amount", "0.25"},
                                           {"LIT.lost_rate", "7"},
                                           {"AUDIT.projects", "3"}},
                                          south)}});
    BOOST_TEST(found.taken.size() == 2u);
    BOOST_TEST(found.missing.empty());
    BOOST_TEST(found.refused.empty());
    BOOST_TEST(found.doubtful.empty());
    BOOST_TEST(found.figures.at("LEGAL.matters").sum == "707");
    BOOST_TEST(found.figures.at("LEGAL.amount").sum == "10.75");
    BOOST_TEST(found.figures.at("LIT.lost_rate").sum.empty());
    BOOST_TEST(found.figures.at("LEAD.plan_issued").sum.empty());
    BOOST_TEST(found.figures.at("AUDIT.projects").without == std::vector<std::string>{"北区"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(levels_and_numbers_of_sessions_are_not_summed_up)
{
    std::map<std::string, std::string> const values{{"PETITION.levels", "3"},
                                                    {"LEAD.committee_session", "2"}};
    auto const found =
        merged({{"n", file("北区", values, north)}, {"s", file("南区", values, south)}});
    BOOST_TEST(found.figures.at("PETITION.levels").sum.empty());
    BOOST_TEST(found.figures.at("LEAD.committee_session").sum.empty());
}

BOOST_AUTO_TEST_CASE(a_sum_beyond_what_a_report_writes_is_told)
{
    std::map<std::string, std::string> const most{{"LEGAL.matters", "99999999999999"}};
    auto const found = merged({{"n", file("北区", most, north)}, {"s", file("南区", most, south)}});
    BOOST_TEST(found.taken.size() == 2u);
    BOOST_TEST(found.figures.at("LEGAL.matters").sum == "99999999999999");
    BOOST_TEST_REQUIRE(found.doubtful.size() == 1u);
    BOOST_TEST(found.doubtful.front().about == "南区");
}

BOOST_AUTO_TEST_CASE(a_sum_says_who_gives_nothing_to_it)
{
    auto const found = merged({{"n", file("北区", {{"LEGAL.matters", "700"}}, north)},
                               {"s", file("南区", {{"AUDIT.projects", "3"}}, south)}});
    auto const rows = as_sheet(found, 2024, dictionary).rows;
    BOOST_TEST_REQUIRE(rows.size() == 4u); // each figure, and its sum
    BOOST_TEST(rows[1][2] == "合计");
    BOOST_TEST(rows[1][5] == "未填：北区");
    BOOST_TEST(rows[3][5] == "未填：南区");
}

BOOST_AUTO_TEST_CASE(whoever_sent_nothing_is_missing)
{
    auto const found = merged({{"n", file("北区", {{"LEGAL.matters", "700"}}, north)}});
    BOOST_TEST(found.missing == std::vector<std::string>{"南区"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_was_altered_or_signed_by_another_is_refused)
{
    auto const good = file("北区", {{"LEGAL.matters", "700"}}, north);
    auto altered = good;
    altered.replace(altered.find("700"), 3, "900");
    BOOST_TEST(std::holds_alternative<received_report>(read_signed_report(good)));
    for (auto const& bytes : {altered, std::string("{}"), std::string("no JSON"), std::string("[]"),
                              file("北区", {{"LEGAL.matters", "1"}}, south), // of another key
                              file("西区", {{"LEGAL.matters", "1"}}, north), // not on the list
                              file("北区", {{"LEGAL.matters", "1"}}, north, 2023)}) {
        auto const found = merged({{"x", bytes}});
        BOOST_TEST(found.taken.empty());
        BOOST_TEST(found.refused.size() == 1u);
        BOOST_TEST(found.figures.empty());
    }
    BOOST_TEST(merged({{"a", good}, {"b", good}}).refused.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_file_of_words_that_no_report_has_is_none)
{
    auto file_of = boost::json::parse(file("北区", {{"LEGAL.matters", "700"}}, north)).as_object();
    auto& content = file_of.at("content").as_object();
    content.at("figures").at("LEGAL.matters").as_object()["rounded"] = "nearly";
    file_of["signature"] = north.sign(engine::canonical(content));
    BOOST_TEST(
        std::holds_alternative<engine::text>(read_signed_report(boost::json::serialize(file_of))));
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up_is_told)
{
    auto const found = merged(
        {{"n",
          file("北区", {{"ENF.cases_criminal", "20"}, {"ENF.cases_linked", "10"}, {"NO.such", "1"}},
               north)}});
    BOOST_TEST(found.taken.size() == 1u);
    BOOST_TEST(found.doubtful.size() == 2u);
}

BOOST_AUTO_TEST_CASE(only_frozen_figures_are_signed)
{
    auto open = report("北区", 2024, {});
    open.file.frozen.reset();
    BOOST_TEST(!signed_report(open, dictionary, north));
}

BOOST_AUTO_TEST_CASE(a_key_stays_the_same_and_signs_for_nobody_else)
{
    BOOST_TEST(signing_key::of(north_dir.path()).public_key() == north.public_key());
    BOOST_TEST(north.public_key() != south.public_key());
    auto const signature = north.sign("话");
    BOOST_TEST(adapters::secrets::is_signed("话", signature, north.public_key()));
    BOOST_TEST(!adapters::secrets::is_signed("话", signature, south.public_key()));
    BOOST_TEST(!adapters::secrets::is_signed("画", signature, north.public_key()));
    BOOST_TEST(!adapters::secrets::is_signed("话", "zz", north.public_key()));
}

BOOST_AUTO_TEST_CASE(a_year_is_the_one_that_was_signed_and_not_what_is_left_of_it)
{
    auto far = report("北区", 2024, {{"LEGAL.matters", "700"}});
    far.file.opening->year = 4'294'967'296 + 2024;
    auto const found = merged({{"n", signed_report(far, dictionary, north).value()}});
    BOOST_TEST(found.taken.empty());
    BOOST_TEST_REQUIRE(found.refused.size() == 1u);
    BOOST_TEST(found.refused.front().words.id == "不是年度报告的签名文件");
}

BOOST_AUTO_TEST_SUITE_END()
