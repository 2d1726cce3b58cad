#ifndef JUECE_ADAPTERS_SOCI_DERIVED_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_DERIVED_ROWS_HPP

#include "adapters/soci/rows.hpp"
#include "engine/procedure.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// Writes what is derived from acts: lists, tasks, figures, totals, uses of documents. The record
/// writes with it act by act, rebuild() case by case.
class derived_rows {
public:
    explicit derived_rows(::soci::session& sql);

    /// What lists show of a case, after its last act.
    void rewrite_case(engine::act const& last, engine::case_summary const& summary,
                      std::vector<engine::chapter_stage> const& stages);
    void open_task(engine::case_id on, engine::task const& what);
    void close_task(engine::case_id on, engine::task const& what);
    void count(engine::figure const& one);
    void note_documents(engine::act const& by);
    /// Notes an act that makes something public.
    void note_publication(engine::act const& by);

private:
    struct case_values {
        long long id = 0;
        long long version = 0;
        long long closed = 0;
        std::string last_hash, title, unit, matter, phase, stages, changed_at;
    };
    struct figure_values {
        long long case_id = 0;
        long long seq = 0;
        long long year = 0;
        long long value = 0;
        std::string indicator;
    };

    case_values case_;
    long long task_of_ = 0;
    task_row task_;
    figure_values figure_;
    std::string hash_;
    long long used_on_ = 0;
    long long used_by_ = 0;

    std::string kind_;
    std::string from_day_;
    std::string until_day_;

    query add_notice_;
    query rewrite_case_, open_task_, close_task_, add_figure_, add_total_, add_use_;
};

} // namespace adapters::soci

#endif
