#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CIRCULATION_PARTIES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CIRCULATION_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/major_decision/dossier.hpp"

// Who acts on sheets and copies, as seats; they follow from the file (JC-12 to JC-16).

namespace workflows::major_decision::circulation {

/// The role of the house that signs from such a seat.
inline std::string role_of(signer_role seat)
{
    return std::string(engine::name_of(seat));
}

/// Whoever has something to ask of others within a step.
struct circulator {
    static constexpr std::string_view name = "circulator";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Those whose turn it is on a sheet that is not overtaken by another draft.
struct awaited_signer {
    static constexpr std::string_view name = "awaited_signer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who opened a sheet that is not over, or was refused.
struct sheet_opener {
    static constexpr std::string_view name = "sheet_opener";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Somebody who added a signer that has not signed yet.
struct signer_who_added {
    static constexpr std::string_view name = "signer_who_added";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Whose signature was the last that happened to a sheet.
struct last_signer {
    static constexpr std::string_view name = "last_signer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Those who have not confirmed a copy.
struct copy_recipient {
    static constexpr std::string_view name = "copy_recipient";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Whoever may hold a task of this case and give it on: the law names an adviser for their own
/// word, which nobody else gives.
struct task_holder {
    static constexpr std::string_view name = "task_holder";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Those who were asked to prepare something and have not answered, by name.
struct delegate {
    static constexpr std::string_view name = "delegate";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who waits for the answer of a colleague, by name.
struct delegator {
    static constexpr std::string_view name = "delegator";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// One signature does not stand for another, nor does one reading or one answer. The part of a
/// procedure of this name.
bool each_seat_owes(std::string_view kind);

} // namespace workflows::major_decision::circulation

#endif
