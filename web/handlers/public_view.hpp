#ifndef JUECE_WEB_HANDLERS_PUBLIC_VIEW_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_VIEW_HPP

#include "adapters/soci/notice_board.hpp"
#include "web/public_counter.hpp"
#include "web/visit.hpp"

#include <boost/json.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What the public pages, the feed and the open data say of a decision. All of it is made from
// public_case, so that none of them can say more.

namespace web::handlers {

/// The decision of the path; null when nothing of it is public.
std::shared_ptr<public_case const> public_case_of_path(visit& v);
std::shared_ptr<public_case const> find_public_case(visit& v, engine::case_id id);

/// Says no more of a matter that is not public than of one that is not there.
answer public_not_found(visit const& v);

std::string public_href(engine::case_id id);
/// "https://host" for addresses that leave the site: as the server was told, else as the asker
/// wrote it. No name of anything permanent.
std::string own_address(visit const& v);

/// Where something was published besides this site: its words, and a link where it is an address of
/// the web. A page does not lead to itself.
void put_other_address(visit const& v, boost::json::object& into, public_case const& of,
                       std::string const& address);

/// Title, unit, kind and address, for lists.
boost::json::object public_head(visit const& v, public_case const& of);
boost::json::object consultation_view(visit const& v, public_case const& of);
boost::json::object hearing_view(visit const& v, public_case const& of);
boost::json::array
channel_words(visit const& v,
              std::vector<workflows::major_decision::participation::channel> const& channels);
boost::json::array steps_view(visit const& v, public_case const& of);
boost::json::array published_documents_view(visit const& v, public_case const& of);

struct public_list {
    std::vector<std::shared_ptr<public_case const>> cases;
    std::optional<adapters::soci::notice_cursor> next; ///< set while there may be more
};
/// Cases with a notice that fits, newest first, each once and only if it may be shown.
public_list public_cases(visit& v, adapters::soci::notice_filter const& only,
                         std::optional<adapters::soci::notice_cursor> after, long long most);

/// A cursor in an address: "2024-04-02.7.12"; nothing for anything else.
std::optional<adapters::soci::notice_cursor> cursor_in(std::string_view text);
std::string to_text(adapters::soci::notice_cursor const& cursor);

} // namespace web::handlers

#endif
