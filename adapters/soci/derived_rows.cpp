#include "adapters/soci/derived_rows.hpp"

#include "workflows/major_decision/public_matter.hpp"

namespace adapters::soci {
namespace {

constexpr char const* rewrite_case_sql =
    "update case_file set version = :version, last_hash = :last_hash, title = :title,"
    " unit = :unit, matter = :matter, phase = :phase, closed = :closed, stages = :stages,"
    " changed_at = :changed_at where id = :id";

constexpr char const* open_task_sql =
    "insert into task (case_id, chapter, kind, role, unit, opens_on)"
    " values (:case_id, :chapter, :kind, :role, :unit, :opens_on)";

constexpr char const* close_task_sql =
    "delete from task where case_id = :case_id and chapter = :chapter and kind = :kind"
    " and role = :role and unit = :unit and opens_on = :opens_on";

constexpr char const* add_figure_sql = "insert into figure (case_id, seq, indicator, year, value)"
                                       " values (:case_id, :seq, :indicator, :year, :value)";

constexpr char const* add_total_sql =
    "insert into figure_total (year, indicator, value) values (:year, :indicator, :value)"
    " on conflict (year, indicator) do update set value = figure_total.value + excluded.value";

// Selected from document: an object that only looks like a document names none.
constexpr char const* add_use_sql =
    "insert into document_use (hash, case_id, seq)"
    " select hash, cast(:case_id as bigint), cast(:seq as bigint) from document"
    " where hash = :hash on conflict do nothing";

constexpr char const* add_notice_sql =
    "insert into public_notice (case_id, seq, kind, from_day, until_day)"
    " values (:case_id, :seq, :kind, :from_day, :until_day)";

} // namespace

derived_rows::derived_rows(::soci::session& sql)
    : add_notice_(sql, add_notice_sql), rewrite_case_(sql, rewrite_case_sql),
      open_task_(sql, open_task_sql), close_task_(sql, close_task_sql),
      add_figure_(sql, add_figure_sql), add_total_(sql, add_total_sql), add_use_(sql, add_use_sql)
{
    rewrite_case_.in("version", case_.version).in("last_hash", case_.last_hash);
    rewrite_case_.in("title", case_.title).in("unit", case_.unit).in("matter", case_.matter);
    rewrite_case_.in("phase", case_.phase).in("closed", case_.closed).in("stages", case_.stages);
    rewrite_case_.in("changed_at", case_.changed_at).in("id", case_.id);
    task_.into(open_task_.in("case_id", task_of_));
    task_.into(close_task_.in("case_id", task_of_));
    add_figure_.in("case_id", figure_.case_id).in("seq", figure_.seq);
    add_figure_.in("indicator", figure_.indicator).in("year", figure_.year);
    add_figure_.in("value", figure_.value);
    add_total_.in("year", figure_.year).in("indicator", figure_.indicator);
    add_total_.in("value", figure_.value);
    add_notice_.in("case_id", used_on_).in("seq", used_by_).in("kind", kind_);
    add_notice_.in("from_day", from_day_).in("until_day", until_day_);
    add_use_.in("case_id", used_on_).in("seq", used_by_).in("hash", hash_);
}

void derived_rows::rewrite_case(engine::act const& last, engine::case_summary const& summary,
                                std::vector<engine::chapter_stage> const& stages)
{
    case_ = {.id = last.on.value,
             .version = last.seq,
             .closed = summary.closed,
             .last_hash = last.hash,
             .title = summary.title,
             .unit = summary.unit,
             .matter = summary.matter,
             .phase = summary.phase,
             .stages = text_of(stages),
             .changed_at = engine::to_text(last.entered_at)};
    rewrite_case_.run();
}

void derived_rows::open_task(engine::case_id on, engine::task const& what)
{
    task_of_ = on.value;
    task_.fill(what);
    open_task_.run();
}

void derived_rows::close_task(engine::case_id on, engine::task const& what)
{
    task_of_ = on.value;
    task_.fill(what);
    close_task_.run();
}

void derived_rows::count(engine::figure const& one)
{
    figure_ = {one.on.value, one.seq, one.year, one.value, one.indicator};
    add_figure_.run();
    add_total_.run();
}

void derived_rows::note_documents(engine::act const& by)
{
    used_on_ = by.on.value;
    used_by_ = by.seq;
    for (auto& hash : documents_named_in(by.body)) {
        hash_ = std::move(hash);
        add_use_.run();
    }
}

void derived_rows::note_publication(engine::act const& by)
{
    auto const notice = workflows::major_decision::notice_of(by);
    if (!notice)
        return;
    used_on_ = by.on.value;
    used_by_ = by.seq;
    kind_ = notice->kind;
    from_day_ = engine::to_text(notice->from);
    until_day_ = engine::to_text(notice->until);
    add_notice_.run();
}

} // namespace adapters::soci
