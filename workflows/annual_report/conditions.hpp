#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_CONDITIONS_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/annual_report/report_file.hpp"

// Conditions of the annual report; each belongs to the chapters whose bodies it takes. Those
// without a body are standing: they also say what is missing.

namespace workflows::annual_report {

using questioned = engine::question<report_file>;
using engine::verdict;

// ---- report

/// Nobody reports on a year that has not begun.
struct year_has_begun {
    static verdict check(questioned const& q, report::opened const& body);
};

/// Figures from elsewhere are of a year that is over.
struct reported_year_is_over {
    static verdict check(questioned const& q);
};
/// A report is either compiled here or its figures come from elsewhere, never both (JC-35).
struct nothing_is_compiled_here {
    static verdict check(questioned const& q);
};
/// Some values, each indicator once, each a code with a value that can be read.
struct earlier_values_are_readable {
    static verdict check(questioned const& q, report::taken_over const& body);
};

// ---- collection

/// The report begins: no unit was asked, and the record was not checked without them either.
struct nobody_was_asked {
    static bool holds(questioned const& q);
};
/// Codes only, each once, none that another unit answers for.
struct indicators_are_free {
    static verdict check(questioned const& q, collection::asked const& body);
};
struct answer_day_is_to_come {
    static verdict check(questioned const& q, collection::asked const& body);
};
/// Some unit has not answered yet, or its answer was sent back.
struct answers_are_awaited {
    static bool holds(questioned const& q);
};
/// The unit was asked for it, and the answer is not accepted yet.
struct was_asked {
    static verdict check(questioned const& q, collection::answered const& body);
};
/// Numbers, months or moments; the year before as a number.
struct values_are_readable {
    static verdict check(questioned const& q, collection::answered const& body);
};
/// An answer of the unit waits to be checked.
struct answers_wait {
    static bool holds(questioned const& q);
};
/// The indicators were answered by that unit and are not accepted yet; what is accepted can only be
/// sent back.
struct was_answered {
    static verdict check(questioned const& q, collection::accepted const& body);
    static verdict check(questioned const& q, collection::sent_back const& body);
};
/// Whoever gave an answer does not accept it (JC-1).
struct did_not_answer {
    static verdict check(questioned const& q, collection::accepted const& body);
};
struct is_still_open {
    static verdict check(questioned const& q, collection::waived const& body);
};

// ---- gate

/// What units were asked is settled, and no check has looked at all of it.
struct check_is_awaited {
    static bool holds(questioned const& q);
};
/// The last check looked at all of it, and something that it found is still to be explained: to
/// check once more is due only where the record was mended.
struct findings_are_open {
    static bool holds(questioned const& q);
};
struct finding_is_known {
    static verdict check(questioned const& q, gate::explained const& body);
};

// ---- freezing

/// Every indicator that was asked for is accepted or waived (JC-31).
struct answers_are_settled {
    static verdict check(questioned const& q);
};
/// The record was checked, once the year was over and the last answer was taken, and what blocks is
/// explained (JC-32).
struct record_is_checked {
    static verdict check(questioned const& q);
};
/// There is a day to freeze as of: the year on which is reported is over (JC-33).
struct year_is_over {
    static verdict check(questioned const& q);
};
/// The day of the cut-off is over and not before the end of the year, and the check came after it
/// (JC-33).
struct cut_off_is_over {
    static verdict check(questioned const& q, freezing::frozen const& body);
};
/// Accepted answers stand in the figures as they were given, and nothing else stands there as an
/// answer; every indicator once; the digest is theirs (JC-33).
struct figures_are_those_on_file {
    static verdict check(questioned const& q, freezing::frozen const& body);
};
/// Only what was frozen is corrected, and only by another value (JC-33).
struct restates_a_frozen_value {
    static verdict check(questioned const& q, freezing::restated const& body);
};

// ---- narrative

/// The figures are frozen, and parts are not written yet, hold what can be no figure, or came back
/// to their writers.
struct text_is_awaited {
    static bool holds(questioned const& q);
};
/// What is written may be kept unfinished, but what stands in braces for no figure is told.
struct remarks_on_placeholders {
    static verdict check(questioned const& q, narrative::written const& body);
};

// ---- release

struct figures_are_frozen {
    static verdict check(questioned const& q);
};
/// The parts that a report must have are written (AR-4).
struct sections_are_written {
    static verdict check(questioned const& q);
};
/// A figure stands in the place of everything in braces (JC-33).
struct placeholders_are_filled {
    static verdict check(questioned const& q);
};
/// The text did not come back to its writers, from the head or from the secrecy check.
struct text_stands {
    static bool holds(questioned const& q);
};
/// Whoever wrote the text does not judge whether it may be published (JC-1).
struct did_not_write {
    static verdict check(questioned const& q);
};
struct has_addressees {
    static verdict check(questioned const& q, release::submitted const& body);
};
/// What was done outside is not in the future (JC-3); a day after the limit is remarked on.
struct submitted_in_time {
    static verdict check(questioned const& q, release::submitted const& body);
};
struct published_in_time {
    static verdict check(questioned const& q, release::published const& body);
};

// ---- given

struct may_be_published {
    static bool holds(report_file const&, release::secrecy_checked const& body)
    {
        return body.may_be_published;
    }
};
struct may_not_be_published {
    static bool holds(report_file const&, release::secrecy_checked const& body)
    {
        return !body.may_be_published;
    }
};

/// The end of the year on which is reported: no figures are frozen as of a day before.
day last_day_of_report(report_file const& file);
/// The last day for the submission, 1 March after the year (AR-2), and for the publication, 1 April
/// (AR-3).
day submission_day(report_file const& file);
day publication_day(report_file const& file);

/// Whether a value has a form that reports know: a number, a month "2021-08", or a moment
/// "2022-02-23 14:58:44".
bool is_readable_value(std::string_view value);

} // namespace workflows::annual_report

#endif
