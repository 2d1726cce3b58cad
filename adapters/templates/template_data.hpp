#ifndef JUECE_ADAPTERS_TEMPLATES_TEMPLATE_DATA_HPP
#define JUECE_ADAPTERS_TEMPLATES_TEMPLATE_DATA_HPP

#include <boost/json/value.hpp>
#include <kainjow/mustache.hpp>

namespace adapters::templates {

/// A JSON view as Mustache sees it. Empty words and null become false: to Mustache an empty string
/// is something, to us it is nothing.
kainjow::mustache::data template_data(boost::json::value const& view);

} // namespace adapters::templates

#endif
