#include "adapters/drafts/kept_comparisons.hpp"

#include "adapters/drafts/text_apart.hpp"

namespace adapters::drafts {

using engine::say;

std::shared_ptr<kept_comparisons::outcome const>
kept_comparisons::between(std::string const& before, std::string const& after)
{
    auto const key = std::pair(before, after);
    {
        std::lock_guard const hold(door_);
        if (auto const known = places_.find(key); known != places_.end()) {
            by_age_.splice(by_age_.begin(), by_age_, known->second);
            return known->second->found;
        }
    }
    // Outside the lock: two who ask at once reckon twice, and nobody waits for another's draft.
    auto made = reckon(before, after);
    auto const found = std::make_shared<outcome const>(std::move(made.found));
    if (!made.lasts)
        return found;
    auto const* compared = std::get_if<comparison>(found.get());
    auto const size = 1 + (compared ? compared->paragraphs.size() : 0);
    std::lock_guard const hold(door_);
    if (places_.contains(key))
        return found;
    by_age_.push_front({key, found, size});
    places_.emplace(key, by_age_.begin());
    size_ += size;
    while (size_ > most_kept_ && by_age_.size() > 1) {
        size_ -= by_age_.back().size;
        places_.erase(by_age_.back().of);
        by_age_.pop_back();
    }
    return found;
}

kept_comparisons::reckoned kept_comparisons::reckon(std::string const& before,
                                                    std::string const& after) const
{
    std::vector<draft_text> texts;
    for (auto const& hash : {before, after}) {
        auto const file = store_.path_of(hash);
        if (!file)
            return {say("文件缺失")};
        auto text = read_draft(room_, hash, *file);
        if (auto* why = std::get_if<engine::text>(&text.read))
            return {std::move(*why), text.lasts};
        texts.push_back(std::move(std::get<draft_text>(text.read)));
    }
    return {compare(texts[0], texts[1])};
}

} // namespace adapters::drafts
