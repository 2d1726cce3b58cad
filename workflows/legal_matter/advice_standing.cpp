#include "engine/case_procedure.hpp"
#include "workflows/legal_matter/dossier.hpp"

#include <algorithm>
#include <iterator>

namespace workflows::legal_matter {
namespace {

template <class Body>
entered<Body> const* last_of_round(std::vector<entered<Body>> const& all, long long round)
{
    return !all.empty() && all.back().round == round ? &all.back() : nullptr;
}

} // namespace

advice::letter_issued const* letter_of_round(dossier const& file)
{
    auto const* last = last_of_round(file.advice.letters, current_round(file));
    return last ? &last->body : nullptr;
}

advice::contract_reviewed const* contract_review_of_round(dossier const& file)
{
    auto const* last = last_of_round(file.advice.contract_reviews, current_round(file));
    return last ? &last->body : nullptr;
}

bool is_opined(dossier const& file)
{
    return last_of_round(file.advice.opinions, current_round(file)) != nullptr;
}

bool is_answered(dossier const& file)
{
    return last_of_round(file.advice.answers, current_round(file)) != nullptr;
}

std::vector<entered<advice::opined>> opinions_of_round(engine::procedure const& of)
{
    std::vector<entered<advice::opined>> found;
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    if (!known)
        return found;
    auto const& file = known->file();
    auto const& all = file.advice.opinions;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](auto const& one) { return one.round == current_round(file); });
    return found;
}

std::vector<std::string> silent_counsels(dossier const& file)
{
    std::vector<std::string> silent;
    for (auto const& one : counsels_of(file)) {
        auto const is_theirs = [&](auto const& opinion) {
            return opinion.round == current_round(file) && opinion.by.role == "legal_adviser" &&
                   (opinion.by.name == one.counsel || opinion.by.on_behalf_of == one.counsel);
        };
        auto const& all = file.advice.opinions;
        if (std::none_of(all.begin(), all.end(), is_theirs))
            silent.push_back(one.counsel);
    }
    return silent;
}

bool opinion_is_owed_by(dossier const& file, std::string_view kind, engine::seat const& from)
{
    return kind != advice::opined::kind || from.role == "legal_adviser" || !is_opined(file);
}

std::vector<engine::news> told_of_advice(dossier const& file, engine::act const& what)
{
    bool const goes_out = what.kind == advice::letter_issued::kind ||
                          (what.kind == advice::answered::kind && !letter_of_round(file));
    if (!goes_out || silent_counsels(file).empty())
        return {};
    return {{"advice", "news.counsel_awaited_no_more", {"legal_adviser", ""}, {}}};
}

} // namespace workflows::legal_matter
