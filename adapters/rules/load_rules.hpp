#ifndef JUECE_ADAPTERS_RULES_LOAD_RULES_HPP
#define JUECE_ADAPTERS_RULES_LOAD_RULES_HPP

#include "adapters/law_text/requirements.hpp"
#include "engine/rule_pack.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::rules {

/// All packs, or what is wrong with them, one line per fault: "config/rules/x.toml:12: ...".
/// A book with faults must not be used to judge.
struct loaded_rules {
    engine::rule_book book;
    std::vector<std::string> faults;
};

/// One pack as it stands in a file, not yet checked against others; the form is told in
/// config/README.md.
struct read_pack {
    engine::rule_pack pack;
    /// The line of each entry of the pack.
    std::vector<std::size_t> lines;
    std::vector<std::size_t> lines_of_citations;
    std::vector<std::string> faults;
};
read_pack read_rule_pack(std::string_view toml, std::string const& file);

/// The packs built into the binary and those of DATA/config/rules/*.toml, parents first.
/// A pack of the directory cannot take the name of a built-in one. With `law` given, an entry whose
/// rule is not known there is a fault too.
/// Throws std::filesystem::filesystem_error when a file cannot be read.
loaded_rules load_rules(std::vector<engine::parameter_key> const& declared,
                        std::filesystem::path const& data = {},
                        law_text::requirements const* law = nullptr);

/// The names of its packs: what an organ may have as its rule pack.
std::set<std::string> places_of(engine::rule_book const& book);

} // namespace adapters::rules

#endif
