#ifndef JUECE_ADAPTERS_DEMO_MODELS_HPP
#define JUECE_ADAPTERS_DEMO_MODELS_HPP

#include "adapters/demo/scene_reading.hpp"

// One lawful body for every kind of act; the word chooses a variant. The table of kinds is in
// model_acts.cpp.

namespace adapters::demo {

object proposed(scene const& at, std::string_view variant);
object study_assigned(scene const& at, std::string_view);
object studied(scene const& at, std::string_view variant);
object start_reported(scene const& at, std::string_view);
object start_decided(scene const& at, std::string_view variant);
object start_declined(scene const& at, std::string_view);
object found_not_applicable(scene const&, std::string_view variant);
object researched(scene const& at, std::string_view);
object assessed(scene const& at, std::string_view variant);
object versioned(scene const& at, std::string_view variant);
object change_confirmed(scene const& at, std::string_view variant);
object consultation_asked(scene const& at, std::string_view);
object consultation_answered(scene const&, std::string_view variant);
object settled(scene const& at, std::string_view variant);
object disagreement_stated(scene const&, std::string_view);
object consultation_concluded(scene const&, std::string_view);
object exempted(scene const&, std::string_view);
object participation_published(scene const& at, std::string_view variant);
object activity_held(scene const& at, std::string_view variant);
object opinions_recorded(scene const& at, std::string_view);
object repeats_noted(scene const& at, std::string_view);
object words_masked(scene const& at, std::string_view);
object window_closed(scene const& at, std::string_view);
object opinions_decided(scene const& at, std::string_view);
object feedback_given(scene const& at, std::string_view variant);
object participation_concluded(scene const& at, std::string_view);
object hearing_suggested(scene const& at, std::string_view);
object suggestion_answered(scene const& at, std::string_view variant);
object hearing_decided(scene const&, std::string_view variant);
object hearing_announced(scene const& at, std::string_view);
object hearing_listed(scene const& at, std::string_view);
object hearing_delivered(scene const& at, std::string_view);
object hearing_postponed(scene const& at, std::string_view);
object hearing_held(scene const& at, std::string_view variant);
object hearing_reported(scene const& at, std::string_view);
object argued_further(scene const& at, std::string_view);
object hearing_answered(scene const& at, std::string_view);
object selected(scene const& at, std::string_view variant);
object materials_given(scene const& at, std::string_view);
object opined(scene const& at, std::string_view);
object expert_excluded(scene const& at, std::string_view);
object experts_reported(scene const& at, std::string_view);
object risk_exempted(scene const& at, std::string_view);
object risk_planned(scene const& at, std::string_view);
object opinions_heard(scene const& at, std::string_view);
object analysed(scene const&, std::string_view);
object risk_reported(scene const& at, std::string_view variant);
object drafter_reviewed(scene const& at, std::string_view);
object fair_filed(scene const& at, std::string_view);
object fair_concluded(scene const& at, std::string_view variant);
object legal_opinion_given(scene const& at, std::string_view variant);
object discussed(scene const& at, std::string_view variant);
object review_filed(scene const& at, std::string_view);
object review_accepted(scene const&, std::string_view);
object supplement_requested(scene const& at, std::string_view);
object supplemented(scene const& at, std::string_view);
object review_returned(scene const&, std::string_view);
object clock_stopped(scene const&, std::string_view variant);
object clock_resumed(scene const&, std::string_view);
object review_extended(scene const&, std::string_view);
object advisers_asked(scene const& at, std::string_view);
object adviser_opined(scene const& at, std::string_view);
object adviser_withdrew(scene const& at, std::string_view);
object instruction_logged(scene const&, std::string_view);
object review_concluded(scene const& at, std::string_view variant);
object responded(scene const& at, std::string_view);
object submission_filed(scene const& at, std::string_view);
object completion_demanded(scene const&, std::string_view);
object submission_completed(scene const& at, std::string_view);
object returned_by_office(scene const&, std::string_view);
object office_passed(scene const&, std::string_view);
object deputy_changed(scene const&, std::string_view);
object deputy_approved(scene const&, std::string_view);
object deputy_returned(scene const&, std::string_view);
object head_returned(scene const&, std::string_view);
object placed_on_agenda(scene const& at, std::string_view variant);
object moved_on_agenda(scene const&, std::string_view);
object removed_from_agenda(scene const&, std::string_view);
object deliberation_held(scene const& at, std::string_view variant);
object changes_made(scene const& at, std::string_view);
object changes_accepted(scene const&, std::string_view);
object changes_refused(scene const&, std::string_view);
object party_made(scene const& at, std::string_view);
object party_answered(scene const& at, std::string_view variant);
object congress_reported(scene const& at, std::string_view);
object congress_decided(scene const& at, std::string_view variant);
object text_signed(scene const& at, std::string_view);
object publication_published(scene const& at, std::string_view);
object withheld(scene const&, std::string_view);
object unit_named(scene const& at, std::string_view);
object execution_reported(scene const& at, std::string_view);
object inspected(scene const& at, std::string_view);
object citizen_opinion_received(scene const& at, std::string_view);
object problem_reported(scene const& at, std::string_view variant);
object problem_answered(scene const&, std::string_view);
object suspended(scene const& at, std::string_view);
object suspension_explained(scene const& at, std::string_view);
object resumed(scene const&, std::string_view);
object execution_completed(scene const& at, std::string_view);
object ordered(scene const& at, std::string_view);
object evaluation_planned(scene const& at, std::string_view);
object data_requested(scene const& at, std::string_view);
object data_supplied(scene const& at, std::string_view);
object surveyed(scene const& at, std::string_view);
object evaluation_reported(scene const& at, std::string_view variant);
object followed_up(scene const& at, std::string_view);
object result_answered(scene const&, std::string_view);
object adjustment_proposed(scene const& at, std::string_view variant);
object minor_decided(scene const& at, std::string_view);
object reopened(scene const& at, std::string_view);
object replaced(scene const& at, std::string_view);
object declined(scene const&, std::string_view);
object part_filed(scene const& at, std::string_view);
object archived(scene const& at, std::string_view);
object number_corrected(scene const& at, std::string_view);
object withdrawal_requested(scene const&, std::string_view);
object withdrawn(scene const&, std::string_view);
object withdrawal_declined(scene const&, std::string_view);
object terminated(scene const& at, std::string_view variant);
object expired(scene const&, std::string_view);

std::vector<std::string> units_without_answer(scene const& at);
object sheet_opened(scene const& at, std::string_view variant);
object sheet_signed(scene const&, std::string_view variant);
object signer_added(scene const& at, std::string_view);
object signer_removed(scene const&, std::string_view);
object sheet_returned(scene const&, std::string_view);
object sheet_sent_again(scene const&, std::string_view);
object sheet_withdrawn(scene const&, std::string_view);
object sheet_stopped(scene const&, std::string_view);
object signature_withdrawn(scene const&, std::string_view);
object sheet_urged(scene const&, std::string_view);
object copies_sent(scene const& at, std::string_view);
object copy_read(scene const& at, std::string_view);
object task_handed_over(scene const& at, std::string_view);
object handing_taken_back(scene const& at, std::string_view);
object task_delegated(scene const& at, std::string_view);
object delegation_answered(scene const& at, std::string_view);
object delegation_declined(scene const& at, std::string_view);
object delegation_recalled(scene const& at, std::string_view);

} // namespace adapters::demo

#endif
