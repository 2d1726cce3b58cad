#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ARCHIVE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ARCHIVE_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Archive of the decision file (归档): the checklist of twenty parts.
/// Order 713 art. 33; Guangdong rules art. 42.
namespace archive {

enum class archive_part {
    proposal_and_start,
    catalogue_entry,
    research_and_basis,
    drafts,
    unit_consultation,
    participation_file,
    hearing_file,
    expert_file,
    risk_file,
    competition_file,
    sponsor_file,
    review_file,
    submission_file,
    meeting_file,
    party_and_congress,
    final_text_and_publication,
    execution_file,
    evaluation_file,
    adjustment_file,
    process_log
};
JUECE_CHOICE(archive_part, proposal_and_start, catalogue_entry, research_and_basis, drafts,
             unit_consultation, participation_file, hearing_file, expert_file, risk_file,
             competition_file, sponsor_file, review_file, submission_file, meeting_file,
             party_and_congress, final_text_and_publication, execution_file, evaluation_file,
             adjustment_file, process_log)

enum class retention_period { permanent, thirty_years, ten_years };
JUECE_CHOICE(retention_period, permanent, thirty_years, ten_years)

struct filed_part {
    archive_part part;
    std::optional<std::string> remarks;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(filed_part, (), (part, remarks, documents))

struct absent_part {
    archive_part part;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(absent_part, (), (part, reason))

struct part_filed {
    static constexpr std::string_view kind = "archive.part_filed";
    std::vector<filed_part> parts;
};
BOOST_DESCRIBE_STRUCT(part_filed, (), (parts))

struct archived {
    static constexpr std::string_view kind = "archive.archived";
    std::string archive_number;
    retention_period retention;
    bool copies_authentic = false;
    bool copies_complete = false;
    bool copies_readable = false;
    bool copies_safe = false;
    std::vector<absent_part> absent;
};
BOOST_DESCRIBE_STRUCT(archived, (),
                      (archive_number, retention, copies_authentic, copies_complete,
                       copies_readable, copies_safe, absent))

/// The number under which the archive keeps the file was wrong, or what it says of how long.
struct number_corrected {
    static constexpr std::string_view kind = "archive.number_corrected";
    std::string archive_number;
    retention_period retention;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(number_corrected, (), (archive_number, retention, reason))

/// What the chapter leaves on file.
struct facts {
    std::vector<entered<part_filed>> parts;
    std::optional<entered<archived>> closing; ///< with the number as it was corrected last
    std::vector<entered<number_corrected>> corrections;
};

} // namespace archive

std::unique_ptr<engine::chapter<dossier>> make_archive();

// ---- archive_standing.cpp

/// One of the twenty parts of a decision file: whether this case must have it, and whether it has.
struct archive_line {
    archive::archive_part part;
    bool required = false;
    bool on_file = false;
    long long acts = 0; ///< of the chapters whose papers the part holds
    std::optional<day> first_on = {};
    std::optional<day> last_on = {};
};

/// All twenty parts, in order, reckoned from the file.
std::vector<archive_line> archive_checklist(dossier const& file);

/// The same of a case as pages have it; empty for a case of another procedure.
std::vector<archive_line> archive_checklist(engine::procedure const& of);

/// The parts that this case must have and has not.
std::vector<archive::archive_part> archive_parts_missing(dossier const& file);

/// Those that this case must have and of which nobody brought papers, or said where they are; not
/// the log, which is drawn from what was entered here (ARCH-10).
std::vector<archive::archive_part> archive_parts_not_brought(dossier const& file);

/// Papers may be brought to the file by each unit that worked on it; that there are any is owed by
/// the sponsor, who answers for the whole (ARCH-10). The part of a procedure named `is_owed_by`.
bool papers_are_owed_by(dossier const& file, std::string_view kind, engine::seat const& from);

/// How long the papers of a case are kept by the rule: for ever what a meeting decided, ten years
/// what one discussed and did not pass (ARCH-9). Nothing for what no meeting discussed.
std::optional<archive::retention_period> usual_retention(dossier const& file);

/// The same of a case as pages have it; nothing for a case of another procedure.
std::optional<archive::retention_period> usual_retention(engine::procedure const& of);

} // namespace workflows::major_decision

#endif
