#include "tests/crash/wire_to_database.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <linux/filter.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace tests {
namespace {

/// The directory in "postgresql:///postgres?host=/tmp/x&user=juece"; empty: another kind of host.
std::string socket_dir()
{
    auto const* given = std::getenv("JUECE_TEST_POSTGRESQL");
    std::string const url = given ? given : "";
    auto const at = url.find("host=/");
    if (at == url.npos)
        return {};
    return url.substr(at + 5, url.find('&', at) - at - 5);
}

[[noreturn]] void fail(char const* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

} // namespace

bool wire_to_database::can_be()
{
    return !socket_dir().empty();
}

wire_to_database::wire_to_database() : socket_path_(socket_dir() + "/.s.PGSQL.5432")
{
    listen();
    thread_ = std::thread([this] { run(); });
}

wire_to_database::~wire_to_database()
{
    ending_ = true;
    thread_.join();
    cut();
}

std::string wire_to_database::url_of(std::string const& url) const
{
    auto const parameters = std::min(url.find('?'), url.size());
    auto const name = url.rfind('/', parameters) + 1;
    return "postgresql://juece@127.0.0.1:" + std::to_string(port_) + "/" +
           url.substr(name, parameters - name) + "?connect_timeout=3";
}

void wire_to_database::listen()
{
    int const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    at.sin_port = htons(static_cast<std::uint16_t>(port_));
    int const again = 1;
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again);
    if (::bind(made, reinterpret_cast<sockaddr const*>(&at), sizeof at) != 0 ||
        ::listen(made, 100) != 0)
        fail("cannot listen");
    socklen_t size = sizeof at;
    ::getsockname(made, reinterpret_cast<sockaddr*>(&at), &size);
    port_ = ntohs(at.sin_port);
    listening_ = made;
}

void wire_to_database::cut()
{
    std::lock_guard const hold(door_);
    if (listening_ >= 0)
        ::close(listening_);
    listening_ = -1;
    while (!open_.empty())
        end(open_.begin());
}

void wire_to_database::fall_silent()
{
    std::lock_guard const hold(door_);
    is_silent_ = true;
    hear(false);
}

void wire_to_database::mend()
{
    std::lock_guard const hold(door_);
    if (listening_ < 0)
        listen();
    is_silent_ = false;
    hear(true);
}

/// A filter that lets nothing through works before the kernel acknowledges what arrives.
void wire_to_database::hear(bool anything)
{
    sock_filter nothing[] = {BPF_STMT(BPF_RET | BPF_K, 0)};
    sock_fprog const filter{1, nothing};
    int const unused = 0;
    auto const set = [&](int file) {
        auto const code =
            anything ? ::setsockopt(file, SOL_SOCKET, SO_DETACH_FILTER, &unused, sizeof unused)
                     : ::setsockopt(file, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter);
        if (code != 0 && errno != ENOENT) // it had none
            fail("cannot set a filter");
    };
    if (listening_ >= 0)
        set(listening_);
    for (auto const& one : open_)
        set(one.from);
}

void wire_to_database::end(std::list<pair>::iterator one)
{
    ::close(one->from);
    ::close(one->to);
    open_.erase(one);
}

void wire_to_database::run()
{
    while (!ending_) {
        std::unique_lock hold(door_);
        std::vector<pollfd> watched;
        if (listening_ >= 0)
            watched.push_back({listening_, POLLIN, 0});
        for (auto const& one : open_) {
            watched.push_back({one.from, POLLIN, 0});
            watched.push_back({one.to, POLLIN, 0});
        }
        // short, and with the door open meanwhile, so that the wire can be cut
        hold.unlock();
        if (::poll(watched.data(), watched.size(), 10) <= 0)
            continue;
        hold.lock();
        if (is_silent_) {
            hold.unlock();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            continue;
        }
        auto const is_ready = [&](int file) {
            return std::any_of(watched.begin(), watched.end(), [&](pollfd const& one) {
                return one.fd == file && one.revents != 0;
            });
        };
        if (listening_ >= 0 && is_ready(listening_))
            take_in();
        for (auto one = open_.begin(); one != open_.end();) {
            auto const now = one++;
            bool const goes_on = (!is_ready(now->from) || carry(now->from, now->to)) &&
                                 (!is_ready(now->to) || carry(now->to, now->from));
            if (!goes_on)
                end(now);
        }
    }
}

void wire_to_database::take_in()
{
    int const from = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (from < 0)
        return;
    int const to = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    socket_path_.copy(at.sun_path, sizeof at.sun_path - 1);
    if (::connect(to, reinterpret_cast<sockaddr const*>(&at), sizeof at) != 0) {
        ::close(from);
        ::close(to);
        return;
    }
    open_.push_back({from, to});
}

/// False when one of the two has ended.
bool wire_to_database::carry(int from, int to)
{
    char block[65'536];
    auto const got = ::recv(from, block, sizeof block, MSG_DONTWAIT);
    if (got < 0)
        return errno == EAGAIN || errno == EINTR;
    for (ssize_t sent = 0; sent < got;) {
        auto const some =
            ::send(to, block + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (some <= 0)
            return false;
        sent += some;
    }
    return got > 0;
}

} // namespace tests
