#ifndef JUECE_WEB_HANDLERS_POINTS_TO_ANSWER_HPP
#define JUECE_WEB_HANDLERS_POINTS_TO_ANSWER_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web::handlers {

/// A list of an act whose rows answer, one by one, what somebody else wrote or asked for: nobody
/// retypes their words, and none of them is passed over.
struct points_to_answer {
    struct point {
        std::string words;  ///< as they were written
        std::string weight; ///< key of the catalogue
        std::string source; ///< what they rest on, or who wrote them; empty if that was not said
    };
    std::string list;                              ///< the field of the act
    std::string named;                             ///< the field of a row that holds the words
    engine::text (*row_label)(std::size_t number); ///< what a row is called, from 1
    std::vector<point> points;

    /// The rows that a form comes filled with.
    boost::json::array rows() const;
    /// Each of the points once in a body, with what was typed beside it.
    void put_into(boost::json::object& body) const;
    /// Shows the words as text instead of something to type, in rows that are no more and no fewer.
    void show_in(visit const& v, boost::json::array& inputs) const;
};

/// Nothing for an act that answers none, and where there are none to answer.
std::optional<points_to_answer> points_answered_by(opened_case const& file, std::string_view kind);

} // namespace web::handlers

#endif
