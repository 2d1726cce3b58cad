#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_LATER_FACTS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_LATER_FACTS_HPP

#include <boost/json/array.hpp>

namespace workflows::major_decision {

struct dossier;

/// Sections of what came after the meeting: issue, execution, evaluation, adjustment, archive. For
/// facts().
void add_later_facts(dossier const& file, boost::json::array& sections);

} // namespace workflows::major_decision

#endif
