#include "web/handlers/answered_rows.hpp"

#include "adapters/report/record_gate.hpp"
#include "web/office.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

namespace web::handlers {
namespace {

bool is_unanswered(boost::json::value const& row)
{
    static constexpr std::array written = {"value", "source", "note"};
    auto const* members = row.if_object();
    return members && std::none_of(written.begin(), written.end(),
                                   [&](char const* name) { return members->contains(name); });
}

std::string word_in(boost::json::object const& row, std::string_view name)
{
    auto const* word = row.if_contains(name);
    return word && word->is_string() ? std::string(word->get_string()) : std::string();
}

} // namespace

void leave_out_unanswered(boost::json::object& body)
{
    auto* values = body.if_contains("values");
    auto* rows = values ? values->if_array() : nullptr;
    if (rows)
        rows->erase(std::remove_if(rows->begin(), rows->end(), is_unanswered), rows->end());
}

std::vector<engine::advice> remarks_on_answer(visit const& v, typed_form const& typed)
{
    std::vector<engine::advice> made;
    if (typed.kind != workflows::annual_report::collection::answered::kind)
        return made;
    auto const* values = typed.body.if_contains("values");
    auto const* rows = values ? values->if_array() : nullptr;
    if (!rows)
        return made;
    auto const& dictionary = v.house.dictionary();
    for (auto const& one : *rows) {
        auto const* row = one.if_object();
        auto const indicator = row ? word_in(*row, "indicator") : std::string();
        if (row && adapters::report::is_above_whole(indicator, word_in(*row, "value"), dictionary))
            made.push_back({"JC-32", engine::say("{1}超过100%，请核对",
                                                 dictionary.name(indicator, v.words.code()))});
    }
    return made;
}

} // namespace web::handlers
