#include "workflows/course.hpp"

#include <algorithm>

namespace workflows {
namespace {

using rows = std::vector<std::vector<std::string>>;

/// Order 713 has what the draft needs before the review done side by side (arts 14 to 24), and
/// executes, evaluates and files what was published (arts 32 to 36). A decision may be adjusted,
/// ended or signed within a step at any time.
rows const& rows_of_decisions()
{
    static rows const all = {
        {"intake"},
        {"drafting"},
        {"consultation", "participation", "hearing", "experts", "risk", "fair_competition"},
        {"sponsor_review"},
        {"legality_review"},
        {"submission"},
        {"deliberation"},
        {"party_report", "congress"},
        {"publication"},
        {"execution"},
        {"evaluation"},
        {"archive"}};
    return all;
}

} // namespace

course course_of(std::string_view family, std::vector<engine::chapter_stage> const& stages)
{
    course made;
    if (family != "major_decision") {
        for (auto const& one : stages)
            made.rows.push_back({one.chapter});
        return made;
    }
    std::vector<std::string> left;
    for (auto const& one : stages)
        left.push_back(one.chapter);
    for (auto const& row : rows_of_decisions()) {
        std::vector<std::string> known;
        for (auto const& chapter : row)
            if (std::erase(left, chapter) > 0)
                known.push_back(chapter);
        if (!known.empty())
            made.rows.push_back(std::move(known));
    }
    made.at_any_time = std::move(left);
    return made;
}

} // namespace workflows
