#include "adapters/soci/dialect.hpp"
#include "adapters/soci/query.hpp"
#include "tests/adapters/record_context.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

using namespace adapters::soci;

namespace {

struct context : tests::fresh_record {
    std::unique_ptr<::soci::session> sql = db.open_session(access::writing);
    std::string name;
    kept_query add{*sql, "insert into counter (name, reached) values (:name, 1)"};

    context() { add.in("name", name); }

    void tell(std::string const& what)
    {
        name = what;
        add.send();
    }
    /// In the session of the changes.
    long long how_many()
    {
        long long found = 0;
        query(*sql, "select count(*) from counter where name like 'told%'").out(found).one();
        return found;
    }
    /// In another one.
    long long kept() { return number("select count(*) from counter where name like 'told%'"); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(piped_session_test, context)

BOOST_AUTO_TEST_CASE(what_was_told_is_there_when_something_is_asked)
{
    work step(db, *sql);
    for (int i = 0; i < 3; ++i)
        tell("told " + std::to_string(i));
    BOOST_TEST(how_many() == 3);
    tell("told more");
    step.commit();
    BOOST_TEST(kept() == 4);
}

BOOST_AUTO_TEST_CASE(more_may_be_told_than_is_answered_at_once)
{
    work step(db, *sql);
    for (int i = 0; i < 2'000; ++i)
        tell("told " + std::to_string(i) + std::string(2'000, 'x'));
    step.commit();
    BOOST_TEST(kept() == 2'000);
}

BOOST_AUTO_TEST_CASE(a_change_that_fails_is_a_fault_of_the_commit_at_the_latest)
{
    auto const twice = [&] {
        work step(db, *sql);
        tell("told");
        tell("told");
        tell("told after it");
        step.commit();
    };
    BOOST_CHECK_THROW(faults_as_ours(twice), storage_fault);
    BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(a_change_that_fails_is_a_fault_of_the_next_question)
{
    auto const asked = [&] {
        work step(db, *sql);
        tell("told");
        tell("told");
        return how_many();
    };
    BOOST_CHECK_THROW(faults_as_ours(asked), storage_fault);
    BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(after_a_rollback_the_session_goes_on)
{
    {
        work given_up(db, *sql);
        tell("told");
        tell("told in vain");
    }
    BOOST_TEST(kept() == 0);
    work step(db, *sql);
    tell("told");
    BOOST_TEST(how_many() == 1);
    step.commit();
    BOOST_TEST(kept() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
