#include "web/handlers/asked_box.hpp"
#include "web/handlers/box_table.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>

// What a person arranges at the own desk: saved views and chosen columns.

namespace web::handlers {
namespace {

using engine::say;

constexpr std::size_t longest_name = 90; // thirty Chinese characters
constexpr std::size_t longest_query = 2'000;

std::string field(visit const& v, std::string_view name)
{
    auto const* found = find(v.asked.fields, name);
    return found ? *found : std::string();
}

/// The box of the path, or nothing.
std::optional<std::string> known_box(visit const& v)
{
    auto const& name = v.place("box");
    auto const& all = box_names();
    if (std::find(all.begin(), all.end(), name) == all.end())
        return {};
    return name;
}

std::string address_of(std::string const& box, std::string const& query = {})
{
    auto const path = box == "waiting" ? std::string("/") : "/boxes/" + box;
    return query.empty() ? path : path + "?" + query;
}

/// After something was arranged: back to the list for a browser, what was done for a program.
answer arranged(std::string to)
{
    answer done;
    done.view["done"] = true;
    done.see_other = std::move(to);
    return done;
}

} // namespace

awaitable<answer> save_view(visit& v)
{
    auto const box = known_box(v);
    if (!box)
        co_return not_found(v);
    adapters::soci::saved_view what;
    what.box = *box;
    what.name = field(v, "name");
    what.query = field(v, "query");
    if (what.name.find_first_not_of(" \t\r\n") == std::string::npos)
        co_return problem(v, 400, "malformed", say("请给视图起一个名称。"));
    if (what.name.size() > longest_name)
        co_return problem(v, 400, "malformed", say("名称过长，最多{1}字节。", longest_name));
    // read and written anew, so that nothing but filters is kept
    auto const fields = parse_pairs(what.query);
    if (!fields || what.query.size() > longest_query)
        co_return problem(v, 400, "malformed", say("筛选条件无法读取。"));
    pairs kept;
    for (auto const& [name, value] : *fields)
        if (name != "after" && name != "csrf" && !value.empty())
            kept.emplace_back(name, value);
    what.query = to_query(kept);
    auto const saved = co_await v.house.reading().run(
        [&] { return v.house.with().desk.save_view(v.session->who.id, what); });
    if (!saved)
        co_return problem(
            v, 422, "too-many",
            say("最多保存{1}个视图，请先删除不用的。", adapters::soci::own_desk::most_views));
    co_return arranged(address_of(*box, what.query));
}

awaitable<answer> drop_view(visit& v)
{
    auto const box = known_box(v);
    auto const id = number_in(v.place("id"));
    if (!box || !id)
        co_return not_found(v);
    auto const dropped = co_await v.house.reading().run(
        [&] { return v.house.with().desk.drop_view(v.session->who.id, *id); });
    if (!dropped)
        co_return not_found(v);
    co_return arranged(address_of(*box));
}

awaitable<answer> choose_columns(visit& v)
{
    auto const box = known_box(v);
    if (!box)
        co_return not_found(v);
    auto const known = columns_of_box(*box);
    std::string chosen;
    for (auto const& [name, value] : v.asked.fields) {
        if (name != "column")
            continue;
        if (std::find(known.begin(), known.end(), value) == known.end())
            co_return problem(v, 400, "malformed", say("这个清单没有“{1}”一栏。", value));
        chosen += (chosen.empty() ? "" : ",") + value;
    }
    if (find(v.asked.fields, "as_it_comes"))
        chosen.clear();
    else if (chosen.empty())
        co_return problem(v, 400, "malformed", say("请至少选择一栏。"));
    auto const done = co_await v.house.reading().run([&] {
        v.house.with().desk.choose_columns(v.session->who.id, *box, chosen);
        return true;
    });
    static_cast<void>(done);
    co_return arranged(address_of(*box, field(v, "query")));
}

} // namespace web::handlers
