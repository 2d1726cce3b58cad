#ifndef JUECE_WORKFLOWS_ADVISER_FILE_ENGAGEMENT_HPP
#define JUECE_WORKFLOWS_ADVISER_FILE_ENGAGEMENT_HPP

#include "engine/body.hpp"
#include "engine/chapter.hpp"

#include <memory>
#include <optional>
#include <vector>

/// The file of a legal adviser (法律顾问档案): one case per adviser, kept by the legal office.
/// Guangdong rules on government legal advisers, arts 10, 12 to 14, 18 and 21.
namespace workflows::adviser_file {

using engine::day;
using engine::document_ref;
using engine::prose;

/// What the acts leave on file.
struct engagement_file;

namespace engagement {

enum class adviser_kind { lawyer, expert, public_lawyer };
JUECE_CHOICE(adviser_kind, lawyer, expert, public_lawyer)

enum class selection { open_selection, procurement, own_staff };
JUECE_CHOICE(selection, open_selection, procurement, own_staff)

enum class grade { excellent, competent, barely_competent, not_competent };
JUECE_CHOICE(grade, excellent, competent, barely_competent, not_competent)

enum class failing {
    absent_from_meeting,
    late_opinion,
    secret_disclosed,
    conflict_concealed,
    misuse_of_title
};
JUECE_CHOICE(failing, absent_from_meeting, late_opinion, secret_disclosed, conflict_concealed,
             misuse_of_title)

enum class ending { term_over, resigned, dismissed };
JUECE_CHOICE(ending, term_over, resigned, dismissed)

/// Opens the file.
struct recorded {
    static constexpr std::string_view kind = "engagement.recorded";
    std::string adviser; ///< name, as it stands under opinions
    adviser_kind adviser_kind_is;
    std::optional<std::string> firm;
    std::optional<day> practising_since;
    bool clean_record = false; ///< of the lawyer and the firm, for three years
    selection selection_is;
    day engaged_from;
    day engaged_until;
    std::optional<std::string> contract_number; ///< of the contract of service
    std::optional<prose> curriculum;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(recorded, (),
                      (adviser, adviser_kind_is, firm, practising_since, clean_record, selection_is,
                       engaged_from, engaged_until, contract_number, curriculum, documents))

/// The assessment of a year, by the legal office.
struct assessed {
    static constexpr std::string_view kind = "engagement.assessed";
    long long assessed_year = 0;
    grade grade_is;
    prose assessment;
};
BOOST_DESCRIBE_STRUCT(assessed, (), (assessed_year, grade_is, assessment))

struct failing_noted {
    static constexpr std::string_view kind = "engagement.failing_noted";
    failing failing_is;
    day happened_on;
    bool excused = false;
    prose remarks;
};
BOOST_DESCRIBE_STRUCT(failing_noted, (), (failing_is, happened_on, excused, remarks))

struct renewed {
    static constexpr std::string_view kind = "engagement.renewed";
    day engaged_from;
    day engaged_until;
    std::optional<std::string> contract_number;
};
BOOST_DESCRIBE_STRUCT(renewed, (), (engaged_from, engaged_until, contract_number))

struct ended {
    static constexpr std::string_view kind = "engagement.ended";
    ending ending_is;
    day last_day;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(ended, (), (ending_is, last_day, reason))

} // namespace engagement

struct engagement_file {
    std::optional<engagement::recorded> record;
    std::string unit; ///< of the office that keeps the file
    day from;         ///< of the running term
    day until;
    std::vector<engagement::assessed> assessments;
    std::vector<engagement::failing_noted> failings;
    std::optional<engagement::ended> ending;
};

/// True if the year was assessed.
bool is_assessed(engagement_file const& file, long long year);

std::unique_ptr<engine::chapter<engagement_file>> make_engagement();

} // namespace workflows::adviser_file

#endif
