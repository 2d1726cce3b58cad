#include "tests/workflows/catalogue/told_catalogue.hpp"

using tests::told_catalogue;
using tests::with;
using words = std::set<std::string>;

namespace {

std::string const addition = R"({"change": "added", "reasons": "防汛形势变化",
    "new_entry": {"item_name": "山洪灾害防治方案", "lead": "water", "planned_meeting": "第四季度"}})";
std::string const removal = R"({"change": "dropped", "item_number": 1, "reasons": "上级统一编制"})";
std::string const decision = R"({"met_on": "2026-06-10", "meeting": "executive",
    "meeting_name": "第十次常务会议", "judged": [{"request": 1, "granted": true}]})";
// Not made from tests::consent: that may not be there yet when this is made.
std::string const consent = R"({"answer": "agrees", "answered_on": "2026-06-15",
    "answer_document": )" + tests::paper_json('3') +
                            "}";
std::string const publication = R"({"document_number": "高府办〔2026〕20号",
    "published_on": "2026-06-20", "address": "https://example.gov.cn/tz"})";

struct published_catalogue : told_catalogue {
    published_catalogue()
    {
        is_published();
        on("2026-06-01").unit("water");
    }
    void is_decided()
    {
        on("2026-06-11").office().enters("catalogue_adjustment.decided", decision);
    }
    void is_consented_to()
    {
        on("2026-06-16").enters("catalogue_adjustment.consent_answered", consent);
    }
    void is_out() { on("2026-06-20").enters("catalogue_adjustment.published", publication); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalogue_adjustment_test, published_catalogue)

BOOST_AUTO_TEST_CASE(a_change_is_said_in_full_by_the_unit_that_leads)
{
    are_refused({
        {"没有写新的内容",
         "catalogue_adjustment.requested",
         with(addition, R"({"new_entry": null})"),
         {"GD21-3.4"}},
        {"调出没有写哪一项",
         "catalogue_adjustment.requested",
         with(removal, R"({"item_number": null})"),
         {"GD21-3.4"}},
        {"没有这一项",
         "catalogue_adjustment.requested",
         with(removal, R"({"item_number": 9})"),
         {"GD21-3.4"}},
        {"调出又写新的内容",
         "catalogue_adjustment.requested",
         with(removal, R"({"new_entry": {"item_name": "甲", "lead": "water"}})"),
         {"GD21-3.4"}},
        {"调出别的单位的事项",
         "catalogue_adjustment.requested",
         with(removal, R"({"item_number": 2})"),
         {"JC-52"}},
        {"替别的单位增列",
         "catalogue_adjustment.requested",
         with(addition, R"({"new_entry": {"item_name": "甲", "lead": "reform"}})"),
         {"JC-52"}},
        {"计划时间看不懂",
         "catalogue_adjustment.requested",
         with(addition,
              R"({"new_entry": {"item_name": "甲", "lead": "water", "planned_meeting": "尽快"}})"),
         {"JC-56"}},
        {"名称已在目录",
         "catalogue_adjustment.requested",
         with(addition, R"({"new_entry": {"item_name": "西江岸线排涝规划", "lead": "water"}})"),
         {"GD21-3.4"}},
    });
    enters("catalogue_adjustment.requested", addition);
    unit("legal", "reviewer");
    are_refused(
        {{"审查人员申请", "catalogue_adjustment.requested", removal, {"GD21-3.4", "JC-52"}}});
}

BOOST_AUTO_TEST_CASE(an_entry_has_one_request_at_a_time)
{
    enters("catalogue_adjustment.requested", removal);
    are_refused({{"同一事项两次申请", "catalogue_adjustment.requested", removal, {"GD21-3.4"}}});
}

BOOST_AUTO_TEST_CASE(what_is_completed_is_not_taken_out_of_the_catalogue)
{
    enters("catalogue_items.completed", R"({"item_number": 1, "completed_on": "2026-05-29"})");
    are_refused({{"调出已经完成的事项", "catalogue_adjustment.requested", removal, {"GD21-3.4"}}});
}

BOOST_AUTO_TEST_CASE(nothing_is_adjusted_before_publication)
{
    told_catalogue young;
    young.is_consented();
    young.are_refused({{"公布之前调整", "catalogue_adjustment.requested", addition, {"GD21-3.4"}}});
}

BOOST_AUTO_TEST_CASE(the_organ_decides_on_what_waits)
{
    on("2026-06-11").office();
    are_refused({{"没有申请", "catalogue_adjustment.decided", decision, {"GD21-3.4"}}});
    on("2026-06-01").unit("water").enters("catalogue_adjustment.requested", addition);
    BOOST_TEST(tasks().contains("catalogue_adjustment.decided office_secretary office"));
    on("2026-06-11");
    are_refused({{"部门自行决定", "catalogue_adjustment.decided", decision, {"GD21-3.4"}}});
    office().are_refused({
        {"没有写明申请",
         "catalogue_adjustment.decided",
         with(decision, R"({"judged": []})"),
         {"GD21-3.4"}},
        {"没有这个申请",
         "catalogue_adjustment.decided",
         with(decision, R"({"judged": [{"request": 2, "granted": true}]})"),
         {"GD21-3.4"}},
        {"不同意没有理由",
         "catalogue_adjustment.decided",
         with(decision, R"({"judged": [{"request": 1, "granted": false}]})"),
         {"GD21-3.4"}},
        {"会议在申请之前",
         "catalogue_adjustment.decided",
         with(decision, R"({"met_on": "2026-05-31"})"),
         {"GD21-3.4"}},
        {"会议在将来",
         "catalogue_adjustment.decided",
         with(decision, R"({"met_on": "2026-06-12"})"),
         {"JC-3"}},
    });
    is_decided();
    are_refused({{"决定两次", "catalogue_adjustment.decided", decision, {"GD21-3.4"}}});
}

BOOST_AUTO_TEST_CASE(an_adjustment_takes_the_committees_consent_too)
{
    enters("catalogue_adjustment.requested", addition);
    office().on("2026-06-16");
    are_refused(
        {{"未经决定就答复", "catalogue_adjustment.consent_answered", consent, {"R713-3.4"}}});
    is_decided();
    on("2026-06-20");
    are_refused({{"未经同意就公布", "catalogue_adjustment.published", publication, {"R713-3.4"}}});
    on("2026-06-16");
    are_refused({
        {"答复在会议之前",
         "catalogue_adjustment.consent_answered",
         with(consent, R"({"answered_on": "2026-06-09"})"),
         {"R713-3.4"}},
        {"答复在将来",
         "catalogue_adjustment.consent_answered",
         with(consent, R"({"answered_on": "2026-06-17"})"),
         {"JC-3"}},
    });
    unit("water").are_refused(
        {{"部门登记同意", "catalogue_adjustment.consent_answered", consent, {"R713-3.4"}}});
    office();
    is_consented_to();
    are_refused({
        {"公布在同意之前",
         "catalogue_adjustment.published",
         with(publication, R"({"published_on": "2026-06-14"})"),
         {"R713-3.4"}},
        {"公布在将来", "catalogue_adjustment.published", publication, {"JC-3"}},
    });
    unit("water").are_refused({{"部门公布",
                                "catalogue_adjustment.published",
                                with(publication, R"({"published_on": "2026-06-16"})"),
                                {"R713-3.4"}}});
    office();
    beside([](std::string_view one) { return one == "高府办〔2026〕20号"; });
    are_refused({{"文号已用",
                  "catalogue_adjustment.published",
                  with(publication, R"({"published_on": "2026-06-16"})"),
                  {"JC-25"}}});
    beside({});
    BOOST_TEST(file().items.size() == 2u); // not before it is published
    is_out();
    BOOST_TEST(figures() == (words{"DEC.catalogue_added 1", "DEC.catalogue_items 1"}));
    auto const made = file();
    BOOST_TEST_REQUIRE(made.items.size() == 3u);
    BOOST_TEST(made.items.back().by_adjustment);
    BOOST_TEST(made.items.back().number == 3);
}

BOOST_AUTO_TEST_CASE(what_the_committee_does_not_consent_to_stays_as_it_was)
{
    enters("catalogue_adjustment.requested", removal);
    is_decided();
    on("2026-06-16")
        .enters("catalogue_adjustment.consent_answered",
                with(consent, R"({"answer": "takes_note"})"));
    on("2026-06-20")
        .are_refused(
            {{"未同意也公布", "catalogue_adjustment.published", publication, {"R713-3.4"}}});
    BOOST_TEST(file().items.front().in_force());
}

BOOST_AUTO_TEST_CASE(dropping_and_changing_keep_the_numbers)
{
    enters("catalogue_adjustment.requested", removal);
    unit("transport")
        .enters("catalogue_adjustment.requested",
                R"({"change": "changed", "item_number": 2, "reasons": "改期",
        "new_entry": {"item_name": "机动车停放服务收费方案", "lead": "transport",
                      "planned_meeting": "2027年第一季度"}})");
    on("2026-06-11")
        .office()
        .enters("catalogue_adjustment.decided",
                with(decision, R"({"judged": [{"request": 1, "granted": true},
                                      {"request": 2, "granted": true}]})"));
    is_consented_to();
    is_out();
    BOOST_TEST(figures() == (words{"DEC.catalogue_removed 1", "DEC.catalogue_items -1"}));
    auto const made = file();
    BOOST_TEST(made.items[0].dropped);
    BOOST_TEST(*made.items[1].details.planned_meeting == "2027年第一季度");
    BOOST_TEST(made.items[1].history.back().kind == "catalogue_adjustment.published");
    unit("water").are_refused(
        {{"再次调出", "catalogue_adjustment.requested", removal, {"GD21-3.4"}}});
}

BOOST_AUTO_TEST_CASE(a_declined_request_may_be_made_again)
{
    enters("catalogue_adjustment.requested", removal);
    on("2026-06-11")
        .office()
        .enters("catalogue_adjustment.decided",
                with(decision,
                     R"({"judged": [{"request": 1, "granted": false, "reason": "仍需办理"}]})"));
    BOOST_TEST(!workflows::catalogue::adjustment_is_under_way(file()));
    unit("water").enters("catalogue_adjustment.requested", removal);
}

BOOST_AUTO_TEST_CASE(each_step_of_an_adjustment_is_a_duty_once_there_is_something_to_do)
{
    office();
    BOOST_TEST(!duties().contains("catalogue_adjustment.decided"));
    BOOST_TEST(!open().contains("catalogue_adjustment.decided"));
    unit("water").enters("catalogue_adjustment.requested", addition);
    office();
    BOOST_TEST(duties().contains("catalogue_adjustment.decided"));
    BOOST_TEST(open().contains("catalogue_adjustment.decided"));
    BOOST_TEST(!duties().contains("catalogue_adjustment.consent_answered"));
    is_decided();
    BOOST_TEST(duties().contains("catalogue_adjustment.consent_answered"));
    BOOST_TEST(!duties().contains("catalogue_adjustment.published"));
    is_consented_to();
    BOOST_TEST(duties().contains("catalogue_adjustment.published"));
    is_out();
    BOOST_TEST(!duties().contains("catalogue_adjustment.published"));
}

BOOST_AUTO_TEST_SUITE_END()
