#ifndef JUECE_ENGINE_CASE_PROCEDURE_HPP
#define JUECE_ENGINE_CASE_PROCEDURE_HPP

#include "engine/chapter.hpp"
#include "engine/leading_seats.hpp"
#include "engine/procedure.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace engine {

namespace detail {

// A part that a procedure leaves out.

inline bool any_seat_does(std::string_view)
{
    return false;
}
template <class File>
bool every_seat_owes(File const&, std::string_view, seat const&)
{
    return true;
}
template <class File>
verdict no_bars(question<File> const&, std::string_view)
{
    return {};
}
template <class File>
void remember_nothing(File&, act const&)
{}
template <class File>
std::vector<figure> no_figures(File const&, act const&, working_days const&)
{
    return {};
}
template <class File>
std::vector<news> no_news(File const&, act const&)
{
    return {};
}
template <class File>
std::optional<std::string> all_of_the_file(File const&, act const&)
{
    return {};
}
template <class File>
std::vector<limit_terms> no_time_limits(File const&, rules const&, circumstances const&)
{
    return {};
}
template <class File>
std::vector<milestone> no_outlook(File const&, rules const&, circumstances const&)
{
    return {};
}

} // namespace detail

/// The parts of a procedure that a workflow brings. It may leave out those that have a default.
template <class File>
struct procedure_parts {
    /// In the order of the law; pages and maps keep it.
    std::vector<std::function<std::unique_ptr<chapter<File>>()>> chapters;
    /// Asked for every act beside the clause's own conditions: what bars the whole file, such as
    /// its being closed.
    verdict (*bars)(question<File> const&, std::string_view kind) = detail::no_bars<File>;
    /// Called for every entered act, after the chapter's own `enter`: who did what, and when.
    void (*remember)(File&, act const&) = detail::remember_nothing<File>;
    /// Called after that, when every chapter has moved on. `seats`: from where an act of a kind is
    /// done now.
    void (*settle)(File&, act const&,
                   std::function<std::vector<seat>(std::string_view)> const& seats) = nullptr;
    /// For whom by name the task of a seat waits: to whom it was handed, or who was asked. Nobody:
    /// it waits for whoever holds the seat.
    std::vector<person_id> (*named_for)(File const&, std::string_view kind,
                                        seat const& from) = nullptr;
    /// Whether a seat from which an act may be done owes it now. Of the others it is no task.
    bool (*is_owed_by)(File const&, std::string_view kind,
                       seat const&) = detail::every_seat_owes<File>;
    /// Whether an act is owed by each of its seats, so that none does it for another.
    bool (*each_seat_owes)(std::string_view kind) = detail::any_seat_does;
    case_summary (*summary)(File const&, std::vector<chapter_stage> const&);
    std::vector<figure> (*figures)(File const&, act const&,
                                   working_days const&) = detail::no_figures<File>;
    /// What the last entered act tells, and whom.
    std::vector<news> (*tell)(File const&, act const&) = detail::no_news<File>;
    /// What an act rests on, where that is not all of the file.
    std::optional<std::string> (*rests_on)(File const&, act const&) = detail::all_of_the_file<File>;
    std::vector<limit_terms> (*time_limits)(File const&, rules const&,
                                            circumstances const&) = detail::no_time_limits<File>;
    std::vector<milestone> (*outlook)(File const&, rules const&,
                                      circumstances const&) = detail::no_outlook<File>;
    boost::json::object (*facts)(File const&);
};

/// A procedure made of chapters that share one file (D of the measured structures: independent
/// machines, facts in the file).
template <class File>
class case_procedure final : public procedure {
public:
    /// `file`: what the file holds before the first act.
    case_procedure(procedure_parts<File> const& parts, std::string place, File file = {})
        : parts_(parts), place_(std::move(place)), file_(std::move(file))
    {
        chapters_.reserve(parts.chapters.size());
        for (auto const& make : parts.chapters)
            chapters_.push_back(make());
    }

    judgement attempt(act const& what, circumstances const& now) override
    {
        auto* home = chapter_of(what.kind);
        if (!home)
            return {.faults = {}, .known = false, .answer = {}};
        elsewhere const others(*this, now);
        auto question = asked(what.by, now);
        question.elsewhere = &others;
        if (auto barred = parts_.bars(question, what.kind); !barred.admits()) {
            question.law.cite_in(barred);
            return {.faults = {}, .known = true, .answer = std::move(barred)};
        }
        auto found = home->attempt(file_, what, question);
        question.law.cite_in(found.answer);
        if (found.admitted())
            after_entry(what, home, found.body.get());
        return found;
    }

    verdict out_of_place(std::string_view kind, actor const& who,
                         circumstances const& now) const override
    {
        auto const* home = chapter_of(kind);
        if (!home)
            return {};
        auto barred = parts_.bars(asked(who, now), kind);
        if (barred.admits())
            barred = home->out_of_place(kind);
        law(now).cite_in(barred);
        return barred;
    }

    void replay(act const& what) override
    {
        auto* home = chapter_of(what.kind);
        if (!home)
            throw replay_fault(what.on, what.seq, "unknown kind of act " + what.kind);
        auto const body = home->replay(file_, what);
        after_entry(what, home, body.get());
    }

    std::vector<offer> offers(actor const& who, circumstances const& now) const override
    {
        return offers_to(who, false, now);
    }

    std::vector<task> tasks(circumstances const& now) const override
    {
        std::vector<task> waiting;
        for (auto const& o : offers_to(actor{}, true, now))
            if (o.duty && (o.is_open() || opens_on(o.refusals)))
                for (auto const& s : o.seats)
                    if (parts_.is_owed_by(file_, o.kind, s))
                        add_tasks(o, s, waiting);
        mark_leading(waiting, parts_.each_seat_owes);
        // Two clauses may wait for the same act; the earlier day is the one to show.
        std::sort(waiting.begin(), waiting.end(), [](task const& a, task const& b) {
            auto const place = [](task const& one) {
                return std::tie(one.chapter, one.kind, one.role, one.unit, one.person,
                                one.opens_on);
            };
            return place(a) < place(b);
        });
        waiting.erase(std::unique(waiting.begin(), waiting.end(), is_same_task), waiting.end());
        bind(waiting, now);
        return waiting;
    }

    std::vector<chapter_stage> stages() const override
    {
        std::vector<chapter_stage> all;
        all.reserve(chapters_.size());
        for (auto const& one : chapters_)
            all.push_back({std::string(one->name()), std::string(one->stage())});
        return all;
    }

    std::vector<limit> limits(circumstances const& now) const override
    {
        std::vector<limit> reckoned;
        for (auto one : parts_.time_limits(file_, law(now), now)) {
            one.rule = law(now).cited(std::move(one.rule));
            reckoned.push_back(reckon(one, now.days, now.today));
        }
        return reckoned;
    }
    std::vector<milestone> outlook(circumstances const& now) const override
    {
        auto steps = parts_.outlook(file_, law(now), now);
        for (auto& one : steps)
            one.rule = law(now).cited(std::move(one.rule));
        return steps;
    }
    std::vector<figure> figures(working_days const& days) const override
    {
        return parts_.figures(file_, last_, days);
    }
    std::vector<news> told() const override { return parts_.tell(file_, last_); }
    std::optional<std::string> rests_on(act const& what) const override
    {
        return parts_.rests_on(file_, what);
    }
    case_summary summary() const override
    {
        auto found = parts_.summary(file_, stages());
        found.place = place_;
        return found;
    }
    boost::json::object facts() const override { return parts_.facts(file_); }

    std::vector<table_row> table() const override
    {
        std::vector<table_row> rows;
        for (auto const& one : chapters_)
            one->table(rows);
        return rows;
    }

    int ways(act const& what) const override
    {
        auto const* home = chapter_of(what.kind);
        return home ? home->ways(file_, what) : 0;
    }

    std::vector<field> const* fields_of(std::string_view kind) const override
    {
        auto const* home = chapter_of(kind);
        return home ? home->fields_of(kind) : nullptr;
    }

    File const& file() const { return file_; }

private:
    /// What a chapter may ask of the others while an act is judged.
    class elsewhere final : public other_chapters {
    public:
        elsewhere(case_procedure const& of, circumstances const& now) : of_(of), now_(now) {}
        std::optional<offer> offered(std::string_view kind, actor const& who,
                                     bool regardless_of_role) const override
        {
            std::vector<offer> all;
            auto const question = of_.asked(who, now_);
            if (auto const* home = of_.chapter_of(kind))
                home->offers(question, regardless_of_role, all);
            for (auto& one : all)
                if (one.kind == kind) {
                    of_.bar(one, question);
                    return std::move(one);
                }
            return {};
        }

    private:
        case_procedure const& of_;
        circumstances const& now_;
    };

    void add_tasks(offer const& of, seat const& place, std::vector<task>& into) const
    {
        for (auto const person : waits_for(of.kind, place))
            into.push_back({.chapter = of.chapter,
                            .kind = of.kind,
                            .role = place.role,
                            .unit = place.unit,
                            .opens_on = opens_on(of.refusals),
                            .person = person});
    }

    /// For whom a task waits, each by number; 0: for whoever holds the seat.
    std::vector<person_id> waits_for(std::string_view kind, seat const& place) const
    {
        if (place.person.value != 0 || !parts_.named_for)
            return {place.person};
        auto named = parts_.named_for(file_, kind, place);
        return named.empty() ? std::vector<person_id>{place.person} : named;
    }

    /// While the whole file is barred, nobody waits for the act, and it is said whose it is not.
    void bar(offer& one, question<File> const& q) const
    {
        auto barred = parts_.bars(q, one.kind);
        if (barred.admits())
            return;
        one.duty = false;
        std::erase_if(one.refusals, [](refusal const& ground) { return !ground.about_role; });
        one.refusals.insert(one.refusals.begin(), barred.refusals.begin(), barred.refusals.end());
    }

    std::vector<offer> offers_to(actor const& who, bool regardless_of_role,
                                 circumstances const& now) const
    {
        auto const question = asked(who, now);
        std::vector<offer> all;
        for (auto const& one : chapters_)
            one->offers(question, regardless_of_role, all);
        for (auto& one : all) {
            bar(one, question);
            cite_in(one, question.law);
        }
        return all;
    }

    /// The rules of the offer as they are cited at this place.
    static void cite_in(offer& one, rules const& law)
    {
        for (auto& rule : one.rules)
            rule = law.cited(std::move(rule));
        verdict said;
        said.refusals = std::move(one.refusals);
        said.remarks = std::move(one.remarks);
        law.cite_in(said);
        one.refusals = std::move(said.refusals);
        one.remarks = std::move(said.remarks);
    }

    /// Gives each task the limit that ends first among those that bind it.
    void bind(std::vector<task>& waiting, circumstances const& now) const
    {
        if (waiting.empty())
            return;
        for (auto const& terms : parts_.time_limits(file_, law(now), now)) {
            auto const is_bound = [&](task const& one) {
                return (terms.unit_bound.empty() || terms.unit_bound == one.unit) &&
                       (terms.person_bound.value == 0 || terms.person_bound == one.person) &&
                       std::find(terms.binds.begin(), terms.binds.end(), one.kind) !=
                           terms.binds.end();
            };
            if (std::none_of(waiting.begin(), waiting.end(), is_bound))
                continue;
            auto const found = running(terms, now.days, now.today);
            for (auto& one : waiting) {
                if (!found || !is_bound(one))
                    continue;
                if (!one.within || found->due < one.within->due)
                    one.within = found;
                if (terms.rests_until_due)
                    one.opens_on = std::max(one.opens_on.value_or(found->due), found->due);
            }
        }
    }

    chapter<File>* chapter_of(std::string_view kind) const
    {
        // Acts are named after the chapter that admits them.
        auto const name = kind.substr(0, kind.find('.'));
        for (auto const& one : chapters_)
            if (one->name() == name)
                return one->admits(kind) ? one.get() : nullptr;
        return nullptr;
    }

    void after_entry(act const& what, chapter<File> const* home, void const* body)
    {
        parts_.remember(file_, what);
        for (auto const& one : chapters_)
            if (one.get() != home)
                one->follow(file_, what, body);
        if (parts_.settle)
            parts_.settle(file_, what, [this](std::string_view kind) {
                auto const* from = chapter_of(kind);
                return from ? from->seats(file_, kind) : std::vector<seat>();
            });
        last_ = what;
    }

    rules const& law(circumstances const& now) const
    {
        return now.book.in_force(place_, now.today);
    }

    question<File> asked(actor const& who, circumstances const& now) const
    {
        return {.file = file_,
                .by = who,
                .today = now.today,
                .law = law(now),
                .days = now.days,
                .people = now.people,
                .received = now.received ? &now.received : nullptr,
                .is_given = now.is_given ? &now.is_given : nullptr};
    }

    procedure_parts<File> const& parts_;
    std::string place_;
    File file_;
    std::vector<std::unique_ptr<chapter<File>>> chapters_;
    act last_;
};

/// Makes the empty files of a shape, each under the rules of a place. `parts` outlives them.
template <class File>
std::function<std::unique_ptr<procedure>(std::string const& place)>
cases_of(procedure_parts<File> const& parts)
{
    return [all = &parts](std::string const& place) -> std::unique_ptr<procedure> {
        return std::make_unique<case_procedure<File>>(*all, place);
    };
}

} // namespace engine

#endif
