#include "workflows/major_decision/review_account.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/advisers.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/review_clock.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

using engine::named_person;
using legality_review::is_named;

/// The first opinion after a request that was given by, or in the place of, somebody.
long long opinion_of(dossier const& file, named_person const& adviser, long long after)
{
    auto const& doings = file.doings;
    auto const found = std::find_if(doings.begin(), doings.end(), [&](doing const& one) {
        return one.seq > after && one.kind == legality_review::adviser_opined::kind &&
               is_named(adviser, one);
    });
    return found == doings.end() ? 0 : found->seq;
}

long long withdrawal_of(dossier const& file, named_person const& adviser)
{
    for (auto const& one : file.legality_review.withdrawals)
        if (legality_review::is_same(file, one.body.adviser, adviser))
            return one.seq;
    return 0;
}

/// The opinion of who withdrew counts no more, whatever it said (GD21-32.2).
asked_adviser adviser_as_told(dossier const& file, asked_adviser one)
{
    one.withdrawal = withdrawal_of(file, one.who);
    if (one.withdrawal > 0)
        one.opinion = 0;
    return one;
}

/// Those who opined and whom no request in the list has.
void add_unasked(dossier const& file, std::vector<asked_adviser>& list)
{
    auto const asked = list.size();
    for (auto const& one : file.doings) {
        if (one.kind != legality_review::adviser_opined::kind)
            continue;
        bool const known =
            std::any_of(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(asked),
                        [&](auto const& other) { return is_named(other.who, one); });
        if (!known)
            list.push_back(adviser_as_told(
                file, {.who = {one.represents.value != 0 ? one.represents : one.person, {}},
                       .opinion = one.seq}));
    }
}

std::optional<asked_supplement> awaited_of(dossier const& file)
{
    if (auto const* demand = awaited_supplement(file))
        return asked_supplement{demand->body.missing, demand->on, demand->body.answer_by,
                                demand->seq};
    auto const& review = file.legality_review;
    if (review.stops.empty())
        return {};
    auto const& stop = review.stops.back();
    bool const resumed = !review.resumptions.empty() && review.resumptions.back().seq > stop.seq;
    if (resumed || stop.body.reason != legality_review::stop_reason::supplement ||
        stop.draft != current_draft(file))
        return {};
    return asked_supplement{{std::string(stop.body.what_for)}, stop.on, {}, stop.seq};
}

} // namespace

std::optional<review_account> account_of_review(engine::procedure const& of,
                                                engine::circumstances const& now)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    if (!known)
        return {};
    auto const& file = known->file();
    auto const& review = file.legality_review;
    auto const& law = now.book.in_force(of.summary().place, now.today);
    review_account told{.filing = review.filing,
                        .supplements = review.supplements,
                        .awaited = awaited_of(file),
                        .steps = statutory_steps(file, law),
                        .pauses = review_pauses(file),
                        .advisers = {}};
    for (auto const& request : review.requests)
        for (auto const& adviser : request.body.advisers)
            told.advisers.push_back(
                adviser_as_told(file, {adviser, request.on, request.body.answer_by,
                                       opinion_of(file, adviser, request.seq)}));
    add_unasked(file, told.advisers);
    return told;
}

} // namespace workflows::major_decision
