#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_KNOWN_TO_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_KNOWN_TO_HPP

#include "engine/procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

/// Who has a part in a file (知悉范围), as engine/part.hpp names it, sorted: whoever was asked by
/// name, within a step too, and whoever advised, but no adviser who withdrew (JC-19). Of a secret
/// file, or one with a secret document, also the units with a part in it, the seats that the
/// procedure names for it as it stands, and everybody who has acted on it (JC-17).
std::vector<std::string> known_to(dossier const& file, engine::case_summary const& summary);

} // namespace workflows::major_decision

#endif
