#include "tests/web/public_house.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/test/unit_test.hpp>
#include <future>

// The public, those at the door and the signed-in each have threads of their own, and none of them
// waits for the others.

using tests::public_house;
using namespace std::chrono_literals;

namespace {

struct told_house : public_house {
    tests::told_decision open = tell("城区供水价格方案", {"vital"}, "participation.published");
    seat clerk = sign_in("sponsor");
};

told_house& here()
{
    static told_house one;
    one.clock = one.open.last + 48h;
    return one;
}

/// Fills threads with work that waits until this ends, and what may wait for them with more.
class standstill {
public:
    standstill(public_house& house, web::work_threads& threads) : house_(house), threads_(threads)
    {
        std::promise<void> all;
        boost::asio::post(house_.loop(), [&] {
            for (int i = 0; i < jobs; ++i)
                boost::asio::co_spawn(house_.loop(), one(), boost::asio::detached);
            all.set_value();
        });
        all.get_future().wait();
    }
    ~standstill()
    {
        opened_.set_value();
        while (left_ > 0)
            std::this_thread::sleep_for(1ms);
    }
    standstill(standstill const&) = delete;
    standstill& operator=(standstill const&) = delete;

private:
    /// More than any of the threads lets wait.
    static constexpr int jobs = 3'000;

    boost::asio::awaitable<void> one()
    {
        ++left_;
        auto const wait = [gate = gate_] {
            gate.wait();
            return true;
        };
        try {
            co_await threads_.run(wait);
        } catch (web::overcrowded const&) {
        }
        --left_;
    }

    public_house& house_;
    web::work_threads& threads_;
    std::promise<void> opened_;
    std::shared_future<void> gate_ = opened_.get_future().share();
    std::atomic<int> left_ = 0;
};

void must_send_away(tests::public_reply const& got)
{
    BOOST_TEST(got.status == 503, got.head);
    auto const wait = got.header("Retry-After");
    BOOST_TEST_REQUIRE(!wait.empty(), got.head);
    BOOST_TEST(std::stoi(wait) >= 2);
    BOOST_TEST(std::stoi(wait) <= 120);
}

} // namespace

BOOST_AUTO_TEST_SUITE(office_test)

BOOST_AUTO_TEST_CASE(a_crowd_of_the_public_keeps_no_official_waiting)
{
    auto& h = here();
    auto const form = h.open.at() + "/opinions";
    auto const token = h.token(form);
    {
        standstill const crowd(h, h.site().public_reading());
        auto const page = h.get("/public");
        must_send_away(page);
        BOOST_TEST(page.says("</html>"));
        BOOST_TEST(page.header("Content-Security-Policy").starts_with("default-src 'self'"));
        auto const sent =
            h.post(form, {{"form", token}, {"words", "同意。"}, {"kind", "citizen"}}, h.json);
        must_send_away(sent);
        BOOST_TEST(sent.view().at("status").as_int64() == 503);
        for (auto const& path : {std::string("/"), h.open.home(), std::string("/cases")})
            BOOST_TEST(h.get(path, h.html + h.clerk.headers).status == 200, path);
        // The signed-in see the pages of the public, too.
        BOOST_TEST(h.get("/public", h.html + h.clerk.headers).status == 200);
        BOOST_TEST(h.get("/sign-in").status == 200);
        BOOST_TEST(h.sign_in("auditor").headers.size() > 20);
    }
    BOOST_TEST(h.get("/public").status == 200);
    // Who was sent away comes again with the same form.
    BOOST_TEST(
        h.post(form, {{"form", token}, {"words", "同意。"}, {"kind", "citizen"}}, h.json).status ==
        201);
}

BOOST_AUTO_TEST_CASE(a_crowd_at_the_door_keeps_nobody_waiting_who_is_in)
{
    auto& h = here();
    BOOST_TEST(h.get("/", h.html + h.clerk.headers).status == 200);
    standstill const crowd(h, h.site().at_the_door());
    must_send_away(h.get("/sign-in"));
    must_send_away(h.get("/", h.html + "Authorization: Bearer made-up\r\n"));
    BOOST_TEST(h.get("/", h.html + h.clerk.headers).status == 200);
    BOOST_TEST(h.get("/public").status == 200);
}

BOOST_AUTO_TEST_CASE(a_form_of_the_public_is_not_longer_than_what_people_write)
{
    auto& h = here();
    auto const form = h.open.at() + "/hearing-wishes";
    std::string const words(300'000, 'a');
    BOOST_TEST(h.post(form, {{"form", ""}, {"words", words}}, h.json).status == 413);
    std::string const long_words(100'000, 'a');
    BOOST_TEST(h.post(form, {{"form", ""}, {"words", long_words}}, h.json).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
