#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_HEARING_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_HEARING_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/participation.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Hearing (听证): Guangdong order 303 with all its numbers; order 713 arts 16, 17.
namespace hearing {

enum class hearing_mode { on_site, video, mixed };
JUECE_CHOICE(hearing_mode, on_site, video, mixed)

enum class hearing_role { host, presenter, participant, recorder };
JUECE_CHOICE(hearing_role, host, presenter, participant, recorder)

enum class participant_origin { applied, recommended, invited };
JUECE_CHOICE(participant_origin, applied, recommended, invited)

enum class hearing_side { in_favour, against, neutral };
JUECE_CHOICE(hearing_side, in_favour, against, neutral)

enum class hearing_step {
    presence_checked,
    opened,
    presented,
    opinions_and_questions,
    debated,
    last_statements,
    closed
};
JUECE_CHOICE(hearing_step, presence_checked, opened, presented, opinions_and_questions, debated,
             last_statements, closed)

struct listed_person {
    std::string name;
    hearing_role role;
    std::optional<std::string> identity;
    std::optional<participant_origin> origin;
    std::optional<hearing_side> side;
    bool drafted_the_draft = false;
    bool has_interest = false;
    bool is_substitute = false; ///< comes in when a participant stays away (GDH303-19.2)
};
BOOST_DESCRIBE_STRUCT(listed_person, (),
                      (name, role, identity, origin, side, drafted_the_draft, has_interest,
                       is_substitute))

struct delivery {
    std::string name;
    day delivered_on;
};
BOOST_DESCRIBE_STRUCT(delivery, (), (name, delivered_on))

struct hearing_statement {
    std::string name;
    hearing_side side;
    prose words;
};
BOOST_DESCRIBE_STRUCT(hearing_statement, (), (name, side, words))

struct signature {
    std::string name;
    bool has_signed = false;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(signature, (), (name, has_signed, note))

struct answered_point {
    std::string point;
    participation::adoption outcome;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(answered_point, (), (point, outcome, reason))

struct suggested {
    static constexpr std::string_view kind = "hearing.suggested";
    std::string number;
    std::string from;
    day received_on;
    prose words;
};
BOOST_DESCRIBE_STRUCT(suggested, (), (number, from, received_on, words))

struct suggestion_answered {
    static constexpr std::string_view kind = "hearing.suggestion_answered";
    std::string number;
    bool accepted = false;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(suggestion_answered, (), (number, accepted, reason))

struct decided {
    static constexpr std::string_view kind = "hearing.decided";
    bool hold = false;
    prose reason;
    std::optional<unit_ref> organiser;
    std::optional<std::string> third_party;
    std::optional<document_ref> agreement;
};
BOOST_DESCRIBE_STRUCT(decided, (), (hold, reason, organiser, third_party, agreement))

struct announced {
    static constexpr std::string_view kind = "hearing.announced";
    day published_on;
    day hearing_on;
    std::string place;
    hearing_mode mode;
    prose purpose;
    prose basis;
    prose content;
    prose selection_method;
    long long quota = 0;
    std::vector<participation::channel> channels;
    document_ref draft;
    document_ref explanation;
};
BOOST_DESCRIBE_STRUCT(announced, (),
                      (published_on, hearing_on, place, mode, purpose, basis, content,
                       selection_method, quota, channels, draft, explanation))

struct listed {
    static constexpr std::string_view kind = "hearing.listed";
    day published_on;
    std::vector<listed_person> people;
    std::optional<prose> fewer_reason; ///< why there are fewer participants than generally
};
BOOST_DESCRIBE_STRUCT(listed, (), (published_on, people, fewer_reason))

struct delivered {
    static constexpr std::string_view kind = "hearing.delivered";
    std::vector<delivery> deliveries;
};
BOOST_DESCRIBE_STRUCT(delivered, (), (deliveries))

struct postponed {
    static constexpr std::string_view kind = "hearing.postponed";
    day new_day;
    prose reason;
    day noticed_on;
    day participants_told_on;
};
BOOST_DESCRIBE_STRUCT(postponed, (), (new_day, reason, noticed_on, participants_told_on))

struct held {
    static constexpr std::string_view kind = "hearing.held";
    day held_on;
    std::vector<std::string> present;
    std::vector<hearing_step> steps;
    std::vector<hearing_statement> statements;
    long long against = 0;
    std::optional<std::string> objections;
    bool open_to_public = false;
    std::optional<prose> closed_reason;
    std::vector<signature> signatures;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(held, (),
                      (held_on, present, steps, statements, against, objections, open_to_public,
                       closed_reason, signatures, minutes))

struct reported {
    static constexpr std::string_view kind = "hearing.reported";
    day reported_on;
    prose organisation;
    prose participants_and_selection;
    prose opinions_and_reasons;
    prose disputes;
    prose analysis_and_proposals;
    document_ref report;
};
BOOST_DESCRIBE_STRUCT(reported, (),
                      (reported_on, organisation, participants_and_selection, opinions_and_reasons,
                       disputes, analysis_and_proposals, report))

struct argued_further {
    static constexpr std::string_view kind = "hearing.argued_further";
    day held_on;
    prose outcome;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(argued_further, (), (held_on, outcome, documents))

struct answered {
    static constexpr std::string_view kind = "hearing.answered";
    day told_participants_on;
    day published_on;
    std::vector<answered_point> points;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(answered, (), (told_participants_on, published_on, points, documents))

/// What the chapter leaves on file.
struct facts {
    std::vector<entered<suggested>> suggestions;
    std::vector<entered<suggestion_answered>> suggestion_answers;
    std::optional<entered<decided>> decision;
    std::optional<entered<announced>> notice;
    std::optional<entered<listed>> list;
    std::vector<entered<delivered>> deliveries;
    std::vector<entered<postponed>> postponements;
    std::optional<entered<held>> session;
    std::optional<entered<reported>> report;
    std::optional<entered<argued_further>> further_argument;
    std::optional<entered<answered>> reply;
};

} // namespace hearing

/// The rule under which a hearing must be held: the catalogue, a law, the place's triggers, or a
/// suggestion that was accepted. Nothing: it is open to choice, or the matter is not public.
std::optional<engine::rule_id> hearing_duty(dossier const& file, engine::rules const& law);
bool hearing_required(dossier const& file, engine::rules const& law);

/// The rule under which a hearing is to be held before the case goes on: the duty, or R713-16.1
/// where it was decided upon by choice and not called off.
std::optional<engine::rule_id> hearing_owed(dossier const& file, engine::rules const& law);

/// Nobody has said yet whether one is held, and it is open to choice: vital interests are touched
/// or disagreement is large, and nothing makes it a duty (R713-16.1). Elsewhere, and once the
/// matter is decided, nobody waits for an answer.
bool hearing_undecided(dossier const& file, engine::rules const& law);

/// A hearing on a text that still covers the draft was held, and all that the place asks for after
/// it is on file: report, further argument, answer to the participants.
bool hearing_done(dossier const& file, engine::rules const& law);

/// The day for which the hearing is announced, after any postponement.
std::optional<day> hearing_day(dossier const& file);

/// The first day on which a hearing announced on this day may be held (GDH303-16.1).
day earliest_hearing(day announced_on, engine::rules const& law);

/// More than half of the participants who came were against (GDH303-28.1).
bool majority_was_against(dossier const& file);

/// The time to answer each suggestion of a hearing, from the end of the comment window
/// (GDH303-14.2); nothing while no window has opened.
std::vector<engine::limit_terms> suggestion_terms(dossier const& file, engine::rules const& law,
                                                  engine::working_days const& days);

/// The times for the list and for the papers of the participants, back from the day of the hearing
/// (GDH303-20.1, R713-16.5).
std::vector<engine::limit_terms> hearing_preparation_terms(dossier const& file,
                                                           engine::rules const& law,
                                                           engine::working_days const& days);

/// The time for the hearing's report, from the hearing (GDH303-26.1).
std::optional<engine::limit_terms> hearing_report_terms(dossier const& file,
                                                        engine::rules const& law);

/// How long the hearing may be put off at most, from the day first announced (GDH303-19.2).
std::optional<engine::limit_terms> postponement_terms(dossier const& file,
                                                      engine::rules const& law);

std::unique_ptr<engine::chapter<dossier>> make_hearing();

} // namespace workflows::major_decision

#endif
