// Whatever text lies in config/rules as a pack: it is refused with reasons, or it is added and asks
// nowhere less than the pack above it.

#include "adapters/rules/load_rules.hpp"
#include "tests/fuzz/must.hpp"

#include <algorithm>
#include <cstdint>

using fuzz::must;

namespace {

using engine::stricter;

std::vector<engine::parameter_key> const keys = {
    {"window_days", stricter::larger, "number"}, {"answer_days", stricter::smaller, "number"},
    {"hearing", stricter::yes, "flag"},          {"majority", stricter::larger, "ratio"},
    {"steps", stricter::more, "list"},           {"exclusions", stricter::fewer, "list"},
    {"place.name", stricter::any, "list"}};

constexpr char const* national = R"(name = "cn"
title = "全国"
[[regulation]]
title = "规定"
from = 2019-09-01
[regulation.requires]
window_days = { value = 30, rule = "R713-15.2" }
answer_days = { value = 15, rule = "R713-15.2", until = 2023-12-31 }
hearing = { value = true, rule = "R713-16.1" }
majority = { value = "1/2", rule = "R713-30.1" }
steps = { value = ["public", "expert"], rule = "R713-14.1" }
exclusions = { value = ["emergency", "law"], rule = "R713-3.2" }
)";

engine::rule_book national_book()
{
    engine::rule_book book(keys);
    auto read = adapters::rules::read_rule_pack(national, "cn.toml");
    must(read.faults.empty() && book.add(read.pack).empty());
    return book;
}

/// The numbers in force below never ask less than those above on the same day.
void must_be_stricter(engine::rule_book const& book, std::string const& place, engine::day on)
{
    auto const& above = book.in_force("cn", on);
    auto const& here = book.in_force(place, on);
    if (auto const n = above.number(keys[0]))
        must(here.number(keys[0]) >= n);
    if (auto const n = above.number(keys[1]))
        must(here.number(keys[1]) <= n);
    must(here.flag(keys[2]) || !above.flag(keys[2]));
    if (auto const r = above.share(keys[3])) {
        auto const own = here.share(keys[3]);
        must(own && own->of * r->in >= r->of * own->in);
    }
    auto const more = here.list(keys[4]), fewer = here.list(keys[5]);
    for (auto const& step : above.list(keys[4]))
        must(std::find(more.begin(), more.end(), step) != more.end());
    auto const allowed = above.list(keys[5]);
    for (auto const& one : fewer)
        must(above.all().empty() ||
             std::find(allowed.begin(), allowed.end(), one) != allowed.end());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string const text(reinterpret_cast<char const*>(bytes), size);
    auto const read = adapters::rules::read_rule_pack(text, "own.toml");
    must(read.lines.size() == read.pack.parameters.size());
    for (auto const& fault : read.faults)
        must(fault.starts_with("own.toml:") && fault.size() > 12);
    if (!read.faults.empty())
        return 0;

    auto book = national_book();
    auto const refused = book.add(read.pack);
    for (auto const& why : refused)
        must(why.starts_with("rule pack \""));
    must(book.knows(read.pack.name) == (refused.empty() || read.pack.name == "cn"));
    if (!refused.empty()) {
        must(book.packs().size() == 1);
        return 0;
    }
    must(!book.add(read.pack).empty()); // a name is given once
    for (auto const& one : read.pack.parameters) {
        auto const& law = book.in_force(read.pack.name, one.from);
        must(law.all().contains(one.key) && !law.all().find(one.key)->second.rule.empty());
        for (auto const on : {one.from - std::chrono::days(1), one.from,
                              one.until.value_or(one.from), engine::day::min()})
            must_be_stricter(book, read.pack.name, on);
    }
    return 0;
}
