#ifndef JUECE_WEB_ROUTER_HPP
#define JUECE_WEB_ROUTER_HPP

#include "web/visit.hpp"

#include <boost/asio/awaitable.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace web {

/// Who may ask for a page at all. What they may do there is the law's affair.
enum class access { everybody, signed_in };

/// A handler that only reads. It runs on a reading thread with a reader of its own and may block.
using reading = answer (*)(visit&);
/// A handler that changes something. It runs on the event loop and must not block.
using changing = boost::asio::awaitable<answer> (*)(visit&);

/// A parameter of the query, for the description of the interface.
struct query_parameter {
    std::string_view name;
    std::string_view type; ///< "string", "integer", "date"
    std::string_view words;
};

/// One row of the table of routes.
struct route {
    std::string_view method;
    std::string_view pattern; ///< "/cases/{id}/acts"
    access who = access::signed_in;
    std::variant<reading, changing> handler;
    std::string_view summary; ///< English, for /openapi.json
    std::vector<query_parameter> query = {};
    bool takes_files = false;
    bool internal = false;    ///< not part of the described interface
    bool administers = false; ///< works on the house's administration case and nothing else
    bool on_primary = false;  ///< never reads a replica of the record, as what administers does not
};

/// Every path that the site answers.
std::vector<route> const& routes();

/// The route of a method and path, with what stood at its places.
struct found_route {
    route const* it = nullptr;
    pairs places;
    bool path_known = false;          ///< the path exists, under another method perhaps
    std::vector<std::string> methods; ///< under which it exists
};
found_route find_route(std::vector<route> const& among, std::string_view method,
                       std::string_view path);

} // namespace web

#endif
