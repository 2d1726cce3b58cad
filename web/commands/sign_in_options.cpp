#include "web/commands/sign_in_options.hpp"

#include "web/commands/house.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

namespace web::commands {

void sign_in_options::add_to(CLI::App& command)
{
    command
        .add_option("--address,--public-address", address_,
                    "Where people reach this server: https://juece.example.gov.cn")
        ->type_name("URL");
    auto* issuer = command
                       .add_option("--openid-issuer", openid_.issuer,
                                   "Provider of identities (OpenID Connect) to sign in with")
                       ->type_name("URL");
    auto* client =
        command.add_option("--openid-client", openid_.client_id, "Client id that it gave out");
    auto* secret = command
                       .add_option("--openid-secret-file", secret_file_,
                                   "File with the client's secret, mode 600")
                       ->type_name("FILE")
                       ->check(CLI::ExistingFile);
    auto* claim = command.add_option("--openid-claim", openid_.claim,
                                     "Claim whose value is the sign-in name here");
    command.add_option("--openid-scope", openid_.scope, "What is asked for")->capture_default_str();
    command
        .add_option("--openid-ca", openid_.certificates,
                    "Authorities to trust instead of the system's (PEM)")
        ->type_name("FILE")
        ->check(CLI::ExistingFile);
    issuer->needs(client)->needs(secret)->needs(claim)->needs("--address");
    command.add_option("--trusted-peer", trusted_.peers,
                       "Address or network of a gateway before this server, whose X-Forwarded-For "
                       "and X-Forwarded-Proto are believed; may be given several times");
    command.add_option("--gateway-header", trusted_.header,
                       "Header in which such a gateway names whom it has signed in; from anybody "
                       "else it is refused");
}

void sign_in_options::open(entrance& entry) const
{
    auto trusted = trusted_;
    std::transform(trusted.header.begin(), trusted.header.end(), trusted.header.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (auto const fault = against(trusted); !fault.empty())
        throw cannot(fault);
    entry.trusted = std::move(trusted);
    if (openid_.issuer.empty())
        return;
    auto chosen = openid_;
    chosen.client_secret = read_secret_file(secret_file_);
    chosen.back = address_ + "/sign-in/openid/back";
    if (auto const fault = against(chosen); !fault.empty())
        throw cannot(fault);
    entry.provider = std::make_unique<adapters::openid::provider>(std::move(chosen));
}

} // namespace web::commands
