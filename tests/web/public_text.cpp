#include "tests/web/public_house.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>

// The words of a published document as a page.

using tests::public_house;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// Says one paragraph of whatever it is asked about, after so many seconds.
void write_reading_program(fs::path const& at, std::string const& seconds)
{
    std::ofstream(at) << "#!/bin/sh\nsleep " << seconds
                      << "\nprintf '{\"paragraphs\":[\"first\"]}'\n";
    fs::permissions(at, fs::perms::owner_all);
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_text)

BOOST_AUTO_TEST_CASE(the_words_of_a_published_document_are_read_in_a_page)
{
    public_house h;
    auto const decided = h.tell("养老服务办法", {"concern", "vital"}, "");
    auto const open = h.tell("城区供水价格方案", {"vital"}, "participation.published");
    auto const inner = h.tell("未公开的方案", {"vital"}, "drafting.versioned");
    h.clock = std::max({decided.last, open.last, inner.last}) + 48h;
    auto const view = h.get(decided.at(), public_house::json).view();
    auto const text = std::string(view.at("issue").at("read_href").as_string());
    BOOST_TEST_REQUIRE(!text.empty());
    BOOST_TEST(h.get(decided.at(), public_house::html).says("href=\"" + text + "\""));
    auto const words = h.get(text, public_house::json).view();
    BOOST_TEST(words.at("why_not") == "");
    BOOST_TEST_REQUIRE(!words.at("paragraphs").as_array().empty());
    auto const page = h.get(text, public_house::html);
    BOOST_TEST(page.status == 200);
    for (auto const& one : words.at("paragraphs").as_array())
        BOOST_TEST(page.says("<p>" + std::string(one.at("words").as_string()) + "</p>"));
    for (auto const& one : view.at("documents").as_array())
        if (std::string const read(one.at("read_href").as_string()); !read.empty())
            BOOST_TEST(h.get(read, public_house::json).status == 200);
    // What stays inside has no page either, nor has a document of another matter.
    auto const draft = inner.document("drafting.versioned", "draft");
    BOOST_TEST(h.get(inner.at() + "/texts/" + draft, public_house::json).status == 404);
    auto const hash = text.substr(text.rfind('/') + 1);
    BOOST_TEST(h.get(open.at() + "/texts/" + hash, public_house::json).status == 404);
}

BOOST_AUTO_TEST_CASE(words_that_were_marked_are_masked_in_the_text_as_on_every_page)
{
    public_house h;
    auto const open = h.tell("城区供水价格方案", {"vital"}, "participation.published");
    h.clock = open.last + 48h;
    auto const text = open.at() + "/texts/" + open.document("participation.published", "draft");
    BOOST_TEST(h.get(text, public_house::json).says("审计监督"));
    h.enters("sponsor", open, "participation.words_masked",
             {{"masked", boost::json::array{"审计监督"}}});
    for (auto const& as : {public_house::json, public_house::html}) {
        auto const got = h.get(text, as);
        BOOST_TEST(got.status == 200);
        BOOST_TEST(!got.says("审计监督"));
        BOOST_TEST(got.says("接受审*。"));
    }
}

BOOST_AUTO_TEST_CASE(a_text_that_cannot_be_read_just_now_is_asked_for_again)
{
    auto const program =
        fs::temp_directory_path() / ("juece-reads-" + std::to_string(std::random_device{}()));
    write_reading_program(program, "6");
    public_house h(program);
    auto const open = h.tell("城区供水价格方案", {"vital"}, "participation.published");
    h.clock = open.last + 48h;
    auto const hash = open.document("participation.published", "draft");
    auto const text = open.at() + "/texts/" + hash;
    // What has to be unpacked is read by the program.
    auto const file = h.documents().path_of(hash);
    BOOST_TEST_REQUIRE(file.has_value());
    fs::remove(*file);
    std::ofstream(*file) << "PK\x03\x04";
    auto const busy = h.get(text, public_house::json);
    BOOST_TEST(busy.status == 503);
    BOOST_TEST(!busy.header("Retry-After").empty());
    write_reading_program(program, "0");
    for (int i = 0; i < 2; ++i) {
        auto const got = h.get(text, public_house::json);
        BOOST_TEST(got.status == 200);
        BOOST_TEST(got.says("first"));
        fs::remove(program); // what was read once is kept
    }
}

BOOST_AUTO_TEST_SUITE_END()
