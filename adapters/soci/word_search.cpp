#include "adapters/soci/word_search.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"

#include <algorithm>
#include <string_view>

namespace adapters::soci {
namespace {

constexpr std::size_t most_words = 8;
constexpr std::string_view wide_space = "\u3000";
constexpr char piece_ends = '\x01';

/// Words in more cases than that are met soon by whoever walks a list of cases.
constexpr long long few_to_search = 1'000;

bool is_control(std::string_view letter)
{
    return static_cast<unsigned char>(letter[0]) < 0x20 || letter[0] == '\x7f';
}

/// The letters of a text in UTF-8.
std::vector<std::string_view> letters_of(std::string_view text)
{
    std::vector<std::string_view> letters;
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
            ++length;
        letters.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return letters;
}

std::string in_quotes(std::string const& pieces)
{
    std::string phrase = "\"";
    for (char const c : pieces) {
        if (c == '"')
            phrase += '"';
        phrase += is_control({&c, 1}) ? piece_ends : c; // a zero letter would end the request
    }
    return phrase + '"';
}

/// Of a word that is looked for: where it ends, its last letter alone says nothing.
std::string piece_or_phrase(std::string const& word)
{
    auto const letters = letters_of(word);
    if (letters.size() == 1)
        return in_quotes(word) + " *";
    std::string pieces;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i)
        pieces.append(letters[i]).append(letters[i + 1]).push_back(piece_ends);
    return in_quotes(pieces);
}

/// By the pieces of the words; SQLite has them.
bool are_few(::soci::session& sql, std::string const& asked, std::string const& titles)
{
    long long const most = few_to_search;
    long long found = 0;
    query(sql, std::string("select count(*) from (") + cases_with_words + " limit :most) as found")
        .in("words", asked)
        .in("titles", titles)
        .in("most", most)
        .out(found)
        .one();
    return found < few_to_search;
}

constexpr char const* with_case_and_act = " join case_file c on c.id = p.case_id"
                                          " join act a on a.case_id = p.case_id and a.seq = p.seq";

/// Of letters that have no case: Chinese (U+3000 to U+9FFF), digits, signs.
bool has_no_case(std::string const& word)
{
    auto const letters = letters_of(word);
    return std::all_of(letters.begin(), letters.end(), [](std::string_view letter) {
        auto const first = static_cast<unsigned char>(letter.front());
        auto const small = first | 0x20;
        return (first < 0x80 && (small < 'a' || small > 'z')) || (first >= 0xE3 && first <= 0xE9);
    });
}

/// So many letters in a row an index of PostgreSQL knows (pg_trgm).
constexpr std::size_t letters_of_trigram = 3;

/// Words are looked for along a list in its titles and numbers; in half the time where letters
/// have no case. Words that an index may know are asked for as it has them.
void compare_titles(dialect const& kind, narrowing& to, std::string const& words)
{
    bool const may_be_indexed = kind.estimates && letters_of(words).size() >= letters_of_trigram;
    bool const as_is = has_no_case(words) && !may_be_indexed;
    auto const has = [&](std::string const& column) {
        return as_is ? kind.place_of + ("(" + column + ", :words) > 0")
                     : "lower(" + column + ") like :words escape '\\'";
    };
    to.by("(" + has("c.title") + " or " + has("c.number") + ")", "words",
          as_is ? words : anywhere(words));
}

/// The passages that hold all words as p, and what narrows them; the newest have the largest `id`.
struct passages_with {
    std::string from;
    std::string id;

    passages_with(dialect const& kind, std::vector<std::string> const& words, narrowing& to)
    {
        if (kind.has_pieces) {
            from = " from passage_pieces w join passage p on p.id = w.rowid";
            id = "w.rowid";
            to.by("passage_pieces match :asked", "asked", pieces_asked(words));
            return;
        }
        from = " from passage p";
        id = "p.id";
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto const name = "word" + std::to_string(i);
            // The first, too short for trigrams, reads along, six times as fast as with the case of
            // letters. The second is as their index has it; ICU knows the case of all letters,
            // whatever the locale.
            auto const has_word =
                letters_of(words[i]).size() < letters_of_trigram && has_no_case(words[i])
                    ? "p.words like :" + name
                    : "lower(p.words collate \"und-x-icu\") like lower(cast(:" + name +
                          " as text) collate \"und-x-icu\")";
            to.by(has_word + " escape '\\'", name, anywhere(words[i]));
        }
    }
};

} // namespace

std::vector<std::string> words_asked(std::string const& asked)
{
    std::string plain = asked;
    for (auto at = plain.find(wide_space); at != plain.npos; at = plain.find(wide_space, at))
        plain.replace(at, wide_space.size(), " ");
    for (char& letter : plain)
        if (is_control({&letter, 1}))
            letter = ' ';
    std::vector<std::string> words;
    std::size_t at = 0;
    while ((at = plain.find_first_not_of(' ', at)) != plain.npos && words.size() < most_words) {
        auto const end = std::min(plain.find(' ', at), plain.size());
        auto word = plain.substr(at, end - at);
        if (std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(std::move(word));
        at = end;
    }
    return words;
}

std::string pieces_of(std::string const& words)
{
    auto const letters = letters_of(words);
    std::string pieces;
    pieces.reserve(3 * words.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        pieces.append(letters[i]);
        if (i + 1 < letters.size())
            pieces.append(letters[i + 1]);
        pieces.push_back(piece_ends);
    }
    return pieces;
}

std::string pieces_asked(std::vector<std::string> const& words)
{
    std::string asked;
    for (auto const& word : words)
        asked += (asked.empty() ? "" : " ") + piece_or_phrase(word);
    return asked;
}

std::string titles_asked(std::vector<std::string> const& words)
{
    return "{number title} : (" + pieces_asked(words) + ")";
}

bool narrow_to_words(::soci::session& sql, narrowing& to, std::string const& id,
                     std::string const& words)
{
    if (words.empty())
        return false;
    // Words that few cases have lead to them. Words that many have are compared along the list:
    // gathering all those cases to show fifty would cost more.
    // A database that estimates knows which is which.
    if (dialect_of(sql).has_pieces) {
        auto const asked = pieces_asked({words});
        auto const titles = titles_asked({words});
        if (are_few(sql, asked, titles)) {
            to.by(id + " in (" + cases_with_words + ")", "words", asked);
            to.with("titles", titles);
            return true;
        }
    }
    compare_titles(dialect_of(sql), to, words);
    return false;
}

bool reader::is_withheld_name(found_passage const& found)
{
    withheld_documents const withheld(*sql_, found.on, seen_);
    if (!withheld.any())
        return false;
    auto const acts = soci::acts_of(*sql_, found.on);
    auto const named_in = std::find_if(
        acts.begin(), acts.end(), [&](engine::act const& one) { return one.seq == found.seq; });
    return named_in == acts.end() || withheld.are_named_at(found.path, named_in->body);
}

page<found_passage> reader::search(std::string const& asked, std::optional<long long> before,
                                   long long limit)
{
    return faults_as_ours([&] {
        page<found_passage> found;
        auto const words = words_asked(asked);
        if (words.empty())
            return found;
        narrowing to;
        seen_.narrow(to);
        passages_with const having(dialect_of(*sql_), words, to);
        if (before)
            to.by(having.id + " < :before", "before", *before);
        long long const most = limit + 1;
        found_passage one;
        std::string entered_at;
        std::vector<long long> cursors;
        query list(*sql_, std::string(planned_anew) +
                              "select p.id, p.case_id, c.number, c.title, p.seq, a.kind, a.by_name,"
                              " a.by_unit, a.entered_at, p.path, p.words" +
                              having.from + with_case_and_act + to.conditions() + " order by " +
                              having.id + " desc limit :most");
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
        std::erase_if(found.rows, [&](found_passage const& row) { return is_withheld_name(row); });
        return found;
    });
}

} // namespace adapters::soci
