#include "web/handlers/days_of_today.hpp"

#include "workflows/major_decision/adjustment.hpp"
#include "workflows/major_decision/congress.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/validity.hpp"

#include <set>

namespace web::handlers {
namespace {

using names = std::set<std::string_view>;

/// What the house calls such a day, whatever the act. What was held, inspected or assessed
/// elsewhere lies back when its papers are there, so that its day is looked up and typed; a meeting
/// of the organ and an evaluation are written up as they end.
names const& days_of_doing()
{
    static names const all = {
        "answered_on", "completed_on", "decided_on", "evaluated_on", "filed_on",
        "given_on",    "met_on",       "noticed_on", "published_on", "participants_told_on",
        "received_on", "reported_on",  "signed_on",  "submitted_on", "told_participants_on",
    };
    return all;
}

/// Acts that tell of what others did and the house learns later, of papers that lay elsewhere
/// first, or of what was done long before.
names const& acts_about_earlier()
{
    namespace law = workflows::major_decision;
    namespace documents = workflows::normative_document;
    static names const all = {
        law::adjustment::replaced::kind,         law::congress::decided::kind,
        law::hearing::suggested::kind,           law::party_report::answered::kind,
        documents::opinions::hearing_held::kind, documents::project::told_afterwards::kind,
        documents::validity::amended::kind};
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
