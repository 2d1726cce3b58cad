#include "config/embedded.hpp"
#include "tests/web/demo_house.hpp"
#include "web/compression.hpp"
#include "web/router.hpp"

#include <boost/test/unit_test.hpp>

// How much of the sample a phone has to fetch for one page that it never saw before.

using tests::district;

namespace {

constexpr std::size_t most_bytes = 60'000;

/// Styles and scripts, packed as they are served.
std::size_t beside_a_page()
{
    std::size_t bytes = 0;
    for (auto const* path : {"web/static/juece.css", "web/static/juece.js", "web/static/drafts.js",
                             "web/static/uploads.js"})
        bytes += web::gzipped(*config::embedded(path), 9).size();
    return bytes;
}

std::vector<std::string> plain_addresses()
{
    std::vector<std::string> made;
    for (auto const& one : web::routes())
        if (one.method == "GET" && one.pattern.find('{') == std::string_view::npos &&
            !one.pattern.starts_with("/sign-in/"))
            made.emplace_back(one.pattern);
    return made;
}

struct heaviest {
    std::size_t bytes = 0;
    std::string where;
    int pages = 0;

    void weigh(std::string const& who, std::string const& target)
    {
        auto const got = district().ask(who, "GET", target,
                                        {{"accept", "text/html"}, {"accept-encoding", "gzip"}});
        if (got.status != 200 || !got.header("Content-Type").starts_with("text/html"))
            return;
        ++pages;
        if (got.body.size() <= bytes)
            return;
        bytes = got.body.size();
        where = who + " " + target;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(page_weight)

BOOST_AUTO_TEST_CASE(no_page_of_the_sample_is_heavier_than_sixty_kilobytes_without_pictures)
{
    heaviest all;
    for (auto const* who : {"", "sponsor", "office", "mayor", "reviewer", "compiler", "admin"})
        for (auto const& address : plain_addresses())
            all.weigh(who, address);
    for (int id = 1; id <= 120; ++id) {
        auto const number = std::to_string(id);
        for (auto const* who : {"office", "sponsor"})
            for (auto const* part :
                 {"", "/sheets", "/opinions", "/review", "/meeting", "/versions"})
                all.weigh(who, "/cases/" + number + part);
        all.weigh("", "/public/matters/" + number);
    }
    for (auto const* year : {"2024", "2025"})
        for (auto const* part : {"", "/text", "/answers", "/years"})
            all.weigh("compiler", "/reports/" + std::string(year) + part);
    BOOST_TEST(all.pages > 300);
    BOOST_TEST_MESSAGE("heaviest: " << all.where << ", " << all.bytes << " bytes and "
                                    << beside_a_page() << " of styles and scripts");
    BOOST_TEST(all.bytes + beside_a_page() <= most_bytes, all.where << ": " << all.bytes);
}

BOOST_AUTO_TEST_SUITE_END()
