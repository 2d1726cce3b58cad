#ifndef JUECE_WEB_HANDLERS_FORM_TRIALS_HPP
#define JUECE_WEB_HANDLERS_FORM_TRIALS_HPP

#include "engine/demands.hpp"
#include "engine/refused_choices.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/opened_case.hpp"

#include <optional>
#include <vector>

namespace web::handlers {

/// Which of the optional fields of an offered act the law asks for, as the case stands.
engine::demands demands_on(visit const& v, opened_case const& file, engine::offer const& offer);

/// Which choices of an offered act the law refuses whatever else its form says.
engine::refused_choices refused_choices_on(visit const& v, opened_case const& file,
                                           engine::offer const& offer);

/// Which fields the law asks for of the act that opens a case.
engine::demands demands_at_opening(visit const& v, typed_form const& typed,
                                   std::vector<engine::field> const& fields);

/// What the law would remark on an act for what its form says; what it remarks in any case stands
/// above the form already. Nothing for an act that would not be entered as it stands.
std::vector<engine::advice> remarks_on_form(visit& v, std::optional<engine::case_id> on,
                                            typed_form const& typed);

/// What a form says once these remarks were read; of others it says something else.
std::string confirmation_of(visit const& v, std::vector<engine::advice> const& remarks);

/// What the law would refuse beside the faults of a form, so that everything is said at once.
/// `on`: nothing where a case would be opened. `fields`: of the act; null where nobody knows it.
std::vector<engine::refusal> refused_beside_faults(visit& v, std::optional<engine::case_id> on,
                                                   typed_form const& typed,
                                                   std::vector<engine::field> const* fields);

/// Notes in a form by refusal which of its fields are to be put right. `on` and `fields` as above.
void note_blamed(visit& v, std::optional<engine::case_id> on, typed_form& typed,
                 std::vector<engine::field> const* fields);

/// What refuses an act whatever its form says: the case stands elsewhere, or is barred as a whole.
/// Notes in the form whether others have acted since it was shown.
std::vector<engine::refusal> out_of_place(visit& v, engine::case_id on, typed_form& typed);

} // namespace web::handlers

#endif
