#include "web/handlers/above_form.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/major_decision/draft_history.hpp"

#include <algorithm>

// The adviser's desk: the file that came for review, the draft beside the form of the opinion, and
// before both of them the question of an interest of one's own.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::string_view opining = "legality_review.adviser_opined";
constexpr std::string_view withdrawing = "legality_review.adviser_withdrew";

/// As whom the adviser was asked: whoever is stood in for, if somebody is.
engine::person_id adviser_of(engine::actor const& who)
{
    return who.represents.value != 0 ? who.represents : who.person;
}

bool is_asked(engine::named_person const& asked, engine::actor const& who)
{
    if (asked.id.value != 0)
        return asked.id == adviser_of(who);
    return asked.name == (who.on_behalf_of.empty() ? who.name : who.on_behalf_of);
}

/// The latest request to this adviser that is not answered.
object request_view(visit const& v, workflows::major_decision::review_account const& account)
{
    auto const& all = account.advisers;
    auto const found = std::find_if(all.rbegin(), all.rend(), [&](auto const& one) {
        return is_asked(one.who, v.actor()) && one.opinion == 0 && one.withdrawal == 0 &&
               one.asked_on && one.answer_by;
    });
    if (found == all.rend())
        return {{"any", false}, {"words", ""}};
    return {{"any", true},
            {"answer_by", engine::to_text(*found->answer_by)},
            {"words", v.words(say("审查部门于{1}邀请您出具意见，请在{2}前答复。", *found->asked_on,
                                  *found->answer_by))}};
}

/// The last opinion that this person gave on the matter; null: none.
engine::act const* given_by(visit const& v, opened_case const& file)
{
    auto const& acts = file.record.acts;
    auto const last = std::find_if(acts.rbegin(), acts.rend(), [&](engine::act const& one) {
        return one.kind == opining && one.by.person == v.session->who.id;
    });
    return last == acts.rend() ? nullptr : &*last;
}

object given_view(visit const& v, opened_case const& file, bool may_opine)
{
    auto const* last = given_by(v, file);
    if (!last)
        return {{"any", false}};
    auto made = act_view(v, file, *last, false);
    made["any"] = true;
    made["words"] =
        v.words(may_opine ? say("您已于{1}出具意见；草案或者看法有变化的，可以再次出具。",
                                last->counts_on())
                          : say("您已于{1}出具意见。", last->counts_on()));
    return made;
}

/// Name, unit and day as they will stand under the act.
object signature_view(visit const& v)
{
    auto const who = v.actor();
    return {{"name", both_names(v.words, who.name, who.on_behalf_of)},
            {"unit_name", v.house.unit_name(who.unit)},
            {"role_words", v.words("role." + who.role)},
            {"on", engine::to_text(v.today())},
            {"on_words", v.words.date(v.today())}};
}

/// Whether the form begins with the words of the last opinion. Whoever opines anew is asked what
/// they think of the text as it is now; their words of before are theirs to take over.
bool begins_with_last(visit const& v)
{
    return v.query("begin") == "last";
}

/// What the adviser thought before, and how the text has changed since.
void show_last(visit const& v, opened_case const& file, engine::act const& last, array& above)
{
    auto const opinions = workflows::major_decision::history_of_drafts(file.record.acts).opinions;
    auto const it = std::find_if(opinions.begin(), opinions.end(),
                                 [&](auto const& one) { return one.seq == last.seq; });
    if (it == opinions.end())
        return;
    auto const change = change_since(v, file, it->version);
    auto how = std::string(change.at("words").as_string());
    if (!change.at("href").as_string().empty())
        how = v.words(say("草案此后：{1}", how));
    above.push_back(note_above(
        v.words(begins_with_last(v)
                    ? say("下面填入的是您对第{1}稿的意见，请按现行草案核对。{2}", it->version, how)
                    : say("您对第{1}稿出具过意见，没有填入本表。{2}", it->version, how)),
        {}, std::string(change.at("href").as_string()), v.words(say("逐段对照"))));
    if (!begins_with_last(v))
        above.push_back(note_above("", {},
                                   "/cases/" + std::to_string(file.line().id.value) +
                                       "/advice?interest=none&begin=last#opinion",
                                   v.words(say("填入上次的意见，再作修改"))));
}

object opinion_form(visit const& v, opened_case const& file, engine::offer const& offer,
                    kept_drafts const& kept)
{
    auto const* last = given_by(v, file);
    object prepared{{"has_no_interest", true}};
    if (last && begins_with_last(v))
        for (auto const* said : {"conclusion", "points", "opinion"})
            if (auto const* words = last->body.if_contains(said))
                prepared[said] = *words;
    auto form =
        offer_form(v, file, offer, kept,
                   {.typed = v.came_back, .prepared = std::move(prepared), .return_to = "advice"});
    if (last && !v.came_back && !draft_of(kept, opining))
        show_last(v, file, *last, form.at("above").as_array());
    gather_inputs(form, v.words(say("利害关系声明")), "", {"has_no_interest"});
    gather_inputs(form, v.words(say("逐条意见")),
                  v.words(say("一条一行，写明程度和所据条款；没有的不填。")), {"points"});
    gather_inputs(form, v.words(say("结论和理由")), "", {"conclusion", "opinion", "document"});
    return form;
}

} // namespace

answer show_advice(visit& v)
{
    auto found = reviewed_case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& [file, account] = std::get<reviewed_case>(found);

    auto page = begin_desk(v, file, "advice");
    show_filing(v, account, page);
    page.view["request"] = request_view(v, account);
    page.view["limits"] = limits_named(v, file, "review_");
    page.view["drafts"] = drafts_view(v, file);
    page.view["signature"] = signature_view(v);
    page.only_page["draft_shown"] = draft_preview(v, file);

    auto const kept = drafts_kept_on(v, file);
    auto const offers = own_offers(v, file);
    auto const opinion = offers.find(opining);
    auto const withdrawal = offers.find(withdrawing);
    bool const may_opine = opinion != offers.end() && opinion->second.is_open();
    bool const may_withdraw = withdrawal != offers.end() && withdrawal->second.is_open();
    // Whoever began an opinion has declared before.
    bool const declared = v.query("interest") == "none" || draft_of(kept, opining);
    page.view["given"] = given_view(v, file, may_opine);
    page.view["may_opine"] = may_opine;
    page.view["may_withdraw"] = may_withdraw;
    page.view["declared"] = declared;
    page.view["refusals"] =
        opinion != offers.end() ? refusals_view(v, opinion->second.refusals) : array();
    page.only_page["is_blocked"] = opinion != offers.end() && !may_opine;
    page.only_page["nothing_to_do"] = opinion == offers.end() && !may_withdraw;
    page.only_page["to_declare"] = may_opine && !declared;
    // Whoever has opined is asked for nothing; that another opinion may be given is said above.
    bool const has_opined = given_by(v, file) != nullptr;
    page.only_page["declares_first"] = may_opine && !declared && !has_opined;
    page.only_page["opinion_section"] = may_opine && (declared || !has_opined);
    page.only_page["opinion_form"] = false;
    page.only_page["withdrawal_form"] = false;
    if (may_opine && declared)
        page.only_page["opinion_form"] = opinion_form(v, file, opinion->second, kept);
    if (may_withdraw)
        page.only_page["withdrawal_form"] =
            offer_form(v, file, withdrawal->second, kept,
                       {.typed = v.came_back,
                        .prepared = {{"adviser", adviser_of(v.actor()).value}},
                        .return_to = "advice"});
    return page;
}

} // namespace web::handlers
