#ifndef JUECE_WEB_HANDLERS_PROGRESS_HPP
#define JUECE_WEB_HANDLERS_PROGRESS_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace web::handlers {

/// Where a case has been: for maps and for the list of chapters.
struct progress {
    std::map<std::string, std::set<std::string>, std::less<>> visited; ///< stages by chapter
    std::map<std::string, std::string, std::less<>> at;                ///< stage now
    std::map<std::string, std::string, std::less<>> standing;
    std::set<std::string, std::less<>> cut_off; ///< not needed, for the procedure ended before it

    /// "done", "current", "to_come", "not_needed" or "by_occasion".
    std::string standing_of(std::string_view chapter) const;
};

/// Walks through the acts of a case. A chapter is current while one of its tasks waits, or once it
/// has begun and a duty of its own is not done yet or its stage is one that goes on; done if it has
/// begun otherwise. One in which nobody did anything, or which is needed and back where it began,
/// is to come, unless the procedure says that the matter does not need it, or that it is begun by
/// occasion alone.
progress progress_of(opened_case const& file, engine::law_in_force const& law);

/// The chapters in order, each with its stage and where it stands, for the list of chapters; those
/// that are not needed behind the others, and not those for which there was no occasion.
boost::json::array stages_view(visit const& v, opened_case const& file, progress const& walked);

/// The map of the whole procedure with this case in it, as SVG to be put into a page.
std::string overview_map(visit const& v, opened_case const& file, progress const& walked);

} // namespace web::handlers

#endif
