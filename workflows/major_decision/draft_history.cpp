#include "workflows/major_decision/draft_history.hpp"

#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/fair_competition.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/sponsor_review.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace workflows::major_decision {
namespace {

template <class E>
std::string choice_key(E value)
{
    return "choice." + std::string(vocabulary_of(value)) + "." +
           std::string(engine::name_of(value));
}

/// The kinds of acts that are opinions on the draft, and where each says what it came to.
using conclusion_of = std::string (*)(engine::act const&);

std::array<std::pair<std::string_view, conclusion_of>, 6> const opinions = {{
    {consultation::answered::kind,
     [](engine::act const& a) {
         return choice_key(body_on_file<consultation::answered>(a).stance);
     }},
    {sponsor_review::legal_opinion_given::kind,
     [](engine::act const& a) {
         return choice_key(body_on_file<sponsor_review::legal_opinion_given>(a).outcome);
     }},
    {legality_review::adviser_opined::kind,
     [](engine::act const& a) {
         return choice_key(body_on_file<legality_review::adviser_opined>(a).conclusion);
     }},
    {legality_review::concluded::kind,
     [](engine::act const& a) {
         return choice_key(body_on_file<legality_review::concluded>(a).outcome);
     }},
    {fair_competition::concluded::kind,
     [](engine::act const& a) {
         return choice_key(body_on_file<fair_competition::concluded>(a).outcome);
     }},
    {circulation::given::kind,
     [](engine::act const& a) { return choice_key(body_on_file<circulation::given>(a).word); }},
}};

} // namespace

draft_history history_of_drafts(std::vector<engine::act> const& acts)
{
    draft_history found;
    auto& versions = found.versions;
    for (auto const& one : acts) {
        if (one.kind == drafting::versioned::kind) {
            auto body = body_on_file<drafting::versioned>(one);
            bool const waits =
                !versions.empty() && body.change != drafting::change_class::substantive;
            versions.push_back({static_cast<long long>(versions.size()) + 1, one.seq,
                                std::move(body.draft), body.change, one.counts_on(), waits});
        } else if (one.kind == drafting::change_confirmed::kind) {
            auto const body = body_on_file<drafting::change_confirmed>(one);
            if (body.version >= 1 && body.version <= static_cast<long long>(versions.size())) {
                auto& confirmed = versions[static_cast<std::size_t>(body.version - 1)];
                confirmed.change = body.change;
                confirmed.awaits_reviewer = false;
            }
        }
        for (auto const& [kind, conclusion] : opinions)
            // what was signed before there was a draft is about something else
            if (one.kind == kind && (kind != circulation::given::kind || !versions.empty()))
                found.opinions.push_back({one.seq, one.kind, one.by.name, one.by.unit,
                                          one.counts_on(), static_cast<long long>(versions.size()),
                                          conclusion(one)});
    }
    return found;
}

bool is_opinion_on_draft(std::string_view kind)
{
    return std::any_of(opinions.begin(), opinions.end(),
                       [&](auto const& one) { return one.first == kind; });
}

} // namespace workflows::major_decision
