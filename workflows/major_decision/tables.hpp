#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_TABLES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_TABLES_HPP

#include "engine/msm_chapter.hpp"
#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/parties.hpp"

// What a chapter's table is written in. Include it in chapter .cpp files only: it brings MSM.

namespace workflows::major_decision {

using engine::admit_if;
using engine::by;
using engine::clauses;
using engine::due_if;
using engine::given;
using engine::stage_of_chapter;

template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = engine::tables<dossier>::clause<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = engine::tables<dossier>::option<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using follows = engine::tables<dossier>::follows<Rule, Stage, Body, Next, Lists...>;

} // namespace workflows::major_decision

// Instantiated in procedure.cpp.
extern template class engine::tabled_chapter<workflows::major_decision::dossier>;

#endif
