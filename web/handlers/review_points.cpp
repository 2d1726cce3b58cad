#include "web/handlers/review_points.hpp"

#include "web/office.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

std::string line_in(value const& row, std::string_view name)
{
    auto const* members = row.if_object();
    auto const* found = members ? members->if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

array const* list_in(engine::act const& of, std::string_view name)
{
    auto const* found = of.body.if_contains(name);
    return found ? found->if_array() : nullptr;
}

/// The row that answers a point: it has the same words.
value const* answer_to(array const* answers, std::string const& point)
{
    if (!answers)
        return nullptr;
    auto const* found = std::find_if(answers->begin(), answers->end(), [&](value const& one) {
        return line_in(one, "point") == point;
    });
    return found == answers->end() ? nullptr : found;
}

/// Words of a choice; none where nothing was chosen.
std::string chosen(visit const& v, std::string_view vocabulary, std::string const& name)
{
    return name.empty() ? "" : v.words("choice." + std::string(vocabulary) + "." + name);
}

} // namespace

array points_view(visit const& v, engine::act const& opinion, engine::act const* answer)
{
    array made;
    auto const* points = list_in(opinion, "points");
    if (!points)
        return made;
    auto const* answers = answer ? list_in(*answer, "responses") : nullptr;
    for (auto const& one : *points) {
        auto const words = line_in(one, "point");
        auto const* said = answer_to(answers, words);
        made.push_back(
            object{{"point", words},
                   {"weight_words", chosen(v, "severity", line_in(one, "weight"))},
                   {"article", line_in(one, "article")},
                   {"is_answered", said != nullptr},
                   {"outcome_words", said ? chosen(v, "adoption", line_in(*said, "outcome")) : ""},
                   {"reason", said ? line_in(*said, "reason") : ""}});
    }
    return made;
}

} // namespace web::handlers
