#include "web/handlers/desk_page.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/review_points.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/drafts_of_case.hpp"

#include <algorithm>

// The reviewer's desk: whether the file is complete, how the clock stands, who was asked, and the
// opinion with its three findings.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::major_decision::review_account;

constexpr std::string_view chapter = "legality_review";
constexpr std::string_view concluding = "legality_review.concluded";
constexpr std::string_view responding = "legality_review.responded";

object step_view(visit const& v, opened_case const& file,
                 workflows::major_decision::legality_review::step_standing const& one)
{
    auto const lacks = (one.required && !one.done) || one.undecided;
    auto const declined = one.decided_against > 0;
    return {{"step", std::string(engine::name_of(one.step))},
            {"step_words", v.words(one.name)},
            {"rule", rule_view(v, one.rule)},
            {"required", one.required},
            {"done", one.done},
            {"is_done", one.required && one.done && !one.leaves_something_open()},
            {"leaves_something_open", one.leaves_something_open()},
            {"is_missing", lacks && !one.undecided},
            {"is_undecided", one.undecided},
            {"is_declined", declined},
            {"declined_href", declined ? "/cases/" + std::to_string(file.line().id.value) +
                                             "/acts/" + std::to_string(one.decided_against)
                                       : ""},
            {"is_not_needed", !one.required && !one.undecided && !declined},
            {"remark", one.remark.empty() ? "" : v.words(one.remark)},
            {"missing", lacks ? v.words(one.missing) : ""},
            {"remedy", lacks ? v.words(one.remedy) : ""}};
}

array pauses_view(visit const& v, review_account const& account)
{
    array made;
    for (auto const& one : account.pauses)
        made.push_back(object{{"from", engine::to_text(one.from)},
                              {"from_words", v.words.date(one.from)},
                              {"until", one.until ? engine::to_text(*one.until) : ""},
                              {"until_words", one.until ? v.words.date(*one.until) : ""},
                              {"reason", v.words(one.reason)}});
    return made;
}

engine::act const* last_of(opened_case const& file, std::string_view kind)
{
    auto const& acts = file.record.acts;
    auto const last =
        std::find_if(acts.rbegin(), acts.rend(), [&](auto const& one) { return one.kind == kind; });
    return last == acts.rend() ? nullptr : &*last;
}

/// The latest conclusion on file, whatever draft it was given on, with what the sponsor answered
/// to its points and how far the draft changed since.
object conclusion_view(visit const& v, opened_case const& file)
{
    auto const* last = last_of(file, concluding);
    if (!last)
        return {{"any", false}};
    auto made = act_view(v, file, *last, false);
    made["any"] = true;
    auto const* answer = last_of(file, responding);
    if (answer && answer->seq < last->seq)
        answer = nullptr;
    made["response_href"] = std::string();
    if (answer)
        made["response_href"] = act_view(v, file, *answer, false).at("href");
    made["points"] = points_view(v, *last, answer);
    auto const versions = workflows::drafts_of_case(file.record.acts).versions;
    made["since"] =
        change_since(v, file, std::count_if(versions.begin(), versions.end(), [&](auto const& one) {
                         return one.seq < last->seq;
                     }));
    auto const* outcome = last->body.if_contains("outcome");
    made["outcome_words"] =
        outcome && outcome->is_string()
            ? v.words("choice.review_outcome." + std::string(outcome->get_string().c_str()))
            : "";
    return made;
}

object conclusion_form(visit const& v, opened_case const& file, engine::offer const& offer,
                       kept_drafts const& kept)
{
    auto form = offer_form(v, file, offer, kept, {.typed = v.came_back, .return_to = "review"});
    gather_inputs(form, v.words(say("一、权限")), "", {"within_power", "power_finding"});
    gather_inputs(form, v.words(say("二、程序")), v.words(say("卷内法定步骤的完成情况见上表。")),
                  {"procedure_followed", "procedure_finding", "missing_steps"});
    gather_inputs(form, v.words(say("三、内容")), "",
                  {"content_lawful", "content_finding", "points"});
    gather_inputs(
        form, v.words(say("四、结论")),
        v.words(say("可先用页末的按钮下载按上面所填内容生成的审查意见书稿，核对、盖章后附上。")),
        {"outcome", "risk_notice", "short_time_reason", "author", "opinion"});
    form["paper"] = "legality_opinion";
    form["paper_words"] = v.words(say("下载审查意见书稿（PDF）"));
    return form;
}

std::string stage_of(opened_case const& file)
{
    for (auto const& one : file.file().stages())
        if (one.chapter == chapter)
            return one.stage;
    return {};
}

} // namespace

answer show_review(visit& v)
{
    auto found = reviewed_case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& [file, account] = std::get<reviewed_case>(found);

    auto page = begin_desk(v, file, "review");
    auto const stage = stage_of(file);
    page.view["stage"] = stage;
    page.view["stage_words"] = stage_words(v.words, chapter, stage);

    array steps;
    long long missing = 0;
    bool is_open = false;
    for (auto const& one : account.steps) {
        steps.push_back(step_view(v, file, one));
        missing += one.required && !one.done;
        is_open = is_open || one.leaves_something_open();
    }
    page.view["steps"] = std::move(steps);
    page.view["missing_steps"] = missing;
    page.only_page["missing_words"] = missing ? v.words(say("{1}项尚未完成", missing)) : "";
    page.only_page["is_complete"] = missing == 0 && !is_open;

    show_filing(v, account, page);
    array basis;
    if (account.filing)
        for (auto const& one : account.filing->body.legal_basis)
            basis.push_back(object{{"words", one}});
    page.only_page["has_basis"] = !basis.empty();
    page.view["legal_basis"] = std::move(basis);

    auto limits = limits_named(v, file, "review_");
    page.view["no_limits"] = limits.empty();
    page.view["limits"] = std::move(limits);
    auto pauses = pauses_view(v, account);
    page.only_page["has_pauses"] = !pauses.empty();
    page.view["pauses"] = std::move(pauses);
    auto advisers = advisers_view(v, file, account);
    page.only_page["has_advisers"] = !advisers.empty();
    page.view["advisers"] = std::move(advisers);
    page.view["drafts"] = drafts_view(v, file);
    page.view["conclusion"] = conclusion_view(v, file);
    auto const& conclusion = page.view["conclusion"].as_object();
    page.only_page["has_points"] =
        conclusion.contains("points") && !conclusion.at("points").as_array().empty();
    auto papers = papers_named(v, file, {"legality_opinion", "review_request"});
    page.only_page["has_papers"] = !papers.empty();
    page.view["papers"] = std::move(papers);
    page.only_page["draft_shown"] = draft_preview(v, file);

    auto const kept = drafts_kept_on(v, file);
    array duties, options;
    object concluded{{"open", false}, {"closed", false}, {"refusals", array()}};
    page.only_page["conclusion_form"] = false;
    for (auto const& [kind, offer] : own_offers(v, file)) {
        if (offer.chapter != chapter && kind != "drafting.change_confirmed")
            continue;
        if (kind == concluding) {
            concluded["open"] = offer.is_open();
            concluded["closed"] = !offer.is_open();
            concluded["refusals"] = refusals_view(v, offer.refusals);
            if (offer.is_open())
                page.only_page["conclusion_form"] = conclusion_form(v, file, offer, kept);
        } else if (offer.is_open()) {
            auto form =
                offer_form(v, file, offer, kept, {.typed = v.came_back, .return_to = "review"});
            if (offer.duty)
                form["expanded"] = true;
            (offer.duty ? duties : options).push_back(std::move(form));
        }
    }
    page.view["concluded"] = std::move(concluded);
    page.only_page["has_forms"] = !duties.empty() || !options.empty();
    page.only_page["has_options"] = !options.empty();
    page.only_page["duties"] = std::move(duties);
    page.only_page["options"] = std::move(options);
    return page;
}

} // namespace web::handlers
