#ifndef JUECE_WORKFLOWS_ADMINISTRATION_TABLES_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_TABLES_HPP

#include "engine/msm_chapter.hpp"
#include "workflows/administration/conditions.hpp"
#include "workflows/administration/parties.hpp"

// What a chapter's table is written in. Include it in chapter .cpp files only: it brings MSM.

namespace workflows::administration {

using engine::admit_if;
using engine::by;
using engine::clauses;
using engine::stage_of_chapter;

template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = engine::tables<register_of_house>::clause<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = engine::tables<register_of_house>::option<Rule, Stage, Body, Next, Lists...>;

} // namespace workflows::administration

// Instantiated in procedure.cpp.
extern template class engine::tabled_chapter<workflows::administration::register_of_house>;

#endif
