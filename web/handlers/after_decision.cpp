#include "web/handlers/after_decision.hpp"

#include "web/handlers/last_body.hpp"
#include "web/office.hpp"
#include "workflows/major_decision/adjustment.hpp"
#include "workflows/major_decision/archive.hpp"
#include "workflows/major_decision/evaluation.hpp"
#include "workflows/major_decision/execution.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace law = workflows::major_decision;

/// As often as decisions mostly ask for a report; the law asks for one and names no time.
constexpr int months_between_reports = 6;

object naming_the_unit(opened_case const& file)
{
    if (auto const named = last_body<law::execution::unit_named>(file)) {
        object body{{"executor", std::string(named->executor)},
                    {"tasks", std::string(named->tasks)}};
        if (named->due_on)
            body["due_on"] = engine::to_text(*named->due_on);
        return body;
    }
    if (auto const started = last_body<law::intake::start_decided>(file))
        return {{"executor", std::string(started->lead)}};
    return {};
}

object reporting(visit const& v, opened_case const& file)
{
    // A report that would come when execution ends is none beside the completion, which then waits
    // with that day as its limit.
    auto const named = last_body<law::execution::unit_named>(file);
    auto const next = engine::add_months(v.today(), months_between_reports);
    if (named && named->due_on && next < *named->due_on)
        return {{"next_report_on", engine::to_text(next)}};
    return {};
}

/// A row for each kind of people who take part, their names left to be written.
object group_to_name(visit const& v, opened_case const& file)
{
    using kind = law::evaluation::group_member_kind;
    auto const& here = v.house.with().law.book.in_force(file.file().summary().place, file.on);
    auto const steps = here.list(law::evaluation_steps);
    bool const with_scholars = std::find(steps.begin(), steps.end(), "group") != steps.end();
    array rows;
    for (auto const one :
         {kind::congress_deputy, kind::consultative_member, kind::scholar, kind::organisation})
        if (one != kind::scholar || with_scholars)
            rows.push_back(object{{"kind", engine::name_of(one)}});
    return {{"members", std::move(rows)}};
}

/// A row for the first part of which nothing is on file.
object bringing_papers(opened_case const& file)
{
    for (auto const& line : law::archive_checklist(file.file()))
        if (line.required && !line.on_file)
            return {{"parts", array{object{{"part", engine::name_of(line.part)}}}}};
    return {};
}

object deciding_as_proposed(opened_case const& file)
{
    if (auto const proposal = last_body<law::adjustment::proposed>(file))
        return {{"decision", std::string(proposal->what)}};
    return {};
}

template <class Body>
object number_in(Body const& filed)
{
    return {{"archive_number", filed.archive_number},
            {"retention", engine::name_of(filed.retention)}};
}

object number_as_it_stands(opened_case const& file)
{
    if (auto const corrected = last_body<law::archive::number_corrected>(file))
        return number_in(*corrected);
    auto const filed = last_body<law::archive::archived>(file);
    return filed ? number_in(*filed) : object();
}

} // namespace

object body_after_decision(visit const& v, opened_case const& file, std::string_view kind)
{
    if (kind == law::execution::unit_named::kind)
        return naming_the_unit(file);
    if (kind == law::execution::reported::kind)
        return reporting(v, file);
    if (kind == law::evaluation::planned::kind)
        return group_to_name(v, file);
    if (kind == law::evaluation::followed_up::kind)
        return {{"by_unit", v.actor().unit}};
    if (kind == law::adjustment::minor_decided::kind)
        return deciding_as_proposed(file);
    if (kind == law::archive::part_filed::kind)
        return bringing_papers(file);
    if (kind == law::archive::number_corrected::kind)
        return number_as_it_stands(file);
    return {};
}

} // namespace web::handlers
