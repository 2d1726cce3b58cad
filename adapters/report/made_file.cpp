#include "adapters/report/made_file.hpp"

#include "adapters/office/write_docx.hpp"
#include "adapters/report/report_annex.hpp"

#include <boost/json.hpp>

namespace adapters::report {

std::optional<made_file> make_file(compiled_report const& what, indicators const& dictionary,
                                   std::string_view format, engine::instant now,
                                   std::filesystem::path const& scratch)
{
    auto const made_at = what.filed ? what.filed->changed_at : now;
    if (workflows::annual_report::is_taken_over(what.file) &&
        (format == "docx" || format == "pdf" || format == "md"))
        return {};
    if (format == "docx")
        return made_file{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                         office::write_docx(as_paper(what.text, made_at))};
    if (format == "pdf")
        return made_file{"application/pdf", office::draw_paper(as_paper(what.text, made_at))};
    if (format == "md")
        return made_file{"text/markdown; charset=utf-8", as_markdown(what.text)};
    if (format == "xlsx")
        return made_file{
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            sheet::as_xlsx(annex_by_section(what, dictionary), what.text.title, made_at, scratch)};
    if (format == "csv")
        return made_file{"text/csv; charset=utf-8", sheet::as_csv(annex(what, dictionary))};
    if (format == "json")
        return made_file{"application/json", boost::json::serialize(as_json(what, dictionary))};
    return {};
}

} // namespace adapters::report
