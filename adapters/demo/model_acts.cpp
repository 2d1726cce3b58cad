#include "adapters/demo/model_acts.hpp"

#include "adapters/demo/models.hpp"
#include "engine/chain.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace adapters::demo {
namespace {

// ---- the table

struct model {
    char const* kind;
    object (*body)(scene const&, std::string_view variant);
    std::vector<std::string> variants = {""};
};

std::vector<model> const& models()
{
    static std::vector<model> const all{
        {"intake.proposed", proposed, {"", "citizen", "leader"}},
        {"intake.study_assigned", study_assigned},
        {"intake.studied", studied, {"", "against"}},
        {"intake.start_reported", start_reported},
        {"intake.start_decided",
         start_decided,
         {"", "hearing", "congress_report", "congress_decide"}},
        {"intake.start_declined", start_declined},
        {"intake.found_not_applicable", found_not_applicable},
        {"drafting.researched", researched},
        {"drafting.assessed", assessed, {"", "full", "secret"}},
        {"drafting.versioned", versioned, {"", "editorial", "substantive"}},
        {"drafting.change_confirmed", change_confirmed, {"", "substantive", "waiving"}},
        {"consultation.asked", consultation_asked},
        {"consultation.answered",
         consultation_answered,
         {"agrees", "agrees_with_comments", "disagrees"}},
        {"consultation.settled", settled, {"", "open"}},
        {"consultation.disagreement_stated", disagreement_stated},
        {"consultation.concluded", consultation_concluded},
        {"participation.exempted", exempted},
        {"participation.published", participation_published, {"", "shortened"}},
        {"participation.activity_held",
         activity_held,
         {"symposium", "questionnaire", "field_visit", "online_interaction"}},
        {"participation.opinions_recorded", opinions_recorded},
        {"participation.repeats_noted", repeats_noted},
        {"participation.words_masked", words_masked},
        {"participation.window_closed", window_closed},
        {"participation.opinions_decided", opinions_decided},
        {"participation.feedback_given", feedback_given},
        {"participation.concluded", participation_concluded},
        {"hearing.suggested", hearing_suggested},
        {"hearing.suggestion_answered", suggestion_answered, {"", "declined"}},
        {"hearing.decided", hearing_decided, {"", "not_held"}},
        {"hearing.announced", hearing_announced},
        {"hearing.listed", hearing_listed},
        {"hearing.delivered", hearing_delivered},
        {"hearing.postponed", hearing_postponed},
        {"hearing.held", hearing_held, {"", "against"}},
        {"hearing.reported", hearing_reported},
        {"hearing.argued_further", argued_further},
        {"hearing.answered", hearing_answered},
        {"experts.selected", selected, {"meeting", "written"}},
        {"experts.materials_given", materials_given},
        {"experts.opined", opined},
        {"experts.expert_excluded", expert_excluded},
        {"experts.reported", experts_reported},
        {"risk.exempted", risk_exempted},
        {"risk.planned", risk_planned},
        {"risk.opinions_heard", opinions_heard},
        {"risk.analysed", analysed},
        {"risk.reported", risk_reported, {"", "uncontrollable"}},
        {"fair_competition.drafter_reviewed", drafter_reviewed},
        {"fair_competition.filed", fair_filed},
        {"fair_competition.concluded",
         fair_concluded,
         {"", "exception_applies", "restricts_competition"}},
        {"sponsor_review.legal_opinion_given", legal_opinion_given, {"", "unlawful"}},
        {"sponsor_review.discussed", discussed, {"", "not_passed"}},
        {"legality_review.filed", review_filed},
        {"legality_review.accepted", review_accepted},
        {"legality_review.supplement_requested", supplement_requested},
        {"legality_review.supplemented", supplemented},
        {"legality_review.returned", review_returned},
        {"legality_review.clock_stopped", clock_stopped},
        {"legality_review.clock_resumed", clock_resumed},
        {"legality_review.extended", review_extended},
        {"legality_review.advisers_asked", advisers_asked},
        {"legality_review.adviser_opined", adviser_opined},
        {"legality_review.adviser_withdrew", adviser_withdrew},
        {"legality_review.instruction_logged", instruction_logged},
        {"legality_review.concluded",
         review_concluded,
         {"", "lawful_after_changes", "complete_procedure", "unlawful", "lawful_with_risk_notice"}},
        {"legality_review.responded", responded},
        {"submission.filed", submission_filed},
        {"submission.completion_demanded", completion_demanded},
        {"submission.completed", submission_completed},
        {"submission.returned_by_office", returned_by_office},
        {"submission.office_passed", office_passed},
        {"submission.deputy_changed", deputy_changed},
        {"submission.deputy_approved", deputy_approved},
        {"submission.deputy_returned", deputy_returned},
        {"submission.head_returned", head_returned},
        {"submission.placed_on_agenda", placed_on_agenda, {"executive", "plenary"}},
        {"submission.moved_on_agenda", moved_on_agenda},
        {"submission.removed_from_agenda", removed_from_agenda},
        {"deliberation.held",
         deliberation_held,
         {"adopted", "adopted_in_principle", "discuss_again", "postponed", "rejected"}},
        {"deliberation.changes_made", changes_made},
        {"deliberation.changes_accepted", changes_accepted},
        {"deliberation.changes_refused", changes_refused},
        {"party_report.made", party_made},
        {"party_report.answered",
         party_answered,
         {"agrees", "agrees_with_changes", "disagrees", "takes_note"}},
        {"congress.reported", congress_reported},
        {"congress.decided", congress_decided, {"", "not_approved"}},
        {"publication.text_signed", text_signed},
        {"publication.published", publication_published},
        {"publication.withheld", withheld},
        {"execution.unit_named", unit_named},
        {"execution.reported", execution_reported},
        {"execution.inspected", inspected},
        {"execution.citizen_opinion_received", citizen_opinion_received},
        {"execution.problem_reported", problem_reported},
        {"execution.problem_answered", problem_answered},
        {"execution.suspended", suspended},
        {"execution.suspension_explained", suspension_explained},
        {"execution.resumed", resumed},
        {"execution.completed", execution_completed},
        {"evaluation.ordered", ordered},
        {"evaluation.planned", evaluation_planned},
        {"evaluation.data_requested", data_requested},
        {"evaluation.data_supplied", data_supplied},
        {"evaluation.surveyed", surveyed},
        {"evaluation.reported", evaluation_reported, {"keep", "adjust", "end"}},
        {"evaluation.followed_up", followed_up},
        {"evaluation.result_answered", result_answered},
        {"adjustment.proposed", adjustment_proposed, {"", "major"}},
        {"adjustment.minor_decided", minor_decided},
        {"adjustment.reopened", reopened},
        {"adjustment.replaced", replaced},
        {"adjustment.declined", declined},
        {"archive.part_filed", part_filed},
        {"archive.archived", archived},
        {"archive.number_corrected", number_corrected},
        {"closing.withdrawal_requested", withdrawal_requested},
        {"closing.withdrawn", withdrawn},
        {"closing.withdrawal_declined", withdrawal_declined},
        {"closing.terminated", terminated},
        {"closing.expired", expired},
        {"circulation.opened", sheet_opened, {"", "early"}},
        {"circulation.given", sheet_signed, {"", "disagrees"}},
        {"circulation.signer_added", signer_added},
        {"circulation.signer_removed", signer_removed},
        {"circulation.returned", sheet_returned},
        {"circulation.sent_again", sheet_sent_again},
        {"circulation.withdrawn", sheet_withdrawn},
        {"circulation.stopped", sheet_stopped},
        {"circulation.signature_withdrawn", signature_withdrawn},
        {"circulation.urged", sheet_urged},
        {"circulation.copied", copies_sent},
        {"circulation.read", copy_read},
        {"circulation.handed_over", task_handed_over},
        {"circulation.handing_taken_back", handing_taken_back},
        {"circulation.delegated", task_delegated},
        {"circulation.delegation_answered", delegation_answered},
        {"circulation.delegation_declined", delegation_declined},
        {"circulation.delegation_recalled", delegation_recalled}};
    return all;
}

model const& model_of(std::string_view kind)
{
    auto const& all = models();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return kind == one.kind; });
    if (found == all.end())
        throw std::invalid_argument("no model of the act " + std::string(kind));
    return *found;
}

} // namespace

paper loose_paper()
{
    return [](std::string const& name, std::string const& words) {
        return engine::document_ref{engine::sha256(words), name};
    };
}

engine::act const* scene::last(std::string_view kind) const
{
    auto const found =
        std::find_if(acts.rbegin(), acts.rend(), [&](auto const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

long long scene::count(std::string_view kind) const
{
    return std::count_if(acts.begin(), acts.end(),
                         [&](auto const& one) { return one.kind == kind; });
}

std::vector<std::string> model_kinds()
{
    std::vector<std::string> kinds;
    for (auto const& one : models())
        kinds.emplace_back(one.kind);
    return kinds;
}

std::vector<std::string> variants_of(std::string_view kind)
{
    return model_of(kind).variants;
}

boost::json::object model_body(std::string_view kind, std::string_view variant, scene const& at)
{
    return model_of(kind).body(at, variant);
}

std::string unit_whose_turn_it_is(std::string_view kind, scene const& at)
{
    if (kind == "evaluation.data_supplied" || kind == "evaluation.followed_up")
        return at.what.executor.empty() ? at.what.sponsor : at.what.executor;
    if (kind == "circulation.opened" || kind == "circulation.copied")
        return at.what.sponsor;
    if (kind != "consultation.answered")
        return {};
    auto const waiting = units_without_answer(at);
    return waiting.empty() ? std::string() : waiting.front();
}

std::string name_of_person(long long number)
{
    static constexpr std::array surnames{"梁", "陈", "李", "黄", "林", "张", "何", "谢", "冯", "罗",
                                         "莫", "欧", "邓", "苏", "孔", "伍", "麦", "温", "夏"};
    static constexpr std::array given{"伟明", "志强", "丽华", "建国", "秀英", "国栋",
                                      "晓燕", "文杰", "少芬", "永康", "嘉欣", "德胜",
                                      "美玲", "浩然", "健文", "淑仪", "家豪", "翠珊",
                                      "卓林", "慧敏", "锦添", "雪梅", "子轩"};
    auto const n = static_cast<unsigned long long>(number) * 2654435761u;
    return std::string(surnames[(n >> 7) % surnames.size()]) + given[(n >> 13) % given.size()];
}

} // namespace adapters::demo
