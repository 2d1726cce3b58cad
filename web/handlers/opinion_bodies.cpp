#include "web/handlers/opinions.hpp"
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

template <class Body>
Body read_as(engine::act const& what)
{
    std::vector<engine::field_fault> faults;
    return engine::read_body<Body>(what.body, faults);
}

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

opinions_on_file opinions_of(std::vector<engine::act> const& acts)
{
    opinions_on_file found;
    for (auto const& what : acts) {
        if (what.kind == law::participation::opinions_recorded::kind)
            for (auto& one : read_as<law::participation::opinions_recorded>(what).opinions)
                found.recorded.insert(one.number);
        if (what.kind == law::participation::opinions_decided::kind)
            for (auto& one : read_as<law::participation::opinions_decided>(what).decisions)
                found.decided.insert_or_assign(one.number, one);
        if (what.kind == law::hearing::suggested::kind)
            found.wishes.insert(read_as<law::hearing::suggested>(what).number);
    }
    return found;
}

object recording_body(soci::comment_shelf& shelf, engine::case_id on, opinions_on_file const& file)
{
    array opinions;
    std::size_t bytes = 0;
    each_opinion(shelf, on, [&](soci::comment_entry const& one) {
        auto const number = law::opinion_number(one.number);
        if (file.recorded.contains(number))
            return true;
        bytes += one.words.size();
        opinions.push_back(object{
            {"number", number}, {"from", sender(one)}, {"kind", one.kind}, {"words", one.words}});
        return opinions.size() < most_in_one_act && bytes < most_bytes_in_one_act;
    });
    return {{"opinions", std::move(opinions)}};
}

object deciding_body(soci::comment_shelf& shelf, engine::case_id on, opinions_on_file const& file)
{
    array decisions;
    std::size_t bytes = 0;
    each_opinion(shelf, on, [&](soci::comment_entry const& one) {
        auto const number = law::opinion_number(one.number);
        if (one.outcome.empty() || !file.recorded.contains(number) || file.decided.contains(number))
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

object suggestion_body(soci::comment_entry const& wish)
{
    return {{"number", law::opinion_number(wish.number)},
            {"from", sender(wish)},
            {"received_on", engine::to_text(engine::legal_day(wish.received_at))},
            {"words", wish.words}};
}

} // namespace web::handlers
