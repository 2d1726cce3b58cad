#ifndef JUECE_TESTS_BENCH_FILLING_HPP
#define JUECE_TESTS_BENCH_FILLING_HPP

#include "adapters/demo/storyteller.hpp"
#include "adapters/soci/accounts.hpp"
#include "adapters/soci/clerk.hpp"
#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace bench {

/// Who acts over HTTP, by their bearer tokens.
struct seats {
    std::string clerk;
    std::string secretary;
};

/// Adds a government with a water department, an office and the two who act.
seats add_people(adapters::soci::database& at);

/// Papers by their hash: what each is called, and its words.
using written_papers = std::map<std::string, std::pair<std::string, std::string>>;

/// A decision told from the proposal to the day it is carried out.
struct long_story {
    adapters::demo::telling told;
    written_papers papers;
};
/// Tells a story with the papers that its acts name. Throws when the law refuses what it wants.
long_story tell_with_papers(adapters::demo::story const& one, engine::law_in_force law,
                            engine::instant now);
/// The one that the load goes on with. Throws when the law refuses what the story wants.
long_story tell_long_story(engine::law_in_force law);

/// Stores papers, so that acts may name them.
void store_papers(written_papers const& all, std::filesystem::path const& dir,
                  adapters::soci::database& at);

struct filled {
    std::size_t acts = 0;
    double seconds = 0;
    double a_group = 0; ///< acts in one commit, on average
    std::vector<long long> cases;
};

/// Enters the story as so many cases, straight through the clerk; every act is judged.
filled fill_with_stories(adapters::soci::database& at, engine::law_in_force law,
                         long_story const& story, std::size_t cases);

/// Opens so many cases straight through the clerk, spread over the last six years.
filled fill_with_proposals(adapters::soci::database& at, engine::law_in_force law,
                           std::size_t cases);

} // namespace bench

#endif
