#include "workflows/catalogue/items.hpp"

#include "workflows/catalogue/tables.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::catalogue {
namespace items {
namespace {

// clang-format off
struct not_yet  : stage_of_chapter { static constexpr std::string_view name = "not_yet"; };
struct in_force : stage_of_chapter { static constexpr std::string_view name = "in_force"; };
struct finished : stage_of_chapter { static constexpr std::string_view name = "closed"; };
// clang-format on

/// The entry holds, and is the business of whoever enters the act: the units that lead it or help
/// to, and the office.
struct concerns_an_own_entry {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        auto const* one = find_item(q.file, body.item_number);
        if (!one || !one->in_force())
            return refusal{.rule = "JC-54",
                           .reason = say("目录中没有第{1}项，或者已经调出", body.item_number),
                           .remedy = say("请核对事项编号")};
        auto const& details = one->details;
        auto const& helpers = details.co_sponsors;
        if (q.by.role == "office_secretary" || (details.lead && *details.lead == q.by.unit) ||
            std::find(helpers.begin(), helpers.end(), q.by.unit) != helpers.end())
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("第{1}项不是您的单位承办的事项", body.item_number),
                       .remedy = say("请由承办单位或者办公室办理")};
    }
};

struct is_not_completed_yet {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        auto const* one = find_item(q.file, body.item_number);
        if (!one || !one->completion)
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("第{1}项已登记完成（{2}）", body.item_number,
                                     one->completion->body.completed_on),
                       .remedy = say("请核对事项编号")};
    }
};

struct number_is_of_a_decision {
    static verdict check(asked const&, linked const& body)
    {
        if (reads_as_case_number(body.decision_number))
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("“{1}”不是案卷编号", body.decision_number),
                       .remedy = say("请填写决策案卷的编号，例如{1}", "JC2024-0007")};
    }
};

struct something_is_linked {
    static verdict check(asked const& q)
    {
        for (auto const& one : q.file.items)
            if (!one.decisions.empty())
                return {};
        return refusal{.rule = "JC-54",
                       .reason = say("目录中没有关联了决策案卷的事项"),
                       .remedy = say("决策案卷的启动决定自行载明的目录事项，以该决定为准")};
    }
};

/// Only what an act of this catalogue linked is taken back here.
struct is_linked_here {
    static verdict check(asked const& q, unlinked const& body)
    {
        auto const* one = find_item(q.file, body.item_number);
        if (one && std::find(one->decisions.begin(), one->decisions.end(), body.decision_number) !=
                       one->decisions.end())
            return {};
        return refusal{.rule = "JC-54",
                       .reason =
                           say("第{1}项没有关联案卷{2}", body.item_number, body.decision_number),
                       .remedy = say("决策案卷的启动决定自行载明的目录事项，以该决定为准")};
    }
};

struct some_entry_is_open {
    static bool holds(asked const& q)
    {
        return std::any_of(q.file.items.begin(), q.file.items.end(),
                           [](item const& one) { return !one.is_accounted_for(); });
    }
};

struct year_is_past {
    static verdict check(asked const& q)
    {
        if (year_is_over(q.file, q.today))
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("{1}年度尚未终了", q.file.year),
                       .remedy = say("请在年度终了后说明和办结；年内不再办理的，申请调出目录"),
                       .opens_on =
                           day(std::chrono::year(q.file.year + 1) / std::chrono::January / 1)};
    }
};

/// Nothing that holds is left unexplained (JC-54).
struct every_entry_is_accounted_for {
    static verdict check(asked const& q)
    {
        std::vector<engine::text> missing;
        for (auto const& one : q.file.items)
            if (!one.is_accounted_for())
                missing.push_back(say("第{1}项“{2}”", one.number, one.details.item_name));
        if (missing.empty())
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("既未完成也未说明：{1}", major_decision::in_a_row(missing)),
                       .remedy = say("请由承办单位逐项登记完成或者说明原因和进度")};
    }
};

/// Nobody who proposed something to the organ is left without an answer (JC-57). Asked of the act
/// itself: what was sent in is no act, so that no task may hang on it.
struct every_public_proposal_is_answered {
    static verdict check(asked const& q, closed const&)
    {
        auto const received = q.received ? (*q.received)(public_proposals::sent_in_as) : 0;
        auto const open = received - proposals_answered(q.file);
        if (open <= 0)
            return {};
        return refusal{.rule = "JC-57",
                       .reason = say("公众提出的决策事项建议有{1}件尚未答复", open),
                       .remedy = say("请在“公众建议”页逐件办理并答复")};
    }
};

struct no_adjustment_is_under_way {
    static verdict check(asked const& q)
    {
        if (!adjustment_is_under_way(q.file))
            return {};
        return refusal{.rule = "GD21-3.4",
                       .reason = say("还有目录调整没有办结"),
                       .remedy = say("请先决定、公布或者不同意在办的调整申请")};
    }
};

item& item_of(yearly_catalogue& file, long long number, engine::act const& what)
{
    auto& one = file.items.at(static_cast<std::size_t>(number - 1));
    one.history.push_back({what.seq, what.kind, what.counts_on()});
    return one;
}

} // namespace

void enter(yearly_catalogue& file, linked const& body, engine::act const& what)
{
    for (auto& one : file.items)
        std::erase(one.decisions, body.decision_number);
    item_of(file, body.item_number, what).decisions.push_back(body.decision_number);
}
void enter(yearly_catalogue& file, unlinked const& body, engine::act const& what)
{
    std::erase(item_of(file, body.item_number, what).decisions, body.decision_number);
}
void enter(yearly_catalogue& file, completed const& body, engine::act const& what)
{
    item_of(file, body.item_number, what).completion = on_file(body, what);
}
void enter(yearly_catalogue& file, explained const& body, engine::act const& what)
{
    item_of(file, body.item_number, what).explanation = on_file(body, what);
}
void enter(yearly_catalogue& file, closed const& body, engine::act const& what)
{
    file.progress.closing = on_file(body, what);
}

namespace {

struct rules_of_chapter {
    using file = yearly_catalogue;
    static constexpr std::string_view name = "catalogue_items";
    using opening = not_yet;

    // clang-format off
    using text = clauses<
    //       rule       at stage  on act               then      only if
    follows<"R713-3.4", not_yet, approval::published, in_force>,
    follows<"JC-55",    not_yet, call::taken_over,    in_force>,
    option<"JC-54",    in_force, linked,              in_force, admit_if<by<any_department>, concerns_an_own_entry, number_is_of_a_decision>>,
    option<"JC-54",    in_force, unlinked,            in_force, admit_if<by<any_department>, concerns_an_own_entry, something_is_linked, is_linked_here>>,
    option<"JC-54",    in_force, completed,           in_force, admit_if<by<any_department>, concerns_an_own_entry, is_not_completed_yet, has_happened<&completed::completed_on>>>,
    clause<"JC-54",    in_force, explained,           in_force, admit_if<by<unit_behind, office>, year_is_past, concerns_an_own_entry, is_not_completed_yet>, due_if<some_entry_is_open>>,
    clause<"JC-54",    in_force, closed,              finished, admit_if<by<office>, year_is_past, every_entry_is_accounted_for, no_adjustment_is_under_way, every_public_proposal_is_answered>>
    >;
    // clang-format on
};

} // namespace
} // namespace items

std::unique_ptr<engine::chapter<yearly_catalogue>> make_items()
{
    return std::make_unique<engine::msm_chapter<items::rules_of_chapter>>();
}

} // namespace workflows::catalogue
