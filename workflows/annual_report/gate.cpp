#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace gate {
namespace {

// clang-format off
struct unopened  : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct open      : stage_that_goes_on { static constexpr std::string_view name = "open"; };
struct examined  : stage_that_goes_on { static constexpr std::string_view name = "examined"; };
struct passed    : stage_of_chapter { static constexpr std::string_view name = "passed"; };
struct elsewhere  : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "gate";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //       rule     at stage  on act            then      only if
    follows<"JC-32",  unopened, report::opened,   open>,
    clause <"JC-32",  open,     checked,          examined, due_if<check_is_awaited>, admit_if<by<compiler>>>,
    clause <"JC-32",  examined, checked,          examined, due_if<check_is_awaited>, admit_if<by<compiler>>>,
    clause <"JC-32",  examined, explained,        examined, due_if<findings_are_open>, admit_if<by<compiler>, finding_is_known>>,
    follows<"JC-33",  examined, freezing::frozen, passed>,
    follows<"JC-35",  open,     report::taken_over, elsewhere>
    >;
    // clang-format on
};

} // namespace
} // namespace gate

std::unique_ptr<engine::chapter<report_file>> make_gate()
{
    return std::make_unique<engine::msm_chapter<gate::rules_of_chapter>>();
}

} // namespace workflows::annual_report
