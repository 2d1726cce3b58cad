#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CONGRESS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CONGRESS_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// People's congress route (人大讨论决定、出台前报告).
/// Order 713 art. 8; Guangdong rules art. 8.
namespace congress {

struct reported {
    static constexpr std::string_view kind = "congress.reported";
    day reported_on;
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(reported, (), (reported_on, document))

struct decided {
    static constexpr std::string_view kind = "congress.decided";
    day decided_on;
    bool approved = false;
    prose words;
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(decided, (), (decided_on, approved, words, document))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<reported>> report;
    std::optional<entered<decided>> decision;
};

} // namespace congress

std::unique_ptr<engine::chapter<dossier>> make_congress();

// ---- congress_standing.cpp

/// The people's congress must decide, or be told before issue (R713-8.1).
bool congress_required(dossier const& file);

/// That route is done on the text as it stands, or there is none to go.
bool congress_done(dossier const& file);

} // namespace workflows::major_decision

#endif
