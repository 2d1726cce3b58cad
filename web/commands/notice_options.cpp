#include "web/commands/notice_options.hpp"

#include "web/commands/house.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace web::commands {
namespace {

constexpr int most_days = 36'500;
constexpr int longest_wait = 7 * 24 * 60 * 60;

} // namespace

void notice_options::add_to(CLI::App& command)
{
    auto* server =
        command
            .add_option("--smtp", mail_.server,
                        "Mail server for notices: smtp://mail.example.gov.cn:25 or smtps://...")
            ->type_name("URL");
    auto* from = command.add_option("--smtp-from", mail_.from, "Address that mail comes from")
                     ->type_name("ADDRESS");
    auto* user = command.add_option("--smtp-user", mail_.user, "Sign-in name at the mail server");
    auto* password = command
                         .add_option("--smtp-password-file", password_file_,
                                     "File with its password, mode 600; or set JUECE_SMTP_PASSWORD")
                         ->type_name("FILE")
                         ->check(CLI::ExistingFile);
    server->needs(from)->needs("--address");
    from->needs(server);
    user->needs(server);
    password->needs(user);
    auto* webhook = command
                        .add_option("--webhook", webhook_,
                                    "Where every act entered is posted to, as a signed CloudEvent")
                        ->type_name("URL");
    auto* secret = command
                       .add_option("--webhook-secret-file", secret_file_,
                                   "File with the secret it is signed with, mode 600")
                       ->type_name("FILE")
                       ->check(CLI::ExistingFile);
    webhook->needs(secret)->needs("--address");
    secret->needs(webhook);
    command
        .add_option("--retry-after", again_after_,
                    "Seconds to wait after each failure before something is sent again; after one "
                    "more it is given up. Usually 60,300,1800,7200,43200")
        ->type_name("SECONDS,...")
        ->delimiter(',')
        ->check(CLI::Range(1, longest_wait));
    auto const days = [&](char const* name, long long& into, char const* about) {
        command.add_option(name, into, about)
            ->type_name("DAYS")
            ->check(CLI::Range(1, most_days))
            ->capture_default_str();
    };
    days("--keep-deliveries", keep_.deliveries,
         "How long mail and events are kept once they were sent or dropped");
    days("--keep-read-notices", keep_.read_notices,
         "How long notices are kept once they were read");
    days("--keep-notices", keep_.everything,
         "How long any of these is kept at most, read or not; dead letters stay until closed");
}

adapters::notices::delivery_terms notice_options::terms(std::string house) const
{
    adapters::notices::delivery_terms made;
    made.keep = keep_;
    if (!again_after_.empty())
        made.again_after.clear();
    for (auto const seconds : again_after_)
        made.again_after.emplace_back(seconds);
    while (house.ends_with('/'))
        house.pop_back();
    made.house = std::move(house);
    auto const goes_out = !mail_.server.empty() || !webhook_.empty();
    if (goes_out && !made.house.starts_with("https://") && !made.house.starts_with("http://"))
        throw cannot("--address has to begin with https:// or http://: " + made.house);
    if (!mail_.server.empty()) {
        made.mail = mail_;
        if (!password_file_.empty())
            made.mail->password = read_secret_file(password_file_);
        else if (auto const* set = std::getenv("JUECE_SMTP_PASSWORD"); set && !mail_.user.empty())
            made.mail->password = set;
        if (auto const fault = against(*made.mail); !fault.empty())
            throw cannot(fault);
    }
    if (!webhook_.empty()) {
        made.webhook = {webhook_,
                        adapters::notices::bytes_of_secret(read_secret_file(secret_file_))};
        if (auto const fault = against(*made.webhook); !fault.empty())
            throw cannot(fault);
    }
    return made;
}

} // namespace web::commands
