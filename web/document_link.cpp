#include "web/document_link.hpp"

#include "adapters/soci/document_levels.hpp"

namespace web {

std::string document_href(std::string_view hash)
{
    return adapters::soci::is_withheld(hash) ? "" : "/documents/" + std::string(hash);
}

std::string document_name(language const& words, std::string_view hash, std::string_view name)
{
    return adapters::soci::is_withheld(hash) ? words("document.withheld") : std::string(name);
}

std::string level_words(language const& words, engine::confidentiality level)
{
    return words("choice.confidentiality." + std::string(engine::name_of(level)));
}

} // namespace web
