#include "adapters/report/one_page.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

// The report as a file, and its picture.

namespace web::handlers {
namespace {

namespace report = adapters::report;

/// "report.docx" or "picture.png"; nothing for anything else, or for what the report has no such
/// file of.
std::optional<report::made_file> make_asked(visit& v, report::compiled_report const& compiled,
                                            std::string_view asked)
{
    constexpr std::string_view whole = "report.", picture = "picture.";
    if (asked.starts_with(whole))
        return report::make_file(compiled, v.house.dictionary(), asked.substr(whole.size()), v.now,
                                 v.house.with().dir / "scratch");
    if (!asked.starts_with(picture) || !compiled.filed)
        return {};
    auto const page =
        report::one_page_of(*v.records, compiled, v.house.dictionary(), v.house.report_form());
    if (!page)
        return {};
    return report::make_picture(*page, asked.substr(picture.size()), compiled.filed->changed_at);
}

} // namespace

answer show_report_file(visit& v)
{
    auto const year = year_of_path(v);
    if (!year)
        return bad_report_year(v);
    auto const& asked = v.place("file");
    auto const compiled_now = compiled(v, *year);
    auto file = make_asked(v, compiled_now, asked);
    if (!file)
        return not_found(v);
    auto const shown = !v.query("shown").empty() && file->media_type.starts_with("image/");
    answer made;
    made.as_is.emplace();
    made.as_is->body = std::move(file->bytes);
    made.as_is->with("Content-Type", file->media_type)
        .with("Content-Disposition",
              std::string(shown ? "inline" : "attachment") + "; filename*=UTF-8''" +
                  percent_encoded(compiled_now.text.title + asked.substr(asked.rfind('.'))))
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
    return made;
}

} // namespace web::handlers
