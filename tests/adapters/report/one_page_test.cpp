#include "adapters/report/one_page.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/report/seed_house.hpp"

#include <algorithm>
#include <memory>
#include <poppler-document.h>
#include <poppler-page.h>
#include <pugixml.hpp>

using namespace adapters::report;
using adapters::office::anchor;

namespace {

one_page page_of_2021()
{
    auto& house = tests::gaoyao();
    adapters::soci::reader looking(house.record(), engine::clearance::of_the_record());
    auto made = one_page_of(looking, house.compiled(), house.dictionary(), house.form());
    BOOST_TEST_REQUIRE(made.has_value());
    return std::move(*made);
}

key_figure const& figure_of(one_page const& page, std::string const& code)
{
    auto const found = std::find_if(page.figures.begin(), page.figures.end(),
                                    [&](auto const& one) { return one.indicator == code; });
    BOOST_TEST_REQUIRE((found != page.figures.end()), code);
    return *found;
}

/// Everything stands on the page, and no words in its margins but those of the head.
void lies_on_the_page(one_page const& what)
{
    auto const drawn = draw_page(what);
    for (auto const& one : drawn.boxes)
        BOOST_TEST((one.x >= 0 && one.y >= 0 && one.x + one.width <= drawn.width + 0.1 &&
                    one.y + one.height <= drawn.height + 0.1));
    for (auto const& one : drawn.words) {
        auto const width = one.width > 0
                               ? one.width
                               : adapters::office::width_of(one.words, one.size, one.is_bold);
        auto const left = one.at == anchor::start    ? one.x
                          : one.at == anchor::middle ? one.x - width / 2
                                                     : one.x - width;
        BOOST_TEST(left >= 39, one.words);
        BOOST_TEST(left + width <= drawn.width - 39, one.words);
        BOOST_TEST(one.y >= 20, one.words);
        BOOST_TEST(one.y <= drawn.height - 8, one.words);
    }
}

bool says(adapters::office::drawing const& drawn, std::string const& words)
{
    return std::any_of(drawn.words.begin(), drawn.words.end(),
                       [&](auto const& one) { return one.words.find(words) != std::string::npos; });
}

std::string repeated(char const* character, int times)
{
    std::string words;
    for (int i = 0; i < times; ++i)
        words += character;
    return words;
}

} // namespace

BOOST_AUTO_TEST_SUITE(one_page_test)

BOOST_AUTO_TEST_CASE(the_page_of_the_seed_says_its_key_figures)
{
    auto const page = page_of_2021();
    BOOST_TEST(page.figures.size() >= 6u);
    BOOST_TEST(page.figures.size() <= 8u);
    BOOST_TEST(figure_of(page, "LEGAL.matters").shown == "707项");
    BOOST_TEST(figure_of(page, "LEGAL.amount").shown == "约1006亿元");
    BOOST_TEST(page.title == "2021年法治政府建设年度报告");
    BOOST_TEST(page.organ == tests::seed_house::organ);
    BOOST_TEST(page.cut_off == "数据截止2022年1月19日");
    BOOST_TEST(page.standing == "2022年2月23日公开");
    BOOST_TEST(page.digest == tests::gaoyao().compiled().file.frozen->body.digest);
}

BOOST_AUTO_TEST_CASE(the_picture_holds_all_of_it_within_its_margins)
{
    auto const page = page_of_2021();
    lies_on_the_page(page);
    auto const drawn = draw_page(page);
    for (auto const& one : page.figures) {
        BOOST_TEST(says(drawn, one.label), one.indicator);
        BOOST_TEST(says(drawn, one.shown), one.indicator);
    }
    for (auto const& words : {page.title, page.organ, page.cut_off, page.standing, page.digest,
                              std::string("一图读懂"), page.chart.title})
        BOOST_TEST(says(drawn, words), words);
}

BOOST_AUTO_TEST_CASE(the_longest_words_still_lie_on_the_page)
{
    auto page = page_of_2021();
    page.organ = repeated("某", 80);
    page.title = repeated("题", 80);
    for (auto& one : page.figures) {
        one.label = repeated("标", 60);
        one.shown = "约99999999999999.9999万户";
        one.comparison = repeated("比", 60);
    }
    lies_on_the_page(page);
}

BOOST_AUTO_TEST_CASE(cards_chart_and_foot_do_not_run_into_each_other)
{
    auto page = page_of_2021();
    page.figures.resize(8, page.figures.front());
    auto const drawn = draw_page(page);
    double cards_end = 0;
    for (auto const& one : drawn.boxes)
        if (one.width > 200 && one.height == 80)
            cards_end = std::max(cards_end, one.y + one.height);
    auto const chart = std::find_if(drawn.words.begin(), drawn.words.end(),
                                    [&](auto const& one) { return one.words == page.chart.title; });
    BOOST_TEST_REQUIRE((chart != drawn.words.end()));
    BOOST_TEST(chart->y - chart->size > cards_end);
    auto const foot = drawn.lines.back().y1;
    auto const year = std::find_if(drawn.words.begin(), drawn.words.end(),
                                   [](auto const& one) { return one.words == "2021"; });
    BOOST_TEST_REQUIRE((year != drawn.words.end()));
    BOOST_TEST(year->y < foot);
}

BOOST_AUTO_TEST_CASE(five_years_stand_in_the_chart_and_imported_ones_are_marked)
{
    auto& house = tests::gaoyao();
    std::vector<report_figures> years(4);
    years[1]["LEGAL.matters"] = {.indicator = "LEGAL.matters", .value = "500"};
    years[3]["LEGAL.matters"] = {.indicator = "LEGAL.matters", .value = "600"};
    years[3]["LEGAL.matters"].is_imported = true;
    auto const page = one_page_of(house.compiled(), years, house.dictionary(), house.form());
    BOOST_TEST_REQUIRE(page.has_value());
    BOOST_TEST(
        (page->chart.years == std::vector<std::string>{"2017", "2018", "2019", "2020", "2021"}));
    BOOST_TEST_REQUIRE(page->chart.series.size() == 1u);
    BOOST_TEST((page->chart.series.front().shown ==
                std::vector<std::string>{"", "500", "", "600*", "707"}));
    BOOST_TEST(page->chart_note.starts_with("* 补录的数据"));
    BOOST_TEST(says(draw_page(*page), page->chart_note));
}

BOOST_AUTO_TEST_CASE(years_of_which_nothing_was_published_are_named_and_not_counted)
{
    auto& house = tests::gaoyao();
    std::vector<report_figures> years(4);
    years[1]["LEGAL.matters"] = {.indicator = "LEGAL.matters", .value = "500"};
    auto const page = one_page_of(house.compiled(), years, house.dictionary(), house.form());
    BOOST_TEST_REQUIRE(page.has_value());
    BOOST_TEST(page->chart.title == "近5年办理法律事务（其中2年有数据）");
    BOOST_TEST(page->chart_note == "2017年、2019年、2020年没有公开的数据");
    BOOST_TEST(says(draw_page(*page), page->chart_note));
    for (auto& one : years)
        one["LEGAL.matters"] = {.indicator = "LEGAL.matters", .value = "500"};
    auto const whole = one_page_of(house.compiled(), years, house.dictionary(), house.form());
    BOOST_TEST_REQUIRE(whole.has_value());
    BOOST_TEST(whole->chart.title == "近5年办理法律事务");
    BOOST_TEST(whole->chart_note.empty());
}

BOOST_AUTO_TEST_CASE(a_comparison_with_an_imported_year_says_so)
{
    auto& house = tests::gaoyao();
    auto compiled = house.compiled();
    auto& matters = compiled.figures.at("LEGAL.matters");
    matters.last_year = "700";
    matters.last_year_is_imported = true;
    auto const page = one_page_of(compiled, {}, house.dictionary(), house.form());
    BOOST_TEST(figure_of(*page, "LEGAL.matters").comparison == "同比增长1%（上年数据为补录）");
}

BOOST_AUTO_TEST_CASE(only_frozen_figures_have_a_picture)
{
    auto compiled = tests::gaoyao().compiled();
    compiled.file.frozen.reset();
    BOOST_TEST(!one_page_of(compiled, {}, tests::gaoyao().dictionary(), tests::gaoyao().form()));
}

BOOST_AUTO_TEST_CASE(it_comes_as_svg_png_and_pdf_and_the_same_each_time)
{
    auto const page = page_of_2021();
    engine::instant const at = *engine::parse_instant("2022-02-23T02:00:00.000Z");
    for (auto const* format : {"svg", "png", "pdf"}) {
        auto const made = make_picture(page, format, at);
        BOOST_TEST_REQUIRE(made.has_value(), format);
        BOOST_TEST((made->bytes == make_picture(page, format, at)->bytes), format);
    }
    BOOST_TEST(!make_picture(page, "jpg", at).has_value());

    pugi::xml_document svg;
    BOOST_TEST_REQUIRE(svg.load_string(make_picture(page, "svg", at)->bytes.c_str()));
    BOOST_TEST(svg.select_node("//text[. = '约1006亿元']"));
    BOOST_TEST(svg.select_node("//text[. = '707项']"));

    tests::scratch_dir const dir;
    auto const file = dir / "picture.pdf";
    tests::write_file(file, make_picture(page, "pdf", at)->bytes);
    std::unique_ptr<poppler::document> const read(poppler::document::load_from_file(file.string()));
    BOOST_TEST_REQUIRE(read);
    BOOST_TEST(read->pages() == 1);
    std::unique_ptr<poppler::page> const first(read->create_page(0));
    auto const bytes = first->text().to_utf8();
    std::string const text(bytes.begin(), bytes.end());
    BOOST_TEST(text.find("707项") != std::string::npos);
    BOOST_TEST(text.find("办理法律事务") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
