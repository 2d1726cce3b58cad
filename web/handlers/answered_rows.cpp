#include "web/handlers/answered_rows.hpp"

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

} // namespace

void leave_out_unanswered(boost::json::object& body)
{
    auto* values = body.if_contains("values");
    auto* rows = values ? values->if_array() : nullptr;
    if (rows)
        rows->erase(std::remove_if(rows->begin(), rows->end(), is_unanswered), rows->end());
}

} // namespace web::handlers
