#ifndef JUECE_TESTS_WORKFLOWS_DRAFTS_HPP
#define JUECE_TESTS_WORKFLOWS_DRAFTS_HPP

#include "tests/workflows/bodies.hpp"
#include "workflows/major_decision/conditions.hpp"

#include <string>
#include <string_view>

// Files for the tests of single chapters: numbered documents and drafts, and what became of them.

namespace tests {

/// A stored document of that number; the same number is the same document.
workflows::major_decision::document_ref document(int number);
/// The same as JSON text.
std::string document_json(int number);

/// What the matter touches, as an assessment on file.
workflows::major_decision::drafting::assessed& touches(trial& t);
/// A new version of the draft: document 100 + n, explanation 200 + n.
void put_draft(trial& t, workflows::major_decision::drafting::change_class change);
/// The reviewer's word on the latest version.
void confirm_change(trial& t, workflows::major_decision::drafting::change_class change,
                    std::vector<workflows::major_decision::drafting::repeatable_step> waived = {});
/// The chapter is told that the draft changed, or that the change was confirmed.
void tell_draft(trial& t);
void tell_confirmation(trial& t);

/// The reviewer concludes that this step is to be completed; it is on file, and the chapter is
/// told.
void find_missing(trial& t, workflows::major_decision::statutory_step step);

/// Anything that was entered now, on the current draft.
template <class Body>
workflows::major_decision::entered<Body> on_record(trial const& t, Body body, long long seq,
                                                   std::string_view day = "2024-02-01")
{
    return {std::move(body),       seq, *engine::parse_day(day),
            engine::person_id{99}, "",  workflows::major_decision::current_draft(t.file)};
}

/// Fails unless the refusals are just these.
void check_rules(rules const& found, rules const& expected, char const* file, int line);
#define CHECK_RULES(found, ...)                                                                    \
    ::tests::check_rules((found), ::tests::rules{__VA_ARGS__}, __FILE__, __LINE__)

} // namespace tests

#endif
