#ifndef JUECE_TESTS_FUZZ_MUST_HPP
#define JUECE_TESTS_FUZZ_MUST_HPP

#include <cstdlib>

namespace fuzz {

/// Stops the fuzzer with a stack when a promise is broken.
inline void must(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace fuzz

#endif
