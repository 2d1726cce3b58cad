#include "web/handlers/sheet_answer.hpp"

#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

namespace web::handlers {
namespace {

using engine::say;

response file_response(std::string bytes, std::string const& type, std::string const& name)
{
    response made;
    made.body = std::move(bytes);
    made.with("Content-Type", type)
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(name))
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
    return made;
}

} // namespace

void add_notes(visit& v, adapters::sheet::sheet& to, std::string const& filters, bool cut)
{
    auto const count = static_cast<long long>(to.rows.size());
    auto const& who = *v.session;
    if (cut)
        to.title += v.words(say("（前{1}行）", count));
    to.notes_title = v.words("export.notes");
    to.notes = {
        {v.words("export.list"), to.title},
        {v.words("export.rows"),
         cut ? v.words(say("{1}（清单更长，只导出前{1}行，请缩小筛选范围）", count))
             : std::to_string(count)},
        {v.words("export.filters"), filters.empty() ? v.words("export.unfiltered") : filters},
        {v.words("export.by"), v.house.unit_name(who.as.unit) + " " + who.who.name},
        {v.words("export.at"), v.words.moment(v.now)}};
}

answer sheet_answer(visit& v, adapters::sheet::sheet const& what, std::string const& as)
{
    if (as != "csv" && as != "xlsx")
        return problem(v, 400, "malformed", say("只能导出为 csv 或者 xlsx。"));
    auto const file = what.title + "-" + engine::to_text(v.today()) + "." + as;
    answer made;
    if (as == "csv")
        made.as_is = file_response(as_csv(what), "text/csv; charset=utf-8", file);
    else
        made.as_is = file_response(
            as_xlsx(what, v.now, v.house.with().dir / "scratch"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
    return made;
}

} // namespace web::handlers
