#ifndef JUECE_WEB_HANDLERS_AWAITED_PROPOSALS_HPP
#define JUECE_WEB_HANDLERS_AWAITED_PROPOSALS_HPP

#include "web/visit.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"

#include <optional>
#include <string>
#include <vector>

namespace web::handlers {

/// A proposal of the public that waits for an act.
struct awaited_proposal {
    engine::case_id catalogue;
    long long number = 0;
    std::string title;
    bool operator==(awaited_proposal const&) const = default;
};

/// What a list calls it, and its page.
engine::text words_of_proposal(awaited_proposal const& one);
std::string page_of_proposal(awaited_proposal const& one);

/// The proposals that wait for the act of a task on a catalogue, in the order in which they came;
/// empty for any other task. Asks the record.
std::vector<awaited_proposal> awaited_proposals(visit const& v, engine::case_id on,
                                                engine::task const& task);

/// True if the study found the proposal worth a decision, and nobody has answered it.
bool may_be_taken_up(workflows::catalogue::public_proposals::account const& so_far);

/// The form in which whoever looks opens a decision of a proposal, in the newest shape; empty for
/// whoever may open none.
std::string opening_of_proposal(visit const& v, engine::case_id on, long long number);

/// The proposals that the own unit found worth a decision and of which there is none yet: what
/// waits is an act that opens a case, so no act on the catalogue brings a task. Asks the record.
std::vector<awaited_proposal> proposals_to_take_up(visit const& v);

} // namespace web::handlers

#endif
