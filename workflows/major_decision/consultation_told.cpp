#include "workflows/major_decision/consultation_told.hpp"

#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/consultation.hpp"

namespace workflows::major_decision {

std::vector<engine::news> told_of_consultation(engine::act const& what)
{
    if (what.kind != consultation::settled::kind)
        return {};
    auto const unit = body_on_file<consultation::settled>(what).with_unit;
    std::vector<engine::news> all;
    for (auto const* role : {"sponsor_clerk", "department_head"})
        all.push_back({"consultation", "news.opinion_settled", {role, unit}});
    return all;
}

} // namespace workflows::major_decision
