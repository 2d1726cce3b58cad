#include "web/router.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string pattern(std::string_view method, std::string_view path)
{
    auto const found = web::find_route(web::routes(), method, path);
    return found.it ? std::string(found.it->pattern) : "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(router)

BOOST_AUTO_TEST_CASE(words_go_before_places)
{
    BOOST_TEST(pattern("GET", "/cases/new") == "/cases/new");
    BOOST_TEST(pattern("GET", "/cases/7") == "/cases/{id}");
    BOOST_TEST(pattern("GET", "/") == "/");
    BOOST_TEST(pattern("POST", "/cases/7/acts") == "/cases/{id}/acts");
}

BOOST_AUTO_TEST_CASE(places_are_decoded)
{
    auto const found = web::find_route(web::routes(), "GET", "/cases/7/limits/a%2Fb");
    BOOST_REQUIRE(found.it);
    web::pairs const wanted = {{"id", "7"}, {"name", "a/b"}};
    BOOST_TEST((found.places == wanted));
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_table_is_not_found)
{
    for (auto const* path :
         {"/cases/", "/cases//acts", "/nothing", "/cases/7/", "/rules/%00", "//"})
        BOOST_TEST(pattern("GET", path) == "", path);
    auto const found = web::find_route(web::routes(), "DELETE", "/cases/7");
    BOOST_TEST(!found.it);
    BOOST_TEST(found.path_known);
    BOOST_TEST(found.methods.size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
