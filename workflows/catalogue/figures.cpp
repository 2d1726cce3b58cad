#include "workflows/catalogue/procedure.hpp"

// What each act counts for, in the year of the catalogue. DEC.catalogue_items is the number of
// entries in force: an adjustment adds what it adds and takes away what it drops. The rate of those
// completed on time is DEC.catalogue_on_time by DEC.catalogue_items.

namespace workflows::catalogue {

std::vector<engine::figure> figures(yearly_catalogue const& file, engine::act const& what,
                                    engine::working_days const&)
{
    std::vector<engine::figure> all;
    auto const count = [&](char const* indicator, long long value) {
        if (value != 0)
            all.push_back({.indicator = indicator, .year = file.year, .value = value});
    };
    if (what.kind == approval::published::kind || what.kind == call::taken_over::kind)
        count("DEC.catalogue_items", static_cast<long long>(items_in_force(file).size()));
    if (what.kind == adjustment::published::kind) {
        auto const& change = file.adjustment.last_change;
        count("DEC.catalogue_added", change.added);
        count("DEC.catalogue_removed", change.dropped);
        count("DEC.catalogue_items", change.added - change.dropped);
    }
    if (what.kind == items::completed::kind)
        for (auto const& one : file.items)
            if (one.completion && one.completion->seq == what.seq) {
                count("DEC.catalogue_completed", 1);
                count("DEC.catalogue_on_time", is_on_time(file, one) ? 1 : 0);
            }
    return all;
}

} // namespace workflows::catalogue
