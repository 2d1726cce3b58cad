#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PARTICIPATION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PARTICIPATION_HPP

#include "engine/chapter.hpp"
#include "engine/dependent_field.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Public participation (公众参与): publication for comments, other forms, opinions and feedback.
/// Order 713 arts 14-18; Guangdong rules arts 14-20.
namespace participation {

enum class participation_form {
    symposium,
    field_visit,
    written_consultation,
    questionnaire,
    opinion_poll,
    online_interaction,
    group_consultation
};
JUECE_CHOICE(participation_form, symposium, field_visit, written_consultation, questionnaire,
             opinion_poll, online_interaction, group_consultation)

enum class attendee_kind {
    citizen,
    enterprise,
    trade_association,
    people_organisation,
    social_organisation,
    group_representative,
    expert,
    deputy,
    other_attendee
};
JUECE_CHOICE(attendee_kind, citizen, enterprise, trade_association, people_organisation,
             social_organisation, group_representative, expert, deputy, other_attendee)

enum class channel {
    government_site,
    gazette,
    newspaper,
    radio_television,
    new_media,
    notice_board
};
JUECE_CHOICE(channel, government_site, gazette, newspaper, radio_television, new_media,
             notice_board)

enum class adoption { adopted, partly_adopted, not_adopted };
JUECE_CHOICE(adoption, adopted, partly_adopted, not_adopted)

enum class feedback_way { telephone, writing, collective_online };
JUECE_CHOICE(feedback_way, telephone, writing, collective_online)

struct attendee {
    std::string name;
    attendee_kind kind;
    std::optional<std::string> main_points;
    std::optional<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(attendee, (), (name, kind, main_points, reasons))

struct opinion {
    std::string number;
    std::string from;
    attendee_kind kind;
    prose words;
};
BOOST_DESCRIBE_STRUCT(opinion, (), (number, from, kind, words))

struct decided_opinion {
    std::string number;
    adoption outcome;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(decided_opinion, (), (number, outcome, reason))

/// Lawfully not public: no participation.
struct exempted {
    static constexpr std::string_view kind = "participation.exempted";
    std::string legal_basis;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(exempted, (), (legal_basis, reason))

struct published {
    static constexpr std::string_view kind = "participation.published";
    day opens_on;
    day closes_on;
    std::vector<channel> channels;
    std::string contact;
    document_ref draft;
    document_ref explanation;
    std::optional<prose> shortened_reason;
    std::optional<page_address> address;
};
BOOST_DESCRIBE_STRUCT(published, (),
                      (opens_on, closes_on, channels, contact, draft, explanation, shortened_reason,
                       address))

struct activity_held {
    static constexpr std::string_view kind = "participation.activity_held";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"open_until", "form", "online_interaction"}, {"how", "form", "online_interaction"}};
    participation_form form;
    day held_on;
    std::vector<attendee> attendees;
    std::optional<day> materials_given_on;
    std::optional<std::string> third_party;
    bool third_party_has_no_interest = false;
    prose summary;
    std::optional<day> open_until;  ///< of an online interaction
    std::optional<std::string> how; ///< of an online interaction: where and how to take part
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(activity_held, (),
                      (form, held_on, attendees, materials_given_on, third_party,
                       third_party_has_no_interest, summary, open_until, how, documents))

struct opinions_recorded {
    static constexpr std::string_view kind = "participation.opinions_recorded";
    std::vector<opinion> opinions;
};
BOOST_DESCRIBE_STRUCT(opinions_recorded, (), (opinions))

struct window_closed {
    static constexpr std::string_view kind = "participation.window_closed";
    long long received = 0;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(window_closed, (), (received, remarks))

struct repeated_opinion {
    std::string number;
    std::optional<std::string> same_as; ///< the opinion that it repeats; nothing: none any more
};
BOOST_DESCRIBE_STRUCT(repeated_opinion, (), (number, same_as))

/// That opinions say what others on file say: each of those counts once (R713-18.1).
struct repeats_noted {
    static constexpr std::string_view kind = "participation.repeats_noted";
    std::vector<repeated_opinion> opinions;
};
BOOST_DESCRIBE_STRUCT(repeats_noted, (), (opinions))

/// Words that are masked wherever the case is published, beside the names and numbers that are
/// masked anyhow (JC-24).
struct words_masked {
    static constexpr std::string_view kind = "participation.words_masked";
    std::vector<std::string> masked;
};
BOOST_DESCRIBE_STRUCT(words_masked, (), (masked))

/// One by one, or several numbers that say the same in one go.
struct opinions_decided {
    static constexpr std::string_view kind = "participation.opinions_decided";
    std::vector<decided_opinion> decisions;
};
BOOST_DESCRIBE_STRUCT(opinions_decided, (), (decisions))

struct feedback_given {
    static constexpr std::string_view kind = "participation.feedback_given";
    feedback_way way;
    day given_on;
    std::optional<page_address> address;
    prose words;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(feedback_given, (), (way, given_on, address, words, documents))

struct concluded {
    static constexpr std::string_view kind = "participation.concluded";
    prose summary;
    document_ref report;
    std::optional<page_address> report_address; ///< where the report is published
};
BOOST_DESCRIBE_STRUCT(concluded, (), (summary, report, report_address))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<exempted>> exemption;
    std::vector<entered<published>> notices;
    std::vector<entered<activity_held>> activities;
    std::vector<entered<opinions_recorded>> recorded;
    std::optional<entered<window_closed>> closing;
    std::vector<entered<repeats_noted>> repeats;
    std::vector<entered<opinions_decided>> decided;
    std::vector<entered<feedback_given>> feedback;
    std::optional<entered<concluded>> conclusion;
};

} // namespace participation

/// The window of the last publication for comments, from its first day to the day it was published
/// to close; met when it was closed. Nothing before the first publication.
std::optional<engine::limit_terms> window_terms(dossier const& file, engine::rules const& law);

/// The last day of that window (TIME-3). It may be closed on the day after.
std::optional<day> window_end(dossier const& file, engine::rules const& law,
                              engine::working_days const& days);

/// The earliest lawful end of a window that opens on a day and is not shortened (R713-15.2).
engine::limit shortest_window(day opens_on, engine::rules const& law,
                              engine::working_days const& days);

/// Numbers of opinions on file that the sponsor has not yet decided on (R713-18.1).
std::vector<std::string> undecided_opinions(dossier const& file);

/// Public participation is over and still covers the draft, or the matter is lawfully not public
/// (R713-14.1).
bool participation_done(dossier const& file);

/// It was concluded, and then the draft changed in substance without the reviewer's word that the
/// public need not be heard again (JC-2).
bool participation_is_stale(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_participation();

} // namespace workflows::major_decision

#endif
