#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace report {
namespace {

// clang-format off
struct unopened : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct kept     : stage_of_chapter { static constexpr std::string_view name = "kept"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "report";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule     at stage  on act  then  only if
    clause<"AR-1",   unopened, opened, kept, admit_if<by<compiler, office>, year_has_begun>>
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
