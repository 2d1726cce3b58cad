#include "adapters/soci/derived_rows.hpp"

#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/matter_list.hpp"
#include "engine/part.hpp"
#include "workflows/adviser_file/participation.hpp"
#include "workflows/legal_matter/register_line.hpp"
#include "workflows/public_matters.hpp"

namespace adapters::soci {
namespace {

constexpr char const* read_listing_sql = "select number, version, title, matter, stands_for, unit, "
                                         "shape, phase, closed, opened_in, level, organ,"
                                         " coalesce((select u.organ from unit u"
                                         " where u.code = :new_unit), '')"
                                         " from case_file where id = :id";

// Two statements: most acts leave the list as it was, and no index holds what they move.
constexpr char const* move_case_sql =
    "update case_file set version = :version, last_hash = :last_hash, stages = :stages,"
    " changed_at = :changed_at where id = :id";
constexpr char const* relist_case_sql =
    "update case_file set title = :title, unit = :unit, matter = :matter, phase = :phase,"
    " closed = :closed, level = :level, stands_for = :stands_for, organ = :organ where id = :id";

// Tasks and notices are listed by what their case is, and have it beside what is their own.
constexpr char const* move_tasks_sql =
    "update task set sponsor = :sponsor, matter = :matter where case_id = :id";
constexpr char const* move_notices_sql =
    "update public_notice set unit = :unit where case_id = :id";

constexpr char const* open_task_sql =
    "insert into task (case_id, chapter, kind, role, unit, opens_on, limit_name, due,"
    " in_working_days, stopped, person, leads, since, received_at, sponsor, matter)"
    " values (:case_id, :chapter, :kind, :role, :unit, :opens_on, :limit_name, :due,"
    " :in_working_days, :stopped, :person, :leads, :since, :received_at,"
    " (select c.unit from case_file c where c.id = :case_id),"
    " (select c.matter from case_file c where c.id = :case_id))";

std::string const change_task_sql =
    std::string("update task as t set opens_on = :opens_on, limit_name = :limit_name, due = :due,"
                " in_working_days = :in_working_days, stopped = :stopped, leads = :leads where ") +
    task_row::is_same;

std::string const read_task_sql =
    std::string("select t.due, t.in_working_days, t.stopped, t.leads, c.unit, c.level from task t"
                " join case_file c on c.id = t.case_id where ") +
    task_row::is_same;

std::string const close_task_sql = std::string("delete from task as t where ") + task_row::is_same +
                                   " returning due, in_working_days, stopped, leads";

constexpr char const* add_figure_sql = "insert into figure (case_id, seq, indicator, year, value)"
                                       " values (:case_id, :seq, :indicator, :year, :value)";

// Selected from document: an object that only looks like a document names none.
constexpr char const* add_use_sql =
    "insert into document_use (hash, case_id, seq)"
    " select hash, cast(:case_id as bigint), cast(:seq as bigint) from document"
    " where hash = :hash on conflict do nothing";

constexpr char const* set_level_sql =
    "insert into document_level (case_id, hash, level)"
    " select cast(:case_id as bigint), hash, cast(:level as bigint) from document"
    " where hash = :hash on conflict (case_id, hash) do update set level = excluded.level";

constexpr char const* add_passage_sql = "insert into passage (case_id, seq, path, words)"
                                        " values (:case_id, :seq, :path, :words)";

constexpr char const* add_notice_sql =
    "insert into public_notice (case_id, seq, kind, from_day, until_day, unit)"
    " values (:case_id, :seq, :kind, :from_day, :until_day,"
    " (select c.unit from case_file c where c.id = :case_id))";

constexpr char const* drop_parts_sql = "delete from case_part where case_id = :case_id";
constexpr char const* add_part_sql =
    "insert into case_part (case_id, part) values (:case_id, :part)";

// A unit of another organ than the case's.
constexpr char const* add_foreign_unit_sql =
    "insert into case_part (case_id, part)"
    " select cast(:case_id as bigint), cast(:part as text) from unit u"
    " where u.code = :unit and u.organ <> :organ on conflict do nothing";

constexpr char const* add_matter_sql =
    "insert into legal_matter (case_id, received_on, received_in, counterparty, basis,"
    " amount_state, amount, unit, kind, closed) values (:case_id, :received_on, :received_in,"
    " :counterparty, :basis, :amount_state, :amount,"
    " (select c.unit from case_file c where c.id = :case_id),"
    " (select c.matter from case_file c where c.id = :case_id),"
    " (select c.closed from case_file c where c.id = :case_id))";

// The register is narrowed by them, and its indexes have them beside what is its own.
constexpr char const* move_matter_sql =
    "update legal_matter set unit = :unit, kind = :kind, closed = :closed where case_id = :id";

constexpr char const* change_amount_sql =
    "update legal_matter set basis = :basis, amount_state = :amount_state, amount = :amount"
    " where case_id = :case_id";

constexpr char const* add_adviser_sql =
    "insert into adviser_part (case_id, seq, adviser, part, year, new_case)"
    " values (:case_id, :seq, :adviser, :part, :year,"
    " (select case when count(*) = 0 then 1 else 0 end from adviser_part p"
    " where p.adviser = :adviser and p.year = :year and p.case_id = :case_id))";

} // namespace

derived_rows::derived_rows(::soci::session& sql)
    : sums_(sql), words_(sql), read_listing_(sql, read_listing_sql), move_case_(sql, move_case_sql),
      relist_case_(sql, relist_case_sql), move_tasks_(sql, move_tasks_sql),
      move_notices_(sql, move_notices_sql), open_task_(sql, open_task_sql),
      read_task_(sql, read_task_sql), change_task_(sql, change_task_sql),
      close_task_(sql, close_task_sql), add_figure_(sql, add_figure_sql),
      add_use_(sql, add_use_sql), set_level_(sql, set_level_sql),
      add_passage_(sql, add_passage_sql), add_notice_(sql, add_notice_sql),
      drop_parts_(sql, drop_parts_sql), add_part_(sql, add_part_sql),
      add_foreign_unit_(sql, add_foreign_unit_sql), add_matter_(sql, add_matter_sql),
      move_matter_(sql, move_matter_sql), change_amount_(sql, change_amount_sql),
      add_adviser_(sql, add_adviser_sql)
{
    read_listing_.in("new_unit", new_unit_);
    read_listing_.in("id", case_id_).out(before_.number).out(before_.version);
    read_listing_.out(before_.title)
        .out(before_.matter)
        .out(before_.stands_for)
        .out(before_.counted.unit);
    read_listing_.out(before_.counted.shape).out(before_.counted.phase);
    read_listing_.out(before_.counted.closed).out(before_.counted.opened_in);
    read_listing_.out(before_.counted.level).out(before_.organ).out(new_organ_);
    move_case_.in("version", version_).in("last_hash", last_hash_).in("stages", stages_);
    move_case_.in("changed_at", changed_at_).in("id", case_id_);
    relist_case_.in("title", now_.title).in("unit", now_.counted.unit).in("matter", now_.matter);
    relist_case_.in("phase", now_.counted.phase).in("closed", now_.counted.closed);
    relist_case_.in("level", now_.counted.level).in("stands_for", now_.stands_for);
    relist_case_.in("organ", now_.organ).in("id", case_id_);
    move_tasks_.in("sponsor", now_.counted.unit).in("matter", now_.matter).in("id", case_id_);
    move_notices_.in("unit", now_.counted.unit).in("id", case_id_);
    task_.into(open_task_.in("case_id", task_of_));
    open_task_.in("since", since_).in("received_at", received_at_);
    task_.into(change_task_.in("case_id", task_of_));
    was_.key_into(read_task_.in("case_id", task_of_));
    was_.key_into(close_task_.in("case_id", task_of_));
    for (auto* one : {&read_task_, &close_task_})
        one->out(was_.due).out(was_.in_working_days).out(was_.stopped).out(was_.leads);
    read_task_.out(moved_.unit).out(moved_.level);
    add_figure_.in("case_id", figure_.case_id).in("seq", figure_.seq);
    add_figure_.in("indicator", figure_.indicator).in("year", figure_.year);
    add_figure_.in("value", figure_.value);
    add_notice_.in("case_id", used_on_).in("seq", used_by_).in("kind", kind_);
    add_notice_.in("from_day", from_day_).in("until_day", until_day_);
    drop_parts_.in("case_id", used_on_);
    add_part_.in("case_id", used_on_).in("part", part_);
    add_foreign_unit_.in("case_id", used_on_).in("part", part_).in("unit", foreign_unit_);
    add_foreign_unit_.in("organ", now_.organ);
    add_matter_.in("case_id", used_on_).in("received_on", matter_.received_on);
    add_matter_.in("received_in", matter_.received_in).in("counterparty", matter_.counterparty);
    for (auto* one : {&add_matter_, &change_amount_}) {
        one->in("basis", matter_.basis).in("amount_state", matter_.amount_state);
        one->in("amount", matter_.amount);
    }
    change_amount_.in("case_id", used_on_);
    move_matter_.in("unit", now_.counted.unit).in("kind", now_.matter);
    move_matter_.in("closed", now_.counted.closed).in("id", case_id_);
    add_adviser_.in("case_id", used_on_).in("seq", used_by_).in("adviser", advised_.adviser);
    add_adviser_.in("part", advised_.part).in("year", advised_.year);
    add_use_.in("case_id", used_on_).in("seq", used_by_).in("hash", hash_);
    set_level_.in("case_id", used_on_).in("hash", hash_).in("level", document_level_);
    add_passage_.in("case_id", used_on_).in("seq", used_by_);
    add_passage_.in("path", passage_.path).in("words", passage_.words);
}

void derived_rows::rewrite_case(engine::act const& last, engine::case_summary const& summary,
                                std::vector<engine::chapter_stage> const& stages)
{
    case_id_ = last.on.value;
    new_unit_ = summary.unit;
    read_listing_.one();
    now_ = before_;
    now_.organ = new_organ_;
    now_.title = summary.title;
    now_.matter = summary.matter;
    now_.stands_for = summary.stands_for;
    now_.counted.unit = summary.unit;
    now_.counted.phase = summary.phase;
    now_.counted.closed = summary.closed;
    now_.counted.level = number_of(summary.level);
    version_ = last.seq;
    last_hash_ = last.hash;
    stages_ = text_of(stages);
    changed_at_ = engine::to_text(last.entered_at);
    if (before_.version == 0 || now_ != before_)
        relist(last.on);
    move_case_.send();
}

void derived_rows::relist(engine::case_id which)
{
    auto const is_new = before_.version == 0;
    auto const& was = before_.counted;
    auto const& is = now_.counted;
    auto const moves_tasks = !is_new && (was.unit != is.unit || was.level != is.level);
    if (moves_tasks)
        sums_.take_tasks(which);
    relist_case_.send();
    if (!is_new && (was.unit != is.unit || before_.matter != now_.matter)) {
        move_tasks_.send();
        move_notices_.send();
    }
    if (moves_tasks)
        sums_.add_tasks(which);
    if (!is_new && engine::family_of(is.shape) == "legal_matter")
        move_matter_.send();
    if (!is_new && summed_by(before_) != summed_by(now_))
        sums_.move_figures(which, summed_by(before_), summed_by(now_));
    if (!is_new && was != is)
        sums_.take_case(was);
    if (is_new || was != is)
        sums_.add_case(is);
    if (!is_new && before_.title != now_.title && engine::family_of(is.shape) != "legal_matter")
        words_.retitle(case_id_, now_.number, before_.title, now_.title);
}

void derived_rows::open_task(engine::case_id on, engine::waiting_task const& what)
{
    task_of_ = on.value;
    task_.fill(what.what);
    since_ = what.since;
    received_at_ = engine::to_text(what.received_at);
    open_task_.send();
    sums_.add_task(task_, now_.counted);
}

void derived_rows::close_task(engine::case_id on, engine::task const& what)
{
    task_of_ = on.value;
    was_.fill(what);
    close_task_.each([&] { sums_.take_task(was_, now_.counted); });
}

void derived_rows::change_task(engine::case_id on, engine::task const& what)
{
    task_of_ = on.value;
    task_.fill(what);
    was_.fill(what);
    read_task_.each([&] {
        sums_.take_task(was_, moved_);
        sums_.add_task(task_, moved_);
    });
    change_task_.send();
}

figures_by derived_rows::summed_by(listing const& one)
{
    return {one.organ, std::string(engine::family_of(one.counted.shape)), one.counted.level};
}

void derived_rows::count(engine::figure const& one)
{
    figure_ = {one.on.value, one.seq, one.year, one.value, one.indicator};
    add_figure_.send();
    sums_.add_figure(one, summed_by(now_));
}

void derived_rows::note_documents(engine::act const& by)
{
    used_on_ = by.on.value;
    used_by_ = by.seq;
    for (auto& hash : documents_named_in(by.body)) {
        hash_ = std::move(hash);
        add_use_.send();
    }
    document_levels said;
    note_levels(by.body, said);
    for (auto const& [hash, level] : said) {
        hash_ = hash;
        document_level_ = number_of(level);
        set_level_.send();
    }
}

void derived_rows::note_words(engine::case_id on, long long seq, engine::passage const& what)
{
    used_on_ = on.value;
    used_by_ = seq;
    passage_ = what;
    add_passage_.send();
}

void derived_rows::note_parts(engine::case_id on, engine::case_summary const& summary)
{
    used_on_ = on.value;
    drop_parts_.send();
    for (auto const& one : summary.known_to) {
        part_ = one;
        add_part_.send();
    }
    for (auto const& unit : summary.concerned) {
        part_ = engine::part_of_unit(unit);
        foreign_unit_ = unit;
        add_foreign_unit_.send();
    }
}

void derived_rows::write_sums()
{
    sums_.write();
}

void derived_rows::index_words()
{
    words_.catch_up();
}

void derived_rows::note_publication(engine::act const& by)
{
    auto const notice = workflows::public_notice_of(by);
    if (!notice)
        return;
    used_on_ = by.on.value;
    used_by_ = by.seq;
    kind_ = notice->kind;
    from_day_ = engine::to_text(notice->from);
    until_day_ = engine::to_text(notice->until);
    add_notice_.send();
}

void derived_rows::note_registers(engine::act const& by)
{
    note_matter(by);
    note_advisers(by);
}

void derived_rows::note_matter(engine::act const& by)
{
    auto const line = workflows::legal_matter::register_line_of(by);
    if (!line)
        return;
    used_on_ = by.on.value;
    matter_.basis = engine::name_of(line->basis);
    matter_.amount_state = amount_state_of(line->basis);
    matter_.amount = line->amount_fen;
    if (!line->received_on) {
        change_amount_.send();
        return;
    }
    matter_.received_on = engine::to_text(*line->received_on);
    matter_.received_in = engine::year_of(*line->received_on);
    matter_.counterparty = line->counterparty;
    add_matter_.send();
}

void derived_rows::note_advisers(engine::act const& by)
{
    used_on_ = by.on.value;
    used_by_ = by.seq;
    for (auto& one : workflows::adviser_file::participations_in(by)) {
        advised_ = {std::move(one.adviser), std::move(one.part), one.year};
        add_adviser_.send();
    }
}

} // namespace adapters::soci
