#include "workflows/adviser_file/procedure.hpp"

#include "workflows/fact_section.hpp"

namespace workflows::adviser_file {
namespace {

namespace json = boost::json;

json::object dated(day on)
{
    return shown("date", engine::to_text(on));
}

engine::case_summary summary(engagement_file const& file, std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    if (file.record)
        found.title = file.record->adviser;
    found.unit = file.unit;
    found.phase = file.ending ? "adviser_left" : "adviser_engaged";
    found.closed = file.ending.has_value();
    return found;
}

section of_engagement(engagement_file const& file)
{
    section made("section.engagement");
    if (!file.record)
        return made;
    auto const& body = *file.record;
    made.add("field.engagement.recorded.adviser", shown("text", body.adviser));
    made.add("field.adviser_kind_is", choice(body.adviser_kind_is));
    if (body.firm)
        made.add("field.firm", shown("text", *body.firm));
    if (body.practising_since)
        made.add("field.practising_since", dated(*body.practising_since));
    made.add("field.selection_is", choice(body.selection_is));
    made.add("section.term", json::array{dated(file.from), dated(file.until)});
    if (body.contract_number)
        made.add("field.contract_number", shown("text", *body.contract_number));
    if (body.curriculum)
        made.add("field.curriculum", shown("text", *body.curriculum));
    if (file.ending)
        made.add("field.ending_is",
                 json::array{choice(file.ending->ending_is), dated(file.ending->last_day),
                             shown("text", file.ending->reason)});
    return made;
}

section of_assessments(engagement_file const& file)
{
    section made("section.assessments");
    for (auto const& one : file.assessments)
        made.add("field.assessed_year",
                 json::array{shown("text", std::to_string(one.assessed_year)), choice(one.grade_is),
                             shown("text", one.assessment)});
    for (auto const& one : file.failings)
        made.add("field.failing_is", json::array{choice(one.failing_is), dated(one.happened_on),
                                                 shown("text", one.remarks)});
    return made;
}

json::object facts(engagement_file const& file)
{
    json::array sections;
    of_engagement(file).into(sections);
    of_assessments(file).into(sections);
    return {{"sections", std::move(sections)}};
}

engine::procedure_parts<engagement_file> const& parts()
{
    static engine::procedure_parts<engagement_file> const all{
        .chapters = {make_engagement},
        .bars = [](engine::question<engagement_file> const&,
                   std::string_view) { return engine::verdict(); },
        .remember = [](engagement_file&, engine::act const&) {},
        .summary = summary,
        .figures = [](engagement_file const&, engine::act const&,
                      engine::working_days const&) { return std::vector<engine::figure>(); },
        .time_limits =
            [](engagement_file const&, engine::rules const&, engine::circumstances const&) {
                return std::vector<engine::limit_terms>();
            },
        .outlook = [](engagement_file const&, engine::rules const&,
                      engine::circumstances const&) { return std::vector<engine::milestone>(); },
        .facts = facts};
    return all;
}

} // namespace

engine::procedure_shape shape()
{
    return {.name = shape_name,
            .opening_kind = std::string(engagement::recorded::kind),
            .number_prefix = "GW",
            .make = [](std::string const& place) -> std::unique_ptr<engine::procedure> {
                return std::make_unique<engine::case_procedure<engagement_file>>(parts(), place);
            }};
}

} // namespace workflows::adviser_file
