#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace narrative {
namespace {

// clang-format off
struct unopened  : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct writing   : stage_that_goes_on { static constexpr std::string_view name = "writing"; };
struct agreed    : stage_of_chapter { static constexpr std::string_view name = "agreed"; };
struct elsewhere  : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "narrative";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //       rule     at stage  on act                then     only if
    follows<"AR-4",   unopened, report::opened,       writing>,
    clause <"AR-4",   writing,  written,              writing, due_if<text_is_awaited>, admit_if<by<compiler, office>, remarks_on_placeholders>>,
    follows<"AR-4",   writing,  release::approved,    agreed>,
    follows<"JC-33",  agreed,   freezing::restated,   writing>,
    follows<"JC-35",  writing,  report::taken_over,   elsewhere>
    >;
    // clang-format on
};

} // namespace
} // namespace narrative

std::unique_ptr<engine::chapter<report_file>> make_narrative()
{
    return std::make_unique<engine::msm_chapter<narrative::rules_of_chapter>>();
}

} // namespace workflows::annual_report
