#include "adapters/soci/soci_record.hpp"

#include "adapters/soci/account_lookups.hpp"
#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/catalogue_rows.hpp"
#include "adapters/soci/derived_rows.hpp"
#include "adapters/soci/document_rows.hpp"
#include "adapters/soci/numbering_rules.hpp"

#include <boost/json.hpp>
#include <iomanip>
#include <sstream>

namespace adapters::soci {
namespace {

std::string const find_case_sql =
    std::string("select ") + case_row::columns + " from case_file c where c.id = :id";

std::string const find_act_sql =
    std::string("select ") + act_row::columns + " from act where act_id = :act_id";

// A unit that no organ has counts as an organ of its own.
constexpr char const* standing_for_sql =
    "select c.id from case_file c left join unit u on u.code = c.unit"
    " left join unit own on own.code = :unit"
    " where c.stands_for = :what and c.stands_for <> ''"
    " and c.family = :family"
    " and (c.unit = :unit or u.organ = own.organ) order by c.id limit 1";

std::string const acts_of_sql =
    std::string("select ") + act_row::columns + " from act where case_id = :id order by seq";

constexpr char const* holds_document_sql = "select count(*) from document where hash = :hash";

constexpr char const* organ_of_sql = "select organ from unit where code = :unit";

constexpr char const* count_on_sql =
    "insert into counter (name, reached) values (:name, 1)"
    " on conflict (name) do update set reached = counter.reached + 1 returning reached";

constexpr char const* open_sql =
    "insert into case_file (id, number, shape, place, opened_at, opened_in, title, unit, matter,"
    " phase, closed, version, last_hash, stages, changed_at, level, family)"
    " values (:id, :number, :shape, :place, :opened_at, :opened_in, '', '', '', '', 0, 0,"
    " :last_hash, '{}', :opened_at, 1, :family)";

constexpr char const* append_sql =
    "insert into act (case_id, seq, act_id, kind, body, by_person, by_name, by_role, by_unit,"
    " by_on_behalf_of, by_represents, entered_at, counts_on, origin, previous_hash, hash)"
    " values (:case_id, :seq, :act_id, :kind, :body, :by_person, :by_name, :by_role, :by_unit,"
    " :by_on_behalf_of, :by_represents, :entered_at, :counts_on, :origin, :previous_hash,"
    " :hash)";

// The series of the unit in which acts of this kind are numbered on that day: few are in any, and
// an empty mark ends one. An act that brings the number of its paper or file itself is given none
// beside it.
constexpr char const* series_sql =
    "select u.organ, n.mark from numbering n join unit u on u.code = n.unit"
    " where n.unit = :unit and n.kind = :kind and n.from_day <= :day"
    " order by n.from_day desc limit 1";

// The primary key is the last line of defence against doubles.
constexpr char const* number_sql =
    "insert into document_number (organ, mark, year, number, case_id, seq)"
    " select cast(:organ as text), cast(:mark as text), cast(:year as bigint),"
    " coalesce(max(number), 0) + 1, cast(:case_id as bigint), cast(:seq as bigint)"
    " from document_number where organ = :organ and mark = :mark and year = :year";

constexpr char const* announce_sql = "insert into outbox (kind, body, created_at, sent_at)"
                                     " values ('admitted', :body, :created_at, '')";

boost::json::array told_in(std::vector<engine::news> const& all)
{
    boost::json::array told;
    for (auto const& one : all)
        told.push_back(boost::json::object{
            {"chapter", one.chapter},
            {"kind", one.kind},
            {"role", one.to.role},
            {"unit", one.to.unit},
            {"person", one.to.person.value},
            {"due", one.due ? engine::to_text(*one.due) : std::string(task_row::never_due)}});
    return told;
}

std::string announcement_of(engine::act const& what, engine::consequences const& then)
{
    boost::json::array tasks;
    for (auto const& one : then.tasks_opened) {
        boost::json::object task{
            {"chapter", one.chapter}, {"kind", one.kind}, {"role", one.role}, {"unit", one.unit}};
        if (one.person.value != 0)
            task["person"] = one.person.value;
        if (one.opens_on)
            task["opens_on"] = engine::to_text(*one.opens_on);
        tasks.push_back(std::move(task));
    }
    boost::json::object made{{"case", what.on.value},
                             {"seq", what.seq},
                             {"kind", what.kind},
                             {"tasks_opened", std::move(tasks)}};
    if (!then.told.empty())
        made["told"] = told_in(then.told);
    return boost::json::serialize(made);
}

} // namespace

struct soci_record::statements {
    explicit statements(::soci::session& at)
        : session(at), derived(at), catalogues(at), documents(at), accounts(at),
          find_case(at, find_case_sql), acts_of(at, acts_of_sql), find_act(at, find_act_sql),
          holds_document(at, holds_document_sql), count_on(at, count_on_sql), open(at, open_sql),
          append(at, append_sql), find_series(at, series_sql), give_number(at, number_sql),
          announce(at, announce_sql)
    {
        head.out_of(find_case.in("id", case_id));
        found.out_of(acts_of.in("id", case_id));
        found.out_of(find_act.in("act_id", act_id));
        holds_document.in("hash", hash).out(number);
        count_on.in("name", counter).out(number);
        open.in("id", head.id).in("number", head.number).in("shape", head.shape);
        open.in("place", head.place).in("opened_at", head.opened_at).in("opened_in", opened_in);
        open.in("family", family);
        open.in("last_hash", head.last_hash);
        fresh.into(append);
        find_series.in("unit", fresh.by_unit).in("kind", fresh.kind).in("day", fresh.counts_on);
        find_series.out(organ).out(mark);
        give_number.in("organ", organ).in("mark", mark).in("year", year);
        give_number.in("case_id", fresh.case_id).in("seq", fresh.seq);
        announce.in("body", message).in("created_at", fresh.entered_at);
    }

    ::soci::session& session;
    derived_rows derived;
    catalogue_rows catalogues;
    document_rows documents;
    account_rows accounts;

    long long case_id = 0;
    case_row head;
    std::string act_id;
    act_row found;
    std::string hash;
    long long number = 0;
    std::string counter;
    long long opened_in = 0;
    std::string family;
    act_row fresh;
    std::string organ, mark;
    long long year = 0;
    std::string message;

    kept_query find_case, acts_of, find_act, holds_document, count_on, open, append, find_series,
        give_number, announce;
};

soci_record::soci_record(::soci::session& sql) : sql_(std::make_unique<statements>(sql)) {}
soci_record::~soci_record() = default;

std::vector<engine::actor> soci_record::seats_of(engine::person_id who, engine::day on)
{
    std::vector<engine::actor> found;
    auto const person = person_by_id(sql_->session, who);
    if (!person || !person->may_sign_in)
        return found;
    for (auto const& one : appointments_held(sql_->session, who, on))
        found.push_back(acting(*person, one));
    return found;
}

bool soci_record::is_held(std::string const& role, std::string const& unit, engine::day on)
{
    long long held = 0;
    std::string const held_on = text_of(on);
    query(sql_->session, std::string("select count(*) from appointment a"
                                     " join person p on p.id = a.person"
                                     " where a.role = :role and a.unit = :unit"
                                     " and p.may_sign_in <> 0 and") +
                             holds_on_sql)
        .in("role", role)
        .in("unit", unit)
        .in("day", held_on)
        .out(held)
        .one();
    return held > 0;
}

std::optional<engine::case_head> soci_record::find_case(engine::case_id id)
{
    sql_->case_id = id.value;
    if (!sql_->find_case.one())
        return {};
    return sql_->head.to_head();
}

std::vector<engine::act> soci_record::acts_of(engine::case_id id)
{
    std::vector<engine::act> acts;
    sql_->case_id = id.value;
    sql_->acts_of.each([&] { acts.push_back(sql_->found.to_act()); });
    return acts;
}

std::optional<engine::act> soci_record::find_act(std::string const& act_id)
{
    sql_->act_id = act_id;
    if (!sql_->find_act.one())
        return {};
    return sql_->found.to_act();
}

bool soci_record::holds_document(std::string const& hash)
{
    sql_->hash = hash;
    sql_->holds_document.one();
    return sql_->number > 0;
}

std::string soci_record::organ_of(std::string const& unit)
{
    std::string organ;
    query(sql_->session, organ_of_sql).in("unit", unit).out(organ).one();
    return organ;
}

long long soci_record::count_received(engine::case_id on, std::string_view purpose)
{
    long long papers = 0;
    std::string const asked(purpose);
    query(sql_->session, "select count(*) from comment where case_id = :case_id"
                         " and purpose = :purpose")
        .in("case_id", on.value)
        .in("purpose", asked)
        .out(papers)
        .one();
    return papers;
}

bool soci_record::is_number_given(engine::case_id on, std::string_view number)
{
    return soci::is_number_given(sql_->session, on, std::string(number));
}

std::optional<engine::confidentiality> soci_record::level_of_document(engine::case_id on,
                                                                      std::string const& hash)
{
    long long level = 0;
    query find(sql_->session,
               "select level from document_level where case_id = :on and hash = :hash");
    if (!find.in("on", on.value).in("hash", hash).out(level).one())
        return {};
    return level_of(level);
}

long long soci_record::count_on(std::string const& counter)
{
    sql_->counter = counter;
    sql_->count_on.one();
    return sql_->number;
}

std::optional<engine::case_id> soci_record::case_of_shape(std::string const& shape)
{
    engine::case_id found;
    query find(sql_->session, "select id from case_file where shape = :shape order by id limit 1");
    if (!find.in("shape", shape).out(found.value).one())
        return {};
    return found;
}

std::optional<engine::case_id> soci_record::case_standing_for(std::string const& what,
                                                              std::string const& family,
                                                              std::string const& unit)
{
    engine::case_id found;
    query find(sql_->session, standing_for_sql);
    if (!find.in("what", what).in("family", family).in("unit", unit).out(found.value).one())
        return {};
    return found;
}

engine::case_id soci_record::next_case_id()
{
    return {count_on("case")};
}

std::string soci_record::next_number(std::string const& prefix, int year)
{
    auto const series = prefix + std::to_string(year);
    std::ostringstream number;
    number << series << '-' << std::setw(4) << std::setfill('0') << count_on("number " + series);
    return number.str();
}

void soci_record::open(engine::case_line const& line, std::string const& hash)
{
    sql_->head = {.id = line.id.value,
                  .number = line.number,
                  .shape = line.shape,
                  .place = line.place,
                  .opened_at = engine::to_text(line.opened_at),
                  .last_hash = hash};
    sql_->opened_in = engine::year_of(engine::legal_day(line.opened_at));
    sql_->family = engine::family_of(line.shape);
    sql_->open.send();
}

void soci_record::append(engine::act const& what, engine::consequences const& then)
{
    // What is asked comes first: a question waits for all that was told before it.
    sql_->fresh.fill(what);
    auto const is_numbered = sql_->find_series.one() && !sql_->mark.empty() &&
                             !what.body.contains("document_number") &&
                             !what.body.contains("archive_number");
    sql_->derived.rewrite_case(what, then.summary, then.stages);
    sql_->append.send();
    if (is_numbered) {
        sql_->year = engine::year_of(what.counts_on());
        sql_->give_number.send();
    }
    if (then.before.known_to != then.summary.known_to ||
        then.before.concerned != then.summary.concerned || then.before.unit != then.summary.unit)
        sql_->derived.note_parts(what.on, then.summary);
    for (auto const& one : then.tasks_closed)
        sql_->derived.close_task(what.on, one);
    for (auto const& one : then.tasks_opened)
        sql_->derived.open_task(what.on, {one, what.seq, what.entered_at});
    for (auto const& one : then.tasks_changed)
        sql_->derived.change_task(what.on, one);
    for (auto const& one : then.figures)
        sql_->derived.count(one);
    sql_->derived.note_documents(what);
    sql_->derived.note_publication(what);
    sql_->catalogues.note_mentions(what);
    sql_->derived.note_registers(what);
    sql_->documents.note(what);
    for (auto const& one : then.passages)
        sql_->derived.note_words(what.on, what.seq, one);
    if (then.summary.level == engine::confidentiality::administration) {
        // Where units move, sums are written anew from the rows: what waits goes before it.
        sql_->derived.write_sums();
        sql_->accounts.follow(what);
    }
    sql_->message = announcement_of(what, then);
    sql_->announce.send();
}

void soci_record::finish()
{
    sql_->derived.write_sums();
    sql_->derived.index_words();
}

} // namespace adapters::soci
