#include "adapters/soci/house_register.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/sessions.hpp"
#include "adapters/soci/soci_record.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using boost::json::object;

namespace {

auto of_sort(storage_fault::sort what)
{
    return [what](storage_fault const& e) { return e.is == what; };
}

struct context : tests::fresh_record {
    engine::instant const now = tests::at("2024-03-01T01:00:00.000Z");
    engine::day const today = engine::legal_day(now);
    accounts people{db};
    sessions kept{db};
    house_register house{db};

    void fill()
    {
        house.add_organ({"gy", "某区", "county", "gd", ""}, now);
        house.add_unit({"water", "水务局", "gy"}, now);
        li = house.add_person("lisi", "李四", "right password", now);
        wang = house.add_person("wang", "王五", "right password", now);
        post = house.add_appointment(seat(li, "department_head"), now);
        house.add_appointment(seat(wang, "sponsor_clerk"), now);
    }
    static appointment seat(engine::person_id who, std::string role)
    {
        appointment one;
        one.who = who;
        one.role = std::move(role);
        one.unit = "water";
        one.from = *engine::parse_day("2024-01-01");
        return one;
    }
    std::vector<engine::act> acts()
    {
        reader looking(db, engine::clearance::of_the_record());
        auto const found = looking.list_cases({.shape = "administration/2026"}, {}, 2);
        BOOST_TEST_REQUIRE(found.rows.size() == 1u);
        return looking.acts_of(found.rows[0].head.line.id);
    }
    std::string wrong()
    {
        std::string all;
        for (auto const& one : verify(db, law.law(), documents).findings)
            if (one.wrong > 0)
                all += one.check + " " + std::to_string(one.wrong) + " ";
        return all;
    }
    bool admitted(std::string kind, object body)
    {
        return std::holds_alternative<engine::admitted>(
            house.enter(std::move(kind), std::move(body), now));
    }
    engine::person_id li, wang;
    long long post = 0;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(house_register_test, context)

BOOST_AUTO_TEST_CASE(every_change_is_an_act_and_the_tables_follow_from_the_acts)
{
    fill();
    auto const all = acts();
    BOOST_TEST(all.size() == 7u);
    BOOST_TEST(all[0].kind == "house.opened");
    BOOST_TEST(all[3].kind == "people.added");
    BOOST_TEST(all[3].by.role == "system_administrator");
    BOOST_TEST(all[5].by.role == "security_administrator");
    for (auto const& one : all)
        BOOST_TEST(engine::canonical(one.body).find("password") == std::string::npos);
    BOOST_TEST(people.units().size() == 1u);
    BOOST_TEST(people.appointments_of(li, today).size() == 1u);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(organs_and_units_stand_as_the_register_has_them)
{
    house.add_organ({"zq", "某市", "city", "gd", ""}, now);
    house.add_organ({"gy", "某区", "county", "gd", "zq"}, now);
    for (auto const* code : {"office", "justice", "finance"})
        house.add_unit({code, code, "gy"}, now);
    std::vector<std::string> organs, units;
    for (auto const& one : people.organs())
        organs.push_back(one.code);
    for (auto const& one : people.units())
        units.push_back(one.code);
    BOOST_CHECK((organs == std::vector<std::string>{"zq", "gy"}));
    BOOST_CHECK((units == std::vector<std::string>{"office", "justice", "finance"}));
    BOOST_TEST(wrong() == "");
    tamper("update unit set position = 0 where code = 'finance'");
    BOOST_TEST(wrong() != "");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(what_is_refused_says_why_and_changes_nothing)
{
    fill();
    BOOST_CHECK_EXCEPTION(house.add_person("lisi", "又一人", "right password", now), storage_fault,
                          [](storage_fault const& e) {
                              return e.is == storage_fault::sort::clash &&
                                     std::string(e.what()).find("lisi") != std::string::npos;
                          });
    BOOST_CHECK_EXCEPTION(house.add_appointment(seat(li, "system_administrator"), now),
                          storage_fault, of_sort(storage_fault::sort::clash));
    BOOST_TEST(people.persons().size() == 2u);
    BOOST_TEST(acts().size() == 7u);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(the_accounts_of_an_older_record_become_acts_and_stay_as_they_are)
{
    auto const encoded = hash_password("right password");
    tamper("insert into organ (code, name, level, place, parent)"
           " values ('gy', '某区', 'county', 'gd', '')");
    tamper("insert into unit (code, name, organ) values ('water', '水务局', 'gy')");
    tamper("insert into person (id, login, name, password, may_sign_in, failures, locked_until,"
           " created_at) values (1, 'lisi', '李四', '" +
           encoded + "', 1, 0, '', '2024-01-01T00:00:00.000Z')");
    tamper("insert into person (id, login, name, password, may_sign_in, failures, locked_until,"
           " created_at) values (2, 'gone', '赵六', '" +
           encoded + "', 0, 0, '', '2024-01-01T00:00:00.000Z')");
    tamper("insert into appointment (id, person, role, unit, from_day, until_day, for_person, "
           "cleared_to) values (1, 1, 'reviewer', 'water', '2024-01-01', '', 0, '')");
    BOOST_TEST(wrong() != "");
    house.take_over(now);
    BOOST_TEST(wrong() == "");
    auto const all = acts();
    BOOST_TEST(all.size() == 7u);
    BOOST_TEST(all.back().origin == engine::entered_by_import);
    BOOST_TEST(people.check_password("lisi", "right password", now).right);
    BOOST_TEST(!people.find_person("gone")->may_sign_in);
    house_register(db).take_over(now);
    BOOST_TEST(acts().size() == 7u);
}

BOOST_AUTO_TEST_CASE(accounts_that_break_a_rule_are_not_taken_over_in_part)
{
    tamper("insert into organ (code, name, level, place, parent)"
           " values ('gy', '某区', 'county', 'gd', '')");
    tamper("insert into unit (code, name, organ) values ('water', '水务局', 'gy')");
    tamper("insert into person (id, login, name, password, may_sign_in, failures, locked_until,"
           " created_at) values (1, 'lisi', '李四', 'x', 1, 0, '', '2024-01-01')");
    tamper("insert into appointment (id, person, role, unit, from_day, until_day, for_person, "
           "cleared_to) values (1, 1, 'reviewer', 'water', '2024-01-01', '', 0, '')");
    tamper("insert into appointment (id, person, role, unit, from_day, until_day, for_person, "
           "cleared_to) values"
           " (2, 1, 'system_administrator', 'water', '2024-01-01', '', 0, '')");
    BOOST_CHECK_EXCEPTION(house.take_over(now), storage_fault,
                          of_sort(storage_fault::sort::broken));
    BOOST_TEST(number("select count(*) from case_file") == 0);
    tamper("update appointment set from_day = '2023-01-01', until_day = '2023-12-31'"
           " where id = 1");
    house.take_over(now);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(an_account_that_no_act_leaves_is_found_and_put_right)
{
    fill();
    tamper("update appointment set role = 'head_of_government' where id = 1");
    tamper("update person set may_sign_in = 0 where id = 2");
    tamper("insert into appointment (id, person, role, unit, from_day, until_day, for_person, "
           "cleared_to) values (9, 2, 'auditor', 'water', '2024-01-01', '', 0, '')");
    BOOST_TEST(wrong() == "accounts 3 ");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
    BOOST_TEST(people.check_password("wang", "right password", now).right);
}

BOOST_AUTO_TEST_CASE(who_is_barred_or_must_renew_the_password_is_signed_out)
{
    fill();
    auto const one = kept.start(li, post, now);
    BOOST_TEST(admitted("people.sign_in_barred", {{"login", "lisi"}, {"reason", "调离"}}));
    BOOST_TEST(!kept.find(one.token, now));
    BOOST_TEST(admitted("people.sign_in_restored", {{"login", "lisi"}, {"reason", "返岗"}}));
    BOOST_TEST(people.check_password("lisi", "right password", now).right);
    auto const two = kept.start(li, post, now);
    BOOST_TEST(admitted("people.password_reset_ordered", {{"login", "lisi"}, {"reason", "泄露"}}));
    BOOST_TEST(!kept.find(two.token, now));
    BOOST_TEST(!people.check_password("lisi", "right password", now).right);
    people.set_password(li, "another password");
    BOOST_TEST(people.check_password("lisi", "another password", now).right);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(an_appointment_may_clear_further_than_its_role)
{
    fill();
    auto cleared = seat(wang, "executor");
    cleared.cleared_to = engine::confidentiality::secret;
    house.add_appointment(cleared, now);
    auto const held = people.appointments_of(wang, today);
    BOOST_TEST_REQUIRE(held.size() == 2u);
    BOOST_TEST(!held[0].cleared_to.has_value());
    BOOST_TEST((held[1].cleared_to == engine::confidentiality::secret));
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_substitute_acts_under_both_names_for_the_days_of_the_letter)
{
    fill();
    auto const letter = documents.put("letter of authority");
    people.note_document(letter.hash, letter.size, "application/pdf", "授权书.pdf", wang, now);
    BOOST_TEST(admitted("substitutions.set", {{"appointment", post},
                                              {"substitute", "wang"},
                                              {"from", "2024-03-01"},
                                              {"until", "2024-03-03"},
                                              {"letter_of_authority",
                                               {{"hash", letter.hash}, {"name", "授权书.pdf"}}}}));
    auto const held = people.appointments_of(wang, today);
    BOOST_TEST_REQUIRE(held.size() == 2u);
    auto const actor = acting(*people.find_person(wang), held[1]);
    BOOST_TEST(actor.name == "王五");
    BOOST_TEST(actor.on_behalf_of == "李四");
    BOOST_TEST((actor.represents == li));
    BOOST_TEST(actor.role == "department_head");
    auto const live = kept.find(kept.start(wang, held[1].id, now).token, now);
    BOOST_TEST_REQUIRE(live.has_value());
    BOOST_TEST(live->as.in_place_of_name == "李四");
    BOOST_TEST((live->as.in_place_of == li));
    BOOST_TEST(people.appointments_of(wang, today + std::chrono::days(3)).size() == 1u);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_substitution_ends_at_midnight_for_whoever_is_signed_in_under_it)
{
    fill();
    auto const letter = documents.put("letter of authority");
    people.note_document(letter.hash, letter.size, "application/pdf", "授权书.pdf", wang, now);
    BOOST_TEST_REQUIRE(
        admitted("substitutions.set",
                 {{"appointment", post},
                  {"substitute", "wang"},
                  {"from", "2024-03-02"},
                  {"until", "2024-03-03"},
                  {"letter_of_authority", {{"hash", letter.hash}, {"name", "授权书.pdf"}}}}));
    BOOST_TEST(people.appointments_of(wang, today).size() == 1u); // not before its first day
    auto const last_day = tests::at("2024-03-03T15:50:00.000Z");  // ten to twelve in China
    auto const held = people.appointments_of(wang, engine::legal_day(last_day));
    BOOST_TEST_REQUIRE(held.size() == 2u);
    // the seat of that post alone, in its unit
    BOOST_TEST(held[1].role == "department_head");
    BOOST_TEST(held[1].unit == "water");
    auto const token = kept.start(wang, held[1].id, last_day).token;
    BOOST_TEST((kept.find(token, last_day)->as.in_place_of == li));
    auto const after = kept.find(token, last_day + std::chrono::minutes(15));
    BOOST_TEST_REQUIRE(after.has_value());
    BOOST_TEST(after->as.in_place_of.value == 0);
    BOOST_TEST(after->as.role == "sponsor_clerk");
    BOOST_TEST(!kept.use_appointment(token, held[1].id, last_day + std::chrono::minutes(15)));
}

BOOST_AUTO_TEST_CASE(both_names_of_a_substitution_are_sealed_with_the_act)
{
    fill();
    clerk taking(db, law.law());
    auto wish = tests::opening_of("bridge");
    wish.by = {wang, "王五", "department_head", "water", "李四", li};
    auto const id = tests::admit(taking, wish).what.on;
    reader looking(db, engine::clearance::of_the_record());
    auto const act = *looking.find_act(id, 1);
    BOOST_TEST(act.by.on_behalf_of == "李四");
    BOOST_TEST((act.by.represents == li));
    BOOST_TEST(wrong() == "");
    tamper("update act set by_represents = 2 where case_id = " + std::to_string(id.value));
    BOOST_TEST(wrong() == "chain 1 ");
}

BOOST_AUTO_TEST_CASE(whoever_leaves_hands_over_in_one_act)
{
    fill();
    BOOST_TEST(admitted("appointments.handed_over", {{"login", "lisi"},
                                                     {"successor", "wang"},
                                                     {"last_day", "2024-03-01"},
                                                     {"reason", "调任"}}));
    auto const tomorrow = today + std::chrono::days(1);
    BOOST_TEST(people.appointments_of(li, tomorrow).empty());
    BOOST_TEST(people.appointments_of(wang, tomorrow).size() == 2u);
    BOOST_TEST(people.appointments_of(li, today).size() == 1u);
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_successor_has_the_place_of_whoever_left_by_name)
{
    fill();
    auto const zhao = house.add_person("zhao", "赵六", "right password", now);
    auto const hands_over = [&](char const* from, char const* to, char const* last_day) {
        return admitted(
            "appointments.handed_over",
            {{"login", from}, {"successor", to}, {"last_day", last_day}, {"reason", "调任"}});
    };
    BOOST_TEST_REQUIRE(hands_over("lisi", "wang", "2024-03-01"));
    auto const head_of = [&](engine::person_id who, char const* day) -> std::optional<appointment> {
        for (auto& one : people.appointments_of(who, engine::parse_day(day)))
            if (one.role == "department_head")
                return std::move(one);
        return {};
    };
    auto const of_wang = head_of(wang, "2024-03-02");
    BOOST_TEST_REQUIRE(of_wang.has_value());
    BOOST_TEST((of_wang->succeeds == std::vector{li}));
    auto const actor = acting(*people.find_person(wang), *of_wang);
    BOOST_TEST(actor.stands_for(li));
    BOOST_TEST(actor.stands_for(wang));
    BOOST_TEST(!actor.stands_for(zhao));
    // the clerk's seat was never handed over
    for (auto const& one : people.appointments_of(wang, engine::parse_day("2024-03-02")))
        if (one.role == "sponsor_clerk")
            BOOST_TEST(one.succeeds.empty());
    // and who follows the successor follows both
    BOOST_TEST_REQUIRE(hands_over("wang", "zhao", "2024-03-05"));
    auto const of_zhao = head_of(zhao, "2024-03-06");
    BOOST_TEST_REQUIRE(of_zhao.has_value());
    BOOST_TEST((of_zhao->succeeds == std::vector{li, wang}));
    BOOST_TEST(wrong() == "");
    tamper("update appointment set successor = 0 where id = 1");
    BOOST_TEST(wrong() == "accounts 1 ");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(what_is_renamed_or_closed_stays_with_its_names)
{
    fill();
    BOOST_TEST(admitted("house.unit_renamed",
                        {{"unit", "water"}, {"unit_name", "水利局"}, {"reason", "机构改革"}}));
    BOOST_TEST(admitted("house.organ_renamed",
                        {{"organ", "gy"}, {"organ_name", "某市"}, {"reason", "撤区设市"}}));
    auto const unit = *people.find_unit("water");
    BOOST_TEST(unit.name == "水利局");
    BOOST_TEST(unit.name_on(today) == "水利局");
    BOOST_TEST(unit.name_on(today - std::chrono::days(1)) == "水务局");
    house.add_unit({"flood", "防汛办", "gy"}, now);
    BOOST_TEST(admitted("house.unit_closed", {{"unit", "flood"}, {"reason", "机构改革"}}));
    BOOST_TEST(people.find_unit("flood")->is_closed);
    BOOST_TEST(wrong() == "");
    tamper("update unit set name = '水务局' where code = 'water'");
    tamper("update unit set closed_on = '' where code = 'flood'");
    tamper("update organ set former_names = ''");
    BOOST_TEST(wrong() == "accounts 3 ");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_name_is_corrected_and_earlier_acts_keep_the_old_one)
{
    fill();
    BOOST_TEST(admitted("people.name_corrected",
                        {{"login", "lisi"}, {"person_name", "李思"}, {"reason", "录入有误"}}));
    BOOST_TEST(people.find_person(li)->name == "李思");
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(why_an_act_is_not_entered_is_told_by_its_grounds)
{
    fill();
    BOOST_CHECK_EXCEPTION(house.end_appointment(post, *engine::parse_day("2020-01-01"), now),
                          not_entered, [](not_entered const& e) {
                              auto const* no = std::get_if<engine::refused>(&e.why);
                              return no && no->grounds.size() == 1 &&
                                     no->grounds[0].rule == "JC-21";
                          });
}

// ---- what the house works by (JC-23)

BOOST_AUTO_TEST_CASE(a_setting_is_on_record_once_until_it_changes)
{
    using workflows::administration::settings::setting;
    settings_in_force here{{setting::rights, {{"config/rights.csv", "00"}}},
                           {setting::numbering, {}}};
    BOOST_TEST(house.note_settings(here, now) == 2u);
    BOOST_TEST(house.note_settings(here, now) == 0u);
    // another process that starts with the same finds it noted
    BOOST_TEST(house_register(db).note_settings(here, now) == 0u);
    here[setting::rights].push_back({"DATA/config/rights.csv", "11"});
    BOOST_TEST(house.note_settings(here, now) == 1u);
    auto const last = acts().back();
    BOOST_TEST(last.kind == "settings.came_into_force");
    BOOST_TEST(last.by.name == "console");
    BOOST_TEST(engine::canonical(last.body) ==
               R"({"parts":[{"part_name":"config/rights.csv","sha256":"00"},)"
               R"({"part_name":"DATA/config/rights.csv","sha256":"11"}],"setting_is":"rights"})");
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(a_setting_that_no_act_told_is_found_and_put_right)
{
    using workflows::administration::settings::setting;
    house.note_settings({{setting::rights, {{"config/rights.csv", "00"}}}}, now);
    tamper("update setting_in_force set parts = '[]'");
    BOOST_TEST(wrong() == "accounts 1 ");
    rebuild(db, law.law());
    BOOST_TEST(wrong() == "");
}

BOOST_AUTO_TEST_CASE(the_record_knows_who_holds_what_on_a_day)
{
    fill();
    auto const sql = db.open_session(access::writing);
    soci_record record(*sql);
    auto const seats = record.seats_of(li, today);
    BOOST_TEST_REQUIRE(seats.size() == 1u);
    BOOST_TEST(seats[0].name == "李四");
    BOOST_TEST(seats[0].role == "department_head");
    BOOST_TEST(seats[0].unit == "water");
    BOOST_TEST(record.seats_of(li, *engine::parse_day("2023-12-31")).empty());
    BOOST_TEST(record.seats_of({99}, today).empty());
    BOOST_TEST(record.is_held("department_head", "water", today));
    BOOST_TEST(!record.is_held("department_head", "water", *engine::parse_day("2023-12-31")));
    BOOST_TEST(!record.is_held("legal_adviser", "water", today));
    BOOST_TEST(admitted("people.sign_in_barred", {{"login", "lisi"}, {"reason", "调离"}}));
    BOOST_TEST(record.seats_of(li, today).empty());
    BOOST_TEST(!record.is_held("department_head", "water", today));
}

BOOST_AUTO_TEST_SUITE_END()
