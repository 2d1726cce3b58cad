#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_REVIEW_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_REVIEW_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "workflows/normative_document/entered.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/supplied_items.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// Legality review (合法性审核): the file, its completion, the clock with its stops, the opinion
/// (NORM-3, NORM-5, NORM-6, NORM-10, NORM-11).
namespace review {

enum class document_review_outcome {
    lawful,
    to_be_amended,
    ask_leave_first,
    complete_procedure,
    unlawful
};
JUECE_CHOICE(document_review_outcome, lawful, to_be_amended, ask_leave_first, complete_procedure,
             unlawful)

/// What no normative document may do (NORM-6).
enum class prohibition {
    licence,
    penalty,
    compulsion,
    expropriation,
    fees,
    tax_preference,
    cuts_rights_or_adds_duties,
    circular_proof,
    restrains_competition
};
JUECE_CHOICE(prohibition, licence, penalty, compulsion, expropriation, fees, tax_preference,
             cuts_rights_or_adds_duties, circular_proof, restrains_competition)

/// What stops the clock (NORM-11).
enum class review_standstill { consultation, survey, panel };
JUECE_CHOICE(review_standstill, consultation, survey, panel)

struct filed {
    static constexpr std::string_view kind = "document_review.filed";
    document_ref request;
    document_ref draft;
    document_ref explanation;
    std::optional<document_ref> evaluation_report;
    std::vector<std::string> basis_texts;
    std::optional<prose> opinions_and_adoption;
    std::vector<document_ref> special_reviews;
    std::optional<document_ref> own_review;
    std::optional<document_ref> countersign;
    std::optional<document_ref> own_discussion;
};
BOOST_DESCRIBE_STRUCT(filed, (),
                      (request, draft, explanation, evaluation_report, basis_texts,
                       opinions_and_adoption, special_reviews, own_review, countersign,
                       own_discussion))

struct supplement_asked {
    static constexpr std::string_view kind = "document_review.supplement_asked";
    std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(supplement_asked, (), (missing))

struct supplemented {
    static constexpr std::string_view kind = "document_review.supplemented";
    std::vector<supplied_item> supplied; ///< none: the answer was given for the whole
    std::vector<document_ref> documents; ///< beside what was asked for
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(supplemented, (), (supplied, documents, remarks))

struct accepted {
    static constexpr std::string_view kind = "document_review.accepted";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(accepted, (), (remarks))

struct clock_stopped {
    static constexpr std::string_view kind = "document_review.clock_stopped";
    review_standstill ground_is;
    prose what_for;
};
BOOST_DESCRIBE_STRUCT(clock_stopped, (), (ground_is, what_for))

struct clock_resumed {
    static constexpr std::string_view kind = "document_review.clock_resumed";
    prose summary;
};
BOOST_DESCRIBE_STRUCT(clock_resumed, (), (summary))

struct concluded {
    static constexpr std::string_view kind = "document_review.concluded";
    document_review_outcome outcome_is;
    std::vector<prohibition> prohibitions; ///< those that the draft breaks
    std::vector<std::string> points;
    std::optional<prose> early_reason; ///< an emergency: why sooner than the least time
    document_ref opinion;
};
BOOST_DESCRIBE_STRUCT(concluded, (), (outcome_is, prohibitions, points, early_reason, opinion))

/// The reviewer says how far a change goes that came after the opinion.
struct change_confirmed {
    static constexpr std::string_view kind = "document_review.change_confirmed";
    long long version = 0;
    project::change_class change;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(change_confirmed, (), (version, change, reason))

struct facts {
    std::optional<entered<filed>> filing; ///< the last one
    std::vector<entered<supplement_asked>> supplements_asked;
    std::vector<entered<supplemented>> supplements;
    std::optional<entered<accepted>> acceptance; ///< of the last file
    std::vector<engine::pause> stops;            ///< since the last acceptance
    std::vector<entered<concluded>> conclusions;
    std::vector<entered<change_confirmed>> confirmations;
};

} // namespace review

/// The last opinion found the draft lawful and covers the current draft, every change since being
/// confirmed; or the decision's review of this very text was taken over (JC-2, JC-61).
bool is_reviewed(dossier const& file);
/// The day of the opinion that holds for the current draft.
std::optional<day> reviewed_on(dossier const& file);
/// The first version after the opinion whose change waits for the reviewer's word.
std::optional<long long> unconfirmed_version(dossier const& file);
/// The time to supply what is missing, and the least and the longest time of the review.
std::vector<engine::limit_terms> review_limits(dossier const& file, engine::rules const& law);

std::unique_ptr<engine::chapter<dossier>> make_review();

} // namespace workflows::normative_document

#endif
