#include "web/handlers/words_on_file.hpp"

#include "web/handlers/last_body.hpp"
#include "web/handlers/participation_groundwork.hpp"
#include "web/office.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/publication.hpp"
#include "workflows/major_decision/risk.hpp"
#include "workflows/major_decision/sponsor_review.hpp"
#include "workflows/major_decision/submission.hpp"

#include <map>
#include <set>
#include <vector>

namespace web::handlers {
namespace {

using boost::json::object;
using engine::say;
using workflows::body_on_file;
namespace law = workflows::major_decision;

engine::text level_of_risk(law::risk::risk_level one)
{
    return say("choice.risk_level." + std::string(engine::name_of(one)));
}

std::string units_so_far(visit const& v, opened_case const& file)
{
    using law::consultation::unit_stance;
    std::set<std::string> asked;
    std::map<std::string, unit_stance> said;
    for (auto const& one : file.record.acts) {
        if (one.kind == law::consultation::asked::kind)
            for (auto const& unit : body_on_file<law::consultation::asked>(one).units)
                asked.insert(unit);
        if (one.kind == law::consultation::answered::kind)
            said[one.by.unit] = body_on_file<law::consultation::answered>(one).stance;
    }
    if (asked.empty())
        return {};
    auto const count = [&](unit_stance stance) {
        long long found = 0;
        for (auto const& [unit, one] : said)
            found += one == stance ? 1 : 0;
        return found;
    };
    return v.words(say("征求{1}个单位的意见，同意{2}个、同意并有修改意见{3}个、不同意{4}个。",
                       static_cast<long long>(asked.size()), count(unit_stance::agrees),
                       count(unit_stance::agrees_with_comments), count(unit_stance::disagrees)));
}

std::string experts_so_far(visit const& v, opened_case const& file)
{
    using law::participation::adoption;
    std::set<std::string> heard;
    for (auto const& one : file.record.acts)
        if (one.kind == law::experts::opined::kind)
            for (auto const& said : body_on_file<law::experts::opined>(one).opinions)
                heard.insert(said.name);
    if (heard.empty())
        return {};
    auto told =
        v.words(say("听取{1}位专家（机构）的论证意见。", static_cast<long long>(heard.size())));
    if (auto const report = last_body<law::experts::reported>(file)) {
        std::map<adoption, long long> count;
        for (auto const& one : report->responses)
            ++count[one.outcome];
        told +=
            v.words(say("论证意见采纳{1}条、部分采纳{2}条、未采纳{3}条。", count[adoption::adopted],
                        count[adoption::partly_adopted], count[adoption::not_adopted]));
    }
    return told;
}

/// How the steps before the review of legality went, in the order of the law.
std::string procedure_so_far(visit const& v, opened_case const& file)
{
    auto told = units_so_far(v, file) + participation_so_far(v, file);
    auto const hearing = last_body<law::hearing::decided>(file);
    if (hearing && !hearing->hold)
        told += v.words(say("决定不举行听证会。"));
    told += experts_so_far(v, file);
    if (auto const risk = last_body<law::risk::reported>(file))
        told += v.words(say("风险评估的结论为{1}。", level_of_risk(risk->level)));
    if (auto const opinion = last_body<law::sponsor_review::legal_opinion_given>(file))
        told += v.words(
            say("承办单位内部合法性审查意见：{1}。",
                say("choice.sponsor_outcome." + std::string(engine::name_of(opinion->outcome)))));
    auto const discussion = last_body<law::sponsor_review::discussed>(file);
    if (discussion && discussion->passed)
        told += v.words(say("{1}经承办单位集体讨论通过。", discussion->met_on));
    return told;
}

/// Each point of the experts and what became of it.
std::string advice_of_experts(visit const& v, opened_case const& file)
{
    std::string told;
    if (auto const report = last_body<law::experts::reported>(file))
        for (auto const& one : report->responses) {
            told += (told.empty() ? "" : "\n") + one.point + v.words("words.colon") +
                    v.words("choice.adoption." + std::string(engine::name_of(one.outcome)));
            if (one.reason)
                told += v.words("words.semicolon") + *one.reason;
        }
    return told;
}

object bringing_words(visit const& v, opened_case const& file)
{
    return {{"public_opinions_adopted", participation_so_far(v, file)},
            {"expert_opinions_adopted", advice_of_experts(v, file)}};
}

/// As it was submitted for the decision.
object adoption_as_submitted(opened_case const& file)
{
    auto const submitted = last_body<law::submission::filed>(file);
    std::string told;
    if (submitted)
        for (auto const* one :
             {&submitted->public_opinions_adopted, &submitted->expert_opinions_adopted})
            if (*one)
                told += (told.empty() ? "" : "\n") + std::string(**one);
    return {{"adoption_statement", told}};
}

object report_on_risks(visit const& v, opened_case const& file)
{
    std::string heard, points, measures;
    auto const add = [](std::string& to, std::string const& line) {
        to += (to.empty() ? "" : "\n") + line;
    };
    for (auto const& one : file.record.acts)
        if (one.kind == law::risk::opinions_heard::kind)
            for (auto const& said : body_on_file<law::risk::opinions_heard>(one).opinions)
                add(heard, said.from + v.words("words.colon") + said.words);
    if (auto const analysed = last_body<law::risk::analysed>(file))
        for (auto const& one : analysed->points) {
            add(points, one.point + v.words("words.colon") + v.words(level_of_risk(one.level)));
            add(measures, one.point + v.words("words.colon") + one.measure);
        }
    auto const plan = last_body<law::risk::planned>(file);
    return {{"methods_and_basis", plan ? std::string(plan->methods) : std::string()},
            {"opinions_and_adoption", heard},
            {"possible_risks", points},
            {"prevention_and_response", measures}};
}

} // namespace

object words_on_file(visit const& v, opened_case const& file, std::string_view kind)
{
    object told;
    if (kind == law::participation::concluded::kind)
        told = object{{"summary", participation_so_far(v, file)}};
    if (kind == law::legality_review::filed::kind)
        told = object{{"procedure_account", procedure_so_far(v, file)}};
    if (kind == law::submission::filed::kind)
        told = bringing_words(v, file);
    if (kind == law::publication::published::kind)
        told = adoption_as_submitted(file);
    if (kind == law::risk::reported::kind)
        told = report_on_risks(v, file);
    object made;
    for (auto const& one : told)
        if (!one.value().as_string().empty())
            made[one.key()] = one.value();
    return made;
}

} // namespace web::handlers
