#include "web/handlers/agenda_order.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using web::handlers::agenda_move;
using web::handlers::agenda_place;

namespace {

using names = std::vector<std::string>;

engine::instant at(long long when)
{
    return engine::instant(std::chrono::milliseconds(when));
}

agenda_place placed(std::string name, long long when, std::optional<long long> item = {})
{
    auto const id = name.front() - 'A' + 1;
    return {{id}, std::move(name), at(when), item};
}

/// The agenda as it is read, whichever way round the files come.
names read(std::vector<agenda_place> all)
{
    auto const order = [&] {
        names made;
        for (auto const one : web::handlers::order_on_agenda(all))
            made.push_back(all[one].number);
        return made;
    };
    auto const found = order();
    std::reverse(all.begin(), all.end());
    BOOST_TEST(order() == found);
    return found;
}

engine::act act_of(long long seq, std::string kind, boost::json::object body)
{
    engine::act made;
    made.seq = seq;
    made.kind = std::move(kind);
    made.body = std::move(body);
    made.entered_at = at(seq);
    return made;
}

} // namespace

BOOST_AUTO_TEST_SUITE(agenda_order)

BOOST_AUTO_TEST_CASE(matters_stand_as_they_were_placed_each_at_a_place_of_its_own)
{
    BOOST_TEST(read({placed("C", 3), placed("A", 1), placed("B", 2)}) == (names{"A", "B", "C"}));
    // placed at the same moment
    BOOST_TEST(read({placed("B", 1), placed("A", 1)}) == (names{"A", "B"}));
}

BOOST_AUTO_TEST_CASE(who_is_given_a_place_that_is_taken_moves_those_behind_it_down)
{
    BOOST_TEST(read({placed("A", 1, 1), placed("B", 2, 1)}) == (names{"B", "A"}));
    BOOST_TEST(read({placed("A", 1), placed("B", 2), placed("C", 3, 2)}) == (names{"A", "C", "B"}));
    BOOST_TEST(read({placed("A", 1), placed("B", 2, 9)}) == (names{"A", "B"}));
}

BOOST_AUTO_TEST_CASE(a_matter_is_moved_up_and_down)
{
    agenda_place const a = placed("A", 1);
    agenda_place const b = placed("B", 2);
    agenda_place c = placed("C", 3);
    c.moves.push_back({at(4), {"B"}});
    BOOST_TEST(read({a, b, c}) == (names{"A", "C", "B"}));
    c.moves.push_back({at(5), {"A", "B"}});
    BOOST_TEST(read({a, b, c}) == (names{"C", "A", "B"}));
    c.moves.push_back({at(6), {}});
    BOOST_TEST(read({a, b, c}) == (names{"A", "B", "C"}));
}

BOOST_AUTO_TEST_CASE(what_is_placed_later_stands_behind_who_was_moved_to_the_end)
{
    agenda_place a = placed("A", 1);
    a.moves.push_back({at(3), {}});
    BOOST_TEST(read({a, placed("B", 2), placed("C", 4)}) == (names{"B", "A", "C"}));
    BOOST_TEST(read({a, placed("B", 2), placed("C", 4, 1)}) == (names{"C", "B", "A"}));
}

BOOST_AUTO_TEST_CASE(the_others_keep_their_order_when_one_leaves_the_agenda)
{
    agenda_place const c = placed("C", 3);
    agenda_place d = placed("D", 4);
    d.moves.push_back({at(5), {"B", "C"}});
    BOOST_TEST(read({placed("A", 1), placed("B", 2), c, d}) == (names{"A", "D", "B", "C"}));
    BOOST_TEST(read({placed("B", 2), c, d}) == (names{"D", "B", "C"}));
    BOOST_TEST(read({placed("A", 1), c, d}) == (names{"A", "D", "C"}));
    BOOST_TEST(read({c, d}) == (names{"D", "C"}));
}

BOOST_AUTO_TEST_CASE(two_who_move_different_matters_at_once_do_not_undo_each_other)
{
    // both saw A, B, C, D
    agenda_place b = placed("B", 2);
    b.moves.push_back({at(5), {"A", "C", "D"}});
    agenda_place d = placed("D", 4);
    d.moves.push_back({at(5), {"C"}});
    BOOST_TEST(read({placed("A", 1), b, placed("C", 3), d}) == (names{"B", "A", "D", "C"}));
}

BOOST_AUTO_TEST_CASE(a_matter_that_is_placed_again_stands_where_it_was_placed_last)
{
    constexpr auto placing = "submission.placed_on_agenda";
    constexpr auto moving = "submission.moved_on_agenda";
    std::vector<engine::act> acts{act_of(1, placing, {{"agenda_item", 2}}),
                                  act_of(2, moving, {{"ahead_of", boost::json::array{"B", "C"}}})};
    auto const moved = web::handlers::place_on_agenda({1}, "A", acts);
    BOOST_TEST((moved.item == 2));
    BOOST_TEST_REQUIRE(moved.moves.size() == 1U);
    BOOST_TEST(moved.moves.front().ahead_of == (names{"B", "C"}));
    acts.push_back(act_of(3, "submission.removed_from_agenda", {}));
    acts.push_back(act_of(4, placing, {}));
    auto const again = web::handlers::place_on_agenda({1}, "A", acts);
    BOOST_TEST((again.placed_at == at(4)));
    BOOST_TEST(!again.item.has_value());
    BOOST_TEST(again.moves.empty());
}

BOOST_AUTO_TEST_SUITE_END()
