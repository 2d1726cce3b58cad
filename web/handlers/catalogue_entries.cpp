#include "web/handlers/catalogue_entries.hpp"

#include "adapters/soci/catalogue_board.hpp"
#include "web/office.hpp"
#include "workflows/catalogue/procedure.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace catalogue = workflows::catalogue;

/// Calls back with the catalogues that a decision may be in, the newest first.
template <class Use>
void each_catalogue(visit const& v, opened_case const& decision, Use use)
{
    if (!v.records)
        return;
    adapters::soci::catalogue_board board(*v.records);
    auto const this_year = engine::year_of(v.today());
    for (auto const year : {this_year, this_year - 1}) {
        auto const kept = board.find(year, decision.record.entry.summary.unit);
        auto const file = kept ? open_file(v, kept->id) : std::nullopt;
        auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
        if (content)
            use(year, *content);
    }
}

bool carries_out(opened_case const& decision, catalogue::item const& entry)
{
    auto const& linked = entry.decisions;
    return entry.details.item_name == decision.record.entry.summary.title ||
           std::find(linked.begin(), linked.end(), decision.line().number) != linked.end();
}

/// What an entry asks of a decision, in the words of the form that starts one.
object row_of(int year, catalogue::item const& entry)
{
    object row{{"year", year}, {"item", entry.details.item_name}};
    for (auto const step : entry.details.steps)
        switch (step) {
        case catalogue::required_step::participation:
        case catalogue::required_step::experts:
        case catalogue::required_step::risk:
        case catalogue::required_step::hearing:
        case catalogue::required_step::fair_competition:
            row[engine::name_of(step)] = true;
            break;
        case catalogue::required_step::legality_review:
        case catalogue::required_step::collective_decision:
            break; // of every decision
        }
    return row;
}

} // namespace

known_values entries_to_choose(visit const& v, opened_case const& decision)
{
    known_values known;
    each_catalogue(v, decision, [&](int year, catalogue::yearly_catalogue const& content) {
        auto const entries = catalogue::items_in_force(content);
        if (entries.empty())
            return;
        auto const of = std::to_string(year);
        known["year"].emplace_back(of, of);
        for (auto const* one : entries)
            known["item"].emplace_back(one->details.item_name, of + "-" +
                                                                   std::to_string(one->number) +
                                                                   " " + one->details.item_name);
    });
    return known;
}

array entries_of(visit const& v, opened_case const& decision)
{
    array rows;
    each_catalogue(v, decision, [&](int year, catalogue::yearly_catalogue const& content) {
        for (auto const* one : catalogue::items_in_force(content))
            if (carries_out(decision, *one))
                rows.push_back(row_of(year, *one));
    });
    return rows;
}

} // namespace web::handlers
