#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_KNOWN_TO_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_KNOWN_TO_HPP

#include "engine/procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

/// Who needs to know of a secret file (知悉范围, JC-17), as engine/part.hpp names it, sorted: the
/// units with a part in it, the seats that the procedure names for it as it stands, whoever was
/// asked by name, and everybody who has acted on it.
std::vector<std::string> known_to(dossier const& file, engine::case_summary const& summary);

} // namespace workflows::major_decision

#endif
