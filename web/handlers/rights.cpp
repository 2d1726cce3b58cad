#include "web/document_link.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/permissions.hpp"

#include <algorithm>
#include <map>

// Who may do what: the table of rights as people read it, by chapter and role, with the answers to
// two questions: who may do this act, and what may this role do.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::chapter_acts;

std::string name_of(visit const& v, engine::role const& one)
{
    return v.words.code() == "zh" ? one.name_zh : one.name_en;
}

/// 不限, 承办, 有关; nothing where the role may not.
array marks_of(visit const& v, std::string const& role, std::string const& kind)
{
    array made;
    for (auto const where : workflows::relations_allowed(v.house.with().law.entitled, role, kind))
        made.push_back(
            object{{"relation", engine::name_of(where)},
                   {"words", v.words("rights.mark." + std::string(engine::name_of(where)))}});
    return made;
}

object role_view(visit const& v, engine::role const& one)
{
    auto const reaches_secret = one.sees_up_to >= engine::confidentiality::secret;
    return {{"code", one.code},
            {"role_name", name_of(v, one)},
            {"purpose", v.words.code() == "zh" ? one.purpose_zh : one.purpose_en},
            {"group", one.group},
            {"level", engine::name_of(one.sees_up_to)},
            {"level_words", level_words(v.words, one.sees_up_to)},
            {"secret_words", reaches_secret ? v.words("choice.secret_reach." +
                                                      std::string(engine::name_of(one.sees_secret)))
                                            : ""}};
}

/// A chapter as a table: an act in each row, in the columns the roles that may do any of them.
object chapter_view(visit const& v, chapter_acts const& of)
{
    std::vector<engine::role const*> roles;
    for (auto const& one : v.house.with().law.entitled.roles())
        if (std::any_of(of.kinds.begin(), of.kinds.end(),
                        [&](auto const& kind) { return !marks_of(v, one.code, kind).empty(); }))
            roles.push_back(&one);
    array columns, acts;
    for (auto const* one : roles)
        columns.push_back(object{{"code", one->code}, {"role_name", name_of(v, *one)}});
    for (auto const& kind : of.kinds) {
        array cells;
        for (auto const* one : roles) {
            auto marks = marks_of(v, one->code, kind);
            auto const blank = marks.empty();
            cells.push_back(object{{"code", one->code},
                                   {"role_name", name_of(v, *one)},
                                   {"marks", std::move(marks)},
                                   {"blank", blank}});
        }
        acts.push_back(object{
            {"kind", kind}, {"act_words", act_words(v.words, kind)}, {"cells", std::move(cells)}});
    }
    return {{"chapter", of.chapter},
            {"title", chapter_words(v.words, of.chapter)},
            {"count", of.kinds.size()},
            {"columns", std::move(columns)},
            {"acts", std::move(acts)}};
}

/// The chapters of one procedure under its name.
array procedures_view(visit const& v, std::vector<chapter_acts> const& all)
{
    array made;
    std::string shape;
    for (auto const& one : all) {
        if (one.shape != shape)
            made.push_back(object{{"title", v.words("shape." + one.shape)}, {"chapters", array()}});
        shape = one.shape;
        made.back().as_object().at("chapters").as_array().push_back(chapter_view(v, one));
    }
    return made;
}

/// Which families of cases each role knows without a part in them (JC-19).
array families_view(visit const& v, std::vector<std::string> const& families)
{
    array rows;
    for (auto const& role : v.house.with().law.entitled.roles()) {
        auto const known = v.house.with().law.entitled.families_of(role.code);
        array cells;
        for (auto const& family : families) {
            auto const* how = known.has(family)             ? "whole"
                              : known.has_when_open(family) ? "open"
                                                            : "part";
            cells.push_back(object{{"family", family},
                                   {"family_words", v.words("family." + family)},
                                   {"knows", how},
                                   {"words", v.words("rights.family." + std::string(how))},
                                   {"blank", false}});
        }
        rows.push_back(object{
            {"code", role.code}, {"role_name", name_of(v, role)}, {"cells", std::move(cells)}});
    }
    return rows;
}

/// Families that the table names, in its order.
std::vector<std::string> families_in(engine::rights const& table)
{
    std::vector<std::string> found;
    for (auto const& row : table.rows())
        if (row.to == engine::sphere::family &&
            std::find(found.begin(), found.end(), row.pattern) == found.end())
            found.push_back(row.pattern);
    return found;
}

/// "GET /cases/{id}*" is looking at what lies under "cases".
struct page_right {
    std::string area;
    bool looks = false;
};

page_right right_of(std::string const& pattern)
{
    auto const slash = std::min(pattern.find('/'), pattern.size());
    auto const area = pattern.substr(std::min(slash + 1, pattern.size()));
    auto name = area.substr(0, area.find_first_of("/*"));
    return {name.empty() ? "home" : name, pattern.starts_with("GET ")};
}

/// The pages that a role may ask for, by what they are about.
array pages_of(visit const& v, std::string const& role)
{
    struct found_area {
        bool looks = false;
        bool sends = false;
        array patterns;
    };
    std::map<std::string, found_area> areas;
    for (auto const& row : v.house.with().law.entitled.rows()) {
        auto const mine = std::any_of(row.roles.begin(), row.roles.end(),
                                      [&](auto const& one) { return one == "*" || one == role; });
        if (row.to != engine::sphere::page || !mine)
            continue;
        auto const right = right_of(row.pattern);
        auto& area = areas[right.area];
        (right.looks ? area.looks : area.sends) = true;
        area.patterns.push_back(boost::json::string(row.pattern));
    }
    array made;
    for (auto& [name, area] : areas) {
        auto const* how = !area.sends ? "look" : area.looks ? "both" : "send";
        made.push_back(object{{"area", name},
                              {"area_words", v.words("rights.area." + name)},
                              {"how_words", v.words("rights.page." + std::string(how))},
                              {"patterns", std::move(area.patterns)}});
    }
    return made;
}

/// Who may do an act, and who may not.
object answer_about_act(visit const& v, std::string const& kind)
{
    array may;
    std::string others;
    for (auto const& one : v.house.with().law.entitled.roles()) {
        auto marks = marks_of(v, one.code, kind);
        if (marks.empty())
            others += (others.empty() ? "" : v.words("words.list_comma")) + name_of(v, one);
        else
            may.push_back(object{{"code", one.code},
                                 {"role_name", name_of(v, one)},
                                 {"href", "/administration/rights?role=" + one.code},
                                 {"marks", std::move(marks)}});
    }
    return {{"kind", kind},
            {"act_words", act_words(v.words, kind)},
            {"nobody", may.empty()},
            {"may", std::move(may)},
            {"others", others}};
}

/// What a role may do, chapter by chapter, and which pages it may ask for.
object answer_about_role(visit const& v, engine::role const& role,
                         std::vector<chapter_acts> const& all)
{
    auto made = role_view(v, role);
    array chapters;
    for (auto const& one : all) {
        array acts;
        for (auto const& kind : one.kinds)
            if (auto marks = marks_of(v, role.code, kind); !marks.empty())
                acts.push_back(object{{"kind", kind},
                                      {"act_words", act_words(v.words, kind)},
                                      {"href", "/administration/rights?act=" + kind},
                                      {"marks", std::move(marks)}});
        if (!acts.empty())
            chapters.push_back(
                object{{"title", chapter_words(v.words, one.chapter)}, {"acts", std::move(acts)}});
    }
    made["changes_nothing"] = chapters.empty();
    made["chapters"] = std::move(chapters);
    made["pages"] = pages_of(v, role.code);
    return made;
}

/// What is chosen from: the acts by chapter, and the roles.
void offer_questions(visit const& v, std::vector<chapter_acts> const& all, answer& page)
{
    array chapters, roles;
    for (auto const& one : all) {
        array acts;
        for (auto const& kind : one.kinds)
            acts.push_back(object{{"kind", kind},
                                  {"act_words", act_words(v.words, kind)},
                                  {"selected", v.query("act") == kind}});
        chapters.push_back(
            object{{"title", chapter_words(v.words, one.chapter)}, {"acts", std::move(acts)}});
    }
    for (auto const& one : v.house.with().law.entitled.roles())
        roles.push_back(object{{"code", one.code},
                               {"role_name", name_of(v, one)},
                               {"selected", v.query("role") == one.code}});
    page.only_page["choices"] = std::move(chapters);
    page.only_page["role_choices"] = std::move(roles);
}

bool is_act(std::vector<chapter_acts> const& all, std::string const& kind)
{
    return std::any_of(all.begin(), all.end(), [&](chapter_acts const& one) {
        return std::find(one.kinds.begin(), one.kinds.end(), kind) != one.kinds.end();
    });
}

} // namespace

answer show_rights(visit& v)
{
    auto const& law = v.house.with().law;
    auto const all = workflows::acts_by_chapter(law.shapes);
    auto const act = v.query("act");
    auto const role = v.query("role");
    auto const* asked_role = law.entitled.find(role);
    if ((!act.empty() && !is_act(all, act)) || (!role.empty() && !asked_role))
        return not_found(v);
    answer page{.page = "rights"};
    page.view["title"] = v.words(say("岗位和权限"));
    array roles;
    for (auto const& one : law.entitled.roles())
        roles.push_back(role_view(v, one));
    page.view["roles"] = std::move(roles);
    if (!act.empty())
        page.view["about_act"] = answer_about_act(v, act);
    if (asked_role)
        page.view["about_role"] = answer_about_role(v, *asked_role, all);
    page.view["procedures"] = procedures_view(v, all);
    auto const families = families_in(law.entitled);
    array names;
    for (auto const& one : families)
        names.push_back(object{{"family", one}, {"family_words", v.words("family." + one)}});
    page.view["families"] = std::move(names);
    page.view["known_families"] = families_view(v, families);
    page.only_page["is_asked"] = !act.empty() || asked_role;
    offer_questions(v, all, page);
    return page;
}

} // namespace web::handlers
