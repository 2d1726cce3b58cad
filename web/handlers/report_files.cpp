#include "adapters/report/made_file.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

// The report as a file.

namespace web::handlers {

answer show_report_file(visit& v)
{
    auto const year = year_of_path(v);
    if (!year)
        return bad_report_year(v);
    constexpr std::string_view name = "report.";
    auto const& asked = v.place("file");
    if (!asked.starts_with(name))
        return not_found(v);
    auto const format = std::string_view(asked).substr(name.size());
    auto const report = compiled(v, *year);
    auto file = adapters::report::make_file(report, v.house.dictionary(), format, v.now,
                                            v.house.with().dir / "scratch");
    if (!file)
        return not_found(v);
    answer made;
    made.as_is.emplace();
    made.as_is->body = std::move(file->bytes);
    made.as_is->with("Content-Type", file->media_type)
        .with("Content-Disposition",
              "attachment; filename*=UTF-8''" +
                  percent_encoded(report.text.title + "." + std::string(format)))
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
    return made;
}

} // namespace web::handlers
