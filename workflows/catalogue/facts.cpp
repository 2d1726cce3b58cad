#include "workflows/catalogue/procedure.hpp"
#include "workflows/fact_section.hpp"

namespace workflows::catalogue {
namespace {

namespace json = boost::json;

section of_publication(yearly_catalogue const& file)
{
    section made("section.catalogue");
    made.add("field.year", shown("text", std::to_string(file.year)));
    if (auto const deadline = deadline_of(file))
        made.add("field.catalogue_call.issued.deadline", dated(*deadline));
    if (auto const nothing = units_with_nothing(file); !nothing.empty()) {
        json::array units;
        for (auto const& one : nothing)
            units.push_back(shown("unit", one));
        made.add("field.nil_reports", std::move(units));
    }
    if (auto const& before = file.call.taking_over) {
        made.add("field.source", shown("text", before->body.source));
        made.add_text("field.document_number", before->body.document_number);
        if (before->body.published_on)
            made.add("field.published_on", dated(*before->body.published_on));
    }
    if (auto const& meeting = file.approval.meeting)
        made.add("field.meeting", json::array{shown("text", meeting->body.meeting_name),
                                              dated(meeting->body.met_on)});
    if (auto const& out = file.approval.publication) {
        made.add("field.document_number", shown("text", out->body.document_number));
        made.add("field.published_on", dated(out->body.published_on));
        made.add("field.address", shown("text", out->body.address));
    }
    return made;
}

section of_items(yearly_catalogue const& file)
{
    section made("section.catalogue_items");
    for (auto const* one : items_in_force(file)) {
        json::array value{
            shown("text", std::to_string(one->number) + ". " + one->details.item_name)};
        if (one->details.lead)
            value.push_back(shown("unit", *one->details.lead));
        if (one->details.planned_meeting)
            value.push_back(shown("text", *one->details.planned_meeting));
        made.add("field.catalogue", std::move(value));
    }
    return made;
}

} // namespace

json::object facts(yearly_catalogue const& file)
{
    json::array sections;
    of_publication(file).into(sections);
    of_items(file).into(sections);
    return {{"sections", std::move(sections)}};
}

} // namespace workflows::catalogue
