#include "workflows/legal_matter/dossier.hpp"

#include "engine/confidentiality.hpp"

namespace workflows::legal_matter {
namespace {

bool asks_for_the_unit(engine::act const& what)
{
    // The legal office may register what it was told by telephone, and then handle it.
    if (what.kind == registration::registered::kind)
        return what.by.role != "reviewer";
    return what.kind == handling::round_sent::kind || what.kind == handling::supplement_given::kind;
}

} // namespace

void remember(dossier& file, engine::act const& what)
{
    if (asks_for_the_unit(what))
        note(file.askers, what.by);
    if (what.kind == advice::opined::kind && what.by.role == "legal_adviser")
        note(file.advisers, what.by);
    note(file.everybody, what.by);
    file.names_secret_document = file.names_secret_document ||
                                 engine::says_level(what.body, engine::confidentiality::secret);
}

} // namespace workflows::legal_matter
