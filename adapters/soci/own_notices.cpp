#include "adapters/soci/own_notices.hpp"

#include "adapters/soci/random_text.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/served_notices.hpp"
#include "adapters/soci/shared_session.hpp"
#include "adapters/soci/visibility.hpp"
#include "engine/chain.hpp"

#include <limits>

namespace adapters::soci {
namespace {

constexpr std::size_t bytes_of_key = 32;

/// That a notice is there for whoever was told. What the house's own administration tells somebody
/// is about themselves: they read it, though they see nothing else of that case.
std::string may_be_read(std::string const& visible, std::string const& case_id)
{
    return "(" + visible + " or exists (select 1 from case_file h where h.id = " + case_id +
           " and h.level = " + std::to_string(number_of(engine::confidentiality::administration)) +
           "))";
}

std::string list_sql(visibility const& seen)
{
    return "select n.id, n.case_id, n.seq, n.chapter, n.kind, n.due, n.at,"
           " case when n.read_at = '' and not " +
           has_served("n") + " then 1 else 0 end, case when " + is_over("n") +
           " then 1 else 0 end, case when " + was_done("n") +
           " then 1 else 0 end, c.level from notice n join case_file c on c.id = n.case_id"
           " where n.person = :person and n.id < :before and " +
           may_be_read(seen.of_case("c"), "n.case_id") + " order by n.id desc limit :most";
}

std::string read_all_sql(visibility const& seen)
{
    return "update notice set read_at = :at"
           " where person = :person and read_at = '' and id <= :up_to and exists"
           " (select 1 from case_file c where c.id = notice.case_id and " +
           may_be_read(seen.of_case("c"), "notice.case_id") + ")";
}

} // namespace

long long reader::count_unread_notices(long long most)
{
    return faults_as_ours([&] {
        long long notices = 0;
        query count(*sql_, "select count(*) from (select 1 from notice n where n.person = :person"
                           " and n.read_at = '' and not " +
                               has_served("n") + " and " +
                               may_be_read(seen_.is_visible("n.case_id"), "n.case_id") +
                               " limit :most) as unread");
        seen_.into(count.in("person", person_).in("most", most));
        count.out(notices).one();
        return notices;
    });
}

own_notices::own_notices(database& at) : sql_(std::make_unique<shared_session>(at)) {}
own_notices::~own_notices() = default;

page<own_notice> own_notices::list(engine::clearance const& seeing, std::optional<long long> before,
                                   long long limit)
{
    auto const whose = seeing.whose().value;
    auto const below = before.value_or(std::numeric_limits<long long>::max());
    auto const most = limit + 1; // one more tells whether there is a next page
    return sql_->read([&](::soci::session& sql) {
        own_notice one;
        std::string due;
        std::string at;
        long long unread = 0;
        long long over = 0;
        long long done = 0;
        long long level = 0;
        page<own_notice> found;
        visibility const seen(seeing, dialect_of(sql));
        query list(sql, list_sql(seen));
        seen.into(list.in("person", whose).in("before", below).in("most", most));
        list.out(one.id).out(one.on.value).out(one.seq).out(one.chapter).out(one.kind);
        list.out(due).out(at).out(unread).out(over).out(done).out(level);
        list.each([&] {
            one.due = due == task_row::never_due ? std::nullopt : optional_day_of(due);
            one.at = instant_of(at);
            one.is_unread = unread != 0;
            one.is_over = over != 0;
            one.was_done = done != 0;
            one.is_of_the_house = level_of(level) == engine::confidentiality::administration;
            found.rows.push_back(one);
        });
        if (static_cast<long long>(found.rows.size()) > limit) {
            found.rows.pop_back();
            found.next = found.rows.back().id;
        }
        return found;
    });
}

void own_notices::read_all(engine::clearance const& seeing, long long up_to, engine::instant now)
{
    auto const at = engine::to_text(now);
    auto const whose = seeing.whose().value;
    sql_->write([&](::soci::session& sql) {
        visibility const seen(seeing, dialect_of(sql));
        query read(sql, read_all_sql(seen));
        seen.into(read.in("at", at).in("person", whose).in("up_to", up_to));
        read.run();
    });
}

mail_wish own_notices::mail_of(engine::person_id whose)
{
    return sql_->read([&](::soci::session& sql) {
        mail_wish found;
        long long wanted = 0;
        query(sql, "select address, wants_mail from notice_address where person = :person")
            .in("person", whose.value)
            .out(found.address)
            .out(wanted)
            .one();
        found.wanted = wanted != 0;
        return found;
    });
}

void own_notices::set_mail(engine::person_id whose, mail_wish const& what)
{
    long long const wanted = what.wanted;
    sql_->write([&](::soci::session& sql) {
        query(sql, "insert into notice_address (person, address, wants_mail)"
                   " values (:person, :address, :wanted)"
                   " on conflict (person) do update set address = excluded.address,"
                   " wants_mail = excluded.wants_mail")
            .in("person", whose.value)
            .in("address", what.address)
            .in("wanted", wanted)
            .run();
    });
}

std::string own_notices::renew_calendar_key(engine::person_id whose, engine::instant now)
{
    auto key = to_base64url(random_bytes(bytes_of_key));
    auto const hash = engine::sha256(key);
    auto const since = engine::to_text(now);
    sql_->write([&](::soci::session& sql) {
        query(sql, "insert into calendar_key (person, key_hash, since)"
                   " values (:person, :key_hash, :since)"
                   " on conflict (person) do update set key_hash = excluded.key_hash,"
                   " since = excluded.since")
            .in("person", whose.value)
            .in("key_hash", hash)
            .in("since", since)
            .run();
    });
    return key;
}

void own_notices::drop_calendar_key(engine::person_id whose)
{
    sql_->write([&](::soci::session& sql) {
        query(sql, "delete from calendar_key where person = :person")
            .in("person", whose.value)
            .run();
    });
}

std::optional<engine::instant> own_notices::calendar_key_since(engine::person_id whose)
{
    return sql_->read([&](::soci::session& sql) -> std::optional<engine::instant> {
        std::string since;
        query find(sql, "select since from calendar_key where person = :person");
        if (!find.in("person", whose.value).out(since).one())
            return {};
        return instant_of(since);
    });
}

std::optional<engine::person_id> own_notices::owner_of_calendar(std::string const& key)
{
    auto const hash = engine::sha256(key);
    return sql_->read([&](::soci::session& sql) -> std::optional<engine::person_id> {
        engine::person_id whose;
        query find(sql, "select k.person from calendar_key k join person p on p.id = k.person"
                        " where k.key_hash = :key_hash and p.may_sign_in = 1");
        if (!find.in("key_hash", hash).out(whose.value).one())
            return {};
        return whose;
    });
}

} // namespace adapters::soci
