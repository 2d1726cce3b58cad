#include "adapters/rights/load_rights.hpp"
#include "engine/desk.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/administration/procedure.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

// The house's own administration, act by act.

namespace {

using namespace workflows::administration;
using words = std::set<std::string>;

/// An administration case that is opened, with one organ, two units and three people.
struct administration_case {
    engine::procedure_shape shape_of =
        shape(std::make_shared<engine::rights const>(adapters::rights::load_rights().table));
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
    enters("appointments.ended", R"({"appointment":1,"last_day":"2026-02-01"})");
    BOOST_TEST(refused("appointments.made",
                       R"({"login":"li","appointed_role":"reviewer","unit":"water",
                           "from":"2026-02-02"})")
                   .empty());
}

BOOST_AUTO_TEST_CASE(an_appointment_names_a_person_a_role_and_a_unit_that_are_there)
{
    BOOST_TEST(refused("appointments.made", appointment("nobody", "reviewer")) == words{"JC-10"});
    BOOST_TEST(refused("appointments.made", appointment("li", "emperor")) == words{"JC-10"});
    BOOST_TEST(refused("appointments.made", appointment("li", "reviewer", "none")) ==
               words{"JC-10"});
    BOOST_TEST(refused("appointments.ended", R"({"appointment":9,"last_day":"2026-03-01"})") ==
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
    BOOST_TEST(refused("substitutions.set", with("2026-02-01", "2026-02-08")) == words{"JC-11"});
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

BOOST_AUTO_TEST_CASE(the_case_is_kept_out_of_every_list_of_matters)
{
    BOOST_TEST((file->summary().level == engine::confidentiality::administration));
    auto const table = adapters::rights::load_rights().table;
    for (auto const& role : table.roles())
        BOOST_TEST((role.sees_up_to < engine::confidentiality::administration));
}

BOOST_AUTO_TEST_SUITE_END()
