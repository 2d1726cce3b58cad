#ifndef JUECE_ENGINE_CLAUSE_HPP
#define JUECE_ENGINE_CLAUSE_HPP

#include "engine/clause_name.hpp"
#include "engine/tabled_chapter.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mpl/push_back.hpp>
#include <boost/mpl/vector.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <utility>

// A chapter of the law is a table of clauses. Each clause is a row of a Boost.MSM transition table
// that also carries its rule id and its conditions, so that one source gives the machine, the
// offers, the printed table and the procedure map.
//
//   rule, at stage, on act, then, only if
//   clause  : the procedure waits for it
//   option  : may be done, nothing waits for it
//   follows : moves on an act that another chapter has entered; has no conditions but `given`

namespace engine {

/// A stage of a chapter (环节). Derive and give a `name`: it is what the record keeps.
struct stage_of_chapter : boost::msm::front::state<> {
    static constexpr bool goes_on = false;
};

/// A stage at which the chapter is not over, though nothing of it may be waited for just now.
struct stage_that_goes_on : stage_of_chapter {
    static constexpr bool goes_on = true;
};

// ---- conditions

/// Conditions of admission: judged once, on submission. Each has a static
/// `check(question<File> const&)` (standing: also asked for offers) or
/// `check(question<File> const&, Body const&)` (on the content), giving a verdict. One that has
/// both is asked the first for offers, and of an act that came the second: what it says then is of
/// the file as the act leaves it.
template <class... Conditions>
struct admit_if {};

/// When the procedure waits for the act of a `clause`; without it, always at its stage. Where it
/// does not hold, the act may still be open, but is nobody's task and nothing that is missing. Each
/// is a standing condition of admission, or has a static `holds(question<File> const&)`.
template <class... Conditions>
struct due_if {};

/// Conditions that choose the way: asked on replay too, so they read file and body only.
/// Each has a static `holds(File const&, Body const&)`. Exactly one way of a stage and act holds.
template <class... Conditions>
struct given {};

/// The person holds one of the parties' seats. A party has a `name` (key "party.<name>") and a
/// static `seats(File const&)`.
template <class... Parties>
struct by {
    static constexpr bool is_about_role = true;

    template <class File>
    static std::vector<seat> seats(File const& file)
    {
        std::vector<seat> all;
        (
            [&] {
                for (auto& one : Parties::seats(file))
                    all.push_back(std::move(one));
            }(),
            ...);
        return all;
    }

    template <class File>
    static verdict check(question<File> const& q)
    {
        for (auto const& place : seats(q.file))
            if (is_held_by(place, q.by))
                return {};
        return refusal{.rule = std::string(q.rule),
                       .reason = say("本行为须由{1}办理", parties()),
                       .remedy = say("请由{1}登录后办理", parties()),
                       .about_role = true};
    }

private:
    static text parties()
    {
        text list;
        for (auto name : {Parties::name...}) {
            auto one = say("party." + std::string(name));
            list = list.empty() ? std::move(one) : say("{1}或{2}", std::move(list), std::move(one));
        }
        return list;
    }
};

namespace detail {

template <class C>
concept about_role = requires
{
    C::is_about_role;
};

template <class C, class File>
concept standing = requires(question<File> const& q)
{
    C::check(q);
};

template <class C, class File, class Body>
concept on_content = requires(question<File> const& q, Body const& body)
{
    C::check(q, body);
};

/// One list of conditions, split into those that choose the way and those that admit.
template <class... Lists>
struct conditions;

template <>
struct conditions<> {
    template <class File, class Body>
    static bool way(File const&, Body const&)
    {
        return true;
    }
    template <class File, class Body>
    static void ask(question<File> const&, Body const&, verdict&)
    {}
    template <class File>
    static void ask_standing(question<File> const&, bool, verdict&)
    {}
    template <class File>
    static bool due(question<File> const&)
    {
        return true;
    }
    template <class File>
    static void seats(File const&, std::vector<seat>&)
    {}
    static void names(std::vector<std::string>&) {}
};

template <class... D, class... Rest>
struct conditions<due_if<D...>, Rest...> : conditions<Rest...> {
    template <class File>
    static bool due(question<File> const& q)
    {
        return (holds<D>(q) && ...) && conditions<Rest...>::due(q);
    }
    static void names(std::vector<std::string>& into)
    {
        (into.push_back("due_if " + name_of_type<D>()), ...);
        conditions<Rest...>::names(into);
    }

private:
    template <class Condition, class File>
    static bool holds(question<File> const& q)
    {
        if constexpr (standing<Condition, File>)
            return Condition::check(q).admits();
        else
            return Condition::holds(q);
    }
};

template <class... G, class... Rest>
struct conditions<given<G...>, Rest...> : conditions<Rest...> {
    template <class File, class Body>
    static bool way(File const& file, Body const& body)
    {
        return (G::holds(file, body) && ...) && conditions<Rest...>::way(file, body);
    }
    static void names(std::vector<std::string>& into)
    {
        (into.push_back("given " + name_of_type<G>()), ...);
        conditions<Rest...>::names(into);
    }
};

template <class... A, class... Rest>
struct conditions<admit_if<A...>, Rest...> : conditions<Rest...> {
    template <class File, class Body>
    static void ask(question<File> const& q, Body const& body, verdict& answer)
    {
        (
            [&] {
                if constexpr (standing<A, File> && !on_content<A, File, Body>)
                    answer += A::check(q);
                else
                    answer += A::check(q, body);
            }(),
            ...);
        conditions<Rest...>::ask(q, body, answer);
    }
    template <class File>
    static void ask_standing(question<File> const& q, bool regardless_of_role, verdict& answer)
    {
        (
            [&] {
                if constexpr (standing<A, File>)
                    if (!(about_role<A> && regardless_of_role))
                        answer += A::check(q);
            }(),
            ...);
        conditions<Rest...>::ask_standing(q, regardless_of_role, answer);
    }
    template <class File>
    static void seats(File const& file, std::vector<seat>& into)
    {
        (
            [&] {
                if constexpr (about_role<A>)
                    for (auto& one : A::seats(file))
                        into.push_back(std::move(one));
            }(),
            ...);
        conditions<Rest...>::seats(file, into);
    }
    static void names(std::vector<std::string>& into)
    {
        (into.push_back(name_of_type<A>()), ...);
        conditions<Rest...>::names(into);
    }
};

template <clause_name Rule, class Body, class Conditions>
struct guard {
    template <class File, class Fsm, class From, class To>
    bool operator()(entry<File> const& e, Fsm&, From&, To&) const
    {
        auto const* body = e.template as<Body>();
        if (!body || !Conditions::way(e.file, *body))
            return false;
        if (e.ways)
            ++*e.ways;
        if (!e.asked)
            return true;
        auto asked = *e.asked;
        asked.rule = Rule.view();
        Conditions::ask(asked, *body, *e.answer);
        return e.answer->admits();
    }
};

/// The action of every clause: `enter(File&, Body const&, act const&)`, found by overload.
template <class Body>
struct into_file {
    template <class File, class Fsm, class From, class To>
    void operator()(entry<File> const& e, Fsm&, From&, To&) const
    {
        enter(*e.enters, *e.template as<Body>(), e.what);
    }
};

template <clause_sort Sort, class Body>
using action_of =
    std::conditional_t<Sort == clause_sort::follows, boost::msm::front::none, into_file<Body>>;

} // namespace detail

template <clause_sort Sort, clause_name Rule, class Stage, class Body, class Next, class File,
          class... Lists>
struct written_clause
    : boost::msm::front::Row<Stage, entry<File>, Next, detail::action_of<Sort, Body>,
                             detail::guard<Rule, Body, detail::conditions<Lists...>>> {
    using stage = Stage;
    using body = Body;
    using next = Next;
    using asks = detail::conditions<Lists...>;
    static constexpr clause_sort sort = Sort;
    static constexpr std::string_view rule = Rule.view();
};

/// What a chapter's table is written in, for one kind of file. A workflow derives aliases of the
/// three templates once, so that its tables read `clause<...>`.
template <class File>
struct tables {
    template <clause_name Rule, class Stage, class Body, class Next, class... Lists>
    struct clause : written_clause<clause_sort::duty, Rule, Stage, Body, Next, File, Lists...> {};
    template <clause_name Rule, class Stage, class Body, class Next, class... Lists>
    struct option : written_clause<clause_sort::option, Rule, Stage, Body, Next, File, Lists...> {};
    template <clause_name Rule, class Stage, class Body, class Next, class... Lists>
    struct follows : written_clause<clause_sort::follows, Rule, Stage, Body, Next, File, Lists...> {
    };
};

/// The clauses of a chapter, in the order of the law; no limit on their number.
template <class... Clauses>
struct clauses {
    static constexpr std::size_t count = sizeof...(Clauses);
    template <std::size_t I>
    using at = boost::mp11::mp_at_c<boost::mp11::mp_list<Clauses...>, I>;
};

/// A clause as everything but MSM sees it; the numbers are its stages' in the chapter's machine.
template <class File, class Clause>
constexpr clause_row<File> row_of(int stage_id, int next_id)
{
    using body = typename Clause::body;
    using asks = typename Clause::asks;
    clause_row<File> made{
        .rule = Clause::rule,
        .stage = Clause::stage::name,
        .next = Clause::next::name,
        .stage_id = stage_id,
        .next_id = next_id,
        .stage_goes_on = Clause::stage::goes_on,
        .sort = Clause::sort,
        .kind = body::kind,
        .reading = nullptr,
        .way = [](File const& file,
                  void const* read) { return asks::way(file, *static_cast<body const*>(read)); },
        .ask_standing = &asks::template ask_standing<File>,
        .due = &asks::template due<File>,
        .seats = &asks::template seats<File>,
        .names = &asks::names};
    if constexpr (Clause::sort != clause_sort::follows)
        made.reading = &reading_of<body>;
    return made;
}

namespace detail {

/// A clause under a short name: MSM repeats the whole table in the name of all it makes, and a
/// clause written out with its conditions made a chapter compile for 22 s instead of 7.
template <class Chapter, std::size_t I>
struct row_at : Chapter::text::template at<I> {};

template <class V, class... R>
struct fold {
    using type = V;
};
template <class V, class H, class... R>
struct fold<V, H, R...> : fold<typename boost::mpl::push_back<V, H>::type, R...> {};

template <class Chapter, class Indices>
struct rows_of;
template <class Chapter, std::size_t... I>
struct rows_of<Chapter, std::index_sequence<I...>>
    : fold<boost::mpl::vector0<>, row_at<Chapter, I>...> {};

} // namespace detail

/// A chapter's table as MSM wants it.
template <class Chapter>
using msm_rows_of =
    typename detail::rows_of<Chapter, std::make_index_sequence<Chapter::text::count>>::type;

} // namespace engine

#endif
