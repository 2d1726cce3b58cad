#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_VALIDITY_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_VALIDITY_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// Validity (有效期、后评估和清理): how long the document holds, whether it still should, and what
/// the clean-up made of it (NORM-14, NORM-17, NORM-18, NORM-19).
namespace validity {

/// Why a document in force is looked at again (NORM-17).
enum class evaluation_ground {
    law_changed,
    validity_ends,
    to_become_a_rule,
    many_opinions,
    court_finding,
    periodic
};
JUECE_CHOICE(evaluation_ground, law_changed, validity_ends, to_become_a_rule, many_opinions,
             court_finding, periodic)

enum class document_prospect { keep, prolong, amend, repeal, declare_invalid };
JUECE_CHOICE(document_prospect, keep, prolong, amend, repeal, declare_invalid)

enum class cleanup_result { kept, to_be_amended, repealed, declared_invalid };
JUECE_CHOICE(cleanup_result, kept, to_be_amended, repealed, declared_invalid)

/// Who found a document unlawful in a case of their own (NORM-19).
enum class finding_body { court, reconsideration_body };
JUECE_CHOICE(finding_body, court, reconsideration_body)

/// Somebody sees a reason to look at the document again before its time.
struct evaluation_called {
    static constexpr std::string_view kind = "document_validity.evaluation_called";
    evaluation_ground ground_is;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(evaluation_called, (), (ground_is, reason))

struct evaluated {
    static constexpr std::string_view kind = "document_validity.evaluated";
    evaluation_ground ground_is;
    day evaluated_on;
    prose findings;
    document_prospect prospect_is;
    document_ref report;
};
BOOST_DESCRIBE_STRUCT(evaluated, (), (ground_is, evaluated_on, findings, prospect_is, report))

struct prolonged {
    static constexpr std::string_view kind = "document_validity.prolonged";
    day valid_until;
    std::string decided_by;
    day decided_on;
    day published_on;
    page_address address;
};
BOOST_DESCRIBE_STRUCT(prolonged, (), (valid_until, decided_by, decided_on, published_on, address))

struct found_unlawful {
    static constexpr std::string_view kind = "document_validity.found_unlawful";
    finding_body found_by;
    std::string reference;
    day found_on;
    std::string provision;
    prose findings;
};
BOOST_DESCRIBE_STRUCT(found_unlawful, (), (found_by, reference, found_on, provision, findings))

struct cleaned_up {
    static constexpr std::string_view kind = "document_validity.cleaned_up";
    cleanup_result result_is;
    prose reason;
    day decided_on;
    day published_on;
    page_address address;
    std::optional<std::string> successor_number; ///< of the document that takes its place
};
BOOST_DESCRIBE_STRUCT(cleaned_up, (),
                      (result_is, reason, decided_on, published_on, address, successor_number))

/// The text that the clean-up wanted changed has its new wording, in a document of its own.
struct amended {
    static constexpr std::string_view kind = "document_validity.amended";
    std::string successor_number;
    day published_on;
    bool stays_in_force = false; ///< only some articles changed
};
BOOST_DESCRIBE_STRUCT(amended, (), (successor_number, published_on, stays_in_force))

/// The last day is over and the document has lapsed by itself: noted, and told to the public.
struct lapse_noted {
    static constexpr std::string_view kind = "document_validity.lapse_noted";
    day published_on;
    page_address address;
};
BOOST_DESCRIBE_STRUCT(lapse_noted, (), (published_on, address))

struct facts {
    std::optional<day> effective_on;
    std::optional<day> valid_until; ///< as it was last prolonged
    std::vector<entered<evaluation_called>> calls;
    std::vector<entered<evaluated>> evaluations;
    std::vector<entered<prolonged>> prolongations;
    std::vector<entered<found_unlawful>> findings;
    std::vector<entered<cleaned_up>> cleanups;
    std::optional<entered<amended>> amendment;
    std::optional<entered<lapse_noted>> lapse;
};

} // namespace validity

/// It no longer holds for good: repealed, declared invalid, replaced, or its lapse was noted.
bool is_out_of_force(dossier const& file);

/// The months that a document of its nature may hold (NORM-14).
engine::parameter_key const& longest_validity(dossier const& file);
/// The same for pages; null on a file of another procedure.
engine::parameter_key const* longest_validity(engine::procedure const& of);

/// The day from which the document is to be evaluated: so long before its last day, or before the
/// few years without an evaluation are over (NORM-17). Nothing out of force or where the place has
/// no such number.
std::optional<day> evaluation_opens(dossier const& file, engine::rules const& law);
/// True if it was evaluated since that day.
bool is_evaluated_in_time(dossier const& file, engine::rules const& law);
/// Somebody called for an evaluation, or found the document unlawful, and none came since.
bool evaluation_is_called(dossier const& file);

/// The time to evaluate: to the last day, or to the end of the few years.
std::optional<engine::limit_terms> evaluation_terms(dossier const& file, engine::rules const& law,
                                                    engine::working_days const& days);

std::unique_ptr<engine::chapter<dossier>> make_validity();

} // namespace workflows::normative_document

#endif
