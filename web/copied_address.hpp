#ifndef JUECE_WEB_COPIED_ADDRESS_HPP
#define JUECE_WEB_COPIED_ADDRESS_HPP

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace web {

/// A page of the public as a copy has it, in one of the languages.
struct copied_page {
    std::string target;   ///< "/public/matters/7"
    std::string language; ///< "zh" or "en"
    long long number = 1; ///< of the page of a list

    bool operator==(copied_page const&) const = default;
};

/// What an address is in a copy that stands for a directory of plain files.
enum class copied_as {
    page,     ///< one for each language, of the name that file_of() gives
    file,     ///< a file of this program, the same for all languages
    document, ///< of a matter, under the name that it was published with
    nothing   ///< needs the server
};
copied_as sort_in_copy(std::string_view target);

/// The page that a link on a page leads to. A link to the other language leads to the same page.
copied_page page_behind(copied_page const& from, std::string const& target);

/// Where a page stands in the copy: "index.html", "en/matters/7.html", "feed.atom".
std::string file_of(copied_page const& page);
/// Where a file of this program stands: "static/juece.css".
std::string file_of_program(std::string_view target);
/// The folder of the documents of a matter: "matters/7/"; of the address of one of them.
std::string folder_of_document(std::string_view target);

/// The way from one file of the copy to another, as a link has it.
std::string way_between(std::string_view from, std::string_view to);

/// A page with every link that begins with `/` behind `begin` put anew. `renamed` is given the
/// address without its fragment.
std::string with_links(std::string_view text, std::string const& begin,
                       std::function<std::string(std::string const&)> const& renamed);

/// A name that every file system and web server takes, close to the one that was published.
std::string name_in_copy(std::string_view published);

} // namespace web

#endif
