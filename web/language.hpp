#ifndef JUECE_WEB_LANGUAGE_HPP
#define JUECE_WEB_LANGUAGE_HPP

#include "engine/day.hpp"
#include "engine/rights.hpp"
#include "engine/text.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

/// The name of a unit, by its code.
using unit_naming = std::function<std::string(std::string const&)>;

/// The roles of the table that is built in.
engine::rights const& built_in_roles();

/// A language that pages are written in: "zh" or "en". Safe to use from several threads.
class language {
public:
    /// Reads the catalogue built into the binary; throws for a code that has none.
    /// Without `unit_name` a unit is shown by its code. The names of roles, keys "role.<code>", are
    /// those of `roles`: of the table that is built in, or that of the house.
    explicit language(std::string code, unit_naming unit_name = {},
                      engine::rights const& roles = built_in_roles());
    ~language();

    std::string const& code() const { return code_; }
    /// For the lang attribute: "zh-CN", "en".
    std::string const& tag() const { return tag_; }

    /// The words of a text in this language. What has no translation is shown in Chinese: the
    /// message itself, or the dotted key when even that is unknown.
    std::string operator()(engine::text const& words) const;
    /// The translation of one key without arguments.
    std::string operator()(std::string_view key) const;
    /// As above; nothing when no catalogue knows the key.
    std::optional<std::string> look_up(std::string_view key) const;

    /// "2024年4月2日", "2 April 2024".
    std::string date(engine::day on) const;
    /// Date and time of day in China: "2024年4月2日 16:05".
    std::string moment(engine::instant at) const;
    /// Money with its unit: "1,234.56元", "3.2亿元"; in English "CNY 1,234.56".
    std::string amount(long long fen) const;

private:
    struct catalogue;
    std::optional<std::string> role_name(std::string_view code) const;
    std::optional<std::string> own(std::string_view key) const;

    std::string code_;
    unit_naming unit_name_;
    std::vector<engine::role> roles_;
    std::string tag_;
    std::unique_ptr<catalogue> words_;
    std::shared_ptr<language const> fallback_;
};

/// Both languages.
class languages {
public:
    explicit languages(unit_naming const& unit_name = {},
                       engine::rights const& roles = built_in_roles());
    language const& of(std::string_view code) const;
    /// By cookie value first, then by an Accept-Language header; Chinese otherwise.
    language const& choose(std::optional<std::string> const& cookie,
                           std::string_view accepted) const;

private:
    language chinese_;
    language english_;
};

} // namespace web

#endif
