#ifndef JUECE_ENGINE_RULING_HPP
#define JUECE_ENGINE_RULING_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"
#include "engine/confidentiality.hpp"
#include "engine/refusal.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// A person's request that an act be entered.
struct submission {
    case_id on;         ///< 0 opens a case
    std::string shape;  ///< of the case to open
    std::string place;  ///< rule pack of the organ, of the case to open
    std::string act_id; ///< made by the client (JC-5)
    std::string kind;
    boost::json::object body;
    std::optional<long long> seen; ///< seq of the last act the person saw (JC-6)
    actor by;
    instant now;
    std::string origin = entered_here;
    clearance seeing; ///< what is above it is not there for this person
};

// The outcomes. All but `admitted` leave the record as it was.
struct admitted {
    act what;
    std::string number; ///< of the case
    std::vector<advice> remarks;
    bool repeated = false; ///< the same act was entered before (JC-5)
};
struct refused {
    std::vector<refusal> grounds;
};
struct malformed {
    std::vector<field_fault> faults;
};
struct stale {
    long long version = 0; ///< where the case stands now
};
struct not_found {
    text what;
};
/// The act id was used for another act (JC-5).
struct clash {
    std::string act_id;
};
/// The case does not replay; it is shown read-only.
struct unreadable {
    case_id on;
    long long seq = 0;
    std::string why; ///< for the log, not for people
};

using ruling = std::variant<admitted, refused, malformed, stale, not_found, clash, unreadable>;

} // namespace engine

#endif
