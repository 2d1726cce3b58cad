#ifndef JUECE_TESTS_ADAPTERS_MADE_ARCHIVE_HPP
#define JUECE_TESTS_ADAPTERS_MADE_ARCHIVE_HPP

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tests {

/// Writes a ZIP archive with these names and bytes, packed.
void make_archive(std::filesystem::path const& at,
                  std::vector<std::pair<std::string, std::string>> const& entries);

/// Writes a DOCX whose body is this XML inside w:body.
void make_docx(std::filesystem::path const& at, std::string const& body);

/// The XML of plain paragraphs.
std::string docx_paragraphs(std::vector<std::string> const& all);

void write_file(std::filesystem::path const& at, std::string const& bytes);

/// A PDF of one page that says these (ASCII) lines.
std::string made_pdf(std::vector<std::string> const& lines);

} // namespace tests

#endif
