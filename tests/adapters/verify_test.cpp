#include "adapters/soci/audit_log.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

#include <functional>
#include <set>

using namespace adapters::soci;
using tests::admit;

namespace {

struct context : tests::fresh_record {
    adapters::documents::stored_document paper = documents.put("the paper");
    engine::case_id open_case;
    engine::case_id closed_case;

    context()
    {
        accounts(db).note_document(paper.hash, paper.size, "text/plain", "paper.txt", {7},
                                   tests::at("2024-03-01T00:00:00.000Z"));
        clerk taking(db, law.law());
        open_case = admit(taking, tests::opening_of("open")).what.on;
        closed_case = admit(taking, tests::opening_of("closed")).what.on;
        admit(taking, tests::note_with(closed_case, "n1", {paper.hash, "x.txt"}));
        admit(taking, tests::closing_of(closed_case, "c1"));
        audit_log(db).enter({.at = tests::at("2024-03-01T00:00:00.000Z"), .kind = "sign_out"});
    }

    verification look() { return verify(db, law.law(), documents); }

    /// The checks that found something, each with how much.
    std::string wrong()
    {
        std::string all;
        for (auto const& one : look().findings)
            if (one.wrong > 0) {
                BOOST_TEST(!one.first.empty());
                all += (all.empty() ? "" : ", ") + one.check + " " + std::to_string(one.wrong);
            }
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(verify_test, context)

BOOST_AUTO_TEST_CASE(an_untouched_record_is_clean)
{
    auto const found = look();
    BOOST_TEST(wrong() == "");
    BOOST_TEST(found.clean());
    // numbers of papers, accounts, mentions and registers are verified in their own suites; nothing
    // here is secret, so that nobody has a part in it
    std::set<std::string> const elsewhere{"numbers", "accounts", "mentions", "registers", "parts"};
    for (auto const& one : found.findings)
        if (!elsewhere.contains(one.check))
            BOOST_TEST_CONTEXT(one.check) BOOST_TEST(one.checked > 0);
}

BOOST_AUTO_TEST_CASE(a_changed_audit_entry_breaks_its_chain)
{
    unguard_audit();
    tamper("update audit_entry set address = '10.0.0.1'");
    BOOST_TEST(wrong() == "audit 1");
}

BOOST_AUTO_TEST_CASE(a_changed_act_breaks_its_chain)
{
    tamper("update act set body = replace(body, 'noted', 'n0ted') where act_id = 'n1'");
    BOOST_TEST(wrong() == "chain 1, passages 2");
    auto const found = look();
    BOOST_TEST((found.findings[1].first ==
                engine::say("案卷{1}第{2}号行为与哈希链不符", "SP2024-0002", 2)));
}

BOOST_AUTO_TEST_CASE(a_changed_line_of_a_case_breaks_its_chain)
{
    tamper("update case_file set place = 'gd' where number = 'SP2024-0002'");
    BOOST_TEST(wrong() == "chain 1");
}

BOOST_AUTO_TEST_CASE(a_body_that_is_no_json_is_found)
{
    tamper("update act set body = '{' where act_id = 'n1'");
    BOOST_TEST(wrong() == "chain 1");
}

BOOST_AUTO_TEST_CASE(a_missing_last_act_is_found)
{
    tamper("delete from figure where case_id = 2 and seq = 3");
    tamper("delete from act where act_id = 'c1'");
    BOOST_TEST(wrong().starts_with("chain 1"));
}

BOOST_AUTO_TEST_CASE(a_changed_list_is_found)
{
    tamper("update case_file set phase = 'done' where number = 'SP2024-0001'");
    BOOST_TEST(wrong() == "list 1");
    BOOST_TEST((look().findings[3].first ==
                engine::say("案卷{1}的{2}应为“{3}”，现记为“{4}”", "SP2024-0001",
                            engine::say("verify.list.phase"), "running", "done")));
}

BOOST_AUTO_TEST_CASE(a_missing_and_an_invented_task_are_found)
{
    tamper("update task set role = 'auditor' where kind = 'paper.closed'");
    BOOST_TEST(wrong() == "tasks 2");
}

BOOST_AUTO_TEST_CASE(a_changed_due_day_and_a_changed_receipt_are_found)
{
    tamper("update task set due = '2024-03-09' where limit_name = 'noting'");
    BOOST_TEST(wrong() == "tasks 2");
    tamper("update task set due = '2024-03-08' where limit_name = 'noting'");
    BOOST_TEST(wrong() == "");
    tamper("update task set received_at = '2024-03-01T01:00:01.000Z' where kind = 'paper.closed'");
    BOOST_TEST(wrong() == "tasks 2");
}

BOOST_AUTO_TEST_CASE(words_that_nobody_wrote_are_found)
{
    tamper("update passage set words = 'other' where path = 'title' and case_id = 1");
    BOOST_TEST(wrong() == "passages 2");
}

BOOST_AUTO_TEST_CASE(a_changed_figure_is_found)
{
    tamper("update figure set value = 5 where indicator = 'PAPER.closed'");
    BOOST_TEST(wrong() == "figures 2");
}

BOOST_AUTO_TEST_CASE(a_changed_total_is_found)
{
    tamper("update figure_total set value = 5 where indicator = 'PAPER.closed'");
    BOOST_TEST(wrong() == "totals 1");
    tamper("delete from figure_total where indicator = 'PAPER.closed'");
    BOOST_TEST(wrong() == "totals 1");
}

BOOST_AUTO_TEST_CASE(a_changed_sum_of_cases_or_of_tasks_is_found_and_rebuilt)
{
    tamper("update case_total set cases = cases + 1 where phase = 'done'");
    BOOST_TEST(wrong() == "totals 1");
    tamper("delete from task_total where span = 0");
    BOOST_TEST(wrong() == "totals 2");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_task_under_another_sponsor_than_its_case_is_found_and_rebuilt)
{
    tamper("update task set sponsor = 'roads'");
    BOOST_TEST(wrong() == "tasks 2");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_task_that_leads_no_more_is_found_and_rebuilt)
{
    tamper("update task set leads = 0 where kind = 'paper.closed'");
    BOOST_TEST(wrong() == "tasks 2");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_task_of_another_kind_of_matter_than_its_case_is_found_and_rebuilt)
{
    tamper("update task set matter = 'gardening'");
    BOOST_TEST(wrong() == "tasks 2");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_flipped_byte_in_a_document_is_found)
{
    std::ofstream(*documents.path_of(paper.hash)) << "thE paper";
    BOOST_TEST(wrong() == "documents 1");
    std::filesystem::remove(*documents.path_of(paper.hash));
    BOOST_TEST(wrong() == "documents 1");
}

BOOST_AUTO_TEST_CASE(a_document_that_is_no_longer_registered_is_found)
{
    tamper("delete from document");
    BOOST_TEST(wrong() == "storage 1");
    tamper("delete from document_upload");
    tamper("delete from document_use");
    BOOST_TEST(wrong() == "document_uses 1");
}

BOOST_AUTO_TEST_CASE(a_rebuilt_record_is_as_it_was)
{
    tamper("delete from task");
    tamper("delete from passage");
    tamper("delete from document_use");
    tamper("delete from figure");
    tamper("update figure_total set value = 99");
    tamper("delete from case_total");
    tamper("update task_total set tasks = 99");
    tamper("update case_file set title = '', unit = '', phase = '', stages = '{}', closed = 0");
    BOOST_TEST(!look().clean());
    auto const done = rebuild(db, law.law());
    BOOST_TEST(done.cases == 2);
    BOOST_TEST(done.unreadable == 0);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_case_that_does_not_replay_is_reported_and_left)
{
    tamper("update act set kind = 'paper.unknown' where act_id = 'n1'");
    BOOST_TEST(wrong() == "chain 1, replay 1");
    auto const done = rebuild(db, law.law());
    BOOST_TEST(done.cases == 1);
    BOOST_TEST(done.unreadable == 1);
}

BOOST_AUTO_TEST_CASE(a_level_that_does_not_follow_from_the_acts_is_found_and_rebuilt)
{
    tamper("update case_file set level = 2 where number = 'SP2024-0001'");
    BOOST_TEST(wrong() == "list 1");
    tamper("update case_file set level = 1 where number = 'SP2024-0001'");
    tamper("update figure_total set level = 2 where indicator = 'PAPER.closed'");
    BOOST_TEST(wrong() == "totals 2");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(sums_follow_a_case_to_its_new_level)
{
    {
        clerk taking(db, law.law());
        admit(taking, tests::note_on(open_case, "n2", tests::made_secret));
        admit(taking, tests::note_on(open_case, "n3", tests::made_open));
    }
    BOOST_TEST(wrong() == "");
    for (auto const* table : {"figure_total", "case_total", "task_total"})
        BOOST_TEST(number("select count(*) from " + std::string(table) + " where level = 2") == 0,
                   table);
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_SUITE_END()
