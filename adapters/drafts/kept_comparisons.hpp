#ifndef JUECE_ADAPTERS_DRAFTS_KEPT_COMPARISONS_HPP
#define JUECE_ADAPTERS_DRAFTS_KEPT_COMPARISONS_HPP

#include "adapters/apart/reading_room.hpp"
#include "adapters/documents/document_store.hpp"
#include "adapters/drafts/comparison.hpp"

#include <list>
#include <map>
#include <memory>
#include <mutex>

namespace adapters::drafts {

/// Comparisons of stored documents, kept by the two content hashes: what a hash names never
/// changes, so neither does its comparison. From any thread; whoever asks first reckons.
class kept_comparisons {
public:
    /// Two texts compared, or why they cannot be.
    using outcome = std::variant<comparison, engine::text>;

    kept_comparisons(documents::document_store const& store, apart::reading_room& room,
                     std::size_t most_paragraphs_kept = 200'000)
        : store_(store), room_(room), most_kept_(most_paragraphs_kept)
    {}

    std::shared_ptr<outcome const> between(std::string const& before, std::string const& after);

private:
    struct kept {
        std::pair<std::string, std::string> of;
        std::shared_ptr<outcome const> found;
        std::size_t size = 0;
    };

    struct reckoned {
        outcome found;
        bool lasts = true; ///< false: a text could not be read just now
    };

    reckoned reckon(std::string const& before, std::string const& after) const;

    documents::document_store const& store_;
    apart::reading_room& room_;
    std::size_t most_kept_;
    std::mutex door_;
    std::list<kept> by_age_; ///< most recently asked first
    std::map<std::pair<std::string, std::string>, std::list<kept>::iterator> places_;
    std::size_t size_ = 0;
};

} // namespace adapters::drafts

#endif
