#include "workflows/proposal_name.hpp"

#include <charconv>

namespace workflows {

std::string to_text(proposal_name const& name)
{
    return name.catalogue + "/" + std::to_string(name.number);
}

std::optional<proposal_name> proposal_named(std::string_view text)
{
    auto const slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0)
        return {};
    proposal_name named{std::string(text.substr(0, slash)), 0};
    auto const digits = text.substr(slash + 1);
    auto const end = digits.data() + digits.size();
    auto const read = std::from_chars(digits.data(), end, named.number);
    if (read.ec != std::errc() || read.ptr != end || named.number < 1)
        return {};
    // One name for one proposal: it is found by its text.
    return to_text(named) == text ? std::optional(std::move(named)) : std::nullopt;
}

} // namespace workflows
