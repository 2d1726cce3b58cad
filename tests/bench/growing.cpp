#include "tests/bench/growing.hpp"

#include "adapters/demo/demo.hpp"
#include "adapters/demo/demo_reports.hpp"
#include "adapters/soci/dialect.hpp"
#include "adapters/soci/due_days.hpp"
#include "adapters/soci/outbox.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/soci_record.hpp"
#include "tests/bench/case_stream.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/sample_house.hpp"

#include <future>
#include <iostream>
#include <soci/soci.h>
#include <stdexcept>

namespace bench {
namespace {

namespace demo = adapters::demo;
namespace soci = adapters::soci;

/// What acts announced becomes notices, and what is over is swept: as a server does it all the
/// time.
void settle(soci::outbox& announced, engine::instant now)
{
    constexpr long long rows = 20'000;
    while (announced.take_in(now, {}, rows) > 0) {
    }
    while (!announced.sweep(now, {}, rows).is_done) {
    }
}

/// Gives judged acts to the record, as a desk does, many in one transaction.
class entry {
public:
    entry(soci::database& at, engine::law_in_force law)
        : at_(at), law_(law), sql_(at.open_session(soci::access::writing)), record_(*sql_),
          announced_(at)
    {}

    /// Durable when it returns.
    void write(judged_batch const& all)
    {
        store_papers(all.papers, at_.dir(), at_);
        soci::work one(at_, *sql_);
        for (auto const& act : all.acts) {
            if (act.opens)
                open(*act.opens);
            record_.append(act.what, act.then);
        }
        record_.finish();
        one.commit();
    }
    /// The day up to which the house was told has come to its end.
    void end_of_day() { settle(announced_, reached_); }

private:
    /// The record counts cases and numbers itself; what was sealed must be what it counts.
    void open(opened_line const& one)
    {
        auto const& line = one.line;
        auto const year = engine::year_of(engine::legal_day(line.opened_at));
        auto const id = record_.next_case_id();
        auto const number =
            record_.next_number(law_.shapes.find(line.shape)->second.number_prefix, year);
        if (id != line.id || number != line.number)
            throw std::logic_error("the record would number " + line.number + " as " + number);
        record_.open(line, one.hash);
        reached_ = line.opened_at;
    }

    soci::database& at_;
    engine::law_in_force law_;
    std::unique_ptr<::soci::session> sql_;
    soci::soci_record record_;
    soci::outbox announced_;
    engine::instant reached_ = {};
};

/// Says now and then how far it has come.
class progress {
public:
    void add(judged_batch const& all)
    {
        acts_ += static_cast<long long>(all.acts.size());
        auto const now = std::chrono::steady_clock::now();
        if (now - said_ < std::chrono::seconds(20))
            return;
        said_ = now;
        std::cerr << in_words(static_cast<double>(acts_)) << " acts, "
                  << in_words(static_cast<double>(acts_) / took()) << " a second" << std::endl;
    }
    long long acts() const { return acts_; }
    double took() const { return seconds(std::chrono::steady_clock::now() - began_).count(); }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point said_ = began_;
    long long acts_ = 0;
};

engine::case_id newest_case(soci::database const& at)
{
    soci::reader all(at, engine::clearance::of_the_record());
    auto const found = all.list_cases({}, {}, 1);
    return found.rows.empty() ? engine::case_id() : found.rows.front().head.line.id;
}

/// What a server does by itself within minutes, and had ten years for.
void tidy_up(soci::database const& at)
{
    auto const sql = at.open_session(soci::access::writing);
    if (!soci::dialect_of(*sql).takes_stock)
        return;
    *sql << "set statement_timeout = 0";
    *sql << "vacuum (analyze)";
}

double megabytes_of(soci::database const& at)
{
    if (at.where().is_file())
        return static_cast<double>(std::filesystem::file_size(at.file())) / 1e6;
    long long bytes = 0;
    auto const sql = at.open_session(soci::access::reading);
    *sql << "select pg_database_size(current_database())", ::soci::into(bytes);
    return static_cast<double>(bytes) / 1e6;
}

} // namespace

grown grow(growth const& what, engine::law_in_force law)
{
    soci::database at(what.at);
    if (newest_case(at) != engine::case_id())
        throw std::runtime_error(what.at.name() + " holds a record already");
    soci::follow_law(at, law, what.now);
    add_sample_people(at, law, what.now);
    soci::accounts people(at);
    auto seats = demo::officials_of(people);
    auto const organ = people.organs().front();

    case_stream cases(what, law, seats, organ.place, newest_case(at));
    grown made;
    {
        entry into(at, law);
        progress so_far;
        auto next = std::async(std::launch::async, [&] { return cases.next(); });
        for (auto batch = next.get(); !batch.acts.empty(); batch = next.get()) {
            next = std::async(std::launch::async, [&] { return cases.next(); });
            into.write(batch);
            into.end_of_day();
            so_far.add(batch);
        }
        made.acts = so_far.acts();
        made.seconds = so_far.took();
    }
    made.acts += static_cast<long long>(
        demo::add_reports(at, law, seats, {organ.name, organ.place}, what.now));
    soci::outbox announced(at);
    settle(announced, what.now);
    tidy_up(at);
    made.cases = newest_case(at).value;
    made.megabytes = megabytes_of(at);
    return made;
}

std::string in_words(grown const& made)
{
    return in_words(static_cast<double>(made.cases)) + " cases with " +
           in_words(static_cast<double>(made.acts)) + " acts, " + in_words(made.megabytes) +
           " MB; made in " + in_words(made.seconds) + " s, " +
           in_words(static_cast<double>(made.acts) / made.seconds) + " acts/s";
}

} // namespace bench
