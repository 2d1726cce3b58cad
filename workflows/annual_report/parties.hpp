#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_PARTIES_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/annual_report/report_file.hpp"

// Who compiles, answers, checks and decides, as seats. The names are keys "party.<name>".

namespace workflows::annual_report {

/// Compiles the report.
struct compiler {
    static constexpr std::string_view name = "compiler";
    static std::vector<engine::seat> seats(report_file const&) { return {{"report_compiler", ""}}; }
};

/// Clerk, head or secretary of a unit that was asked and whose answer is not taken yet.
struct asked_unit {
    static constexpr std::string_view name = "asked_unit";
    static std::vector<engine::seat> seats(report_file const& file)
    {
        std::vector<engine::seat> all;
        std::set<std::string> units;
        for (auto const& one : file.asked)
            if (one.takes_answers() && units.insert(one.unit).second) {
                all.push_back({"sponsor_clerk", one.unit});
                all.push_back({"department_head", one.unit});
                all.push_back({"office_secretary", one.unit}); // the office keeps figures, too
            }
        return all;
    }
};

/// The office of the government.
struct office {
    static constexpr std::string_view name = "office";
    static std::vector<engine::seat> seats(report_file const&)
    {
        return {{"office_secretary", ""}};
    }
};

/// The head of the government.
struct head {
    static constexpr std::string_view name = "head";
    static std::vector<engine::seat> seats(report_file const&)
    {
        return {{"head_of_government", ""}};
    }
};

} // namespace workflows::annual_report

#endif
