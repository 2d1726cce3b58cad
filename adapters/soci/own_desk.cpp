#include "adapters/soci/own_desk.hpp"

#include "adapters/soci/rows.hpp"
#include "adapters/soci/shared_session.hpp"

#include <algorithm>

namespace adapters::soci {
namespace {

constexpr char const* keep_draft_sql =
    "insert into form_draft (person, case_id, shape, kind, part, fields, kept_at)"
    " values (:person, :case_id, :shape, :kind, :part, :fields, :kept_at)"
    " on conflict (person, case_id, shape, kind, part)"
    " do update set fields = excluded.fields, kept_at = excluded.kept_at";

constexpr char const* select_draft = "select d.id, d.person, d.case_id, d.shape, d.kind, d.part, "
                                     "d.fields, d.kept_at from form_draft d"
                                     " where d.person = :person";

constexpr char const* save_view_sql = "insert into saved_view (person, box, name, query)"
                                      " values (:person, :box, :name, :query)"
                                      " on conflict (person, box, name)"
                                      " do update set query = excluded.query";

constexpr char const* choose_columns_sql =
    "insert into chosen_columns (person, box, columns) values (:person, :box, :columns)"
    " on conflict (person, box) do update set columns = excluded.columns";

std::vector<form_draft> drafts_from(query& list)
{
    form_draft one;
    std::string kept_at;
    std::vector<form_draft> found;
    list.out(one.id).out(one.whose.value).out(one.on.value).out(one.shape).out(one.kind);
    list.out(one.part).out(one.fields).out(kept_at);
    list.each([&] {
        one.kept_at = instant_of(kept_at);
        found.push_back(one);
    });
    return found;
}

/// How many rows of a table a person has.
long long count_of(::soci::session& sql, std::string const& table, engine::person_id whose)
{
    long long rows = 0;
    query(sql, "select count(*) from " + table + " where person = :person")
        .in("person", whose.value)
        .out(rows)
        .one();
    return rows;
}

} // namespace

own_desk::own_desk(database& at) : sql_(std::make_unique<shared_session>(at)) {}
own_desk::~own_desk() = default;

bool own_desk::keep_draft(form_draft const& what)
{
    std::string const kept_at = engine::to_text(what.kept_at);
    return sql_->write([&](::soci::session& sql) {
        query(sql, keep_draft_sql)
            .in("person", what.whose.value)
            .in("case_id", what.on.value)
            .in("shape", what.shape)
            .in("kind", what.kind)
            .in("part", what.part)
            .in("fields", what.fields)
            .in("kept_at", kept_at)
            .run();
        if (count_of(sql, "form_draft", what.whose) <= most_drafts)
            return true;
        query(sql, "delete from form_draft where person = :person and case_id = :case_id"
                   " and shape = :shape and kind = :kind and part = :part")
            .in("person", what.whose.value)
            .in("case_id", what.on.value)
            .in("shape", what.shape)
            .in("kind", what.kind)
            .in("part", what.part)
            .run();
        return false;
    });
}

std::vector<form_draft> own_desk::drafts_on(engine::person_id whose, engine::case_id on)
{
    return sql_->read([&](::soci::session& sql) {
        query list(sql, std::string(select_draft) + " and d.case_id = :case_id order by d.id");
        return drafts_from(list.in("person", whose.value).in("case_id", on.value));
    });
}

std::optional<form_draft> own_desk::find_draft(engine::person_id whose, engine::case_id on,
                                               std::string const& shape, std::string const& kind,
                                               std::string const& part)
{
    return sql_->read([&](::soci::session& sql) -> std::optional<form_draft> {
        query list(sql, std::string(select_draft) +
                            " and d.case_id = :case_id and d.shape = :shape and d.kind = :kind"
                            " and d.part = :part");
        auto found = drafts_from(list.in("person", whose.value)
                                     .in("case_id", on.value)
                                     .in("shape", shape)
                                     .in("kind", kind)
                                     .in("part", part));
        if (found.empty())
            return {};
        return std::move(found.front());
    });
}

std::vector<form_draft> own_desk::drafts_of(engine::person_id whose)
{
    return sql_->read([&](::soci::session& sql) {
        query list(sql, std::string(select_draft) + " order by d.kept_at desc, d.id desc");
        return drafts_from(list.in("person", whose.value));
    });
}

long long own_desk::count_drafts(engine::person_id whose)
{
    return sql_->read([&](::soci::session& sql) { return count_of(sql, "form_draft", whose); });
}

bool own_desk::drop_draft(engine::person_id whose, long long id)
{
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "delete from form_draft where id = :id and person = :person")
                   .in("id", id)
                   .in("person", whose.value)
                   .run() > 0;
    });
}

void own_desk::drop_draft(engine::person_id whose, engine::case_id on, std::string const& shape,
                          std::string const& kind, std::string const& part)
{
    // looked up first: most acts are entered without a draft, and a write costs a commit
    if (auto const found = find_draft(whose, on, shape, kind, part))
        drop_draft(whose, found->id);
}

bool own_desk::save_view(engine::person_id whose, saved_view const& what)
{
    return sql_->write([&](::soci::session& sql) {
        query(sql, save_view_sql)
            .in("person", whose.value)
            .in("box", what.box)
            .in("name", what.name)
            .in("query", what.query)
            .run();
        if (count_of(sql, "saved_view", whose) <= most_views)
            return true;
        query(sql, "delete from saved_view where person = :person and box = :box and name = :name")
            .in("person", whose.value)
            .in("box", what.box)
            .in("name", what.name)
            .run();
        return false;
    });
}

std::vector<saved_view> own_desk::views_of(engine::person_id whose, std::string const& box)
{
    return sql_->read([&](::soci::session& sql) {
        saved_view one;
        std::vector<saved_view> found;
        query(sql, "select id, box, name, query from saved_view"
                   " where person = :person and box = :box order by name")
            .in("person", whose.value)
            .in("box", box)
            .out(one.id)
            .out(one.box)
            .out(one.name)
            .out(one.query)
            .each([&] { found.push_back(one); });
        return found;
    });
}

bool own_desk::drop_view(engine::person_id whose, long long id)
{
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "delete from saved_view where id = :id and person = :person")
                   .in("id", id)
                   .in("person", whose.value)
                   .run() > 0;
    });
}

void own_desk::choose_columns(engine::person_id whose, std::string const& box,
                              std::string const& columns)
{
    sql_->write([&](::soci::session& sql) {
        return query(sql, choose_columns_sql)
            .in("person", whose.value)
            .in("box", box)
            .in("columns", columns)
            .run();
    });
}

std::string own_desk::columns_of(engine::person_id whose, std::string const& box)
{
    return sql_->read([&](::soci::session& sql) {
        std::string columns;
        query(sql, "select columns from chosen_columns where person = :person and box = :box")
            .in("person", whose.value)
            .in("box", box)
            .out(columns)
            .one();
        return columns;
    });
}

bool own_desk::keep_phrases(engine::person_id whose, std::vector<std::string> const& all)
{
    auto const fits = [](std::string const& one) {
        return !one.empty() && one.size() <= longest_phrase;
    };
    if (all.size() > most_phrases || !std::all_of(all.begin(), all.end(), fits))
        return false;
    return sql_->write([&](::soci::session& sql) {
        query(sql, "delete from own_phrase where person = :person").in("person", whose.value).run();
        long long position = 0;
        for (auto const& words : all) {
            ++position;
            query(sql, "insert into own_phrase (person, position, words)"
                       " values (:person, :position, :words)")
                .in("person", whose.value)
                .in("position", position)
                .in("words", words)
                .run();
        }
        return true;
    });
}

std::vector<std::string> own_desk::phrases_of(engine::person_id whose)
{
    return sql_->read([&](::soci::session& sql) {
        std::string words;
        std::vector<std::string> found;
        query(sql, "select words from own_phrase where person = :person order by position")
            .in("person", whose.value)
            .out(words)
            .each([&] { found.push_back(words); });
        return found;
    });
}

} // namespace adapters::soci
