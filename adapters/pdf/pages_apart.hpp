#ifndef JUECE_ADAPTERS_PDF_PAGES_APART_HPP
#define JUECE_ADAPTERS_PDF_PAGES_APART_HPP

#include "adapters/apart/reading_room.hpp"

namespace adapters::pdf {

/// page_count and page_picture in a process of their own, for documents that anybody may have
/// made. The hash says which content the file has.
std::variant<int, apart::missing> page_count(apart::reading_room& room, std::string const& hash,
                                             std::filesystem::path const& file);
std::variant<std::string, apart::missing> page_picture(apart::reading_room& room,
                                                       std::string const& hash,
                                                       std::filesystem::path const& file, int page,
                                                       int width);

} // namespace adapters::pdf

#endif
