#include "adapters/archives/checked_archive.hpp"
#include "adapters/office/write_docx.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <pugixml.hpp>

using namespace adapters::office;

namespace {

engine::instant const day = *engine::parse_instant("2026-04-02T02:00:00.000Z");

paper a_report()
{
    return {"年度报告",
            day,
            {{line_sort::title, "高要区2025年法治政府建设年度报告"},
             {line_sort::heading, "一、主要工作"},
             {line_sort::subheading, "（一）决策"},
             {line_sort::paragraph, "作出重大行政决策3项 & <5>。"},
             {line_sort::row, "", {"件数", "3"}},
             {line_sort::signer, "高要区人民政府"},
             {line_sort::date, "2026年4月2日"}}};
}

struct context {
    tests::scratch_dir dir;

    pugi::xml_document part(std::string const& bytes, std::string const& name) const
    {
        tests::write_file(dir / "paper.docx", bytes);
        auto opened = adapters::archives::checked_archive::open(dir / "paper.docx");
        auto const* archive = std::get_if<adapters::archives::checked_archive>(&opened);
        BOOST_TEST_REQUIRE(archive);
        auto const xml = archive->read(name);
        BOOST_TEST_REQUIRE(xml.has_value(), name);
        pugi::xml_document document;
        BOOST_TEST(document.load_buffer(xml->data(), xml->size(),
                                        pugi::parse_default | pugi::parse_ws_pcdata));
        return document;
    }
};

std::string attribute(pugi::xml_document const& of, char const* path, char const* name)
{
    return of.select_node(path).node().attribute(name).value();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(write_docx_test, context)

BOOST_AUTO_TEST_CASE(the_words_come_back_as_they_were_written)
{
    auto const document = part(write_docx(a_report()), "word/document.xml");
    std::vector<std::string> paragraphs;
    for (auto const& one : document.select_nodes("//w:body//w:p")) {
        std::string words;
        for (auto const& text : one.node().select_nodes("./w:r/w:t"))
            words += text.node().text().get();
        if (!words.empty())
            paragraphs.push_back(words);
    }
    std::vector<std::string> const wanted{"高要区2025年法治政府建设年度报告",
                                          "一、主要工作",
                                          "（一）决策",
                                          "作出重大行政决策3项 & <5>。",
                                          "件数",
                                          "3",
                                          "高要区人民政府",
                                          "2026年4月2日"};
    BOOST_TEST(paragraphs == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_layout_is_that_of_the_standard)
{
    auto const document = part(write_docx(a_report()), "word/document.xml");
    // 210 x 297 mm; 37, 26, 35, 28 mm; 22 lines of 28.95 pt.
    BOOST_TEST(attribute(document, "//w:pgSz", "w:w") == "11906");
    BOOST_TEST(attribute(document, "//w:pgSz", "w:h") == "16838");
    BOOST_TEST(attribute(document, "//w:pgMar", "w:top") == "2098");
    BOOST_TEST(attribute(document, "//w:pgMar", "w:left") == "1587");
    BOOST_TEST(attribute(document, "//w:docGrid", "w:type") == "lines");
    BOOST_TEST(attribute(document, "//w:docGrid", "w:linePitch") == "579");
    auto const font_of = [&](char const* words) {
        auto const path = "//w:r[w:t[contains(., '" + std::string(words) + "')]]/w:rPr/w:rFonts";
        return attribute(document, path.c_str(), "w:eastAsia");
    };
    BOOST_TEST(font_of("法治政府") == "方正小标宋简体");
    BOOST_TEST(font_of("主要工作") == "黑体");
    BOOST_TEST(font_of("（一）") == "楷体_GB2312");
    BOOST_TEST(font_of("作出") == "仿宋_GB2312");
    BOOST_TEST(attribute(document, "//w:r[w:t[contains(., '作出')]]/w:rPr/w:sz", "w:val") == "32");
}

BOOST_AUTO_TEST_CASE(page_numbers_stand_outside)
{
    auto const bytes = write_docx(a_report());
    BOOST_TEST(attribute(part(bytes, "word/footer1.xml"), "//w:jc", "w:val") == "right");
    BOOST_TEST(attribute(part(bytes, "word/footer2.xml"), "//w:jc", "w:val") == "left");
    BOOST_TEST(part(bytes, "word/settings.xml").select_node("//w:evenAndOddHeaders"));
}

BOOST_AUTO_TEST_CASE(the_mark_of_a_paper_stands_beside_the_number_of_each_page)
{
    auto draft = a_report();
    draft.mark = "草稿";
    for (auto const* footer : {"word/footer1.xml", "word/footer2.xml"}) {
        auto const words = [&](paper const& what) {
            return std::string(
                part(write_docx(what), footer).select_node("//w:t").node().text().get());
        };
        BOOST_TEST(words(draft) == "草稿　— ", footer);
        BOOST_TEST(words(a_report()) == "— ", footer);
    }
}

BOOST_AUTO_TEST_CASE(the_same_paper_gives_the_same_bytes)
{
    BOOST_TEST((write_docx(a_report()) == write_docx(a_report())));
}

BOOST_AUTO_TEST_SUITE_END()
