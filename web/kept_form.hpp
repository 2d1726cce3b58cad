#ifndef JUECE_WEB_KEPT_FORM_HPP
#define JUECE_WEB_KEPT_FORM_HPP

#include "web/language.hpp"
#include "web/request.hpp"

#include <string>
#include <string_view>

// A form that came after its session had ended. What was typed waits in the page of the sign-in and
// is shown again behind it; files are not taken from whoever is not signed in.

namespace web {

/// Under this name the kept form says which file did not come with it.
inline constexpr std::string_view lost_file = "lost_file";

/// What is kept of a form: neither the secret of its session nor anything of a form with a password
/// or a code.
pairs form_to_keep(request const& asked);

/// What an input of the form is called where people write words of their own; empty for all
/// others.
std::string label_of_words(language const& words, pairs const& form, std::string_view name);

/// Whether somebody wrote anything into the form.
bool holds_words(language const& words, pairs const& form);

/// The page that a form was sent from, as the browser tells; "/" where it does not.
std::string page_of_form(request const& asked);

} // namespace web

#endif
