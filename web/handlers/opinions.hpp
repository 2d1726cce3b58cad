#ifndef JUECE_WEB_HANDLERS_OPINIONS_HPP
#define JUECE_WEB_HANDLERS_OPINIONS_HPP

#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/masking.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"

#include <set>
#include <string>
#include <vector>

namespace web::handlers {

/// What the acts of a case say of what was sent in.
struct case_opinions {
    workflows::major_decision::opinions_on_file opinions;
    std::set<std::string> wishes; ///< numbers of hearing suggestions on file
};
case_opinions opinions_in(std::vector<engine::act> const& acts);

/// What became of the opinions that are decided, each counted once.
struct outcome_counts {
    long long adopted = 0, partly = 0, not_adopted = 0;
    long long all() const { return adopted + partly + not_adopted; }
};
outcome_counts counts_by_outcome(case_opinions const& known);

/// The channel of opinions that were put on file without the box.
inline constexpr char const* by_hand = "by_hand";

/// How many opinions there are on a case, each once: what was sent in and what was put on file
/// without the box, without those that repeat another (R713-18.1).
long long count_opinions(adapters::soci::comment_shelf& shelf, engine::case_id on,
                         case_opinions const& known);

/// What was sent in and no act has put on file yet.
struct unfiled_papers {
    long long opinions = 0;
    long long wishes = 0; ///< for a hearing
    long long all() const { return opinions + wishes; }
};
unfiled_papers unfiled_on(adapters::soci::comment_shelf& shelf, opened_case const& file);

/// The page below a case where acts of that kind put on file, decide on, or answer what was sent
/// in; empty: none has.
std::string_view registering_page(std::string_view kind);

/// Opinions on file that say the same word for word, without spaces and marks, and of which none is
/// marked yet as repeating the first.
struct same_words {
    std::string first;
    std::vector<std::string> others;
};
std::vector<same_words> opinions_of_same_words(case_opinions const& known);

/// Opinions that were put on file without the box, as rows of its list.
struct filed_by_hand {
    std::string number;
    adapters::soci::comment_entry row;
};
std::vector<filed_by_hand> opinions_by_hand(case_opinions const& known,
                                            adapters::soci::comment_filter const& only);

/// A row of the list. `number`: of the opinion; `hidden`: people to be masked in it, with all that
/// is the sender's own; null where it is shown.
boost::json::object opinion_row(visit const& v, adapters::soci::comment_shelf& shelf,
                                opened_case const& file, case_opinions const& known,
                                adapters::soci::comment_entry const& one, std::string const& number,
                                named_people const* hidden);

/// The bodies of the acts that the office does with opinions, made from what was sent in, so that
/// nobody types it again. Whether they are lawful is for the procedure to say.

/// Opinions sent in that are not on file yet, as many as one act holds.
boost::json::object recording_body(adapters::soci::comment_shelf& shelf, engine::case_id on,
                                   case_opinions const& known);
/// Decisions on opinions on file that the office has noted and no act has decided yet.
boost::json::object deciding_body(adapters::soci::comment_shelf& shelf, engine::case_id on,
                                  case_opinions const& known);
/// One decision on each of these opinions, without a note before it, as many as one act holds.
boost::json::object settling_body(std::vector<std::string> const& numbers,
                                  std::string const& outcome, std::string const& reason);
/// That the opinions of these numbers repeat another; `same_as` empty: repeat none any more.
boost::json::object repeats_body(std::vector<std::string> const& numbers,
                                 std::string const& same_as);
/// A wish for a hearing as the act that puts it on file.
boost::json::object suggestion_body(adapters::soci::comment_entry const& wish);

/// The page of what came in, as it is shown again with what was typed and what is wrong with it.
answer opinions_page_with(visit& v, opened_case const& file, int status, engine::text const& notice,
                          boost::json::object typed);
/// The same after an act that it prepared was refused.
answer opinions_page_refused(visit& v, opened_case const& file, typed_form const& typed);

/// Where the forms of the page keep their drafts. `fresh`: nobody typed into them just now; then
/// what was begun stands there.
void put_begun_opinions(visit const& v, opened_case const& file, boost::json::object& page,
                        bool fresh);

} // namespace web::handlers

#endif
