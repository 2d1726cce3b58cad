#ifndef JUECE_WEB_HANDLERS_OFFERED_NUMBER_HPP
#define JUECE_WEB_HANDLERS_OFFERED_NUMBER_HPP

#include "adapters/soci/numbering.hpp"
#include "engine/body.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/opened_case.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace web::handlers {

/// Whether an act has a field for the number of its paper or file: `fields` of it, or null.
bool brings_number(std::vector<engine::field> const* fields);

/// What the next act under a rule of the house numbers: a paper (发文字号) or, where the act has a
/// field for it, a file of the archive (档号). `fields`: of the act; null where nobody knows them.
/// `retention`: what a file's number says of how long it is kept; empty: nothing.
std::string number_after_last(adapters::soci::numbering const& series,
                              adapters::soci::numbering_rule const& rule, int year,
                              std::vector<engine::field> const* fields,
                              std::string_view retention = {});

/// The number that the form of an act proposes where the house has a rule for whoever acts, as a
/// body; empty elsewhere. It stays to be changed.
boost::json::object offered_number(visit const& v, opened_case const& file, std::string_view kind);

/// Whether a form that archives a decision sends the number that was proposed to it, but says that
/// the file is kept for another time than the number does: whoever chose the time typed no number.
bool sends_number_of_another_term(pairs const& sent, typed_form const& typed);

/// Puts the next number of the time that was chosen in its place, where the house has a rule.
void take_number_of_term(visit const& v, typed_form& typed);

/// The next number of a decision's file for each time that files are kept, to be read beside the
/// number in the forms that archive it or correct the number; empty elsewhere and where the house
/// has no rule.
std::string next_file_numbers(visit const& v, std::string_view kind);

} // namespace web::handlers

#endif
