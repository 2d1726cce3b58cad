#ifndef JUECE_WEB_HANDLERS_PUBLIC_PROPOSAL_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_PROPOSAL_HPP

#include "web/visit.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"

#include <boost/json/array.hpp>
#include <string>

namespace web::handlers {

/// Of those who work with what the public proposes, who sees who proposed it and what came with it:
/// the office, and the unit that studies it.
bool handles_proposal(visit const& v, workflows::catalogue::yearly_catalogue const& content,
                      workflows::catalogue::public_proposals::account const& so_far);

/// The page of a proposal by what a decision calls it (workflows::proposal_name); empty where there
/// is no such catalogue that may be seen.
std::string proposal_href(visit const& v, std::string const& name);

/// The decisions that say they came from the proposal of that name, the newest first. Asks the
/// record.
boost::json::array decisions_of_proposal(visit const& v, std::string const& name);

} // namespace web::handlers

#endif
