#ifndef JUECE_ADAPTERS_SOCI_KEPT_SUMS_HPP
#define JUECE_ADAPTERS_SOCI_KEPT_SUMS_HPP

#include "adapters/soci/rows.hpp"
#include "engine/procedure.hpp"

#include <map>
#include <string>

namespace adapters::soci {

/// What a case is counted by.
struct counted_case {
    std::string unit;
    std::string shape;
    std::string phase;
    long long closed = 0;
    long long opened_in = 0;
    long long level = 0;
    auto operator<=>(counted_case const&) const = default;
};

/// What the figures of a case are summed by.
struct figures_by {
    std::string organ;
    std::string family;
    long long level = 0;
    auto operator<=>(figures_by const&) const = default;
};

/// That a row of case_total as t is of the family :family; there are few rows.
inline constexpr char const* is_sum_of_family =
    "substr(t.shape, 1, length(:family) + 1) = :family || '/'";

/// That a row of task as t is work that waits, of which each act is counted once: a copy to read is
/// none, and what another seat stands for is in its row. Neither is in a sum.
inline constexpr char const* is_work = "t.leads = 1 and t.kind <> 'circulation.read'";

/// Keeps the sums that pages show in step with the rows they are made of, in the transaction of
/// the act: of figures, of cases, of waiting tasks. All are kept by level, so that nobody is told a
/// sum with something above the clearance in it. A sum of nothing has no row, since it would tell
/// that there was something.
class kept_sums {
public:
    explicit kept_sums(::soci::session& sql);

    void add_figure(engine::figure const& one, figures_by const& of);
    /// What was counted of a case goes over to the sums of another level or organ.
    void move_figures(engine::case_id of, figures_by const& from, figures_by const& to);

    void add_case(counted_case const& one);
    void take_case(counted_case const& one);

    /// A task as its row has it: as it came, and as it was before it changed or went. The sums are
    /// by the level and the sponsor that the case has at that moment.
    void add_task(task_row const& one, counted_case const& of);
    void take_task(task_row const& one, counted_case const& of);
    /// All tasks of a case, whose rows are there.
    void add_tasks(engine::case_id of);
    void take_tasks(engine::case_id of);

    /// Writes what was added and taken since the last time; in its transaction, before the commit.
    /// Many acts move the same few sums, and what one adds the next may take.
    void write();

private:
    /// A row of task with what its sums are by.
    struct counted_task {
        std::string chapter, unit, due, sponsor;
        long long in_working_days = 0, stopped = 0, level = 0;
        void out_of(query& from);
    };
    struct task_sum {
        long long span = 0;
        std::string period, sponsor, chapter, unit;
        long long in_working_days = 0, level = 0;
        auto operator<=>(task_sum const&) const = default;
    };
    struct figure_sum {
        long long year = 0;
        std::string indicator;
        figures_by of;
        auto operator<=>(figure_sum const&) const = default;
    };
    struct figure_change {
        long long value = 0, figures = 0;
    };

    void count_row(task_row const& one, counted_case const& of, long long sign);
    void count_task(long long sign);
    void write_figures();
    void write_cases();
    void write_tasks();

    std::map<figure_sum, figure_change> figures_;
    std::map<counted_case, long long> cases_;
    std::map<task_sum, long long> tasks_;

    long long case_id_ = 0;
    counted_task counted_;
    figure_sum figure_sum_;
    figure_change figure_change_;
    counted_case case_sum_;
    task_sum task_sum_;
    long long change_ = 0;

    kept_query change_figure_, drop_figures_, figures_of_case_, change_case_, drop_cases_,
        tasks_of_case_, change_task_, drop_tasks_;
};

/// A table of sums beside the rows they are made of.
struct compared_sums {
    long long sums = 0;
    long long wrong = 0; ///< sums that are not those of the rows, missing or too many
};
compared_sums compare_case_totals(::soci::session& sql);
compared_sums compare_task_totals(::soci::session& sql);

/// Writes the sums of cases and of tasks anew, from the rows.
void recount_cases_and_tasks(::soci::session& sql);

/// Cases and sums of figures follow their units, where these came to other organs.
void follow_units(::soci::session& sql);

} // namespace adapters::soci

#endif
