#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/outbox.hpp"
#include "adapters/soci/own_notices.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

// Two organs in one house: what somebody of the one sees of the other's cases, by every exit.

using namespace adapters::soci;
using tests::admit;
using tests::closing_of;
using tests::note_on;
using tests::note_with;
using tests::opening_of;

namespace {

struct two_organs : tests::fresh_record {
    engine::instant const now = tests::at("2024-03-01T00:00:00.000Z");
    house_register keeping{db};
    engine::person_id zhang, wang, dz_wang;
    clerk taking{db, law.law()};
    engine::case_id ours, theirs;
    std::string document;

    two_organs()
    {
        keeping.add_organ({"gy", "高要区人民政府", "county", "gd", ""}, now);
        keeping.add_organ({"dz", "端州区人民政府", "county", "gd", ""}, now);
        keeping.add_unit({"water", "水务局", "gy"}, now);
        keeping.add_unit({"law", "司法局", "gy"}, now);
        keeping.add_unit({"dz_water", "端州区水务局", "dz"}, now);
        keeping.add_unit({"dz_law", "端州区司法局", "dz"}, now);
        zhang = keeping.add_person("zhang", "张三", "", now);
        wang = keeping.add_person("wang", "王五", "", now);
        dz_wang = keeping.add_person("dz_wang", "温六", "", now);
        appoint(wang, "law");
        appoint(dz_wang, "dz_law");
        auto const stored = documents.put("words of the other organ");
        document = stored.hash;
        accounts(db).note_document(stored.hash, stored.size, "text/plain", "plan.txt", {9}, now);
        theirs = admit(taking, opening_of("their dam", "water")).what.on;
        admit(taking, note_with(theirs, "n1", {document, "plan.txt"}));
        admit(taking, closing_of(theirs, "c1"));
        ours = admit(taking, opening_of("our dam", "dz_water")).what.on;
    }

    void appoint(engine::person_id who, std::string const& unit)
    {
        appointment one;
        one.who = who;
        one.role = "reviewer";
        one.unit = unit;
        one.from = *engine::parse_day("2024-01-01");
        keeping.add_appointment(one, now);
    }

    /// As a session has it.
    engine::actor acting_as(engine::person_id who)
    {
        accounts people(db);
        auto const held = people.appointments_of(who, engine::legal_day(now));
        return acting(*people.find_person(who), held.front());
    }
    engine::clearance seeing(engine::person_id who,
                             engine::confidentiality up_to = engine::confidentiality::internal)
    {
        auto const actor = acting_as(who);
        return engine::clearance::by_part(up_to, actor).stay_in_organ(actor);
    }
    /// A word for each check that found something.
    std::string faults()
    {
        std::string all;
        for (auto const& one : verify(db, law.law(), documents).findings)
            if (one.wrong > 0)
                all += one.check + " ";
        return all;
    }
};

constexpr long long many = 100;

} // namespace

BOOST_FIXTURE_TEST_SUITE(organs_test, two_organs)

BOOST_AUTO_TEST_CASE(an_appointment_says_the_organ_only_where_there_are_several)
{
    BOOST_TEST(acting_as(dz_wang).organ == "dz");
    tests::fresh_record alone;
    house_register one(alone.db);
    one.add_organ({"gy", "高要区人民政府", "county", "gd", ""}, now);
    one.add_unit({"law", "司法局", "gy"}, now);
    appointment post;
    post.who = one.add_person("wang", "王五", "", now);
    post.role = "reviewer";
    post.unit = "law";
    post.from = *engine::parse_day("2024-01-01");
    one.add_appointment(post, now);
    BOOST_TEST(accounts(alone.db).appointments_of(post.who).front().organ == "");
}

BOOST_AUTO_TEST_CASE(nothing_of_another_organs_case_is_there)
{
    using engine::confidentiality;
    for (auto const up_to : {confidentiality::internal, confidentiality::secret}) {
        reader here(db, seeing(dz_wang, up_to));
        BOOST_TEST(!here.find_case(theirs));
        BOOST_TEST(!here.find_case("SP2024-0001"));
        BOOST_TEST(!here.read_case(theirs));
        BOOST_TEST(here.acts_of(theirs).empty());
        BOOST_TEST(!here.find_act(theirs, 1));
        BOOST_TEST(!here.find_act("n1"));
        BOOST_TEST(here.tasks_of(theirs).empty());
        BOOST_TEST(here.tasks_of(ours).size() == 2u);
        BOOST_TEST(here.list_cases({}, {}, many).rows.size() == 1u);
        BOOST_TEST(here.list_cases({.family = "sample"}, {}, many).rows.size() == 1u);
        BOOST_TEST(here.list_cases({.words = "dam"}, {}, many).rows.size() == 1u);
        BOOST_TEST(here.list_cases({.unit = "water"}, {}, many).rows.empty());
        BOOST_TEST(here.count_cases({}) == 1);
        BOOST_TEST(here.phases("sample") == std::vector<std::string>{"running"},
                   boost::test_tools::per_element());
        BOOST_TEST(here.years_opened("sample").size() == 1u);
        auto const by_phase = here.count_by_phase();
        BOOST_TEST_REQUIRE(by_phase.size() == 1u);
        BOOST_TEST(by_phase.front().cases == 1);
        BOOST_TEST(here.list_figures("PAPER.closed", 2024, {}, many).rows.empty());
        BOOST_TEST((here.totals(2024) == std::vector<indicator_total>{{"PAPER.opened", 1}}));
        BOOST_TEST(
            (here.totals_until(2024, *engine::parse_day("2099-01-01")) == here.totals(2024)));
        BOOST_TEST(!here.find_document(document));
        BOOST_TEST(here.uses_of(document).empty());
        BOOST_TEST(here.search("their dam", {}, many).rows.empty());
        BOOST_TEST(here.search("our dam", {}, many).rows.size() == 1u);
    }
    reader there(db, seeing(wang));
    BOOST_TEST(there.find_case(theirs).has_value());
    BOOST_TEST(there.find_document(document).has_value());
    BOOST_TEST(!there.find_case(ours));
}

BOOST_AUTO_TEST_CASE(a_seat_without_a_unit_has_the_tasks_of_its_own_organ)
{
    reader here(db, seeing(dz_wang));
    box const waiting{.name = box_name::waiting, .seats = {{"reviewer", "dz_law"}}};
    auto const found = here.list_box(waiting, {}, box_order::newest, {}, many);
    BOOST_TEST_REQUIRE(found.rows.size() == 1u);
    BOOST_TEST((found.rows.front().on == ours));
    BOOST_TEST(here.count_box(waiting, {}, many) == 1);
    BOOST_TEST(
        here.list_box({.name = box_name::done, .person = {1}}, {}, box_order::newest, {}, many)
            .rows.size() == 1u);
    BOOST_TEST(here.count_box({.name = box_name::done, .person = {1}}, {}, many) == 1);
    box const overseen{.name = box_name::overseen, .units = {"water", "dz_water"}};
    BOOST_TEST(here.count_box(overseen, {}, many) == 2);
    BOOST_TEST(here.count_cases_of("sample", {"water", "dz_water"}, 2024).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_unit_of_another_organ_that_is_concerned_finds_the_case)
{
    tamper("insert into case_part (case_id, part) values (" + std::to_string(theirs.value) +
           ", 'unit dz_law')");
    reader here(db, seeing(dz_wang));
    BOOST_TEST(here.find_case(theirs).has_value());
    BOOST_TEST(here.acts_of(theirs).size() == 3u);
    BOOST_TEST(here.list_cases({.family = "sample"}, {}, many).rows.size() == 2u);
    BOOST_TEST(here.find_document(document).has_value());
    BOOST_TEST(here.search("dam", {}, many).rows.size() == 2u);
    BOOST_TEST(here.totals(2024).size() == 3u); // that it was opened, noted on and closed
    // of the other organ's units only that one
    reader beside(db, engine::clearance::by_part(engine::confidentiality::internal,
                                                 {.person = {5}, .unit = "dz_water", .organ = "dz"})
                          .stay_in_organ({.person = {5}, .unit = "dz_water", .organ = "dz"}));
    BOOST_TEST(!beside.find_case(theirs));
}

BOOST_AUTO_TEST_CASE(whoever_holds_the_seat_in_another_organ_is_not_told)
{
    admit(taking, opening_of("their bridge", "water"));
    outbox out(db);
    own_notices own(db);
    out.take_in(now, {.mail = true, .webhook = false}, many);
    BOOST_TEST(number("select count(*) from notice where person = " + std::to_string(wang.value)) ==
               1);
    BOOST_TEST(own.list(seeing(dz_wang), {}, many).rows.size() == 1u);
    BOOST_TEST(number("select count(*) from notice n join case_file c on c.id = n.case_id"
                      " where n.person = " +
                      std::to_string(dz_wang.value) + " and c.organ = 'gy'") == 0);
    reader here(db, seeing(dz_wang));
    BOOST_TEST(here.count_unread_notices(many) == 1);
}

BOOST_AUTO_TEST_CASE(an_act_on_another_organs_case_is_answered_like_one_that_is_not_there)
{
    auto wish = note_on(theirs, "x1");
    wish.by = acting_as(dz_wang);
    wish.seeing = seeing(dz_wang);
    BOOST_TEST(tests::is<engine::not_found>(tests::ask(taking, wish)));
    auto opening = opening_of("not ours", "water");
    opening.by = acting_as(dz_wang);
    opening.seeing = seeing(dz_wang);
    BOOST_TEST(tests::is<engine::refused>(tests::ask(taking, opening)));
}

BOOST_AUTO_TEST_CASE(what_is_kept_of_organs_is_proven_and_written_anew)
{
    BOOST_TEST(faults() == "");
    tamper("update case_file set organ = 'dz' where id = " + std::to_string(theirs.value));
    BOOST_TEST(faults() == "list ");
    tamper("update figure_total set organ = 'dz' where organ = 'gy' and indicator ="
           " 'PAPER.closed'");
    BOOST_TEST(faults() == "list totals ");
    rebuild(db, law.law());
    BOOST_TEST(faults() == "");
    reader here(db, seeing(dz_wang));
    BOOST_TEST(!here.find_case(theirs));
}

BOOST_AUTO_TEST_CASE(cases_and_figures_go_with_a_unit_that_comes_to_another_organ)
{
    tamper("update unit set organ = 'dz' where code = 'water'");
    {
        auto const sql = db.open_session(access::writing);
        work all(db, *sql);
        follow_units(*sql);
        all.commit();
    }
    BOOST_TEST(number("select count(*) from case_file where organ = 'dz'") == 2);
    BOOST_TEST(number("select count(*) from figure_total where organ = 'gy'") == 0);
    reader here(db, seeing(dz_wang));
    BOOST_TEST(here.find_case(theirs).has_value());
    BOOST_TEST(here.totals(2024).size() == 3u);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// A house of one organ, and somebody who knows of no sample without a part in it.
struct other_families : tests::fresh_record {
    clerk taking{db, law.law()};
    engine::case_id asked, unasked;

    other_families()
    {
        asked = admit(taking, opening_of("asked", "water")).what.on;
        unasked = admit(taking, opening_of("unasked", "water")).what.on;
        // the program knows these families by name
        tamper("update case_file set family = 'legal_matter', shape = 'legal_matter/2026'");
        tamper("update case_total set shape = 'legal_matter/2026'");
        tamper("update figure_total set family = 'legal_matter'");
        tamper("insert into case_part (case_id, part) values (" + std::to_string(asked.value) +
               ", 'named legal_adviser 王五')");
    }

    static engine::clearance of_an_adviser(engine::families_known known)
    {
        engine::actor const who{.person = {17},
                                .name = "王五",
                                .role = "legal_adviser",
                                .unit = "water",
                                .on_behalf_of = {}};
        return engine::clearance::by_part(engine::confidentiality::internal, who)
            .know_only(std::move(known), who);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(families_test, other_families)

BOOST_AUTO_TEST_CASE(of_a_family_that_is_not_theirs_a_reader_finds_what_they_were_asked_to)
{
    reader adviser(db, of_an_adviser({.all = false, .whole = {"adviser_file"}}));
    BOOST_TEST(adviser.find_case(asked).has_value());
    BOOST_TEST(!adviser.find_case(unasked));
    BOOST_TEST(adviser.acts_of(asked).size() == 1u);
    BOOST_TEST(adviser.acts_of(unasked).empty());
    BOOST_TEST(!adviser.find_act(unasked, 1));
    BOOST_TEST(adviser.tasks_of(unasked).empty());
    BOOST_TEST(!adviser.tasks_of(asked).empty());
    for (auto const* family : {"", "legal_matter"})
        BOOST_TEST(adviser.list_cases({.family = family}, {}, many).rows.size() == 1u);
    BOOST_TEST(adviser.search("asked", {}, many).rows.size() == 1u);
    BOOST_TEST(adviser.count_by_phase().front().cases == 1);
    BOOST_TEST((adviser.totals(2024) == std::vector<indicator_total>{{"PAPER.opened", 1}}));
    BOOST_TEST(adviser.list_figures("PAPER.opened", 2024, {}, many).rows.size() == 1u);
    box const done{.name = box_name::done, .person = {1}};
    BOOST_TEST(adviser.count_box(done, {}, many) == 1);
    BOOST_TEST(adviser.list_box(done, {}, box_order::newest, {}, many).rows.size() == 1u);
    // nor does the unit's being in it make it theirs
    tamper("insert into case_part (case_id, part) values (" + std::to_string(unasked.value) +
           ", 'unit water')");
    BOOST_TEST(!adviser.find_case(unasked));
}

BOOST_AUTO_TEST_CASE(what_is_open_of_a_family_may_be_known_by_itself)
{
    reader adviser(db, of_an_adviser({.all = false, .whole = {}, .when_open = {"legal_matter"}}));
    BOOST_TEST(!adviser.find_case(unasked));
    tamper("update case_file set level = 0 where id = " + std::to_string(unasked.value));
    BOOST_TEST(adviser.find_case(unasked).has_value());
    BOOST_TEST(adviser.find_case(asked).has_value());
    BOOST_TEST(adviser.list_cases({.family = "legal_matter"}, {}, many).rows.size() == 2u);
    BOOST_TEST(adviser.acts_of(unasked).size() == 1u);
}

BOOST_AUTO_TEST_CASE(whoever_knows_a_family_is_not_kept_from_it_by_another)
{
    reader clerk_of_it(db, of_an_adviser({.all = false, .whole = {"legal_matter"}}));
    BOOST_TEST(clerk_of_it.find_case(unasked).has_value());
    BOOST_TEST(clerk_of_it.list_cases({}, {}, many).rows.size() == 2u);
    BOOST_TEST(clerk_of_it.find_act(unasked, 1).has_value());
    BOOST_TEST(clerk_of_it.count_by_phase().front().cases == 2);
    BOOST_TEST((clerk_of_it.totals(2024) == std::vector<indicator_total>{{"PAPER.opened", 2}}));
}

BOOST_AUTO_TEST_SUITE_END()
