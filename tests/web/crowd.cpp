#include "adapters/soci/comment_shelf.hpp"
#include "tests/web/public_house.hpp"
#include "web/percent.hpp"
#include "web/receipt.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <netinet/in.h>
#include <set>
#include <sys/socket.h>
#include <unistd.h>

// A small crowd at the form of the public, each from an address of its own, while others hold
// connections and an official works: in little what `./dev bench burst` and `slow` do at large.

using tests::public_house;
using tests::public_reply;
using namespace std::chrono_literals;
namespace store = adapters::soci;

namespace {

constexpr int people = 240;
constexpr int threads = 6;

/// One connection from 127.0.x.y, for one request.
class caller {
public:
    caller(int port, int from) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr =
            htonl((std::uint32_t{127} << 24) + (static_cast<std::uint32_t>(from / 200 + 1) << 8) +
                  static_cast<std::uint32_t>(from % 200) + 1);
        auto there = here;
        there.sin_port = htons(static_cast<std::uint16_t>(port));
        there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval const patience{20, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        is_open_ = ::bind(socket_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0 &&
                   ::connect(socket_, reinterpret_cast<sockaddr*>(&there), sizeof there) == 0;
    }
    ~caller() { ::close(socket_); }
    caller(caller const&) = delete;
    caller& operator=(caller const&) = delete;

    bool say(std::string_view words) const
    {
        return is_open_ && ::send(socket_, words.data(), words.size(), MSG_NOSIGNAL) ==
                               static_cast<ssize_t>(words.size());
    }
    public_reply hear() const
    {
        std::string all;
        char block[16'384];
        for (ssize_t got = 0; (got = ::recv(socket_, block, sizeof block, 0)) > 0;)
            all.append(block, static_cast<std::size_t>(got));
        public_reply told;
        auto const end = all.find("\r\n\r\n");
        if (end == std::string::npos)
            return told;
        told.head = all.substr(0, end);
        told.body = all.substr(end + 4);
        told.status = std::stoi(told.head.substr(9, 3));
        return told;
    }

private:
    int socket_;
    bool is_open_ = false;
};

/// One of the crowd. What goes wrong is said by the main thread.
struct citizen {
    int number = 0;
    std::string form;
    std::string receipt;
    std::string complaint;

    std::string words() const { return "第" + std::to_string(number) + "号意见"; }
};

class crowd_at_the_form {
public:
    crowd_at_the_form(public_house& house, tests::told_decision const& on)
        : port_(house.port()), path_(on.at() + "/opinions")
    {
        for (int i = 0; i < people; ++i)
            all_.push_back({.number = i});
    }

    void fetch()
    {
        each([this](citizen& one) {
            caller const wire(port_, one.number);
            wire.say("GET " + path_ + common + "\r\n");
            auto const got = wire.hear();
            if (got.status == 200)
                one.form = got.view().at("form").as_string();
            else
                one.complaint = "no form: " + got.head;
        });
    }
    void send()
    {
        each([this](citizen& one) {
            if (one.number % 4 == 0)
                caller(port_, one.number).say(posted(one)); // and gone before the answer
            take(one, one.number % 4 == 0 ? 0 : 201);
            if (one.number % 3 == 0)
                take(one, 200);
        });
    }
    std::vector<citizen> const& all() const { return all_; }

private:
    static inline std::string const common =
        " HTTP/1.1\r\nHost: juece.test\r\nConnection: close\r\nAccept: application/json\r\n";

    std::string posted(citizen const& one) const
    {
        auto const body = web::to_query(
            {{"form", one.form}, {"words", one.words()}, {"kind", "citizen"}, {"name", ""}});
        return "POST " + path_ + common + tests::form_type +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    /// Sends it and keeps the receipt; `expected`: the status, 0 for either.
    void take(citizen& one, int expected) const
    {
        caller const wire(port_, one.number);
        wire.say(posted(one));
        auto const got = wire.hear();
        if (got.status != 200 && got.status != 201) {
            one.complaint = "not taken: " + got.head + got.body;
            return;
        }
        auto const receipt = std::string(got.view().at("receipt").as_string());
        if ((expected != 0 && got.status != expected) ||
            (!one.receipt.empty() && one.receipt != receipt))
            one.complaint = "another answer than expected: " + got.head + got.body;
        one.receipt = receipt;
    }

    void each(std::function<void(citizen&)> const& what)
    {
        std::vector<std::thread> hands;
        for (int hand = 0; hand < threads; ++hand)
            hands.emplace_back([&, hand] {
                for (std::size_t i = static_cast<std::size_t>(hand); i < all_.size(); i += threads)
                    what(all_[i]);
            });
        for (auto& one : hands)
            one.join();
    }

    int port_;
    std::string path_;
    std::vector<citizen> all_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(crowd)

BOOST_AUTO_TEST_CASE(each_of_a_crowd_has_one_receipt_whatever_happens_on_the_way)
{
    public_house house;
    auto const open = house.tell("城区供水价格方案", {"vital"}, "participation.published");
    house.clock = open.last + 48h;
    auto const clerk = house.sign_in("sponsor");
    crowd_at_the_form many(house, open);
    many.fetch();
    house.clock += 5s; // what a hand would take

    std::vector<std::unique_ptr<caller>> silent;
    for (int i = 0; i < 100; ++i) {
        silent.push_back(std::make_unique<caller>(house.port(), 1'000 + i));
        if (i % 2 == 0)
            silent.back()->say("POST " + open.at() + "/opinions HTTP/1.1\r\nHost: x\r\n" +
                               tests::form_type + "Content-Length: 1000\r\n\r\nwords=");
    }
    std::atomic<bool> goes_on = true;
    std::atomic<int> seen = 0;
    std::atomic<int> missed = 0;
    std::thread official([&] {
        for (; goes_on; std::this_thread::sleep_for(5ms)) {
            caller const wire(house.port(), 2'000);
            wire.say("GET " + open.home() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
                     clerk.headers + "\r\n");
            ++(wire.hear().status == 200 ? seen : missed);
        }
    });
    many.send();
    goes_on = false;
    official.join();
    BOOST_TEST(seen > 0);
    BOOST_TEST(missed == 0);

    store::reader looking(house.record(), engine::clearance::of_the_record());
    store::comment_shelf shelf(looking);
    std::set<std::string> receipts;
    std::set<long long> numbers;
    for (auto const& one : many.all()) {
        BOOST_TEST_REQUIRE(one.complaint == "", one.number);
        BOOST_TEST(receipts.insert(one.receipt).second, one.number);
        auto const kept = shelf.find(web::receipt_in(one.receipt).value());
        BOOST_TEST_REQUIRE(kept.has_value(), one.number);
        BOOST_TEST(kept->words == one.words());
        BOOST_TEST(numbers.insert(kept->number).second, one.number);
    }
    BOOST_TEST(shelf.count(open.id, {}) == people);
}

BOOST_AUTO_TEST_CASE(one_address_cannot_flood_the_box_and_what_was_typed_is_kept)
{
    public_house h;
    auto const open = h.tell("停车收费方案", {"vital"}, "participation.published");
    h.clock = open.last + std::chrono::hours(48);
    auto const form = open.at() + "/opinions";
    std::vector<std::string> tokens;
    for (int i = 0; i < 62; ++i)
        tokens.push_back(
            std::string(h.get(form, public_house::json).view().at("form").as_string()));
    h.clock += 5s;
    int kept = 0;
    public_reply last;
    for (auto const& token : tokens) {
        last = h.post(form, {{"form", token}, {"words", "很多很多"}}, public_house::html);
        kept += last.status == 303;
    }
    BOOST_TEST(kept == 60);
    BOOST_TEST(last.status == 429);
    BOOST_TEST(!last.header("Retry-After").empty());
    BOOST_TEST(last.says("很多很多"));
    h.clock += 10s;
    BOOST_TEST(
        h.post(form, {{"form", tokens.back()}, {"words", "很多很多"}}, public_house::json).status ==
        201);
}

BOOST_AUTO_TEST_SUITE_END()
