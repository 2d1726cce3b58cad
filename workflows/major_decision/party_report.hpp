#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PARTY_REPORT_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PARTY_REPORT_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Request and report to the party committee before issue (党委请示报告).
/// Order 713 art. 31; Guangdong rules art. 4.
namespace party_report {

enum class party_answer { agrees, agrees_with_changes, disagrees, takes_note };
JUECE_CHOICE(party_answer, agrees, agrees_with_changes, disagrees, takes_note)

struct made {
    static constexpr std::string_view kind = "party_report.made";
    day reported_on;
    std::string reporter;
    bool by_party_group = false;
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(made, (), (reported_on, reporter, by_party_group, document))

struct answered {
    static constexpr std::string_view kind = "party_report.answered";
    day answered_on;
    party_answer answer;
    prose words;
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(answered, (), (answered_on, answer, words, document))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<made>> report;
    std::optional<entered<answered>> answer;
};

} // namespace party_report

std::unique_ptr<engine::chapter<dossier>> make_party_report();

// ---- party_report_standing.cpp

/// The party committee has answered on the text as it stands, does not disagree, and has the
/// changes that it asked for (R713-31.1).
bool party_done(dossier const& file);

/// The party committee agreed but for changes, and the text was not signed since.
bool party_wants_changes(dossier const& file);

/// The text as it stands is the one that the party committee wants changed or did not agree to.
bool party_waits_for_text(dossier const& file);

/// The party committee's last answer disagrees and came after the last meeting.
bool party_disagrees(dossier const& file);

} // namespace workflows::major_decision

#endif
