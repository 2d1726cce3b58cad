#include "adapters/rights/load_rights.hpp"
#include "tests/workflows/legal_matter/matter_trial.hpp"

using namespace tests;

// What the register counts, and what it takes in afterwards.

BOOST_AUTO_TEST_SUITE(register_test)

// ---- counting

BOOST_AUTO_TEST_CASE(a_matter_and_its_amount_count_once_for_the_year_in_which_it_was_received)
{
    matter_trial m;
    m.on("2026-01-05").registers(with(a_contract, R"({"received_on": "2025-12-30"})"));
    BOOST_TEST(m.figures(2025).empty());
    m.office().enters("handling.assigned", assignment);
    m.enters("handling.assigned", with(assignment, R"({"handler": "另一承办人"})"));
    BOOST_TEST(
        (m.figures(2025) == std::map<std::string, long long>{{"LEGAL.matters", 1},
                                                             {"LEGAL.matters.contract", 1},
                                                             {"LEGAL.amount", 1'200'000'000},
                                                             {"CONTRACT.amount", 1'200'000'000}}));
    BOOST_TEST(m.figures(2026).empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_amount_is_counted_apart_and_adds_nothing)
{
    matter_trial none, unknown;
    none.taken(a_question);
    BOOST_TEST(none.figures().at("LEGAL.amount_none") == 1);
    BOOST_TEST(!none.figures().contains("LEGAL.amount"));
    unknown.taken(with(a_contract, R"({"basis_of_amount": "not_yet_known", "amount": null})"));
    BOOST_TEST(unknown.figures().at("LEGAL.amount_unknown") == 1);
    BOOST_TEST(!unknown.figures().contains("LEGAL.amount"));
    unknown.enters(
        "matter.amount_corrected",
        R"({"basis_of_amount": "contract_price", "amount": 500, "reason": "合同已定价"})");
    BOOST_TEST(unknown.figures().at("LEGAL.amount") == 500);
    BOOST_TEST(!unknown.figures().contains("LEGAL.amount_unknown"));
}

BOOST_AUTO_TEST_CASE(a_corrected_amount_takes_the_place_of_the_one_before)
{
    matter_trial m;
    m.taken(a_contract);
    BOOST_TEST(m.refused("matter.amount_corrected", R"({"basis_of_amount": "contract_price",
        "amount": 1200000000, "reason": "没有变化"})") == rules{"JC-40"});
    m.enters("matter.amount_corrected",
             R"({"basis_of_amount": "contract_price", "amount": 900000000, "reason": "定标价"})");
    BOOST_TEST(m.figures().at("LEGAL.amount") == 900'000'000);
    m.enters("matter.amount_corrected",
             R"({"basis_of_amount": "contract_price", "amount": 950000000, "reason": "补充协议"})");
    BOOST_TEST(m.figures().at("LEGAL.amount") == 950'000'000);
    BOOST_TEST(m.figures().at("CONTRACT.amount") == 950'000'000);
    m.enters("matter.amount_corrected", R"({"basis_of_amount": "none", "reason": "框架协议"})");
    BOOST_TEST(!m.figures().contains("LEGAL.amount"));
    BOOST_TEST(m.figures().at("LEGAL.amount_none") == 1);
    BOOST_TEST(m.figures().at("LEGAL.matters") == 1);
}

BOOST_AUTO_TEST_CASE(a_corrected_kind_moves_the_matter_and_its_amount)
{
    matter_trial m;
    m.taken(a_contract);
    BOOST_TEST(m.refused("matter.kind_corrected",
                         R"({"legal_kind_is": "contract", "reason": "没有变化"})") ==
               rules{"JC-40"});
    m.enters("matter.kind_corrected", R"({"legal_kind_is": "project", "reason": "尚无合同"})");
    BOOST_TEST((m.figures() == std::map<std::string, long long>{{"LEGAL.matters", 1},
                                                                {"LEGAL.matters.project", 1},
                                                                {"LEGAL.amount", 1'200'000'000}}));
    BOOST_TEST(m.summary().matter == "project");
    m.enters("matter.kind_corrected",
             R"({"legal_kind_is": "disclosure_reply", "reason": "申请公开合同"})");
    BOOST_TEST(m.figures().at("LEGAL.disclosure") == 1);
    BOOST_TEST(!m.figures().contains("LEGAL.matters.project"));
}

BOOST_AUTO_TEST_CASE(opinions_letters_answers_and_advisers_are_counted)
{
    matter_trial m;
    m.taken(a_question);
    m.enters("handling.counsel_named",
             R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    m.adviser("王律师").enters("advice.opined", objection);
    m.enters("advice.opined", objection); // once more: the adviser has taken part once
    m.office().enters("advice.letter_issued", with(letter, R"({"weighing": "已研究",
        "adviser_opinions_attached": true})"));
    m.unit().enters("advice.answered", R"({"adoption_is": "not_adopted", "reason": "已另行论证"})");
    auto const counted = m.figures();
    BOOST_TEST(counted.at("LEGAL.opinions") == 2);
    BOOST_TEST(counted.at("LEGAL.adviser_participation") == 1);
    BOOST_TEST(counted.at("LEGAL.opinion_letters") == 1);
    BOOST_TEST(counted.at("LEGAL.advice_not_adopted") == 1);
    BOOST_TEST(!counted.contains("LEGAL.advice_adopted"));
}

// ---- what was over before

BOOST_AUTO_TEST_CASE(a_matter_that_was_over_before_is_told_afterwards_and_counted)
{
    matter_trial m;
    m.on("2026-03-02")
        .office()
        .enters("matter.registered", with(a_contract, R"({"received_on": "2021-05-06"})"));
    std::string const told =
        R"({"closed_on": "2021-07-01", "handler": "旧承办", "counsel": "王律师",
        "letter_number": "高法意〔2021〕9号", "loss_avoided": 700})";
    BOOST_TEST(m.refused("handling.told_afterwards",
                         with(told, R"({"closed_on": "2021-05-05"})")) == rules{"JC-45"});
    BOOST_TEST(m.refused("handling.told_afterwards",
                         with(told, R"({"closed_on": "2026-03-02"})")) == rules{"JC-45"});
    BOOST_TEST(m.refused("handling.told_afterwards", with(told, R"({"loss_avoided": 0})")) ==
               rules{"JC-40"});
    m.enters("handling.told_afterwards", told);
    BOOST_TEST(m.summary().phase == "told_afterwards");
    BOOST_TEST(m.summary().closed);
    auto const counted = m.figures(2021);
    BOOST_TEST(counted.at("LEGAL.matters") == 1);
    BOOST_TEST(counted.at("LEGAL.amount") == 1'200'000'000);
    BOOST_TEST(counted.at("LEGAL.opinion_letters") == 1);
    BOOST_TEST(counted.at("LEGAL.adviser_participation") == 1);
    BOOST_TEST(counted.at("LEGAL.loss_avoided") == 700);
    BOOST_TEST(!counted.contains("CONTRACT.reviewed")); // nobody answered its questions here
    BOOST_TEST(m.refused("handling.assigned", assignment) == rules{"JC-45"});
    m.enters("outcome.archived", R"({"archive_number": "2021-9"})");
}

BOOST_AUTO_TEST_CASE(what_is_handled_here_is_not_told_afterwards)
{
    matter_trial m;
    m.registers(with(a_contract, R"({"received_on": "2026-02-02"})"));
    m.office().enters("handling.assigned", assignment);
    BOOST_TEST(m.refused("handling.told_afterwards", R"({"closed_on": "2026-03-01"})") ==
               rules{"JC-45"});
}

// ---- the tables

BOOST_AUTO_TEST_CASE(a_file_is_rebuilt_from_its_acts)
{
    matter_trial m;
    m.followed(a_contract)
        .enters("outcome.recorded",
                R"({"result_is": "contract_signed", "happened_on": "2026-03-02"})");
    auto const again = workflows::legal_matter::shape().make("gd");
    for (auto const& one : m.acts())
        again->replay(one);
    BOOST_TEST((again->stages() == m.file().stages()));
    BOOST_TEST((again->summary() == m.summary()));
    BOOST_TEST(again->facts() == m.file().facts());
}

BOOST_AUTO_TEST_CASE(whoever_has_a_seat_may_come_to_the_desk)
{
    auto const rights = adapters::rights::load_rights();
    BOOST_TEST_REQUIRE(rights.faults.empty());
    matter_trial m;
    m.followed(a_contract);
    auto const file = workflows::legal_matter::shape().make("gd");
    std::size_t seats = 0;
    for (auto const& act : m.acts()) {
        file->replay(act);
        auto const summary = file->summary();
        engine::circumstances const now{built_in_rules(), built_in_days(), act.counts_on()};
        for (auto const& offer : file->offers({}, now))
            for (auto const& seat : offer.seats) {
                ++seats;
                auto const unit = seat.unit.empty() ? "any unit" : seat.unit;
                BOOST_TEST(rights.table.may_act({{1}, "甲", seat.role, unit, {}, {}}, offer.kind,
                                                &summary),
                           seat.role << " of " << unit << " has the seat of " << offer.kind
                                     << " and is shut out");
            }
    }
    BOOST_TEST(seats > 20u);
}

BOOST_AUTO_TEST_SUITE_END()
