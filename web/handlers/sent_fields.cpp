#include "web/handlers/sent_fields.hpp"

#include <boost/json.hpp>

namespace web::handlers {

std::optional<pairs> sent_fields(visit const& v)
{
    if (v.asked.content_type() != "application/json")
        return v.asked.fields;
    boost::json::error_code fault;
    auto const parsed = boost::json::parse(v.asked.body, fault);
    if (fault || !parsed.is_object())
        return {};
    pairs fields;
    for (auto const& [key, value] : parsed.get_object()) {
        if (!value.is_string())
            return {};
        std::string words(value.get_string());
        if (words.find('\0') != std::string::npos)
            return {};
        fields.emplace_back(std::string(key), std::move(words));
    }
    return fields;
}

} // namespace web::handlers
