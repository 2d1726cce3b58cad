#ifndef JUECE_ADAPTERS_DEMO_DEMO_HPP
#define JUECE_ADAPTERS_DEMO_DEMO_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/demo/storyteller.hpp"
#include "adapters/soci/accounts.hpp"
#include "engine/desk.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::demo {

/// How sample data is made. The same terms give the same people, cases, acts and documents.
struct demo_terms {
    std::filesystem::path dir; ///< has no record yet
    std::string database = {}; ///< URL of a database that has none; empty: in `dir`
    engine::instant now;       ///< running decisions stand where they would stand today
    long long seed = 1;
};

struct demo_counts {
    std::size_t people = 0;
    std::size_t cases = 0;
    std::size_t acts = 0;
    std::size_t documents = 0;
    std::size_t comments = 0; ///< of the public, where it is asked now
    /// What kept it from being made; then nothing else is told.
    std::vector<csv::fault> faults;
};

/// The password of every person of the sample.
inline constexpr char const* demo_password = "gaoyao-2026";

/// True of a record that make_demo() filled: its first act says so.
bool is_demo(soci::database& at);

/// Everybody who holds or held a seat of a house.
officials officials_of(soci::accounts& people);

/// The people of the sample (config/sample/people.csv), as `juece import people` reads them.
std::string_view sample_people();

/// Fills a new directory with what stands in config/sample: people, decisions with their documents,
/// legal matters, normative documents, catalogues and reports, entered through the clerk and marked
/// as demo, and sign-in.txt (login, password, role, name, unit, parted by tabs). Throws
/// std::runtime_error when the directory holds a record already, or when the law refuses what a
/// sample wants.
demo_counts make_demo(demo_terms const& terms, engine::law_in_force law);

} // namespace adapters::demo

#endif
