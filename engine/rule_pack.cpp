#include "engine/rule_pack.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace engine {
namespace {

/// No rule of procedure counts further than this; larger numbers are slips of the pen.
constexpr long long largest_number = 36'500;

bool has(std::vector<std::string> const& list, std::string const& one)
{
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool contains(std::vector<std::string> const& all, std::vector<std::string> const& some)
{
    return std::all_of(some.begin(), some.end(), [&](auto const& one) { return has(all, one); });
}

template <class T>
int compare(T const& a, T const& b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compare(ratio const& a, ratio const& b)
{
    return compare(a.of * b.in, b.of * a.in);
}

/// Whether a lower pack's value asks less than the value above it. An unknown value neither asks
/// nor is asked.
bool is_looser(stricter direction, parameter_value const& lower, parameter_value const& upper)
{
    if (lower.index() != upper.index() || std::holds_alternative<std::monostate>(lower))
        return false;
    auto const order = [&]() -> int {
        if (auto const* n = std::get_if<long long>(&lower))
            return compare(*n, std::get<long long>(upper));
        if (auto const* r = std::get_if<ratio>(&lower))
            return compare(*r, std::get<ratio>(upper));
        return 0;
    };
    auto const* lower_list = std::get_if<std::vector<std::string>>(&lower);
    auto const* upper_list = std::get_if<std::vector<std::string>>(&upper);
    switch (direction) {
    case stricter::larger:
        return order() < 0;
    case stricter::smaller:
        return order() > 0;
    case stricter::yes:
        return std::holds_alternative<bool>(lower) && !std::get<bool>(lower) &&
               std::get<bool>(upper);
    case stricter::more:
        return lower_list && !contains(*lower_list, *upper_list);
    case stricter::fewer:
        return lower_list && !contains(*upper_list, *lower_list);
    case stricter::any:
        return false;
    }
    return false;
}

std::string_view kind_of(parameter_value const& value)
{
    struct name {
        std::string_view operator()(std::monostate) const { return "unknown"; }
        std::string_view operator()(long long) const { return "number"; }
        std::string_view operator()(bool) const { return "flag"; }
        std::string_view operator()(ratio) const { return "ratio"; }
        std::string_view operator()(std::vector<std::string> const&) const { return "list"; }
    };
    return std::visit(name{}, value);
}

/// What is wrong with a value in itself; empty when nothing is.
std::string flaw_of(parameter_value const& value)
{
    if (auto const* n = std::get_if<long long>(&value); n && (*n < 0 || *n > largest_number))
        return "a number lies between 0 and " + std::to_string(largest_number);
    if (auto const* r = std::get_if<ratio>(&value);
        r && (r->in <= 0 || r->in > largest_number || r->of < 0 || r->of > r->in))
        return "a ratio lies between 0 and 1";
    if (auto const* list = std::get_if<std::vector<std::string>>(&value)) {
        if (std::set<std::string>(list->begin(), list->end()).size() != list->size())
            return "a list names nothing twice";
        if (has(*list, ""))
            return "a list has no empty entry";
    }
    return {};
}

/// Of parameters and citations, as the two below.
template <class Entry>
bool is_in_force(Entry const& p, day on)
{
    return p.from <= on && (!p.until || on <= *p.until);
}

template <class Entry>
bool overlap(Entry const& a, Entry const& b)
{
    return (!a.until || b.from <= *a.until) && (!b.until || a.from <= *b.until);
}

template <class Entry>
std::string dates_of(Entry const& p)
{
    return p.until ? to_text(p.from) + " to " + to_text(*p.until) : "from " + to_text(p.from);
}

} // namespace

std::optional<long long> rules::number(parameter_key const& key) const
{
    auto const* p = find(key);
    auto const* value = p ? std::get_if<long long>(&p->value) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
}

bool rules::flag(parameter_key const& key) const
{
    auto const* p = find(key);
    auto const* value = p ? std::get_if<bool>(&p->value) : nullptr;
    return value && *value;
}

std::optional<ratio> rules::share(parameter_key const& key) const
{
    auto const* p = find(key);
    auto const* value = p ? std::get_if<ratio>(&p->value) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
}

std::vector<std::string> rules::list(parameter_key const& key) const
{
    auto const* p = find(key);
    auto const* value = p ? std::get_if<std::vector<std::string>>(&p->value) : nullptr;
    return value ? *value : std::vector<std::string>{};
}

parameter const* rules::find(parameter_key const& key) const
{
    auto const found = in_force_.find(key.name);
    return found == in_force_.end() ? nullptr : &found->second;
}

rule_id rules::rule_of(parameter_key const& key, rule_id otherwise) const
{
    if (auto const* p = find(key))
        return p->rule;
    return cited(std::move(otherwise));
}

rule_id rules::cited(rule_id rule) const
{
    auto const found = instead_.find(rule);
    return found == instead_.end() ? rule : found->second;
}

void rules::cite_in(verdict& what) const
{
    for (auto& ground : what.refusals)
        ground.rule = cited(std::move(ground.rule));
    for (auto& remark : what.remarks)
        remark.rule = cited(std::move(remark.rule));
}

rule_book::rule_book(std::vector<parameter_key> declared) : declared_(std::move(declared)) {}

std::vector<std::string> rule_book::add(rule_pack pack)
{
    for (auto& p : pack.parameters)
        p.pack = pack.name;
    auto faults = faults_of(pack);
    if (!faults.empty())
        return faults;
    packs_.push_back(std::move(pack));
    lay_out(packs_.back());
    return {};
}

bool rule_book::knows(std::string_view place) const
{
    return spans_.find(place) != spans_.end();
}

rules const& rule_book::in_force(std::string_view place, day on) const
{
    auto const found = spans_.find(place);
    if (found == spans_.end())
        throw std::out_of_range("no rule pack is named " + std::string(place));
    auto const& spans = found->second;
    auto const after = std::upper_bound(spans.begin(), spans.end(), on,
                                        [](day d, span const& s) { return d < s.from; });
    return *std::prev(after)->law; // the first span begins before every date
}

rule_pack const* rule_book::find(std::string_view name) const
{
    auto const found = std::find_if(packs_.begin(), packs_.end(),
                                    [&](rule_pack const& pack) { return pack.name == name; });
    return found == packs_.end() ? nullptr : &*found;
}

std::vector<std::string> rule_book::faults_of(rule_pack const& pack) const
{
    std::vector<std::string> faults;
    auto const say_so = [&](std::string what) {
        faults.push_back("rule pack \"" + pack.name + "\": " + std::move(what));
    };

    if (pack.name.empty())
        say_so("has no name");
    if (find(pack.name))
        say_so("is here already");
    if (!pack.parent.empty() && !find(pack.parent))
        say_so("its parent \"" + pack.parent + "\" is not here");
    if (pack.parent.empty() && !packs_.empty())
        say_so("names no parent; only the national pack stands alone");

    auto const& own = pack.parameters;
    for (auto p = own.begin(); p != own.end(); ++p) {
        auto const about = p->key + " = " + to_text(p->value) + " (" + dates_of(*p) + ")";
        auto const declared = std::find_if(declared_.begin(), declared_.end(),
                                           [&](auto const& key) { return key.name == p->key; });
        if (declared == declared_.end()) {
            say_so(p->key + " is not a declared parameter");
            continue;
        }
        if (p->rule.empty())
            say_so(about + " names no rule");
        if (p->until && *p->until < p->from)
            say_so(about + " ends before it begins");
        if (auto const kind = kind_of(p->value); kind != "unknown" && kind != declared->kind) {
            say_so(about + " is a " + std::string(kind) + ", but must be a " +
                   std::string(declared->kind));
            continue;
        }
        if (auto const flaw = flaw_of(p->value); !flaw.empty()) {
            say_so(about + ": " + flaw);
            continue;
        }
        for (auto other = own.begin(); other != p; ++other)
            if (other->key == p->key && overlap(*other, *p))
                say_so(about + " overlaps with " + to_text(other->value) + " (" + dates_of(*other) +
                       ")");

        // The nearest pack above is the strictest; one fault tells enough.
        bool looser = false;
        for (auto const* above = find(pack.parent); above && !looser; above = find(above->parent))
            for (auto const& theirs : above->parameters)
                if (theirs.key == p->key && overlap(theirs, *p) &&
                    is_looser(declared->direction, p->value, theirs.value)) {
                    looser = true;
                    say_so(about + " is looser than " + to_text(theirs.value) + " (" +
                           dates_of(theirs) + ") of pack \"" + above->name +
                           "\"; a pack may only be stricter than the one above it");
                }
    }
    check_citations(pack, faults);
    return faults;
}

void rule_book::check_citations(rule_pack const& pack, std::vector<std::string>& faults)
{
    auto const& all = pack.citations;
    for (auto one = all.begin(); one != all.end(); ++one)
        for (auto other = all.begin(); other != one; ++other)
            if (other->rule == one->rule && overlap(*other, *one))
                faults.push_back("rule pack \"" + pack.name + "\": " + one->rule + " is cited as " +
                                 one->instead + " (" + dates_of(*one) + ") and as " +
                                 other->instead + " (" + dates_of(*other) + ")");
}

void rule_book::lay_out(rule_pack const& pack)
{
    std::set<day> turns{day::min()};
    auto const add_turns = [&](auto const& entries) {
        for (auto const& p : entries) {
            turns.insert(p.from);
            if (p.until)
                turns.insert(*p.until + std::chrono::days{1});
        }
    };
    for (auto const* each = &pack; each; each = find(each->parent)) {
        add_turns(each->parameters);
        add_turns(each->citations);
    }
    auto& spans = spans_[pack.name];
    for (auto const from : turns)
        spans.push_back({from, std::make_shared<rules>(reckon(pack.name, from))});
}

rules rule_book::reckon(std::string_view place, day on) const
{
    rules found;
    for (auto const* pack = find(place); pack; pack = find(pack->parent)) {
        for (auto const& p : pack->parameters) {
            if (!is_in_force(p, on))
                continue;
            auto const [at, fresh] = found.in_force_.emplace(p.key, p);
            // What a place is known to have but not known to say takes nothing from above.
            if (!fresh && std::holds_alternative<std::monostate>(at->second.value))
                at->second = p;
        }
        for (auto const& one : pack->citations)
            if (is_in_force(one, on))
                found.instead_.emplace(one.rule, one.instead);
    }
    return found;
}

std::string to_text(parameter_value const& value)
{
    struct words {
        std::string operator()(std::monostate) const { return "unknown"; }
        std::string operator()(long long n) const { return std::to_string(n); }
        std::string operator()(bool b) const { return b ? "true" : "false"; }
        std::string operator()(ratio r) const
        {
            return std::to_string(r.of) + "/" + std::to_string(r.in);
        }
        std::string operator()(std::vector<std::string> const& list) const
        {
            std::string all;
            for (auto const& one : list)
                all += (all.empty() ? "" : ";") + one;
            return all;
        }
    };
    return std::visit(words{}, value);
}

} // namespace engine
