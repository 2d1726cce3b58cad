#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PUBLIC_OPINIONS_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PUBLIC_OPINIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"

#include <memory>

namespace workflows::normative_document {

struct dossier;

/// What the public says of a draft that was laid before it (公众参与): put on file, decided on and
/// answered, by the same acts as in a decision, so that the same pages serve both (NORM-7). The
/// window itself stands in `opinions`.
namespace public_opinions {

struct facts {
    major_decision::opinions_on_file all;
    long long told_until = 0; ///< seq of the last feedback
};

} // namespace public_opinions

/// Of the opinions on the last notice, each once: how many are on file, and how many of these were
/// followed, wholly or partly.
struct opinion_counts {
    long long received = 0;
    long long adopted = 0;
};
opinion_counts opinions_on_notice(major_decision::opinions_on_file const& all,
                                  long long seq_of_notice);

std::unique_ptr<engine::chapter<dossier>> make_public_opinions();

} // namespace workflows::normative_document

#endif
