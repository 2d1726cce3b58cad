#include "workflows/administration/procedure.hpp"
#include "workflows/administration/tables.hpp"
#include "workflows/body_on_file.hpp"

namespace workflows::administration {
namespace substitutions {
namespace {

struct kept : stage_of_chapter {
    static constexpr std::string_view name = "kept";
};

struct rules_of_chapter {
    using file = register_of_house;
    static constexpr std::string_view name = "substitutions";
    using opening = kept;

    // clang-format off
    using text = clauses<
    //      rule     at stage  on act  then  only if
    option<"JC-11",  kept,     set,    kept, admit_if<by<government_office, security_administrator>, appointment_is_known, substitute_is_known, set_by_a_third, days_are_in_order, nothing_is_back_dated, seat_has_no_substitute, roles_go_together, sides_are_apart>>,
    option<"JC-11",  kept,     ended,  kept, admit_if<by<government_office, security_administrator>, substitution_is_known, nothing_is_back_dated>>
    >;
    // clang-format on
};

} // namespace
} // namespace substitutions

std::unique_ptr<engine::chapter<register_of_house>> make_substitutions()
{
    return std::make_unique<engine::msm_chapter<substitutions::rules_of_chapter>>();
}

std::vector<engine::news> told_of_substitutions(register_of_house const& file,
                                                engine::act const& what)
{
    auto const to = [&](std::string_view login) {
        return engine::seat{{}, {}, {number_of_person(file, login)}};
    };
    if (what.kind == substitutions::set::kind) {
        auto const body = body_on_file<substitutions::set>(what);
        auto const* seat = find_appointment(file, body.appointment);
        return {{"substitutions", "news.substitution_set", to(body.substitute), body.until},
                {"substitutions", "news.replaced", to(seat->login), body.until}};
    }
    if (what.kind == substitutions::ended::kind) {
        auto const body = body_on_file<substitutions::ended>(what);
        if (auto const* one = find_appointment(file, body.substitution))
            return {{"substitutions", "news.substitution_ended", to(one->login), body.last_day},
                    {"substitutions", "news.replaced_ended", to(one->in_place_of), body.last_day}};
    }
    return {};
}

} // namespace workflows::administration
