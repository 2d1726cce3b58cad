#include "web/handlers/awaited_proposals.hpp"

#include "adapters/soci/catalogue_board.hpp"
#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/asked_box.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/public_proposal.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/proposal_name.hpp"

namespace web::handlers {
namespace {

using engine::say;
using workflows::major_decision::intake::proposed;
namespace catalogue = workflows::catalogue;
namespace proposals = workflows::catalogue::public_proposals;
namespace soci = adapters::soci;

bool waits_for(proposals::account const& so_far, engine::task const& task)
{
    if (task.kind == proposals::handed_over::kind)
        return so_far.is_given_back();
    if (task.kind == proposals::answered::kind)
        return so_far.awaits_answer();
    return task.kind == proposals::studied::kind && so_far.is_being_studied() &&
           so_far.handing->body.unit == task.unit;
}

std::string title_of(visit const& v, engine::case_id on, long long number)
{
    auto const kept = soci::comment_shelf(*v.records).find(on, number);
    return kept ? kept->title : std::string();
}

/// Whether this is the unit whose turn it is, and nobody of it goes first.
bool takes_up_for_own_unit(visit const& v)
{
    return v.house.with().law.entitled.may_act(v.actor(), proposed::kind, nullptr) &&
           done_first_by(v, v.session->as).empty();
}

} // namespace

engine::text words_of_proposal(awaited_proposal const& one)
{
    return say("公众建议第{1}号：{2}", one.number, one.title);
}

std::string page_of_proposal(awaited_proposal const& one)
{
    return "/cases/" + std::to_string(one.catalogue.value) +
           "/proposals?number=" + std::to_string(one.number);
}

std::vector<awaited_proposal> awaited_proposals(visit const& v, engine::case_id on,
                                                engine::task const& task)
{
    std::vector<awaited_proposal> made;
    if (task.chapter != "public_proposals")
        return made;
    auto const file = open_file(v, on);
    auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
    if (!content)
        return made;
    for (auto const& [number, so_far] : content->public_proposals.handled)
        if (waits_for(so_far, task))
            made.push_back({on, number, title_of(v, on, number)});
    return made;
}

bool may_be_taken_up(proposals::account const& so_far)
{
    return so_far.awaits_answer() &&
           so_far.study->body.view == proposals::study_view::worth_deciding;
}

std::string opening_of_proposal(visit const& v, engine::case_id on, long long number)
{
    auto const& own = v.house.with().law;
    if (!own.entitled.may_act(v.session->as.role, proposed::kind, true, true))
        return {};
    std::string newest;
    for (auto const& [name, shape] : own.shapes)
        if (shape.opening_kind == proposed::kind)
            newest = name;
    auto const named = std::to_string(on.value) + "-" + std::to_string(number);
    return "/cases/new?" + to_query({{"shape", newest}, {"proposal", named}});
}

std::vector<awaited_proposal> proposals_to_take_up(visit const& v)
{
    std::vector<awaited_proposal> made;
    if (!takes_up_for_own_unit(v))
        return made;
    auto const since = engine::year_of(v.today()) - 1;
    soci::comment_shelf shelf(*v.records);
    for (auto const& one : soci::catalogue_board(*v.records).catalogues()) {
        if (one.year < since || shelf.count(one.id, {.purpose = soci::purpose::proposal}) == 0)
            continue;
        auto const file = open_file(v, one.id);
        auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
        if (!content)
            continue;
        for (auto const& [number, so_far] : content->public_proposals.handled) {
            if (!may_be_taken_up(so_far) || so_far.handing->body.unit != v.session->as.unit)
                continue;
            auto const name = workflows::to_text({file->line().number, number});
            if (decisions_of_proposal(v, name).empty())
                made.push_back({one.id, number, title_of(v, one.id, number)});
        }
    }
    return made;
}

} // namespace web::handlers
