#include "workflows/legal_matter/dossier.hpp"

namespace workflows::legal_matter {

void remember(dossier& file, engine::act const& what)
{
    // The legal office may register what it was told by telephone, and then handle it.
    if (what.kind == registration::registered::kind ? what.by.role != "reviewer"
                                                    : what.kind == handling::round_sent::kind)
        note(file.askers, what.by);
    if (what.kind == advice::opined::kind && what.by.role == "legal_adviser")
        note(file.advisers, what.by);
}

} // namespace workflows::legal_matter
