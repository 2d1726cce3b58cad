#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PARAMETERS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PARAMETERS_HPP

#include "engine/rule_pack.hpp"

#include <vector>

// Every number and switch that the conditions of a major decision ask of the rule packs. The values
// stand in config/rules/; what is stricter stands here. "Generally" in a comment marks a soft
// minimum: less is lawful with the recorded reason that the rule asks for.

namespace workflows::major_decision {

// ---- Intake and start

/// Every proposal brings all five parts, not only a department's (GD21-11.1).
inline constexpr engine::parameter_key proposal_parts_required{"intake.proposal_parts_required",
                                                               engine::stricter::yes, "flag"};
/// The government office reports on the start to the organ (GD21-12.1).
inline constexpr engine::parameter_key office_reports_start{"intake.office_reports_start",
                                                            engine::stricter::yes, "flag"};
/// What the procedure does not apply to: macro_control, law_making ... (R713-3.3, GD21-3.2).
inline constexpr engine::parameter_key intake_exclusions{"intake.exclusions", engine::stricter::any,
                                                         "list"};
/// A yearly catalogue of decisions must be made (Heilongjiang, Shandong).
inline constexpr engine::parameter_key catalogue_required{"catalogue.required",
                                                          engine::stricter::yes, "flag"};
/// What an entry of the catalogue must state: name, unit, planned_time, legal_basis, steps.
inline constexpr engine::parameter_key catalogue_fields{"catalogue.fields", engine::stricter::more,
                                                        "list"};

// ---- Drafting

/// Months from the start decision to a draft; longer with a reason.
inline constexpr engine::parameter_key drafting_limit_months{"drafting.limit_months",
                                                             engine::stricter::smaller, "number"};
/// A large dispute that needs comparing asks for two options or more (GD21-13.2).
inline constexpr engine::parameter_key two_options_on_dispute{"drafting.two_options_on_dispute",
                                                              engine::stricter::yes, "flag"};

// ---- Public participation

/// Days a draft is open for comments; shorter only with a published reason (R713-15.2).
inline constexpr engine::parameter_key comment_window_days{"participation.comment_window_days",
                                                           engine::stricter::larger, "number"};
/// Days before a symposium by which its papers are delivered.
inline constexpr engine::parameter_key symposium_materials_days{
    "participation.symposium_materials_days", engine::stricter::larger, "number"};
/// Enterprises and trade associations are heard where business is closely touched (GD21-15.3).
inline constexpr engine::parameter_key business_hearing_required{
    "participation.business_hearing_required", engine::stricter::yes, "flag"};
/// The public is told why opinions were not adopted (GD21-20.1).
inline constexpr engine::parameter_key feedback_to_public_required{
    "participation.feedback_to_public_required", engine::stricter::yes, "flag"};
/// A report on public participation is published (Heilongjiang).
inline constexpr engine::parameter_key participation_report_required{
    "participation.report_required", engine::stricter::yes, "flag"};
/// Minutes with each speaker's points and reasons (GD21-19.1).
inline constexpr engine::parameter_key symposium_minutes_required{
    "participation.symposium_minutes_required", engine::stricter::yes, "flag"};
/// A survey ends in a written report (GD21-19.2).
inline constexpr engine::parameter_key survey_report_required{
    "participation.survey_report_required", engine::stricter::yes, "flag"};
/// Online interaction states content, closing day and way (GD21-19.3).
inline constexpr engine::parameter_key online_terms_required{"participation.online_terms_required",
                                                             engine::stricter::yes, "flag"};

// ---- Hearing

/// Where a hearing must be held: by_law, by_catalogue, vital_interest, major_dispute.
inline constexpr engine::parameter_key hearing_duty_triggers{"hearing.duty_triggers",
                                                             engine::stricter::more, "list"};
/// Days before the hearing by which its notice is published (GDH303-16.1).
inline constexpr engine::parameter_key hearing_notice_days{"hearing.notice_days",
                                                           engine::stricter::larger, "number"};
/// Days before the hearing by which the list of persons is published (GDH303-20.1).
inline constexpr engine::parameter_key hearing_list_days{"hearing.list_days",
                                                         engine::stricter::larger, "number"};
/// Days before the hearing by which participants have the papers (R713-16.5).
inline constexpr engine::parameter_key hearing_materials_days{"hearing.materials_days",
                                                              engine::stricter::larger, "number"};
/// Participants, generally not fewer; fewer only with a recorded reason (GDH303-19.1).
inline constexpr engine::parameter_key hearing_participants_min{"hearing.participants_min",
                                                                engine::stricter::larger, "number"};
/// The number of participants is odd (GDH303-19.1).
inline constexpr engine::parameter_key hearing_participants_odd{"hearing.participants_odd",
                                                                engine::stricter::yes, "flag"};
/// Share of interested persons among the participants, not less than (Shandong).
inline constexpr engine::parameter_key hearing_interested_share{"hearing.interested_share",
                                                                engine::stricter::larger, "ratio"};
/// Share of participants present, not less than (GDH303-19.2).
inline constexpr engine::parameter_key hearing_attendance{"hearing.attendance",
                                                          engine::stricter::larger, "ratio"};
/// Days by which a hearing may be put off at most (GDH303-19.2).
inline constexpr engine::parameter_key hearing_postpone_max_days{
    "hearing.postpone_max_days", engine::stricter::smaller, "number"};
/// Days after the hearing for its report (GDH303-26.1).
inline constexpr engine::parameter_key hearing_report_days{"hearing.report_days",
                                                           engine::stricter::smaller, "number"};
/// A hearing ends in a report (GDH303-26.1).
inline constexpr engine::parameter_key hearing_report_required{"hearing.report_required",
                                                               engine::stricter::yes, "flag"};
/// Working days after the comment window to answer a suggestion of a hearing (GDH303-14.2).
inline constexpr engine::parameter_key hearing_suggestion_answer_working_days{
    "hearing.suggestion_answer_working_days", engine::stricter::smaller, "number"};
/// The host drafted nothing and has no interest (GDH303-9.1).
inline constexpr engine::parameter_key hearing_host_independence_required{
    "hearing.host_independence_required", engine::stricter::yes, "flag"};
/// A third party holds a hearing only under a written agreement (GDH303-7.1).
inline constexpr engine::parameter_key hearing_agreement_required{"hearing.agreement_required",
                                                                  engine::stricter::yes, "flag"};
/// Who must be named: host, presenter, participant, recorder (GDH303-8.1).
inline constexpr engine::parameter_key hearing_roles{"hearing.roles", engine::stricter::more,
                                                     "list"};
/// What the notice states: purpose, content, basis, time, place, selection, quota (GDH303-16.1,
/// -17.1).
inline constexpr engine::parameter_key hearing_notice_parts{"hearing.notice_parts",
                                                            engine::stricter::more, "list"};
/// The steps of the hearing, in order (R713-17.1, GDH303-23.1).
inline constexpr engine::parameter_key hearing_steps{"hearing.steps", engine::stricter::more,
                                                     "list"};
/// Who signs the record: host, presenter, participant, recorder (GDH303-25.1).
inline constexpr engine::parameter_key hearing_signatures{"hearing.signatures",
                                                          engine::stricter::more, "list"};
/// What the report contains (GDH303-26.1).
inline constexpr engine::parameter_key hearing_report_parts{"hearing.report_parts",
                                                            engine::stricter::more, "list"};
/// Most participants against: the sponsor argues further (GDH303-28.1).
inline constexpr engine::parameter_key hearing_further_argument_required{
    "hearing.further_argument_required", engine::stricter::yes, "flag"};
/// Adoption and reasons go to the participants in writing and are published (GDH303-28.2).
inline constexpr engine::parameter_key hearing_adoption_told_required{
    "hearing.adoption_told_required", engine::stricter::yes, "flag"};

// ---- Expert argument

/// Experts, generally not fewer.
inline constexpr engine::parameter_key expert_min{"expert.min", engine::stricter::larger, "number"};
/// Experts in a complex matter.
inline constexpr engine::parameter_key expert_min_complex{"expert.min_complex",
                                                          engine::stricter::larger, "number"};
/// Experts of the sector and of law, those of the sector in the majority.
inline constexpr engine::parameter_key expert_mix_required{"expert.mix_required",
                                                           engine::stricter::yes, "flag"};
/// Days before an expert meeting by which the papers are given (GD21-22.2).
inline constexpr engine::parameter_key expert_materials_days{"expert.materials_days",
                                                             engine::stricter::larger, "number"};
/// Working days the experts have to study the papers (Shandong).
inline constexpr engine::parameter_key expert_study_working_days{
    "expert.study_working_days", engine::stricter::larger, "number"};
/// The sponsor writes a report on the expert argument (GD21-24.1).
inline constexpr engine::parameter_key expert_report_required{"expert.report_required",
                                                              engine::stricter::yes, "flag"};
/// Advice that is not adopted gets a reason (GD21-24.2).
inline constexpr engine::parameter_key expert_reasons_required{"expert.reasons_required",
                                                               engine::stricter::yes, "flag"};
/// The experts are told what became of their advice (Shandong).
inline constexpr engine::parameter_key expert_feedback_required{"expert.feedback_required",
                                                                engine::stricter::yes, "flag"};

// ---- Risk assessment

/// Where possible harm asks for an assessment: social_stability, public_safety ... (R713-22.1).
inline constexpr engine::parameter_key risk_domains{"risk.domains", engine::stricter::more, "list"};
/// Steps of an assessment: work_plan, hear_parties, analyse, fix_degree, report (GD21-28.1).
inline constexpr engine::parameter_key risk_steps{"risk.steps", engine::stricter::more, "list"};
/// Parts of the report: risk_points, prevention_and_response ... (R713-23.2, GD21-29.1).
inline constexpr engine::parameter_key risk_report_parts{"risk.report_parts",
                                                         engine::stricter::more, "list"};
/// The place's grading beside controllable or not; empty: none.
inline constexpr engine::parameter_key risk_levels{"risk.levels", engine::stricter::any, "list"};
/// Levels that go back to drafting like uncontrollable risk.
inline constexpr engine::parameter_key risk_blocking_levels{"risk.blocking_levels",
                                                            engine::stricter::more, "list"};
/// Levels that need a special statement to the meeting.
inline constexpr engine::parameter_key risk_statement_levels{"risk.statement_levels",
                                                             engine::stricter::more, "list"};
/// An earlier assessment serves only if nothing changed materially (GD21-27.3).
inline constexpr engine::parameter_key risk_no_change_statement_required{
    "risk.no_change_statement_required", engine::stricter::yes, "flag"};
/// A third party that assesses has the qualification (GD21-27.2).
inline constexpr engine::parameter_key risk_qualification_required{"risk.qualification_required",
                                                                   engine::stricter::yes, "flag"};
/// Who wrote the report does not examine it (编审分离, Heilongjiang).
inline constexpr engine::parameter_key risk_review_apart_required{"risk.review_apart_required",
                                                                  engine::stricter::yes, "flag"};

// ---- Fair competition

/// Where operators are touched the material is part of the submission (R713-29.1).
inline constexpr engine::parameter_key fair_competition_material_required{
    "fair_competition.material_required", engine::stricter::yes, "flag"};
/// Where operators are touched a passed review is needed to submit and to issue (NORM-20).
inline constexpr engine::parameter_key fair_competition_conclusion_required{
    "fair_competition.conclusion_required", engine::stricter::yes, "flag"};
/// Where operators are touched trade-policy compliance is assessed too (Shandong).
inline constexpr engine::parameter_key trade_compliance_required{
    "fair_competition.trade_compliance_required", engine::stricter::yes, "flag"};

// ---- The sponsor's own review and discussion

/// The sponsor's legal unit reviews before the sponsor's discussion (GD21-31.1).
inline constexpr engine::parameter_key sponsor_legal_review_required{
    "sponsor.legal_review_required", engine::stricter::yes, "flag"};
/// The sponsor discusses collectively before legality review (GD21-31.2).
inline constexpr engine::parameter_key sponsor_discussion_required{"sponsor.discussion_required",
                                                                   engine::stricter::yes, "flag"};

// ---- Legality review

/// Working days for the review, generally not fewer (R713-26.3).
inline constexpr engine::parameter_key review_min_working_days{"review.min_working_days",
                                                               engine::stricter::larger, "number"};
/// Working days within which the opinion is given.
inline constexpr engine::parameter_key review_max_working_days{"review.max_working_days",
                                                               engine::stricter::smaller, "number"};
/// Working days by which the review may be extended.
inline constexpr engine::parameter_key review_extension_working_days{
    "review.extension_working_days", engine::stricter::smaller, "number"};
/// What stops the clock: supplement, consultation, expert_advice, survey, institution (GD21-34.2).
inline constexpr engine::parameter_key review_clock_stops{"review.clock_stops",
                                                          engine::stricter::more, "list"};
/// Working days to supply what is missing; then the file may be returned.
inline constexpr engine::parameter_key supplement_working_days{"review.supplement_working_days",
                                                               engine::stricter::smaller, "number"};
/// An adviser with a direct interest withdraws (GD21-32.2).
inline constexpr engine::parameter_key adviser_withdrawal_required{
    "review.adviser_withdrawal_required", engine::stricter::yes, "flag"};
/// Who does not follow the opinion gives the meeting written reasons.
inline constexpr engine::parameter_key review_departure_reasons_required{
    "review.departure_reasons_required", engine::stricter::yes, "flag"};

// ---- Submission and agenda

/// The submission file: request, draft, drafting_explanation, legal_basis, sponsor_discussion,
/// legality_opinion (R713-29.1, GD21-36.1).
inline constexpr engine::parameter_key submission_parts{"submission.parts", engine::stricter::more,
                                                        "list"};
/// The office checks the submission (GD21-38.1).
inline constexpr engine::parameter_key office_check_required{"submission.office_check_required",
                                                             engine::stricter::yes, "flag"};
/// Working days for the office's check.
inline constexpr engine::parameter_key office_check_working_days{
    "submission.office_check_working_days", engine::stricter::smaller, "number"};
/// The deputy in charge reviews (GD21-38.1).
inline constexpr engine::parameter_key deputy_review_required{"submission.deputy_review_required",
                                                              engine::stricter::yes, "flag"};
/// The head decides on the agenda (GD21-38.1).
inline constexpr engine::parameter_key head_agenda_required{"submission.head_agenda_required",
                                                            engine::stricter::yes, "flag"};

// ---- Collective decision

/// Meetings that may decide: executive, plenary (R713-30.1).
inline constexpr engine::parameter_key meeting_kinds{"meeting.kinds", engine::stricter::fewer,
                                                     "list"};
/// Share of the members who must be present: MORE than this share.
inline constexpr engine::parameter_key quorum{"meeting.quorum", engine::stricter::larger, "ratio"};
/// Heads that attend: office, sponsor, reviewer (GD21-39.1).
inline constexpr engine::parameter_key required_attendance{"meeting.required_attendance",
                                                           engine::stricter::more, "list"};
/// The sponsor explains the draft before it is discussed (GD21-40.1).
inline constexpr engine::parameter_key sponsor_explanation_required{
    "meeting.sponsor_explanation_required", engine::stricter::yes, "flag"};
/// A member who says nothing agrees (GD21-40.1).
inline constexpr engine::parameter_key silence_is_consent{"meeting.silence_is_consent",
                                                          engine::stricter::any, "flag"};
/// Adopted, adopted_in_principle, discuss_again, postponed, rejected; empty: all of them.
inline constexpr engine::parameter_key meeting_outcomes{"meeting.outcomes", engine::stricter::any,
                                                        "list"};
/// A change of substance ordered by the meeting is deliberated again.
inline constexpr engine::parameter_key redeliberate_substantive_change{
    "meeting.redeliberate_substantive_change", engine::stricter::yes, "flag"};
/// Months after which a postponed matter ends by itself.
inline constexpr engine::parameter_key postponed_expiry_months{"meeting.postponed_expiry_months",
                                                               engine::stricter::smaller, "number"};

// ---- Party report and publication

/// The party committee is asked before issue (R713-31.1).
inline constexpr engine::parameter_key party_report_required{"party_committee.report_required",
                                                             engine::stricter::yes, "flag"};
/// It is the government's party group that reports (GD21-4.1).
inline constexpr engine::parameter_key party_group_reports{"party_committee.group_reports",
                                                           engine::stricter::yes, "flag"};
/// Working days after the decision to publish it.
inline constexpr engine::parameter_key publication_working_days{
    "publication.working_days", engine::stricter::smaller, "number"};
/// An interpretation is published at the same time (GD21-41.2).
inline constexpr engine::parameter_key interpretation_required{
    "publication.interpretation_required", engine::stricter::yes, "flag"};
/// The adoption of opinions is always published with the decision (Hebei).
inline constexpr engine::parameter_key adoption_published_together{
    "publication.adoption_published_together", engine::stricter::yes, "flag"};

// ---- Execution and evaluation

/// A suspension by the head is explained at a meeting afterwards (GD21-45.3).
inline constexpr engine::parameter_key suspension_explanation_required{
    "execution.suspension_explanation_required", engine::stricter::yes, "flag"};
/// A suspension states how losses are limited.
inline constexpr engine::parameter_key suspension_measures_required{
    "execution.suspension_measures_required", engine::stricter::yes, "flag"};
/// When an evaluation may be ordered (R713-36.1, GD21-46.1).
inline constexpr engine::parameter_key evaluation_triggers{"evaluation.triggers",
                                                           engine::stricter::more, "list"};
/// When an evaluation must be made.
inline constexpr engine::parameter_key evaluation_duty_triggers{"evaluation.duty_triggers",
                                                                engine::stricter::more, "list"};
/// A long-running decision may be evaluated in stages (GD21-46.3).
inline constexpr engine::parameter_key staged_evaluation_allowed{"evaluation.staged_allowed",
                                                                 engine::stricter::any, "flag"};
/// What is evaluated (GD21-47.1).
inline constexpr engine::parameter_key evaluation_contents{"evaluation.contents",
                                                           engine::stricter::more, "list"};
/// Steps of an evaluation (GD21-48.1).
inline constexpr engine::parameter_key evaluation_steps{"evaluation.steps", engine::stricter::more,
                                                        "list"};
/// Parts of the evaluation report (GD21-49.1).
inline constexpr engine::parameter_key evaluation_report_parts{"evaluation.report_parts",
                                                               engine::stricter::more, "list"};

/// All of the above, for the rule book.
std::vector<engine::parameter_key> const& declared_parameters();

} // namespace workflows::major_decision

#endif
