#include "adapters/soci/dialect.hpp"
#include "adapters/soci/kept_plans.hpp"
#include "adapters/soci/query.hpp"
#include "tests/adapters/record_context.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <optional>

using namespace adapters::soci;

namespace {

struct on_a_database : tests::fresh_record {
    std::unique_ptr<::soci::session> sql = db.open_session(access::writing);
    bool const is_postgresql = dialect_of(*sql).estimates;

    long long asked(std::string const& text)
    {
        long long found = 0;
        query(*sql, text).out(found).one();
        return found;
    }
    /// How many statements the server keeps that have these words.
    long long kept_with(std::string const& words)
    {
        return asked("select count(*) from pg_prepared_statements where statement like '%" + words +
                     "%' and statement not like '%pg_prepared%'");
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(kept_plans_test)

BOOST_AUTO_TEST_CASE(a_text_is_worth_keeping_when_it_comes_again)
{
    kept_plans plans(10);
    BOOST_TEST(!plans.ask("select 1"));
    BOOST_TEST(plans.ask("select 1").value() == "");
    plans.keep("select 1", plans.next_name());
    BOOST_TEST(plans.ask("select 1").value() == "kept_1");
    BOOST_TEST(!plans.ask("select 2"));
}

BOOST_AUTO_TEST_CASE(what_was_asked_longest_ago_goes_when_there_are_too_many)
{
    kept_plans plans(2);
    for (auto const* text : {"a", "a", "b"})
        plans.ask(text);
    plans.keep("a", plans.next_name());
    BOOST_TEST(!plans.let_go());
    plans.ask("c");
    BOOST_TEST(plans.let_go().value() == "kept_1");
    plans.ask("b");
    plans.ask("d");
    BOOST_TEST(plans.let_go().value() == "", "c was asked once and is not kept");
    BOOST_TEST(plans.ask("b").has_value());
    BOOST_TEST(!plans.ask("a"), "it is new again");
}

BOOST_AUTO_TEST_CASE(what_is_forgotten_is_new_and_gets_another_name)
{
    kept_plans plans(2);
    for (int i = 0; i < 2; ++i)
        plans.ask("a");
    plans.keep("a", plans.next_name());
    plans.forget("a");
    plans.forget("a");
    BOOST_TEST(!plans.ask("a"));
    BOOST_TEST(plans.next_name() == "kept_2");
}

BOOST_FIXTURE_TEST_CASE(a_statement_is_kept_by_the_server_when_it_comes_again, on_a_database)
{
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(asked("select count(*) from counter where name = 'nobody'") == 0);
    if (is_postgresql)
        BOOST_TEST(kept_with("nobody") == 1);
}

BOOST_FIXTURE_TEST_CASE(a_list_whose_values_differ_much_is_not_kept, on_a_database)
{
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(asked(std::string(planned_anew) +
                         "select count(*) from counter where name = 'somebody'") == 0);
    if (is_postgresql)
        BOOST_TEST(kept_with("somebody") == 0);
}

BOOST_FIXTURE_TEST_CASE(many_statements_do_not_fill_the_server, on_a_database)
{
    for (int i = 0; i < 250; ++i)
        for (int again = 0; again < 2; ++again)
            BOOST_TEST(asked("select count(*) from counter where reached = -" +
                             std::to_string(i + 1)) == 0);
    if (is_postgresql)
        BOOST_TEST(kept_with("reached = -") <= 200);
}

BOOST_FIXTURE_TEST_CASE(a_statement_whose_table_was_changed_goes_well_the_next_time, on_a_database)
{
    *sql << "create table changing (held bigint)";
    auto const read = [&] {
        long long held = -1;
        query(*sql, "select c.* from changing c").out(held).each([] {});
        return held;
    };
    *sql << "insert into changing values (7)";
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(read() == 7);
    *sql << "alter table changing add column beside text";
    // As another process does while this one goes on.
    auto const read_or_not = [&]() -> std::optional<long long> {
        try {
            return read();
        } catch (::soci::soci_error const&) {
            return {};
        }
    };
    read_or_not();
    BOOST_TEST(read_or_not().value_or(-1) == 7);
}

BOOST_AUTO_TEST_SUITE_END()
