#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PUBLIC_READING_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PUBLIC_READING_HPP

#include "workflows/major_decision/public_matter.hpp"

#include <string_view>
#include <vector>

// What the readings of all matters that the public may know of have in common: the road in steps,
// the documents, and the opinions with their answers.

namespace workflows::major_decision {

/// The body of an act if it is of this kind and can be read.
template <class Body>
std::optional<Body> body_if(engine::act const& what)
{
    if (what.kind != Body::kind)
        return {};
    std::vector<engine::field_fault> faults;
    auto body = engine::read_body<Body>(what.body, faults);
    if (!faults.empty())
        return {};
    return body;
}

/// What one member of the body of an act tells; nothing for an act of another kind.
template <class Body>
std::optional<day> day_in(engine::act const& what, day Body::*told)
{
    auto const body = body_if<Body>(what);
    return body ? std::optional(*body.*told) : std::nullopt;
}

/// The day on which happened what an act tells, as one of these members has it: what is held,
/// signed or published is often entered later. Of other acts it is the day of their entry.
template <auto... Told>
day day_of(engine::act const& what)
{
    std::optional<day> found;
    ((found = found ? found : day_in(what, Told)), ...);
    return found.value_or(what.counts_on());
}

/// A step of the road: the kinds of acts that begin it and those that end it.
struct stretch {
    char const* name;
    std::vector<std::string_view> begins;
    std::vector<std::string_view> ends;
    bool always; ///< shown before it begins, since every such matter takes it
    bool (*also_ends)(engine::act const&) = nullptr;
    bool ends_once = false; ///< over with its first end, however often it is done again
    bool (*also_begins)(engine::act const&) = nullptr;
    std::string_view over_by = {}; ///< with this act it is over, if nothing ended it before
};

/// Walks the stretches act by act, each on its day. Borrows them.
class public_road {
public:
    public_road(std::vector<stretch> const& all, day (*day_of_act)(engine::act const&));

    void take(engine::act const& what);
    /// Those that the matter takes.
    std::vector<public_step> steps() const;

private:
    struct walked {
        stretch const* of;
        public_step step;
    };
    std::vector<walked> steps_;
    day (*day_of_act_)(engine::act const&);
};

/// A collective reply on the net, which everybody may read.
bool is_public(participation::feedback_given const& body);

/// Opinions, the words that are masked in them, and what the public was told of them.
class public_answers {
public:
    void take(engine::act const& what, public_matter& into);
    /// With this act the decisions before it became known.
    void told_by(engine::act const& what) { told_until_ = what.seq; }
    /// At the end: decisions become known with the next act that tells the public.
    void tell(public_matter& into) const;

private:
    long long told_until_ = 0;
};

/// An act that opens a round of consultation ends the one before it, where no other act did.
void open_consultation(public_matter& into, engine::act const& by, public_consultation round);

/// What acts make public of a hearing before it is held: its notice, another day, who takes part.
void take_hearing_notice(engine::act const& what, public_matter& into);

/// The text as it was decided bears the title of the matter and not the name of the draft that it
/// was.
document_ref named_after(std::string const& title, document_ref text);

/// A document that a publishing act names. `on`: when it was published.
void add_document(public_matter& into, engine::act const& by, day on, char const* field,
                  document_ref const& what);

} // namespace workflows::major_decision

#endif
