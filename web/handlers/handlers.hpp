#ifndef JUECE_WEB_HANDLERS_HANDLERS_HPP
#define JUECE_WEB_HANDLERS_HANDLERS_HPP

#include "web/visit.hpp"

#include <boost/asio/awaitable.hpp>

// One function per row of the table of routes (web/routes.cpp).

namespace web::handlers {

using boost::asio::awaitable;

// sign_in.cpp
awaitable<answer> show_sign_in(visit& v);
awaitable<answer> sign_in(visit& v);
answer show_code(visit& v);
awaitable<answer> give_code(visit& v);
answer show_link(visit& v);
awaitable<answer> use_link(visit& v);
awaitable<answer> sign_out(visit& v);

// openid.cpp
awaitable<answer> go_to_openid(visit& v);
awaitable<answer> back_from_openid(visit& v);

// account.cpp
answer show_account(visit& v);
awaitable<answer> keep_phrases(visit& v);
awaitable<answer> change_password(visit& v);
answer show_second_factor(visit& v);
awaitable<answer> propose_second_factor(visit& v);
awaitable<answer> confirm_second_factor(visit& v);
awaitable<answer> turn_second_factor_off(visit& v);
awaitable<answer> renew_recovery_codes(visit& v);
awaitable<answer> end_sessions(visit& v);

// notices.cpp
answer show_notices(visit& v);
awaitable<answer> read_notices(visit& v);
awaitable<answer> set_notice_mail(visit& v);
awaitable<answer> renew_calendar_key(visit& v);
awaitable<answer> drop_calendar_key(visit& v);
awaitable<answer> show_calendar(visit& v);

// deliveries.cpp
answer show_deliveries(visit& v);
awaitable<answer> settle_delivery(visit& v);

// audit.cpp
answer show_audit(visit& v);
answer export_audit(visit& v);

// appointments.cpp
answer show_appointments(visit& v);
awaitable<answer> choose_appointment(visit& v);

// looks.cpp
awaitable<answer> choose_looks(visit& v);
awaitable<answer> go_on_to_a_later_day(visit& v);

// boxes.cpp
answer show_tasks(visit& v);
answer show_box(visit& v);

// drafts.cpp
awaitable<answer> keep_case_draft(visit& v);
awaitable<answer> keep_opening_draft(visit& v);
awaitable<answer> drop_draft(visit& v);

// search.cpp
answer search_words(visit& v);

// overview.cpp
answer show_overview(visit& v);

// exports.cpp
answer export_box(visit& v);

// keeping.cpp
awaitable<answer> save_view(visit& v);
awaitable<answer> drop_view(visit& v);
awaitable<answer> choose_columns(visit& v);

// cases.cpp
answer list_cases(visit& v);
answer show_opening(visit& v);

// documents_in_force.cpp
answer list_normative_documents(visit& v);
answer export_normative_documents(visit& v);

// matters.cpp
answer list_matters(visit& v);
answer export_matters(visit& v);
// matter_import.cpp
answer show_matter_import(visit& v);
awaitable<answer> import_matters(visit& v);
// advisers.cpp
answer list_advisers(visit& v);
answer show_adviser(visit& v);

// case_page.cpp
answer show_case(visit& v);

// case_parts.cpp
answer show_act(visit& v);
answer show_limit(visit& v);
answer show_map(visit& v);
answer show_case_package(visit& v);

// acts.cpp
awaitable<answer> open_case(visit& v);
awaitable<answer> enter_act(visit& v);
awaitable<answer> enter_administration_act(visit& v);

// administration.cpp
answer show_administration(visit& v);
answer show_rights(visit& v);
answer show_numbering(visit& v);
answer show_letter(visit& v);

// administration_record.cpp
answer show_administration_acts(visit& v);
answer export_administration_acts(visit& v);

// documents.cpp
awaitable<answer> store_documents(visit& v);
answer show_document(visit& v);
answer describe_document(visit& v);
awaitable<answer> show_document_page(visit& v);

// uploads.cpp
awaitable<answer> begin_upload(visit& v);
answer show_upload(visit& v);
awaitable<answer> append_to_upload(visit& v);
awaitable<answer> drop_upload(visit& v);
awaitable<answer> finish_upload(visit& v);

// draft_versions.cpp
answer compare_drafts(visit& v);
answer show_sheets(visit& v);

// advice.cpp, review.cpp, meeting.cpp: the desks of the adviser, the reviewer and the secretary
answer show_advice(visit& v);
answer show_review(visit& v);
answer show_meeting(visit& v);
// meetings.cpp
answer show_meetings(visit& v);

// catalogue.cpp
answer show_catalogue(visit& v);
answer show_case_catalogue(visit& v);
answer show_catalogue_item(visit& v);
// proposals.cpp
answer show_proposals(visit& v);
// catalogue_import.cpp
answer show_catalogue_import(visit& v);
awaitable<answer> enter_catalogue_import(visit& v);

// papers.cpp
answer show_paper(visit& v);

// figures.cpp
answer show_figures(visit& v);
answer show_figure(visit& v);

// reports.cpp: the annual report of a year, and its pages
answer list_reports(visit& v);
answer show_report(visit& v);
answer show_report_of_case(visit& v);
// report_answers.cpp
answer show_report_answers(visit& v);
// report_words.cpp
answer show_report_words(visit& v);
// report_findings.cpp
answer show_report_findings(visit& v);
// report_years.cpp
answer show_report_years(visit& v);
// report_files.cpp
answer show_report_file(visit& v);
// figures_import.cpp
answer show_figures_import(visit& v);
awaitable<answer> enter_figures_import(visit& v);
// report_acts.cpp
awaitable<answer> check_report_record(visit& v);
awaitable<answer> freeze_report(visit& v);

// rules.cpp
answer show_rules(visit& v);
answer show_rule(visit& v);

// public_pages.cpp
answer show_public(visit& v);
answer list_consultations(visit& v);
answer list_hearings(visit& v);
answer list_decisions(visit& v);
answer show_matter(visit& v);
answer show_published_document(visit& v);

// public_text.cpp
answer show_published_text(visit& v);

// public_catalogue.cpp
answer show_public_catalogue(visit& v);

// public_reports.cpp
answer show_public_report(visit& v);
answer show_public_report_file(visit& v);

// public_documents.cpp
answer list_public_documents(visit& v);

// public_forms.cpp
answer show_public_form(visit& v);
awaitable<answer> send_public_form(visit& v);
// public_receipts.cpp
answer show_receipt(visit& v);

// public_data.cpp
answer show_open_data(visit& v);

// public_feed.cpp
answer show_feed(visit& v);

// opinions.cpp
answer list_opinions(visit& v);

// opinion_acts.cpp
answer show_opinion_document(visit& v);
awaitable<answer> enter_opinion(visit& v);
awaitable<answer> sort_opinions(visit& v);
awaitable<answer> act_on_opinions(visit& v);

// before_publication.cpp
answer show_masking(visit& v);
awaitable<answer> mark_masked(visit& v);

// system.cpp
awaitable<answer> show_openapi(visit& v);
awaitable<answer> show_health(visit& v);
answer show_readiness(visit& v);
awaitable<answer> show_metrics(visit& v);

} // namespace web::handlers

#endif
