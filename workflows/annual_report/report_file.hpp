#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_REPORT_FILE_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_REPORT_FILE_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The annual report on government under the rule of law (法治政府建设年度报告): one case per organ
/// and year.
namespace workflows::annual_report {

using engine::day;
using engine::document_ref;
using engine::page_address;
using engine::prose;
using engine::unit_ref;

/// How exact a value is: the word that stands before or behind it in the report.
enum class rounding { exact, about, over, at_least };
JUECE_CHOICE(rounding, exact, about, over, at_least)

/// The report (报告) as a whole.
namespace report {

struct opened {
    static constexpr std::string_view kind = "report.opened";
    long long year = 0;
    std::string organ_name; ///< in whose name it is published
};
BOOST_DESCRIBE_STRUCT(opened, (), (year, organ_name))

/// A figure of a year before reports were kept here, as its source has it.
struct earlier_value {
    std::string indicator;
    std::string value; ///< as in collection::given_value
    std::optional<rounding> rounded;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(earlier_value, (), (indicator, value, rounded, source))

/// Figures of a year that was reported on before reports were kept here (补录往年数据, JC-35). Such
/// a report is not compiled; its figures serve for comparison and are shown as what they are.
/// Entered again, the later word on an indicator holds.
struct taken_over {
    static constexpr std::string_view kind = "report.taken_over";
    std::vector<earlier_value> values;
    bool were_published = false; ///< then pages for everybody may show them
    std::string source;          ///< the file or paper that they were taken from
    std::optional<document_ref> source_document;
};
BOOST_DESCRIBE_STRUCT(taken_over, (), (values, were_published, source, source_document))

} // namespace report

/// Figures that the record does not count, asked of the units that keep them (数据征集).
namespace collection {

struct asked {
    static constexpr std::string_view kind = "collection.asked";
    unit_ref unit;
    std::vector<std::string> indicators; ///< codes of config/indicators.csv
    day answer_by;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(asked, (), (unit, indicators, answer_by, remarks))

struct given_value {
    std::string indicator;
    std::string value; ///< a number, "2021-08", or "2022-02-23 14:58:44"
    std::optional<rounding> rounded;
    std::optional<std::string> last_year; ///< the same a year before, for the comparison
    std::optional<std::string> note;      ///< what is in it, as of when
    std::string source;
};
BOOST_DESCRIBE_STRUCT(given_value, (), (indicator, value, rounded, last_year, note, source))

struct answered {
    static constexpr std::string_view kind = "collection.answered";
    std::vector<given_value> values;
};
BOOST_DESCRIBE_STRUCT(answered, (), (values))

struct accepted {
    static constexpr std::string_view kind = "collection.accepted";
    unit_ref unit;
    std::vector<std::string> indicators;
};
BOOST_DESCRIBE_STRUCT(accepted, (), (unit, indicators))

struct sent_back {
    static constexpr std::string_view kind = "collection.sent_back";
    unit_ref unit;
    std::vector<std::string> indicators;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(sent_back, (), (unit, indicators, reason))

/// The report does without; the reason stays on file.
struct waived {
    static constexpr std::string_view kind = "collection.waived";
    unit_ref unit;
    std::vector<std::string> indicators;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(waived, (), (unit, indicators, reason))

} // namespace collection

/// What is wrong in the record, looked for before its figures are frozen (数据质量检查).
namespace gate {

struct record_finding {
    std::string finding;                    ///< key "finding.<finding>"
    std::optional<std::string> case_number; ///< where it is mended; none: on the report itself
    unit_ref unit;                          ///< that mends it
    bool blocks = false; ///< keeps the figures from being frozen until it is explained
    std::optional<std::string> subject; ///< what of it: the indicator, the days
    std::optional<long long> item;      ///< of the catalogue with that case number
};
BOOST_DESCRIBE_STRUCT(record_finding, (), (finding, case_number, unit, blocks, subject, item))

/// How a unit's cases and entries of the catalogue stand: those without a finding in all of them
/// make its score.
struct unit_score {
    unit_ref unit;
    long long cases = 0;
    long long cases_at_fault = 0;
};
BOOST_DESCRIBE_STRUCT(unit_score, (), (unit, cases, cases_at_fault))

struct checked {
    static constexpr std::string_view kind = "gate.checked";
    std::vector<unit_score> units;
    std::vector<record_finding> findings;
};
BOOST_DESCRIBE_STRUCT(checked, (), (units, findings))

/// Why findings of a kind, or one of them, may stand.
struct explained {
    static constexpr std::string_view kind = "gate.explained";
    std::string finding;
    std::optional<std::string> case_number; ///< none: all of the kind
    std::optional<std::string> subject;     ///< the indicator alone; none: whatever it is of
    prose reason;
};
BOOST_DESCRIBE_STRUCT(explained, (), (finding, case_number, subject, reason))

} // namespace gate

/// The figures as they stood at the cut-off (数据冻结), and corrections of them (更正).
namespace freezing {

enum class value_origin { record, answer, derived };
JUECE_CHOICE(value_origin, record, answer, derived)

struct frozen_value {
    std::string indicator;
    std::string value;
    std::optional<rounding> rounded;
    std::optional<std::string> last_year;
    std::optional<std::string> note;
    value_origin origin;
    std::optional<long long> answer_act; ///< of an answer: the act that gave it
    bool last_year_imported = false;     ///< `last_year` was taken over (JC-35)
};
BOOST_DESCRIBE_STRUCT(frozen_value, (),
                      (indicator, value, rounded, last_year, note, origin, answer_act,
                       last_year_imported))

struct frozen {
    static constexpr std::string_view kind = "freezing.frozen";
    day cut_off; ///< acts entered until the end of that day count
    std::vector<frozen_value> values;
    std::string digest; ///< digest_of()
};
BOOST_DESCRIBE_STRUCT(frozen, (), (cut_off, values, digest))

struct restated {
    static constexpr std::string_view kind = "freezing.restated";
    std::string indicator;
    std::string value;
    std::optional<rounding> rounded;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(restated, (), (indicator, value, rounded, reason))

} // namespace freezing

/// What people write (文字部分).
namespace narrative {

/// The parts of the report, in its order.
enum class report_section {
    opening,
    leadership,
    heads_duty,
    functions,
    documents,
    decisions,
    enforcement,
    oversight,
    disputes,
    support,
    problems,
    plan,
    other
};
JUECE_CHOICE(report_section, opening, leadership, heads_duty, functions, documents, decisions,
             enforcement, oversight, disputes, support, problems, plan, other)

struct written {
    static constexpr std::string_view kind = "narrative.written";
    report_section section;
    prose words; ///< {MARKET.entities} stands for the figure
};
BOOST_DESCRIBE_STRUCT(written, (), (section, words))

} // namespace narrative

/// The way out of the house: secrecy check, approval, submission, publication (审签报送公开).
namespace release {

enum class addressee {
    party_committee,
    congress_committee,
    higher_government,
    higher_department,
    rule_of_law_office
};
JUECE_CHOICE(addressee, party_committee, congress_committee, higher_government, higher_department,
             rule_of_law_office)

struct secrecy_checked {
    static constexpr std::string_view kind = "release.secrecy_checked";
    bool may_be_published = false;
    prose remarks;
};
BOOST_DESCRIBE_STRUCT(secrecy_checked, (), (may_be_published, remarks))

struct approved {
    static constexpr std::string_view kind = "release.approved";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(approved, (), (remarks))

struct returned {
    static constexpr std::string_view kind = "release.returned";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(returned, (), (reason))

struct submitted {
    static constexpr std::string_view kind = "release.submitted";
    day submitted_on;
    std::vector<addressee> addressees;
};
BOOST_DESCRIBE_STRUCT(submitted, (), (submitted_on, addressees))

struct published {
    static constexpr std::string_view kind = "release.published";
    day published_on;
    page_address published_at; ///< the address of the page, or the newspaper
};
BOOST_DESCRIBE_STRUCT(published, (), (published_on, published_at))

} // namespace release

/// One indicator asked of one unit.
struct asked_figure {
    enum class standing { asked, answered, accepted, sent_back, waived };

    std::string unit;
    std::string indicator;
    day answer_by;
    day asked_on = {}; ///< last
    standing is = standing::asked;
    std::optional<collection::given_value> answer = {};
    long long answer_act = 0; ///< seq
    engine::person_id answered_by = {};
    std::string answered_by_name = {};
    std::string reason = {}; ///< of being sent back or waived
    /// What the unit had answered before, and put right itself or was asked to; with its act.
    std::optional<collection::given_value> replaced = {};
    long long replaced_act = 0; ///< seq
    day stands_since = {};      ///< when it was last asked, answered, taken, sent back or waived

    bool waits_for_unit() const { return is == standing::asked || is == standing::sent_back; }
    /// What was taken, too, until the figures are frozen: the check of the record may show it
    /// wrong.
    bool may_be_sent_back() const { return is == standing::answered || is == standing::accepted; }
    /// Until the compiler takes the answer, the unit may give another.
    bool takes_answers() const { return waits_for_unit() || is == standing::answered; }
};

/// A body on file, with the act that brought it.
template <class Body>
struct entered {
    Body body;
    long long seq = 0;
    day on;
    engine::person_id person;
    std::string name;
};

struct explanation {
    gate::explained body;
    long long seq = 0;
};

/// What the acts leave.
struct report_file {
    std::optional<report::opened> opening;
    day opened_on = {};
    std::string unit; ///< that opened it
    std::vector<entered<report::taken_over>> taken_over;
    std::vector<asked_figure> asked;
    long long last_taken = 0; ///< seq of the last act by which the compiler took answers
    std::optional<entered<gate::checked>> check;
    std::vector<explanation> explanations;
    std::optional<entered<freezing::frozen>> frozen;
    std::vector<entered<freezing::restated>> restated;
    std::map<narrative::report_section, entered<narrative::written>> sections; ///< the last words
    std::set<long long> writers; ///< everybody who ever wrote a section, and in whose place
    /// It came back, from the head or as what may not be published: the writers' turn.
    bool awaits_other_words = false;
    std::optional<entered<release::secrecy_checked>> secrecy;
    std::optional<entered<release::approved>> approval;
    /// Of the figures and the text as they stand now; a correction begins anew.
    std::optional<entered<release::submitted>> submission;
    std::optional<entered<release::published>> publication;
    std::vector<entered<release::submitted>> submissions; ///< all there were
    std::vector<entered<release::published>> publications;
};

/// The year on which is reported; 0 before the opening.
int year_of_report(report_file const& file);
/// True for a year of which only figures from elsewhere are on file.
bool is_taken_over(report_file const& file);
/// A figure from elsewhere, with the act that brought it.
struct earlier_figure {
    report::earlier_value value;
    long long seq = 0;
    std::string entered_by;                 ///< name
    std::optional<std::string> before = {}; ///< what an earlier act said, where it said otherwise
};
/// Those that hold, by indicator.
std::map<std::string, earlier_figure, std::less<>> earlier_figures(report_file const& file);
/// "高要区人民政府2025年法治政府建设年度报告"
std::string title_of(report_file const& file);

/// The question after an indicator that was not waived, to whichever unit; null if there is none.
asked_figure const* find_asked(report_file const& file, std::string_view indicator);
/// The units whose answers wait to be checked, in the order in which they were asked.
std::vector<std::string> units_to_check(report_file const& file);
/// The frozen value; null before there is one.
freezing::frozen_value const* find_frozen(report_file const& file, std::string_view indicator);
/// The last correction of an indicator, or null.
freezing::restated const* find_restated(report_file const& file, std::string_view indicator);

/// A figure of a published report that was corrected (更正).
struct told_correction {
    freezing::restated body;
    std::string before; ///< its value until then
    rounding before_rounded = rounding::exact;
    day on;
};
/// The corrections that the last published version holds, in their order: those of what had been
/// published before it.
std::vector<told_correction> told_corrections(report_file const& file);
/// Since when a published report is being corrected; nothing while the published version stands.
std::optional<day> corrected_since(report_file const& file);

/// Whether a reason is about this finding: about all of its kind, or about it alone.
bool explains(gate::explained const& body, gate::record_finding const& one);
/// The reason on file why a finding may stand; null if there is none.
gate::explained const* explanation_of(report_file const& file, gate::record_finding const& one);

/// True for what holds the freezing up: neither mended nor explained (JC-32).
bool is_open_finding(report_file const& file, gate::record_finding const& one);

/// A frozen figure as it stands in the body of its act, and in what the digest proves.
boost::json::object as_json(freezing::frozen_value const& one);

/// SHA-256 of the canonical JSON of organ, year, cut-off and values: proves the frozen figures.
std::string digest_of(report_file const& file, freezing::frozen const& figures);

/// The sections without which the report is not complete (AR-4), that nobody wrote yet.
std::vector<narrative::report_section> missing_sections(report_file const& file);

// What each act leaves on file.
void enter(report_file& file, report::opened const& body, engine::act const& what);
void enter(report_file& file, report::taken_over const& body, engine::act const& what);
void enter(report_file& file, collection::asked const& body, engine::act const& what);
void enter(report_file& file, collection::answered const& body, engine::act const& what);
void enter(report_file& file, collection::accepted const& body, engine::act const& what);
void enter(report_file& file, collection::sent_back const& body, engine::act const& what);
void enter(report_file& file, collection::waived const& body, engine::act const& what);
void enter(report_file& file, gate::checked const& body, engine::act const& what);
void enter(report_file& file, gate::explained const& body, engine::act const& what);
void enter(report_file& file, freezing::frozen const& body, engine::act const& what);
void enter(report_file& file, freezing::restated const& body, engine::act const& what);
void enter(report_file& file, narrative::written const& body, engine::act const& what);
void enter(report_file& file, release::secrecy_checked const& body, engine::act const& what);
void enter(report_file& file, release::approved const& body, engine::act const& what);
void enter(report_file& file, release::returned const& body, engine::act const& what);
void enter(report_file& file, release::submitted const& body, engine::act const& what);
void enter(report_file& file, release::published const& body, engine::act const& what);

/// The file that these acts of one case leave, for pages and documents.
report_file file_of(std::vector<engine::act> const& acts);
/// The acts up to the last publication, whatever was corrected since; none while there was none.
/// What they leave is what everybody reads.
std::vector<engine::act> acts_until_publication(std::vector<engine::act> acts);

} // namespace workflows::annual_report

#endif
