#ifndef JUECE_WORKFLOWS_CATALOGUE_YEARLY_CATALOGUE_HPP
#define JUECE_WORKFLOWS_CATALOGUE_YEARLY_CATALOGUE_HPP

#include "workflows/catalogue/adjustment.hpp"
#include "workflows/catalogue/approval.hpp"
#include "workflows/catalogue/call.hpp"
#include "workflows/catalogue/items.hpp"
#include "workflows/catalogue/public_proposals.hpp"
#include "workflows/catalogue/screening.hpp"

#include <vector>

namespace workflows::catalogue {

/// The facts gathered from the acts of one year's catalogue: what conditions ask.
struct yearly_catalogue {
    int year = 0;
    std::string office; ///< the unit that set it up
    call::facts call;
    screening::facts screening;
    approval::facts approval;
    adjustment::facts adjustment;
    items::facts progress;
    public_proposals::facts public_proposals;
    std::vector<item> items; ///< numbered from 1; empty before the organ adopts them
};

/// True once the catalogue was published, here or before it was taken over.
bool is_published(yearly_catalogue const& file);
/// True if it was closed at the year's end.
bool is_closed(yearly_catalogue const& file);
/// The day after the catalogue's year has begun.
bool year_is_over(yearly_catalogue const& file, day today);
/// True if an entry that holds has that name.
bool has_item_named(yearly_catalogue const& file, std::string const& name);

/// An act with what conditions need to know of its entry.
template <class Body>
entered<Body> on_file(Body const& body, engine::act const& what)
{
    return major_decision::entered_on(0, body, what);
}

} // namespace workflows::catalogue

#endif
