#ifndef JUECE_WEB_FORM_HPP
#define JUECE_WEB_FORM_HPP

#include "engine/body.hpp"
#include "web/request.hpp"

#include <boost/json/object.hpp>
#include <functional>
#include <string>
#include <vector>

namespace web {

/// The body of an act as a form brought it. What was typed is always there, readable or not, so
/// that it can be shown again; a value of the wrong form is left for the engine to name.
struct form_body {
    boost::json::object body;
    /// What only a form can do wrong: fields twice, unknown fields, rows without end.
    std::vector<engine::field_fault> faults;
};

/// The prefix of the fields of the act itself: "f.title", "f.statements[0].member". Fields without
/// it belong to the envelope (csrf, act_id, seen, kind).
inline constexpr std::string_view field_prefix = "f.";

/// The highest row number that a form may use.
inline constexpr std::size_t highest_row = 1'999;

/// Reads the prefixed fields by the description of the body:
/// - empty inputs are left out, rows that are wholly empty are dropped and the others moved up;
/// - line ends become "\n"; a flag is true for "true"; money is typed in yuan and becomes fen;
/// - a list of plain values may repeat its name or number its rows;
/// - a document is an uploaded file, or its hash and name as they were shown before.
form_body read_form(pairs const& fields, std::vector<engine::field> const& described);

/// The name of an input: "statements[0].member" below the prefix.
std::string input_name(std::string_view path);

/// "1234.5" yuan in fen; nothing for what is no such amount, or not less than 10^13 yuan.
/// Full-width digits, commas and a trailing 元, 万, 万元, 亿 or 亿元 are understood.
std::optional<long long> fen_of(std::string_view typed);
/// "1234.50" for an input.
std::string yuan_of(long long fen);

} // namespace web

#endif
