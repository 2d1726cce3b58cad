#include "adapters/office/write_docx.hpp"

#include "adapters/office/paper_fonts.hpp"

#include <chrono>
#include <cstring>
#include <memory>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>
#include <zip.h>

namespace adapters::office {
namespace {

// GB/T 9704-2012. Twips are twentieths of a point; a millimetre is 56.693 of them.
constexpr int page_width = 11906, page_height = 16838;
constexpr int margin_top = 2098, margin_bottom = 1984, margin_left = 1587, margin_right = 1474;
constexpr int footer_drop = 1304; // the number stands 7 mm below the type area
constexpr int line_pitch = 579;   // 22 lines to a page
constexpr int title_pitch = 680;
constexpr int size_2 = 44, size_3 = 32, size_4 = 28; // half points
constexpr int issuer_size = 84;
/// Squeezes 16 pt characters to 28 a line; the grid of characters gave 19 in LibreOffice.
constexpr int squeeze = -5;
constexpr char const* red = "DB0000";

constexpr char const* main_name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr char const* relations_name =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// How the characters of a paragraph look.
struct lettering {
    char const* font = face::body;
    int size = size_3;
    char const* colour = nullptr;
};

/// How a paragraph stands.
struct standing {
    char const* align = "both";
    int first_line_hundredths = 0; ///< of a character
    int right_hundredths = 0;
    int pitch = line_pitch;
    int before = 0; ///< twips
    bool red_line_below = false;
};

pugi::xml_node with(pugi::xml_node parent, char const* name, char const* attribute,
                    std::string const& value)
{
    auto child = parent.append_child(name);
    child.append_attribute(attribute) = value.c_str();
    return child;
}

void add_lettering(pugi::xml_node run, lettering const& how)
{
    auto looks = run.append_child("w:rPr");
    auto fonts = looks.append_child("w:rFonts");
    fonts.append_attribute("w:ascii") = how.font;
    fonts.append_attribute("w:hAnsi") = how.font;
    fonts.append_attribute("w:eastAsia") = how.font;
    if (how.colour)
        with(looks, "w:color", "w:val", how.colour);
    with(looks, "w:spacing", "w:val", std::to_string(squeeze));
    with(looks, "w:sz", "w:val", std::to_string(how.size));
    with(looks, "w:szCs", "w:val", std::to_string(how.size));
}

void add_run(pugi::xml_node paragraph, std::string const& words, lettering const& how)
{
    auto run = paragraph.append_child("w:r");
    add_lettering(run, how);
    auto text = run.append_child("w:t");
    text.append_attribute("xml:space") = "preserve";
    text.text().set(words.c_str());
}

pugi::xml_node add_paragraph(pugi::xml_node parent, std::string const& words, lettering const& how,
                             standing const& where)
{
    auto paragraph = parent.append_child("w:p");
    auto looks = paragraph.append_child("w:pPr");
    if (where.red_line_below) {
        auto line = looks.append_child("w:pBdr").append_child("w:bottom");
        line.append_attribute("w:val") = "single";
        line.append_attribute("w:sz") = "12";
        line.append_attribute("w:space") = "11"; // 4 mm
        line.append_attribute("w:color") = red;
    }
    auto spacing = looks.append_child("w:spacing");
    spacing.append_attribute("w:before") = where.before;
    spacing.append_attribute("w:after") = 0;
    spacing.append_attribute("w:line") = where.pitch;
    spacing.append_attribute("w:lineRule") = "exact";
    if (where.first_line_hundredths > 0 || where.right_hundredths > 0) {
        auto indent = looks.append_child("w:ind");
        if (where.first_line_hundredths > 0)
            indent.append_attribute("w:firstLineChars") = where.first_line_hundredths;
        if (where.right_hundredths > 0)
            indent.append_attribute("w:rightChars") = where.right_hundredths;
    }
    with(looks, "w:jc", "w:val", where.align);
    if (!words.empty())
        add_run(paragraph, words, how);
    return paragraph;
}

class body_writer {
public:
    explicit body_writer(pugi::xml_node body) : body_(body) {}

    void put(paper_line const& line)
    {
        if (line.is != line_sort::row)
            table_ = {};
        switch (line.is) {
        case line_sort::issuer:
        case line_sort::letterhead:
            add_paragraph(body_, line.words, {face::title, issuer_size, red},
                          {.align = "center", .pitch = 1200});
            return;
        case line_sort::number:
            add_paragraph(body_, line.words, {}, {.align = "center", .red_line_below = true});
            return;
        case line_sort::title:
            title(line.words);
            return;
        case line_sort::addressee:
            add_paragraph(body_, line.words, {}, {});
            return;
        case line_sort::paragraph:
        case line_sort::note:
            add_paragraph(body_, line.words, {}, {.first_line_hundredths = 200});
            return;
        case line_sort::heading:
            add_paragraph(body_, line.words, {face::heading}, {.first_line_hundredths = 200});
            return;
        case line_sort::subheading:
            add_paragraph(body_, line.words, {face::subheading}, {.first_line_hundredths = 200});
            return;
        case line_sort::row:
            row(line);
            return;
        case line_sort::signer:
        case line_sort::date:
            add_paragraph(body_, line.words, {}, {.align = "right", .right_hundredths = 400});
            return;
        case line_sort::blank:
            add_paragraph(body_, "", {}, {});
            return;
        }
    }

private:
    void title(std::string const& words)
    {
        int before = line_pitch;
        for (auto const& one : title_lines(words)) {
            add_paragraph(body_, one, {face::title, size_2},
                          {.align = "center", .pitch = title_pitch, .before = before});
            before = 0;
        }
        add_paragraph(body_, "", {}, {.pitch = line_pitch / 2});
    }

    void row(paper_line const& line)
    {
        if (!table_)
            begin_table();
        auto row = table_.append_child("w:tr");
        for (std::size_t i = 0; i < line.cells.size() && i < 4; ++i) {
            auto cell = row.append_child("w:tc");
            bool const is_last = i + 1 == line.cells.size();
            auto looks = cell.append_child("w:tcPr");
            if (is_last && line.cells.size() == 2)
                with(looks, "w:gridSpan", "w:val", "3");
            lettering const how{i % 2 == 0 ? face::heading : face::body, size_4};
            std::istringstream lines(line.cells[i]);
            std::string words;
            bool any = false;
            while (std::getline(lines, words)) {
                add_paragraph(cell, words, how, {.align = "left", .pitch = 400});
                any = true;
            }
            if (!any)
                add_paragraph(cell, "", how, {.pitch = 400});
        }
    }

    void begin_table()
    {
        table_ = body_.append_child("w:tbl");
        auto looks = table_.append_child("w:tblPr");
        auto width = looks.append_child("w:tblW");
        width.append_attribute("w:w") = "5000";
        width.append_attribute("w:type") = "pct";
        auto borders = looks.append_child("w:tblBorders");
        for (char const* side :
             {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            auto border = borders.append_child(side);
            border.append_attribute("w:val") = "single";
            border.append_attribute("w:sz") = "6";
        }
        auto grid = table_.append_child("w:tblGrid");
        for (int const column : {2240, 2182, 2240, 2182})
            with(grid, "w:gridCol", "w:w", std::to_string(column));
    }

    pugi::xml_node body_;
    pugi::xml_node table_;
};

std::string text_of(pugi::xml_document const& document)
{
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

pugi::xml_node begin(pugi::xml_document& document, char const* root)
{
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    auto node = document.append_child(root);
    node.append_attribute("xmlns:w") = main_name;
    node.append_attribute("xmlns:r") = relations_name;
    return node;
}

void add_section(pugi::xml_node body)
{
    auto section = body.append_child("w:sectPr");
    for (auto const& [type, id] : {std::pair{"default", "rId2"}, std::pair{"even", "rId3"}}) {
        auto footer = section.append_child("w:footerReference");
        footer.append_attribute("w:type") = type;
        footer.append_attribute("r:id") = id;
    }
    auto size = section.append_child("w:pgSz");
    size.append_attribute("w:w") = page_width;
    size.append_attribute("w:h") = page_height;
    auto margins = section.append_child("w:pgMar");
    margins.append_attribute("w:top") = margin_top;
    margins.append_attribute("w:right") = margin_right;
    margins.append_attribute("w:bottom") = margin_bottom;
    margins.append_attribute("w:left") = margin_left;
    margins.append_attribute("w:header") = 851;
    margins.append_attribute("w:footer") = footer_drop;
    margins.append_attribute("w:gutter") = 0;
    auto grid = section.append_child("w:docGrid");
    grid.append_attribute("w:type") = "lines";
    grid.append_attribute("w:linePitch") = line_pitch;
}

std::string document_part(paper const& what)
{
    pugi::xml_document document;
    auto body = begin(document, "w:document").append_child("w:body");
    body_writer writer(body);
    for (auto const& line : what.lines)
        writer.put(line);
    add_section(body);
    return text_of(document);
}

void add_field_mark(pugi::xml_node paragraph, char const* mark, lettering const& how)
{
    auto run = paragraph.append_child("w:r");
    add_lettering(run, how);
    with(run, "w:fldChar", "w:fldCharType", mark);
}

/// "— 3 —", outside: right on odd pages, left on even ones, one character in; after the mark of the
/// paper, if it has one.
std::string footer_part(std::string const& mark, bool even)
{
    pugi::xml_document document;
    auto footer = begin(document, "w:ftr");
    lettering const how{face::digits, size_4};
    auto paragraph = footer.append_child("w:p");
    auto looks = paragraph.append_child("w:pPr");
    auto indent = looks.append_child("w:ind");
    indent.append_attribute(even ? "w:leftChars" : "w:rightChars") = 100;
    with(looks, "w:jc", "w:val", even ? "left" : "right");
    add_run(paragraph, mark.empty() ? "— " : mark + "　— ", how);
    add_field_mark(paragraph, "begin", how);
    auto run = paragraph.append_child("w:r");
    add_lettering(run, how);
    auto code = run.append_child("w:instrText");
    code.append_attribute("xml:space") = "preserve";
    code.text().set(" PAGE ");
    add_field_mark(paragraph, "separate", how);
    add_run(paragraph, "1", how);
    add_field_mark(paragraph, "end", how);
    add_run(paragraph, " —", how);
    return text_of(document);
}

std::string settings_part()
{
    pugi::xml_document document;
    auto settings = begin(document, "w:settings");
    settings.append_child("w:evenAndOddHeaders");
    with(settings, "w:characterSpacingControl", "w:val", "doNotCompress");
    return text_of(document);
}

std::string properties_part(paper const& what)
{
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("cp:coreProperties");
    root.append_attribute("xmlns:cp") =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    root.append_child("dc:title").text().set(what.title.c_str());
    auto created = root.append_child("dcterms:created");
    created.append_attribute("xsi:type") = "dcterms:W3CDTF";
    created.text().set((engine::to_text(what.made_at).substr(0, 19) + "Z").c_str());
    return text_of(document);
}

constexpr char const* content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>)"
    R"(<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    R"(</Types>)";

constexpr char const* package_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    R"(</Relationships>)";

constexpr char const* document_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>)"
    R"(</Relationships>)";

/// Packs the parts in memory, each with the same time.
std::string packed(std::vector<std::pair<std::string, std::string>> const& parts, std::time_t at)
{
    zip_error_t fault;
    zip_error_init(&fault);
    auto const fail = [&](char const* what) {
        throw std::runtime_error(std::string("the DOCX cannot be made: ") + what);
    };
    auto* into = zip_source_buffer_create(nullptr, 0, 0, &fault);
    if (!into)
        fail(zip_error_strerror(&fault));
    zip_source_keep(into); // outlives the archive, to be read
    std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> const bytes(into, zip_source_free);
    auto* archive = zip_open_from_source(into, ZIP_TRUNCATE, &fault);
    if (!archive) {
        zip_source_free(into);
        fail(zip_error_strerror(&fault));
    }
    std::unique_ptr<zip_t, void (*)(zip_t*)> open(archive, zip_discard);
    for (auto const& [name, text] : parts) {
        auto* part = zip_source_buffer(archive, text.data(), text.size(), 0);
        auto const index =
            part ? zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) : zip_int64_t{-1};
        if (index < 0) {
            if (part)
                zip_source_free(part);
            fail(zip_strerror(archive));
        }
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), at, 0);
    }
    if (zip_close(archive) != 0)
        fail(zip_strerror(archive));
    static_cast<void>(open.release()); // closed, and gone with it

    zip_stat_t size;
    zip_stat_init(&size);
    if (zip_source_stat(into, &size) != 0 || zip_source_open(into) != 0)
        fail("its bytes cannot be read");
    std::string made(static_cast<std::size_t>(size.size), '\0');
    auto const read = zip_source_read(into, made.data(), made.size());
    zip_source_close(into);
    if (read != static_cast<zip_int64_t>(made.size()))
        fail("its bytes cannot be read");
    return made;
}

} // namespace

std::string write_docx(paper const& what)
{
    return packed({{"[Content_Types].xml", content_types},
                   {"_rels/.rels", package_relations},
                   {"docProps/core.xml", properties_part(what)},
                   {"word/_rels/document.xml.rels", document_relations},
                   {"word/document.xml", document_part(what)},
                   {"word/settings.xml", settings_part()},
                   {"word/footer1.xml", footer_part(what.mark, false)},
                   {"word/footer2.xml", footer_part(what.mark, true)}},
                  std::chrono::system_clock::to_time_t(what.made_at));
}

} // namespace adapters::office
