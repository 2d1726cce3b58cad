#ifndef JUECE_WEB_HANDLERS_AGENDAS_HPP
#define JUECE_WEB_HANDLERS_AGENDAS_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <compare>
#include <string>
#include <vector>

// The agendas of meetings: which meeting a matter stands before, and with what papers.

namespace web::handlers {

/// A meeting as agendas name it. Those of one day and kind without a name of their own are one.
struct planned_meeting {
    std::string on; ///< "2024-04-02"
    std::string kind;
    std::string name;
    auto operator<=>(planned_meeting const&) const = default;

    /// What an address calls it.
    std::string key() const;
};

/// The act by which a matter stands on an agenda; null where it was taken off or discussed since.
engine::act const* agenda_of(std::vector<engine::act> const& acts);

/// What was on file when an act was entered.
std::vector<engine::act> acts_before(std::vector<engine::act> acts, long long seq);

planned_meeting meeting_of(engine::act const& placed);

/// One of several meetings, by the name that it has among them: where no name was given and a
/// single one of that day and kind has a name, that is the one that was meant.
planned_meeting named_among(planned_meeting const& one, std::vector<planned_meeting> const& all);

/// "2026年6月20日 常务会议 第12次常务会议"
std::string words_of_meeting(visit const& v, planned_meeting const& one);

/// What the form holds that places a matter on an agenda: the meeting of the address, else the next
/// one that other matters of the organ stand before. Nothing where there is none, or the address
/// asks for a new one.
boost::json::object body_for_agenda(visit const& v, opened_case const& file);

/// What the record of a discussion holds of the meeting that the matter stands before: its name, if
/// the agenda has it, and its day once it has come. Nothing where it stands before none.
boost::json::object body_for_record(visit const& v, opened_case const& file);

/// How the record calls a meeting to which this matter's agenda gave no name: as that of another
/// matter of the organ does, else by its day and kind. Reads the acts of those matters.
std::string name_for_record(visit const& v, opened_case const& file,
                            planned_meeting const& meeting);

/// What is remarked on the form that places a matter: the meetings of a year are counted, and two
/// days have none of them in common. Nothing of a name that counts no meeting.
std::vector<engine::advice> remarks_on_meeting(visit const& v, opened_case const& file,
                                               boost::json::object const& body);

/// The meetings to choose from, above that form.
void add_meetings_to_come(visit const& v, opened_case const& file, boost::json::array& into);

/// The papers with which a matter lies before its meeting: the request of the sponsor, the draft
/// in force with its explanation, the opinion of the review.
boost::json::array papers_for_meeting(visit const& v, std::vector<engine::act> const& acts);

/// Who is against the draft still, in one line with its link; not "any" where nobody is.
boost::json::object disagreement_view(visit const& v, opened_case const& file);

} // namespace web::handlers

#endif
