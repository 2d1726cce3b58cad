#include "web/public_attachment.hpp"

#include <boost/test/unit_test.hpp>

using web::attachment_type;

BOOST_AUTO_TEST_SUITE(public_attachment)

BOOST_AUTO_TEST_CASE(the_type_is_what_the_bytes_say)
{
    BOOST_TEST(attachment_type("%PDF-1.7\n", "a.exe") == "application/pdf");
    BOOST_TEST(attachment_type("\x89PNG\r\n\x1a\n....", "a") == "image/png");
    BOOST_TEST(attachment_type("\xff\xd8\xff\xe0", "a.jpg") == "image/jpeg");
    BOOST_TEST(attachment_type("一些话", "意见.txt") == "text/plain");
    // The piece ends within a character.
    BOOST_TEST(attachment_type(std::string("一些话").substr(0, 7), "意见.TXT") == "text/plain");
    std::string const zip = "PK\x03\x04";
    BOOST_TEST(attachment_type(zip + "....[Content_Types].xml", "意见.docx")
                   .ends_with("wordprocessingml.document"));
}

BOOST_AUTO_TEST_CASE(a_name_makes_no_type)
{
    for (auto const* name : {"a.pdf", "a.png", "a.docx", "a.html", "a.svg", "a"})
        BOOST_TEST(attachment_type("<script>alert(1)</script>", name) == "", name);
    BOOST_TEST(attachment_type(std::string("MZ\x90\0\3", 5), "a.txt") == "");
    BOOST_TEST(attachment_type("\xff\xfe\x41", "a.txt") == "");
    BOOST_TEST(attachment_type("PK\x03\x04 something", "a.docx") == "");
    BOOST_TEST(attachment_type("PK\x03\x04[Content_Types].xml", "a.zip") == "");
    BOOST_TEST(attachment_type("", "a.txt") == "");
}

BOOST_AUTO_TEST_SUITE_END()
