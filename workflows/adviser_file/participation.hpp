#ifndef JUECE_WORKFLOWS_ADVISER_FILE_PARTICIPATION_HPP
#define JUECE_WORKFLOWS_ADVISER_FILE_PARTICIPATION_HPP

#include "engine/act.hpp"

#include <string>
#include <vector>

namespace workflows::adviser_file {

/// What an adviser did in a case, by name: advisers of old registers have no account.
struct participation {
    std::string adviser;
    std::string part; ///< key "part.<part>": opinion, appearance, told
    int year = 0;     ///< of the opinion, the appearance or the closing
    bool operator==(participation const&) const = default;
};

/// Who advised by this act: in a decision or in a legal matter. Each name once.
std::vector<participation> participations_in(engine::act const& what);

/// "王律师、李律师" as two names; separators as people write them.
std::vector<std::string> names_in(std::string_view list);

} // namespace workflows::adviser_file

#endif
