#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/notice_board.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::admit;

namespace {

engine::day on(char const* text)
{
    return *engine::parse_day(text);
}

struct context : tests::fresh_record {
    engine::case_id first, second;
    reader looking{db, engine::clearance::of_the_record()};
    notice_board board{looking};

    context()
    {
        clerk taking(db, law.law());
        first = admit(taking, tests::opening_of("first")).what.on;
        second = admit(taking, tests::opening_of("second")).what.on;
        for (int i = 0; i < 3; ++i)
            admit(taking, tests::note_on(second, "n" + std::to_string(i)));
        // The sample's acts publish nothing; these stand for some that do.
        put(first, 1, "participation.published", "2024-03-01", "2024-04-02");
        put(second, 1, "participation.published", "2024-03-20", "2024-04-20");
        put(second, 2, "hearing.announced", "2024-03-20", "2024-04-25");
        put(second, 3, "publication.published", "2025-01-05", "2025-01-05");
        set_level(0);
    }

    /// Of every case, or of one.
    void set_level(int level, std::string const& which = "")
    {
        tamper("update case_file set level = " + std::to_string(level) + which);
        auto const sql = db.open_session(access::writing);
        recount_cases_and_tasks(*sql);
    }

    void put(engine::case_id id, long long seq, std::string const& kind, std::string const& from,
             std::string const& until)
    {
        tamper("insert into public_notice (case_id, seq, kind, from_day, until_day, unit) select "
               "id, " +
               std::to_string(seq) + ",'" + kind + "','" + from + "','" + until +
               "', unit from case_file where id = " + std::to_string(id.value));
    }

    std::string found(notice_filter const& only, std::optional<notice_cursor> after = {},
                      long long limit = 50)
    {
        std::string all;
        for (auto const& one : board.list(only, after, limit))
            all += (all.empty() ? "" : " ") + std::to_string(one.on.value) + "." +
                   std::to_string(one.seq);
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(notice_board_test, context)

BOOST_AUTO_TEST_CASE(the_newest_stand_first)
{
    auto const second_id = std::to_string(second.value);
    auto const first_id = std::to_string(first.value);
    BOOST_TEST(found({}) ==
               second_id + ".3 " + second_id + ".2 " + second_id + ".1 " + first_id + ".1");
    BOOST_TEST(found({}, {}, 2) == second_id + ".3 " + second_id + ".2");
    BOOST_TEST(found({}, notice_cursor{on("2024-03-20"), second, 2}) ==
               second_id + ".1 " + first_id + ".1");
}

BOOST_AUTO_TEST_CASE(a_list_is_narrowed_by_kind_year_and_end)
{
    auto const second_id = std::to_string(second.value);
    notice_filter only;
    only.kind = "participation.published";
    only.until_day = on("2024-04-03");
    BOOST_TEST(found(only) == second_id + ".1");
    only.until_day = on("2024-04-02");
    BOOST_TEST(board.list(only, {}, 50).size() == 2u);
    only.until_day.reset();
    only.before = on("2024-04-03");
    BOOST_TEST(found(only) == std::to_string(first.value) + ".1");
    notice_filter year;
    year.year = 2025;
    BOOST_TEST(found(year) == second_id + ".3");
    year.year = 2019;
    BOOST_TEST(found(year) == "");
    notice_filter unit;
    unit.unit = board.units("participation.published").at(0);
    BOOST_TEST(board.list(unit, {}, 50).size() == 4u);
    unit.unit = "nobody";
    BOOST_TEST(found(unit) == "");
    unit.unit = "' or '1'='1";
    BOOST_TEST(found(unit) == "");
}

BOOST_AUTO_TEST_CASE(years_and_units_are_those_of_a_kind)
{
    BOOST_TEST((board.years("publication.published") == std::vector<int>{2025}));
    BOOST_TEST(board.years("none").empty());
    BOOST_TEST(board.units("participation.published").size() == 1u);
    BOOST_TEST(board.units("none").empty());
}

BOOST_AUTO_TEST_CASE(a_case_above_the_lowest_level_shows_neither_notice_nor_year_nor_unit)
{
    set_level(1, " where id = " + std::to_string(second.value));
    BOOST_TEST(found({}) == std::to_string(first.value) + ".1");
    BOOST_TEST(board.years("publication.published").empty());
    BOOST_TEST(board.units("hearing.announced").empty());
}

BOOST_AUTO_TEST_SUITE_END()
