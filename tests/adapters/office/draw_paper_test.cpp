#include "adapters/drafts/draft_text.hpp"
#include "adapters/office/paper.hpp"
#include "adapters/pdf/page_picture.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <algorithm>
#include <memory>
#include <poppler-document.h>
#include <poppler-page.h>

using namespace adapters::office;

namespace {

engine::instant const day = *engine::parse_instant("2026-04-02T02:00:00.000Z");

paper a_paper(std::vector<paper_line> lines)
{
    return {"合法性审查意见书", day, std::move(lines)};
}

std::string repeated(char const* character, int times)
{
    std::string words;
    for (int i = 0; i < times; ++i)
        words += character;
    return words;
}

struct context {
    tests::scratch_dir dir;

    std::unique_ptr<poppler::document> opened(paper const& what) const
    {
        tests::write_file(dir / "paper.pdf", draw_paper(what));
        return std::unique_ptr<poppler::document>(
            poppler::document::load_from_file((dir / "paper.pdf").string()));
    }
    /// How many characters stand on each line of a page.
    std::vector<std::size_t> grid(poppler::document& of, int page) const
    {
        std::map<int, std::size_t> lines;
        std::unique_ptr<poppler::page> const read(of.create_page(page));
        for (auto const& box : read->text_list())
            lines[static_cast<int>(box.bbox().top())] += box.text().size();
        std::vector<std::size_t> counts;
        for (auto const& [top, count] : lines)
            counts.push_back(count);
        return counts;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(draw_paper_test, context)

BOOST_AUTO_TEST_CASE(a_page_has_22_lines_of_28_characters)
{
    auto const drawn = opened(a_paper({{line_sort::addressee, repeated("国", 28 * 22 + 5)}}));
    BOOST_REQUIRE(drawn);
    BOOST_TEST(drawn->pages() == 2);
    auto const first = grid(*drawn, 0);
    BOOST_REQUIRE(first.size() == 23u); // and the page number
    for (std::size_t i = 0; i < 22; ++i)
        BOOST_TEST(first[i] == 28u);
    BOOST_TEST(grid(*drawn, 1).front() == 5u);
}

BOOST_AUTO_TEST_CASE(the_type_area_stands_where_the_standard_puts_it)
{
    auto const drawn = opened(a_paper({{line_sort::addressee, repeated("国", 28)}}));
    std::unique_ptr<poppler::page> const page(drawn->create_page(0));
    auto const size = page->page_rect();
    BOOST_TEST(size.width() == 595.276, boost::test_tools::tolerance(0.001));
    BOOST_TEST(size.height() == 841.89, boost::test_tools::tolerance(0.001));
    auto const line = page->text_list().front().bbox();
    BOOST_TEST(line.left() == 28 * 72 / 25.4, boost::test_tools::tolerance(0.02));
    BOOST_TEST(line.right() == (28 + 156) * 72 / 25.4, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(a_signature_never_stands_alone_on_a_page)
{
    for (int lines = 15; lines <= 24; ++lines) {
        std::vector<paper_line> all;
        for (int i = 0; i < lines; ++i)
            all.push_back({line_sort::addressee, "正文"});
        all.push_back({line_sort::blank, ""});
        all.push_back({line_sort::signer, "区司法局"});
        all.push_back({line_sort::date, "2026年4月2日"});
        auto const drawn = opened(a_paper(std::move(all)));
        BOOST_REQUIRE(drawn);
        for (int page = 0; page < drawn->pages(); ++page) {
            std::unique_ptr<poppler::page> const read(drawn->create_page(page));
            auto const boxes = read->text_list();
            BOOST_TEST(std::any_of(boxes.begin(), boxes.end(),
                                   [](auto const& box) {
                                       auto const bytes = box.text().to_utf8();
                                       return std::string(bytes.data(), bytes.size()) == "正文";
                                   }),
                       lines << " lines: page " << page + 1 << " of " << drawn->pages());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_mark_of_a_paper_stands_beside_the_number_of_each_page)
{
    auto draft = a_paper({{line_sort::paragraph, repeated("文", 28 * 30)}});
    draft.mark = "草稿";
    auto const drawn = opened(draft);
    BOOST_REQUIRE(drawn);
    BOOST_TEST(drawn->pages() == 2);
    for (int page = 0; page < drawn->pages(); ++page) {
        std::unique_ptr<poppler::page> const read(drawn->create_page(page));
        auto const bytes = read->text().to_utf8();
        BOOST_TEST(std::string(bytes.data(), bytes.size()).find("草稿") != std::string::npos, page);
    }
}

BOOST_AUTO_TEST_CASE(a_letter_has_its_head_above_the_text_and_no_number_on_its_first_page)
{
    std::vector<paper_line> all = {{line_sort::letterhead, "区水务局"},
                                   {line_sort::number, "高水函〔2026〕3号"},
                                   {line_sort::title, "送审函"}};
    for (int i = 0; i < 30; ++i)
        all.push_back({line_sort::addressee, "正文"});
    auto const drawn = opened(a_paper(std::move(all)));
    BOOST_REQUIRE(drawn);
    BOOST_TEST(drawn->pages() == 2);
    constexpr double mm = 72 / 25.4;
    auto const box_of = [&](int page, std::string const& words) {
        std::unique_ptr<poppler::page> const read(drawn->create_page(page));
        for (auto const& box : read->text_list()) {
            auto const bytes = box.text().to_utf8();
            if (std::string(bytes.data(), bytes.size()).find(words) != std::string::npos)
                return box.bbox();
        }
        return poppler::rectf();
    };
    // The head begins 30 mm below the edge; the number ends at the right of the type area.
    auto const head = box_of(0, "区水务局");
    BOOST_TEST(std::abs(head.top() - 30 * mm) < 5 * mm);
    auto const number = box_of(0, "高水函");
    BOOST_TEST(number.right() == (28 + 156) * mm, boost::test_tools::tolerance(0.01));
    BOOST_TEST(number.top() > head.bottom());
    BOOST_TEST(box_of(0, "—").width() == 0);
    BOOST_TEST(box_of(1, "—").width() > 0);
}

BOOST_AUTO_TEST_CASE(the_same_paper_gives_the_same_bytes)
{
    auto const what = a_paper({{line_sort::issuer, "区司法局"},
                               {line_sort::number, "高司审〔2026〕3号"},
                               {line_sort::title, "审查意见书"},
                               {line_sort::paragraph, "没有发现问题。"},
                               {line_sort::signer, "区司法局"},
                               {line_sort::date, "2026年4月2日"}});
    auto const once = draw_paper(what);
    draw_paper(a_paper({{line_sort::heading, "另一份公文"}}));
    BOOST_TEST((draw_paper(what) == once));
    auto later = what;
    later.made_at += std::chrono::hours(24);
    BOOST_TEST((draw_paper(later) != once));
}

BOOST_AUTO_TEST_CASE(the_words_can_be_taken_out_again_and_the_fonts_are_inside)
{
    auto const drawn = opened(a_paper({{line_sort::title, "听证公告"},
                                       {line_sort::subheading, "（一）时间"},
                                       {line_sort::row, "", {"意见", "同意，龘镕喆堃玥"}, 2}}));
    auto const read = adapters::drafts::read_draft(dir / "paper.pdf");
    std::string all;
    for (auto const& one : std::get<adapters::drafts::draft_text>(read).paragraphs)
        all += one + "\n";
    for (auto const* words : {"听证公告", "（一）时间", "同意，龘镕喆堃玥"})
        BOOST_TEST(all.find(words) != std::string::npos, words << " in " << all);
    for (auto const& font : drawn->fonts())
        BOOST_TEST(font.is_embedded(), font.name());
}

BOOST_AUTO_TEST_CASE(a_row_longer_than_a_page_goes_on_on_the_next)
{
    auto const drawn = opened(a_paper({{line_sort::row, "", {"发言", repeated("议", 1'500)}, 1},
                                       {line_sort::row, "", {"决定", "通过"}, 1}}));
    BOOST_TEST(drawn->pages() >= 2);
    std::size_t characters = 0;
    for (int i = 0; i < drawn->pages(); ++i)
        for (auto n : grid(*drawn, i))
            characters += n;
    BOOST_TEST(characters >= 1'500u);
}

BOOST_AUTO_TEST_CASE(pages_are_shown_as_pictures)
{
    opened(a_paper({{line_sort::title, "公告"}}));
    auto const file = dir / "paper.pdf";
    BOOST_TEST(adapters::pdf::page_count(file).value_or(0) == 1);
    auto const picture = adapters::pdf::page_picture(file, 1, 400);
    BOOST_REQUIRE(picture);
    BOOST_TEST(picture->substr(1, 3) == "PNG");
    BOOST_TEST(!adapters::pdf::page_picture(file, 2, 400));
    tests::write_file(file, "%PDF-1.7 and no more");
    BOOST_TEST(!adapters::pdf::page_picture(file, 1, 400));
}

BOOST_AUTO_TEST_SUITE_END()
