#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_TABLES_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_TABLES_HPP

#include "engine/msm_chapter.hpp"
#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/parties.hpp"

// What a chapter's table is written in. Include it in chapter .cpp files only: it brings MSM.

namespace workflows::annual_report {

using engine::admit_if;
using engine::by;
using engine::clauses;
using engine::due_if;
using engine::given;
using engine::stage_of_chapter;
using engine::stage_that_goes_on;

template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = engine::tables<report_file>::clause<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = engine::tables<report_file>::option<Rule, Stage, Body, Next, Lists...>;
template <engine::clause_name Rule, class Stage, class Body, class Next, class... Lists>
using follows = engine::tables<report_file>::follows<Rule, Stage, Body, Next, Lists...>;

} // namespace workflows::annual_report

// Instantiated in procedure.cpp.
extern template class engine::tabled_chapter<workflows::annual_report::report_file>;

#endif
