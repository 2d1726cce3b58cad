#include "adapters/scanning/clamd.hpp"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <netdb.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace adapters::scanning {
namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::size_t longest_answer = 4'096;

class line_to_clamd {
public:
    explicit line_to_clamd(clamd_terms const& terms)
    {
        if (terms.address.starts_with('/'))
            connect_unix(terms);
        else
            connect_tcp(terms);
    }
    ~line_to_clamd()
    {
        if (socket_ >= 0)
            ::close(socket_);
    }
    line_to_clamd(line_to_clamd const&) = delete;
    line_to_clamd& operator=(line_to_clamd const&) = delete;

    bool open() const { return socket_ >= 0; }

    bool send(char const* bytes, std::size_t size) const
    {
        while (size > 0) {
            auto const sent = ::send(socket_, bytes, size, MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR)
                continue;
            if (sent <= 0)
                return false;
            bytes += sent;
            size -= static_cast<std::size_t>(sent);
        }
        return true;
    }

    /// What clamd says until it ends the line.
    std::string answer() const
    {
        std::string said;
        std::array<char, 512> piece{};
        while (said.size() < longest_answer) {
            auto const got = ::recv(socket_, piece.data(), piece.size(), 0);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            said.append(piece.data(), static_cast<std::size_t>(got));
            if (said.find('\0') != std::string::npos)
                break;
        }
        return said.substr(0, said.find('\0'));
    }

private:
    void connect_unix(clamd_terms const& terms)
    {
        sockaddr_un place{};
        place.sun_family = AF_UNIX;
        if (terms.address.size() >= sizeof place.sun_path)
            return;
        std::memcpy(place.sun_path, terms.address.c_str(), terms.address.size() + 1);
        connect_to(AF_UNIX, reinterpret_cast<sockaddr const*>(&place), sizeof place, terms);
    }

    void connect_tcp(clamd_terms const& terms)
    {
        auto const colon = terms.address.rfind(':');
        if (colon == std::string::npos)
            return;
        auto host = terms.address.substr(0, colon);
        if (host.starts_with('[') && host.ends_with(']'))
            host = host.substr(1, host.size() - 2);
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (::getaddrinfo(host.c_str(), terms.address.c_str() + colon + 1, &wanted, &found) != 0)
            return;
        std::unique_ptr<addrinfo, void (*)(addrinfo*)> const all(found, ::freeaddrinfo);
        for (auto const* one = all.get(); one && !open(); one = one->ai_next)
            connect_to(one->ai_family, one->ai_addr, one->ai_addrlen, terms);
    }

    void connect_to(int family, sockaddr const* place, socklen_t size, clamd_terms const& terms)
    {
        socket_ = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (socket_ < 0)
            return;
        timeval const patience{static_cast<time_t>(terms.patience.count()), 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(socket_, place, size) == 0)
            return;
        ::close(socket_);
        socket_ = -1;
    }

    int socket_ = -1;
};

/// "stream: OK", "stream: Name.Of.Signature FOUND", anything else is no verdict.
scan_result verdict(std::string const& said)
{
    constexpr std::string_view begin = "stream: ", found = " FOUND";
    if (said == "stream: OK")
        return clean{};
    if (said.starts_with(begin) && said.ends_with(found))
        return infected{said.substr(begin.size(), said.size() - begin.size() - found.size())};
    return unavailable{said.empty() ? "clamd does not answer" : "clamd says: " + said};
}

} // namespace

scan_result scan(std::filesystem::path const& file, clamd_terms const& terms)
{
    line_to_clamd const line(terms);
    if (!line.open())
        return unavailable{"cannot reach clamd at " + terms.address};
    std::ifstream from(file, std::ios::binary);
    if (!from)
        return unavailable{"cannot read " + file.string()};
    constexpr std::string_view command("zINSTREAM\0", 10);
    bool listens = line.send(command.data(), command.size());
    std::string piece(piece_size, '\0');
    while (listens && from) {
        from.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        auto const got = static_cast<std::uint32_t>(from.gcount());
        auto const size = htonl(got);
        // A piece of no size ends the stream.
        listens = got == 0 || (line.send(reinterpret_cast<char const*>(&size), sizeof size) &&
                               line.send(piece.data(), got));
    }
    if (from.bad())
        return unavailable{"cannot read " + file.string()};
    if (listens) {
        constexpr std::uint32_t end = 0;
        line.send(reinterpret_cast<char const*>(&end), sizeof end);
    }
    // Even when it stopped listening it says why: the size limit of the stream, or a find.
    return verdict(line.answer());
}

} // namespace adapters::scanning
