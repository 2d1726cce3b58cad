#include "adapters/soci/matter_list.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/register_house.hpp"

// The register of legal matters and the work of advisers, kept beside the acts.

namespace store = adapters::soci;
using store::matter_filter;
using store::matter_list;

namespace {

struct register_of_matters : tests::register_house {
    engine::admitted enter(engine::case_id on, std::string kind, std::string_view body,
                           std::string const& role = "reviewer", std::string name = "法制科")
    {
        return enter_act(on, "legal_matter/2026", std::move(kind), body,
                         {{role == "reviewer" ? 1 : 2}, std::move(name), role, "justice", {}, {}});
    }
    engine::case_id registered(std::string const& title, std::string const& kind = "project",
                               std::string const& received = "2026-03-02",
                               std::string const& money = R"("basis_of_amount": "none")")
    {
        return enter({}, "matter.registered",
                     R"({"title": ")" + title + R"(", "legal_kind_is": ")" + kind +
                         R"(", "requesting_unit": "water",
            "received_on": ")" +
                         received + R"(", "urgency_is": "ordinary",
            "asked_at_is": "outset", "counterparty": "某公司", )" +
                         money + "}")
            .what.on;
    }
    std::vector<std::string> titles(matter_filter const& only)
    {
        std::vector<std::string> all;
        for (auto const& one : matter_list(looking).list(only, {}, 100).rows)
            all.push_back(one.title);
        return all;
    }
};

using names = std::vector<std::string>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(matter_list_test, register_of_matters)

BOOST_AUTO_TEST_CASE(the_register_is_narrowed_and_paged)
{
    registered("甲", "project", "2024-05-06");
    registered("乙", "contract", "2026-03-02",
               R"("basis_of_amount": "contract_price", "amount": 500)");
    registered("丙", "project", "2026-03-02", R"("basis_of_amount": "not_yet_known")");
    BOOST_TEST(titles({}) == (names{"丙", "乙", "甲"}), boost::test_tools::per_element());
    BOOST_TEST(titles({.kind = "project"}) == (names{"丙", "甲"}),
               boost::test_tools::per_element());
    BOOST_TEST(titles({.received_in = 2024}) == names{"甲"}, boost::test_tools::per_element());
    BOOST_TEST(titles({.amount = "unknown"}) == names{"丙"}, boost::test_tools::per_element());
    BOOST_TEST(titles({.amount = "known", .received_in = 2026}) == names{"乙"},
               boost::test_tools::per_element());
    BOOST_TEST(titles({.words = "某公"}).size() == 3u);
    BOOST_TEST(titles({.words = "' or 1=1 --"}).empty());
    BOOST_TEST(titles({.unit = "roads"}).empty());
    BOOST_TEST(titles({.closed = true}).empty());
    matter_list matters(looking);
    BOOST_TEST(matters.years() == (std::vector<int>{2026, 2024}), boost::test_tools::per_element());
    BOOST_TEST(matters.count({}, 2) == 2);
    auto const first = matters.list({}, {}, 2);
    BOOST_TEST_REQUIRE(first.next.has_value());
    auto const rest = matters.list({}, first.next, 2);
    BOOST_TEST(rest.rows.size() == 1u);
    BOOST_TEST(!rest.next.has_value());
}

BOOST_AUTO_TEST_CASE(several_filters_narrow_together)
{
    registered("甲", "project", "2024-05-06");
    registered("乙", "contract", "2024-03-02",
               R"("basis_of_amount": "contract_price", "amount": 500)");
    registered("丙", "contract", "2026-03-02", R"("basis_of_amount": "not_yet_known")");
    BOOST_TEST(titles({.kind = "contract", .unit = "water", .received_in = 2024}) == names{"乙"},
               boost::test_tools::per_element());
    BOOST_TEST(titles({.kind = "contract", .amount = "unknown"}) == names{"丙"},
               boost::test_tools::per_element());
    BOOST_TEST(titles({.words = "某公", .kind = "contract", .closed = false}) ==
                   (names{"丙", "乙"}),
               boost::test_tools::per_element());
    BOOST_TEST(titles({.words = "乙", .received_in = 2026}).empty());
    BOOST_TEST(titles({.kind = "project", .amount = "known"}).empty());
    BOOST_TEST(titles({.words = "FW2026-0003"}) == names{"丙"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(matters_are_found_by_their_titles_among_all_cases_and_by_nothing_else)
{
    registered("防洪堤租赁合同", "contract");
    auto const found = [&](store::case_filter const& only) {
        auto const count = looking.count_cases(only);
        BOOST_TEST(looking.list_cases(only, {}, 10).rows.size() == static_cast<std::size_t>(count));
        return count;
    };
    BOOST_TEST(found({.words = "租赁"}) == 1);
    BOOST_TEST(found({.words = "FW2026"}) == 1);
    BOOST_TEST(found({.family = "legal_matter", .words = "租赁合"}) == 1);
    BOOST_TEST(found({.family = "major_decision", .words = "租赁"}) == 0);
    BOOST_TEST(found({.words = "某公"}) == 0); // the other side is told by the register alone
    BOOST_TEST(found({.family = "legal_matter", .words = "某公"}) == 0);
    store::box const own{.seats = {{"reviewer", ""}}};
    BOOST_TEST(looking.count_box(own, {.words = "租赁"}, 10) == looking.count_box(own, {}, 10));
    BOOST_TEST(looking.count_box(own, {}, 10) > 0);
    BOOST_TEST(looking.count_box(own, {.words = "某公"}, 10) == 0);
}

BOOST_AUTO_TEST_CASE(a_page_of_the_register_is_read_in_its_order_behind_any_filters,
                     *boost::unit_test::precondition(tests::needs_sqlite))
{
    std::string const of_none;
    for (int given = 0; given < 64; ++given) {
        auto const text = [&](int bit, char const* value) {
            return given & (1 << bit) ? std::string(value) : of_none;
        };
        matter_filter only{.words = text(0, "合同"),
                           .kind = text(1, "contract"),
                           .unit = text(2, "water"),
                           .amount = text(3, "known"),
                           .received_in = {},
                           .closed = {}};
        if (given & 16)
            only.received_in = 2024;
        if (given & 32)
            only.closed = true;
        for (auto const& step : matter_list(looking).plan_of_list(only)) {
            BOOST_TEST(step.find("TEMP B-TREE") == std::string::npos, given << ": " << step);
            if (step.find("VIRTUAL TABLE") == std::string::npos) // the index of words
                BOOST_TEST(step.find("SCAN") == std::string::npos, given << ": " << step);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_matter_is_listed_by_what_it_became)
{
    auto const id = registered("甲", "project", "2024-05-06");
    enter(id, "matter.kind_corrected",
          R"({"legal_kind_is": "litigation", "reason": "对方已经起诉"})");
    BOOST_TEST(titles({.kind = "project"}).empty());
    BOOST_TEST(titles({.kind = "litigation", .closed = false}) == names{"甲"},
               boost::test_tools::per_element());
    enter(id, "handling.told_afterwards", R"({"closed_on": "2024-06-07"})");
    BOOST_TEST(titles({.kind = "litigation", .closed = false}).empty());
    BOOST_TEST(titles({.kind = "litigation", .closed = true}) == names{"甲"},
               boost::test_tools::per_element());
    BOOST_TEST(store::verify(db, law(), documents).clean());
    {
        auto const sql = db.open_session(store::access::writing);
        *sql << "update legal_matter set kind = 'project'";
    }
    BOOST_TEST(!store::verify(db, law(), documents).clean());
    store::rebuild(db, law());
    BOOST_TEST(store::verify(db, law(), documents).clean());
    BOOST_TEST(titles({.words = "某公", .kind = "litigation"}) == names{"甲"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_corrected_amount_takes_its_place_in_the_register)
{
    auto const id =
        registered("甲", "project", "2026-03-02", R"("basis_of_amount": "not_yet_known")");
    BOOST_TEST(!matter_list(looking).list({}, {}, 1).rows.front().amount.has_value());
    enter(id, "matter.amount_corrected",
          R"({"basis_of_amount": "project_investment", "amount": 700, "reason": "批复概算"})");
    auto const row = matter_list(looking).list({}, {}, 1).rows.front();
    BOOST_TEST((row.amount == 700));
    BOOST_TEST(row.basis == "project_investment");
}

BOOST_AUTO_TEST_CASE(who_advised_is_counted_by_year_and_name)
{
    auto const id = registered("甲");
    enter(id, "handling.assigned", R"({"handler": "法制科", "working_days": 5})");
    enter(id, "handling.counsel_named",
          R"({"counsel": "王律师", "conflict_declared": "none_declared"})");
    std::string const opinion =
        R"({"interest": "none", "form_is": "oral", "conclusion_is": "agree"})";
    enter(id, "advice.opined", opinion, "legal_adviser", "王律师");
    enter(id, "advice.opined", opinion, "legal_adviser", "王律师");
    matter_list matters(looking);
    auto const found = matters.advisers(2026);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found.front().adviser == "王律师");
    BOOST_TEST(found.front().cases == 1);
    BOOST_TEST(found.front().times == 2);
    BOOST_TEST(matters.advisers(2026, "李律师").empty());
    BOOST_TEST(matters.advisers(2025).empty());
    BOOST_TEST(matters.acts_of("王律师", 2026, 10).size() == 2u);
    store::reader public_eye(db, engine::clearance(engine::confidentiality::open));
    BOOST_TEST(matter_list(public_eye).advisers(2026).empty());
    BOOST_TEST(matter_list(public_eye).list({}, {}, 10).rows.empty());
    BOOST_TEST(matter_list(public_eye).years().empty());
}

BOOST_AUTO_TEST_CASE(a_case_counts_once_for_an_adviser_in_a_year)
{
    std::string const named = R"({"counsel": "王律师", "conflict_declared": "none_declared"})";
    std::string const opinion =
        R"({"interest": "none", "form_is": "oral", "conclusion_is": "agree"})";
    for (auto const* title : {"甲", "乙"}) {
        auto const id = registered(title);
        enter(id, "handling.assigned", R"({"handler": "法制科", "working_days": 5})");
        enter(id, "handling.counsel_named", named);
        enter(id, "advice.opined", opinion, "legal_adviser", "王律师");
        enter(id, "advice.opined", opinion, "legal_adviser", "王律师");
    }
    auto const sums = [&] {
        auto const found = matter_list(looking).advisers(2026);
        return found.size() == 1 ? std::pair(found[0].cases, found[0].times)
                                 : std::pair(-1LL, -1LL);
    };
    BOOST_TEST((sums() == std::pair(2LL, 4LL)));
    {
        auto const sql = db.open_session(store::access::writing);
        *sql << "update adviser_part set new_case = 1";
    }
    BOOST_TEST(!store::verify(db, law(), documents).clean());
    store::rebuild(db, law());
    BOOST_TEST(store::verify(db, law(), documents).clean());
    BOOST_TEST((sums() == std::pair(2LL, 4LL)));
}

BOOST_AUTO_TEST_CASE(the_registers_follow_from_the_acts)
{
    auto const id = registered("甲");
    enter(id, "matter.amount_corrected",
          R"({"basis_of_amount": "fees", "amount": 700, "reason": "漏登"})");
    BOOST_TEST(store::verify(db, law(), documents).clean());
    {
        auto const sql = db.open_session(store::access::writing);
        *sql << "update legal_matter set amount = 1";
        *sql << "insert into adviser_part (case_id, seq, adviser, part, year)"
                " values (1, 1, '某人', 'opinion', 2026)";
    }
    BOOST_TEST(!store::verify(db, law(), documents).clean());
    store::rebuild(db, law());
    BOOST_TEST(store::verify(db, law(), documents).clean());
    BOOST_TEST((matter_list(looking).list({}, {}, 1).rows.front().amount == 700));
}

BOOST_AUTO_TEST_SUITE_END()
