#include "web/handlers/above_form.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "web/document_link.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/handlers/last_body.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/legal_matter/advice.hpp"
#include "workflows/legal_matter/handling.hpp"
#include "workflows/major_decision/archive.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/draft_history.hpp"
#include "workflows/major_decision/evaluation.hpp"
#include "workflows/major_decision/execution.hpp"
#include "workflows/major_decision/fair_competition.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/open_changes.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/public_reading.hpp"
#include "workflows/major_decision/publication.hpp"
#include "workflows/major_decision/review_account.hpp"
#include "workflows/major_decision/risk.hpp"
#include "workflows/major_decision/sent_back.hpp"
#include "workflows/major_decision/sides_to_hear.hpp"
#include "workflows/major_decision/sponsor_review.hpp"
#include "workflows/major_decision/submission.hpp"
#include "workflows/normative_document/opinions.hpp"

#include <algorithm>
#include <map>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace law = workflows::major_decision;
namespace review = law::legality_review;

std::string address_of(opened_case const& file)
{
    return "/cases/" + std::to_string(file.line().id.value);
}

/// Who is listed for a hearing is chosen among those who signed up: where they are, and how many.
void add_sign_ups(visit const& v, opened_case const& file, array& into)
{
    namespace soci = adapters::soci;
    if (!v.records)
        return;
    auto const count = soci::comment_shelf(*v.records)
                           .count(file.line().id, {.purpose = soci::purpose::application});
    into.push_back(note_above("", {},
                              address_of(file) + "/opinions?purpose=" + soci::purpose::application,
                              v.words(say("听证报名{1}件，请从报名人中选定参加人", count))));
}

void add_asked_supplement(visit const& v, opened_case const& file, array& into)
{
    auto const account = law::account_of_review(file.file(), circumstances_of(v, file));
    if (!account || !account->awaited)
        return;
    auto const& asked = *account->awaited;
    auto const words = asked.answer_by
                           ? say("合法性审查部门于{1}要求补充下列材料，期限到{2}。请逐项附上；不能"
                                 "提供的，逐项写明理由。",
                                 asked.asked_on, *asked.answer_by)
                           : say("合法性审查部门于{1}要求补充下列材料。请逐项附上；不能提供的，逐项"
                                 "写明理由。",
                                 asked.asked_on);
    into.push_back(note_above(v.words(words), asked.items,
                              address_of(file) + "/acts/" + std::to_string(asked.act),
                              v.words(say("查看要求"))));
}

/// What the file holds, part by part, so that whoever ticks that it is whole has read it, and
/// whoever brings papers what it lacks; and where papers are brought to it first.
void add_checklist(visit const& v, opened_case const& file, std::string_view kind, array& into)
{
    std::string const bringing(law::archive::part_filed::kind);
    bool const is_elsewhere = kind != bringing;
    std::vector<std::string> items;
    for (auto const& line : law::archive_checklist(file.file())) {
        if (!line.required && !line.on_file)
            continue;
        auto const part = v.words("choice.archive_part." + std::string(engine::name_of(line.part)));
        items.push_back(v.words(!line.on_file    ? say("{1}：缺失", part)
                                : line.acts == 0 ? say("{1}：在卷", part)
                                                 : say("{1}：在卷，{2}项记录，{3}至{4}", part,
                                                       line.acts, *line.first_on, *line.last_on)));
    }
    into.push_back(
        note_above(v.words(say("案卷内容，共{1}个部分：", static_cast<long long>(items.size()))),
                   items, is_elsewhere ? address_of(file) + "#act-" + bringing : std::string(),
                   is_elsewhere ? act_words(v.words, bringing) : std::string()));
}

/// What changed in each version that waits for the reviewer's word, and whether an earlier text
/// came back with it.
void add_changes(visit const& v, opened_case const& file, array& into)
{
    auto const versions = law::history_of_drafts(file.record.acts).versions;
    for (auto const& one : versions) {
        if (!one.awaits_reviewer)
            continue;
        auto const first = std::find_if(versions.begin(), versions.end(), [&](auto const& other) {
            return other.draft.hash == one.draft.hash;
        });
        if (first->version < one.version)
            into.push_back(
                note_above(v.words(say("第{1}稿与第{2}稿完全相同", one.version, first->version))));
        auto const change = change_between(v, file, one.version - 1, one.version);
        into.push_back(
            note_above(v.words(say("第{1}稿与第{2}稿相比：{3}", one.version, one.version - 1,
                                   std::string(change.at("words").as_string()))),
                       {}, std::string(change.at("href").as_string()), v.words(say("逐段对照"))));
    }
}

/// An opinion that was begun on another version than the one that is proposed now.
void add_change_since_kept(visit const& v, opened_case const& file, engine::instant kept_at,
                           array& into)
{
    auto const& acts = file.record.acts;
    auto const versions = [&](auto is_counted) {
        return std::count_if(acts.begin(), acts.end(), [&](engine::act const& one) {
            return one.kind == law::drafting::versioned::kind && is_counted(one);
        });
    };
    auto const then = versions([&](auto const& one) { return one.entered_at < kept_at; });
    auto const now = versions([](auto const&) { return true; });
    if (then == now)
        return;
    auto const change = change_since(v, file, then);
    into.push_back(note_above(
        v.words(say("您写这份草稿时，草案是第{1}稿；现行的是第{2}稿：{3}。请核对后再提交。", then,
                    now, std::string(change.at("words").as_string()))),
        {}, std::string(change.at("href").as_string()), v.words(say("逐段对照"))));
}

/// Whoever passes the matter on to a meeting reads who is against it still.
void add_disagreement(visit const& v, opened_case const& file, array& into)
{
    auto const against = disagreement_view(v, file);
    if (against.at("any").as_bool())
        into.push_back(note_above(std::string(against.at("words").as_string()), {},
                                  std::string(against.at("href").as_string()),
                                  v.words("meetings.see_disagreement")));
}

/// How the sponsor says that the ordered changes were made, and what the text says of it.
void add_changes_as_told(visit const& v, opened_case const& file, array& into)
{
    auto const open = law::changes_open_on(file.file());
    if (!open || open->account.empty())
        return;
    into.push_back(note_above(v.words(say("承办单位的修改情况说明：{1}", open->account))));
    auto const change = change_between(v, file, open->discussed, open->current);
    into.push_back(
        note_above(v.words(say("第{1}稿与第{2}稿相比：{3}", open->current, open->discussed,
                               std::string(change.at("words").as_string()))),
                   {}, std::string(change.at("href").as_string()), v.words(say("逐段对照"))));
}

/// Whoever publishes reads first what goes out.
void add_text_to_publish(visit const& v, opened_case const& file, array& into)
{
    auto const& acts = file.record.acts;
    for (auto one = acts.rbegin(); one != acts.rend(); ++one)
        if (auto const signing = law::body_if<law::publication::text_signed>(*one)) {
            auto const& text = law::paper_to_publish(*signing);
            into.push_back(note_above(v.words(say("将要公布的文本（{1}，{2}签发）：",
                                                  signing->document_number, signing->signed_on)),
                                      {}, document_href(text.hash),
                                      document_name(v.words, text.hash, text.name)));
            return;
        }
}

bool judges_draft(std::string_view kind)
{
    return kind == law::consultation::answered::kind ||
           kind == law::sponsor_review::legal_opinion_given::kind ||
           kind == law::sponsor_review::discussed::kind ||
           kind == law::fair_competition::concluded::kind;
}

object paper_above(visit const& v, std::string const& what, law::document_ref const& paper)
{
    auto const href = document_href(paper.hash);
    auto const name = document_name(v.words, paper.hash, paper.name);
    return note_above(what + v.words("words.colon") + (href.empty() ? name : ""), {}, href, name);
}

/// Whoever judges the draft reads the version that is current, and what explains it.
void add_draft_to_judge(visit const& v, opened_case const& file, array& into)
{
    auto const filed = last_body<law::drafting::versioned>(file);
    if (!filed)
        return;
    auto const version =
        static_cast<long long>(law::history_of_drafts(file.record.acts).versions.size());
    into.push_back(paper_above(v, v.words(say("草案第{1}稿", version)), filed->draft));
    into.push_back(paper_above(v, v.words("field.explanation"), filed->explanation));
}

bool answers_units(std::string_view kind)
{
    using namespace law::consultation;
    return kind == settled::kind || kind == disagreement_stated::kind;
}

/// What each unit that does not simply agree said last, and of which version: whoever talked with
/// it enters what came of that.
void add_words_of_units(visit const& v, opened_case const& file, array& into)
{
    using law::consultation::answered;
    auto const said = law::history_of_drafts(file.record.acts).opinions;
    std::map<std::string, long long> last;
    for (auto const& one : said)
        if (one.kind == answered::kind)
            last[one.by_unit] = one.seq;
    for (auto const& one : said) {
        if (one.kind != answered::kind || last.at(one.by_unit) != one.seq)
            continue;
        auto const& acts = file.record.acts;
        auto const act = std::find_if(acts.begin(), acts.end(),
                                      [&](auto const& other) { return other.seq == one.seq; });
        auto const answer = law::body_if<answered>(*act);
        if (!answer || answer->stance == law::consultation::unit_stance::agrees)
            continue;
        std::vector<std::string> comments;
        if (answer->comments)
            comments.push_back(*answer->comments);
        into.push_back(
            note_above(v.words(say("{1}对第{2}稿的答复（{3}）：{4}", v.house.unit_name(one.by_unit),
                                   one.version, one.on, say(one.conclusion))),
                       comments, address_of(file) + "/acts/" + std::to_string(one.seq),
                       v.words(say("查看登记"))));
    }
}

bool judges_ordered_changes(std::string_view kind)
{
    using namespace law::deliberation;
    return kind == changes_accepted::kind || kind == changes_refused::kind;
}

bool acts_on_ordered_changes(std::string_view kind)
{
    using namespace law::deliberation;
    return kind == law::drafting::versioned::kind ||
           kind == law::drafting::change_confirmed::kind || judges_ordered_changes(kind) ||
           kind == changes_made::kind;
}

bool leads_to_meeting(std::string_view kind)
{
    using namespace law::submission;
    return kind == office_passed::kind || kind == deputy_approved::kind ||
           kind == placed_on_agenda::kind;
}

std::string how_far_heard(visit const& v, std::string const& who, long long times,
                          engine::rule_id const& by)
{
    auto const rule = std::string(rule_view(v, by).at("citation").as_string());
    return v.words(times == 0 ? say("{1}：尚未听取（{2}）", who, rule)
                              : say("{1}：已听取{2}人次（{3}）", who, times, rule));
}

/// Whom the first review of competition has to hear: asked for of an act that comes, and to be
/// known before.
void add_competition_parties(visit const& v, opened_case const& file, array& into)
{
    auto const& rules = v.house.with().law.book.in_force(file.file().summary().place, file.on);
    if (!rules.flag(law::fair_competition_conclusion_required))
        return;
    auto const rule = std::string(rule_view(v, "NORM-20").at("citation").as_string());
    into.push_back(
        note_above(v.words(say("公平竞争审查须听取下列方面的意见，并逐一登记（{1}）：", rule)),
                   {v.words(say("有关经营者、行业协会商会等利害关系人：至少其中一方")),
                    v.words(say("涉及社会公众利益的，还有社会公众"))}));
}

/// Whose word on the risks is on file, and whose is wanted still.
void add_risk_parties(visit const& v, opened_case const& file, array& into)
{
    std::vector<std::string> parties;
    for (auto const& one : law::risk_parties_to_hear(file.file(), circumstances_of(v, file)))
        parties.push_back(
            how_far_heard(v, v.words("choice.heard_party." + std::string(engine::name_of(one.of))),
                          one.heard, one.rule));
    into.push_back(note_above(v.words(say("风险评估须听取下列方面的意见：")), parties));
}

/// Whom the law wants heard beside the public, and who has been: this is asked for at the end of
/// participation, and to be known while it goes on.
void add_sides_to_hear(visit const& v, opened_case const& file, array& into)
{
    std::vector<std::string> sides;
    for (auto const& one : law::sides_to_hear(file.file(), circumstances_of(v, file)))
        sides.push_back(
            how_far_heard(v, v.words(law::words_of(one, file.file())), one.heard, one.rule));
    if (!sides.empty())
        into.push_back(note_above(
            v.words(say("除公开征求意见外，还须分别听取下列方面的意见，并逐人登记：")), sides));
}

object note_of_return(visit const& v, opened_case const& file, law::sent_back const& back,
                      char const* words)
{
    return note_above(v.words(say(words, say("act." + std::string(back.kind)), back.on)),
                      {back.reason}, address_of(file) + "/acts/" + std::to_string(back.act),
                      v.words(say("查看登记")));
}

/// Whoever passes on what came back before reads why it did.
void add_earlier_return(visit const& v, opened_case const& file, array& into)
{
    if (auto const back = law::earlier_submission_sent_back(file.file()))
        into.push_back(note_of_return(v, file, *back, "上一次提请被退回：{1}，{2}，理由："));
}

engine::act const* last_act(opened_case const& file, std::string_view kind)
{
    auto const& acts = file.record.acts;
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [&](engine::act const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

std::string text_in(engine::act const& from, char const* name)
{
    auto const* found = from.body.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// Whoever answers a problem reads it as it was reported.
void add_problem(visit const& v, opened_case const& file, array& into)
{
    auto const* reported = last_act(file, law::execution::problem_reported::kind);
    if (!reported)
        return;
    std::vector<std::string> items;
    for (auto const* field : {"description", "advice"})
        if (auto words = text_in(*reported, field); !words.empty())
            items.push_back(std::move(words));
    into.push_back(note_above(v.words(say("报告的问题：{1}", say("choice.problem_kind." +
                                                                 text_in(*reported, "problem")))),
                              items, address_of(file) + "/acts/" + std::to_string(reported->seq),
                              v.words(say("查看登记"))));
}

/// Each unit answers what the evaluation advised it.
void add_recommendations(visit const& v, opened_case const& file, array& into)
{
    auto const report = last_body<law::evaluation::reported>(file);
    std::vector<std::string> items;
    if (report)
        for (auto const& one : report->follow_ups)
            if (one.unit_concerned == v.actor().unit)
                items.push_back(one.matter);
    if (!items.empty())
        into.push_back(note_above(v.words(say("评估报告对你单位的建议：")), items));
}

/// A matter that a meeting had before it comes to a meeting again.
void add_last_meeting(visit const& v, opened_case const& file, array& into)
{
    auto const* held = last_act(file, law::deliberation::held::kind);
    auto const outcome = held ? text_in(*held, "outcome") : "";
    auto const on = held ? engine::parse_day(text_in(*held, "met_on")) : std::nullopt;
    if (on)
        into.push_back(note_above(v.words(say("{1}的会议讨论过本事项：{2}。会议的决定：", *on,
                                              say("choice.meeting_outcome." + outcome))),
                                  {text_in(*held, "decision")},
                                  address_of(file) + "/acts/" + std::to_string(held->seq),
                                  v.words(say("查看会议登记"))));
}

/// What was signed already may be signed again, where the paper was wrong.
void add_signed_before(visit const& v, opened_case const& file, array& into)
{
    auto const* before = last_act(file, law::publication::text_signed::kind);
    auto const on = before ? engine::parse_day(text_in(*before, "signed_on")) : std::nullopt;
    if (on)
        into.push_back(
            note_above(v.words(say("{1}已经签发{2}。公布以前可以重新签发，以后一次为准。", *on,
                                   text_in(*before, "document_number"))),
                       {}, address_of(file) + "/acts/" + std::to_string(before->seq),
                       v.words(say("查看登记"))));
}

/// An interest of one's own is no answer in the form of an opinion: it is kept as a withdrawal,
/// which frees the place for another.
void add_way_to_withdraw(visit const& v, array& into)
{
    using workflows::legal_matter::handling::counsel_withdrew;
    if (v.session->as.role == "legal_adviser")
        into.push_back(note_above(
            v.words(
                say("与本事项有利害关系的，不填本表，请登记回避：声明记入案卷，您不再参与本事项，"
                    "由法制机构另行指派法律顾问。")),
            {}, "#act-" + std::string(counsel_withdrew::kind),
            act_words(v.words, counsel_withdrew::kind)));
}

/// What was opined on a legal matter, for whoever sums it up in a letter or answers it.
void add_opinions_of_round(visit const& v, opened_case const& file, array& into)
{
    for (auto const& one : workflows::legal_matter::opinions_of_round(file.file())) {
        std::vector<std::string> points;
        for (auto const& said : one.body.points) {
            auto words =
                v.words(say("{1}（{2}）", said.point,
                            say("choice.risk_level." + std::string(engine::name_of(said.risk)))));
            for (auto const& more : {said.article, said.suggestion})
                if (more)
                    words += v.words("words.semicolon") + *more;
            points.push_back(std::move(words));
        }
        auto const conclusion =
            say("choice.conclusion." + std::string(engine::name_of(one.body.conclusion_is)));
        into.push_back(note_above(
            v.words(say("{1}的意见：{2}", both_names(v.words, one.by.name, one.by.on_behalf_of),
                        conclusion)),
            points, address_of(file) + "/acts/" + std::to_string(one.seq),
            v.words(say("查看登记"))));
    }
}

} // namespace

array ordered_changes(visit const& v, opened_case const& file)
{
    array made;
    auto const open = law::changes_open_on(file.file());
    if (!open)
        return made;
    made.push_back(note_above(
        v.words(say("{1}的会议原则通过草案，要求修改：", open->met_on)), {open->ordered},
        address_of(file) + "/acts/" + std::to_string(open->meeting), v.words(say("查看会议登记"))));
    if (!open->sent_back.empty())
        made.push_back(
            note_above(v.words(say("行政首长认为修改没有到位，已退回：{1}", open->sent_back))));
    return made;
}

array why_sent_back(visit const& v, opened_case const& file)
{
    array made;
    if (auto const back = law::submission_sent_back(file.file()))
        made.push_back(note_of_return(v, file, *back, "{1}，{2}，理由："));
    return made;
}

object note_above(std::string words, std::vector<std::string> const& items, std::string href,
                  std::string link_words)
{
    array listed;
    for (auto const& one : items)
        listed.push_back(object{{"words", one}});
    bool const has_items = !listed.empty();
    return {{"words", std::move(words)},
            {"has_items", has_items},
            {"items", std::move(listed)},
            {"href", std::move(href)},
            {"link_words", std::move(link_words)}};
}

array said_above(visit const& v, opened_case const& file, engine::offer const& offer,
                 adapters::soci::form_draft const* kept)
{
    array made;
    if (acts_on_ordered_changes(offer.kind))
        made = ordered_changes(v, file);
    if (judges_draft(offer.kind))
        add_draft_to_judge(v, file, made);
    if (answers_units(offer.kind))
        add_words_of_units(v, file, made);
    if (kept && law::is_opinion_on_draft(offer.kind))
        add_change_since_kept(v, file, kept->kept_at, made);
    if (judges_ordered_changes(offer.kind))
        add_changes_as_told(v, file, made);
    if (leads_to_meeting(offer.kind)) {
        add_earlier_return(v, file, made);
        add_last_meeting(v, file, made);
        add_disagreement(v, file, made);
    }
    if (!kept && offer.kind == law::submission::placed_on_agenda::kind)
        add_meetings_to_come(v, file, made);
    if (offer.kind == law::submission::moved_on_agenda::kind)
        made.push_back(note_above(v.words(say("逐项上移、下移，请到")), {}, "/meetings",
                                  v.words("meetings.title")));
    if (offer.kind == law::submission::filed::kind)
        made = why_sent_back(v, file);
    if (offer.kind == law::publication::text_signed::kind)
        add_signed_before(v, file, made);
    if (offer.kind == law::hearing::listed::kind)
        add_sign_ups(v, file, made);
    if (offer.kind == law::publication::published::kind)
        add_text_to_publish(v, file, made);
    if (offer.kind == law::archive::archived::kind || offer.kind == law::archive::part_filed::kind)
        add_checklist(v, file, offer.kind, made);
    if (offer.kind == law::execution::problem_answered::kind)
        add_problem(v, file, made);
    if (offer.kind == law::evaluation::followed_up::kind)
        add_recommendations(v, file, made);
    if (offer.kind == law::participation::published::kind ||
        offer.kind == law::participation::activity_held::kind)
        add_sides_to_hear(v, file, made);
    if (offer.kind == law::fair_competition::drafter_reviewed::kind ||
        offer.kind == workflows::normative_document::opinions::competition_reviewed::kind)
        add_competition_parties(v, file, made);
    if (offer.kind == law::risk::opinions_heard::kind)
        add_risk_parties(v, file, made);
    if (offer.kind == review::supplemented::kind)
        add_asked_supplement(v, file, made);
    if (offer.kind == workflows::legal_matter::advice::opined::kind)
        add_way_to_withdraw(v, made);
    if (offer.kind == workflows::legal_matter::advice::letter_issued::kind ||
        offer.kind == workflows::legal_matter::advice::answered::kind)
        add_opinions_of_round(v, file, made);
    if (offer.kind == law::drafting::change_confirmed::kind)
        add_changes(v, file, made);
    if (offer.kind == review::responded::kind)
        made.push_back(note_above(v.words(
            offer.duty ? say("审查意见要求修改、补充或者认定不合法：逐条答复以后，才能重新送审。")
                       : say("审查已经通过：是否答复这些意见，由承办单位决定。"))));
    return made;
}

} // namespace web::handlers
