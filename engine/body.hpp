#ifndef JUECE_ENGINE_BODY_HPP
#define JUECE_ENGINE_BODY_HPP

#include "engine/act.hpp"
#include "engine/day.hpp"
#include "engine/dependent_field.hpp"
#include "engine/text.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// The body of an act is a plain struct described with BOOST_DESCRIBE_STRUCT. From that one
// description come the reader of JSON, the writer, the form on the page and the schema in OpenAPI.

namespace engine {

/// Several lines of words; a std::string member is one line.
struct prose : std::string {
    using std::string::string;
    prose(std::string words) : std::string(std::move(words)) {}
};

/// Where something was published, as a member of a body: the address of a page, or a line of words
/// for what has none. Which addresses a page takes is for the page to say.
struct page_address : std::string {
    using std::string::string;
    page_address(std::string words) : std::string(std::move(words)) {}
};

/// The code of a unit as a member of a body; of a person it is the number, a person_id.
struct unit_ref : std::string {
    using std::string::string;
    unit_ref(std::string code) : std::string(std::move(code)) {}
};
inline text as_text(unit_ref const& unit)
{
    return unit_by_code(unit);
}

/// Somebody as a member of a body: by number, or, in acts from before they were asked by number, by
/// name alone. Whether a name will still do is for a condition to say.
struct named_person {
    person_id id;     ///< 0: known by name alone
    std::string name; ///< empty where the number is known
    bool operator==(named_person const&) const = default;
};

enum class confidentiality; // in confidentiality.hpp

/// A stored document: its content hash (64 hex digits of SHA-256) and the name it was given. What
/// is said of its level holds for the document in this case from then on (JC-8), and makes no other
/// document of it.
struct document_ref {
    std::string hash;
    std::string name;
    std::optional<confidentiality> level = {}; ///< nothing: as the case, or as was said before
    bool operator==(document_ref const& other) const
    {
        return hash == other.hash && name == other.name;
    }
};

/// An amount of money in fen (分).
struct money {
    long long fen = 0;
    auto operator<=>(money const&) const = default;
};

enum class field_type {
    line,
    prose,
    number,
    money,
    date,
    flag,
    choice,
    unit,
    person,
    document,
    group
};

/// One field of a body, for forms, schemas and errors.
struct field {
    std::string name;
    field_type type = field_type::line;
    bool required = true;             ///< a list or an optional member is never required
    bool many = false;                ///< a list of such values
    std::vector<std::string> choices; ///< of a choice: the names of the enumeration
    std::string vocabulary;           ///< of a choice: the name of the enumeration
    std::vector<field> of;            ///< of a group: its members
    bool is_page_address = false;     ///< of a line: a page_address
    /// Of a field that means something only where a choice or a flag beside it says one of some
    /// values: that field, and these.
    std::string depends_on;
    std::vector<std::string> means_for;
};

/// What is wrong with one field: "statements[2].stance" and why.
struct field_fault {
    std::string path;
    text reason;
};

// ---- primitives, in body.cpp

/// Longest value of a line, in bytes, and of prose.
inline constexpr std::size_t longest_line = 1'000;
inline constexpr std::size_t longest_prose = 200'000;
inline constexpr std::size_t longest_list = 2'000;

class body_reader {
public:
    void fault(std::string_view path, text reason);
    void read(std::string_view path, boost::json::value const& from, std::string& into);
    void read(std::string_view path, boost::json::value const& from, prose& into);
    void read(std::string_view path, boost::json::value const& from, unit_ref& into);
    void read(std::string_view path, boost::json::value const& from, person_id& into);
    void read(std::string_view path, boost::json::value const& from, named_person& into);
    void read(std::string_view path, boost::json::value const& from, document_ref& into);
    void read(std::string_view path, boost::json::value const& from, money& into);
    void read(std::string_view path, boost::json::value const& from, day& into);
    void read(std::string_view path, boost::json::value const& from, bool& into);
    void read(std::string_view path, boost::json::value const& from, long long& into);

    template <class T>
        requires(boost::describe::has_describe_enumerators<T>::value)
    void read(std::string_view path, boost::json::value const& from, T& into);

    template <class T>
        requires(boost::describe::has_describe_members<T>::value)
    void read(std::string_view path, boost::json::value const& from, T& into);

    template <class T>
    void read(std::string_view path, boost::json::value const& from, std::optional<T>& into);

    template <class T>
    void read(std::string_view path, boost::json::value const& from, std::vector<T>& into);

    std::vector<field_fault> faults;

private:
    void read_words(std::string_view path, boost::json::value const& from, std::string& into,
                    std::size_t longest, bool many_lines);
    boost::json::object const* as_object(std::string_view path, boost::json::value const& from);
    boost::json::array const* as_list(std::string_view path, boost::json::value const& from);
    static std::string member(std::string_view path, std::string_view name);
    static std::string element(std::string_view path, std::size_t index);
    void no_such_choice(std::string_view path, std::vector<std::string_view> const& names);
    void unknown_field(std::string_view path);
    void missing_field(std::string_view path);
};

namespace detail {

template <class T>
inline constexpr bool may_be_absent = std::is_same_v<T, bool>;
template <class T>
inline constexpr bool may_be_absent<std::optional<T>> = true;
template <class T>
inline constexpr bool may_be_absent<std::vector<T>> = true;

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public |
                                                            boost::describe::mod_inherited>;

template <class T>
std::vector<std::string_view> choice_names()
{
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto d) { names.push_back(d.name); });
    return names;
}

template <class T>
void describe(field& f);

} // namespace detail

/// Describes an enumeration used in bodies; its names are keys "choice.<enumeration>.<name>".
#define JUECE_CHOICE(E, ...)                                                                       \
    BOOST_DESCRIBE_ENUM(E, __VA_ARGS__)                                                            \
    inline constexpr std::string_view vocabulary_of(E)                                             \
    {                                                                                              \
        return #E;                                                                                 \
    }

/// The name of an enumerator, or an empty view for a value outside the enumeration.
template <class E>
std::string_view name_of(E value)
{
    return boost::describe::enum_to_string(value, "");
}

// ---- templates

template <class T>
    requires(boost::describe::has_describe_enumerators<T>::value)
void body_reader::read(std::string_view path, boost::json::value const& from, T& into)
{
    if (from.is_string() &&
        boost::describe::enum_from_string(std::string(from.get_string()).c_str(), into))
        return;
    no_such_choice(path, detail::choice_names<T>());
}

template <class T>
    requires(boost::describe::has_describe_members<T>::value)
void body_reader::read(std::string_view path, boost::json::value const& from, T& into)
{
    auto const* object = as_object(path, from);
    if (!object)
        return;
    std::size_t known = 0;
    boost::mp11::mp_for_each<detail::members_of<T>>([&](auto d) {
        auto& target = into.*d.pointer;
        auto const* value = object->if_contains(d.name);
        if (value)
            ++known;
        if (value && !value->is_null())
            read(member(path, d.name), *value, target);
        else if (!detail::may_be_absent<std::remove_cvref_t<decltype(target)>>)
            missing_field(member(path, d.name));
    });
    if (known == object->size())
        return;
    for (auto const& given : *object) {
        bool found = false;
        boost::mp11::mp_for_each<detail::members_of<T>>(
            [&](auto d) { found = found || given.key() == d.name; });
        if (!found)
            unknown_field(member(path, given.key()));
    }
}

template <class T>
void body_reader::read(std::string_view path, boost::json::value const& from,
                       std::optional<T>& into)
{
    if constexpr (std::is_base_of_v<std::string, T>) {
        if (from.is_string() && from.get_string().empty())
            return; // an empty input of a form means: not given
    }
    read(path, from, into.emplace());
}

template <class T>
void body_reader::read(std::string_view path, boost::json::value const& from, std::vector<T>& into)
{
    auto const* list = as_list(path, from);
    if (!list)
        return;
    into.resize(list->size());
    for (std::size_t i = 0; i < list->size(); ++i)
        read(element(path, i), (*list)[i], into[i]);
}

/// Reads a body; every fault is collected, none is thrown.
template <class T>
T read_body(boost::json::object const& from, std::vector<field_fault>& faults)
{
    T body{};
    body_reader reader;
    reader.read("", boost::json::value(from), body);
    faults = std::move(reader.faults);
    return body;
}

// ---- fields

namespace detail {

inline void describe_as(field& f, std::type_identity<std::string>)
{
    f.type = field_type::line;
}
inline void describe_as(field& f, std::type_identity<prose>)
{
    f.type = field_type::prose;
}
inline void describe_as(field& f, std::type_identity<page_address>)
{
    f.type = field_type::line;
    f.is_page_address = true;
}
inline void describe_as(field& f, std::type_identity<unit_ref>)
{
    f.type = field_type::unit;
}
inline void describe_as(field& f, std::type_identity<person_id>)
{
    f.type = field_type::person;
}
inline void describe_as(field& f, std::type_identity<named_person>)
{
    f.type = field_type::person;
}
inline void describe_as(field& f, std::type_identity<document_ref>)
{
    f.type = field_type::document;
}
inline void describe_as(field& f, std::type_identity<money>)
{
    f.type = field_type::money;
}
inline void describe_as(field& f, std::type_identity<day>)
{
    f.type = field_type::date;
}
inline void describe_as(field& f, std::type_identity<bool>)
{
    f.type = field_type::flag;
    f.required = false;
}
inline void describe_as(field& f, std::type_identity<long long>)
{
    f.type = field_type::number;
}

template <class T>
std::vector<field> describe_members_of()
{
    std::vector<field> fields;
    boost::mp11::mp_for_each<members_of<T>>([&](auto d) {
        field f{.name = d.name};
        describe<std::remove_cvref_t<decltype(std::declval<T&>().*d.pointer)>>(f);
        fields.push_back(std::move(f));
    });
    if constexpr (requires { T::dependent_fields; })
        for (dependent_field const& one : T::dependent_fields)
            for (auto& f : fields)
                if (f.name == one.name) {
                    f.depends_on = one.on;
                    f.means_for.emplace_back(one.value);
                }
    return fields;
}

template <class T>
void describe_as(field& f, std::type_identity<T>)
{
    if constexpr (boost::describe::has_describe_enumerators<T>::value) {
        f.type = field_type::choice;
        f.vocabulary = vocabulary_of(T{});
        for (auto name : choice_names<T>())
            f.choices.emplace_back(name);
    } else {
        f.type = field_type::group;
        f.of = describe_members_of<T>();
    }
}

template <class T>
void describe_as(field& f, std::type_identity<std::optional<T>>)
{
    describe_as(f, std::type_identity<T>{});
    f.required = false;
}

template <class T>
void describe_as(field& f, std::type_identity<std::vector<T>>)
{
    describe_as(f, std::type_identity<T>{});
    f.required = false;
    f.many = true;
}

template <class T>
void describe(field& f)
{
    describe_as(f, std::type_identity<T>{});
}

} // namespace detail

/// The fields of a body, in the order of their declaration; made once per type.
template <class T>
std::vector<field> const& fields_of()
{
    static std::vector<field> const fields = detail::describe_members_of<T>();
    return fields;
}

// ---- canonical text

/// The body as JSON with only the declared fields, empty optional members left out.
boost::json::object tidy(boost::json::object const& body, std::vector<field> const& fields);

/// One text for one value: keys sorted bytewise, no spaces, UTF-8 as it is. Hashes are made of it.
std::string canonical(boost::json::value const& value);
std::string canonical(boost::json::object const& value); ///< without a copy

/// Every document that a body names, found by its description.
std::vector<document_ref> documents_in(boost::json::object const& body,
                                       std::vector<field> const& fields);

/// The level that a document in a body says of itself.
std::optional<confidentiality> level_said_in(boost::json::object const& document);

/// Whether a document in a body says that level of itself; asks no description.
bool says_level(boost::json::object const& body, confidentiality level);

/// Words that somebody wrote in a body, and where: "points[0].point". Of a document its name.
struct passage {
    std::string path;
    std::string words;
    auto operator<=>(passage const&) const = default;
};

/// The lines, prose, document names and people known by name alone of a body, in the order of its
/// description.
std::vector<passage> passages_in(boost::json::object const& body, std::vector<field> const& fields);

} // namespace engine

#endif
