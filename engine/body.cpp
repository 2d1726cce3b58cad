#include "engine/body.hpp"

#include "engine/confidentiality.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <vector>

namespace engine {

namespace json = boost::json;

namespace {

/// JSON that was sent is UTF-8; what an import makes of a file need not be, and once it stood in
/// the record it could not be read again.
bool is_utf8(json::string const& words)
{
    namespace utf = boost::locale::utf;
    for (auto const* at = words.begin(); at != words.end();) {
        auto const point = utf::utf_traits<char>::decode(at, words.end());
        if (point == utf::illegal || point == utf::incomplete)
            return false;
    }
    return true;
}

} // namespace

void body_reader::fault(std::string_view path, text reason)
{
    faults.push_back({std::string(path), std::move(reason)});
}

void body_reader::read_words(std::string_view path, json::value const& from, std::string& into,
                             std::size_t longest, bool many_lines)
{
    auto const* words = from.if_string();
    if (!words)
        return fault(path, say("应为文字"));
    if (words->find_first_not_of(" \t\r\n") == json::string::npos)
        return fault(path, say("必须填写"));
    if (words->size() > longest)
        return fault(path, say("内容过长，最多{1}字节", longest));
    if (!is_utf8(*words))
        return fault(path, say("文字编码有误，应为 UTF-8"));
    for (char c : *words) {
        bool const line_break = c == '\n' || c == '\r' || c == '\t';
        if (static_cast<unsigned char>(c) < 0x20 && !(many_lines && line_break))
            return fault(path, say("含有不允许的控制字符"));
    }
    into.assign(words->data(), words->size());
}

void body_reader::read(std::string_view path, json::value const& from, std::string& into)
{
    read_words(path, from, into, longest_line, false);
}

void body_reader::read(std::string_view path, json::value const& from, prose& into)
{
    read_words(path, from, into, longest_prose, true);
}

void body_reader::read(std::string_view path, json::value const& from, unit_ref& into)
{
    read_words(path, from, into, 64, false);
}

void body_reader::read(std::string_view path, json::value const& from, person_id& into)
{
    read(path, from, into.value);
    if (from.is_int64() && into.value < 1)
        fault(path, say("应为人员"));
}

void body_reader::read(std::string_view path, json::value const& from, named_person& into)
{
    auto const* words = from.if_string();
    if (!words)
        return read(path, from, into.id);
    read_words(path, from, into.name, longest_line, false);
    if (words->find_first_not_of("0123456789") == json::string::npos && !words->empty())
        fault(path, say("应为人员")); // a number in quotes is nobody's name
}

void body_reader::read(std::string_view path, json::value const& from, document_ref& into)
{
    auto const* object = as_object(path, from);
    if (!object)
        return;
    auto const* hash = object->if_contains("hash");
    auto const* name = object->if_contains("name");
    auto const* level = object->if_contains("level");
    if (!hash || !name || object->size() != (level ? 3 : 2))
        return fault(path, say("文件须由“hash”和“name”两项表示，可以另有密级“level”"));
    read_words(member(path, "hash"), *hash, into.hash, 64, false);
    read_words(member(path, "name"), *name, into.name, 255, false);
    bool const is_hash = into.hash.size() == 64 &&
                         into.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!is_hash)
        fault(member(path, "hash"), say("不是有效的文件摘要"));
    if (level && !level->is_null())
        read(member(path, "level"), *level, into.level.emplace());
    if (into.level == confidentiality::administration)
        fault(member(path, "level"), say("文件的密级最高为秘密"));
}

void body_reader::read(std::string_view path, json::value const& from, money& into)
{
    if (!from.is_int64())
        return fault(path,
                     say("应为金额，写数字，以元为单位，可以带“万元”“亿元”，如2000000、200万元、"
                         "1.2亿元；“三千万”等汉字数字请改写"));
    into.fen = from.get_int64();
    if (into.fen < 0)
        fault(path, say("金额不能为负数"));
}

void body_reader::read(std::string_view path, json::value const& from, day& into)
{
    auto const* words = from.if_string();
    auto const found = words ? parse_day(std::string_view(*words)) : std::nullopt;
    if (!found)
        return fault(path, say("应为日期，如{1}", "2024-04-02"));
    into = *found;
}

void body_reader::read(std::string_view path, json::value const& from, bool& into)
{
    if (!from.is_bool())
        return fault(path, say("应为“是”或“否”"));
    into = from.get_bool();
}

void body_reader::read(std::string_view path, json::value const& from, long long& into)
{
    if (!from.is_int64())
        return fault(path, say("应为整数"));
    into = from.get_int64();
}

json::object const* body_reader::as_object(std::string_view path, json::value const& from)
{
    if (!from.is_object())
        fault(path, say("应为一组字段"));
    return from.if_object();
}

json::array const* body_reader::as_list(std::string_view path, json::value const& from)
{
    auto const* list = from.if_array();
    if (!list) {
        fault(path, say("应为列表"));
        return nullptr;
    }
    if (list->size() > longest_list) {
        fault(path, say("列表过长，最多{1}项", longest_list));
        return nullptr;
    }
    return list;
}

std::string body_reader::member(std::string_view path, std::string_view name)
{
    return path.empty() ? std::string(name) : std::string(path) + "." + std::string(name);
}

std::string body_reader::element(std::string_view path, std::size_t index)
{
    return std::string(path) + "[" + std::to_string(index) + "]";
}

void body_reader::no_such_choice(std::string_view path, std::vector<std::string_view> const& names)
{
    std::string list;
    for (auto name : names)
        list += (list.empty() ? "" : ", ") + std::string(name);
    fault(path, say("不是可选的值；可选：{1}", list));
}

void body_reader::unknown_field(std::string_view path)
{
    fault(path, say("没有这个字段"));
}

void body_reader::missing_field(std::string_view path)
{
    fault(path, say("必须填写"));
}

namespace {

bool is_absent(json::value const& value)
{
    return value.is_null() || (value.is_string() && value.get_string().empty()) ||
           (value.is_array() && value.get_array().empty());
}

json::value tidy_value(json::value const& value, field const& f)
{
    if (f.many && value.is_array()) {
        json::array list;
        field one = f;
        one.many = false;
        for (auto const& element : value.get_array())
            list.push_back(tidy_value(element, one));
        return list;
    }
    if (f.type == field_type::group && value.is_object())
        return tidy(value.get_object(), f.of);
    return value;
}

/// As the library writes them; what has nothing to escape, which is almost everything, without its
/// serializer: an act has dozens of names and words, and each would set up one of its own.
void write_words(json::string_view words, std::string& into)
{
    auto const must_be_escaped = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
    };
    if (std::any_of(words.begin(), words.end(), must_be_escaped))
        into += json::serialize(words);
    else
        into.append(1, '"').append(words.data(), words.size()).append(1, '"');
}

void write_canonical(json::value const& value, std::string& into);

void write_canonical(json::object const& object, std::string& into)
{
    std::vector<json::key_value_pair const*> sorted;
    sorted.reserve(object.size());
    for (auto const& member : object)
        sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(),
              [](auto const* a, auto const* b) { return a->key() < b->key(); });
    into += '{';
    for (auto const* member : sorted) {
        if (member != sorted.front())
            into += ',';
        write_words(member->key(), into);
        into += ':';
        write_canonical(member->value(), into);
    }
    into += '}';
}

void write_canonical(json::value const& value, std::string& into)
{
    if (auto const* object = value.if_object()) {
        write_canonical(*object, into);
    } else if (auto const* words = value.if_string()) {
        write_words(*words, into);
    } else if (auto const* list = value.if_array()) {
        into += '[';
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (i)
                into += ',';
            write_canonical((*list)[i], into);
        }
        into += ']';
    } else {
        into += json::serialize(value);
    }
}

void collect_documents(json::value const& value, field const& f, std::vector<document_ref>& into)
{
    if (f.many && value.is_array()) {
        field one = f;
        one.many = false;
        for (auto const& element : value.get_array())
            collect_documents(element, one, into);
        return;
    }
    auto const* object = value.if_object();
    if (!object)
        return;
    if (f.type == field_type::document) {
        auto const* hash = object->if_contains("hash");
        auto const* name = object->if_contains("name");
        if (hash && hash->is_string() && name && name->is_string())
            into.push_back({std::string(hash->get_string()), std::string(name->get_string()),
                            level_said_in(*object)});
    } else if (f.type == field_type::group) {
        for (auto& found : documents_in(*object, f.of))
            into.push_back(std::move(found));
    }
}

void collect_passages(json::object const& body, std::vector<field> const& fields,
                      std::string const& prefix, std::vector<passage>& into);

void collect_passages(json::value const& value, field const& f, std::string const& path,
                      std::vector<passage>& into)
{
    if (f.many && value.is_array()) {
        field one = f;
        one.many = false;
        std::size_t index = 0;
        for (auto const& element : value.get_array())
            collect_passages(element, one, path + "[" + std::to_string(index++) + "]", into);
        return;
    }
    bool const is_written =
        f.type == field_type::line || f.type == field_type::prose || f.type == field_type::person;
    if (auto const* words = value.if_string(); words && is_written)
        into.push_back({path, std::string(*words)});
    auto const* object = value.if_object();
    if (object && f.type == field_type::group)
        collect_passages(*object, f.of, path + ".", into);
    if (object && f.type == field_type::document)
        if (auto const* name = object->if_contains("name"); name && name->is_string())
            into.push_back({path, std::string(name->get_string())});
}

void collect_passages(json::object const& body, std::vector<field> const& fields,
                      std::string const& prefix, std::vector<passage>& into)
{
    for (auto const& f : fields)
        if (auto const* value = body.if_contains(f.name))
            collect_passages(*value, f, prefix + f.name, into);
}

bool says_level(json::value const& value, confidentiality level)
{
    if (auto const* object = value.if_object())
        return engine::says_level(*object, level);
    auto const* list = value.if_array();
    return list && std::any_of(list->begin(), list->end(),
                               [&](auto const& one) { return says_level(one, level); });
}

} // namespace

json::object tidy(json::object const& body, std::vector<field> const& fields)
{
    json::object kept;
    for (auto const& f : fields) {
        auto const* value = body.if_contains(f.name);
        if (value && !is_absent(*value))
            kept.emplace(f.name, tidy_value(*value, f));
    }
    return kept;
}

std::string canonical(json::value const& value)
{
    std::string written;
    write_canonical(value, written);
    return written;
}

std::string canonical(json::object const& value)
{
    std::string written;
    write_canonical(value, written);
    return written;
}

std::vector<document_ref> documents_in(json::object const& body, std::vector<field> const& fields)
{
    std::vector<document_ref> found;
    for (auto const& f : fields)
        if (auto const* value = body.if_contains(f.name))
            collect_documents(*value, f, found);
    return found;
}

std::optional<confidentiality> level_said_in(json::object const& document)
{
    auto const* said = document.if_contains("level");
    auto level = confidentiality::open;
    if (!said || !said->is_string() ||
        !boost::describe::enum_from_string(std::string(said->get_string()).c_str(), level))
        return {};
    return level;
}

bool says_level(json::object const& body, confidentiality level)
{
    if (body.contains("hash") && level_said_in(body) == level)
        return true;
    return std::any_of(body.begin(), body.end(),
                       [&](auto const& member) { return says_level(member.value(), level); });
}

std::vector<passage> passages_in(json::object const& body, std::vector<field> const& fields)
{
    std::vector<passage> found;
    collect_passages(body, fields, {}, found);
    return found;
}

} // namespace engine
