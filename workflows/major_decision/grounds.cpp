#include "workflows/major_decision/grounds.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace workflows::major_decision {
namespace {

/// Acts that one rests on: kinds, and of chapters all acts ("participation.").
using acts_before = std::vector<std::string_view>;

acts_before with_draft(acts_before all)
{
    all.push_back(drafting::versioned::kind);
    all.push_back(drafting::change_confirmed::kind);
    return all;
}

std::map<std::string_view, acts_before> grounds()
{
    namespace review = legality_review;
    namespace papers = circulation;
    // The reviewer judges the text and the way it has come (R713-27.2), and no desk work on it.
    acts_before const whole_procedure = {
        "intake.",  "drafting.", "consultation.",     "participation.",  "hearing.",
        "experts.", "risk.",     "fair_competition.", "sponsor_review.", "legality_review."};
    auto const review_file = with_draft({review::filed::kind, review::supplemented::kind,
                                         review::returned::kind, review::advisers_asked::kind});
    return {
        {consultation::answered::kind, with_draft({consultation::asked::kind})},
        {experts::opined::kind,
         with_draft({experts::selected::kind, experts::materials_given::kind, experts::opined::kind,
                     experts::expert_excluded::kind})},
        {drafting::change_confirmed::kind, with_draft({})},
        {fair_competition::concluded::kind,
         with_draft({drafting::assessed::kind, "fair_competition."})},
        {review::adviser_opined::kind, review_file},
        {review::adviser_withdrew::kind, {review::advisers_asked::kind}},
        {review::concluded::kind, whole_procedure},
        {execution::reported::kind,
         {execution::unit_named::kind, execution::reported::kind, execution::problem_answered::kind,
          execution::suspended::kind, execution::resumed::kind}},
        {execution::problem_reported::kind, {execution::unit_named::kind}},
        {execution::citizen_opinion_received::kind, {}},
        {evaluation::data_supplied::kind, {evaluation::data_requested::kind}},
        {evaluation::followed_up::kind,
         {evaluation::reported::kind, evaluation::result_answered::kind}},
        {papers::read::kind, {papers::copied::kind}},
        {papers::delegation_answered::kind,
         with_draft({papers::delegated::kind, papers::delegation_recalled::kind})},
        {papers::delegation_declined::kind,
         {papers::delegated::kind, papers::delegation_recalled::kind}}};
}

bool is_among(std::string const& kind, acts_before const& all)
{
    return std::any_of(all.begin(), all.end(), [&](std::string_view one) {
        return one.ends_with('.') ? kind.starts_with(one) : kind == one;
    });
}

} // namespace

std::optional<std::string> ground_of_act(dossier const& file, engine::act const& what)
{
    static auto const all = grounds();
    auto const found = all.find(what.kind);
    if (found == all.end())
        return ground_of_signature(file, what);
    std::string ground;
    for (auto const& one : file.doings)
        if (is_among(one.kind, found->second))
            ground += std::to_string(one.seq) + " ";
    return ground;
}

} // namespace workflows::major_decision
