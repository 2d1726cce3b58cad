#ifndef JUECE_TESTS_WORKFLOWS_HEARING_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_HEARING_TRIAL_HPP

#include "tests/workflows/bodies.hpp"

#include <string>
#include <string_view>

// A hearing for tests: good bodies of its acts, and the chapter brought to each stage. It is
// announced on 1 March 2024 for Monday 1 April.

namespace tests::a_hearing {

extern std::string const decision;
extern std::string const no_hearing;
extern std::string const notice;
extern std::string const report;
extern std::string const reply;

/// Host, presenter, recorder, and so many participants p1, p2 ..., the odd ones against.
boost::json::array people(int participants);
boost::json::object person(std::string const& name, char const* role);
boost::json::object participant(int number);
std::string list_of(boost::json::array all);
std::string papers_to(int participants, char const* on = "2024-03-20");
/// Host, presenter, recorder and the first participants came, all signed.
std::string session_with(int participants, int against = 0);
std::string suggestion(char const* number, char const* received_on = "2024-03-04");

trial drafted(std::string place = "gd", std::string_view touches = R"("technical": true)",
              std::string_view catalogue_flags = "");
trial preparing(std::string place = "gd");
trial announced(std::string place = "gd");
trial convened(std::string place = "gd");
trial heard(int against = 0);

/// The numbers in force there in April 2024.
engine::rules const& law_of(char const* place);

/// A comment window from 1 March to 1 April 2024.
void open_window(trial& t);

} // namespace tests::a_hearing

#endif
