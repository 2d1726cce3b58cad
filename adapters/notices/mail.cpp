#include "adapters/notices/mail.hpp"

#include "adapters/notices/transfer.hpp"

#include <cstring>

namespace adapters::notices {
namespace {

/// What is left to be sent.
std::size_t give(char* into, std::size_t size, std::size_t count, void* from)
{
    auto& left = *static_cast<std::string_view*>(from);
    auto const part = left.substr(0, size * count);
    std::memcpy(into, part.data(), part.size());
    left.remove_prefix(part.size());
    return part.size();
}

} // namespace

std::string against(smtp_settings const& chosen)
{
    if (!chosen.server.starts_with("smtp://") && !chosen.server.starts_with("smtps://"))
        return "the mail server has to be given as smtp://host:port or smtps://host:port";
    if (!is_mail_address(chosen.from))
        return "the address that mail comes from is none: " + chosen.from;
    if (chosen.user.empty() != chosen.password.empty())
        return "the mail server's user and password go together";
    return {};
}

std::optional<std::string> send(smtp_settings const& by, letter const& what, std::stop_token stop)
{
    auto whole = what;
    whole.from = by.from;
    auto const message = as_message(whole);
    std::string_view left = message;
    auto const from = "<" + by.from + ">";
    lines to;
    to.add("<" + what.to + ">");
    transfer out(by.server, "smtp,smtps", std::move(stop));
    out.set(CURLOPT_MAIL_FROM, from.c_str());
    out.set(CURLOPT_MAIL_RCPT, to.get());
    out.set(CURLOPT_UPLOAD, 1L);
    out.set(CURLOPT_READFUNCTION, &give);
    out.set(CURLOPT_READDATA, &left);
    auto const must_be_sealed = !by.user.empty() && !is_loopback(by.server);
    out.set(CURLOPT_USE_SSL, static_cast<long>(must_be_sealed ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!by.user.empty()) {
        out.set(CURLOPT_USERNAME, by.user.c_str());
        out.set(CURLOPT_PASSWORD, by.password.c_str());
    }
    auto fault = out.run();
    if (fault && out.answered() > 0)
        *fault += " (" + std::to_string(out.answered()) + ")";
    return fault;
}

} // namespace adapters::notices
