#ifndef JUECE_ENGINE_RULE_PACK_HPP
#define JUECE_ENGINE_RULE_PACK_HPP

#include "engine/day.hpp"
#include "engine/refusal.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

struct ratio {
    long long of = 0;
    long long in = 1;
    bool operator==(ratio const&) const = default;
};

/// What a parameter may hold; monostate: the place has such a rule but its number is not known
/// here. It is then not enforced, and the pages say so.
using parameter_value =
    std::variant<std::monostate, long long, bool, ratio, std::vector<std::string>>;

/// Which value is the stricter one. `any`: neither; a lower pack may set it freely.
enum class stricter { larger, smaller, yes, more, fewer, any };

/// A number or switch that conditions may ask, declared once in code (parameters.hpp).
struct parameter_key {
    std::string_view name; ///< "participation.comment_window_days"
    stricter direction = stricter::any;
    std::string_view kind; ///< "number", "flag", "ratio" or "list"
};

/// One dated entry of a pack.
struct parameter {
    std::string key;
    parameter_value value;
    rule_id rule;
    day from;
    std::optional<day> until; ///< last day in force
    std::string pack;
};

/// A rule that clauses cite and that does not hold everywhere, and what a place cites for the same
/// thing: a rule of the nation, or the house's own. Where it holds it is cited itself.
struct citation {
    rule_id rule;
    rule_id instead;
    day from;
    std::optional<day> until; ///< last day in force
};

/// The numbers of one jurisdiction (规则包). A pack stands on its parent and may only be stricter.
struct rule_pack {
    std::string name;   ///< "gd"
    std::string title;  ///< in Chinese
    std::string parent; ///< empty: the national pack
    std::vector<parameter> parameters;
    std::vector<citation> citations = {};
};

/// What is in force at one place on one day.
class rules {
public:
    std::optional<long long> number(parameter_key const& key) const;
    bool flag(parameter_key const& key) const; ///< false when nobody sets it
    std::optional<ratio> share(parameter_key const& key) const;
    std::vector<std::string> list(parameter_key const& key) const;
    /// The rule behind the number, or nothing when nobody sets it.
    parameter const* find(parameter_key const& key) const;
    /// The rule id behind the number; `otherwise`, as it is cited here, when nobody sets it.
    rule_id rule_of(parameter_key const& key, rule_id otherwise) const;
    /// The rule as it is cited here: itself, or what the packs name in its place.
    rule_id cited(rule_id rule) const;
    /// The same for all grounds and remarks.
    void cite_in(verdict& what) const;
    std::map<std::string, parameter, std::less<>> const& all() const { return in_force_; }

private:
    friend class rule_book;
    std::map<std::string, parameter, std::less<>> in_force_;
    std::map<rule_id, rule_id> instead_;
};

/// All packs, checked when they are added: unknown keys, wrong kinds, overlapping dates and a pack
/// that is looser than its parent are refused, with pack, key and both values in the message; so is
/// a rule that is cited in two ways at once.
class rule_book {
public:
    explicit rule_book(std::vector<parameter_key> declared);

    /// Adds a pack whose parent is here already. Returns what is wrong with it; empty: added.
    std::vector<std::string> add(rule_pack pack);

    bool knows(std::string_view place) const;
    std::vector<rule_pack> const& packs() const { return packs_; }
    /// What is in force under a pack on a day. Safe to call from several threads after the last
    /// add; the answer lives as long as the book.
    rules const& in_force(std::string_view place, day on) const;

private:
    struct span {
        day from;
        std::shared_ptr<rules> law;
    };
    rule_pack const* find(std::string_view name) const;
    std::vector<std::string> faults_of(rule_pack const& pack) const;
    static void check_citations(rule_pack const& pack, std::vector<std::string>& faults);
    void lay_out(rule_pack const& pack);
    rules reckon(std::string_view place, day on) const;

    std::vector<parameter_key> declared_;
    std::vector<rule_pack> packs_;
    std::map<std::string, std::vector<span>, std::less<>> spans_;
};

/// The value in words for messages: "30", "true", "2/3", "a;b", "unknown".
std::string to_text(parameter_value const& value);

} // namespace engine

#endif
