#include "tests/workflows/bodies.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <algorithm>
#include <map>
#include <random>

// Matters that go wherever the law lets them: whatever is open is tried with some body, by somebody
// who has a seat. What must hold of every one of them is asked after each act.

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using engine::field;
using engine::field_type;

class matter_walk {
public:
    explicit matter_walk(unsigned seed) : chance_(seed) {}

    void go(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            if (chance() % 3 == 0)
                today_ = tests::built_in_days().after(today_, 1 + chance() % 20);
            step();
        }
        is_rebuilt_the_same();
    }

    std::map<std::string, long long> sums; ///< of all years
    std::size_t admitted = 0;
    std::set<std::string> phases;

private:
    unsigned chance() { return static_cast<unsigned>(chance_()); }

    engine::circumstances now() const
    {
        return {tests::built_in_rules(), tests::built_in_days(), today_};
    }

    void step()
    {
        auto const offers = file_->offers({}, now());
        if (offers.empty()) {
            BOOST_TEST(file_->summary().phase == "archived");
            return;
        }
        // The desk opens a case with this act and no other.
        auto const& offer =
            acts_.empty() ? named(offers, "matter.registered") : offers[chance() % offers.size()];
        // What ends a matter is tried seldom, or few would come far.
        bool const ends_it = offer.kind == "matter.withdrawn" || offer.kind == "matter.declined";
        if (offer.seats.empty() || (ends_it && chance() % 8 != 0))
            return;
        auto const& seat = offer.seats[chance() % offer.seats.size()];
        engine::act what;
        what.on = {1};
        what.seq = static_cast<long long>(acts_.size()) + 1;
        what.kind = offer.kind;
        for (auto const& one : *offer.fields)
            if (one.required || chance() % 2 == 0)
                what.body[one.name] = filled(one);
        // who sits where: an adviser is one of three by name
        auto const person = 1 + chance() % 3;
        what.by = {{static_cast<long long>(seat.role.size() * 10 + person)},
                   seat.role == "legal_adviser" ? adviser(person) : seat.role,
                   seat.role,
                   seat.unit.empty() ? "water" : seat.unit,
                   {},
                   {}};
        what.entered_at = engine::instant(today_) + std::chrono::hours(1);
        auto const before = file_->ways(what);
        auto const found = file_->attempt(what, now());
        BOOST_TEST(found.known);
        for (auto const& fault : found.faults)
            BOOST_ERROR(what.kind << ": " << fault.path << " " << fault.reason.id);
        if (!found.admitted())
            return;
        BOOST_TEST(before == 1, what.kind << " has " << before << " ways");
        acts_.push_back(what);
        ++admitted;
        phases.insert(file_->summary().phase);
        for (auto const& one : file_->figures(tests::built_in_days()))
            sums[one.indicator] += one.value;
        figures_hold();
    }

    /// A matter counts once; it has an amount, none, or one that nobody knows, and of these one.
    void figures_hold()
    {
        auto const of = [&](char const* code) { return sums[code]; };
        auto const matters = of("LEGAL.matters");
        BOOST_TEST((matters == 0 || matters == 1));
        long long by_kind = of("LEGAL.disclosure") + of("LEGAL.performance_applications");
        for (auto const& [code, sum] : sums)
            if (code.starts_with("LEGAL.matters."))
                by_kind += sum;
        BOOST_TEST(by_kind == matters);
        long long const has_amount = of("LEGAL.amount") > 0 ? 1 : 0;
        BOOST_TEST(of("LEGAL.amount_none") + of("LEGAL.amount_unknown") + has_amount == matters);
        BOOST_TEST((of("CONTRACT.amount") == 0 || of("CONTRACT.amount") == of("LEGAL.amount")));
        BOOST_TEST((of("CONTRACT.amount") > 0) ==
                   (has_amount == 1 && file_->summary().matter == "contract"));
        BOOST_TEST(of("CONTRACT.reviewed") <= 1);
        BOOST_TEST(of("LEGAL.loss_avoided") >= 0);
        BOOST_TEST(of("LEGAL.adviser_participation") <= 3);
    }

    void is_rebuilt_the_same()
    {
        auto const again = workflows::legal_matter::shape().make("gd");
        for (auto const& one : acts_)
            again->replay(one);
        BOOST_TEST((again->stages() == file_->stages()));
        BOOST_TEST((again->summary() == file_->summary()));
        BOOST_TEST(again->facts() == file_->facts());
        BOOST_TEST((again->tasks(now()) == file_->tasks(now())));
    }

    static engine::offer const& named(std::vector<engine::offer> const& all, std::string_view kind)
    {
        return *std::find_if(all.begin(), all.end(),
                             [&](auto const& one) { return one.kind == kind; });
    }

    static std::string adviser(unsigned person) { return "律师" + std::to_string(person); }

    value filled(field const& one)
    {
        if (one.many) {
            array all;
            for (unsigned i = chance() % 3; i > 0; --i)
                all.push_back(single(one));
            return all;
        }
        return single(one);
    }

    value single(field const& one)
    {
        switch (one.type) {
        case field_type::line:
        case field_type::prose:
            return value(one.name == "counsel" ? adviser(1 + chance() % 3) : "某某");
        case field_type::number:
            return value(static_cast<long long>(1 + chance() % 30));
        case field_type::money:
            return value(static_cast<long long>(1 + chance() % 1'000'000));
        case field_type::date:
            // some days before or after
            return value(
                engine::to_text(today_ + std::chrono::days(chance() % 20) - std::chrono::days(15)));
        case field_type::flag:
            return value(chance() % 2 == 0);
        case field_type::choice:
            return value(one.choices[chance() % one.choices.size()]);
        case field_type::unit:
            return value("water");
        case field_type::person:
            return value("p-1");
        case field_type::document:
            return object{{"hash", std::string(64, 'a')}, {"name", "文件"}};
        case field_type::group: {
            object group;
            for (auto const& member : one.of)
                if (member.required || chance() % 2 == 0)
                    group[member.name] = filled(member);
            return group;
        }
        }
        return nullptr;
    }

    std::mt19937 chance_;
    std::unique_ptr<engine::procedure> file_ = workflows::legal_matter::shape().make("gd");
    engine::day today_ = *engine::parse_day("2024-03-04");
    std::vector<engine::act> acts_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(matter_walk_test)

BOOST_AUTO_TEST_CASE(wherever_a_matter_goes_it_counts_once_and_is_rebuilt_the_same)
{
    std::set<std::string> phases;
    std::size_t admitted = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        matter_walk walk(seed);
        walk.go(80);
        admitted += walk.admitted;
        phases.insert(walk.phases.begin(), walk.phases.end());
    }
    BOOST_TEST(admitted > 2'000u);
    for (auto const* phase : {"matter_waiting", "matter_handled", "matter_stopped",
                              "matter_advised", "matter_taken_up", "matter_result", "matter_closed",
                              "not_taken", "taken_back", "told_afterwards", "archived"})
        BOOST_TEST(phases.contains(phase), "no walk came to " << phase);
}

BOOST_AUTO_TEST_SUITE_END()
