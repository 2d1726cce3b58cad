#include "web/handlers/points_to_answer.hpp"

#include "workflows/legal_matter/handling.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/normative_document/review.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using engine::say;

namespace law = workflows::major_decision;
namespace review = law::legality_review;
namespace handling = workflows::legal_matter::handling;
namespace document_review = workflows::normative_document::review;

using points = std::vector<points_to_answer::point>;

std::string line_in(value const& row, std::string_view name)
{
    auto const* members = row.if_object();
    auto const* found = members ? members->if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

array const* list_in(object const& body, std::string_view name)
{
    auto const* found = body.if_contains(name);
    return found ? found->if_array() : nullptr;
}

object* input_named(array& inputs, std::string_view path)
{
    for (auto& one : inputs)
        if (one.at("path").as_string() == path)
            return &one.as_object();
    return nullptr;
}

/// A list in the last act of that kind.
array const* list_in_last(opened_case const& file, std::string_view kind, std::string_view name)
{
    auto const& acts = file.record.acts;
    auto const last = std::find_if(acts.rbegin(), acts.rend(),
                                   [&](engine::act const& one) { return one.kind == kind; });
    return last == acts.rend() ? nullptr : list_in(last->body, name);
}

engine::text of_opinion(std::size_t number)
{
    return say("第{1}条意见", number);
}
engine::text of_item(std::size_t number)
{
    return say("第{1}项材料", number);
}

points_to_answer items_asked_for_by(opened_case const& file, std::string_view demand)
{
    points_to_answer made{
        .list = "supplied", .named = "wanted", .row_label = of_item, .points = {}};
    if (auto const* missing = list_in_last(file, demand, "missing"))
        for (auto const& one : *missing)
            if (one.is_string())
                made.points.push_back({std::string(one.get_string()), "", ""});
    return made;
}

points points_of_the_review(opened_case const& file)
{
    points made;
    auto const* written = list_in_last(file, review::concluded::kind, "points");
    if (!written)
        return made;
    for (auto const& one : *written) {
        auto const weight = line_in(one, "weight");
        made.push_back({line_in(one, "point"), weight.empty() ? "" : "choice.severity." + weight,
                        line_in(one, "article")});
    }
    return made;
}

points points_of_experts(opened_case const& file)
{
    points made;
    for (auto const& one : law::advice_to_answer(file.file())) {
        std::string names;
        for (auto const& name : one.experts)
            names += (names.empty() ? "" : "、") + name;
        made.push_back({one.point, "", std::move(names)});
    }
    return made;
}

} // namespace

array points_to_answer::rows() const
{
    array made;
    for (auto const& one : points)
        made.push_back(object{{named, one.words}});
    return made;
}

void points_to_answer::put_into(object& body) const
{
    auto made = rows();
    if (auto const* typed = list_in(body, list))
        for (auto& row : made) {
            auto const same = std::find_if(typed->begin(), typed->end(), [&](value const& one) {
                return line_in(one, named) == line_in(row, named);
            });
            if (same != typed->end())
                row = *same;
        }
    body[list] = std::move(made);
}

void points_to_answer::show_in(visit const& v, array& inputs) const
{
    auto* shown = input_named(inputs, list);
    if (!shown)
        return;
    auto& rows = shown->at("rows").as_array();
    if (rows.size() > points.size())
        rows.resize(points.size());
    // What adds rows to a list has none to add here.
    (*shown)["is_rows"] = false;
    (*shown)["is_group"] = true;
    array groups;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto group = *shown;
        auto const number = "[" + std::to_string(i) + "]";
        group["path"] = list + number;
        group["id"] = std::string(shown->at("id").as_string()) + "-" + std::to_string(i) + "-";
        group["label"] = v.words(row_label(i + 1));
        for (auto const* key : {"mark", "hint", "error"})
            group[key] = "";
        group["rows"] = array();
        group["fields"] = std::move(rows[i].at("fields"));
        auto* words = input_named(group.at("fields").as_array(), list + number + "." + named);
        if (!words)
            return;
        (*words)["is_line"] = false;
        (*words)["is_given"] = true;
        (*words)["mark"] = "";
        auto const& one = points[i];
        auto hint = one.weight.empty() ? "" : v.words(std::string_view(one.weight));
        if (!hint.empty() && !one.source.empty())
            hint += v.words("words.semicolon");
        (*words)["hint"] = hint + one.source;
        groups.push_back(std::move(group));
    }
    (*shown)["rows"] = array();
    (*shown)["fields"] = std::move(groups);
}

std::optional<points_to_answer> points_answered_by(opened_case const& file, std::string_view kind)
{
    points_to_answer made{
        .list = "responses", .named = "point", .row_label = of_opinion, .points = {}};
    if (kind == review::responded::kind)
        made.points = points_of_the_review(file);
    if (kind == law::experts::reported::kind)
        made.points = points_of_experts(file);
    if (kind == review::supplemented::kind)
        made = items_asked_for_by(file, review::supplement_requested::kind);
    if (kind == document_review::supplemented::kind)
        made = items_asked_for_by(file, document_review::supplement_asked::kind);
    if (kind == handling::supplement_given::kind)
        made = items_asked_for_by(file, handling::supplement_asked::kind);
    return made.points.empty() ? std::nullopt : std::optional(std::move(made));
}

} // namespace web::handlers
