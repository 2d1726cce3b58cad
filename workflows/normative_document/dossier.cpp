#include "workflows/normative_document/dossier.hpp"

namespace workflows::normative_document {

void remember(dossier& file, engine::act const& what)
{
    note(file.everybody, what.by);
    if (what.kind == project::proposed::kind)
        note(file.proposers, what.by);
    if (what.kind == project::drafted::kind)
        note(file.drafters, what.by);
    if (what.kind == review::concluded::kind)
        note(file.reviewers, what.by);
}

} // namespace workflows::normative_document
