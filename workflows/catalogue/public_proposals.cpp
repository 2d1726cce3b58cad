#include "workflows/catalogue/public_proposals.hpp"

#include "workflows/catalogue/tables.hpp"

#include <algorithm>

namespace workflows::catalogue {
namespace public_proposals {
namespace {

// clang-format off
struct not_yet : stage_of_chapter { static constexpr std::string_view name = "not_yet"; };
struct open    : stage_that_goes_on { static constexpr std::string_view name = "open"; };
struct settled : stage_of_chapter { static constexpr std::string_view name = "closed"; };
// clang-format on

long long received(asked const& q)
{
    return q.received ? (*q.received)(sent_in_as) : 0;
}

/// What acts name came in, whatever the record is asked: no task hangs on what was sent in.
struct something_came_in {
    static verdict check(asked const& q)
    {
        if (!q.file.public_proposals.handled.empty() || received(q) > 0)
            return {};
        return refusal{.rule = "R713-10.4",
                       .reason = say("还没有收到公众提出的决策事项建议"),
                       .remedy = say("公众在“提出决策建议”页面提交后办理")};
    }
};

struct it_came_in {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        if (body.proposal_number >= 1 && body.proposal_number <= received(q))
            return {};
        return refusal{.rule = "R713-10.4",
                       .reason = say("没有收到第{1}号公众建议", body.proposal_number),
                       .remedy = say("请核对建议编号")};
    }
};

struct it_is_not_answered {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        auto const so_far = account_of_proposal(q.file, body.proposal_number);
        if (!so_far.answer)
            return {};
        return refusal{
            .rule = "JC-57",
            .reason = say("第{1}号公众建议已于{2}答复", body.proposal_number, so_far.answer->on),
            .remedy = say("需要改变答复的，请重新答复")};
    }
};

/// The unit that was asked reports, and no other.
struct it_was_handed_to_own_unit {
    static verdict check(asked const& q, studied const& body)
    {
        auto const so_far = account_of_proposal(q.file, body.proposal_number);
        if (so_far.handing && so_far.handing->body.unit == q.by.unit)
            return {};
        return refusal{.rule = "R713-10.4",
                       .reason = say("第{1}号公众建议没有交您的单位研究", body.proposal_number),
                       .remedy = say("请由研究单位办理")};
    }
};

/// A study comes before a no, whatever it is; what proposes no decision of this organ needs none.
struct it_was_studied {
    static verdict check(asked const& q, answered const& body)
    {
        if (body.answer != proposal_answer::not_taken_up ||
            account_of_proposal(q.file, body.proposal_number).is_studied())
            return {};
        return refusal{.rule = "R713-10.4",
                       .reason =
                           say("第{1}号公众建议还没有经有关单位研究论证", body.proposal_number),
                       .remedy = say("请先交有关单位研究，待其报告研究意见")};
    }
};

/// Whoever proposed can see what became of it and why.
struct answer_is_whole {
    static verdict check(asked const&, answered const& body)
    {
        if (body.answer != proposal_answer::case_opened) {
            if (body.reason)
                return {};
            return refusal{.rule = "JC-57",
                           .reason = say("没有说明理由"),
                           .remedy = say("请填写理由，建议人凭回执编号可以查到")};
        }
        auto const& number = body.decision_number;
        if (number && reads_as_case_number(*number))
            return {};
        // Apart from each other, so that no form takes the choice for one that is always refused.
        return refusal{.rule = "JC-57",
                       .reason = number ? say("“{1}”不是案卷编号", *number)
                                        : say("没有写明由建议设立的决策案卷"),
                       .remedy = say("请填写决策案卷的编号，例如{1}", "JC2024-0007")};
    }
};

struct some_study_is_awaited {
    static bool holds(asked const& q)
    {
        auto const& all = q.file.public_proposals.handled;
        return std::any_of(all.begin(), all.end(),
                           [](auto const& one) { return one.second.is_being_studied(); });
    }
};

struct some_study_is_reported {
    static bool holds(asked const& q)
    {
        auto const& all = q.file.public_proposals.handled;
        return std::any_of(all.begin(), all.end(),
                           [](auto const& one) { return one.second.awaits_answer(); });
    }
};

struct some_proposal_is_given_back {
    static bool holds(asked const& q)
    {
        auto const& all = q.file.public_proposals.handled;
        return std::any_of(all.begin(), all.end(),
                           [](auto const& one) { return one.second.is_given_back(); });
    }
};

} // namespace

void enter(yearly_catalogue& file, handed_over const& body, engine::act const& what)
{
    auto& one = file.public_proposals.handled[body.proposal_number];
    one.handing = on_file(body, what);
    one.study.reset();
}
void enter(yearly_catalogue& file, studied const& body, engine::act const& what)
{
    file.public_proposals.handled[body.proposal_number].study = on_file(body, what);
}
void enter(yearly_catalogue& file, answered const& body, engine::act const& what)
{
    file.public_proposals.handled[body.proposal_number].answer = on_file(body, what);
}

namespace {

struct rules_of_chapter {
    using file = yearly_catalogue;
    static constexpr std::string_view name = "public_proposals";
    using opening = not_yet;

    // clang-format off
    using text = clauses<
    //      rule         at stage on act        then     only if
    follows<"GD21-10.2", not_yet, call::set_up, open>,
    clause<"R713-10.4",  open,    handed_over,  open,    admit_if<by<office>, something_came_in, it_came_in, it_is_not_answered>, due_if<some_proposal_is_given_back>>,
    clause<"R713-10.4",  open,    studied,      open,    admit_if<by<studying_unit>, it_was_handed_to_own_unit, it_is_not_answered>, due_if<some_study_is_awaited>>,
    clause<"JC-57",      open,    answered,     open,    admit_if<by<office>, something_came_in, it_came_in, it_was_studied, answer_is_whole>, due_if<some_study_is_reported>>,
    follows<"JC-54",     open,    items::closed, settled>
    >;
    // clang-format on
};

} // namespace
} // namespace public_proposals

std::unique_ptr<engine::chapter<yearly_catalogue>> make_public_proposals()
{
    return std::make_unique<engine::msm_chapter<public_proposals::rules_of_chapter>>();
}

} // namespace workflows::catalogue
