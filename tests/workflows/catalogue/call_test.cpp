#include "tests/workflows/catalogue/told_catalogue.hpp"

using tests::drainage;
using tests::parking;
using tests::rules;
using tests::told_catalogue;
using tests::with;
using words = std::set<std::string>;
namespace json = boost::json;

BOOST_FIXTURE_TEST_SUITE(catalogue_call_test, told_catalogue)

BOOST_AUTO_TEST_CASE(the_office_sets_up_a_catalogue_for_a_near_year)
{
    are_refused({
        {"编制早年的目录", "catalogue_call.set_up", R"({"year": 1999})", {"JC-51"}},
        {"编制后年的目录", "catalogue_call.set_up", R"({"year": 2028})", {"JC-51"}},
    });
    unit("water");
    are_refused({{"部门编制目录", "catalogue_call.set_up", R"({"year": 2026})", {"R713-3.4"}}});
    office().enters("catalogue_call.set_up", R"({"year": 2027})");
    BOOST_TEST(procedure().summary().stands_for == "2027");
    BOOST_TEST(procedure().summary().unit == "office");
}

BOOST_AUTO_TEST_CASE(the_office_of_another_organ_has_no_seat)
{
    is_called();
    unit("town_office", "office_secretary");
    are_refused({{"别的机关的办公室延长期限",
                  "catalogue_call.extended",
                  R"({"deadline": "2026-03-01", "reason": "春节"})",
                  {"GD21-10.1"}}});
}

BOOST_AUTO_TEST_CASE(a_call_names_units_and_gives_them_time)
{
    enters("catalogue_call.set_up", R"({"year": 2026})");
    are_refused({
        {"不写单位", "catalogue_call.issued", R"({"deadline": "2026-02-14"})", {"GD21-10.1"}},
        {"单位重复",
         "catalogue_call.issued",
         R"({"units": ["water", "water"], "deadline": "2026-02-14"})",
         {"GD21-10.1"}},
        {"期限已过",
         "catalogue_call.issued",
         R"({"units": ["water"], "deadline": "2026-01-12"})",
         {"GD21-10.1"}},
    });
    enters("catalogue_call.issued", R"({"units": ["water"], "deadline": "2026-02-14"})");
    BOOST_TEST(stage("catalogue_call") == "calling");
}

BOOST_AUTO_TEST_CASE(every_called_unit_has_a_task_until_it_answers)
{
    is_called();
    BOOST_TEST(tasks().contains("catalogue_call.answered sponsor_clerk water"));
    BOOST_TEST(tasks().contains("catalogue_call.answered department_head transport"));
    unit("water").enters("catalogue_call.answered");
    BOOST_TEST(!tasks().contains("catalogue_call.answered sponsor_clerk water"));
    BOOST_TEST(tasks().contains("catalogue_call.answered sponsor_clerk transport"));
    are_refused({{"答复两次", "catalogue_call.answered", "{}", {"GD21-10.1"}}});
    unit("finance");
    are_refused({{"没有被征集的单位答复", "catalogue_call.answered", "{}", {"GD21-10.1"}}});
    auto const limits = procedure().limits(now());
    BOOST_TEST_REQUIRE(limits.size() == 1u);
    BOOST_TEST(limits.front().name == "catalogue_call");
    // 14 February 2026 is a Saturday that is worked.
    BOOST_TEST(engine::to_text(limits.front().due) == "2026-02-14");
}

BOOST_AUTO_TEST_CASE(a_deadline_in_a_year_without_holiday_notice_is_what_was_written)
{
    is_called();
    office().enters("catalogue_call.extended", R"({"deadline": "2027-01-20", "reason": "推迟"})");
    auto const limits = procedure().limits(now());
    BOOST_TEST_REQUIRE(limits.size() == 1u);
    BOOST_TEST(engine::to_text(limits.front().due) == "2027-01-20");
    BOOST_TEST(!limits.front().provisional);
}

BOOST_AUTO_TEST_CASE(a_proposal_rests_on_the_call_and_on_what_its_unit_proposed_alone)
{
    is_called();
    auto const ground = [&](std::string const& kind) {
        engine::act what;
        what.kind = kind;
        what.by = {.role = "sponsor_clerk", .unit = "transport"};
        return procedure().rests_on(what).value_or("");
    };
    auto const before = ground("catalogue_call.proposed");
    BOOST_TEST(!before.empty());
    unit("water").enters("catalogue_call.proposed", drainage);
    unit("water").enters("catalogue_call.answered");
    BOOST_TEST(ground("catalogue_call.proposed") == before);
    BOOST_TEST(ground("catalogue_call.answered") == before);
    BOOST_TEST(ground("catalogue_call.closed").empty()); // on all of the file
    unit("transport").enters("catalogue_call.proposed", parking);
    BOOST_TEST(ground("catalogue_call.answered") != before);
    auto const proposed = ground("catalogue_call.proposed");
    unit("transport").enters("catalogue_call.answered");
    office().enters("catalogue_call.closed");
    BOOST_TEST(ground("catalogue_call.proposed") != proposed);
}

BOOST_AUTO_TEST_CASE(a_unit_that_proposed_nothing_reports_that_knowingly)
{
    is_called();
    unit("water").enters("catalogue_call.proposed", drainage);
    BOOST_TEST(advised("catalogue_call.answered").empty());
    BOOST_CHECK(unit("transport").advised("catalogue_call.answered") == rules{"GD21-10.1"});
    BOOST_CHECK(units_with_nothing(file()) == std::vector<std::string>{"transport"});
    auto const shown = json::serialize(procedure().facts());
    BOOST_TEST(shown.find(R"("label":"field.nil_reports","value":[{"unit":"transport"}])") !=
                   std::string::npos,
               shown);
    // what was withdrawn is not proposed
    unit("water").enters("catalogue_call.withdrawn", R"({"proposal": 1, "reason": "不再需要"})");
    BOOST_TEST(units_with_nothing(file()).size() == 2u);
    // and what the office entered for a unit is
    office().enters("catalogue_call.proposed", parking);
    BOOST_CHECK(units_with_nothing(file()) == std::vector<std::string>{"water"});
}

BOOST_AUTO_TEST_CASE(a_unit_proposes_what_it_leads_on_its_stamped_form)
{
    is_called();
    unit("water");
    are_refused({
        {"替别的单位申报",
         "catalogue_call.proposed",
         with(drainage, R"({"lead": "transport"})"),
         {"JC-52"}},
        {"没有牵头单位", "catalogue_call.proposed", with(drainage, R"({"lead": null})"), {"JC-52"}},
        {"没有盖章",
         "catalogue_call.proposed",
         with(drainage, R"({"stamped_form": null})"),
         {"JC-52"}},
        {"没有事项类型",
         "catalogue_call.proposed",
         with(drainage, R"({"matter": null})"),
         {"R713-3.1"}},
        {"计划时间看不懂",
         "catalogue_call.proposed",
         with(drainage, R"({"planned_start": "尽快"})"),
         {"JC-56"}},
        {"结转自同一年度",
         "catalogue_call.proposed",
         with(drainage, R"({"carries_over": {"year": 2026, "item": 1}})"),
         {"JC-54"}},
        {"全部一起说明",
         "catalogue_call.proposed",
         with(drainage, R"({"lead": "reform", "stamped_form": null, "matter": null,
                            "planned_meeting": "第五季度"})"),
         {"JC-52", "R713-3.1", "JC-56"}},
    });
    enters("catalogue_call.proposed", drainage);
    unit("reform");
    are_refused({{"两个单位申报同一事项",
                  "catalogue_call.proposed",
                  with(drainage, R"({"lead": "reform"})"),
                  {"JC-52"}}});
}

BOOST_AUTO_TEST_CASE(the_office_enters_for_a_unit_without_its_stamp)
{
    is_called();
    enters("catalogue_call.proposed", with(drainage, R"({"stamped_form": null})"));
    unit("legal", "reviewer");
    are_refused({{"审查人员申报", "catalogue_call.proposed", parking, {"GD21-10.1", "JC-52"}}});
}

BOOST_AUTO_TEST_CASE(after_the_deadline_only_the_office_enters_or_extends)
{
    is_called();
    on("2026-02-15").unit("water");
    are_refused({{"逾期申报", "catalogue_call.proposed", drainage, {"JC-52"}}});
    office();
    are_refused({
        {"延长到更早",
         "catalogue_call.extended",
         R"({"deadline": "2026-02-14", "reason": "补报"})",
         {"GD21-10.1"}},
        {"延长到今天",
         "catalogue_call.extended",
         R"({"deadline": "2026-02-15", "reason": "补报"})",
         {"GD21-10.1"}},
    });
    enters("catalogue_call.extended", R"({"deadline": "2026-02-28", "reason": "补报"})");
    unit("water").enters("catalogue_call.proposed", drainage);
}

BOOST_AUTO_TEST_CASE(an_extension_is_later_than_the_deadline_it_extends)
{
    is_called();
    are_refused({{"提前的期限",
                  "catalogue_call.extended",
                  R"({"deadline": "2026-02-10", "reason": "提前"})",
                  {"GD21-10.1"}}});
}

BOOST_AUTO_TEST_CASE(the_call_is_not_closed_while_units_have_time_left)
{
    is_called();
    are_refused({{"期限未满", "catalogue_call.closed", "{}", {"GD21-10.1"}}});
    BOOST_TEST(tasks().contains("catalogue_call.closed office_secretary office"));
    on("2026-02-15").enters("catalogue_call.closed");
    BOOST_TEST(stage("catalogue_call") == "over");
    BOOST_TEST(stage("catalogue_screening") == "awaited");
}

BOOST_AUTO_TEST_CASE(the_call_may_close_early_once_everybody_has_answered)
{
    is_called();
    for (auto const* one : {"water", "transport"})
        unit(one).enters("catalogue_call.answered");
    office().enters("catalogue_call.closed");
}

BOOST_AUTO_TEST_CASE(a_unit_withdraws_its_own_proposal_with_a_reason)
{
    is_called();
    BOOST_TEST(!unit("water").open().contains("catalogue_call.withdrawn"));
    enters("catalogue_call.proposed", drainage);
    BOOST_TEST(open().contains("catalogue_call.withdrawn"));
    unit("transport");
    BOOST_TEST(!open().contains("catalogue_call.withdrawn"));
    are_refused({
        {"撤回别的单位的申报",
         "catalogue_call.withdrawn",
         R"({"proposal": 1, "reason": "不办了"})",
         {"JC-52"}},
        {"撤回没有的申报",
         "catalogue_call.withdrawn",
         R"({"proposal": 2, "reason": "不办了"})",
         {"JC-52"}},
    });
    unit("water").enters("catalogue_call.withdrawn",
                         R"({"proposal": 1, "reason": "并入市级规划"})");
    are_refused({{"撤回两次",
                  "catalogue_call.withdrawn",
                  R"({"proposal": 1, "reason": "又"})",
                  {"JC-52"}}});
    BOOST_TEST(file().call.proposals.front().withdrawn_because == "并入市级规划");
    enters("catalogue_call.proposed", drainage); // the name is free again
}

BOOST_AUTO_TEST_CASE(a_list_of_proposals_comes_in_whole_or_not_at_all)
{
    is_called();
    std::string const list = R"({"source": "申报汇总表.xlsx", "proposals": [
        {"item_name": "排涝规划", "matter": "plan", "lead": "water", "planned_meeting": "9月"},
        {"item_name": "停车收费", "matter": "public_policy", "lead": "transport",
         "proposed_by": "reform", "planned_meeting": "下半年"}]})";
    are_refused({
        {"没有事项", "catalogue_call.list_entered", with(list, R"({"proposals": []})"), {"JC-52"}},
        {"同一事项两次",
         "catalogue_call.list_entered",
         with(list, R"({"proposals": [{"item_name": "甲", "matter": "plan", "lead": "water"},
                                      {"item_name": "甲", "matter": "plan", "lead": "water"}]})"),
         {"JC-52"}},
        {"缺类型和单位，时间看不懂",
         "catalogue_call.list_entered",
         with(list, R"({"proposals": [{"item_name": "甲", "matter": "plan", "lead": "water"},
                                      {"item_name": "乙", "planned_meeting": "尽快"}]})"),
         {"JC-52", "R713-3.1", "JC-56"}},
    });
    unit("water").are_refused({{"部门登记汇总表", "catalogue_call.list_entered", list, {"JC-52"}}});
    BOOST_CHECK(units_awaited(file()) == (std::vector<std::string>{"transport", "water"}));
    office().enters("catalogue_call.list_entered", list);
    auto const made = file();
    // water's table is its answer; another unit proposed what transport is to lead
    BOOST_CHECK(units_awaited(made) == std::vector<std::string>{"transport"});
    BOOST_TEST_REQUIRE(made.call.proposals.size() == 2u);
    BOOST_TEST(made.call.proposals[0].unit == "water"); // whoever leads, where nobody is named
    BOOST_TEST(made.call.proposals[1].unit == "reform");
    BOOST_TEST(made.call.proposals[1].number == 2);
    BOOST_TEST(made.call.proposals[0].seq == made.call.proposals[1].seq);
    are_refused({{"登记两次", "catalogue_call.list_entered", list, {"JC-52"}}});
    unit("reform").enters("catalogue_call.withdrawn", R"({"proposal": 2, "reason": "并入规划"})");
}

BOOST_AUTO_TEST_CASE(after_the_call_the_office_still_enters_what_was_not_declared)
{
    is_proposed();
    unit("reform");
    are_refused({{"部门补报",
                  "catalogue_call.proposed",
                  with(drainage, R"({"item_name": "另一事项", "lead": "reform"})"),
                  {"GD21-10.1"}}});
    office().enters("catalogue_call.proposed",
                    with(drainage, R"({"item_name": "另一事项", "lead": "reform"})"));
    on("2026-03-03");
    are_refused({{"补报的事项没有遴选", "catalogue_screening.held", tests::screening, {"JC-53"}}});
}

BOOST_AUTO_TEST_CASE(nothing_more_comes_in_once_the_organ_has_adopted)
{
    is_adopted();
    are_refused({
        {"审定后补报",
         "catalogue_call.proposed",
         with(drainage, R"({"item_name": "另一事项"})"),
         {"R713-3.4"}},
        {"审定后撤回",
         "catalogue_call.withdrawn",
         R"({"proposal": 1, "reason": "不办了"})",
         {"R713-3.4"}},
        {"审定后延长",
         "catalogue_call.extended",
         R"({"deadline": "2026-04-01", "reason": "补"})",
         {"R713-3.4"}},
    });
}

BOOST_AUTO_TEST_CASE(where_the_place_says_so_an_entry_states_its_unit)
{
    told_catalogue shandong("sd");
    shandong.is_called();
    shandong.are_refused({{"没有牵头单位",
                           "catalogue_call.proposed",
                           with(drainage, R"({"lead": null})"),
                           {"SD-4.2"}}});
    shandong.enters("catalogue_call.proposed", drainage);
}

BOOST_AUTO_TEST_CASE(an_earlier_catalogue_is_taken_over_as_it_stood)
{
    enters("catalogue_call.set_up", R"({"year": 2026})");
    std::string const before = R"({"source": "目录2026.csv", "published_on": "2026-01-05",
        "consented_on": "2026-01-04", "document_number": "高府办〔2026〕1号",
        "items": [{"item_name": "甲事项", "lead": "区水务局", "planned_meeting": "第二季度"},
                  {"item_name": "乙事项"}]})";
    are_refused({
        {"没有事项", "catalogue_call.taken_over", with(before, R"({"items": []})"), {"JC-55"}},
        {"事项重复",
         "catalogue_call.taken_over",
         with(before, R"({"items": [{"item_name": "甲"}, {"item_name": "甲"}]})"),
         {"JC-55"}},
        {"计划时间看不懂",
         "catalogue_call.taken_over",
         with(before, R"({"items": [{"item_name": "甲", "planned_meeting": "尽快"}]})"),
         {"JC-56"}},
        {"公布日期在将来",
         "catalogue_call.taken_over",
         with(before, R"({"published_on": "2026-01-13"})"),
         {"JC-3"}},
        {"同意日期在将来",
         "catalogue_call.taken_over",
         with(before, R"({"consented_on": "2026-01-13"})"),
         {"JC-3"}},
    });
    beside([](std::string_view one) { return one == "高府办〔2026〕1号"; });
    are_refused({{"文号已用", "catalogue_call.taken_over", before, {"JC-25"}}});
    beside({});
    enters("catalogue_call.taken_over", before);
    BOOST_TEST(figures() == words{"DEC.catalogue_items 2"});
    BOOST_TEST(stage("catalogue_call") == "taken_over");
    BOOST_TEST(stage("catalogue_approval") == "published");
    BOOST_TEST(stage("catalogue_items") == "in_force");
    BOOST_TEST(file().items.front().taken_over);
    BOOST_TEST((procedure().summary().level == engine::confidentiality::open));
}

BOOST_AUTO_TEST_CASE(taking_over_without_a_known_consent_is_remarked_on)
{
    enters("catalogue_call.set_up", R"({"year": 2026})");
    BOOST_TEST(advised("catalogue_call.taken_over",
                       R"({"source": "旧目录", "items": [{"item_name": "甲"}]})") ==
               rules{"R713-3.4"});
}

BOOST_AUTO_TEST_CASE(a_catalogue_that_is_called_for_is_not_taken_over)
{
    is_called();
    are_refused({{"征集后补录",
                  "catalogue_call.taken_over",
                  R"({"source": "旧目录", "items": [{"item_name": "甲"}]})",
                  {"JC-55"}}});
}

BOOST_AUTO_TEST_SUITE_END()
