#include "adapters/soci/catalogue_board.hpp"
#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/hearing_sign_ups.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/public_view.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/receipt.hpp"
#include "workflows/catalogue/procedure.hpp"

// What became of a submission of the public, for whoever has its receipt.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace catalogue = workflows::catalogue;
namespace law = workflows::major_decision;
namespace soci = adapters::soci;
namespace purpose = adapters::soci::purpose;

/// How far a submission has come, as its sender may know it.
struct told_state {
    std::string state = "received";
    std::string outcome;
    std::string outcome_words;
    std::string reason;
    std::string study_words;     ///< of a proposal: who studies it
    std::string decision_number; ///< of a proposal: what came of it
    std::string answered_words;  ///< of a proposal: when it was answered
};

told_state told_of(visit const& v, soci::comment_entry const& kept, std::string const& number,
                   law::public_matter const& matter)
{
    told_state told;
    if (kept.purpose == purpose::opinion) {
        if (matter.opinions.find(number))
            told.state = "recorded";
        if (auto const* decided = matter.answer_to(number)) {
            told.state = "answered";
            told.outcome = engine::name_of(decided->outcome);
            told.outcome_words = v.words("choice.adoption." + told.outcome);
            told.reason = decided->reason.value_or("");
        }
    } else if (kept.purpose == purpose::hearing_wish) {
        auto const found = matter.wishes.find(number);
        if (found == matter.wishes.end())
            return told;
        told.state = "recorded";
        if (!found->second)
            return told;
        told.state = "answered";
        told.outcome = found->second->accepted ? "accepted" : "declined";
        told.outcome_words = v.words("public.wish." + told.outcome);
        told.reason = found->second->reason.value_or("");
    } else if (matter.hearing && matter.hearing->list) {
        told.state = "answered";
        told.outcome =
            hearing_sign_ups(*v.records, kept.on, kept.name).chance_of(kept, *matter.hearing->list);
        if (!told.outcome.empty())
            told.outcome_words = v.words("public.application." + told.outcome);
    }
    return told;
}

/// Of a proposal: the catalogue itself need not be public, nor is anything else of it told here.
told_state told_of_proposal(visit& v, soci::comment_entry const& kept)
{
    auto const file = v.records->look_as(engine::clearance::of_the_record(),
                                         [&](soci::reader&) { return open_file(v, kept.on); });
    auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
    told_state told;
    if (!content)
        return told;
    auto const so_far = catalogue::account_of_proposal(*content, kept.number);
    if (auto const& handing = so_far.handing; handing && !so_far.is_given_back()) {
        told.state = "recorded";
        told.study_words =
            v.words(say("{1}交{2}研究论证", handing->on, v.house.unit_name(handing->body.unit)));
    }
    if (so_far.is_studied())
        told.state = "studied";
    if (auto const& answer = so_far.answer) {
        told.state = "answered";
        told.outcome = engine::name_of(answer->body.answer);
        told.outcome_words = v.words("choice.proposal_answer." + told.outcome);
        told.decision_number = answer->body.decision_number.value_or("");
        told.answered_words = v.words.date(answer->on);
        named_people senders;
        for (auto const& one : soci::comment_shelf(*v.records).senders(kept.on))
            senders.add(one);
        told.reason = masked_words(answer->body.reason.value_or(""), senders);
    }
    return told;
}

/// The page of the decision that came of a proposal; null while nothing of it is public.
boost::json::value decision_view(visit& v, std::string const& number)
{
    auto const found =
        number.empty() ? std::nullopt : soci::catalogue_board(*v.records).decision(number);
    auto const of = found ? find_public_case(v, found->id) : nullptr;
    return of ? boost::json::value(public_head(v, *of)) : nullptr;
}

} // namespace

answer show_receipt(visit& v)
{
    answer page{.page = "public_receipt"};
    page.view["title"] = v.words(say("查询提交情况"));
    auto const typed = v.query("number");
    page.view["number"] = typed;
    page.view["found"] = false;
    page.view["unknown"] = false;
    page.view["is_new"] = v.query("new") == "1";
    if (typed.empty())
        return page;
    if (auto const wait = v.house.counter().looking_up.refuse(v.address, v.now)) {
        auto made = problem(v, 429, "too-many", say("查询得太多，请{1}秒后再试。", wait->count()));
        made.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return made;
    }
    auto const receipt = receipt_in(typed);
    soci::comment_shelf shelf(*v.records);
    auto const kept = receipt ? shelf.find(*receipt) : std::nullopt;
    if (!kept) {
        page.status = 404;
        page.view["unknown"] = true;
        page.view["type"] = "/problems/not-found";
        page.view["status"] = page.status;
        return page;
    }
    page.view["found"] = true;
    page.view["number"] = shown_receipt(*receipt);
    page.view["received_at"] = engine::to_text(kept->received_at);
    page.view["received_words"] = v.words.moment(kept->received_at);
    page.view["purpose_words"] = v.words("public.form." + kept->purpose);
    page.only_page["keep_words"] = v.words("public.keep_receipt." + kept->purpose);
    page.view["words"] = kept->words;
    page.view["proposal_title"] = kept->title;
    page.view["proposal_basis"] = kept->basis;
    array documents;
    for (auto const& one : shelf.documents_of(kept->id))
        documents.push_back(object{{"name", one.name}});
    page.view["has_documents"] = !documents.empty();
    page.view["documents"] = std::move(documents);
    // The matter may have become one that is kept from the public: then only the receipt is told.
    auto const of = find_public_case(v, kept->on);
    page.view["matter"] = of ? boost::json::value(public_head(v, *of)) : nullptr;
    auto const opinion = law::opinion_number(kept->number);
    auto const proposes = kept->purpose == purpose::proposal;
    auto const told = proposes ? told_of_proposal(v, *kept)
                      : of     ? told_of(v, *kept, opinion, of->matter)
                               : told_state{};
    page.view["opinion"] = proposes || told.state == "received" ? std::string() : opinion;
    page.view["study_words"] = told.study_words;
    page.view["decision_number"] = told.decision_number;
    page.view["answered_words"] = told.answered_words;
    page.view["decision"] = decision_view(v, told.decision_number);
    auto const* on_file = of ? of->matter.opinions.find(opinion) : nullptr;
    page.view["same_words"] =
        on_file && !on_file->counts()
            ? v.words(say("与意见{1}内容相同，一并研究答复", on_file->same_as))
            : std::string();
    page.view["state"] = told.state;
    page.view["state_words"] = v.words("public.state." + kept->purpose + "_" + told.state);
    page.only_page["then_words"] =
        v.words.look_up("public.then." + kept->purpose + "_" + told.state).value_or("");
    page.view["outcome"] = told.outcome;
    page.view["outcome_words"] = told.outcome_words;
    page.view["reason"] = of ? masked_words(told.reason, of->people) : told.reason;
    return page;
}

} // namespace web::handlers
