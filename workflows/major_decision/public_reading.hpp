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

/// A step of the road: the kinds of acts that begin it and those that end it.
struct stretch {
    char const* name;
    std::vector<std::string_view> begins;
    std::vector<std::string_view> ends;
    bool always; ///< shown before it begins, since every such matter takes it
    bool (*also_ends)(engine::act const&) = nullptr;
    /// The day that the act which ends it tells; none: the day on which it was entered.
    day (*ended_on)(engine::act const&) = nullptr;
};

/// Walks the stretches act by act. Borrows them.
class public_road {
public:
    explicit public_road(std::vector<stretch> const& all);

    void take(engine::act const& what);
    /// Those that the matter takes.
    std::vector<public_step> steps() const;

private:
    struct walked {
        stretch const* of;
        public_step step;
    };
    std::vector<walked> steps_;
};

/// A collective reply on the net, which everybody may read.
bool is_public(participation::feedback_given const& body);

/// Opinions, the words that are masked in them, and what the public was told of them.
class public_answers {
public:
    void take(engine::act const& what, public_matter& into);
    /// With this act the decisions before it became known.
    void told_by(engine::act const& what) { told_until_ = what.seq; }
    /// At the end: decisions become known with the feedback or the conclusion that comes after
    /// them.
    void tell(public_matter& into) const;

private:
    long long told_until_ = 0;
};

/// What acts make public of a hearing before it is held: its notice, another day, who takes part.
void take_hearing_notice(engine::act const& what, public_matter& into);

/// A document that a publishing act names.
void add_document(public_matter& into, engine::act const& by, char const* field,
                  document_ref const& what);

} // namespace workflows::major_decision

#endif
