#include "adapters/soci/document_levels.hpp"

#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/rows.hpp"
#include "engine/body.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace adapters::soci {
namespace {

namespace json = boost::json;

/// What stands for a document is called so, in the language of the record.
constexpr char const* withheld_name = "（不予知悉的文件）";
/// No content has such a hash. Behind it the number of the document among those withheld, so that
/// two of them do not look like one.
constexpr std::string_view withheld_hash =
    "00000000000000000000000000000000000000000000000000000000";

bool is_document(json::object const& one)
{
    auto const* hash = one.if_contains("hash");
    return hash && hash->is_string() && one.contains("name");
}

/// Every object that has the form of a document.
template <class Value, class F>
void each_document(Value& value, F const& taken);

template <class Object, class F>
void each_document_in(Object& object, F const& taken)
{
    if (is_document(object))
        taken(object);
    for (auto& member : object)
        each_document(member.value(), taken);
}

template <class Value, class F>
void each_document(Value& value, F const& taken)
{
    if (auto* list = value.if_array()) {
        for (auto& one : *list)
            each_document(one, taken);
    } else if (auto* object = value.if_object())
        each_document_in(*object, taken);
}

/// "points[0].draft" as JSON has it: "/points/0/draft".
std::string pointer_to(std::string_view path)
{
    std::string made = "/";
    for (char c : path)
        if (c != ']')
            made += c == '[' || c == '.' ? '/' : c;
    return made;
}

} // namespace

void note_levels(json::object const& body, document_levels& into)
{
    each_document_in(body, [&](json::object const& one) {
        if (auto const level = engine::level_said_in(one))
            into.insert_or_assign(std::string(one.at("hash").get_string()), *level);
    });
}

document_levels levels_kept(::soci::session& sql, engine::case_id of)
{
    document_levels found;
    std::string hash;
    long long level = 0;
    query list(sql, "select hash, level from document_level where case_id = :case_id");
    list.in("case_id", of.value).out(hash).out(level);
    list.each([&] { found.emplace(hash, level_of(level)); });
    return found;
}

withheld_documents::withheld_documents(::soci::session& sql, engine::case_id of,
                                       visibility const& seen)
{
    std::string hash;
    query list(sql, "select d.hash from document_level d where d.case_id = :of and " +
                        seen.hides("d.level", "d.case_id") + " order by d.hash");
    seen.into(list.in("of", of.value));
    list.out(hash).each([&] { hashes_.push_back(hash); });
}

std::map<engine::case_id, withheld_documents>
withheld_documents::of_cases(::soci::session& sql, std::vector<long long> const& cases,
                             visibility const& seen)
{
    std::map<engine::case_id, withheld_documents> found;
    if (cases.empty())
        return found;
    narrowing only;
    only.add(only.one_of("d.case_id", "of", cases));
    only.add(seen.hides("d.level", "d.case_id"));
    long long of = 0;
    std::string hash;
    query list(sql, planned_anew +
                        ("select d.case_id, d.hash from document_level d" + only.conditions()) +
                        " order by d.case_id, d.hash");
    seen.into(list);
    only.into(list.out(of).out(hash));
    list.each([&] {
        auto& one = found.emplace(engine::case_id{of}, withheld_documents()).first->second;
        one.hashes_.push_back(hash);
    });
    return found;
}

void withheld_documents::take_from(engine::act& what) const
{
    if (!any())
        return;
    each_document_in(what.body, [&](json::object& one) {
        auto const found = std::find(hashes_.begin(), hashes_.end(),
                                     std::string_view(one.at("hash").get_string()));
        if (found == hashes_.end())
            return;
        one["hash"] = fmt::format("{}{:08x}", withheld_hash, found - hashes_.begin());
        one["name"] = withheld_name;
    });
}

bool withheld_documents::are_named_at(std::string_view path, json::object const& body) const
{
    json::error_code none;
    json::value const whole(body);
    auto const* found = whole.find_pointer(pointer_to(path), none);
    auto const* one = found ? found->if_object() : nullptr;
    return one && is_document(*one) &&
           std::binary_search(hashes_.begin(), hashes_.end(),
                              std::string_view(one->at("hash").get_string()), std::less<>());
}

bool is_withheld(std::string_view hash)
{
    return hash.starts_with(withheld_hash);
}

} // namespace adapters::soci
