#include "adapters/one_time_code/one_time_code.hpp"
#include "adapters/one_time_code/qr_code.hpp"
#include "tests/adapters/sample_procedure.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

using namespace adapters::one_time_code;

namespace {

/// The secret of the examples of RFC 6238, appendix B.
std::string const example = "12345678901234567890";

engine::instant seconds(long long since_1970)
{
    return engine::instant(std::chrono::seconds(since_1970));
}

} // namespace

BOOST_AUTO_TEST_SUITE(one_time_code_test)

BOOST_AUTO_TEST_CASE(the_examples_of_the_standard_hold)
{
    // the last six of the eight digits that the standard prints
    BOOST_TEST(step_of(example, "287082", seconds(59)).value() == 1);
    BOOST_TEST(step_of(example, "081804", seconds(1'111'111'109)).value() == 37'037'036);
    BOOST_TEST(step_of(example, "050471", seconds(1'111'111'111)).value() == 37'037'037);
    BOOST_TEST(step_of(example, "005924", seconds(1'234'567'890)).value() == 41'152'263);
    BOOST_TEST(step_of(example, "279037", seconds(2'000'000'000)).value() == 66'666'666);
}

BOOST_AUTO_TEST_CASE(the_step_is_that_of_the_code_and_not_that_of_the_clock)
{
    BOOST_TEST(step_of(example, "287082", seconds(89)).value() == 1);
    BOOST_TEST(step_of(example, "287082", seconds(29)).value() == 1);
    BOOST_TEST(!step_of(example, "287082", seconds(120)));
}

BOOST_AUTO_TEST_CASE(what_is_no_code_is_none)
{
    for (auto const* typed : {"", "28708", "2870822", "28708x", "+87082", "      ", "２８７０８２"})
        BOOST_TEST(!step_of(example, typed, seconds(59)), typed);
}

BOOST_AUTO_TEST_CASE(an_authenticator_finds_everything_in_the_address)
{
    BOOST_TEST(in_base32(example) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    BOOST_TEST(enrolment_address(example, "Juece", "李 四&x=1") ==
               "otpauth://totp/Juece:%E6%9D%8E%20%E5%9B%9B%26x%3D1"
               "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Juece");
}

BOOST_AUTO_TEST_CASE(a_qr_code_is_a_picture_with_words_for_those_who_do_not_see_it)
{
    auto const drawn = qr_code("otpauth://totp/x", "<二维码>");
    BOOST_TEST(drawn.starts_with("<svg"));
    BOOST_TEST(drawn.find("<title>&lt;二维码></title>") != std::string::npos);
    BOOST_TEST(drawn.find("style=") == std::string::npos);
    // the finder patterns begin with a bar of seven modules after the quiet zone
    BOOST_TEST(drawn.find("M4 4h7v1h-7z") != std::string::npos);
    BOOST_CHECK_THROW(qr_code(std::string(5'000, 'x'), ""), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
