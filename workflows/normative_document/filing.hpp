#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_FILING_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_FILING_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// Filing for record (备案): to whom, within what time, what is asked, and what came of it
/// (NORM-15, NORM-16).
namespace filing {

enum class filing_recipient { higher_government, congress_standing_committee, own_government };
JUECE_CHOICE(filing_recipient, higher_government, congress_standing_committee, own_government)

/// What a body may want to have before it answers (NORM-16).
enum class filing_demand { supplement, maker_explanation };
JUECE_CHOICE(filing_demand, supplement, maker_explanation)

enum class filing_answer { registered, not_registered, held_back, to_be_corrected };
JUECE_CHOICE(filing_answer, registered, not_registered, held_back, to_be_corrected)

struct filed {
    static constexpr std::string_view kind = "document_filing.filed";
    filing_recipient recipient_is;
    day filed_on;
    std::vector<document_ref> documents;
    std::optional<std::string> reference;
};
BOOST_DESCRIBE_STRUCT(filed, (), (recipient_is, filed_on, documents, reference))

struct demanded {
    static constexpr std::string_view kind = "document_filing.demanded";
    filing_recipient recipient_is;
    filing_demand demand_is;
    day received_on;
    prose what_for;
};
BOOST_DESCRIBE_STRUCT(demanded, (), (recipient_is, demand_is, received_on, what_for))

struct supplied {
    static constexpr std::string_view kind = "document_filing.supplied";
    filing_recipient recipient_is;
    std::vector<document_ref> documents;
    prose summary;
};
BOOST_DESCRIBE_STRUCT(supplied, (), (recipient_is, documents, summary))

struct answered {
    static constexpr std::string_view kind = "document_filing.answered";
    filing_recipient recipient_is;
    filing_answer answer_is;
    day answered_on;
    std::optional<std::string> reference;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(answered, (), (recipient_is, answer_is, answered_on, reference, reason))

/// What the maker did about what was found wrong.
struct corrected {
    static constexpr std::string_view kind = "document_filing.corrected";
    filing_recipient recipient_is;
    prose measures;
    std::optional<document_ref> report;
};
BOOST_DESCRIBE_STRUCT(corrected, (), (recipient_is, measures, report))

/// One filing from its dispatch to its end.
struct filing_line {
    entered<filed> sent;
    std::vector<entered<demanded>> demands = {};
    std::vector<entered<supplied>> supplies = {};
    std::optional<entered<answered>> answer = {};
    std::optional<entered<corrected>> correction = {};

    /// What was held back is still to be answered.
    bool is_answered() const
    {
        return answer && answer->body.answer_is != filing_answer::held_back;
    }
    bool awaits_supply() const { return demands.size() > supplies.size(); }
    bool awaits_correction() const
    {
        return answer && answer->body.answer_is == filing_answer::to_be_corrected && !correction;
    }
};

struct facts {
    std::vector<filing_line> lines; ///< one for each recipient; sent again, a new one
};

} // namespace filing

/// The last filing to that recipient, or null.
filing::filing_line const* filing_to(dossier const& file, filing::filing_recipient to);
/// To whom the place's rules send this document, as names of `filing_recipient`.
std::vector<std::string> filing_recipients(dossier const& file, engine::rules const& law);
/// True if it was filed with everybody to whom the rules send it.
bool is_filed(dossier const& file, engine::rules const& law);
/// The time to file, to supply and explain, to examine, and to correct.
std::vector<engine::limit_terms> filing_limits(dossier const& file, engine::rules const& law);

std::unique_ptr<engine::chapter<dossier>> make_filing();

} // namespace workflows::normative_document

#endif
