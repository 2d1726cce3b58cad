#ifndef JUECE_ADAPTERS_NOTICES_MAIL_HPP
#define JUECE_ADAPTERS_NOTICES_MAIL_HPP

#include "adapters/notices/letter.hpp"

#include <stop_token>

namespace adapters::notices {

struct smtp_settings {
    std::string server; ///< "smtp://mail.example.gov.cn:25", or smtps://
    std::string from;
    std::string user = {}; ///< empty: none is asked for
    std::string password = {};
};

/// What is wrong with settings, for whoever starts the server; empty if nothing is.
std::string against(smtp_settings const& chosen);

/// Gives a letter to the server and waits until it has it: TLS where the server offers it; with a
/// password never without, except on this machine. What went wrong, or nothing.
std::optional<std::string> send(smtp_settings const& by, letter const& what,
                                std::stop_token stop = {});

} // namespace adapters::notices

#endif
