#include "workflows/administration/numbering.hpp"

#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/numbering.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/administration_forms.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offered_number.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/read_act.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>

// How papers are numbered: the rules of each organ, what the next paper will be numbered, and the
// act by which a rule is set.

namespace web::handlers {
namespace {

using adapters::soci::numbering_rule;
using boost::json::array;
using boost::json::object;
using engine::say;
using rules = std::vector<numbering_rule>;

enum class standing { in_force, to_come, replaced };

/// In order of unit, act and day: the last one that has begun is in force.
standing standing_of(rules const& all, std::size_t at, engine::day today)
{
    if (all[at].from > today)
        return standing::to_come;
    auto const next = at + 1;
    bool const has_successor = next < all.size() && all[next].unit == all[at].unit &&
                               all[next].kind == all[at].kind && all[next].from <= today;
    return has_successor ? standing::replaced : standing::in_force;
}

std::string standing_words(visit const& v, standing is)
{
    return v.words(is == standing::in_force  ? say("现行")
                   : is == standing::to_come ? say("尚未开始")
                                             : say("已被替代"));
}

object rule_of_numbering(visit const& v, adapters::soci::numbering const& series, rules const& all,
                         std::size_t at)
{
    auto const& one = all[at];
    auto const is = standing_of(all, at, v.today());
    auto const year = engine::year_of(std::max(v.today(), one.from));
    bool const numbers = !one.mark.empty() && is != standing::replaced;
    return {{"unit", one.unit},
            {"unit_name", v.house.unit_name(one.unit)},
            {"kind", one.kind},
            {"act_words", act_words(v.words, one.kind)},
            {"from", engine::to_text(one.from)},
            {"from_words", v.words.date(one.from)},
            {"mark", one.mark},
            {"mark_words", one.mark.empty() ? v.words(say("不编号")) : one.mark},
            {"standing_words", standing_words(v, is)},
            {"in_force", is == standing::in_force},
            {"next", numbers
                         ? number_after_last(series, one, year, fields_of(v.house, "", one.kind))
                         : std::string()}};
}

array organs_with_rules(visit const& v, opened_case const& file)
{
    auto const house = adapters::soci::register_after(file.record.acts);
    auto& record = v.house.with().entry.record;
    adapters::soci::numbering const series(record);
    auto const all = series.rules();
    array organs;
    for (auto const& organ : house.organs) {
        array listed;
        for (std::size_t at = 0; at < all.size(); ++at) {
            auto const* unit = workflows::administration::find_unit(house, all[at].unit);
            if (unit && unit->organ == organ.code)
                listed.push_back(rule_of_numbering(v, series, all, at));
        }
        auto const none = listed.empty();
        organs.push_back(object{{"code", organ.code},
                                {"organ_name", organ.name},
                                {"none", none},
                                {"rules", std::move(listed)}});
    }
    return organs;
}

} // namespace

answer show_numbering(visit& v)
{
    auto const on = administration_case(v);
    if (!on)
        return not_found(v);
    auto const file = open_file(v, *on);
    answer page{.page = "numbering"};
    page.view["title"] = v.words(say("文书字号"));
    page.view["organs"] = organs_with_rules(v, *file);
    page.only_page["forms"] = administration_form(
        v, *file, workflows::administration::settings::numbering_set::kind, "numbering");
    page.only_page["done"] =
        v.query("done").empty() ? "" : v.words(say("已登记，以后签发的文书按新的规则编号。"));
    return page;
}

} // namespace web::handlers
