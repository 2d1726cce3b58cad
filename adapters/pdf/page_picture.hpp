#ifndef JUECE_ADAPTERS_PDF_PAGE_PICTURE_HPP
#define JUECE_ADAPTERS_PDF_PAGE_PICTURE_HPP

#include <filesystem>
#include <optional>
#include <string>

namespace adapters::pdf {

/// How many pages a PDF has; nothing when it cannot be read or is locked.
std::optional<int> page_count(std::filesystem::path const& file);

/// A page (from 1) as PNG, so many pixels wide. Nothing when there is no such page. Scripts, links
/// and attachments of the PDF do nothing here.
std::optional<std::string> page_picture(std::filesystem::path const& file, int page, int width);

} // namespace adapters::pdf

#endif
