#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PARAMETERS_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PARAMETERS_HPP

#include "engine/rule_pack.hpp"

#include <vector>

// Every number and switch that the conditions of a normative document ask of the rule packs. The
// values stand in config/rules/; what is stricter stands here. "Generally" marks a soft minimum:
// less is lawful with the recorded reason that the rule asks for.

namespace workflows::normative_document {

// ---- Argument and opinions

/// Working days a draft is open for comments; shorter only with a reason (NORM-7).
inline constexpr engine::parameter_key comment_working_days{"document.comment_working_days",
                                                            engine::stricter::larger, "number"};
/// Days where the draft is closely tied to the business of enterprises (NORM-7).
inline constexpr engine::parameter_key business_comment_days{"document.business_comment_days",
                                                             engine::stricter::larger, "number"};
/// Experts, generally not fewer (NORM-8).
inline constexpr engine::parameter_key document_expert_min{"document.expert_min",
                                                           engine::stricter::larger, "number"};
/// Experts in a complex matter (NORM-8).
inline constexpr engine::parameter_key document_expert_min_complex{
    "document.expert_min_complex", engine::stricter::larger, "number"};

// ---- Legality review

/// Working days for the review, generally not fewer (NORM-3, NORM-11).
inline constexpr engine::parameter_key document_review_min_working_days{
    "document.review_min_working_days", engine::stricter::larger, "number"};
/// Working days within which the opinion is given (NORM-3, NORM-11).
inline constexpr engine::parameter_key document_review_max_working_days{
    "document.review_max_working_days", engine::stricter::smaller, "number"};
/// Working days to supply what the file lacks (NORM-10).
inline constexpr engine::parameter_key document_supplement_working_days{
    "document.supplement_working_days", engine::stricter::smaller, "number"};
/// What the file for the review holds (NORM-10).
inline constexpr engine::parameter_key document_review_parts{"document.review_parts",
                                                             engine::stricter::more, "list"};
/// What it holds besides where the document is the government's (NORM-10).
inline constexpr engine::parameter_key document_review_parts_government{
    "document.review_parts_government", engine::stricter::more, "list"};

// ---- Issue

/// Days between publication and effect, generally not fewer (NORM-13).
inline constexpr engine::parameter_key effect_days{"document.effect_days", engine::stricter::larger,
                                                   "number"};
/// Every document has a last day, not staged and trial ones alone (NORM-5).
inline constexpr engine::parameter_key validity_required{"document.validity_required",
                                                         engine::stricter::yes, "flag"};
/// Months of validity of a lasting document, generally not more (NORM-5).
inline constexpr engine::parameter_key validity_max_months{"document.validity_max_months",
                                                           engine::stricter::smaller, "number"};
/// Months of validity of what settles a staged matter, not more (NORM-14).
inline constexpr engine::parameter_key validity_max_staged_months{
    "document.validity_max_staged_months", engine::stricter::smaller, "number"};
/// Months of validity of a trial or an interim document, not more (NORM-14).
inline constexpr engine::parameter_key validity_max_trial_months{
    "document.validity_max_trial_months", engine::stricter::smaller, "number"};
/// Months of validity of staged and trial documents, not fewer (NORM-14).
inline constexpr engine::parameter_key validity_min_months{"document.validity_min_months",
                                                           engine::stricter::larger, "number"};

// ---- Filing for record

/// Days after publication within which a document is filed (NORM-15).
inline constexpr engine::parameter_key filing_days{"document.filing_days",
                                                   engine::stricter::smaller, "number"};
/// To whom the government's documents go: names of filing_recipient (NORM-15).
inline constexpr engine::parameter_key filing_recipients_government{
    "document.filing_recipients_government", engine::stricter::more, "list"};
/// To whom a department's documents go (NORM-15).
inline constexpr engine::parameter_key filing_recipients_department{
    "document.filing_recipients_department", engine::stricter::more, "list"};
/// Days to supply what a filing lacks (NORM-16).
inline constexpr engine::parameter_key filing_supplement_days{"document.filing_supplement_days",
                                                              engine::stricter::smaller, "number"};
/// Working days in which the maker explains (NORM-16).
inline constexpr engine::parameter_key maker_explanation_working_days{
    "document.maker_explanation_working_days", engine::stricter::smaller, "number"};
/// Days in which a filing is examined (NORM-16).
inline constexpr engine::parameter_key filing_examination_days{"document.filing_examination_days",
                                                               engine::stricter::smaller, "number"};
/// Days in which what was found wrong is corrected and reported (NORM-16).
inline constexpr engine::parameter_key filing_correction_days{"document.filing_correction_days",
                                                              engine::stricter::smaller, "number"};

// ---- In force

/// Months before its last day from which a document is called expiring and is evaluated (NORM-17).
inline constexpr engine::parameter_key expiry_warning_months{"document.expiry_warning_months",
                                                             engine::stricter::larger, "number"};
/// Months after which a document without a last day is evaluated (NORM-17).
inline constexpr engine::parameter_key evaluation_interval_months{
    "document.evaluation_interval_months", engine::stricter::smaller, "number"};

// ---- Review requests

/// Days to answer a review request (NORM-16).
inline constexpr engine::parameter_key request_days{"document.request_days",
                                                    engine::stricter::smaller, "number"};
/// Days by which that time may be extended at most (NORM-16).
inline constexpr engine::parameter_key request_extension_days{"document.request_extension_days",
                                                              engine::stricter::smaller, "number"};

/// All of the above, for the rule book.
std::vector<engine::parameter_key> const& declared_parameters();

} // namespace workflows::normative_document

#endif
