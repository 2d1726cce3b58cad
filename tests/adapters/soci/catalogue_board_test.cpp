#include "adapters/soci/catalogue_board.hpp"
#include "tests/adapters/record_context.hpp"

namespace store = adapters::soci;

namespace {

/// Decisions of one organ that were started in 2026 without naming an entry, and what acts of its
/// catalogue say of them, put into the tables that follow from acts.
struct mentioned : tests::fresh_record {
    static constexpr int catalogue = 900;

    mentioned()
    {
        store::house_register keeping(db);
        auto const since = *engine::parse_instant("2026-01-05T02:00:00.000Z");
        keeping.add_organ({"gy", "高要区人民政府", "county", "gd", ""}, since);
        keeping.add_unit({"water", "区水务局", "gy"}, since);
        for (auto const id : {101, 102, 103}) {
            auto const number = std::to_string(id);
            tamper("insert into case_file (id, number, shape, family, place, opened_at, opened_in,"
                   " title, unit, matter, phase, closed, version, last_hash, stages, changed_at)"
                   " values (" +
                   number + ", 'JC2026-" + number +
                   "', 'major_decision/2019', 'major_decision', 'gd', '2026-01-05T02:00:00.000Z',"
                   " 2026, '事项', 'water', 'plan', 'drafting', 0, 2, '', '',"
                   " '2026-01-05T02:00:00.000Z')");
            say(id, 2, 2026, "", "");
        }
    }

    void say(int on, int seq, int year, std::string const& item, std::string const& decision)
    {
        tamper("insert into catalogue_mention (case_id, seq, position, year, item, decision)"
               " values (" +
               std::to_string(on) + ", " + std::to_string(seq) + ", 0, " + std::to_string(year) +
               ", '" + item + "', '" + decision + "')");
    }
    void links(int seq, std::string const& decision) { say(catalogue, seq, 0, "1", decision); }
    void unlinks(int seq, std::string const& decision) { say(catalogue, seq, 0, "", decision); }

    std::vector<long long> strays()
    {
        store::reader looking(db, engine::clearance::of_the_record());
        std::vector<long long> found;
        for (auto const& one :
             store::catalogue_board(looking).without_entry(2026, "water", {}, 10).rows)
            found.push_back(one.id.value);
        return found;
    }
};

using ids = std::vector<long long>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalogue_board_test, mentioned)

BOOST_AUTO_TEST_CASE(a_decision_that_is_linked_is_no_stray)
{
    BOOST_TEST((strays() == ids{101, 102, 103}));
    links(5, "JC2026-102");
    BOOST_TEST((strays() == ids{101, 103}));
}

BOOST_AUTO_TEST_CASE(a_link_that_is_taken_back_makes_it_a_stray_again_until_it_is_linked_anew)
{
    links(5, "JC2026-102");
    unlinks(6, "JC2026-102");
    BOOST_TEST((strays() == ids{101, 102, 103}));
    links(7, "JC2026-102");
    BOOST_TEST((strays() == ids{101, 103}));
}

BOOST_AUTO_TEST_CASE(taking_back_the_link_of_one_catalogue_leaves_that_of_another)
{
    say(catalogue + 1, 3, 0, "4", "JC2026-101");
    links(5, "JC2026-101");
    unlinks(6, "JC2026-101");
    BOOST_TEST((strays() == ids{102, 103}));
}

BOOST_AUTO_TEST_SUITE_END()
