#ifndef JUECE_ENGINE_MSM_CHAPTER_HPP
#define JUECE_ENGINE_MSM_CHAPTER_HPP

#include "engine/clause.hpp"

#include <array>
#include <boost/msm/back/metafunctions.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>
#include <utility>

// The only place where Boost.MSM runs. Include it in the .cpp of a chapter and nowhere else.

namespace engine {

/// A chapter whose stages are an MSM machine of one region. `Chapter` gives
///   file     the dossier
///   name     of the chapter
///   opening  the first stage
///   text     clauses<...>
template <class Chapter>
class msm_chapter final : public tabled_chapter<typename Chapter::file> {
public:
    using file_type = typename Chapter::file;

    msm_chapter() : tabled_chapter<file_type>(Chapter::name, rows_) { machine_.start(); }

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

    template <class Stage>
    static constexpr int id_of =
        boost::msm::back::get_state_id<typename machine::stt, Stage>::value;

    int stage_id() const override { return machine_.current_state()[0]; }
    bool process(entry<file_type> const& event) override
    {
        return machine_.process_event(event) & boost::msm::back::HANDLED_TRUE;
    }

    template <class Clause>
    static constexpr clause_row<file_type> row_of_clause()
    {
        return row_of<file_type, Clause>(id_of<typename Clause::stage>,
                                         id_of<typename Clause::next>);
    }
    template <std::size_t... I>
    static constexpr auto rows_of_text(std::index_sequence<I...>)
    {
        return std::array{row_of_clause<typename Chapter::text::template at<I>>()...};
    }
    static constexpr auto make_rows()
    {
        return rows_of_text(std::make_index_sequence<Chapter::text::count>{});
    }

    static std::array<clause_row<file_type>, Chapter::text::count> const rows_;

    machine machine_;
};

template <class Chapter>
constinit std::array<clause_row<typename Chapter::file>, Chapter::text::count> const
    msm_chapter<Chapter>::rows_ = make_rows();

} // namespace engine

#endif
