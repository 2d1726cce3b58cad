#include "adapters/apart/reading_room.hpp"

namespace adapters::apart {
namespace {

/// How long somebody stands before the door.
constexpr std::chrono::seconds patience{1};
/// Answers up to so many bytes are remembered, and so many of them.
constexpr std::size_t short_answer = 16;
constexpr std::size_t most_remembered = 20'000;

} // namespace

std::variant<std::string, missing> reading_room::ask(std::string const& about,
                                                     std::vector<std::string> const& words,
                                                     allowance const& may_take)
{
    if (program_.empty())
        return missing::unreadable;
    {
        std::lock_guard const hold(door_);
        if (auto const found = known_.find(about); found != known_.end())
            return found->second;
    }
    if (!seats_.try_acquire_for(patience))
        return missing::not_now;
    auto ended = run_apart(program_, words, may_take);
    seats_.release();
    using how = ended_process::how;
    if (ended.ended == how::too_late || ended.ended == how::not_begun)
        return missing::not_now;
    answer said = missing::unreadable;
    if (ended.ended == how::well)
        said = std::move(ended.written);
    remember(about, said);
    return said;
}

void reading_room::remember(std::string const& about, answer const& said)
{
    auto const* words = std::get_if<std::string>(&said);
    if (words && words->size() > short_answer)
        return;
    std::lock_guard const hold(door_);
    // Forgetting all costs as many processes as are asked for again; that is rare and cheap.
    if (known_.size() >= most_remembered)
        known_.clear();
    known_.insert_or_assign(about, said);
}

} // namespace adapters::apart
