#include "tests/bench/record_proof.hpp"

#include "adapters/soci/reader.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/recount_figures.hpp"
#include "tests/bench/juece_place.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/crash/server_process.hpp"

#include <stdexcept>
#include <thread>

namespace bench {
namespace {

namespace soci = adapters::soci;

double seconds_of_verify(std::filesystem::path const& juece, soci::place const& at,
                         std::filesystem::path const& log)
{
    std::string said;
    int code = 0;
    auto const took = time_of([&] {
        tests::child_process verify({juece.string(), "verify", "--data", at.dir.string()}, log,
                                    surroundings_of(at));
        said = verify.read_all();
        code = verify.wait();
    });
    if (code != 0)
        throw std::runtime_error("verify found: " + said);
    return took;
}

void count(soci::database const& at, record_proof& found)
{
    soci::reader all(at, engine::clearance::of_the_record());
    std::optional<long long> before;
    do {
        auto const page = all.list_cases({}, before, 5'000);
        for (auto const& one : page.rows) {
            ++found.cases;
            found.acts += one.head.version;
        }
        before = page.next;
    } while (before);
}

} // namespace

record_proof prove(std::filesystem::path const& juece, soci::place const& at,
                   std::filesystem::path const& log, engine::law_in_force law,
                   proof_terms const& terms)
{
    soci::database record(at, soci::opening::must_exist);
    record_proof found;
    count(record, found);
    if (terms.verifies)
        found.verified = seconds_of_verify(juece, at, log);
    found.recounted = time_of([&] {
        auto const now = soci::recount_figures(
            record, law, soci::counters_on(std::thread::hardware_concurrency()));
        if (now.mended > 0 || now.sums_mended || now.unreadable > 0)
            throw std::runtime_error("figures were not those of the acts");
    });
    if (terms.rewrites)
        found.rewritten = time_of([&] { soci::rebuild(record, law); });
    return found;
}

} // namespace bench
