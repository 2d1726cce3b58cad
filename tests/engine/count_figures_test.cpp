#include "engine/count_figures.hpp"
#include "tests/engine/sample_law.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

struct filed_case {
    procedure_shapes shapes = tests::sample_shapes();
    rule_book book = tests::sample_book();
    working_days days;
    case_line line{
        {7}, "S2024-1", "sample/1", "cn", parse_instant("2024-01-02T02:00:00.000Z").value()};
    std::vector<act> acts;

    law_in_force law() const { return {shapes, book, days, rights::unrestricted()}; }

    void enter(std::string kind, boost::json::object body, char const* at)
    {
        act what;
        what.on = line.id;
        what.seq = static_cast<long long>(acts.size()) + 1;
        what.kind = std::move(kind);
        what.body = std::move(body);
        what.entered_at = parse_instant(at).value();
        acts.push_back(std::move(what));
    }
    void ask_and_answer()
    {
        enter("asking.asked", {{"words", "可以吗"}}, "2024-01-02T02:00:00.000Z");
        enter("asking.answered", {{"view", "no"}, {"reason", "不合适"}},
              "2024-01-05T02:00:00.000Z");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(count_figures_test, filed_case)

BOOST_AUTO_TEST_CASE(the_figures_are_those_that_the_whole_case_derives)
{
    ask_and_answer();
    auto const counted = count_figures(line, acts, law());
    auto const all = derive(line, acts, law());
    BOOST_TEST(!counted.figures.empty());
    BOOST_TEST((counted.figures == all.figures));
    BOOST_TEST((counted.level == all.summary.level));
}

BOOST_AUTO_TEST_CASE(every_figure_is_traced_to_its_act)
{
    ask_and_answer();
    for (auto const& one : count_figures(line, acts, law()).figures) {
        BOOST_TEST(one.on.value == 7);
        BOOST_TEST((one.seq == 1 || one.seq == 2));
    }
}

BOOST_AUTO_TEST_CASE(what_does_not_replay_is_a_fault)
{
    enter("asking.unheard_of", {}, "2024-01-02T02:00:00.000Z");
    BOOST_CHECK_THROW(count_figures(line, acts, law()), replay_fault);
    line.shape = "sample/none";
    BOOST_CHECK_THROW(count_figures(line, {}, law()), replay_fault);
}

BOOST_AUTO_TEST_SUITE_END()
