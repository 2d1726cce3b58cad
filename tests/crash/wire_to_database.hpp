#ifndef JUECE_TESTS_CRASH_WIRE_TO_DATABASE_HPP
#define JUECE_TESTS_CRASH_WIRE_TO_DATABASE_HPP

#include <atomic>
#include <list>
#include <mutex>
#include <string>
#include <thread>

namespace tests {

/// The way to the database that the tests run on, by a port of 127.0.0.1, which can be cut, fall
/// silent and be mended again. Only to a server that is reached by a socket in a directory.
class wire_to_database {
public:
    wire_to_database();
    ~wire_to_database();
    wire_to_database(wire_to_database const&) = delete;
    wire_to_database& operator=(wire_to_database const&) = delete;

    /// Whether the server of the tests is reached by a socket.
    static bool can_be();

    /// The URL of a database, by this wire.
    std::string url_of(std::string const& url) const;

    /// Ends every connection and lets none in.
    void cut();
    /// Ends nothing, carries nothing and answers nothing: whatever arrives is dropped before
    /// anybody acknowledges it, as by a network that swallows its packets.
    void fall_silent();
    void mend();

private:
    struct pair {
        int from = -1;
        int to = -1;
    };
    void listen();
    void hear(bool anything);
    void run();
    void take_in();
    static bool carry(int from, int to);
    void end(std::list<pair>::iterator one);

    std::string socket_path_;
    int port_ = 0;
    std::mutex door_; ///< what follows
    int listening_ = -1;
    std::list<pair> open_;
    bool is_silent_ = false;
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

} // namespace tests

#endif
