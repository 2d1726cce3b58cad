#include "web/compression.hpp"

#include "engine/lowered.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <zlib.h>

namespace web {
namespace {

/// Below that an answer fits into one packet either way.
constexpr std::size_t least_packed = 1'000;
/// Measured on the pages of the sample: 6 takes half as long again for a twentieth less.
constexpr int level_for_pages = 4;

constexpr std::array packed_types = {
    "text/",           "application/json", "application/problem+json", "application/atom+xml",
    "application/xml", "image/svg+xml"};

std::string_view trimmed(std::string_view words)
{
    while (words.starts_with(' ') || words.starts_with('\t'))
        words.remove_prefix(1);
    while (words.ends_with(' ') || words.ends_with('\t'))
        words.remove_suffix(1);
    return words;
}

/// "gzip;q=0.5": the name, and whether it is wanted at all.
std::pair<std::string, bool> coding_of(std::string_view one)
{
    auto const semicolon = one.find(';');
    auto const name = engine::lowered(std::string(trimmed(one.substr(0, semicolon))));
    if (semicolon == std::string_view::npos)
        return {name, true};
    auto const weight = trimmed(one.substr(semicolon + 1));
    auto const nothing = (weight.starts_with("q=0") || weight.starts_with("Q=0")) &&
                         weight.find_first_not_of("0.", 2) == std::string_view::npos;
    return {name, !nothing};
}

} // namespace

bool takes_gzip(request const& asked)
{
    auto rest = asked.header("accept-encoding");
    std::optional<bool> gzip, anything;
    while (!rest.empty()) {
        auto const comma = rest.find(',');
        auto const [name, wanted] = coding_of(rest.substr(0, comma));
        if (name == "gzip" || name == "x-gzip")
            gzip = wanted;
        else if (name == "*")
            anything = wanted;
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return gzip.value_or(anything.value_or(false));
}

bool is_worth_packing(std::size_t size, std::string_view media_type)
{
    return size >= least_packed &&
           std::any_of(packed_types.begin(), packed_types.end(),
                       [&](auto const* one) { return media_type.starts_with(one); });
}

bool is_worth_packing(response const& made)
{
    auto const* type = find(made.headers, "Content-Type");
    return !made.file && type && is_worth_packing(made.body.size(), *type);
}

void pack(response& made)
{
    if (!is_worth_packing(made))
        return;
    made.body = gzipped(made.body, level_for_pages);
    made.with("Content-Encoding", "gzip");
}

std::string gzipped(std::string_view bytes, int level)
{
    constexpr int with_gzip_header = 16;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, MAX_WBITS + with_gzip_header, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib has no memory");
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    auto const ended = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END)
        throw std::runtime_error("an answer could not be packed");
    return packed;
}

} // namespace web
