#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PUBLIC_MATTER_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PUBLIC_MATTER_HPP

#include "engine/act.hpp"
#include "engine/working_days.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/publication.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What anybody may know of a decision, or of a normative document: what an act made public, and
// nothing else of the file. Read from the acts alone, so that public pages need no procedure and
// can show nothing more.

namespace workflows::major_decision {

/// An act that makes something public, with the days for which it holds: a window, the time to a
/// hearing, or the day of a publication twice.
struct public_notice {
    std::string kind; ///< of the act of a decision that makes the like of it public
    day from;
    day until;
    auto operator<=>(public_notice const&) const = default;
};

/// Nothing for an act that publishes nothing.
std::optional<public_notice> notice_of(engine::act const& what);

/// A document that a publishing act names.
struct public_document {
    document_ref what;
    std::string field; ///< "draft", "explanation", "final_text": key "field.<field>"
    std::string kind;  ///< of the publishing act
    long long seq = 0;
    day on;
};

struct public_consultation {
    participation::published notice;
    long long seq = 0;
    day last_day;                      ///< a last day of rest keeps it open (TIME-3)
    std::optional<day> closed_on = {}; ///< by an act, the next round, or because the matter ended
    std::optional<long long> received = {}; ///< as the act that closed it says
    bool is_open(day today) const
    {
        return !closed_on && notice.opens_on <= today && today <= last_day;
    }
    /// Replaced, or over with the matter, before its first day.
    bool never_began() const { return closed_on && *closed_on < notice.opens_on; }
};

struct public_hearing {
    hearing::announced notice;
    long long seq = 0;
    day hearing_on; ///< after any postponement
    std::optional<hearing::postponed> postponement = {};
    std::optional<hearing::listed> list = {};
    std::optional<hearing::answered> answer = {};
    bool held = false;
    bool ended = false;
    /// People may apply until the participants are published (GDH303-18.1).
    bool takes_applications(day today) const
    {
        return !list && !held && !ended && notice.published_on <= today && today < hearing_on;
    }
};

/// An opinion on file with what the sponsor decided, once the public was told.
struct public_opinion {
    participation::opinion what;
    participation::decided_opinion decision;
};

/// From when and until when a normative document binds.
struct public_force {
    day effective_on;
    std::optional<day> valid_until; ///< the last day; none: no end is set
};

enum class step_progress { done, current, to_come };

/// A step of the road in plain words: key "public.step.<name>".
struct public_step {
    std::string name;
    step_progress is = step_progress::to_come;
    std::optional<day> began = {};
    std::optional<day> ended = {};
};

struct public_matter {
    std::string title;
    std::string unit;   ///< code of the unit that drafts
    std::string matter; ///< name of a matter type, or of the level of a normative document
    std::optional<day> started_on;
    std::optional<public_consultation> consultation;        ///< the last round
    std::vector<public_consultation> earlier_consultations; ///< on earlier drafts, oldest first
    std::optional<public_hearing> hearing;
    bool takes_hearing_wishes = true;   ///< one may suggest that a hearing be held
    bool list_of_hearing_is_due = true; ///< on a day that the place counts back from the hearing
    std::vector<participation::feedback_given> feedback; ///< collective replies on the net
    opinions_on_file opinions;                           ///< told and untold
    std::vector<public_opinion> answered; ///< in the order of the file, each counted once
    std::set<std::string> masked;         ///< words that acts have masked (JC-24)
    /// Wishes for a hearing on file by number, with their answers.
    std::map<std::string, std::optional<hearing::suggestion_answered>> wishes;
    std::vector<public_document> documents;
    std::optional<publication::text_signed> text;
    std::optional<publication::published> issue;
    std::optional<public_force> force; ///< of a document, once it is published
    std::optional<day> ended_on;       ///< terminated or withdrawn
    std::vector<public_step> steps;

    /// How many opinions on file the public has not been told the answer to, each counted once.
    long long untold() const;
    /// The round in which something came in: the last that had begun by that day, the first where
    /// none had; null where none ever began.
    public_consultation const* round_of(day received) const;
    /// What was decided on an opinion, or on the one that it repeats, once it may be told; null
    /// before.
    participation::decided_opinion const* answer_to(std::string const& number) const;
    /// True if a publishing act names a document with this hash.
    public_document const* document(std::string const& hash) const;
};

/// Nothing while no act made the matter public, and nothing where it is lawfully kept from the
/// public (R713-14.1, R713-32.1).
std::optional<public_matter> public_matter_of(std::vector<engine::act> const& acts,
                                              engine::working_days const& days);

/// The number under which the opinion that somebody sent in goes on file. It leads back to it.
std::string opinion_number(long long number);
/// The other way; nothing for a number that was given by hand.
std::optional<long long> number_of_opinion(std::string_view opinion);

} // namespace workflows::major_decision

#endif
