#include "web/router.hpp"

#include "web/percent.hpp"

namespace web {
namespace {

std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> parts;
    if (path.starts_with('/'))
        path.remove_prefix(1);
    while (true) {
        auto const end = path.find('/');
        parts.push_back(path.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        path.remove_prefix(end + 1);
    }
}

std::optional<pairs> matched(std::string_view pattern, std::string_view path)
{
    auto const wanted = segments(pattern);
    auto const given = segments(path);
    if (wanted.size() != given.size())
        return {};
    pairs places;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) {
            if (wanted[i] != given[i])
                return {};
            continue;
        }
        auto value = percent_decoded(given[i], false);
        if (!value || value->empty())
            return {};
        places.emplace_back(wanted[i].substr(1, wanted[i].size() - 2), std::move(*value));
    }
    return places;
}

} // namespace

found_route find_route(std::vector<route> const& among, std::string_view method,
                       std::string_view path)
{
    found_route best;
    for (auto const& one : among) {
        auto places = matched(one.pattern, path);
        if (!places)
            continue;
        best.path_known = true;
        best.methods.emplace_back(one.method);
        // A word in the table goes before a place: "/cases/new" is not a case.
        if (one.method == method && (!best.it || places->size() < best.places.size())) {
            best.it = &one;
            best.places = std::move(*places);
        }
    }
    return best;
}

} // namespace web
