#include "web/handlers/begun_feedback.hpp"

#include "web/handlers/drafts.hpp"
#include "web/office.hpp"
#include "workflows/major_decision/participation.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace web::handlers {
namespace {

using engine::say;
namespace participation = workflows::major_decision::participation;

/// What was proposed after each act that changed the numbers, in their order.
std::vector<std::string> all_proposed(visit const& v, opened_case const& file)
{
    case_opinions known;
    std::vector<std::string> all{proposed_feedback(v, known)};
    for (auto const& what : file.record.acts) {
        known.opinions.take(what);
        if (what.kind == participation::opinions_decided::kind ||
            what.kind == participation::repeats_noted::kind)
            all.push_back(proposed_feedback(v, known));
    }
    return all;
}

bool decided_since(opened_case const& file, engine::instant when)
{
    auto const& acts = file.record.acts;
    return std::any_of(acts.begin(), acts.end(), [&](engine::act const& one) {
        return one.kind == participation::opinions_decided::kind && one.entered_at > when;
    });
}

/// A begun feedback with the numbers of today in it: in place of older ones where these still
/// stand as they were proposed, else before what was typed. Nothing where they need not be renewed.
std::optional<std::string> renewed_feedback(visit const& v, opened_case const& file)
{
    auto const kept = v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
    auto const* draft = draft_of(kept, page_form::feedback);
    if (!draft)
        return {};
    auto const held = words_of_draft(*draft);
    auto const* words = held.if_contains("words");
    if (!words || !words->is_string())
        return {};
    std::string const typed(words->as_string());
    auto const proposed = all_proposed(v, file);
    auto const& now = proposed.back();
    if (typed.find(now) != std::string::npos)
        return {};
    for (auto one = proposed.rbegin(); one != proposed.rend(); ++one)
        if (auto const at = typed.find(*one); at != std::string::npos)
            return std::string(typed).replace(at, one->size(), now);
    if (!decided_since(file, draft->kept_at))
        return {};
    return now + "\n" + typed;
}

} // namespace

std::string proposed_feedback(visit const& v, case_opinions const& known)
{
    auto const count = counts_by_outcome(known);
    return v.words(say("感谢社会各界的参与。共研究处理意见{1}条，其中采纳{2}条、部分采纳{3}条、"
                       "未采纳{4}条，逐条情况和理由见采纳情况表。",
                       count.all(), count.adopted, count.partly, count.not_adopted));
}

void put_feedback_note(visit const& v, opened_case const& file, boost::json::object& page)
{
    page["feedback_note"] = "";
    page["renew_href"] = "";
    auto const renewed = renewed_feedback(v, file);
    if (!renewed)
        return;
    if (v.query("feedback") == "renewed") {
        page["feedback_words"] = *renewed;
        page["feedback_note"] = v.words(say("已填入现在的数字，您写的其他文字都还在。"));
        return;
    }
    page["feedback_note"] =
        v.words(say("这份草稿保存以后又对意见作出了决定，其中的数字可能已经不对。"));
    page["renew_href"] =
        "/cases/" + std::to_string(file.line().id.value) + "/opinions?feedback=renewed#feedback";
}

} // namespace web::handlers
