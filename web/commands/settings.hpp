#ifndef JUECE_WEB_COMMANDS_SETTINGS_HPP
#define JUECE_WEB_COMMANDS_SETTINGS_HPP

#include "adapters/soci/house_register.hpp"

namespace web::commands {

/// Enters what the house works by, its numbering, holidays, rule packs, roles and rights, into the
/// administration case where it differs from what the record last said (JC-23).
void note_settings(adapters::soci::database& record, adapters::soci::house_register& house,
                   engine::instant now);

} // namespace web::commands

#endif
