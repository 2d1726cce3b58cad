#include "web/server.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <boost/asio/post.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

/// Answers with the length of what came, or with as many bytes as the path says; who sends
/// "X-Known" is no stranger.
class counting_application : public web::application {
public:
    boost::asio::awaitable<std::variant<web::body_terms, web::response>>
    admit(web::request const& head) override
    {
        web::body_terms terms{1'000'000, 1'000'000};
        terms.stranger = head.header("x-known").empty();
        terms.open = [] { return std::make_unique<nowhere>(); };
        co_return terms;
    }
    boost::asio::awaitable<web::response> answer(web::request asked) override
    {
        web::response made;
        made.body = asked.path.starts_with("/bytes/")
                        ? std::string(std::stoul(asked.path.substr(7)), 'b')
                        : std::to_string(asked.body.size());
        co_return made;
    }
    web::response answer_unread(int status, web::request const&) override
    {
        web::response made;
        made.status = status;
        made.close = true;
        if (status == 503)
            made.with("Retry-After", "2");
        return made;
    }

private:
    struct nowhere : web::incoming_file {
        void write(std::string_view) override {}
        std::string finish() override { return {}; }
    };
};

class running_server {
public:
    explicit running_server(web::server_settings chosen) : site_(loop_, app_, std::move(chosen))
    {
        port = site_.listen("127.0.0.1:0");
        thread_ = std::thread([this] { loop_.run(); });
    }
    ~running_server()
    {
        boost::asio::post(loop_, [this] { site_.stop(); });
        thread_.join();
    }

    /// Asks the server itself, where it lives.
    template <class What>
    auto ask(What what)
    {
        std::promise<decltype(what(site_))> told;
        boost::asio::post(loop_, [&] { told.set_value(what(site_)); });
        return told.get_future().get();
    }
    /// Whether it comes to be so after a while.
    template <class What>
    bool comes_true(What what)
    {
        auto const until = std::chrono::steady_clock::now() + 8s;
        while (!ask(what)) {
            if (std::chrono::steady_clock::now() > until)
                return false;
            std::this_thread::sleep_for(5ms);
        }
        return true;
    }
    bool comes_to(long long connections)
    {
        return comes_true([=](web::server& site) { return site.connections() == connections; });
    }
    bool has_been_asked(long long requests)
    {
        return comes_true([=](web::server& site) { return site.requests() >= requests; });
    }
    bool holds(std::size_t bytes)
    {
        return comes_true([=](web::server& site) { return site.held_bytes_now() == bytes; });
    }

    int port = 0;

private:
    boost::asio::io_context loop_;
    counting_application app_;
    web::server site_;
    std::thread thread_;
};

/// A connection from 127.0.0.`from`.
class wire {
public:
    wire(running_server const& to, std::uint8_t from, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl((std::uint32_t{127} << 24) + from);
        auto there = here;
        there.sin_port = htons(static_cast<std::uint16_t>(to.port));
        there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval const patience{8, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (receive_buffer > 0)
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        BOOST_REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0);
        BOOST_REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&there), sizeof there) == 0);
    }
    ~wire() { ::close(socket_); }
    wire(wire const&) = delete;
    wire& operator=(wire const&) = delete;

    /// False when the other side has gone.
    bool say(std::string_view words)
    {
        return ::send(socket_, words.data(), words.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(words.size());
    }
    /// All that comes until the server closes, or `enough` bytes; nothing when it does not close.
    std::optional<std::string> hear(std::size_t enough = std::string::npos)
    {
        std::string all;
        char block[65'536];
        while (all.size() < enough) {
            auto const got = ::recv(socket_, block, sizeof block, 0);
            if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
                return {};
            if (got <= 0)
                break;
            all.append(block, static_cast<std::size_t>(got));
        }
        return all;
    }
    /// The status of an answer after which the connection stays; 0: none, it was closed.
    int status(std::string_view asked)
    {
        say(asked);
        auto const got = hear(12);
        return got && got->size() >= 12 ? std::stoi(got->substr(9, 3)) : 0;
    }
    bool was_closed() { return hear() == std::string(); }
    /// Asked where nothing is read.
    bool is_connected() const
    {
        tcp_info state{};
        socklen_t length = sizeof state;
        ::getsockopt(socket_, IPPROTO_TCP, TCP_INFO, &state, &length);
        return state.tcpi_state == TCP_ESTABLISHED;
    }

private:
    int socket_;
};

std::string const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
std::string const get_as_known = "GET / HTTP/1.1\r\nHost: x\r\nX-Known: 1\r\n\r\n";

/// The beginning of a form, of which so much has come.
std::string form(std::size_t length, std::size_t so_far, std::string const& more = {})
{
    return "POST / HTTP/1.1\r\nHost: x\r\n" + more +
           "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(length) + "\r\n\r\n" + std::string(so_far, 'a');
}

/// The server reads a body of whoever holds this, as long as the test lasts.
std::unique_ptr<wire> at_work(running_server& at, std::uint8_t from, std::size_t so_far = 1,
                              std::string const& more = {})
{
    auto const before = at.ask([](web::server& site) { return site.requests(); });
    auto made = std::make_unique<wire>(at, from);
    BOOST_REQUIRE(made->say(form(900'000, so_far, more)));
    BOOST_REQUIRE(at.has_been_asked(before + 1));
    return made;
}

web::server_settings with_room_for(web::connection_terms connections)
{
    web::server_settings chosen;
    chosen.connections = connections;
    return chosen;
}

web::server_settings impatient()
{
    web::server_settings chosen;
    chosen.idle = 1s;
    chosen.each_read = 1s;
    return chosen;
}

} // namespace

BOOST_AUTO_TEST_SUITE(server)

BOOST_AUTO_TEST_CASE(an_address_is_split_into_host_and_port)
{
    auto const v4 = web::split_address("127.0.0.1:8080");
    BOOST_TEST(v4.first == "127.0.0.1");
    BOOST_TEST(v4.second == "8080");
    BOOST_TEST(web::split_address("[::1]:0").first == "::1");
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_named)
{
    for (auto const* bad : {"", "8080", ":8080", "host:", "host:x", "host:70000", "::1:8080"})
        BOOST_CHECK_THROW(web::split_address(bad), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(who_says_nothing_is_not_waited_for)
{
    running_server at(impatient());
    wire silent(at, 1);
    wire once(at, 1);
    BOOST_TEST(once.status(get) == 200);
    BOOST_TEST(silent.was_closed());
    BOOST_TEST(at.comes_to(0));
}

BOOST_AUTO_TEST_CASE(in_a_crowd_nobody_is_waited_for_as_long)
{
    auto chosen = with_room_for({.most = 2, .most_from_one = 2, .kept_for_known = 0});
    chosen.idle_in_a_crowd = 1s;
    running_server at(chosen);
    wire first(at, 1);
    BOOST_TEST(at.comes_to(1));
    wire second(at, 2);
    BOOST_TEST(second.was_closed());
    BOOST_TEST(at.comes_to(1));
}

BOOST_AUTO_TEST_CASE(a_header_byte_by_byte_is_not_read_for_ever)
{
    running_server at(impatient());
    wire slow(at, 1);
    BOOST_TEST(slow.say("GET / HTTP/1.1\r\nX-Slow: "));
    auto const until = std::chrono::steady_clock::now() + 8s;
    while (slow.say("a") && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(50ms);
    BOOST_TEST((std::chrono::steady_clock::now() < until));
    BOOST_TEST(at.comes_to(0));
}

BOOST_AUTO_TEST_CASE(a_body_byte_by_byte_is_not_read_for_ever)
{
    running_server at(impatient());
    wire slow(at, 1);
    BOOST_TEST(slow.say(form(100'000, 0)));
    auto const until = std::chrono::steady_clock::now() + 8s;
    while (slow.say("a") && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(50ms);
    BOOST_TEST((std::chrono::steady_clock::now() < until));
    BOOST_TEST(at.comes_to(0));
    BOOST_TEST(at.holds(0));
}

BOOST_AUTO_TEST_CASE(a_slow_body_with_a_steady_pace_is_read_to_its_end)
{
    running_server at(impatient());
    wire steady(at, 1);
    BOOST_TEST(steady.say(form(20'000, 0)));
    for (int i = 0; i < 20; ++i) {
        BOOST_TEST(steady.say(std::string(1'000, 'a')));
        std::this_thread::sleep_for(100ms);
    }
    BOOST_TEST(steady.status("") == 200);
}

BOOST_AUTO_TEST_CASE(an_answer_that_nobody_reads_is_not_kept)
{
    running_server at(impatient());
    wire deaf(at, 1, 4'096);
    BOOST_TEST(deaf.say("GET /bytes/30000000 HTTP/1.1\r\nHost: x\r\n\r\n"));
    BOOST_TEST(at.holds(30'000'000));
    BOOST_TEST(at.comes_to(0));
    BOOST_TEST(at.holds(0));
    // Nor does the system hold the rest for it: the connection was reset.
    BOOST_TEST(!deaf.is_connected());
}

BOOST_AUTO_TEST_CASE(answers_that_nobody_reads_are_bounded_together)
{
    web::server_settings chosen;
    chosen.memory = {.most = 40'000'000, .most_of_strangers = 40'000'000};
    running_server at(chosen);
    std::string const asks = "GET /bytes/30000000 HTTP/1.1\r\nHost: x\r\n\r\n";
    wire deaf(at, 1, 4'096);
    BOOST_TEST(deaf.say(asks));
    BOOST_TEST(at.holds(30'000'000));
    wire other(at, 1, 4'096);
    BOOST_TEST(other.say(asks));
    BOOST_TEST(at.has_been_asked(2));
    BOOST_TEST(at.comes_to(1));
    wire reader(at, 1);
    BOOST_TEST(reader.say("GET /bytes/5000000 HTTP/1.1\r\nHost: x\r\n\r\n"));
    auto const got = reader.hear(5'000'000);
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST(got->size() >= 5'000'000u);
}

BOOST_AUTO_TEST_CASE(the_connection_that_waits_longest_makes_room_for_the_next)
{
    running_server at(
        with_room_for({.most = 2, .most_from_one = 2, .kept_for_known = 0, .left_alone_for = 0s}));
    wire first(at, 1);
    BOOST_TEST(at.comes_to(1));
    wire second(at, 2);
    BOOST_TEST(at.comes_to(2));
    wire third(at, 3);
    BOOST_TEST(third.status(get) == 200);
    BOOST_TEST(first.was_closed());
    BOOST_TEST(second.status(get) == 200);
    BOOST_TEST(at.ask([](web::server& site) { return site.cut_connections(); }) == 1u);
}

BOOST_AUTO_TEST_CASE(where_all_are_at_work_the_next_is_told_when_to_come_again)
{
    running_server at(with_room_for({.most = 2, .most_from_one = 2, .kept_for_known = 0}));
    auto const first = at_work(at, 1);
    auto const second = at_work(at, 2);
    wire third(at, 3);
    third.say(get);
    auto const told = third.hear();
    BOOST_TEST_REQUIRE(told.has_value());
    BOOST_TEST(told->starts_with("HTTP/1.1 503 "));
    BOOST_TEST(told->find("\r\nRetry-After: 2\r\n") != std::string::npos);
    BOOST_TEST(at.ask([](web::server& site) { return site.refused_connections(); }) == 1u);
}

BOOST_AUTO_TEST_CASE(one_address_keeps_no_other_out)
{
    running_server at(with_room_for({.most = 10, .most_from_one = 2, .kept_for_known = 0}));
    auto const first = at_work(at, 1);
    auto const second = at_work(at, 1);
    BOOST_TEST(wire(at, 1).status(get) == 503);
    BOOST_TEST(wire(at, 2).status(get) == 200);
}

BOOST_AUTO_TEST_CASE(a_listed_gateway_may_have_more_connections_than_one_address)
{
    auto chosen = with_room_for({.most = 10, .most_from_one = 1, .kept_for_known = 0});
    chosen.is_gateway = [](std::string const& address) { return address == "127.0.0.1"; };
    running_server at(chosen);
    auto const first = at_work(at, 1);
    BOOST_TEST(wire(at, 1).status(get) == 200);
    auto const other = at_work(at, 2);
    BOOST_TEST(wire(at, 2).status(get) == 503);
}

BOOST_AUTO_TEST_CASE(strangers_do_not_keep_officials_out)
{
    running_server at(with_room_for({.most = 4, .most_from_one = 4, .kept_for_known = 2}));
    BOOST_TEST(wire(at, 9).status(get_as_known) == 200);
    BOOST_TEST(at.comes_to(0));
    auto const first = at_work(at, 1);
    auto const second = at_work(at, 2);
    BOOST_TEST(wire(at, 3).status(get) == 503);
    BOOST_TEST(wire(at, 9).status(get) == 200);
}

BOOST_AUTO_TEST_CASE(bodies_in_memory_are_bounded_and_strangers_leave_some)
{
    web::server_settings chosen;
    chosen.memory = {.most = 200'000, .most_of_strangers = 100'000};
    running_server at(chosen);
    auto const first = at_work(at, 1, 60'000);
    BOOST_TEST(at.holds(60'000));
    wire stranger(at, 2);
    stranger.say(form(60'000, 60'000));
    auto const told = stranger.hear();
    BOOST_TEST_REQUIRE(told.has_value());
    BOOST_TEST(told->starts_with("HTTP/1.1 503 "));
    BOOST_TEST(told->find("\r\nRetry-After: ") != std::string::npos);
    BOOST_TEST(wire(at, 3).status(form(60'000, 60'000, "X-Known: 1\r\n")) == 200);
    BOOST_TEST(at.holds(60'000));
}

BOOST_AUTO_TEST_CASE(files_of_strangers_come_a_few_at_a_time)
{
    web::server_settings chosen;
    chosen.most_uploads_of_strangers = 1;
    running_server at(chosen);
    auto const upload = [](std::string const& disposition, std::string const& more) {
        auto const body = "--XX\r\nContent-Disposition: form-data; " + disposition +
                          "\r\n\r\nbytes\r\n--XX--\r\n";
        return "POST / HTTP/1.1\r\nHost: x\r\n" + more +
               "Content-Type: multipart/form-data; boundary=XX\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    };
    std::string const file = "name=\"files\"; filename=\"a.txt\"";
    wire first(at, 1);
    auto const begun = upload(file, "");
    BOOST_TEST(first.say(begun.substr(0, begun.size() - 5)));
    BOOST_TEST(at.has_been_asked(1));
    std::this_thread::sleep_for(50ms); // until its first bytes are read, too
    BOOST_TEST(wire(at, 2).status(upload(file, "")) == 503);
    BOOST_TEST(wire(at, 2).status(upload("name=\"words\"", "")) == 200);
    BOOST_TEST(wire(at, 2).status(upload(file, "X-Known: 1\r\n")) == 200);
    BOOST_TEST(first.status(begun.substr(begun.size() - 5)) == 200);
    BOOST_TEST(wire(at, 2).status(upload(file, "")) == 200);
}

BOOST_AUTO_TEST_CASE(what_has_no_end_is_refused_when_it_is_too_long)
{
    running_server at({});
    wire header(at, 1);
    header.say("GET / HTTP/1.1\r\nX-Long: " + std::string(40'000, 'a'));
    auto const told = header.hear();
    BOOST_TEST_REQUIRE(told.has_value());
    BOOST_TEST(told->starts_with("HTTP/1.1 431 "));
    wire body(at, 1);
    body.say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 200; ++i)
        if (!body.say("2000\r\n" + std::string(0x2000, 'a') + "\r\n"))
            break;
    auto const refused = body.hear();
    BOOST_TEST_REQUIRE(refused.has_value());
    BOOST_TEST(refused->starts_with("HTTP/1.1 413 "));
    BOOST_TEST(at.comes_to(0));
}

BOOST_AUTO_TEST_SUITE_END()
