#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

using consultation::unit_stance;

bool names(consultation::asked const& request, std::string const& unit)
{
    return std::find(request.units.begin(), request.units.end(), unit) != request.units.end();
}

entered<consultation::asked> const* last_request(dossier const& file, std::string const& unit)
{
    entered<consultation::asked> const* last = nullptr;
    for (auto const& request : file.consultation.requests)
        if (names(request.body, unit))
            last = &request;
    return last;
}

/// The answer to the last request that named the unit: each round asks anew.
entered<consultation::answered> const* last_answer(dossier const& file, std::string const& unit)
{
    auto const* request = last_request(file, unit);
    if (!request)
        return nullptr;
    for (auto const& answer : file.consultation.answers)
        if (answer.unit == unit && answer.seq > request->seq)
            return &answer;
    return nullptr;
}

entered<consultation::settled> const* last_talk(dossier const& file, std::string const& unit,
                                                long long after)
{
    entered<consultation::settled> const* last = nullptr;
    for (auto const& talk : file.consultation.settlements)
        if (talk.body.with_unit == unit && talk.seq > after)
            last = &talk;
    return last;
}

void add_once(std::vector<std::string>& list, std::string const& unit)
{
    if (std::find(list.begin(), list.end(), unit) == list.end())
        list.push_back(unit);
}

std::vector<std::string> units_asked(dossier const& file)
{
    std::vector<std::string> units;
    for (auto const& request : file.consultation.requests)
        for (auto const& unit : request.body.units)
            add_once(units, unit);
    return units;
}

} // namespace

consultation::answered const* answer_of(dossier const& file, std::string const& unit)
{
    auto const* answer = last_answer(file, unit);
    return answer ? &answer->body : nullptr;
}

std::vector<std::string> units_unheard(dossier const& file)
{
    auto units = units_asked(file);
    if (file.drafting.touches)
        for (auto const& unit : file.drafting.touches->body.units_concerned)
            if (!is_sponsor(file, unit))
                add_once(units, unit);
    std::erase_if(units, [&](auto const& unit) { return last_answer(file, unit) != nullptr; });
    return units;
}

std::vector<std::string> units_unasked(dossier const& file)
{
    auto units = units_unheard(file);
    std::erase_if(units, [&](auto const& unit) { return last_request(file, unit) != nullptr; });
    return units;
}

units_taken_up taken_up_since(dossier const& file, long long act)
{
    units_taken_up found;
    for (auto const& unit : units_asked(file)) {
        auto const* talk = last_talk(file, unit, act);
        if (!talk || !talk->body.adoption ||
            talk->body.adoption == participation::adoption::not_adopted)
            continue;
        found.units.push_back(unit);
        found.last = std::max(found.last, talk->seq);
    }
    return found;
}

std::vector<std::string> units_in_disagreement(dossier const& file)
{
    std::vector<std::string> units;
    for (auto const& unit : units_asked(file)) {
        auto const* answer = last_answer(file, unit);
        if (!answer)
            continue;
        auto const* talk = last_talk(file, unit, answer->seq);
        bool const disagrees =
            talk ? !talk->body.agreed : answer->body.stance == unit_stance::disagrees;
        if (disagrees)
            units.push_back(unit);
    }
    return units;
}

std::vector<std::string> units_to_talk_with(dossier const& file)
{
    auto units = units_in_disagreement(file);
    auto const& talks = file.consultation.settlements;
    std::erase_if(units, [&](auto const& unit) {
        return std::any_of(talks.begin(), talks.end(),
                           [&](auto const& talk) { return talk.body.with_unit == unit; });
    });
    return units;
}

std::vector<std::string> units_with_open_comments(dossier const& file)
{
    std::vector<std::string> units;
    for (auto const& answer : file.consultation.answers) {
        auto const* request = last_request(file, answer.unit);
        bool const is_asked_anew = request && request->seq > answer.seq;
        if (answer.body.stance == unit_stance::agrees_with_comments && !is_asked_anew &&
            !last_talk(file, answer.unit, answer.seq))
            add_once(units, answer.unit);
    }
    return units;
}

std::optional<engine::text> comments_unsettled(dossier const& file)
{
    auto const units = units_with_open_comments(file);
    if (units.empty())
        return {};
    return engine::say("{1}的修改意见尚未登记协商结果", units_in_a_row(units));
}

bool consultation_done(dossier const& file)
{
    auto const& facts = file.consultation;
    return facts.conclusion &&
           facts.conclusion->seq >
               asked_to_complete(file, legality_review::statutory_step::consultation) &&
           units_unheard(file).empty() &&
           (facts.disagreement || units_in_disagreement(file).empty());
}

std::vector<engine::limit_terms> consultation_terms(dossier const& file)
{
    std::vector<engine::limit_terms> all;
    for (auto const& unit : units_asked(file)) {
        auto const* request = last_request(file, unit);
        auto const* answer = last_answer(file, unit);
        if (answer || file.consultation.conclusion)
            continue;
        all.push_back({.name = "consultation",
                       .rule = "R713-13.1",
                       .begins = request->on,
                       .days = (request->body.answer_by - request->on).count(),
                       .binds = {consultation::answered::kind},
                       .unit_bound = unit,
                       .ends_as_written = true});
    }
    return all;
}

} // namespace workflows::major_decision
