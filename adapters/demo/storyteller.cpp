#include "adapters/demo/storyteller.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

namespace adapters::demo {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// An act that the story wants next, so many working days after the one before.
struct step {
    std::string kind;
    std::string variant = {};
    long long wait = 0;
};

/// How a decision usually goes: the acts in order, with the turns of the story.
class script {
public:
    explicit script(story const& told) : told_(told), what_(told.what)
    {
        if (!intake())
            return;
        drafting();
        hear_everybody();
        if (stops_early())
            return;
        reviews();
        submission();
        if (!meeting())
            return;
        issue();
        execution();
        archive(60);
    }

    std::vector<step> steps;

private:
    bool turn(std::string_view name) const { return told_.turns.find(name) != told_.turns.end(); }
    void add(std::string kind, long long wait = 0, std::string variant = {})
    {
        steps.push_back({std::move(kind), std::move(variant), wait});
    }

    bool intake()
    {
        add("intake.proposed");
        if (turn("excluded_at_once")) {
            add("intake.found_not_applicable", 4, "not_major");
            archive(5);
            return false;
        }
        add("intake.study_assigned", 3);
        add("intake.studied", 8, turn("declined") ? "against" : "");
        if (turn("excluded")) {
            add("intake.found_not_applicable", 2);
            archive(5);
            return false;
        }
        if (turn("asked_early")) {
            add("circulation.opened", 1, "early");
            add("circulation.copied");
        }
        add("intake.start_reported", 3);
        add(turn("declined") ? "intake.start_declined" : "intake.start_decided", 6);
        if (turn("declined"))
            archive(10);
        return !turn("declined");
    }

    void drafting()
    {
        add("drafting.researched", 18);
        add("drafting.assessed", 2);
        add("drafting.versioned", 12);
        if (what_.is("risk") && turn("risk_first")) {
            risk("uncontrollable");
            add("drafting.versioned", 12, "substantive");
            add("drafting.change_confirmed", 3);
        }
    }

    void risk(char const* outcome)
    {
        add("risk.planned", 2);
        add("risk.opinions_heard", 8);
        add("risk.analysed", 4);
        add("risk.reported", 4, outcome);
    }

    void hear_everybody()
    {
        consultation();
        if (what_.is("secret"))
            add("participation.exempted", 1);
        else
            participation();
        if (what_.is("technical"))
            experts();
        if (what_.is("risk"))
            risk("");
        if (turn("terminated") || turn("withdrawn"))
            return;
        // What was heard goes into a second version.
        add("drafting.versioned", 6, "non_substantive");
        add("drafting.change_confirmed", 2);
        if (what_.is("operators"))
            add("fair_competition.drafter_reviewed", 3);
    }

    void consultation()
    {
        if (what_.concerned.empty())
            return;
        add("consultation.asked", 1);
        for (std::size_t i = 0; i < what_.concerned.size(); ++i)
            add("consultation.answered", i == 0 ? 3 : 1,
                i > 0                    ? "agrees"
                : turn("unit_disagrees") ? "disagrees"
                : turn("unit_comments")  ? "agrees_with_comments"
                                         : "agrees");
        if (turn("unit_comments"))
            add("consultation.settled", 2);
        if (turn("unit_disagrees")) {
            add("consultation.settled", 2, "open");
            add("consultation.disagreement_stated", 1);
        }
        add("consultation.concluded", 1);
    }

    void participation()
    {
        add("participation.published", 2);
        add("participation.activity_held", 8);
        add("participation.opinions_recorded", 4);
        if (what_.is("concern"))
            add("participation.opinions_recorded", 3);
        bool const hearing = what_.is("hearing");
        if (hearing || turn("hearing_suggested"))
            add("hearing.suggested", 1);
        add("participation.window_closed", 1);
        if (turn("hearing_suggested") && !hearing)
            add("hearing.suggestion_answered", 3, "declined");
        if (hearing)
            hold_hearing();
        add("participation.opinions_decided", 4);
        add("participation.feedback_given", 2);
        add("participation.concluded", 1);
    }

    void hold_hearing()
    {
        add("hearing.decided", 2);
        add("hearing.suggestion_answered", 1);
        add("hearing.announced", 2);
        add("hearing.listed", 6);
        add("hearing.delivered", 1);
        if (turn("hearing_postponed"))
            add("hearing.postponed", 3);
        add("hearing.held", 1, turn("hearing_against") ? "against" : "");
        add("hearing.reported", 4);
        if (turn("hearing_against"))
            add("hearing.argued_further", 4);
        add("hearing.answered", 4);
    }

    void experts()
    {
        add("experts.selected", 2);
        if (turn("expert_excluded"))
            add("experts.expert_excluded", 1);
        add("experts.materials_given", 1);
        add("experts.opined", 7);
        add("experts.reported", 4);
    }

    bool stops_early()
    {
        if (turn("withdrawn")) {
            add("closing.withdrawal_requested", 5);
            add("closing.withdrawn", 3);
        } else if (turn("terminated"))
            add("closing.terminated", 8);
        else
            return false;
        archive(15);
        return true;
    }

    void review(char const* outcome, bool sponsor_first)
    {
        if (sponsor_first) {
            add("sponsor_review.legal_opinion_given", 4);
            add("sponsor_review.discussed", 3);
        }
        if (turn("countersigned") && sponsor_first) {
            add("circulation.opened", 1);
            add("circulation.given", 1);
            add("circulation.given", 1);
        }
        add("legality_review.filed", 2);
        if (turn("supplement") && !supplemented_) {
            supplemented_ = true;
            add("legality_review.supplement_requested", 1);
            add("legality_review.supplemented", 3);
        }
        add("legality_review.accepted", 1);
        add("legality_review.advisers_asked", 1);
        if (turn("clock_stop")) {
            add("legality_review.clock_stopped", 1);
            add("legality_review.clock_resumed", 5);
        }
        add("legality_review.adviser_opined", 3);
        add("legality_review.adviser_opined", 1);
        add("legality_review.concluded", 5, outcome);
    }

    void reviews()
    {
        bool const unlawful = turn("negative_first");
        if (!unlawful && !turn("changes_first"))
            return review("", true);
        review(unlawful ? "unlawful" : "lawful_after_changes", true);
        add("legality_review.responded", 5);
        add("drafting.versioned", 4, unlawful ? "substantive" : "non_substantive");
        add("drafting.change_confirmed", 2, unlawful ? "waiving" : "");
        // What the sponsor found on the draft before holds unless the substance has changed.
        review("", unlawful);
    }

    void submission()
    {
        add("submission.filed", 3);
        if (turn("completion")) {
            add("submission.completion_demanded", 2);
            add("submission.completed", 3);
        }
        if (turn("office_return")) {
            add("submission.returned_by_office", 3);
            add("submission.filed", 6);
        }
        add("submission.office_passed", 3);
        add("submission.deputy_approved", 2);
        add("submission.placed_on_agenda", 1);
    }

    bool meeting()
    {
        if (turn("rejected")) {
            add("deliberation.held", 1, "rejected");
            archive(20);
            return false;
        }
        if (turn("postponed")) {
            add("deliberation.held", 1, "postponed");
            return false;
        }
        if (turn("discuss_again")) {
            add("deliberation.held", 1, "discuss_again");
            add("drafting.versioned", 5, "non_substantive");
            add("drafting.change_confirmed", 2);
            add("submission.placed_on_agenda", 4);
        }
        if (turn("in_principle")) {
            add("deliberation.held", 1, "adopted_in_principle");
            add("drafting.versioned", 4, "non_substantive");
            add("drafting.change_confirmed", 1);
            add("deliberation.changes_made", 1);
            add("deliberation.changes_accepted", 2);
        } else
            add("deliberation.held", 1, "adopted");
        return true;
    }

    void issue()
    {
        add("party_report.made", 2);
        add("party_report.answered", 4);
        if (what_.is("congress_report"))
            add("congress.reported", 2);
        if (what_.is("congress_decide")) {
            add("congress.reported", 2);
            add("congress.decided", 10);
        }
        add("publication.text_signed", 2);
        add(what_.is("secret") ? "publication.withheld" : "publication.published", 2);
    }

    void execution()
    {
        add("execution.unit_named", 3);
        add("execution.reported", 60);
        add("execution.citizen_opinion_received", 10);
        add("execution.inspected", 30);
        if (turn("suspended")) {
            add("execution.problem_reported", 20);
            add("execution.suspended", 2);
            add("execution.suspension_explained", 8);
            add("execution.resumed", 20);
        }
        if (turn("evaluated")) {
            add("evaluation.ordered", 30);
            add("evaluation.planned", 8);
            add("evaluation.data_requested", 2);
            add("evaluation.data_supplied", 6);
            add("evaluation.surveyed", 15);
            add("evaluation.reported", 10, turn("adjusted") ? "adjust" : "keep");
            add("evaluation.followed_up", 15);
            if (!turn("adjusted"))
                add("evaluation.result_answered", 5);
        }
        if (turn("adjusted")) {
            add("adjustment.proposed", 10);
            add("adjustment.minor_decided", 12);
        }
        add("execution.reported", 60);
        add("execution.completed", 30);
    }

    void archive(long long wait)
    {
        add("archive.part_filed", wait);
        add("archive.archived", 3);
    }

    story const& told_;
    matter const& what_;
    bool supplemented_ = false;
};

/// Days that are fixed by an act before: nobody holds a hearing before its day.
std::optional<engine::day> not_before(std::string_view kind, scene const& at)
{
    auto const day_of = [&](char const* before, char const* field) -> std::optional<engine::day> {
        auto const* act = at.last(before);
        auto const* value = act ? act->body.if_contains(field) : nullptr;
        return value ? engine::parse_day(value->as_string()) : std::nullopt;
    };
    if (kind == "participation.window_closed")
        if (auto const closes = day_of("participation.published", "closes_on"))
            return *closes + days(1);
    if (kind == "hearing.held") {
        auto const put_off = day_of("hearing.postponed", "new_day");
        return put_off ? put_off : day_of("hearing.announced", "hearing_on");
    }
    if (kind == "deliberation.held")
        return day_of("submission.placed_on_agenda", "meeting_on");
    return {};
}

/// Office hours in Asia/Shanghai, as UTC.
constexpr auto opens = hours(0) + minutes(40);
constexpr auto closes = hours(9) + minutes(30);

class pen {
public:
    pen(story const& told, officials const& by, engine::law_in_force law, paper const& file_paper,
        engine::instant now)
        : told_(told), by_(by), law_(law), paper_(file_paper), now_(now),
          chance_(static_cast<std::uint32_t>(told.what.seed))
    {
        auto const shape = law.shapes.find(told.shape);
        if (shape == law.shapes.end() || !law.book.knows(told.place))
            throw std::invalid_argument("no such shape or place: " + told.shape + ", " +
                                        told.place);
        found_.file = shape->second.make(told.place);
        clock_ = on_day(law.days.roll_forward(told.begins));
    }

    telling write()
    {
        for (auto const& one : script(told_).steps)
            if (!enter(one) || one.kind == told_.until)
                break;
        return std::move(found_);
    }

private:
    engine::instant on_day(engine::day on)
    {
        return engine::instant(on) + opens + minutes(chance_() % 300);
    }

    scene here() const
    {
        return {told_.what, found_.entered, today(), law_.days, paper_, by_.all()};
    }
    engine::day today() const { return engine::legal_day(clock_); }

    void wait(step const& one)
    {
        if (one.wait > 0)
            clock_ = on_day(law_.days.after(today(), one.wait));
        else if (!found_.acts.empty())
            clock_ += minutes(15 + chance_() % 40);
        if (auto const fixed = not_before(one.kind, here()); fixed && *fixed > today())
            clock_ = on_day(law_.days.roll_forward(*fixed));
        if (clock_ - engine::instant(std::chrono::floor<days>(clock_)) > closes)
            clock_ = on_day(law_.days.after(today(), 1));
    }

    /// False when the story ends here.
    bool enter(step const& one)
    {
        do {
            if (waits_for_regulator(one) && !ask_regulator())
                return false;
            wait(one);
        } while (waits_for_regulator(one));
        // Where only time is lacking people wait; once is enough, the law gives the day.
        for (int attempt = 0; attempt < 3 && clock_ <= now_; ++attempt) {
            auto const found = submit(one);
            if (found.admitted())
                return true;
            auto const later = engine::opens_on(found.answer.refusals);
            if (found.faults.empty() && found.known && later && *later > today()) {
                clock_ = on_day(law_.days.roll_forward(*later));
                continue;
            }
            found_.refused_kind = one.kind;
            found_.refusals = found.answer.refusals;
            found_.faults = found.faults;
            return false;
        }
        return false;
    }

    /// The market regulator's review came with the regulation of 2024, and to what was on its way.
    bool waits_for_regulator(step const& one) const
    {
        return told_.what.is("operators") && !one.kind.starts_with("fair_competition.") &&
               clock_ <= now_ && is_asked("fair_competition.filed");
    }

    bool ask_regulator()
    {
        return enter({"fair_competition.filed", {}, 1}) &&
               enter({"fair_competition.concluded", {}, 7});
    }

    bool is_asked(std::string const& kind) const
    {
        for (auto const& offer : found_.file->offers({}, {law_.book, law_.days, today()}))
            if (offer.kind == kind)
                return std::all_of(offer.refusals.begin(), offer.refusals.end(),
                                   [](auto const& one) { return one.about_role || one.opens_on; });
        return false;
    }

    engine::judgement submit(step const& one)
    {
        auto const at = here();
        engine::circumstances const now{law_.book, law_.days, today(), &by_};
        told_act told{one.kind, model_body(one.kind, one.variant, at), actor_of(one.kind, now),
                      clock_};
        engine::act what{.on = {1},
                         .seq = static_cast<long long>(found_.entered.size()) + 1,
                         .act_id = "story-" + std::to_string(found_.entered.size() + 1),
                         .kind = told.kind,
                         .body = told.body,
                         .by = told.by,
                         .entered_at = told.at,
                         .origin = engine::entered_as_demo,
                         .previous_hash = {},
                         .hash = {}};
        auto found = found_.file->attempt(what, now);
        if (found.admitted()) {
            found_.entered.push_back(std::move(what));
            found_.acts.push_back(std::move(told));
        }
        return found;
    }

    engine::actor actor_of(std::string const& kind, engine::circumstances const& now) const
    {
        for (auto const& offer : found_.file->offers({}, now)) {
            if (offer.kind != kind)
                continue;
            auto unit = unit_whose_turn_it_is(kind, here());
            // An adviser gives one opinion; where two are asked another one gives the second.
            auto const turn = static_cast<std::size_t>(here().count(kind));
            if (unit.empty() && kind.rfind("intake.", 0) == 0)
                unit = told_.what.sponsor;
            if (auto const* who = by_.holding(offer.seats, unit, turn))
                return *who;
            if (auto const* who = by_.holding(offer.seats, {}, turn))
                return *who;
        }
        return by_.all().empty() ? engine::actor() : by_.all().front();
    }

    story const& told_;
    officials by_;
    engine::law_in_force law_;
    paper const& paper_;
    engine::instant now_;
    std::minstd_rand chance_;
    engine::instant clock_;
    telling found_;
};

} // namespace

engine::actor const* officials::holding(std::vector<engine::seat> const& seats,
                                        std::string const& unit, std::size_t turn) const
{
    for (auto const& seat : seats) {
        std::vector<engine::actor const*> fit;
        for (auto const& one : all_)
            if (one.role == seat.role && (seat.unit.empty() || seat.unit == one.unit) &&
                (unit.empty() || one.unit == unit))
                fit.push_back(&one);
        if (!fit.empty())
            return fit[turn % fit.size()];
    }
    return nullptr;
}

std::vector<engine::actor> officials::seats_of(engine::person_id who, engine::day)
{
    std::vector<engine::actor> found;
    for (auto const& one : all_)
        if (one.person == who)
            found.push_back(one);
    return found;
}

officials made_up_officials(std::vector<std::string> const& units)
{
    officials all;
    long long number = 0;
    auto const add = [&](std::string const& role, std::string const& unit) {
        ++number;
        all.add({{number}, name_of_person(number), role, unit, {}});
    };
    for (auto const& unit : units)
        for (auto const* role : {"sponsor_clerk", "department_head", "legal_officer", "executor"})
            add(role, unit);
    add("reviewer", "justice");
    add("legal_adviser", "advisers");
    add("legal_adviser", "advisers");
    add("competition_reviewer", "market");
    add("office_secretary", "office");
    add("deputy_in_charge", "leaders");
    add("head_of_government", "leaders");
    return all;
}

telling tell(story const& one, officials const& by, engine::law_in_force law,
             paper const& file_paper, engine::instant now)
{
    return pen(one, by, law, file_paper, now).write();
}

} // namespace adapters::demo
