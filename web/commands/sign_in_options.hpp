#ifndef JUECE_WEB_COMMANDS_SIGN_IN_OPTIONS_HPP
#define JUECE_WEB_COMMANDS_SIGN_IN_OPTIONS_HPP

#include "web/entrance.hpp"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace web::commands {

/// Ways to sign in besides the password, as the options of `juece serve` have them. All are off
/// while nothing is said.
class sign_in_options {
public:
    void add_to(CLI::App& command);
    /// Opens what was asked for; throws `cannot` for what does not fit together.
    void open(entrance& entry) const;
    /// Where people reach this server; empty if nothing was said.
    std::string const& address() const { return address_; }

private:
    gateway trusted_;
    adapters::openid::settings openid_;
    std::filesystem::path secret_file_;
    std::string address_;
};

} // namespace web::commands

#endif
