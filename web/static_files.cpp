#include "web/static_files.hpp"

#include "config/embedded.hpp"
#include "engine/chain.hpp"
#include "web/compression.hpp"

namespace web {
namespace {

/// Packed once, at the start.
constexpr int smallest = 9;

std::string type_of(std::string_view path)
{
    if (path.ends_with(".css"))
        return "text/css; charset=utf-8";
    if (path.ends_with(".js"))
        return "text/javascript; charset=utf-8";
    if (path.ends_with(".svg"))
        return "image/svg+xml";
    if (path.ends_with(".png"))
        return "image/png";
    return "application/octet-stream";
}

} // namespace

static_files::static_files()
{
    constexpr std::string_view folder = "web/static/";
    for (auto const path : config::embedded_under(folder)) {
        auto const bytes = *config::embedded(path);
        entry one{bytes, {}, type_of(path), engine::sha256(bytes).substr(0, 16)};
        if (is_worth_packing(bytes.size(), one.type))
            one.packed = gzipped(bytes, smallest);
        files_.emplace(path.substr(folder.size()), std::move(one));
    }
}

std::optional<response> static_files::answer(request const& asked) const
{
    constexpr std::string_view folder = "/static/";
    if (!asked.path.starts_with(folder))
        return {};
    auto const found = files_.find(std::string_view(asked.path).substr(folder.size()));
    if (found == files_.end())
        return {};
    auto const& file = found->second;
    auto const packed = !file.packed.empty() && takes_gzip(asked);
    auto const tag = "\"" + file.tag + (packed ? "-gzip\"" : "\"");
    response made;
    made.with("ETag", tag).with("Vary", "Accept-Encoding");
    auto const* version = find(asked.query, "v");
    made.with("Cache-Control", version && *version == file.tag
                                   ? "public, max-age=31536000, immutable"
                                   : "public, max-age=0, must-revalidate");
    if (asked.header("if-none-match") == tag) {
        made.status = 304;
        return made;
    }
    made.with("Content-Type", file.type).with("X-Content-Type-Options", "nosniff");
    made.body = packed ? file.packed : std::string(file.bytes);
    if (packed)
        made.with("Content-Encoding", "gzip");
    return made;
}

std::string static_files::address_of(std::string const& name) const
{
    auto const found = files_.find(name);
    return "/static/" + name + (found == files_.end() ? "" : "?v=" + found->second.tag);
}

} // namespace web
