#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_CATALOGUE_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_CATALOGUE_HPP

#include "tests/architecture/checks/source_tree.hpp"

#include <functional>
#include <set>

namespace architecture {

/// One entry of a .po file, its header entry left out.
struct po_entry {
    std::string message;
    std::string translation; ///< empty: not translated
    std::string file;
};

std::vector<po_entry> po_entries(source const& file);

/// All catalogues of one language, "zh" or "en".
class catalogue {
public:
    catalogue(source_tree const& tree, std::string_view language);

    /// Null when there is no such message or it has no translation.
    std::string const* find(std::string const& message) const;
    /// True if a translated message satisfies the question.
    bool any(std::function<bool(std::string const&)> const& question) const;
    std::vector<po_entry> const& entries() const { return entries_; }

private:
    std::vector<po_entry> entries_;
    std::map<std::string, std::string> translated_;
};

/// The arguments that a message names: {1}, {2}.
std::set<std::string> places_in(std::string const& message);

} // namespace architecture

#endif
