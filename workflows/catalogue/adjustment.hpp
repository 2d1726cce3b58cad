#ifndef JUECE_WORKFLOWS_CATALOGUE_ADJUSTMENT_HPP
#define JUECE_WORKFLOWS_CATALOGUE_ADJUSTMENT_HPP

#include "engine/chapter.hpp"
#include "workflows/catalogue/approval.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::catalogue {

/// Adjustment in the year (动态调整): asked for, decided by the organ, consented to again,
/// published; only then it holds. R713-3.4, GD21-3.4.
namespace adjustment {

enum class item_change { added, dropped, changed };
JUECE_CHOICE(item_change, added, dropped, changed)

struct requested {
    static constexpr std::string_view kind = "catalogue_adjustment.requested";
    item_change change;
    std::optional<long long> item_number;  ///< of the entry to drop or change
    std::optional<item_details> new_entry; ///< as it is to stand, when added or changed
    prose reasons;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(requested, (), (change, item_number, new_entry, reasons, documents))

struct judged_request {
    long long request = 0; ///< its number
    bool granted = false;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(judged_request, (), (request, granted, reason))

struct decided {
    static constexpr std::string_view kind = "catalogue_adjustment.decided";
    day met_on;
    meeting_kind meeting;
    std::string meeting_name;
    std::vector<judged_request> judged;
    std::optional<document_ref> minutes;
};
BOOST_DESCRIBE_STRUCT(decided, (), (met_on, meeting, meeting_name, judged, minutes))

/// On all that the organ granted and the committee has not answered.
struct consent_answered {
    static constexpr std::string_view kind = "catalogue_adjustment.consent_answered";
    party_answer answer;
    day answered_on;
    document_ref answer_document;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(consent_answered, (), (answer, answered_on, answer_document, remarks))

/// Of all that was consented to and is not published.
struct published {
    static constexpr std::string_view kind = "catalogue_adjustment.published";
    std::string document_number;
    day published_on;
    page_address address;
    std::optional<document_ref> published_text;
};
BOOST_DESCRIBE_STRUCT(published, (), (document_number, published_on, address, published_text))

enum class request_state { waiting, declined, granted, consented, in_force };
JUECE_CHOICE(request_state, waiting, declined, granted, consented, in_force)

/// A request and how far it has come.
struct request {
    long long number = 0; ///< from 1, in the order of entry
    requested body;
    std::string unit;
    day on;
    long long seq = 0;
    request_state state = request_state::waiting;
    std::string declined_because;
    std::optional<day> consented_on;
};

/// What one publication changed.
struct change_count {
    long long added = 0;
    long long dropped = 0;
    long long changed = 0;
};

struct facts {
    std::vector<request> requests;
    std::optional<entered<decided>> last_meeting;
    std::optional<entered<consent_answered>> last_consent;
    std::vector<entered<published>> publications;
    change_count last_change; ///< of the last publication
};

} // namespace adjustment

/// The request of that number, or null.
adjustment::request const* find_request(yearly_catalogue const& file, long long number);
/// True if a request stands there.
bool any_request_is(yearly_catalogue const& file, adjustment::request_state state);
/// True if a request is on its way: neither declined nor in force.
bool adjustment_is_under_way(yearly_catalogue const& file);

std::unique_ptr<engine::chapter<yearly_catalogue>> make_adjustment();

} // namespace workflows::catalogue

#endif
