#include "adapters/soci/word_search.hpp"

#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"

#include <algorithm>
#include <string_view>

namespace adapters::soci {
namespace {

constexpr std::size_t most_words = 8;
constexpr std::size_t shortest_phrase = 3;
constexpr std::string_view wide_space = "\u3000";

std::size_t characters_in(std::string_view word)
{
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](unsigned char c) {
        return (c & 0xC0) != 0x80; // not a continuation byte of UTF-8
    }));
}

// The trigram index of SQLite answers phrases of three characters and more. Shorter words are
// compared row by row: among the rows that longer words found, or newest first.
constexpr char const* from_index = " from passage_words w join passage p on p.id = w.rowid"
                                   " join case_file c on c.id = p.case_id"
                                   " join act a on a.case_id = p.case_id and a.seq = p.seq";
constexpr char const* from_rows = " from passage p join case_file c on c.id = p.case_id"
                                  " join act a on a.case_id = p.case_id and a.seq = p.seq";

} // namespace

std::vector<std::string> words_asked(std::string const& asked)
{
    std::string plain = asked;
    for (auto at = plain.find(wide_space); at != plain.npos; at = plain.find(wide_space, at))
        plain.replace(at, wide_space.size(), " ");
    std::vector<std::string> words;
    std::size_t at = 0;
    while ((at = plain.find_first_not_of(" \t\r\n", at)) != plain.npos &&
           words.size() < most_words) {
        auto const end = std::min(plain.find_first_of(" \t\r\n", at), plain.size());
        auto word = plain.substr(at, end - at);
        if (std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(std::move(word));
        at = end;
    }
    return words;
}

std::string trigram_query(std::vector<std::string> const& words)
{
    std::string phrases;
    for (auto const& word : words) {
        if (characters_in(word) < shortest_phrase)
            continue;
        phrases += phrases.empty() ? "\"" : " \"";
        for (char const c : word) {
            if (c == '"')
                phrases += '"';
            phrases += c;
        }
        phrases += '"';
    }
    return phrases;
}

std::vector<std::string> short_words(std::vector<std::string> const& words)
{
    std::vector<std::string> found;
    std::copy_if(words.begin(), words.end(), std::back_inserter(found),
                 [](auto const& word) { return characters_in(word) < shortest_phrase; });
    return found;
}

page<found_passage> reader::search(std::string const& asked, std::optional<long long> before,
                                   long long limit)
{
    return faults_as_ours([&] {
        page<found_passage> found;
        auto const words = words_asked(asked);
        if (words.empty())
            return found;
        auto const phrases = trigram_query(words);
        auto const indexed = !phrases.empty();
        std::string const id = indexed ? "w.rowid" : "p.id";
        narrowing to;
        seen_.narrow(to);
        if (indexed)
            to.by("passage_words match :phrases", "phrases", phrases);
        int number = 0;
        for (auto const& word : short_words(words)) {
            auto const name = "short" + std::to_string(number++);
            to.by("lower(p.words) like :" + name + " escape '\\'", name, anywhere(word));
        }
        if (before)
            to.by(id + " < :before", "before", *before);
        long long const most = limit + 1;
        found_passage one;
        std::string entered_at;
        std::vector<long long> cursors;
        query list(*sql_, "select p.id, p.case_id, c.number, c.title, p.seq, a.kind, a.by_name,"
                          " a.by_unit, a.entered_at, p.path, p.words" +
                              std::string(indexed ? from_index : from_rows) + to.conditions() +
                              " order by " + id + " desc limit :most");
        to.into(list.in("most", most));
        list.out(one.id).out(one.on.value).out(one.number).out(one.title).out(one.seq);
        list.out(one.kind).out(one.by_name).out(one.by_unit).out(entered_at).out(one.path);
        list.out(one.words);
        list.each([&] {
            one.entered_at = instant_of(entered_at);
            found.rows.push_back(one);
        });
        if (static_cast<long long>(found.rows.size()) > limit) {
            found.rows.resize(static_cast<std::size_t>(limit));
            found.next = found.rows.back().id;
        }
        return found;
    });
}

} // namespace adapters::soci
