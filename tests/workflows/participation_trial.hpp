#ifndef JUECE_TESTS_WORKFLOWS_PARTICIPATION_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_PARTICIPATION_TRIAL_HPP

#include "tests/workflows/bodies.hpp"
#include "tests/workflows/drafts.hpp"
#include "workflows/major_decision/participation.hpp"

#include <string>
#include <string_view>

namespace tests {

inline std::string const symposium =
    R"({"form": "symposium", "held_on": "2024-03-01", "summary": "座谈",
    "attendees": [{"name": "张三", "kind": "citizen", "main_points": "要点", "reasons": "理由"}]})";

/// A decision with its first draft on 1 March 2024, before the public hears of it.
inline trial drafted(std::string place = "gd", std::string_view touches = R"("technical": true)",
                     std::string_view catalogue_flags = "")
{
    trial t(workflows::major_decision::make_participation(), std::move(place));
    tests::start(t, catalogue_flags);
    tests::assess(t, touches);
    add_draft(t);
    t.on("2024-03-01");
    return t;
}

/// Another form of being heard, with what else changes in its minutes.
inline std::string activity(char const* form, char const* changes)
{
    return with(with(symposium, std::string(R"({"form": ")") + form + "\"}"), changes);
}

} // namespace tests

#endif
