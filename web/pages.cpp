#include "web/pages.hpp"

#include "adapters/templates/template_data.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace web {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view folder = "web/pages/";
constexpr std::string_view extension = ".mustache";
constexpr std::string_view partial_mark = "part_";

using texts = std::map<std::string, std::string, std::less<>>;

/// A template that uses itself is put into itself so many times: forms and what is on file are
/// hardly ever deeper. Mustache reads a partial anew each time it meets it.
constexpr std::ptrdiff_t levels = 2;

/// Puts the text of partials into a template that stands in others, from the outside in.
std::string with_partials(texts const& all, std::string_view text,
                          std::vector<std::string_view> const& within)
{
    std::string made;
    for (auto at = text.find("{{>"); at != text.npos; at = text.find("{{>")) {
        auto const end = text.find("}}", at);
        auto const used = text.substr(at + 3, end - at - 3);
        auto const found = all.find(used);
        if (found == all.end())
            throw std::runtime_error("no template " + std::string(used) + " to be used in another");
        made += text.substr(0, at);
        if (std::count(within.begin(), within.end(), used) < levels) {
            auto deeper = within;
            deeper.push_back(used);
            made += with_partials(all, found->second, deeper);
        } else {
            made += text.substr(at, end + 2 - at);
        }
        text.remove_prefix(end + 2);
    }
    return made += text;
}

} // namespace

/// Templates that Mustache has read, which takes longer than to fill them. Each is filled by one
/// thread at a time.
class pages::spare_templates {
public:
    using read_template = std::unique_ptr<mustache::mustache>;

    read_template take(std::string const& name, std::string const& text)
    {
        {
            std::lock_guard const alone(guard_);
            if (auto& of = spare_[name]; !of.empty()) {
                auto one = std::move(of.back());
                of.pop_back();
                return one;
            }
        }
        return std::make_unique<mustache::mustache>(text);
    }

    void put_back(std::string const& name, read_template one)
    {
        std::lock_guard const alone(guard_);
        if (auto& of = spare_[name]; of.size() < most_spare)
            of.push_back(std::move(one));
    }

private:
    /// So many of a page wait to be filled again.
    static constexpr std::size_t most_spare = 2;

    std::mutex guard_;
    std::map<std::string, std::vector<read_template>> spare_;
};

pages::pages(std::filesystem::path const& dir) : spare_(std::make_unique<spare_templates>())
{
    for (auto const path : config::embedded_under(folder)) {
        if (!path.ends_with(extension))
            continue;
        std::string name(
            path.substr(folder.size(), path.size() - folder.size() - extension.size()));
        std::string text(*config::embedded(path));
        auto const own = dir / "config" / path;
        if (std::ifstream file(own, std::ios::binary); file) {
            std::ostringstream all;
            all << file.rdbuf();
            text = all.str();
        }
        templates_.emplace(std::move(name), std::move(text));
    }
    auto const written = templates_;
    // Each is whole by itself; with what is put into it, reading it takes a tenth of a second more.
    for (auto const& [name, text] : written) {
        mustache::mustache const checked(text);
        if (!checked.is_valid())
            throw std::runtime_error("template " + name + ": " + checked.error_message());
    }
    for (auto& [name, text] : templates_) {
        std::vector<std::string_view> within;
        if (name.starts_with(partial_mark)) // it is read anew at each use: as short as may be
            within.assign(levels, name);
        text = with_partials(written, text, within);
    }
}

pages::~pages() = default;

std::string pages::fill(std::string_view name, boost::json::object const& view,
                        language const& words) const
{
    auto const found = templates_.find(name);
    if (found == templates_.end())
        throw std::runtime_error("no template " + std::string(name));
    auto data = adapters::templates::template_data(view);
    mustache::lambda2 const translate = [&](std::string const& text,
                                            mustache::renderer const& render) {
        return words(std::string_view(render(text)));
    };
    data.set("t", mustache::data(translate));
    for (auto const& entry : templates_) {
        if (!entry.first.starts_with(partial_mark))
            continue;
        mustache::partial const partial = [&text = entry.second] { return text; };
        data.set(entry.first, mustache::data(partial));
    }
    auto page = spare_->take(found->first, found->second);
    auto text = page->render(data);
    if (!page->is_valid())
        throw std::runtime_error("template " + std::string(name) + ": " + page->error_message());
    spare_->put_back(found->first, std::move(page));
    return text;
}

} // namespace web
