#include "workflows/supplied_items.hpp"

#include <boost/test/unit_test.hpp>

using workflows::every_item_is_supplied;
using workflows::supplied_item;

namespace {

std::vector<std::string> const wanted = {"论证报告", "资金测算"};

/// What is said against the answers, each time under the rule that was named.
std::size_t objections(std::vector<supplied_item> const& supplied)
{
    auto const found = every_item_is_supplied("R713-26.2", wanted, supplied);
    for (auto const& one : found.refusals)
        BOOST_TEST(one.rule == "R713-26.2");
    return found.refusals.size();
}

} // namespace

BOOST_AUTO_TEST_SUITE(supplied_items_test)

BOOST_AUTO_TEST_CASE(each_item_has_its_paper_or_its_reason)
{
    supplied_item const report{"论证报告", engine::document_ref(), {}};
    supplied_item const sums{"资金测算", {}, engine::prose("见送审稿")};
    BOOST_TEST(objections({}) == 2u);
    BOOST_TEST(objections({report}) == 1u);
    BOOST_TEST(objections({report, {"资金测算", {}, {}}}) == 1u);
    BOOST_TEST(objections({sums, report}) == 0u);
}

BOOST_AUTO_TEST_CASE(what_nobody_asked_for_does_not_stand_among_the_answers)
{
    supplied_item const report{"论证报告", engine::document_ref(), {}};
    supplied_item const sums{"资金测算", engine::document_ref(), {}};
    BOOST_TEST(objections({report, sums, {"风险评估报告", engine::document_ref(), {}}}) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
