#ifndef JUECE_TESTS_BENCH_SWARM_HPP
#define JUECE_TESTS_BENCH_SWARM_HPP

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <string>
#include <vector>

namespace bench {

/// What came back to one of many.
struct swarm_answer {
    int status = 0; ///< 0: no whole answer came, and nobody knows whether the request was taken
    std::string head;
    std::string body;
    double ms = 0; ///< from the moment at which it was to be sent, the wait for a connection too

    std::string header(std::string const& name) const;
};

struct swarm_terms {
    int port = 0;
    std::size_t most_connections = 8'000;
    /// Connections stay and serve whoever comes next, as those of a gateway do. Otherwise each
    /// request has one of its own, from the address of its sender.
    bool keeps_connections = false;
    std::chrono::seconds patience{60}; ///< for an answer
};

/// Many people at the wire: requests that are sent at their moments over thousands of connections
/// by one thread, so that the load costs little itself. Speaks what the server speaks: HTTP/1.1
/// with Content-Length.
class swarm {
public:
    using moment = std::chrono::steady_clock::time_point;
    using listener = std::function<void(swarm_answer)>;

    explicit swarm(swarm_terms terms);
    ~swarm();
    swarm(swarm const&) = delete;
    swarm& operator=(swarm const&) = delete;

    /// Sends a request at that moment, or as soon as a connection is free. `from`: the last three
    /// bytes of an address 127.x.y.z. `told` may send more.
    void send(moment when, std::uint32_t from, std::string request, listener told);

    /// Until everything was answered or that moment has come; whether everything was.
    bool run(moment until);

    long long broken() const { return broken_; }
    std::size_t most_open() const { return most_open_; }

private:
    struct errand {
        moment when;
        std::uint32_t from = 0;
        std::string request;
        listener told;
    };
    struct later {
        bool operator()(errand const& a, errand const& b) const { return a.when > b.when; }
    };
    struct wire {
        int socket = -1;
        bool connecting = false;
        bool busy = false;
        std::size_t sent = 0;
        std::string got;
        errand what;
        moment until;
    };

    void start_due(moment now);
    bool start(errand& what, moment now);
    int open_socket(std::uint32_t from);
    void go_on(std::size_t which);
    bool read_answer(std::size_t which);
    void finish(std::size_t which, swarm_answer answer, bool stays);
    void give_up_late(moment now);
    int wait_for(moment now, moment until) const;

    swarm_terms terms_;
    int events_ = -1;
    std::vector<wire> wires_;
    std::vector<std::size_t> unused_; ///< places without a connection
    std::vector<std::size_t> idle_;   ///< open connections without a request
    std::size_t open_ = 0;
    std::size_t most_open_ = 0;
    std::size_t under_way_ = 0;
    std::priority_queue<errand, std::vector<errand>, later> waiting_;
    std::deque<errand> due_; ///< waits for a connection only
    long long broken_ = 0;
    moment looked_for_late_ = {};
};

} // namespace bench

#endif
