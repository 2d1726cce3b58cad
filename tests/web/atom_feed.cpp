#include "tests/web/demo_house.hpp"
#include "web/permanent_id.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

// The whole feed of the sample against RFC 4287, as readers of feeds take it.

using tests::district;

namespace {

std::string feed_in(std::string const& language)
{
    auto const got =
        district().ask("", "GET", "/public/feed.atom", {{"accept-language", language}});
    BOOST_TEST_REQUIRE(got.status == 200, got.body);
    return got.body;
}

/// By libxml2-utils, which `./dev setup` installs.
bool fits_the_schema(std::string const& feed)
{
    auto const file = district().dir() / "feed.atom";
    std::ofstream(file, std::ios::binary) << feed;
    auto const line = "xmllint --noout --nonet --relaxng '" JUECE_SOURCES "/tests/web/atom.rng' '" +
                      file.string() + "' 2>&1";
    return std::system(line.c_str()) == 0; // NOLINT(concurrency-mt-unsafe)
}

std::vector<std::string> all_between(std::string const& text, std::string const& begin,
                                     std::string const& end)
{
    std::vector<std::string> found;
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
        auto const from = at + begin.size();
        found.push_back(text.substr(from, text.find(end, from) - from));
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(atom_feed)

BOOST_AUTO_TEST_CASE(the_feed_of_the_sample_is_an_atom_feed_in_both_languages)
{
    for (auto const* language : {"zh", "en"}) {
        auto const feed = feed_in(language);
        BOOST_TEST(all_between(feed, "<entry>", "</entry>").size() > 10u);
        BOOST_TEST(fits_the_schema(feed), language);
    }
}

BOOST_AUTO_TEST_CASE(entries_have_ids_of_their_own_and_come_newest_first)
{
    auto const feed = feed_in("zh");
    auto const entries = all_between(feed, "<entry>", "</entry>");
    std::set<std::string> ids;
    std::string before = "9999";
    for (auto const& one : entries) {
        ids.insert(all_between(one, "<id>", "</id>").at(0));
        auto const updated = all_between(one, "<updated>", "</updated>").at(0);
        BOOST_TEST((updated <= before), updated << " comes after " << before);
        before = updated;
    }
    BOOST_TEST(ids.size() == entries.size());
    BOOST_TEST(all_between(feed, "<updated>", "</updated>").at(0) ==
               all_between(entries.at(0), "<updated>", "</updated>").at(0));
}

BOOST_AUTO_TEST_CASE(ids_are_the_same_whatever_the_server_is_called)
{
    auto const ids = [](std::string const& host) {
        auto const got = district().ask("", "GET", "/public/feed.atom", {{"host", host}});
        return all_between(got.body, "<id>", "</id>");
    };
    auto const here = ids("juece.test");
    BOOST_TEST(here == ids("www.example.gov.cn:8443"));
    std::set<std::string> const different(here.begin(), here.end());
    BOOST_TEST(different.size() == here.size());
    for (auto const& one : here)
        BOOST_TEST(one.starts_with("urn:uuid:"), one);
    BOOST_TEST(district().office().identity().size() == 64u);
    BOOST_TEST(web::permanent_id("house", "act 7 3") == web::permanent_id("house", "act 7 3"));
    BOOST_TEST(web::permanent_id("house", "act 7 3") != web::permanent_id("other", "act 7 3"));
    auto const id = web::permanent_id("house", "act 7 3");
    BOOST_TEST(id.size() == 45u);
    BOOST_TEST(id.at(23) == '8');
    BOOST_TEST(std::string("89ab").find(id.at(28)) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_kind_of_publication_is_told)
{
    auto const feed = feed_in("zh");
    for (auto const* path : {"/public/matters/", "/public/catalogue/", "/public/reports/",
                             "/public/normative-documents"})
        BOOST_TEST(feed.find(std::string("http://juece.test") + path) != std::string::npos, path);
    for (auto const& link :
         all_between(feed, "<link rel=\"alternate\" type=\"text/html\" href=\"", "\"")) {
        auto const path = link.substr(std::string("http://juece.test").size());
        BOOST_TEST(district().ask("", "GET", path).status == 200, path);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_feed_does_not_fit_the_schema)
{
    auto const feed = feed_in("zh");
    auto const without = [&](std::string const& begin, std::string const& end) {
        auto changed = feed;
        auto const at = changed.find(begin);
        BOOST_TEST_REQUIRE(at != std::string::npos, begin);
        return changed.erase(at, changed.find(end, at) + end.size() - at);
    };
    BOOST_TEST(!fits_the_schema(without("<id>", "</id>")));
    BOOST_TEST(!fits_the_schema(without("<updated>", "</updated>")));
    BOOST_TEST(!fits_the_schema(without("<title>", "</title>")));
    BOOST_TEST(!fits_the_schema(without("</summary>", ">")));
    auto relative = feed;
    auto const id = relative.find("<id>") + 4;
    relative.replace(id, relative.find("</id>") - id, "/public");
    BOOST_TEST(!fits_the_schema(relative));
}

BOOST_AUTO_TEST_SUITE_END()
