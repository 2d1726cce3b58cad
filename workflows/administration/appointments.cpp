#include "workflows/administration/procedure.hpp"
#include "workflows/administration/tables.hpp"

namespace workflows::administration {
namespace appointments {
namespace {

struct kept : stage_of_chapter {
    static constexpr std::string_view name = "kept";
};

struct rules_of_chapter {
    using file = register_of_house;
    static constexpr std::string_view name = "appointments";
    using opening = kept;

    // clang-format off
    using text = clauses<
    //      rule     at stage  on act       then  only if
    option<"JC-10",  kept,     made,        kept, admit_if<by<security_administrator>, person_is_known, concerns_another, role_and_unit_are_known, days_are_in_order, post_fits_the_organ, is_not_held_already, roles_go_together, sides_are_apart>>,
    option<"JC-10",  kept,     ended,       kept, admit_if<by<security_administrator>, appointment_is_known, concerns_another, nothing_is_back_dated, administrators_remain>>,
    option<"JC-10",  kept,     handed_over, kept, admit_if<by<security_administrator>, person_is_known, concerns_another, successor_is_another, nothing_is_back_dated, administrators_remain, roles_go_together, sides_are_apart>>
    >;
    // clang-format on
};

} // namespace
} // namespace appointments

std::unique_ptr<engine::chapter<register_of_house>> make_appointments()
{
    return std::make_unique<engine::msm_chapter<appointments::rules_of_chapter>>();
}

} // namespace workflows::administration
