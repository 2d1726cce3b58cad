#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_OUTCOME_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_OUTCOME_HPP

#include "engine/chapter.hpp"
#include "workflows/legal_matter/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::legal_matter {

struct dossier;

/// The outcome (结果): appearances before a court or another body, what became of the matter, the
/// loss that was avoided, and the archive. Guangdong rules on government legal advisers, arts 17
/// and 18.
namespace outcome {

enum class result {
    contract_signed,
    contract_not_signed,
    document_issued,
    won,
    partly_won,
    lost,
    settled,
    replied,
    dropped,
    concluded
};
JUECE_CHOICE(result, contract_signed, contract_not_signed, document_issued, won, partly_won, lost,
             settled, replied, dropped, concluded)

struct appeared {
    static constexpr std::string_view kind = "outcome.appeared";
    day appeared_on;
    std::string before; ///< the court or body
    std::optional<std::string> staff_present;
    std::optional<std::string> counsel_present;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(appeared, (), (appeared_on, before, staff_present, counsel_present, remarks))

/// What became of it. Recorded again, after an appeal for instance, the later one holds.
struct recorded {
    static constexpr std::string_view kind = "outcome.recorded";
    result result_is;
    day happened_on;
    std::optional<money> loss_avoided;
    std::optional<prose> basis_of_loss;
    std::optional<prose> remarks;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(recorded, (),
                      (result_is, happened_on, loss_avoided, basis_of_loss, remarks, documents))

struct closed {
    static constexpr std::string_view kind = "outcome.closed";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(closed, (), (remarks))

struct archived {
    static constexpr std::string_view kind = "outcome.archived";
    std::string archive_number;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(archived, (), (archive_number, documents))

struct facts {
    std::vector<entered<appeared>> appearances;
    std::vector<entered<recorded>> results; ///< the last one holds
    std::optional<entered<closed>> closing;
    std::optional<entered<archived>> archive;
};

} // namespace outcome

std::unique_ptr<engine::chapter<dossier>> make_outcome();

} // namespace workflows::legal_matter

#endif
