#ifndef JUECE_WEB_HANDLERS_ASKED_FILTERS_HPP
#define JUECE_WEB_HANDLERS_ASKED_FILTERS_HPP

#include "engine/day.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>

namespace web::handlers {

/// Reads the filters of an address, and keeps how they go on into links and back into the form.
class asked_filters {
public:
    explicit asked_filters(visit const& v) : v_(v) {}

    std::string take(char const* name);
    /// Nothing where none is asked for, or where it is no date: then that is `malformed`.
    std::optional<engine::day> take_day(char const* name);

    pairs as_query;
    std::string malformed; ///< the value that is no date

private:
    visit const& v_;
};

} // namespace web::handlers

#endif
