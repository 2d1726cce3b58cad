#ifndef JUECE_WEB_HANDLERS_SIGN_IN_LINKS_HPP
#define JUECE_WEB_HANDLERS_SIGN_IN_LINKS_HPP

#include "engine/refusal.hpp"
#include "engine/ruling.hpp"
#include "web/handlers/act_form.hpp"

#include <vector>

// The link with which somebody without a password chooses one, beside the act that hands it out
// (JC-22).

namespace web::handlers {

/// Whether acts of that kind hand out a link.
bool hands_out_link(std::string_view kind);

/// Why such an act, about to be submitted, must hand out none: the account has a password.
boost::asio::awaitable<std::vector<engine::refusal>> against_link(visit& v,
                                                                  typed_form const& typed);

/// The answer to an act that handed out a link: it is made, noted in the audit log, and shown this
/// once. An act that is repeated shows none.
boost::asio::awaitable<answer> show_link_once(visit& v, engine::admitted const& done, answer made);

} // namespace web::handlers

#endif
