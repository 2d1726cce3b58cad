#ifndef JUECE_TESTS_WORKFLOWS_SUBMISSION_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_SUBMISSION_TRIAL_HPP

#include "tests/workflows/drafts.hpp"

#include <string>

// A submission at its first stages, with the bodies of its acts.

namespace tests::a_submission {

extern std::string const filing;
extern std::string const agenda;

/// Reviewed and found lawful, with what Guangdong asks before.
trial reviewed(std::string place = "gd");
/// Before the office.
trial filed(std::string place = "gd");

} // namespace tests::a_submission

#endif
