#include "adapters/soci/record_copy.hpp"

#include "adapters/soci/query.hpp"
#include "adapters/soci/word_index.hpp"

#include <algorithm>

namespace adapters::soci {
namespace {

using sort = storage_fault::sort;

/// So many rows are in memory at once, whatever a table has.
constexpr long long rows_a_page = 1'000;

struct kept_column {
    std::string name;
    bool is_text = true; ///< otherwise a whole number
};

/// Numbers travel as text as well: both databases read them so.
using kept_row = std::vector<std::string>;

std::string list_of(std::vector<kept_column> const& columns,
                    std::string (*written)(kept_column const&))
{
    std::string list;
    for (auto const& one : columns)
        list += (list.empty() ? "" : ", ") + written(one);
    return list;
}

std::string plain(kept_column const& one)
{
    return one.name;
}

std::string as_text(kept_column const& one)
{
    return one.is_text ? one.name : "cast(" + one.name + " as text)";
}

/// A bound text as the column has it.
std::string from_text(kept_column const& one)
{
    return one.is_text ? ":" + one.name : "cast(:" + one.name + " as bigint)";
}

/// A bound text with the values of many rows.
std::string from_array(kept_column const& one)
{
    return "cast(:" + one.name + (one.is_text ? " as text[])" : " as bigint[])");
}

std::vector<kept_column> columns_of(::soci::session& sql, kept_table const& of)
{
    std::string name, type;
    std::vector<kept_column> found;
    query(sql, dialect_of(sql).lists_columns).in("table", of.name).out(name).out(type).each([&] {
        found.push_back({name, type == "text"});
    });
    return found;
}

/// Goes through a table in the order of its key, page by page.
class table_pages {
public:
    table_pages(::soci::session& sql, kept_table const& of, std::vector<kept_column> const& columns)
        : row_(columns.size()), after_(of.key.size()), first_(sql, select_page(of, columns, false)),
          further_(sql, select_page(of, columns, true))
    {
        for (auto const& key : of.key) {
            auto const at = std::find_if(columns.begin(), columns.end(),
                                         [&](kept_column const& one) { return one.name == key; });
            if (at == columns.end())
                throw storage_fault(sort::broken, of.name + " has no column " + key);
            key_at_.push_back(static_cast<std::size_t>(at - columns.begin()));
        }
        for (auto* page : {&first_, &further_}) {
            page->in("most", rows_a_page);
            for (auto& value : row_)
                page->out(value);
        }
        for (std::size_t i = 0; i < of.key.size(); ++i)
            further_.in(("after" + std::to_string(i)).c_str(), after_[i]);
    }

    /// The next rows; empty at the end.
    std::vector<kept_row> next()
    {
        std::vector<kept_row> rows;
        (began_ ? further_ : first_).each([&] { rows.push_back(row_); });
        began_ = true;
        if (!rows.empty())
            for (std::size_t i = 0; i < key_at_.size(); ++i)
                after_[i] = rows.back()[key_at_[i]];
        return rows;
    }

private:
    static std::string select_page(kept_table const& of, std::vector<kept_column> const& columns,
                                   bool goes_on)
    {
        std::string key, after;
        for (std::size_t i = 0; i < of.key.size(); ++i) {
            auto const column =
                std::find_if(columns.begin(), columns.end(),
                             [&](kept_column const& one) { return one.name == of.key[i]; });
            bool const is_text = column == columns.end() || column->is_text;
            auto const bound = ":after" + std::to_string(i);
            key += (i == 0 ? "t." : ", t.") + of.key[i];
            after += (i == 0 ? "" : ", ") + (is_text ? bound : "cast(" + bound + " as bigint)");
        }
        // By the columns of the table, which the texts that are selected may be called like.
        return "select " + list_of(columns, as_text) + " from " + of.name + " as t" +
               (goes_on ? " where (" + key + ") > (" + after + ")" : "") + " order by " + key +
               " limit :most";
    }

    kept_row row_;
    std::vector<std::string> after_;
    std::vector<std::size_t> key_at_;
    bool began_ = false;
    kept_query first_, further_;
};

/// Rows one by one: what SQLite is fast at.
void add_rows(::soci::session& sql, kept_table const& to, std::vector<kept_column> const& columns,
              std::vector<kept_row> const& rows)
{
    kept_row row(columns.size());
    kept_query add(sql, "insert into " + to.name + " (" + list_of(columns, plain) + ") values (" +
                            list_of(columns, from_text) + ")");
    for (std::size_t i = 0; i < columns.size(); ++i)
        add.in(columns[i].name.c_str(), row[i]);
    for (auto const& one : rows) {
        // into the texts that are bound
        std::copy(one.begin(), one.end(), row.begin());
        add.run();
    }
}

/// The values of one column as PostgreSQL writes an array.
std::string array_of(std::vector<kept_row> const& rows, std::size_t column)
{
    std::string array = "{";
    for (auto const& row : rows) {
        array += array.size() > 1 ? ",\"" : "\"";
        for (char const c : row[column]) {
            if (c == '"' || c == '\\')
                array += '\\';
            array += c;
        }
        array += '"';
    }
    return array + '}';
}

/// Rows in one statement: measured ten times as fast as one by one, which waits for the server
/// after each.
void add_rows_at_once(::soci::session& sql, kept_table const& to,
                      std::vector<kept_column> const& columns, std::vector<kept_row> const& rows)
{
    std::vector<std::string> arrays;
    for (std::size_t i = 0; i < columns.size(); ++i)
        arrays.push_back(array_of(rows, i));
    query add(sql, "insert into " + to.name + " (" + list_of(columns, plain) +
                       ") select * from unnest(" + list_of(columns, from_array) + ")");
    for (std::size_t i = 0; i < columns.size(); ++i)
        add.in(columns[i].name.c_str(), arrays[i]);
    add.run();
}

void must_be_empty(::soci::session& sql, kept_table const& table)
{
    long long rows = 0;
    query(sql, "select count(*) from (select 1 from " + table.name + " limit 1) as first_row")
        .out(rows)
        .one();
    if (rows > 0)
        throw storage_fault(sort::clash, "there is a record already: " + table.name);
}

/// New rows get numbers behind those that came.
void number_on(::soci::session& sql, kept_table const& table)
{
    auto const* text = dialect_of(sql).numbers_on;
    if (!text || table.key != std::vector<std::string>{"id"})
        return;
    long long last = 0;
    query(sql, "select coalesce(max(id), 0) from " + table.name).out(last).one();
    query(sql, text).in("table", table.name).in("last", last).run();
}

long long copy_table(::soci::session& from, ::soci::session& to, kept_table const& table)
{
    auto const columns = columns_of(from, table);
    auto const add = dialect_of(to).adds_at_once ? add_rows_at_once : add_rows;
    table_pages pages(from, table, columns);
    long long rows = 0;
    for (auto page = pages.next(); !page.empty(); page = pages.next()) {
        add(to, table, columns, page);
        rows += static_cast<long long>(page.size());
    }
    return rows;
}

void must_be_the_same(::soci::session& from, ::soci::session& to, kept_table const& table)
{
    auto const columns = columns_of(from, table);
    table_pages left(from, table, columns);
    table_pages arrived(to, table, columns);
    for (;;) {
        auto const should = left.next();
        if (should != arrived.next())
            throw storage_fault(sort::broken, table.name + " arrived otherwise than it left");
        if (should.empty())
            return;
    }
}

} // namespace

std::vector<kept_table> const& kept_tables()
{
    static std::vector<kept_table> const all = {
        {"organ", {"code"}},
        {"unit", {"code"}},
        {"person", {"id"}},
        {"appointment", {"id"}},
        {"session", {"token_hash"}},
        {"case_file", {"id"}},
        {"act", {"case_id", "seq"}},
        {"task", {"id"}},
        {"figure", {"id"}},
        {"document", {"hash"}},
        {"document_upload", {"hash", "person"}},
        {"document_use", {"hash", "case_id", "seq"}},
        {"document_level", {"case_id", "hash"}},
        {"comment", {"id"}},
        {"outbox", {"id"}},
        {"counter", {"name"}},
        {"figure_total", {"year", "indicator", "organ", "family", "level"}},
        {"comment_document", {"comment", "position"}},
        {"public_notice", {"case_id", "seq"}},
        {"kept_secret", {"name"}},
        {"numbering", {"unit", "kind", "from_day"}},
        {"document_number", {"organ", "mark", "year", "number"}},
        {"calendar_in_force", {"id"}},
        {"form_draft", {"id"}},
        {"saved_view", {"id"}},
        {"chosen_columns", {"person", "box"}},
        {"passage", {"id"}},
        {"audit_entry", {"seq"}},
        {"second_factor", {"person"}},
        {"recovery_code", {"person", "code_hash"}},
        {"sign_in_step", {"token_hash"}},
        {"sign_in_link", {"token_hash"}},
        {"openid_attempt", {"state_hash"}},
        {"notice", {"id"}},
        {"notice_address", {"person"}},
        {"calendar_key", {"person"}},
        {"delivery", {"id"}},
        {"case_part", {"part", "case_id"}},
        {"own_phrase", {"person", "position"}},
        {"case_total", {"unit", "shape", "phase", "closed", "opened_in", "level"}},
        {"task_total",
         {"span", "period", "sponsor", "chapter", "unit", "in_working_days", "level"}},
        {"legal_matter", {"case_id"}},
        {"adviser_part", {"case_id", "seq", "adviser"}},
        {"catalogue_mention", {"case_id", "seq", "position"}},
        {"normative_document", {"case_id"}},
        {"setting_in_force", {"setting"}},
    };
    return all;
}

std::vector<copied_table> copy_rows(::soci::session& from, database& to)
{
    auto const sql = to.open_session(access::writing);
    return faults_as_ours([&] {
        work all(to, *sql);
        for (auto const& table : kept_tables())
            if (table.name != "counter") // which the migrations begin
                must_be_empty(*sql, table);
        query(*sql, "delete from counter").run();
        std::vector<copied_table> done;
        for (auto const& table : kept_tables()) {
            done.push_back({table.name, copy_table(from, *sql, table)});
            number_on(*sql, table);
        }
        for (auto const& table : kept_tables())
            must_be_the_same(from, *sql, table);
        word_index(*sql).begin_anew();
        if (auto const* text = dialect_of(*sql).takes_stock)
            query(*sql, text).run();
        all.commit();
        return done;
    });
}

std::vector<copied_table> copy_record(database& from, database& to)
{
    auto const sql = from.open_session(access::writing);
    return faults_as_ours([&] {
        must_be_alone(*sql);
        // Held to the end and rolled back: whoever comes meanwhile waits or is told so.
        work still(from, *sql);
        for (auto const whose : {turn::comments, turn::audit, turn::accounts})
            wait_for_turn(*sql, whose);
        return copy_rows(*sql, to);
    });
}

} // namespace adapters::soci
