#ifndef JUECE_WORKFLOWS_FACT_SECTION_HPP
#define JUECE_WORKFLOWS_FACT_SECTION_HPP

#include "engine/body.hpp"
#include "engine/day.hpp"

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>

// The main facts of a case for its page, as sections of rows:
//   {"sections": [{"title": key, "rows": [{"label": key, "value": {"text"|"key"|"unit"|...}}]}]}
// "text" is shown as it is, "key" through the catalogues, "unit" as the unit's name, "person"
// (a number) as their name, "date" as a date, "money" as an amount, "document" as a link, "case" (a
// number) as a link to that case.

namespace workflows {

inline boost::json::object shown(char const* how, std::string words)
{
    return {{how, std::move(words)}};
}

inline boost::json::object dated(engine::day on)
{
    return shown("date", engine::to_text(on));
}

/// An enumerator through the catalogues.
template <class E>
boost::json::object choice(E value)
{
    std::string const name(engine::name_of(value));
    return shown("key", "choice." + std::string(vocabulary_of(value)) + "." + name);
}

inline boost::json::object document(engine::document_ref const& one)
{
    return {{"document", {{"hash", one.hash}, {"name", one.name}}}};
}

/// A section that is left out when it has no rows.
class section {
public:
    explicit section(std::string title) : title_(std::move(title)) {}

    void add(std::string label, boost::json::value value)
    {
        rows_.push_back(
            boost::json::object{{"label", std::move(label)}, {"value", std::move(value)}});
    }
    void add_if(bool holds, std::string label)
    {
        if (holds)
            add(std::move(label), shown("key", "words.yes"));
    }
    void add_text(std::string label, std::optional<std::string> const& words)
    {
        if (words)
            add(std::move(label), shown("text", *words));
    }
    void into(boost::json::array& sections) &&
    {
        if (!rows_.empty())
            sections.push_back(boost::json::object{{"title", title_}, {"rows", std::move(rows_)}});
    }

private:
    std::string title_;
    boost::json::array rows_;
};

} // namespace workflows

#endif
