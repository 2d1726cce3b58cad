#ifndef JUECE_TESTS_WORKFLOWS_CATALOGUE_TOLD_CATALOGUE_HPP
#define JUECE_TESTS_WORKFLOWS_CATALOGUE_TOLD_CATALOGUE_HPP

#include "engine/procedure.hpp"
#include "tests/workflows/case_so_far.hpp"
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
class told_catalogue {
public:
    explicit told_catalogue(std::string place = "gd");

    told_catalogue& on(std::string_view day);
    told_catalogue& office();
    told_catalogue& unit(std::string code, std::string role = "sponsor_clerk");

    /// The act must be admitted; it is entered.
    void enters(std::string_view kind, std::string const& body = "{}");
    /// The rules of the refusals; nothing is entered.
    rules refused(std::string_view kind, std::string const& body = "{}");
    /// The rules of the advice that comes with the act; it is entered.
    rules advised(std::string_view kind, std::string const& body = "{}");
    /// Each of these is refused by exactly its rules.
    void are_refused(std::vector<unlawful_act> const& all);

    std::string stage(std::string_view chapter) const;
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
    engine::procedure const& procedure() const { return *procedure_; }
    engine::circumstances now() const;
    std::vector<engine::act> acts;

    // The catalogue so far, each on its day in 2026.
    void is_called();    ///< water and transport, until 14 February
    void is_proposed();  ///< water's drainage plan (1), transport's parking charges (2)
    void is_screened();  ///< on 2 March, both go in
    void is_adopted();   ///< on 10 March
    void is_consented(); ///< on 16 March
    void is_published(); ///< on 20 March

private:
    engine::judgement judge(std::string_view kind, std::string const& body);

    std::unique_ptr<engine::procedure> procedure_;
    engine::day today_;
    engine::actor by_;
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
