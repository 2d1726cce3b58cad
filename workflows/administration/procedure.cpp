#include "workflows/administration/procedure.hpp"

#include "engine/tabled_chapter.hpp"

template class engine::tabled_chapter<workflows::administration::register_of_house>;

namespace workflows::administration {
namespace {

engine::procedure_parts<register_of_house> const& parts()
{
    static engine::procedure_parts<register_of_house> const all{
        .chapters = {make_house, make_people, make_appointments, make_substitutions, make_settings},
        .summary =
            [](register_of_house const& file, std::vector<engine::chapter_stage> const&) {
                engine::case_summary found;
                found.title = file.title;
                found.phase = "administration";
                found.level = engine::confidentiality::administration;
                return found;
            },
        .tell = told_of_substitutions,
        .facts = [](register_of_house const&) { return boost::json::object(); }};
    return all;
}

} // namespace

engine::procedure_shape shape(std::shared_ptr<engine::rights const> entitled,
                              std::set<std::string> places)
{
    return {.name = shape_name,
            .opening_kind = std::string(house::opened::kind),
            .number_prefix = "GL",
            .make = [entitled = std::move(entitled),
                     places = std::make_shared<std::set<std::string> const>(std::move(places))](
                        std::string const& place) -> std::unique_ptr<engine::procedure> {
                register_of_house empty;
                empty.entitled = entitled;
                empty.places = places;
                return std::make_unique<engine::case_procedure<register_of_house>>(
                    parts(), place, std::move(empty));
            },
            .is_sole = true};
}

} // namespace workflows::administration
