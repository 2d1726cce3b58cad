#ifndef JUECE_WEB_HANDLERS_ACT_FORM_HPP
#define JUECE_WEB_HANDLERS_ACT_FORM_HPP

#include "engine/body.hpp"
#include "engine/refusal.hpp"
#include "web/visit.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

namespace web::handlers {

/// A form that came in, to be shown again with what is wrong.
struct typed_form {
    std::string kind;
    std::string shape; ///< of a case to open
    std::string part;  ///< which of several forms for the kind on one page
    std::string act_id;
    std::optional<long long> seen;
    boost::json::object body;
    std::vector<engine::field_fault> faults = {};
    std::vector<engine::refusal> refusals = {};
    /// By refusal the fields where it is to be put right; none where no field mends it.
    std::vector<std::vector<std::string>> blamed = {};
    /// What the law remarks on what was filled in, to be read before the act is entered.
    std::vector<engine::advice> to_confirm = {};
    std::string confirmed = {}; ///< says which remarks were read; a form's alone, never on record
    int status = 200;
    std::string notice = {};    ///< in words, above everything
    bool stale = false;         ///< what happened since `seen` is shown
    std::string return_to = {}; ///< the page below the case to go to afterwards; empty: the case
};

/// What stands beside the fields of a form that came back: its faults, and what the law refuses for
/// what they say.
std::vector<engine::field_fault> said_at_fields(typed_form const& typed);

/// A form with its uploaded files: those that may be taken are in the store.
struct form_with_files {
    pairs fields;                            ///< a file is its hash and name
    std::vector<engine::field_fault> faults; ///< why a file is not taken
};

/// Blocks until the files are on disk.
form_with_files with_files(visit& v, pairs fields);

/// The page of a case with a form opened on it and filled with what was typed.
answer case_page_with(visit& v, engine::case_id on, typed_form const& typed);
/// The page of its sheets, filled likewise; the page of the case when that form does not stand
/// there any more.
answer sheets_page_with(visit& v, engine::case_id on, typed_form const& typed);
/// The page of the meetings, with why a matter was not moved there.
answer meetings_page_with(visit& v, engine::case_id on, typed_form const& typed);
/// Whether whoever is signed in may propose a decision (JC-9): a page offers it to nobody else.
bool may_propose(visit const& v);
/// The page of its annual report that the form stands on, filled likewise; nothing for a form that
/// comes back in the page of the case.
std::optional<answer> report_page_with(visit& v, engine::case_id on, typed_form const& typed);
/// The page of the form that opens a case.
answer opening_page_with(visit& v, typed_form const& typed);

/// The page of the house's administration.
answer administration_page_with(visit& v, typed_form const& typed);
/// The house's administration case, for the routes that administer; nothing before there is one.
std::optional<engine::case_id> administration_case(visit& v);
/// Submits an act whose body was prepared by a page; what the law refuses comes back in the form of
/// the act on the page of the case.
boost::asio::awaitable<answer> submit_prepared(visit& v, engine::case_id on, typed_form typed);

/// The page that a form was sent from, filled with its fields; nothing when the path takes no act.
boost::asio::awaitable<std::optional<answer>> show_typed_again(visit& v, std::string const& path,
                                                               pairs const& fields);

} // namespace web::handlers

#endif
