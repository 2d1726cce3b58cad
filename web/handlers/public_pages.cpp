#include "adapters/soci/comment_shelf.hpp"
#include "adapters/soci/document_levels.hpp"
#include "web/handlers/document_answer.hpp"
#include "web/handlers/force_light.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_reports.hpp"
#include "web/handlers/public_text.hpp"
#include "web/handlers/public_view.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <map>

// The pages for everybody: consultations, decisions, one decision with its steps and answers.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace law = workflows::major_decision;
namespace soci = adapters::soci;

constexpr char const* consultation_kind = law::participation::published::kind.data();
constexpr char const* hearing_kind = law::hearing::announced::kind.data();
constexpr char const* issue_kind = law::publication::published::kind.data();

/// A window may stay open this much longer than its notice says: the longest run of rest days.
constexpr std::chrono::days longest_rest{15};

/// A hearing may be put off; its case is found by the first notice (GDH303-19.2).
constexpr std::chrono::days longest_postponement{60};

/// So many stand on the first page; the list has all.
constexpr std::size_t most_on_first_page = 20;
constexpr long long newest_notices = 50;

array open_consultations(visit& v)
{
    auto const found = public_cases(
        v, {.kind = consultation_kind, .until_day = v.today() - longest_rest}, {}, newest_notices);
    array made;
    for (auto const& one : found.cases) {
        auto const& at = one->matter.consultation;
        if (!at || at->closed_on || v.today() > at->last_day)
            continue;
        if (made.size() == most_on_first_page)
            break;
        auto view = public_head(v, *one);
        view["consultation"] = consultation_view(v, *one);
        made.push_back(std::move(view));
    }
    return made;
}

array open_hearings(visit& v)
{
    auto const found =
        public_cases(v, {.kind = hearing_kind, .until_day = v.today() - longest_postponement}, {},
                     newest_notices);
    array made;
    for (auto const& one : found.cases) {
        auto const& at = one->matter.hearing;
        if (!at || at->held || at->ended || v.today() > at->hearing_on)
            continue;
        auto view = public_head(v, *one);
        view["hearing"] = hearing_view(v, *one);
        made.push_back(std::move(view));
    }
    return made;
}

object decision_view(visit const& v, public_case const& one)
{
    auto view = public_head(v, one);
    auto const& matter = one.matter;
    view["document_number"] = matter.text ? matter.text->document_number : "";
    view["published_on"] = matter.issue ? engine::to_text(matter.issue->published_on) : "";
    view["published_words"] = matter.issue ? v.words.date(matter.issue->published_on) : "";
    view["text_href"] = "";
    if (matter.text && matter.issue)
        view["text_href"] =
            public_href(one.id) + "/documents/" + law::paper_to_publish(*matter.text).hash;
    return view;
}

/// Opinions with one answer, of one group: the table of what was adopted and why not.
struct answer_group {
    std::string issue;
    law::participation::adoption outcome{};
    std::string reason;
    std::vector<law::public_opinion const*> opinions;
};

std::vector<answer_group> answer_groups(public_case const& of,
                                        std::map<long long, std::string> const& issues)
{
    std::vector<answer_group> groups;
    for (auto const& one : of.matter.answered) {
        std::string issue;
        if (auto const number = law::number_of_opinion(one.what.number))
            if (auto const found = issues.find(*number); found != issues.end())
                issue = found->second;
        std::string const reason = one.decision.reason.value_or("");
        auto const same = [&](answer_group const& group) {
            return !issue.empty() && group.issue == issue &&
                   group.outcome == one.decision.outcome && group.reason == reason;
        };
        auto at = std::find_if(groups.begin(), groups.end(), same);
        if (at == groups.end())
            at = groups.insert(groups.end(), {issue, one.decision.outcome, reason, {}});
        at->opinions.push_back(&one);
    }
    return groups;
}

array answers_view(visit& v, public_case const& of)
{
    constexpr std::size_t most_groups = 200;
    constexpr std::size_t most_shown = 3; ///< of one group; the others say much the same
    soci::comment_shelf shelf(*v.records);
    std::map<long long, std::string> issues;
    for (auto& [number, issue] : shelf.issues(of.id))
        issues.emplace(number, std::move(issue));
    // The way to reach them that came with it is masked in their own words too.
    auto const words_of = [&](law::public_opinion const& one) {
        auto const number = law::number_of_opinion(one.what.number);
        auto const contact = number ? shelf.contact(of.id, *number) : std::string();
        return masked_words(masked_words(one.what.words, {contact}), of.people);
    };
    array made;
    for (auto const& group : answer_groups(of, issues)) {
        if (made.size() == most_groups)
            break;
        array opinions;
        for (auto const* one : group.opinions) {
            if (opinions.size() == most_shown)
                break;
            opinions.push_back(object{{"number", one->what.number},
                                      {"from", masked_name(one->what.from)},
                                      {"words", words_of(*one)}});
        }
        auto const count = static_cast<long long>(group.opinions.size());
        auto const outcome = std::string(engine::name_of(group.outcome));
        made.push_back(object{{"issue", masked_words(group.issue, of.people)},
                              {"count", count},
                              {"several", count > static_cast<long long>(most_shown)},
                              {"outcome", outcome},
                              {"outcome_words", v.words("choice.adoption." + outcome)},
                              {"reason", masked_words(group.reason, of.people)},
                              {"opinions", std::move(opinions)}});
    }
    return made;
}

/// What is still open of the opinions on file; empty: nothing, or nothing comes of it any more.
std::string open_answers_words(visit const& v, law::public_matter const& matter)
{
    auto const untold = matter.untold();
    if (untold == 0 || matter.ended_on)
        return {};
    return v.words(
        matter.answered.empty()
            ? say("收到的意见由承办单位研究处理。采纳情况在向公众反馈以后公布；没有另行反馈的，"
                  "最迟与正式文本一并公布。")
            : say("另有{1}条意见的处理结果尚未公布。", untold));
}

array feedback_view(visit const& v, public_case const& of)
{
    array made;
    for (auto const& one : of.matter.feedback)
        made.push_back(object{{"given_on", engine::to_text(one.given_on)},
                              {"given_words", v.words.date(one.given_on)},
                              {"words", masked_words(one.words, of.people)}});
    return made;
}

object counts_view(public_case const& of)
{
    long long adopted = 0, partly = 0, not_adopted = 0;
    for (auto const& one : of.matter.answered)
        switch (one.decision.outcome) {
        case law::participation::adoption::adopted:
            ++adopted;
            break;
        case law::participation::adoption::partly_adopted:
            ++partly;
            break;
        case law::participation::adoption::not_adopted:
            ++not_adopted;
            break;
        }
    return {{"received", of.matter.opinions.counted()},
            {"all", adopted + partly + not_adopted},
            {"adopted", adopted},
            {"partly_adopted", partly},
            {"not_adopted", not_adopted}};
}

/// What came of a round of consultation, so far.
engine::text outcome_of_round(visit const& v, law::public_matter const& matter,
                              law::public_consultation const& round)
{
    if (round.received)
        return say("收到意见{1}件", *round.received);
    if (round.never_began())
        return round.seq != matter.consultation->seq
                   ? say("没有开始：{1}起由下一轮征求意见代替", *round.closed_on)
                   : say("没有开始：事项已经结束");
    if (v.today() < round.notice.opens_on && !round.closed_on)
        return say("尚未开始");
    if (round.is_open(v.today()))
        return say("正在征求意见");
    if (!round.closed_on)
        return say("期限已经届满，意见正在汇总");
    if (round.seq != matter.consultation->seq)
        return say("{1}起由下一轮征求意见代替", *round.closed_on);
    return say("事项已经结束");
}

/// By number of the opinion.
using days_by_number = std::map<long long, engine::day>;

/// When an opinion came; where it did not come through the site, when it went on file.
engine::day came_on(law::opinion_on_file const& one, days_by_number const& received)
{
    auto const number = law::number_of_opinion(one.what.number);
    auto const known = number ? received.find(*number) : received.end();
    return known != received.end() ? known->second : one.on;
}

/// What became of the opinions of a round, as the public was told.
std::string told_of_round(visit const& v, law::public_matter const& matter,
                          law::public_consultation const& round, days_by_number const& received)
{
    long long adopted = 0, partly = 0, not_adopted = 0;
    for (auto const& one : matter.answered) {
        auto const* on_file = matter.opinions.find(one.what.number);
        auto const* came_in = on_file ? matter.round_of(came_on(*on_file, received)) : nullptr;
        if (!came_in || came_in->seq != round.seq)
            continue;
        using adoption = law::participation::adoption;
        auto& count = one.decision.outcome == adoption::adopted          ? adopted
                      : one.decision.outcome == adoption::partly_adopted ? partly
                                                                         : not_adopted;
        ++count;
    }
    if (adopted + partly + not_adopted == 0)
        return {};
    return v.words(say("采纳{1}条、部分采纳{2}条、未采纳{3}条", adopted, partly, not_adopted));
}

/// Every round of consultation, newest first, with the draft that was open then; none where there
/// was no more than one.
array rounds_view(visit const& v, public_case const& of)
{
    array made;
    auto const& matter = of.matter;
    if (matter.earlier_consultations.empty())
        return made;
    auto rounds = matter.earlier_consultations;
    rounds.push_back(*matter.consultation);
    days_by_number received;
    for (auto const& [number, on] : soci::comment_shelf(*v.records).days_of_receipt(of.id))
        received.emplace(number, on);
    for (auto number = rounds.size(); number > 0; --number) {
        auto const& one = rounds[number - 1];
        // Of a round that never began, the days that it was to have.
        auto const last = one.closed_on && !one.never_began()
                              ? std::min(*one.closed_on, one.last_day)
                              : one.last_day;
        auto const& draft = one.notice.draft;
        made.push_back(
            object{{"round_words", v.words(say("第{1}轮", static_cast<long long>(number)))},
                   {"opens_on", engine::to_text(one.notice.opens_on)},
                   {"opens_words", v.words.date(one.notice.opens_on)},
                   {"closes_on", engine::to_text(last)},
                   {"closes_words", v.words.date(last)},
                   {"draft", masked_words(draft.name, of.people)},
                   {"draft_href", soci::is_withheld(draft.hash)
                                      ? std::string()
                                      : public_href(of.id) + "/documents/" + draft.hash},
                   {"outcome_words", v.words(outcome_of_round(v, matter, one))},
                   {"told_words", told_of_round(v, matter, one, received)}});
    }
    return made;
}

} // namespace

answer show_public(visit& v)
{
    constexpr long long newest = 8;
    answer page{.page = "public"};
    page.view["title"] = v.words(say("公众参与"));
    auto open = open_consultations(v);
    page.view["nothing_open"] = open.empty();
    page.view["consultations"] = std::move(open);
    auto hearings = open_hearings(v);
    page.view["has_hearings"] = !hearings.empty();
    page.view["hearings"] = std::move(hearings);
    array decisions;
    for (auto const& one : public_cases(v, {.kind = issue_kind}, {}, newest).cases)
        decisions.push_back(decision_view(v, *one));
    page.view["has_decisions"] = !decisions.empty();
    page.view["decisions"] = std::move(decisions);
    auto register_of_documents = documents_today(v);
    array documents;
    for (auto const& one : newest_documents(register_of_documents, newest))
        documents.push_back(document_line_view(v, register_of_documents, one));
    page.view["has_documents"] = !documents.empty();
    page.view["documents"] = std::move(documents);
    auto reports = newest_reports_view(v);
    page.view["has_reports"] = !reports.empty();
    page.view["reports"] = std::move(reports);
    return page;
}

answer list_consultations(visit& v)
{
    constexpr long long rows_a_page = 30;
    auto const after = cursor_in(v.query("after"));
    if (!v.query("after").empty() && !after)
        return problem(v, 400, "malformed", say("翻页位置有误，请从第一页开始查看。"));
    auto const found = public_cases(v, {.kind = consultation_kind}, after, rows_a_page);
    answer page{.page = "public_consultations"};
    page.view["title"] = v.words(say("公开征求意见"));
    array rows;
    for (auto const& one : found.cases) {
        if (!one->matter.consultation)
            continue;
        auto view = public_head(v, *one);
        view["consultation"] = consultation_view(v, *one);
        rows.push_back(std::move(view));
    }
    page.view["empty"] = rows.empty();
    page.view["consultations"] = std::move(rows);
    page.view["next"] =
        found.next ? "/public/consultations?after=" + to_text(*found.next) : std::string();
    return page;
}

answer list_hearings(visit& v)
{
    constexpr long long rows_a_page = 30;
    auto const after = cursor_in(v.query("after"));
    if (!v.query("after").empty() && !after)
        return problem(v, 400, "malformed", say("翻页位置有误，请从第一页开始查看。"));
    answer page{.page = "public_hearings"};
    page.view["title"] = v.words("public.hearings");
    // Those to which people may still go stand above the pages of all.
    auto coming = after ? array() : open_hearings(v);
    page.view["has_open"] = !coming.empty();
    page.view["open_hearings"] = std::move(coming);
    auto const found = public_cases(v, {.kind = hearing_kind}, after, rows_a_page);
    array rows;
    for (auto const& one : found.cases) {
        if (!one->matter.hearing)
            continue;
        auto view = public_head(v, *one);
        view["hearing"] = hearing_view(v, *one);
        rows.push_back(std::move(view));
    }
    page.view["empty"] = rows.empty();
    page.view["hearings"] = std::move(rows);
    page.view["next"] =
        found.next ? "/public/hearings?after=" + to_text(*found.next) : std::string();
    return page;
}

answer list_decisions(visit& v)
{
    constexpr long long rows_a_page = 30;
    soci::notice_filter only{.kind = issue_kind, .unit = v.query("unit")};
    if (auto const typed = v.query("year"); !typed.empty()) {
        auto const year = number_in(typed);
        if (!year || *year < 1'900 || *year > 9'999)
            return problem(v, 400, "malformed", say("“{1}”不是年份，应为 2024 的形式。", typed));
        only.year = static_cast<int>(*year);
    }
    auto const after = cursor_in(v.query("after"));
    if (!v.query("after").empty() && !after)
        return problem(v, 400, "malformed", say("翻页位置有误，请从第一页开始查看。"));
    auto const found = public_cases(v, only, after, rows_a_page);
    answer page{.page = "public_decisions"};
    page.view["title"] = v.words(say("已公布的决策"));
    array rows;
    for (auto const& one : found.cases)
        rows.push_back(decision_view(v, *one));
    page.view["empty"] = rows.empty();
    page.view["decisions"] = std::move(rows);
    page.view["next"] = "";
    if (found.next) {
        pairs again;
        if (only.year)
            again.emplace_back("year", std::to_string(*only.year));
        if (!only.unit.empty())
            again.emplace_back("unit", only.unit);
        again.emplace_back("after", to_text(*found.next));
        page.view["next"] = "/public/decisions?" + to_query(again);
    }
    soci::notice_board board(*v.records);
    array years;
    for (auto const year : board.years(issue_kind))
        years.push_back(object{{"year", year}, {"selected", only.year == year}});
    array units;
    for (auto const& unit : board.units(issue_kind))
        units.push_back(object{
            {"code", unit}, {"words", v.house.unit_name(unit)}, {"selected", unit == only.unit}});
    page.only_page = {{"years", std::move(years)}, {"units", std::move(units)}};
    return page;
}

answer show_matter(visit& v)
{
    auto const of = public_case_of_path(v);
    if (!of)
        return public_not_found(v);
    answer page{.page = "public_matter"};
    page.view = public_head(v, *of);
    auto const& matter = of->matter;
    page.view["consultation"] =
        matter.consultation ? boost::json::value(consultation_view(v, *of)) : nullptr;
    auto rounds = rounds_view(v, *of);
    page.view["has_rounds"] = !rounds.empty();
    page.view["rounds"] = std::move(rounds);
    page.view["hearing"] = matter.hearing ? boost::json::value(hearing_view(v, *of)) : nullptr;
    page.view["steps"] = steps_view(v, *of);
    auto documents = published_documents_view(v, *of);
    page.view["has_documents"] = !documents.empty();
    page.view["documents"] = std::move(documents);
    auto answers = answers_view(v, *of);
    page.view["has_answers"] = !answers.empty();
    page.view["answers"] = std::move(answers);
    page.view["open_answers"] = open_answers_words(v, matter);
    page.view["counts"] = counts_view(*of);
    page.view["feedback"] = feedback_view(v, *of);
    page.view["issue"] = nullptr;
    if (matter.issue) {
        auto view = decision_view(v, *of);
        view["read_href"] =
            matter.text ? public_text_href(v, of->id, law::paper_to_publish(*matter.text).hash)
                        : std::string();
        view["adoption_statement"] =
            matter.issue->adoption_statement
                ? masked_words(*matter.issue->adoption_statement, of->people)
                : std::string();
        put_other_address(v, view, *of, matter.issue->address.value_or(""));
        auto const& force = matter.force;
        view["effective_words"] = force ? v.words.date(force->effective_on) : std::string();
        view["valid_words"] = !force               ? std::string()
                              : force->valid_until ? v.words.date(*force->valid_until)
                                                   : v.words("documents.no_end");
        view["channels"] = channel_words(v, matter.issue->channels);
        view["interpretation_href"] =
            matter.issue->interpretation
                ? public_href(of->id) + "/documents/" + matter.issue->interpretation->hash
                : std::string();
        page.view["issue"] = std::move(view);
    }
    return page;
}

answer show_published_document(visit& v)
{
    auto const of = public_case_of_path(v);
    auto const* named = of ? of->matter.document(v.place("hash")) : nullptr;
    auto const known = named ? v.records->find_document(named->what.hash) : std::nullopt;
    auto const path = named ? v.house.with().documents.path_of(named->what.hash) : std::nullopt;
    if (!known || !path)
        return public_not_found(v);
    return document_answer(v, {*path, known->hash, masked_words(named->what.name, of->people),
                               "public, max-age=3600"});
}

} // namespace web::handlers
