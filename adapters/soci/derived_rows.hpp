#ifndef JUECE_ADAPTERS_SOCI_DERIVED_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_DERIVED_ROWS_HPP

#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/word_index.hpp"
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
    /// Tasks of the case that was rewritten last.
    void open_task(engine::case_id on, engine::waiting_task const& what);
    void close_task(engine::case_id on, engine::task const& what);
    /// Another day or limit, or another seat that leads, of a task that goes on waiting, of any
    /// case.
    void change_task(engine::case_id on, engine::task const& what);
    /// A figure of the case that was rewritten last.
    void count(engine::figure const& one);
    /// Which documents an act names, and what it says of their levels.
    void note_documents(engine::act const& by);
    void note_words(engine::case_id on, long long seq, engine::passage const& what);
    /// Who has a part in the case that was rewritten last: whom its procedure names, and units of
    /// other organs.
    void note_parts(engine::case_id on, engine::case_summary const& summary);
    /// Moves the sums by what all acts of a transaction changed; once, before its commit.
    void write_sums();
    /// Makes the words of all acts of a transaction findable; once, before its commit.
    void index_words();
    /// Notes an act that makes something public.
    void note_publication(engine::act const& by);
    /// The line of a legal matter in its register, and who advised by an act.
    void note_registers(engine::act const& by);

private:
    /// A case as lists find and count it; most acts leave it as it was.
    struct listing {
        std::string organ; ///< of the unit
        std::string number;
        long long version = 0; ///< 0: not listed yet
        std::string title;
        std::string matter;
        std::string stands_for;
        counted_case counted;
        bool operator==(listing const&) const = default;
    };
    struct figure_values {
        long long case_id = 0;
        long long seq = 0;
        long long year = 0;
        long long value = 0;
        std::string indicator;
    };

    /// A line of the register of legal matters.
    struct matter_values {
        long long received_in = 0;
        long long amount = 0;
        std::string received_on, counterparty, basis, amount_state;
    };
    /// Who advised by an act, and as what.
    struct adviser_values {
        std::string adviser, part;
        long long year = 0;
    };

    void relist(engine::case_id which);
    static figures_by summed_by(listing const& one);
    void note_matter(engine::act const& by);
    void note_advisers(engine::act const& by);

    kept_sums sums_;
    word_index words_;
    long long case_id_ = 0;
    listing before_;
    listing now_;
    long long version_ = 0;
    std::string last_hash_;
    std::string stages_;
    std::string changed_at_;
    long long task_of_ = 0;
    task_row task_;
    task_row was_;       ///< as its row had it
    counted_case moved_; ///< the case of one that changes
    long long since_ = 0;
    std::string received_at_;
    figure_values figure_;
    std::string hash_;
    long long document_level_ = 0;
    long long used_on_ = 0;
    long long used_by_ = 0;
    engine::passage passage_;
    std::string part_;
    std::string new_unit_;
    std::string new_organ_;
    std::string foreign_unit_;
    matter_values matter_;
    adviser_values advised_;
    std::string kind_;
    std::string from_day_;
    std::string until_day_;

    kept_query read_listing_, move_case_, relist_case_, move_tasks_, move_notices_, open_task_,
        read_task_, change_task_, close_task_, add_figure_, add_use_, set_level_, add_passage_,
        add_notice_, drop_parts_, add_part_, add_foreign_unit_, add_matter_, move_matter_,
        change_amount_, add_adviser_;
};

} // namespace adapters::soci

#endif
