#include "adapters/soci/document_list.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/register_house.hpp"

// The register of normative documents, kept beside the acts. The documents are told of as issued
// before, so that no stored papers are needed.

namespace store = adapters::soci;
using store::document_list;
using store::normative_filter;
using workflows::normative_document::force_state;

namespace {

using names = std::vector<std::string>;

struct register_of_documents : tests::register_house {
    engine::admitted enter(engine::case_id on, std::string kind, std::string_view body,
                           std::string const& role = "reviewer", std::string unit = "justice")
    {
        return enter_act(on, "normative_document/2026", std::move(kind), body,
                         {{role == "reviewer" ? 1 : 2}, "某人", role, std::move(unit), {}, {}});
    }
    engine::case_id proposed(std::string const& title, std::string const& level = "government")
    {
        return enter({}, "document_project.proposed",
                     R"({"document_title": ")" + title + R"(", "level_is": ")" + level +
                         R"(", "nature_is": "lasting", "drafting_unit": "water",
            "necessity": "需要", "legal_basis": [{"title": "《水法》"}],
            "existing_documents": "无"})",
                     "office_secretary", "office")
            .what.on;
    }
    /// In force since 2020; `until` may be empty.
    engine::case_id told(std::string const& title, std::string const& until,
                         std::string const& level = "government")
    {
        auto const id = proposed(title, level);
        enter(id, "document_project.told_afterwards",
              R"({"document_number": "高府〔2020〕)" + title + R"(号",
            "published_on": "2020-06-01", "effective_on": "2020-07-01", "address": "政府网",
            "source": "清理目录")" +
                  (until.empty() ? std::string() : R"(, "valid_until": ")" + until + "\"") + "}");
        return id;
    }
    document_list on(std::string_view day) { return {looking, engine::parse_day(day).value(), 6}; }
    names titles(normative_filter const& only, std::string_view day = "2026-03-02")
    {
        names all;
        for (auto const& one : on(day).list(only, {}, 100).rows)
            all.push_back(one.title);
        return all;
    }
    names in_state(force_state state, std::string_view day = "2026-03-02")
    {
        normative_filter only;
        only.state = state;
        return titles(only, day);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(document_list_test, register_of_documents)

BOOST_AUTO_TEST_CASE(the_register_shows_what_is_in_force_on_the_day_it_is_asked_for)
{
    proposed("起草");
    told("长期", "");
    told("将到期", "2026-08-31");
    told("到期", "2026-02-28");
    BOOST_TEST(in_state(force_state::in_making) == names{"起草"}, boost::test_tools::per_element());
    BOOST_TEST(in_state(force_state::in_force) == names{"长期"}, boost::test_tools::per_element());
    BOOST_TEST(in_state(force_state::expiring) == names{"将到期"},
               boost::test_tools::per_element());
    BOOST_TEST(in_state(force_state::expired) == names{"到期"}, boost::test_tools::per_element());
    normative_filter binding;
    binding.binding_only = true;
    BOOST_TEST(titles(binding) == (names{"将到期", "长期"}), boost::test_tools::per_element());
    normative_filter shown;
    shown.public_only = true;
    BOOST_TEST(titles(shown) == (names{"将到期", "长期"}), boost::test_tools::per_element());
    // Before the first day of each the public reads of it already, though it binds nobody yet.
    BOOST_TEST(titles(shown, "2020-06-15").size() == 3u);
    BOOST_TEST(titles(binding, "2020-06-15").empty());
    // The same register on another day.
    BOOST_TEST(in_state(force_state::expiring, "2026-02-27") == names{"到期"},
               boost::test_tools::per_element());
    BOOST_TEST(in_state(force_state::expired, "2026-09-01").size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_question_and_the_law_agree_on_every_state)
{
    told("甲", "2026-08-31");
    told("乙", "2027-02-28");
    told("丙", "");
    proposed("丁");
    for (auto const* day : {"2020-06-30", "2020-07-01", "2026-02-27", "2026-02-28", "2026-03-01",
                            "2026-08-28", "2026-08-31", "2026-09-01", "2027-02-28", "2027-03-01"}) {
        auto list = on(day);
        std::map<force_state, long long> by_law;
        for (auto const& one : list.list({}, {}, 100).rows)
            ++by_law[list.state_of(one)];
        BOOST_TEST((list.states() == by_law), day);
    }
}

BOOST_AUTO_TEST_CASE(the_register_is_narrowed_and_paged)
{
    told("甲", "");
    told("乙", "", "department");
    told("丙", "");
    BOOST_TEST(titles({}) == (names{"丙", "乙", "甲"}), boost::test_tools::per_element());
    normative_filter only;
    only.level = "department";
    BOOST_TEST(titles(only) == names{"乙"}, boost::test_tools::per_element());
    only = {};
    only.words = "〔2020〕丙";
    BOOST_TEST(titles(only) == names{"丙"}, boost::test_tools::per_element());
    only.words = "' or 1=1 --";
    BOOST_TEST(titles(only).empty());
    only = {};
    only.unit = "roads";
    BOOST_TEST(titles(only).empty());
    auto list = on("2026-03-02");
    auto const first = list.list({}, {}, 2);
    BOOST_TEST_REQUIRE(first.next.has_value());
    BOOST_TEST(first.rows.front().told_afterwards);
    BOOST_TEST(first.rows.front().line.document_number == "高府〔2020〕丙号");
    auto const rest = list.list({}, first.next, 2);
    BOOST_TEST(rest.rows.size() == 1u);
    BOOST_TEST(!rest.next.has_value());
}

BOOST_AUTO_TEST_CASE(the_public_sees_what_is_published_and_nothing_else)
{
    proposed("起草");
    told("公布", "");
    store::reader public_eye(db, engine::clearance(engine::confidentiality::open));
    document_list list(public_eye, engine::parse_day("2026-03-02").value(), 6);
    auto const found = list.list({}, {}, 10);
    BOOST_TEST_REQUIRE(found.rows.size() == 1u);
    BOOST_TEST(found.rows.front().title == "公布");
    BOOST_TEST(list.states().size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_the_clean_up_ends_is_in_force_no_more)
{
    auto const id = told("甲", "");
    auto const other = told("乙", "2026-02-28");
    enter(id, "document_validity.cleaned_up",
          R"({"result_is": "repealed", "reason": "上位法已有规定", "decided_on": "2026-03-01",
              "published_on": "2026-03-02", "address": "政府网"})");
    enter(other, "document_validity.lapse_noted",
          R"({"published_on": "2026-03-02", "address": "政府网"})");
    BOOST_TEST(in_state(force_state::repealed) == names{"甲"}, boost::test_tools::per_element());
    BOOST_TEST(in_state(force_state::expired) == names{"乙"}, boost::test_tools::per_element());
    BOOST_TEST(in_state(force_state::in_force).empty());
}

BOOST_AUTO_TEST_CASE(the_register_follows_from_the_acts)
{
    told("甲", "2026-08-31");
    BOOST_TEST(store::verify(db, law(), documents).clean());
    {
        auto const sql = db.open_session(store::access::writing);
        *sql << "update normative_document set valid_until = '2099-12-31'";
    }
    BOOST_TEST(!store::verify(db, law(), documents).clean());
    store::rebuild(db, law());
    BOOST_TEST(store::verify(db, law(), documents).clean());
    BOOST_TEST(in_state(force_state::expiring) == names{"甲"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
