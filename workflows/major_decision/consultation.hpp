#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CONSULTATION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CONSULTATION_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/participation.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Consultation of the units concerned (征求单位意见、会签).
/// Order 713 art. 13; Guangdong rules art. 15.
namespace consultation {

enum class unit_stance { agrees, agrees_with_comments, disagrees };
JUECE_CHOICE(unit_stance, agrees, agrees_with_comments, disagrees)

struct asked {
    static constexpr std::string_view kind = "consultation.asked";
    std::vector<unit_ref> units;
    day answer_by;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(asked, (), (units, answer_by, documents))

struct answered {
    static constexpr std::string_view kind = "consultation.answered";
    unit_stance stance;
    std::optional<prose> comments;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(answered, (), (stance, comments, documents))

/// What the sponsor did with a unit's comments. `adoption`: who gave way. What the sponsor takes up
/// belongs into the draft; where it adopts nothing and both agree, the unit withdrew.
struct settled {
    static constexpr std::string_view kind = "consultation.settled";
    unit_ref with_unit;
    bool agreed = false;
    std::optional<participation::adoption> adoption;
    prose outcome;
};
BOOST_DESCRIBE_STRUCT(settled, (), (with_unit, agreed, adoption, outcome))

/// The statement to the organ that open disagreement demands.
struct disagreement_stated {
    static constexpr std::string_view kind = "consultation.disagreement_stated";
    prose issues;
    prose views_of_units;
    prose own_view;
    prose reasons_and_basis;
};
BOOST_DESCRIBE_STRUCT(disagreement_stated, (),
                      (issues, views_of_units, own_view, reasons_and_basis))

struct concluded {
    static constexpr std::string_view kind = "consultation.concluded";
    prose summary;
};
BOOST_DESCRIBE_STRUCT(concluded, (), (summary))

/// What the chapter leaves on file.
struct facts {
    std::vector<entered<asked>> requests;
    std::vector<entered<answered>> answers;
    std::vector<entered<settled>> settlements;
    std::optional<entered<disagreement_stated>> disagreement;
    std::optional<entered<concluded>> conclusion;
};

} // namespace consultation

/// The latest answer of a unit to the last request that named it, or null.
consultation::answered const* answer_of(dossier const& file, std::string const& unit);

/// Units that were asked, or that the assessment says are concerned, and have not answered.
std::vector<std::string> units_unheard(dossier const& file);

/// Units that the assessment says are concerned and that nobody has asked.
std::vector<std::string> units_unasked(dossier const& file);

/// Units with whom the sponsor agreed last to take up what they said, whole or in part, and when
/// that was: after an act.
struct units_taken_up {
    std::vector<std::string> units;
    long long last = 0; ///< seq of the last of those talks; 0: none
};
units_taken_up taken_up_since(dossier const& file, long long act);

/// Units whose view stands against the draft: they disagree, or did not agree when the sponsor
/// talked with them.
std::vector<std::string> units_in_disagreement(dossier const& file);

/// Those of them with which the sponsor has not talked at all.
std::vector<std::string> units_to_talk_with(dossier const& file);

/// Units that agreed with comments, and with which the sponsor has not talked since: what they said
/// is not lost (GD21-15.1). A unit that is asked anew answers anew.
std::vector<std::string> units_with_open_comments(dossier const& file);

/// Whose comments those are, in words; nothing: there are none.
std::optional<engine::text> comments_unsettled(dossier const& file);

/// Consultation was concluded, every unit that is concerned now has answered, and open
/// disagreement is stated (R713-13.1, R713-13.2). The law binds it to no version of the draft.
bool consultation_done(dossier const& file);

/// The day by which a unit is to answer the last request, while it has not.
std::vector<engine::limit_terms> consultation_terms(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_consultation();

} // namespace workflows::major_decision

#endif
