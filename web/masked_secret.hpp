#ifndef JUECE_WEB_MASKED_SECRET_HPP
#define JUECE_WEB_MASKED_SECRET_HPP

#include <string>
#include <string_view>

namespace web {

/// The secret of a session as it stands in the forms of one page: different on each page, so that
/// its length after packing tells nothing of it (BREACH). Hex digits.
std::string masked(std::string_view secret);

/// Whether that is the secret, as it is or masked. Takes the same time for any two of one length.
bool is_secret(std::string_view given, std::string_view secret);

} // namespace web

#endif
