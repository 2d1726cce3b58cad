#ifndef JUECE_TESTS_ENGINE_SAMPLE_LAW_HPP
#define JUECE_TESTS_ENGINE_SAMPLE_LAW_HPP

#include "engine/desk.hpp"

namespace tests {

/// A small procedure of two chapters, written as a workflow writes its law.
///   asking:  unasked -> asked -> granted | denied ; a second question reopens
///   filing:  open -> filed, follows the first chapter
engine::procedure_shapes sample_shapes();

/// One pack, "cn", with one number: sample.least_days = 3.
engine::rule_book sample_book();

} // namespace tests

#endif
