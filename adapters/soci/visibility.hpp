#ifndef JUECE_ADAPTERS_SOCI_VISIBILITY_HPP
#define JUECE_ADAPTERS_SOCI_VISIBILITY_HPP

#include "adapters/soci/narrowing.hpp"
#include "engine/confidentiality.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// What of the record somebody may see, as conditions of a question (JC-8, JC-17): all cases up to
/// a level, and above it those in which they have a part.
class visibility {
public:
    explicit visibility(engine::clearance const& who);

    /// That a row of case_file is visible; `table` is its name or alias.
    std::string of_case(std::string const& table) const;
    /// To be put behind a column with the number of a case. Few cases are hidden from anybody:
    /// looking them up once is cheaper than joining every row of a long table with its case.
    std::string not_hidden() const;
    /// Beside a sum that is kept by level, row by row what is visible above it: to be put behind a
    /// select of sums with `t.level <= :level`. `rows` is a select with a where.
    std::string or_known(std::string const& rows, std::string const& case_id) const;
    /// case_total as t, as far as it is visible, and one by one the cases above the level.
    std::string sums_of_cases() const;

    /// Binds what the conditions name; this outlives the query.
    void into(query& to) const;
    /// Narrows to the visible rows of case_file as c.
    void narrow(narrowing& to) const;
    /// Narrows rows with the number of a case to those of visible cases; see not_hidden().
    void narrow(narrowing& to, std::string const& case_id) const;

private:
    void bind(narrowing& to) const;
    bool knows_some() const { return !parts_.empty(); }
    /// The cases above the level that are visible all the same; none: nothing above it is.
    std::string known_cases() const;

    long long level_ = 0;
    std::vector<std::string> parts_;
    std::vector<std::string> names_; ///< of the parameters that the parts are bound to
};

} // namespace adapters::soci

#endif
