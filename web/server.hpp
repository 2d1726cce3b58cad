#ifndef JUECE_WEB_SERVER_HPP
#define JUECE_WEB_SERVER_HPP

#include "web/application.hpp"
#include "web/connection_book.hpp"
#include "web/held_bytes.hpp"

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace web {

struct server_settings {
    connection_terms connections;
    held_bytes::terms memory;
    std::size_t most_uploads_of_strangers = 100; ///< bodies with files, at the same time
    std::uint32_t most_header_bytes = 16 * 1024;
    std::chrono::seconds idle{60}; ///< for the headers of the next request to be complete
    std::chrono::seconds idle_in_a_crowd{
        10};                              ///< the same while more than half of the places are taken
    std::chrono::seconds each_read{30};   ///< for the next bytes of a body, or of an answer
    std::chrono::seconds whole_body{900}; ///< for a body altogether
    std::size_t least_a_second = 1'000;   ///< bytes of a body or an answer, after `each_read`
    std::chrono::seconds last_requests{20}; ///< that a stop waits for answers under way
    std::string certificate;                ///< PEM files; empty: no TLS
    std::string private_key;
    /// Whether many people come from that address; empty: nobody says so of any.
    std::function<bool(std::string const& address)> is_gateway = {};
};

/// Speaks HTTP/1.1 with keep-alive. All of it runs on the event loop that it was given, which one
/// thread drives; nothing in the house but server.cpp knows Beast.
class server {
public:
    server(boost::asio::io_context& loop, application& serves, server_settings settings);
    ~server();

    /// Listens on "127.0.0.1:8080", "[::]:8080" or "localhost:0" (every address of the name);
    /// throws with the reason. Gives the port.
    std::uint16_t listen(std::string const& address);
    /// Takes no more connections, lets requests under way finish, then closes.
    void stop();
    /// For SIGTERM and SIGINT: stop.
    void stop_on_signals();

    long long connections() const;
    long long requests() const;
    /// Since the start: connections for which there was no room, and those that waited for a
    /// request and were ended to make some.
    unsigned long long refused_connections() const;
    unsigned long long cut_connections() const;
    /// Of requests that arrive and of answers that nobody reads, in memory now.
    std::size_t held_bytes_now() const;

    struct state;

private:
    std::shared_ptr<state> state_;
};

/// Splits "host:port", "[v6]:port"; throws std::invalid_argument with the reason.
std::pair<std::string, std::string> split_address(std::string const& address);

} // namespace web

#endif
