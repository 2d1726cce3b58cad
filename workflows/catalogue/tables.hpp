#ifndef JUECE_WORKFLOWS_CATALOGUE_TABLES_HPP
#define JUECE_WORKFLOWS_CATALOGUE_TABLES_HPP

#include "engine/msm_chapter.hpp"
#include "workflows/catalogue/conditions.hpp"
#include "workflows/catalogue/parties.hpp"

// What a chapter's table is written in. Include it in chapter .cpp files only: it brings MSM.

namespace workflows::catalogue {

using engine::admit_if;
using engine::by;
using engine::clauses;
using engine::due_if;
using engine::given;
using engine::stage_of_chapter;
using engine::stage_that_goes_on;

template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = engine::tables<yearly_catalogue>::clause<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = engine::tables<yearly_catalogue>::option<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using follows = engine::tables<yearly_catalogue>::follows<Rule, Stage, Body, Next, Lists...>;

} // namespace workflows::catalogue

// Instantiated in procedure.cpp.
extern template class engine::tabled_chapter<workflows::catalogue::yearly_catalogue>;

#endif
