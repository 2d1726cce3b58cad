#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace freezing {
namespace {

// clang-format off
struct unopened   : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct open       : stage_that_goes_on { static constexpr std::string_view name = "open"; };
struct fixed      : stage_of_chapter { static constexpr std::string_view name = "fixed"; };
struct elsewhere  : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "freezing";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //       rule     at stage  on act          then   only if
    follows<"JC-33",  unopened, report::opened, open>,
    clause <"JC-33",  open,     frozen,         fixed, admit_if<by<compiler>, answers_are_settled, record_is_checked, year_is_over, cut_off_is_over, figures_are_those_on_file>>,
    option <"JC-33",  fixed,    restated,       fixed, admit_if<by<compiler>, restates_a_frozen_value>>,
    follows<"JC-35",  open,     report::taken_over, elsewhere>
    >;
    // clang-format on
};

} // namespace
} // namespace freezing

std::unique_ptr<engine::chapter<report_file>> make_freezing()
{
    return std::make_unique<engine::msm_chapter<freezing::rules_of_chapter>>();
}

} // namespace workflows::annual_report
