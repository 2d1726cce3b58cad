#include "adapters/soci/outbox.hpp"

#include "adapters/faults/trigger_point.hpp"
#include "adapters/notices/encoding.hpp"
#include "adapters/soci/dialect.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/shared_session.hpp"
#include "adapters/soci/telling.hpp"

#include <algorithm>
#include <array>
#include <boost/locale/encoding_utf.hpp>
#include <limits>

namespace adapters::soci {
namespace {

/// What servers say of a failure may be long.
constexpr std::size_t longest_fault = 300;

constexpr char const* due_letters_sql =
    "select d.id, d.tries, c.id, c.number, c.title, c.level,"
    " case when coalesce(w.wants_mail, 0) = 1 then w.address else '' end,"
    " n.id, n.chapter, n.kind, n.due"
    " from delivery d join notice n on n.id = d.notice join case_file c on c.id = d.case_id"
    " left join notice_address w on w.person = n.person"
    " where d.way = 'mail' and d.state = 'waiting' and d.due_at <= :now"
    " order by d.due_at, d.id limit :most";

constexpr char const* due_events_sql =
    "select d.id, d.tries, c.id, c.number, c.title, c.level,"
    " a.seq, a.act_id, a.kind, a.hash, a.entered_at"
    " from delivery d join case_file c on c.id = d.case_id"
    " join act a on a.case_id = d.case_id and a.seq = d.seq"
    " where d.way = 'webhook' and d.state = 'waiting' and d.due_at <= :now"
    " order by d.due_at, d.id limit :most";

constexpr char const* dead_letters_sql =
    "select d.id, d.way, coalesce(p.name, ''), d.tries, d.fault, d.created_at, d.changed_at"
    " from delivery d left join notice n on n.id = d.notice left join person p on p.id = n.person"
    " where d.state = 'dead' and d.id < :before order by d.id desc limit :most";

// The oldest come first, and what is taken in is taken in their order: no index is needed, and none
// is kept up for every act.
constexpr char const* old_announcements_sql =
    "select o.id from (select id, sent_at from outbox order by id limit :most) as o"
    " where o.sent_at <> '' and o.sent_at < :before";

constexpr char const* old_deliveries_sql =
    "select id from delivery where state in ('sent', 'dropped') and changed_at < :before"
    " order by changed_at limit :most";

constexpr char const* is_through = " and not exists (select 1 from delivery d where d.notice = n.id"
                                   " and d.state in ('waiting', 'dead'))";

std::string const read_notices_sql =
    std::string("select n.id from notice n where n.read_at <> '' and n.read_at < :before") +
    is_through + " order by n.read_at limit :most";

std::string const old_notices_sql = std::string("select n.id from notice n where n.at < :before") +
                                    is_through + " order by n.at limit :most";

bool is_announced(::soci::session& sql)
{
    long long waits = 0;
    query(sql, "select count(*) from (select 1 from outbox where sent_at = '' limit 1) as one")
        .out(waits)
        .one();
    return waits > 0;
}

/// Those on which no other process works; nobody else gets them before the transaction ends.
std::vector<announcement> waiting_announcements(::soci::session& sql, long long most)
{
    announcement one;
    std::vector<announcement> found;
    query list(sql, std::string("select id, kind, body from outbox where sent_at = ''"
                                " order by id limit :most") +
                        dialect_of(sql).passing_locked);
    list.in("most", most).out(one.id).out(one.kind).out(one.body);
    list.each([&] { found.push_back(one); });
    return found;
}

/// Reads what is due: an id, the failures, the case, and what else the statement selects.
template <class Due>
class list_of_due {
public:
    list_of_due(::soci::session& sql, char const* text, std::string const& now,
                long long const& most)
        : list_(sql, text)
    {
        auto& about = one_.about;
        list_.in("now", now).in("most", most).out(one_.id).out(one_.failures);
        list_.out(about.on.value).out(about.number).out(about.title).out(level_);
    }
    Due& row() { return one_; }
    query& statement() { return list_; }

    /// `completed` fills in what is not in the row as it stands in the table.
    template <class F>
    std::vector<Due> gather(F&& completed)
    {
        std::vector<Due> found;
        list_.each([&] {
            one_.about.level = level_of(level_);
            completed();
            found.push_back(one_);
        });
        return found;
    }

private:
    Due one_;
    long long level_ = 0;
    query list_;
};

/// The rows of one table that a sweep takes away.
struct taken_away {
    char const* remove;
    std::vector<long long> ids;
};

std::vector<long long> ids_before(::soci::session& sql, std::string const& select,
                                  std::string const& before, long long most)
{
    long long id = 0;
    std::vector<long long> found;
    query list(sql, select);
    list.in("before", before).in("most", most).out(id);
    list.each([&] { found.push_back(id); });
    return found;
}

long long remove(::soci::session& sql, taken_away const& what)
{
    long long id = 0;
    long long rows = 0;
    kept_query one(sql, what.remove);
    one.in("id", id);
    for (auto const each : what.ids) {
        id = each;
        rows += one.run();
    }
    return rows;
}

/// The instant so many days before another, as the record writes it.
std::string days_before(engine::instant now, long long days)
{
    return engine::to_text(now - std::chrono::days(days));
}

/// What another server said, without the bytes that are no text: PostgreSQL keeps none.
std::string legible(std::string_view said)
{
    auto text = boost::locale::conv::utf_to_utf<char>(said.data(), said.data() + said.size());
    std::erase(text, '\0');
    return text;
}

long long count_of(::soci::session& sql, std::string const& state)
{
    long long rows = 0;
    query(sql, "select count(*) from delivery where state = :state")
        .in("state", state)
        .out(rows)
        .one();
    return rows;
}

} // namespace

outbox::outbox(database& at, engine::rights const& entitled)
    : sql_(std::make_unique<shared_session>(at, turn::none)), entitled_(entitled)
{}
outbox::~outbox() = default;

long long outbox::take_in(engine::instant now, ways_out open, long long most)
{
    // looked up first: most of the time nothing waits, and a write may take the clerk's turn
    if (!sql_->read([](::soci::session& sql) { return is_announced(sql); }))
        return 0;
    auto const taken = sql_->write([&](::soci::session& sql) {
        auto const waiting = waiting_announcements(sql, most);
        tell(sql, waiting, now, open, entitled_);
        faults::reached("outbox.before_commit");
        return static_cast<long long>(waiting.size());
    });
    faults::reached("outbox.after_commit");
    return taken;
}

std::vector<due_letter> outbox::due_letters(engine::instant now, long long most)
{
    auto const at = engine::to_text(now);
    return sql_->read([&](::soci::session& sql) {
        list_of_due<due_letter> list(sql, due_letters_sql, at, most);
        auto& about = list.row().about;
        std::string due;
        list.statement().out(list.row().address).out(about.notice);
        list.statement().out(about.chapter).out(about.kind).out(due);
        return list.gather(
            [&] { about.due = due == task_row::never_due ? std::nullopt : optional_day_of(due); });
    });
}

std::vector<due_event> outbox::due_events(engine::instant now, long long most)
{
    auto const at = engine::to_text(now);
    return sql_->read([&](::soci::session& sql) {
        list_of_due<due_event> list(sql, due_events_sql, at, most);
        auto& about = list.row().about;
        std::string entered_at;
        list.statement().out(about.seq).out(about.act_id).out(about.kind).out(about.hash);
        list.statement().out(entered_at);
        return list.gather([&] { about.entered_at = instant_of(entered_at); });
    });
}

bool outbox::take(long long id, engine::instant now)
{
    auto const at = engine::to_text(now);
    auto const until = engine::to_text(now + taken_for);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "update delivery set due_at = :until where id = :id"
                          " and state = 'waiting' and due_at <= :at")
                   .in("until", until)
                   .in("id", id)
                   .in("at", at)
                   .run() > 0;
    });
}

void outbox::give_back(long long id, engine::instant now)
{
    auto const at = engine::to_text(now);
    sql_->write([&](::soci::session& sql) {
        query(sql, "update delivery set due_at = :at where id = :id and state = 'waiting'")
            .in("at", at)
            .in("id", id)
            .run();
    });
}

bool outbox::end(long long id, std::string const& from, std::string const& to, engine::instant now)
{
    auto const at = engine::to_text(now);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "update delivery set state = :after, changed_at = :at"
                          " where id = :id and state = :before")
                   .in("after", to)
                   .in("at", at)
                   .in("id", id)
                   .in("before", from)
                   .run() > 0;
    });
}

void outbox::note_sent(long long id, engine::instant now)
{
    faults::reached("deliveries.before_mark");
    end(id, "waiting", "sent", now);
    faults::reached("deliveries.after_mark");
}

void outbox::let_go(long long id, engine::instant now)
{
    end(id, "waiting", "dropped", now);
}

bool outbox::drop(long long id, engine::instant now)
{
    return end(id, "dead", "dropped", now);
}

void outbox::note_failure(long long id, std::string const& fault,
                          std::optional<engine::instant> again_at, engine::instant now)
{
    std::string const state = again_at ? "waiting" : "dead";
    auto const at = engine::to_text(now);
    auto const due_at = engine::to_text(again_at.value_or(now));
    auto const said = legible(fault);
    std::string const words(notices::whole_characters(said, longest_fault));
    sql_->write([&](::soci::session& sql) {
        query(sql, "update delivery set tries = tries + 1, fault = :fault, state = :state,"
                   " due_at = :due_at, changed_at = :at where id = :id and state = 'waiting'")
            .in("fault", words)
            .in("state", state)
            .in("due_at", due_at)
            .in("at", at)
            .in("id", id)
            .run();
    });
}

page<dead_letter> outbox::dead_letters(std::optional<long long> before, long long limit)
{
    auto const below = before.value_or(std::numeric_limits<long long>::max());
    auto const most = limit + 1; // one more tells whether there is a next page
    return sql_->read([&](::soci::session& sql) {
        dead_letter one;
        std::string created_at;
        std::string failed_at;
        page<dead_letter> found;
        query list(sql, dead_letters_sql);
        list.in("before", below).in("most", most);
        list.out(one.id).out(one.way).out(one.name).out(one.failures).out(one.fault);
        list.out(created_at).out(failed_at);
        list.each([&] {
            one.created_at = instant_of(created_at);
            one.failed_at = instant_of(failed_at);
            found.rows.push_back(one);
        });
        if (static_cast<long long>(found.rows.size()) > limit) {
            found.rows.pop_back();
            found.next = found.rows.back().id;
        }
        return found;
    });
}

bool outbox::try_again(long long id, engine::instant now)
{
    auto const at = engine::to_text(now);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "update delivery set state = 'waiting', tries = 0, due_at = :at,"
                          " changed_at = :at where id = :id and state = 'dead'")
                   .in("at", at)
                   .in("id", id)
                   .run() > 0;
    });
}

outbox_counts outbox::counts()
{
    return sql_->read([](::soci::session& sql) {
        return outbox_counts{count_of(sql, "waiting"), count_of(sql, "dead")};
    });
}

swept outbox::sweep(engine::instant now, kept_days const& keep, long long most)
{
    auto const over = days_before(now, std::min(keep.deliveries, keep.everything));
    auto const read = days_before(now, std::min(keep.read_notices, keep.everything));
    auto const old = days_before(now, keep.everything);
    // looked up first: most of the time nothing is over, and a write takes the clerk's turn
    auto const found = sql_->read([&](::soci::session& sql) {
        return std::array{
            taken_away{"delete from delivery where id = :id",
                       ids_before(sql, old_deliveries_sql, over, most)},
            taken_away{"delete from outbox where id = :id",
                       ids_before(sql, old_announcements_sql, over, most)},
            taken_away{"delete from notice where id = :id",
                       ids_before(sql, read_notices_sql, read, most)},
            taken_away{"delete from notice where id = :id",
                       ids_before(sql, old_notices_sql, old, most)},
        };
    });
    auto const is_empty = [](taken_away const& one) { return one.ids.empty(); };
    if (std::all_of(found.begin(), found.end(), is_empty))
        return {};
    return sql_->write([&](::soci::session& sql) {
        swept done;
        if (!may_do(sql, chore::sweep))
            return done; // another process is at it
        for (auto const& one : found) {
            done.rows += remove(sql, one);
            done.is_done = done.is_done && static_cast<long long>(one.ids.size()) < most;
        }
        return done;
    });
}

} // namespace adapters::soci
