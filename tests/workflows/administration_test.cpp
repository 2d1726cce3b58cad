#include "adapters/rights/load_rights.hpp"
#include "engine/desk.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/administration/procedure.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

// The house's own administration, act by act.

namespace {

using namespace workflows::administration;
using words = std::set<std::string>;

/// An administration case that is opened, with one organ, two units and three people.
struct administration_case {
    engine::procedure_shape shape_of =
        shape(std::make_shared<engine::rights const>(adapters::rights::load_rights().table),
              {"cn", "gd"});
    std::unique_ptr<engine::procedure> file = shape_of.make("cn");
    engine::day today = *engine::parse_day("2026-03-02");
    engine::actor by{{900}, "系统员", "system_administrator", "data", {}, {}};
    std::vector<engine::act> acts;

    administration_case()
    {
        enters("house.opened", R"({"title":"机构和人员"})");
        enters("house.organ_added", R"({"code":"gy","organ_name":"高要区人民政府",
            "organ_level_is":"county","rule_place":"gd"})");
        for (auto const* unit : {"water", "office"})
            enters("house.unit_added",
                   R"({"code":")" + std::string(unit) + R"(","unit_name":"某单位","organ":"gy"})");
        for (auto const* login : {"li", "wang", "zhao"})
            enters("people.added",
                   R"({"login":")" + std::string(login) + R"(","person_name":"某人"})");
        by.role = "security_administrator";
    }

    engine::judgement judge(std::string_view kind, std::string_view body)
    {
        auto const what =
            tests::act_on(today, by, static_cast<long long>(acts.size()) + 1, kind, body);
        auto found = file->attempt(what, {tests::built_in_rules(), tests::built_in_days(), today});
        if (found.admitted())
            acts.push_back(what);
        return found;
    }
    void enters(std::string_view kind, std::string_view body)
    {
        auto const found = judge(kind, body);
        for (auto const& fault : found.faults)
            BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
        for (auto const& ground : found.answer.refusals)
            BOOST_ERROR(kind << ": " << ground.rule << " " << ground.reason.id);
    }
    words refused(std::string_view kind, std::string_view body)
    {
        words rules;
        for (auto const& ground : judge(kind, body).answer.refusals)
            rules.insert(ground.rule);
        return rules;
    }
    words remarked(std::string_view body, std::string_view kind = "appointments.made")
    {
        auto const found = judge(kind, body);
        BOOST_TEST(found.admitted());
        words rules;
        for (auto const& one : found.answer.remarks)
            rules.insert(one.rule);
        return rules;
    }
    register_of_house left() const
    {
        register_of_house made;
        for (auto const& one : acts)
            enter_into(made, one);
        return made;
    }
    void appoint(std::string const& login, std::string const& role,
                 std::string const& unit = "water")
    {
        enters("appointments.made", appointment(login, role, unit));
    }
    static std::string appointment(std::string const& login, std::string const& role,
                                   std::string const& unit = "water")
    {
        return R"({"login":")" + login + R"(","appointed_role":")" + role + R"(","unit":")" + unit +
               R"(","from":"2026-01-01"})";
    }
};

std::string const letter =
    R"("letter_of_authority":{"hash":")" + std::string(64, 'a') + R"(","name":"授权书.pdf"})";
std::string const substitution =
    R"({"appointment":1,"substitute":"wang","from":"2026-03-02","until":"2026-03-09",)" + letter +
    "}";

} // namespace

BOOST_FIXTURE_TEST_SUITE(administration_test, administration_case)

BOOST_AUTO_TEST_CASE(the_register_follows_from_the_acts)
{
    appoint("li", "department_head");
    auto const found = left();
    BOOST_TEST(found.organs.size() == 1u);
    BOOST_TEST(found.units.size() == 2u);
    BOOST_TEST(found.people.size() == 3u);
    BOOST_TEST(number_of_person(found, "wang") == 2);
    BOOST_TEST(find_appointment(found, 1)->role == "department_head");
    BOOST_TEST(!find_appointment(found, 2));
}

BOOST_AUTO_TEST_CASE(codes_and_logins_are_unique_and_plain)
{
    by.role = "system_administrator";
    BOOST_TEST(refused("people.added", R"({"login":"li","person_name":"又一人"})") ==
               words{"JC-10"});
    BOOST_TEST(refused("people.added", R"({"login":"Li","person_name":"又一人"})") ==
               words{"JC-10"}); // nobody reads it apart from "li"
    BOOST_TEST(refused("people.added", R"({"login":"李 四","person_name":"某人"})") ==
               words{"JC-10"});
    BOOST_TEST(refused("house.unit_added", R"({"code":"water","unit_name":"x","organ":"gy"})") ==
               words{"JC-10"});
    BOOST_TEST(refused("house.unit_added", R"({"code":"new","unit_name":"x","organ":"none"})") ==
               words{"JC-10"});
    BOOST_TEST(refused("house.opened", R"({"title":"又一次"})").size() == 1u);
}

BOOST_AUTO_TEST_CASE(each_act_is_for_the_administrator_in_charge)
{
    BOOST_TEST(refused("people.added", R"({"login":"new","person_name":"新人"})") ==
               words{"JC-10"});
    by.role = "system_administrator";
    BOOST_TEST(refused("appointments.made", appointment("li", "reviewer")) == words{"JC-10"});
    by.role = "audit_administrator";
    BOOST_TEST(refused("people.sign_in_barred", R"({"login":"li","reason":"离职"})") ==
               words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(an_administrator_holds_no_other_role)
{
    appoint("li", "system_administrator");
    for (auto const* role : {"security_administrator", "audit_administrator", "sponsor_clerk",
                             "head_of_government", "auditor"})
        BOOST_TEST(refused("appointments.made", appointment("li", role)) == words{"JC-1"}, role);
    appoint("wang", "reviewer");
    for (auto const* role :
         {"system_administrator", "security_administrator", "audit_administrator", "auditor"})
        BOOST_TEST(refused("appointments.made", appointment("wang", role)) == words{"JC-1"}, role);
    appoint("wang", "sponsor_clerk");
    appoint("zhao", "system_administrator");
    enters("appointments.ended", R"({"appointment":1,"last_day":"2026-03-02"})");
    BOOST_TEST(refused("appointments.made", R"({"login":"li","appointed_role":"reviewer",
        "unit":"water","from":"2026-03-02"})") == words{"JC-1"});
    BOOST_TEST(refused("appointments.made", R"({"login":"li","appointed_role":"reviewer",
        "unit":"water","from":"2026-03-03"})")
                   .empty());
    // what is held later excludes nothing before it begins
    BOOST_TEST(refused("appointments.made", R"({"login":"li","appointed_role":"auditor",
        "unit":"water","from":"2025-01-01","until":"2025-12-31"})")
                   .empty());
}

BOOST_AUTO_TEST_CASE(an_appointment_names_a_person_a_role_and_a_unit_that_are_there)
{
    BOOST_TEST(refused("appointments.made", appointment("nobody", "reviewer")) == words{"JC-10"});
    BOOST_TEST(refused("appointments.made", appointment("li", "emperor")) == words{"JC-10"});
    BOOST_TEST(refused("appointments.made", appointment("li", "reviewer", "none")) ==
               words{"JC-10"});
    BOOST_TEST(refused("appointments.ended", R"({"appointment":9,"last_day":"2026-03-02"})") ==
               words{"JC-10"});
    BOOST_TEST(refused("appointments.made", R"({"login":"li","appointed_role":"reviewer",
        "unit":"water","from":"2026-03-01","until":"2026-02-01"})") == words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(nobody_administers_themselves)
{
    by.person = {1};
    BOOST_TEST(refused("appointments.made", appointment("li", "security_administrator")) ==
               words{"JC-1"});
    BOOST_TEST(refused("people.sign_in_restored", R"({"login":"li","reason":"自己"})") ==
               words{"JC-1"});
}

BOOST_AUTO_TEST_CASE(who_may_not_sign_in_is_told_by_the_acts)
{
    enters("people.sign_in_barred", R"({"login":"li","reason":"调离"})");
    BOOST_TEST(!find_person(left(), "li")->may_sign_in);
    enters("people.sign_in_restored", R"({"login":"li","reason":"返岗"})");
    BOOST_TEST(find_person(left(), "li")->may_sign_in);
}

BOOST_AUTO_TEST_CASE(a_substitution_sits_in_the_seat_of_another_for_its_days)
{
    appoint("li", "department_head");
    enters("substitutions.set", substitution);
    auto const found = left();
    auto const& sits = *find_appointment(found, 2);
    BOOST_TEST(sits.login == "wang");
    BOOST_TEST(sits.in_place_of == "li");
    BOOST_TEST(sits.role == "department_head");
    BOOST_TEST(sits.unit == "water");
    BOOST_TEST(sits.holds_on(*engine::parse_day("2026-03-09")));
    BOOST_TEST(!sits.holds_on(*engine::parse_day("2026-03-10")));
    enters("substitutions.ended", R"({"substitution":2,"last_day":"2026-03-03"})");
    BOOST_TEST(!left().appointments[1].holds_on(*engine::parse_day("2026-03-04")));
}

BOOST_AUTO_TEST_CASE(neither_side_of_a_substitution_sets_it)
{
    appoint("li", "office_secretary", "office");
    by.role = "office_secretary";
    by.person = {1}; // li
    BOOST_TEST(refused("substitutions.set", substitution) == words{"JC-11"});
    by.person = {2}; // wang
    BOOST_TEST(refused("substitutions.set", substitution) == words{"JC-11"});
    by.person = {3};
    by.represents = {1}; // somebody in the place of li
    BOOST_TEST(refused("substitutions.set", substitution) == words{"JC-11"});
    by.represents = {};
    enters("substitutions.set", substitution);
    by.role = "department_head";
    BOOST_TEST(refused("substitutions.set", substitution).count("JC-11") == 1u);
}

BOOST_AUTO_TEST_CASE(a_substitution_has_its_days_and_scope_and_gives_no_forbidden_role)
{
    appoint("li", "department_head");
    auto const with = [](std::string const& from, std::string const& until,
                         std::string const& substitute = "wang", int seat = 1) {
        return R"({"appointment":)" + std::to_string(seat) + R"(,"substitute":")" + substitute +
               R"(","from":")" + from + R"(","until":")" + until + "\"," + letter + "}";
    };
    BOOST_TEST(refused("substitutions.set", with("2026-03-09", "2026-03-08")) == words{"JC-10"});
    BOOST_TEST(refused("substitutions.set", with("2026-02-01", "2026-02-08")) ==
               (words{"JC-11", "JC-21"}));
    BOOST_TEST(refused("substitutions.set", with("2026-03-02", "2026-03-08", "li")) ==
               words{"JC-11"});
    BOOST_TEST(refused("substitutions.set", with("2026-03-02", "2026-03-08", "wang", 7)) ==
               words{"JC-11"});
    appoint("zhao", "system_administrator");
    BOOST_TEST(refused("substitutions.set", with("2026-03-02", "2026-03-08", "zhao")) ==
               words{"JC-1"});
    enters("substitutions.set", substitution);
    // a substitute's seat is not passed on
    BOOST_TEST(
        refused("substitutions.set", with("2026-03-02", "2026-03-08", "zhao", 3)).count("JC-11") ==
        1u);
    BOOST_TEST(
        judge("substitutions.set", R"({"appointment":1,"substitute":"wang","from":"2026-03-02"})")
            .faults.size() == 2u);
}

BOOST_AUTO_TEST_CASE(nobody_stands_in_on_the_side_of_the_review_who_decides_nor_the_other_way_round)
{
    for (auto const* reviews : {"reviewer", "legal_adviser", "competition_reviewer"})
        for (auto const* decides : {"deputy_in_charge", "head_of_government"}) {
            administration_case mayor_for_reviewer;
            mayor_for_reviewer.appoint("li", reviews);
            mayor_for_reviewer.appoint("wang", decides);
            BOOST_TEST(mayor_for_reviewer.refused("substitutions.set", substitution) ==
                       words{"JC-1"});
            administration_case reviewer_for_mayor;
            reviewer_for_mayor.appoint("li", decides);
            reviewer_for_mayor.appoint("wang", reviews);
            BOOST_TEST(reviewer_for_mayor.refused("substitutions.set", substitution) ==
                       words{"JC-1"});
        }
    appoint("li", "head_of_government");
    appoint("wang", "deputy_in_charge");
    enters("substitutions.set", substitution); // on the same side
}

BOOST_AUTO_TEST_CASE(an_appointment_on_both_sides_of_the_review_is_remarked_on)
{
    appoint("li", "reviewer");
    auto const both = judge("appointments.made", appointment("li", "head_of_government"));
    BOOST_TEST(both.admitted());
    BOOST_TEST_REQUIRE(both.answer.remarks.size() == 1u);
    BOOST_TEST(both.answer.remarks.front().rule == "JC-1");
    appoint("wang", "deputy_in_charge");
    auto const handed =
        judge("appointments.handed_over",
              R"({"login":"li","successor":"wang","last_day":"2026-03-31","reason":"调任"})");
    BOOST_TEST(handed.admitted());
    BOOST_TEST(handed.answer.remarks.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_post_of_the_government_is_remarked_on_outside_of_its_unit_and_where_taken)
{
    BOOST_TEST(remarked(appointment("li", "reviewer", "office")).empty()); // the first of the organ
    BOOST_TEST(remarked(appointment("wang", "reviewer", "office")).empty());
    BOOST_TEST(remarked(appointment("zhao", "reviewer")) == words{"JC-10"});
    BOOST_TEST(remarked(appointment("li", "executor", "office")).empty()); // each unit has some
    BOOST_TEST(remarked(appointment("zhao", "executor")).empty());
    administration_case of_head;
    of_head.appoint("li", "head_of_government");
    auto const second = appointment("wang", "head_of_government");
    BOOST_TEST(of_head.remarked(second) == words{"JC-21"});
}

BOOST_AUTO_TEST_CASE(whoever_sponsors_stands_in_for_a_reviewer_and_is_told_what_to_keep_off)
{
    appoint("li", "reviewer");
    appoint("wang", "sponsor_clerk");
    BOOST_TEST(remarked(substitution, "substitutions.set") == words{"JC-1"});
}

BOOST_AUTO_TEST_CASE(whoever_leaves_hands_every_seat_to_the_successor)
{
    appoint("li", "department_head");
    appoint("li", "executor");
    enters("substitutions.set", substitution);
    enters("appointments.handed_over", R"({"login":"li","successor":"zhao",
        "last_day":"2026-03-05","reason":"调任"})");
    auto const found = left();
    auto const next_day = *engine::parse_day("2026-03-06");
    words held;
    for (auto const& one : found.appointments)
        if (one.holds_on(next_day))
            held.insert(one.login + " " + one.role + " " + one.unit);
    BOOST_TEST(held == (words{"zhao department_head water", "zhao executor water"}));
    BOOST_TEST(refused("appointments.handed_over", R"({"login":"zhao","successor":"zhao",
        "last_day":"2026-03-05","reason":"x"})") == words{"JC-10"});
}

// ---- the house changes (机构改革)

BOOST_AUTO_TEST_CASE(an_organ_stands_under_a_higher_level_and_has_a_rule_pack_that_is_there)
{
    by.role = "system_administrator";
    auto const organ = [](std::string const& level, std::string const& place = "gd",
                          std::string const& above = "gy") {
        return R"({"code":"new","organ_name":"某机关","organ_level_is":")" + level +
               R"(","rule_place":")" + place + R"(","parent_organ":")" + above + R"("})";
    };
    for (auto const* level : {"province", "city", "county"})
        BOOST_TEST(refused("house.organ_added", organ(level)) == words{"JC-10"}, level);
    BOOST_TEST(refused("house.organ_added", organ("township", "nowhere")) == words{"JC-10"});
    BOOST_TEST(refused("house.organ_added", organ("township", "gd", "none")) == words{"JC-10"});
    enters("house.organ_added", organ("township"));
    BOOST_TEST(find_organ(left(), "new")->parent == "gy");
}

BOOST_AUTO_TEST_CASE(an_organ_is_renamed_and_moved_and_keeps_its_former_names)
{
    by.role = "system_administrator";
    enters("house.organ_added", R"({"code":"zq","organ_name":"某市人民政府",
        "organ_level_is":"city","rule_place":"gd"})");
    enters("house.organ_renamed",
           R"({"organ":"gy","organ_name":"高要市人民政府","reason":"撤区设市"})");
    enters("house.organ_moved",
           R"({"organ":"gy","parent_organ":"zq","new_rule_place":"cn","reason":"划归某市"})");
    auto const house = left();
    auto const& now = *find_organ(house, "gy");
    BOOST_TEST(now.name == "高要市人民政府");
    BOOST_TEST(now.parent == "zq");
    BOOST_TEST(now.rule_place == "cn");
    BOOST_TEST_REQUIRE(now.former_names.size() == 1u);
    BOOST_TEST(now.former_names[0].name == "高要区人民政府");
    BOOST_TEST((now.former_names[0].until == today));
    BOOST_TEST(refused("house.organ_moved",
                       R"({"organ":"zq","parent_organ":"gy","reason":"倒置"})") == words{"JC-10"});
    BOOST_TEST(refused("house.organ_moved", R"({"organ":"gy","new_rule_place":"x",
        "reason":"没有这个规则包"})") == words{"JC-10"});
    BOOST_TEST(refused("house.organ_renamed",
                       R"({"organ":"none","organ_name":"x","reason":"x"})") == words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(a_unit_is_renamed_and_keeps_its_former_names)
{
    by.role = "system_administrator";
    enters("house.unit_renamed", R"({"unit":"water","unit_name":"水利局","reason":"机构改革"})");
    auto const house = left();
    auto const& now = *find_unit(house, "water");
    BOOST_TEST(now.name == "水利局");
    BOOST_TEST_REQUIRE(now.former_names.size() == 1u);
    BOOST_TEST(now.former_names[0].name == "某单位");
    BOOST_TEST((now.former_names[0].until == today));
    BOOST_TEST(refused("house.unit_renamed", R"({"unit":"x","unit_name":"x","reason":"x"})") ==
               words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(a_unit_is_closed_when_nobody_is_in_office_there_and_takes_nobody_afterwards)
{
    appoint("li", "department_head");
    auto const close = R"({"unit":"water","reason":"机构改革"})";
    by.role = "system_administrator";
    BOOST_TEST(refused("house.unit_closed", close) == words{"JC-10"});
    by.role = "security_administrator";
    enters("appointments.ended", R"({"appointment":1,"last_day":"2026-03-02"})");
    by.role = "system_administrator";
    enters("house.unit_closed", close);
    BOOST_TEST((find_unit(left(), "water")->closed_on == today));
    BOOST_TEST(refused("house.unit_closed", close) == words{"JC-10"});
    BOOST_TEST(refused("house.unit_renamed", R"({"unit":"water","unit_name":"x","reason":"x"})") ==
               words{"JC-10"});
    by.role = "security_administrator";
    BOOST_TEST(refused("appointments.made", appointment("li", "reviewer")) == words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(an_organ_is_closed_when_nothing_is_left_in_it)
{
    by.role = "system_administrator";
    auto const close = R"({"organ":"gy","reason":"撤销"})";
    enters("house.organ_added", R"({"code":"town","organ_name":"某镇人民政府",
        "organ_level_is":"township","rule_place":"gd","parent_organ":"gy"})");
    for (auto const* unit : {"water", "office"}) {
        BOOST_TEST(refused("house.organ_closed", close) == words{"JC-10"});
        enters("house.unit_closed", R"({"unit":")" + std::string(unit) + R"(","reason":"撤销"})");
    }
    BOOST_TEST(refused("house.organ_closed", close) == words{"JC-10"});
    enters("house.organ_moved", R"({"organ":"town","reason":"直管"})");
    enters("house.organ_closed", close);
    BOOST_TEST((find_organ(left(), "gy")->closed_on == today));
    BOOST_TEST(refused("house.unit_added", R"({"code":"new","unit_name":"x","organ":"gy"})") ==
               words{"JC-10"});
    BOOST_TEST(refused("house.organ_moved",
                       R"({"organ":"town","parent_organ":"gy","reason":"x"})") == words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(a_name_is_corrected_by_another)
{
    by.role = "system_administrator";
    enters("people.name_corrected", R"({"login":"li","person_name":"李思","reason":"录入有误"})");
    BOOST_TEST(find_person(left(), "li")->name == "李思");
    by.person = {1};
    BOOST_TEST(refused("people.name_corrected",
                       R"({"login":"li","person_name":"李四","reason":"x"})") == words{"JC-1"});
}

// ---- who watches stays (JC-21)

BOOST_DATA_TEST_CASE_F(administration_case, the_last_administrator_of_a_kind_stays,
                       boost::unit_test::data::make({"system_administrator",
                                                     "security_administrator",
                                                     "audit_administrator"}),
                       role)
{
    appoint("li", role);
    auto const end = R"({"appointment":1,"last_day":"2026-03-02"})";
    auto const bar = R"({"login":"li","reason":"停用"})";
    auto const hand_over = R"({"login":"li","successor":"wang","last_day":"2026-03-05",
        "reason":"轮岗"})";
    auto const is_refused_reset = [&] {
        by.role = "system_administrator";
        auto const found = refused("people.password_reset_ordered", bar) == words{"JC-21"};
        by.role = "security_administrator";
        return found;
    };
    BOOST_TEST(refused("appointments.ended", end) == words{"JC-21"});
    BOOST_TEST(refused("people.sign_in_barred", bar) == words{"JC-21"});
    BOOST_TEST(is_refused_reset());
    // whoever holds the role and cannot sign in does not count
    appoint("wang", role);
    enters("people.sign_in_barred", R"({"login":"wang","reason":"停用"})");
    BOOST_TEST(refused("appointments.ended", end) == words{"JC-21"});
    BOOST_TEST(refused("appointments.handed_over", hand_over) == words{"JC-21"});
    BOOST_TEST(is_refused_reset());
    enters("people.sign_in_restored", R"({"login":"wang","reason":"恢复"})");
    enters("people.sign_in_barred", bar);
    enters("appointments.ended", end);
}

BOOST_AUTO_TEST_CASE(the_last_administrator_hands_over_to_somebody_who_may_sign_in)
{
    appoint("li", "audit_administrator");
    enters("appointments.handed_over", R"({"login":"li","successor":"wang",
        "last_day":"2026-03-05","reason":"轮岗"})");
}

BOOST_AUTO_TEST_CASE(nothing_ends_before_the_day_of_the_act)
{
    appoint("li", "department_head");
    BOOST_TEST(refused("appointments.ended", R"({"appointment":1,"last_day":"2026-03-01"})") ==
               words{"JC-21"});
    BOOST_TEST(refused("appointments.handed_over", R"({"login":"li","successor":"zhao",
        "last_day":"2020-01-01","reason":"x"})") == words{"JC-21"});
    BOOST_TEST(refused("substitutions.set", R"({"appointment":1,"substitute":"wang",
        "from":"2020-01-01","until":"2026-03-09",)" +
                                                letter + "}") == words{"JC-21"});
    enters("substitutions.set", substitution);
    BOOST_TEST(refused("substitutions.ended", R"({"substitution":2,"last_day":"2026-03-01"})") ==
               words{"JC-21"});
}

BOOST_AUTO_TEST_CASE(only_a_substitution_is_ended_as_one)
{
    appoint("li", "department_head");
    BOOST_TEST(refused("substitutions.ended", R"({"substitution":1,"last_day":"2026-03-05"})") ==
               words{"JC-11"}); // an appointment
    BOOST_TEST(refused("substitutions.ended", R"({"substitution":2,"last_day":"2026-03-05"})") ==
               words{"JC-11"}); // nothing
    enters("substitutions.set", substitution);
    enters("substitutions.ended", R"({"substitution":2,"last_day":"2026-03-05"})");
}

BOOST_AUTO_TEST_CASE(a_seat_has_one_substitute_at_a_time_and_a_post_is_held_once)
{
    appoint("li", "department_head");
    enters("substitutions.set", substitution);
    auto const another = [&](std::string const& from) {
        return R"({"appointment":1,"substitute":"zhao","from":")" + from +
               R"(","until":"2026-03-20",)" + letter + "}";
    };
    BOOST_TEST(refused("substitutions.set", another("2026-03-09")) == words{"JC-21"});
    enters("substitutions.set", another("2026-03-10"));
    BOOST_TEST(refused("appointments.made", appointment("li", "department_head")) ==
               words{"JC-21"});
}

BOOST_AUTO_TEST_CASE(nobody_ends_their_own_appointment_or_hands_it_over)
{
    appoint("li", "security_administrator");
    appoint("wang", "security_administrator");
    by.person = {1};
    BOOST_TEST(refused("appointments.ended", R"({"appointment":1,"last_day":"2026-03-02"})") ==
               words{"JC-1"});
    BOOST_TEST(refused("appointments.handed_over", R"({"login":"li","successor":"zhao",
        "last_day":"2026-03-05","reason":"x"})") == words{"JC-1"});
    BOOST_TEST(
        refused("appointments.ended", R"({"appointment":2,"last_day":"2026-03-02"})").empty());
}

// ---- links (JC-22)

BOOST_AUTO_TEST_CASE(a_link_is_handed_out_by_another_than_who_wanted_it)
{
    auto const link = R"({"login":"li"})";
    by.role = "system_administrator";
    BOOST_TEST(refused("people.link_handed_out", link) == words{"JC-22"});
    by.role = "security_administrator";
    by.person = {900}; // who registered li
    BOOST_TEST(refused("people.link_handed_out", link) == words{"JC-22"});
    by.person = {901};
    BOOST_TEST(refused("people.link_handed_out", link).empty());
    by.represents = {900};
    BOOST_TEST(refused("people.link_handed_out", link) == words{"JC-22"});
    by.represents = {};
    enters("people.sign_in_barred", R"({"login":"li","reason":"调离"})");
    BOOST_TEST(refused("people.link_handed_out", link) == words{"JC-22"});
    by.person = {1};
    BOOST_TEST(refused("people.link_handed_out", link).count("JC-1") == 1u);
    BOOST_TEST(refused("people.link_handed_out", R"({"login":"none"})") == words{"JC-10"});
}

// ---- what the house works by (JC-23)

BOOST_AUTO_TEST_CASE(the_machine_alone_says_what_is_in_force)
{
    auto const body = R"({"setting_is":"rights","parts":[{"part_name":"config/rights.csv",
        "sha256":"00"}]})";
    by.role = "system_administrator";
    BOOST_TEST(refused("settings.came_into_force", body) == words{"JC-23"});
    by.person = {};
    enters("settings.came_into_force", body);
    auto const found = left();
    BOOST_TEST_REQUIRE(found.in_force.size() == 1u);
    BOOST_TEST(found.in_force.at(settings::setting::rights).at(0).part_name == "config/rights.csv");
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_there_numbers_acts_that_are_there_under_a_bare_mark)
{
    by.role = "system_administrator";
    auto const numbering = [](std::string const& unit, std::string const& kind,
                              std::string const& mark) {
        return R"({"unit":")" + unit + R"(","numbered_act":")" + kind +
               R"(","from":"2026-03-02","mark":")" + mark + "\"}";
    };
    auto const opinion = "legality_review.concluded";
    BOOST_TEST(refused("settings.numbering_set", numbering("water", "no.such_act", "高水审")) ==
               words{"JC-10"});
    BOOST_TEST(refused("settings.numbering_set", numbering("nowhere", opinion, "高水审")) ==
               words{"JC-10"});
    for (auto const* mark : {"高水审〔2026〕", "高水审[2026]", "高水审1号", "高水审第"})
        BOOST_TEST(refused("settings.numbering_set", numbering("water", opinion, mark)) ==
                       words{"JC-10"},
                   mark);
    enters("settings.numbering_set", numbering("water", opinion, "高水审"));
    enters("house.unit_closed", R"({"unit":"water","reason":"撤销"})");
    BOOST_TEST(refused("settings.numbering_set", numbering("water", opinion, "高水审")) ==
               words{"JC-10"});
}

BOOST_AUTO_TEST_CASE(the_case_is_kept_out_of_every_list_of_matters)
{
    BOOST_TEST((file->summary().level == engine::confidentiality::administration));
    auto const table = adapters::rights::load_rights().table;
    for (auto const& role : table.roles())
        BOOST_TEST((role.sees_up_to < engine::confidentiality::administration));
}

BOOST_AUTO_TEST_SUITE_END()
