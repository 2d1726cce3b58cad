#ifndef JUECE_ADAPTERS_DEMO_SCENE_READING_HPP
#define JUECE_ADAPTERS_DEMO_SCENE_READING_HPP

#include "adapters/demo/model_acts.hpp"
#include "engine/offer.hpp"

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

// What the models read from the acts before: members of the last body of a kind, documents, names.

namespace adapters::demo {

using boost::json::array;
using boost::json::object;
using std::chrono::days;

object const* body_of(scene const& at, std::string_view kind);
boost::json::value const* member(object const* body, std::string_view name);
std::string text_in(object const* body, std::string_view name);
bool flag_in(object const* body, std::string_view name);
array list_in(object const* body, std::string_view name);
engine::day day_in(object const* body, std::string_view name, engine::day otherwise);
boost::json::value document_in(scene const& at, std::string_view kind, std::string_view name);
std::string date(engine::day on);
object doc(scene const& at, std::string const& name, std::string const& words);
array docs(scene const& at, std::string const& name, std::string const& words);
long long drafts(scene const& at);
boost::json::value current_draft(scene const& at);
boost::json::value current_explanation(scene const& at);
std::string draft_words(scene const& at, long long version, std::string_view change);
std::string person(scene const& at, long long number);
std::vector<std::string> people(scene const& at, long long from, std::size_t how_many);
/// As people, without those who acted in the case or argued as experts.
std::vector<std::string> people_from_outside(scene const& at, long long from, std::size_t how_many);
/// A name for each of these seats: of those who hold them, each once, and invented where nobody
/// does or no role is said. A seat without a unit is any of that role.
std::vector<std::string> people_in_seats(scene const& at, long long from,
                                         std::vector<engine::seat> const& seats);
/// The number of whoever has the turn among those who hold a role; 0: nobody does.
long long holder(scene const& at, std::string_view role, long long turn);

} // namespace adapters::demo

#endif
