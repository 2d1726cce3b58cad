#ifndef JUECE_WEB_COMPRESSION_HPP
#define JUECE_WEB_COMPRESSION_HPP

#include "web/request.hpp"
#include "web/response.hpp"

namespace web {

/// Whether whoever asks takes gzip (RFC 9110, section 12.5.3).
bool takes_gzip(request const& asked);

/// Words are worth packing above a kilobyte: pages, JSON, feeds, tables, drawings.
bool is_worth_packing(std::size_t size, std::string_view media_type);
/// The same of an answer whose bytes are at hand.
bool is_worth_packing(response const& made);

/// Packs an answer if it is worth it. A page of 100 KB costs most of a millisecond: for the
/// threads, not for the event loop.
void pack(response& made);

/// gzip, as small as it gets with `level` 9 and in least time with 1.
std::string gzipped(std::string_view bytes, int level);

} // namespace web

#endif
