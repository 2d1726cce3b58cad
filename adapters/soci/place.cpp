#include "adapters/soci/place.hpp"

namespace adapters::soci {

bool is_postgresql_url(std::string const& text)
{
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

std::string place::name() const
{
    if (is_file())
        return file().string();
    auto const user = url.find("://") + 3;
    auto const host = url.find('@', user);
    auto const password = url.find(':', user);
    if (host == url.npos || password == url.npos || password > host)
        return url.substr(0, url.find('?'));
    auto const plain = url.substr(0, password) + url.substr(host);
    return plain.substr(0, plain.find('?')); // a parameter may be a password, too
}

} // namespace adapters::soci
