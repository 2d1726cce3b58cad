#include "adapters/files/is_utf8.hpp"

#include <boost/locale/utf.hpp>

namespace adapters::files {

bool is_utf8(std::string_view bytes)
{
    namespace utf = boost::locale::utf;
    for (auto at = bytes.begin(); at != bytes.end();) {
        auto const point = utf::utf_traits<char>::decode(at, bytes.end());
        if (point == utf::illegal || point == utf::incomplete)
            return false;
    }
    return true;
}

} // namespace adapters::files
