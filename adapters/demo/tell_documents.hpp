#ifndef JUECE_ADAPTERS_DEMO_TELL_DOCUMENTS_HPP
#define JUECE_ADAPTERS_DEMO_TELL_DOCUMENTS_HPP

#include "adapters/demo/storyteller.hpp"

#include <string>
#include <vector>

namespace adapters::demo {

/// A normative document to be told: a row of config/sample/normative_documents.csv.
struct document_sample {
    std::string title;
    std::string level;  ///< a document_level
    std::string nature; ///< a document_nature
    std::string unit;
    engine::day begins;
    int months = 0;    ///< of validity
    std::string until; ///< the kind of the last act; empty: to the answer on its filing
    /// Not empty: it was issued before under this number, and told of here.
    std::string old_number;
    long long place = 1; ///< in the series of its organ, another for each (JC-25)
};

/// Tells it act by act, each judged by the law, to its end or until `now`.
telling tell_document(document_sample const& what, std::string const& place, officials const& by,
                      engine::law_in_force law, paper const& file_paper, engine::instant now);

} // namespace adapters::demo

#endif
