#include "tests/workflows/trial.hpp"
#include "tests/workflows/wanderer.hpp"

#include <cstdlib>
#include <deque>
#include <set>
#include <unordered_map>

// Walks through the reachable combinations of stages, with model acts of every kind and variant.
//
// The whole product of twenty chapters is too large to visit. Two things keep the walk small and
// lose no way to a decision:
// - the chapters that run side by side (consultation, hearing, experts, risk, fair competition,
//   party report, congress) are taken one at a time: while one of them has an open duty, the others
//   wait. What they leave on file does not depend on how their acts were interleaved.
// - no kind of act is taken more than twice in a case, a draft three times.
// Combinations that agree in every stage and in the facts named in key_of() are one.
// The walk starts from every point of several whole stories and goes outward from all of them, the
// nearest places first, up to a fixed number of places: the log says whether that was all of them.
// JUECE_WALK=n goes n times as far.

using tests::wanderer;
namespace law = workflows::major_decision;

namespace {

using words = std::set<std::string, std::less<>>;

std::set<std::string, std::less<>> const side_by_side{
    "consultation", "hearing", "experts", "risk", "fair_competition", "party_report", "congress"};

std::string chapter_of(std::string const& kind)
{
    return kind.substr(0, kind.find('.'));
}

/// Where the case stands, and the facts on which the ways ahead depend.
std::string key_of(wanderer const& at)
{
    std::string key;
    for (auto const& one : at.file().stages())
        key += one.stage + '/';
    auto const& file = at.dossier();
    for (bool const fact :
         {law::review_passed(file), law::participation_done(file), law::consultation_done(file),
          law::change_unconfirmed(file), law::experts_done(file), law::risk_done(file),
          law::party_done(file), law::congress_done(file), law::is_secret(file)})
        key += fact ? '1' : '0';
    key += std::to_string(std::min(law::current_draft(file), 3LL));
    return key;
}

bool taken_too_often(wanderer const& at, std::string const& kind)
{
    auto const times = std::count_if(at.acts().begin(), at.acts().end(),
                                     [&](auto const& one) { return one.kind == kind; });
    return times >= (kind == "drafting.versioned" ? 3 : 2);
}

bool waits_for_another_chapter(wanderer const& at, std::string const& kind)
{
    auto const chapter = chapter_of(kind);
    if (!side_by_side.count(chapter))
        return false;
    std::set<std::string> begun;
    for (auto const& one : at.acts())
        begun.insert(chapter_of(one.kind));
    for (auto const& task : at.file().tasks(at.now()))
        if (task.chapter != chapter && side_by_side.count(task.chapter) &&
            begun.count(task.chapter))
            return true;
    return false;
}

/// What must be true whenever a matter stands decided or issued, read from the bare facts.
/// True if it stands so here.
bool no_decision_without_its_steps(wanderer const& at)
{
    auto const& file = at.dossier();
    bool const adopted =
        !file.deliberation.meetings.empty() && file.deliberation.meetings.back().body.outcome ==
                                                   law::deliberation::meeting_outcome::adopted;
    bool const issued = file.publication.notice || file.publication.withholding;
    if (!adopted && !issued && !file.deliberation.acceptance)
        return false;
    BOOST_TEST(!file.deliberation.meetings.empty(), "decided without a meeting");
    auto const& review = file.legality_review.conclusion;
    BOOST_TEST_REQUIRE(review.has_value(), "decided without a legality review");
    using law::legality_review::review_outcome;
    BOOST_TEST((review->body.outcome == review_outcome::lawful ||
                review->body.outcome == review_outcome::lawful_with_risk_notice));
    auto const decided =
        file.deliberation.meetings.empty() ? 0 : file.deliberation.meetings.back().draft;
    for (auto version = review->draft + 1; version <= decided; ++version)
        BOOST_TEST((law::change_of(file, version) != law::drafting::change_class::substantive),
                   "decided on a draft that was not reviewed: " << path_of(at));
    BOOST_TEST((file.participation.conclusion || file.participation.exemption),
               "decided without hearing the public: " << path_of(at));
    auto const& touches = file.drafting.touches;
    BOOST_TEST_REQUIRE(touches.has_value());
    if (touches->body.technical)
        BOOST_TEST(file.experts.report.has_value(), "decided without expert argument");
    if (!touches->body.risk_domains.empty())
        BOOST_TEST(
            ((file.risk.report && file.risk.report->body.controllable) || file.risk.exemption),
            "decided at a risk that is not controllable");
    if (issued)
        BOOST_TEST(file.party_report.answer.has_value(), "issued without the party committee");
    return true;
}

struct place {
    std::vector<engine::act> acts;
    engine::day today;
};

std::size_t how_far(std::size_t usually)
{
    auto const* wish = std::getenv("JUECE_WALK");
    return wish ? usually * std::strtoul(wish, nullptr, 10) : usually;
}

struct walked {
    std::size_t places = 0;
    std::size_t acts_tried = 0;
    std::size_t admitted = 0;
    std::size_t decided = 0; ///< places at which the matter stands decided or issued
    std::set<std::string> kinds;
    std::set<std::string> stages;
    bool whole = true; ///< false: stopped at the limit
};

/// Walks from every start; each new place is left by every act that is offered there.
walked walk(adapters::demo::matter const& what, std::vector<place> starts, std::size_t most_places)
{
    walked found;
    std::set<std::string> seen;
    std::deque<place> open;
    auto const visit = [&](wanderer const& at) {
        if (!seen.insert(key_of(at)).second)
            return;
        for (auto const& one : at.file().stages())
            found.stages.insert(one.chapter + ' ' + one.stage);
        found.decided += no_decision_without_its_steps(at);
        open.push_back({at.acts(), at.today()});
    };
    for (auto& one : starts)
        visit(wanderer(what, std::move(one.acts), one.today));
    while (!open.empty()) {
        if (found.places >= most_places) {
            found.whole = false;
            break;
        }
        ++found.places;
        auto const here = std::move(open.front());
        open.pop_front();
        auto at = std::make_unique<wanderer>(what, here.acts, here.today);
        at->wait_until(tests::built_in_days().after(here.today, 1));
        auto const tomorrow = at->today();
        bool const archived = at->dossier().archive.closing.has_value();
        bool alive = false;
        for (auto const& one : at->open_attempts()) {
            bool const passed_over =
                taken_too_often(*at, one.kind) || waits_for_another_chapter(*at, one.kind);
            if (passed_over && alive)
                continue;
            auto const result = at->go(one);
            ++found.acts_tried;
            BOOST_TEST(result.ways == 1, one.kind << " " << one.variant << " has " << result.ways
                                                  << " ways after " << path_of(*at));
            for (auto const& fault : result.found.faults)
                BOOST_ERROR(one.kind << ": " << fault.path << ": " << fault.reason.id);
            if (!result.found.admitted())
                continue;
            // Of an archived case the number is still put right, and nothing else.
            alive = alive || one.kind != law::archive::number_corrected::kind;
            ++found.admitted;
            found.kinds.insert(one.kind);
            if (!passed_over)
                visit(*at);
            at = std::make_unique<wanderer>(what, here.acts, tomorrow);
        }
        BOOST_TEST(alive != archived, (archived ? "an archived case goes on: " : "no way on after ")
                                          << path_of(*at));
    }
    return found;
}

/// Every point of a told story, from its opening to its end.
void add_points(std::vector<place>& into, adapters::demo::story const& one)
{
    auto const told = tests::told(one);
    for (std::size_t n = 1; n <= told.entered.size(); ++n)
        into.push_back({{told.entered.begin(), told.entered.begin() + static_cast<long>(n)},
                        told.entered[n - 1].counts_on()});
}

walked walk_around(words const& traits, std::vector<words> const& turns, std::size_t most_places)
{
    static std::deque<adapters::demo::matter> matters; // places refer to them
    auto const& what = matters.emplace_back(tests::a_matter(traits));
    std::vector<place> starts;
    for (auto const& one : turns)
        add_points(starts, tests::a_story(traits, one));
    auto const found = walk(what, std::move(starts), how_far(most_places));
    BOOST_TEST_MESSAGE(found.places << " combinations of stages, " << found.acts_tried
                                    << " acts tried, " << found.admitted << " admitted, "
                                    << found.kinds.size() << " kinds, " << found.stages.size()
                                    << " stages" << (found.whole ? "" : " (stopped at the limit)"));
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(walk_test)

BOOST_AUTO_TEST_CASE(every_kind_of_act_has_a_model)
{
    auto const kinds = adapters::demo::model_kinds();
    std::set<std::string> const models(kinds.begin(), kinds.end());
    std::set<std::string> in_law;
    wanderer const at(tests::a_matter(), *engine::parse_day("2024-09-02"));
    for (auto const& row : at.file().table())
        if (row.sort != "follows")
            in_law.insert(row.kind);
    for (auto const& kind : in_law)
        BOOST_TEST(models.count(kind) == 1u, kind << " has no model");
    for (auto const& kind : models)
        BOOST_TEST(in_law.count(kind) == 1u, kind << " is no act");
}

BOOST_AUTO_TEST_CASE(a_plain_matter_is_never_decided_without_its_steps_and_never_stuck)
{
    auto const found = walk_around(
        {}, {{}, {"declined"}, {"excluded"}, {"in_principle"}, {"suspended", "evaluated"}}, 900);
    BOOST_TEST(found.kinds.size() > 60u);
    BOOST_TEST(found.decided > 20u);
}

BOOST_AUTO_TEST_CASE(a_matter_that_touches_much_is_never_decided_without_its_steps_and_never_stuck)
{
    auto const found = walk_around({"technical", "risk", "operators", "hearing", "vital"},
                                   {{"risk_first"}, {"negative_first"}, {"terminated"}}, 700);
    BOOST_TEST(found.kinds.size() > 80u);
    BOOST_TEST(found.decided > 20u);
}

BOOST_AUTO_TEST_CASE(a_secret_matter_before_the_congress_is_never_stuck)
{
    walk_around({"secret", "congress_decide"}, {{}, {"postponed"}, {"rejected"}}, 400);
}

BOOST_AUTO_TEST_SUITE_END()
