#ifndef JUECE_WEB_MASKING_HPP
#define JUECE_WEB_MASKING_HPP

#include <string>
#include <string_view>
#include <vector>

namespace web {

/// A name as it is published: the first character and a star, whatever its length. Empty stays
/// empty.
std::string masked_name(std::string_view name);

/// Words as they are published: telephone numbers as 138****1234, numbers of identity papers and
/// bank cards, e-mail addresses, and each of the `names` where it stands in the words.
std::string masked_words(std::string_view words, std::vector<std::string> const& names = {});

} // namespace web

#endif
