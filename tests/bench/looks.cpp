#include "tests/bench/looks.hpp"

#include "adapters/soci/reader.hpp"
#include "web/percent.hpp"

#include <stdexcept>

namespace bench {
namespace {

namespace soci = adapters::soci;

/// Whose clerk signs in as "sponsor".
constexpr std::string_view unit_of_sponsor = "water";

/// The case of the filter with the most acts among the newest few hundred.
soci::case_entry longest(soci::reader& all, soci::case_filter const& only)
{
    constexpr long long some = 2'000;
    auto const found = all.list_cases(only, {}, some);
    soci::case_entry const* best = nullptr;
    for (auto const& one : found.rows)
        if (!best || one.head.version > best->head.version)
            best = &one;
    if (!best)
        throw std::runtime_error("there is no " + only.family + " to look at");
    return *best;
}

/// The looks of one list or one desk: the paths begin alike, and the same person looks.
class group {
public:
    group(std::vector<look>& all, std::string name, std::string who, std::string path)
        : all_(all), name_(std::move(name)), who_(std::move(who)), path_(std::move(path))
    {
        all_.push_back({name_, who_, path_});
    }

    group& by(std::string const& what, std::string const& query)
    {
        all_.push_back({name_ + ", " + what, who_, path_ + "?" + query});
        return *this;
    }
    /// Words that many have, that few have and that none has.
    group& words()
    {
        return by("two characters that many have", "words=" + web::percent_encoded("设施"))
            .by("four characters that many have", "words=" + web::percent_encoded("南岸街道"))
            .by("two characters that none has", "words=" + web::percent_encoded("龘龘"));
    }
    group& pages_on(int pages)
    {
        all_.push_back({name_ + ", " + std::to_string(pages) + " pages on", who_, path_, pages});
        return *this;
    }

private:
    std::vector<look>& all_;
    std::string name_, who_, path_;
};

void add_lists(std::vector<look>& all, landmarks const& of)
{
    auto const early = "year=" + std::to_string(of.this_year - 6);
    group(all, "decisions", "office", "/cases")
        .pages_on(20)
        .by("of one year", early)
        .by("of one unit", "unit=water")
        .by("running", "closed=no")
        .by("closed", "closed=yes")
        .by("of a common phase", "phase=proposal")
        .by("of a rare phase", "phase=execution")
        .by("by three filters", "unit=water&phase=proposal&" + early)
        .by("by filters that nothing passes", "unit=water&phase=drafting&closed=yes")
        .by("one number", "words=" + of.decision_number)
        .words();
    group(all, "legal matters", "reviewer", "/matters")
        .pages_on(20)
        .by("of one year", early)
        .by("of one kind", "kind=contract")
        .by("of a kind that there is not", "kind=arbitration")
        .by("of one unit", "unit=water")
        .by("without a known amount", "amount=unknown")
        .by("not closed", "closed=no")
        .by("closed", "closed=yes")
        .by("kind and year", "kind=litigation&" + early)
        .by("unit and year", "unit=water&" + early)
        .by("kind, unit and amount", "kind=contract&unit=water&amount=unknown")
        .by("year and amount", "amount=none&" + early)
        .by("the name of an other side", "words=" + web::percent_encoded("西江环保"))
        .words();
    group(all, "catalogue of the year", "office",
          "/catalogue?year=" + std::to_string(of.this_year));
    group(all, "catalogue of the year before", "office",
          "/catalogue?year=" + std::to_string(of.this_year - 1));
    group(all, "meetings", "office", "/meetings");
    group(all, "notices", "office", "/notices");
    group(all, "advisers", "reviewer", "/advisers").by("of an early year", early);
    group(all, "one adviser", "reviewer", "/advisers/" + std::to_string(of.adviser))
        .by("of an early year", early);
}

void add_desks(std::vector<look>& all)
{
    for (auto const* who : {"sponsor", "office", "reviewer"})
        group(all, std::string("tasks of ") + who, who, "/")
            .pages_on(20)
            .by("by due day", "sort=due")
            .by("late", "light=red")
            .by("soon late", "light=yellow")
            .by("a word that none has", "words=" + web::percent_encoded("龘龘"));
    group(all, "tasks of all units that are due", "office", "/boxes/overseen")
        .by("any", "light=any")
        .by("any, newest first", "light=any&sort=newest")
        .by("late, of one unit", "light=red&unit=water")
        .by("of one chapter", "light=any&chapter=intake")
        .by("of a chapter without any", "light=any&chapter=hearing")
        .by("of one kind of matter", "light=any&matter=plan")
        .by("of a kind of matter without any", "light=any&matter=major_public_construction")
        .words();
    group(all, "tasks of one unit that are due", "head_water", "/boxes/overseen")
        .by("any", "light=any");
    group(all, "copies to read", "office", "/boxes/copied");
    for (auto const* who : {"sponsor", "reviewer"}) {
        group(all, std::string("acts of ") + who, who, "/boxes/done")
            .pages_on(20)
            .by("of one phase", "phase=archived")
            .by("of a rare phase", "phase=execution");
        group(all, std::string("cases that ") + who + " opened", who, "/boxes/opened").pages_on(20);
    }
    group(all, "the leader's page", "mayor", "/overview");
    group(all, "the leader's page of a unit", "head_water", "/overview");
}

void add_figures(std::vector<look>& all, landmarks const& of)
{
    for (auto year = of.this_year - 10; year <= of.this_year; ++year)
        group(all, "figures of " + std::to_string(year), "compiler",
              "/figures?year=" + std::to_string(year));
    auto const early = "?year=" + std::to_string(of.this_year - 6);
    for (auto const* indicator : {"DEC.started", "DEC.adopted", "LEGAL.matters", "LEGAL.amount",
                                  "LEGAL.matters.contract", "LEGAL.loss_avoided"})
        group(all, std::string("acts behind ") + indicator, "compiler",
              std::string("/figures/") + indicator + early)
            .pages_on(20);
    auto const last = "/reports/" + std::to_string(of.this_year - 1);
    group(all, "reports", "compiler", "/reports");
    group(all, "a report", "compiler", last);
    group(all, "its text", "compiler", last + "/text");
    group(all, "its five years", "compiler", last + "/years");
    group(all, "the report being compiled", "compiler", "/reports/" + std::to_string(of.this_year));
}

void add_searches_and_cases(std::vector<look>& all, landmarks const& of)
{
    auto const search = [&](std::string const& what, char const* words) {
        all.push_back({"search, " + what, "office",
                       std::string("/search?words=") + web::percent_encoded(words)});
    };
    search("one character that many have", "群");
    search("one character that none has", "龘");
    search("two characters that many have", "群众");
    search("two characters that none has", "龘龘");
    search("three characters that many have", "重点工");
    search("a word that many have and one that none has", "群众 龘");
    group(all, "a whole decision", "office", "/cases/" + std::to_string(of.decision));
    group(all, "a decision that goes on, with its forms", "sponsor",
          "/cases/" + std::to_string(of.open_decision));
    group(all, "a legal matter", "reviewer", "/cases/" + std::to_string(of.matter));
    group(all, "public: start", "", "/public");
    group(all, "public: consultations", "", "/public/consultations");
    group(all, "public: decisions", "", "/public/decisions")
        .by("of one year", "year=" + std::to_string(of.this_year - 2))
        .by("of one unit", "unit=water");
    group(all, "public: catalogue", "", "/public/catalogue");
}

} // namespace

landmarks landmarks_of(soci::database const& at, engine::instant now)
{
    soci::reader all(at, engine::clearance::of_the_record());
    auto const decision = longest(all, {.family = "major_decision", .phase = "archived"});
    auto const open = longest(
        all, {.family = "major_decision", .unit = std::string(unit_of_sponsor), .closed = false});
    auto const matter = longest(all, {.family = "legal_matter", .phase = "archived"});
    auto const adviser = longest(all, {.family = "adviser_file"});
    return {.this_year = engine::year_of(engine::legal_day(now)),
            .decision = decision.head.line.id.value,
            .decision_number = decision.head.line.number,
            .open_decision = open.head.line.id.value,
            .matter = matter.head.line.id.value,
            .adviser = adviser.head.line.id.value};
}

std::vector<look> looks_at(landmarks const& of)
{
    std::vector<look> all;
    add_lists(all, of);
    add_desks(all);
    add_figures(all, of);
    add_searches_and_cases(all, of);
    return all;
}

std::set<std::string> onlookers(std::vector<look> const& all)
{
    std::set<std::string> found;
    for (auto const& one : all)
        if (!one.who.empty())
            found.insert(one.who);
    return found;
}

} // namespace bench
