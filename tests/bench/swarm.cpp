#include "tests/bench/swarm.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace bench {
namespace {

using std::chrono::milliseconds;

sockaddr_in address_of(std::uint32_t host, int port)
{
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(host);
    return at;
}

constexpr std::uint32_t loopback = std::uint32_t{127} << 24;

/// The bytes of a whole answer that begins the text; 0: more is to come.
std::size_t whole_answer(std::string const& got)
{
    auto const end = got.find("\r\n\r\n");
    if (end == std::string::npos)
        return 0;
    std::size_t length = 0;
    constexpr std::string_view name = "\r\nContent-Length: ";
    if (auto const at = got.find(name); at < end)
        std::from_chars(got.data() + at + name.size(), got.data() + end, length);
    return got.size() >= end + 4 + length ? end + 4 + length : 0;
}

} // namespace

std::string swarm_answer::header(std::string const& name) const
{
    auto const at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    auto const begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

swarm::swarm(swarm_terms terms) : terms_(terms), events_(::epoll_create1(EPOLL_CLOEXEC))
{
    if (events_ < 0)
        throw std::system_error(errno, std::generic_category(), "epoll");
    wires_.resize(terms_.most_connections);
    for (std::size_t i = wires_.size(); i > 0; --i)
        unused_.push_back(i - 1);
}

swarm::~swarm()
{
    for (auto const& one : wires_)
        if (one.socket >= 0)
            ::close(one.socket);
    ::close(events_);
}

void swarm::send(moment when, std::uint32_t from, std::string request, listener told)
{
    waiting_.push({when, from, std::move(request), std::move(told)});
}

bool swarm::run(moment until)
{
    std::vector<epoll_event> found(1'024);
    for (;;) {
        auto const now = std::chrono::steady_clock::now();
        start_due(now);
        give_up_late(now);
        if (waiting_.empty() && due_.empty() && under_way_ == 0)
            return true;
        if (now >= until)
            return false;
        auto const many = ::epoll_wait(events_, found.data(), static_cast<int>(found.size()),
                                       wait_for(now, until));
        for (int i = 0; i < many; ++i)
            go_on(found[static_cast<std::size_t>(i)].data.u64);
    }
}

int swarm::wait_for(moment now, moment until) const
{
    auto next = std::min(until, now + milliseconds(200));
    if (due_.empty() && !waiting_.empty())
        next = std::min(next, waiting_.top().when);
    return static_cast<int>(
        std::max<long long>(0, std::chrono::ceil<milliseconds>(next - now).count()));
}

void swarm::start_due(moment now)
{
    while (!waiting_.empty() && waiting_.top().when <= now) {
        // What leaves a queue by its top is never looked at again there.
        due_.push_back(std::move(const_cast<errand&>(waiting_.top())));
        waiting_.pop();
    }
    // Answers are read in between: a server that accepts is not to be drowned by one loop.
    for (int begun = 0; begun < 256 && !due_.empty() && start(due_.front(), now); ++begun)
        due_.pop_front();
}

/// False when there is no connection to be had.
bool swarm::start(errand& what, moment now)
{
    std::size_t which = 0;
    if (terms_.keeps_connections && !idle_.empty()) {
        which = idle_.back();
        idle_.pop_back();
    } else if (!unused_.empty()) {
        which = unused_.back();
        auto const made = open_socket(terms_.keeps_connections ? 1 : what.from);
        if (made < 0)
            return false;
        unused_.pop_back();
        wires_[which].socket = made;
        wires_[which].connecting = true;
        epoll_event wish{};
        wish.events = EPOLLIN | EPOLLOUT | EPOLLET | EPOLLRDHUP;
        wish.data.u64 = which;
        ::epoll_ctl(events_, EPOLL_CTL_ADD, made, &wish);
        most_open_ = std::max(most_open_, ++open_);
    } else
        return false;
    auto& one = wires_[which];
    one.busy = true;
    one.sent = 0;
    one.got.clear();
    one.what = std::move(what);
    one.until = now + terms_.patience;
    ++under_way_;
    if (!one.connecting)
        go_on(which);
    return true;
}

int swarm::open_socket(std::uint32_t from)
{
    auto const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made < 0)
        return -1;
    int const on = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(made, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    auto const here = address_of(loopback | from, 0);
    auto const there = address_of(loopback | 1, terms_.port);
    if (::bind(made, reinterpret_cast<sockaddr const*>(&here), sizeof here) != 0 ||
        (::connect(made, reinterpret_cast<sockaddr const*>(&there), sizeof there) != 0 &&
         errno != EINPROGRESS)) {
        ::close(made);
        return -1;
    }
    return made;
}

void swarm::go_on(std::size_t which)
{
    auto& one = wires_[which];
    if (one.socket < 0)
        return;
    if (one.connecting) {
        int fault = 0;
        socklen_t size = sizeof fault;
        ::getsockopt(one.socket, SOL_SOCKET, SO_ERROR, &fault, &size);
        if (fault != 0)
            return finish(which, {}, false);
        one.connecting = false;
    }
    auto const& text = one.what.request;
    while (one.busy && one.sent < text.size()) {
        auto const done =
            ::send(one.socket, text.data() + one.sent, text.size() - one.sent, MSG_NOSIGNAL);
        if (done < 0)
            break; // full, or gone: reading tells which
        one.sent += static_cast<std::size_t>(done);
    }
    char block[32'768];
    for (;;) {
        auto const got = ::recv(one.socket, block, sizeof block, 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (got <= 0)
            return finish(which, {}, false);
        one.got.append(block, static_cast<std::size_t>(got));
        if (!one.busy || read_answer(which))
            return;
    }
}

/// Whether the answer was whole; then the place may serve another already.
bool swarm::read_answer(std::size_t which)
{
    auto& one = wires_[which];
    auto const size = whole_answer(one.got);
    if (size == 0)
        return false;
    swarm_answer answer;
    auto const end = one.got.find("\r\n\r\n");
    answer.head = one.got.substr(0, end + 2);
    answer.body = one.got.substr(end + 4, size - end - 4);
    // "HTTP/1.1 200 OK"
    std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
    auto const stays = terms_.keeps_connections && one.sent == one.what.request.size() &&
                       answer.head.find("\r\nConnection: close\r\n") == std::string::npos;
    finish(which, std::move(answer), stays);
    return true;
}

void swarm::finish(std::size_t which, swarm_answer answer, bool stays)
{
    auto& one = wires_[which];
    auto const was_busy = one.busy;
    if (!stays) {
        ::close(one.socket);
        one.socket = -1;
        one.connecting = false;
        --open_;
        std::erase(idle_, which);
        unused_.push_back(which);
    } else
        idle_.push_back(which);
    one.busy = false;
    one.got.clear();
    if (!was_busy)
        return;
    auto const what = std::move(one.what);
    --under_way_;
    broken_ += answer.status == 0;
    answer.ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - what.when)
            .count();
    what.told(std::move(answer));
}

/// Ends what was not answered in time.
void swarm::give_up_late(moment now)
{
    if (now - looked_for_late_ < std::chrono::seconds(1))
        return;
    looked_for_late_ = now;
    for (std::size_t i = 0; i < wires_.size(); ++i)
        if (wires_[i].busy && now > wires_[i].until)
            finish(i, {}, false);
}

} // namespace bench
