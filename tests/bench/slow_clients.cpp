#include "tests/bench/slow_clients.hpp"

#include "tests/bench/load.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/official.hpp"
#include "tests/bench/open_consultation.hpp"
#include "tests/crash/http_client.hpp"
#include "tests/crash/server_process.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <map>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {
namespace {

using clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t from_one_address = 100;
constexpr int small_buffer = 4'096;
/// How often each connection is looked at.
constexpr milliseconds step{500};

/// What one kind of connection does.
struct habit {
    std::string name;
    std::size_t many = 0;
    std::string first = {};         ///< sent at once
    std::string now_and_then = {};  ///< sent every second
    bool as_much_as_it_can = false; ///< sends that without a pause
    bool reads = true;
};

/// Many connections with one habit. For one thread.
class hangers_on {
public:
    hangers_on(habit const& how, int port) : how_(how), port_(port) {}
    ~hangers_on()
    {
        for (auto const& one : open_)
            ::close(one.socket);
    }
    hangers_on(hangers_on const&) = delete;
    hangers_on& operator=(hangers_on const&) = delete;

    void connect()
    {
        for (std::size_t i = 0; i < how_.many; ++i) {
            auto const made = connected(static_cast<std::uint32_t>(i / from_one_address));
            if (made < 0)
                continue;
            open_.push_back({made, 0});
            if (!how_.first.empty())
                ::send(made, how_.first.data(), how_.first.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        }
        connected_ = open_.size();
    }

    /// Each does what it does; those that the server closed go.
    void go_on(bool second_is_over)
    {
        for (auto& one : open_)
            if (!goes_on(one, second_is_over)) {
                ::close(one.socket);
                ++ended_by_[one.said];
                one.socket = -1;
            }
        std::erase_if(open_, [](auto const& one) { return one.socket < 0; });
    }

    std::size_t open() const { return open_.size(); }
    std::size_t connected_at_first() const { return connected_; }
    /// With which status the server closed how many; 0: without a word.
    std::map<int, std::size_t> const& ended_by() const { return ended_by_; }

private:
    struct hanger {
        int socket;
        int said; ///< the status of the last answer
    };

    int connected(std::uint32_t group) const
    {
        auto const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (made < 0)
            return -1;
        int const on = 1;
        ::setsockopt(made, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        if (!how_.reads)
            ::setsockopt(made, SOL_SOCKET, SO_RCVBUF, &small_buffer, sizeof small_buffer);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl((std::uint32_t{127} << 24) + (std::uint32_t{7} << 16) +
                                     (group / 250 << 8) + group % 250 + 2);
        sockaddr_in there{};
        there.sin_family = AF_INET;
        there.sin_port = htons(static_cast<std::uint16_t>(port_));
        there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::bind(made, reinterpret_cast<sockaddr const*>(&here), sizeof here) != 0 ||
            ::connect(made, reinterpret_cast<sockaddr const*>(&there), sizeof there) != 0) {
            ::close(made);
            return -1;
        }
        return made;
    }

    bool goes_on(hanger& one, bool second_is_over)
    {
        char block[16'384];
        if (how_.reads)
            for (;;) {
                auto const got = ::recv(one.socket, block, sizeof block, MSG_DONTWAIT);
                if (got == 0 || (got < 0 && errno != EAGAIN))
                    return false;
                if (got < 0)
                    break;
                std::string_view const text(block, static_cast<std::size_t>(got));
                if (text.starts_with("HTTP/1.1 ") && text.size() > 12)
                    one.said = std::stoi(std::string(text.substr(9, 3)));
            }
        else {
            if (!is_connected(one.socket))
                return false;
        }
        if (how_.now_and_then.empty() || (!second_is_over && !how_.as_much_as_it_can))
            return true;
        for (int times = how_.as_much_as_it_can ? 64 : 1; times > 0; --times) {
            auto const sent = ::send(one.socket, how_.now_and_then.data(), how_.now_and_then.size(),
                                     MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0)
                return errno == EAGAIN;
        }
        return true;
    }

    /// Asked where nothing is read.
    static bool is_connected(int socket)
    {
        tcp_info state{};
        socklen_t length = sizeof state;
        ::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &state, &length);
        return state.tcpi_state == TCP_ESTABLISHED;
    }

    habit how_;
    int port_;
    std::vector<hanger> open_;
    std::size_t connected_ = 0;
    std::map<int, std::size_t> ended_by_;
};

/// The address of a file that is longer than a small buffer.
std::string style_sheet(int port)
{
    tests::http_client wire(port);
    auto const page = wire.ask("GET", "/sign-in", {{"Accept", "text/html"}});
    if (!page)
        throw std::runtime_error("no page of the sign-in");
    auto const at = page->body.find("/static/juece.css");
    auto const begin = page->body.rfind('"', at) + 1;
    return page->body.substr(begin, page->body.find('"', begin) - begin);
}

std::string times(std::string const& text, int many)
{
    std::string all;
    for (int i = 0; i < many; ++i)
        all += text;
    return all;
}

class slow_run {
public:
    slow_run(slow_terms const& terms, engine::law_in_force law, engine::instant now, report& out)
        : terms_(terms), at_(open_consultation(terms.dir, law, now)), out_(out),
          style_(style_sheet(running(terms).port))
    {}

    void measure()
    {
        out_.line("Connections that cost the server more than whoever holds them, 100 from one "
                  "address, a fresh server for each kind; an official looks at a case, a desk and "
                  "a list meanwhile:");
        out_.line("");
        out_.head({"what they do", "connections", "memory MB before", "at most", "kB each",
                   "half closed after s", "all closed after s", "last answers",
                   "official p95 ms before", "meanwhile (ratio)", "without a page"});
        for (auto const& how : habits())
            if (how.name.find(terms_.only) != std::string::npos)
                hold(how);
        out_.line("");
    }

private:
    /// A server that was not measured yet.
    struct running {
        explicit running(slow_terms const& terms)
            : server(terms.juece, terms.dir, terms.log), port(server.wait_for_port())
        {
            if (port == 0)
                throw std::runtime_error("the server does not come up; see " + terms.log.string());
        }
        tests::server_process server;
        int port;
    };

    std::vector<habit> habits() const
    {
        auto const form = "/public/matters/" + std::to_string(at_.on) + "/opinions";
        auto const begin = "POST " + form + " HTTP/1.1\r\nHost: x\r\nContent-Type: ";
        std::string const url_encoded = "application/x-www-form-urlencoded\r\n";
        return {
            {.name = "say nothing", .many = terms_.idle},
            {.name = "ask once, then say nothing",
             .many = terms_.idle,
             .first = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"},
            {.name = "a header, one byte a second",
             .many = terms_.slow,
             .first = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
             .now_and_then = "a"},
            {.name = "a form of 200 kB, one byte a second",
             .many = terms_.slow,
             .first = begin + url_encoded + "Content-Length: 200000\r\n\r\nwords=",
             .now_and_then = "a"},
            {.name = "a form of 200 kB, its last byte never",
             .many = terms_.slow,
             .first = begin + url_encoded +
                      "Content-Length: 200000\r\n\r\nwords=" + std::string(150'000, 'a')},
            {.name = "a file of 30 MB, one byte a second",
             .many = terms_.slow,
             .first = begin + "multipart/form-data; boundary=XX\r\nContent-Length: 30000000\r\n\r\n"
                              "--XX\r\nContent-Disposition: form-data; name=\"files\"; "
                              "filename=\"a.pdf\"\r\n\r\n%PDF-1.7",
             .now_and_then = "a"},
            {.name = "ask for 200 style sheets and read none",
             .many = terms_.slow,
             .first = times("GET " + style_ + " HTTP/1.1\r\nHost: x\r\n\r\n", 200),
             .reads = false},
            {.name = "a header without end",
             .many = 64,
             .first = "GET / HTTP/1.1\r\nHost: x\r\nX-Long: ",
             .now_and_then = std::string(16'384, 'a'),
             .as_much_as_it_can = true},
            {.name = "a body without end",
             .many = 64,
             .first = begin + url_encoded + "Transfer-Encoding: chunked\r\n\r\n",
             .now_and_then = "2000\r\n" + std::string(0x2000, 'a') + "\r\n",
             .as_much_as_it_can = true},
            {.name = "more than there is room for", .many = terms_.too_many},
        };
    }

    void hold(habit const& how)
    {
        running at(terms_);
        official watcher(at.port, at_.people.clerk,
                         {"/cases/" + std::to_string(at_.on), "/", "/cases"});
        std::this_thread::sleep_for(std::chrono::seconds(4));
        auto const before = watcher.so_far();
        auto const memory_before = memory_of(at.server.pid());
        hangers_on all(how, at.port);
        auto const began = clock::now();
        all.connect();
        long long most_kb = memory_before.now_kb;
        double half = 0;
        bool second = false;
        while (all.open() > 0) {
            all.go_on(second = !second);
            most_kb = std::max(most_kb, memory_of(at.server.pid()).now_kb);
            auto const past = seconds(clock::now() - began).count();
            if (half == 0 && all.open() <= all.connected_at_first() / 2)
                half = past;
            if (past > static_cast<double>(terms_.longest))
                break;
            std::this_thread::sleep_for(step);
        }
        auto const took = seconds(clock::now() - began).count();
        auto const meanwhile = watcher.so_far();
        auto const many = static_cast<double>(all.connected_at_first());
        auto const more_kb = static_cast<double>(most_kb - memory_before.now_kb);
        out_.row({how.name, in_words(many),
                  in_words(static_cast<double>(memory_before.now_kb) / 1024),
                  in_words(static_cast<double>(most_kb) / 1024), in_words(more_kb / many),
                  in_words(half),
                  all.open() == 0 ? in_words(took) : std::to_string(all.open()) + " still open",
                  answers_in_words(all), in_words(before.p95_ms),
                  in_words(meanwhile.p95_ms) + " (" +
                      in_words(meanwhile.p95_ms / std::max(before.p95_ms, 1e-3)) + ")",
                  std::to_string(meanwhile.without) + " of " + std::to_string(meanwhile.pages)});
    }

    static std::string answers_in_words(hangers_on const& all)
    {
        std::string words;
        for (auto const& [status, many] : all.ended_by())
            words += (words.empty() ? "" : ", ") +
                     (status > 0 ? std::to_string(status) : std::string("none")) + ": " +
                     std::to_string(many);
        return words;
    }

    slow_terms const& terms_;
    consultation at_;
    report& out_;
    std::string style_;
};

} // namespace

void add_options(CLI::App& to, slow_terms& terms)
{
    to.add_option("--idle", terms.idle, "Connections that say nothing")->capture_default_str();
    to.add_option("--slow", terms.slow, "Connections of each kind that says or reads little")
        ->capture_default_str();
    to.add_option("--too-many", terms.too_many, "More connections than the server takes")
        ->capture_default_str();
    to.add_option("--only", terms.only, "Only the kinds whose name has these words");
    to.add_option("--longest", terms.longest, "Seconds until all of a kind should be closed")
        ->capture_default_str();
}

void measure_slow_clients(slow_terms const& terms, engine::law_in_force law, engine::instant now,
                          report& out)
{
    slow_run(terms, law, now, out).measure();
}

} // namespace bench
