#include "engine/lowered.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <locale>

namespace engine {

std::string lowered(std::string text)
{
    boost::algorithm::to_lower(text, std::locale::classic());
    return text;
}

} // namespace engine
