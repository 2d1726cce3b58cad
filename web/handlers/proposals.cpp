#include "adapters/soci/comment_shelf.hpp"
#include "web/document_link.hpp"
#include "web/handlers/awaited_proposals.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_proposal.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/proposal_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

// The officials' side of what the public proposes: what came in on the catalogue of a year, what
// became of it, and the forms of one proposal.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace law = workflows::catalogue::public_proposals;
namespace soci = adapters::soci;
using workflows::catalogue::yearly_catalogue;

constexpr long long rows_a_page = 50;
constexpr std::array<char const*, 5> all_states = {"open", "received", "studying", "studied",
                                                   "answered"};

std::string home_of(opened_case const& file)
{
    return "/cases/" + std::to_string(file.line().id.value) + "/proposals";
}

char const* state_of(law::account const& so_far)
{
    return so_far.answer               ? "answered"
           : so_far.is_studied()       ? "studied"
           : so_far.is_being_studied() ? "studying"
                                       : "received";
}

bool fits(std::string const& only, law::account const& so_far)
{
    return only.empty() || only == state_of(so_far) || (only == "open" && !so_far.answer);
}

/// Who sees who proposed: the office, and the unit that studies it.
class proposal_rows {
public:
    proposal_rows(visit const& v, opened_case const& file, yearly_catalogue const& content)
        : v_(v), file_(file), content_(content), works_(works_with_senders(v, file)),
          people_(senders_of(v, file))
    {}

    object row(soci::comment_entry const& one, soci::comment_shelf& shelf) const
    {
        auto const so_far = account_of_proposal(content_, one.number);
        auto const all = works_ && handles_proposal(v_, content_, so_far);
        auto const shown = [&](std::string const& words) {
            return all ? words : masked_words(words, people_);
        };
        std::string const state = state_of(so_far);
        object made{{"proposal", one.number},
                    {"proposal_title", shown(one.title)},
                    {"basis", shown(one.basis)},
                    {"words", shown(one.words)},
                    {"name", all ? one.name : masked_name(one.name)},
                    {"contact", all ? one.contact : ""},
                    {"kind_words", v_.words("choice.public_proposer." + one.kind)},
                    {"received_words", v_.words.moment(one.received_at)},
                    {"state", state},
                    {"state_words", v_.words("proposals.state." + state)},
                    {"proposal_href",
                     home_of(file_) + "?" + to_query({{"number", std::to_string(one.number)}})}};
        put_course(so_far, shown, made);
        array documents;
        auto const add = [&](std::string const& name, std::string href) {
            documents.push_back(
                object{{"document_name", shown(name)}, {"document_href", std::move(href)}});
        };
        if (one.documents > 0)
            for (auto const& document : shelf.documents_of(one.id))
                add(document.name, all ? "/cases/" + std::to_string(file_.line().id.value) +
                                             "/opinions/documents/" + document.hash
                                       : std::string());
        made["documents"] = std::exchange(documents, {});
        if (so_far.study)
            for (auto const& document : so_far.study->body.documents)
                add(document_name(v_.words, document.hash, document.name),
                    document_href(document.hash));
        made["study_documents"] = std::move(documents);
        return made;
    }

    /// Somebody of the unit that has it now.
    bool is_own(law::account const& so_far) const
    {
        return so_far.handing && so_far.handing->body.unit == v_.session->as.unit;
    }

private:
    template <class Masker>
    void put_course(law::account const& so_far, Masker const& shown, object& into) const
    {
        auto const& [handing, study, answer] = so_far;
        into["study_unit"] = handing ? v_.house.unit_name(handing->body.unit) : "";
        into["handed_words"] = handing ? v_.words.date(handing->on) : "";
        into["handed_remarks"] =
            handing && handing->body.remarks ? shown(std::string(*handing->body.remarks)) : "";
        into["view_words"] =
            study ? v_.words("choice.study_view." + std::string(engine::name_of(study->body.view)))
                  : "";
        into["opinion"] = study ? shown(std::string(study->body.opinion)) : "";
        into["answer_words"] = answer ? v_.words("choice.proposal_answer." +
                                                 std::string(engine::name_of(answer->body.answer)))
                                      : "";
        into["decision_number"] = answer ? answer->body.decision_number.value_or("") : "";
        into["answer_reason"] =
            answer && answer->body.reason ? shown(std::string(*answer->body.reason)) : "";
    }

    visit const& v_;
    opened_case const& file_;
    yearly_catalogue const& content_;
    bool works_;
    named_people people_;
};

/// The page of the list that fits, in the order in which they came.
void put_rows(visit& v, opened_case const& file, yearly_catalogue const& content,
              proposal_rows const& rows, std::string const& only, answer& page)
{
    soci::comment_shelf shelf(*v.records);
    auto after = number_in(v.query("after"));
    array made;
    for (bool more = true; more && static_cast<long long>(made.size()) < rows_a_page;) {
        auto const found = shelf.list(file.line().id, {.purpose = soci::purpose::proposal}, after,
                                      rows_a_page - static_cast<long long>(made.size()));
        for (auto const& one : found.rows)
            if (fits(only, account_of_proposal(content, one.number)))
                made.push_back(rows.row(one, shelf));
        more = found.next.has_value();
        after = found.next;
    }
    page.view["empty"] = made.empty();
    page.view["proposals"] = std::move(made);
    pairs again;
    if (after) {
        if (!only.empty())
            again.emplace_back("state", only);
        again.emplace_back("after", std::to_string(*after));
    }
    page.view["next_page"] = again.empty() ? std::string() : home_of(file) + "?" + to_query(again);
}

void put_filter(visit const& v, std::string const& only, object& into)
{
    array states;
    for (std::string const state : all_states)
        states.push_back(object{{"code", state},
                                {"words", v.words("proposals.state." + state)},
                                {"selected", state == only}});
    into["states"] = std::move(states);
}

/// The number of the proposal that is looked at: of the form that came back, of the address, else
/// of the act that was just entered.
std::optional<long long> chosen_number(visit const& v, opened_case const& file)
{
    if (v.came_back) {
        auto const* typed = v.came_back->body.if_contains("proposal_number");
        if (typed && typed->is_int64())
            return typed->as_int64();
    }
    if (auto const asked = number_in(v.query("number")))
        return asked;
    auto const done = number_in(v.query("done"));
    for (auto const& one : file.record.acts)
        if (done == one.seq)
            if (auto const* of = one.body.if_contains("proposal_number"); of && of->is_int64())
                return of->as_int64();
    return {};
}

/// What was begun on this proposal: a form that was begun on another is not shown as if it were of
/// this one.
kept_drafts begun_on(visit const& v, opened_case const& file, long long number)
{
    auto kept = drafts_kept_on(v, file);
    std::erase_if(kept, [&](auto const& one) {
        auto const* fields = file.file().fields_of(one.kind);
        if (!fields)
            return false;
        auto const body = typed_in(one, *fields);
        auto const* of = body.if_contains("proposal_number");
        return of && !(of->is_int64() && of->as_int64() == number);
    });
    return kept;
}

bool may_do(visit const& v, std::string_view kind)
{
    return v.house.with().law.entitled.may_act(v.session->as.role, kind, true, true);
}

/// What the forms of a proposal are filled with: to answer it, that a decision was opened of it, or
/// why the unit that studied it advises against one.
object prepared_for_proposal(std::string_view kind, long long number, law::account const& so_far,
                             array const& decisions)
{
    object made{{"proposal_number", number}};
    if (kind != law::answered::kind)
        return made;
    if (!decisions.empty()) {
        made["answer"] = engine::name_of(law::proposal_answer::case_opened);
        made["decision_number"] = decisions.front().at("decision");
    } else if (so_far.study && so_far.study->body.view == law::study_view::not_worth_deciding) {
        made["answer"] = engine::name_of(law::proposal_answer::not_taken_up);
        made["reason"] = std::string(so_far.study->body.opinion);
    }
    return made;
}

/// The forms of one proposal, each with its number.
void put_forms(visit& v, opened_case const& file, proposal_rows const& rows,
               law::account const& so_far, long long number, answer& page)
{
    auto const& decisions = page.view.at("decisions").as_array();
    auto const kept = begun_on(v, file, number);
    auto const own = own_offers(v, file);
    array forms;
    for (auto const kind : {law::handed_over::kind, law::studied::kind, law::answered::kind}) {
        auto const offer = own.find(kind);
        bool const is_settled = kind == law::handed_over::kind && so_far.answer;
        bool const is_others =
            kind == law::studied::kind && !(so_far.is_being_studied() && rows.is_own(so_far));
        if (offer == own.end() || !offer->second.is_open() || is_settled || is_others ||
            !may_do(v, kind))
            continue;
        forms.push_back(
            offer_form(v, file, offer->second, kept,
                       {.typed = v.came_back,
                        .prepared = prepared_for_proposal(kind, number, so_far, decisions),
                        .return_to = "proposals"}));
    }
    page.only_page["has_forms"] = !forms.empty();
    page.only_page["forms"] = std::move(forms);
}

} // namespace

answer show_proposals(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const* content = workflows::catalogue::content_of(file.file());
    if (!content)
        return not_found(v);

    auto page = begin_desk(v, file, "proposals");
    auto only = v.query("state");
    if (std::none_of(all_states.begin(), all_states.end(),
                     [&](char const* one) { return only == one; }))
        only.clear();
    soci::comment_shelf shelf(*v.records);
    proposal_rows const rows(v, file, *content);
    auto const received = shelf.count(file.line().id, {.purpose = soci::purpose::proposal});
    page.view["count"] = received;
    page.view["unanswered"] = received - workflows::catalogue::proposals_answered(*content);
    page.view["catalogue_href"] = "/cases/" + std::to_string(file.line().id.value) + "/catalogue";
    put_rows(v, file, *content, rows, only, page);
    put_filter(v, only, page.only_page);

    auto const number = chosen_number(v, file);
    auto const chosen = number ? shelf.find(file.line().id, *number) : std::nullopt;
    page.view["chosen"] = nullptr;
    page.view["decisions"] = array();
    page.only_page["has_decisions"] = false;
    page.only_page["has_forms"] = false;
    page.only_page["opening_href"] = "";
    page.only_page["then_words"] = "";
    if (!chosen || chosen->purpose != soci::purpose::proposal)
        return page;
    auto const so_far = account_of_proposal(*content, *number);
    page.view["chosen"] = rows.row(*chosen, shelf);
    page.view["decisions"] =
        decisions_of_proposal(v, workflows::to_text({file.line().number, *number}));
    page.only_page["has_decisions"] = !page.view.at("decisions").as_array().empty();
    put_forms(v, file, rows, so_far, *number, page);
    if (may_be_taken_up(so_far) && page.view.at("decisions").as_array().empty() &&
        works_with_senders(v, file) && handles_proposal(v, *content, so_far)) {
        page.only_page["opening_href"] = opening_of_proposal(v, file.line().id, *number);
        page.only_page["then_words"] = v.words(std::string_view(
            may_do(v, law::answered::kind) ? "proposals.then_answer" : "proposals.then_tell"));
    }
    return page;
}

} // namespace web::handlers
