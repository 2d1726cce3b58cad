#include "adapters/office/drawing.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <memory>
#include <poppler-document.h>
#include <poppler-page.h>
#include <pugixml.hpp>

using namespace adapters::office;

namespace {

engine::instant const day = *engine::parse_instant("2026-04-02T02:00:00.000Z");

drawing a_drawing()
{
    drawing made{.width = 200, .height = 100, .title = "图 <甲>"};
    made.boxes.push_back({0, 0, 200, 100, "#ffffff"});
    made.boxes.push_back({20, 60, 30, 20, "#0b4f8a", "#7a4d00", "4 2"});
    made.lines.push_back({0, 80, 200, 80, "#000000"});
    auto words = fitted("办理法律事务", 90, 12, 8);
    words.x = 20;
    words.y = 30;
    words.colour = "#0b4f8a";
    made.words.push_back(words);
    return made;
}

/// A number of four bytes in the head of a PNG.
unsigned long number_at(std::string const& png, std::size_t at)
{
    unsigned long found = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        found = found * 256 + static_cast<unsigned char>(png.at(i));
    return found;
}

std::string text_of(poppler::page const& page)
{
    auto const bytes = page.text().to_utf8();
    return {bytes.begin(), bytes.end()};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(drawing_test, tests::scratch_dir)

BOOST_AUTO_TEST_CASE(words_become_smaller_until_they_fit_and_then_shorter)
{
    auto const whole = fitted("短", 100, 20, 8);
    BOOST_TEST(whole.size == 20);
    BOOST_TEST(whole.words == "短");
    auto const smaller = fitted("一二三四五六七八", 100, 20, 8);
    BOOST_TEST(smaller.words == "一二三四五六七八");
    BOOST_TEST(smaller.size < 20);
    BOOST_TEST(smaller.size >= 8);
    std::string very_long;
    for (int i = 0; i < 50; ++i)
        very_long += "长";
    auto const shortened = fitted(very_long, 100, 20, 8);
    BOOST_TEST(shortened.size == 8);
    BOOST_TEST(shortened.words.ends_with("…"));
    BOOST_TEST(shortened.words.size() % 3 == 0u); // no character is cut in two
    for (auto const* one : {&whole, &smaller, &shortened}) {
        BOOST_TEST(one->width > 0);
        BOOST_TEST(one->width <= 100);
    }
    BOOST_TEST(fitted("短", 1, 20, 8).words.size() <= std::string("…").size());
}

BOOST_AUTO_TEST_CASE(bold_words_and_larger_words_are_measured_as_such)
{
    BOOST_TEST(width_of("办理法律事务", 24, false) == 2 * width_of("办理法律事务", 12, false),
               boost::test_tools::tolerance(0.02));
    BOOST_TEST(width_of("", 12, false) == 0);
}

BOOST_AUTO_TEST_CASE(words_are_words_in_an_svg_that_a_strict_policy_allows)
{
    auto const svg = as_svg(a_drawing(), "year-chart");
    for (auto const* part : {"style", "<script", "<甲>", "href", "<?xml"})
        BOOST_TEST(svg.find(part) == std::string::npos, part);
    pugi::xml_document read;
    BOOST_TEST_REQUIRE(read.load_string(svg.c_str()));
    auto const root = read.child("svg");
    BOOST_TEST(root.attribute("aria-label").value() == std::string("图 <甲>"));
    BOOST_TEST(root.attribute("class").value() == std::string("year-chart"));
    BOOST_TEST(root.attribute("viewBox").value() == std::string("0 0 200 100"));
    BOOST_TEST(root.select_nodes("rect").size() == 2u);
    auto const words = root.child("text");
    BOOST_TEST(words.text().get() == std::string("办理法律事务"));
    BOOST_TEST(words.attribute("textLength").as_double() > 0);
    BOOST_TEST(svg == as_svg(a_drawing(), "year-chart"));
}

BOOST_AUTO_TEST_CASE(a_pdf_is_as_large_as_the_drawing_and_its_words_can_be_read)
{
    auto const pdf = as_pdf(a_drawing(), day);
    BOOST_TEST(pdf == as_pdf(a_drawing(), day));
    tests::write_file(*this / "drawing.pdf", pdf);
    std::unique_ptr<poppler::document> const read(
        poppler::document::load_from_file((*this / "drawing.pdf").string()));
    BOOST_TEST_REQUIRE(read);
    BOOST_TEST(read->pages() == 1);
    std::unique_ptr<poppler::page> const page(read->create_page(0));
    BOOST_TEST(page->page_rect().width() == 200, boost::test_tools::tolerance(0.01));
    BOOST_TEST(text_of(*page).find("办理法律事务") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_png_has_as_many_pixels_as_the_scale_says)
{
    auto const png = as_png(a_drawing(), 2.5);
    BOOST_TEST(png.substr(1, 3) == "PNG");
    BOOST_TEST(number_at(png, 16) == 500u);
    BOOST_TEST(number_at(png, 20) == 250u);
    BOOST_TEST(png == as_png(a_drawing(), 2.5));
    BOOST_TEST(png != as_png({.width = 200, .height = 100, .title = ""}, 2.5));
}

BOOST_AUTO_TEST_SUITE_END()
