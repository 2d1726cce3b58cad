#include "workflows/normative_document/requests.hpp"

#include "workflows/normative_document/tables.hpp"

#include <algorithm>

namespace workflows::normative_document {
namespace requests {
namespace {

// clang-format off
struct before_issue : stage_of_chapter   { static constexpr std::string_view name = "before_issue"; };
struct receiving    : stage_that_goes_on { static constexpr std::string_view name = "receiving"; };
// clang-format on

struct number_is_new {
    static verdict check(asked const& q, received const& body)
    {
        if (!find_request(q.file, body.request_number))
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = say("审查建议编号{1}已经登记", body.request_number),
                       .remedy = say("请另行编号；同一份建议只登记一次")};
    }
};

/// The request that an act is about is there and not answered (NORM-16).
template <class Body>
struct request_is_open {
    static verdict check(asked const& q, Body const& body)
    {
        auto const* line = find_request(q.file, body.request_number);
        if (line && !line->answer)
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = line ? say("审查建议{1}已于{2}答复", body.request_number,
                                            line->answer->body.answered_on)
                                      : say("没有编号为{1}的审查建议", body.request_number),
                       .remedy = say("请核对审查建议的编号")};
    }
};

struct is_asked_once {
    static verdict check(asked const& q, explanation_asked const& body)
    {
        auto const* line = find_request(q.file, body.request_number);
        if (!line || !line->question || line->explanation)
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = say("已于{1}要求制定机关说明", line->question->on),
                       .remedy = say("请等待说明")};
    }
};

struct explanation_is_asked {
    static verdict check(asked const& q, explained const& body)
    {
        auto const* line = find_request(q.file, body.request_number);
        if (line && line->question && !line->explanation)
            return {};
        return refusal{.rule = "NORM-16",
                       .reason = say("审查建议{1}没有待答复的说明要求", body.request_number),
                       .remedy = say("请核对审查建议的编号")};
    }
};

/// Once, and by no more days than the place allows (NORM-16).
struct extension_is_lawful {
    static verdict check(asked const& q, time_extended const& body)
    {
        auto const* line = find_request(q.file, body.request_number);
        verdict found;
        if (line && line->extension)
            found += refusal{.rule = "NORM-16",
                             .reason = say("审查建议{1}已经延长过期限", body.request_number),
                             .remedy = say("期限只能延长一次")};
        auto const most = q.law.number(request_extension_days);
        if (body.days < 1 || (most && body.days > *most))
            found += refusal{.rule = q.law.rule_of(request_extension_days, "NORM-16"),
                             .reason = say("延长{1}日不在允许的范围内", body.days),
                             .remedy = say("请核对延长的天数")};
        return found;
    }
};

struct comes_after_receipt {
    static verdict check(asked const& q, answered const& body)
    {
        auto const* line = find_request(q.file, body.request_number);
        if (!line)
            return {};
        return in_order(
            line->request.body.received_on, body.answered_on, "NORM-16",
            say("答复日期{1}早于收到日期{2}", body.answered_on, line->request.body.received_on));
    }
};

struct awaits_answer {
    static bool holds(asked const& q) { return has_open_request(q.file); }
};
struct awaits_words_of_maker {
    static bool holds(asked const& q) { return awaits_explanation(q.file); }
};

/// The request of that number; its act was admitted, so that there is one.
request_line& line_of(dossier& file, std::string_view number)
{
    auto const found =
        std::find_if(file.requests.lines.begin(), file.requests.lines.end(),
                     [&](auto const& one) { return one.request.body.request_number == number; });
    return *found;
}

} // namespace

// ---- entering

void enter(dossier& file, received const& body, engine::act const& what)
{
    file.requests.lines.push_back({.request = on_file(file, body, what)});
}
void enter(dossier& file, explanation_asked const& body, engine::act const& what)
{
    auto& line = line_of(file, body.request_number);
    line.question = on_file(file, body, what);
    line.explanation.reset();
}
void enter(dossier& file, explained const& body, engine::act const& what)
{
    line_of(file, body.request_number).explanation = on_file(file, body, what);
}
void enter(dossier& file, time_extended const& body, engine::act const& what)
{
    line_of(file, body.request_number).extension = on_file(file, body, what);
}
void enter(dossier& file, answered const& body, engine::act const& what)
{
    line_of(file, body.request_number).answer = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_requests";
    using opening = before_issue;

    // clang-format off
    using text = clauses<
    //      rule       at stage      on act             then       only if
    follows<"NORM-16", before_issue, issue::published,  receiving>,
    follows<"NORM-16", before_issue, project::told_afterwards, receiving>,
    option<"NORM-16",  receiving,    received,          receiving, admit_if<by<document_reviewer>, has_happened<&received::received_on>, number_is_new>>,
    option<"NORM-16",  receiving,    explanation_asked, receiving, admit_if<by<document_reviewer>, request_is_open<explanation_asked>, is_asked_once>>,
    clause<"NORM-16",  receiving,    explained,         receiving, admit_if<by<drafting_unit>, request_is_open<explained>, explanation_is_asked>, due_if<awaits_words_of_maker>>,
    option<"NORM-16",  receiving,    time_extended,     receiving, admit_if<by<document_reviewer>, request_is_open<time_extended>, extension_is_lawful>>,
    clause<"NORM-16",  receiving,    answered,          receiving, admit_if<by<document_reviewer>, did_not_draft, request_is_open<answered>, has_happened<&answered::answered_on>, comes_after_receipt>, due_if<awaits_answer>>
    >;
    // clang-format on
};

} // namespace
} // namespace requests

std::unique_ptr<engine::chapter<dossier>> make_requests()
{
    return std::make_unique<engine::msm_chapter<requests::rules_of_chapter>>();
}

} // namespace workflows::normative_document
