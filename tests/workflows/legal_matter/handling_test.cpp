#include "tests/workflows/legal_matter/matter_trial.hpp"
#include "tests/workflows/some_people.hpp"

#include <algorithm>

using namespace tests;

// Who takes a matter, which advisers are called in to it, the rounds of its draft and its clock.

namespace {

std::string const credit_report =
    R"({"supplied": [{"wanted": "资信证明", "paper": )" + document('c') + "}]}";

} // namespace

BOOST_AUTO_TEST_SUITE(handling_test)

BOOST_AUTO_TEST_CASE(nothing_is_advised_before_the_legal_office_took_the_matter)
{
    matter_trial m;
    m.registers(a_contract).office();
    BOOST_TEST(m.refused("advice.opined", agreement) == rules{"JC-45"});
    BOOST_TEST(
        m.refused("outcome.recorded", R"({"result_is": "dropped", "happened_on": "2026-03-02"})") ==
        rules{"JC-45"});
    BOOST_TEST(m.unit().refused("handling.assigned", assignment) == rules{"GDLA-3/7"});
}

BOOST_AUTO_TEST_CASE(the_time_to_advise_is_set_and_is_reasonable)
{
    matter_trial m;
    m.registers(a_contract).office();
    for (auto const* days : {"0", "-1", "251"})
        BOOST_TEST(m.refused("handling.assigned",
                             with(assignment, R"({"working_days": )" + std::string(days) + "}")) ==
                   rules{"JC-45"});
}

BOOST_AUTO_TEST_CASE(the_handler_is_somebody_of_the_legal_office_and_the_work_is_theirs)
{
    some_people people;
    people.add({.person = {71}, .name = "夏秀英", .role = "reviewer", .unit = "justice"});
    people.add({.person = {72}, .name = "财政局经办", .role = "sponsor_clerk", .unit = "finance"});
    matter_trial m;
    m.among(people);
    m.registers(a_question).office();
    for (auto const* who : {"72", "73"})
        BOOST_TEST(m.refused("handling.assigned",
                             with(assignment, R"({"handler": )" + std::string(who) + "}")) ==
                   rules{"GDLA-3/7"});
    // who asked for the unit and sits in the legal office by now does not handle it
    auto const asker = trial::number_of("水务局经办");
    people.add({.person = {asker}, .name = "水务局经办", .role = "reviewer", .unit = "justice"});
    BOOST_TEST(m.refused("handling.assigned",
                         with(assignment, R"({"handler": )" + std::to_string(asker) + "}")) ==
               rules{"JC-1"});
    m.enters("handling.assigned", with(assignment, R"({"handler": 71})"));
    auto const tasks = m.file().tasks(m.now());
    BOOST_TEST_REQUIRE(!tasks.empty());
    for (auto const& one : tasks)
        BOOST_TEST((one.role != "reviewer" || one.person.value == 71), one.kind);

    // by name alone, as it was kept before, the work waits for the whole office
    matter_trial before;
    before.registers(a_question).office();
    BOOST_TEST(before.advised("handling.assigned", assignment) == rules{"GDLA-3/7"});
    for (auto const& one : before.file().tasks(before.now()))
        BOOST_TEST(one.person.value == 0, one.kind);
}

BOOST_AUTO_TEST_CASE(a_counsel_with_a_conflict_is_refused)
{
    matter_trial m;
    m.taken(a_contract);
    BOOST_TEST(m.refused("handling.counsel_named",
                         R"({"counsel": "王律师", "conflict_declared": "has_conflict"})") ==
               rules{"GDLA-19/20"});
    m.enters("handling.counsel_named",
             R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    BOOST_TEST(m.refused("handling.counsel_named",
                         R"({"counsel": "王律师", "conflict_declared": "none_declared"})") ==
               rules{"JC-41"});
}

BOOST_AUTO_TEST_CASE(that_a_counsel_is_free_of_conflict_is_their_word_only_once_they_opined)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named",
             R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    auto const shows = [&](char const* key) {
        return boost::json::serialize(m.file().facts()).find(key) != std::string::npos;
    };
    BOOST_TEST(shows("words.entered_free_of_conflict"));
    BOOST_TEST(!shows("choice.conflict.none_declared"));
    m.adviser("王律师").enters("advice.opined", agreement);
    BOOST_TEST(!shows("words.entered_free_of_conflict"));
    BOOST_TEST(shows("choice.conflict.none_declared"));
}

BOOST_AUTO_TEST_CASE(a_counsel_who_withdrew_neither_comes_back_nor_opines)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named",
             R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    BOOST_TEST(m.adviser("李律师").refused("handling.counsel_withdrew",
                                           R"({"counsel": "王律师", "reason": "冲突"})") ==
               rules{"GDLA-19/20"});
    m.adviser("王律师").enters("handling.counsel_withdrew",
                               R"({"counsel": "王律师", "reason": "曾代理对方"})");
    auto const news = m.file().told();
    BOOST_TEST_REQUIRE(news.size() == 1u);
    BOOST_TEST(news.front().kind == "news.counsel_withdrew");
    BOOST_TEST(news.front().to.role == "reviewer");
    BOOST_TEST(m.refused("advice.opined", agreement) == (rules{"GDLA-15", "JC-41"}));
    BOOST_TEST(
        m.office().refused("handling.counsel_named",
                           R"({"counsel": "王律师", "conflict_declared": "none_declared"})") ==
        rules{"GDLA-19/20"});
    BOOST_TEST(m.refused("handling.counsel_withdrew",
                         R"({"counsel": "赵律师", "reason": "没有指派"})") == rules{"JC-41"});
    engine::actor who;
    who.role = "reviewer";
    auto const offers = m.file().offers(who, m.now());
    BOOST_TEST(std::none_of(offers.begin(), offers.end(), [](engine::offer const& one) {
        return one.kind == "handling.counsel_withdrew" && one.is_open();
    })); // nobody is called in who could
}

BOOST_AUTO_TEST_CASE(a_counsel_who_withdrew_knows_of_the_matter_no_more)
{
    matter_trial m;
    m.taken(a_question);
    auto const known = [&] { return m.file().summary().known_to; };
    auto const before = known();
    for (auto const* who : {"王律师", "李律师"})
        m.office().enters("handling.counsel_named",
                          R"({"counsel": ")" + std::string(who) +
                              R"(", "conflict_declared": "none_declared"})");
    m.adviser("王律师").enters("advice.opined", agreement);
    BOOST_TEST(known().size() == before.size() + 3); // by name, and by number whoever advised
    m.enters("handling.counsel_withdrew", R"({"counsel": "王律师", "reason": "曾代理对方"})");
    m.office().enters("handling.counsel_withdrew", R"({"counsel": "李律师", "reason": "冲突"})");
    BOOST_TEST((known() == before));
}

BOOST_AUTO_TEST_CASE(another_counsel_is_named_where_the_only_one_withdrew_before_anybody_advised)
{
    matter_trial m;
    m.taken(a_question);
    auto const named = [&](std::string const& who) {
        m.office().enters("handling.counsel_named",
                          R"({"counsel": ")" + who + R"(", "conflict_declared": "none_declared"})");
    };
    auto const withdrew = [&](std::string const& who) {
        m.office().enters("handling.counsel_withdrew",
                          R"({"counsel": ")" + who + R"(", "reason": "曾代理对方"})");
    };
    auto const is_due = [&] { return m.waits_for().contains("handling.counsel_named"); };
    BOOST_TEST(!is_due());
    named("王律师");
    named("李律师");
    withdrew("王律师");
    BOOST_TEST(!is_due());
    withdrew("李律师");
    BOOST_TEST(is_due());
    named("赵律师");
    BOOST_TEST(!is_due());
    withdrew("赵律师");
    // or the legal office advises itself
    m.enters("advice.opined", agreement);
    BOOST_TEST(!is_due());
}

BOOST_AUTO_TEST_CASE(every_adviser_who_was_called_in_is_awaited_until_they_opined)
{
    matter_trial m;
    m.taken(a_question);
    for (auto const* who : {"王律师", "李律师"})
        m.office().enters("handling.counsel_named",
                          R"({"counsel": ")" + std::string(who) +
                              R"(", "conflict_declared": "none_declared"})");
    auto const who_opines = [&] {
        std::set<std::string> roles;
        for (auto const& one : m.file().tasks(m.now()))
            if (one.kind == "advice.opined")
                roles.insert(one.role);
        return roles;
    };
    auto const is_duty_of = [&](std::string const& name) {
        engine::actor who;
        who.role = "legal_adviser";
        who.unit = "justice";
        who.name = name;
        auto const offers = m.file().offers(who, m.now());
        return std::any_of(offers.begin(), offers.end(), [](engine::offer const& one) {
            return one.kind == "advice.opined" && one.duty && one.is_open();
        });
    };
    BOOST_TEST(who_opines() == (std::set<std::string>{"legal_adviser", "reviewer"}));
    m.adviser("王律师").enters("advice.opined", agreement);
    BOOST_TEST(who_opines() == std::set<std::string>{"legal_adviser"});
    BOOST_TEST(!is_duty_of("王律师"));
    BOOST_TEST(is_duty_of("李律师"));
    m.adviser("李律师").enters("advice.opined", agreement);
    BOOST_TEST(who_opines().empty());
    m.enters("advice.opined", agreement); // again, as they like
}

BOOST_AUTO_TEST_CASE(an_adviser_whom_nobody_called_in_does_not_opine)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named",
             R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    BOOST_TEST(m.adviser("李律师").refused("advice.opined", agreement) == rules{"JC-41"});
    m.adviser("王律师").enters("advice.opined", agreement);
}

BOOST_AUTO_TEST_CASE(a_draft_sent_again_is_a_round_and_no_new_matter)
{
    matter_trial m;
    m.taken(a_contract).unit();
    auto const again = R"({"draft": )" + document('b') + R"(, "what_changed": "调整违约责任"})";
    BOOST_TEST(m.refused("handling.round_sent", again) == rules{"JC-41"});
    m.office().enters("advice.contract_reviewed", passed_review);
    m.enters("advice.opined", objection);
    m.unit().on("2026-03-09").enters("handling.round_sent", again);
    BOOST_TEST(m.stage("advice") == "awaiting_opinion");
    BOOST_TEST(engine::to_text(m.limit("legal_advice").begins) == "2026-03-09");
    BOOST_TEST(m.figures().at("LEGAL.matters") == 1);
    BOOST_TEST(m.figures().at("LEGAL.amount") == 1'200'000'000);
    // The contract is asked its questions again, and is one contract.
    m.office().enters("advice.opined", agreement);
    BOOST_TEST(m.refused("advice.letter_issued", letter) == rules{"JC-42"});
    m.enters("advice.contract_reviewed", passed_review);
    m.enters("advice.letter_issued", letter);
    BOOST_TEST(m.figures().at("CONTRACT.reviewed") == 1);
}

BOOST_AUTO_TEST_CASE(the_clock_stands_still_while_material_is_awaited)
{
    matter_trial m;
    m.taken(a_contract);
    auto const before = m.limit("legal_advice").due;
    BOOST_TEST(m.refused("handling.supplement_asked", R"({"answer_by": "2026-03-10"})") ==
               rules{"JC-45"});
    BOOST_TEST(m.refused("handling.supplement_asked",
                         R"({"missing": ["资信证明"], "answer_by": "2026-03-02"})") ==
               rules{"JC-45"});
    m.enters("handling.supplement_asked",
             R"({"missing": ["资信证明"], "answer_by": "2026-03-10"})");
    BOOST_TEST(m.summary().phase == "matter_stopped");
    BOOST_TEST(m.waits_for().contains("handling.supplement_given"));
    BOOST_TEST((m.limit("legal_advice").is == engine::limit::state::paused));
    m.on("2026-03-06").unit().enters("handling.supplement_given", credit_report);
    BOOST_TEST((m.limit("legal_advice").due > before));
    BOOST_TEST((m.limit("legal_supplement").is == engine::limit::state::met));
}

BOOST_AUTO_TEST_CASE(a_supplement_answers_each_item_with_its_paper_or_a_reason)
{
    matter_trial m;
    m.taken(a_contract)
        .enters("handling.supplement_asked",
                R"({"missing": ["资信证明"], "answer_by": "2026-03-10"})");
    m.unit();
    for (auto const* body : {R"({"remarks": "已补"})", R"({"supplied": [{"wanted": "资信证明"}]})",
                             R"({"supplied": [{"wanted": "别的材料", "reason": "没有"}]})"})
        BOOST_TEST(m.refused("handling.supplement_given", body) == rules{"JC-45"}, body);
    m.enters("handling.supplement_given", credit_report);
}

BOOST_AUTO_TEST_CASE(a_supplement_of_the_same_day_sets_the_clock_going)
{
    matter_trial m;
    m.taken(a_contract)
        .enters("handling.supplement_asked",
                R"({"missing": ["资信证明"], "answer_by": "2026-03-10"})");
    m.unit().enters("handling.supplement_given", credit_report);
    BOOST_TEST((m.limit("legal_advice").is == engine::limit::state::running));
    for (auto const& one : m.file().tasks(m.now()))
        BOOST_TEST((!one.within || !one.within->stopped), one.kind);
}

BOOST_AUTO_TEST_CASE(a_day_that_somebody_wrote_down_is_not_provisional_where_a_reckoned_one_is)
{
    matter_trial m;
    m.on("2026-12-30").taken(a_contract);
    m.enters("handling.supplement_asked",
             R"({"missing": ["资信证明"], "answer_by": "2027-01-20"})");
    BOOST_TEST(m.limit("legal_advice").provisional);
    BOOST_TEST(!m.limit("legal_supplement").provisional);
}

BOOST_AUTO_TEST_CASE(a_matter_is_not_closed_while_its_clock_stands_still)
{
    matter_trial m;
    m.followed(a_question)
        .enters("outcome.recorded", R"({"result_is": "concluded", "happened_on": "2026-03-02"})");
    m.office().enters("handling.paused", R"({"ground": "other_ground", "what_for": "等待"})");
    BOOST_TEST(m.refused("outcome.closed") == rules{"JC-45"});
    m.enters("handling.resumed", R"({"outcome": "继续"})");
    m.enters("outcome.closed");
}

BOOST_AUTO_TEST_SUITE_END()
