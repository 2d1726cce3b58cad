#ifndef JUECE_ADAPTERS_REPORT_REPORT_TEXT_HPP
#define JUECE_ADAPTERS_REPORT_REPORT_TEXT_HPP

#include "adapters/office/paper.hpp"
#include "adapters/report/report_figures.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace adapters::report {

/// What the report on one page may show, the more important first: codes of the dictionary.
struct picture_choice {
    std::vector<std::string> figures; ///< the first eight that the report has
    std::vector<std::string> chart;   ///< the one of them that most years know
};

/// The words of the report around its figures: config/report/annual_report.mustache, and what its
/// picture shows: config/report/one_page.csv; or the files of the same names in DIR/config/report,
/// if there is a DIR.
/// Throws std::runtime_error for one that cannot be used.
struct report_template {
    std::string text; ///< Mustache; the marks are those of a paper, and @+ and @. of a sentence
    picture_choice picture = {};
};
report_template read_report_template(std::filesystem::path const& dir);

/// Words of a line; with `indicator`, they are that figure.
struct report_span {
    std::string words;
    std::string indicator;
    bool is_unfilled = false; ///< "{so}", for which there is no figure
};
struct report_line {
    office::line_sort is = office::line_sort::paragraph;
    std::vector<report_span> spans;

    std::string plain() const;
};

/// The report in words.
struct report_text {
    std::string title;
    std::vector<report_line> lines;
    std::set<std::string> told;                  ///< the indicators that stand in it
    std::vector<std::string> unknown_references; ///< "{so}" in the text, but no figure
    bool is_draft = true;                        ///< its figures are not frozen
};

/// The whole document: what people wrote, with the figures in the place of {CODE}, and the standard
/// sentences of the template for figures that nobody placed. `so_far`: today, while the year goes
/// on; no sentence speaks of its end then.
report_text write_report(report_template const& form,
                         workflows::annual_report::report_file const& file,
                         report_figures const& figures, indicators const& dictionary,
                         std::optional<engine::day> so_far = {});

/// The document as a paper, for DOCX and PDF. Who reads it elsewhere sees that it is a draft, and
/// where a figure lacks; so it is in Markdown, too.
office::paper as_paper(report_text const& text, engine::instant made_at);

/// The document as Markdown.
std::string as_markdown(report_text const& text);

/// A number that somebody typed beside the name of an indicator of which the report has a figure.
struct typed_number {
    std::string indicator;
    std::string typed;
    std::string value;
    bool differs = false;
};
/// The typed numbers of a text; those that stand in place of a {CODE} are not among them.
std::vector<typed_number> typed_numbers(std::string const& words, report_figures const& figures,
                                        indicators const& dictionary);

} // namespace adapters::report

#endif
