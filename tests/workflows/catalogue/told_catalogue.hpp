#ifndef JUECE_TESTS_WORKFLOWS_CATALOGUE_TOLD_CATALOGUE_HPP
#define JUECE_TESTS_WORKFLOWS_CATALOGUE_TOLD_CATALOGUE_HPP

#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/case_trial.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <set>
#include <string>
#include <vector>

namespace tests {

/// What somebody tries, and the rules that refuse it.
struct unlawful_act {
    char const* why; ///< what is wrong, in a lawyer's words
    std::string kind;
    std::string body;
    rules refused_by;
};

/// The catalogue of 2026, told act by act through the whole procedure. Whoever acts and the day
/// stay until they are changed.
class told_catalogue : public case_trial {
public:
    explicit told_catalogue(std::string const& place = "gd");

    told_catalogue& on(std::string_view day);
    told_catalogue& office();
    told_catalogue& unit(std::string code, std::string role = "sponsor_clerk");

    /// Each of these is refused by exactly its rules.
    void are_refused(std::vector<unlawful_act> const& all);

    /// Kinds of acts, roles and units that the procedure waits for: "catalogue_call.answered
    /// sponsor_clerk water".
    std::set<std::string> tasks() const;
    /// The kinds that are duties now, and those that whoever acts may do at once.
    std::set<std::string> duties() const;
    std::set<std::string> open() const;
    /// True if every act so far had one way.
    bool has_one_way() const;
    /// The figures of the last act: "DEC.catalogue_items 2".
    std::set<std::string> figures() const;
    workflows::catalogue::yearly_catalogue file() const;
    engine::procedure const& procedure() const { return case_trial::file(); }

    // The catalogue so far, each on its day in 2026.
    void is_called();    ///< water and transport, until 14 February
    void is_proposed();  ///< water's drainage plan (1), transport's parking charges (2)
    void is_screened();  ///< on 2 March, both go in
    void is_adopted();   ///< on 10 March
    void is_consented(); ///< on 16 March
    void is_published(); ///< on 20 March
};

// Bodies to start from.
extern std::string const drainage;  ///< of water
extern std::string const parking;   ///< of transport
extern std::string const screening; ///< both go in
extern std::string const meeting;   ///< adopts
extern std::string const consent;
extern std::string const publication;

} // namespace tests

#endif
