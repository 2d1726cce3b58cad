#ifndef JUECE_ENGINE_CHAPTER_HPP
#define JUECE_ENGINE_CHAPTER_HPP

#include "engine/act.hpp"
#include "engine/offer.hpp"
#include "engine/procedure.hpp"
#include "engine/rule_pack.hpp"
#include "engine/working_days.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace engine {

/// What the other chapters say of an act as the file stands, for conditions on an act that is about
/// another one.
class other_chapters {
public:
    virtual ~other_chapters() = default;

    /// The act of that kind as it is offered to somebody; `regardless_of_role` leaves out the
    /// question who asks. Nothing where no chapter has it at its stage.
    virtual std::optional<offer> offered(std::string_view kind, actor const& who,
                                         bool regardless_of_role) const = 0;
};

/// What a condition may ask: the file, who asks, the day, the numbers in force and the calendar;
/// of an act that is submitted, people and the other chapters too.
template <class File>
struct question {
    File const& file;
    actor const& by;
    day today;
    rules const& law;
    working_days const& days;
    std::string_view rule = {}; ///< of the clause that asks
    seat_holders* people = nullptr;
    papers_received const* received = nullptr; ///< null: nothing came in
    number_given const* is_given = nullptr;    ///< null: no paper has a number
    other_chapters const* elsewhere = nullptr; ///< null for offers and on replay
};

/// One chapter of the law with its own stages (章). Implemented by tabled_chapter alone.
template <class File>
class chapter {
public:
    virtual ~chapter() = default;

    virtual std::string_view name() const = 0;
    virtual std::string_view stage() const = 0;
    /// True if this chapter admits that kind of act.
    virtual bool admits(std::string_view kind) const = 0;

    /// Why an act of a kind that this chapter admits has no place at its stage, whatever its body.
    virtual verdict out_of_place(std::string_view kind) const = 0;

    /// The body of an act that this chapter admits, for the chapters that follow it: a `Body const`
    /// of the type of its kind. Throws replay_fault.
    virtual std::shared_ptr<void const> read(act const& what) const = 0;
    /// Judges; if admitted, enters the act into the file and moves on.
    virtual judgement attempt(File& file, act const& what, question<File> const& asked) = 0;
    /// Enters without judging and gives the body that it read; throws replay_fault.
    virtual std::shared_ptr<void const> replay(File& file, act const& what) = 0;
    /// Moves on an act that another chapter has just entered, with the body that that one read.
    virtual void follow(File const& file, act const& what, void const* body) = 0;

    /// The acts of this stage with every standing refusal; `regardless_of_role` leaves out the
    /// question who asks, and the acts that nobody is bound to do now: it is for tasks.
    virtual void offers(question<File> const& asked, bool regardless_of_role,
                        std::vector<offer>& into) const = 0;
    /// The seats from which an act is done at this stage; empty where it is not done here.
    virtual std::vector<seat> seats(File const& file, std::string_view kind) const = 0;
    /// How many clauses of this stage claim the act by their `given`: the law leaves no act of a
    /// stage without a way, and none with two.
    virtual int ways(File const& file, act const& what) const = 0;
    virtual void table(std::vector<table_row>& into) const = 0;
    virtual std::vector<field> const* fields_of(std::string_view kind) const = 0;
};

} // namespace engine

#endif
