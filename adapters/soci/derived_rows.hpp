#ifndef JUECE_ADAPTERS_SOCI_DERIVED_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_DERIVED_ROWS_HPP

#include "adapters/soci/rows.hpp"
#include "engine/desk.hpp"

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
    void open_task(engine::case_id on, engine::waiting_task const& what);
    /// Another day or limit for a task that goes on waiting.
    void change_task(engine::case_id on, engine::task const& what);
    void close_task(engine::case_id on, engine::task const& what);
    /// `level`: of its case.
    void count(engine::figure const& one, engine::confidentiality level);
    /// What was counted of a case goes over to the sums of another level.
    void move_totals(engine::case_id of, engine::confidentiality from, engine::confidentiality to);
    void note_documents(engine::act const& by);
    void note_words(engine::case_id on, long long seq, engine::passage const& what);
    /// Who needs to know of a secret case; of another one nobody is noted.
    void note_parts(engine::case_id on, engine::case_summary const& summary);
    /// Notes an act that makes something public.
    void note_publication(engine::act const& by);

private:
    struct case_values {
        long long id = 0;
        long long version = 0;
        long long closed = 0;
        long long level = 0;
        std::string last_hash, title, unit, matter, phase, stages, changed_at;
    };
    struct figure_values {
        long long case_id = 0;
        long long seq = 0;
        long long year = 0;
        long long value = 0;
        long long level = 0;
        std::string indicator;
    };

    case_values case_;
    long long task_of_ = 0;
    task_row task_;
    long long since_ = 0;
    std::string received_at_;
    figure_values figure_;
    long long moved_of_ = 0;
    long long moved_level_ = 0;
    long long moved_sign_ = 0;
    std::string hash_;
    long long used_on_ = 0;
    long long used_by_ = 0;
    engine::passage passage_;
    std::string part_;

    std::string kind_;
    std::string from_day_;
    std::string until_day_;

    query rewrite_case_, open_task_, change_task_, close_task_, add_figure_, add_total_,
        move_totals_, drop_empty_totals_, add_use_, add_passage_, add_notice_, drop_parts_,
        add_part_;
};

} // namespace adapters::soci

#endif
