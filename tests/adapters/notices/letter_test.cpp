#include "adapters/notices/encoding.hpp"
#include "adapters/notices/letter.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::notices;
using engine::confidentiality;

namespace {

/// The key itself with its arguments behind it: enough to see what is said.
std::string as_said(engine::text const& words)
{
    auto said = words.id;
    for (auto const& one : words.args)
        said += "|" + as_said(one);
    return said;
}

waiting_task task_on(confidentiality level)
{
    return {.notice = 12,
            .on = {7},
            .number = "GY-2024-0007",
            .title = "关于某水库的决策",
            .level = level,
            .chapter = "intake",
            .kind = "intake.studied",
            .due = engine::parse_day("2024-04-09")};
}

constexpr char const* house = "https://juece.example.gov.cn";

} // namespace

BOOST_AUTO_TEST_SUITE(letter_test)

BOOST_AUTO_TEST_CASE(of_an_open_case_it_says_what_waits_until_when_and_where)
{
    auto const made = letter_about(task_on(confidentiality::open), house, as_said);
    BOOST_TEST(made.subject.find("关于某水库的决策") != std::string::npos);
    BOOST_TEST(made.text.find("act.intake.studied") != std::string::npos);
    BOOST_TEST(made.text.find("2024-04-09") != std::string::npos);
    BOOST_TEST(made.text.find("https://juece.example.gov.cn/cases/7#act-intake.studied\n") !=
               std::string::npos);
    BOOST_TEST(made.message_id == "notice-12@juece.example.gov.cn");
}

BOOST_AUTO_TEST_CASE(of_any_other_case_it_names_nothing)
{
    for (auto const level :
         {confidentiality::internal, confidentiality::secret, confidentiality::administration}) {
        auto const made = letter_about(task_on(level), house, as_said);
        BOOST_TEST(made.subject == "您有一项新的待办");
        BOOST_TEST(made.text == "您有一项新的待办\n\nhttps://juece.example.gov.cn/cases/7\n");
    }
}

BOOST_AUTO_TEST_CASE(news_is_told_as_news_and_of_a_case_that_is_not_open_without_its_name)
{
    auto news = task_on(confidentiality::open);
    news.chapter = "circulation";
    news.kind = "news.sheet_agreed";
    auto const made = letter_about(news, house, as_said);
    BOOST_TEST(made.subject ==
               "通知：{1}（{2}《{3}》）|news.sheet_agreed|GY-2024-0007|关于某水库的决策");
    BOOST_TEST(made.text.find("act.") == std::string::npos);
    BOOST_TEST(made.text.find("/cases/7/sheets\n") != std::string::npos);
    news.level = confidentiality::secret;
    auto const unnamed = letter_about(news, house, as_said);
    BOOST_TEST(unnamed.subject == "您有一条新的通知");
    BOOST_TEST(unnamed.text == "您有一条新的通知\n\nhttps://juece.example.gov.cn/cases/7\n");
}

BOOST_AUTO_TEST_CASE(what_the_administration_tells_somebody_leads_to_their_own_appointments)
{
    auto told = task_on(confidentiality::administration);
    told.chapter = "substitutions";
    told.kind = "news.substitution_set";
    auto const made = letter_about(told, house, as_said);
    BOOST_TEST(made.text.find("https://juece.example.gov.cn/appointments") != std::string::npos,
               made.text);
    BOOST_TEST(made.text.find("/cases/") == std::string::npos, made.text);
    BOOST_TEST(made.subject == "您有一条新的通知");
}

BOOST_AUTO_TEST_CASE(what_goes_round_is_signed_on_its_own_page)
{
    BOOST_TEST(place_of_task({7}, "circulation", "circulation.given") == "/cases/7/sheets");
    BOOST_TEST(place_of_task({7}, "public_proposals", "public_proposals.studied") ==
               "/cases/7/proposals?state=studying");
    BOOST_TEST(place_of_task({7}, "public_proposals", "public_proposals.handed_over") ==
               "/cases/7/proposals?state=received");
    BOOST_TEST(place_of_task({7}, "public_proposals", "public_proposals.answered") ==
               "/cases/7/proposals?state=studied");
    BOOST_TEST(place_of_task({7}, "intake", "intake.studied") == "/cases/7#act-intake.studied");
    for (auto const& [kind, page] : {std::pair{"collection.answered", "answers"},
                                     {"collection.accepted", "main"},
                                     {"gate.checked", "main"},
                                     {"release.approved", "main"},
                                     {"narrative.written", "text"}})
        BOOST_TEST(place_of_task({7}, "", kind) ==
                   "/cases/7/report/" + std::string(page) + "#act-" + kind);
}

BOOST_AUTO_TEST_CASE(a_mail_is_written_as_rfc_5322_wants_it)
{
    letter const one{.from = "juece@example.gov.cn",
                     .to = "li@example.gov.cn",
                     .subject = "待办",
                     .text = "甲\n乙\n",
                     .message_id = "notice-12@juece.example.gov.cn",
                     .at = *engine::parse_instant("2024-04-02T08:00:05.250Z")};
    auto const mail = as_message(one);
    auto const end = mail.find("\r\n\r\n");
    BOOST_REQUIRE(end != std::string::npos);
    BOOST_TEST(mail.substr(0, end) == "Date: Tue, 02 Apr 2024 08:00:05 +0000\r\n"
                                      "From: <juece@example.gov.cn>\r\n"
                                      "To: <li@example.gov.cn>\r\n"
                                      "Subject: =?UTF-8?B?5b6F5Yqe?=\r\n"
                                      "Message-ID: <notice-12@juece.example.gov.cn>\r\n"
                                      "Auto-Submitted: auto-generated\r\n"
                                      "MIME-Version: 1.0\r\n"
                                      "Content-Type: text/plain; charset=utf-8\r\n"
                                      "Content-Transfer-Encoding: base64");
    BOOST_TEST(mail.substr(end + 4) == base64_lines("甲\r\n乙\r\n"));
}

BOOST_AUTO_TEST_CASE(an_address_that_could_break_a_header_is_none)
{
    for (auto const* good : {"li@example.gov.cn", "li.si+juece@mail-1.example.cn", "a@b"})
        BOOST_TEST(is_mail_address(good), good);
    for (auto const* bad :
         {"", "li", "@example.cn", "li@", "li@a@b", "li si@example.cn", "li@example.cn\r\nBcc: x@y",
          "<li@example.cn>", "\"li\"@example.cn", ".li@example.cn", "li@example..cn",
          "李@example.cn", "li@example.cn,x@y"})
        BOOST_TEST(!is_mail_address(bad), bad);
    BOOST_TEST(!is_mail_address(std::string(250, 'a') + "@b.cn"));
}

BOOST_AUTO_TEST_SUITE_END()
