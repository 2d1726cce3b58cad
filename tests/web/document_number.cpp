#include "web/handlers/document_number.hpp"

#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "workflows/major_decision/publication.hpp"

#include <boost/test/unit_test.hpp>

using web::handlers::fault_of_document_number;
using web::handlers::fault_of_registration_number;

namespace {

constexpr auto kind = workflows::major_decision::publication::text_signed::kind;

bool is_taken(char const* number)
{
    return !fault_of_document_number(kind, {{"document_number", number}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_number)

BOOST_AUTO_TEST_CASE(a_number_has_a_mark_a_year_and_its_turn_or_is_that_of_an_order)
{
    for (auto const* number : {"高府〔2026〕3号", "肇府办〔2026〕120号", "区政府令第3号"})
        BOOST_TEST(is_taken(number), number);
    for (auto const* number : {"", "123", "高府〔2026〕3", "高府〔26〕3号", "高府[2026]3号",
                               "〔2026〕3号", "高府〔2026〕号", "高府〔2026〕三号", "第3号", "号"})
        BOOST_TEST(!is_taken(number), number);
}

BOOST_AUTO_TEST_CASE(the_number_of_a_catalogue_is_asked_for_its_shape_too)
{
    for (auto const* published :
         {"catalogue_approval.published", "catalogue_adjustment.published"}) {
        BOOST_TEST(
            !fault_of_document_number(published, {{"document_number", "高府办〔2026〕8号"}}));
        BOOST_TEST(
            fault_of_document_number(published, {{"document_number", "区政府网站"}}).has_value());
    }
}

BOOST_AUTO_TEST_CASE(the_number_of_a_normative_document_is_asked_for_its_shape_too)
{
    constexpr auto given = "document_issue.numbered";
    BOOST_TEST(!fault_of_document_number(given, {{"document_number", "高府规〔2026〕3号"}}));
    BOOST_TEST(fault_of_document_number(given, {{"document_number", "内容"}}).has_value());
}

BOOST_AUTO_TEST_CASE(a_number_in_the_register_of_documents_has_a_digit)
{
    for (auto const* kind_of_act :
         {"document_issue.numbered", "document_project.told_afterwards"}) {
        BOOST_TEST(
            !fault_of_registration_number(kind_of_act, {{"registration_number", "GYGF-2026-3"}}));
        BOOST_TEST(fault_of_registration_number(kind_of_act, {{"registration_number", "内容"}})
                       .has_value());
        BOOST_TEST(!fault_of_registration_number(kind_of_act, {}));
    }
    BOOST_TEST(!fault_of_registration_number(kind, {{"registration_number", "内容"}}));
}

BOOST_AUTO_TEST_CASE(what_the_public_does_not_read_is_not_asked)
{
    BOOST_TEST(!fault_of_document_number("filing.filed", {{"document_number", "123"}}));
    BOOST_TEST(!fault_of_document_number(kind, {}));
}

BOOST_AUTO_TEST_CASE(a_number_of_a_paper_on_file_is_not_given_to_another)
{
    namespace json = boost::json;
    tests::demo_house house;
    auto const opened = house.json("office", "POST", "/cases",
                                   {{"shape", "catalogue/2026"},
                                    {"act_id", "number-opening"},
                                    {"body", json::object{{"year", 2027}}}});
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = tests::home_of(opened.view().at("case").as_int64());
    auto const takes_over = [&](char const* act_id, char const* number) {
        return house.json(
            "office", "POST", home + "/acts",
            {{"kind", "catalogue_call.taken_over"},
             {"act_id", std::string("number-") + act_id},
             {"body", json::object{{"source", "目录2027.csv"},
                                   {"published_on", "2026-06-10"},
                                   {"consented_on", "2026-06-09"},
                                   {"document_number", number},
                                   {"items", json::array{json::object{{"item_name", "甲"}}}}}}});
    };
    auto const refused = takes_over("taken", "高府办〔2026〕8号"); // of the catalogue of 2026
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(refused.body.find("JC-25") != std::string::npos, refused.body);
    auto const other = takes_over("free", "高府办〔2026〕88号");
    BOOST_TEST(other.status == 201, other.body);
}

BOOST_AUTO_TEST_SUITE_END()
