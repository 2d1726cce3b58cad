#include "engine/rule_pack.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;
using namespace std::chrono_literals;

namespace {

constexpr parameter_key window{"window_days", stricter::larger, "number"};
constexpr parameter_key report{"report_days", stricter::smaller, "number"};
constexpr parameter_key attendance{"attendance", stricter::larger, "ratio"};
constexpr parameter_key odd{"odd", stricter::yes, "flag"};
constexpr parameter_key domains{"domains", stricter::more, "list"};
constexpr parameter_key meetings{"meetings", stricter::fewer, "list"};
constexpr parameter_key silence{"silence", stricter::any, "flag"};

using words = std::vector<std::string>;

day on(int year, unsigned month, unsigned dom)
{
    return day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dom));
}

parameter entry(parameter_key const& key, parameter_value value, day from = on(2020, 1, 1),
                std::optional<day> until = {})
{
    return {.key = std::string(key.name),
            .value = std::move(value),
            .rule = "R713-1",
            .from = from,
            .until = until,
            .pack = {}};
}

rule_book book_of(std::vector<parameter> national)
{
    rule_book book({window, report, attendance, odd, domains, meetings, silence});
    BOOST_REQUIRE(book.add({"cn", "国家", "", std::move(national)}).empty());
    return book;
}

words add_below(rule_book& book, parameter one)
{
    return book.add({"gd", "广东", "cn", {std::move(one)}});
}

void is_refused(parameter national, parameter local, std::string const& part)
{
    auto book = book_of({std::move(national)});
    auto const faults = add_below(book, std::move(local));
    BOOST_REQUIRE_EQUAL(faults.size(), 1u);
    BOOST_TEST_MESSAGE(faults.front());
    BOOST_TEST(faults.front().find("\"gd\"") != std::string::npos);
    BOOST_TEST(faults.front().find(part) != std::string::npos, faults.front());
    BOOST_TEST(!book.knows("gd"));
}

void is_taken(parameter national, parameter local)
{
    auto book = book_of({std::move(national)});
    auto const faults = add_below(book, std::move(local));
    BOOST_TEST(faults.empty(), (faults.empty() ? "" : faults.front()));
}

} // namespace

BOOST_AUTO_TEST_SUITE(rule_pack_test)

BOOST_AUTO_TEST_CASE(a_looser_number_is_refused_with_pack_key_and_both_values)
{
    auto book = book_of({entry(window, 30LL)});
    auto const faults = add_below(book, entry(window, 20LL));
    BOOST_REQUIRE_EQUAL(faults.size(), 1u);
    BOOST_TEST(faults.front() ==
               "rule pack \"gd\": window_days = 20 (from 2020-01-01) is looser than 30 (from "
               "2020-01-01) of pack \"cn\"; a pack may only be stricter than the one above it");
}

BOOST_AUTO_TEST_CASE(each_direction_refuses_what_is_looser)
{
    is_refused(entry(report, 10LL), entry(report, 11LL), "looser than 10");
    is_refused(entry(attendance, ratio{2, 3}), entry(attendance, ratio{3, 5}), "3/5");
    is_refused(entry(odd, true), entry(odd, false), "looser than true");
    is_refused(entry(domains, words{"a", "b"}), entry(domains, words{"a", "c"}), "looser than a;b");
    is_refused(entry(meetings, words{"a", "b"}), entry(meetings, words{"a", "c"}), "a;c");
}

BOOST_AUTO_TEST_CASE(the_same_or_a_stricter_value_is_taken)
{
    is_taken(entry(window, 30LL), entry(window, 30LL));
    is_taken(entry(window, 30LL), entry(window, 45LL));
    is_taken(entry(report, 10LL), entry(report, 5LL));
    is_taken(entry(attendance, ratio{2, 3}), entry(attendance, ratio{4, 6}));
    is_taken(entry(odd, false), entry(odd, true));
    is_taken(entry(domains, words{"a"}), entry(domains, words{"b", "a"}));
    is_taken(entry(meetings, words{"a", "b"}), entry(meetings, words{"b"}));
    is_taken(entry(silence, true), entry(silence, false));
}

BOOST_AUTO_TEST_CASE(a_looser_value_is_lawful_while_the_stricter_one_is_not_in_force)
{
    is_taken(entry(window, 30LL, on(2024, 1, 1)),
             entry(window, 20LL, on(2020, 1, 1), on(2023, 12, 31)));
    is_refused(entry(window, 30LL, on(2023, 12, 31)),
               entry(window, 20LL, on(2020, 1, 1), on(2023, 12, 31)), "looser");
}

BOOST_AUTO_TEST_CASE(a_pack_is_compared_with_all_above_it)
{
    auto book = book_of({entry(window, 30LL)});
    BOOST_REQUIRE(book.add({"gd", "广东", "cn", {entry(odd, true)}}).empty());
    auto const faults = book.add({"gaoyao", "高要", "gd", {entry(window, 7LL), entry(odd, false)}});
    BOOST_REQUIRE_EQUAL(faults.size(), 2u);
    BOOST_TEST(faults[0].find("of pack \"cn\"") != std::string::npos);
    BOOST_TEST(faults[1].find("of pack \"gd\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(slips_are_named)
{
    auto const one_fault = [](parameter wrong) {
        rule_book book({window, report, attendance, odd, domains, meetings, silence});
        auto const faults = book.add({"cn", "国家", "", {std::move(wrong)}});
        BOOST_REQUIRE_EQUAL(faults.size(), 1u);
        return faults.front();
    };
    auto const has = [](std::string const& words_, std::string_view part) {
        return words_.find(part) != std::string::npos;
    };
    BOOST_TEST(has(one_fault(entry({"widow_days"}, 30LL)), "widow_days is not a declared"));
    BOOST_TEST(has(one_fault(entry(window, true)), "is a flag, but must be a number"));
    BOOST_TEST(has(one_fault(entry(window, -1LL)), "between 0 and"));
    BOOST_TEST(has(one_fault(entry(attendance, ratio{3, 2})), "between 0 and 1"));
    BOOST_TEST(has(one_fault(entry(attendance, ratio{1, 0})), "between 0 and 1"));
    BOOST_TEST(has(one_fault(entry(domains, words{"a", "a"})), "nothing twice"));
    BOOST_TEST(has(one_fault(entry(domains, words{""})), "no empty entry"));
    BOOST_TEST(has(one_fault(entry(window, 30LL, on(2020, 1, 2), on(2020, 1, 1))), "ends before"));
    auto unruled = entry(window, 30LL);
    unruled.rule.clear();
    BOOST_TEST(has(one_fault(unruled), "names no rule"));
}

BOOST_AUTO_TEST_CASE(entries_of_one_key_may_not_overlap_in_a_pack)
{
    rule_book book({window});
    auto const faults = book.add({"cn",
                                  "国家",
                                  "",
                                  {entry(window, 30LL, on(2020, 1, 1), on(2021, 1, 1)),
                                   entry(window, 40LL, on(2021, 1, 1))}});
    BOOST_REQUIRE_EQUAL(faults.size(), 1u);
    BOOST_TEST(faults.front().find("overlaps with 30 (2020-01-01 to 2021-01-01)") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pack_needs_a_known_parent_and_a_new_name)
{
    auto book = book_of({entry(window, 30LL)});
    BOOST_TEST(book.add({"gaoyao", "高要", "gd", {}}).size() == 1u);
    BOOST_TEST(book.add({"cn", "国家", "cn", {}}).size() == 1u);
    BOOST_TEST(book.add({"second", "另一个", "", {}}).size() == 1u);
    BOOST_TEST(book.packs().size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_law_of_a_day_is_the_nearest_entry_in_force)
{
    auto book = book_of({entry(window, 30LL, on(2019, 9, 1))});
    BOOST_REQUIRE(add_below(book, entry(window, 40LL, on(2021, 11, 1), on(2023, 12, 31))).empty());

    BOOST_TEST(!book.in_force("gd", on(2019, 8, 31)).number(window));
    BOOST_TEST(*book.in_force("gd", on(2019, 9, 1)).number(window) == 30);
    BOOST_TEST(*book.in_force("gd", on(2021, 10, 31)).number(window) == 30);
    BOOST_TEST(*book.in_force("gd", on(2021, 11, 1)).number(window) == 40);
    BOOST_TEST(*book.in_force("gd", on(2023, 12, 31)).number(window) == 40);
    BOOST_TEST(*book.in_force("gd", on(2024, 1, 1)).number(window) == 30);
    BOOST_TEST(*book.in_force("cn", on(2022, 1, 1)).number(window) == 30);
    BOOST_TEST(book.in_force("gd", on(2022, 1, 1)).find(window)->pack == "gd");
    BOOST_TEST(book.in_force("gd", on(2022, 1, 1)).rule_of(window, "X") == "R713-1");
    BOOST_TEST(book.in_force("gd", on(2022, 1, 1)).rule_of(report, "X") == "X");
    BOOST_CHECK_THROW(book.in_force("hlj", on(2022, 1, 1)), std::out_of_range);
}

BOOST_AUTO_TEST_CASE(an_unknown_number_is_set_but_asks_nothing)
{
    auto book = book_of({entry(window, 30LL)});
    BOOST_REQUIRE(
        book.add({"gd", "广东", "cn", {entry(report, std::monostate{}), entry(window, {})}})
            .empty());
    auto const& law = book.in_force("gd", on(2022, 1, 1));
    BOOST_TEST(!law.number(report));
    BOOST_TEST(law.find(report));
    BOOST_TEST(to_text(law.find(report)->value) == "unknown");
    // what is known above stays in force
    BOOST_TEST(*law.number(window) == 30);
}

BOOST_AUTO_TEST_CASE(every_kind_is_read_as_what_it_is)
{
    auto const book = book_of({entry(window, 30LL), entry(attendance, ratio{2, 3}),
                               entry(odd, true), entry(domains, words{"a", "b"})});
    auto const& law = book.in_force("cn", on(2022, 1, 1));
    BOOST_TEST(law.flag(odd));
    BOOST_TEST(!law.flag(silence));
    BOOST_TEST((*law.share(attendance) == ratio{2, 3}));
    BOOST_TEST(law.list(domains) == (words{"a", "b"}), boost::test_tools::per_element());
    BOOST_TEST(law.list(meetings).empty());
    BOOST_TEST(!law.share(window));
    BOOST_TEST(law.all().size() == 4u);
    BOOST_TEST(to_text(parameter_value(ratio{2, 3})) == "2/3");
    BOOST_TEST(to_text(parameter_value(words{"a", "b"})) == "a;b");
    BOOST_TEST(to_text(parameter_value(true)) == "true");
}

BOOST_AUTO_TEST_CASE(a_rule_that_does_not_hold_at_a_place_is_cited_as_what_does)
{
    auto book = book_of({});
    citation const elsewhere{"SD-1", "CN-1", on(2020, 1, 1), {}};
    BOOST_REQUIRE(book.add({"xx", "他省", "cn", {}, {elsewhere}}).empty());
    BOOST_REQUIRE(
        book.add({"sd", "山东", "xx", {}, {{"SD-1", "SD-1", on(2024, 2, 1), {}}}}).empty());
    auto const& there = book.in_force("sd", on(2024, 2, 1));
    BOOST_TEST(there.cited("SD-1") == "SD-1");
    BOOST_TEST(book.in_force("sd", on(2024, 1, 31)).cited("SD-1") == "CN-1"); // not yet in force
    auto const& other = book.in_force("xx", on(2024, 2, 1));
    BOOST_TEST(other.cited("SD-1") == "CN-1");
    BOOST_TEST(other.cited("R713-1") == "R713-1");
    BOOST_TEST(other.rule_of({"nobody.sets_it"}, "SD-1") == "CN-1");
    BOOST_TEST(book.in_force("xx", on(2019, 1, 1)).cited("SD-1") == "SD-1");

    verdict said(refusal{.rule = "SD-1", .reason = {}, .remedy = {}});
    said += advice{"SD-1", {}};
    other.cite_in(said);
    BOOST_TEST(said.refusals.front().rule == "CN-1");
    BOOST_TEST(said.remarks.front().rule == "CN-1");
}

BOOST_AUTO_TEST_CASE(a_rule_is_not_cited_in_two_ways_at_once)
{
    auto book = book_of({});
    auto const faults = book.add({"gd",
                                  "广东",
                                  "cn",
                                  {},
                                  {{"SD-1", "CN-1", on(2020, 1, 1), on(2024, 6, 30)},
                                   {"SD-1", "CN-2", on(2024, 6, 30), {}}}});
    BOOST_REQUIRE_EQUAL(faults.size(), 1u);
    BOOST_TEST(
        faults.front() ==
        "rule pack \"gd\": SD-1 is cited as CN-2 (from 2024-06-30) and as CN-1 (2020-01-01 to "
        "2024-06-30)");
}

BOOST_AUTO_TEST_SUITE_END()
