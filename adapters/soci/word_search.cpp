#include "adapters/soci/word_search.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rows.hpp"
#include "engine/lowered.hpp"

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

/// That a column holds :words, which are engine::lowered(); in half the time where letters have no
/// case.
std::string holds(dialect const& kind, std::string const& column, std::string const& words)
{
    auto const in = has_no_case(words) ? column : "lower(" + column + ")";
    return kind.place_of + ("(" + in + ", :words) > 0");
}

/// In title or number.
std::string titles_hold(dialect const& kind, std::string const& words)
{
    return "(" + holds(kind, "c.title", words) + " or " + holds(kind, "c.number", words) + ")";
}

// What rows of PostgreSQL have pieces of, as their indexes say it.
constexpr char const* title_has_pieces =
    "word_pieces(c.number || chr(1) || c.title) @> asked_pieces(:pieces)";
constexpr char const* other_side_has_pieces =
    "word_pieces(m.counterparty) @> asked_pieces(:pieces)";

/// A select of the ids of cases by an index of words, and what it binds.
struct ids_by_words {
    std::string select;
    std::vector<std::pair<std::string, std::string>> values;

    /// Words that few cases have lead to them. Words that many have are compared along a list:
    /// gathering all those cases to show fifty would cost more.
    bool are_few(::soci::session& sql) const
    {
        long long const most = few_to_search;
        long long found = 0;
        query counted(sql, std::string(planned_anew) + "select count(*) from (" + select +
                               " limit :most) as found");
        for (auto const& [name, value] : values)
            counted.in(name.c_str(), value);
        counted.in("most", most).out(found).one();
        return found < few_to_search;
    }

    void lead(narrowing& to, std::string const& id) const
    {
        to.add(id + " in (" + select + ")");
        for (auto const& [name, value] : values)
            to.with(name, value);
    }
};

/// By title or number, of a family if one is asked for.
ids_by_words cases_by_words(dialect const& kind, std::string const& words,
                            std::string const& family)
{
    if (kind.has_pieces)
        return {cases_with_words,
                {{"words", pieces_asked({words})}, {"titles", titles_asked({words})}}};
    ids_by_words found{std::string("select c.id from case_file c where ") + title_has_pieces +
                           " and " + titles_hold(kind, words),
                       {{"pieces", pieces_covering(words)}, {"words", engine::lowered(words)}}};
    if (!family.empty()) {
        found.select += " and c.family = :of_family";
        found.values.emplace_back("of_family", family);
    }
    return found;
}

/// By the other side too, for a database that knows the pieces of rows.
ids_by_words matters_by_words(dialect const& kind, std::string const& words)
{
    auto found = cases_by_words(kind, words, "legal_matter");
    found.select += std::string(" union all select m.case_id from legal_matter m where ") +
                    other_side_has_pieces + " and " + holds(kind, "m.counterparty", words);
    return found;
}

/// The passages that hold all words as p, and what narrows them; the newest have the largest `id`.
struct passages_with {
    std::string from;
    std::string id;
    narrowing to;
};

/// Read one after the other.
passages_with read_along(std::vector<std::string> const& words)
{
    passages_with found{" from passage p", "p.id", {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const name = "word" + std::to_string(i);
        // ICU knows the case of all letters, whatever the locale
        found.to.by("strpos(lower(p.words collate \"und-x-icu\"), lower(cast(:" + name +
                        " as text) collate \"und-x-icu\")) > 0",
                    name, words[i]);
    }
    return found;
}

/// By the index of words.
passages_with indexed(dialect const& kind, std::vector<std::string> const& words)
{
    if (kind.has_pieces) {
        passages_with found{
            " from passage_pieces w join passage p on p.id = w.rowid", "w.rowid", {}};
        found.to.by("passage_pieces match :asked", "asked", pieces_asked(words));
        return found;
    }
    auto found = read_along(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const name = "pieces" + std::to_string(i);
        found.to.by("word_pieces(p.words) @> asked_pieces(:" + name + ")", name,
                    pieces_covering(words[i]));
    }
    return found;
}

/// The newest of them, one more than `limit` if there are so many.
std::vector<found_passage> newest_of(::soci::session& sql, passages_with const& having,
                                     long long limit)
{
    long long const most = limit + 1;
    std::vector<found_passage> found;
    found_passage one;
    std::string entered_at;
    query list(sql, std::string(planned_anew) +
                        "select p.id, p.case_id, c.number, c.title, p.seq, a.kind, a.by_name,"
                        " a.by_unit, a.entered_at, p.path, p.words" +
                        having.from + with_case_and_act + having.to.conditions() + " order by " +
                        having.id + " desc limit :most");
    having.to.into(list.in("most", most));
    list.out(one.id).out(one.on.value).out(one.number).out(one.title).out(one.seq);
    list.out(one.kind).out(one.by_name).out(one.by_unit).out(entered_at).out(one.path);
    list.out(one.words);
    list.each([&] {
        one.entered_at = instant_of(entered_at);
        found.push_back(one);
    });
    return found;
}

/// What stands in very many passages is among the newest: an index would gather them all first.
/// So many are read along in some milliseconds.
constexpr long long near_passages = 4'000;

/// Below that id stand the passages that are looked for.
long long bound_of_passages(::soci::session& sql, std::optional<long long> before)
{
    long long newest = 0;
    if (!before)
        query(sql, "select coalesce(max(id), 0) from passage").out(newest).one();
    return before.value_or(newest + 1);
}

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

std::string pieces_covering(std::string const& word)
{
    auto const letters = letters_of(word);
    if (letters.size() < 2)
        return word;
    std::string pieces;
    for (std::size_t i = 0; i + 2 < letters.size(); i += 2)
        pieces.append(letters[i]).append(letters[i + 1]).push_back(piece_ends);
    return pieces.append(letters[letters.size() - 2]).append(letters.back());
}

bool narrow_to_words(::soci::session& sql, narrowing& to, std::string const& id,
                     std::string const& words, std::string const& family)
{
    if (words.empty())
        return false;
    auto const& kind = dialect_of(sql);
    auto const ids = cases_by_words(kind, words, family);
    bool const lead = ids.are_few(sql);
    if (lead)
        ids.lead(to, id);
    else
        to.by(titles_hold(kind, words), "words", engine::lowered(words));
    return lead;
}

void narrow_matters_to_words(::soci::session& sql, narrowing& to, std::string const& words)
{
    auto const& kind = dialect_of(sql);
    auto const ids = matters_by_words(kind, words);
    if (ids.are_few(sql))
        ids.lead(to, "m.case_id");
    else
        to.by("(" + titles_hold(kind, words) + " or " + holds(kind, "m.counterparty", words) + ")",
              "words", engine::lowered(words));
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
        auto const& kind = dialect_of(*sql_);
        auto const full = [&] { return static_cast<long long>(found.rows.size()) > limit; };
        auto const look = [&](passages_with having) {
            seen_.narrow(having.to);
            if (before)
                having.to.by(having.id + " < :before", "before", *before);
            found.rows = newest_of(*sql_, having, limit);
        };
        if (!kind.has_pieces) {
            auto near = read_along(words);
            near.to.by("p.id >= :after", "after", bound_of_passages(*sql_, before) - near_passages);
            look(std::move(near));
        }
        if (!full())
            look(indexed(kind, words));
        if (full()) {
            found.rows.resize(static_cast<std::size_t>(limit));
            found.next = found.rows.back().id;
        }
        std::erase_if(found.rows, [&](found_passage const& row) { return is_withheld_name(row); });
        return found;
    });
}

} // namespace adapters::soci
