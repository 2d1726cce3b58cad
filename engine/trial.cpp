#include "engine/trial.hpp"

#include <algorithm>

namespace engine {

std::optional<act> act_by_nobody(procedure& file, std::string const& kind, circumstances const& now)
{
    auto const offers = file.offers(actor{}, now);
    auto const offer = std::find_if(offers.begin(), offers.end(),
                                    [&](auto const& one) { return one.kind == kind; });
    if (offer == offers.end() || offer->is_open())
        return {};
    act made;
    made.kind = kind;
    made.entered_at = instant(now.today);
    return made;
}

} // namespace engine
