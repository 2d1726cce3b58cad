#ifndef JUECE_WEB_HANDLERS_OPINIONS_HPP
#define JUECE_WEB_HANDLERS_OPINIONS_HPP

#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/opened_case.hpp"
#include "workflows/major_decision/participation.hpp"

#include <map>
#include <set>
#include <string>

namespace web::handlers {

/// What the acts of a case say of the opinions sent in: which are on file, which are decided.
struct opinions_on_file {
    std::set<std::string> recorded;
    std::map<std::string, workflows::major_decision::participation::decided_opinion> decided;
    std::set<std::string> wishes; ///< numbers of hearing suggestions on file
};
opinions_on_file opinions_of(std::vector<engine::act> const& acts);

/// The bodies of the acts that the office does with opinions, made from what was sent in, so that
/// nobody types it again. Whether they are lawful is for the procedure to say.

/// Opinions sent in that are not on file yet, as many as one act holds.
boost::json::object recording_body(adapters::soci::comment_shelf& shelf, engine::case_id on,
                                   opinions_on_file const& file);
/// Decisions on opinions on file that the office has noted and no act has decided yet.
boost::json::object deciding_body(adapters::soci::comment_shelf& shelf, engine::case_id on,
                                  opinions_on_file const& file);
/// A wish for a hearing as the act that puts it on file.
boost::json::object suggestion_body(adapters::soci::comment_entry const& wish);

/// Where the forms of the page keep their drafts. `fresh`: nobody typed into them just now; then
/// what was begun stands there.
void put_begun_opinions(visit const& v, opened_case const& file, boost::json::object& page,
                        bool fresh);

} // namespace web::handlers

#endif
