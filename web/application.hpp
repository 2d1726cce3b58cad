#ifndef JUECE_WEB_APPLICATION_HPP
#define JUECE_WEB_APPLICATION_HPP

#include "web/multipart.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <variant>

namespace web {

/// How much of a body a request may bring, and where its files go.
struct body_terms {
    std::uint64_t most_bytes = 0;
    std::size_t most_field_bytes = 0;
    file_opener open = {}; ///< empty: files are read and thrown away
    bool stranger = true;  ///< nobody that is known to be signed in
};

/// What the server serves. It is called on the event loop only.
class application {
public:
    virtual ~application() = default;

    /// Asked when the headers are in and before the body is: its terms, or the answer at once.
    virtual boost::asio::awaitable<std::variant<body_terms, response>>
    admit(request const& head) = 0;
    /// Never throws for what a client can cause.
    virtual boost::asio::awaitable<response> answer(request asked) = 0;
    /// The answer to what is no HTTP, is too long or too slow. Of its head may be known no more
    /// than the address of the other side, or nothing.
    virtual response answer_unread(int status, request const& head) = 0;
};

} // namespace web

#endif
