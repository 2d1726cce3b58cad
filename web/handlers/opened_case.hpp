#ifndef JUECE_WEB_HANDLERS_OPENED_CASE_HPP
#define JUECE_WEB_HANDLERS_OPENED_CASE_HPP

#include "engine/desk.hpp"
#include "web/visit.hpp"

#include <optional>

namespace web::handlers {

/// A case read from the record and rebuilt, as it stands or as it stood on a day.
struct opened_case {
    adapters::soci::case_record record; ///< only the acts up to that day
    engine::rebuilt_case rebuilt;
    engine::day on; ///< the day by which limits and offers are reckoned
    bool past = false;

    engine::procedure const& file() const { return *rebuilt.file; }
    engine::case_line const& line() const { return record.entry.head.line; }
    long long version() const { return record.acts.empty() ? 0 : record.acts.back().seq; }
};

/// Who looks, as they act on this case: at home in its organ, or not (JC-18).
engine::actor actor_on(visit const& v, opened_case const& file);

/// What the law is asked with on the day of the case.
engine::circumstances circumstances_of(visit const& v, opened_case const& file);

/// Reads and rebuilds a case; nothing when there is none. `as_of`: as it stood at the end of that
/// day.
std::optional<opened_case> open_file(visit const& v, engine::case_id id,
                                     std::optional<engine::day> as_of = {});

/// The case of the path and the day of the query; the answer instead when one of them is no good.
std::variant<opened_case, answer> case_of_path(visit& v);

boost::json::object limit_view(visit const& v, engine::case_id on, engine::limit const& limit);
boost::json::object act_view(visit const& v, opened_case const& file, engine::act const& what,
                             bool whole);
/// Number, title, phase and unit, for the head of every page of a case.
boost::json::object head_view(visit const& v, opened_case const& file);

/// "李四（代王五）" for somebody in another's place.
std::string both_names(language const& words, std::string const& name,
                       std::string const& in_place_of);

/// The words for the kind of a matter, of whichever procedure; nothing for none.
std::string matter_words(language const& words, std::string const& matter);

/// The words for a kind of act, a chapter, a stage.
std::string act_words(language const& words, std::string_view kind);
std::string chapter_words(language const& words, std::string_view chapter);
std::string stage_words(language const& words, std::string_view chapter, std::string_view stage);

} // namespace web::handlers

#endif
