#include "workflows/catalogue/procedure.hpp"

// The main facts for the case page, in the form that web/README.md describes.

namespace workflows::catalogue {
namespace {

namespace json = boost::json;

json::object shown(char const* how, std::string words)
{
    return {{how, std::move(words)}};
}

void add(json::array& rows, char const* label, json::value value)
{
    rows.push_back(json::object{{"label", label}, {"value", std::move(value)}});
}

void add_section(json::array& sections, char const* title, json::array rows)
{
    if (!rows.empty())
        sections.push_back(json::object{{"title", title}, {"rows", std::move(rows)}});
}

json::array of_publication(yearly_catalogue const& file)
{
    json::array rows;
    add(rows, "field.year", shown("text", std::to_string(file.year)));
    if (auto const deadline = deadline_of(file))
        add(rows, "field.catalogue_call.issued.deadline",
            shown("date", engine::to_text(*deadline)));
    if (auto const& before = file.call.taking_over) {
        add(rows, "field.source", shown("text", before->body.source));
        if (before->body.document_number)
            add(rows, "field.document_number", shown("text", *before->body.document_number));
        if (before->body.published_on)
            add(rows, "field.published_on",
                shown("date", engine::to_text(*before->body.published_on)));
    }
    if (auto const& meeting = file.approval.meeting)
        add(rows, "field.meeting",
            json::array{shown("text", meeting->body.meeting_name),
                        shown("date", engine::to_text(meeting->body.met_on))});
    if (auto const& out = file.approval.publication) {
        add(rows, "field.document_number", shown("text", out->body.document_number));
        add(rows, "field.published_on", shown("date", engine::to_text(out->body.published_on)));
        add(rows, "field.address", shown("text", out->body.address));
    }
    return rows;
}

json::array of_items(yearly_catalogue const& file)
{
    json::array rows;
    for (auto const* one : items_in_force(file)) {
        json::array value{
            shown("text", std::to_string(one->number) + ". " + one->details.item_name)};
        if (one->details.lead)
            value.push_back(shown("unit", *one->details.lead));
        if (one->details.planned_meeting)
            value.push_back(shown("text", *one->details.planned_meeting));
        add(rows, "field.catalogue", std::move(value));
    }
    return rows;
}

} // namespace

json::object facts(yearly_catalogue const& file)
{
    json::array sections;
    add_section(sections, "section.catalogue", of_publication(file));
    add_section(sections, "section.catalogue_items", of_items(file));
    return {{"sections", std::move(sections)}};
}

} // namespace workflows::catalogue
