#ifndef JUECE_WEB_RESPONSE_HPP
#define JUECE_WEB_RESPONSE_HPP

#include "web/request.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace web {

/// What goes back. With `file` set, its bytes are sent instead of the body.
struct response {
    int status = 200;
    pairs headers;
    std::string body;
    std::optional<std::filesystem::path> file = {};
    std::shared_ptr<void const> until_sent = {}; ///< what keeps the file there
    bool close = false;                          ///< ends the connection after this answer

    response& with(std::string name, std::string value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

} // namespace web

#endif
