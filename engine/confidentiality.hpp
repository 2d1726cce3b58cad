#ifndef JUECE_ENGINE_CONFIDENTIALITY_HPP
#define JUECE_ENGINE_CONFIDENTIALITY_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"

#include <string>
#include <string_view>
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

/// What of a case decides who may know of it. It refers to what it was made from.
struct knowable {
    std::string_view family; ///< "legal_matter"
    confidentiality level;
    std::vector<std::string> const& known_to;  ///< who has a part in it, in order (part.hpp)
    std::vector<std::string> const& concerned; ///< units that have a part in it, in order
    bool is_elsewhere = false;                 ///< another organ's than that of whoever looks
};

/// Of which families of cases somebody knows without a part in them (JC-19).
struct families_known {
    bool all = true;                         ///< every family; the lists then say nothing
    std::vector<std::string> whole = {};     ///< these
    std::vector<std::string> when_open = {}; ///< and of these the cases that are open

    bool has(std::string_view family) const;
    bool has_when_open(std::string_view family) const;
};

/// How far somebody may see (知悉范围): up to a level and not above it, of what is secret only what
/// they need to know, of the families that their role works with, and of their organ. There is no
/// default, so that nothing is read and nothing is submitted without saying for whom.
class clearance {
public:
    /// All up to the level. `whose`: the person who looks; nobody for the public.
    explicit clearance(confidentiality up_to, person_id whose = {}) : up_to_(up_to), whose_(whose)
    {}

    /// All up to the level, but of secret cases those in which `who` has a part.
    static clearance by_part(confidentiality up_to, actor const& who);

    /// For programs that serve the record itself: import, export, backup, tests. Never for an
    /// answer to somebody. `organ`: of that one alone.
    static clearance of_the_record(std::string organ = {});

    /// Of other families only those in which `who` has a part of their own (JC-19).
    clearance& know_only(families_known these, actor const& who);
    /// Of cases of other organs only those in which the unit of `who` has a part (JC-18). Where the
    /// house has one organ, nothing changes.
    clearance& stay_in_organ(actor const& who);

    bool covers(knowable const& one) const;
    bool is_known_without_part(std::string_view family, confidentiality level) const;
    /// The level up to which no part is needed, in families that are known.
    confidentiality known_without_part() const
    {
        return parts_.empty() ? up_to_ : confidentiality::internal;
    }
    /// What they have in common with secret files that need it; empty where none does.
    std::vector<std::string> const& parts() const { return parts_; }
    /// The same with files of families that they do not know; empty where they know all.
    std::vector<std::string> const& personal_parts() const { return personal_; }
    /// The same with files of other organs; empty where the house has one.
    std::vector<std::string> const& unit_parts() const { return of_unit_; }
    families_known const& families() const { return families_; }
    /// Code of the organ; empty: the house has one, or the record itself is served.
    std::string const& organ() const { return organ_; }
    confidentiality up_to() const { return up_to_; }
    person_id whose() const { return whose_; }
    bool is_of_the_record() const { return is_of_record_; }

private:
    confidentiality up_to_;
    person_id whose_;
    bool is_of_record_ = false;
    std::vector<std::string> parts_;
    families_known families_;
    std::vector<std::string> personal_;
    std::string organ_;
    std::string unit_;
    std::vector<std::string> of_unit_;
};

} // namespace engine

#endif
