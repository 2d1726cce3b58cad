#include "workflows/major_decision/sides_to_hear.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

using engine::say;
using participation::attendee_kind;
using to_hear = side_to_hear::who;

long long count_heard(dossier const& file, std::initializer_list<attendee_kind> kinds)
{
    auto const covers = [&](long long version) {
        return still_covers(file, version, drafting::repeatable_step::participation);
    };
    auto const count_in = [&](auto const& people) {
        return std::count_if(people.begin(), people.end(), [&](auto const& one) {
            return std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end();
        });
    };
    long long count = 0;
    for (auto const& activity : file.participation.activities)
        if (covers(activity.draft))
            count += count_in(activity.body.attendees);
    for (auto const& recorded : file.participation.recorded)
        if (covers(recorded.draft))
            count += count_in(recorded.body.opinions);
    return count;
}

dossier const* dossier_of(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? &known->file() : nullptr;
}

} // namespace

std::vector<side_to_hear> sides_to_hear(dossier const& file, engine::rules const& law)
{
    std::vector<side_to_hear> all;
    auto const& touches = file.drafting.touches;
    if (!touches)
        return all;
    if (!touches->body.special_groups.empty())
        all.push_back({to_hear::special_groups, "R713-14.3",
                       count_heard(file, {attendee_kind::people_organisation,
                                          attendee_kind::social_organisation,
                                          attendee_kind::group_representative})});
    if (touches->body.business_related && law.flag(business_hearing_required)) {
        auto const rule = law.rule_of(business_hearing_required, "GD21-15.3");
        all.push_back({to_hear::enterprises, rule, count_heard(file, {attendee_kind::enterprise})});
        all.push_back({to_hear::trade_associations, rule,
                       count_heard(file, {attendee_kind::trade_association})});
    }
    return all;
}

std::vector<side_to_hear> sides_to_hear(engine::procedure const& of,
                                        engine::circumstances const& now)
{
    auto const* file = dossier_of(of);
    return file ? sides_to_hear(*file, now.book.in_force(of.summary().place, now.today))
                : std::vector<side_to_hear>();
}

engine::text special_groups_of(dossier const& file)
{
    std::vector<engine::text> groups;
    if (auto const& touches = file.drafting.touches)
        for (auto const group : touches->body.special_groups)
            groups.push_back(say("choice.special_group." + std::string(engine::name_of(group))));
    return in_a_row(groups);
}

engine::text words_of(side_to_hear const& one, engine::procedure const& of)
{
    if (one.of == to_hear::enterprises)
        return say("choice.attendee_kind.enterprise");
    if (one.of == to_hear::trade_associations)
        return say("choice.attendee_kind.trade_association");
    auto const* file = dossier_of(of);
    return say("{1}的人民团体、社会组织或者群众代表",
               file ? special_groups_of(*file) : engine::text());
}

} // namespace workflows::major_decision
