#ifndef JUECE_WEB_COMMANDS_NOTICE_OPTIONS_HPP
#define JUECE_WEB_COMMANDS_NOTICE_OPTIONS_HPP

#include "adapters/notices/delivery.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace web::commands {

/// What leaves the house by itself, as the options of `juece serve` have it: mail and a webhook,
/// both off while nothing is said; and how long is kept what is over.
class notice_options {
public:
    void add_to(CLI::App& command);
    /// `house`: where people reach this server. Throws `cannot` for what does not fit together.
    adapters::notices::delivery_terms terms(std::string house) const;

private:
    adapters::notices::smtp_settings mail_;
    std::filesystem::path password_file_;
    std::string webhook_;
    std::filesystem::path secret_file_;
    std::vector<long long> again_after_; ///< seconds; empty: as usual
    adapters::soci::kept_days keep_;
};

} // namespace web::commands

#endif
