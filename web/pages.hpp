#ifndef JUECE_WEB_PAGES_HPP
#define JUECE_WEB_PAGES_HPP

#include "web/language.hpp"

#include <boost/json/object.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace web {

/// The templates of the pages, read once: those built in, each replaced by a file of the same name
/// in DIR/config/web/pages if there is one. Safe to use from several threads.
class pages {
public:
    explicit pages(std::filesystem::path const& dir);
    ~pages();

    bool knows(std::string_view name) const { return templates_.find(name) != templates_.end(); }
    /// Fills a template with a view; a template named part_... may be used in others as a partial,
    /// and
    /// {{#t}}key{{/t}} gives the words of a catalogue key. Throws for a template that does not
    /// parse.
    std::string fill(std::string_view name, boost::json::object const& view,
                     language const& words) const;

private:
    class spare_templates;

    std::map<std::string, std::string, std::less<>> templates_;
    std::unique_ptr<spare_templates> spare_;
};

} // namespace web

#endif
