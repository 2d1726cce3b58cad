#ifndef JUECE_WEB_PERMANENT_ID_HPP
#define JUECE_WEB_PERMANENT_ID_HPP

#include <string>
#include <string_view>

namespace web {

/// A URN for what a house published, the same for ever, under whatever address it is read
/// (RFC 4287, 4.2.6): a UUID of version 8 (RFC 9562, 5.8) made of the identity of the house and a
/// word for the thing that is unique in it.
std::string permanent_id(std::string_view house, std::string_view thing);

} // namespace web

#endif
