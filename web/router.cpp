#include "web/router.hpp"

#include "web/percent.hpp"

namespace web {
namespace {

/// Takes the first segment off a path; the rest is null behind the last one.
std::string_view next_segment(std::string_view& path)
{
    auto const end = path.find('/');
    auto const first = path.substr(0, end);
    path = end == path.npos ? std::string_view() : path.substr(end + 1);
    return first;
}

std::string_view without_slash(std::string_view path)
{
    return path.starts_with('/') ? path.substr(1) : path;
}

/// True if the words of the pattern stand in the path. Every request asks this of every route, so
/// nothing is decoded or copied before one fits.
bool fits(std::string_view pattern, std::string_view path)
{
    pattern = without_slash(pattern);
    path = without_slash(path);
    while (true) {
        bool const more = pattern.find('/') != pattern.npos;
        if (more != (path.find('/') != path.npos))
            return false;
        auto const wanted = next_segment(pattern);
        if (auto const given = next_segment(path); !wanted.starts_with('{') && wanted != given)
            return false;
        if (!more)
            return true;
    }
}

/// What stands at the places of a pattern that fits; nothing if it can be no value.
std::optional<pairs> placed(std::string_view pattern, std::string_view path)
{
    pattern = without_slash(pattern);
    path = without_slash(path);
    pairs places;
    while (pattern.data()) {
        auto const wanted = next_segment(pattern);
        auto const given = next_segment(path);
        if (!wanted.starts_with('{'))
            continue;
        auto value = percent_decoded(given, false);
        if (!value || value->empty())
            return {};
        places.emplace_back(wanted.substr(1, wanted.size() - 2), std::move(*value));
    }
    return places;
}

} // namespace

found_route find_route(std::vector<route> const& among, std::string_view method,
                       std::string_view path)
{
    found_route best;
    for (auto const& one : among) {
        if (!fits(one.pattern, path))
            continue;
        auto places = placed(one.pattern, path);
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
