#ifndef JUECE_WEB_DOCUMENT_LINK_HPP
#define JUECE_WEB_DOCUMENT_LINK_HPP

#include "engine/confidentiality.hpp"
#include "web/language.hpp"

#include <string>
#include <string_view>

namespace web {

/// Where a stored document is shown; empty for one that is withheld from whoever looks (JC-8).
std::string document_href(std::string_view hash);

/// What a document is called, or what stands for its name where it is withheld.
std::string document_name(language const& words, std::string_view hash, std::string_view name);

/// A level as pages name it: 公开, 内部, 秘密.
std::string level_words(language const& words, engine::confidentiality level);

} // namespace web

#endif
