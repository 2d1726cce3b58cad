#include "workflows/major_decision/advisers.hpp"
#include "workflows/major_decision/consultation_told.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <iterator>

namespace workflows::major_decision {

std::vector<engine::news> told(dossier const& file, engine::act const& what)
{
    auto all = told_of_sheets(file, what);
    auto of_review = legality_review::told_of_review(file, what);
    std::move(of_review.begin(), of_review.end(), std::back_inserter(all));
    for (auto more : {told_of_consultation(what), told_of_submission(file, what),
                      told_of_execution(file, what), told_of_evaluation(file, what)})
        std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
}

} // namespace workflows::major_decision
