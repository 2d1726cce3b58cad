#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_TABLES_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_TABLES_HPP

#include "engine/msm_chapter.hpp"
#include "workflows/normative_document/conditions.hpp"
#include "workflows/normative_document/dossier.hpp"
#include "workflows/normative_document/parties.hpp"

// What a chapter's table is written in. Include it in chapter .cpp files only: it brings MSM.

namespace workflows::normative_document {

using engine::admit_if;
using engine::by;
using engine::clauses;
using engine::due_if;
using engine::given;
using engine::stage_of_chapter;
using engine::stage_that_goes_on;

template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = engine::tables<dossier>::clause<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = engine::tables<dossier>::option<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using follows = engine::tables<dossier>::follows<Rule, Stage, Body, Next, Lists...>;

} // namespace workflows::normative_document

// Instantiated in procedure.cpp.
extern template class engine::tabled_chapter<workflows::normative_document::dossier>;

#endif
