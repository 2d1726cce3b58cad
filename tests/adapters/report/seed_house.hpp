#ifndef JUECE_TESTS_ADAPTERS_REPORT_SEED_HOUSE_HPP
#define JUECE_TESTS_ADAPTERS_REPORT_SEED_HOUSE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/report/report_shelf.hpp"
#include "tests/adapters/record_context.hpp"
#include "tests/adapters/whole_law.hpp"

#include <boost/json.hpp>

namespace tests {

/// A figure of the report that a district published: what has to come out again.
struct seed_figure {
    std::string indicator;
    std::string value;
    std::string unit;
    std::string rounded;
    std::string note;
    std::string last_year;
    std::string asked_of; ///< empty: it follows from others
    std::string fragment; ///< of the sentence it stands in
};

/// The report of 2021 from its opening to its publication, entered as acts through the clerk under
/// the built-in law and rights.
class seed_house {
public:
    static constexpr int year = 2021;
    static constexpr char const* organ = "高要区";

    seed_house();

    engine::law_in_force law() const;
    adapters::report::compiled_report compiled();
    std::vector<engine::act> acts();

    std::vector<seed_figure> const& figures() const { return figures_; }
    adapters::report::indicators const& dictionary() const { return dictionary_; }
    adapters::report::report_template const& form() const { return form_; }
    adapters::soci::database& record() { return db_; }
    std::filesystem::path scratch() const { return dir_ / "scratch"; }

    /// Submits as somebody of that role and unit; gives the ruling.
    adapters::soci::outcome submit(std::string const& kind, boost::json::object body,
                                   std::string const& role, std::string const& unit,
                                   std::string const& on);
    /// The same; fails the test with the grounds when it is not admitted.
    void enter(std::string const& kind, boost::json::object body, std::string const& role,
               std::string const& unit, std::string const& on);
    void freeze(std::string const& on, std::string const& cut_off);

private:
    void tell();

    scratch_dir dir_;
    scratch_database base_;
    whole_law built_in_;
    adapters::soci::database db_{base_.at(dir_.path())};
    adapters::soci::clerk clerk_;
    adapters::report::indicators dictionary_;
    adapters::report::report_template form_;
    std::vector<seed_figure> figures_;
    engine::case_id on_ = {};
    int acts_ = 0;
};

/// One for all tests that change nothing.
seed_house& gaoyao();

/// The sentences of a report, each with the indicators that stand in it.
std::vector<std::pair<std::string, std::set<std::string>>>
sentences(adapters::report::report_text const& text);

} // namespace tests

#endif
