#ifndef JUECE_TESTS_CRASH_HTTP_CLIENT_HPP
#define JUECE_TESTS_CRASH_HTTP_CLIENT_HPP

#include <arpa/inet.h>
#include <charconv>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>
#include <vector>

// A small blocking HTTP/1.1 client: the tests of crashes and the measurements need one that says
// plainly whether an answer arrived whole, and that costs little itself.

namespace tests {

struct http_answer {
    int status = 0;
    std::string head;
    std::string body;
};

/// One kept connection to 127.0.0.1. For one thread.
class http_client {
public:
    using headers = std::vector<std::pair<std::string, std::string>>;

    explicit http_client(int port) : port_(port) {}
    ~http_client() { leave(); }
    http_client(http_client const&) = delete;
    http_client& operator=(http_client const&) = delete;

    /// The whole answer; nothing when the connection could not be made or broke before its end.
    /// Then nobody knows whether the request was taken.
    std::optional<http_answer> ask(std::string_view method, std::string_view target,
                                   headers const& more = {}, std::string_view body = {})
    {
        if (!connect())
            return {};
        std::string text;
        text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
        text.append(std::to_string(port_)).append("\r\n");
        for (auto const& [name, value] : more)
            text.append(name).append(": ").append(value).append("\r\n");
        if (!body.empty() || method == "POST")
            text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
        text.append("\r\n").append(body);
        auto answer = send_all(text) ? read_answer() : std::nullopt;
        if (!answer || answer->head.find("Connection: close") != std::string::npos)
            leave();
        return answer;
    }

private:
    bool connect()
    {
        if (socket_ >= 0)
            return true;
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(static_cast<std::uint16_t>(port_));
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval const patience{20, 0};
        int const at_once = 1;
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        if (::connect(socket_, reinterpret_cast<sockaddr const*>(&at), sizeof at) == 0)
            return true;
        leave();
        return false;
    }

    void leave()
    {
        if (socket_ >= 0)
            ::close(socket_);
        socket_ = -1;
        unread_.clear();
    }

    bool send_all(std::string_view text)
    {
        while (!text.empty()) {
            auto const sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    bool read_more()
    {
        char block[65'536];
        auto const got = ::recv(socket_, block, sizeof block, 0);
        if (got <= 0)
            return false;
        unread_.append(block, static_cast<std::size_t>(got));
        return true;
    }

    std::optional<http_answer> read_answer()
    {
        std::size_t end = 0;
        while ((end = unread_.find("\r\n\r\n")) == std::string::npos)
            if (!read_more())
                return {};
        http_answer answer;
        answer.head = unread_.substr(0, end + 2);
        unread_.erase(0, end + 4);
        // "HTTP/1.1 200 OK"
        std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
        std::size_t length = 0;
        if (auto const at = answer.head.find("Content-Length: "); at != std::string::npos)
            std::from_chars(answer.head.data() + at + 16, answer.head.data() + answer.head.size(),
                            length);
        while (unread_.size() < length)
            if (!read_more())
                return {};
        answer.body = unread_.substr(0, length);
        unread_.erase(0, length);
        return answer;
    }

    int port_;
    int socket_ = -1;
    std::string unread_;
};

} // namespace tests

#endif
