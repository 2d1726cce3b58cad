#include "workflows/catalogue/conditions.hpp"

#include "workflows/catalogue/planned_time.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::catalogue {

verdict times_are_readable(asked const& q, item_details const& details)
{
    verdict found;
    for (auto const* words :
         {&details.planned_start, &details.planned_consultation, &details.planned_meeting})
        if (*words && !read_planned_time(**words, q.file.year))
            found +=
                refusal{.rule = "JC-56",
                        .reason = say("看不懂“{1}”的计划时间“{2}”", details.item_name, **words),
                        .remedy = say("请写到月或者季度，例如{1}", "2024年5月、第二季度")};
    return found;
}

verdict states_what_is_asked(asked const& q, item_details const& details)
{
    std::vector<engine::text> missing;
    auto const demand = [&](char const* what, bool given, char const* field) {
        auto const asked_for = q.law.list(major_decision::catalogue_fields);
        if (!given && std::find(asked_for.begin(), asked_for.end(), what) != asked_for.end())
            missing.push_back(say(field));
    };
    demand("unit", details.lead.has_value(), "field.lead");
    demand("planned_time", details.planned_meeting.has_value(), "field.planned_meeting");
    demand("legal_basis", details.legal_basis.has_value(), "field.legal_basis");
    demand("steps", !details.steps.empty(), "field.required_steps");
    if (missing.empty())
        return {};
    return refusal{.rule = q.law.rule_of(major_decision::catalogue_fields, "R713-3.4"),
                   .reason =
                       say("“{1}”缺少：{2}", details.item_name, major_decision::in_a_row(missing)),
                   .remedy = say("请补齐本地规则要求目录载明的内容")};
}

verdict is_of_own_unit(asked const& q, std::optional<unit_ref> const& lead)
{
    if (q.by.role == "office_secretary" || (lead && *lead == q.by.unit))
        return {};
    return refusal{.rule = "JC-52",
                   .reason =
                       lead ? say("牵头单位是{1}，不是您的单位", *lead) : say("没有写明牵头单位"),
                   .remedy = say("请由牵头单位办理，或者由办公室代为登记")};
}

verdict answered_after_meeting(day met_on, day answered_on)
{
    if (met_on <= answered_on)
        return {};
    return refusal{.rule = "R713-3.4",
                   .reason = say("党委答复日期{1}早于决策机关审定之日{2}", answered_on, met_on),
                   .remedy = say("请核对日期")};
}

refusal published_before_consent(day published_on)
{
    return {.rule = "R713-3.4",
            .reason = say("公布日期{1}早于同级党委同意之日", published_on),
            .remedy = say("目录须经同级党委同意后公布；请核对日期")};
}

bool reads_as_case_number(std::string_view number)
{
    auto const is_plain = std::all_of(number.begin(), number.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    return is_plain && number.find('-') != std::string_view::npos;
}

} // namespace workflows::catalogue
