#include "web/pages.hpp"

#include "adapters/templates/template_data.hpp"
#include "config/embedded.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace web {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view folder = "web/pages/";
constexpr std::string_view extension = ".mustache";

using texts = std::map<std::string, std::string, std::less<>>;

bool uses(texts const& all, std::string const& name, std::string const& what, int depth)
{
    if (depth == 0)
        return true;
    auto const& text = all.at(name);
    for (auto at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at + 1)) {
        auto const used = text.substr(at + 3, text.find("}}", at) - at - 3);
        if (used == what || (all.contains(used) && uses(all, used, what, depth - 1)))
            return true;
    }
    return false;
}

/// Puts the text of partials into a template. Only those that use themselves stay partials:
/// Mustache reads a partial anew each time it meets it.
std::string with_partials(texts const& all, std::string text)
{
    constexpr int deepest = 8;
    for (auto at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at)) {
        auto const end = text.find("}}", at);
        auto const used = text.substr(at + 3, end - at - 3);
        if (!all.contains(used))
            throw std::runtime_error("no template " + used + " to be used in another");
        if (uses(all, used, used, deepest)) {
            at = end;
            continue;
        }
        text.replace(at, end + 2 - at, all.at(used));
    }
    return text;
}

} // namespace

pages::pages(std::filesystem::path const& dir)
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
    for (auto& [name, text] : templates_) {
        text = with_partials(written, text);
        mustache::mustache checked(text);
        if (!checked.is_valid())
            throw std::runtime_error("template " + name + ": " + checked.error_message());
    }
}

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
        if (!entry.first.starts_with("part_"))
            continue;
        mustache::partial const partial = [&text = entry.second] { return text; };
        data.set(entry.first, mustache::data(partial));
    }
    mustache::mustache page(found->second);
    auto text = page.render(data);
    if (!page.is_valid())
        throw std::runtime_error("template " + std::string(name) + ": " + page.error_message());
    return text;
}

} // namespace web
