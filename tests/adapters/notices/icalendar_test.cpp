#include "adapters/notices/icalendar.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::notices;

BOOST_AUTO_TEST_SUITE(icalendar_test)

BOOST_AUTO_TEST_CASE(what_has_a_meaning_in_a_text_is_escaped)
{
    BOOST_TEST(calendar_text("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne");
    BOOST_TEST(calendar_text("a\r\nb\tc") == "a\\nbc");
    BOOST_TEST(calendar_text("决策：《水库》") == "决策：《水库》");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_folded_at_75_octets_between_characters)
{
    BOOST_TEST(calendar_line("short") == "short\r\n");
    BOOST_TEST(calendar_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
    BOOST_TEST(calendar_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
    std::string line = "SUMMARY:";
    for (int i = 0; i < 60; ++i)
        line += "决";
    std::string unfolded;
    auto const folded = calendar_line(line);
    for (std::size_t from = 0; from < folded.size();) {
        auto const end = folded.find("\r\n", from);
        BOOST_REQUIRE(end != std::string::npos);
        BOOST_TEST(end - from <= 75u);
        unfolded += folded.substr(from + (from > 0), end - from - (from > 0));
        if (from > 0)
            BOOST_TEST((static_cast<unsigned char>(folded[from + 1]) & 0xc0) != 0x80);
        from = end + 2;
    }
    BOOST_TEST(unfolded == line);
}

BOOST_AUTO_TEST_CASE(a_limit_is_a_whole_day)
{
    auto const text = icalendar("期限",
                                {{.uid = "u1@juece",
                                  .summary = "研究论证：GY-1",
                                  .address = "https://juece.test/cases/7#act-a",
                                  .on = *engine::parse_day("2024-04-09")}},
                                *engine::parse_instant("2024-04-02T08:00:05.250Z"));
    BOOST_TEST(text == "BEGIN:VCALENDAR\r\n"
                       "VERSION:2.0\r\n"
                       "PRODID:-//Juece//limits//ZH\r\n"
                       "CALSCALE:GREGORIAN\r\n"
                       "METHOD:PUBLISH\r\n"
                       "X-WR-CALNAME:期限\r\n"
                       "BEGIN:VEVENT\r\n"
                       "UID:u1@juece\r\n"
                       "DTSTAMP:20240402T080005Z\r\n"
                       "DTSTART;VALUE=DATE:20240409\r\n"
                       "SUMMARY:研究论证：GY-1\r\n"
                       "URL:https://juece.test/cases/7#act-a\r\n"
                       "TRANSP:TRANSPARENT\r\n"
                       "END:VEVENT\r\n"
                       "END:VCALENDAR\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
