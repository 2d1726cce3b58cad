#include "web/handlers/sheet_matter.hpp"

#include "web/document_link.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/office.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/draft_history.hpp"
#include "workflows/major_decision/intake.hpp"

namespace web::handlers {
namespace {

using boost::json::object;
using engine::say;
using workflows::major_decision::history_of_drafts;
using workflows::major_decision::intake::proposed;

/// The version that was on file when this person last acted on the case; 0: they never have, or
/// there was none.
long long version_last_seen(visit const& v, opened_case const& file)
{
    long long version = 0;
    long long seen = 0;
    for (auto const& one : file.record.acts) {
        if (one.kind == workflows::major_decision::drafting::versioned::kind)
            ++version;
        if (one.by.person == v.session->who.id)
            seen = version;
    }
    return seen;
}

struct compared_versions {
    long long from = 0;
    engine::text words;
};

/// What the draft on file is compared with for this signer.
compared_versions what_is_new(visit const& v, opened_case const& file, long long draft_of_sheet,
                              long long current)
{
    auto const seen = version_last_seen(v, file);
    if (seen > 0 && seen < current)
        return {seen, say("您上次办理时是第{1}稿，现为第{2}稿", seen, current)};
    if (draft_of_sheet > 0 && draft_of_sheet < current)
        return {draft_of_sheet, say("送签时是第{1}稿，现为第{2}稿", draft_of_sheet, current)};
    return {current - 1, say("现为第{1}稿，与第{2}稿相比", current, current - 1)};
}

} // namespace

object summary_of_matter(visit const& v, opened_case const& file)
{
    object made{{"words", ""}, {"href", ""}};
    if (file.record.acts.empty() || file.record.acts.front().kind != proposed::kind)
        return made;
    auto const body = workflows::body_on_file<proposed>(file.record.acts.front());
    std::string words;
    auto const add = [&](std::optional<engine::prose> const& more) {
        if (more)
            words += (words.empty() || v.words.code() == "zh" ? "" : " ") + std::string(*more);
    };
    add(body.main_problem);
    add(body.main_measures);
    if (words.empty())
        add(body.reasons);
    if (!words.empty())
        made["href"] = "/cases/" + std::to_string(file.line().id.value) + "/acts/1";
    made["words"] = std::move(words);
    return made;
}

object current_draft_view(visit const& v, opened_case const& file)
{
    auto const versions = history_of_drafts(file.record.acts).versions;
    if (versions.empty())
        return {{"any", false}};
    auto const& last = versions.back();
    return {{"any", true},
            {"version", last.version},
            {"now_words", v.words(say("现为第{1}稿", last.version))},
            {"name", document_name(v.words, last.draft.hash, last.draft.name)},
            {"href", document_href(last.draft.hash)}};
}

object changes_for_signer(visit const& v, opened_case const& file, long long draft_of_sheet)
{
    auto const current =
        static_cast<long long>(history_of_drafts(file.record.acts).versions.size());
    if (current < 2)
        return {{"any", false}};
    auto const compared = what_is_new(v, file, draft_of_sheet, current);
    auto made = changes_between(v, file, compared.from, current);
    made["any"] = true;
    made["words"] = v.words(compared.words);
    return made;
}

} // namespace web::handlers
