#include "workflows/administration/procedure.hpp"
#include "workflows/administration/tables.hpp"

namespace workflows::administration {
namespace people {
namespace {

struct kept : stage_of_chapter {
    static constexpr std::string_view name = "kept";
};

struct rules_of_chapter {
    using file = register_of_house;
    static constexpr std::string_view name = "people";
    using opening = kept;

    // clang-format off
    using text = clauses<
    //      rule     at stage  on act                  then  only if
    option<"JC-10",  kept,     added,                  kept, admit_if<by<system_administrator>, login_is_free>>,
    option<"JC-10",  kept,     name_corrected,         kept, admit_if<by<system_administrator>, person_is_known, concerns_another>>,
    option<"JC-10",  kept,     sign_in_barred,         kept, admit_if<by<system_administrator, security_administrator>, person_is_known, concerns_another, administrators_remain>>,
    option<"JC-10",  kept,     sign_in_restored,       kept, admit_if<by<system_administrator, security_administrator>, person_is_known, concerns_another>>,
    option<"JC-10",  kept,     password_reset_ordered, kept, admit_if<by<system_administrator>, person_is_known, concerns_another, administrators_remain>>,
    option<"JC-22",  kept,     link_handed_out,        kept, admit_if<by<security_administrator>, person_is_known, concerns_another, may_sign_in_now, ordered_by_another>>
    >;
    // clang-format on
};

} // namespace
} // namespace people

std::unique_ptr<engine::chapter<register_of_house>> make_people()
{
    return std::make_unique<engine::msm_chapter<people::rules_of_chapter>>();
}

} // namespace workflows::administration
