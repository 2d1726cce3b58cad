#include "web/visit.hpp"

#include "web/office.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace web {

engine::clearance visit::seeing() const
{
    if (for_everybody)
        return engine::clearance(engine::confidentiality::open);
    // Who may come here is in the decision table; what is shown here is that one case.
    if (session && administers)
        return engine::clearance(engine::confidentiality::administration, session->who.id);
    return seeing_cases();
}

engine::clearance visit::seeing_cases() const
{
    if (!session)
        return engine::clearance(engine::confidentiality::open);
    return house.with().law.entitled.seeing(actor(), session->as.cleared_to);
}

std::vector<adapters::soci::unit> visit::own_units() const
{
    auto const all = house.units();
    std::vector<adapters::soci::unit> own;
    std::copy_if(all->begin(), all->end(), std::back_inserter(own), [&](auto const& one) {
        return session->as.organ.empty() || one.organ == session->as.organ;
    });
    return own;
}

std::string const& visit::place(std::string_view name) const
{
    static std::string const none;
    auto const* found = find(places, name);
    return found ? *found : none;
}

std::string visit::query(std::string_view name) const
{
    auto const* found = find(asked.query, name);
    return found ? *found : std::string();
}

std::optional<long long> number_in(std::string_view text)
{
    long long number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size() || number < 1)
        return {};
    return number;
}

} // namespace web
