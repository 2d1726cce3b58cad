#include "workflows/major_decision/needed_chapters.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/due_evaluation_is_made.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

using legality_review::statutory_step;

/// A step that the law asks before the review; before the assessment nobody can say which.
chapter_need of_step(statutory_step which, dossier const& file, engine::rules const& law)
{
    auto const steps = statutory_steps(file, law);
    auto const is_required = [&](auto const& one) { return one.step == which && one.required; };
    if (std::any_of(steps.begin(), steps.end(), is_required))
        return chapter_need::needed;
    bool const open = which == statutory_step::hearing && hearing_undecided(file, law);
    return open || !file.drafting.touches ? chapter_need::open : chapter_need::not_needed;
}

/// The sponsor's own review is asked for by the place and by nothing in the matter.
chapter_need of_own_review(engine::rules const& law)
{
    return law.flag(sponsor_legal_review_required) || law.flag(sponsor_discussion_required)
               ? chapter_need::needed
               : chapter_need::not_needed;
}

chapter_need of_congress(dossier const& file)
{
    if (!file.intake.started)
        return chapter_need::open;
    return congress_required(file) ? chapter_need::needed : chapter_need::not_needed;
}

chapter_need of_evaluation(engine::question<dossier> const& q)
{
    bool const due = q.file.evaluation.order || !due_evaluation_is_made::check(q).admits();
    return due ? chapter_need::needed : chapter_need::by_occasion;
}

} // namespace

std::map<std::string, chapter_need, std::less<>> needs_of_chapters(engine::procedure const& of,
                                                                   engine::circumstances const& now)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    if (!known)
        return {};
    auto const& file = known->file();
    auto const& law = now.book.in_force(of.summary().place, now.today);
    std::map<std::string, chapter_need, std::less<>> needs;
    for (auto const& one : of.stages())
        needs[one.chapter] = chapter_need::needed;
    needs["consultation"] = of_step(statutory_step::consultation, file, law);
    needs["hearing"] = of_step(statutory_step::hearing, file, law);
    needs["experts"] = of_step(statutory_step::experts, file, law);
    needs["risk"] = of_step(statutory_step::risk, file, law);
    needs["fair_competition"] = of_step(statutory_step::fair_competition, file, law);
    needs["sponsor_review"] = of_own_review(law);
    if (!law.flag(party_report_required))
        needs["party_report"] = chapter_need::by_occasion;
    needs["congress"] = of_congress(file);
    engine::actor const nobody;
    needs["evaluation"] = of_evaluation(
        {.file = file, .by = nobody, .today = now.today, .law = law, .days = now.days});
    for (auto const* chapter : {"adjustment", "closing", "circulation"})
        needs[chapter] = chapter_need::by_occasion;
    if (is_closed(file))
        for (auto& [chapter, need] : needs)
            if (chapter != "archive")
                need = chapter_need::cut_off;
    return needs;
}

} // namespace workflows::major_decision
