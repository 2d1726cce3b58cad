#include "adapters/soci/document_levels.hpp"
#include "web/document_link.hpp"
#include "web/form_view.hpp"
#include "web/handlers/above_form.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/after_act.hpp"
#include "web/handlers/case_documents.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/case_offers.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/facts_view.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/next_steps.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/opinions.hpp"
#include "web/handlers/paper_view.hpp"
#include "web/handlers/phrases.hpp"
#include "web/handlers/progress.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

/// The level that was said of a document; nothing for one that is as wide as its case.
std::string level_words_of(visit const& v, adapters::soci::document_levels const& levels,
                           std::string const& hash)
{
    auto const found = levels.find(hash);
    return found == levels.end() ? "" : level_words(v.words, found->second);
}

array documents_view(visit const& v, opened_case const& file)
{
    array made;
    adapters::soci::document_levels levels;
    for (auto const& one : file.record.acts)
        adapters::soci::note_levels(one.body, levels);
    for (auto const& one : documents_of_case(file)) {
        auto const href = document_href(one.hash);
        made.push_back({{"hash", one.hash},
                        {"name", one.name},
                        {"level_words", level_words_of(v, levels, one.hash)},
                        {"href", href},
                        {"short_hash", one.hash.substr(0, 12)},
                        {"about_href", href + "/about"},
                        {"seq", one.named_by->seq},
                        {"act_words", act_words(v.words, one.named_by->kind)},
                        {"entered_words", v.words.moment(one.named_by->entered_at)}});
    }
    return made;
}

array outlook_view(visit const& v, opened_case const& file)
{
    array made;
    auto const steps = file.file().outlook(circumstances_of(v, file));
    for (auto const& step : steps)
        made.push_back({{"name", step.name},
                        {"label", v.words("milestone." + step.name)},
                        {"rule", rule_view(v, step.rule)},
                        {"earliest", engine::to_text(step.earliest)},
                        {"earliest_words", v.words.date(step.earliest)},
                        {"because", v.words(step.because)},
                        {"provisional", step.provisional},
                        {"last", &step == &steps.back()}});
    return made;
}

/// The pages of the case that are made for whoever looks.
array desks_view(visit const& v, opened_case const& file)
{
    struct desk {
        char const* role; ///< empty: whoever
        char const* kind; ///< a procedure that knows it has the page
        char const* page;
        char const* words;
    };
    static constexpr desk desks[] = {
        {"legal_adviser", "legality_review.adviser_opined", "/advice", "advice.title"},
        {"reviewer", "legality_review.concluded", "/review", "review.title"},
        {"office_secretary", "deliberation.held", "/meeting", "meeting.title"},
        {"sponsor_clerk", "participation.words_masked", "/masking", "masking.title"},
        {"", "catalogue_call.set_up", "/catalogue", "catalogue.link"},
        {"", "report.opened", "/report/main", "reports.one"}};
    array made;
    for (auto const& one : desks)
        if ((!*one.role || v.session->as.role == one.role) && file.file().fields_of(one.kind))
            made.push_back(
                object{{"href", "/cases/" + std::to_string(file.line().id.value) + one.page},
                       {"words", v.words(std::string_view(one.words))}});
    return made;
}

/// The procedure hears the public: what came in has a page.
bool takes_opinions(opened_case const& file)
{
    return file.file().fields_of("participation.opinions_recorded") != nullptr;
}

/// How much of what came in no act has put on file; empty for none.
std::string unfiled_count(visit const& v, opened_case const& file)
{
    if (file.past || !takes_opinions(file))
        return {};
    adapters::soci::comment_shelf shelf(*v.records);
    auto const left = unfiled_on(shelf, file).all();
    return left == 0 ? std::string() : std::to_string(left);
}

/// Whoever has one thing to do now finds its form unfolded.
void unfold_sole_task(answer& page)
{
    std::vector<std::string> places;
    for (auto const& step : page.view.at("next").at("steps").as_array())
        if (step.at("own").as_bool() && !step.at("waits").as_bool())
            for (auto const& act : step.at("acts").as_array())
                places.emplace_back(act.at("href").as_string());
    if (places.size() != 1)
        return;
    for (auto& form : page.only_page.at("form_duties").as_array())
        if (places.front().ends_with("#" + std::string(form.at("id").as_string())))
            form.as_object()["expanded"] = true;
}

answer case_page(visit& v, opened_case const& file, typed_form const* typed)
{
    auto const read_only = file.past || file.rebuilt.broken.has_value();
    auto const now = circumstances_of(v, file);
    answer page{.page = "case"};
    page.view = head_view(v, file);
    auto phrases = phrases_view(v);
    page.only_page["has_phrases"] = !phrases.empty();
    page.only_page["phrases"] = std::move(phrases);
    page.only_page["sheets_href"] = "/cases/" + std::to_string(file.line().id.value) + "/sheets";
    page.only_page["desks"] = desks_view(v, file);
    page.only_page["origin_words"] =
        file.record.acts.empty() || file.record.acts.front().origin == engine::entered_here
            ? ""
            : v.words("origin." + file.record.acts.front().origin);
    put_list(v, file.line().shape, page.only_page);
    page.only_page["has_opinions"] = takes_opinions(file);
    page.only_page["unfiled_count"] = unfiled_count(v, file);
    page.only_page["has_sheets"] = file.file().fields_of("circulation.opened") != nullptr;
    page.view["as_of"] = file.past ? engine::to_text(file.on) : "";
    page.view["as_of_words"] = file.past ? v.words.date(file.on) : "";
    page.view["today"] = engine::to_text(v.today());
    page.view["read_only"] = read_only;
    page.view["unreadable"] = file.rebuilt.broken ? file.rebuilt.broken->seq : 0;
    page.only_page["unreadable_note"] =
        file.rebuilt.broken
            ? v.words(say("案卷第{1}号办理无法还原，案卷暂时只能查看。请联系系统管理员。",
                          file.rebuilt.broken->seq))
            : "";

    array limits, running, met;
    for (auto const& one : file.file().limits(now)) {
        limits.push_back(limit_view(v, file.line().id, one));
        (one.is == engine::limit::state::met ? met : running).push_back(limits.back());
    }
    page.only_page["limits_met_count"] = static_cast<long long>(met.size());
    page.only_page["has_limits_met"] = !met.empty();
    page.only_page["limits_running"] = std::move(running);
    page.only_page["limits_met"] = std::move(met);
    page.view["has_limits"] = !limits.empty();
    page.view["limits"] = std::move(limits);
    auto outlook = outlook_view(v, file);
    page.view["has_outlook"] = !outlook.empty();
    page.view["earliest"] = outlook.empty() ? "" : outlook.back().at("earliest_words").as_string();
    page.view["outlook"] = std::move(outlook);

    page.only_page["ordered_changes"] = ordered_changes(v, file);
    page.only_page["why_sent_back"] = why_sent_back(v, file);
    page.view["next"] = next_steps(v, file);
    auto const walked = progress_of(file, v.house.with().law);
    page.view["stages"] = stages_view(v, file, walked);

    auto const kept = v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
    show_offers(v, file, kept, typed, page);
    if (!typed)
        unfold_sole_task(page);

    page.view["facts"] = facts_view(v, file.file().facts());
    page.view["drafts"] = drafts_view(v, file);
    auto papers = papers_view(v, file);
    page.only_page["has_papers"] = !papers.empty();
    page.view["papers"] = std::move(papers);
    auto documents = documents_view(v, file);
    page.only_page["has_documents"] = !documents.empty();
    page.view["level"] = engine::name_of(file.record.entry.summary.level);
    page.view["level_words"] = level_words(v.words, file.record.entry.summary.level);
    page.only_page["is_secret"] =
        file.record.entry.summary.level == engine::confidentiality::secret;
    page.view["documents"] = std::move(documents);
    array acts;
    for (auto one = file.record.acts.rbegin(); one != file.record.acts.rend(); ++one)
        acts.push_back(act_view(v, file, *one, false));
    page.view["acts"] = std::move(acts);
    page.only_page["overview"] = overview_map(v, file, walked);

    // A form whose act is no longer offered has no place; its text is shown so that it can be
    // copied.
    page.only_page["lost_form"] = false;
    auto const show_lost = [&](std::string const& kind, object const& body,
                               std::vector<engine::field_fault> const& faults) {
        auto const* fields = file.file().fields_of(kind);
        if (!fields || is_made_by_the_house(kind) || has_form_of(page, kind))
            return;
        page.only_page["lost_form"] = object{
            {"kind", kind},
            {"act_words", act_words(v.words, kind)},
            {"seen", file.version()},
            {"act_id", random_id()},
            {"action", "/cases/" + std::to_string(file.line().id.value) + "/acts"},
            {"keep", ""},
            {"return_to", ""},
            {"draft", false},
            {"part", ""},
            {"as_proposed", array()},
            {"prepared", array()},
            {"has_no_place", !file.file()
                                  .out_of_place(kind, actor_on(v, file), circumstances_of(v, file))
                                  .admits()},
            {"inputs", form_view(v, kind, *fields, body, faults, to_choose_from(v, file, kind))}};
        if (auto const* draft = draft_of(kept, kind))
            page.only_page["lost_form"].as_object()["draft"] = draft_note(v, *draft);
    };
    if (typed) {
        page.status = typed->status;
        auto problem = problem_view(v, *typed, &file);
        if (has_form_of(page, typed->kind))
            problem["form_href"] = "#act-" + typed->kind;
        page.only_page["problem"] = std::move(problem);
        show_lost(typed->kind, typed->body, said_at_fields(*typed));
    } else if (auto const* draft = draft_of(kept, v.query("draft")); draft && !read_only) {
        if (auto const* fields = file.file().fields_of(draft->kind))
            show_lost(draft->kind, typed_in(*draft, *fields), {});
    } else
        show_done(v, file, page);
    page.headers.emplace_back("ETag", "\"" + std::to_string(file.version()) + "\"");
    return page;
}

} // namespace

answer show_case(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    return case_page(v, std::get<opened_case>(found), nullptr);
}

answer case_page_with(visit& v, engine::case_id on, typed_form const& typed)
{
    auto file = open_file(v, on);
    if (!file)
        return not_found(v);
    return case_page(v, *file, &typed);
}

} // namespace web::handlers
