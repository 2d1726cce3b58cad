#ifndef JUECE_TESTS_BENCH_CONTENDER_HPP
#define JUECE_TESTS_BENCH_CONTENDER_HPP

#include "engine/desk.hpp"
#include "tests/bench/same_work.hpp"
#include "tests/bench/terms.hpp"
#include "tests/bench/workplace.hpp"
#include "tests/crash/server_process.hpp"

#include <memory>
#include <string>

namespace bench {

/// A server while it runs.
struct running_server {
    std::unique_ptr<tests::child_process> process;
    int port = 0;
};

/// Somebody who can do the same work over HTTP.
class contender {
public:
    virtual ~contender() = default;

    virtual std::string name() const = 0;
    /// Where it keeps what was done, and how durable that is.
    virtual std::string keeps() const = 0;
    virtual bool needs_server() const = 0; ///< of PostgreSQL
    /// Throws std::runtime_error when it does not come up.
    virtual running_server start(workplace& work) = 0;
    /// What it is asked; after start().
    virtual unit_of_work const& ten_steps() const = 0;
    virtual unit_of_work const& approval() const = 0;
};

/// Juece itself, on either database, with the people of the sample and nothing else. The law
/// outlives it.
std::unique_ptr<contender> juece_on(bool postgresql, terms const& chosen, engine::law_in_force law);

/// One of the servers in peers/.
struct peer_server {
    std::string package; ///< of npm
    std::string keeps;
    std::string script;
    bool needs_postgresql = false;
    unit_of_work ten_steps;
    unit_of_work approval;
};
std::unique_ptr<contender> peer(peer_server what, terms const& chosen);

} // namespace bench

#endif
