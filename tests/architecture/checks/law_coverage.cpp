#include "tests/architecture/checks/law_coverage.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

namespace architecture {
namespace {

constexpr auto requirements_path = "config/law/requirements.csv";
constexpr auto coverage_path = "workflows/major_decision/coverage.csv";

bool is_coverage(source const& file)
{
    return file.under("workflows/") && file.path.ends_with("/coverage.csv");
}

using found_at = std::map<std::string, std::string>;

/// A CSV file as rows of named cells.
std::vector<std::map<std::string, std::string>> table(source const& file)
{
    auto const rows = csv_rows(file.text);
    std::vector<std::map<std::string, std::string>> named;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto& row = named.emplace_back();
        for (std::size_t c = 0; c < rows[i].size() && c < rows[0].size(); ++c)
            row[rows[0][c]] = rows[i][c];
    }
    return named;
}

std::set<std::string> known_rules(source_tree const& tree)
{
    std::set<std::string> ids;
    for (auto const& file : tree.files())
        if (file.under("config/law/") && file.path.ends_with(".csv") &&
            file.text.starts_with("id,"))
            for (auto const& row : csv_rows(file.text))
                ids.insert(row[0]);
    return ids;
}

/// What stands before the '-' of the ids that somebody made.
std::set<std::string> prefixes_of(std::set<std::string> const& rules)
{
    std::set<std::string> prefixes = {"R713", "GD21", "GDH303", "NORM", "TIME", "JC"};
    for (auto const& id : rules)
        if (id.find('-') != std::string::npos)
            prefixes.insert(id.substr(0, id.find('-')));
    return prefixes;
}

bool may_cite(source const& file)
{
    if (file.is_cpp())
        return file.under("engine/") || file.under("workflows/") || file.under("adapters/") ||
               file.under("web/");
    return file.under("web/pages/") ||
           (file.under("config/rules/") && file.path.ends_with(".toml"));
}

/// Every rule id in the sources and packs, comments included, to the first file that has it.
found_at cited_in(source_tree const& tree)
{
    static std::regex const rule(R"(\b([A-Z][A-Z0-9]*)-\d+(?:[./]\d+)*)");
    auto const prefixes = prefixes_of(known_rules(tree));
    found_at cited;
    for (auto const& file : tree.files()) {
        if (!may_cite(file))
            continue;
        for (std::sregex_iterator i(file.text.begin(), file.text.end(), rule), end; i != end; ++i)
            if (prefixes.contains((*i)[1]))
                cited.emplace(i->str(), file.path);
    }
    return cited;
}

bool binds(std::map<std::string, std::string> const& requirement)
{
    auto const& id = requirement.at("id");
    auto const kind = requirement.contains("kind") ? requirement.at("kind") : "";
    if (id.starts_with("GDH303-") || id.starts_with("TIME-") || id.starts_with("GDLA-"))
        return true;
    return (id.starts_with("R713-") || id.starts_with("GD21-")) && (kind == "M" || kind == "C");
}

/// The names of test cases, bare and as "suite/name" with the suite being the file's name.
std::set<std::string> tests_in(source_tree const& tree)
{
    static std::regex const test_case(
        R"(\b(?:BOOST_(?:AUTO|FIXTURE|DATA)_TEST_CASE|BOOST_DATA_TEST_CASE_F)\(\s*(?:\w+\s*,\s*(?=\w+\s*,))?(\w+))");
    static std::regex const browser_test(R"re(\btest\(\s*['"`]([^'"`]+)['"`])re");
    std::set<std::string> names;
    for (auto const& file : tree.files()) {
        if (!file.under("tests/"))
            continue;
        auto const slash = file.path.rfind('/') + 1;
        auto const stem = file.path.substr(slash, file.path.find('.', slash) - slash);
        auto const gather = [&](std::regex const& pattern) {
            auto const text = file.without_comments();
            for (std::sregex_iterator i(text.begin(), text.end(), pattern), end; i != end; ++i) {
                names.insert((*i)[1]);
                names.insert(stem + "/" + (*i)[1].str());
            }
        };
        if (file.is_cpp())
            gather(test_case);
        else if (file.path.ends_with(".spec.js"))
            gather(browser_test);
    }
    return names;
}

std::vector<std::string> split(std::string const& list)
{
    std::vector<std::string> parts;
    std::istringstream in(list);
    for (std::string part; std::getline(in, part, ';');) {
        auto const from = part.find_first_not_of(' ');
        if (from != std::string::npos)
            parts.push_back(part.substr(from, part.find_last_not_of(' ') - from + 1));
    }
    return parts;
}

/// "workflows/major_decision/hearing.cpp", or that with ":something" after it.
bool names_a_file(std::string const& place)
{
    return place.find('/') != std::string::npos && place.find('.') != std::string::npos;
}

void add_words(std::string const& of, std::set<std::string>& into)
{
    static std::regex const word(R"(\w+)");
    for (std::sregex_iterator i(of.begin(), of.end(), word), end; i != end; ++i)
        into.insert(i->str());
}

/// What the law's code declares: conditions and bodies, functions, the fields of bodies, acts,
/// chapters and stages. A word of a comment or of what is said to somebody is none.
std::set<std::string> names_of_law(source_tree const& tree)
{
    static std::regex const declared(
        R"re(\b(?:struct|class)\s+(\w+)|\b(?:kind|name) = "([\w.]+)"|\b(\w+)\()re");
    constexpr std::string_view of_fields = "BOOST_DESCRIBE_STRUCT(";
    std::set<std::string> names;
    for (auto const* file : tree.cpp_under({"engine/", "workflows/"})) {
        auto const text = file->without_comments();
        for (std::sregex_iterator i(text.begin(), text.end(), declared), end; i != end; ++i)
            for (std::size_t group = 1; group < i->size(); ++group)
                add_words((*i)[group].str(), names);
        for (auto at = text.find(of_fields); at != text.npos; at = text.find(of_fields, at + 1))
            add_words(text.substr(at, text.find("))", at) - at), names);
    }
    return names;
}

class coverage_reader {
public:
    coverage_reader(source_tree const& tree)
        : tree_(tree), cited_(cited_in(tree)), tests_(tests_in(tree)), names_(names_of_law(tree))
    {}

    void read(std::map<std::string, std::string> const& row)
    {
        auto const cell = [&](char const* name) {
            auto const at = row.find(name);
            return at == row.end() ? std::string() : at->second;
        };
        auto const id = cell("id");
        auto const how = cell("how");
        if (how.empty())
            fault(id, "does not say how it is met");
        // "condition of R713-25.3": the same requirement, which the code cites by its other id.
        constexpr std::string_view of_another = "condition of ";
        auto const cited_as = how.starts_with(of_another) ? how.substr(of_another.size()) : id;
        if (how.starts_with("condition") && !cited_.contains(cited_as))
            fault(id, "is said to be a condition, but no code and no rule pack cites " + cited_as);
        for (auto const& place : split(cell("where")))
            if (names_a_file(place) && !tree_.find(place.substr(0, place.find(':'))))
                fault(id, "names a file that is not there: " + place);
        // A condition that got another name is no longer found by whoever reads the table.
        static std::regex const condition(R"((^|[^\w./])([a-z]+(?:_[a-z]+)+)(?![\w./]))");
        auto const where = cell("where");
        for (std::sregex_iterator i(where.begin(), where.end(), condition), end; i != end; ++i)
            if (!names_.contains((*i)[2]))
                fault(id, "names what is not in the code: " + (*i)[2].str());
        auto const named = split(cell("test"));
        if (named.empty() && !how.starts_with("process"))
            fault(id, "names no test");
        for (auto const& test : named)
            if (!exists(test))
                fault(id, "names a test that is not there: " + test);
    }

    void fault(std::string const& id, std::string const& what)
    {
        found.push_back(table_ + ": " + id + " " + what);
    }

    /// What is at fault from now on stands in this table.
    void begin(std::string table) { table_ = std::move(table); }

    breaches found;

private:
    /// "name", "suite/name" or "workflows/suite/name"
    bool exists(std::string const& test) const
    {
        auto const last = test.rfind('/');
        if (last == std::string::npos)
            return tests_.contains(test);
        auto const before = test.rfind('/', last - 1);
        return tests_.contains(before == std::string::npos ? test : test.substr(before + 1));
    }

    source_tree const& tree_;
    found_at cited_;
    std::set<std::string> tests_;
    std::set<std::string> names_;
    std::string table_ = coverage_path;
};

} // namespace

breaches against_unknown_rules(source_tree const& tree)
{
    auto const known = known_rules(tree);
    breaches found;
    for (auto const& [id, where] : cited_in(tree))
        if (!known.contains(id))
            found.push_back(where + ": cites " + id + ", which is no requirement in config/law");
    return found;
}

breaches against_coverage(source_tree const& tree)
{
    auto const* requirements = tree.find(requirements_path);
    auto const* coverage = tree.find(coverage_path);
    if (!requirements)
        return {std::string(requirements_path) + ": is missing"};
    if (!coverage)
        return {std::string(coverage_path) + ": is missing"};

    std::set<std::string> known, covered;
    coverage_reader reader(tree);
    for (auto const& row : table(*requirements))
        known.insert(row.at("id"));
    for (auto const& file : tree.files()) {
        if (!is_coverage(file))
            continue;
        reader.begin(file.path);
        std::set<std::string> here;
        for (auto const& row : table(file)) {
            auto const& id = row.at("id");
            if (!known.contains(id))
                reader.fault(id, "is no requirement");
            if (!here.insert(id).second)
                reader.fault(id, "stands there twice");
            reader.read(row);
        }
        covered.merge(here);
    }
    reader.begin(coverage_path);
    for (auto const& row : table(*requirements))
        if (binds(row) && !covered.contains(row.at("id")))
            reader.fault(row.at("id"), "is not covered");
    return reader.found;
}

} // namespace architecture
