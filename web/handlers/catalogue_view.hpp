#ifndef JUECE_WEB_HANDLERS_CATALOGUE_VIEW_HPP
#define JUECE_WEB_HANDLERS_CATALOGUE_VIEW_HPP

#include "adapters/soci/catalogue_board.hpp"
#include "web/visit.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"

#include <boost/json.hpp>
#include <string>
#include <vector>

// What the pages of a catalogue say of its entries, for officials and for everybody.

namespace web::handlers {

/// An entry with the decisions that carry it out, linked here or naming it themselves.
struct item_account {
    workflows::catalogue::item const* of = nullptr;
    std::vector<adapters::soci::decision_line> decisions;
    std::vector<std::string> unknown_decisions; ///< linked numbers that no visible case has
    workflows::catalogue::item_state state;
};

/// How an entry stands on a day: a code for filters, and a light.
struct item_light {
    char const* code; ///< "late", "explain", "no_case", "on_plan", "done", "explained", "dropped"
    char const* colour;
    char const* shape;
    char const* words; ///< key "catalogue.light.<code>"
};
item_light light_of(item_account const& account);

/// Of one entry; looks its decisions up.
item_account account_of(visit& v, workflows::catalogue::yearly_catalogue const& catalogue,
                        workflows::catalogue::item const& of, engine::day on);

/// What an entry says, as it is shown in a table.
boost::json::object details_view(visit const& v, workflows::catalogue::item_details const& details);
/// "甲、乙".
std::string units_in_words(visit const& v, std::vector<engine::unit_ref> const& units);
/// The published document and what came before it: number, day, address, meeting, consent.
boost::json::object publication_view(visit const& v,
                                     workflows::catalogue::yearly_catalogue const& catalogue);

/// What a request is about: the entry as it is to stand, or as it stands.
std::string name_of_request(workflows::catalogue::yearly_catalogue const& catalogue,
                            workflows::catalogue::adjustment::request const& one);

} // namespace web::handlers

#endif
