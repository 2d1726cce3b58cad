#include "tests/adapters/made_archive.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <zip.h>

namespace tests {

void make_archive(std::filesystem::path const& at,
                  std::vector<std::pair<std::string, std::string>> const& entries)
{
    int fault = 0;
    auto* archive = zip_open(at.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault);
    BOOST_REQUIRE(archive);
    for (auto const& [name, bytes] : entries) {
        auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        BOOST_REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    BOOST_REQUIRE(zip_close(archive) == 0);
}

void make_docx(std::filesystem::path const& at, std::string const& body)
{
    make_archive(
        at, {{"[Content_Types].xml",
              "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
              "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
             {"word/document.xml",
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://"
              "schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
                  body + "</w:body></w:document>"}});
}

std::string docx_paragraphs(std::vector<std::string> const& all)
{
    std::string xml;
    for (auto const& one : all)
        xml += "<w:p><w:r><w:t xml:space=\"preserve\">" + one + "</w:t></w:r></w:p>";
    return xml;
}

void write_file(std::filesystem::path const& at, std::string const& bytes)
{
    std::ofstream(at, std::ios::binary) << bytes;
}

std::string made_pdf(std::vector<std::string> const& lines)
{
    std::string page = "BT /F1 12 Tf 72 720 Td 16 TL\n";
    for (auto const& one : lines)
        page += "(" + one + ") Tj T*\n";
    page += "ET";
    std::vector<std::string> const objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + std::to_string(page.size()) + ">>stream\n" + page + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string file = "%PDF-1.4\n";
    std::string table = "xref\n0 6\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        auto place = std::to_string(file.size());
        table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    auto const at = std::to_string(file.size());
    return file + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

} // namespace tests
