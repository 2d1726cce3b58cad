#include "adapters/soci/served_notices.hpp"

namespace adapters::soci {
namespace {

std::string waits_no_more(std::string const& n)
{
    return "not exists (select 1 from task t where t.case_id = " + n +
           ".case_id and t.since = " + n + ".seq and t.chapter = " + n +
           ".chapter and t.kind = " + n + ".kind)";
}

} // namespace

std::string is_over(std::string const& notice)
{
    return "(" + notice + ".of_task = 1 and " + waits_no_more(notice) + ")";
}

std::string has_served(std::string const& notice)
{
    auto const& n = notice;
    // with a plain number SQLite would read all acts that came since, and not those of the person
    return "(" + n + ".of_task = 1 and (" + waits_no_more(n) +
           " or exists (select 1 from act a where a.case_id = " + n +
           ".case_id and a.by_person = " + n + ".person and a.kind = " + n +
           ".kind and a.seq + 0 > " + n + ".seq)))";
}

std::string was_done(std::string const& notice)
{
    auto const& n = notice;
    return "exists (select 1 from act a where a.case_id = " + n + ".case_id and a.seq > " + n +
           ".seq and (a.kind = " + n + ".kind or (a.by_person = " + n + ".person and a.kind like " +
           n + ".chapter || '.%')))";
}

} // namespace adapters::soci
