#include "workflows/set_back.hpp"

#include "workflows/annual_report/report_file.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/catalogue/approval.hpp"
#include "workflows/legal_matter/handling.hpp"
#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/major_decision/submission.hpp"
#include "workflows/normative_document/review.hpp"

#include <vector>

namespace workflows {
namespace {

using engine::say;
namespace law = major_decision;

template <class Choice>
engine::text chosen(std::string const& name, Choice value)
{
    return say("choice." + name + "." + std::string(engine::name_of(value)));
}

std::string one_after_the_other(std::vector<std::string> const& items)
{
    std::string all;
    for (auto const& one : items)
        all += (all.empty() ? "" : "；") + one;
    return all;
}

template <class Body>
std::optional<set_back> found_in(Body const& body)
{
    auto what = say("act." + std::string(Body::kind));
    if constexpr (requires { body.missing; })
        return set_back{std::move(what), one_after_the_other(body.missing)};
    else
        return set_back{std::move(what), body.reason};
}

std::optional<set_back> found_in(law::legality_review::concluded const& body)
{
    using law::legality_review::review_outcome;
    if (body.outcome == review_outcome::lawful ||
        body.outcome == review_outcome::lawful_with_risk_notice)
        return {};
    return set_back{chosen("review_outcome", body.outcome),
                    body.points.empty() ? std::string() : body.points.front().point};
}

std::optional<set_back> found_in(law::deliberation::held const& body)
{
    if (body.outcome == law::deliberation::meeting_outcome::adopted)
        return {};
    return set_back{chosen("meeting_outcome", body.outcome), body.decision};
}

std::optional<set_back> found_in(law::party_report::answered const& body)
{
    using law::party_report::party_answer;
    if (body.answer == party_answer::agrees || body.answer == party_answer::takes_note)
        return {};
    return set_back{chosen("party_answer", body.answer), body.words};
}

std::optional<set_back> found_in(normative_document::review::concluded const& body)
{
    if (body.outcome_is == normative_document::review::document_review_outcome::lawful)
        return {};
    return set_back{chosen("document_review_outcome", body.outcome_is),
                    one_after_the_other(body.points)};
}

std::optional<set_back> found_in(catalogue::approval::deliberated const& body)
{
    if (body.outcome == catalogue::approval::catalogue_outcome::adopted)
        return {};
    return set_back{chosen("catalogue_outcome", body.outcome), body.remarks.value_or("")};
}

template <class... Bodies>
struct acts {
    static bool have(std::string_view kind) { return ((kind == Bodies::kind) || ...); }
    static std::optional<set_back> read(engine::act const& what)
    {
        std::optional<set_back> found;
        static_cast<void>(
            ((what.kind == Bodies::kind && (found = found_in(body_on_file<Bodies>(what)), true)) ||
             ...));
        return found;
    }
};

using acts_that_may =
    acts<law::legality_review::supplement_requested, law::legality_review::returned,
         law::legality_review::concluded, law::submission::completion_demanded,
         law::submission::returned_by_office, law::submission::deputy_returned,
         law::submission::head_returned, law::submission::removed_from_agenda,
         law::deliberation::held, law::deliberation::changes_refused, law::party_report::answered,
         law::circulation::returned, normative_document::review::supplement_asked,
         normative_document::review::concluded, legal_matter::handling::supplement_asked,
         catalogue::approval::deliberated, annual_report::collection::sent_back,
         annual_report::release::returned>;

} // namespace

bool may_set_back(std::string_view kind)
{
    return acts_that_may::have(kind);
}

std::optional<set_back> set_back_by(engine::act const& what)
{
    return acts_that_may::read(what);
}

} // namespace workflows
