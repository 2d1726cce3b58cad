#include "web/handlers/report_lines.hpp"

#include <boost/json.hpp>

namespace web::handlers {

using adapters::office::line_sort;
using boost::json::array;
using boost::json::object;

array report_lines_view(adapters::report::report_text const& text, span_address const& address_of)
{
    array made;
    for (auto const& line : text.lines) {
        array spans;
        for (auto const& one : line.spans)
            spans.push_back(object{{"words", one.words}, {"href", address_of(one)}});
        auto const is = [&](line_sort sort) { return line.is == sort; };
        made.push_back(object{{"is_title", is(line_sort::title)},
                              {"is_heading", is(line_sort::heading)},
                              {"is_subheading", is(line_sort::subheading)},
                              {"is_end", is(line_sort::signer) || is(line_sort::date)},
                              {"is_plain", is(line_sort::paragraph) || is(line_sort::note)},
                              {"spans", std::move(spans)}});
    }
    return made;
}

} // namespace web::handlers
