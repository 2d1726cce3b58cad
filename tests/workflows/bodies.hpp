#ifndef JUECE_TESTS_WORKFLOWS_BODIES_HPP
#define JUECE_TESTS_WORKFLOWS_BODIES_HPP

#include "tests/workflows/trial.hpp"

#include <set>
#include <string>
#include <string_view>

// Bodies of acts for tests: a good one, and the same with something wrong.

namespace tests {

using rules = std::set<std::string>;

/// The body with some members replaced; null takes one away.
std::string with(std::string_view body, std::string_view changes);

/// A document in JSON. The same letter is the same document.
std::string document(char letter);

/// Starts the procedure in the file: the water bureau leads, transport helps. The catalogue item's
/// flags are JSON members, such as R"("hearing": true)".
void start(trial& t, std::string_view catalogue_flags = "");

/// Lays down the assessment, from its JSON members.
void assess(trial& t, std::string_view members);

/// Adds a version of the draft to the file: document 'a' for the first, 'b' for the second...
void add_draft(trial& t, workflows::major_decision::drafting::change_class change);
void add_draft(trial& t);

/// The rules, for messages.
std::string shown(rules const& some);

} // namespace tests

/// The rule ids of a refusal are exactly these.
#define JUECE_REFUSED(t, kind, body, ...)                                                          \
    do {                                                                                           \
        auto const found_ = (t).refused(kind, body);                                               \
        auto const wanted_ = tests::rules(__VA_ARGS__);                                            \
        BOOST_TEST(found_ == wanted_, kind << " was refused by {" << tests::shown(found_)          \
                                           << "}, not by {" << tests::shown(wanted_) << "}");      \
    } while (false)

#define JUECE_ADVISED(t, kind, body, ...)                                                          \
    do {                                                                                           \
        auto const found_ = (t).advised(kind, body);                                               \
        auto const wanted_ = tests::rules(__VA_ARGS__);                                            \
        BOOST_TEST(found_ == wanted_, kind << " came with the advice {" << tests::shown(found_)    \
                                           << "}, not {" << tests::shown(wanted_) << "}");         \
    } while (false)

#endif
