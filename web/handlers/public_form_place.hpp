#ifndef JUECE_WEB_HANDLERS_PUBLIC_FORM_PLACE_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_FORM_PLACE_HPP

#include "web/visit.hpp"

#include <boost/json.hpp>
#include <string>

namespace web::handlers {

/// Where a form of the public goes, and what its page says of that.
struct form_place {
    engine::case_id on;
    long long notice = 0; ///< seq of the act that asked for it; 0: none did
    std::string action;   ///< address of the form
    boost::json::object head;
    std::string title;
    std::string back_words;   ///< of the way to `href` of the head
    engine::text closed = {}; ///< why nothing is taken; empty: it is open
    engine::text other_way = {};
    bool needs_basis = false;       ///< a proposal names the law that it rests on (GD21-11.2)
    boost::json::array organs = {}; ///< to which one may propose instead; empty: there is one
};

/// The catalogue of the year of the organ that the query's `unit` is of, else of the first organ;
/// next year's where this year's is closed or was never set up, and last year's where that is not
/// there either.
form_place place_of_proposals(visit& v);

} // namespace web::handlers

#endif
