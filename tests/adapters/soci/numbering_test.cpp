#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/house_register.hpp"
#include "adapters/soci/numbering.hpp"
#include "adapters/soci/numbering_rules.hpp"
#include "adapters/soci/query.hpp"
#include "adapters/soci/soci_record.hpp"
#include "adapters/soci/verify.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;

#include <algorithm>

namespace {

engine::day day_of(char const* text)
{
    return *engine::parse_day(text);
}

struct context : tests::fresh_record {
    house_register house{db};
    numbering series{db};
    std::unique_ptr<::soci::session> sql = db.open_session(access::writing);
    soci_record record{*sql};
    long long cases = 1; ///< the first is the administration case

    context()
    {
        auto const now = tests::at("2024-01-01T00:00:00.000Z");
        house.add_organ({"gy", "高要区人民政府", "county", "cn", ""}, now);
        house.add_organ({"dh", "鼎湖区人民政府", "county", "cn", ""}, now);
        house.add_unit({"justice", "区司法局", "gy"}, now);
        house.add_unit({"law", "区法制办", "gy"}, now);
        house.add_unit({"other", "鼎湖区司法局", "dh"}, now);
        set({"justice", "paper.issued", day_of("2024-01-01"), "高司审"});
    }

    void set(numbering_rule const& rule)
    {
        work one(db, *sql);
        write_rule(*sql, rule);
        one.commit();
    }

    /// Enters one act on a case of its own; the number that it got.
    std::string issue(std::string const& unit, char const* at,
                      std::string const& kind = "paper.issued", bool keep = true,
                      std::string const& brings = "", std::string const& as = "document_number")
    {
        auto const id = ++cases;
        work one(db, *sql);
        engine::case_line const line{.id = {id},
                                     .number = "SP-" + std::to_string(id),
                                     .shape = "sample/1",
                                     .place = "cn",
                                     .opened_at = tests::at(at)};
        record.open(line, std::string(64, '0'));
        engine::act act;
        act.on = {id};
        act.seq = 1;
        act.act_id = "act-" + std::to_string(id);
        act.kind = kind;
        act.by = {
            .person = {1}, .name = "李四", .role = "reviewer", .unit = unit, .on_behalf_of = ""};
        act.entered_at = tests::at(at);
        engine::consequences then;
        then.summary.unit = unit;
        if (!brings.empty()) {
            act.body[as] = brings;
            then.passages = {{as, brings}};
        }
        engine::seal(act, std::string(64, '0'));
        record.append(act, then);
        record.finish();
        if (!keep)
            return "";
        one.commit();
        auto const numbers = series.numbers_of({id});
        auto const found = numbers.find(1);
        return found == numbers.end() ? "" : found->second;
    }

    /// A second act on the last case has this as the number of its file.
    void correct_file_number(std::string const& number)
    {
        work one(db, *sql);
        engine::act act;
        act.on = {cases};
        act.seq = 2;
        act.act_id = "act-" + std::to_string(cases) + "-corrected";
        act.kind = "paper.noted";
        act.body["archive_number"] = number;
        act.by = {{1}, "李四", "reviewer", "justice", ""};
        act.entered_at = tests::at("2024-06-01T01:00:00.000Z");
        engine::consequences then;
        then.summary.unit = "justice";
        then.passages = {{"archive_number", number}};
        engine::seal(act, record.find_case({cases})->last_hash);
        record.append(act, then);
        record.finish();
        one.commit();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(numbering_test, context)

BOOST_AUTO_TEST_CASE(numbers_run_on_without_gaps_and_begin_anew_each_year)
{
    BOOST_TEST(issue("justice", "2024-05-01T01:00:00.000Z") == "高司审〔2024〕1号");
    BOOST_TEST(issue("justice", "2024-05-02T01:00:00.000Z") == "高司审〔2024〕2号");
    // The year is that of the legal day: already 2025 in China.
    BOOST_TEST(issue("justice", "2024-12-31T17:00:00.000Z") == "高司审〔2025〕1号");
    BOOST_TEST(issue("justice", "2024-12-31T15:00:00.000Z") == "高司审〔2024〕3号");
}

BOOST_AUTO_TEST_CASE(the_next_number_is_told_before_it_is_given)
{
    BOOST_TEST(series.next_number("justice", "高司审", 2024) == 1);
    issue("justice", "2024-05-01T01:00:00.000Z");
    BOOST_TEST(series.next_number("justice", "高司审", 2024) == 2);
    BOOST_TEST(series.next_number("law", "高司审", 2024) == 2);
    BOOST_TEST(series.next_number("other", "高司审", 2024) == 1);
    BOOST_TEST(series.next_number("justice", "高司审", 2025) == 1);
}

BOOST_AUTO_TEST_CASE(the_mark_of_a_day_is_that_of_the_last_rule_that_has_begun)
{
    set({"justice", "paper.issued", day_of("2024-06-01"), "高法审"});
    auto const on = [&](char const* day) {
        return series.mark_of("justice", "paper.issued", day_of(day));
    };
    BOOST_TEST(on("2023-12-31") == "");
    BOOST_TEST(on("2024-05-31") == "高司审");
    BOOST_TEST(on("2024-06-01") == "高法审");
    BOOST_TEST(series.mark_of("law", "paper.issued", day_of("2024-06-01")) == "");
}

BOOST_AUTO_TEST_CASE(
    a_number_that_an_act_brings_is_followed_by_the_next_and_takes_none_of_the_house)
{
    BOOST_TEST(series.next_written("高司审", 2024) == 1);
    BOOST_TEST(issue("justice", "2024-05-01T01:00:00.000Z", "paper.issued", true,
                     "高司审〔2024〕9号") == "");
    issue("justice", "2024-05-02T01:00:00.000Z", "paper.issued", true, "高司审〔2024〕10号");
    issue("law", "2024-05-03T01:00:00.000Z", "paper.noted", true, "高司审〔2024〕2号之一");
    issue("law", "2024-05-04T01:00:00.000Z", "paper.noted", true, "高司审〔2025〕70号");
    issue("law", "2024-05-05T01:00:00.000Z", "paper.noted", true, "区司审〔2024〕80号");
    BOOST_TEST(series.next_written("高司审", 2024) == 11);
    BOOST_TEST(series.next_number("justice", "高司审", 2024) == 1);
}

BOOST_AUTO_TEST_CASE(the_next_number_of_a_file_follows_the_greatest_that_a_case_of_the_organ_has)
{
    auto const next = [&](char const* unit, char const* retention = "") {
        return series.next_of_files(unit, "0058-FL", 2024, retention);
    };
    BOOST_TEST(next("justice") == 1);
    for (auto const* typed : {"0058-FL·2024-0001", "0058-FL·2024-0002", "0058-FL·2024-Y-0003"})
        issue("justice", "2024-05-01T01:00:00.000Z", "paper.noted", true, typed, "archive_number");
    BOOST_TEST(next("justice") == 3);
    BOOST_TEST(next("law") == 3);
    BOOST_TEST(next("justice", "Y") == 4);
    BOOST_TEST(next("justice", "D10") == 1);
    BOOST_TEST(next("other") == 1);
    // A number that was corrected counts as it is right: the gap is not filled.
    issue("justice", "2024-05-02T01:00:00.000Z", "paper.noted", true, "0058-FL·2024-0003",
          "archive_number");
    BOOST_TEST(next("justice") == 4);
    issue("justice", "2024-05-03T01:00:00.000Z", "paper.noted", true, "0058-FL·2024-0042",
          "archive_number");
    BOOST_TEST(next("justice") == 43);
    correct_file_number("0058-FL·2024-0009");
    BOOST_TEST(next("justice") == 10);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_closed_under_one_term_moves_no_number_of_another)
{
    set({"justice", "file.closed", day_of("2024-01-01"), "0058-FL"});
    auto const close = [&](char const* number) {
        return issue("justice", "2024-05-01T01:00:00.000Z", "file.closed", true, number,
                     "archive_number");
    };
    BOOST_TEST(close("0058-FL·2024-D30-0001") == "");
    BOOST_TEST(close("0058-FL·2024-Y-0003") == "");
    BOOST_TEST(close("0058-FL·2024-Y-0004") == "");
    BOOST_TEST(series.next_of_files("justice", "0058-FL", 2024, "D30") == 2);
    BOOST_TEST(series.next_of_files("justice", "0058-FL", 2024, "Y") == 5);
}

BOOST_AUTO_TEST_CASE(a_file_has_its_year_how_long_it_is_kept_and_four_digits)
{
    BOOST_TEST(file_number("0058-WS", 2026, "Y", 3) == "0058-WS·2026-Y-0003");
    BOOST_TEST(file_number("0058-FL", 2026, "", 12345) == "0058-FL·2026-12345");
}

BOOST_AUTO_TEST_CASE(rules_are_acts_of_the_administration_and_stand_after_a_rewriting)
{
    auto const now = tests::at("2024-03-01T00:00:00.000Z");
    numbering_rule const rule{"law", "legality_review.concluded", day_of("2024-03-01"), "高法审"};
    house.set_numbering(rule, now);
    auto const stands = [&] {
        auto const all = series.rules();
        return std::find(all.begin(), all.end(), rule) != all.end();
    };
    BOOST_TEST(stands());
    {
        work one(db, *sql);
        *sql << "delete from numbering where unit = 'law'";
        account_rows(*sql).rewrite({1});
        one.commit();
    }
    BOOST_TEST(stands());
    auto const refused = [&](numbering_rule const& wrong) {
        BOOST_CHECK_THROW(house.set_numbering(wrong, now), not_entered);
    };
    refused({"nobody", rule.kind, rule.from, "无"});
    refused({"law", "paper.issued", rule.from, "高法审"});
    refused({"law", rule.kind, rule.from, "高法审〔2024〕1号"});
}

BOOST_AUTO_TEST_CASE(an_act_that_is_not_entered_leaves_no_gap)
{
    BOOST_TEST(issue("justice", "2024-05-01T01:00:00.000Z") == "高司审〔2024〕1号");
    issue("justice", "2024-05-02T01:00:00.000Z", "paper.issued", false);
    BOOST_TEST(issue("justice", "2024-05-03T01:00:00.000Z") == "高司审〔2024〕2号");
}

BOOST_AUTO_TEST_CASE(only_what_a_rule_names_is_numbered)
{
    BOOST_TEST(issue("justice", "2023-12-30T01:00:00.000Z") == "");
    BOOST_TEST(issue("law", "2024-05-01T01:00:00.000Z") == "");
    BOOST_TEST(issue("justice", "2024-05-01T01:00:00.000Z", "paper.noted") == "");
}

BOOST_AUTO_TEST_CASE(units_of_an_organ_share_a_mark_and_organs_do_not)
{
    set({"law", "paper.issued", day_of("2024-01-01"), "高司审"});
    set({"other", "paper.issued", day_of("2024-01-01"), "高司审"});
    BOOST_TEST(issue("justice", "2024-05-01T01:00:00.000Z") == "高司审〔2024〕1号");
    BOOST_TEST(issue("law", "2024-05-01T01:00:00.000Z") == "高司审〔2024〕2号");
    BOOST_TEST(issue("other", "2024-05-01T01:00:00.000Z") == "高司审〔2024〕1号");
}

BOOST_AUTO_TEST_CASE(a_later_rule_changes_the_mark_and_an_empty_one_ends_it)
{
    set({"justice", "paper.issued", day_of("2024-06-01"), "高法审"});
    set({"justice", "paper.issued", day_of("2024-09-01"), ""});
    BOOST_TEST(issue("justice", "2024-05-01T01:00:00.000Z") == "高司审〔2024〕1号");
    BOOST_TEST(issue("justice", "2024-06-01T01:00:00.000Z") == "高法审〔2024〕1号");
    BOOST_TEST(issue("justice", "2024-09-01T01:00:00.000Z") == "");
    BOOST_TEST(series.rules().size() == 3u);
    BOOST_TEST(series.rules()[1].mark == "高法审");
}

BOOST_AUTO_TEST_CASE(the_database_itself_refuses_a_number_twice)
{
    issue("justice", "2024-05-01T01:00:00.000Z");
    BOOST_CHECK_THROW(tamper("insert into document_number values ('gy', '高司审', 2024, 1, 1, 2)"),
                      std::exception);
}

BOOST_AUTO_TEST_CASE(verify_finds_a_number_that_is_missing)
{
    issue("justice", "2024-05-01T01:00:00.000Z");
    issue("justice", "2024-05-02T01:00:00.000Z");
    issue("justice", "2024-05-03T01:00:00.000Z");
    auto const wrong = [&] {
        for (auto const& one : verify(db, law.law(), documents).findings)
            if (one.check == "numbers")
                return one.wrong;
        return -1LL;
    };
    BOOST_TEST(wrong() == 0);
    tamper("delete from document_number where number = 2");
    BOOST_TEST(wrong() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
