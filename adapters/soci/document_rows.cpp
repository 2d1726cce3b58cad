#include "adapters/soci/document_rows.hpp"

#include "adapters/soci/rows.hpp"
#include "adapters/soci/storage_fault.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <fmt/format.h>

namespace adapters::soci {
namespace {

namespace normative = workflows::normative_document;

constexpr char const* write_sql =
    "insert into normative_document (case_id, level, document_number, published_on, effective_on,"
    " valid_until, address, standing)"
    " values (:case_id, :level, :document_number, :published_on, :effective_on, :valid_until,"
    " :address, :standing)"
    " on conflict (case_id) do update set level = excluded.level,"
    " document_number = excluded.document_number, published_on = excluded.published_on,"
    " effective_on = excluded.effective_on, valid_until = excluded.valid_until,"
    " address = excluded.address, standing = excluded.standing";

std::string read_sql()
{
    return fmt::format("select {} from normative_document d where d.case_id = :case_id",
                       document_row::columns);
}

template <class E>
E choice_of(std::string const& name)
{
    E value{};
    if (!boost::describe::enum_from_string(name.c_str(), value))
        throw storage_fault(storage_fault::sort::broken,
                            "no such word in the register of documents: " + name);
    return value;
}

} // namespace

document_row document_row::of(normative::register_line const& line)
{
    return {std::string(engine::name_of(line.level)),
            line.document_number,
            text_of(line.published_on),
            text_of(line.effective_on),
            text_of(line.valid_until),
            line.address,
            std::string(engine::name_of(line.standing))};
}

normative::register_line document_row::to_line() const
{
    return {.level = choice_of<normative::project::document_level>(level),
            .document_number = document_number,
            .published_on = optional_day_of(published_on),
            .effective_on = optional_day_of(effective_on),
            .valid_until = optional_day_of(valid_until),
            .address = address,
            .standing = choice_of<normative::document_standing>(standing)};
}

void document_row::out_of(query& from)
{
    from.out(level).out(document_number).out(published_on).out(effective_on);
    from.out(valid_until).out(address).out(standing);
}

std::string in_words(document_row const& one)
{
    std::string words;
    for (auto const* part : {&one.level, &one.document_number, &one.published_on, &one.effective_on,
                             &one.valid_until, &one.address, &one.standing})
        words += *part + ' ';
    return words;
}

document_rows::document_rows(::soci::session& sql) : read_(sql, read_sql()), write_(sql, write_sql)
{
    before_.out_of(read_.in("case_id", case_id_));
    write_.in("case_id", case_id_).in("level", now_.level);
    write_.in("document_number", now_.document_number).in("published_on", now_.published_on);
    write_.in("effective_on", now_.effective_on).in("valid_until", now_.valid_until);
    write_.in("address", now_.address).in("standing", now_.standing);
}

void document_rows::note(engine::act const& by)
{
    if (!normative::is_of_register(by.kind))
        return;
    case_id_ = by.on.value;
    normative::register_line line;
    if (read_.one())
        line = before_.to_line();
    if (!normative::take_into(line, by))
        return;
    now_ = document_row::of(line);
    write_.send();
}

std::optional<document_row> document_row_of(::soci::session& sql, engine::case_id id)
{
    document_row found;
    query read(sql, read_sql());
    found.out_of(read.in("case_id", id.value));
    return read.one() ? std::optional(found) : std::nullopt;
}

} // namespace adapters::soci
