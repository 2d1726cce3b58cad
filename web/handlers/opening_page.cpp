#include "web/form_view.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/opening_body.hpp"
#include "web/handlers/read_act.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"

// The page of the form that opens a case.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

/// The shapes of which this person may open a case, of the family of `like` where one is named, of
/// the decisions otherwise. Of a sole shape the house has its one case already.
std::vector<engine::procedure_shape const*> openable(visit const& v, std::string_view like)
{
    auto const& law = v.house.with().law;
    auto const family = like.empty() ? std::string_view("major_decision") : engine::family_of(like);
    std::vector<engine::procedure_shape const*> found;
    for (auto const& [name, shape] : law.shapes)
        if (!shape.is_sole && engine::family_of(name) == family &&
            law.entitled.may_act(v.session->as.role, shape.opening_kind, false, false))
            found.push_back(&shape);
    return found;
}

} // namespace

bool may_propose(visit const& v)
{
    return v.house.with().law.entitled.may_ask_for(v.session->as.role, "GET", "/cases/new") &&
           !openable(v, {}).empty();
}

answer show_opening(visit& v)
{
    auto const& shapes = v.house.with().law.shapes;
    typed_form fresh;
    fresh.shape = v.query("shape");
    auto const open_to = openable(v, fresh.shape);
    if (fresh.shape.empty() && open_to.size() == 1)
        fresh.shape = open_to.front()->name;
    if (!fresh.shape.empty() && !shapes.contains(fresh.shape))
        return not_found(v);
    if (!fresh.shape.empty())
        fresh.kind = shapes.find(fresh.shape)->second.opening_kind;
    fresh.part = subject_of_opening(v.asked.query);
    auto const draft =
        v.house.with().desk.find_draft(v.session->who.id, {}, fresh.shape, fresh.kind, fresh.part);
    if (auto const* fields = fields_of(v.house, fresh.shape, fresh.kind)) {
        fresh.body = opening_body(v, fresh.kind, *fields, fresh.part);
        if (draft)
            fresh.body = begun_body(*draft, *fields, fresh.body);
    }
    auto page = opening_page_with(v, fresh);
    if (auto* form = page.only_page["form"].if_object(); form && draft)
        (*form)["draft"] = draft_note(v, *draft);
    return page;
}

answer opening_page_with(visit& v, typed_form const& typed)
{
    answer page{.status = typed.status, .page = "opening"};
    auto const family = engine::family_of(typed.shape);
    put_list(v, typed.shape, page.only_page);
    page.view["title"] = family == "legal_matter"   ? v.words(say("登记法律事务"))
                         : family == "adviser_file" ? v.words(say("登记法律顾问聘任"))
                         : family.empty() || family == "major_decision"
                             ? v.words(say("提出决策事项"))
                             : act_words(v.words, typed.kind);
    array shapes;
    for (auto const* shape : openable(v, typed.shape))
        shapes.push_back({{"shape", shape->name},
                          {"words", v.words("shape." + shape->name)},
                          {"opening_kind", shape->opening_kind},
                          {"act_words", act_words(v.words, shape->opening_kind)},
                          {"chosen", shape->name == typed.shape}});
    page.view["several"] = shapes.size() > 1;
    page.view["shapes"] = std::move(shapes);
    auto const* fields = fields_of(v.house, typed.shape, typed.kind);
    if (typed.shape.empty() || !fields) {
        page.only_page["form"] = false;
        return page;
    }
    auto inputs = form_view(v, typed.kind, *fields, typed.body, said_at_fields(typed),
                            opening_choices(v, typed.kind), demands_at_opening(v, typed, *fields));
    auto as_proposed =
        standing_as_proposed(inputs, typed.body, opening_body(v, typed.kind, *fields, typed.part));
    page.only_page["form"] = object{{"action", "/cases"},
                                    {"keep", "/drafts"},
                                    {"return_to", ""},
                                    {"draft", false},
                                    {"shape", typed.shape},
                                    {"kind", typed.kind},
                                    {"id", "act-" + typed.kind},
                                    {"confirmation", confirmation_of(v, typed.to_confirm)},
                                    {"act_words", act_words(v.words, typed.kind)},
                                    {"about", v.words.look_up("about." + typed.kind).value_or("")},
                                    {"seen", ""},
                                    {"remarks", array()},
                                    {"rules", array()},
                                    {"act_id", typed.act_id.empty() ? random_id() : typed.act_id},
                                    {"part", typed.part},
                                    {"as_proposed", std::move(as_proposed)},
                                    {"inputs", std::move(inputs)}};
    if (!typed.notice.empty() || !typed.refusals.empty() || !typed.faults.empty())
        page.only_page["problem"] = problem_view(v, typed);
    return page;
}

} // namespace web::handlers
