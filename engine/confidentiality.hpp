#ifndef JUECE_ENGINE_CONFIDENTIALITY_HPP
#define JUECE_ENGINE_CONFIDENTIALITY_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"

namespace engine {

/// How widely a case and its documents may be known (密级), from the widest to the narrowest.
/// The last is for the house's own administration: no role sees up to it, so that no list or page
/// of cases shows it; the administrators' pages show it by themselves.
enum class confidentiality { open, internal, secret, administration };
JUECE_CHOICE(confidentiality, open, internal, secret, administration)

/// How far somebody may see (知悉范围): up to a level and not above it. There is no default, so
/// that nothing is read and nothing is submitted without saying for whom.
class clearance {
public:
    /// `whose`: the person who looks; nobody for the public.
    explicit constexpr clearance(confidentiality up_to, person_id whose = {})
        : up_to_(up_to), whose_(whose)
    {}

    /// For programs that serve the record itself: import, export, backup, tests. Never for an
    /// answer to somebody.
    static constexpr clearance of_the_record()
    {
        clearance all(confidentiality::administration);
        all.is_of_record_ = true;
        return all;
    }

    constexpr bool covers(confidentiality level) const { return level <= up_to_; }
    constexpr confidentiality up_to() const { return up_to_; }
    constexpr person_id whose() const { return whose_; }
    constexpr bool is_of_the_record() const { return is_of_record_; }

private:
    confidentiality up_to_;
    person_id whose_;
    bool is_of_record_ = false;
};

} // namespace engine

#endif
