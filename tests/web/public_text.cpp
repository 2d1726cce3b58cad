#include "tests/web/public_house.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// The words of a published document as a page.

using tests::public_house;
using namespace std::chrono_literals;

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

BOOST_AUTO_TEST_SUITE_END()
