#include "adapters/soci/word_index.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/word_search.hpp"

namespace adapters::soci {
namespace {

constexpr char const* of_passages = "passages indexed";
constexpr char const* of_cases = "cases indexed";
constexpr char const* of_matters = "matters indexed";

/// The family whose cases are in the index of the register alone, so that nobody who looks among
/// decisions passes all the contracts that have the words.
constexpr char const* of_register = "legal_matter";

/// How much of each index one commit puts together: FTS5 by itself does a good hundred pages at
/// once every now and then, and who waited for that commit waited 20 to 30 ms more.
constexpr long long merged_in_a_commit = 16;
constexpr long long merged_at_leisure = 1'000'000;

} // namespace

word_index::word_index(::soci::session& sql)
    : has_pieces_(dialect_of(sql).has_pieces),
      read_reached_(sql, "select coalesce(max(reached), 0) from counter where name = :counter"),
      note_reached_(sql, "insert into counter (name, reached) values (:counter, :reached)"
                         " on conflict (name) do update set reached = excluded.reached"),
      new_passages_(sql, "select id, words from passage where id > :reached order by id"),
      new_cases_(sql, "select id, number, title, family from case_file where id > :reached"
                      " and version > 0 order by id"),
      new_matters_(sql, "select m.case_id, c.number, c.title, m.counterparty from legal_matter m"
                        " join case_file c on c.id = m.case_id where m.case_id > :reached"
                        " order by m.case_id"),
      add_passage_(sql, "insert into passage_pieces (rowid, words) values (:id, :words)"),
      add_case_(sql, "insert into case_pieces (rowid, number, title)"
                     " values (:id, :number, :title)"),
      add_matter_(sql, "insert into matter_pieces (rowid, number, title, other_side)"
                       " values (:id, :number, :title, :other_side)"),
      take_case_(sql, "insert into case_pieces (case_pieces, rowid, number, title)"
                      " values ('delete', :id, :number, :title)"),
      merge_passages_(sql,
                      "insert into passage_pieces (passage_pieces, rank) values ('merge', :pages)"),
      merge_cases_(sql, "insert into case_pieces (case_pieces, rank) values ('merge', :pages)"),
      merge_matters_(sql,
                     "insert into matter_pieces (matter_pieces, rank) values ('merge', :pages)"),
      drop_passages_(sql, "insert into passage_pieces (passage_pieces) values ('delete-all')"),
      drop_cases_(sql, "insert into case_pieces (case_pieces) values ('delete-all')"),
      drop_matters_(sql, "insert into matter_pieces (matter_pieces) values ('delete-all')")
{
    read_reached_.in("counter", counter_).out(reached_);
    note_reached_.in("counter", counter_).in("reached", reached_);
    new_passages_.in("reached", reached_).out(id_).out(words_);
    new_cases_.in("reached", reached_).out(id_).out(number_).out(title_).out(family_);
    new_matters_.in("reached", reached_).out(id_).out(number_).out(title_).out(other_side_);
    add_passage_.in("id", id_).in("words", words_);
    for (auto* one : {&add_case_, &take_case_, &add_matter_})
        one->in("id", id_).in("number", number_).in("title", title_);
    add_matter_.in("other_side", other_side_);
    for (auto* one : {&merge_passages_, &merge_cases_, &merge_matters_})
        one->in("pages", pages_);
}

void word_index::catch_up()
{
    if (has_pieces_)
        take_in(merged_in_a_commit);
}

void word_index::take_in(long long pages)
{
    pages_ = pages;
    counter_ = of_passages;
    read_reached_.one();
    auto last = reached_;
    new_passages_.each([&] {
        last = id_;
        words_ = pieces_of(words_);
        add_passage_.run();
    });
    note_up_to(last, merge_passages_);
    counter_ = of_cases;
    read_reached_.one();
    last = reached_;
    new_cases_.each([&] {
        last = id_;
        if (family_ == of_register)
            return;
        number_ = pieces_of(number_);
        title_ = pieces_of(title_);
        add_case_.run();
    });
    note_up_to(last, merge_cases_);
    counter_ = of_matters;
    read_reached_.one();
    last = reached_;
    new_matters_.each([&] {
        last = id_;
        number_ = pieces_of(number_);
        title_ = pieces_of(title_);
        other_side_ = pieces_of(other_side_);
        add_matter_.run();
    });
    note_up_to(last, merge_matters_);
}

void word_index::note_up_to(long long id, kept_query& merge)
{
    if (id == reached_)
        return;
    reached_ = id;
    note_reached_.run();
    merge.run();
}

void word_index::retitle(long long case_id, std::string const& number, std::string const& from,
                         std::string const& to)
{
    if (!has_pieces_)
        return;
    counter_ = of_cases;
    read_reached_.one();
    if (case_id > reached_)
        return;
    id_ = case_id;
    number_ = pieces_of(number);
    title_ = pieces_of(from);
    take_case_.run();
    title_ = pieces_of(to);
    add_case_.run();
}

void word_index::begin_anew()
{
    if (!has_pieces_)
        return;
    drop_passages_.run();
    drop_cases_.run();
    drop_matters_.run();
    reached_ = 0;
    for (auto const* counter : {of_passages, of_cases, of_matters}) {
        counter_ = counter;
        note_reached_.run();
    }
    take_in(merged_at_leisure);
}

} // namespace adapters::soci
