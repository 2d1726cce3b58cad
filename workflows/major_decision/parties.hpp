#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PARTIES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/major_decision/dossier.hpp"

// Who the law names, as seats: a role, and the unit where it must be a certain one. The names are
// keys "party.<name>" of the catalogues.

namespace workflows::major_decision {

/// A clerk or the head of any department: whoever may propose (R713-10.3, GD21-10.1).
struct any_department {
    static constexpr std::string_view name = "any_department";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Clerk or head of the unit that was handed the proposal for study (R713-10.2).
struct studying_unit {
    static constexpr std::string_view name = "studying_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Clerk or head of the lead sponsor (决策承办单位, R713-11.1).
struct sponsor {
    static constexpr std::string_view name = "sponsor";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The head of the lead sponsor.
struct sponsor_head {
    static constexpr std::string_view name = "sponsor_head";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The legal unit of the lead sponsor (GD21-31.1).
struct sponsor_legal_officer {
    static constexpr std::string_view name = "sponsor_legal_officer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// A unit that was asked for its opinion and has not given it (R713-13.1).
struct consulted_unit {
    static constexpr std::string_view name = "consulted_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The unit that organises the hearing: the sponsor or the one named (GDH303-5.1).
struct hearing_organiser {
    static constexpr std::string_view name = "hearing_organiser";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The unit that carries the risk assessment: the sponsor or the one named (R713-22.1).
struct risk_assessor {
    static constexpr std::string_view name = "risk_assessor";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The market regulator (NORM-20).
struct competition_reviewer {
    static constexpr std::string_view name = "competition_reviewer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The department in charge of legality review (R713-25.1).
struct reviewer {
    static constexpr std::string_view name = "reviewer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Legal advisers and public lawyers (R713-28.2).
struct legal_adviser {
    static constexpr std::string_view name = "legal_adviser";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The office of the government (GD21-6.1).
struct office {
    static constexpr std::string_view name = "office";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The deputy in charge (分管负责人, GD21-38.1).
struct deputy {
    static constexpr std::string_view name = "deputy";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The head of the government (行政首长, R713-30.2).
struct head {
    static constexpr std::string_view name = "head";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Clerk or head of the executing unit (决策执行单位, R713-34.1).
struct executing_unit {
    static constexpr std::string_view name = "executing_unit";
    static std::vector<engine::seat> seats(dossier const& file);
    /// Those of a unit, were it named.
    static std::vector<engine::seat> seats_in(std::string const& unit);
};

/// The unit that was ordered to evaluate (R713-36.1).
struct evaluator {
    static constexpr std::string_view name = "evaluator";
    static std::vector<engine::seat> seats(dossier const& file);
    /// Those of a unit, were it ordered to.
    static std::vector<engine::seat> seats_in(std::string const& unit);
};

/// A unit that was asked for data for the evaluation, or that the evaluation advises
/// (GD21-50.1, GD21-52.1).
struct evaluated_unit {
    static constexpr std::string_view name = "evaluated_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

} // namespace workflows::major_decision

#endif
