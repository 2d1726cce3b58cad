#ifndef JUECE_TESTS_WORKFLOWS_TRIAL_HPP
#define JUECE_TESTS_WORKFLOWS_TRIAL_HPP

#include "adapters/calendar/load_calendar.hpp"
#include "adapters/rules/load_rules.hpp"
#include "engine/chapter.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>
#include <string>

namespace tests {

/// The built-in packs and holidays, loaded once.
engine::rule_book const& built_in_rules();
engine::working_days const& built_in_days();

/// What a place asks, and under which rule.
struct known_rule {
    std::string key;
    engine::parameter_value value;
    std::string rule;
};
/// The law of one place that knows these rules and no others.
engine::rule_book book_of(std::string place, std::vector<known_rule> const& rules);

/// An act as somebody enters it on a day.
engine::act act_on(engine::day on, engine::actor const& by, long long seq, std::string_view kind,
                   std::string_view body);

/// The rule ids of the refusals; each of them says why and what to do.
std::set<std::string> rules_of(std::vector<engine::refusal> const& all);
/// The rule ids of the advice.
std::set<std::string> rules_of(std::vector<engine::advice> const& all);

/// One chapter on a file that the test fills by hand or by acts.
///
///     trial t(make_legality_review());
///     t.on("2024-03-01").by("reviewer", "justice");
///     BOOST_TEST(t.refused("legality_review.concluded", R"({...})") == rules{"R713-28.2"});
///     t.enters("legality_review.accepted", "{}");
///     BOOST_TEST(t.stage() == "under_review");
class trial {
public:
    using dossier = workflows::major_decision::dossier;

    explicit trial(std::unique_ptr<engine::chapter<dossier>> chapter, std::string place = "gd");

    trial& on(std::string_view day);
    /// Each name is another person.
    trial& by(std::string role, std::string unit, std::string name = "");
    /// The number of the person of that name.
    static long long number_of(std::string const& name);
    /// Whom conditions may name; nobody before.
    trial& knowing(engine::seat_holders& people);
    /// From now on that came in on the case.
    trial& receiving(engine::papers_received const& papers);
    /// From now on papers of other cases have these numbers.
    trial& beside(engine::number_given const& numbers);
    /// From now on under the rules of that book.
    trial& under(engine::rule_book const& book);
    /// Whoever acts takes the place of somebody.
    trial& in_place_of(std::string name);

    engine::judgement judge(std::string_view kind, std::string_view body);
    /// The act must be admitted; it is entered.
    void enters(std::string_view kind, std::string_view body = "{}");
    /// The rule ids of the refusals, which must not be empty; nothing is entered.
    std::set<std::string> refused(std::string_view kind, std::string_view body = "{}");
    /// The rule ids of the advice that comes with an admitted act; the act is entered.
    std::set<std::string> advised(std::string_view kind, std::string_view body = "{}");
    /// The paths of the malformed fields.
    std::set<std::string> malformed(std::string_view kind, std::string_view body);
    /// An act of another chapter that this one follows. Its facts are not entered.
    void follows(std::string_view kind, std::string_view body);
    std::vector<engine::offer> offers();
    /// The kinds of acts that the procedure waits for here, from whomever.
    std::set<std::string> duties();
    /// The number of the last act, tried ones included.
    long long seq() const { return seq_; }

    /// Asks of an act of this stage whether it is barred (JC-1) to who did the one before: to
    /// themselves, through a substitute, in somebody's place, whichever way round. Nothing is
    /// entered.
    void bars_all_ways_round(std::string_view before, std::string_view kind,
                             std::string const& role, std::string const& unit);

    std::string stage() const { return std::string(chapter_->stage()); }
    dossier file;

private:
    engine::act act_of(std::string_view kind, std::string_view body);
    engine::question<dossier> question() const;

    std::unique_ptr<engine::chapter<dossier>> chapter_;
    std::string place_;
    engine::rule_book const* book_ = &built_in_rules();
    engine::day today_ = *engine::parse_day("2024-03-01");
    engine::actor by_;
    engine::seat_holders* people_ = nullptr;
    engine::papers_received const* received_ = nullptr;
    engine::number_given const* is_given_ = nullptr;
    long long seq_ = 0;
};

} // namespace tests

#endif
