#ifndef JUECE_WEB_STATIC_FILES_HPP
#define JUECE_WEB_STATIC_FILES_HPP

#include "web/request.hpp"
#include "web/response.hpp"

#include <map>
#include <optional>
#include <string>

namespace web {

/// The stylesheet, scripts and pictures built into the binary, each with an ETag of its content.
class static_files {
public:
    static_files();
    /// The answer to "/static/..."; nothing when there is no such file.
    std::optional<response> answer(request const& asked) const;
    /// The path with its version, so that a page never meets an old stylesheet.
    std::string address_of(std::string const& name) const;

private:
    struct entry {
        std::string_view bytes;
        std::string packed; ///< the same by gzip; empty where that is not worth it
        std::string type;
        std::string tag;
    };
    std::map<std::string, entry, std::less<>> files_;
};

} // namespace web

#endif
