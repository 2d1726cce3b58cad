#include "workflows/major_decision/intake.hpp"

#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/wording.hpp"
#include "workflows/proposal_name.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision {
namespace intake {
namespace {

// clang-format off
struct unopened       : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct awaiting_study : stage_of_chapter { static constexpr std::string_view name = "proposed"; };
struct under_study    : stage_of_chapter { static constexpr std::string_view name = "under_study"; };
struct study_done     : stage_of_chapter { static constexpr std::string_view name = "studied"; };
struct reported       : stage_of_chapter { static constexpr std::string_view name = "start_reported"; };
struct started        : stage_of_chapter { static constexpr std::string_view name = "started"; };
struct not_started    : stage_of_chapter { static constexpr std::string_view name = "not_started"; };
struct not_applicable : stage_of_chapter { static constexpr std::string_view name = "not_applicable"; };
// clang-format on

// ---- the proposal

/// Deputies, citizens and organisations propose in writing (R713-10.4); in some places everybody
/// does (GD21-11.1).
struct is_in_writing {
    static verdict check(asked const& q, proposed const& body)
    {
        if (body.in_writing)
            return {};
        bool const from_outside = is_from_outside(body.proposer);
        if (!from_outside && !q.law.flag(proposal_parts_required))
            return {};
        return refusal{.rule = from_outside ? "R713-10.4"
                                            : q.law.rule_of(proposal_parts_required, "GD21-11.1"),
                       .reason = say("决策事项建议须以书面形式提出"),
                       .remedy = say("请取得书面建议，勾选“书面提出”，并附上原件")};
    }
};

/// What a proposal argues, by who proposes: a department or lower government everything
/// (R713-10.3); where the place says so everybody, citizens less (GD21-11.1, GD21-11.2).
struct proposal_is_argued {
    static verdict check(asked const& q, proposed const& body)
    {
        bool const by_unit = body.proposer == proposer_kind::department ||
                             body.proposer == proposer_kind::lower_government;
        bool const parts_required = q.law.flag(proposal_parts_required);
        std::vector<engine::text> missing;
        auto const demand = [&](std::optional<prose> const& part, char const* field) {
            if (!part)
                missing.push_back(say(field));
        };
        auto rule = q.law.rule_of(proposal_parts_required, "R713-10.3");
        if (by_unit)
            demand(body.reasons, "field.reasons");
        if (by_unit || (parts_required && body.proposer != proposer_kind::citizen)) {
            demand(body.legal_basis, "field.intake.proposed.legal_basis");
            demand(body.main_problem, "field.main_problem");
            demand(body.main_measures, "field.main_measures");
            demand(body.necessity_and_feasibility, "field.necessity_and_feasibility");
        } else if (parts_required) {
            rule = "GD21-11.2";
            demand(body.legal_basis, "field.intake.proposed.legal_basis");
            demand(body.reasons, "field.reasons");
        }
        if (missing.empty())
            return {};
        return refusal{.rule = std::move(rule),
                       .reason = say("建议材料缺少：{1}", in_a_row(missing)),
                       .remedy = say("请补齐所缺内容；建议不是由本单位提出的，请建议人补齐后再"
                                     "登记")};
    }
};

/// A decision that came from what the public sent in names it as its catalogue knows it, so that
/// each is found from the other.
struct public_proposal_can_be_found {
    static verdict check(asked const&, proposed const& body)
    {
        if (!body.public_proposal || proposal_named(*body.public_proposal))
            return {};
        return refusal{.rule = "R713-10.4",
                       .reason = say("“{1}”不是公众建议的编号", *body.public_proposal),
                       .remedy = say("请填写目录的案卷编号和建议编号，例如{1}", "ML2026-0001/3")};
    }
};

/// Secret from its first moment only by law (R713-14.1).
struct secrecy_has_its_basis {
    static verdict check(asked const&, proposed const& body)
    {
        return secrecy_is_founded(body.secret, body.secret_basis);
    }
};

// ---- what is no matter for this procedure

/// The place's rules know this ground (R713-3.3, GD21-3.2); a special procedure is named by the
/// law that sets it (R713-3.2).
struct exclusion_is_known {
    static verdict check(asked const& q, found_not_applicable const& body)
    {
        verdict found;
        auto const known = q.law.list(intake_exclusions);
        if (std::find(known.begin(), known.end(), engine::name_of(body.ground)) == known.end())
            found += refusal{.rule = q.law.rule_of(intake_exclusions, "R713-3.3"),
                             .reason = say("本地规则未将该情形排除在重大行政决策程序之外"),
                             .remedy = say("请选择规则列明的情形，或继续办理")};
        if (body.ground == exclusion::special_procedure && !body.special_law)
            found += refusal{.rule = "R713-3.2",
                             .reason = say("未写明规定特别程序的法律、行政法规"),
                             .remedy = say("请填写该法律、行政法规的名称和条款")};
        return found;
    }
};

// ---- the start

/// Where the office reports on the start, the head decides on its report (GD21-12.1).
struct office_need_not_report {
    static verdict check(asked const& q)
    {
        if (!q.law.flag(office_reports_start))
            return {};
        return refusal{.rule = q.law.rule_of(office_reports_start, "GD21-12.1"),
                       .reason = say("政府办公机构尚未就是否启动程序提出报告"),
                       .remedy = say("请办公机构先登记启动报告")};
    }
};

struct office_is_to_report {
    static bool holds(asked const& q) { return q.law.flag(office_reports_start); }
};

/// Sponsors are named, and one of them leads (R713-11.1, R713-11.2, GD21-12.2).
struct sponsors_are_named {
    static verdict check(asked const&, start_decided const& body)
    {
        verdict found;
        std::set<std::string> const different(body.sponsors.begin(), body.sponsors.end());
        if (different.empty())
            found += refusal{.rule = "R713-11.1",
                             .reason = say("启动决定未明确决策承办单位"),
                             .remedy = say("请至少明确一个承办单位")};
        else if (!different.contains(body.lead))
            found += refusal{.rule = "R713-11.2",
                             .reason = say("牵头单位“{1}”不在承办单位之列", body.lead),
                             .remedy = say("请从承办单位中明确一个牵头单位")};
        if (different.size() != body.sponsors.size())
            found += refusal{.rule = "R713-11.1",
                             .reason = say("承办单位重复填写"),
                             .remedy = say("每个承办单位只填写一次")};
        return found;
    }
};

/// A matter with a procedure of its own is started only with a word on how the two fit together
/// (R713-3.2).
struct special_procedure_is_fitted {
    static verdict check(asked const& q, start_decided const& body)
    {
        auto const& proposal = q.file.intake.proposal;
        if (!proposal || !proposal->body.special_procedure || body.remarks)
            return {};
        return refusal{
            .rule = "R713-3.2",
            .reason = say("“{1}”对决策程序另有规定，从其规定", *proposal->body.special_procedure),
            .remedy = say("请在备注中写明两种程序如何衔接，或改为登记不适用本程序")};
    }
};

/// Lawful, but worth a word: the study advised against, or the matter is in no catalogue where one
/// must be made.
struct start_is_expected {
    static verdict check(asked const& q, start_decided const& body)
    {
        verdict found;
        auto const& study = q.file.intake.study;
        if (study && !study->body.advises_start)
            found += advice{"R713-10.1", say("研究论证的结论是不建议启动")};
        if (body.catalogue.empty() && q.law.flag(catalogue_required))
            found += advice{q.law.rule_of(catalogue_required, "R713-3.4"),
                            say("本事项未列入年度决策事项目录，请同时办理目录调整")};
        return found;
    }
};

/// The decision follows the study it rests on (R713-10.1).
template <class Body>
struct comes_after_study {
    static verdict check(asked const& q, Body const& body)
    {
        auto const& study = q.file.intake.study;
        if (!study || study->on <= body.decided_on)
            return {};
        return refusal{.rule = "R713-10.1",
                       .reason =
                           say("决定日期{1}早于研究论证完成之日{2}", body.decided_on, study->on),
                       .remedy = say("请核对决定日期；未经研究论证不得决定是否启动")};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, proposed const& body, engine::act const& what)
{
    file.intake.proposal = on_file(file, body, what);
}
void enter(dossier& file, study_assigned const& body, engine::act const& what)
{
    file.intake.assigned = on_file(file, body, what);
}
void enter(dossier& file, studied const& body, engine::act const& what)
{
    file.intake.study = on_file(file, body, what);
}
void enter(dossier& file, start_reported const& body, engine::act const& what)
{
    file.intake.reported = on_file(file, body, what);
}
void enter(dossier& file, start_decided const& body, engine::act const& what)
{
    file.intake.started = on_file(file, body, what);
}
void enter(dossier& file, start_declined const& body, engine::act const& what)
{
    file.intake.declined = on_file(file, body, what);
}
void enter(dossier& file, found_not_applicable const& body, engine::act const& what)
{
    file.intake.excluded = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "intake";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule          at stage      on act                then            only if
    clause<"R713-10.1",  unopened,     proposed,             awaiting_study,      admit_if<by<any_department>, is_in_writing, proposal_is_argued, public_proposal_can_be_found, secrecy_has_its_basis>>,
    clause<"R713-10.2",  awaiting_study,    study_assigned,       under_study,    admit_if<by<office, head>>>,
    clause<"R713-10.1",  under_study,  studied,              study_done,       admit_if<by<studying_unit>>>,
    option<"R713-10.2",  under_study,  study_assigned,       under_study,    admit_if<by<office, head>>>,
    clause<"GD21-12.1",  study_done,     start_reported,       reported,       admit_if<by<office>>, due_if<office_is_to_report>>,

    clause<"R713-11.1",  study_done,     start_decided,        started,        admit_if<by<head>, office_need_not_report, has_happened<&start_decided::decided_on>, comes_after_study<start_decided>, sponsors_are_named, special_procedure_is_fitted, start_is_expected>, due_if<office_need_not_report>>,
    clause<"R713-11.1",  reported,     start_decided,        started,        admit_if<by<head>, has_happened<&start_decided::decided_on>, comes_after_study<start_decided>, sponsors_are_named, special_procedure_is_fitted, start_is_expected>>,
    option<"R713-10.1",  study_done,     start_declined,       not_started,    admit_if<by<head>, office_need_not_report, has_happened<&start_declined::decided_on>, comes_after_study<start_declined>>>,
    option<"R713-10.1",  reported,     start_declined,       not_started,    admit_if<by<head>, has_happened<&start_declined::decided_on>, comes_after_study<start_declined>>>,

    option<"R713-3.3",   awaiting_study,    found_not_applicable, not_applicable, admit_if<by<office>, exclusion_is_known>>,
    option<"R713-3.3",   under_study,  found_not_applicable, not_applicable, admit_if<by<office>, exclusion_is_known>>,
    option<"R713-3.3",   study_done,     found_not_applicable, not_applicable, admit_if<by<office>, exclusion_is_known>>,
    option<"R713-3.3",   reported,     found_not_applicable, not_applicable, admit_if<by<office>, exclusion_is_known>>
    >;
    // clang-format on
};

} // namespace
} // namespace intake

std::unique_ptr<engine::chapter<dossier>> make_intake()
{
    return std::make_unique<engine::msm_chapter<intake::rules_of_chapter>>();
}

} // namespace workflows::major_decision
