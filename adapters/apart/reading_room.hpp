#ifndef JUECE_ADAPTERS_APART_READING_ROOM_HPP
#define JUECE_ADAPTERS_APART_READING_ROOM_HPP

#include "adapters/apart/child_process.hpp"

#include <mutex>
#include <semaphore>
#include <unordered_map>
#include <variant>

namespace adapters::apart {

/// Why something of a document is not there.
enum class missing {
    unreadable, ///< the document is such that nobody can read it within what a process may take
    not_now     ///< others are being read; to be asked again
};

/// Where documents of strangers are opened: each in a process of its own, two at a time, so that
/// none takes more of the machine than its share. From any thread; blocks.
class reading_room {
public:
    /// The program takes the words that it is asked with. Without one nothing is readable.
    explicit reading_room(std::filesystem::path program) : program_(std::move(program)) {}

    /// What the program says. What names never changes is remembered if it is unreadable, or short:
    /// `about` says what of which content is asked for.
    std::variant<std::string, missing>
    ask(std::string const& about, std::vector<std::string> const& words, allowance const& may_take);

private:
    using answer = std::variant<std::string, missing>;

    void remember(std::string const& about, answer const& said);

    std::filesystem::path program_;
    std::counting_semaphore<> seats_{2};
    std::mutex door_;
    std::unordered_map<std::string, answer> known_;
};

} // namespace adapters::apart

#endif
