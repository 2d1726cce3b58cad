#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <map>
#include <set>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

std::string value_words(visit const& v, engine::parameter_value const& value)
{
    if (auto const* flag = std::get_if<bool>(&value))
        return v.words(*flag ? say("是") : say("否"));
    if (std::holds_alternative<std::monostate>(value))
        return v.words(say("不详，暂不执行"));
    if (auto const* list = std::get_if<std::vector<std::string>>(&value)) {
        std::string all;
        for (auto const& one : *list)
            all += (all.empty() ? "" : v.words("words.list_comma")) +
                   v.words.look_up("parameter_word." + one).value_or(one);
        return all;
    }
    return engine::to_text(value);
}

object requirement_view(visit const& v, adapters::law_text::requirement const& one)
{
    auto const chinese = v.words.code() == "zh";
    return {{"id", one.id},
            {"kind", one.kind},
            {"kind_words", one.kind.empty() ? "" : v.words("requirement." + one.kind)},
            {"actor", one.actor},
            {"zh", one.zh},
            {"en", one.en},
            {"words", chinese && !one.zh.empty() ? one.zh : one.en},
            {"citation", chinese ? one.citation_zh : one.citation_en},
            {"href", "/rules/" + percent_encoded(one.id)}};
}

} // namespace

answer show_rules(visit& v)
{
    auto const& book = v.house.with().law.book;
    auto place = v.query("place");
    if (place.empty())
        place = v.house.place_of_unit(v.session->as.unit);
    auto on = v.today();
    if (auto const asked = v.query("on"); !asked.empty()) {
        auto const day = engine::parse_day(asked);
        if (!day)
            return problem(v, 400, "malformed",
                           say("“{1}”不是日期，应为 2024-04-02 的形式。", asked));
        on = *day;
    }
    answer page{.page = "rules"};
    page.view["title"] = v.words(say("规则"));
    page.view["on"] = engine::to_text(on);
    page.view["on_words"] = v.words.date(on);
    page.view["place"] = place;
    array packs;
    std::map<std::string, std::string> titles;
    for (auto const& pack : book.packs()) {
        titles[pack.name] = pack.title;
        packs.push_back({{"name", pack.name},
                         {"pack_title", pack.title},
                         {"parent", pack.parent},
                         {"chosen", pack.name == place}});
    }
    page.view["packs"] = std::move(packs);
    array parameters;
    if (book.knows(place))
        for (auto const& [key, one] : book.in_force(place, on).all())
            parameters.push_back({{"key", key},
                                  {"label", v.words.look_up("parameter." + key).value_or(key)},
                                  {"value", value_words(v, one.value)},
                                  {"rule", rule_view(v, one.rule)},
                                  {"pack", one.pack},
                                  {"pack_title", titles[one.pack]},
                                  {"from", engine::to_text(one.from)},
                                  {"from_words", v.words.date(one.from)},
                                  {"until", one.until ? engine::to_text(*one.until) : ""},
                                  {"until_words", one.until ? v.words.date(*one.until) : ""}});
    page.view["parameters"] = std::move(parameters);
    array regulations;
    auto const chinese = v.words.code() == "zh";
    for (auto const& regulation : v.house.with().requirements.by_regulation()) {
        array requirements;
        for (auto const* one : regulation.requirements)
            requirements.push_back(requirement_view(v, *one));
        regulations.push_back({{"prefix", regulation.prefix},
                               {"title", chinese ? regulation.title_zh : regulation.title_en},
                               {"count", regulation.requirements.size()},
                               {"requirements", std::move(requirements)}});
    }
    page.view["regulations"] = std::move(regulations);
    return page;
}

answer show_rule(visit& v)
{
    auto const* one = v.house.with().requirements.find(v.place("id"));
    if (!one)
        return not_found(v);
    answer page{.page = "rule"};
    page.view = requirement_view(v, *one);
    page.view["title"] = boost::json::value(page.view.at("citation"));
    // Where the procedures ask it: the clauses that cite it.
    array clauses;
    std::set<std::string> seen;
    for (auto const& [name, ignored] : v.house.with().law.shapes)
        for (auto const& row : v.house.sample(name)->table())
            if (row.rule == one->id && row.sort != "follows" && seen.insert(name + row.kind).second)
                clauses.push_back({{"shape", name},
                                   {"kind", row.kind},
                                   {"chapter_words", chapter_words(v.words, row.chapter)},
                                   {"act_words", act_words(v.words, row.kind)}});
    page.view["clauses"] = std::move(clauses);
    return page;
}

} // namespace web::handlers
