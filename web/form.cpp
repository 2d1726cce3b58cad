#include "web/form.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace web {
namespace {

using engine::field;
using engine::field_fault;
using engine::field_type;
using engine::say;

/// The inputs as a tree: members by name, rows by number, values at the leaves.
struct node {
    std::vector<std::string> values;
    std::map<std::string, node, std::less<>> members;
    std::map<std::size_t, node> rows;
};

/// A path taken apart; a step is a name, or a row number in brackets.
struct path_step {
    std::string_view name;
    std::size_t row = 0;
};

enum class path_fault { none, malformed, no_row };

path_fault take_apart(std::string_view rest, std::vector<path_step>& steps)
{
    constexpr std::size_t deepest = 16;
    while (steps.size() < deepest) {
        if (rest.starts_with('[')) {
            auto const close = std::min(rest.find(']'), rest.size());
            auto const digits = rest.substr(1, close - 1);
            std::size_t row = 0;
            auto const [end, fault] =
                std::from_chars(digits.data(), digits.data() + digits.size(), row);
            if (close == rest.size() || fault != std::errc() ||
                end != digits.data() + digits.size() || row > highest_row)
                return path_fault::no_row;
            steps.push_back({{}, row});
            rest.remove_prefix(close + 1);
        } else {
            auto const end = std::min(rest.find_first_of(".["), rest.size());
            if (end == 0)
                return path_fault::malformed;
            steps.push_back({rest.substr(0, end), 0});
            rest.remove_prefix(end);
        }
        if (rest.empty())
            return path_fault::none;
        if (rest.starts_with('.'))
            rest.remove_prefix(1);
        else if (!rest.starts_with('['))
            return path_fault::malformed;
    }
    return path_fault::malformed;
}

void plant(node& root, std::string_view path, std::string const& value,
           std::vector<field_fault>& faults)
{
    std::vector<path_step> steps;
    switch (take_apart(path, steps)) {
    case path_fault::no_row:
        faults.push_back({std::string(path), say("行号无效或者超过{1}行。", highest_row + 1)});
        return;
    case path_fault::malformed:
        faults.push_back({std::string(path), say("表单中没有这一栏。")});
        return;
    case path_fault::none:
        break;
    }
    auto* at = &root;
    for (auto const& step : steps)
        at = step.name.empty() ? &at->rows[step.row]
                               : &at->members.try_emplace(std::string(step.name)).first->second;
    at->values.push_back(value);
}

std::string with_plain_lines(std::string_view typed)
{
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] == '\r') {
            if (i + 1 < typed.size() && typed[i + 1] == '\n')
                continue;
            text += '\n';
        } else
            text += typed[i];
    }
    return text;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

class form_reader {
public:
    explicit form_reader(std::vector<field_fault>& faults) : faults_(faults) {}

    /// The object of a group; nothing when every input in it is empty.
    std::optional<boost::json::object> group(node const& from, std::vector<field> const& described,
                                             std::string const& path)
    {
        boost::json::object made;
        for (auto const& member : from.members)
            if (std::none_of(described.begin(), described.end(),
                             [&](field const& f) { return f.name == member.first; }))
                fault(path, member.first, say("表单中没有这一栏。"));
        for (auto const& f : described) {
            auto const found = from.members.find(f.name);
            if (found == from.members.end())
                continue;
            auto const at = path.empty() ? f.name : path + "." + f.name;
            if (auto value = f.many ? list(found->second, f, at) : one(found->second, f, at))
                made[f.name] = std::move(*value);
        }
        if (made.empty())
            return {};
        return made;
    }

private:
    void fault(std::string const& path, std::string const& name, engine::text reason)
    {
        faults_.push_back({path.empty() ? name : path + "." + name, std::move(reason)});
    }

    std::optional<boost::json::value> list(node const& from, field const& f,
                                           std::string const& path)
    {
        boost::json::array made;
        for (auto const& typed : from.values)
            if (auto value = plain(typed, f))
                made.push_back(std::move(*value));
        for (auto const& [row, child] : from.rows)
            if (auto value = one(child, f, path + "[" + std::to_string(row) + "]"))
                made.push_back(std::move(*value));
        if (!from.members.empty())
            faults_.push_back({path, say("这一栏按行填写，缺少行号。")});
        if (made.empty())
            return {};
        return boost::json::value(std::move(made));
    }

    std::optional<boost::json::value> one(node const& from, field const& f, std::string const& path)
    {
        if (!from.rows.empty())
            faults_.push_back({path, say("这一栏只能填写一项。")});
        if (f.type == field_type::group) {
            auto made = group(from, f.of, path);
            if (!made)
                return {};
            return boost::json::value(std::move(*made));
        }
        if (f.type == field_type::document)
            return document(from, path);
        if (!from.members.empty())
            faults_.push_back({path, say("表单中没有这一栏。")});
        if (from.values.size() > 1)
            faults_.push_back({path, say("这一栏重复提交了{1}次。", from.values.size())});
        if (from.values.empty())
            return {};
        return plain(from.values.front(), f);
    }

    std::optional<boost::json::value> document(node const& from, std::string const& path)
    {
        boost::json::object made;
        for (auto const& [name, child] : from.members) {
            if (name != "hash" && name != "name" && name != "level") {
                fault(path, name, say("表单中没有这一栏。"));
                continue;
            }
            // A newly chosen file comes after the one shown before, and replaces it.
            if (!child.values.empty() && !child.values.back().empty())
                made[name] = child.values.back();
        }
        // a level alone, left beside a file that was not chosen, says nothing
        if (!made.contains("hash") && !made.contains("name"))
            return {};
        return boost::json::value(std::move(made));
    }

    std::optional<boost::json::value> plain(std::string const& typed, field const& f)
    {
        auto const text = with_plain_lines(typed);
        auto const value = std::string(trimmed(text));
        if (value.empty())
            return {};
        switch (f.type) {
        case field_type::prose:
            return boost::json::value(text);
        case field_type::flag:
            if (value == "true" || value == "on" || value == "1")
                return boost::json::value(true);
            if (value == "false" || value == "0")
                return boost::json::value(false);
            return boost::json::value(value);
        case field_type::number:
        case field_type::person: {
            long long number = 0;
            auto const [end, fault] =
                std::from_chars(value.data(), value.data() + value.size(), number);
            if (fault == std::errc() && end == value.data() + value.size())
                return boost::json::value(number);
            return boost::json::value(value);
        }
        case field_type::money:
            if (auto const fen = fen_of(value))
                return boost::json::value(*fen);
            return boost::json::value(value);
        case field_type::line:
        case field_type::date:
        case field_type::choice:
        case field_type::unit:
        case field_type::document:
        case field_type::group:
            return boost::json::value(value);
        }
        return {};
    }

    std::vector<field_fault>& faults_;
};

} // namespace

std::string input_name(std::string_view path)
{
    return std::string(field_prefix) + std::string(path);
}

form_body read_form(pairs const& fields, std::vector<field> const& described)
{
    form_body made;
    node root;
    for (auto const& [name, value] : fields)
        if (name.starts_with(field_prefix))
            plant(root, std::string_view(name).substr(field_prefix.size()), value, made.faults);
    form_reader reader(made.faults);
    if (auto body = reader.group(root, described, ""))
        made.body = std::move(*body);
    return made;
}

std::optional<long long> fen_of(std::string_view typed)
{
    // What is understood in units of 10 000 is understood in yuan, too, as a page shows it again.
    constexpr std::size_t most_digits = 13;
    constexpr long long most_fen = 999'999'999'999'999;
    std::string plain;
    for (std::size_t i = 0; i < typed.size();) {
        // Full-width digits and stop, as a Chinese keyboard types them: EF BC 90 to 99, EF BC 8E.
        if (typed.substr(i, 2) == "\xEF\xBC" && i + 2 < typed.size()) {
            auto const last = static_cast<unsigned char>(typed[i + 2]);
            if (last >= 0x90 && last <= 0x99)
                plain += static_cast<char>('0' + last - 0x90);
            else if (last == 0x8E)
                plain += '.';
            else if (last != 0x8C)
                return {};
            i += 3;
        } else {
            if (typed[i] != ',' && typed[i] != ' ')
                plain += typed[i];
            ++i;
        }
    }
    long long unit = 100;
    auto const ends_with = [&](std::string_view word, long long fen) {
        if (!plain.ends_with(word))
            return false;
        plain.resize(plain.size() - word.size());
        unit = fen;
        return true;
    };
    ends_with("亿元", 10'000'000'000) || ends_with("亿", 10'000'000'000) ||
        ends_with("万元", 1'000'000) || ends_with("万", 1'000'000) || ends_with("元", 100);
    auto const stop = std::min(plain.find('.'), plain.size());
    auto const whole = std::string_view(plain).substr(0, stop);
    auto const rest = std::string_view(plain).substr(std::min(stop + 1, plain.size()));
    auto const digits = [](std::string_view s) {
        return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() > most_digits || !digits(whole) || !digits(rest) ||
        (stop < plain.size() && rest.empty()))
        return {};
    long long fen = 0;
    for (char c : whole)
        fen = fen * 10 + (c - '0');
    if (fen > most_fen / unit)
        return {};
    fen *= unit;
    long long part = unit;
    for (char c : rest) {
        if (part < 10 && c != '0')
            return {}; // less than a fen
        part /= 10;
        fen += part * (c - '0');
    }
    return fen;
}

std::string yuan_of(long long fen)
{
    auto const cents = std::to_string(fen % 100 < 0 ? -(fen % 100) : fen % 100);
    auto text = std::to_string(fen / 100);
    if (fen % 100 != 0)
        text += (cents.size() == 1 ? ".0" : ".") + cents;
    return text;
}

} // namespace web
