#ifndef JUECE_WORKFLOWS_BODY_ON_FILE_HPP
#define JUECE_WORKFLOWS_BODY_ON_FILE_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"

#include <type_traits>
#include <vector>

// For what is read from acts on file without their chapters.

namespace workflows {

/// The body of an act on file, which was read without fault when the act was admitted.
template <class Body>
Body body_on_file(engine::act const& what)
{
    std::vector<engine::field_fault> none;
    return engine::read_body<Body>(what.body, none);
}

/// Enters the act by the `enter` of its body, if it is one of these; others leave the file as it
/// is.
template <class... Bodies, class File>
void enter_one_of(File& file, engine::act const& what)
{
    auto const enter_if = [&]<class Body>(std::type_identity<Body>) {
        if (what.kind != Body::kind)
            return false;
        enter(file, body_on_file<Body>(what), what);
        return true;
    };
    static_cast<void>((enter_if(std::type_identity<Bodies>{}) || ...));
}

} // namespace workflows

#endif
