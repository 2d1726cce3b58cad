#ifndef JUECE_WEB_HANDLERS_CATALOGUE_CHOICES_HPP
#define JUECE_WEB_HANDLERS_CATALOGUE_CHOICES_HPP

#include "web/form_view.hpp"
#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// The proposals, entries, requests and decisions that an act on a catalogue names by their
/// numbers, and the entries that a decision is started for, as lists to choose from; empty for
/// every other act. On the page of an entry those of that entry.
known_values catalogue_choices(visit const& v, opened_case const& file, std::string_view kind);

/// The rows of an act that judges what came in one by one: each of them, as it is most often
/// judged. Empty for every other act.
boost::json::object rows_to_judge(opened_case const& file, std::string_view kind);

} // namespace web::handlers

#endif
