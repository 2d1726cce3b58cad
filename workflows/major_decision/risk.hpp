#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_RISK_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_RISK_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Risk assessment (风险评估): plan, hearing those concerned, analysis, six-part report.
/// Order 713 arts 22-24; Guangdong rules arts 27-30.
namespace risk {

enum class risk_level { low, medium, high, very_high };
JUECE_CHOICE(risk_level, low, medium, high, very_high)

enum class heard_party { department, interested_party, public_at_large };
JUECE_CHOICE(heard_party, department, interested_party, public_at_large)

struct heard_opinion {
    heard_party kind;
    std::string from;
    prose words;
};
BOOST_DESCRIBE_STRUCT(heard_opinion, (), (kind, from, words))

/// Whose word an assessment needs, and how often it was heard in this round.
struct party_to_hear {
    heard_party of;
    engine::rule_id rule;
    long long heard = 0;
};

struct risk_point {
    std::string point;
    risk_level level;
    prose measure;
};
BOOST_DESCRIBE_STRUCT(risk_point, (), (point, level, measure))

/// Assessed before under other rules, and nothing material has changed since.
struct exempted {
    static constexpr std::string_view kind = "risk.exempted";
    std::string earlier_report_title;
    document_ref earlier_report;
    day assessed_on;
    std::string legal_basis;
    bool no_material_change = false;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(exempted, (),
                      (earlier_report_title, earlier_report, assessed_on, legal_basis,
                       no_material_change, reason))

struct planned {
    static constexpr std::string_view kind = "risk.planned";
    std::optional<unit_ref> assessor_unit;
    std::optional<std::string> third_party;
    std::optional<std::string> qualification;
    prose methods;
    document_ref plan;
};
BOOST_DESCRIBE_STRUCT(planned, (), (assessor_unit, third_party, qualification, methods, plan))

struct opinions_heard {
    static constexpr std::string_view kind = "risk.opinions_heard";
    std::vector<heard_opinion> opinions;
    prose ways;
};
BOOST_DESCRIBE_STRUCT(opinions_heard, (), (opinions, ways))

struct analysed {
    static constexpr std::string_view kind = "risk.analysed";
    std::vector<risk_point> points;
    prose analysis;
};
BOOST_DESCRIBE_STRUCT(analysed, (), (points, analysis))

struct reported {
    static constexpr std::string_view kind = "risk.reported";
    prose matter_and_process;
    prose methods_and_basis;
    prose opinions_and_adoption;
    prose possible_risks;
    prose conclusion;
    prose prevention_and_response;
    risk_level level;
    bool controllable = false;
    std::optional<prose> special_statement;
    std::optional<std::string> written_by;
    std::optional<std::string> examined_by;
    document_ref report;
};
BOOST_DESCRIBE_STRUCT(reported, (),
                      (matter_and_process, methods_and_basis, opinions_and_adoption, possible_risks,
                       conclusion, prevention_and_response, level, controllable, special_statement,
                       written_by, examined_by, report))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<exempted>> exemption;
    std::optional<entered<planned>> plan;
    std::vector<entered<planned>> earlier_plans;
    std::vector<entered<opinions_heard>> opinions;
    std::optional<entered<analysed>> analysis;
    std::optional<entered<reported>> report;
};

} // namespace risk

/// Some harm is possible, the catalogue says so, or the reviewer missed it (R713-22.1).
bool risk_required(dossier const& file);

/// The current draft was assessed, or an earlier assessment serves (R713-22.2), whatever was found.
bool risk_done(dossier const& file);

/// `risk_done`, and the risk is controllable (R713-24.2, R713-24.3).
bool risk_controllable(dossier const& file);

/// Departments always; interested parties and the public where the place says so (R713-23.2,
/// GD21-28.1).
std::vector<risk::party_to_hear> risk_parties_to_hear(dossier const& file,
                                                      engine::rules const& law);
/// The same for the pages; empty for other procedures.
std::vector<risk::party_to_hear> risk_parties_to_hear(engine::procedure const& of,
                                                      engine::circumstances const& now);

std::unique_ptr<engine::chapter<dossier>> make_risk();

} // namespace workflows::major_decision

#endif
