#include "tests/workflows/bodies.hpp"
#include "tests/workflows/drafts.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/participation.hpp"

using namespace workflows::major_decision;

BOOST_AUTO_TEST_SUITE(opinions_on_file_test)

BOOST_AUTO_TEST_CASE(what_was_decided_while_the_window_was_open_is_decided_anew_and_the_last_counts)
{
    tests::trial t(make_participation());
    tests::start(t);
    tests::assess(t, R"("technical": true)");
    tests::add_draft(t);
    t.on("2024-03-01");
    t.enters("participation.published",
             R"({"opens_on": "2024-03-01", "closes_on": "2024-04-01", "contact": "水务局",
                 "channels": ["government_site"], "draft": )" +
                 tests::document('a') + R"(, "explanation": )" + tests::document('e') + "}");
    t.enters(
        "participation.opinions_recorded",
        R"({"opinions": [{"number": "1", "from": "张三", "kind": "citizen", "words": "太贵"}]})");
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "1", "outcome": "not_adopted", "reason": "成本"}]})");
    BOOST_TEST(t.stage() == "window_open");
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 1})");
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "1", "outcome": "adopted"}]})");
    auto const known = opinions_of(t.file.participation);
    BOOST_TEST((known.find("1")->own_decision->outcome == participation::adoption::adopted));
    BOOST_TEST(undecided_opinions(t.file).empty());
}

BOOST_AUTO_TEST_SUITE_END()
