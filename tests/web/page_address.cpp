#include "web/handlers/page_address.hpp"

#include <boost/test/unit_test.hpp>

using web::handlers::faults_of_page_addresses;

namespace {

bool is_taken(char const* field, char const* words)
{
    return faults_of_page_addresses({{field, words}}).empty();
}

} // namespace

BOOST_AUTO_TEST_SUITE(page_address)

BOOST_AUTO_TEST_CASE(an_address_is_one_of_the_web_or_words_say_where)
{
    for (auto const* field : {"address", "report_address", "published_at"}) {
        for (auto const* words : {"https://www.example.gov.cn/1", "http://example.gov.cn", "",
                                  "区政府公报第3期", "《西江日报》2026年3月2日"})
            BOOST_TEST(is_taken(field, words), words);
        for (auto const* words :
             {"javascript:alert(1)", "javascript:alert('公告')", "JavaScript:x", "data:text/html,x",
              "ftp://example.gov.cn", "www.example.gov.cn", "www.example.gov.cn:8080/公告", "123"})
            BOOST_TEST(!is_taken(field, words), words);
    }
}

BOOST_AUTO_TEST_CASE(other_fields_are_not_asked)
{
    BOOST_TEST(is_taken("remarks", "javascript:alert(1)"));
    BOOST_TEST(faults_of_page_addresses({{"address", 1}}).empty()); // the reader says what it is
    BOOST_TEST(faults_of_page_addresses({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
