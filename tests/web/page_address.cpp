#include "web/handlers/page_address.hpp"

#include "workflows/annual_report/report_file.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/normative_document/opinions.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using web::handlers::faults_of_page_addresses;

namespace {

/// A notice with its address, and the papers that printed it.
std::vector<engine::field> notice()
{
    engine::field const printed{.name = "printed_at", .required = false, .is_page_address = true};
    return {{.name = "address", .is_page_address = true},
            {.name = "remarks"},
            {.name = "papers",
             .type = engine::field_type::group,
             .required = false,
             .many = true,
             .of = {printed}}};
}

std::vector<engine::field_fault> faults_of(boost::json::object const& body)
{
    return faults_of_page_addresses(body, notice());
}

template <class Act>
bool gives_address(std::string_view name)
{
    auto const& fields = engine::fields_of<Act>();
    return std::any_of(fields.begin(), fields.end(), [&](engine::field const& one) {
        return one.name == name && one.is_page_address;
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(page_address)

BOOST_AUTO_TEST_CASE(an_address_is_one_of_the_web_or_words_say_where)
{
    for (auto const* words : {"https://www.example.gov.cn/1", "http://example.gov.cn", "",
                              "区政府公报第3期", "《西江日报》2026年3月2日"})
        BOOST_TEST(faults_of({{"address", words}}).empty(), words);
    for (auto const* words :
         {"javascript:alert(1)", "javascript:alert('公告')", "JavaScript:x", "data:text/html,x",
          "ftp://example.gov.cn", "www.example.gov.cn", "www.example.gov.cn:8080/公告", "123"})
        BOOST_TEST(!faults_of({{"address", words}}).empty(), words);
}

BOOST_AUTO_TEST_CASE(fields_that_are_no_addresses_are_not_asked)
{
    BOOST_TEST(faults_of({{"remarks", "javascript:alert(1)"}}).empty());
    BOOST_TEST(faults_of({{"unheard_of", "javascript:alert(1)"}}).empty());
    BOOST_TEST(faults_of({{"address", 1}, {"papers", 2}}).empty()); // the reader says what it is
    BOOST_TEST(faults_of({}).empty());
}

BOOST_AUTO_TEST_CASE(an_address_in_a_row_of_a_list_is_asked_too)
{
    auto const found = faults_of(
        {{"papers",
          {{{"printed_at", "https://example.gov.cn"}}, {{"printed_at", "javascript:alert(1)"}}}}});
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found.front().path == "papers[1].printed_at");
}

BOOST_AUTO_TEST_CASE(acts_say_which_of_their_fields_are_addresses)
{
    using namespace workflows;
    BOOST_TEST(gives_address<major_decision::participation::published>("address"));
    BOOST_TEST(gives_address<major_decision::participation::concluded>("report_address"));
    BOOST_TEST(gives_address<annual_report::release::published>("published_at"));
    BOOST_TEST(gives_address<normative_document::opinions::comments_closed>("feedback_address"));
    BOOST_TEST(!gives_address<major_decision::participation::concluded>("summary"));
}

BOOST_AUTO_TEST_SUITE_END()
