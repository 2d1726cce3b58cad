#include "adapters/notices/letter.hpp"

#include "adapters/notices/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace adapters::notices {
namespace {

using engine::say;

constexpr std::size_t longest_address = 254; // RFC 5321, 4.5.3.1.3

/// Of the house's administration people see what they hold themselves, on a page of its own.
constexpr std::string_view own_appointments = "substitutions";
constexpr char const* page_of_appointments = "/appointments";

std::string two_digits(long long number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "Tue, 02 Apr 2024 08:00:00 +0000": English whatever the locale is.
std::string date_of(engine::instant at)
{
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const on = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const date(on);
    std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(at - on));
    return std::string(days[std::chrono::weekday(on).c_encoding()]) + ", " +
           two_digits(static_cast<unsigned>(date.day())) + " " +
           months[static_cast<unsigned>(date.month()) - 1] + " " +
           std::to_string(static_cast<int>(date.year())) + " " + two_digits(time.hours().count()) +
           ":" + two_digits(time.minutes().count()) + ":" + two_digits(time.seconds().count()) +
           " +0000";
}

/// "juece.example.gov.cn" of "https://juece.example.gov.cn:8443/x".
std::string host_of(std::string const& address)
{
    auto const from = address.find("://");
    auto host = from == address.npos ? address : address.substr(from + 3);
    host.resize(std::min(host.size(), host.find_first_of(":/")));
    return host.empty() ? "juece" : host;
}

/// Which of what the public proposed waits for that act, as the page of the proposals sorts them.
char const* state_waiting_for(std::string_view kind)
{
    return kind == "public_proposals.studied"       ? "studying"
           : kind == "public_proposals.handed_over" ? "received"
                                                    : "studied";
}

} // namespace

bool is_news(std::string_view kind)
{
    return kind.starts_with("news.");
}

std::string key_of_notice(std::string_view kind)
{
    return (is_news(kind) ? "" : "act.") + std::string(kind);
}

std::string_view report_page_of(std::string_view kind)
{
    if (kind == "collection.answered")
        return "/report/answers";
    if (kind.starts_with("narrative."))
        return "/report/text";
    for (auto const* chapter : {"collection.", "gate.", "freezing.", "release."})
        if (kind.starts_with(chapter))
            return "/report/main";
    return {};
}

std::string place_of_task(engine::case_id on, std::string const& chapter, std::string const& kind)
{
    if (chapter == own_appointments)
        return page_of_appointments;
    auto const page = "/cases/" + std::to_string(on.value);
    // what goes round for signature has a page of its own, and so has what the public proposed
    return chapter == "circulation" ? page + "/sheets"
           : chapter == "public_proposals"
               ? page + "/proposals?state=" + state_waiting_for(kind)
               : page + std::string(report_page_of(kind)) + "#act-" + kind;
}

letter letter_about(waiting_task const& what, std::string const& house, wording const& words)
{
    letter made;
    made.message_id = "notice-" + std::to_string(what.notice) + "@" + host_of(house);
    auto const told = is_news(what.kind);
    auto const first = words(told ? say("您有一条新的通知") : say("您有一项新的待办"));
    if (what.level != engine::confidentiality::open) {
        // not even where on the page: that would name the act
        auto const page = what.chapter == own_appointments
                              ? std::string(page_of_appointments)
                              : "/cases/" + std::to_string(what.on.value);
        made.subject = first;
        made.text = first + "\n\n" + house + page + "\n";
        return made;
    }
    auto const about = say(key_of_notice(what.kind));
    made.subject = words(told ? say("通知：{1}（{2}《{3}》）", about, what.number, what.title)
                              : say("待办：{1}（{2}《{3}》）", about, what.number, what.title));
    made.text = first + "\n\n" + words(say("事项：{1}《{2}》", what.number, what.title)) + "\n" +
                words(told ? say("内容：{1}", about) : say("办理：{1}", about)) + "\n";
    if (what.due)
        made.text += words(say("期限：{1}", *what.due)) + "\n";
    made.text += "\n" + house + place_of_task(what.on, what.chapter, what.kind) + "\n";
    return made;
}

std::string as_message(letter const& what)
{
    std::string text;
    for (char const c : what.text)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return "Date: " + date_of(what.at) + "\r\nFrom: <" + what.from + ">\r\nTo: <" + what.to +
           ">\r\nSubject: " + encoded_words(what.subject) + "\r\nMessage-ID: <" + what.message_id +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           base64_lines(text);
}

bool is_mail_address(std::string const& text)
{
    auto const at = text.find('@');
    if (at == 0 || at == text.npos || at + 1 == text.size() || text.size() > longest_address ||
        text.find('@', at + 1) != text.npos)
        return false;
    auto const is_of = [](std::string_view part, std::string_view marks) {
        return part.front() != '.' && part.back() != '.' && part.find("..") == part.npos &&
               std::all_of(part.begin(), part.end(), [&](unsigned char c) {
                   return c < 0x80 && (std::isalnum(c) ||
                                       marks.find(static_cast<char>(c)) != std::string_view::npos);
               });
    };
    auto const whole = std::string_view(text);
    return is_of(whole.substr(0, at), "!#$%&'*+-/=?^_`{|}~.") && is_of(whole.substr(at + 1), "-.");
}

} // namespace adapters::notices
