#include "web/handlers/public_proposal.hpp"

#include "web/office.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/proposal_name.hpp"

#include <boost/json.hpp>

namespace web::handlers {

bool handles_proposal(visit const& v, workflows::catalogue::yearly_catalogue const& content,
                      workflows::catalogue::public_proposals::account const& so_far)
{
    auto const& own = v.session->as.unit;
    return own == content.office || (so_far.handing && so_far.handing->body.unit == own);
}

std::string proposal_href(visit const& v, std::string const& name)
{
    auto const named = workflows::proposal_named(name);
    auto const found = named && v.records ? v.records->find_case(named->catalogue) : std::nullopt;
    if (!found)
        return {};
    return "/cases/" + std::to_string(found->head.line.id.value) +
           "/proposals?number=" + std::to_string(named->number);
}

boost::json::array decisions_of_proposal(visit const& v, std::string const& name)
{
    using workflows::major_decision::intake::proposed;
    constexpr long long at_a_time = 30;
    boost::json::array made;
    std::optional<long long> before;
    do {
        auto const found = v.records->search(name, before, at_a_time);
        for (auto const& one : found.rows)
            if (one.kind == proposed::kind && one.path == "public_proposal" && one.words == name)
                made.push_back({{"decision", one.number},
                                {"decision_title", one.title},
                                {"decision_href", "/cases/" + std::to_string(one.on.value)}});
        before = found.next;
    } while (before);
    return made;
}

} // namespace web::handlers
