#ifndef JUECE_TESTS_WORKFLOWS_REVIEW_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_REVIEW_TRIAL_HPP

#include "tests/workflows/drafts.hpp"
#include "tests/workflows/some_people.hpp"

#include <initializer_list>
#include <string>

// A legality review at its stages, with the bodies of its acts.

namespace tests::review {

/// The house's register: who may be asked for an opinion, and who reviews.
some_people& register_of_people();
/// The number of somebody in a body.
std::string number(std::string const& name);
std::string to_ask(std::initializer_list<std::string> names);
std::string to_withdraw(std::string const& name);

extern std::string const filing;
extern std::string const opinion;
extern std::string const conclusion;
extern std::string const to_change;

/// Everything that must come before is on file.
trial ready(std::string place = "gd");
trial filed(std::string place = "gd");
/// Accepted on Friday 2024-03-01; the seventh working day is 2024-03-12.
trial accepted(std::string place = "gd");
/// 孙律师 has opined, unasked; the day is 2024-03-12.
trial advised(std::string place = "gd");
trial concluded(std::string const& body);

} // namespace tests::review

#endif
