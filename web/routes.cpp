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
    // clang-format off
    static std::vector<route> const table = {
        {"GET",  "/",                          access::signed_in, &show_tasks,
         "Tasks that wait for the seat of the signed-in person",
         {{"chapter", "string", "only this chapter"}, {"ready", "string", "1: only what may be done today"},
          {"after", "string", "cursor of the next page"}}},
        {"GET",  "/cases",                     access::signed_in, &list_cases, "Case files, newest first",
         {{"words", "string", "in the title or the number"}, {"phase", "string", "phase"},
          {"unit", "string", "code of the sponsoring unit"}, {"year", "integer", "year of opening"},
          {"closed", "string", "yes or no"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/cases/new",                 access::signed_in, &show_opening, "The form that opens a case file",
         {{"shape", "string", "released shape of the procedure"}}},
        {"POST", "/cases",                     access::signed_in, &open_case, "Opens a case file with its first act", {}, true},
        {"GET",  "/cases/{id}",                access::signed_in, &show_case, "A case file: state, limits, offers, facts, acts", as_of},
        {"GET",  "/cases/{id}/acts/{seq}",     access::signed_in, &show_act, "One act as it was entered"},
        {"POST", "/cases/{id}/acts",           access::signed_in, &enter_act, "Submits an act", {}, true},
        {"GET",  "/cases/{id}/limits/{name}",  access::signed_in, &show_limit, "A time limit reckoned day by day", as_of},
        {"GET",  "/cases/{id}/map.svg",        access::signed_in, &show_map, "The procedure as a picture (SVG)",
         {{"chapter", "string", "one chapter; without it the whole procedure"}}},
        {"POST", "/documents",                 access::signed_in, &store_documents, "Stores uploaded files and gives their hashes", {}, true},
        {"GET",  "/documents/{hash}",          access::signed_in, &show_document, "A stored document"},
        {"GET",  "/figures",                   access::signed_in, &show_figures, "Figures of a year", year},
        {"GET",  "/figures/{indicator}",       access::signed_in, &show_figure, "The acts behind one figure",
         {{"year", "integer", "calendar year"}, {"after", "string", "cursor of the next page"}}},
        {"GET",  "/report/{year}",             access::signed_in, &show_report, "The decision paragraph of the annual report"},
        {"GET",  "/rules",                     access::signed_in, &show_rules, "Rule packs in force on a day, and the requirements",
         {{"place", "string", "name of the rule pack"}, {"on", "date", "day"}}},
        {"GET",  "/rules/{id}",                access::signed_in, &show_rule, "One requirement"},
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
