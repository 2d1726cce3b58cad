#include "engine/chain.hpp"
#include "tests/web/house.hpp"
#include "web/percent.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <future>
#include <zlib.h>

// Documents that are taken, since they are what they say, and that unpack to more than a machine
// holds: whoever looks at them hears that there is no preview, and nobody else notices.

using tests::here;

namespace {

std::string deflated(std::string_view bytes, int flush)
{
    z_stream stream{};
    BOOST_REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string made(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(made.data());
    stream.avail_out = static_cast<uInt>(made.size());
    deflate(&stream, flush);
    made.resize(stream.total_out);
    deflateEnd(&stream);
    return made;
}

/// Two gigabytes of blanks, packed twice: each flushed piece stands for itself and can be repeated.
/// Readers of PDF do not look at the checksum that is not there.
std::string packed_blanks()
{
    auto const piece = deflated(std::string(1'000'000, ' '), Z_FULL_FLUSH);
    std::string once = "\x78\x9c";
    for (int i = 0; i < 2'000; ++i)
        once += piece;
    once += std::string("\x03\x00", 2);
    return "\x78\x9c" + deflated(once, Z_FINISH);
}

std::string pdf_of_blanks(int pages)
{
    auto const blanks = packed_blanks();
    std::string kids;
    for (int i = 0; i < pages; ++i)
        kids += fmt::format("{} 0 R ", 4 + i);
    std::vector<std::string> objects = {
        "<</Type/Catalog/Pages 2 0 R>>",
        fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages),
        fmt::format("<</Length {}/Filter[/FlateDecode/FlateDecode]>>stream\n{}\nendstream",
                    blanks.size(), blanks)};
    for (int i = 0; i < pages; ++i)
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R>>");
    std::string made = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", made.size());
        made += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    auto const at = made.size();
    return made + table +
           fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF", objects.size() + 1,
                       at);
}

/// Stored in the name of the clerk; the address of the document.
std::string stored(std::string const& bytes, std::string const& name)
{
    auto const& h = here();
    auto const got = h.site.send(
        "POST", "/documents",
        h.clerk + "Accept: application/json\r\nContent-Type: multipart/form-data; boundary=B\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + h.clerk_csrf +
            "\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name +
            "\"\r\nContent-Type: application/pdf\r\n\r\n" + bytes + "\r\n--B--\r\n");
    BOOST_TEST_REQUIRE(got.status == 201, got.body);
    return "/documents/" + engine::sha256(bytes);
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_documents)

BOOST_AUTO_TEST_CASE(pages_that_unpack_to_gigabytes_have_no_preview_and_hold_nobody_up)
{
    auto const& h = here();
    auto const bytes = pdf_of_blanks(4);
    BOOST_TEST(bytes.size() < 10'000u);
    auto const href = stored(bytes, "a.pdf");
    std::atomic<int> answered = 0;
    std::vector<std::future<tests::reply>> looking;
    for (int page = 1; page <= 4; ++page)
        looking.push_back(std::async(std::launch::async, [&, page] {
            auto got = h.site.send("GET", href + "/pages/" + std::to_string(page),
                                   h.clerk + "Accept: image/*\r\n");
            ++answered;
            return got;
        }));
    // More pages are drawn than there are reading threads, and others still read.
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(h.site.send("GET", "/cases", h.clerk + "Accept: application/json\r\n").status ==
                   200);
    auto const about = h.site.send("GET", href + "/about", h.clerk + "Accept: text/html\r\n");
    BOOST_TEST(about.status == 200);
    BOOST_TEST(about.body.find("href=\"" + href + "\"") != std::string::npos);
    BOOST_TEST(answered < 4, "others were not answered before the drawing had ended");
    for (auto& one : looking) {
        auto const got = one.get();
        BOOST_TEST((got.status == 404 || got.status == 503), got.status);
        BOOST_TEST(got.header("Content-Type") == "image/svg+xml");
        BOOST_TEST((got.status != 503 || !got.header("Retry-After").empty()));
    }
    auto const again =
        h.site.send("GET", href + "/pages/1", h.clerk + "Accept: application/json\r\n");
    BOOST_TEST((again.status == 404 || again.status == 503), again.status);
    BOOST_TEST(again.view().at("type").as_string() == "/problems/no-preview");
}

BOOST_AUTO_TEST_SUITE_END()
