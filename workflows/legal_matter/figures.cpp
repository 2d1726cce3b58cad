#include "workflows/counting.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <algorithm>

// What each act counts for. The codes are those of config/indicators.csv. Counting rules: a request
// is one matter, its rounds are not counted; a matter and its amount count for the year in which it
// was received, once the legal office has taken it; a correction gives the difference, so that the
// sums stay right; an amount that is unknown is counted as such and adds nothing.

namespace workflows::legal_matter {
namespace {

using registration::amount_basis;
using registration::legal_kind;

struct standing_amount {
    amount_basis basis = amount_basis::not_yet_known;
    long long fen = 0;
};

using counting = workflows::counting<dossier>;

/// Counts for the year of the request.
void count_for_request(counting& c, std::string indicator, long long value)
{
    c.count(std::move(indicator), c.file.registration.request->body.received_on, value);
}

bool is_counted(dossier const& file)
{
    return !file.handling.assignments.empty() || file.handling.told;
}

std::string code_of(legal_kind kind)
{
    // Two kinds have codes of their own in the list of indicators.
    if (kind == legal_kind::disclosure_reply)
        return "LEGAL.disclosure";
    if (kind == legal_kind::duty_application)
        return "LEGAL.performance_applications";
    return "LEGAL.matters." + std::string(engine::name_of(kind));
}

void count_amount(counting& c, legal_kind kind, standing_amount const& amount, long long sign)
{
    if (amount.basis == amount_basis::none)
        return count_for_request(c, "LEGAL.amount_none", sign);
    if (amount.basis == amount_basis::not_yet_known)
        return count_for_request(c, "LEGAL.amount_unknown", sign);
    count_for_request(c, "LEGAL.amount", sign * amount.fen);
    if (kind == legal_kind::contract)
        count_for_request(c, "CONTRACT.amount", sign * amount.fen);
}

standing_amount amount_now(dossier const& file)
{
    return {file.registration.basis, file.registration.amount_fen};
}

/// The amount that the last correction replaced.
standing_amount amount_before(dossier const& file)
{
    auto const amount_of = [](auto const& body) {
        return standing_amount{body.basis_of_amount, body.amount ? body.amount->fen : 0};
    };
    auto const& corrections = file.registration.amount_corrections;
    if (corrections.size() > 1)
        return amount_of(corrections[corrections.size() - 2].body);
    return amount_of(file.registration.request->body);
}

legal_kind kind_before(dossier const& file)
{
    auto const& corrections = file.registration.kind_corrections;
    if (corrections.size() > 1)
        return corrections[corrections.size() - 2].body.legal_kind_is;
    return file.registration.request->body.legal_kind_is;
}

void count_matter(counting& c)
{
    auto const kind = c.file.registration.kind_is;
    count_for_request(c, "LEGAL.matters", 1);
    count_for_request(c, code_of(kind), 1);
    count_amount(c, kind, amount_now(c.file), 1);
}

void of_assignment(counting& c)
{
    if (c.file.handling.assignments.size() == 1)
        count_matter(c);
}

void of_amount(counting& c)
{
    if (!is_counted(c.file))
        return;
    auto const kind = c.file.registration.kind_is;
    auto const before = amount_before(c.file);
    auto const now = amount_now(c.file);
    if (registration::has_amount(before.basis) && registration::has_amount(now.basis))
        return count_amount(c, kind, {now.basis, now.fen - before.fen}, 1); // the difference
    count_amount(c, kind, before, -1);
    count_amount(c, kind, now, 1);
}

void of_kind(counting& c)
{
    if (!is_counted(c.file))
        return;
    auto const before = kind_before(c.file);
    auto const now = c.file.registration.kind_is;
    count_for_request(c, code_of(before), -1);
    count_for_request(c, code_of(now), 1);
    auto const amount = amount_now(c.file);
    if (!registration::has_amount(amount.basis))
        return;
    if (before == legal_kind::contract)
        count_for_request(c, "CONTRACT.amount", -amount.fen);
    if (now == legal_kind::contract)
        count_for_request(c, "CONTRACT.amount", amount.fen);
}

/// An adviser counts once in a matter, with the first opinion.
void of_opinion(counting& c)
{
    auto const& all = c.file.advice.opinions;
    auto const& last = all.back();
    c.count("LEGAL.opinions", static_cast<long long>(last.body.points.size()));
    if (last.by.role != "legal_adviser")
        return;
    auto const before = std::count_if(all.begin(), all.end() - 1, [&](auto const& one) {
        return one.by.role == "legal_adviser" && one.by.person == last.by.person;
    });
    if (before == 0)
        c.count("LEGAL.adviser_participation");
}

void of_letter(counting& c)
{
    c.count("LEGAL.opinion_letters");
}

/// A contract is one contract, however often it is reviewed.
void of_contract(counting& c)
{
    if (c.file.advice.contract_reviews.size() == 1)
        c.count("CONTRACT.reviewed");
}

void of_answer(counting& c)
{
    auto const last = c.file.advice.answers.back().body.adoption_is;
    c.count(last == advice::adoption::not_adopted ? "LEGAL.advice_not_adopted"
                                                  : "LEGAL.advice_adopted");
}

/// A later result replaces the loss that an earlier one gave.
void of_result(counting& c)
{
    auto const& all = c.file.outcome.results;
    auto const count_loss = [&](auto const& one, long long sign) {
        if (one.body.loss_avoided)
            c.count("LEGAL.loss_avoided", one.body.happened_on, sign * one.body.loss_avoided->fen);
    };
    if (all.size() > 1)
        count_loss(all[all.size() - 2], -1);
    count_loss(all.back(), 1);
}

void of_told(counting& c)
{
    auto const& told = c.file.handling.told->body;
    count_matter(c);
    if (told.letter_number)
        c.count("LEGAL.opinion_letters", told.closed_on);
    if (told.counsel)
        c.count("LEGAL.adviser_participation", told.closed_on);
    if (told.loss_avoided)
        c.count("LEGAL.loss_avoided", told.closed_on, told.loss_avoided->fen);
}

workflows::counters<dossier> const& counters()
{
    static workflows::counters<dossier> const all{
        {handling::assigned::kind, of_assignment},
        {handling::told_afterwards::kind, of_told},
        {registration::amount_corrected::kind, of_amount},
        {registration::kind_corrected::kind, of_kind},
        {advice::opined::kind, of_opinion},
        {advice::letter_issued::kind, of_letter},
        {advice::contract_reviewed::kind, of_contract},
        {advice::answered::kind, of_answer},
        {outcome::recorded::kind, of_result},
    };
    return all;
}

} // namespace

std::vector<engine::figure> figures(dossier const& file, engine::act const& what,
                                    engine::working_days const& days)
{
    return workflows::counted_by(counters(), file, what, days);
}

} // namespace workflows::legal_matter
