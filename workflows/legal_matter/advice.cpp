#include "workflows/legal_matter/advice.hpp"

#include "workflows/legal_matter/tables.hpp"

#include <algorithm>

namespace workflows::legal_matter {
namespace advice {
namespace {

// clang-format off
struct awaiting_opinion : stage_of_chapter { static constexpr std::string_view name = "awaiting_opinion"; };
struct opinion_given    : stage_of_chapter { static constexpr std::string_view name = "opinion_given"; };
struct letter_out       : stage_of_chapter { static constexpr std::string_view name = "letter_out"; };
struct taken_up         : stage_of_chapter { static constexpr std::string_view name = "taken_up"; };
struct told             : stage_of_chapter { static constexpr std::string_view name = "told"; };
// clang-format on

/// An adviser from outside speaks when called in, with the conflict declared (JC-41).
struct adviser_is_called_in {
    static verdict check(asked const& q)
    {
        if (q.by.role != "legal_adviser")
            return {};
        for (auto const& one : counsels_of(q.file))
            if (one.counsel == q.by.name || one.counsel == q.by.on_behalf_of)
                return {};
        return refusal{.rule = "JC-41",
                       .reason = say("{1}没有被指派参与本事项", q.by.name),
                       .remedy = say("请法制机构先指派并登记利益冲突申报"),
                       .about_role = true};
    }
};

/// Nobody advises in a matter of their own (GDLA-19/20).
struct has_no_interest {
    static verdict check(asked const& q, opined const& body)
    {
        if (body.interest == own_interest::none)
            return {};
        return refusal{.rule = "GDLA-19/20",
                       .reason = say("{1}与本事项有利害关系，不得提出意见", q.by.name),
                       .remedy = say("请由其他人员提出意见；法律顾问请办理“{1}”，登记后不再参与本"
                                     "事项，法制机构会收到通知",
                                     say("act.handling.counsel_withdrew"))};
    }
};

/// Anything but plain agreement says what is wrong, point by point (JC-43).
struct says_what_is_wrong {
    static verdict check(asked const&, opined const& body)
    {
        if (body.conclusion_is == conclusion::agree || !body.points.empty())
            return {};
        return refusal{.rule = "JC-43",
                       .reason = say("结论不是“同意”，但没有逐条写明意见"),
                       .remedy = say("请逐条写明问题、风险等级和建议")};
    }
};

bool is_contract(dossier const& file)
{
    return file.registration.kind_is == registration::legal_kind::contract;
}

struct is_of_a_contract {
    static verdict check(asked const& q)
    {
        if (is_contract(q.file))
            return {};
        return refusal{.rule = "JC-42",
                       .reason = say("本事项不是合同"),
                       .remedy = say("类别登记有误的，请先更正类别")};
    }
};

struct contract_waits_for_review {
    static bool holds(asked const& q)
    {
        return is_contract(q.file) && !contract_review_of_round(q.file);
    }
};

/// The finding of the answers: a defect is described, and a contract with one does not simply pass
/// (JC-42).
struct answers_bear_the_finding {
    static verdict check(asked const&, contract_reviewed const& body)
    {
        auto const answers = {body.party_standing, body.authority,     body.may_be_contract,
                              body.content,        body.fairness,      body.performance,
                              body.guarantee,      body.breach,        body.secrecy,
                              body.dispute_clause, body.procedure_kept};
        bool const has_defect =
            std::count(answers.begin(), answers.end(), contract_answer::defect) > 0;
        verdict found;
        if (has_defect && !body.defects)
            found += refusal{.rule = "JC-42",
                             .reason = say("有审查事项存在问题，但没有写明问题"),
                             .remedy = say("请写明问题所在的条款和修改建议")};
        if (has_defect && body.finding == contract_finding::pass)
            found += refusal{.rule = "JC-42",
                             .reason = say("有审查事项存在问题，结论不能是“通过”"),
                             .remedy = say("请改为修改后通过或者不通过")};
        if (!has_defect && body.finding != contract_finding::pass)
            found += refusal{.rule = "JC-42",
                             .reason = say("各审查事项都没有问题，结论却不是“通过”"),
                             .remedy = say("请在审查事项中指出问题")};
        return found;
    }
};

/// A contract is asked its questions in each round before the letter goes out (JC-42).
struct contract_is_reviewed {
    static verdict check(asked const& q)
    {
        if (!is_contract(q.file) || contract_review_of_round(q.file))
            return {};
        return refusal{.rule = "JC-42",
                       .reason = say("第{1}轮尚未作合同审查", current_round(q.file)),
                       .remedy = say("请先逐项登记合同审查")};
    }
};

/// Whoever advised from outside does not weigh the opinions (GDLA-16, JC-1).
struct did_not_advise {
    static verdict check(asked const& q)
    {
        if (!is_one_of(q.file.advisers, q.by))
            return {};
        return refusal{.rule = "JC-1",
                       .reason = say("{1}以法律顾问身份提出过意见，不得再综合各方意见", q.by.name),
                       .remedy = say("请由法制机构其他人员出具意见书"),
                       .about_role = true};
    }
};

/// Where somebody concluded otherwise, the letter says how that was weighed (GDLA-16).
struct differing_opinions_are_weighed {
    static verdict check(asked const& q, letter_issued const& body)
    {
        if (body.weighing)
            return {};
        for (auto const& one : q.file.advice.opinions)
            if (one.round == current_round(q.file) && one.body.conclusion_is != body.conclusion_is)
                return refusal{.rule = "GDLA-16",
                               .reason = say("{1}的结论与意见书不同，未说明如何取舍", one.by.name),
                               .remedy = say("请写明对不同意见的研究和取舍理由")};
        return {};
    }
};

/// Lawful without the word of an adviser who was called in, but not unknowingly (GDLA-16).
struct advisers_have_opined {
    static verdict check(asked const& q)
    {
        verdict found;
        for (auto& name : silent_counsels(q.file))
            found += engine::advice{
                "GDLA-16",
                say("{1}受邀参与本事项，本轮尚未提出意见，继续办理即不再等待", std::move(name))};
        return found;
    }
};

/// An adviser who was called in has not opined on the round: whoever looks, or, asked of nobody in
/// particular, any of them.
struct adviser_is_awaited {
    static bool holds(asked const& q)
    {
        auto const silent = silent_counsels(q.file);
        if (q.by.role.empty())
            return !silent.empty();
        return q.by.role == "legal_adviser" &&
               std::any_of(silent.begin(), silent.end(), [&](std::string const& name) {
                   return name == q.by.name || name == q.by.on_behalf_of;
               });
    }
};

/// Called in from a firm, and not the lawyer of an office.
bool is_of_a_firm(dossier const& file, engine::actor const& adviser)
{
    return std::any_of(
        file.handling.counsels.begin(), file.handling.counsels.end(), [&](auto const& one) {
            return one.body.firm &&
                   (one.body.counsel == adviser.name || one.body.counsel == adviser.on_behalf_of);
        });
}

/// The opinions of advisers from outside go with the letter (GDLA-16), which their firm seals
/// (GDLA-15). A firm whose adviser gave no opinion seals nothing.
struct advisers_stand_by_it {
    static verdict check(asked const& q, letter_issued const& body)
    {
        verdict found;
        bool advised = false;
        bool of_a_firm = false;
        for (auto const& one : q.file.advice.opinions)
            if (one.round == current_round(q.file) && one.by.role == "legal_adviser") {
                advised = true;
                of_a_firm = of_a_firm || is_of_a_firm(q.file, one.by);
            }
        if (advised && !body.adviser_opinions_attached)
            found += refusal{.rule = "GDLA-16",
                             .reason = say("本轮有外聘法律顾问的意见，未随意见书附上"),
                             .remedy = say("请附外聘法律顾问的意见")};
        if (of_a_firm && !body.sealed_by)
            found +=
                refusal{.rule = "GDLA-15",
                        .reason = say("律师事务所的法律顾问参与出具意见，意见书未加盖该所印章"),
                        .remedy = say("请加盖律师事务所印章并填写所名")};
        return found;
    }
};

/// Advice that is not followed, or not wholly, is answered with reasons (JC-44).
struct says_why_not {
    static verdict check(asked const&, answered const& body)
    {
        if (body.adoption_is == adoption::adopted || body.reason)
            return {};
        return refusal{.rule = "JC-44",
                       .reason = say("法律意见未全部采纳，没有说明理由"),
                       .remedy = say("请写明未采纳的意见和理由")};
    }
};

/// Written advice comes as a letter; only what was said orally is taken up without one (GDLA-15).
struct advice_was_oral {
    static verdict check(asked const& q)
    {
        for (auto const& one : q.file.advice.opinions)
            if (one.round == current_round(q.file) && one.body.form_is == form_of_opinion::written)
                return refusal{.rule = "GDLA-15",
                               .reason = say("书面法律意见尚未出具意见书"),
                               .remedy = say("请法制机构先出具法律意见书")};
        return {};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, opined const& body, engine::act const& what)
{
    file.advice.opinions.push_back(on_file(file, body, what));
}
void enter(dossier& file, contract_reviewed const& body, engine::act const& what)
{
    file.advice.contract_reviews.push_back(on_file(file, body, what));
}
void enter(dossier& file, letter_issued const& body, engine::act const& what)
{
    file.advice.letters.push_back(on_file(file, body, what));
}
void enter(dossier& file, answered const& body, engine::act const& what)
{
    file.advice.answers.push_back(on_file(file, body, what));
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "advice";
    using opening = awaiting_opinion;

    // clang-format off
    using text = clauses<
    //      rule       at stage          on act             then              only if
    clause<"GDLA-15", awaiting_opinion, opined,            opinion_given,    admit_if<by<legal_office, engaged_adviser>, did_not_ask, adviser_is_called_in, has_no_interest, says_what_is_wrong>>,
    clause<"GDLA-15", opinion_given,    opined,            opinion_given,    admit_if<by<legal_office, engaged_adviser>, did_not_ask, adviser_is_called_in, has_no_interest, says_what_is_wrong>, due_if<adviser_is_awaited>>,
    clause<"JC-42",   awaiting_opinion, contract_reviewed, awaiting_opinion, admit_if<by<legal_office>, did_not_ask, is_of_a_contract, answers_bear_the_finding>, due_if<contract_waits_for_review>>,
    clause<"JC-42",   opinion_given,    contract_reviewed, opinion_given,    admit_if<by<legal_office>, did_not_ask, is_of_a_contract, answers_bear_the_finding>, due_if<contract_waits_for_review>>,
    clause<"GDLA-16", opinion_given,    letter_issued,     letter_out,       admit_if<by<legal_office>, did_not_ask, did_not_advise, contract_is_reviewed, differing_opinions_are_weighed, advisers_stand_by_it, advisers_have_opined>>,
    option<"GDLA-15", opinion_given,    answered,          taken_up,         admit_if<by<requesting_unit>, contract_is_reviewed, advice_was_oral, says_why_not, advisers_have_opined>>,
    clause<"JC-44",   letter_out,       answered,          taken_up,         admit_if<by<requesting_unit>, says_why_not>>,
    follows<"JC-41",  opinion_given,    handling::round_sent,      awaiting_opinion>,
    follows<"JC-41",  letter_out,       handling::round_sent,      awaiting_opinion>,
    follows<"JC-41",  taken_up,         handling::round_sent,      awaiting_opinion>,
    follows<"JC-45",  awaiting_opinion, handling::told_afterwards, told>
    >;
    // clang-format on
};

} // namespace
} // namespace advice

std::unique_ptr<engine::chapter<dossier>> make_advice()
{
    return std::make_unique<engine::msm_chapter<advice::rules_of_chapter>>();
}

} // namespace workflows::legal_matter
