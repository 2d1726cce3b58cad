#ifndef JUECE_ENGINE_CLAUSE_ROW_HPP
#define JUECE_ENGINE_CLAUSE_ROW_HPP

#include "engine/chapter.hpp"

#include <boost/json/object.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class clause_sort { duty, option, follows };

/// How the body of one kind of act is read.
struct body_reading {
    std::shared_ptr<void const> (*read)(boost::json::object const&, std::vector<field_fault>&);
    std::vector<field> const& (*fields)();
};

/// The reading of a body type; it points to a `Body const`.
template <class Body>
inline constexpr body_reading reading_of{
    [](boost::json::object const& from,
       std::vector<field_fault>& faults) -> std::shared_ptr<void const> {
        return std::make_shared<Body const>(read_body<Body>(from, faults));
    },
    &fields_of<Body>};

/// What travels through a chapter's machine. One event type for all acts, told apart by the kind in
/// the guard: with an event type per act MSM instantiated its dispatch for each of them, and a
/// chapter of 27 clauses compiled in 17 s.
template <class File>
struct entry {
    std::string_view kind;
    void const* body = nullptr; ///< of the type whose kind this is
    act const& what;
    File const& file;
    File* enters = nullptr;                ///< null for a chapter that only follows
    question<File> const* asked = nullptr; ///< null on replay and for followers
    verdict* answer = nullptr;
    int* ways = nullptr; ///< how many clauses' `given` held

    template <class Body>
    Body const* as() const
    {
        return kind == Body::kind ? static_cast<Body const*>(body) : nullptr;
    }
};

/// One clause of a chapter as everything but the state machine sees it. A template of the file
/// alone: what walks the clauses is compiled once for a workflow and not once for a chapter.
template <class File>
struct clause_row {
    std::string_view rule;
    std::string_view stage;
    std::string_view next;
    int stage_id; ///< of the chapter's machine; means nothing outside of it
    int next_id;
    bool stage_goes_on; ///< the chapter is not over at `stage`
    clause_sort sort;
    std::string_view kind;
    body_reading const* reading; ///< null where another chapter admits the act

    /// Whether every `given` holds; `body` is of the type of the kind.
    bool (*way)(File const&, void const* body);
    void (*ask_standing)(question<File> const&, bool regardless_of_role, verdict&);
    bool (*due)(question<File> const&);
    void (*seats)(File const&, std::vector<seat>&);
    void (*names)(std::vector<std::string>&);
};

} // namespace engine

#endif
