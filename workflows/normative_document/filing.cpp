#include "workflows/normative_document/filing.hpp"

#include "workflows/normative_document/tables.hpp"

#include <algorithm>

namespace workflows::normative_document {
namespace filing {
namespace {

// clang-format off
struct before_issue : stage_of_chapter { static constexpr std::string_view name = "before_issue"; };
struct due          : stage_of_chapter { static constexpr std::string_view name = "due"; };
// clang-format on

engine::text name_of_recipient(filing_recipient to)
{
    return say("choice.filing_recipient." + std::string(engine::name_of(to)));
}

/// To whom the place's rules send it, and to nobody else (NORM-15).
struct recipient_is_meant {
    static verdict check(asked const& q, filed const& body)
    {
        auto const meant = filing_recipients(q.file, q.law);
        if (std::find(meant.begin(), meant.end(), engine::name_of(body.recipient_is)) !=
            meant.end())
            return {};
        return refusal{.rule = "NORM-15",
                       .reason = say("本文件不向{1}报备", name_of_recipient(body.recipient_is)),
                       .remedy = say("政府文件报上一级政府等机关，部门文件报本级政府")};
    }
};

/// Once is enough, unless what came back was not registered (NORM-15, NORM-16).
struct is_not_filed_yet {
    static verdict check(asked const& q, filed const& body)
    {
        auto const* before = filing_to(q.file, body.recipient_is);
        if (!before ||
            (before->answer && before->answer->body.answer_is == filing_answer::not_registered))
            return {};
        return refusal{.rule = "NORM-15",
                       .reason = say("已于{1}向{2}报备", before->sent.body.filed_on,
                                     name_of_recipient(body.recipient_is)),
                       .remedy = say("不需要重复报备")};
    }
};

struct was_published_before {
    static verdict check(asked const& q, filed const& body)
    {
        auto const published = published_on(q.file);
        if (!published)
            return {};
        return in_order(*published, body.filed_on, "NORM-15",
                        say("报备日期{1}早于公布日期{2}", body.filed_on, *published));
    }
};

/// What is filed is the text that was signed, or the paper that was made of it (JC-2).
struct text_is_enclosed {
    static verdict check(asked const& q, filed const& body)
    {
        auto const& text = q.file.issue.text;
        auto const& number = q.file.issue.number;
        auto const* paper =
            number && number->body.issued_paper ? &*number->body.issued_paper : nullptr;
        if (!text ||
            std::any_of(body.documents.begin(), body.documents.end(), [&](auto const& one) {
                return one.hash == text->body.final_text.hash || (paper && one.hash == paper->hash);
            }))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("报备材料中没有签署的文本"),
                       .remedy = say("请附签署的正式文本及说明、依据")};
    }
};

/// Filing after its time is still filing, and the delay stays on record (JC-4).
struct comes_in_time {
    static verdict check(asked const& q, filed const& body)
    {
        auto const published = published_on(q.file);
        auto const length = q.law.number(filing_days);
        if (!published || !length || body.filed_on <= *published + std::chrono::days(*length))
            return {};
        return advice{q.law.rule_of(filing_days, "NORM-15"),
                      say("公布后超过{1}日报备，已逾期", *length)};
    }
};

template <class Which>
bool any_line(dossier const& file, Which which)
{
    return std::any_of(file.filing.lines.begin(), file.filing.lines.end(), which);
}

struct awaits_answer {
    static bool holds(asked const& q)
    {
        return any_line(q.file, [](auto const& one) { return !one.is_answered(); });
    }
};

/// Something was sent, before anything comes back (NORM-16).
struct something_was_filed {
    static verdict check(asked const& q)
    {
        if (awaits_answer::holds(q))
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = q.file.filing.lines.empty() ? say("尚未报送备案")
                                                             : say("报送备案都已有答复"),
                       .remedy = say("报送备案之后，再登记备案机关的要求和审查结果")};
    }
};

/// The filing that an act is about is there and has no final answer (NORM-16).
template <class Body>
struct filing_is_open {
    static verdict check(asked const& q, Body const& body)
    {
        auto const* line = filing_to(q.file, body.recipient_is);
        if (line && !line->is_answered())
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = line ? say("{1}已于{2}答复", name_of_recipient(body.recipient_is),
                                            line->answer->body.answered_on)
                                      : say("尚未向{1}报备", name_of_recipient(body.recipient_is)),
                       .remedy = say("请核对报备的机关")};
    }
};

/// Nothing comes back before it was sent (NORM-16).
template <class Body, day Body::*Member>
struct comes_after_filing {
    static verdict check(asked const& q, Body const& body)
    {
        auto const* line = filing_to(q.file, body.recipient_is);
        if (!line)
            return {};
        return in_order(line->sent.body.filed_on, body.*Member, "NORM-16",
                        say("所填日期{1}早于报备日期{2}", body.*Member, line->sent.body.filed_on));
    }
};

/// One demand at a time, so that its answer is known (NORM-16).
struct nothing_is_demanded {
    static verdict check(asked const& q, demanded const& body)
    {
        auto const* line = filing_to(q.file, body.recipient_is);
        if (!line || !line->awaits_supply())
            return {};
        return refusal{.rule = "NORM-16",
                       .reason =
                           say("{1}的上一项要求尚未答复", name_of_recipient(body.recipient_is)),
                       .remedy = say("请先补正或者说明")};
    }
};

struct is_demanded {
    static verdict check(asked const& q, supplied const& body)
    {
        auto const* line = filing_to(q.file, body.recipient_is);
        if (line && line->awaits_supply())
            return {};
        return refusal{.rule = "NORM-16",
                       .reason =
                           say("{1}没有要求补正或者说明", name_of_recipient(body.recipient_is)),
                       .remedy = say("请核对报备的机关")};
    }
};

/// The own government's answer is its justice department's; of anybody else's the filing unit keeps
/// the record (NORM-16).
struct answers_by_right {
    static verdict check(asked const& q, answered const& body)
    {
        bool const is_own = body.recipient_is == filing_recipient::own_government;
        if (!is_own || q.by.role == "reviewer")
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = say("本级政府的备案审查由司法行政部门办理"),
                       .remedy = say("请由司法行政部门登记审查结果"),
                       .about_role = true};
    }
};

/// Whoever reviewed the draft does not examine it for the record (JC-1).
struct examiner_did_not_review {
    static verdict check(asked const& q, answered const& body)
    {
        if (body.recipient_is != filing_recipient::own_government)
            return {};
        return did_not_review::check(q);
    }
};

struct answer_is_reasoned {
    static verdict check(asked const&, answered const& body)
    {
        if (body.answer_is == filing_answer::registered || body.reason)
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = say("不予备案登记、暂缓或者要求纠正，没有写明理由"),
                       .remedy = say("请写明理由")};
    }
};

struct correction_is_waited_for {
    static verdict check(asked const& q, corrected const& body)
    {
        auto const* line = filing_to(q.file, body.recipient_is);
        if (line && line->awaits_correction())
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = say("{1}没有要求纠正", name_of_recipient(body.recipient_is)),
                       .remedy = say("请核对报备的机关")};
    }
};

// ---- what is waited for

struct awaits_filing {
    static bool holds(asked const& q) { return !is_filed(q.file, q.law); }
};

struct awaits_supply {
    static bool holds(asked const& q)
    {
        return any_line(q.file, [](auto const& one) { return one.awaits_supply(); });
    }
};
struct awaits_correction {
    static bool holds(asked const& q)
    {
        return any_line(q.file, [](auto const& one) { return one.awaits_correction(); });
    }
};

/// The last filing to that recipient; its act was admitted, so that there is one.
filing_line& line_to(dossier& file, filing_recipient to)
{
    auto const found =
        std::find_if(file.filing.lines.rbegin(), file.filing.lines.rend(),
                     [&](auto const& one) { return one.sent.body.recipient_is == to; });
    return *found;
}

} // namespace

// ---- entering

void enter(dossier& file, filed const& body, engine::act const& what)
{
    file.filing.lines.push_back({.sent = on_file(file, body, what)});
}
void enter(dossier& file, demanded const& body, engine::act const& what)
{
    line_to(file, body.recipient_is).demands.push_back(on_file(file, body, what));
}
void enter(dossier& file, supplied const& body, engine::act const& what)
{
    line_to(file, body.recipient_is).supplies.push_back(on_file(file, body, what));
}
void enter(dossier& file, answered const& body, engine::act const& what)
{
    line_to(file, body.recipient_is).answer = on_file(file, body, what);
}
void enter(dossier& file, corrected const& body, engine::act const& what)
{
    line_to(file, body.recipient_is).correction = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_filing";
    using opening = before_issue;

    // clang-format off
    using text = clauses<
    //      rule       at stage      on act            then  only if
    follows<"NORM-15", before_issue, issue::published, due>,
    clause<"NORM-15",  due,          filed,            due,  admit_if<by<filing_unit>, has_happened<&filed::filed_on>, recipient_is_meant, is_not_filed_yet, was_published_before, text_is_enclosed, comes_in_time>, due_if<awaits_filing>>,
    option<"NORM-16",  due,          demanded,         due,  admit_if<by<filing_unit, document_reviewer>, something_was_filed, has_happened<&demanded::received_on>, filing_is_open<demanded>, comes_after_filing<demanded, &demanded::received_on>, nothing_is_demanded>>,
    clause<"NORM-16",  due,          supplied,         due,  admit_if<by<drafting_unit, filing_unit>, is_demanded>, due_if<awaits_supply>>,
    clause<"NORM-16",  due,          answered,         due,  admit_if<by<filing_result_recorder>, something_was_filed, has_happened<&answered::answered_on>, filing_is_open<answered>, comes_after_filing<answered, &answered::answered_on>, answers_by_right, examiner_did_not_review, answer_is_reasoned>, due_if<awaits_answer>>,
    clause<"NORM-16",  due,          corrected,        due,  admit_if<by<drafting_unit, filing_unit>, correction_is_waited_for>, due_if<awaits_correction>>
    >;
    // clang-format on
};

} // namespace
} // namespace filing

std::unique_ptr<engine::chapter<dossier>> make_filing()
{
    return std::make_unique<engine::msm_chapter<filing::rules_of_chapter>>();
}

} // namespace workflows::normative_document
