#include "adapters/soci/word_index.hpp"

#include "adapters/soci/word_search.hpp"

namespace adapters::soci {

word_index::word_index(::soci::session& sql)
    : add_passage_(sql, "insert into passage_pieces (rowid, words) values (:id, :words)"),
      add_case_(sql, "insert into case_pieces (rowid, number, title)"
                     " values (:id, :number, :title)"),
      take_case_(sql, "insert into case_pieces (case_pieces, rowid, number, title)"
                      " values ('delete', :id, :number, :title)")
{
    add_passage_.in("id", id_).in("words", words_);
    for (auto* one : {&add_case_, &take_case_})
        one->in("id", id_).in("number", number_).in("title", title_);
}

void word_index::add_passage(long long id, std::string const& words)
{
    id_ = id;
    words_ = pieces_of(words);
    add_passage_.run();
}

void word_index::add_case(long long id, std::string const& number, std::string const& title)
{
    id_ = id;
    number_ = pieces_of(number);
    title_ = pieces_of(title);
    add_case_.run();
}

void word_index::take_case(long long id, std::string const& number, std::string const& title)
{
    id_ = id;
    number_ = pieces_of(number);
    title_ = pieces_of(title);
    take_case_.run();
}

void index_words_anew(::soci::session& sql)
{
    word_index write(sql);
    query(sql, "insert into passage_pieces (passage_pieces) values ('delete-all')").run();
    query(sql, "insert into case_pieces (case_pieces) values ('delete-all')").run();
    long long id = 0;
    std::string words;
    query(sql, "select id, words from passage").out(id).out(words).each([&] {
        write.add_passage(id, words);
    });
    std::string number;
    query(sql, "select id, number, title from case_file where version > 0")
        .out(id)
        .out(number)
        .out(words)
        .each([&] { write.add_case(id, number, words); });
}

} // namespace adapters::soci
