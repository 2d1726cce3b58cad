#include "workflows/major_decision/named_deputy.hpp"

#include "workflows/major_decision/parties.hpp"

#include <algorithm>
#include <string>

namespace workflows::major_decision::submission {
namespace {

bool holds_seat(dossier const& file, engine::actor const& who)
{
    auto const seats = deputy::seats(file);
    return std::any_of(seats.begin(), seats.end(),
                       [&](engine::seat const& one) { return is_held_by(one, who); });
}

std::vector<engine::actor> seats_of(asked const& q, engine::person_id who)
{
    return q.people ? q.people->seats_of(who, q.today) : std::vector<engine::actor>();
}

verdict may_be_named(asked const& q, std::optional<engine::person_id> who)
{
    if (!who)
        return {};
    auto const seats = seats_of(q, *who);
    auto const found = std::find_if(seats.begin(), seats.end(), [&](engine::actor const& one) {
        return one.represents.value == 0 && holds_seat(q.file, one);
    });
    if (found == seats.end())
        return refusal{.rule = "JC-26",
                       .reason = say("所选人员现在不是分管负责人"),
                       .remedy = say("请选择现任分管负责人，或者不选")};
    return duties_stay_separate(q.file, deputy_approved::kind, *found);
}

/// As the register or the record knows somebody; empty where neither does.
std::string name_of(asked const& q, engine::person_id who)
{
    if (auto const seats = seats_of(q, who); !seats.empty())
        return seats.front().name;
    for (auto const& one : q.file.doings)
        if (one.person == who)
            return one.name;
    return {};
}

} // namespace

verdict deputy_is_in_charge::check(asked const& q, office_passed const& body)
{
    return may_be_named(q, body.deputy);
}

verdict deputy_is_in_charge::check(asked const& q, deputy_changed const& body)
{
    return may_be_named(q, body.deputy);
}

verdict goes_to_another::check(asked const& q, deputy_changed const& body)
{
    auto const& now = q.file.submission.deputy;
    if (body.deputy != now)
        return {};
    return refusal{.rule = "JC-26",
                   .reason = now ? say("本事项已经送请所选的分管负责人审核")
                                 : say("本事项没有指定分管负责人，任何分管负责人都可以审核"),
                   .remedy = now ? say("请另选一人，或者不选") : say("请选择分管负责人")};
}

verdict lies_with_this_deputy::check(asked const& q)
{
    auto const& named = q.file.submission.deputy;
    if (!named || !holds_seat(q.file, q.by) || q.by.stands_for(*named))
        return {};
    auto const receiver = handed_to(q.file, deputy_approved::kind, {q.by.role, q.by.unit});
    if (receiver.value != 0 && q.by.stands_for(receiver))
        return {};
    auto name = name_of(q, *named);
    return refusal{.rule = "JC-26",
                   .reason = name.empty() ? say("政府办公室已将本事项送请另一位分管负责人审核")
                                          : say("政府办公室已将本事项送请{1}审核", std::move(name)),
                   .remedy = say("请由其本人、其代理人办理，或者由其转办；需要改由他人审核的，请"
                                 "政府办公室改送")};
}

} // namespace workflows::major_decision::submission
