#include "web/handlers/handlers.hpp"
#include "web/router.hpp"

namespace web {

std::vector<route> const& routes()
{
    using namespace handlers;
    using query = std::vector<query_parameter>;
    static query const paging = {
        {"after", "string", "cursor of the next page, as the page before gave it"}};
    static query const year = {{"year", "integer", "calendar year"}};
    static query const as_of = {{"as_of", "date", "the case as it stood at the end of that day"}};
    static query const in_a_box = {
        {"words", "string", "in the title or the number"},
        {"matter", "string", "kind of the matter"},
        {"chapter", "string", "chapter of the task or of the act"},
        {"kind", "string", "kind of the act"},
        {"phase", "string", "phase of the case"},
        {"unit", "string", "code of the sponsoring unit"},
        {"light", "string", "due, red, yellow, green, grey, none or any"},
        {"from", "date", "received, done or opened from that day on"},
        {"until", "date", "... until that day"},
        {"ready", "string", "1: only what may be done today"},
        {"sort", "string", "newest, oldest, due or number; acts done also title or kind"},
        {"after", "string", "cursor of the next page"}};
    static query const exported = [] {
        auto all = in_a_box;
        all.back() = {"as", "string", "csv or xlsx"};
        return all;
    }();
    static query const in_a_catalogue = {
        {"year", "integer", "year of the catalogue"},
        {"unit", "string", "code of a unit that leads an entry or helps with it"},
        {"matter", "string", "kind of the matter"},
        {"flag", "string", "explain, late, no_case, on_plan, done, explained or dropped"},
        {"after", "integer", "cursor of the next decisions without an entry"}};
    static query const of_matters = {
        {"words", "string", "in the title, the number or the name of the other side"},
        {"kind", "string", "kind of legal matter"},
        {"unit", "string", "code of the requesting unit"},
        {"year", "integer", "year in which it was received"},
        {"amount", "string", "known, none or unknown"},
        {"closed", "string", "yes or no"},
        {"after", "string", "cursor of the next page"}};
    static query_parameter const as_template = {
        "as", "string", "csv or xlsx: a table with the headings alone instead of the form"};
    static query const of_exported_matters = [] {
        auto all = of_matters;
        all.back() = {"as", "string", "csv or xlsx"};
        return all;
    }();
    static query const of_documents = {
        {"words", "string", "in the title, the document's number or that of its case"},
        {"unit", "string", "code of the drafting unit"},
        {"level", "string", "government, government_office or department"},
        {"state", "string", "in_force, expiring, expired, not_yet_in_force, in_making, ..."},
        {"after", "string", "cursor of the next page"}};
    static query const of_exported_documents = [] {
        auto all = of_documents;
        all.back() = {"as", "string", "csv or xlsx"};
        return all;
    }();
    static query const of_administration = {
        {"chapter", "string", "house, people, appointments, substitutions or settings"},
        {"words", "string", "in what an act says, or in the name of who entered it"},
        {"from", "date", "first day"},
        {"until", "date", "last day"},
        {"before", "integer", "only earlier acts than that one"}};
    static query const audit = {{"who", "string", "sign-in name or name"},
                                {"kind", "string", "kind of entry"},
                                {"outcome", "string", "done or refused"},
                                {"reason", "string", "why it was refused: separation, hidden ..."},
                                {"from", "date", "first day"},
                                {"until", "date", "last day"},
                                {"before", "integer", "cursor of the next page"}};
    // clang-format off
    static std::vector<route> const table = {
        {"GET",  "/",                          access::signed_in, &show_tasks,
         "Tasks that wait for the seat of the signed-in person", in_a_box},
        {"GET",  "/boxes/{box}",               access::signed_in, &show_box,
         "A list of the desk: waiting, done, opened, overseen", in_a_box},
        {"GET",  "/boxes/{box}/export",        access::signed_in, &export_box, "The filtered list as a file", exported},
        {"POST", "/boxes/{box}/views",         access::signed_in, &save_view, "Keeps the filters of a list under a name"},
        {"POST", "/boxes/{box}/views/{id}/drop", access::signed_in, &drop_view, "Forgets a saved view"},
        {"POST", "/boxes/{box}/columns",       access::signed_in, &choose_columns, "Chooses the columns of a list"},
        {"GET",  "/cases",                     access::signed_in, &list_cases, "Case files, newest first",
         {{"words", "string", "in the title or the number"}, {"phase", "string", "phase"},
          {"unit", "string", "code of the sponsoring unit"}, {"year", "integer", "year of opening"},
          {"closed", "string", "yes or no"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/cases/new",                 access::signed_in, &show_opening, "The form that opens a case file",
         {{"shape", "string", "released shape of the procedure"}}},
        {"POST", "/cases",                     access::signed_in, &open_case, "Opens a case file with its first act", {}, true},
        {"GET",  "/cases/{id}",                access::signed_in, &show_case, "A case file: state, limits, offers, facts, acts",
         {as_of.front(), {"meeting", "string", "the meeting that the form fills in which places the case on an agenda: its day, kind and name with blanks between; new: none of those to come"}}},
        {"POST", "/cases/{id}/drafts",         access::signed_in, &keep_case_draft, "Keeps what was typed into the form of an act", {}, true},
        {"POST", "/drafts",                    access::signed_in, &keep_opening_draft, "Keeps what was typed into the form that opens a case", {}, true},
        {"POST", "/drafts/{id}/drop",          access::signed_in, &drop_draft, "Forgets a draft"},
        {"GET",  "/cases/{id}/acts/{seq}",     access::signed_in, &show_act, "One act as it was entered"},
        {"POST", "/cases/{id}/acts",           access::signed_in, &enter_act, "Submits an act", {}, true},
        {"GET",  "/cases/{id}/limits/{name}",  access::signed_in, &show_limit, "A time limit reckoned day by day", as_of},
        {"GET",  "/cases/{id}/sheets",         access::signed_in, &show_sheets, "The sheets that go round for signature, and copies", as_of},
        {"GET",  "/cases/{id}/advice",         access::signed_in, &show_advice, "The adviser's desk: the file, the draft, the opinion",
         {{"interest", "string", "none: no interest in the matter is declared, the form is shown"}}},
        {"GET",  "/cases/{id}/review",         access::signed_in, &show_review, "The reviewer's desk: steps of the law, clock, advisers, conclusion", as_of},
        {"GET",  "/cases/{id}/meeting",        access::signed_in, &show_meeting, "The secretary's desk: the record of the meeting on a case"},
        {"GET",  "/catalogue",                 access::signed_in, &show_catalogue, "The catalogue of a year of the own organ, with the lights of its entries", in_a_catalogue},
        {"GET",  "/catalogue/import",          access::signed_in, &show_catalogue_import, "The form to take a catalogue, or proposals for one, from a table",
         {{"what", "string", "proposals: what units propose; else a catalogue that was published"}, as_template}},
        {"POST", "/catalogue/import",          access::signed_in, &enter_catalogue_import, "Tries a table (CSV, XLSX) of a year's catalogue, or with what=proposals of proposals for it; with confirm it is entered", {}, true},
        {"GET",  "/cases/{id}/catalogue",      access::signed_in, &show_case_catalogue, "The same, of a case", in_a_catalogue},
        {"GET",  "/cases/{id}/catalogue/items/{item}", access::signed_in, &show_catalogue_item, "One entry: what it says, its decisions, its history", as_of},
        {"GET",  "/meetings",                  access::signed_in, &show_meetings, "The matters on the agenda of the next meetings, by day and kind of meeting",
         {{"meeting", "string", "of one meeting: its day, kind and name with blanks between"}}},
        {"GET",  "/cases/{id}/versions",       access::signed_in, &compare_drafts, "Two versions of the draft compared paragraph by paragraph",
         {{"from", "integer", "earlier version"}, {"to", "integer", "later version"}, {"all", "string", "1: unchanged paragraphs too"}}},
        {"GET",  "/cases/{id}/papers/{paper}", access::signed_in, &show_paper, "An official paper of the case as PDF",
         {{"act", "integer", "as it was with that act"}, {"draft", "string", "1: what it will be by the form that whoever asks has begun"}}},
        {"GET",  "/cases/{id}/files.zip",      access::signed_in, &show_case_package, "All documents of a case with the list of its acts (ZIP)", as_of},
        {"GET",  "/cases/{id}/map.svg",        access::signed_in, &show_map, "The procedure as a picture (SVG)",
         {{"chapter", "string", "one chapter; without it the whole procedure"}}},
        {"POST", "/documents",                 access::signed_in, &store_documents, "Stores uploaded files and gives their hashes", {}, true},
        {"GET",  "/documents/{hash}",          access::signed_in, &show_document, "A stored document",
         {{"shown", "string", "1: to be shown in a page rather than saved"}}},
        {"GET",  "/documents/{hash}/about",    access::signed_in, &describe_document, "What a document is, with a preview",
         {{"page", "integer", "first page of the preview"}}},
        {"GET",  "/documents/{hash}/pages/{page}", access::signed_in, &show_document_page, "A page of a PDF as a picture"},
        {"POST", "/uploads",                   access::signed_in, &begin_upload, "Begins a resumable upload (tus 1.0)"},
        {"GET",  "/uploads/{id}",              access::signed_in, &show_upload, "How much of an upload has arrived"},
        {"PATCH", "/uploads/{id}",             access::signed_in, &append_to_upload, "Adds bytes at an offset"},
        {"DELETE", "/uploads/{id}",            access::signed_in, &drop_upload, "Gives an upload up"},
        {"POST", "/uploads/{id}/document",     access::signed_in, &finish_upload, "Makes a whole upload a document"},
        {"GET",  "/overview",                  access::signed_in, &show_overview, "What waits, what is late and what the year brought, by unit and step"},
        {"GET",  "/normative-documents",       access::signed_in, &list_normative_documents, "The register of normative documents with their lights, newest first", of_documents},
        {"GET",  "/normative-documents/export", access::signed_in, &export_normative_documents, "The filtered register as a file", of_exported_documents},
        {"GET",  "/matters",                   access::signed_in, &list_matters, "The register of legal matters, newest first", of_matters},
        {"GET",  "/matters/export",            access::signed_in, &export_matters, "The filtered register as a file", of_exported_matters},
        {"GET",  "/matters/import",            access::signed_in, &show_matter_import, "The form to import a register that was kept in a spreadsheet", {as_template}},
        {"POST", "/matters/import",            access::signed_in, &import_matters, "Reads a register (CSV, XLSX): tried, or with confirm entered for good", {}, true},
        {"GET",  "/advisers",                  access::signed_in, &list_advisers, "The files of the legal advisers, and what they took part in", year},
        {"GET",  "/advisers/{id}",             access::signed_in, &show_adviser, "One adviser: engagement, assessments, participation in a year", year},
        {"GET",  "/search",                    access::signed_in, &search_words,
         "What was written into acts, and the names of documents",
         {{"words", "string", "parted by spaces; all of them"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/figures",                   access::signed_in, &show_figures, "Figures of a year", year},
        {"GET",  "/figures/{indicator}",       access::signed_in, &show_figure, "The acts behind one figure",
         {{"year", "integer", "calendar year"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/reports",                   access::signed_in, &list_reports, "The annual reports of the organ, newest first"},
        {"GET",  "/reports/import",            access::signed_in, &show_figures_import, "The form to take over figures of years before reports were kept here", {as_template}},
        {"POST", "/reports/import",            access::signed_in, &enter_figures_import, "Tries a table (CSV, XLSX) of figures of earlier years; with confirm it is entered", {}, true},
        {"GET",  "/reports/{year}",            access::signed_in, &show_report, "An annual report: state, requests, gate, figures, text"},
        {"GET",  "/reports/{year}/answers",    access::signed_in, &show_report_answers, "What the unit of the signed-in person is asked for, and the form to answer"},
        {"GET",  "/reports/{year}/text",       access::signed_in, &show_report_words, "The text of a report, section by section, with the figures beside it"},
        {"GET",  "/reports/{year}/findings",   access::signed_in, &show_report_findings, "What the check of the record found, page by page",
         {{"after", "integer", "so many findings are passed over"}}},
        {"GET",  "/reports/{year}/years",      access::signed_in, &show_report_years, "Five years beside each other, as tables and charts"},
        {"GET",  "/reports/{year}/files/{file}", access::signed_in, &show_report_file, "The report as report.docx, .pdf, .md, .xlsx, .csv or .json; frozen, its picture as picture.svg, .png or .pdf",
         {{"shown", "string", "1: a picture to be shown in a page rather than saved"}}},
        {"POST", "/reports/{year}/gate",       access::signed_in, &check_report_record, "Looks for what is wrong in the record and enters the findings"},
        {"POST", "/reports/{year}/frozen",     access::signed_in, &freeze_report, "Freezes the figures as of the end of a day that is over: cut_off"},
        {"GET",  "/cases/{id}/report/{page}",  access::signed_in, &show_report_of_case, "From the case of a report to a page of it: main, answers or text", {}, false, true},
        {"GET",  "/rules",                     access::signed_in, &show_rules, "Rule packs in force on a day, and the requirements",
         {{"place", "string", "name of the rule pack"}, {"on", "date", "day"}}},
        {"GET",  "/rules/{id}",                access::signed_in, &show_rule, "One requirement"},
        {"GET",  "/administration",            access::signed_in, &show_administration, "Organs, units, people and appointments",
         {{"words", "string", "in the name, the login, the role or the unit"}, {"after", "integer", "so many people are passed over"}}, false, false, true},
        {"GET",  "/administration/acts",       access::signed_in, &show_administration_acts, "The record of the administration, newest first", of_administration, false, false, true},
        {"GET",  "/administration/acts.csv",   access::signed_in, &export_administration_acts, "The same as CSV", of_administration, false, false, true},
        {"POST", "/administration/acts",       access::signed_in, &enter_administration_act, "Submits an act on the administration case", {}, true, false, true},
        {"GET",  "/administration/documents/{hash}", access::signed_in, &show_letter, "A document that an act of the administration names", {}, false, false, true},
        {"GET",  "/administration/numbering",  access::signed_in, &show_numbering, "How papers are numbered, by organ, with the next number", {}, false, false, true},
        {"GET",  "/administration/rights",     access::signed_in, &show_rights, "Who may do what: acts by chapter and role", {{"act", "string", "who may do this act"}, {"role", "string", "what this role may do"}}, false, false, true},
        {"GET",  "/cases/{id}/opinions",       access::signed_in, &list_opinions, "What the public sent in on a case",
         {{"purpose", "string", "opinion, hearing_wish or application"}, {"words", "string", "in the words or the name"},
          {"channel", "string", "online, letter, meeting or survey"}, {"issue", "string", "group; - for none"},
          {"after", "string", "cursor of the next page"}}},
        {"POST", "/cases/{id}/opinions",       access::signed_in, &enter_opinion, "Enters an opinion that came by letter, at a meeting or in a survey"},
        {"POST", "/cases/{id}/opinions/notes", access::signed_in, &sort_opinions, "Groups opinions, or notes what is to be decided on them"},
        {"POST", "/cases/{id}/opinions/acts",  access::signed_in, &act_on_opinions, "Submits an act whose body is made from the opinions"},
        {"GET",  "/cases/{id}/masking",        access::signed_in, &show_masking, "What of a case is published or will be, and what is masked in it"},
        {"POST", "/cases/{id}/masking",        access::signed_in, &mark_masked, "Marks further words that are masked wherever the case is published"},
        {"GET",  "/cases/{id}/opinions/documents/{hash}", access::signed_in, &show_opinion_document, "A document that came with an opinion"},
        {"GET",  "/public",                    access::everybody, &show_public, "Open consultations, hearings and the newest decisions"},
        {"GET",  "/public/consultations",      access::everybody, &list_consultations, "All consultations, newest first", paging},
        {"GET",  "/public/hearings",           access::everybody, &list_hearings, "Hearings that people may apply for or attend, and all hearings, newest first", paging},
        {"GET",  "/public/decisions",          access::everybody, &list_decisions, "Published decisions, newest first",
         {{"year", "integer", "year of publication"}, {"unit", "string", "code of the unit"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/public/matters/{id}",       access::everybody, &show_matter, "What is public of a decision"},
        {"GET",  "/public/matters/{id}/documents/{hash}", access::everybody, &show_published_document, "A document that a publishing act names"},
        {"GET",  "/public/matters/{id}/opinions", access::everybody, &show_public_form, "The form for an opinion; its token goes into the answer"},
        {"POST", "/public/matters/{id}/opinions", access::everybody, &send_public_form, "Sends an opinion; gives a receipt", {}, true},
        {"GET",  "/public/matters/{id}/hearing-wishes", access::everybody, &show_public_form, "The form to suggest a hearing"},
        {"POST", "/public/matters/{id}/hearing-wishes", access::everybody, &send_public_form, "Suggests a hearing; gives a receipt"},
        {"GET",  "/public/matters/{id}/applications", access::everybody, &show_public_form, "The form to apply for a hearing"},
        {"POST", "/public/matters/{id}/applications", access::everybody, &send_public_form, "Applies to take part in a hearing; gives a receipt"},
        {"GET",  "/public/catalogue",          access::everybody, &show_public_catalogue, "The newest published catalogue of decisions", {{"unit", "string", "a unit of the organ"}}},
        {"GET",  "/public/catalogue/{year}",   access::everybody, &show_public_catalogue, "The published catalogue of a year", {{"unit", "string", "a unit of the organ"}}},
        {"GET",  "/public/reports/{id}",       access::everybody, &show_public_report, "A published annual report on one page"},
        {"GET",  "/public/reports/{id}/{file}", access::everybody, &show_public_report_picture, "The same as picture.svg, .png or .pdf", {}, false, true},
        {"GET",  "/public/normative-documents", access::everybody, &list_public_documents, "The normative documents in force, newest first",
         {{"words", "string", "in the title or the number"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/public/receipts",           access::everybody, &show_receipt, "What became of a submission", {{"number", "string", "the receipt"}}},
        {"GET",  "/public/feed.atom",          access::everybody, &show_feed, "What was published last (Atom)", {}, false, true},
        {"GET",  "/public/open-data/{file}",   access::everybody, &show_open_data, "Open data: consultations, decisions or catalogue-YEAR, .csv or .json", {}, false, true},
        {"GET",  "/sign-in",                   access::everybody, &show_sign_in, "The page to sign in", {}, false, true},
        {"POST", "/sign-in",                   access::everybody, &sign_in, "Starts a session: login and password; a JSON client gets a bearer token"},
        {"GET",  "/sign-in/code",              access::everybody, &show_code, "The page for the second step", {}, false, true},
        {"POST", "/sign-in/code",              access::everybody, &give_code, "The second step: a code of the authenticator or a recovery code, with the step that the first gave"},
        {"GET",  "/sign-in/link",              access::everybody, &show_link, "The page behind a one-time link",
         {{"token", "string", "of the link"}}, false, true},
        {"POST", "/sign-in/link",              access::everybody, &use_link, "Uses a one-time link: sets a password and signs in"},
        {"GET",  "/sign-in/openid",            access::everybody, &go_to_openid, "To the provider of identities",
         {{"next", "string", "path to go to afterwards"}}, false, true},
        {"GET",  "/sign-in/openid/back",       access::everybody, &back_from_openid, "Where the provider of identities sends people back", {}, false, true},
        {"GET",  "/account",                   access::signed_in, &show_account, "The own account: second factor, sessions, latest sign-ins"},
        {"POST", "/account/password",          access::signed_in, &change_password, "Changes the own password; ends all other sessions"},
        {"POST", "/account/phrases",           access::signed_in, &keep_phrases, "The own phrases for opinions, one a line"},
        {"GET",  "/account/second-factor",     access::signed_in, &show_second_factor, "The secret that waits for its first code"},
        {"POST", "/account/second-factor",     access::signed_in, &propose_second_factor, "Makes a secret for an authenticator"},
        {"POST", "/account/second-factor/confirm", access::signed_in, &confirm_second_factor, "Turns the second factor on with a first code; gives the recovery codes"},
        {"POST", "/account/second-factor/off", access::signed_in, &turn_second_factor_off, "Turns the second factor off; asks for the password"},
        {"POST", "/account/second-factor/recovery-codes", access::signed_in, &renew_recovery_codes, "New recovery codes in place of the old"},
        {"POST", "/account/sessions/end",      access::signed_in, &end_sessions, "Ends one of the own sessions, or all others"},
        {"GET",  "/notices",                   access::signed_in, &show_notices, "What the signed-in person was told of, newest first", paging},
        {"POST", "/notices/read",              access::signed_in, &read_notices, "Marks the own notices as read, up to the one named as newest"},
        {"POST", "/notices/mail",              access::signed_in, &set_notice_mail, "Where the signed-in person is written to, if at all"},
        {"POST", "/notices/calendar",          access::signed_in, &renew_calendar_key, "A new address of the own calendar; told this once"},
        {"POST", "/notices/calendar/drop",     access::signed_in, &drop_calendar_key, "Nobody reads the own calendar any more"},
        {"GET",  "/calendar.ics",              access::everybody, &show_calendar, "The limits that run for a person (iCalendar)",
         {{"key", "string", "of the calendar, from the page of notices"}}, false, true},
        {"GET",  "/administration/deliveries", access::signed_in, &show_deliveries, "What could not be sent and was given up", paging},
        {"POST", "/administration/deliveries", access::signed_in, &settle_delivery, "Sends what was given up again, or drops it"},
        {"GET",  "/audit",                     access::signed_in, &show_audit, "The audit log, newest first", audit},
        {"GET",  "/audit.csv",                 access::signed_in, &export_audit, "The audit log as CSV", audit},
        {"POST", "/sign-out",                  access::signed_in, &sign_out, "Ends the session"},
        {"GET",  "/appointments",              access::signed_in, &show_appointments, "The appointments of the signed-in person"},
        {"POST", "/appointments",              access::signed_in, &choose_appointment, "Acts under another appointment from now on"},
        {"POST", "/practice/days",             access::signed_in, &go_on_to_a_later_day, "Sets the day of a house of sample data forward (serve --practice)", {}, false, true},
        {"GET",  "/looks",                     access::everybody, &choose_looks, "Language, text size and contrast", {}, false, true},
        {"GET",  "/openapi.json",              access::everybody, &show_openapi, "This description", {}, false, true},
        {"GET",  "/healthz",                   access::everybody, &show_health, "200 while the process lives", {}, false, true},
        {"GET",  "/readyz",                    access::everybody, &show_readiness, "200 while requests can be served", {}, false, true, false, true},
        {"GET",  "/metrics",                   access::everybody, &show_metrics, "Counts, in the text format of Prometheus", {}, false, true},
    };
    // clang-format on
    return table;
}

} // namespace web
