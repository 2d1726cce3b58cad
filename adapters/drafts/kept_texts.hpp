#ifndef JUECE_ADAPTERS_DRAFTS_KEPT_TEXTS_HPP
#define JUECE_ADAPTERS_DRAFTS_KEPT_TEXTS_HPP

#include "adapters/apart/reading_room.hpp"
#include "adapters/drafts/draft_text.hpp"

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>

namespace adapters::drafts {

/// Texts of documents that anybody may ask for, kept by their content hash: what a hash names never
/// changes. What is not kept is read one at a time, so that whoever asks for much leaves a place in
/// the reading room to others. From any thread; blocks.
class kept_texts {
public:
    explicit kept_texts(apart::reading_room& room, std::size_t most_bytes_kept = 4 * longest_text)
        : room_(room), most_kept_(most_bytes_kept)
    {}

    /// Null: there is no room for reading it now; to be asked again.
    std::shared_ptr<text_reading const> of(std::string const& hash,
                                           std::filesystem::path const& file);

private:
    struct kept {
        std::string hash;
        std::shared_ptr<text_reading const> read;
        std::size_t size = 0;
    };

    std::shared_ptr<text_reading const> known(std::string const& hash);
    void keep(kept one);

    apart::reading_room& room_;
    std::size_t most_kept_;
    std::binary_semaphore seat_{1};
    std::mutex door_;
    std::list<kept> by_age_; ///< most recently asked first
    std::map<std::string, std::list<kept>::iterator> places_;
    std::size_t size_ = 0;
};

} // namespace adapters::drafts

#endif
