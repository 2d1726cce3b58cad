#ifndef JUECE_ADAPTERS_DEMO_TELL_MATTERS_HPP
#define JUECE_ADAPTERS_DEMO_TELL_MATTERS_HPP

#include "adapters/demo/storyteller.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::demo {

/// A legal matter to be told: a row of config/sample/matters.csv, amounts in fen.
struct matter_sample {
    std::string title;
    std::string kind;
    std::string unit;
    std::string counterparty;
    std::string basis;
    std::optional<long long> amount;
    engine::day begins;
    std::string counsel; ///< name of an adviser; empty: the legal office advises alone
    std::string conclusion;
    std::string adoption;
    std::string result;
    std::optional<long long> loss;
    std::string until; ///< the kind of the last act
};

/// Tells it act by act, each judged by the law, to its end or until `now`.
telling tell_matter(matter_sample const& what, std::string const& place, officials const& by,
                    engine::law_in_force law, engine::instant now);

/// The file of an adviser, engaged on a day for three years, assessed for each year that is over.
telling tell_adviser(std::string const& name, engine::day engaged_from, std::string const& place,
                     officials const& by, engine::law_in_force law, engine::instant now);

} // namespace adapters::demo

#endif
