#include "adapters/demo/demo.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/import/enter_cases.hpp"
#include "adapters/import/import_matters.hpp"
#include "adapters/import/import_people.hpp"
#include "adapters/soci/matter_list.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

#include <map>

// A register that an office kept in a spreadsheet becomes legal matters on record.

namespace store = adapters::soci;
using namespace adapters::import;
using adapters::sheet::read_table;

namespace {

/// The sample district with its people, and nothing on record.
struct district : tests::whole_law {
    tests::scratch_dir dir;
    tests::scratch_database base;
    store::database db{base.at(dir.path())};
    store::accounts people{db};
    store::house_register house{db};
    adapters::documents::document_store documents{dir.path()};
    engine::instant now = engine::instant(*engine::parse_day("2026-03-02")) + std::chrono::hours(2);

    district()
    {
        auto const added = import_people(adapters::demo::sample_people(), people, house, law(), now,
                                         false, [] { return std::string("a-long-password"); });
        BOOST_TEST_REQUIRE(added.faults.empty());
    }

    matters_terms terms()
    {
        auto const who = people.find_person(std::string("reviewer")).value();
        return {
            .place = "gaoyao", .by = {who.id, who.name, "reviewer", "justice", {}, {}}, .now = now};
    }
    planned_matters plan(std::string const& csv)
    {
        auto const read = adapters::sheet::read_csv_table(csv);
        BOOST_TEST_REQUIRE(std::holds_alternative<read_table>(read));
        return plan_matters(std::get<read_table>(read), people.units(), law(), terms());
    }
    /// What is wrong with a row under the usual headings.
    std::string fault(std::string const& row)
    {
        auto const made =
            plan("事项名称,类别,送办单位,收到日期,涉及金额（万元）,办结日期\n" + row + "\n");
        return made.faults.empty() ? "nothing" : said(made.faults.front().reason);
    }
    /// What is said of a cell, or else of the row.
    static std::string said(engine::text const& why)
    {
        return why.id == "“{1}”栏：{2}" ? why.args.at(1).id : why.id;
    }
    imported_cases enter(planned_matters const& plan)
    {
        store::clerk clerk(db, law());
        return enter_cases(plan.cases, clerk);
    }
    std::map<std::string, long long> totals(int year)
    {
        std::map<std::string, long long> all;
        store::reader looking(db, engine::clearance::of_the_record());
        for (auto const& one : looking.totals(year))
            all.emplace(one.indicator, one.value);
        return all;
    }
};

std::string seed_register()
{
    return adapters::files::read_file(std::filesystem::path(JUECE_SOURCES) /
                                      "tests/adapters/registers/gaoyao_2021.csv");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_matters_test, district)

BOOST_AUTO_TEST_CASE(the_register_of_a_year_gives_the_figures_of_the_report)
{
    auto const planned = plan(seed_register());
    for (auto const& one : planned.faults)
        BOOST_ERROR("line " << one.line << ": " << one.reason.id);
    BOOST_TEST(planned.unknown_headings.empty());
    BOOST_TEST(planned.cases.size() == 707u);
    auto const done = enter(planned);
    BOOST_TEST(done.faults.empty());
    BOOST_TEST(done.cases == 707u);
    auto const counted = totals(2021);
    BOOST_TEST(counted.at("LEGAL.matters") == 707);
    BOOST_TEST(counted.at("LEGAL.amount") == 1006LL * 100'000'000 * 100); // 1006亿元 in fen
    BOOST_TEST(counted.at("LEGAL.matters.decision") == 3);
    BOOST_TEST(counted.at("LEGAL.matters.contract") == 300);
    BOOST_TEST(counted.at("LEGAL.disclosure") == 39);
    BOOST_TEST(counted.at("LEGAL.performance_applications") == 40);
    BOOST_TEST(counted.at("LEGAL.amount_unknown") + counted.at("LEGAL.amount_none") > 0);
    BOOST_TEST(!counted.contains("CONTRACT.reviewed"));
    BOOST_TEST(totals(2026).empty());

    store::reader looking(db, engine::clearance::of_the_record());
    store::matter_list matters(looking);
    BOOST_TEST(matters.count({.received_in = 2021}, 1'000) == 707);
    BOOST_TEST(matters.count({.amount = "unknown"}, 1'000) == counted.at("LEGAL.amount_unknown"));
    auto const named = matters.list({.words = "中天恒基"}, {}, 10).rows;
    BOOST_TEST_REQUIRE(named.size() == 1u);
    BOOST_TEST(named.front().kind == "petition_dispute");
    BOOST_TEST((named.front().amount == 5'600'000'000));
    BOOST_TEST(named.front().closed);
    auto const acts = looking.acts_of(named.front().on);
    BOOST_TEST(acts.size() == 2u);
    for (auto const& act : acts)
        BOOST_TEST(act.origin == engine::entered_by_import);
    // the advisers of the register, by name
    BOOST_TEST(matters.advisers(2021).size() == 2u);
    BOOST_TEST(store::verify(db, law(), documents).clean());
}

BOOST_AUTO_TEST_CASE(the_same_register_twice_is_taken_in_once)
{
    std::string const csv = "事项名称,送办单位,收到日期,办结日期\n"
                            "甲,区水务局,2021-03-05,2021-03-20\n乙,区财政局,2021年4月1日,\n";
    auto const first = enter(plan(csv));
    BOOST_TEST(first.cases == 2u);
    BOOST_TEST(first.acts == 3u);
    now += std::chrono::hours(24);
    auto const again = enter(plan(csv));
    BOOST_TEST(again.acts == 0u);
    BOOST_TEST(again.already_here == 3u);
    BOOST_TEST(totals(2021).at("LEGAL.matters") == 1);
}

BOOST_AUTO_TEST_CASE(what_was_open_waits_to_be_taken)
{
    enter(plan("事项名称,送办单位,收到日期,承办人\n甲,区水务局,2026-02-05,旧承办\n"));
    store::reader looking(db, engine::clearance::of_the_record());
    auto const found = store::matter_list(looking).list({}, {}, 10).rows;
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found.front().phase == "matter_waiting");
    BOOST_TEST(!found.front().closed);
    BOOST_TEST(!totals(2026).contains("LEGAL.matters"));
    BOOST_TEST(looking.tasks_of(found.front().on).front().what.kind == "handling.assigned");
}

BOOST_AUTO_TEST_CASE(a_whole_register_may_be_said_to_be_closed)
{
    auto const read =
        adapters::sheet::read_csv_table("事项名称,送办单位,收到日期\n甲,区水务局,2021-03-05\n");
    auto how = terms();
    how.closed_by = engine::parse_day("2021-12-31");
    auto const planned = plan_matters(std::get<read_table>(read), people.units(), law(), how);
    BOOST_TEST(planned.faults.empty());
    BOOST_TEST(planned.acts() == 2u);
}

BOOST_AUTO_TEST_CASE(every_fault_is_named_with_its_line_and_nothing_is_entered)
{
    auto const planned = plan("事项名称,类别,送办单位,收到日期,金额\n"
                              "甲,合同,区水务局,2021-03-05,12万元\n"
                              "乙,舞蹈,没有的局,第二季度,很多\n"
                              "丙,合同,区水务局,2021-03-05,0\n");
    std::map<std::size_t, int> by_line;
    for (auto const& one : planned.faults)
        ++by_line[one.line];
    BOOST_TEST((by_line == std::map<std::size_t, int>{{3, 4}, {4, 1}}));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_row_is_said)
{
    std::string const good = "甲,合同,区水务局,2021-03-05,12,2021-04-01";
    BOOST_TEST(fault(good) == "nothing");
    BOOST_TEST(fault(",合同,区水务局,2021-03-05,12,") == "缺少“{1}”");
    BOOST_TEST(fault("甲,合同,区水务局,,12,") == "缺少“{1}”");
    BOOST_TEST(fault("甲,合同,局,2021-03-05,12,") == "“{1}”可能是几个单位，请写全称");
    BOOST_TEST(fault("甲,合同,区水务局,2021-03-05,3美元,") ==
               "“{1}”是外币，请先按当日汇率折算为人民币");
    BOOST_TEST(fault(good + "\n" + good) == "与第{1}行重复");
    // the law: closed before it was received, received in the future
    BOOST_TEST(fault("甲,合同,区水务局,2021-03-05,12,2021-03-01") == "{1}早于收到日期{2}");
    BOOST_TEST(fault("甲,合同,区水务局,2027-03-05,12,") == "{1}在今天之后");
    BOOST_TEST(fault("甲,合同,区水务局,2021-03-05,12,2027-03-01") ==
               "{1}不早于今天：只有已经办结的事项才能补录，未办结的请留空");
}

BOOST_AUTO_TEST_CASE(all_faults_of_all_rows_are_told_at_once_with_their_columns)
{
    auto const planned = plan("编号,事项名称,类别,送办单位,收到日期,办结日期\n"
                              "JC-1,甲,合同,区水务局,2027-03-05,\n"
                              "JC-1,乙,舞蹈,区水务局,2021-03-05,2021-03-01\n"
                              "3,丙,合同,区水务局,2021-03-05,\n"
                              "3,丁,合同,区水务局,2022-03-05,\n");
    std::vector<std::pair<std::size_t, std::string>> found;
    for (auto const& one : planned.faults)
        found.emplace_back(one.line, one.reason.args.at(0).id);
    std::sort(found.begin(), found.end());
    std::vector<std::pair<std::size_t, std::string>> const expected = {
        {2, "收到日期"}, {3, "办结日期"}, {3, "类别"}, {3, "编号"}};
    BOOST_TEST((found == expected));
}

BOOST_AUTO_TEST_CASE(the_kinds_are_read_as_the_register_names_them_and_for_short)
{
    for (auto const* kind : {"重大决策", "决策", "行政复议", "复议", "涉法信访和历史遗留纠纷",
                             "信访", "突发、群体性事件", "政府信息公开答复", "其他法律事务"})
        BOOST_TEST(fault("甲," + std::string(kind) + ",区水务局,2021-03-05,12,2021-04-01") ==
                   "nothing");
}

BOOST_AUTO_TEST_CASE(what_is_on_record_is_left_out_and_counted)
{
    std::string const row = "事项名称,类别,送办单位,收到日期,办结日期\n"
                            "甲,合同,区水务局,2021-03-05,2021-04-01\n";
    enter(plan(row));
    auto again = plan(row + "乙,合同,区水务局,2021-03-06,\n");
    store::reader looking(db, engine::clearance::of_the_record());
    leave_out_known(again, looking);
    BOOST_TEST(again.already_here == 1u);
    BOOST_TEST_REQUIRE(again.cases.size() == 1u);
    BOOST_TEST(again.cases[0].acts.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_register_without_its_needed_columns_is_refused)
{
    auto const planned = plan("事项名称,备注\n甲,乙\n");
    BOOST_TEST(planned.faults.size() == 2u);
    BOOST_TEST(planned.cases.empty());
    BOOST_TEST(planned.unknown_headings == std::vector<std::string>{"备注"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_never_made_up)
{
    auto const planned = plan("事项名称,类别,送办单位,收到日期,金额\n甲,合同,区水务局,2021-03-05,\n"
                              "乙,,区水务局,2021-03-05,约3亿元\n");
    BOOST_TEST_REQUIRE(planned.faults.empty());
    auto const& first = planned.cases[0].acts[0].wish.body;
    BOOST_TEST(first.at("basis_of_amount").as_string() == "not_yet_known");
    BOOST_TEST(!first.contains("amount"));
    BOOST_TEST(first.at("counterparty").as_string() == "原登记簿未载明");
    auto const& second = planned.cases[1].acts[0].wish.body;
    BOOST_TEST(second.at("legal_kind_is").as_string() == "other_legal");
    BOOST_TEST(second.at("amount").as_int64() == 30'000'000'000);
    BOOST_TEST(second.at("question").as_string() == "原登记金额：约3亿元");
}

BOOST_AUTO_TEST_SUITE_END()
