#include "tests/architecture/checks/include_directions.hpp"

#include <regex>
#include <set>

namespace architecture {
namespace {

struct includes {
    std::vector<std::string> own;     ///< "engine/act.hpp"
    std::vector<std::string> foreign; ///< <boost/json.hpp>, without the brackets
};

includes includes_of(source const& file)
{
    static std::regex const line(R"(^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">])",
                                 std::regex::multiline);
    includes found;
    auto const code = file.without_comments();
    for (std::sregex_iterator i(code.begin(), code.end(), line), end; i != end; ++i)
        ((*i)[1] == "\"" ? found.own : found.foreign).push_back((*i)[2]);
    return found;
}

bool may_include(std::string const& folder, std::string const& path)
{
    static std::map<std::string, std::set<std::string>> const below = {
        {"engine", {"engine"}},
        {"workflows", {"engine", "workflows"}},
        {"adapters", {"engine", "workflows", "adapters"}},
        {"web", {"engine", "workflows", "adapters", "web", "config"}},
        {"config", {"config"}}};
    if (folder == "adapters" && path == "config/embedded.hpp")
        return true;
    return below.at(folder).contains(path.substr(0, path.find('/')));
}

struct confined {
    std::string_view library;
    std::vector<std::string_view> beginnings;
    bool (*may_be_in)(source const&);
};

std::vector<confined> const& confined_libraries()
{
    static std::vector<confined> const all = {
        {"Boost.MSM",
         {"boost/msm", "boost/mpl"},
         [](source const& f) {
             return f.under("engine/") || (f.under("workflows/") && !f.is_header());
         }},
        {"SOCI", {"soci/"}, [](source const& f) { return f.under("adapters/soci/"); }},
        {"Asio", {"boost/asio"}, [](source const& f) { return f.under("web/"); }},
        {"Beast", {"boost/beast"}, [](source const& f) { return f.under("web/"); }}};
    return all;
}

bool is_of(confined const& library, std::string const& header)
{
    for (auto beginning : library.beginnings)
        if (header.starts_with(beginning))
            return true;
    return false;
}

/// True if the file, or a header of the house that it includes, includes Boost.MSM.
bool reaches_msm(source_tree const& tree, source const& file, std::set<std::string>& seen)
{
    if (!seen.insert(file.path).second)
        return false;
    auto const found = includes_of(file);
    for (auto const& header : found.foreign)
        if (header.starts_with("boost/msm"))
            return true;
    for (auto const& path : found.own)
        if (auto const* header = tree.find(path); header && reaches_msm(tree, *header, seen))
            return true;
    return false;
}

std::vector<std::string_view> const house = {"engine/", "workflows/", "adapters/", "web/",
                                             "config/"};

} // namespace

breaches against_include_directions(source_tree const& tree)
{
    breaches found;
    for (auto const* file : tree.cpp_under(house))
        for (auto const& path : includes_of(*file).own) {
            // what the build makes lies beside no folder of the house
            if (path.find('/') == std::string::npos && path.ends_with(".inc"))
                continue;
            if (!may_include(file->folder(), path))
                found.push_back(file->path + ": may not include \"" + path + "\"");
        }
    return found;
}

breaches against_library_places(source_tree const& tree)
{
    breaches found;
    for (auto const* file : tree.cpp_under(house)) {
        for (auto const& header : includes_of(*file).foreign)
            for (auto const& library : confined_libraries())
                if (is_of(library, header) && !library.may_be_in(*file))
                    found.push_back(file->path + ": " + std::string(library.library) +
                                    " does not belong here: <" + header + ">");
        std::set<std::string> seen;
        if ((file->under("adapters/") || file->under("web/")) && reaches_msm(tree, *file, seen))
            found.push_back(file->path + ": reaches Boost.MSM through what it includes");
        // A workflow may gather in its tables.hpp what each of its chapters includes.
        if (file->is_header() && !file->under("engine/") && !file->path.ends_with("/tables.hpp"))
            for (auto const& path : includes_of(*file).own)
                if (path == "engine/msm_chapter.hpp")
                    found.push_back(file->path + ": only the .cpp of a chapter may include \"" +
                                    path + "\"");
    }
    return found;
}

} // namespace architecture
