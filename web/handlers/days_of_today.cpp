#include "web/handlers/days_of_today.hpp"

#include "workflows/major_decision/adjustment.hpp"
#include "workflows/major_decision/congress.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/project.hpp"

#include <set>

namespace web::handlers {
namespace {

using names = std::set<std::string_view>;

/// What the house calls such a day, whatever the act. What was held, inspected or assessed lies
/// back when its papers are there, so that its day is looked up and typed.
names const& days_of_doing()
{
    static names const all = {
        "answered_on", "completed_on", "decided_on", "evaluated_on", "filed_on",
        "given_on",    "met_on",       "noticed_on", "published_on", "participants_told_on",
        "received_on", "reported_on",  "signed_on",  "submitted_on", "told_participants_on",
    };
    return all;
}

/// Acts that tell of what others did, or what was done long before.
names const& acts_about_earlier()
{
    namespace law = workflows::major_decision;
    namespace documents = workflows::normative_document;
    static names const all = {law::adjustment::replaced::kind, law::congress::decided::kind,
                              documents::opinions::hearing_held::kind,
                              documents::project::told_afterwards::kind};
    return all;
}

} // namespace

boost::json::object days_of_today(std::string_view kind, std::vector<engine::field> const& fields,
                                  engine::day today)
{
    boost::json::object made;
    if (acts_about_earlier().contains(kind))
        return made;
    for (auto const& one : fields)
        if (one.type == engine::field_type::date && one.required && !one.many &&
            days_of_doing().contains(one.name))
            made[one.name] = engine::to_text(today);
    return made;
}

} // namespace web::handlers
