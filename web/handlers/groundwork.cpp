#include "web/handlers/groundwork.hpp"

#include "web/handlers/after_decision.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/basis_on_file.hpp"
#include "web/handlers/catalogue_entries.hpp"
#include "web/handlers/document_groundwork.hpp"
#include "web/handlers/offered_number.hpp"
#include "web/handlers/opinions.hpp"
#include "web/handlers/participation_groundwork.hpp"
#include "web/handlers/words_on_file.hpp"
#include "web/office.hpp"
#include "workflows/major_decision/adjustment.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/draft_history.hpp"
#include "workflows/major_decision/evaluation.hpp"
#include "workflows/major_decision/execution.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/major_decision/publication.hpp"
#include "workflows/major_decision/sponsor_review.hpp"
#include "workflows/major_decision/submission.hpp"
#include "workflows/normative_document/review.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace law = workflows::major_decision;

using kinds = std::vector<std::string_view>;

std::map<std::string_view, kinds> answers()
{
    using namespace law::intake;
    namespace review = law::legality_review;
    namespace own = law::sponsor_review;
    namespace bringing = law::submission;
    namespace done = law::execution;
    namespace judged = law::evaluation;
    namespace changed = law::adjustment;
    namespace of_document = workflows::normative_document::review;
    kinds const report = {proposed::kind, studied::kind, start_reported::kind};
    return {
        {study_assigned::kind, {proposed::kind}},
        {studied::kind, {proposed::kind, study_assigned::kind}},
        {start_reported::kind, {proposed::kind, studied::kind}},
        {start_decided::kind, report},
        {start_declined::kind, report},
        {law::drafting::versioned::kind, {law::party_report::answered::kind}},
        {law::drafting::change_confirmed::kind, {law::drafting::versioned::kind}},
        {law::experts::reported::kind, {law::experts::opined::kind}},
        {law::hearing::answered::kind, {law::hearing::held::kind, law::hearing::reported::kind}},
        {own::discussed::kind, {own::legal_opinion_given::kind}},
        {review::responded::kind, {review::concluded::kind}},
        {of_document::accepted::kind, {of_document::supplemented::kind}},
        {bringing::office_passed::kind, {bringing::filed::kind}},
        {bringing::deputy_approved::kind, {bringing::filed::kind, bringing::office_passed::kind}},
        {bringing::placed_on_agenda::kind,
         {bringing::filed::kind, bringing::office_passed::kind, bringing::deputy_approved::kind,
          law::party_report::answered::kind}},
        {law::party_report::answered::kind, {law::party_report::made::kind}},
        {law::publication::text_signed::kind,
         {law::deliberation::held::kind, law::deliberation::changes_accepted::kind,
          law::party_report::answered::kind}},
        {done::reported::kind, {done::unit_named::kind, done::reported::kind}},
        {done::completed::kind, {done::unit_named::kind, done::reported::kind}},
        {done::problem_answered::kind, {done::problem_reported::kind}},
        {done::suspended::kind, {done::problem_reported::kind}},
        {done::suspension_explained::kind, {done::suspended::kind}},
        {done::resumed::kind, {done::suspended::kind}},
        {judged::ordered::kind, {done::reported::kind, done::problem_reported::kind}},
        {judged::data_supplied::kind, {judged::data_requested::kind}},
        {judged::surveyed::kind, {judged::planned::kind}},
        {judged::reported::kind,
         {done::unit_named::kind, done::reported::kind, judged::surveyed::kind,
          judged::data_supplied::kind}},
        {judged::result_answered::kind, {judged::reported::kind}},
        {judged::followed_up::kind, {judged::reported::kind}},
        {changed::proposed::kind, {done::problem_reported::kind, judged::reported::kind}},
        {changed::minor_decided::kind, {changed::proposed::kind}},
        {changed::reopened::kind, {changed::proposed::kind}},
        {changed::declined::kind, {changed::proposed::kind}},
        {changed::replaced::kind, {changed::reopened::kind}}};
}

/// Which acts an act answers, in the order in which they are read.
kinds const& answered_by(std::string_view kind)
{
    static auto const all = answers();
    static kinds const none;
    auto const found = all.find(kind);
    return found == all.end() ? none : found->second;
}

engine::act const* last_of(opened_case const& file, std::string_view kind)
{
    auto const& acts = file.record.acts;
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [&](engine::act const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

/// To whom the office sent an earlier submission by name: the same deputy has it again. What one no
/// longer holds is in no list, so that nobody is chosen then.
boost::json::value deputy_before(opened_case const& file)
{
    using namespace law::submission;
    auto const* sent = last_of(file, office_passed::kind);
    if (auto const* changed = last_of(file, deputy_changed::kind);
        sent && changed && changed->seq > sent->seq)
        sent = changed;
    auto const* deputy = sent ? sent->body.if_contains("deputy") : nullptr;
    return deputy ? *deputy : boost::json::value();
}

/// What came in since a notice: what is on file, and what was sent in and is not yet.
long long opinions_since(visit const& v, opened_case const& file, long long notice)
{
    adapters::soci::comment_shelf shelf(*v.records);
    auto const known = opinions_in(file.record.acts);
    auto const unread = count_opinions(shelf, file.line().id, known) - known.opinions.counted();
    return known.opinions.counted_after(notice) + unread;
}

/// The unit that proposed it, else the one that studied it; empty where neither is known.
std::string likely_sponsor(opened_case const& file, bool is_of_unit)
{
    using namespace law::intake;
    if (auto const* proposal = is_of_unit ? last_of(file, proposed::kind) : nullptr)
        return proposal->by.unit;
    auto const* assigned = last_of(file, study_assigned::kind);
    auto const* unit = assigned ? assigned->body.if_contains("to_unit") : nullptr;
    return unit && unit->is_string() ? std::string(unit->get_string()) : std::string();
}

} // namespace

array groundwork_of(visit const& v, opened_case const& file, std::string_view kind)
{
    array made;
    for (auto const& one : answered_by(kind))
        if (auto const* what = last_of(file, one))
            made.push_back(act_view(v, file, *what, true));
    return made;
}

object body_from_groundwork(visit const& v, opened_case const& file, std::string_view kind)
{
    using namespace law::intake;
    auto body = offered_number(v, file, kind);
    auto const add = [&](object const& more) {
        for (auto const& one : more)
            body[one.key()] = one.value();
    };
    if (kind.starts_with("document_")) {
        add(body_of_document(v, file, kind));
        return body;
    }
    add(body_after_decision(v, file, kind));
    add(body_while_hearing(v, file, kind));
    add(words_on_file(v, file, kind));
    if (auto basis = basis_on_file(file, kind); !basis.empty())
        body["legal_basis"] = std::move(basis);
    if (kind == law::submission::placed_on_agenda::kind)
        return body_for_agenda(v, file);
    if (kind == law::deliberation::held::kind)
        return body_for_record(v, file);
    auto const* proposal = last_of(file, proposed::kind);
    auto const* from = proposal ? proposal->body.if_contains("proposer") : nullptr;
    auto const is_of_unit = from && from->is_string() && from->get_string() == "department";
    if (kind == law::participation::window_closed::kind)
        if (auto const* notice = last_of(file, law::participation::published::kind))
            body["received"] = opinions_since(v, file, notice->seq);
    if (kind == study_assigned::kind && is_of_unit)
        body["to_unit"] = proposal->by.unit;
    if (kind == studied::kind && proposal && proposal->body.contains("public_proposal"))
        if (auto const* known = proposal->body.if_contains("necessity_and_feasibility"))
            body["conclusion"] = *known; // what the study of the proposal came to
    if (kind == start_decided::kind)
        if (auto entries = entries_of(v, file); !entries.empty())
            body["catalogue"] = std::move(entries);
    if (kind == start_decided::kind)
        if (auto const sponsor = likely_sponsor(file, is_of_unit); !sponsor.empty()) {
            body["lead"] = sponsor;
            body["sponsors"] = array{boost::json::value(sponsor)};
        }
    if (kind == law::drafting::change_confirmed::kind) {
        auto const versions = law::history_of_drafts(file.record.acts).versions;
        for (auto const& one : versions)
            if (one.awaits_reviewer && !body.contains("version"))
                body["version"] = one.version;
        if (versions.size() == 2) // one alone changed another
            body["version"] = versions.back().version;
    }
    if (kind == law::legality_review::concluded::kind)
        body["author"] = v.actor().person.value;
    if (kind == law::submission::office_passed::kind)
        if (auto deputy = deputy_before(file); !deputy.is_null())
            body["deputy"] = std::move(deputy);
    if (kind == law::publication::text_signed::kind) {
        // of what is signed again the number stays
        if (auto const* before = last_of(file, kind))
            body["document_number"] = before->body.at("document_number");
        body["signed_by"] = v.actor().name;
    }
    return body;
}

} // namespace web::handlers
