#include "adapters/notices/encoding.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::notices;

BOOST_AUTO_TEST_SUITE(encoding_test)

BOOST_AUTO_TEST_CASE(base64_is_written_and_read)
{
    BOOST_TEST(base64("") == "");
    BOOST_TEST(base64("f") == "Zg==");
    BOOST_TEST(base64("fo") == "Zm8=");
    BOOST_TEST(base64("foobar") == "Zm9vYmFy");
    BOOST_TEST(from_base64("Zg==").value() == "f");
    BOOST_TEST(from_base64("Zm8=").value() == "fo");
    BOOST_TEST(from_base64("Zm9vYmFy").value() == "foobar");
    BOOST_TEST(!from_base64("Zm9"));
    BOOST_TEST(!from_base64("!!!!"));
    BOOST_TEST(!from_base64(""));
    BOOST_TEST(!from_base64("Z=8="));
    BOOST_TEST(!from_base64("Z==="));
}

BOOST_AUTO_TEST_CASE(a_body_has_short_lines)
{
    auto const lines = base64_lines(std::string(100, 'a'));
    BOOST_TEST(lines.find("\r\n") == 76u);
    BOOST_TEST(lines.ends_with("\r\n"));
}

BOOST_AUTO_TEST_CASE(a_plain_header_stays_as_it_is)
{
    BOOST_TEST(encoded_words("A new task") == "A new task");
    BOOST_TEST(encoded_words("") == "");
    // what looks like an encoded word, or would begin another header, is encoded
    BOOST_TEST(encoded_words("=?UTF-8?B?YQ==?=").starts_with("=?UTF-8?B?PT9V"));
    BOOST_TEST(encoded_words("a\r\nBcc: b").find("Bcc") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_chinese_header_becomes_words_that_cut_no_character)
{
    BOOST_TEST(encoded_words("待办") == "=?UTF-8?B?5b6F5Yqe?=");
    std::string title;
    for (int i = 0; i < 40; ++i)
        title += "决";
    auto const header = encoded_words("a" + title); // 45 bytes would cut one
    std::string whole;
    for (std::size_t from = 0; from < header.size();) {
        auto const end = std::min(header.find("\r\n ", from), header.size());
        auto const word = header.substr(from, end - from);
        BOOST_TEST(word.size() <= 75u);
        BOOST_REQUIRE(word.starts_with("=?UTF-8?B?"));
        auto const part = from_base64(word.substr(10, word.size() - 12)).value();
        BOOST_TEST((static_cast<unsigned char>(part.front()) & 0xc0) != 0x80);
        whole += part;
        from = end + 3;
    }
    BOOST_TEST(whole == "a" + title);
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_between_characters)
{
    BOOST_TEST(whole_characters("决策", 6) == "决策");
    BOOST_TEST(whole_characters("决策", 5) == "决");
    BOOST_TEST(whole_characters("决策", 3) == "决");
    BOOST_TEST(whole_characters("abc", 2) == "ab");
    BOOST_TEST(whole_characters("\x80\x80\x80", 2).size() == 2u); // no UTF-8: cut anywhere
}

BOOST_AUTO_TEST_SUITE_END()
