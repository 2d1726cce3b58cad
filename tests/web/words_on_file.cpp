#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// What a form asks to be told of earlier steps comes as the record has it.

using tests::has;

namespace {

/// The form that the sponsor of a decision has after an act.
std::string form_after(std::set<std::string, std::less<>> traits, std::string const& until,
                       std::string const& kind)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", std::move(traits), until);
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    auto const begins = page.find("name=\"kind\" value=\"" + kind + "\"");
    BOOST_TEST_REQUIRE(begins != std::string::npos, kind);
    return page.substr(begins, page.find("</form>", begins) - begins);
}

} // namespace

BOOST_AUTO_TEST_SUITE(words_on_file)

BOOST_AUTO_TEST_CASE(the_review_of_legality_is_told_of_every_step_that_is_on_file)
{
    auto const form =
        form_after({"technical", "risk"}, "sponsor_review.discussed", "legality_review.filed");
    for (auto const* words : {"公开征求意见", "论证意见。", "论证意见采纳", "风险评估的结论为",
                              "承办单位内部合法性审查意见：", "经承办单位集体讨论通过"})
        BOOST_TEST(has(form, words), words);
}

BOOST_AUTO_TEST_CASE(the_report_on_risks_begins_with_the_points_and_measures_that_were_entered)
{
    auto const form = form_after({"risk"}, "risk.analysed", "risk.reported");
    for (auto const* words : {"舆情跟踪、走访", "部分群众对标准不理解：低风险",
                              "实施初期办理集中：分批实施，增设窗口。", "区信访局：暂无集中信访。"})
        BOOST_TEST(has(form, words), words);
}

BOOST_AUTO_TEST_CASE(a_publication_tells_of_adoption_what_the_submission_told)
{
    auto const form = form_after({}, "publication.text_signed", "publication.published");
    BOOST_TEST(has(form, "收到公众意见均已研究，采纳情况已公开反馈。"));
    BOOST_TEST(has(form, "专家意见采纳情况见专家论证报告。"));
}

BOOST_AUTO_TEST_SUITE_END()
