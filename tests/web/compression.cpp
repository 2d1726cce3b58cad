#include "web/compression.hpp"

#include "tests/web/house.hpp"

#include <boost/test/unit_test.hpp>
#include <zlib.h>

using tests::here;

namespace {

std::string unpacked(std::string const& packed)
{
    constexpr int with_gzip_header = 16;
    z_stream stream{};
    BOOST_REQUIRE(inflateInit2(&stream, MAX_WBITS + with_gzip_header) == Z_OK);
    std::string made(4'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(made.data());
    stream.avail_out = static_cast<uInt>(made.size());
    BOOST_TEST(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    made.resize(stream.total_out);
    inflateEnd(&stream);
    return made;
}

bool takes(std::string const& accepted)
{
    web::request asked;
    asked.headers = {{"accept-encoding", accepted}};
    return web::takes_gzip(asked);
}

std::string const packed = "Accept-Encoding: gzip, deflate, br\r\n";
std::string const page = "Accept: text/html\r\n";

} // namespace

BOOST_AUTO_TEST_SUITE(compression)

BOOST_AUTO_TEST_CASE(who_takes_gzip_says_so)
{
    for (auto const* yes : {"gzip", "br, gzip", "GZip;q=0.5", "deflate,gzip;q=1.0", "*", "x-gzip"})
        BOOST_TEST(takes(yes), yes);
    for (auto const* no :
         {"", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped"})
        BOOST_TEST(!takes(no), no);
}

BOOST_AUTO_TEST_CASE(a_page_is_the_same_packed)
{
    auto const& h = here();
    auto const plain = h.site.send("GET", "/public", page);
    auto const got = h.site.send("GET", "/public", page + packed);
    BOOST_TEST(plain.header("Content-Encoding") == "");
    BOOST_TEST(got.header("Content-Encoding") == "gzip");
    BOOST_TEST(got.header("Content-Length") == std::to_string(got.body.size()));
    BOOST_TEST(got.body.size() < plain.body.size());
    BOOST_TEST((unpacked(got.body) == plain.body));
    for (auto const& one : {plain, got})
        BOOST_TEST(one.header("Vary").find("Accept-Encoding") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(json_styles_and_feeds_are_packed_too)
{
    auto const& h = here();
    auto const same = [&](std::string const& target, std::string const& headers) {
        auto const plain = h.site.send("GET", target, headers);
        auto const got = h.site.send("GET", target, headers + packed);
        BOOST_TEST(got.header("Content-Encoding") == "gzip", target);
        BOOST_TEST((unpacked(got.body) == plain.body), target);
        BOOST_TEST(got.header("Vary").find("Accept-Encoding") != std::string::npos, target);
    };
    same("/openapi.json", "");
    same("/static/juece.css", "");
    same("/static/juece.js", "");
    auto const css = h.site.send("GET", "/static/juece.css", "");
    auto const got = h.site.send("GET", "/static/juece.css", packed);
    BOOST_TEST(got.header("ETag") != css.header("ETag"));
    auto const known = "If-None-Match: " + got.header("ETag") + "\r\n";
    BOOST_TEST(h.site.send("GET", "/static/juece.css", packed + known).status == 304);
    BOOST_TEST(h.site.send("GET", "/static/juece.css", known).status == 200);
}

BOOST_AUTO_TEST_CASE(heads_documents_pictures_and_short_answers_are_not_packed)
{
    auto const& h = here();
    for (auto const* target : {"/rules", "/static/juece.css", "/openapi.json"}) {
        auto const got = h.site.send("HEAD", target, h.clerk + page + packed);
        BOOST_TEST(got.header("Content-Encoding") == "", target);
        BOOST_TEST(std::stoul(got.header("Content-Length")) > 1'000u, target);
    }
    BOOST_TEST(h.site.send("GET", "/healthz", packed).header("Content-Encoding") == "");
    BOOST_TEST(h.site.send("GET", "/static/juece.svg", packed).header("Content-Encoding") == "");
    web::response document;
    document.file = "/tmp/x";
    document.with("Content-Type", "text/plain");
    BOOST_TEST(!web::is_worth_packing(document));
    BOOST_TEST(!web::is_worth_packing(1'000'000, "application/pdf"));
    BOOST_TEST(!web::is_worth_packing(1'000'000, "image/png"));
}

BOOST_AUTO_TEST_SUITE_END()
