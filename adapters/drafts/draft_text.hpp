#ifndef JUECE_ADAPTERS_DRAFTS_DRAFT_TEXT_HPP
#define JUECE_ADAPTERS_DRAFTS_DRAFT_TEXT_HPP

#include "engine/text.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace adapters::drafts {

/// The words of a document, paragraph by paragraph: UTF-8, without indentation, none empty.
struct draft_text {
    std::vector<std::string> paragraphs;
};

/// The text, or why there is none; the reason is for people.
using text_reading = std::variant<draft_text, engine::text>;

/// How a document holds its words, told by how it begins.
enum class draft_format { docx, pdf, plain };
draft_format format_of(std::filesystem::path const& file);

/// The text of a DOCX, a PDF with text, or a plain text file. What strangers made is read apart
/// (`text_apart.hpp`).
text_reading read_draft(std::filesystem::path const& file);

// ---- one reader for each kind of file

/// Body, tables and text boxes as they read with every tracked change accepted. Numbers that Word
/// makes up for a list are no text and are not here.
text_reading read_docx(std::filesystem::path const& file);

/// The part of a DOCX that holds the words (word/document.xml), as XML.
text_reading read_docx_body(std::string const& xml);

/// UTF-8, UTF-16 with its mark, or GB18030.
text_reading read_plain(std::string const& bytes);

/// Lines of a page are joined into paragraphs again where the layout shows that they belong
/// together. A scan has no text.
text_reading read_pdf(std::filesystem::path const& file);

/// Bytes of text above which a document is not compared, and paragraphs.
inline constexpr std::size_t longest_text = 8U << 20;
inline constexpr std::size_t most_paragraphs = 20'000;

/// Adds a paragraph without its indentation; what is empty then is left out.
void add_paragraph(draft_text& to, std::string_view words);

/// The text if it keeps to the limits and says anything at all.
text_reading within_limits(draft_text found);

} // namespace adapters::drafts

#endif
