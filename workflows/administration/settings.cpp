#include "workflows/administration/numbering.hpp"
#include "workflows/administration/procedure.hpp"
#include "workflows/administration/tables.hpp"

namespace workflows::administration {
namespace settings {
namespace {

struct kept : stage_of_chapter {
    static constexpr std::string_view name = "kept";
};

struct rules_of_chapter {
    using file = register_of_house;
    static constexpr std::string_view name = "settings";
    using opening = kept;

    // clang-format off
    using text = clauses<
    //      rule     at stage  on act           then  only if
    option<"JC-23",  kept,     came_into_force, kept, admit_if<by<system_administrator>, entered_at_the_machine>>,
    option<"JC-10",  kept,     numbering_set,   kept, admit_if<by<system_administrator>, numbered_unit_is_known, numbered_act_is_known, mark_is_without_a_number>>
    >;
    // clang-format on
};

} // namespace
} // namespace settings

std::unique_ptr<engine::chapter<register_of_house>> make_settings()
{
    return std::make_unique<engine::msm_chapter<settings::rules_of_chapter>>();
}

} // namespace workflows::administration
