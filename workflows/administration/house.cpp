#include "workflows/administration/procedure.hpp"
#include "workflows/administration/tables.hpp"

namespace workflows::administration {
namespace house {
namespace {

// clang-format off
struct unopened : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct kept     : stage_of_chapter { static constexpr std::string_view name = "kept"; };
// clang-format on

struct rules_of_chapter {
    using file = register_of_house;
    static constexpr std::string_view name = "house";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule     at stage  on act         then  only if
    clause<"JC-10",  unopened, opened,        kept, admit_if<by<system_administrator>>>,
    option<"JC-10",  kept,     organ_added,   kept, admit_if<by<system_administrator>, code_is_free, organ_is_known, stands_under_a_higher_level, rule_pack_is_known>>,
    option<"JC-10",  kept,     organ_renamed, kept, admit_if<by<system_administrator>, organ_is_known>>,
    option<"JC-10",  kept,     organ_moved,   kept, admit_if<by<system_administrator>, organ_is_known, stands_under_a_higher_level, rule_pack_is_known>>,
    option<"JC-10",  kept,     organ_closed,  kept, admit_if<by<system_administrator>, organ_is_known, nothing_is_left_in_it>>,
    option<"JC-10",  kept,     unit_added,    kept, admit_if<by<system_administrator>, code_is_free, organ_is_known>>,
    option<"JC-10",  kept,     unit_renamed,  kept, admit_if<by<system_administrator>, unit_is_known>>,
    option<"JC-10",  kept,     unit_closed,   kept, admit_if<by<system_administrator>, unit_is_known, nothing_is_left_in_it>>
    >;
    // clang-format on
};

} // namespace
} // namespace house

std::unique_ptr<engine::chapter<register_of_house>> make_house()
{
    return std::make_unique<engine::msm_chapter<house::rules_of_chapter>>();
}

} // namespace workflows::administration
