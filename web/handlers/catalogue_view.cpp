#include "web/handlers/catalogue_view.hpp"

#include "web/handlers/page_address.hpp"
#include "web/office.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace catalogue = workflows::catalogue;

void add(std::vector<adapters::soci::decision_line>& all, adapters::soci::decision_line one)
{
    if (std::find(all.begin(), all.end(), one) == all.end())
        all.push_back(std::move(one));
}

std::string steps_in_words(visit const& v, std::vector<catalogue::required_step> const& steps)
{
    std::string words;
    for (auto const one : steps) {
        if (!words.empty())
            words += v.words.code() == "zh" ? "、" : ", ";
        words += v.words("choice.required_step." + std::string(engine::name_of(one)));
    }
    return words;
}

void put_date(visit const& v, object& into, std::string const& name, std::optional<engine::day> on)
{
    into[name] = on ? engine::to_text(*on) : "";
    into[name + "_words"] = on ? v.words.date(*on) : "";
}

} // namespace

item_light light_of(item_account const& account)
{
    auto const& one = *account.of;
    if (one.dropped)
        return {"dropped", "grey", "－", "catalogue.light.dropped"};
    if (one.completion)
        return {"done", "done", "✓", "catalogue.light.done"};
    if (one.explanation)
        return {"explained", "grey", "‖", "catalogue.light.explained"};
    if (account.state.awaits_explanation)
        return {"explain", "red", "●", "catalogue.light.explain"};
    if (account.state.is_late)
        return {"late", "red", "●", "catalogue.light.late"};
    if (account.state.awaits_case)
        return {"no_case", "yellow", "▲", "catalogue.light.no_case"};
    return {"on_plan", "green", "■", "catalogue.light.on_plan"};
}

item_account account_of(visit& v, catalogue::yearly_catalogue const& file,
                        catalogue::item const& of, engine::day on)
{
    adapters::soci::catalogue_board board(*v.records);
    item_account made{.of = &of, .decisions = {}, .unknown_decisions = {}, .state = {}};
    for (auto const& number : of.decisions) {
        if (auto found = board.decision(number))
            add(made.decisions, std::move(*found));
        else
            made.unknown_decisions.push_back(number);
    }
    for (auto& one : board.naming(file.year, of.number, of.details.item_name, file.office))
        add(made.decisions, std::move(one));
    made.state = catalogue::state_of(file, of, !made.decisions.empty(), on);
    return made;
}

std::string units_in_words(visit const& v, std::vector<engine::unit_ref> const& units)
{
    std::string words;
    for (auto const& one : units) {
        if (!words.empty())
            words += v.words.code() == "zh" ? "、" : ", ";
        words += v.house.unit_name(one);
    }
    return words;
}

object details_view(visit const& v, catalogue::item_details const& details)
{
    auto const text = [](auto const& optional) {
        return optional ? std::string(*optional) : std::string();
    };
    auto const matter =
        details.matter ? std::string(engine::name_of(*details.matter)) : std::string();
    object made{{"item_name", details.item_name},
                {"content", text(details.content)},
                {"matter", matter},
                {"matter_words", matter.empty() ? "" : v.words("choice.matter_type." + matter)},
                {"lead", text(details.lead)},
                {"lead_name", details.lead ? v.house.unit_name(*details.lead) : ""},
                {"co_sponsors", units_in_words(v, details.co_sponsors)},
                {"cooperating", units_in_words(v, details.cooperating)},
                {"legal_basis", text(details.legal_basis)},
                {"steps", steps_in_words(v, details.steps)},
                {"planned_start", text(details.planned_start)},
                {"planned_consultation", text(details.planned_consultation)},
                {"planned_meeting", text(details.planned_meeting)},
                {"withheld", details.withheld},
                {"also_normative_document", details.also_normative_document},
                {"item_remarks", text(details.item_remarks)}};
    return made;
}

object publication_view(visit const& v, catalogue::yearly_catalogue const& file)
{
    object made{{"any", catalogue::is_published(file)},
                {"document_number", ""},
                {"address", ""},
                {"link", ""},
                {"source", ""},
                {"taken_over", file.call.taking_over.has_value()}};
    std::optional<engine::day> published_on, consented_on;
    if (auto const& out = file.approval.publication) {
        made["document_number"] = out->body.document_number;
        made["address"] = out->body.address;
        published_on = out->body.published_on;
    }
    if (auto const& consent = file.approval.consent)
        consented_on = consent->body.answered_on;
    if (auto const& before = file.call.taking_over) {
        made["document_number"] = before->body.document_number.value_or("");
        made["address"] = before->body.address.value_or("");
        made["source"] = before->body.source;
        published_on = before->body.published_on;
        consented_on = before->body.consented_on;
    }
    // Only an address of the web becomes a link.
    if (std::string const address(made.at("address").as_string()); is_web_address(address))
        made["link"] = address;
    put_date(v, made, "published_on", published_on);
    put_date(v, made, "consented_on", consented_on);
    array adjustments;
    for (auto const& one : file.adjustment.publications) {
        object adjustment{{"document_number", one.body.document_number},
                          {"address", one.body.address}};
        put_date(v, adjustment, "published_on", one.body.published_on);
        adjustments.push_back(std::move(adjustment));
    }
    made["has_adjustments"] = !adjustments.empty();
    made["adjustments"] = std::move(adjustments);
    return made;
}

std::string name_of_request(catalogue::yearly_catalogue const& file,
                            catalogue::adjustment::request const& one)
{
    if (one.body.new_entry)
        return one.body.new_entry->item_name;
    auto const* item =
        one.body.item_number ? catalogue::find_item(file, *one.body.item_number) : nullptr;
    return item ? item->details.item_name : std::string();
}

} // namespace web::handlers
