#include "workflows/catalogue/adjustment.hpp"

#include "workflows/catalogue/tables.hpp"

#include <algorithm>
#include <map>

namespace workflows::catalogue {
namespace adjustment {
namespace {

// clang-format off
struct not_yet  : stage_of_chapter { static constexpr std::string_view name = "not_yet"; };
struct in_force : stage_of_chapter { static constexpr std::string_view name = "in_force"; };
// clang-format on

/// What is added or changed is said in full; what is dropped or changed is named by its number.
struct change_is_complete {
    static verdict check(asked const& q, requested const& body)
    {
        verdict found;
        bool const names_item = body.change != item_change::added;
        if (names_item) {
            auto const* one = body.item_number ? find_item(q.file, *body.item_number) : nullptr;
            if (!one || !one->in_force())
                found += refusal{.rule = "GD21-3.4",
                                 .reason = say("没有写明调整目录中的哪一项"),
                                 .remedy = say("请选择目录中现有的事项")};
        }
        if (body.change != item_change::dropped && !body.new_entry)
            found += refusal{.rule = "GD21-3.4",
                             .reason = say("没有写明调整后的事项内容"),
                             .remedy = say("请填写事项的名称和其他内容")};
        if (body.change == item_change::dropped && body.new_entry)
            found += refusal{.rule = "GD21-3.4",
                             .reason = say("调出的事项不需要新的内容"),
                             .remedy = say("请清空新的内容，或者改选变更")};
        return found;
    }
};

/// One request at a time for an entry, so that none overtakes another, and none for what is done.
struct item_is_free {
    static verdict check(asked const& q, requested const& body)
    {
        if (!body.item_number)
            return {};
        auto const* entry = find_item(q.file, *body.item_number);
        if (entry && entry->completion)
            return refusal{.rule = "GD21-3.4",
                           .reason = say("第{1}项已经完成，不再调整", *body.item_number),
                           .remedy = say("请核对事项序号")};
        for (auto const& one : q.file.adjustment.requests)
            if (one.body.item_number == body.item_number && one.state != request_state::declined &&
                one.state != request_state::in_force)
                return refusal{
                    .rule = "GD21-3.4",
                    .reason = say("第{1}项已有第{2}号调整申请在办", *body.item_number, one.number),
                    .remedy = say("请待该申请办结")};
        return {};
    }
};

/// A department asks for what it leads: the entry as it stands, or as it is to stand.
struct unit_is_its_own {
    static verdict check(asked const& q, requested const& body)
    {
        auto const* one = body.item_number ? find_item(q.file, *body.item_number) : nullptr;
        if (one && body.change != item_change::added)
            return is_of_own_unit(q, one->details.lead);
        return body.new_entry ? is_of_own_unit(q, body.new_entry->lead) : verdict();
    }
};

struct new_entry_is_complete {
    static verdict check(asked const& q, requested const& body)
    {
        if (!body.new_entry)
            return {};
        auto found = states_what_is_asked(q, *body.new_entry);
        found += times_are_readable(q, *body.new_entry);
        auto const* before = body.item_number ? find_item(q.file, *body.item_number) : nullptr;
        bool const keeps_name = body.change == item_change::changed && before &&
                                before->details.item_name == body.new_entry->item_name;
        if (!keeps_name && has_item_named(q.file, body.new_entry->item_name))
            found += refusal{.rule = "GD21-3.4",
                             .reason = say("目录中已有“{1}”", body.new_entry->item_name),
                             .remedy = say("请改写事项名称，或者申请变更原事项")};
        return found;
    }
};

struct requests_wait {
    static verdict check(asked const& q)
    {
        if (any_request_is(q.file, request_state::waiting))
            return {};
        return refusal{.rule = "GD21-3.4",
                       .reason = say("没有等待决定的调整申请"),
                       .remedy = say("请先由单位或者办公室提出调整申请")};
    }
};

/// The organ judges requests that wait, each once, and says why it declines one.
struct requests_are_judged {
    static verdict check(asked const& q, decided const& body)
    {
        verdict found;
        if (body.judged.empty())
            found += refusal{.rule = "GD21-3.4",
                             .reason = say("没有写明对哪些调整申请作出决定"),
                             .remedy = say("请逐项填写申请编号和决定")};
        std::map<long long, int> times;
        for (auto const& one : body.judged) {
            auto const* wish = find_request(q.file, one.request);
            if (!wish || wish->state != request_state::waiting || ++times[one.request] > 1)
                found += refusal{.rule = "GD21-3.4",
                                 .reason = say("第{1}号调整申请不在等待决定之列", one.request),
                                 .remedy = say("请核对申请编号，每号只填一次")};
            else if (wish->on > body.met_on)
                found += refusal{
                    .rule = "GD21-3.4",
                    .reason = say("会议日期{1}早于第{2}号申请提出之日", body.met_on, one.request),
                    .remedy = say("请核对日期")};
            if (!one.granted && !one.reason)
                found += refusal{.rule = "GD21-3.4",
                                 .reason = say("不同意第{1}号调整申请，没有说明理由", one.request),
                                 .remedy = say("请填写理由")};
        }
        return found;
    }
};

/// The committee is asked about what the organ granted (R713-3.4).
struct grants_wait {
    static verdict check(asked const& q)
    {
        if (any_request_is(q.file, request_state::granted))
            return {};
        return refusal{.rule = "R713-3.4",
                       .reason = say("没有经决策机关同意、等待党委答复的调整"),
                       .remedy = say("请先由决策机关决定调整申请")};
    }
};

struct comes_after_the_meeting {
    static verdict check(asked const& q, consent_answered const& body)
    {
        auto const& meeting = q.file.adjustment.last_meeting;
        return meeting ? answered_after_meeting(meeting->body.met_on, body.answered_on) : verdict();
    }
};

/// No adjustment is published without the committee's consent (R713-3.4).
struct consent_is_there {
    static verdict check(asked const& q)
    {
        if (any_request_is(q.file, request_state::consented))
            return {};
        return refusal{.rule = "R713-3.4",
                       .reason = say("没有经同级党委同意、等待公布的调整"),
                       .remedy = say("请先报同级党委同意，再公布调整")};
    }
};

struct consent_came_before {
    static verdict check(asked const& q, published const& body)
    {
        for (auto const& one : q.file.adjustment.requests)
            if (one.state == request_state::consented && one.consented_on > body.published_on)
                return published_before_consent(body.published_on);
        return {};
    }
};

void apply(yearly_catalogue& file, request const& one, engine::act const& what)
{
    auto& count = file.adjustment.last_change;
    item_event const event{what.seq, what.kind, what.counts_on()};
    if (one.body.change == item_change::added) {
        item fresh;
        fresh.number = static_cast<long long>(file.items.size()) + 1;
        fresh.details = *one.body.new_entry;
        fresh.by_adjustment = true;
        fresh.history = {{one.seq, std::string(requested::kind), one.on}, event};
        file.items.push_back(std::move(fresh));
        ++count.added;
        return;
    }
    auto& changed = file.items[static_cast<std::size_t>(*one.body.item_number - 1)];
    changed.history.push_back({one.seq, std::string(requested::kind), one.on});
    changed.history.push_back(event);
    if (one.body.change == item_change::dropped) {
        changed.dropped = true;
        ++count.dropped;
    } else {
        changed.details = *one.body.new_entry;
        ++count.changed;
    }
}

} // namespace

void enter(yearly_catalogue& file, requested const& body, engine::act const& what)
{
    auto const number = static_cast<long long>(file.adjustment.requests.size()) + 1;
    file.adjustment.requests.push_back({.number = number,
                                        .body = body,
                                        .unit = what.by.unit,
                                        .on = what.counts_on(),
                                        .seq = what.seq,
                                        .declined_because = {},
                                        .consented_on = {}});
}
void enter(yearly_catalogue& file, decided const& body, engine::act const& what)
{
    file.adjustment.last_meeting = on_file(body, what);
    for (auto const& one : body.judged) {
        auto& wish = file.adjustment.requests.at(static_cast<std::size_t>(one.request - 1));
        wish.state = one.granted ? request_state::granted : request_state::declined;
        if (!one.granted)
            wish.declined_because = one.reason.value_or(prose());
    }
}
void enter(yearly_catalogue& file, consent_answered const& body, engine::act const& what)
{
    file.adjustment.last_consent = on_file(body, what);
    for (auto& one : file.adjustment.requests)
        if (one.state == request_state::granted) {
            one.state =
                is_consent(body.answer) ? request_state::consented : request_state::declined;
            one.consented_on = body.answered_on;
            if (one.state == request_state::declined)
                one.declined_because = body.remarks.value_or(prose());
        }
}
void enter(yearly_catalogue& file, published const& body, engine::act const& what)
{
    file.adjustment.publications.push_back(on_file(body, what));
    file.adjustment.last_change = {};
    for (auto& one : file.adjustment.requests)
        if (one.state == request_state::consented) {
            one.state = request_state::in_force;
            apply(file, one, what);
        }
}

namespace {

struct rules_of_chapter {
    using file = yearly_catalogue;
    static constexpr std::string_view name = "catalogue_adjustment";
    using opening = not_yet;

    // clang-format off
    using text = clauses<
    //       rule       at stage  on act               then      only if
    follows<"R713-3.4", not_yet, approval::published, in_force>,
    follows<"JC-55",    not_yet, call::taken_over,    in_force>,
    option<"GD21-3.4", in_force, requested,           in_force, admit_if<by<any_department>, change_is_complete, item_is_free, unit_is_its_own, new_entry_is_complete>>,
    clause<"GD21-3.4", in_force, decided,             in_force, admit_if<by<office>, requests_wait, has_happened<&decided::met_on>, requests_are_judged>, due_if<requests_wait>>,
    clause<"R713-3.4", in_force, consent_answered,    in_force, admit_if<by<office>, grants_wait, has_happened<&consent_answered::answered_on>, comes_after_the_meeting>, due_if<grants_wait>>,
    clause<"R713-3.4", in_force, published,           in_force, admit_if<by<office>, consent_is_there, numbers_a_new_paper<&published::document_number>, has_happened<&published::published_on>, consent_came_before>, due_if<consent_is_there>>
    >;
    // clang-format on
};

} // namespace
} // namespace adjustment

std::unique_ptr<engine::chapter<yearly_catalogue>> make_adjustment()
{
    return std::make_unique<engine::msm_chapter<adjustment::rules_of_chapter>>();
}

} // namespace workflows::catalogue
