#ifndef JUECE_ADAPTERS_SOCI_KEPT_CASE_HPP
#define JUECE_ADAPTERS_SOCI_KEPT_CASE_HPP

#include "adapters/soci/rows.hpp"
#include "engine/desk.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <string>
#include <utility>
#include <vector>

namespace adapters::soci {

/// What an act names: (hash, seq).
using named_document = std::pair<std::string, long long>;

/// A published act, as lists of the public show it.
using kept_notice = std::pair<long long, workflows::major_decision::public_notice>;

/// Reads what is kept of one case after another, to be held against its acts. Asks each table for
/// the case alone: with a second condition SQLite chose the tasks of the whole sponsor.
class kept_case {
public:
    explicit kept_case(::soci::session& sql);

    /// Rows under another sponsor, or of another kind of matter, than their case are on lists where
    /// nobody looks for them: they are left out.
    std::vector<engine::waiting_task> tasks_of(case_entry const& kept);
    std::vector<kept_notice> notices_of(case_entry const& kept);

    std::vector<std::string> parts_of(engine::case_id id);
    std::vector<engine::figure> figures_of(engine::case_id id);
    std::vector<std::pair<long long, engine::passage>> passages_of(engine::case_id id);
    std::vector<named_document> documents_of(engine::case_id id);
    /// What was sent in, by number of the opinion.
    std::vector<std::pair<long long, std::string>> opinions_of(engine::case_id id);

private:
    long long id_ = 0;
    long long seq_ = 0;
    long long year_ = 0;
    long long value_ = 0;
    std::string unit_;
    std::string matter_;
    std::string received_at_;
    std::string name_; ///< a part, an indicator, a path, a hash, a kind
    std::string words_;
    std::string from_;
    std::string until_;
    task_row task_;
    kept_query tasks_, notices_, parts_, figures_, passages_, documents_, opinions_;
};

} // namespace adapters::soci

#endif
