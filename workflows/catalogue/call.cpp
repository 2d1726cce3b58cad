#include "workflows/catalogue/call.hpp"

#include "workflows/catalogue/tables.hpp"

#include <algorithm>
#include <set>

namespace workflows::catalogue {
namespace call {
namespace {

// clang-format off
struct unopened  : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct is_set_up : stage_of_chapter { static constexpr std::string_view name = "set_up"; };
struct calling   : stage_of_chapter { static constexpr std::string_view name = "calling"; };
struct over      : stage_of_chapter { static constexpr std::string_view name = "over"; };
struct elsewhere : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

constexpr int first_year = 2000;

/// Catalogues from before there were such decisions are no catalogues.
struct year_is_near {
    static verdict check(asked const& q, set_up const& body)
    {
        auto const last = last_year_to_set_up(q.today);
        if (body.year >= first_year && body.year <= last)
            return {};
        return refusal{.rule = "JC-51",
                       .reason = say("年度{1}不在{2}至{3}之间", body.year, first_year, last),
                       .remedy = say("请核对年度")};
    }
};

struct units_are_called {
    static verdict check(asked const&, issued const& body)
    {
        std::set<std::string> const different(body.units.begin(), body.units.end());
        if (!different.empty() && different.size() == body.units.size())
            return {};
        return refusal{.rule = "GD21-10.1",
                       .reason = different.empty() ? say("没有写明向哪些单位征集")
                                                   : say("征集的单位重复填写"),
                       .remedy = say("请逐一选择需要申报的单位")};
    }
};

/// The units have time to answer, and an extension is one.
struct deadline_lies_ahead {
    static verdict check(asked const& q, issued const& body) { return ahead(q, body.deadline); }
    static verdict check(asked const& q, extended const& body)
    {
        auto found = ahead(q, body.deadline);
        if (auto const before = deadline_of(q.file); before && body.deadline <= *before)
            found +=
                refusal{.rule = "GD21-10.1",
                        .reason = say("延长后的期限{1}不晚于现在的期限{2}", body.deadline, *before),
                        .remedy = say("请填写更晚的日期")};
        return found;
    }

private:
    static verdict ahead(asked const& q, day deadline)
    {
        if (deadline > q.today)
            return {};
        return refusal{.rule = "GD21-10.1",
                       .reason = say("申报期限{1}没有给单位留出时间", deadline),
                       .remedy = say("请填写今天以后的日期")};
    }
};

/// After the deadline only the office still enters a proposal, or extends the call.
struct comes_in_time {
    static verdict check(asked const& q)
    {
        auto const deadline = deadline_of(q.file);
        if (q.by.role == "office_secretary" || !deadline || q.today <= *deadline)
            return {};
        return refusal{.rule = "JC-52",
                       .reason = say("申报期限{1}已过", *deadline),
                       .remedy = say("请商办公室延长征集期限，或者由办公室代为登记")};
    }
};

/// A unit's proposal comes on its stamped form.
struct form_is_stamped {
    static verdict check(asked const& q, proposed const& body)
    {
        if (body.stamped_form || q.by.role == "office_secretary")
            return {};
        return refusal{.rule = "JC-52",
                       .reason = say("没有附盖章的建议项目表"),
                       .remedy = say("请上传本单位盖章的建议项目表")};
    }
};

struct unit_is_its_own {
    static verdict check(asked const& q, proposed const& body)
    {
        return is_of_own_unit(q, body.lead);
    }
};

struct entry_is_complete {
    static verdict check(asked const& q, proposed const& body)
    {
        auto found = states_what_is_asked(q, body);
        found += times_are_readable(q, body);
        return found;
    }
};

/// A matter is of one of the five types, said by whoever proposes it (R713-3.1).
struct type_is_named {
    static verdict check(asked const&, proposed const& body)
    {
        if (body.matter)
            return {};
        return refusal{.rule = "R713-3.1",
                       .reason = say("没有写明事项属于五类重大行政决策事项中的哪一类"),
                       .remedy = say("请选择事项类型")};
    }
};

/// Null while nobody has proposed a matter of that name, or it was withdrawn.
proposal const* standing_proposal(yearly_catalogue const& file, std::string const& name)
{
    for (auto const& one : file.call.proposals)
        if (one.withdrawn_because.empty() && one.body.item_name == name)
            return &one;
    return nullptr;
}

verdict already_proposed(proposal const& by)
{
    return refusal{.rule = "JC-52",
                   .reason = say("“{1}”已由{2}申报（第{3}号）", by.body.item_name,
                                 engine::unit_by_code(by.unit), by.number),
                   .remedy = say("请与该单位商定由谁牵头，或者改写事项名称")};
}

/// Each matter of the list is one that a unit could propose (JC-52, R713-3.1).
struct every_proposal_is_whole {
    static verdict check(asked const& q, list_entered const& body)
    {
        verdict found;
        if (body.proposals.empty())
            found += refusal{.rule = "JC-52",
                             .reason = say("申报表没有事项"),
                             .remedy = say("请至少填写一个事项")};
        std::set<std::string> names;
        for (auto const& one : body.proposals) {
            if (!names.insert(one.item_name).second)
                found += refusal{.rule = "JC-52",
                                 .reason = say("事项“{1}”重复", one.item_name),
                                 .remedy = say("每个事项只填写一次")};
            found += is_whole(q, one);
        }
        return found;
    }

private:
    static verdict is_whole(asked const& q, listed_proposal const& one)
    {
        auto found = states_what_is_asked(q, one);
        found += times_are_readable(q, one);
        if (!one.lead)
            found += refusal{.rule = "JC-52",
                             .reason = say("“{1}”没有写明牵头单位", one.item_name),
                             .remedy = say("请补齐牵头单位")};
        if (!one.matter)
            found += refusal{.rule = "R713-3.1",
                             .reason = say("“{1}”没有写明事项类型", one.item_name),
                             .remedy = say("请选择事项类型")};
        if (auto const* before = standing_proposal(q.file, one.item_name))
            found += already_proposed(*before);
        return found;
    }
};

struct is_not_proposed_yet {
    static verdict check(asked const& q, proposed const& body)
    {
        auto const* before = standing_proposal(q.file, body.item_name);
        return before ? already_proposed(*before) : verdict();
    }
};

struct goes_on_from_an_earlier_year {
    static verdict check(asked const& q, proposed const& body)
    {
        if (!body.carries_over ||
            (body.carries_over->year < q.file.year && body.carries_over->item > 0))
            return {};
        return refusal{.rule = "JC-54",
                       .reason = say("结转的事项须来自以前年度的目录"),
                       .remedy = say("请填写原目录的年度和事项编号")};
    }
};

/// There is something to withdraw: the unit's own, or, for the office, anybody's (JC-52).
struct something_was_proposed {
    static verdict check(asked const& q)
    {
        auto const& all = q.file.call.proposals;
        auto const is_theirs = [&](proposal const& one) {
            return one.withdrawn_because.empty() &&
                   (q.by.role.empty() || q.by.role == "office_secretary" || one.unit == q.by.unit);
        };
        if (std::any_of(all.begin(), all.end(), is_theirs))
            return {};
        return refusal{.rule = "JC-52",
                       .reason = say("没有可以撤回的申报"),
                       .remedy = say("申报之后才能撤回，各单位只能撤回本单位的申报")};
    }
};

struct proposal_may_be_withdrawn {
    static verdict check(asked const& q, withdrawn const& body)
    {
        auto const* one = find_proposal(q.file, body.proposal);
        if (!one || !one->withdrawn_because.empty())
            return refusal{.rule = "JC-52",
                           .reason = say("没有第{1}号申报，或者已经撤回", body.proposal),
                           .remedy = say("请核对申报编号")};
        if (q.by.role == "office_secretary" || one->unit == q.by.unit)
            return {};
        return refusal{
            .rule = "JC-52",
            .reason = say("第{1}号申报是{2}提出的", body.proposal, engine::unit_by_code(one->unit)),
            .remedy = say("请由该单位撤回")};
    }
};

/// To have nothing to propose is an answer as well, which is given knowingly (GD21-10.1).
struct nil_report_is_known {
    static verdict check(asked const& q, answered const&)
    {
        if (has_proposed(q.file, q.by.unit))
            return {};
        return advice{"GD21-10.1",
                      say("本单位没有申报任何事项，提交后按零申报登记，即本单位本年度没有需要列入"
                          "目录的事项")};
    }
};

/// The call ends when its days are over or everybody has answered.
struct call_has_run {
    static verdict check(asked const& q)
    {
        auto const deadline = deadline_of(q.file);
        if (!deadline || q.today > *deadline || units_awaited(q.file).empty())
            return {};
        auto const awaited = units_awaited(q.file);
        return refusal{.rule = "GD21-10.1",
                       .reason =
                           say("申报期限{1}未满，还有{2}个单位没有答复", *deadline, awaited.size()),
                       .remedy = say("请待期满，或者催请这些单位答复"),
                       .opens_on = *deadline + std::chrono::days(1)};
    }
};

/// What was decided on what came in is not unsettled by more coming in.
struct organ_has_not_adopted {
    static verdict check(asked const& q)
    {
        if (!q.file.approval.meeting)
            return {};
        return refusal{.rule = "R713-3.4",
                       .reason = say("目录已经决策机关审议，不再补充申报"),
                       .remedy = say("公布以后请办理目录调整")};
    }
};

/// A catalogue that is taken over has entries with names of their own and times that can be read,
/// and is none that has yet to be made.
struct is_a_whole_catalogue {
    static verdict check(asked const& q, taken_over const& body)
    {
        verdict found;
        if (body.items.empty())
            found += refusal{.rule = "JC-55",
                             .reason = say("补录的目录没有事项"),
                             .remedy = say("请至少填写一个事项")};
        std::set<std::string> names;
        for (auto const& one : body.items) {
            if (!names.insert(one.item_name).second)
                found += refusal{.rule = "JC-55",
                                 .reason = say("事项“{1}”重复", one.item_name),
                                 .remedy = say("每个事项只填写一次")};
            found += times_are_readable(q, one);
        }
        return found;
    }
};

/// Lawful to keep as it was, but worth a word.
struct consent_is_known {
    static verdict check(asked const&, taken_over const& body)
    {
        if (body.consented_on)
            return {};
        return advice{"R713-3.4", say("补录的目录没有载明同级党委何时同意公布")};
    }
};

} // namespace

void enter(yearly_catalogue& file, set_up const& body, engine::act const& what)
{
    file.year = static_cast<int>(body.year);
    file.office = what.by.unit;
    file.call.setting_up = on_file(body, what);
}
void enter(yearly_catalogue& file, issued const& body, engine::act const& what)
{
    file.call.notice = on_file(body, what);
}
void enter(yearly_catalogue& file, extended const& body, engine::act const& what)
{
    file.call.extensions.push_back(on_file(body, what));
    file.call.closing.reset();
    file.screening.last.reset();
}
void enter(yearly_catalogue& file, proposed const& body, engine::act const& what)
{
    auto const number = static_cast<long long>(file.call.proposals.size()) + 1;
    file.call.proposals.push_back(
        {number, body, what.by.unit, what.counts_on(), what.seq, std::string()});
}
void enter(yearly_catalogue& file, list_entered const& body, engine::act const& what)
{
    for (auto const& one : body.proposals) {
        proposed made;
        static_cast<item_details&>(made) = one;
        auto const number = static_cast<long long>(file.call.proposals.size()) + 1;
        std::string unit = what.by.unit;
        if (one.proposed_by)
            unit = *one.proposed_by;
        else if (one.lead)
            unit = *one.lead;
        file.call.proposals.push_back({number, std::move(made), std::move(unit), what.counts_on(),
                                       what.seq, std::string(), true});
    }
}
void enter(yearly_catalogue& file, withdrawn const& body, engine::act const&)
{
    if (find_proposal(file, body.proposal))
        file.call.proposals[static_cast<std::size_t>(body.proposal - 1)].withdrawn_because =
            body.reason;
}
void enter(yearly_catalogue& file, answered const& body, engine::act const& what)
{
    file.call.answers.push_back(on_file(body, what));
}
void enter(yearly_catalogue& file, closed const& body, engine::act const& what)
{
    file.call.closing = on_file(body, what);
}
void enter(yearly_catalogue& file, taken_over const& body, engine::act const& what)
{
    file.call.taking_over = on_file(body, what);
    for (auto const& details : body.items) {
        item one;
        one.number = static_cast<long long>(file.items.size()) + 1;
        one.details = details;
        one.taken_over = true;
        one.history.push_back({what.seq, what.kind, what.counts_on()});
        file.items.push_back(std::move(one));
    }
}

namespace {

struct rules_of_chapter {
    using file = yearly_catalogue;
    static constexpr std::string_view name = "catalogue_call";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule          at stage   on act      then       only if
    clause<"R713-3.4",   unopened,  set_up,     is_set_up, admit_if<by<office>, year_is_near>>,
    clause<"GD21-10.1",  is_set_up, issued,     calling,   admit_if<by<office>, units_are_called, deadline_lies_ahead>>,
    option<"JC-55",      is_set_up, taken_over, elsewhere, admit_if<by<office>, is_a_whole_catalogue, numbers_a_new_paper<&taken_over::document_number>, has_happened<&taken_over::consented_on>, has_happened<&taken_over::published_on>, consent_is_known>>,

    option<"GD21-10.1",  calling,   proposed,   calling,   admit_if<by<any_department>, comes_in_time, unit_is_its_own, form_is_stamped, type_is_named, entry_is_complete, is_not_proposed_yet, goes_on_from_an_earlier_year>>,
    option<"GD21-10.1",  over,      proposed,   over,      admit_if<by<office>, organ_has_not_adopted, unit_is_its_own, form_is_stamped, type_is_named, entry_is_complete, is_not_proposed_yet, goes_on_from_an_earlier_year>>,
    option<"JC-52",      calling,   list_entered, calling, admit_if<by<office>, every_proposal_is_whole>>,
    option<"JC-52",      over,      list_entered, over,  admit_if<by<office>, organ_has_not_adopted, every_proposal_is_whole>>,
    option<"JC-52",      calling,   withdrawn,  calling,   admit_if<by<any_department>, something_was_proposed, proposal_may_be_withdrawn>>,
    option<"JC-52",      over,      withdrawn,  over,      admit_if<by<any_department>, organ_has_not_adopted, something_was_proposed, proposal_may_be_withdrawn>>,
    clause<"GD21-10.1",  calling,   answered,   calling,   admit_if<by<called_unit>, nil_report_is_known>>,

    option<"GD21-10.1",  calling,   extended,   calling,   admit_if<by<office>, deadline_lies_ahead>>,
    option<"GD21-10.1",  over,      extended,   calling,   admit_if<by<office>, organ_has_not_adopted, deadline_lies_ahead>>,
    clause<"GD21-10.1",  calling,   closed,     over,      admit_if<by<office>, call_has_run>>
    >;
    // clang-format on
};

} // namespace
} // namespace call

std::unique_ptr<engine::chapter<yearly_catalogue>> make_call()
{
    return std::make_unique<engine::msm_chapter<call::rules_of_chapter>>();
}

} // namespace workflows::catalogue
