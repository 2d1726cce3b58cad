#include "web/multipart.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using state = web::multipart_reader::state;

class kept_file : public web::incoming_file {
public:
    explicit kept_file(std::string& into) : into_(into) {}
    void write(std::string_view bytes) override { into_.append(bytes); }
    std::string finish() override { return "hash"; }

private:
    std::string& into_;
};

std::string part(std::string const& disposition, std::string const& content)
{
    return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

state read(std::string const& body, std::size_t piece = 1'000'000)
{
    web::multipart_reader reader("B", 1'000, {});
    for (std::size_t at = 0; at < body.size(); at += piece)
        reader.take(std::string_view(body).substr(at, piece));
    return reader.now();
}

} // namespace

BOOST_AUTO_TEST_SUITE(multipart)

BOOST_AUTO_TEST_CASE(fields_and_files_are_told_apart_however_the_bytes_arrive)
{
    auto const body =
        part("name=\"f.title\"", "道路\r\n--") +
        part("name=\"f.draft\"; filename=\"C:\\docs\\草案.pdf\"", "%PDF\r\n--\r\n\0x") +
        part("name=\"f.none\"; filename=\"\"", "") + part("name=\"empty\"", "") +
        "--B--\r\nepilogue";
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        std::string bytes;
        web::multipart_reader reader("B", 1'000,
                                     [&] { return std::make_unique<kept_file>(bytes); });
        for (std::size_t at = 0; at < body.size(); at += piece)
            reader.take(std::string_view(body).substr(at, piece));
        BOOST_REQUIRE((reader.now() == state::done));
        web::pairs const wanted = {{"f.title", "道路\r\n--"}, {"empty", ""}};
        BOOST_REQUIRE((reader.fields == wanted));
        BOOST_REQUIRE(reader.files.size() == 1);
        BOOST_REQUIRE(reader.files[0].file_name == "草案.pdf");
        BOOST_REQUIRE(bytes == "%PDF\r\n--\r\n");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_form_is_broken_or_unfinished)
{
    BOOST_TEST((read("") == state::reading));
    BOOST_TEST((read("no boundary at all") == state::reading));
    BOOST_TEST((read(part("name=\"a\"", "1")) == state::reading));
    BOOST_TEST((read("--B\r\n\r\nno headers\r\n--B--") == state::broken));
    BOOST_TEST((read("--B\r\nContent-Disposition: attachment\r\n\r\nx\r\n--B--") == state::broken));
    BOOST_TEST((read("--Bjunk\r\nX: y\r\n\r\n") == state::broken));
    BOOST_TEST((read("--B\r\n" + std::string(5'000, 'h')) == state::broken));
    BOOST_TEST((read(part("name=\"a\"", std::string("x\0y", 3)) + "--B--") == state::broken));
    BOOST_TEST((read(part("name=\"a\"", "\xff") + "--B--") == state::broken));
}

BOOST_AUTO_TEST_CASE(however_a_body_is_cut_it_says_the_same)
{
    auto const padded = [](std::size_t blanks) {
        return "--B" + std::string(blanks, ' ') +
               "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--";
    };
    auto const headed = [](std::size_t bytes) {
        std::string head = "\r\nContent-Disposition: form-data; name=\"a\"\r\nX: ";
        return "--B" + head + std::string(bytes - head.size(), 'x') + "\r\n\r\n1\r\n--B--";
    };
    for (std::size_t piece : {1, 2, 3, 7, 1'000'000}) {
        BOOST_TEST((read(padded(100), piece) == state::done), "in pieces of " << piece);
        BOOST_TEST((read(padded(101), piece) == state::broken), "in pieces of " << piece);
        BOOST_TEST((read(headed(4'096), piece) == state::done), "in pieces of " << piece);
        BOOST_TEST((read(headed(4'097), piece) == state::broken), "in pieces of " << piece);
    }
}

BOOST_AUTO_TEST_CASE(fields_have_a_limit_together)
{
    BOOST_TEST((read(part("name=\"a\"", std::string(600, 'x')) +
                         part("name=\"b\"", std::string(600, 'x')) + "--B--",
                     64) == state::too_large));
}

BOOST_AUTO_TEST_CASE(a_boundary_follows_rfc_2046)
{
    BOOST_TEST(web::boundary_of("multipart/form-data; boundary=\"a b\"").value() == "a b");
    BOOST_TEST(web::boundary_of("multipart/form-data; charset=x; Boundary=ab").value() == "ab");
    for (auto const* bad :
         {"multipart/form-data", "multipart/form-data; boundary=",
          "multipart/form-data; boundary=\"a\r\nb\"", "multipart/form-data; boundary=\"open"})
        BOOST_TEST(!web::boundary_of(bad), bad);
    BOOST_TEST(!web::boundary_of("multipart/form-data; boundary=" + std::string(71, 'x')));
}

BOOST_AUTO_TEST_SUITE_END()
