#include "adapters/soci/derived_rows.hpp"

#include "workflows/major_decision/public_matter.hpp"

namespace adapters::soci {
namespace {

constexpr char const* rewrite_case_sql =
    "update case_file set version = :version, last_hash = :last_hash, title = :title,"
    " unit = :unit, matter = :matter, phase = :phase, closed = :closed, stages = :stages,"
    " changed_at = :changed_at, level = :level where id = :id";

constexpr char const* open_task_sql =
    "insert into task (case_id, chapter, kind, role, unit, opens_on, limit_name, due,"
    " in_working_days, stopped, person, since, received_at)"
    " values (:case_id, :chapter, :kind, :role, :unit, :opens_on, :limit_name, :due,"
    " :in_working_days, :stopped, :person, :since, :received_at)";

constexpr char const* change_task_sql =
    "update task set opens_on = :opens_on, limit_name = :limit_name, due = :due,"
    " in_working_days = :in_working_days, stopped = :stopped"
    " where case_id = :case_id and chapter = :chapter and kind = :kind and role = :role"
    " and unit = :unit and person = :person";

constexpr char const* close_task_sql =
    "delete from task where case_id = :case_id and chapter = :chapter and kind = :kind"
    " and role = :role and unit = :unit and person = :person";

constexpr char const* add_figure_sql = "insert into figure (case_id, seq, indicator, year, value)"
                                       " values (:case_id, :seq, :indicator, :year, :value)";

constexpr char const* add_total_sql =
    "insert into figure_total (year, indicator, level, value, figures)"
    " values (:year, :indicator, :level, :value, 1) on conflict (year, indicator, level)"
    " do update set value = figure_total.value + excluded.value,"
    " figures = figure_total.figures + 1";

// Run twice: with -1 for the level that the case leaves, with 1 for the other.
constexpr char const* move_totals_sql =
    "insert into figure_total (year, indicator, level, value, figures)"
    " select year, indicator, cast(:level as bigint), cast(:sign as bigint) * sum(value),"
    " cast(:sign as bigint) * count(*) from figure where case_id = :id group by year, indicator"
    " on conflict (year, indicator, level)"
    " do update set value = figure_total.value + excluded.value,"
    " figures = figure_total.figures + excluded.figures";

// A sum of nothing would tell that there was something.
constexpr char const* drop_empty_totals_sql = "delete from figure_total where figures = 0";

// Selected from document: an object that only looks like a document names none.
constexpr char const* add_use_sql =
    "insert into document_use (hash, case_id, seq)"
    " select hash, cast(:case_id as bigint), cast(:seq as bigint) from document"
    " where hash = :hash on conflict do nothing";

constexpr char const* add_passage_sql = "insert into passage (case_id, seq, path, words)"
                                        " values (:case_id, :seq, :path, :words)";

constexpr char const* add_notice_sql =
    "insert into public_notice (case_id, seq, kind, from_day, until_day)"
    " values (:case_id, :seq, :kind, :from_day, :until_day)";

constexpr char const* drop_parts_sql = "delete from case_part where case_id = :case_id";
constexpr char const* add_part_sql =
    "insert into case_part (case_id, part) values (:case_id, :part)";

} // namespace

derived_rows::derived_rows(::soci::session& sql)
    : rewrite_case_(sql, rewrite_case_sql), open_task_(sql, open_task_sql),
      change_task_(sql, change_task_sql), close_task_(sql, close_task_sql),
      add_figure_(sql, add_figure_sql), add_total_(sql, add_total_sql),
      move_totals_(sql, move_totals_sql), drop_empty_totals_(sql, drop_empty_totals_sql),
      add_use_(sql, add_use_sql), add_passage_(sql, add_passage_sql),
      add_notice_(sql, add_notice_sql), drop_parts_(sql, drop_parts_sql),
      add_part_(sql, add_part_sql)
{
    rewrite_case_.in("version", case_.version).in("last_hash", case_.last_hash);
    rewrite_case_.in("title", case_.title).in("unit", case_.unit).in("matter", case_.matter);
    rewrite_case_.in("phase", case_.phase).in("closed", case_.closed).in("stages", case_.stages);
    rewrite_case_.in("changed_at", case_.changed_at).in("level", case_.level);
    rewrite_case_.in("id", case_.id);
    task_.into(open_task_.in("case_id", task_of_));
    open_task_.in("since", since_).in("received_at", received_at_);
    task_.into(change_task_.in("case_id", task_of_));
    close_task_.in("case_id", task_of_).in("chapter", task_.chapter).in("kind", task_.kind);
    close_task_.in("role", task_.role).in("unit", task_.unit).in("person", task_.person);
    add_figure_.in("case_id", figure_.case_id).in("seq", figure_.seq);
    add_figure_.in("indicator", figure_.indicator).in("year", figure_.year);
    add_figure_.in("value", figure_.value);
    add_total_.in("year", figure_.year).in("indicator", figure_.indicator);
    add_total_.in("value", figure_.value).in("level", figure_.level);
    move_totals_.in("level", moved_level_).in("sign", moved_sign_).in("id", moved_of_);
    add_notice_.in("case_id", used_on_).in("seq", used_by_).in("kind", kind_);
    add_notice_.in("from_day", from_day_).in("until_day", until_day_);
    drop_parts_.in("case_id", used_on_);
    add_part_.in("case_id", used_on_).in("part", part_);
    add_use_.in("case_id", used_on_).in("seq", used_by_).in("hash", hash_);
    add_passage_.in("case_id", used_on_).in("seq", used_by_);
    add_passage_.in("path", passage_.path).in("words", passage_.words);
}

void derived_rows::rewrite_case(engine::act const& last, engine::case_summary const& summary,
                                std::vector<engine::chapter_stage> const& stages)
{
    case_ = {.id = last.on.value,
             .version = last.seq,
             .closed = summary.closed,
             .level = number_of(summary.level),
             .last_hash = last.hash,
             .title = summary.title,
             .unit = summary.unit,
             .matter = summary.matter,
             .phase = summary.phase,
             .stages = text_of(stages),
             .changed_at = engine::to_text(last.entered_at)};
    rewrite_case_.run();
}

void derived_rows::open_task(engine::case_id on, engine::waiting_task const& what)
{
    task_of_ = on.value;
    task_.fill(what.what);
    since_ = what.since;
    received_at_ = engine::to_text(what.received_at);
    open_task_.run();
}

void derived_rows::change_task(engine::case_id on, engine::task const& what)
{
    task_of_ = on.value;
    task_.fill(what);
    change_task_.run();
}

void derived_rows::close_task(engine::case_id on, engine::task const& what)
{
    task_of_ = on.value;
    task_.fill(what);
    close_task_.run();
}

void derived_rows::count(engine::figure const& one, engine::confidentiality level)
{
    figure_ = {one.on.value, one.seq, one.year, one.value, number_of(level), one.indicator};
    add_figure_.run();
    add_total_.run();
}

void derived_rows::move_totals(engine::case_id of, engine::confidentiality from,
                               engine::confidentiality to)
{
    moved_of_ = of.value;
    for (auto const& [level, sign] : {std::pair(from, -1LL), std::pair(to, 1LL)}) {
        moved_level_ = number_of(level);
        moved_sign_ = sign;
        move_totals_.run();
    }
    drop_empty_totals_.run();
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

void derived_rows::note_words(engine::case_id on, long long seq, engine::passage const& what)
{
    used_on_ = on.value;
    used_by_ = seq;
    passage_ = what;
    add_passage_.run();
}

void derived_rows::note_parts(engine::case_id on, engine::case_summary const& summary)
{
    used_on_ = on.value;
    drop_parts_.run();
    for (auto const& one : summary.known_to) {
        part_ = one;
        add_part_.run();
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
