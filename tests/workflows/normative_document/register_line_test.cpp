#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/normative_document/register_line.hpp"

using namespace tests;
using namespace workflows::normative_document;

namespace {

register_line line_of(document_trial const& m)
{
    register_line line;
    for (auto const& act : m.acts())
        take_into(line, act);
    return line;
}

std::string state(register_line const& line, std::string_view day)
{
    return std::string(engine::name_of(state_on(line, engine::parse_day(day).value(), 6)));
}

} // namespace

BOOST_AUTO_TEST_SUITE(register_line_test)

BOOST_AUTO_TEST_CASE(the_light_of_a_document_follows_from_its_days)
{
    document_trial m;
    m.adopted(a_proposal);
    BOOST_TEST(state(line_of(m), "2026-03-20") == "in_making");
    document_trial n;
    n.issued(a_proposal, document_publication);
    auto const line = line_of(n);
    BOOST_TEST(line.document_number == "高府规〔2026〕1号");
    BOOST_TEST(line.address == "http://www.example.gov.cn/2");
    struct scenario {
        char const* day;
        char const* state;
        bool binds;
    };
    for (auto const& one :
         {scenario{"2026-04-30", "not_yet_in_force", false},
          scenario{"2026-05-01", "in_force", true}, scenario{"2028-10-29", "in_force", true},
          scenario{"2028-10-30", "expiring", true}, scenario{"2029-04-30", "expiring", true},
          scenario{"2029-05-01", "expired", false}}) {
        BOOST_TEST(state(line, one.day) == one.state, one.day);
        BOOST_TEST(is_binding(state_on(line, engine::parse_day(one.day).value(), 6)) == one.binds,
                   one.day);
    }
}

BOOST_AUTO_TEST_CASE(what_ends_a_document_ends_its_line)
{
    struct scenario {
        char const* result;
        char const* state;
    };
    for (auto const& one :
         {scenario{"kept", "in_force"}, scenario{"to_be_amended", "in_force"},
          scenario{"repealed", "repealed"}, scenario{"declared_invalid", "invalid"}}) {
        document_trial m;
        m.issued(a_proposal, document_publication).on("2026-06-01").justice();
        m.enters("document_validity.cleaned_up", R"({"result_is": ")" + std::string(one.result) +
                                                     R"(", "reason": "清理",
            "decided_on": "2026-06-01", "published_on": "2026-06-01", "address": "公告"})");
        BOOST_TEST(state(line_of(m), "2026-06-01") == one.state, one.result);
    }
}

BOOST_AUTO_TEST_CASE(a_document_told_afterwards_has_the_days_it_was_told_with)
{
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    m.justice().enters("document_project.told_afterwards", old_document);
    auto const line = line_of(m);
    BOOST_TEST(line.document_number == "高府〔2020〕8号");
    BOOST_TEST(state(line, "2026-03-02") == "expiring");
    BOOST_TEST(state(line, "2026-07-01") == "expired");
}

BOOST_AUTO_TEST_CASE(most_acts_leave_the_line_as_it_is)
{
    document_trial m;
    m.adopted(a_proposal);
    register_line line;
    std::size_t changes = 0;
    for (auto const& act : m.acts())
        changes += take_into(line, act) ? 1 : 0;
    BOOST_TEST(changes == 1u); // the proposal
    document_trial n;
    n.enters("document_project.proposed", a_proposal);
    n.office().enters("document_project.declined", R"({"reason": "不需要"})");
    BOOST_TEST(state(line_of(n), "2026-03-02") == "given_up");
}

BOOST_AUTO_TEST_SUITE_END()
