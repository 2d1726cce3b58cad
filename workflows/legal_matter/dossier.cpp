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

void note_adviser(dossier& file, engine::actor const& by)
{
    auto& all = file.advisers_by_name;
    if (by.represents.value == 0) {
        all.push_back({by.person, by.name});
        return;
    }
    all.push_back({by.person, by.on_behalf_of});
    all.push_back({by.represents, by.on_behalf_of});
}

} // namespace

void remember(dossier& file, engine::act const& what)
{
    if (asks_for_the_unit(what))
        note(file.askers, what.by);
    if (what.kind == advice::opined::kind && what.by.role == "legal_adviser")
        note(file.advisers, what.by);
    note(file.everybody, what.by);
    if (what.by.role == "legal_adviser")
        note_adviser(file, what.by);
    file.names_secret_document = file.names_secret_document ||
                                 engine::says_level(what.body, engine::confidentiality::secret);
}

} // namespace workflows::legal_matter
