#ifndef JUECE_WEB_HANDLERS_SIGN_IN_ANSWER_HPP
#define JUECE_WEB_HANDLERS_SIGN_IN_ANSWER_HPP

#include "adapters/soci/door.hpp"
#include "web/visit.hpp"

#include <boost/asio/awaitable.hpp>
#include <string>

namespace web::handlers {

/// A path of this site, or "/": a sign-in never leads elsewhere.
std::string local_path(std::string const& wanted);

/// The same of what a visitor asks for; the audit log hears of what would lead elsewhere.
std::string local_path(visit const& v, std::string const& wanted);

/// Who asks to come in, for the door.
adapters::soci::caller caller_of(visit const& v);

/// A page of the sign-in and what was typed into it, to be shown again.
struct sign_in_form {
    std::string page = "sign_in"; ///< or "sign_in_code", "sign_in_link"
    std::string login = {};
    std::string next = "/"; ///< where the person wanted to go
    std::string kept = {};  ///< a form that was typed before the session ended, as a query
    std::string link = {};  ///< token of a one-time link
};

/// The page, with what is wrong if there is anything.
answer sign_in_page(visit const& v, sign_in_form const& typed, int status = 200,
                    engine::text const& error = {});

/// Refused words say whom to ask, whether or not somebody has that login (JC-22).
engine::text wrong_password_words();
engine::text used_up_link_words();

/// What became of an attempt to come in: a session in place of the one that the browser had, the
/// question for a code, or the page again with the reason.
boost::asio::awaitable<answer> answer_to(visit& v, adapters::soci::sign_in_answer const& found,
                                         sign_in_form const& typed);

/// "Too often; try again in so many seconds", with the status and header that say so.
answer locked_page(visit const& v, adapters::soci::locked_out const& locked, answer page);
engine::text locked_words(visit const& v, adapters::soci::locked_out const& locked);

/// A field of a form or of a JSON object; empty when it is not there or no text.
std::string given(visit const& v, std::string_view name);

} // namespace web::handlers

#endif
