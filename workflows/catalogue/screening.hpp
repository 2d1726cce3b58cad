#ifndef JUECE_WORKFLOWS_CATALOGUE_SCREENING_HPP
#define JUECE_WORKFLOWS_CATALOGUE_SCREENING_HPP

#include "engine/chapter.hpp"
#include "workflows/catalogue/item_details.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::catalogue {

struct yearly_catalogue;

/// The screening of what was proposed, together with finance, planning and others (联合遴选).
namespace screening {

enum class screening_verdict { goes_in, stays_out, merged };
JUECE_CHOICE(screening_verdict, goes_in, stays_out, merged)

struct judged_proposal {
    long long proposal = 0; ///< its number
    screening_verdict verdict;
    std::optional<long long> merged_into; ///< the proposal that takes it in
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(judged_proposal, (), (proposal, verdict, merged_into, reason))

struct held {
    static constexpr std::string_view kind = "catalogue_screening.held";
    day held_on;
    std::vector<unit_ref> joined;
    std::vector<judged_proposal> verdicts;
    std::optional<document_ref> minutes;
};
BOOST_DESCRIBE_STRUCT(held, (), (held_on, joined, verdicts, minutes))

struct facts {
    std::optional<entered<held>> last;
};

} // namespace screening

/// What the last screening said of a proposal; null before it did.
screening::judged_proposal const* verdict_on(yearly_catalogue const& file, long long proposal);

std::unique_ptr<engine::chapter<yearly_catalogue>> make_screening();

} // namespace workflows::catalogue

#endif
