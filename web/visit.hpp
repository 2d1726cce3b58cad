#ifndef JUECE_WEB_VISIT_HPP
#define JUECE_WEB_VISIT_HPP

#include "adapters/soci/reader.hpp"
#include "adapters/soci/sessions.hpp"
#include "web/language.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "workflows/attempt.hpp"

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace web {

class office;
namespace handlers {
struct typed_form;
}

/// How somebody wants to see pages; kept in cookies.
struct appearance {
    std::string size = "16"; ///< "16", "20", "24" or "30"
    bool high_contrast = false;
};

/// One request on its way through a handler: what was asked, by whom, when, in which language.
struct visit {
    request& asked;
    office& house;
    language const& words;
    engine::instant now;
    pairs places = {}; ///< what stood at {id} in the pattern
    std::optional<adapters::soci::live_session> session = {};
    std::string token = {};
    std::string address = {};                  ///< of the other side
    adapters::soci::reader* records = nullptr; ///< lent to handlers that read
    bool wants_json = false;
    bool administers = false;   ///< on a page of the house's administration
    bool for_everybody = false; ///< on a page that shows the same to all, signed in or not
    appearance looks = {};
    /// A form that was not taken and is shown again on the desk it came from; null: none.
    handlers::typed_form const* came_back = nullptr;
    long long unread = 0;       ///< notices of the signed-in person, for the top of a page
    long long dead_letters = 0; ///< mail and events that were given up, for whoever may see them

    engine::day today() const { return engine::legal_day(now); }
    /// The person who acts. Only for routes that need a sign-in.
    engine::actor actor() const { return adapters::soci::acting(session->who, session->as); }
    /// How far whoever asks may see; as the public where nobody is signed in, or nobody need be.
    engine::clearance seeing() const;
    /// The same on every page, those of the administration too.
    engine::clearance seeing_cases() const;
    /// The units of their organ (JC-18).
    std::vector<adapters::soci::unit> own_units() const;
    std::string const& place(std::string_view name) const;
    /// A query parameter, or empty.
    std::string query(std::string_view name) const;
};

/// A refused act that would have passed a barrier, for the audit log.
struct attempted_act {
    std::string kind;
    workflows::attempt what;
};

/// What a handler says: a view, and the template that shows it to a browser.
struct answer {
    int status = 200;
    std::string page;                   ///< name of the template
    boost::json::object view;           ///< what a JSON client gets; the template sees it too
    boost::json::object only_page = {}; ///< more for the template alone: forms, links
    pairs headers = {};
    std::string see_other = {};         ///< where a browser goes instead (303)
    std::optional<response> as_is = {}; ///< a file, a picture: sent as it is
    bool noted = false;                 ///< the audit log has it already
    std::optional<attempted_act> attempted = {};
};

/// A positive number as paths have it; nothing for anything else.
std::optional<long long> number_in(std::string_view text);

} // namespace web

#endif
