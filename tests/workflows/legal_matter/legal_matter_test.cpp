#include "tests/workflows/legal_matter/matter_trial.hpp"

using namespace tests;

// Scenarios as a lawyer of the legal office would tell them. Each condition has one that fails
// without it.

BOOST_AUTO_TEST_SUITE(legal_matter_test)

// ---- the request

BOOST_AUTO_TEST_CASE(a_unit_asks_and_the_legal_office_advises_until_the_archive)
{
    matter_trial m;
    m.registers(a_contract);
    BOOST_TEST(m.waits_for() == rules{"handling.assigned"});
    m.office().enters("handling.assigned", assignment);
    BOOST_TEST(m.waits_for() == (rules{"advice.opined", "advice.contract_reviewed"}));
    m.enters("advice.contract_reviewed", passed_review);
    m.enters("advice.opined", agreement);
    BOOST_TEST(m.waits_for() == rules{"advice.letter_issued"});
    m.enters("advice.letter_issued", letter);
    BOOST_TEST(m.waits_for() == rules{"advice.answered"});
    m.unit().enters("advice.answered", R"({"adoption_is": "adopted"})");
    m.on("2026-03-20")
        .enters("outcome.recorded",
                R"({"result_is": "contract_signed", "happened_on": "2026-03-19"})");
    m.office().enters("outcome.closed");
    BOOST_TEST(m.summary().closed);
    BOOST_TEST(m.waits_for() == rules{"outcome.archived"});
    m.enters("outcome.archived", R"({"archive_number": "2026-法-0001"})");
    BOOST_TEST(m.summary().phase == "archived");
    BOOST_TEST(m.waits_for().empty());
    BOOST_TEST(m.summary().unit == "water");
    BOOST_TEST(m.summary().matter == "contract");
}

BOOST_AUTO_TEST_CASE(a_matter_is_of_one_of_the_kinds)
{
    for (auto const* kind : {"decision", "normative_document", "project", "disclosure_reply",
                             "duty_application", "petition_dispute", "emergency", "other_legal"}) {
        matter_trial m;
        m.registers(with(a_question, R"({"legal_kind_is": ")" + std::string(kind) + "\"}"));
        BOOST_TEST(m.summary().matter == kind);
    }
}

BOOST_AUTO_TEST_CASE(a_unit_asks_for_itself_and_the_office_registers_for_anybody)
{
    matter_trial m;
    BOOST_TEST(
        m.by("sponsor_clerk", "transport", "别局经办").refused("matter.registered", a_contract) ==
        rules{"JC-41"});
    m.office().enters("matter.registered", a_contract);
}

BOOST_AUTO_TEST_CASE(an_amount_has_a_basis_and_is_never_zero)
{
    matter_trial m;
    for (auto const* wrong :
         {R"({"amount": null})", R"({"amount": 0})", R"({"basis_of_amount": "none"})",
          R"({"basis_of_amount": "not_yet_known"})"})
        BOOST_TEST(m.refused("matter.registered", with(a_contract, wrong)) == rules{"JC-40"},
                   wrong);
    m.enters("matter.registered",
             with(a_contract, R"({"basis_of_amount": "not_yet_known", "amount": null})"));
}

BOOST_AUTO_TEST_CASE(a_contract_or_a_dispute_names_its_other_side)
{
    matter_trial m;
    for (auto const& request : {a_contract, a_lawsuit})
        BOOST_TEST(m.refused("matter.registered", with(request, R"({"counterparty": null})")) ==
                   rules{"GDLA-19/20"});
    m.enters("matter.registered", a_question);
}

BOOST_AUTO_TEST_CASE(a_contract_without_its_text_is_told_to_both_sides)
{
    auto const text = R"({"materials": [)" + document('a') + "]}";
    for (auto const& with_text : {true, false}) {
        matter_trial m;
        auto const told = with_text ? rules{} : rules{"JC-42"};
        BOOST_TEST(m.advised("matter.registered",
                             with_text ? with(a_contract, text) : a_contract) == told);
        auto const taken = m.office().advised("handling.assigned", assignment);
        BOOST_TEST(taken.contains("JC-42") == !with_text);
    }
    matter_trial other;
    BOOST_TEST(other.advised("matter.registered", a_question).empty());
    BOOST_TEST(!other.office().advised("handling.assigned", assignment).contains("JC-42"));
}

BOOST_AUTO_TEST_CASE(nothing_is_received_in_the_future)
{
    matter_trial m;
    BOOST_TEST(m.refused("matter.registered",
                         with(a_contract, R"({"received_on": "2026-03-03"})")) == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(asking_late_is_lawful_and_worth_a_word)
{
    struct scenario {
        char const* kind;
        char const* when;
        bool late;
    };
    for (auto const& one :
         std::initializer_list<scenario>{{"contract", "text_settled", true},
                                         {"project", "after_the_fact", true},
                                         {"decision", "text_settled", true},
                                         {"litigation", "after_the_fact", true},
                                         {"contract", "negotiation", false},
                                         {"decision", "outset", false},
                                         {"litigation", "before_filing", false},
                                         {"emergency", "after_the_fact", false}}) {
        matter_trial m;
        auto const said =
            m.advised("matter.registered",
                      with(a_contract, R"({"legal_kind_is": ")" + std::string(one.kind) +
                                           R"(", "asked_at_is": ")" + one.when +
                                           R"(", "materials": [)" + document('a') + "]}"));
        BOOST_TEST(said == (one.late ? rules{"GDLA-9"} : rules{}), one.kind << " " << one.when);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_legal_matter_is_not_taken_and_not_counted)
{
    matter_trial m;
    m.registers(a_contract).office().enters("matter.declined", R"({"reason": "不属于法律事务"})");
    BOOST_TEST(m.summary().closed);
    BOOST_TEST(m.figures().empty());
    BOOST_TEST(m.refused("handling.assigned", assignment) == rules{"JC-45"});
    m.enters("outcome.archived", R"({"archive_number": "1"})");
}

BOOST_AUTO_TEST_CASE(a_matter_is_not_archived_under_the_number_of_another_case)
{
    matter_trial m;
    m.registers(a_contract).office().enters("matter.declined", R"({"reason": "不属于法律事务"})");
    m.beside([](std::string_view one) { return one == "1"; });
    BOOST_TEST(m.refused("outcome.archived", R"({"archive_number": "1"})") == rules{"JC-25"});
    m.enters("outcome.archived", R"({"archive_number": "2"})");
}

BOOST_AUTO_TEST_CASE(a_unit_may_take_its_request_back_until_it_is_closed)
{
    matter_trial m;
    m.taken(a_contract).by("sponsor_clerk", "transport", "别局经办");
    BOOST_TEST(m.refused("matter.withdrawn", R"({"reason": "不再需要"})") == rules{"JC-45"});
    m.unit().enters("matter.withdrawn", R"({"reason": "项目取消"})");
    BOOST_TEST(m.summary().phase == "taken_back");
    BOOST_TEST(m.stage("handling") == "over");
    BOOST_TEST(m.office().refused("advice.opined", agreement) == rules{"JC-45"});
    BOOST_TEST(m.waits_for().empty());
    BOOST_TEST(m.limits().empty());
}

// ---- advice

BOOST_AUTO_TEST_CASE(nobody_advises_in_a_matter_of_their_own)
{
    matter_trial m;
    m.taken(a_question);
    BOOST_TEST(m.refused("advice.opined", with(agreement, R"({"interest": "interested"})")) ==
               rules{"GDLA-19/20"});
}

BOOST_AUTO_TEST_CASE(whoever_asked_does_not_advise_not_even_through_a_substitute)
{
    struct scenario {
        char const* name;
        char const* in_place_of;
        bool barred;
    };
    for (auto const& one : std::initializer_list<scenario>{
             {"水务局经办", "", true}, {"张三", "水务局经办", true}, {"张三", "李四", false}}) {
        matter_trial m;
        m.taken(a_contract).by("reviewer", "justice", one.name);
        if (*one.in_place_of)
            m.in_place_of(one.in_place_of);
        BOOST_TEST(m.refused("advice.contract_reviewed", passed_review) ==
                       (one.barred ? rules{"JC-1"} : rules{}),
                   one.name);
        BOOST_TEST(m.refused("advice.opined", agreement) == (one.barred ? rules{"JC-1"} : rules{}),
                   one.name);
    }
}

BOOST_AUTO_TEST_CASE(nor_steers_how_the_matter_is_handled)
{
    struct attempt {
        char const* kind;
        char const* body;
    };
    for (auto const& one : std::initializer_list<attempt>{
             {"handling.supplement_asked", R"({"missing": ["附件"], "answer_by": "2026-03-20"})"},
             {"handling.counsel_named",
              R"({"counsel": "王律师", "conflict_declared": "none_declared"})"}}) {
        matter_trial m;
        m.taken(a_contract).by("reviewer", "justice", "水务局经办");
        BOOST_TEST(m.refused(one.kind, one.body).contains("JC-1"), one.kind);
    }
}

BOOST_AUTO_TEST_CASE(whoever_does_not_agree_says_what_is_wrong)
{
    for (auto const* conclusion : {"after_changes", "return_it", "not_agree", "risk_notice"}) {
        matter_trial m;
        m.taken(a_question);
        BOOST_TEST(m.refused("advice.opined",
                             with(agreement, R"({"conclusion_is": ")" + std::string(conclusion) +
                                                 "\"}")) == rules{"JC-43"},
                   conclusion);
    }
}

BOOST_AUTO_TEST_CASE(only_a_contract_is_asked_the_questions_of_a_contract)
{
    matter_trial m;
    m.taken(a_question);
    BOOST_TEST(m.refused("advice.contract_reviewed", passed_review) == rules{"JC-42"});
    BOOST_TEST(!m.waits_for().contains("advice.contract_reviewed"));
}

BOOST_AUTO_TEST_CASE(the_answers_of_a_contract_bear_its_finding)
{
    matter_trial m;
    m.taken(a_contract);
    for (auto const* wrong :
         {R"({"guarantee": "defect"})", R"({"guarantee": "defect", "defects": "违法担保"})",
          R"({"guarantee": "defect", "finding": "fail"})", R"({"finding": "fail"})",
          R"({"finding": "pass_after_changes"})"})
        BOOST_TEST(m.refused("advice.contract_reviewed", with(passed_review, wrong)) ==
                       rules{"JC-42"},
                   wrong);
    m.enters("advice.contract_reviewed",
             with(passed_review,
                  R"({"guarantee": "defect", "defects": "违法担保", "finding": "fail"})"));
}

BOOST_AUTO_TEST_CASE(no_letter_on_a_contract_that_was_not_reviewed)
{
    matter_trial m;
    m.taken(a_contract).enters("advice.opined", agreement);
    BOOST_TEST(m.refused("advice.letter_issued", letter) == rules{"JC-42"});
}

BOOST_AUTO_TEST_CASE(the_letter_weighs_differing_opinions_and_carries_those_of_advisers)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named", R"({"counsel": "王律师", "firm": "某律师事务所",
        "conflict_declared": "none_declared"})");
    m.adviser("王律师").enters("advice.opined", objection);
    m.office();
    auto const whole =
        with(letter, R"({"weighing": "违约金可由法院调整", "sealed_by": "某律师事务所",
        "adviser_opinions_attached": true})");
    BOOST_TEST(m.refused("advice.letter_issued", with(whole, R"({"weighing": null})")) ==
               rules{"GDLA-16"});
    BOOST_TEST(
        m.refused("advice.letter_issued", with(whole, R"({"adviser_opinions_attached": false})")) ==
        rules{"GDLA-16"});
    BOOST_TEST(m.refused("advice.letter_issued", with(whole, R"({"sealed_by": null})")) ==
               rules{"GDLA-15"});
    m.enters("advice.letter_issued", whole);
}

BOOST_AUTO_TEST_CASE(a_firm_seals_the_letter_only_where_its_adviser_gave_an_opinion)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named", R"({"counsel": "王律师", "firm": "某律师事务所",
        "conflict_declared": "none_declared"})");
    m.enters("handling.counsel_named",
             R"({"counsel": "陈律师", "conflict_declared": "none_declared"})");
    m.adviser("陈律师").enters("advice.opined", agreement); // a lawyer of an office
    m.office();
    m.enters("advice.letter_issued", with(letter, R"({"adviser_opinions_attached": true})"));
}

BOOST_AUTO_TEST_CASE(advice_goes_out_without_a_silent_adviser_but_not_unknowingly)
{
    auto const with_two_advisers = [](std::string const& opinion) {
        matter_trial m;
        m.taken(a_question);
        for (auto const* who : {"王律师", "李律师"})
            m.enters("handling.counsel_named", R"({"counsel": ")" + std::string(who) +
                                                   R"(", "conflict_declared": "none_declared"})");
        m.adviser("王律师").enters("advice.opined", opinion);
        return m;
    };
    auto const attached = with(letter, R"({"adviser_opinions_attached": true})");
    auto m = with_two_advisers(agreement);
    BOOST_TEST(m.office().advised("advice.letter_issued", attached) == rules{"GDLA-16"});
    auto const news = m.file().told();
    BOOST_TEST_REQUIRE(news.size() == 1u);
    BOOST_TEST(news.front().kind == "news.counsel_awaited_no_more");
    BOOST_TEST(news.front().to.role == "legal_adviser");
    m.unit().enters("advice.answered", R"({"adoption_is": "adopted"})");
    BOOST_TEST(m.file().told().empty()); // they were told before

    auto oral = with_two_advisers(with(agreement, R"({"form_is": "oral"})"));
    BOOST_TEST(oral.unit().advised("advice.answered", R"({"adoption_is": "adopted"})") ==
               rules{"GDLA-16"});
    BOOST_TEST(oral.file().told().size() == 1u);

    auto whole = with_two_advisers(agreement);
    whole.adviser("李律师").enters("advice.opined", agreement);
    BOOST_TEST(whole.office().advised("advice.letter_issued", attached).empty());
    BOOST_TEST(whole.file().told().empty());
}

BOOST_AUTO_TEST_CASE(whoever_advised_from_outside_does_not_weigh_the_opinions)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named",
             R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    m.adviser("王律师").enters("advice.opined", agreement);
    m.by("reviewer", "justice", "王律师");
    BOOST_TEST(m.refused("advice.letter_issued",
                         with(letter, R"({"adviser_opinions_attached": true})")) == rules{"JC-1"});
}

BOOST_AUTO_TEST_CASE(written_advice_comes_as_a_letter_and_oral_advice_may_do_without)
{
    matter_trial written;
    written.taken(a_question).enters("advice.opined", agreement);
    BOOST_TEST(written.unit().refused("advice.answered", R"({"adoption_is": "adopted"})") ==
               rules{"GDLA-15"});
    matter_trial oral;
    oral.taken(a_question).enters("advice.opined", with(agreement, R"({"form_is": "oral"})"));
    oral.unit().enters("advice.answered", R"({"adoption_is": "adopted"})");
    BOOST_TEST((oral.limit("legal_advice").is == engine::limit::state::met));
}

BOOST_AUTO_TEST_CASE(oral_advice_does_not_spare_a_contract_its_review)
{
    matter_trial m;
    m.taken(a_contract).enters("advice.opined", with(agreement, R"({"form_is": "oral"})"));
    BOOST_TEST(m.unit().refused("advice.answered", R"({"adoption_is": "adopted"})") ==
               rules{"JC-42"});
}

BOOST_AUTO_TEST_CASE(advice_that_is_not_followed_is_answered_with_reasons)
{
    for (auto const* adoption : {"partly_adopted", "not_adopted"}) {
        matter_trial m;
        m.taken(a_question).enters("advice.opined", agreement);
        m.enters("advice.letter_issued", letter);
        m.unit();
        auto const bare = R"({"adoption_is": ")" + std::string(adoption) + "\"}";
        BOOST_TEST(m.refused("advice.answered", bare) == rules{"JC-44"});
        m.enters("advice.answered", with(bare, R"({"reason": "客观条件不允许"})"));
    }
}

// ---- the outcome

BOOST_AUTO_TEST_CASE(in_court_a_member_of_the_staff_stands_beside_the_adviser)
{
    matter_trial m;
    m.taken(a_lawsuit);
    std::string const appearance = R"({"appeared_on": "2026-03-02", "before": "高要区人民法院",
        "staff_present": "法制科承办", "counsel_present": "王律师"})";
    BOOST_TEST(m.refused("outcome.appeared", with(appearance, R"({"staff_present": null})")) ==
               rules{"GDLA-17"});
    BOOST_TEST(m.refused("outcome.appeared",
                         with(appearance, R"({"appeared_on": "2026-03-03"})")) == rules{"JC-3"});
    m.enters("outcome.appeared", appearance);
    matter_trial other;
    other.taken(a_question);
    BOOST_TEST(other.refused("outcome.appeared", appearance) == rules{"GDLA-17"});
}

BOOST_AUTO_TEST_CASE(a_contract_that_failed_or_was_not_reviewed_is_not_signed)
{
    std::string const signing = R"({"result_is": "contract_signed", "happened_on": "2026-03-02"})";
    matter_trial m;
    m.taken(a_contract).unit();
    BOOST_TEST(m.refused("outcome.recorded", signing) == rules{"JC-42"});
    m.office().enters("advice.contract_reviewed",
                      with(passed_review,
                           R"({"guarantee": "defect", "defects": "违法担保", "finding": "fail"})"));
    BOOST_TEST(m.unit().refused("outcome.recorded", signing) == rules{"JC-42"});
    m.enters("outcome.recorded", with(signing, R"({"result_is": "contract_not_signed"})"));
}

BOOST_AUTO_TEST_CASE(who_signs_a_contract_of_unknown_price_is_told)
{
    std::string const signing = R"({"result_is": "contract_signed", "happened_on": "2026-03-02"})";
    matter_trial known, unknown;
    known.taken(a_contract).enters("advice.contract_reviewed", passed_review);
    BOOST_TEST(known.unit().advised("outcome.recorded", signing).empty());
    unknown.taken(with(a_contract, R"({"basis_of_amount": "not_yet_known", "amount": null})"))
        .enters("advice.contract_reviewed", passed_review);
    BOOST_TEST(unknown.unit().advised("outcome.recorded", signing) == rules{"JC-40"});
    BOOST_TEST(
        unknown
            .advised("outcome.recorded", with(signing, R"({"result_is": "contract_not_signed"})"))
            .empty());
}

BOOST_AUTO_TEST_CASE(a_result_fits_the_kind_of_the_matter)
{
    auto const result = [](std::string const& what) {
        return R"({"happened_on": "2026-03-02", "result_is": ")" + what + "\"}";
    };
    matter_trial contract, lawsuit;
    contract.taken(a_contract);
    for (auto const* what : {"won", "document_issued", "replied"})
        BOOST_TEST(contract.refused("outcome.recorded", result(what)) == rules{"GDLA-8"}, what);
    lawsuit.taken(a_lawsuit);
    BOOST_TEST(lawsuit.refused("outcome.recorded", result("contract_signed")) == rules{"GDLA-8"});
    lawsuit.enters("outcome.recorded", result("won"));
}

BOOST_AUTO_TEST_CASE(a_loss_that_was_avoided_has_a_basis)
{
    matter_trial m;
    m.taken(a_lawsuit);
    std::string const victory = R"({"result_is": "won", "happened_on": "2026-03-02",
        "loss_avoided": 300000000, "basis_of_loss": "驳回诉讼请求"})";
    BOOST_TEST(m.refused("outcome.recorded", with(victory, R"({"basis_of_loss": null})")) ==
               rules{"JC-40"});
    BOOST_TEST(m.refused("outcome.recorded", with(victory, R"({"loss_avoided": 0})")) ==
               rules{"JC-40"});
    BOOST_TEST(m.refused("outcome.recorded", with(victory, R"({"happened_on": "2026-03-03"})")) ==
               rules{"JC-3"});
    m.enters("outcome.recorded", victory);
    BOOST_TEST(m.figures().at("LEGAL.loss_avoided") == 300'000'000);
    // The appeal: the later result takes the place of the earlier one.
    m.enters("outcome.recorded",
             with(victory, R"({"result_is": "partly_won", "loss_avoided": 100000000})"));
    BOOST_TEST(m.figures().at("LEGAL.loss_avoided") == 100'000'000);
}

BOOST_AUTO_TEST_CASE(a_matter_is_closed_once_it_is_advised_on_and_answered)
{
    std::string const done = R"({"result_is": "concluded", "happened_on": "2026-03-02"})";
    matter_trial silent;
    silent.taken(a_question).enters("outcome.recorded", done);
    BOOST_TEST(silent.refused("outcome.closed") == rules{"GDLA-15"});
    silent.enters("advice.opined", agreement);
    silent.enters("advice.letter_issued", letter);
    BOOST_TEST(silent.refused("outcome.closed") == rules{"JC-44"});
    matter_trial lawsuit;
    lawsuit.taken(a_lawsuit).enters("outcome.recorded", with(done, R"({"result_is": "settled"})"));
    lawsuit.enters("outcome.closed");
    BOOST_TEST((lawsuit.limit("legal_advice").is == engine::limit::state::met));
}

BOOST_AUTO_TEST_CASE(what_is_over_takes_nothing_but_corrections_and_the_archive)
{
    matter_trial m;
    m.followed(a_question)
        .enters("outcome.recorded", R"({"result_is": "concluded", "happened_on": "2026-03-02"})");
    m.office().enters("outcome.closed");
    BOOST_TEST(m.refused("outcome.recorded",
                         R"({"result_is": "concluded", "happened_on": "2026-03-02"})") ==
               rules{"JC-45"});
    m.enters("outcome.archived", R"({"archive_number": "1"})");
    BOOST_TEST(m.refused("outcome.archived", R"({"archive_number": "2"})") == rules{"JC-45"});
    m.enters("matter.amount_corrected",
             R"({"basis_of_amount": "fees", "amount": 100, "reason": "漏登"})");
}

BOOST_AUTO_TEST_CASE(who_asks_and_who_answers_is_the_unit_itself)
{
    matter_trial m;
    BOOST_TEST(m.by("executor", "water", "执行人员").refused("matter.registered", a_contract) ==
               rules{"GDLA-8"});
    m.unit().enters("matter.registered", a_contract);
    m.office().enters("handling.assigned", assignment);
    m.enters("handling.supplement_asked",
             R"({"missing": ["合同附件"], "answer_by": "2026-03-10"})");
    BOOST_TEST(m.refused("handling.supplement_given") == rules{"JC-45"});
}

BOOST_AUTO_TEST_SUITE_END()
