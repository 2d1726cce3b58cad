#include "web/handlers/read_act.hpp"

#include "web/form.hpp"
#include "web/handlers/answered_rows.hpp"
#include "web/handlers/archive_number.hpp"
#include "web/handlers/document_number.hpp"
#include "web/office.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace web::handlers {
namespace {

using engine::say;

/// The version in `If-Match: "7"`; nothing for anything else.
std::optional<long long> version_in(std::string_view tag)
{
    if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"')
        tag = tag.substr(1, tag.size() - 2);
    return number_in(tag);
}

} // namespace

bool has_forms(std::string_view page)
{
    static constexpr std::string_view pages[] = {
        "sheets",         "advice",      "review",    "meeting",   "catalogue", "report/main",
        "report/answers", "report/text", "numbering", "proposals", "meetings"};
    return std::find(std::begin(pages), std::end(pages), page) != std::end(pages);
}

std::vector<engine::field> const* fields_of(office const& house, std::string const& shape,
                                            std::string const& kind)
{
    if (auto const* sample = house.sample(shape))
        return sample->fields_of(kind);
    // The act names no shape: kinds keep their fields from one shape to the next.
    for (auto const& [name, ignored] : house.with().law.shapes)
        if (auto const* found = house.sample(name)->fields_of(kind))
            return found;
    return nullptr;
}

void read_json(visit const& v, read_act& into)
{
    boost::json::error_code fault;
    auto const parsed = boost::json::parse(v.asked.body, fault);
    if (fault || !parsed.is_object()) {
        into.envelope.push_back(
            {"", fault ? say("不是合格的 JSON：{1}。", fault.message()) : say("应为 JSON 对象。")});
        return;
    }
    for (auto const& member : parsed.get_object()) {
        auto const key = member.key(); // named: a lambda takes no part of a binding
        auto const& value = member.value();
        auto const words = [&](std::string& target) {
            if (value.is_string())
                target = value.get_string();
            else
                into.envelope.push_back({std::string(key), say("应为文字。")});
        };
        if (key == "kind")
            words(into.typed.kind);
        else if (key == "shape")
            words(into.typed.shape);
        else if (key == "act_id")
            words(into.typed.act_id);
        else if (key == "seen") {
            if (value.is_int64() && value.get_int64() >= 0)
                into.typed.seen = value.get_int64();
            else if (!value.is_null())
                into.envelope.push_back({"seen", say("应为整数。")});
        } else if (key == "body") {
            if (value.is_object())
                into.typed.body = value.get_object();
            else
                into.envelope.push_back({"body", say("应为 JSON 对象。")});
        } else
            into.envelope.push_back({std::string(key), say("没有这一项。")});
    }
    if (auto const key = v.asked.header("idempotency-key"); !key.empty())
        into.typed.act_id = std::string(key);
    if (auto const tag = v.asked.header("if-match"); !tag.empty()) {
        into.typed.seen = version_in(tag);
        if (!into.typed.seen)
            into.envelope.push_back({"If-Match", say("应为案卷版本号，例如 \"7\"。")});
    }
}

void read_fields(office const& house, pairs const& fields, read_act& into)
{
    into.from_form = true;
    auto const word = [&](char const* name, std::string& target) {
        if (auto const* value = find(fields, name))
            target = *value;
    };
    word("kind", into.typed.kind);
    word("shape", into.typed.shape);
    word("act_id", into.typed.act_id);
    word("part", into.typed.part);
    word("confirmed", into.typed.confirmed);
    if (auto const* back = find(fields, "back"); back && has_forms(*back))
        into.typed.return_to = *back;
    if (auto const* seen = find(fields, "seen"))
        into.typed.seen = number_in(*seen);
    if (auto const* known = fields_of(house, into.typed.shape, into.typed.kind)) {
        auto read = read_form(fields, *known);
        into.typed.body = std::move(read.body);
        into.typed.faults = std::move(read.faults);
        if (into.typed.return_to == "report/answers")
            leave_out_unanswered(into.typed.body);
        for (auto const fault_of :
             {fault_of_document_number, fault_of_registration_number, fault_of_archive_number})
            if (auto fault = fault_of(into.typed.kind, into.typed.body))
                into.typed.faults.push_back(std::move(*fault));
    }
}

} // namespace web::handlers
