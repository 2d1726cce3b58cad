#include "adapters/documents/document_types.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <boost/locale/encoding.hpp>

using namespace adapters::documents;

namespace {

struct context {
    tests::scratch_dir dir;
    std::filesystem::path const file = dir / "upload";

    /// "DOCX", or the message of the refusal.
    std::string taken_as(std::string const& name = "文件") const
    {
        auto const found = type_of(file, name);
        if (auto const* why = std::get_if<engine::text>(&found)) {
            BOOST_TEST(why->args.front().id == name);
            return why->id;
        }
        return std::string(std::get<document_type const*>(found)->name);
    }
    std::string taken_as_bytes(std::string const& bytes, std::string const& name = "文件") const
    {
        tests::write_file(file, bytes);
        return taken_as(name);
    }
};

constexpr char const* not_listed = "“{1}”的内容不是可以上传的类型。可以上传：{2}。";
constexpr char const* runs = "“{1}”含有宏或者嵌入的可执行内容，不能上传。请另存为不含宏的文件。";
constexpr char const* is_program =
    "“{1}”的内容是程序或者网页，不是文件，不能上传。请选择要上传的文件本身。";
constexpr char const* belied =
    "“{1}”的文件名是{2}文件，内容却是{3}。请核对选择的文件；内容无误的，请按内容改文件名（{4}）后再"
    "上传。";

} // namespace

BOOST_FIXTURE_TEST_SUITE(document_types_test, context)

BOOST_AUTO_TEST_CASE(files_are_known_by_their_content)
{
    BOOST_TEST(taken_as_bytes(tests::made_pdf({"words"})) == "PDF");
    BOOST_TEST(taken_as_bytes("\x89PNG\r\n\x1a\n" +
                              std::string("\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x02\0\0\0", 21)) ==
               "PNG");
    BOOST_TEST(taken_as_bytes(std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20)) ==
               "JPEG");
    tests::make_docx(file, tests::docx_paragraphs({"第一条"}));
    BOOST_TEST(taken_as("方案.DOCX") == "DOCX");
    tests::make_archive(file, {{"xl/workbook.xml", "<workbook/>"}});
    BOOST_TEST(taken_as() == "XLSX");
    tests::make_archive(file, {{"OFD.xml", "<ofd:OFD/>"}, {"Doc_0/Document.xml", "<x/>"}});
    BOOST_TEST(taken_as() == "OFD");
}

BOOST_AUTO_TEST_CASE(chinese_texts_are_taken_in_every_usual_encoding)
{
    std::string const words = "第一条　为了规范管理，制定本办法。\n";
    BOOST_TEST(taken_as_bytes(words) == "TXT");
    BOOST_TEST(taken_as_bytes("\xEF\xBB\xBF" + words) == "TXT");
    BOOST_TEST(taken_as_bytes(boost::locale::conv::from_utf(words, "GB18030")) == "TXT");
    BOOST_TEST(taken_as_bytes(boost::locale::conv::from_utf(std::string("同意"), "GB18030")) ==
               "TXT");
    BOOST_TEST(taken_as_bytes("\xFF\xFE" + boost::locale::conv::from_utf(words, "UTF-16LE")) ==
               "TXT");
    BOOST_TEST(taken_as_bytes("编号,意见\n1,同意\n") == "TXT");
}

BOOST_AUTO_TEST_CASE(programs_are_refused_whatever_they_are_called)
{
    for (auto const& bytes :
         {std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0", 16) + std::string(64, '\0'),
          std::string("\x7f"
                      "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0",
                      24) +
              std::string(64, '\0'),
          std::string("#!/bin/sh\nrm -rf ~\n"),
          std::string("<!DOCTYPE html><html><script>alert(1)</script></html>"),
          std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
          std::string("<?php system($_GET['c']);")}) {
        auto const said = taken_as_bytes(bytes, "方案.pdf");
        BOOST_TEST((said == not_listed || said == is_program), said);
    }
}

BOOST_AUTO_TEST_CASE(a_program_named_as_a_document_is_said_to_be_a_program)
{
    auto const program =
        std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0", 16) + std::string(64, '\0');
    BOOST_TEST(taken_as_bytes(program, "方案.pdf") == is_program);
    BOOST_TEST(taken_as_bytes("#!/bin/sh\nrm -rf ~\n", "方案.docx") == is_program);
}

BOOST_AUTO_TEST_CASE(a_name_that_belies_its_content_is_refused)
{
    BOOST_TEST(taken_as_bytes("第一条　为了规范管理。\n", "方案.docx") == belied);
    BOOST_TEST(taken_as_bytes(tests::made_pdf({"words"}), "方案.TXT") == belied);
    BOOST_TEST(taken_as_bytes("编号,意见\n1,同意\n", "意见.csv") == "TXT");
    BOOST_TEST(taken_as_bytes("第一条\n", "第一条.第二稿") == "TXT"); // claims nothing
    BOOST_TEST(taken_as_bytes(std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20),
                              "照片.png") == "JPEG");
}

BOOST_AUTO_TEST_CASE(macros_are_refused)
{
    for (auto const* part : {"word/vbaProject.bin", "xl/macrosheets/sheet1.xml",
                             "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"}) {
        tests::make_archive(file, {{"word/document.xml", "<x/>"}, {part, "x"}});
        BOOST_TEST(taken_as("方案.docx") == runs, part);
    }
    tests::make_archive(
        file, {{"word/document.xml", "<x/>"},
               {"[Content_Types].xml", "<Types><Override ContentType=\"application/"
                                       "vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"}});
    BOOST_TEST(taken_as() == runs);
    BOOST_TEST(
        taken_as_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1'024, '\0'), "旧.doc") ==
        "“{1}”是旧格式的文件，可能含有宏，不能上传。请另存为 DOCX、XLSX 或者 PDF。");
}

BOOST_AUTO_TEST_CASE(bombs_bare_archives_and_empty_files_are_refused)
{
    tests::make_archive(file, {{"word/document.xml", std::string(64U << 20, '\0')}});
    BOOST_TEST(taken_as() == "不能接收“{1}”：{2}。");
    tests::make_archive(file, {{"a.exe", "MZ"}});
    BOOST_TEST(taken_as() == not_listed);
    BOOST_TEST(taken_as_bytes("") == "“{1}”是空文件。");
}

BOOST_AUTO_TEST_CASE(a_file_is_given_out_with_an_ending_that_fits)
{
    BOOST_TEST(safe_name("方案.DOCX", accepted_types()[1].media_type) == "方案.DOCX");
    BOOST_TEST(safe_name("方案.exe", "text/plain") == "方案.exe.txt");
    BOOST_TEST(safe_name("意见.csv", "text/plain") == "意见.csv");
    BOOST_TEST(safe_name("照片.jpeg", "image/jpeg") == "照片.jpeg");
    BOOST_TEST(safe_name("x.html", "application/octet-stream") == "x.html.bin");
}

BOOST_AUTO_TEST_SUITE_END()
