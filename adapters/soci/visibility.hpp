#ifndef JUECE_ADAPTERS_SOCI_VISIBILITY_HPP
#define JUECE_ADAPTERS_SOCI_VISIBILITY_HPP

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/narrowing.hpp"
#include "engine/confidentiality.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adapters::soci {

/// What of the record somebody may see, as conditions of a question: all cases up to a level, of
/// the families that they know, in their organ (JC-8, JC-18, JC-19), and beside these the cases in
/// which they have a part (JC-17). The same as `engine::clearance::covers`.
class visibility {
public:
    visibility(engine::clearance const& who, dialect const& kind);

    /// That a row of case_file is visible; `table` is its name or alias. `family`: of all rows that
    /// are asked for, where the question names it, so that what does not bear on it is left out.
    std::string of_case(std::string const& table, std::string_view family = {}) const;
    /// That the case is visible whose number stands in a column. Few cases are hidden from most
    /// people: looking those up once is cheaper than joining every row of a long table with its
    /// case.
    std::string is_visible(std::string const& case_id) const;
    /// That something in a visible case is of a level that somebody may not see; the names are
    /// those of the columns with its level and its case.
    std::string hides(std::string const& level, std::string const& case_id) const;

    /// That a row of figure_total counts what is visible.
    std::string of_figures() const;
    /// That a row of task_total as t counts what is visible.
    std::string of_tasks() const;
    /// Beside the rows of such sums, row by row what is visible without being in them. `rows` is a
    /// select with a where.
    std::string or_known(std::string const& rows, std::string const& case_id) const;
    /// case_total as t, as far as it is visible, and one by one the cases beside it.
    std::string sums_of_cases() const;

    /// Binds what the conditions name; this outlives the query.
    void into(query& to) const;
    /// Narrows to the visible rows of case_file as c.
    void narrow(narrowing& to, std::string_view family = {}) const;
    /// Of an organ that has few among many, the cases of a family lead to the rows of a list, whose
    /// cases' ids stand in a column.
    void lead_from_organ(::soci::session& sql, narrowing& to, std::string const& id,
                         std::string const& family) const;
    /// Narrows rows with the number of a case to those of visible cases; see is_visible().
    void narrow_by_number(narrowing& to, std::string const& case_id) const;

private:
    void bind(narrowing& to, std::string const& condition) const;
    bool knows_some() const { return !parts_.empty() || !personal_.empty() || !units_.empty(); }
    /// Visible without a part; empty: nothing is.
    std::string free_of(std::string const& table, std::string_view family) const;
    std::string family_is_known(std::string const& column, std::string const& level,
                                std::string const& known) const;
    /// The numbers of the cases that are visible, and not without a part.
    std::string known_cases() const;
    std::string known_cases(std::string const& parts, std::string const& condition) const;
    /// The numbers of the cases in which somebody has a part as secret cases want it.
    std::string cases_with_part() const;
    std::string names_of(char const* prefix, std::vector<std::string> const& parts);

    // Numbers of levels stand in the text: a plan that is kept knows how few cases are above one.
    std::string level_;
    std::string up_to_;
    std::string sieve_; ///< keeps SQLite, which estimates nothing, from the index of levels
    std::string organ_;
    // families as lists of texts for SQL; empty: there is none
    std::string hidden_; ///< of which nothing is known without a part, or only what is open
    std::string when_open_;
    std::vector<std::string> hidden_names_;
    std::vector<std::string> when_open_names_;
    bool are_few_hidden_ = true;
    std::string chapters_hidden_;
    // the names of the parameters that parts are bound to, as lists
    std::string parts_;
    std::string personal_;
    std::string units_;
    std::vector<std::pair<std::string, std::string>> texts_;
};

} // namespace adapters::soci

#endif
