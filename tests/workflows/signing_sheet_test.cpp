#include "workflows/major_decision/signing_sheet.hpp"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>
#include <set>

using namespace workflows::major_decision::circulation;

namespace {

/// Signers "1a", "1b", "2a": their step and their unit.
sheet of(signing_rule rule, std::vector<std::string> const& names,
         std::optional<long long> needed = {})
{
    sheet made{.number = 1, .rule = rule, .needed = needed};
    for (auto const& name : names)
        made.signers.push_back({.number = static_cast<long long>(made.signers.size()) + 1,
                                .step = name.at(0) - '0',
                                .at = {"department_head", name}});
    return made;
}

/// Who is awaited, by unit.
std::set<std::string> waiting(sheet const& in)
{
    std::set<std::string> units;
    for (auto const* one : awaited(in))
        units.insert(one->at.unit);
    return units;
}
using units = std::set<std::string>;

long long number_of(sheet const& in, std::string const& unit)
{
    for (auto const& one : in.signers)
        if (one.at.unit == unit)
            return one.number;
    return 0;
}

void says(sheet& in, std::string const& unit, signature_word word = signature_word::agrees)
{
    BOOST_TEST_REQUIRE(awaited_at(in, "department_head", unit));
    sign(in, number_of(in, unit), {.word = word});
}

void adds(sheet& in, std::string const& by, added_where where, std::string const& unit)
{
    add_signer(in, number_of(in, by), where, {"department_head", unit});
}

void returns(sheet& in, std::string const& by, long long to, return_way way)
{
    send_back(in, {.by = number_of(in, by), .to_step = to, .way = way});
}

constexpr auto no = signature_word::disagrees;

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(sheet_state)
BOOST_TEST_DONT_PRINT_LOG_VALUE(units)

BOOST_AUTO_TEST_SUITE(signing_sheet_test)

BOOST_AUTO_TEST_CASE(all_sign_at_the_same_time_or_one_after_the_other)
{
    auto parallel = of(signing_rule::everybody, {"1a", "1b"});
    BOOST_TEST((waiting(parallel) == units{"1a", "1b"}));
    says(parallel, "1b");
    says(parallel, "1a");
    BOOST_TEST(parallel.state == sheet_state::agreed);

    auto in_order = of(signing_rule::everybody, {"1a", "2a", "2b"});
    BOOST_TEST((waiting(in_order) == units{"1a"}));
    says(in_order, "1a");
    BOOST_TEST((waiting(in_order) == units{"2a", "2b"}));
    says(in_order, "2b", no);
    BOOST_TEST(in_order.state == sheet_state::refused);
    BOOST_TEST(waiting(in_order).empty()); // nobody signs beside a refusal
}

BOOST_AUTO_TEST_CASE(of_anybody_the_first_word_decides)
{
    auto yes = of(signing_rule::anybody, {"1a", "1b", "2a"});
    says(yes, "1b");
    BOOST_TEST((waiting(yes) == units{"2a"}));
    says(yes, "2a");
    BOOST_TEST(yes.state == sheet_state::agreed);
    auto refused = of(signing_rule::anybody, {"1a", "1b"});
    says(refused, "1a", no);
    BOOST_TEST(refused.state == sheet_state::refused);
}

BOOST_AUTO_TEST_CASE(a_vote_ends_when_it_is_won_or_can_no_longer_be)
{
    auto majority = of(signing_rule::vote, {"1a", "1b", "1c", "1d"});
    BOOST_TEST(votes_needed(majority, 1) == 3);
    says(majority, "1a");
    says(majority, "1b", no);
    BOOST_TEST(majority.state == sheet_state::open);
    says(majority, "1c");
    says(majority, "1d");
    BOOST_TEST(majority.state == sheet_state::agreed);

    auto two = of(signing_rule::vote, {"1a", "1b", "1c"}, 2);
    says(two, "1a", no);
    says(two, "1b", no);
    BOOST_TEST(two.state == sheet_state::refused);
    BOOST_TEST(waiting(two).empty());
}

BOOST_AUTO_TEST_CASE(an_added_signer_stands_before_beside_or_after)
{
    auto in = of(signing_rule::everybody, {"1a", "1b", "2a"});
    adds(in, "1a", added_where::before_me, "legal");
    BOOST_TEST((waiting(in) == units{"1b", "legal"}));
    says(in, "legal", no); // advice to whoever asked; it decides nothing
    BOOST_TEST((waiting(in) == units{"1a", "1b"}));
    adds(in, "1b", added_where::after_me, "finance");
    adds(in, "1b", added_where::beside_me, "audit");
    BOOST_TEST((waiting(in) == units{"1a", "1b", "audit"}));
    says(in, "1a");
    says(in, "1b");
    BOOST_TEST((waiting(in) == units{"finance", "audit"}));
    says(in, "audit");
    says(in, "finance");
    BOOST_TEST((waiting(in) == units{"2a"}));
}

BOOST_AUTO_TEST_CASE(who_was_added_is_taken_away_and_the_sheet_may_be_complete)
{
    auto in = of(signing_rule::everybody, {"1a"});
    adds(in, "1a", added_where::beside_me, "audit");
    says(in, "1a");
    BOOST_TEST(in.state == sheet_state::open);
    remove_signer(in, number_of(in, "audit"));
    BOOST_TEST(in.state == sheet_state::agreed);

    auto before = of(signing_rule::everybody, {"1a"});
    adds(before, "1a", added_where::before_me, "legal");
    remove_signer(before, number_of(before, "legal"));
    BOOST_TEST((waiting(before) == units{"1a"}));
}

BOOST_AUTO_TEST_CASE(an_addition_that_is_pending_ends_with_a_refusal)
{
    auto in = of(signing_rule::everybody, {"1a", "1b"});
    adds(in, "1a", added_where::before_me, "legal");
    says(in, "1b", no);
    BOOST_TEST(in.state == sheet_state::refused);
    BOOST_TEST(waiting(in).empty());
}

BOOST_AUTO_TEST_CASE(a_return_in_order_asks_everything_from_there_again)
{
    auto in = of(signing_rule::everybody, {"1a", "2a", "3a", "3b"});
    says(in, "1a");
    says(in, "2a");
    says(in, "3a");
    returns(in, "3b", 2, return_way::in_order); // while its sibling has signed
    BOOST_TEST((waiting(in) == units{"2a"}));
    BOOST_TEST(find_signer(in, 3)->overtaken.size() == 1u);
    says(in, "2a");
    BOOST_TEST((waiting(in) == units{"3a", "3b"}));
}

BOOST_AUTO_TEST_CASE(a_return_straight_back_leaves_the_others_as_they_are)
{
    auto in = of(signing_rule::everybody, {"1a", "2a", "3a", "3b", "3c"});
    says(in, "1a");
    says(in, "2a");
    says(in, "3a");
    returns(in, "3b", 1, return_way::straight_back);
    BOOST_TEST((waiting(in) == units{"1a"})); // nobody signs on what is being mended
    says(in, "1a");
    BOOST_TEST((waiting(in) == units{"3b", "3c"}));
    says(in, "3c");
    says(in, "3b");
    BOOST_TEST(in.state == sheet_state::agreed);
}

BOOST_AUTO_TEST_CASE(what_came_back_to_the_opener_is_sent_again)
{
    auto in = of(signing_rule::everybody, {"1a", "1b"});
    says(in, "1a");
    returns(in, "1b", 0, return_way::straight_back);
    BOOST_TEST(in.state == sheet_state::returned);
    BOOST_TEST(waiting(in).empty());
    send_again(in, 1, false);
    BOOST_TEST((waiting(in) == units{"1b"}));
    returns(in, "1b", 0, return_way::in_order);
    send_again(in, 2, true);
    BOOST_TEST((waiting(in) == units{"1a", "1b"}));
    BOOST_TEST(in.draft == 2);
}

BOOST_AUTO_TEST_CASE(an_addition_pending_at_a_return_is_asked_when_its_turn_comes)
{
    auto in = of(signing_rule::everybody, {"1a", "2a", "2b"});
    says(in, "1a");
    adds(in, "2a", added_where::before_me, "legal");
    returns(in, "2b", 1, return_way::in_order);
    BOOST_TEST((waiting(in) == units{"1a"}));
    says(in, "1a");
    BOOST_TEST((waiting(in) == units{"legal", "2b"}));
}

BOOST_AUTO_TEST_CASE(a_signature_taken_back_opens_what_it_ended)
{
    auto in = of(signing_rule::anybody, {"1a", "1b"});
    says(in, "1a");
    BOOST_TEST(in.state == sheet_state::agreed);
    take_back_signature(in);
    BOOST_TEST((waiting(in) == units{"1a", "1b"}));
    says(in, "1b");
    BOOST_TEST(in.last_signature == 2);
}

BOOST_AUTO_TEST_CASE(whatever_happens_an_open_sheet_waits_for_somebody)
{
    auto const ok = rc::check([] {
        auto const rule =
            *rc::gen::element(signing_rule::everybody, signing_rule::anybody, signing_rule::vote);
        std::vector<std::string> names;
        auto const steps = *rc::gen::inRange(1, 4);
        for (int step = 1; step <= steps; ++step)
            for (char who = 'a'; who < 'a' + *rc::gen::inRange(1, 4); ++who)
                names.push_back(std::to_string(step) + who);
        auto in = of(rule, names);
        for (int turn = 0; turn < 25; ++turn) {
            if (in.state == sheet_state::returned) {
                send_again(in, 1, *rc::gen::arbitrary<bool>());
                continue;
            }
            auto const open = awaited(in);
            RC_ASSERT(open.empty() == in.is_ended());
            for (auto const* one : open)
                for (long long step = 1; step < one->step; ++step)
                    RC_ASSERT(step_is_done(in, step)); // no step is jumped
            if (in.state == sheet_state::agreed)
                for (long long step = 1; step <= last_step(in); ++step)
                    RC_ASSERT(step_is_done(in, step));
            if (in.is_ended()) {
                if (!in.last_signature)
                    break;
                take_back_signature(in);
                RC_ASSERT(!in.is_ended());
                continue;
            }
            auto const who = open[*rc::gen::inRange<std::size_t>(0, open.size())]->number;
            auto const step = find_signer(in, who)->step;
            switch (*rc::gen::inRange(0, 6)) {
            case 0:
                sign(in, who, {.word = signature_word::disagrees});
                break;
            case 1:
                send_back(in, {.by = who,
                               .to_step = *rc::gen::inRange(0LL, step),
                               .way = *rc::gen::element(return_way::in_order,
                                                        return_way::straight_back)});
                break;
            case 2:
                add_signer(in, who,
                           rule == signing_rule::everybody
                               ? *rc::gen::element(added_where::before_me, added_where::beside_me,
                                                   added_where::after_me)
                               : *rc::gen::element(added_where::before_me, added_where::beside_me),
                           {"department_head", "x" + std::to_string(turn)});
                break;
            case 3:
                for (auto const& one : std::vector(in.signers))
                    if (one.added_by && !one.given && !one.is_removed) {
                        remove_signer(in, one.number);
                        break;
                    }
                break;
            default:
                sign(in, who, {.word = signature_word::agrees});
            }
        }
    });
    BOOST_TEST(ok);
}

BOOST_AUTO_TEST_SUITE_END()
