#include "web/handlers/facts_view.hpp"

#include "web/document_link.hpp"
#include "web/handlers/public_proposal.hpp"
#include "web/office.hpp"

#include <boost/json.hpp>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

std::string words_of(value const& from)
{
    return from.is_string() ? std::string(from.get_string()) : boost::json::serialize(from);
}

object one_view(visit const& v, value const& fact)
{
    object made{{"words", ""}, {"href", ""}};
    if (!fact.is_object() || fact.get_object().size() != 1) {
        made["words"] = words_of(fact);
        return made;
    }
    auto const& [how, what] = *fact.get_object().begin();
    if (how == "key")
        made["words"] = v.words(std::string_view(words_of(what)));
    else if (how == "unit")
        made["words"] = v.house.unit_name(words_of(what));
    else if (how == "person")
        made["words"] = v.house.person_name({number_in(words_of(what)).value_or(0)});
    else if (how == "date") {
        auto const on = engine::parse_day(words_of(what));
        made["words"] = on ? v.words.date(*on) : words_of(what);
    } else if (how == "money")
        made["words"] = what.is_int64() ? v.words.amount(what.get_int64()) : words_of(what);
    else if (how == "case") {
        // a number as somebody wrote it: it leads to the case where there is one that may be seen
        made["words"] = words_of(what);
        if (auto const found = v.records ? v.records->find_case(words_of(what)) : std::nullopt)
            made["href"] = "/cases/" + std::to_string(found->head.line.id.value);
    } else if (how == "proposal") {
        made["words"] = words_of(what);
        made["href"] = proposal_href(v, words_of(what));
    } else if (how == "document" && what.is_object()) {
        auto const hash = words_of(what.at("hash"));
        made["words"] = document_name(v.words, hash, words_of(what.at("name")));
        made["href"] = document_href(hash);
    } else
        made["words"] = words_of(what);
    return made;
}

} // namespace

array facts_view(visit const& v, object const& facts)
{
    array made;
    auto const* sections = facts.if_contains("sections");
    if (!sections || !sections->is_array())
        return made;
    for (auto const& section : sections->get_array()) {
        array rows;
        for (auto const& row : section.at("rows").as_array()) {
            array values;
            auto const& fact = row.at("value");
            if (fact.is_array())
                for (auto const& one : fact.get_array())
                    values.push_back(one_view(v, one));
            else
                values.push_back(one_view(v, fact));
            auto const label = words_of(row.at("label"));
            rows.push_back({{"label", v.words(std::string_view(label))},
                            {"key", label},
                            {"values", std::move(values)}});
        }
        auto const title = words_of(section.at("title"));
        made.push_back({{"title", v.words(std::string_view(title))}, {"rows", std::move(rows)}});
    }
    return made;
}

} // namespace web::handlers
