#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

bool adjustment_open(dossier const& file)
{
    auto const& facts = file.adjustment;
    if (!facts.proposal)
        return false;
    bool const minor_decided = !facts.minor.empty() && facts.minor.back().seq > facts.proposal->seq;
    return !minor_decided && !facts.replacement && !facts.refusal;
}

} // namespace workflows::major_decision
