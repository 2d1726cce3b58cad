#ifndef JUECE_ADAPTERS_NOTICES_LETTER_HPP
#define JUECE_ADAPTERS_NOTICES_LETTER_HPP

#include "engine/confidentiality.hpp"
#include "engine/text.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace adapters::notices {

/// Words in the language that the house writes in.
using wording = std::function<std::string(engine::text const&)>;

/// A mail to one person.
struct letter {
    std::string from; ///< "juece@example.gov.cn"
    std::string to;
    std::string subject;
    std::string text;
    std::string message_id; ///< without < and >; the same when it is sent again
    engine::instant at;
};

/// A task that waits for whoever the letter goes to, or news for them.
struct waiting_task {
    long long notice = 0; ///< its number, from which the Message-ID is made
    engine::case_id on;
    std::string number;
    std::string title;
    engine::confidentiality level = engine::confidentiality::administration;
    std::string chapter;
    std::string kind; ///< of the act that waits, or of the news: "news.sheet_agreed"
    std::optional<engine::day> due;
};

/// Whether a notice tells something, rather than that something waits.
bool is_news(std::string_view kind);

/// The key of the catalogue for what a notice is about.
std::string key_of_notice(std::string_view kind);

/// The page of an annual report, below its case, on which an act is done; empty for acts of other
/// procedures. Its form stands there under "act-<kind>".
std::string_view report_page_of(std::string_view kind);

/// Where a task is done, below the address of this server.
std::string place_of_task(engine::case_id on, std::string const& chapter, std::string const& kind);

/// The letter about a task. Mail leaves the house: of a case that is not open it says that
/// something waits and where, and nothing else.
letter letter_about(waiting_task const& what, std::string const& house, wording const& words);

/// The mail as it goes to the server (RFC 5322), lines ended by CRLF.
std::string as_message(letter const& what);

/// An address that can be written to, plain enough to stand in a header: no display name, no
/// quotes, ASCII alone.
bool is_mail_address(std::string const& text);

} // namespace adapters::notices

#endif
