#include "tests/web/view_schemas.hpp"

#include "tests/web/description.hpp"
#include "web/described_answers.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

namespace tests {

namespace json = boost::json;

namespace {

/// What was there in fewer samples than that may have been there by chance.
constexpr long long enough_samples = 3;
/// A part is shared when it has so many members and stands in so many views.
constexpr std::size_t members_of_a_part = 6;
constexpr std::size_t views_of_a_part = 3;
/// What is shorter stands on one line.
constexpr std::size_t short_value = 60;

std::string type_of(json::value const& of)
{
    switch (of.kind()) {
    case json::kind::null:
        return "null";
    case json::kind::bool_:
        return "boolean";
    case json::kind::double_:
        return "number";
    case json::kind::string:
        return "string";
    case json::kind::array:
        return "array";
    case json::kind::object:
        return "object";
    default:
        return "integer";
    }
}

bool is_identifier(std::string_view name)
{
    auto const small = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return !name.empty() && small(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [&](char c) { return small(c) || (c >= '0' && c <= '9'); });
}

} // namespace

void learned_schema::see(json::value const& sample)
{
    ++seen_;
    types_.insert(type_of(sample));
    if (auto const* list = sample.if_array())
        for (auto const& one : *list)
            item().see(one);
    if (auto const* object = sample.if_object()) {
        ++objects_;
        for (auto const& one : *object)
            member(std::string(one.key())).see(one.value());
    }
}

void learned_schema::add(learned_schema const& other)
{
    seen_ += other.seen_;
    objects_ += other.objects_;
    types_.insert(other.types_.begin(), other.types_.end());
    if (other.items_)
        item().add(*other.items_);
    for (auto const& [name, one] : other.members_)
        member(name).add(*one);
}

learned_schema& learned_schema::member(std::string const& name)
{
    auto& found = members_[name];
    if (!found)
        found = std::make_unique<learned_schema>();
    return *found;
}

learned_schema& learned_schema::item()
{
    if (!items_)
        items_ = std::make_unique<learned_schema>();
    return *items_;
}

/// The names of an object's members are words of ours; those of a map are codes, dates, hashes.
bool learned_schema::is_map() const
{
    return std::any_of(members_.begin(), members_.end(),
                       [](auto const& one) { return !is_identifier(one.first); });
}

json::object learned_schema::schema() const
{
    auto types = types_;
    if (types.contains("number"))
        types.erase("integer");
    if (types.empty())
        return {};
    json::object made;
    if (types.size() == 1)
        made["type"] = *types.begin();
    else
        made["type"] = json::array(types.begin(), types.end());
    if (types.contains("array"))
        made["items"] = items_ ? items_->schema() : json::object();
    if (types.contains("object"))
        for (auto& one : is_map() ? of_map() : of_object())
            made[one.key()] = std::move(one.value());
    return made;
}

json::object learned_schema::of_map() const
{
    learned_schema any;
    for (auto const& [name, one] : members_)
        any.add(*one);
    return {{"additionalProperties", any.schema()}};
}

json::object learned_schema::of_object() const
{
    json::object properties;
    json::array required;
    for (auto const& [name, one] : members_) {
        // What an act says is described under its kind.
        properties[name] = name == "body" && members_.contains("kind")
                               ? json::object{{"type", "object"}}
                               : one->schema();
        if (one->seen_ == objects_ && objects_ >= enough_samples)
            required.emplace_back(name);
    }
    json::object made{{"additionalProperties", false}, {"properties", std::move(properties)}};
    if (!required.empty())
        made["required"] = std::move(required);
    return made;
}

namespace {

bool may_be_a_part(json::object const& schema)
{
    auto const* properties = schema.if_contains("properties");
    return properties && properties->as_object().size() >= members_of_a_part;
}

class parting {
public:
    explicit parting(json::object const& views)
    {
        for (auto const& view : views)
            count_below(view.value().as_object(), view.key());
        for (auto const& view : views)
            made_[view.key()] = parted_below(view.value().as_object(), view.key());
        for (auto const& part : parts_)
            made_[part.key()] = part.value();
    }
    json::object made() && { return std::move(made_); }

private:
    void count_below(json::object const& schema, std::string_view view)
    {
        for (auto const& word : schema)
            if (word.key() == "properties")
                for (auto const& one : word.value().as_object())
                    count(one.value().as_object(), view);
            else if (word.value().is_object())
                count(word.value().as_object(), view);
    }

    void count(json::object const& schema, std::string_view view)
    {
        if (may_be_a_part(schema))
            found_in_[json::serialize(schema)].emplace(view);
        count_below(schema, view);
    }

    json::object parted_below(json::object const& schema, std::string_view name)
    {
        auto changed = schema;
        for (auto& word : changed)
            if (word.key() == "properties")
                for (auto& one : word.value().as_object())
                    one.value() = parted(one.value().as_object(), one.key());
            else if (word.value().is_object())
                word.value() = parted(word.value().as_object(), name);
        return changed;
    }

    /// `name`: of the member that it describes, or whose items.
    json::object parted(json::object const& schema, std::string_view name)
    {
        auto changed = parted_below(schema, name);
        auto const whole = json::serialize(schema);
        if (!may_be_a_part(schema) || found_in_[whole].size() < views_of_a_part)
            return changed;
        auto& part = names_[whole];
        if (part.empty()) {
            auto const first = "part_" + std::string(name);
            part = first;
            for (int again = 2; parts_.contains(part); ++again)
                part = first + "_" + std::to_string(again);
            parts_[part] = std::move(changed);
        }
        return {{"$ref", "#/components/schemas/" + part}};
    }

    std::map<std::string, std::set<std::string>> found_in_;
    std::map<std::string, std::string> names_; ///< of a part, by the schema
    json::object parts_;
    json::object made_;
};

void write_lines(json::value const& of, std::string const& indent, std::string& to)
{
    auto const whole = json::serialize(of);
    auto const deeper = indent + "  ";
    auto const separate = [&](bool first) { to += (first ? "\n" : ",\n") + deeper; };
    auto const* object = of.if_object();
    if (whole.size() <= short_value || (!object && !of.is_array())) {
        to += whole;
        return;
    }
    bool first = true;
    if (object) {
        std::map<std::string, json::value const*> in_order;
        for (auto const& one : *object)
            in_order[std::string(one.key())] = &one.value();
        to += '{';
        for (auto const& [name, value] : in_order) {
            separate(first);
            to += json::serialize(json::string(name)) + ": ";
            write_lines(*value, deeper, to);
            first = false;
        }
        to += '\n' + indent + '}';
        return;
    }
    to += '[';
    for (auto const& one : of.get_array()) {
        separate(first);
        write_lines(one, deeper, to);
        first = false;
    }
    to += '\n' + indent + ']';
}

char const* file_to_write()
{
    return std::getenv("JUECE_WRITE_VIEWS");
}

std::map<std::string, learned_schema>& learned_views()
{
    static std::map<std::string, learned_schema> all;
    return all;
}

/// Once all tests have asked what they ask.
struct written_views {
    void teardown()
    {
        if (!writes_views())
            return;
        json::object views;
        for (auto const& [name, view] : learned_views())
            views[name] = view.schema();
        std::ofstream(file_to_write(), std::ios::binary)
            << in_lines(with_shared_parts(views)) << '\n';
    }
};
BOOST_TEST_GLOBAL_FIXTURE(written_views);

} // namespace

json::object with_shared_parts(json::object const& views)
{
    return parting(views).made();
}

std::string in_lines(json::value const& of)
{
    std::string lines;
    write_lines(of, "", lines);
    return lines;
}

bool writes_views()
{
    return file_to_write() != nullptr;
}

void hold_answer(std::string_view method, std::string_view target, int status,
                 std::string_view content_type, std::string const& body)
{
    if (!content_type.starts_with("application/json"))
        return;
    auto const found =
        web::find_route(web::routes(), method, target.substr(0, target.find_first_of("?#")));
    if (!found.it || found.it->internal || !web::file_of(*found.it).types.empty())
        return;
    if (auto const name = web::view_name(*found.it, status); writes_views() && !name.empty()) {
        learned_views()[name].see(json::parse(body));
        return;
    }
    auto const wrong = undescribed({status, std::string(content_type), body},
                                   operation(method, found.it->pattern));
    BOOST_TEST(wrong.empty(), method << " " << target << " does not answer as /openapi.json says: "
                                     << wrong << how_views_are_written);
}

} // namespace tests

BOOST_AUTO_TEST_SUITE(view_schemas)

namespace {

tests::json::object learned(std::vector<char const*> const& samples)
{
    tests::learned_schema made;
    for (auto const* one : samples)
        made.see(tests::json::parse(one));
    return made.schema();
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_always_there_is_required_once_it_was_seen_often_enough)
{
    auto const often = learned({R"({"a":1,"b":"x"})", R"({"a":2})", R"({"a":1.5,"b":null})"});
    BOOST_TEST(tests::json::serialize(often.at("required")) == R"(["a"])");
    BOOST_TEST(tests::json::serialize(often.at("properties").at("a")) == R"({"type":"number"})");
    BOOST_TEST(tests::json::serialize(often.at("properties").at("b")) ==
               R"({"type":["null","string"]})");
    BOOST_TEST(often.at("additionalProperties") == false);
    BOOST_TEST(!learned({R"({"a":1})", R"({"a":2})"}).contains("required"));
}

BOOST_AUTO_TEST_CASE(what_was_never_seen_is_found)
{
    tests::json_schemas const none{{}};
    auto const breach = [&](char const* sample, std::vector<char const*> const& seen) {
        return tests::joined(none.breaches(tests::json::parse(sample), learned(seen)));
    };
    BOOST_TEST(breach(R"({"a":[{"c":1}]})", {R"({"a":[{"b":1}]})"}) ==
               "/a/0/c: is not described\n");
    BOOST_TEST(breach(R"({"a":"x"})", {R"({"a":1})", R"({"a":null})"}) ==
               "/a: is no [\"integer\",\"null\"]\n");
    BOOST_TEST(breach(R"({"1":"x"})", {R"({"1":1.5})"}) == "/1: is no number\n");
    BOOST_TEST(breach("[1,\"x\",{}]", {"[]"}) == "");
}

BOOST_AUTO_TEST_CASE(an_object_whose_names_are_no_words_of_ours_is_a_map)
{
    auto const map = learned({R"({"2024-04-02":1,"x":"y"})", R"({})"});
    BOOST_TEST(!map.contains("properties"));
    BOOST_TEST(tests::json::serialize(map.at("additionalProperties")) ==
               R"({"type":["integer","string"]})");
}

BOOST_AUTO_TEST_CASE(a_list_that_was_always_empty_may_hold_anything)
{
    BOOST_TEST(tests::json::serialize(learned({"[]"})) == R"({"type":"array","items":{}})");
    BOOST_TEST(tests::json::serialize(learned({"[]", "[1]", "[true]"}).at("items")) ==
               R"({"type":["boolean","integer"]})");
}

BOOST_AUTO_TEST_CASE(what_several_views_have_in_common_is_a_part)
{
    auto const row = R"({"row":{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}})";
    tests::json::object views;
    for (auto const* name : {"view_a", "view_b", "view_c"})
        views[name] = learned({row});
    auto const made = tests::with_shared_parts(views);
    BOOST_TEST(made.size() == 4u);
    BOOST_TEST(made.at("part_row").at("properties").as_object().size() == 6u);
    BOOST_TEST(tests::json::serialize(made.at("view_c").at("properties").at("row")) ==
               R"({"$ref":"#/components/schemas/part_row"})");
    views.erase("view_c");
    BOOST_TEST((tests::with_shared_parts(views) == views));
}

BOOST_AUTO_TEST_CASE(a_written_schema_is_read_as_what_it_was)
{
    tests::json::value const one = tests::json::parse(
        R"({"z":{"long":"a member on a line of its own because it is long","b":[1,2]},"a":[]})");
    auto const lines = tests::in_lines(one);
    BOOST_TEST((tests::json::parse(lines) == one));
    BOOST_TEST(lines.starts_with("{\n  \"a\": [],\n  \"z\": {\n    \"b\": [1,2],\n"));
}

BOOST_AUTO_TEST_SUITE_END()
