#include "tests/web/demo_house.hpp"
#include "tests/web/description.hpp"
#include "tests/web/hostile_values.hpp"
#include "tests/web/house.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>

// Files that come with headers and bodies which nobody of good will sends: each is refused with a
// status that is described, and leaves nothing behind.

using tests::district;
using tests::here;
using tests::house;

namespace {

std::size_t files_under(std::filesystem::path const& dir)
{
    std::size_t files = 0;
    for (auto const& one : std::filesystem::recursive_directory_iterator(dir))
        files += one.is_regular_file();
    return files;
}

std::string const good_name = "filename 6I2J5qGILnR4dA=="; // 草案.txt

web::pairs tus(web::pairs headers, std::string const& version = "1.0.0")
{
    headers.emplace_back("accept", "application/json");
    if (!version.empty())
        headers.emplace_back("tus-resumable", version);
    return headers;
}

/// Refused with that status, as an operation is described.
void check_refused(tests::site_reply const& got, int status, std::string_view method,
                   std::string_view pattern, std::string const& how)
{
    BOOST_TEST(got.status == status, how << ": " << got.status << " " << got.body.substr(0, 300));
    auto const wrong = tests::undescribed(tests::plain(got), tests::operation(method, pattern));
    BOOST_TEST(wrong.empty(), how << ", not described is " << wrong);
}

/// Of ten bytes.
std::string begun_upload()
{
    auto const begun =
        district().ask("sponsor", "POST", "/uploads",
                       tus({{"upload-length", "10"}, {"upload-metadata", good_name}}));
    BOOST_TEST_REQUIRE(begun.status == 201, begun.body);
    return begun.header("Location");
}

std::string offset_of(std::string const& address)
{
    return district().ask("sponsor", "GET", address, tus({})).header("Upload-Offset");
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_uploads)

BOOST_AUTO_TEST_CASE(an_upload_with_hostile_headers_is_not_begun_and_leaves_no_file)
{
    auto const before = files_under(district().dir() / "uploads");
    struct row {
        int status;
        web::pairs headers;
        char const* version = "1.0.0";
    };
    std::vector<row> rows = {
        {400, {}},
        {400, {{"upload-length", "10"}}},
        {400, {{"upload-metadata", good_name}}},
        {413, {{"upload-length", "9223372036854775807"}, {"upload-metadata", good_name}}},
        {412, {{"upload-length", "10"}, {"upload-metadata", good_name}}, "0.2.2"},
        {412, {{"upload-length", "10"}, {"upload-metadata", good_name}}, "1.0"},
        {412, {{"upload-length", "10"}, {"upload-metadata", good_name}}, "1.0.0, 0.2.2"}};
    for (auto const* length : {"", "-1", "-9223372036854775808", "9223372036854775808", "1e3",
                               "0x10", "10.0", "+10", "ten", "10,10", "1 0", "NaN"})
        rows.push_back({400, {{"upload-length", length}, {"upload-metadata", good_name}}});
    for (std::string const metadata :
         {"", "filename", "filename ", "filename ###", "filename 6I2J5qG",
          "filename 6I=J5qGILnR4dA==", "filename 6I2J5qGILnR4dA=A", "filename 6I2J5qGILnR4dA=,",
          "filename =====", "filename ====", "filename /v8=", "filename AAAA",
          "filetype dGV4dC9wbGFpbg==", "filename\t6I2J5qGILnR4dA=="})
        rows.push_back({400, {{"upload-length", "10"}, {"upload-metadata", metadata}}});
    rows.push_back(
        {400,
         {{"upload-length", "10"}, {"upload-metadata", "filename " + std::string(4'000, 'a')}}});
    for (auto const& one : rows) {
        std::string how;
        for (auto const& [name, value] : one.headers)
            how += name + ": " + value.substr(0, 60) + "; ";
        check_refused(district().ask("sponsor", "POST", "/uploads", tus(one.headers, one.version)),
                      one.status, "POST", "/uploads", how + one.version);
    }
    BOOST_TEST(files_under(district().dir() / "uploads") == before);
}

BOOST_AUTO_TEST_CASE(a_piece_with_hostile_headers_adds_nothing)
{
    auto const before = files_under(district().dir() / "uploads");
    auto const address = begun_upload();
    std::string const bytes = "application/offset+octet-stream";
    struct row {
        int status;
        char const* offset;
        std::string type;
        std::string body;
        char const* version = "1.0.0";
    };
    std::vector<row> rows = {{409, "5", bytes, "01234"},
                             {409, "9223372036854775807", bytes, "01234"},
                             {413, "0", bytes, "01234567890"},
                             {412, "0", bytes, "01234", "2.0.0"},
                             {400, "0", "application/json", "{}"},
                             {415, "0", "text/plain", "01234"},
                             {415, "0", "application/octet-stream", "01234"}};
    for (auto const* offset :
         {"", "-1", "-0", "9223372036854775808", "1e0", "0x0", "0.0", "none", "0,0"})
        rows.push_back({400, offset, bytes, "01234"});
    for (auto const& one : rows)
        check_refused(
            district().ask(
                "sponsor", "PATCH", address,
                tus({{"upload-offset", one.offset}, {"content-type", one.type}}, one.version),
                one.body),
            one.status, "PATCH", "/uploads/{id}",
            std::string(one.offset) + " " + one.type + " " + one.version);
    check_refused(district().ask("sponsor", "PATCH", address, tus({{"content-type", bytes}}), "01"),
                  400, "PATCH", "/uploads/{id}", "no offset");
    BOOST_TEST(offset_of(address) == "0");
    BOOST_TEST(district().ask("sponsor", "DELETE", address, tus({})).status == 204);
    BOOST_TEST(files_under(district().dir() / "uploads") == before);
}

BOOST_AUTO_TEST_CASE(who_speaks_another_version_neither_sees_nor_drops_an_upload)
{
    auto const address = begun_upload();
    for (auto const* method : {"GET", "DELETE"}) {
        auto const got = district().ask("sponsor", method, address, tus({}, "0.2.2"));
        check_refused(got, 412, method, "/uploads/{id}", method);
        BOOST_TEST(got.header("Tus-Version") == "1.0.0");
    }
    BOOST_TEST(offset_of(address) == "0");
    BOOST_TEST(district().ask("sponsor", "DELETE", address, tus({})).status == 204);
}

BOOST_AUTO_TEST_CASE(a_whole_upload_is_no_document_until_it_is_asked_for_in_order)
{
    auto const address = begun_upload();
    auto const documents = files_under(district().dir() / "documents");
    auto const ask = [&](std::string const& body) {
        return district().ask(
            "sponsor", "POST", address + "/document",
            {{"accept", "application/json"}, {"content-type", "application/json"}}, body);
    };
    check_refused(ask("{}"), 409, "POST", "/uploads/{id}/document", "not whole");
    auto const sent = district().ask(
        "sponsor", "PATCH", address,
        tus({{"upload-offset", "0"}, {"content-type", "application/offset+octet-stream"}}),
        "0123456789");
    BOOST_TEST(sent.status == 204);
    for (auto const& hostile : tests::hostile_bodies())
        if (hostile.how != "a number without end") // an object all the same
            check_refused(ask(std::string(hostile.value.as_string())), 400, "POST",
                          "/uploads/{id}/document", hostile.how);
    for (auto const* body : {R"({"sha256":5})", R"({"sha256":null})", R"({"sha256":["a"]})"})
        check_refused(ask(body), 400, "POST", "/uploads/{id}/document", body);
    BOOST_TEST(files_under(district().dir() / "documents") == documents);
    BOOST_TEST(offset_of(address) == "10");
    BOOST_TEST(district().ask("sponsor", "DELETE", address, tus({})).status == 204);
}

BOOST_AUTO_TEST_CASE(a_body_longer_than_a_piece_may_be_is_cut_off_and_adds_nothing)
{
    auto const& h = here();
    auto const headers = h.clerk + "Accept: application/json\r\nTus-Resumable: 1.0.0\r\n";
    auto const begun =
        h.site.send("POST", "/uploads",
                    headers + "Upload-Length: 3000000\r\nUpload-Metadata: " + good_name + "\r\n");
    BOOST_TEST_REQUIRE(begun.status == 201, begun.body);
    auto const address = begun.header("Location");
    auto const got = h.site.send("PATCH", address,
                                 headers + "Upload-Offset: 0\r\n"
                                           "Content-Type: application/offset+octet-stream\r\n",
                                 std::string(1'100'000, 'x'));
    BOOST_TEST(got.status == 413);
    auto const wrong =
        tests::undescribed(tests::plain(got), tests::operation("PATCH", "/uploads/{id}"));
    BOOST_TEST(wrong.empty(), wrong);
    BOOST_TEST(h.site.send("GET", address, headers).header("Upload-Offset") == "0");
    BOOST_TEST(h.site.send("DELETE", address, headers).status == 204);
}

BOOST_AUTO_TEST_CASE(a_form_of_files_that_is_no_form_of_files_keeps_no_document)
{
    auto const& h = here();
    auto const documents = files_under(h.site.dir() / "documents");
    auto const part = [](std::string const& disposition, std::string const& content) {
        return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content +
               "\r\n";
    };
    auto const csrf = part("name=\"csrf\"", h.clerk_csrf);
    // only a browser, which sends its cookie by itself, has to know the secret of the form
    std::string const bearer = "Authorization: Bearer ";
    auto const browser = "Cookie: juece=" + h.clerk.substr(bearer.size());
    auto const file = part("name=\"file\"; filename=\"a.txt\"", "never kept");
    auto const program = part("name=\"file\"; filename=\"a.txt\"", "#!/bin/sh\nrm -rf ~\n");
    std::string const type = "Content-Type: multipart/form-data; boundary=B\r\n";
    struct row {
        int status;
        std::string type;
        std::string body;
    };
    for (auto const& one : std::vector<row>{
             {403, type, file + "--B--\r\n"},
             {403, type, part("name=\"csrf\"", "another") + file + "--B--\r\n"},
             {400, type, csrf + "--B--\r\n"},
             {400, type, csrf + part("name=\"file\"", "no file name") + "--B--\r\n"},
             {422, type, csrf + program + "--B--\r\n"},
             {400, type, csrf + file},
             {400, type, csrf + file.substr(0, file.size() - 4)},
             {403, type, "--B--\r\n"},
             {403, type, ""},
             {400, "Content-Type: multipart/form-data\r\n", csrf + file + "--B--\r\n"},
             {400, "Content-Type: multipart/form-data; boundary=C\r\n", csrf + file + "--B--\r\n"},
             {415, "Content-Type: application/octet-stream\r\n", "bytes"},
             {400, "Content-Type: application/json\r\n", "{}"}}) {
        auto const got = h.site.send("POST", "/documents",
                                     browser + "Accept: application/json\r\n" + one.type, one.body);
        BOOST_TEST(got.status == one.status, one.type << one.body << ": " << got.status);
        BOOST_TEST(
            tests::is_described_refusal(tests::plain(got), tests::operation("POST", "/documents")),
            one.type << one.body << ": " << got.body.substr(0, 300));
    }
    BOOST_TEST(files_under(h.site.dir() / "documents") == documents);
}

BOOST_AUTO_TEST_SUITE_END()
