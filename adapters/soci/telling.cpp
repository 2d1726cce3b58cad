#include "adapters/soci/telling.hpp"

#include "adapters/soci/account_lookups.hpp"
#include "adapters/soci/left_tasks.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/served_notices.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <spdlog/spdlog.h>

namespace adapters::soci {
namespace {

// The tasks that the act brought and that still wait. What was done in between is nobody's news.
std::string const brought_tasks = "task";

// One thing that the act itself tells a seat, as a task is.
std::string const told_itself =
    "(select cast(0 as bigint) as id, cast(:case_id as bigint) as case_id,"
    " cast(:seq as bigint) as since, cast(:chapter as text) as chapter,"
    " cast(:kind as text) as kind, cast(:role as text) as role, cast(:unit as text) as unit,"
    " cast(:named as bigint) as person, cast(:due as text) as due)";

std::string const tell_sql =
    "insert into notice (person, case_id, seq, chapter, kind, due, at, read_at, of_task)";
std::string const told_sql =
    " select a.person, t.case_id, t.since, t.chapter, t.kind, min(t.due), cast(:at as text), '',"
    " case when min(t.id) > 0 then 1 else 0 end";
// A seat without a unit is one of the case's own organ (JC-18).
std::string const of_holders_sql =
    " join person p on p.id = a.person join case_file c on c.id = t.case_id"
    " left join unit u on u.code = a.unit"
    " where t.case_id = :case_id and t.since = :seq and a.person <> :actor"
    " and (t.unit <> '' or c.organ = '' or c.organ = coalesce(u.organ, c.organ))"
    " and p.may_sign_in = 1 and a.from_day <= :day and (a.until_day = '' or a.until_day >= :day)"
    " group by a.person, t.case_id, t.since, t.chapter, t.kind on conflict do nothing";

/// For whoever holds the seat today and passes a condition more.
std::string tell_seats(std::string const& what, std::string const& narrowed = {})
{
    return tell_sql + told_sql + " from " + what +
           " t join appointment a on t.person = 0 and a.role = t.role"
           " and (t.unit = '' or a.unit = t.unit)" +
           narrowed + of_holders_sql;
}

/// What is for somebody by name is told to them, to whoever takes their place, and where they left,
/// to whoever took over their seat.
std::string tell_the_named(std::string const& what)
{
    return tell_sql +
           " with recursive named (task, person) as ("
           " select t.id, t.person from " +
           what +
           " t where t.case_id = :case_id and t.since = :seq"
           " and t.person <> 0"
           " union select n.task, a.successor from named n join " +
           what +
           " t on t.id = n.task"
           " join appointment a on a.person = n.person and a.successor <> 0 and a.until_day < :day"
           " and (t.role = '' or a.role = t.role) and (t.unit = '' or a.unit = t.unit))" +
           told_sql + " from named n join " + what +
           " t on t.id = n.task"
           " join appointment a on n.person in (a.person, a.for_person)"
           " and (t.role = '' or a.role = t.role) and (t.unit = '' or a.unit = t.unit)" +
           of_holders_sql;
}

/// For one person and for nobody in their place.
std::string const tell_one_person_sql =
    tell_sql +
    " select p.id, t.case_id, t.since, t.chapter, t.kind, t.due, cast(:at as text), '', 0 from " +
    told_itself +
    " t join person p on p.id = t.person where p.id <> :actor and p.may_sign_in = 1"
    " on conflict do nothing";

std::string const settle_sql = "update notice set read_at = :at where case_id = :case_id"
                               " and seq < :seq and read_at = '' and " +
                               has_served("notice");

constexpr char const* write_letters_sql =
    "insert into delivery (way, notice, case_id, seq, tries, due_at, state, fault, created_at,"
    " changed_at)"
    " select 'mail', n.id, n.case_id, n.seq, 0, cast(:at as text), 'waiting', '',"
    " cast(:at as text), cast(:at as text)"
    " from notice n join notice_address d on d.person = n.person"
    " where n.case_id = :case_id and n.seq = :seq and d.wants_mail = 1 and d.address <> ''";

constexpr char const* write_event_sql =
    "insert into delivery (way, notice, case_id, seq, tries, due_at, state, fault, created_at,"
    " changed_at) values ('webhook', 0, :case_id, :seq, 0, :at, 'waiting', '', :at, :at)";

/// Notices and deliveries of one announcement after the other.
class telling {
public:
    telling(::soci::session& sql, engine::instant now, ways_out open,
            engine::rights const& entitled)
        : sql_(sql), entitled_(entitled), open_(open), at_(engine::to_text(now)),
          day_(engine::to_text(engine::legal_day(now))),
          find_act_(sql, "select a.by_person, a.origin, c.level, c.family, c.organ from act a"
                         " join case_file c on c.id = a.case_id"
                         " where a.case_id = :case_id and a.seq = :seq"),
          tell_seats_(sql, tell_seats(brought_tasks, " and not " + is_left_by_holder())),
          tell_the_named_(sql, tell_the_named(brought_tasks)),
          tell_itself_to_seat_(sql, tell_seats(told_itself)),
          tell_itself_by_name_(sql, tell_the_named(told_itself)),
          tell_one_person_(sql, tell_one_person_sql), settle_(sql, settle_sql),
          write_letters_(sql, write_letters_sql), write_event_(sql, write_event_sql),
          mark_(sql, "update outbox set sent_at = :at where id = :id")
    {
        find_act_.in("case_id", case_).in("seq", seq_);
        find_act_.out(actor_).out(origin_).out(level_).out(family_).out(organ_);
        for (auto* tell : {&tell_seats_, &tell_the_named_, &tell_itself_to_seat_,
                           &tell_itself_by_name_, &tell_one_person_}) {
            tell->in("at", at_).in("case_id", case_).in("seq", seq_);
            tell->in("actor", actor_);
        }
        for (auto* tell :
             {&tell_seats_, &tell_the_named_, &tell_itself_to_seat_, &tell_itself_by_name_})
            tell->in("day", day_);
        tell_seats_.in("leaves", leaves_).in("goes_first", goes_first_);
        for (auto* tell : {&tell_itself_to_seat_, &tell_itself_by_name_, &tell_one_person_}) {
            tell->in("chapter", news_.chapter).in("kind", news_.kind).in("role", news_.role);
            tell->in("unit", news_.unit).in("named", news_.person).in("due", news_.due);
        }
        settle_.in("at", at_).in("case_id", case_).in("seq", seq_);
        write_letters_.in("at", at_).in("case_id", case_).in("seq", seq_);
        write_event_.in("case_id", case_).in("seq", seq_).in("at", at_);
        mark_.in("at", at_).in("id", id_);
    }

    void take(announcement const& one)
    {
        id_ = one.id;
        if (one.kind == "admitted")
            tell_of_act(one);
        mark_.run();
    }

private:
    void tell_of_act(announcement const& one)
    {
        if (!read(one.body)) {
            // the others are not held up by it
            spdlog::error("announcement {} cannot be read", one.id);
            return;
        }
        if (!find_act_.one())
            return;
        if (level_of(level_) == engine::confidentiality::administration)
            return tell_of_the_house();
        settle_.run();
        auto told = tell_seats_.run() + tell_the_named_.run();
        for (auto const& news : told_)
            told += tell_itself(news);
        if (told > 0 && waits_for_some_who_know_no_such_case())
            told -= forget_those_who_may_not_know();
        if (origin_ != engine::entered_here)
            return; // history that was told or imported
        if (open_.mail && told > 0)
            write_letters_.run();
        if (open_.webhook)
            write_event_.run();
    }

    /// The house's own administration is told on its own pages, and to nobody but those whom an act
    /// names: they may know of that act, whatever they may see of others. It is about themselves,
    /// and not for whoever acts in their place.
    void tell_of_the_house()
    {
        long long told = 0;
        for (auto const& news : told_) {
            read_news(news);
            told += tell_one_person_.run();
        }
        if (open_.mail && told > 0 && origin_ == engine::entered_here)
            write_letters_.run();
    }

    bool read(std::string const& body)
    {
        boost::system::error_code broken;
        auto const parsed = boost::json::parse(body, broken);
        auto const* all = broken ? nullptr : parsed.if_object();
        auto const* on = all ? all->if_contains("case") : nullptr;
        auto const* seq = all ? all->if_contains("seq") : nullptr;
        if (!on || !seq || !on->is_int64() || !seq->is_int64())
            return false;
        case_ = on->get_int64();
        seq_ = seq->get_int64();
        roles_.clear();
        for (auto const* list : {"tasks_opened", "told"})
            if (auto const* seats = all->if_contains(list); seats && seats->is_array())
                for (auto const& seat : seats->get_array())
                    roles_.emplace(boost::json::value_to<std::string>(seat.at("role")));
        auto const* told = all->if_contains("told");
        told_ = told && told->is_array() ? told->get_array() : boost::json::array();
        return true;
    }

    /// News for whoever holds a seat, or for somebody by name.
    long long tell_itself(boost::json::value const& one)
    {
        read_news(one);
        return news_.person == 0 ? tell_itself_to_seat_.run() : tell_itself_by_name_.run();
    }

    void read_news(boost::json::value const& one)
    {
        auto const text = [&](char const* name) {
            return boost::json::value_to<std::string>(one.at(name));
        };
        news_ = {text("chapter"), text("kind"), text("role"),
                 text("unit"),    text("due"),  one.at("person").as_int64()};
    }

    /// A seat may be one of a role that sees such cases only where it has a part (JC-19).
    bool waits_for_some_who_know_no_such_case() const
    {
        return std::any_of(roles_.begin(), roles_.end(), [&](std::string const& role) {
            return role.empty() || !entitled_.families_of(role).has(family_);
        });
    }

    long long forget_those_who_may_not_know()
    {
        engine::person_id one;
        std::vector<engine::person_id> told;
        query list(sql_, "select person from notice where case_id = :case_id and seq = :seq");
        list.in("case_id", case_).in("seq", seq_).out(one.value);
        list.each([&] { told.push_back(one); });
        auto const parts = parts_of_case();
        long long forgotten = 0;
        for (auto const& person : told)
            if (!may_know(person, parts))
                forgotten += query(sql_, "delete from notice where case_id = :case_id"
                                         " and seq = :seq and person = :person")
                                 .in("case_id", case_)
                                 .in("seq", seq_)
                                 .in("person", person.value)
                                 .run();
        return forgotten;
    }

    std::vector<std::string> parts_of_case()
    {
        std::string one;
        std::vector<std::string> parts;
        query list(sql_, "select part from case_part where case_id = :case_id order by part");
        list.in("case_id", case_).out(one).each([&] { parts.push_back(one); });
        return parts;
    }

    bool may_know(engine::person_id person, std::vector<std::string> const& parts)
    {
        auto const who = person_by_id(sql_, person);
        auto const held = appointments_held(sql_, person, day_of(day_));
        return who && std::any_of(held.begin(), held.end(), [&](appointment const& as) {
                   auto const actor = acting(*who, as);
                   return entitled_.seeing(actor, as.cleared_to)
                       .covers({family_,
                                level_of(level_),
                                parts,
                                {},
                                !actor.organ.empty() && actor.organ != organ_});
               });
    }

    struct told_news {
        std::string chapter, kind, role, unit, due;
        long long person = 0;
    };

    ::soci::session& sql_;
    engine::rights const& entitled_;
    ways_out open_;
    std::string at_;
    std::string day_;
    std::string const leaves_ = role_that_leaves;
    std::string const goes_first_ = role_that_goes_first;
    long long id_ = 0;
    long long case_ = 0;
    long long seq_ = 0;
    long long actor_ = 0;
    long long level_ = 0;
    std::string origin_, family_, organ_;
    std::set<std::string> roles_;
    boost::json::array told_;
    told_news news_;
    kept_query find_act_, tell_seats_, tell_the_named_, tell_itself_to_seat_, tell_itself_by_name_,
        tell_one_person_, settle_, write_letters_, write_event_, mark_;
};

} // namespace

void tell(::soci::session& sql, std::vector<announcement> const& waiting, engine::instant now,
          ways_out open, engine::rights const& entitled)
{
    telling all(sql, now, open, entitled);
    for (auto const& one : waiting)
        all.take(one);
}

} // namespace adapters::soci
