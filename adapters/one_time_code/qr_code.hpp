#ifndef JUECE_ADAPTERS_ONE_TIME_CODE_QR_CODE_HPP
#define JUECE_ADAPTERS_ONE_TIME_CODE_QR_CODE_HPP

#include <string>

namespace adapters::one_time_code {

/// A text as a QR code (libqrencode), drawn as SVG with the quiet zone that readers need. `title`
/// is what those hear who do not see it. Throws std::runtime_error for a text too long for any.
std::string qr_code(std::string const& text, std::string const& title);

} // namespace adapters::one_time_code

#endif
