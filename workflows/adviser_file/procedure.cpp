#include "workflows/adviser_file/procedure.hpp"

#include "engine/part.hpp"
#include "workflows/fact_section.hpp"

namespace workflows::adviser_file {
namespace {

namespace json = boost::json;

engine::case_summary summary(engagement_file const& file, std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    if (file.record) {
        found.title = file.record->adviser;
        found.known_to = {engine::part_by_name("legal_adviser", file.record->adviser)};
    }
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
    made.add_text("field.firm", body.firm);
    if (body.practising_since)
        made.add("field.practising_since", dated(*body.practising_since));
    made.add("field.selection_is", choice(body.selection_is));
    made.add("section.term", json::array{dated(file.from), dated(file.until)});
    made.add_text("field.contract_number", body.contract_number);
    made.add_text("field.curriculum", body.curriculum);
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
        .chapters = {make_engagement}, .summary = summary, .facts = facts};
    return all;
}

} // namespace

engine::procedure_shape shape()
{
    return {.name = shape_name,
            .opening_kind = std::string(engagement::recorded::kind),
            .number_prefix = "GW",
            .make = engine::cases_of(parts())};
}

} // namespace workflows::adviser_file
