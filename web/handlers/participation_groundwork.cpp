#include "web/handlers/participation_groundwork.hpp"

#include "web/handlers/begun_feedback.hpp"
#include "web/handlers/last_body.hpp"
#include "web/handlers/opinions.hpp"
#include "web/office.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/risk.hpp"
#include "workflows/major_decision/sponsor_review.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::body_on_file;
namespace law = workflows::major_decision;
namespace taking_part = law::participation;

template <class Body, class Take>
void each_act(opened_case const& file, Take take)
{
    for (auto const& one : file.record.acts)
        if (one.kind == Body::kind)
            take(one, body_on_file<Body>(one));
}

/// The units that the assessment names and that nobody has asked.
object asking_units(opened_case const& file)
{
    auto const touches = last_body<law::drafting::assessed>(file);
    if (!touches)
        return {};
    std::set<std::string> left_out;
    if (auto const started = last_body<law::intake::start_decided>(file)) {
        left_out.insert(started->lead);
        left_out.insert(started->sponsors.begin(), started->sponsors.end());
    }
    each_act<law::consultation::asked>(file, [&](engine::act const&, auto const& body) {
        left_out.insert(body.units.begin(), body.units.end());
    });
    array units;
    for (auto const& unit : touches->units_concerned)
        if (left_out.insert(unit).second)
            units.emplace_back(unit);
    return {{"units", std::move(units)}};
}

/// The unit with whose objection nobody has dealt yet, where there is one alone; where nobody
/// objected, the one whose comments are open.
object settling(opened_case const& file)
{
    using law::consultation::unit_stance;
    std::map<std::string, unit_stance> open;
    for (auto const& one : file.record.acts) {
        if (one.kind == law::consultation::answered::kind)
            open[one.by.unit] = body_on_file<law::consultation::answered>(one).stance;
        else if (one.kind == law::consultation::settled::kind)
            open.erase(body_on_file<law::consultation::settled>(one).with_unit);
    }
    for (auto const stance : {unit_stance::disagrees, unit_stance::agrees_with_comments}) {
        std::vector<std::string> units;
        for (auto const& [unit, said] : open)
            if (said == stance)
                units.push_back(unit);
        if (!units.empty())
            return units.size() == 1 ? object{{"with_unit", units.front()}} : object();
    }
    return {};
}

/// From today to the earliest lawful end, where whoever published last can be
/// asked.
object publishing(visit const& v, opened_case const& file)
{
    auto const& with = v.house.with().law;
    auto const& here = with.book.in_force(file.file().summary().place, file.on);
    auto const before = last_body<taking_part::published>(file);
    object made{
        {"opens_on", engine::to_text(v.today())},
        {"closes_on", engine::to_text(law::shortest_window(v.today(), here, with.days).due)}};
    if (before) // the house knows no telephone of theirs: who publishes first writes it
        made["contact"] = before->contact;
    return made;
}

/// A row for each opinion on file that has no decision, which is left to be chosen.
object deciding(opened_case const& file)
{
    constexpr std::size_t most_rows = 50;
    array rows;
    for (auto const& number : opinions_in(file.record.acts).opinions.undecided())
        if (rows.size() < most_rows)
            rows.push_back(object{{"number", number}});
    return {{"decisions", std::move(rows)}};
}

/// The words that stand ready on the page of the opinions, once something is decided.
object telling(visit const& v, opened_case const& file)
{
    auto const known = opinions_in(file.record.acts);
    return known.opinions.decided() == 0 ? object()
                                         : object{{"words", proposed_feedback(v, known)}};
}

/// A row for each of the experts who were chosen last and have neither spoken nor left.
object experts_to_hear(opened_case const& file)
{
    std::vector<std::string> names;
    for (auto const& one : file.record.acts) {
        if (one.kind == law::experts::selected::kind) {
            auto const chosen = body_on_file<law::experts::selected>(one);
            names.clear();
            for (auto const& expert : chosen.experts)
                names.push_back(expert.name);
            if (chosen.institution)
                names.push_back(*chosen.institution);
        } else if (one.kind == law::experts::opined::kind) {
            for (auto const& said : body_on_file<law::experts::opined>(one).opinions)
                std::erase(names, said.name);
        } else if (one.kind == law::experts::expert_excluded::kind)
            std::erase(names, body_on_file<law::experts::expert_excluded>(one).name);
    }
    array rows;
    for (auto const& name : names)
        rows.push_back(object{{"name", name}});
    return {{"opinions", std::move(rows)}};
}

/// Of experts who are asked in writing there is no day of a meeting: the day is that of the entry.
object hearing_experts(visit const& v, opened_case const& file)
{
    auto body = experts_to_hear(file);
    auto const chosen = last_body<law::experts::selected>(file);
    if (chosen && chosen->form != law::experts::argument_form::meeting)
        body["held_on"] = engine::to_text(v.today());
    return body;
}

/// A row for the first whose word is wanted still.
object hearing_on_risks(visit const& v, opened_case const& file)
{
    for (auto const& one : law::risk_parties_to_hear(file.file(), circumstances_of(v, file)))
        if (one.heard == 0)
            return {{"opinions", array{object{{"kind", engine::name_of(one.of)}}}}};
    return {};
}

} // namespace

object body_while_hearing(visit const& v, opened_case const& file, std::string_view kind)
{
    if (kind == law::consultation::asked::kind)
        return asking_units(file);
    if (kind == law::consultation::settled::kind)
        return settling(file);
    if (kind == taking_part::published::kind)
        return publishing(v, file);
    if (kind == taking_part::opinions_decided::kind)
        return deciding(file);
    if (kind == taking_part::feedback_given::kind)
        return telling(v, file);
    if (kind == law::experts::opined::kind)
        return hearing_experts(v, file);
    if (kind == law::risk::opinions_heard::kind)
        return hearing_on_risks(v, file);
    if (kind == law::sponsor_review::discussed::kind)
        return {{"present", array{"", ""}}}; // fewer are no collective discussion (GD21-31.2)
    return {};
}

std::string participation_so_far(visit const& v, opened_case const& file)
{
    std::string told;
    auto const tell = [&](engine::text const& words) { told += v.words(words); };
    each_act<taking_part::published>(file, [&](engine::act const&, auto const& body) {
        tell(say("{1}至{2}公开征求意见。", body.opens_on, body.closes_on));
    });
    each_act<taking_part::activity_held>(file, [&](engine::act const&, auto const& body) {
        auto const form =
            v.words("choice.participation_form." + std::string(engine::name_of(body.form)));
        auto const people = static_cast<long long>(body.attendees.size());
        tell(people == 0 ? say("{1}开展{2}。", body.held_on, form)
                         : say("{1}开展{2}，{3}人参加。", body.held_on, form, people));
    });
    each_act<law::hearing::held>(file, [&](engine::act const&, auto const& body) {
        tell(say("{1}举行听证会，{2}人到会。", body.held_on,
                 static_cast<long long>(body.present.size())));
    });
    auto const known = opinions_in(file.record.acts);
    if (known.opinions.counted() > 0) {
        auto const count = counts_by_outcome(known);
        tell(say("共收到意见{1}条（重复的只计一次），采纳{2}条、部分采纳{3}条、未采纳{4}条。",
                 known.opinions.counted(), count.adopted, count.partly, count.not_adopted));
    }
    each_act<taking_part::feedback_given>(file, [&](engine::act const&, auto const& body) {
        tell(say("{1}以{2}方式向公众反馈。", body.given_on,
                 v.words("choice.feedback_way." + std::string(engine::name_of(body.way)))));
    });
    return told;
}

} // namespace web::handlers
