#include "web/handlers/catalogue_choices.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/catalogue_entries.hpp"
#include "web/handlers/catalogue_view.hpp"
#include "workflows/catalogue/procedure.hpp"

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace catalogue = workflows::catalogue;
using catalogue::yearly_catalogue;

/// The decisions that acts link with an entry, to take one back.
void add_linked(yearly_catalogue const& file, std::optional<long long> number, known_values& known)
{
    for (auto const& one : file.items)
        if (!number || one.number == *number)
            for (auto const& decision : one.decisions)
                known["decision_number"].push_back(
                    {decision, std::to_string(one.number) + ". " + decision});
}

/// The proposals of the public that an act may name now; of more the number is typed.
void add_public_proposals(visit const& v, opened_case const& file, yearly_catalogue const& content,
                          std::string_view kind, known_values& known)
{
    namespace law = catalogue::public_proposals;
    constexpr long long most_to_choose = 300;
    if (!kind.starts_with("public_proposals.") || !v.records)
        return;
    auto const found = adapters::soci::comment_shelf(*v.records)
                           .list(file.line().id, {.purpose = adapters::soci::purpose::proposal}, {},
                                 most_to_choose);
    if (found.next)
        return;
    for (auto const& one : found.rows) {
        auto const so_far = catalogue::account_of_proposal(content, one.number);
        bool const is_own =
            so_far.is_being_studied() && so_far.handing->body.unit == v.session->as.unit;
        if (kind == law::studied::kind ? is_own : kind == law::answered::kind || !so_far.answer)
            known["proposal_number"].emplace_back(std::to_string(one.number),
                                                  std::to_string(one.number) + ". " + one.title);
    }
}

bool waits(catalogue::adjustment::request const& one)
{
    return one.state == catalogue::adjustment::request_state::waiting;
}

} // namespace

known_values catalogue_choices(visit const& v, opened_case const& file, std::string_view kind)
{
    if (kind == workflows::major_decision::intake::start_decided::kind)
        return entries_to_choose(v, file);
    known_values known;
    auto const* content = catalogue::content_of(file.file());
    if (!content)
        return known;
    auto const line = [](long long number, std::string const& name) {
        return std::pair(std::to_string(number), std::to_string(number) + ". " + name);
    };
    for (auto const& one : content->call.proposals)
        if (one.withdrawn_because.empty())
            for (auto const* field : {"proposal", "merged_into"})
                known[field].push_back(line(one.number, one.body.item_name));
    for (auto const* one : catalogue::items_in_force(*content))
        known["item_number"].push_back(line(one->number, one->details.item_name));
    for (auto const& one : content->adjustment.requests)
        if (waits(one))
            known["request"].push_back(line(one.number, name_of_request(*content, one)));
    add_public_proposals(v, file, *content, kind, known);
    if (kind == catalogue::items::unlinked::kind)
        add_linked(*content, number_in(v.place("item")), known);
    return known;
}

object rows_to_judge(opened_case const& file, std::string_view kind)
{
    auto const* content = catalogue::content_of(file.file());
    if (!content)
        return {};
    array rows;
    if (kind == catalogue::screening::held::kind) {
        for (auto const& one : content->call.proposals)
            if (one.withdrawn_because.empty())
                rows.push_back(object{{"proposal", one.number}, {"verdict", "goes_in"}});
        return {{"verdicts", std::move(rows)}};
    }
    if (kind == catalogue::adjustment::decided::kind) {
        for (auto const& one : content->adjustment.requests)
            if (waits(one))
                rows.push_back(object{{"request", one.number}, {"granted", true}});
        return {{"judged", std::move(rows)}};
    }
    return {};
}

} // namespace web::handlers
