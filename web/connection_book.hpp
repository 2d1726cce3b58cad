#ifndef JUECE_WEB_CONNECTION_BOOK_HPP
#define JUECE_WEB_CONNECTION_BOOK_HPP

#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace web {

/// How many connections there may be.
struct connection_terms {
    std::size_t most = 10'000;
    /// From one address (IPv6: from one /64). An office may be hundreds of people behind one.
    std::size_t most_from_one = 1'000;
    /// Of all, so many wait for addresses from which somebody was signed in lately.
    std::size_t kept_for_known = 2'000;
    /// One that waits for a request has it sent, most likely, before it was left alone for so long.
    std::chrono::seconds left_alone_for{2};
};

/// Who holds a connection, and who has to go when there is no room for the next. Those that wait
/// for a request go first, the one that waits longest before the others; one that just came, or
/// whose request is under way, is never cut. For one thread.
class connection_book {
    struct entry;

public:
    using place = std::list<entry>::iterator;
    using moment = std::chrono::steady_clock::time_point;

    explicit connection_book(connection_terms terms) : terms_(terms) {}

    /// Room for a connection from that address; nothing: there is none. `cut` ends it, and is
    /// called at most once, while another enters. `is_gateway`: many people come from there, so
    /// that the limit for one address is not for it.
    std::optional<place> enter(std::string const& address, bool is_gateway, moment now,
                               std::function<void()> cut);
    void leave(place at);
    /// It waits for a request from now on, or works on one. New ones wait.
    void waits(place at, moment now);
    void works(place at);
    /// Somebody is signed in at the other end: the address is known for the next half day.
    void note_signed_in(place at, moment now);

    /// Those that were not cut.
    std::size_t size() const { return all_.size() - leaving_; }
    /// More than half of the places are taken.
    bool is_crowded() const { return size() > terms_.most / 2; }
    unsigned long long refused() const { return refused_; }
    unsigned long long cut() const { return times_cut_; }

private:
    using line = std::list<entry*>;
    struct origin {
        std::size_t connections = 0;
        line waiting = {}; ///< the one that waits longest first
    };
    struct entry {
        std::pair<std::string const, origin>* from = nullptr;
        bool known = false;
        bool waiting = false;
        moment since = {}; ///< it waits
        bool was_cut = false;
        std::function<void()> cut = {};
        line::iterator in_network = {};
        line::iterator in_class = {};
    };

    line& class_of(entry const& one) { return one.known ? known_waiting_ : strangers_waiting_; }
    bool knows(std::string const& network, moment now);
    bool make_room(line& among, moment now);
    void queue_up(entry& one);
    void step_out(entry& one);
    void count_out(entry& one);

    connection_terms terms_;
    std::list<entry> all_;
    std::size_t leaving_ = 0; ///< were cut and are on their way out
    std::unordered_map<std::string, origin> networks_;
    std::unordered_map<std::string, moment> known_until_;
    line strangers_waiting_;
    line known_waiting_;
    std::size_t strangers_ = 0;
    unsigned long long refused_ = 0;
    unsigned long long times_cut_ = 0;
};

} // namespace web

#endif
