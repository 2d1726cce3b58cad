#ifndef JUECE_ENGINE_ACT_HPP
#define JUECE_ENGINE_ACT_HPP

#include "engine/day.hpp"

#include <boost/json/object.hpp>
#include <compare>
#include <string>
#include <vector>

namespace engine {

/// Number of a case file; 0 means "not opened yet".
struct case_id {
    long long value = 0;
    auto operator<=>(case_id const&) const = default;
};

/// Number of a person; 0 means nobody.
struct person_id {
    long long value = 0;
    auto operator<=>(person_id const&) const = default;
};

/// Who acts, under which appointment. `unit` is the code of the unit of the appointment;
/// `on_behalf_of` names the person whose place is taken, and `represents` numbers them (代理).
/// `succeeds` are those who left and handed this seat over (离职转办); it is known while somebody
/// acts and is no part of the record.
struct actor {
    person_id person;
    std::string name;
    std::string role;
    std::string unit;
    std::string on_behalf_of;
    person_id represents = {};
    std::vector<person_id> succeeds = {};
    /// Code of the organ of the unit, where the house has several; and whether the case acted on is
    /// another organ's (JC-18). Both are known while somebody acts and are no part of the record.
    std::string organ = {};
    bool is_elsewhere = false;

    /// True if what waits for that person may be done by whoever acts here: it is they themselves,
    /// or they take their place, or took over their seat.
    bool stands_for(person_id named) const;
};

/// How an act came into the record: by a person's hand here, or marked otherwise (JC-3).
inline constexpr char const* entered_here = "entered";
inline constexpr char const* entered_as_demo = "demo";
inline constexpr char const* entered_by_import = "import";

/// What somebody did on a case file (行为). Written once, chained, never changed.
struct act {
    case_id on;
    long long seq = 0;        ///< 1 for the first act of a case
    std::string act_id;       ///< made by the client; the same id is the same act (JC-5)
    std::string kind;         ///< chapter and name: "legality_review.concluded"
    boost::json::object body; ///< only fields that the kind declares
    actor by;
    instant entered_at; ///< an act counts from here (JC-3)
    std::string origin = entered_here;
    std::string previous_hash; ///< 64 hex digits; of the first act: of the case's opening line
    std::string hash;

    day counts_on() const { return legal_day(entered_at); }
};

} // namespace engine

template <>
struct std::hash<engine::case_id> {
    std::size_t operator()(engine::case_id id) const noexcept
    {
        return std::hash<long long>{}(id.value);
    }
};

#endif
