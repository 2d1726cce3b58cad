#include "adapters/templates/template_data.hpp"

#include <boost/json.hpp>

namespace adapters::templates {

namespace mustache = kainjow::mustache;

mustache::data template_data(boost::json::value const& view)
{
    switch (view.kind()) {
    case boost::json::kind::object: {
        mustache::data made(mustache::data::type::object);
        for (auto const& [key, member] : view.get_object())
            made.set(std::string(key), template_data(member));
        return made;
    }
    case boost::json::kind::array: {
        mustache::data made(mustache::data::type::list);
        for (auto const& element : view.get_array())
            made.push_back(template_data(element));
        return made;
    }
    case boost::json::kind::string:
        if (view.get_string().empty())
            return false;
        return std::string(view.get_string());
    case boost::json::kind::bool_:
        return view.get_bool();
    case boost::json::kind::null:
        return false;
    case boost::json::kind::int64:
        return std::to_string(view.get_int64());
    case boost::json::kind::uint64:
        return std::to_string(view.get_uint64());
    case boost::json::kind::double_:
        return boost::json::serialize(view);
    }
    return false;
}

} // namespace adapters::templates
