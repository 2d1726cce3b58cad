#include "adapters/drafts/kept_texts.hpp"

#include "adapters/drafts/text_apart.hpp"

namespace adapters::drafts {
namespace {

/// How long somebody waits until another text is read.
constexpr std::chrono::seconds patience{1};

/// Short texts take room too.
std::size_t size_of(text_reading const& read)
{
    std::size_t size = 1'000;
    if (auto const* text = std::get_if<draft_text>(&read))
        for (auto const& one : text->paragraphs)
            size += sizeof(one) + one.size();
    return size;
}

/// Given back however the reading ends.
class taken_seat {
public:
    explicit taken_seat(std::binary_semaphore& seat)
        : seat_(seat), is_mine_(seat.try_acquire_for(patience))
    {}
    ~taken_seat()
    {
        if (is_mine_)
            seat_.release();
    }
    taken_seat(taken_seat const&) = delete;
    taken_seat& operator=(taken_seat const&) = delete;

    bool is_mine() const { return is_mine_; }

private:
    std::binary_semaphore& seat_;
    bool is_mine_;
};

} // namespace

std::shared_ptr<text_reading const> kept_texts::of(std::string const& hash,
                                                   std::filesystem::path const& file)
{
    if (auto found = known(hash))
        return found;
    taken_seat const seat(seat_);
    // Whoever was waited for may have read the same.
    if (auto found = known(hash))
        return found;
    if (!seat.is_mine())
        return nullptr;
    auto text = read_draft(room_, hash, file);
    if (!text.lasts)
        return nullptr;
    auto const read = std::make_shared<text_reading const>(std::move(text.read));
    keep({hash, read, size_of(*read)});
    return read;
}

std::shared_ptr<text_reading const> kept_texts::known(std::string const& hash)
{
    std::lock_guard const hold(door_);
    auto const found = places_.find(hash);
    if (found == places_.end())
        return nullptr;
    by_age_.splice(by_age_.begin(), by_age_, found->second);
    return found->second->read;
}

void kept_texts::keep(kept one)
{
    std::lock_guard const hold(door_);
    size_ += one.size;
    by_age_.push_front(std::move(one));
    places_.emplace(by_age_.front().hash, by_age_.begin());
    while (size_ > most_kept_ && by_age_.size() > 1) {
        size_ -= by_age_.back().size;
        places_.erase(by_age_.back().hash);
        by_age_.pop_back();
    }
}

} // namespace adapters::drafts
