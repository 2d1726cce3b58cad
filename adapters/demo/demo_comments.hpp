#ifndef JUECE_ADAPTERS_DEMO_DEMO_COMMENTS_HPP
#define JUECE_ADAPTERS_DEMO_DEMO_COMMENTS_HPP

#include "adapters/soci/comment_box.hpp"
#include "engine/act.hpp"
#include "engine/working_days.hpp"

#include <vector>

namespace adapters::demo {

/// A case with the acts that were entered on it.
struct case_with_acts {
    engine::case_id id;
    std::vector<engine::act> const* acts = nullptr;
};

/// Fills the consultations that are open now with the comments of config/sample/comments.csv, and
/// hearings that take applications with some; the same seed gives the same. How many were kept.
/// Throws std::runtime_error when the sample is no good or a comment is not kept.
std::size_t add_comments(soci::comment_box& box, std::vector<case_with_acts> const& cases,
                         engine::working_days const& days, engine::instant now, long long seed);

} // namespace adapters::demo

#endif
