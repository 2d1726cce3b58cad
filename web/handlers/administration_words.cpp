#include "web/handlers/administration_words.hpp"

#include "web/form_view.hpp"
#include "web/office.hpp"
#include "workflows/body_on_file.hpp"

#include <algorithm>
#include <sstream>

namespace web::handlers {
namespace {

namespace administration = workflows::administration;
using boost::json::array;
using boost::json::object;
using engine::say;

/// So much of a SHA-256 tells two files apart for the eye; the view has all of it.
constexpr std::size_t shown_digits = 12;

std::string joined(array const& values)
{
    std::string all;
    for (auto const& one : values) {
        auto const* words = one.as_object().if_contains("words");
        if (words && words->is_string())
            all += (all.empty() ? "" : "、") + std::string(words->get_string());
    }
    return all;
}

std::string reference_of(array const& values)
{
    for (auto const& one : values)
        if (auto const* href = one.as_object().if_contains("href");
            href && href->is_string() && !href->get_string().empty())
            return "/administration" + std::string(href->get_string());
    return {};
}

} // namespace

std::string administration_words::role(std::string const& code) const
{
    return v_.words("role." + code);
}

std::string administration_words::organ(std::string const& code) const
{
    auto const* one = administration::find_organ(house_, code);
    return one ? one->name : code;
}

std::string administration_words::unit(std::string const& code) const
{
    auto const* one = administration::find_unit(house_, code);
    return one ? one->name : code;
}

std::string administration_words::rule_pack(std::string const& name) const
{
    for (auto const& one : v_.house.with().law.book.packs())
        if (one.name == name)
            return one.title;
    return name;
}

std::string administration_words::person(std::string const& login) const
{
    auto const* one = administration::find_person(house_, login);
    return one ? v_.words(say("{1}（{2}）", one->name, login)) : login;
}

std::string administration_words::person_at_posts(std::string const& login, engine::day on) const
{
    std::string posts;
    for (auto const& one : house_.appointments)
        if (one.login == login && one.holds_on(on) && !one.is_substitution())
            posts += (posts.empty() ? " · " : v_.words("words.list_comma")) + unit(one.unit) + " " +
                     role(one.role);
    return person(login) + posts;
}

std::string administration_words::appointment(long long number) const
{
    auto const* one = administration::find_appointment(house_, number);
    if (!one)
        return std::to_string(number);
    auto const* who = administration::find_person(house_, one->login);
    auto const name = who ? who->name : one->login;
    auto const* replaced = administration::find_person(house_, one->in_place_of);
    auto const both = replaced ? v_.words(say("{1}（代{2}）", name, replaced->name)) : name;
    return both + " · " + unit(one->unit) + " " + role(one->role);
}

std::string administration_words::part(administration::settings::setting of,
                                       administration::settings::part const& one) const
{
    if (of != administration::settings::setting::numbering)
        return one.part_name + " · SHA-256 " + one.sha256.substr(0, shown_digits) + "…";
    // unit, act, first day, mark: what the numbering says itself
    std::istringstream words(one.part_name);
    std::string of_unit, kind, from, mark;
    words >> of_unit >> kind >> from;
    std::getline(words >> std::ws, mark);
    return unit(of_unit) + " · " + act_words(v_.words, kind) + " · " + from + " · " + mark;
}

std::string administration_words::value(std::string_view field, boost::json::value const& given,
                                        std::string const& otherwise) const
{
    auto const text = given.is_string() ? std::string(given.get_string()) : std::string();
    if (field == "login" || field == "successor" || field == "substitute")
        return person(text);
    if (field == "appointed_role")
        return role(text);
    if (field == "numbered_act")
        return act_words(v_.words, text);
    if (field == "organ" || field == "parent_organ")
        return organ(text);
    if (field == "rule_place" || field == "new_rule_place")
        return rule_pack(text);
    if ((field == "appointment" || field == "substitution") && given.is_int64())
        return appointment(given.get_int64());
    return otherwise;
}

object administration_words::act(opened_case const& file, engine::act const& what) const
{
    auto made = act_view(v_, file, what, true);
    array rows;
    for (auto const& one : made.at("rows").as_array()) {
        auto const& row = one.as_object();
        std::string const field(row.at("name").as_string());
        auto const& values = row.at("values").as_array();
        if (field == "parts") {
            using administration::settings::came_into_force;
            auto const body = workflows::body_on_file<came_into_force>(what);
            for (auto const& of : body.parts)
                rows.push_back({{"label", row.at("label")},
                                {"words", part(body.setting_is, of)},
                                {"href", ""}});
            continue;
        }
        auto const& given = what.body.at(field);
        rows.push_back({{"label", row.at("label")},
                        {"words", value(field, given, joined(values))},
                        {"href", reference_of(values)}});
    }
    // What a list of the latest acts has room for.
    std::string brief;
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 2); ++i)
        brief += (i ? " · " : "") + std::string(rows[i].at("words").as_string());
    made["brief"] = brief;
    made["told"] = std::move(rows);
    made["href"] = "";
    if (what.by.person.value == 0)
        made["by_words"] = v_.words(say("服务器命令行（{1}）", what.by.name));
    return made;
}

} // namespace web::handlers
