#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace collection {
namespace {

// clang-format off
struct unopened  : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct gathering : stage_that_goes_on { static constexpr std::string_view name = "gathering"; };
struct settled   : stage_of_chapter { static constexpr std::string_view name = "settled"; };
struct elsewhere  : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "collection";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //       rule     at stage   on act            then       only if
    follows<"JC-31",  unopened,  report::opened,   gathering>,
    clause <"JC-31",  gathering, asked,            gathering, due_if<nobody_was_asked>, admit_if<by<compiler>, indicators_are_free, answer_day_is_to_come>>,
    clause <"JC-31",  gathering, answered,         gathering, due_if<answers_are_awaited>, admit_if<by<asked_unit>, was_asked, values_are_readable>>,
    clause <"JC-31",  gathering, accepted,         gathering, due_if<answers_wait>, admit_if<by<compiler>, was_answered, did_not_answer>>,
    option <"JC-31",  gathering, sent_back,        gathering, admit_if<by<compiler>, was_answered>>,
    option <"JC-31",  gathering, waived,           gathering, admit_if<by<compiler>, is_still_open>>,
    follows<"JC-33",  gathering, freezing::frozen, settled>,
    follows<"JC-35",  gathering, report::taken_over, elsewhere>
    >;
    // clang-format on
};

} // namespace
} // namespace collection

std::unique_ptr<engine::chapter<report_file>> make_collection()
{
    return std::make_unique<engine::msm_chapter<collection::rules_of_chapter>>();
}

} // namespace workflows::annual_report
