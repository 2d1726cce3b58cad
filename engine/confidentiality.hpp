#ifndef JUECE_ENGINE_CONFIDENTIALITY_HPP
#define JUECE_ENGINE_CONFIDENTIALITY_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"
#include "engine/part.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace engine {

/// How widely a case and its documents may be known (密级), from the widest to the narrowest.
/// The last is for the house's own administration: no role sees up to it, so that no list or page
/// of cases shows it; the administrators' pages show it by themselves.
enum class confidentiality { open, internal, secret, administration };
JUECE_CHOICE(confidentiality, open, internal, secret, administration)

/// Which secret cases a role sees: those that the person has a part in, or all (JC-17).
enum class secret_reach { part, all };
JUECE_CHOICE(secret_reach, part, all)

/// How far somebody may see (知悉范围): up to a level and not above it, and of what is secret only
/// what they need to know. There is no default, so that nothing is read and nothing is submitted
/// without saying for whom.
class clearance {
public:
    /// All up to the level. `whose`: the person who looks; nobody for the public.
    explicit clearance(confidentiality up_to, person_id whose = {}) : up_to_(up_to), whose_(whose)
    {}

    /// All up to the level, but of secret cases those in which `who` has a part.
    static clearance by_part(confidentiality up_to, actor const& who)
    {
        clearance made(up_to, who.person);
        if (up_to == confidentiality::secret)
            made.parts_ = parts_of(who);
        return made;
    }

    /// For programs that serve the record itself: import, export, backup, tests. Never for an
    /// answer to somebody.
    static clearance of_the_record()
    {
        clearance all(confidentiality::administration);
        all.is_of_record_ = true;
        return all;
    }

    /// `known_to`: who has a part in the case, in order (`case_summary::known_to`).
    bool covers(confidentiality level, std::vector<std::string> const& known_to) const
    {
        if (level <= known_without_part())
            return true;
        return level <= up_to_ && std::any_of(parts_.begin(), parts_.end(), [&](auto const& one) {
                   return std::binary_search(known_to.begin(), known_to.end(), one);
               });
    }
    /// The level up to which no part is needed.
    confidentiality known_without_part() const
    {
        return parts_.empty() ? up_to_ : confidentiality::internal;
    }
    /// What they have in common with files that need it; empty where none does.
    std::vector<std::string> const& parts() const { return parts_; }
    confidentiality up_to() const { return up_to_; }
    person_id whose() const { return whose_; }
    bool is_of_the_record() const { return is_of_record_; }

private:
    confidentiality up_to_;
    person_id whose_;
    bool is_of_record_ = false;
    std::vector<std::string> parts_;
};

} // namespace engine

#endif
