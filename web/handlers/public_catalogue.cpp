#include "web/handlers/public_catalogue.hpp"

#include "web/handlers/catalogue_view.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/planned_words.hpp"
#include "web/handlers/public_view.hpp"
#include "web/office.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <algorithm>

// The published catalogue for everybody.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace catalogue = workflows::catalogue;
namespace soci = adapters::soci;

/// A catalogue that is published, as it stands.
struct public_catalogue {
    opened_case file;
    soci::kept_catalogue kept;

    catalogue::yearly_catalogue const& content() const
    {
        return *catalogue::content_of(file.file());
    }
};

/// Of the year, or the newest one when `year` is empty.
std::optional<public_catalogue> find_published(visit& v, std::optional<int> year)
{
    auto const organ = v.house.organ_name(v.query("unit"));
    for (auto const& one : published_catalogues(v)) {
        if (year && one.year != *year)
            continue;
        if (!organ.empty() && v.house.organ_name(one.unit) != organ)
            continue;
        if (auto file = open_file(v, one.id); file && catalogue::content_of(file->file()))
            return public_catalogue{std::move(*file), one};
    }
    return {};
}

object public_item(visit const& v, catalogue::yearly_catalogue const& file,
                   catalogue::item const& one)
{
    auto made = details_view(v, one.details);
    made.erase("withheld");
    made["item_number"] = one.number;
    made["added"] = one.by_adjustment;
    made["dropped"] = one.dropped;
    made["completed_on"] = one.completion ? engine::to_text(one.completion->body.completed_on) : "";
    made["completed_words"] = one.completion ? v.words.date(one.completion->body.completed_on) : "";
    made["year"] = file.year;
    return made;
}

array public_items(visit const& v, catalogue::yearly_catalogue const& file, bool dropped)
{
    array made;
    for (auto const& one : file.items)
        if (!one.details.withheld && one.dropped == dropped)
            made.push_back(public_item(v, file, one));
    return made;
}

/// Every year and organ that has one, for the choice at the top.
array others_view(visit& v, soci::kept_catalogue const& shown)
{
    array made;
    for (auto const& one : published_catalogues(v))
        made.push_back(object{
            {"catalogue_href", public_href(one)},
            {"catalogue_words", std::to_string(one.year) + " " + v.house.organ_name(one.unit)},
            {"shown", one.id == shown.id}});
    return made;
}

} // namespace

std::vector<soci::kept_catalogue> published_catalogues(visit& v)
{
    auto all = soci::catalogue_board(*v.records).catalogues();
    std::erase_if(all, [&](soci::kept_catalogue const& one) {
        auto const acts = v.records->acts_of(one.id);
        return std::none_of(acts.begin(), acts.end(), [](engine::act const& act) {
            return act.kind == catalogue::approval::published::kind ||
                   act.kind == catalogue::call::taken_over::kind;
        });
    });
    return all;
}

std::string public_href(soci::kept_catalogue const& of)
{
    return "/public/catalogue/" + std::to_string(of.year) + "?unit=" + of.unit;
}

std::optional<array> public_catalogue_rows(visit& v, int year)
{
    auto const found = find_published(v, year);
    if (!found)
        return {};
    return public_items(v, found->content(), false);
}

answer show_public_catalogue(visit& v)
{
    std::optional<int> year;
    if (auto const& typed = v.place("year"); !typed.empty()) {
        auto const asked = number_in(typed);
        if (!asked || *asked > 9'999)
            return public_not_found(v);
        year = static_cast<int>(*asked);
    }
    auto const found = find_published(v, year);
    if (!found)
        return public_not_found(v);
    auto const& content = found->content();
    answer page{.page = "public_catalogue"};
    page.view["title"] = found->file.file().summary().title;
    page.view["year"] = content.year;
    page.view["organ"] = v.house.organ_name(content.office);
    page.view["publication"] = publication_view(v, content);
    auto items = public_items(v, content, false);
    if (!v.wants_json) // a program gets what was typed
        for (auto& one : items) {
            auto& planned = one.as_object()["planned_meeting"];
            planned = planned_words(v.words, std::string(planned.as_string()), content.year);
        }
    page.view["empty"] = items.empty();
    page.view["items"] = std::move(items);
    auto dropped = public_items(v, content, true);
    page.view["has_dropped"] = !dropped.empty();
    page.view["dropped_items"] = std::move(dropped);
    auto const data = "/public/open-data/catalogue-" + std::to_string(content.year);
    page.view["csv_href"] = data + ".csv?unit=" + content.office;
    page.view["json_href"] = data + ".json?unit=" + content.office;
    page.only_page["others"] = others_view(v, found->kept);
    return page;
}

} // namespace web::handlers
