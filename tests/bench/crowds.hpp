#ifndef JUECE_TESTS_BENCH_CROWDS_HPP
#define JUECE_TESTS_BENCH_CROWDS_HPP

#include "tests/bench/burst.hpp"
#include "tests/bench/slow_clients.hpp"
#include "tests/bench/terms.hpp"
#include "tests/bench/workplace.hpp"

namespace bench {

/// What many people at once, and slow ones, do to the server; each on a house of its own (SQLite).
class crowds {
public:
    crowds(terms const& chosen, workplace const& work, engine::law_in_force law, report& out)
        : juece_(chosen.juece), at_(work.at), law_(law), out_(out)
    {}

    void burst(burst_terms terms) { measure_burst(placed(terms, "crowd"), law_, now(), out_); }
    void slow(slow_terms terms) { measure_slow_clients(placed(terms, "slow"), law_, now(), out_); }

private:
    static engine::instant now();

    template <class Terms>
    Terms placed(Terms terms, char const* dir) const
    {
        terms.juece = juece_;
        terms.dir = at_ / dir;
        terms.log = at_ / "log";
        return terms;
    }

    std::filesystem::path juece_;
    std::filesystem::path at_;
    engine::law_in_force law_;
    report& out_;
};

} // namespace bench

#endif
