#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_TRANSLATIONS_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_TRANSLATIONS_HPP

#include "tests/architecture/checks/source_tree.hpp"

namespace architecture {

/// Every message that people may see has English words, and Chinese ones if it is a dotted key:
/// say("...") and dotted keys in C++, {{#t}}...{{/t}} in pages, and what the bodies, acts, stages
/// and parties of the workflows give rise to.
breaches against_missing_translations(source_tree const& tree);

/// A translation names the arguments that its message names, and no message has two translations.
breaches against_wrong_translations(source_tree const& tree);

} // namespace architecture

#endif
