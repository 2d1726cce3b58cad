#include "web/handlers/points_to_answer.hpp"

#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"
#include "tests/web/demo_house.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/legality_review.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// Rows that answer what others wrote come with their words. How they are shown stands in
// tests/web/review_forms.cpp.

using tests::district;

namespace {

namespace json = boost::json;
namespace experts = workflows::major_decision::experts;

constexpr long long most_cases = 120;

/// A case of the district as it stood before it had an act of that kind.
web::handlers::opened_case case_before(std::string_view kind)
{
    auto const& law = district().office().with().law;
    for (long long id = 1; id <= most_cases; ++id) {
        auto const acts = district().acts_of({id});
        auto const first = std::find_if(acts.begin(), acts.end(),
                                        [&](auto const& one) { return one.kind == kind; });
        auto const entry =
            adapters::soci::reader(district().record(), engine::clearance::of_the_record())
                .find_case(engine::case_id{id});
        if (first == acts.end() || !entry)
            continue;
        web::handlers::opened_case on;
        on.rebuilt = engine::rebuild(entry->head.line, {acts.begin(), first}, law);
        on.record.acts.assign(acts.begin(), first);
        return on;
    }
    BOOST_FAIL("no case has " << kind);
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(points_to_answer)

BOOST_AUTO_TEST_CASE(the_report_of_an_argument_has_a_row_for_each_point_with_those_who_made_it)
{
    auto const found =
        points_answered_by(case_before(experts::reported::kind), experts::reported::kind);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->rows() == (json::array{json::object{{"point", "完善测算依据"}},
                                             json::object{{"point", "扩大试点范围"}}}));
    BOOST_TEST(found->points.front().source.find("、") != std::string::npos);
    BOOST_TEST(found->points.back().source.find("、") == std::string::npos);
    BOOST_TEST(!found->points.back().source.empty());

    // what was typed beside a point stays with it, and what answers no point goes
    json::object body{
        {"responses",
         json::array{json::object{{"point", "扩大试点范围"}, {"outcome", "not_adopted"}},
                     json::object{{"point", "别的意见"}, {"outcome", "adopted"}}}}};
    found->put_into(body);
    auto const& rows = body.at("responses").as_array();
    BOOST_TEST_REQUIRE(rows.size() == 2u);
    BOOST_TEST(rows.back().at("outcome").as_string() == "not_adopted");
}

BOOST_AUTO_TEST_CASE(a_supplement_has_a_row_for_each_item_that_was_asked_for)
{
    namespace review = workflows::major_decision::legality_review;
    auto const found =
        points_answered_by(case_before(review::supplemented::kind), review::supplemented::kind);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->rows() == (json::array{json::object{{"wanted", "专项资金测算表"}}}));
    BOOST_TEST((found->row_label(1) == engine::say("第{1}项材料", 1)));
}

BOOST_AUTO_TEST_CASE(where_nobody_advised_anything_there_are_no_rows)
{
    BOOST_TEST(!points_answered_by(case_before(experts::opined::kind), experts::reported::kind));
    BOOST_TEST(!points_answered_by(case_before(experts::reported::kind), experts::opined::kind));
}

BOOST_AUTO_TEST_SUITE_END()
