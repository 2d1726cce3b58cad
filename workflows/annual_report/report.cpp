#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace report {
namespace {

// clang-format off
struct unopened : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct kept     : stage_of_chapter { static constexpr std::string_view name = "kept"; };
struct elsewhere : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "report";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule     at stage   on act      then       only if
    clause<"AR-1",   unopened,  opened,     kept,      admit_if<by<compiler, office>, year_has_begun>>,
    option<"JC-35",  kept,      taken_over, elsewhere, admit_if<by<compiler>, reported_year_is_over, nothing_is_compiled_here, earlier_values_are_readable>>,
    option<"JC-35",  elsewhere, taken_over, elsewhere, admit_if<by<compiler>, earlier_values_are_readable>>
    >;
    // clang-format on
};

} // namespace
} // namespace report

std::unique_ptr<engine::chapter<report_file>> make_report()
{
    return std::make_unique<engine::msm_chapter<report::rules_of_chapter>>();
}

} // namespace workflows::annual_report
