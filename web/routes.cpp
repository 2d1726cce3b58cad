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
        {"sort", "string", "newest, oldest, due or number"},
        {"after", "string", "cursor of the next page"}};
    static query const exported = [] {
        auto all = in_a_box;
        all.back() = {"as", "string", "csv or xlsx"};
        return all;
    }();
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
        {"GET",  "/cases/{id}",                access::signed_in, &show_case, "A case file: state, limits, offers, facts, acts", as_of},
        {"POST", "/cases/{id}/drafts",         access::signed_in, &keep_case_draft, "Keeps what was typed into the form of an act", {}, true},
        {"POST", "/drafts",                    access::signed_in, &keep_opening_draft, "Keeps what was typed into the form that opens a case", {}, true},
        {"POST", "/drafts/{id}/drop",          access::signed_in, &drop_draft, "Forgets a draft"},
        {"GET",  "/cases/{id}/acts/{seq}",     access::signed_in, &show_act, "One act as it was entered"},
        {"POST", "/cases/{id}/acts",           access::signed_in, &enter_act, "Submits an act", {}, true},
        {"GET",  "/cases/{id}/limits/{name}",  access::signed_in, &show_limit, "A time limit reckoned day by day", as_of},
        {"GET",  "/cases/{id}/versions",       access::signed_in, &compare_drafts, "Two versions of the draft compared paragraph by paragraph",
         {{"from", "integer", "earlier version"}, {"to", "integer", "later version"}, {"all", "string", "1: unchanged paragraphs too"}}},
        {"GET",  "/cases/{id}/papers/{paper}", access::signed_in, &show_paper, "An official paper of the case as PDF",
         {{"act", "integer", "as it was with that act"}}},
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
        {"GET",  "/search",                    access::signed_in, &search_words,
         "What was written into acts, and the names of documents",
         {{"words", "string", "parted by spaces; all of them"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/figures",                   access::signed_in, &show_figures, "Figures of a year", year},
        {"GET",  "/figures/{indicator}",       access::signed_in, &show_figure, "The acts behind one figure",
         {{"year", "integer", "calendar year"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/report/{year}",             access::signed_in, &show_report, "The decision paragraph of the annual report"},
        {"GET",  "/rules",                     access::signed_in, &show_rules, "Rule packs in force on a day, and the requirements",
         {{"place", "string", "name of the rule pack"}, {"on", "date", "day"}}},
        {"GET",  "/rules/{id}",                access::signed_in, &show_rule, "One requirement"},
        {"GET",  "/administration",            access::signed_in, &show_administration, "Organs, units, people and appointments",
         {{"words", "string", "in the name, the login, the role or the unit"}}, false, false, true},
        {"POST", "/administration/acts",       access::signed_in, &enter_administration_act, "Submits an act on the administration case", {}, true, false, true},
        {"GET",  "/administration/documents/{hash}", access::signed_in, &show_letter, "A document that an act of the administration names", {}, false, false, true},
        {"GET",  "/administration/rights",     access::signed_in, &show_rights, "The roles, and what each may do", {}, false, false, true},
        {"GET",  "/cases/{id}/opinions",       access::signed_in, &list_opinions, "What the public sent in on a case",
         {{"purpose", "string", "opinion, hearing_wish or application"}, {"words", "string", "in the words or the name"},
          {"channel", "string", "online, letter, meeting or survey"}, {"issue", "string", "group; - for none"},
          {"after", "string", "cursor of the next page"}}},
        {"POST", "/cases/{id}/opinions",       access::signed_in, &enter_opinion, "Enters an opinion that came by letter, at a meeting or in a survey"},
        {"POST", "/cases/{id}/opinions/notes", access::signed_in, &sort_opinions, "Groups opinions, or notes what is to be decided on them"},
        {"POST", "/cases/{id}/opinions/acts",  access::signed_in, &act_on_opinions, "Submits an act whose body is made from the opinions"},
        {"GET",  "/cases/{id}/opinions/documents/{hash}", access::signed_in, &show_opinion_document, "A document that came with an opinion"},
        {"GET",  "/public",                    access::everybody, &show_public, "Open consultations, hearings and the newest decisions"},
        {"GET",  "/public/consultations",      access::everybody, &list_consultations, "All consultations, newest first", paging},
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
        {"GET",  "/public/receipts",           access::everybody, &show_receipt, "What became of a submission", {{"number", "string", "the receipt"}}},
        {"GET",  "/public/feed.atom",          access::everybody, &show_feed, "What was published last (Atom)", {}, false, true},
        {"GET",  "/public/open-data/{file}",   access::everybody, &show_open_data, "Open data: consultations or decisions, .csv or .json", {}, false, true},
        {"GET",  "/sign-in",                   access::everybody, &show_sign_in, "The page to sign in", {}, false, true},
        {"POST", "/sign-in",                   access::everybody, &sign_in, "Starts a session: login and password; a JSON client gets a bearer token"},
        {"POST", "/sign-out",                  access::signed_in, &sign_out, "Ends the session"},
        {"GET",  "/appointments",              access::signed_in, &show_appointments, "The appointments of the signed-in person"},
        {"POST", "/appointments",              access::signed_in, &choose_appointment, "Acts under another appointment from now on"},
        {"GET",  "/looks",                     access::everybody, &choose_looks, "Language, text size and contrast", {}, false, true},
        {"GET",  "/openapi.json",              access::everybody, &show_openapi, "This description", {}, false, true},
        {"GET",  "/healthz",                   access::everybody, &show_health, "200 while the process lives", {}, false, true},
        {"GET",  "/readyz",                    access::everybody, &show_readiness, "200 while requests can be served", {}, false, true},
        {"GET",  "/metrics",                   access::everybody, &show_metrics, "Counts, in the text format of Prometheus", {}, false, true},
    };
    // clang-format on
    return table;
}

} // namespace web
