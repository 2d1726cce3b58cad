#include "adapters/rules/load_rules.hpp"

#include "adapters/files/read_file.hpp"
#include "adapters/rules/parse_toml.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <vector>

namespace adapters::rules {
namespace {

using engine::parameter;
using engine::parameter_value;

std::size_t line_of(toml::node const& node)
{
    return node.source().begin.line;
}

std::optional<engine::ratio> as_ratio(std::string_view words)
{
    auto const slash = words.find('/');
    if (slash == std::string_view::npos)
        return {};
    engine::ratio found;
    auto const read = [](std::string_view digits, long long& into) {
        auto const end = digits.data() + digits.size();
        auto const [at, error] = std::from_chars(digits.data(), end, into);
        return error == std::errc{} && at == end && !digits.empty();
    };
    if (!read(words.substr(0, slash), found.of) || !read(words.substr(slash + 1), found.in))
        return {};
    return found;
}

std::optional<parameter_value> as_value(toml::node const& node)
{
    if (auto const* number = node.as_integer())
        return parameter_value(static_cast<long long>(number->get()));
    if (auto const* flag = node.as_boolean())
        return parameter_value(flag->get());
    if (auto const* words = node.as_string()) {
        if (words->get() == "unknown")
            return parameter_value(std::monostate{});
        if (auto const share = as_ratio(words->get()))
            return parameter_value(*share);
        return {};
    }
    if (auto const* array = node.as_array()) {
        std::vector<std::string> list;
        for (auto const& one : *array) {
            auto const* words = one.as_string();
            if (!words)
                return {};
            list.push_back(words->get());
        }
        return parameter_value(std::move(list));
    }
    return {};
}

class pack_reader {
public:
    pack_reader(std::string_view toml, std::string const& file) : file_(file)
    {
        auto read_text = parse_toml(toml);
        if (auto const* broken = std::get_if<toml_fault>(&read_text)) {
            fault(broken->line, broken->why);
            return;
        }
        root_ = std::get<toml::table>(std::move(read_text));
        read();
    }

    read_pack result() && { return std::move(result_); }

private:
    void fault(std::size_t line, std::string const& why)
    {
        result_.faults.push_back(file_ + ":" + std::to_string(line) + ": " + why);
    }

    void read()
    {
        expect_only(root_, {"name", "title", "parent", "regulation"});
        result_.pack.name = words(root_, "name", true);
        result_.pack.title = words(root_, "title", true);
        result_.pack.parent = words(root_, "parent", false);

        auto const* regulations = root_.get_as<toml::array>("regulation");
        if (!regulations) {
            fault(1, "no [[regulation]] is given");
            return;
        }
        for (auto const& each : *regulations)
            if (auto const* one = each.as_table())
                read_regulation(*one);
            else
                fault(line_of(each), "regulation is a list of tables: [[regulation]]");
    }

    void read_regulation(toml::table const& one)
    {
        expect_only(one, {"title", "from", "until", "requires", "cites"});
        words(one, "title", true);
        auto const from = date(one, "from");
        if (!one.contains("from"))
            fault(line_of(one), "a regulation names the day from which it is in force: from");
        auto const until = date(one, "until");
        auto const* entries = one.get_as<toml::table>("requires");
        auto const* citations = one.get_as<toml::table>("cites");
        if (!entries && !citations)
            fault(line_of(one), "a regulation has [regulation.requires] or [regulation.cites]");
        if (entries && from)
            read_entries(*entries, "", *from, until);
        if (citations && from)
            read_citations(*citations, *from, until);
    }

    /// `"NORM-7" = "NORM-1"`: what is cited in the place of a rule that holds elsewhere.
    void read_citations(toml::table const& all, engine::day from, std::optional<engine::day> until)
    {
        for (auto const& [rule, node] : all) {
            auto const* instead = node.as_string();
            if (!instead) {
                fault(line_of(node), std::string(rule.str()) + " is cited as another rule");
                continue;
            }
            result_.pack.citations.push_back(
                {std::string(rule.str()), instead->get(), from, until});
            result_.lines_of_citations.push_back(line_of(node));
        }
    }

    /// `a.b = { value = ... }` is a table in a table; one that holds a value is an entry.
    void read_entries(toml::table const& from_table, std::string const& prefix, engine::day from,
                      std::optional<engine::day> until)
    {
        for (auto const& [key, node] : from_table) {
            auto const name = prefix + std::string(key.str());
            auto const* inner = node.as_table();
            if (!inner)
                fault(line_of(node), name + " is written { value = ..., rule = \"...\" }");
            else if (inner->contains("value") || inner->contains("rule"))
                read_entry(*inner, name, from, until);
            else
                read_entries(*inner, name + ".", from, until);
        }
    }

    void read_entry(toml::table const& entry, std::string const& key, engine::day from,
                    std::optional<engine::day> until)
    {
        expect_only(entry, {"value", "rule", "from", "until"});
        auto const* node = entry.get("value");
        auto const value = node ? as_value(*node) : std::nullopt;
        if (!value) {
            fault(line_of(entry),
                  key + ": a value is a whole number, true or false, a share such as \"2/3\", a "
                        "list of names, or \"unknown\"");
            return;
        }
        auto const own_from = date(entry, "from");
        auto const own_until = date(entry, "until");
        result_.pack.parameters.push_back(parameter{.key = key,
                                                    .value = *value,
                                                    .rule = words(entry, "rule", true),
                                                    .from = own_from.value_or(from),
                                                    .until = own_until ? own_until : until,
                                                    .pack = result_.pack.name});
        result_.lines.push_back(line_of(entry));
    }

    void expect_only(toml::table const& table, std::initializer_list<std::string_view> known)
    {
        for (auto const& [key, node] : table)
            if (std::find(known.begin(), known.end(), key.str()) == known.end())
                fault(line_of(node), "\"" + std::string(key.str()) + "\" is not known here");
    }

    std::string words(toml::table const& table, std::string_view key, bool required)
    {
        auto const* node = table.get(key);
        if (!node) {
            if (required)
                fault(std::max<std::size_t>(line_of(table), 1),
                      "\"" + std::string(key) + "\" is missing");
            return {};
        }
        if (auto const* text = node->as_string())
            return text->get();
        fault(line_of(*node), "\"" + std::string(key) + "\" is a text");
        return {};
    }

    std::optional<engine::day> date(toml::table const& table, std::string_view key)
    {
        auto const* node = table.get(key);
        if (!node)
            return {};
        auto const* written = node->as_date();
        if (!written) {
            fault(line_of(*node), "\"" + std::string(key) + "\" is a date such as 2024-01-01");
            return {};
        }
        auto const& d = written->get();
        return engine::day(std::chrono::year(d.year) / std::chrono::month(d.month) /
                           std::chrono::day(d.day));
    }

    std::string file_;
    toml::table root_;
    read_pack result_;
};

struct source {
    std::string file;
    read_pack read;
};

std::vector<source> every_source(std::filesystem::path const& data)
{
    std::vector<source> all;
    for (auto const path : config::embedded_under("rules/")) {
        auto const file = "config/" + std::string(path);
        all.push_back({file, read_rule_pack(*config::embedded(path), file)});
    }
    auto const folder = data / "config" / "rules";
    if (data.empty() || !std::filesystem::is_directory(folder))
        return all;
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (auto const& file : files)
        all.push_back({file.string(), read_rule_pack(files::read_file(file), file.string())});
    return all;
}

/// Whoever is refused may read the rule; so it must be known.
void check_rules(source& from, law_text::requirements const& law)
{
    auto& read = from.read;
    for (std::size_t i = 0; i < read.pack.parameters.size(); ++i) {
        auto const& p = read.pack.parameters[i];
        if (!p.rule.empty() && !law.find(p.rule))
            read.faults.push_back(from.file + ":" + std::to_string(read.lines[i]) + ": " + p.key +
                                  " cites " + p.rule + ", which is not in law/requirements.csv");
    }
    for (std::size_t i = 0; i < read.pack.citations.size(); ++i)
        for (auto const& rule : {read.pack.citations[i].rule, read.pack.citations[i].instead})
            if (!law.find(rule))
                read.faults.push_back(from.file + ":" + std::to_string(read.lines_of_citations[i]) +
                                      ": " + rule + " is not in law/requirements.csv");
}

/// The file, and the line when the fault tells of one entry.
std::string placed(source const& from, std::string const& fault)
{
    auto const& pack = from.read.pack;
    auto const lead = "rule pack \"" + pack.name + "\": ";
    for (std::size_t i = 0; i < pack.parameters.size(); ++i) {
        auto const& p = pack.parameters[i];
        auto const about = lead + p.key + " = " + engine::to_text(p.value) +
                           (p.until ? " (" : " (from ") + engine::to_text(p.from);
        if (fault.starts_with(about) || fault.starts_with(lead + p.key + " is not "))
            return from.file + ":" + std::to_string(from.read.lines[i]) + ": " + fault;
    }
    return from.file + ": " + fault;
}

} // namespace

read_pack read_rule_pack(std::string_view toml, std::string const& file)
{
    return pack_reader(toml, file).result();
}

loaded_rules load_rules(std::vector<engine::parameter_key> const& declared,
                        std::filesystem::path const& data, law_text::requirements const* law)
{
    loaded_rules result{engine::rule_book(declared), {}};
    auto waiting = every_source(data);
    for (auto& each : waiting)
        if (law)
            check_rules(each, *law);
    for (auto const& each : waiting)
        result.faults.insert(result.faults.end(), each.read.faults.begin(), each.read.faults.end());
    std::erase_if(waiting, [](source const& s) { return !s.read.faults.empty(); });

    auto const add = [&](source const& each) {
        for (auto const& fault : result.book.add(each.read.pack))
            result.faults.push_back(placed(each, fault));
    };
    // Parents first; what is left over at last has no parent here and says so.
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto const& parent = waiting[i].read.pack.parent;
            if (!parent.empty() && !result.book.knows(parent))
                continue;
            add(waiting[i]);
            waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(i));
            moved = true;
            break;
        }
    }
    for (auto const& each : waiting)
        add(each);
    return result;
}

std::set<std::string> places_of(engine::rule_book const& book)
{
    std::set<std::string> names;
    for (auto const& one : book.packs())
        names.insert(one.name);
    return names;
}

} // namespace adapters::rules
