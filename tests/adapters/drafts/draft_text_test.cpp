#include "adapters/drafts/draft_text.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <boost/locale/encoding.hpp>

using namespace adapters::drafts;

namespace {

using words = std::vector<std::string>;

struct context {
    tests::scratch_dir dir;
    std::filesystem::path const file = dir / "draft";

    words read() const
    {
        auto const found = read_draft(file);
        auto const* why = std::get_if<engine::text>(&found);
        BOOST_TEST_REQUIRE(!why, (why ? why->id : ""));
        return std::get<draft_text>(found).paragraphs;
    }
    std::string refusal() const
    {
        auto const found = read_draft(file);
        auto const* why = std::get_if<engine::text>(&found);
        return why ? why->id : "";
    }
};

constexpr char const* not_text =
    "不是可以比对的文字文件（支持 DOCX、PDF、UTF-8 或者 GB18030 编码的 TXT）";

} // namespace

BOOST_FIXTURE_TEST_SUITE(draft_text_test, context)

BOOST_AUTO_TEST_CASE(plain_text_is_read_in_every_usual_encoding)
{
    words const expected = {"第一条　为了规范管理，制定本办法。", "第二条 龘镕喆堃玥㐂𠮷"};
    std::string const utf8 = "　　" + expected[0] + "\r\n\r\n  " + expected[1] + "　\n";
    auto const in = [&](char const* encoding) {
        return boost::locale::conv::from_utf(utf8, encoding);
    };
    for (auto const& bytes : {utf8, "\xEF\xBB\xBF" + utf8, in("GB18030"),
                              "\xFF\xFE" + in("UTF-16LE"), "\xFE\xFF" + in("UTF-16BE")}) {
        tests::write_file(file, bytes);
        BOOST_TEST(read() == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_refused)
{
    tests::write_file(file, std::string("\x7f"
                                        "ELF\0\0\1",
                                        7));
    BOOST_TEST(refusal() == not_text);
    tests::write_file(file, "\xff\xff\x80 no encoding");
    BOOST_TEST(refusal() == not_text);
    tests::write_file(file, " \n　\n");
    BOOST_TEST(refusal() == "文件中没有可以比对的文字");
}

BOOST_AUTO_TEST_CASE(a_docx_reads_as_with_all_changes_accepted)
{
    tests::make_docx(
        file,
        "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>第一条</w:t></w:r>"
        "<w:r><w:t xml:space=\"preserve\"> 为了</w:t><w:tab/></w:r>"
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p><w:p/>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>正文&amp;</w:t></w:r>"
        "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r>"
        "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>");
    words const expected = {"第一条 为了 新", "甲", "乙", "正文&", "框"};
    BOOST_TEST(read() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_broken_or_foreign_archive_is_refused)
{
    tests::make_archive(file, {{"word/document.xml", "<w:document><w:body>"}});
    BOOST_TEST(refusal() == "DOCX 文件的正文已损坏");
    tests::make_archive(file, {{"xl/workbook.xml", "<workbook/>"}});
    BOOST_TEST(refusal() == not_text);
    tests::make_archive(file, {{"word/document.xml", "x"}, {"../x", "x"}});
    BOOST_TEST(refusal() == "压缩包内有指向包外的文件名");
}

BOOST_AUTO_TEST_CASE(entities_and_deep_nesting_are_no_weapons)
{
    // An entity that would unfold to a thousand letters stays what it is.
    tests::make_archive(
        file, {{"word/document.xml",
                "<!DOCTYPE d [<!ENTITY a \"" + std::string(1'000, 'a') +
                    "\">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>"
                    "</w:document>"}});
    BOOST_TEST(read() == words{"&a;"}, boost::test_tools::per_element());
    std::string deep;
    for (int i = 0; i < 20'000; ++i)
        deep += "<w:tbl>";
    for (int i = 0; i < 20'000; ++i)
        deep += "</w:tbl>";
    tests::make_docx(file, deep);
    BOOST_TEST(refusal() == "DOCX 文件的正文已损坏");
}

BOOST_AUTO_TEST_CASE(letters_that_are_none_are_refused)
{
    tests::make_docx(file, tests::docx_paragraphs({"第一条\xff\xfe"}));
    BOOST_TEST(refusal() == "文件的文字编码已损坏");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_too_long_is_refused)
{
    std::string many;
    for (int i = 0; i < 20'001; ++i)
        many += "段\n";
    tests::write_file(file, many);
    BOOST_TEST(refusal() == "文字过长，不能逐段比对");
}

BOOST_AUTO_TEST_CASE(a_pdf_gives_its_paragraphs_without_page_numbers)
{
    auto const long_line = "The sponsor reports to the organ within thirty working days and then";
    tests::write_file(file, tests::made_pdf({"Short title", long_line, "it waits.", "- 3 -"}));
    words const expected = {"Short title", std::string(long_line) + "it waits."};
    BOOST_TEST(read() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pdf_without_text_says_that_it_may_be_a_scan)
{
    tests::write_file(file, tests::made_pdf({}));
    BOOST_TEST(refusal() == "PDF 文件中没有文字，可能是扫描件");
    tests::write_file(file, "%PDF-1.4\nno more");
    BOOST_TEST(refusal() == "PDF 文件已损坏");
}

BOOST_AUTO_TEST_SUITE_END()
