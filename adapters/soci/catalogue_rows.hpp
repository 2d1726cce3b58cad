#ifndef JUECE_ADAPTERS_SOCI_CATALOGUE_ROWS_HPP
#define JUECE_ADAPTERS_SOCI_CATALOGUE_ROWS_HPP

#include "adapters/soci/query.hpp"
#include "engine/act.hpp"

#include <string>
#include <utility>
#include <vector>

namespace adapters::soci {

/// Writes what acts say of entries of a catalogue and of decisions (catalogue_mention).
class catalogue_rows {
public:
    explicit catalogue_rows(::soci::session& sql);

    void note_mentions(engine::act const& by);

private:
    long long case_id_ = 0;
    long long seq_ = 0;
    long long position_ = 0;
    long long year_ = 0;
    std::string item_;
    std::string decision_;
    kept_query add_;
};

/// A mention in words, and the act that makes it; to compare what is kept with the acts.
using noted_mention = std::pair<std::string, long long>;
std::vector<noted_mention> mentions_of(std::vector<engine::act> const& acts);
std::vector<noted_mention> mentions_kept(::soci::session& sql, engine::case_id id);

} // namespace adapters::soci

#endif
