#include "workflows/catalogue/mentions.hpp"

#include "workflows/body_on_file.hpp"
#include "workflows/catalogue/items.hpp"
#include "workflows/major_decision/intake.hpp"

namespace workflows::catalogue {
namespace {

namespace intake = major_decision::intake;

std::vector<mention> of_start(engine::act const& what)
{
    auto const body = body_on_file<intake::start_decided>(what);
    std::vector<mention> all;
    for (auto const& one : body.catalogue)
        all.push_back({one.year, one.item, {}});
    if (all.empty())
        all.push_back({engine::year_of(body.decided_on), {}, {}});
    return all;
}

std::vector<mention> of_link(engine::act const& what)
{
    auto const body = body_on_file<items::linked>(what);
    return {{0, std::to_string(body.item_number), body.decision_number}};
}

std::vector<mention> of_unlinking(engine::act const& what)
{
    auto const body = body_on_file<items::unlinked>(what);
    return {{0, {}, body.decision_number}};
}

} // namespace

std::vector<mention> mentions_in(engine::act const& what)
{
    if (what.kind == intake::start_decided::kind)
        return of_start(what);
    if (what.kind == items::linked::kind)
        return of_link(what);
    if (what.kind == items::unlinked::kind)
        return of_unlinking(what);
    return {};
}

} // namespace workflows::catalogue
