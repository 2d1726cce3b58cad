#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/some_people.hpp"
#include "workflows/major_decision/procedure.hpp"

using namespace tests;
using law::drafting::change_class;

namespace {

std::string const two_in_parallel =
    R"({"subject": "送审稿", "prepares": "filing_for_review", "rule_of_signing": "everybody", "signers": [
        {"turn": 1, "seat": "department_head", "unit": "finance"},
        {"turn": 1, "seat": "legal_officer", "unit": "water"}]})";
std::string const one_after_the_other =
    R"({"subject": "答复", "prepares": "nothing", "rule_of_signing": "everybody", "signers": [
        {"turn": 1, "seat": "legal_officer", "unit": "water"},
        {"turn": 2, "seat": "department_head", "unit": "water"}]})";
char const* const agrees = R"({"sheet": 1, "word": "agrees"})";

/// A draft is on file; the clerk of the water bureau sits at the desk.
trial at_the_desk()
{
    trial t(law::make_circulation());
    start(t.file);
    draft(t.file, 'a');
    t.on("2024-03-04").by("sponsor_clerk", "water");
    return t;
}

trial sent(std::string const& sheet = two_in_parallel)
{
    auto t = at_the_desk();
    t.enters("circulation.opened", sheet);
    return t;
}

law::circulation::sheet const& sheet_in(trial const& t)
{
    return t.file.circulation.sheets.front();
}

std::string state_of(trial const& t)
{
    return std::string(engine::name_of(sheet_in(t).state));
}

/// The rules on which an act of the law is barred to this unit.
rules barred(trial const& t, std::string const& unit, std::string_view kind)
{
    engine::actor const by{.role = "sponsor_clerk", .unit = unit};
    rules found;
    for (auto const& one :
         law::bars({t.file, by, date("2024-03-04"),
                    built_in_rules().in_force("gd", date("2024-03-04")), built_in_days()},
                   kind)
             .refusals)
        found.insert(one.rule);
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(circulation_test)

BOOST_AUTO_TEST_CASE(a_sheet_goes_round_and_its_act_waits_for_it)
{
    auto t = sent();
    BOOST_CHECK(t.duties() == std::set<std::string>{"circulation.given"});
    BOOST_CHECK(barred(t, "water", "legality_review.filed") == rules{"JC-12"});
    BOOST_CHECK(barred(t, "finance", "legality_review.filed") ==
                rules{}); // others it does not bind
    BOOST_CHECK(barred(t, "water", "drafting.versioned") == rules{});
    t.by("department_head", "finance").enters("circulation.given", agrees);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    BOOST_TEST(state_of(t) == "agreed");
    BOOST_CHECK(barred(t, "water", "legality_review.filed") == rules{});
    BOOST_TEST(t.duties().empty());
}

BOOST_AUTO_TEST_CASE(a_refusal_stands_until_it_is_overruled_by_name_or_another_sheet_is_agreed)
{
    auto t = sent();
    t.by("department_head", "finance")
        .enters("circulation.given", R"({"sheet": 1, "word": "disagrees", "opinion": "无资金"})");
    BOOST_CHECK(barred(t, "water", "legality_review.filed") == rules{"JC-12"});
    t.by("sponsor_clerk", "water")
        .enters("circulation.stopped", R"({"sheet": 1, "reason": "资金已另行落实"})");
    BOOST_CHECK(barred(t, "water", "legality_review.filed") == rules{});
    BOOST_TEST(sheet_in(t).end_reason == "资金已另行落实");
}

BOOST_AUTO_TEST_CASE(signers_are_named_once_and_in_order)
{
    auto t = at_the_desk();
    struct {
        char const* changes;
        rules refused;
    } const tries[] = {
        {R"({"signers": []})", {"JC-12"}},
        {R"({"signers": [{"turn": 2, "seat": "department_head", "unit": "finance"}]})", {"JC-12"}},
        {R"({"signers": [{"turn": 1, "seat": "sponsor_clerk", "unit": "water"}]})", {"JC-12"}},
        {R"({"signers": [{"turn": 1, "seat": "executor", "unit": "water"},
                         {"turn": 2, "seat": "executor", "unit": "water"}]})",
         {"JC-12"}},
        {R"({"votes_needed": 1})", {"JC-12"}},
        {R"({"rule_of_signing": "vote", "votes_needed": 3})", {"JC-12"}},
        {R"({"sign_by": "2024-03-03"})", {"JC-12"}},
    };
    for (auto const& one : tries)
        BOOST_TEST_CONTEXT(one.changes)
    BOOST_CHECK(t.refused("circulation.opened", with(two_in_parallel, one.changes)) == one.refused);
    t.enters("circulation.opened",
             with(two_in_parallel, R"({"rule_of_signing": "vote", "votes_needed": 2})"));
    // The same act is not prepared on two sheets at once; another is.
    BOOST_CHECK(t.refused("circulation.opened", two_in_parallel) == rules{"JC-12"});
    t.enters("circulation.opened", one_after_the_other);
}

BOOST_AUTO_TEST_CASE(each_seat_signs_when_it_is_its_turn)
{
    auto t = sent(one_after_the_other);
    t.by("department_head", "water");
    BOOST_CHECK(t.refused("circulation.given", agrees) == rules{"JC-12"});
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    BOOST_CHECK(t.refused("circulation.given", agrees) == rules{"JC-12"});
    BOOST_CHECK(t.refused("circulation.given", R"({"sheet": 7, "word": "agrees"})") ==
                rules{"JC-12"});
    t.by("department_head", "water");
    BOOST_CHECK(t.refused("circulation.given", R"({"sheet": 1, "word": "disagrees"})") ==
                rules{"JC-12"}); // without a word why
    t.enters("circulation.given", agrees);
    BOOST_TEST(state_of(t) == "agreed");
}

BOOST_AUTO_TEST_CASE(who_asked_does_not_answer_in_another_seat_nor_through_a_substitute)
{
    auto t = at_the_desk();
    t.by("sponsor_clerk", "water", "双岗").enters("circulation.opened", one_after_the_other);
    t.by("legal_officer", "water", "双岗");
    BOOST_CHECK(t.refused("circulation.given", agrees) == rules{"JC-1"});
    t.by("legal_officer", "water", "别人").in_place_of("双岗");
    BOOST_CHECK(t.refused("circulation.given", agrees) == rules{"JC-1"});
    t.by("legal_officer", "water", "别人").enters("circulation.given", agrees);
}

BOOST_AUTO_TEST_CASE(a_word_is_about_the_draft_it_was_asked_on)
{
    auto t = sent();
    t.by("department_head", "finance").enters("circulation.given", agrees);
    draft(t.file, 'b', change_class::substantive);
    t.by("legal_officer", "water");
    BOOST_CHECK(t.refused("circulation.given", agrees).count("JC-2") == 1U);
    BOOST_CHECK(t.duties() == std::set<std::string>{"circulation.sent_again"});
    t.by("sponsor_clerk", "water").enters("circulation.sent_again", R"({"sheet": 1})");
    // The word on the version before is kept, and asked again.
    BOOST_TEST(sheet_in(t).signers.front().overtaken.size() == 1U);
    t.by("department_head", "finance").enters("circulation.given", agrees);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    BOOST_TEST(sheet_in(t).draft == 2);
    BOOST_TEST(state_of(t) == "agreed");
}

BOOST_AUTO_TEST_CASE(a_change_of_words_leaves_what_was_signed)
{
    auto t = sent();
    t.by("department_head", "finance").enters("circulation.given", agrees);
    draft(t.file, 'b', change_class::editorial);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    BOOST_TEST(state_of(t) == "agreed");
}

BOOST_AUTO_TEST_CASE(signers_add_signers_and_take_away_only_their_own)
{
    auto t = sent();
    t.by("department_head", "finance");
    std::string const beside =
        R"({"sheet": 1, "seat": "executor", "unit": "finance", "where": "beside_me"})";
    t.enters("circulation.signer_added", beside);
    BOOST_CHECK(t.refused("circulation.signer_added", beside) == rules{"JC-12"});
    BOOST_CHECK(t.refused("circulation.signer_added",
                          with(beside, R"({"seat": "sponsor_clerk", "unit": "water"})")) ==
                rules{"JC-12"}); // the opener
    BOOST_CHECK(t.refused("circulation.signer_removed", R"({"sheet": 1, "signer": 2})") ==
                rules{"JC-12"});
    t.by("legal_officer", "water");
    BOOST_CHECK(
        t.refused("circulation.signer_removed", R"({"sheet": 1, "signer": 3})").count("JC-12") ==
        1U);
    t.by("department_head", "finance")
        .enters("circulation.signer_removed", R"({"sheet": 1, "signer": 3})");
    auto any = sent(with(two_in_parallel, R"({"rule_of_signing": "anybody"})"));
    any.by("department_head", "finance");
    BOOST_CHECK(any.refused("circulation.signer_added", with(beside, R"({"where": "after_me"})")) ==
                rules{"JC-12"});
}

BOOST_AUTO_TEST_CASE(back_means_to_an_earlier_step)
{
    auto t = sent(one_after_the_other);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.by("department_head", "water");
    std::string const back =
        R"({"sheet": 1, "to_turn": 1, "way": "in_order", "reason": "补充依据"})";
    BOOST_CHECK(t.refused("circulation.returned", with(back, R"({"to_turn": 2})")) ==
                rules{"JC-13"});
    BOOST_CHECK(t.refused("circulation.returned", with(back, R"({"to_turn": -1})")) ==
                rules{"JC-13"});
    t.enters("circulation.returned", back);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.by("department_head", "water")
        .enters("circulation.returned",
                R"({"sheet": 1, "to_turn": 0, "way": "straight_back", "reason": "请更正附件"})");
    BOOST_TEST(state_of(t) == "returned");
    BOOST_CHECK(t.duties() == std::set<std::string>{"circulation.sent_again"});
    t.by("sponsor_clerk", "water").enters("circulation.sent_again", R"({"sheet": 1})");
    t.by("department_head", "water").enters("circulation.given", agrees);
    BOOST_TEST(state_of(t) == "agreed");
}

BOOST_AUTO_TEST_CASE(what_is_sent_on_again_adds_to_the_papers_and_words_of_before)
{
    auto const with_paper = [](std::string const& message, char digit) {
        return R"("message": ")" + message + R"(", "documents": [)" + paper_json(digit) + "]}";
    };
    auto const first = one_after_the_other.substr(0, one_after_the_other.size() - 1) + ", " +
                       with_paper("请审签", '1');
    auto t = sent(first);
    t.by("legal_officer", "water")
        .enters("circulation.returned",
                R"({"sheet": 1, "to_turn": 0, "way": "in_order", "reason": "请补充测算表"})");
    t.by("sponsor_clerk", "water")
        .enters("circulation.sent_again", R"({"sheet": 1, )" + with_paper("已补测算表", '2'));
    BOOST_TEST(sheet_in(t).words == "请审签");
    BOOST_TEST(sheet_in(t).documents.size() == 1U);
    BOOST_TEST_REQUIRE(sheet_in(t).sent_on.size() == 1U);
    auto const& again = sheet_in(t).sent_on.front();
    BOOST_TEST(again.words == "已补测算表");
    BOOST_TEST_REQUIRE(again.documents.size() == 1U);
    BOOST_TEST(again.documents.front().hash != sheet_in(t).documents.front().hash);
}

BOOST_AUTO_TEST_CASE(the_opener_takes_back_only_what_nobody_has_acted_on)
{
    auto t = sent();
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("circulation.withdrawn", R"({"sheet": 1})") == rules{"JC-13"});
    // The signer may still take the signature back, since nobody has acted after it.
    t.by("legal_officer", "water").enters("circulation.signature_withdrawn", R"({"sheet": 1})");
    t.by("department_head", "finance").enters("circulation.given", agrees);
    t.by("legal_officer", "water");
    BOOST_CHECK(t.refused("circulation.signature_withdrawn", R"({"sheet": 1})").count("JC-13") ==
                1U);

    auto untouched = sent();
    untouched.by("sponsor_clerk", "finance");
    BOOST_CHECK(untouched.refused("circulation.withdrawn", R"({"sheet": 1})").count("JC-13") == 1U);
    untouched.by("sponsor_clerk", "water").enters("circulation.withdrawn", R"({"sheet": 1})");
    // A signer who had the page open comes too late.
    untouched.by("legal_officer", "water");
    BOOST_CHECK(untouched.refused("circulation.given", agrees) == rules{"JC-12"});
}

BOOST_AUTO_TEST_CASE(what_is_over_is_not_stopped_and_what_goes_round_is_not_sent_again)
{
    // A second sheet keeps the opener in the seat; only the sheet itself speaks against the act.
    auto t = sent();
    t.enters("circulation.opened", one_after_the_other);
    BOOST_CHECK(t.refused("circulation.sent_again", R"({"sheet": 2})") == rules{"JC-13"});
    t.by("department_head", "finance").enters("circulation.given", agrees);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.by("sponsor_clerk", "water");
    std::string const why = R"({"sheet": 1, "reason": "已办结"})";
    BOOST_CHECK(t.refused("circulation.stopped", why) == rules{"JC-13"});
    t.enters("circulation.stopped", with(why, R"({"sheet": 2})"));
}

BOOST_AUTO_TEST_CASE(a_signature_that_was_used_stays)
{
    auto t = sent();
    t.by("department_head", "finance").enters("circulation.given", agrees);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.file.doings.push_back(
        {99, "legality_review.filed", {7}, "某人", "sponsor_clerk", "water", {}});
    BOOST_CHECK(t.refused("circulation.signature_withdrawn", R"({"sheet": 1})") == rules{"JC-13"});
    t.file.doings.pop_back();
    t.enters("circulation.signature_withdrawn", R"({"sheet": 1})");
    BOOST_TEST(state_of(t) == "open");
}

BOOST_AUTO_TEST_CASE(urging_goes_once_a_day_and_one_rung_higher_each_time)
{
    auto t = sent();
    t.enters("circulation.urged", R"({"sheet": 1})");
    BOOST_CHECK(t.refused("circulation.urged", R"({"sheet": 1})") == rules{"JC-14"});
    BOOST_TEST(t.file.circulation.copies.empty());
    t.on("2024-03-05").enters("circulation.urged", R"({"sheet": 1})");
    // The head of the legal officer's bureau learns of it; finance's head is asked anyway.
    BOOST_TEST(t.file.circulation.copies.size() == 1U);
    BOOST_TEST(t.file.circulation.copies.back().to.unit == "water");
    t.on("2024-03-06")
        .by("office_secretary", "office")
        .enters("circulation.urged", R"({"sheet": 1})");
    BOOST_TEST(t.file.circulation.copies.back().to.role == "office_secretary");
    t.by("department_head", "finance");
    BOOST_CHECK(t.refused("circulation.urged", R"({"sheet": 1})").count("JC-14") == 1U);
}

BOOST_AUTO_TEST_CASE(nobody_is_urged_once_all_have_signed)
{
    auto t = sent();
    t.by("department_head", "finance").enters("circulation.given", agrees);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    t.on("2024-03-05").by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("circulation.urged", R"({"sheet": 1})") == rules{"JC-14"});
}

BOOST_AUTO_TEST_CASE(a_copy_shows_who_has_read_it)
{
    auto t = at_the_desk();
    BOOST_CHECK(t.refused("circulation.copied", R"({"to": []})") == rules{"JC-14"});
    t.enters("circulation.copied", R"({"to": [{"seat": "department_head", "unit": "finance"},
        {"seat": "executor", "unit": "transport"}], "message": "请知悉"})");
    BOOST_CHECK(t.duties() == std::set<std::string>{"circulation.read"});
    t.by("executor", "transport");
    BOOST_CHECK(t.refused("circulation.read", R"({"copy": 1})") == rules{"JC-14"});
    t.enters("circulation.read", R"({"copy": 2})");
    BOOST_CHECK(t.refused("circulation.read", R"({"copy": 2})").count("JC-14") == 1U);
    BOOST_TEST(t.file.circulation.copies[1].read_on.has_value());
    BOOST_TEST(!t.file.circulation.copies[0].read_on.has_value());
}

BOOST_AUTO_TEST_CASE(the_sheet_has_its_day)
{
    auto t = sent(with(two_in_parallel, R"({"sign_by": "2024-03-11"})"));
    BOOST_TEST(law::circulation_terms(t.file).size() == 2U);
    BOOST_TEST(law::circulation_terms(t.file).front().days == 7);
    BOOST_TEST(law::circulation_terms(t.file).front().ends_as_written);
    t.by("legal_officer", "water").enters("circulation.given", agrees);
    BOOST_TEST(law::circulation_terms(t.file).size() == 1U);
}

namespace {

/// Two heads of finance; the clerk of the water bureau heads finance, too.
tests::some_people two_heads()
{
    tests::some_people all;
    for (auto const* name : {"钱一", "钱二", "sponsor_clerk of water"})
        all.add({.person = {trial::number_of(name)},
                 .name = name,
                 .role = "department_head",
                 .unit = "finance"});
    all.add({.person = {trial::number_of("代理人")},
             .name = "代理人",
             .role = "department_head",
             .unit = "finance",
             .on_behalf_of = "钱一",
             .represents = {trial::number_of("钱一")}});
    return all;
}

std::string for_one(std::string const& name)
{
    return R"({"subject": "预算", "prepares": "nothing", "rule_of_signing": "everybody", "signers": [
        {"turn": 1, "seat": "department_head", "unit": "finance", "person": )" +
           std::to_string(trial::number_of(name)) + "}]}";
}

} // namespace

BOOST_AUTO_TEST_CASE(a_signer_by_name_is_the_only_one_who_signs)
{
    auto people = two_heads();
    auto t = at_the_desk();
    t.knowing(people).enters("circulation.opened", for_one("钱一"));
    t.by("department_head", "finance", "钱二");
    BOOST_CHECK(t.refused("circulation.given", agrees).count("JC-12") == 1U);
    BOOST_CHECK(t.refused("circulation.returned", R"({"sheet": 1, "to_turn": 0,
        "way": "in_order", "reason": "请补充"})")
                    .count("JC-12") == 1U);
    t.by("department_head", "finance", "钱一").enters("circulation.given", agrees);
    BOOST_TEST(state_of(t) == "agreed");
}

BOOST_AUTO_TEST_CASE(a_signer_by_name_has_a_substitute)
{
    auto people = two_heads();
    auto t = at_the_desk();
    t.knowing(people).enters("circulation.opened", for_one("钱一"));
    t.by("department_head", "finance", "代理人").in_place_of("钱二");
    BOOST_CHECK(t.refused("circulation.given", agrees).count("JC-12") == 1U);
    t.by("department_head", "finance", "代理人").in_place_of("钱一");
    t.enters("circulation.given", agrees);
    BOOST_TEST(sheet_in(t).signers.front().given->on_behalf_of == "钱一");
}

BOOST_AUTO_TEST_CASE(who_is_named_holds_the_seat_and_did_not_ask)
{
    auto people = two_heads();
    auto t = at_the_desk();
    BOOST_CHECK(t.refused("circulation.opened", for_one("钱一")) ==
                rules{"JC-12"}); // nobody is known
    t.knowing(people);
    BOOST_CHECK(t.refused("circulation.opened", for_one("外人")) == rules{"JC-12"});
    BOOST_CHECK(t.refused("circulation.opened", for_one("代理人")) == rules{"JC-12"});
    BOOST_CHECK(t.refused("circulation.opened", for_one("sponsor_clerk of water")) ==
                rules{"JC-1"});
}

BOOST_AUTO_TEST_CASE(an_added_signer_may_be_named_too)
{
    auto people = two_heads();
    auto t = sent(one_after_the_other);
    t.knowing(people).by("legal_officer", "water");
    auto const add = [](std::string const& name) {
        return R"({"sheet": 1, "seat": "department_head", "unit": "finance",
            "where": "beside_me", "person": )" +
               std::to_string(trial::number_of(name)) + "}";
    };
    BOOST_CHECK(t.refused("circulation.signer_added", add("外人")) == rules{"JC-12"});
    BOOST_CHECK(t.refused("circulation.signer_added", add("sponsor_clerk of water")) ==
                rules{"JC-1"});
    t.enters("circulation.signer_added", add("钱一"));
    t.by("department_head", "finance", "钱二");
    BOOST_CHECK(t.refused("circulation.given", agrees).count("JC-12") == 1U);
    t.by("department_head", "finance", "钱一").enters("circulation.given", agrees);
}

BOOST_AUTO_TEST_SUITE_END()
