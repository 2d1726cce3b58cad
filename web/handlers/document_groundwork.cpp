#include "web/handlers/document_groundwork.hpp"

#include "web/handlers/opinions.hpp"
#include "web/handlers/public_view.hpp"
#include "web/office.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/public_opinions.hpp"
#include "workflows/public_matters.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::object;
namespace documents = workflows::normative_document;
namespace opinions = documents::opinions;
using workflows::major_decision::participation::feedback_given;

engine::act const* last_act(opened_case const& file, std::string_view kind)
{
    auto const& acts = file.record.acts;
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [&](engine::act const& one) { return one.kind == kind; });
    return found == acts.rend() ? nullptr : &*found;
}

/// The opinions that came in on the draft, each counted once, and where the public was answered.
void close_comments(visit const& v, opened_case const& file, object& body)
{
    auto const* notice = last_act(file, opinions::comments_opened::kind);
    if (!notice)
        return;
    adapters::soci::comment_shelf shelf(*v.records);
    auto const known = opinions_in(file.record.acts);
    auto const filed = documents::opinions_on_notice(known.opinions, notice->seq);
    auto const unread = count_opinions(shelf, file.line().id, known) - known.opinions.counted();
    body["comments_received"] = filed.received + unread;
    body["comments_adopted"] = filed.adopted;
    auto const* answer = last_act(file, feedback_given::kind);
    if (auto const* address = answer ? answer->body.if_contains("address") : nullptr;
        address && answer->seq > notice->seq)
        body["feedback_address"] = *address;
}

/// A hearing that was announced here, on the day for which it was.
void hold_hearing(visit const& v, opened_case const& file, object& body)
{
    auto const seen = workflows::public_matter_of(file.record.acts, v.house.with().law.days);
    if (!seen || !seen->hearing || seen->hearing->held)
        return;
    body["noticed_on"] = engine::to_text(seen->hearing->notice.published_on);
    body["held_on"] = engine::to_text(seen->hearing->hearing_on);
}

} // namespace

object body_of_document(visit const& v, opened_case const& file, std::string_view kind)
{
    object body;
    if (kind == opinions::comments_opened::kind)
        body["address"] = own_address(v) + public_href(file.line().id);
    if (kind == opinions::comments_closed::kind)
        close_comments(v, file, body);
    if (kind == opinions::hearing_held::kind)
        hold_hearing(v, file, body);
    return body;
}

} // namespace web::handlers
