#include "tests/workflows/review_trial.hpp"
#include "workflows/major_decision/advisers.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace tests::review;
using namespace workflows::major_decision;

} // namespace

BOOST_AUTO_TEST_SUITE(advisers_test)

BOOST_AUTO_TEST_CASE(advisers_are_named_and_have_time)
{
    auto t = accepted();
    CHECK_RULES(
        t.refused("legality_review.advisers_asked", R"({"advisers":[],"answer_by":"2024-02-28"})"),
        "R713-28.2");
    t.enters("legality_review.advisers_asked", to_ask({"孙律师", "周律师"}));
    t.by("legal_adviser", "law_firm", "吴律师");
    CHECK_RULES(t.advised("legality_review.adviser_opined", opinion), "R713-28.2");
    t.on("2024-03-12").by("reviewer", "justice");
    CHECK_RULES(t.advised("legality_review.concluded", conclusion), "R713-27.2", "R713-28.2");
}

BOOST_AUTO_TEST_CASE(an_interested_adviser_withdraws)
{
    auto t = accepted();
    t.by("legal_adviser", "law_firm", "孙律师");
    CHECK_RULES(
        t.refused("legality_review.adviser_opined", with(opinion, R"({"has_no_interest":false})")),
        "GD21-32.2");
    t.enters("legality_review.adviser_withdrew", to_withdraw("孙律师"));
    CHECK_RULES(t.refused("legality_review.adviser_opined", opinion), "GD21-32.2");
    auto national = accepted("cn");
    national.by("legal_adviser", "law_firm", "孙律师");
    CHECK_RULES(national.advised("legality_review.adviser_opined",
                                 with(opinion, R"({"has_no_interest":false})")),
                "JC-1", "R713-28.2");
}

BOOST_AUTO_TEST_CASE(an_opinion_needs_an_adviser)
{
    auto t = accepted();
    t.on("2024-03-12");
    CHECK_RULES(t.refused("legality_review.concluded", conclusion), "R713-28.2");
    auto a = advised();
    a.enters("legality_review.adviser_withdrew", to_withdraw("孙律师"));
    CHECK_RULES(a.refused("legality_review.concluded", conclusion), "R713-28.2");
}

BOOST_AUTO_TEST_CASE(who_advised_does_not_conclude)
{
    auto t = accepted();
    t.by("legal_adviser", "justice", "郑公职").enters("legality_review.adviser_opined", opinion);
    t.on("2024-03-12").by("reviewer", "justice", "郑公职");
    CHECK_RULES(t.refused("legality_review.concluded", conclusion), "JC-1");
}

BOOST_AUTO_TEST_CASE(whoever_did_anything_for_the_sponsor_does_no_act_of_the_review)
{
    struct place {
        trial at;
        std::vector<std::string> acts;
    };
    std::vector<place> places;
    places.push_back(
        {filed(), {"accepted", "supplement_requested", "returned", "instruction_logged"}});
    places.push_back({advised("hlj"),
                      {"advisers_asked", "adviser_withdrew", "clock_stopped", "extended",
                       "returned", "instruction_logged", "concluded"}});
    places.push_back({accepted(), {}});
    places.back().at.enters("legality_review.clock_stopped",
                            R"({"reason":"seeking_opinions","what_for":"征求意见"})");
    places.back().acts = {"clock_resumed", "instruction_logged"};
    for (auto& [at, acts] : places)
        for (auto const& act : acts)
            for (auto const* before :
                 {"intake.proposed", "intake.studied", "drafting.researched", "drafting.versioned",
                  "participation.concluded", "risk.reported", "sponsor_review.discussed",
                  "sponsor_review.legal_opinion_given", "legality_review.filed", "submission.filed",
                  "legality_review.adviser_opined"})
                at.bars_all_ways_round(before, "legality_review." + act, "reviewer", "justice");
}

BOOST_AUTO_TEST_CASE(advisers_are_asked_by_number_of_those_who_hold_the_post_and_are_free)
{
    auto t = accepted();
    auto const ask = "legality_review.advisers_asked";
    // by name alone, nobody's number, somebody else's number
    CHECK_RULES(t.refused(ask, R"({"answer_by":"2024-03-08","advisers":["孙律师"]})"), "R713-28.2");
    CHECK_RULES(t.refused(ask, to_ask({"没有这个人"})), "R713-28.2");
    CHECK_RULES(t.refused(ask, to_ask({"sponsor_clerk of water"})), "R713-28.2");
    // who drafted, who handles the review, who has withdrawn
    t.file.doings.push_back({2,
                             "drafting.versioned",
                             {trial::number_of("钱起草")},
                             "钱起草",
                             "sponsor_clerk",
                             "water",
                             {}});
    CHECK_RULES(t.refused(ask, to_ask({"孙律师", "钱起草"})), "JC-1");
    t.by("legal_adviser", "law_firm", "周律师")
        .enters("legality_review.adviser_withdrew", to_withdraw("周律师"));
    t.by("reviewer", "justice");
    CHECK_RULES(t.refused(ask, to_ask({"周律师"})), "GD21-32.2");
    t.enters(ask, to_ask({"孙律师"}));
    t.by("reviewer", "justice", "郑公职")
        .enters("legality_review.instruction_logged", R"({"from":"某人","words":"请快"})");
    CHECK_RULES(t.by("reviewer", "justice").refused(ask, to_ask({"郑公职"})), "JC-1");
}

BOOST_AUTO_TEST_CASE(who_was_asked_and_has_answered_is_told_by_number)
{
    auto t = accepted();
    t.enters("legality_review.advisers_asked", to_ask({"孙律师", "周律师"}));
    t.by("legal_adviser", "law_firm", "孙律师");
    BOOST_TEST(t.advised("legality_review.adviser_opined", opinion).empty());
    auto const duties = t.duties();
    BOOST_TEST(duties.contains("legality_review.adviser_opined"));
}

BOOST_AUTO_TEST_CASE(whoever_concludes_is_told_by_name_who_has_not_answered_and_their_day)
{
    auto t = accepted();
    t.enters("legality_review.advisers_asked", to_ask({"孙律师", "周律师"}));
    t.by("legal_adviser", "law_firm", "孙律师").enters("legality_review.adviser_opined", opinion);
    t.on("2024-03-12").by("reviewer", "justice");
    auto const silent = [](std::vector<engine::advice> const& remarks) {
        std::string all;
        for (auto const& one : remarks)
            if (one.rule == "R713-28.2")
                all += one.words.args.at(0).id + " " + one.words.args.at(1).id + ";";
        return all;
    };
    auto const remarks_beside_the_form = [&] {
        for (auto const& one : t.offers())
            if (one.kind == "legality_review.concluded")
                return silent(one.remarks);
        return std::string();
    };
    BOOST_TEST(remarks_beside_the_form() == "周律师 2024-03-08;");
    // asked once more after the first answer
    t.enters("legality_review.advisers_asked",
             with(to_ask({"孙律师"}), R"({"answer_by":"2024-03-15"})"));
    BOOST_TEST(remarks_beside_the_form() == "孙律师 2024-03-15;周律师 2024-03-08;");
    t.enters("legality_review.adviser_withdrew", to_withdraw("孙律师"));
    BOOST_TEST(remarks_beside_the_form() == "周律师 2024-03-08;");
    t.by("legal_adviser", "law_firm", "吴律师").enters("legality_review.adviser_opined", opinion);
    t.by("reviewer", "justice");
    BOOST_TEST(silent(t.judge("legality_review.concluded", conclusion).answer.remarks) ==
               "周律师 2024-03-08;");
    BOOST_TEST(t.stage() == "passed");
}

BOOST_AUTO_TEST_CASE(an_adviser_who_has_answered_on_this_draft_is_asked_once_more_with_a_remark)
{
    auto t = accepted();
    t.enters("legality_review.advisers_asked", to_ask({"孙律师"}));
    t.by("legal_adviser", "law_firm", "孙律师").enters("legality_review.adviser_opined", opinion);
    t.by("reviewer", "justice");
    JUECE_ADVISED(t, "legality_review.advisers_asked", to_ask({"孙律师"}), {"R713-28.2"});
}

BOOST_AUTO_TEST_CASE(what_advisers_want_changed_is_remarked_upon_where_nothing_is_found)
{
    auto const says_so = [](std::vector<std::string> const& opinions) {
        auto t = accepted();
        t.enters("legality_review.advisers_asked", to_ask({"孙律师"}));
        for (auto const& one : opinions)
            t.by("legal_adviser", "law_firm", "孙律师")
                .enters("legality_review.adviser_opined", one);
        t.on("2024-03-12").by("reviewer", "justice");
        auto const remarks = t.judge("legality_review.concluded", conclusion).answer.remarks;
        return std::any_of(remarks.begin(), remarks.end(),
                           [](engine::advice const& one) { return one.rule == "R713-28.2"; });
    };
    auto const changes = with(opinion, R"({"conclusion":"agree_after_changes"})");
    BOOST_TEST(!says_so({opinion}));
    BOOST_TEST(says_so({changes}));
    BOOST_TEST(!says_so({changes, opinion})); // the last word counts
}

BOOST_AUTO_TEST_CASE(where_no_register_says_their_names_those_who_are_silent_are_counted)
{
    auto t = accepted();
    t.enters("legality_review.advisers_asked", to_ask({"周律师", "吴律师"}));
    some_people nobody;
    t.knowing(nobody);
    for (auto const& one : t.offers())
        if (one.kind == "legality_review.concluded") {
            BOOST_TEST_REQUIRE(!one.remarks.empty());
            BOOST_TEST(one.remarks.front().words.args.at(0).id == "2");
            BOOST_TEST(one.remarks.front().words.args.at(1).id == "2024-03-08");
        }
}

BOOST_AUTO_TEST_CASE(an_adviser_whose_word_is_awaited_no_more_is_told_so)
{
    auto const told_by = [](trial const& of, std::string_view kind) {
        std::vector<engine::person_id> all;
        for (auto const& one :
             legality_review::told_of_review(of.file, act_on({}, {}, of.seq(), kind, "{}"))) {
            BOOST_TEST(one.kind == "news.advice_awaited_no_more");
            BOOST_TEST(one.to.role == "legal_adviser");
            all.push_back(one.to.person);
        }
        return all;
    };
    std::vector<engine::person_id> const zhou = {{trial::number_of("周律师")}};
    auto const one_has_answered = [&] {
        auto t = accepted();
        t.enters("legality_review.advisers_asked", to_ask({"孙律师", "周律师"}));
        BOOST_TEST(told_by(t, "legality_review.advisers_asked").empty());
        t.by("legal_adviser", "law_firm", "孙律师");
        t.enters("legality_review.adviser_opined", opinion);
        BOOST_TEST(told_by(t, "legality_review.adviser_opined").empty());
        t.on("2024-03-12").by("reviewer", "justice");
        return t;
    };
    auto concluded = one_has_answered();
    concluded.enters("legality_review.concluded", conclusion);
    BOOST_TEST((told_by(concluded, "legality_review.concluded") == zhou));
    put_draft(concluded, drafting::change_class::editorial);
    BOOST_TEST(told_by(concluded, "drafting.versioned").empty()); // told once
    auto sent_back = one_has_answered();
    sent_back.enters("legality_review.returned", R"({"reason":"材料不全"})");
    BOOST_TEST((told_by(sent_back, "legality_review.returned") == zhou));
    put_draft(sent_back, drafting::change_class::editorial);
    BOOST_TEST(told_by(sent_back, "drafting.versioned").empty());
    auto replaced = one_has_answered();
    put_draft(replaced, drafting::change_class::editorial);
    BOOST_TEST((told_by(replaced, "drafting.versioned") == zhou));
}

BOOST_AUTO_TEST_CASE(advisers_of_acts_from_before_are_known_by_name)
{
    auto t = accepted();
    legality_review::advisers_asked asked{};
    asked.advisers = {{{}, "孙律师"}, {{}, "周律师"}};
    t.file.legality_review.requests.push_back(on_record(t, asked, t.seq()));
    BOOST_TEST(t.duties().count("legality_review.advisers_asked") == 0u);
    t.by("legal_adviser", "law_firm", "孙律师");
    BOOST_TEST(t.advised("legality_review.adviser_opined", opinion).empty());
    t.by("legal_adviser", "law_firm", "周律师");
    t.enters("legality_review.adviser_withdrew", to_withdraw("周律师"));
    // nobody is waited for any more: the one answered, the other is known by both from then on
    t.by("reviewer", "justice");
    BOOST_TEST(t.duties().count("legality_review.adviser_opined") == 0u);
}

BOOST_AUTO_TEST_CASE(advisers_withdraw_for_themselves_and_the_reviewer_takes_off_who_advises)
{
    auto t = advised(); // 孙律师 has opined, unasked
    t.by("legal_adviser", "law_firm", "周律师");
    auto const withdraw = "legality_review.adviser_withdrew";
    CHECK_RULES(t.refused(withdraw, to_withdraw("孙律师")), "GD21-32.2");
    t.by("reviewer", "justice");
    CHECK_RULES(t.refused(withdraw, to_withdraw("周律师")), "GD21-32.2");
    // whoever drafted withdraws as an adviser, and takes nobody off as a reviewer
    t.file.doings.push_back({2,
                             "drafting.versioned",
                             {trial::number_of("周律师")},
                             "周律师",
                             "sponsor_clerk",
                             "water",
                             {}});
    t.by("reviewer", "justice", "周律师");
    CHECK_RULES(t.refused(withdraw, to_withdraw("孙律师")), "JC-1");
    t.by("legal_adviser", "law_firm", "周律师").enters(withdraw, to_withdraw("周律师"));
    t.by("reviewer", "justice").enters(withdraw, to_withdraw("孙律师"));
}

BOOST_AUTO_TEST_CASE(the_author_of_the_opinion_is_of_the_reviewing_unit_and_free)
{
    auto t = advised();
    auto const by = [&](std::string const& author) {
        return t.refused("legality_review.concluded",
                         with(conclusion, R"({"author":)" + author + "}"));
    };
    CHECK_RULES(by("\"赵六\""), "JC-1");
    CHECK_RULES(by(number("sponsor_clerk of water")), "JC-1");
    CHECK_RULES(by(number("没有这个人")), "JC-1");
    t.file.doings.push_back({2,
                             "legality_review.filed",
                             {trial::number_of("郑公职")},
                             "郑公职",
                             "sponsor_clerk",
                             "water",
                             {}});
    CHECK_RULES(by(number("郑公职")), "JC-1");
    t.file.doings.pop_back();
    t.enters("legality_review.concluded",
             with(conclusion, R"({"author":)" + number("郑公职") + "}"));
    BOOST_TEST((t.file.legality_review.authors ==
                std::vector<engine::person_id>{{trial::number_of("郑公职")}}));
}

BOOST_AUTO_TEST_CASE(who_sits_in_the_place_of_a_reviewer_is_the_author_of_what_they_conclude)
{
    auto t = advised();
    auto const theirs = with(conclusion, R"({"author":)" + number("代理人") + "}");
    CHECK_RULES(t.refused("legality_review.concluded", theirs), "JC-1");
    t.by("reviewer", "justice", "代理人").in_place_of("reviewer of justice");
    t.enters("legality_review.concluded", theirs);
    BOOST_TEST((t.file.legality_review.authors ==
                std::vector<engine::person_id>{{trial::number_of("代理人")}}));
}

BOOST_AUTO_TEST_CASE(who_withdrew_does_not_opine_through_a_substitute)
{
    auto t = accepted();
    legality_review::adviser_withdrew gone{};
    gone.adviser = engine::named_person{.id = {trial::number_of("孙律师")}, .name = {}};
    t.file.legality_review.withdrawals.push_back(on_record(t, gone, 30));
    t.by("legal_adviser", "law_firm", "周律师").in_place_of("孙律师");
    BOOST_TEST(t.refused("legality_review.adviser_opined", opinion).count("GD21-32.2") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
