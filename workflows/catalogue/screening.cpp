#include "workflows/catalogue/screening.hpp"

#include "workflows/catalogue/tables.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace workflows::catalogue {
namespace screening {
namespace {

// clang-format off
struct not_yet  : stage_of_chapter { static constexpr std::string_view name = "not_yet"; };
struct awaited  : stage_of_chapter { static constexpr std::string_view name = "awaited"; };
struct screened : stage_of_chapter { static constexpr std::string_view name = "screened"; };
struct settled  : stage_of_chapter { static constexpr std::string_view name = "settled"; };
// clang-format on

/// The office does not screen alone: finance, planning and others whom it concerns join (JC-53).
struct others_joined {
    static verdict check(asked const& q, held const& body)
    {
        std::set<std::string> others(body.joined.begin(), body.joined.end());
        others.erase(q.by.unit);
        if (!others.empty())
            return {};
        return refusal{.rule = "JC-53",
                       .reason = say("没有写明哪些单位参加遴选"),
                       .remedy = say("请会同财政、发展改革等部门遴选，并登记参加的单位")};
    }
};

struct comes_after_the_call {
    static verdict check(asked const& q, held const& body)
    {
        auto const& notice = q.file.call.notice;
        if (!notice || body.held_on >= notice->on)
            return {};
        return refusal{.rule = "JC-53",
                       .reason = say("遴选日期{1}早于征集之日{2}", body.held_on, notice->on),
                       .remedy = say("请核对日期")};
    }
};

/// Each proposal that stands is judged, once (JC-53).
struct every_proposal_is_judged {
    static verdict check(asked const& q, held const& body)
    {
        verdict found;
        std::map<long long, int> times;
        for (auto const& one : body.verdicts)
            ++times[one.proposal];
        std::vector<engine::text> missing;
        for (auto const& one : q.file.call.proposals)
            if (one.withdrawn_because.empty() && times[one.number] == 0)
                missing.push_back(say("第{1}号“{2}”", one.number, one.body.item_name));
        if (!missing.empty())
            found += refusal{.rule = "JC-53",
                             .reason = say("尚未遴选：{1}", major_decision::in_a_row(missing)),
                             .remedy = say("请对每一项申报写明列入、不列入或者合并")};
        for (auto const& [number, count] : times) {
            auto const* one = find_proposal(q.file, number);
            if (count > 1)
                found += refusal{.rule = "JC-53",
                                 .reason = say("第{1}号申报写了{2}次遴选意见", number, count),
                                 .remedy = say("每项申报只写一次")};
            if (count > 0 && (!one || !one->withdrawn_because.empty()))
                found += refusal{.rule = "JC-53",
                                 .reason = say("没有第{1}号申报，或者已经撤回", number),
                                 .remedy = say("请核对申报编号")};
        }
        return found;
    }
};

/// What stays out or is merged has its reason, and is merged into one that goes in (JC-53).
struct verdicts_are_reasoned {
    static verdict check(asked const&, held const& body)
    {
        verdict found;
        std::set<long long> in;
        for (auto const& one : body.verdicts)
            if (one.verdict == screening_verdict::goes_in)
                in.insert(one.proposal);
        for (auto const& one : body.verdicts) {
            if (one.verdict == screening_verdict::goes_in)
                continue;
            if (!one.reason)
                found +=
                    refusal{.rule = "JC-53",
                            .reason = say("第{1}号申报不列入或者合并，没有说明理由", one.proposal),
                            .remedy = say("请填写理由")};
            if (one.verdict == screening_verdict::merged &&
                (!one.merged_into || !in.contains(*one.merged_into)))
                found += refusal{.rule = "JC-53",
                                 .reason = say("第{1}号申报没有合并到一个列入的申报", one.proposal),
                                 .remedy = say("请填写并入的申报编号，该申报须为列入")};
        }
        return found;
    }
};

struct was_consented_to {
    static bool holds(yearly_catalogue const&, approval::consent_answered const& body)
    {
        return is_consent(body.answer);
    }
};
struct was_not_consented_to {
    static bool holds(yearly_catalogue const&, approval::consent_answered const& body)
    {
        return !is_consent(body.answer);
    }
};

} // namespace

void enter(yearly_catalogue& file, held const& body, engine::act const& what)
{
    file.screening.last = on_file(body, what);
}

namespace {

struct rules_of_chapter {
    using file = yearly_catalogue;
    static constexpr std::string_view name = "catalogue_screening";
    using opening = not_yet;

    // clang-format off
    using text = clauses<
    //       rule        at stage  on act                      then      only if
    follows<"JC-53",    not_yet,  call::closed,               awaited>,
    clause<"JC-53",     awaited,  held,                       screened, admit_if<by<office>, has_happened<&held::held_on>, comes_after_the_call, others_joined, every_proposal_is_judged, verdicts_are_reasoned>>,
    option<"JC-53",     screened, held,                       screened, admit_if<by<office>, has_happened<&held::held_on>, comes_after_the_call, others_joined, every_proposal_is_judged, verdicts_are_reasoned>>,
    follows<"GD21-10.1", awaited,  call::extended,             not_yet>,
    follows<"GD21-10.1", screened, call::extended,             not_yet>,
    follows<"R713-3.4", screened, approval::deliberated,      settled,  given<was_adopted>>,
    follows<"R713-3.4", screened, approval::deliberated,      awaited,  given<was_sent_back>>,
    follows<"R713-3.4", settled,  approval::consent_answered, settled,  given<was_consented_to>>,
    follows<"R713-3.4", settled,  approval::consent_answered, awaited,  given<was_not_consented_to>>
    >;
    // clang-format on
};

} // namespace
} // namespace screening

std::unique_ptr<engine::chapter<yearly_catalogue>> make_screening()
{
    return std::make_unique<engine::msm_chapter<screening::rules_of_chapter>>();
}

} // namespace workflows::catalogue
