#include "web/marked_languages.hpp"

#include "tests/web/demo_house.hpp"

#include <boost/test/unit_test.hpp>

using tests::district;
using web::with_chinese_marked;

BOOST_AUTO_TEST_SUITE(marked_languages)

BOOST_AUTO_TEST_CASE(an_element_that_holds_chinese_alone_says_so_itself)
{
    BOOST_TEST(with_chinese_marked("<h1>供水价格方案</h1>") ==
               "<h1 lang=\"zh-CN\">供水价格方案</h1>");
    BOOST_TEST(with_chinese_marked("<a href=\"/x\">2026年 方案</a>") ==
               "<a href=\"/x\" lang=\"zh-CN\">2026年 方案</a>");
    BOOST_TEST(with_chinese_marked("<option value=\"1\">张三 (head)</option>") ==
               "<option value=\"1\" lang=\"zh-CN\">张三 (head)</option>");
}

BOOST_AUTO_TEST_CASE(chinese_words_among_others_stand_in_a_span)
{
    BOOST_TEST(with_chinese_marked("<p>Sent to 财政局 水利局 on 2 April</p>") ==
               "<p>Sent to <span lang=\"zh-CN\">财政局 水利局</span> on 2 April</p>");
    BOOST_TEST(with_chinese_marked("<p>方案 <b>x</b></p>") ==
               "<p><span lang=\"zh-CN\">方案</span> <b>x</b></p>");
    // The label of a cell is in English and shown from its own start tag.
    BOOST_TEST(with_chinese_marked("<td data-label=\"Unit\">财政局</td>") ==
               "<td data-label=\"Unit\"><span lang=\"zh-CN\">财政局</span></td>");
}

BOOST_AUTO_TEST_CASE(what_needs_no_mark_gets_none)
{
    for (auto const* page :
         {"<p>Nothing here, “quoted” · ■ — 2026</p>", "<a lang=\"zh-CN\" href=\"/x\">中文</a>",
          "<section lang=\"zh-CN\"><p>方案 <b>一</b></p><img alt=\"图\"></section>",
          "<svg><text>图</text></svg>", "<script>// 注</script>", "<input value=\"张三\"><p>x</p>"})
        BOOST_TEST(with_chinese_marked(page) == page);
    BOOST_TEST(with_chinese_marked("<section lang=\"zh-CN\"><br>一</section><p>二</p>") ==
               "<section lang=\"zh-CN\"><br>一</section><p lang=\"zh-CN\">二</p>");
}

BOOST_AUTO_TEST_CASE(english_pages_mark_the_words_of_the_record_and_chinese_pages_nothing)
{
    auto const page = [](std::string const& login, std::string const& path, char const* language) {
        return district()
            .ask(login, "GET", path, {{"accept", "text/html"}, {"accept-language", language}})
            .body;
    };
    auto const of_case = "/cases/" + std::to_string(district().case_with({"hearing.held"}).value);
    for (auto const& [login, path] : {std::pair<std::string, std::string>{"", "/public"},
                                      {"", "/public/decisions"},
                                      {"", "/public/catalogue"},
                                      {"", "/public/normative-documents"},
                                      {"office", "/"},
                                      {"office", "/cases"},
                                      {"office", of_case}}) {
        auto const english = page(login, path, "en");
        BOOST_TEST(english.find("<html lang=\"en\"") != std::string::npos, path);
        // Nothing is left to mark.
        BOOST_TEST((with_chinese_marked(english) == english), path);
        // More than the link to the Chinese page.
        auto const first = english.find(" lang=\"zh-CN\"");
        BOOST_TEST(english.find(" lang=\"zh-CN\"", first + 1) != std::string::npos, path);
        auto const chinese = page(login, path, "zh");
        BOOST_TEST(chinese.find("<span lang=\"zh-CN\"") == std::string::npos, path);
    }
}

BOOST_AUTO_TEST_SUITE_END()
