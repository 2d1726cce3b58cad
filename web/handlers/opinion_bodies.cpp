#include "web/handlers/opinions.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/public_matter.hpp"

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

namespace law = workflows::major_decision;
namespace soci = adapters::soci;

/// An act stays readable; more goes into the next one.
constexpr std::size_t most_in_one_act = engine::longest_list;
constexpr std::size_t most_bytes_in_one_act = std::size_t{2} * 1024 * 1024;

constexpr char const* nobody = "匿名";

/// Calls `take` for the opinions sent in on a case, in order, until it returns false.
template <class Take>
void each_opinion(soci::comment_shelf& shelf, engine::case_id on, Take take)
{
    constexpr long long at_a_time = 500;
    std::optional<long long> after;
    do {
        auto const found = shelf.list(on, {.purpose = soci::purpose::opinion}, after, at_a_time);
        for (auto const& one : found.rows)
            if (!take(one))
                return;
        after = found.next;
    } while (after);
}

std::string sender(soci::comment_entry const& one)
{
    return one.name.empty() ? nobody : one.name;
}

} // namespace

case_opinions opinions_in(std::vector<engine::act> const& acts)
{
    case_opinions found{law::opinions_of(acts), {}};
    for (auto const& what : acts)
        if (what.kind == law::hearing::suggested::kind)
            found.wishes.insert(workflows::body_on_file<law::hearing::suggested>(what).number);
    return found;
}

object recording_body(soci::comment_shelf& shelf, engine::case_id on, case_opinions const& known)
{
    array opinions;
    std::size_t bytes = 0;
    each_opinion(shelf, on, [&](soci::comment_entry const& one) {
        auto const number = law::opinion_number(one.number);
        if (known.opinions.find(number))
            return true;
        bytes += one.words.size();
        opinions.push_back(object{
            {"number", number}, {"from", sender(one)}, {"kind", one.kind}, {"words", one.words}});
        return opinions.size() < most_in_one_act && bytes < most_bytes_in_one_act;
    });
    return {{"opinions", std::move(opinions)}};
}

object deciding_body(soci::comment_shelf& shelf, engine::case_id on, case_opinions const& known)
{
    array decisions;
    std::size_t bytes = 0;
    each_opinion(shelf, on, [&](soci::comment_entry const& one) {
        auto const number = law::opinion_number(one.number);
        auto const* on_file = known.opinions.find(number);
        if (one.outcome.empty() || !on_file || !on_file->counts() || on_file->own_decision)
            return true;
        object decision{{"number", number}, {"outcome", one.outcome}};
        if (!one.reason.empty())
            decision["reason"] = one.reason;
        bytes += one.reason.size();
        decisions.push_back(std::move(decision));
        return decisions.size() < most_in_one_act && bytes < most_bytes_in_one_act;
    });
    return {{"decisions", std::move(decisions)}};
}

object settling_body(std::vector<std::string> const& numbers, std::string const& outcome,
                     std::string const& reason)
{
    array decisions;
    std::size_t bytes = 0;
    for (auto const& number : numbers) {
        object decision{{"number", number}, {"outcome", outcome}};
        if (!reason.empty())
            decision["reason"] = reason;
        bytes += reason.size();
        decisions.push_back(std::move(decision));
        if (decisions.size() >= most_in_one_act || bytes >= most_bytes_in_one_act)
            break;
    }
    return {{"decisions", std::move(decisions)}};
}

object repeats_body(std::vector<std::string> const& numbers, std::string const& same_as)
{
    array opinions;
    for (auto const& number : numbers) {
        object one{{"number", number}};
        if (!same_as.empty())
            one["same_as"] = same_as;
        opinions.push_back(std::move(one));
    }
    return {{"opinions", std::move(opinions)}};
}

object suggestion_body(soci::comment_entry const& wish)
{
    return {{"number", law::opinion_number(wish.number)},
            {"from", sender(wish)},
            {"received_on", engine::to_text(engine::legal_day(wish.received_at))},
            {"words", wish.words}};
}

} // namespace web::handlers
