#include "adapters/soci/due_days.hpp"

#include "adapters/soci/derived_rows.hpp"
#include "adapters/soci/rebuild.hpp"
#include "engine/law_edition.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace adapters::soci {
namespace {

/// So many cases in one transaction: acts of other writers wait no longer than that.
constexpr std::size_t cases_a_step = 500;

/// By what the tasks of a record were derived.
struct basis {
    std::string calendar;
    std::string edition;
    bool operator==(basis const&) const = default;
};

basis basis_of_tasks(::soci::session& sql)
{
    basis last;
    query(sql, "select fingerprint, edition from calendar_in_force order by id desc limit 1")
        .out(last.calendar)
        .out(last.edition)
        .one();
    return last;
}

std::vector<engine::case_line> cases_that_wait(::soci::session& sql)
{
    case_row row;
    std::vector<engine::case_line> lines;
    query find(sql, std::string("select ") + case_row::columns +
                        " from case_file c where exists"
                        " (select 1 from task t where t.case_id = c.id) order by c.id");
    row.out_of(find);
    find.each([&] { lines.push_back(row.to_head().line); });
    return lines;
}

/// The waiting tasks of one case, each as the acts and the calendar want it.
class reckoning {
public:
    reckoning(::soci::session& sql, engine::law_in_force law)
        : sql_(sql), law_(law), write_(sql), list_(sql, list_sql)
    {
        row_.out_of(list_.in("id", id_));
    }

    /// How many tasks moved.
    long long reckon(engine::case_line const& line)
    {
        engine::derived now;
        try {
            now = engine::derive(line, acts_of(sql_, line.id), law_);
        } catch (engine::replay_fault const& e) {
            spdlog::error("case {} does not replay, its limits stay as they are: {}", line.number,
                          e.what());
            return 0;
        }
        id_ = line.id.value;
        std::vector<engine::task> kept;
        list_.each([&] { kept.push_back(row_.to_task()); });
        long long moved = 0;
        for (auto const& should : now.tasks) {
            auto const same = std::find_if(kept.begin(), kept.end(), [&](engine::task const& one) {
                return is_same_task(one, should.what);
            });
            if (same != kept.end() && *same != should.what) {
                write_.change_task(line.id, should.what);
                ++moved;
            }
        }
        return moved;
    }

    /// Before the commit of what was reckoned.
    void finish() { write_.write_sums(); }

private:
    static inline std::string const list_sql =
        std::string("select ") + task_row::columns + " from task t where t.case_id = :id";

    ::soci::session& sql_;
    engine::law_in_force law_;
    derived_rows write_;
    long long id_ = 0;
    task_row row_;
    kept_query list_;
};

void note(::soci::session& sql, basis const& by, engine::instant now, moved_limits const& done)
{
    std::string const since = engine::to_text(now);
    query(sql, "insert into calendar_in_force (fingerprint, edition, since, cases, moved)"
               " values (:fingerprint, :edition, :since, :cases, :moved)")
        .in("fingerprint", by.calendar)
        .in("edition", by.edition)
        .in("since", since)
        .in("cases", done.cases)
        .in("moved", done.tasks)
        .run();
}

} // namespace

std::optional<moved_limits> follow_law(database& at, engine::law_in_force law, engine::instant now)
{
    // Of several processes that start with another law one moves the tasks, and the others find
    // them moved.
    auto const gate = at.open_session(access::writing);
    sole_chore const mine(*gate, chore::calendar);
    auto const sql = at.open_session(access::writing);
    return faults_as_ours([&]() -> std::optional<moved_limits> {
        basis const today{law.days.fingerprint(), engine::law_edition(law)};
        auto const before = basis_of_tasks(*sql);
        if (before == today)
            return {};
        if (before.edition != today.edition) {
            auto const rebuilt = rebuild(at, law);
            moved_limits const all{rebuilt.cases, 0};
            work only(at, *sql);
            note(*sql, today, now, all);
            only.commit();
            spdlog::info("tasks and figures follow the law as it is now: {} cases", all.cases);
            return all;
        }
        auto const lines = cases_that_wait(*sql);
        moved_limits done;
        reckoning each(*sql, law);
        for (std::size_t from = 0; from < lines.size(); from += cases_a_step) {
            work step(at, *sql);
            auto const until = std::min(lines.size(), from + cases_a_step);
            for (auto i = from; i < until; ++i)
                done.tasks += each.reckon(lines[i]);
            each.finish();
            step.commit();
        }
        done.cases = static_cast<long long>(lines.size());
        work last(at, *sql);
        note(*sql, today, now, done);
        last.commit();
        spdlog::info("limits follow the holiday list: {} cases, {} tasks moved", done.cases,
                     done.tasks);
        return done;
    });
}

} // namespace adapters::soci
