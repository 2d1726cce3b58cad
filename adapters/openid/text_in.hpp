#ifndef JUECE_ADAPTERS_OPENID_TEXT_IN_HPP
#define JUECE_ADAPTERS_OPENID_TEXT_IN_HPP

#include <boost/json/object.hpp>
#include <string>

namespace adapters::openid {

/// A member that is a text; empty when it is missing or something else.
inline std::string text_in(boost::json::object const& in, char const* name)
{
    auto const* value = in.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace adapters::openid

#endif
