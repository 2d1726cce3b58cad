#ifndef JUECE_ENGINE_MSM_CHAPTER_HPP
#define JUECE_ENGINE_MSM_CHAPTER_HPP

#include "engine/clause.hpp"

#include <boost/mpl/for_each.hpp>
#include <boost/msm/back/metafunctions.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>

// The only place where Boost.MSM runs. Include it in the .cpp of a chapter and nowhere else.

namespace engine {

/// A chapter whose stages are an MSM machine of one region. `Chapter` gives
///   file     the dossier
///   name     of the chapter
///   opening  the first stage
///   text     clauses<...>
template <class Chapter>
class msm_chapter final : public chapter<typename Chapter::file> {
public:
    using file_type = typename Chapter::file;

    msm_chapter() { machine_.start(); }

    std::string_view name() const override { return Chapter::name; }
    std::string_view stage() const override { return names()[machine_.current_state()[0]]; }

    bool admits(std::string_view kind) const override
    {
        return visit_kind<false>(kind, []<class Body> {});
    }
    bool follows(std::string_view kind) const override
    {
        return visit_kind<true>(kind, []<class Body> {});
    }

    judgement attempt(file_type& file, act const& what, question<file_type> const& asked) override
    {
        judgement found;
        found.known = visit_kind<false>(what.kind, [&]<class Body> {
            auto const body = read_body<Body>(what.body, found.faults);
            if (!found.faults.empty())
                return;
            if (!has_clause_here<Body, false>()) {
                found.answer = not_at_this_stage<Body>();
                return;
            }
            int ways = 0;
            process({.kind = Body::kind,
                     .body = &body,
                     .what = what,
                     .file = file,
                     .enters = &file,
                     .asked = &asked,
                     .answer = &found.answer,
                     .ways = &ways});
            if (ways == 0)
                throw std::logic_error("no clause of stage " + std::string(stage()) + " of " +
                                       std::string(name()) + " claims this " + what.kind);
        });
        return found;
    }

    void replay(file_type& file, act const& what) override
    {
        bool moved = false;
        visit_kind<false>(what.kind, [&]<class Body> {
            auto const body = read_for_replay<Body>(what);
            moved = process(
                {.kind = Body::kind, .body = &body, .what = what, .file = file, .enters = &file});
        });
        if (!moved)
            throw replay_fault(what.on, what.seq,
                               what.kind + " does not fit stage " + std::string(stage()) + " of " +
                                   std::string(name()));
    }

    void follow(file_type const& file, act const& what) override
    {
        visit_kind<true>(what.kind, [&]<class Body> {
            auto const body = read_for_replay<Body>(what);
            process({.kind = Body::kind, .body = &body, .what = what, .file = file});
        });
    }

    void offers(question<file_type> const& asked, bool regardless_of_role,
                std::vector<offer>& into) const override
    {
        auto const first = into.size();
        Chapter::text::each([&]<class Clause> {
            if (Clause::sort == clause_sort::follows || !stands_at<typename Clause::stage>())
                return;
            if (regardless_of_role && !Chapter::text::template has_duty<typename Clause::body>)
                return;
            add_offer<Clause>(asked, regardless_of_role, first, into);
        });
    }

    int ways(file_type const& file, act const& what) const override
    {
        int count = 0;
        auto const count_ways = [&]<class Body> {
            auto const body = read_for_replay<Body>(what);
            Chapter::text::each([&]<class Clause> {
                if constexpr (std::is_same_v<typename Clause::body, Body>)
                    if (stands_at<typename Clause::stage>() && Clause::asks::way(file, body))
                        ++count;
            });
        };
        if (!visit_kind<false>(what.kind, count_ways))
            visit_kind<true>(what.kind, count_ways);
        return count;
    }

    void table(std::vector<table_row>& into) const override
    {
        Chapter::text::each([&]<class Clause> {
            table_row row{.chapter = std::string(Chapter::name),
                          .rule = std::string(Clause::rule),
                          .stage = std::string(Clause::stage::name),
                          .kind = std::string(Clause::body::kind),
                          .next = std::string(Clause::next::name),
                          .sort = Clause::sort == clause_sort::duty     ? "duty"
                                  : Clause::sort == clause_sort::option ? "option"
                                                                        : "follows",
                          .conditions = {}};
            Clause::asks::names(row.conditions);
            into.push_back(std::move(row));
        });
    }

    std::vector<field> const* fields_of(std::string_view kind) const override
    {
        std::vector<field> const* fields = nullptr;
        visit_kind<false>(kind, [&]<class Body> { fields = &engine::fields_of<Body>(); });
        return fields;
    }

private:
    struct front : boost::msm::front::state_machine_def<front> {
        using initial_state = typename Chapter::opening;
        // An exception out of a guard must travel; a machine that threw is thrown away.
        using no_exception_thrown = int;
        using no_message_queue = int;
        struct transition_table : msm_rows_of<Chapter> {};

        template <class Fsm, class Event>
        void no_transition(Event const&, Fsm&, int)
        {}
    };
    using machine = boost::msm::back::state_machine<front>;
    using stages = typename boost::msm::back::generate_state_set<typename machine::stt>::type;

    static std::vector<std::string_view> const& names()
    {
        static auto const all = [] {
            std::vector<std::string_view> list(boost::mpl::size<stages>::value);
            boost::mpl::for_each<stages, boost::msm::wrap<boost::mpl::placeholders::_1>>(
                [&]<class Stage>(boost::msm::wrap<Stage>) {
                    list[boost::msm::back::get_state_id<typename machine::stt, Stage>::value] =
                        Stage::name;
                });
            return list;
        }();
        return all;
    }

    bool process(entry<file_type> const& event)
    {
        return machine_.process_event(event) & boost::msm::back::HANDLED_TRUE;
    }

    template <class Stage>
    bool stands_at() const
    {
        return machine_.current_state()[0] ==
               boost::msm::back::get_state_id<typename machine::stt, Stage>::value;
    }

    /// Calls `visit` with the body type of a kind, once.
    template <bool Following, class F>
    static bool visit_kind(std::string_view kind, F&& visit)
    {
        bool found = false;
        Chapter::text::each([&]<class Clause> {
            if (found || (Clause::sort == clause_sort::follows) != Following ||
                Clause::body::kind != kind)
                return;
            found = true;
            visit.template operator()<typename Clause::body>();
        });
        return found;
    }

    template <class Body, bool Following>
    bool has_clause_here() const
    {
        bool has = false;
        Chapter::text::each([&]<class Clause> {
            if constexpr (std::is_same_v<typename Clause::body, Body>)
                has = has || ((Clause::sort == clause_sort::follows) == Following &&
                              stands_at<typename Clause::stage>());
        });
        return has;
    }

    template <class Body>
    refusal not_at_this_stage() const
    {
        refusal ground;
        text places;
        std::vector<std::string_view> seen;
        Chapter::text::each([&]<class Clause> {
            if constexpr (std::is_same_v<typename Clause::body, Body>) {
                if (ground.rule.empty())
                    ground.rule = std::string(Clause::rule);
                if (std::find(seen.begin(), seen.end(), Clause::stage::name) != seen.end())
                    return;
                seen.push_back(Clause::stage::name);
                auto one = stage_text(Clause::stage::name);
                places = places.empty() ? std::move(one)
                                        : say("{1}或{2}", std::move(places), std::move(one));
            }
        });
        ground.reason =
            say("本行为只能在“{1}”环节办理，现处于“{2}”环节", places, stage_text(stage()));
        ground.remedy = say("请先办理前面的环节");
        return ground;
    }

    static text stage_text(std::string_view stage)
    {
        return say("stage." + std::string(Chapter::name) + "." + std::string(stage));
    }

    template <class Body>
    static Body read_for_replay(act const& what)
    {
        std::vector<field_fault> faults;
        auto body = read_body<Body>(what.body, faults);
        if (!faults.empty())
            throw replay_fault(what.on, what.seq, what.kind + ": field " + faults.front().path);
        return body;
    }

    /// Several clauses of one act, chosen by `given`, are one offer: open if any of them is.
    template <class Clause>
    void add_offer(question<file_type> asked, bool regardless_of_role, std::size_t first,
                   std::vector<offer>& into) const
    {
        asked.rule = Clause::rule;
        verdict answer;
        Clause::asks::ask_standing(asked, regardless_of_role, answer);
        bool const duty = Clause::sort == clause_sort::duty && Clause::asks::due(asked);
        for (auto i = first; i < into.size(); ++i)
            if (into[i].kind == Clause::body::kind) {
                into[i].rules.emplace_back(Clause::rule);
                into[i].duty = into[i].duty || duty;
                if (answer.admits() && !into[i].is_open()) {
                    into[i].refusals.clear();
                    into[i].remarks = std::move(answer.remarks);
                }
                return;
            }
        offer one{.chapter = std::string(Chapter::name),
                  .stage = std::string(Clause::stage::name),
                  .kind = std::string(Clause::body::kind),
                  .duty = duty,
                  .rules = {std::string(Clause::rule)},
                  .seats = {},
                  .refusals = std::move(answer.refusals),
                  .remarks = std::move(answer.remarks),
                  .fields = &engine::fields_of<typename Clause::body>()};
        Clause::asks::seats(asked.file, one.seats);
        into.push_back(std::move(one));
    }

    machine machine_;
};

} // namespace engine

#endif
