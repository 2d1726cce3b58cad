#ifndef JUECE_TESTS_CRASH_FAULTY_HOUSE_HPP
#define JUECE_TESTS_CRASH_FAULTY_HOUSE_HPP

#include "tests/crash/running_house.hpp"
#include "tests/faulty_machine/orders.hpp"

namespace tests {

/// A house whose machine goes wrong when a test says so (tests/faulty_machine).
class faulty_house : public running_house {
public:
    explicit faulty_house(std::string const& name);
    ~faulty_house();

    /// Starts a server on the faulty machine, and signs both in.
    void start_on_faulty_machine();
    faulty_orders& machine() { return *orders_; }

    /// What /readyz answers, and the number that /metrics has.
    std::string readiness();
    double count(std::string const& name);

private:
    faulty_orders* orders_ = nullptr;
};

} // namespace tests

#endif
