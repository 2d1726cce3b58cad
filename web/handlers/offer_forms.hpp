#ifndef JUECE_WEB_HANDLERS_OFFER_FORMS_HPP
#define JUECE_WEB_HANDLERS_OFFER_FORMS_HPP

#include "web/form_view.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/opened_case.hpp"

#include <initializer_list>

namespace web::handlers {

/// The refusals that are not about who asks.
std::vector<engine::refusal> beside_role(std::vector<engine::refusal> const& grounds);

boost::json::object offer_view(visit const& v, engine::offer const& offer);

/// What a page brings to a form.
struct form_terms {
    typed_form const* typed = nullptr; ///< the form that came back, if one did
    boost::json::object prepared = {}; ///< what the page fills in while nobody has typed
    std::string return_to = {};        ///< the page below the case to go to afterwards
};

/// What the fields of an act offer to choose from: people and their tasks by name, the indicators
/// that an act of a report may name, what stands in a catalogue, and the few turns in which a sheet
/// goes round, said in words.
known_values to_choose_from(visit const& v, opened_case const& file, std::string_view kind);

/// What was wrong with a form that came back, for part_problem. `file`: of a case whose acts since
/// the form was shown are told as well, and what may be done now where that act may not.
boost::json::object problem_view(visit const& v, typed_form const& typed,
                                 opened_case const* file = nullptr);

/// The body that a form is filled with: what was typed if it is the form that came back, else the
/// draft that was kept of it, with what was only proposed as it is proposed now, else what the case
/// proposes and the page prepared.
boost::json::object body_to_show(visit const& v, opened_case const& file,
                                 engine::offer const& offer, kept_drafts const& kept,
                                 form_terms const& terms);

/// The form of an open offer for part_act_form, filled with body_to_show(). A page may set `paper`
/// and `paper_words`: the paper of the act that is drawn of what is typed, which is kept before.
boost::json::object offer_form(visit const& v, opened_case const& file, engine::offer const& offer,
                               kept_drafts const& kept, form_terms const& terms = {});

/// What stands in a form as it was proposed, name and value, for part_act_form: sent along with
/// what was typed, so that a draft of the form can tell the two apart.
boost::json::array standing_as_proposed(boost::json::array const& inputs,
                                        boost::json::object const& body,
                                        boost::json::object const& proposed);

/// Moves the named inputs of a form under a legend of their own, in that order.
void gather_inputs(boost::json::object& form, std::string legend, std::string about,
                   std::initializer_list<std::string_view> names);

} // namespace web::handlers

#endif
