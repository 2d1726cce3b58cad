#ifndef JUECE_ADAPTERS_SOCI_KEPT_SUMS_HPP
#define JUECE_ADAPTERS_SOCI_KEPT_SUMS_HPP

#include "adapters/soci/rows.hpp"
#include "engine/procedure.hpp"

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
    bool operator==(counted_case const&) const = default;
};

/// That a row of case_total as t is of the family :family; there are few rows.
inline constexpr char const* is_sum_of_family =
    "substr(t.shape, 1, length(:family) + 1) = :family || '/'";

/// That a row of task as t is work that waits: a copy to read is none, and in no sum.
inline constexpr char const* is_work = "t.kind <> 'circulation.read'";

/// Keeps the sums that pages show in step with the rows they are made of, in the transaction of
/// the act: of figures, of cases, of waiting tasks. All are kept by level, so that nobody is told a
/// sum with something above the clearance in it. A sum of nothing has no row, since it would tell
/// that there was something.
class kept_sums {
public:
    explicit kept_sums(::soci::session& sql);

    void add_figure(engine::figure const& one, engine::confidentiality level);
    /// What was counted of a case goes over to the sums of another level.
    void move_figures(engine::case_id of, engine::confidentiality from, engine::confidentiality to);

    void add_case(counted_case const& one);
    void take_case(counted_case const& one);

    /// The rows of tasks are there when they are counted: after they came, before they change or
    /// go. Their sums are by the level and the sponsor that the case has at that moment.
    void add_task(engine::case_id of, engine::task const& which);
    void take_task(engine::case_id of, engine::task const& which);
    void add_tasks(engine::case_id of);
    void take_tasks(engine::case_id of);

private:
    void count_case(counted_case const& one, long long sign);
    void count_task(engine::case_id of, engine::task const& which, long long sign);
    void count_tasks(engine::case_id of, long long sign);

    long long sign_ = 0;
    long long case_id_ = 0;
    long long year_ = 0;
    long long value_ = 0;
    long long level_ = 0;
    std::string indicator_;
    counted_case case_;
    task_row task_;

    kept_query add_figure_, move_figures_, drop_figures_, count_case_, drop_cases_, count_task_,
        count_tasks_, drop_tasks_;
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

} // namespace adapters::soci

#endif
