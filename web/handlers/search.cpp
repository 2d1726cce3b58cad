#include "adapters/soci/word_search.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/marked_words.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>

namespace web::handlers {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace {

constexpr long long rows_a_page = 30;
constexpr std::size_t longest_words = 200;

array pieces_view(std::vector<marked_piece> const& pieces)
{
    array made;
    for (auto const& one : pieces)
        made.push_back({{"words", one.words}, {"marked", one.marked}});
    return made;
}

/// What citizens sent in is shown to others without who they are; nothing where the words that were
/// looked for are no longer there.
std::optional<std::string> words_to_show(visit& v, adapters::soci::found_passage const& one,
                                         std::vector<std::string> const& asked)
{
    if (!tells_of_senders(one.kind))
        return one.words;
    auto const file = open_file(v, one.on);
    if (!file)
        return {};
    if (knows_senders(v, *file, one.kind))
        return one.words;
    auto shown = one.path.ends_with("from") ? masked_name(one.words)
                                            : masked_words(one.words, senders_of(v, *file));
    auto const pieces = marked(shown, asked);
    if (std::none_of(pieces.begin(), pieces.end(), [](auto const& piece) { return piece.marked; }))
        return {};
    return shown;
}

object passage_view(visit& v, adapters::soci::found_passage const& one, std::string const& shown,
                    std::vector<std::string> const& words)
{
    auto const home = "/cases/" + std::to_string(one.on.value);
    return {{"case", one.on.value},
            {"number", one.number},
            {"case_title", one.title},
            {"case_href", home},
            {"seq", one.seq},
            {"kind", one.kind},
            {"act_words", act_words(v.words, one.kind)},
            {"act_href", home + "/acts/" + std::to_string(one.seq)},
            {"field", one.path},
            {"field_words", path_label(v.words, one.kind, one.path)},
            {"by", one.by_name},
            {"unit_name", v.house.unit_name(one.by_unit)},
            {"entered_at", engine::to_text(one.entered_at)},
            {"entered_words", v.words.moment(one.entered_at)},
            {"pieces", pieces_view(marked(shown, words))}};
}

} // namespace

answer search_words(visit& v)
{
    auto const asked = v.query("words");
    if (asked.size() > longest_words)
        return problem(v, 400, "malformed", say("查找的文字过长，最多{1}字节。", longest_words));
    auto const words = adapters::soci::words_asked(asked);
    auto const found = v.records->search(asked, number_in(v.query("after")), rows_a_page);
    answer page{.page = "search"};
    page.view["title"] = v.words("search.title");
    page.view["words"] = asked;
    page.view["asked"] = !words.empty();
    array rows;
    for (auto const& one : found.rows)
        if (auto const shown = words_to_show(v, one, words))
            rows.push_back(passage_view(v, one, *shown, words));
    object direct;
    if (words.size() == 1)
        if (auto const one = v.records->find_case(words.front()))
            direct = {{"href", "/cases/" + std::to_string(one->head.line.id.value)},
                      {"number", one->head.line.number},
                      {"case_title", one->summary.title}};
    page.view["empty"] = rows.empty() && direct.empty() && !words.empty();
    page.view["has_rows"] = !rows.empty();
    page.view["rows"] = std::move(rows);
    page.view["next"] =
        found.next
            ? "/search?" + to_query({{"words", asked}, {"after", std::to_string(*found.next)}})
            : "";
    if (direct.empty())
        page.view["direct"] = false;
    else
        page.view["direct"] = std::move(direct);
    return page;
}

} // namespace web::handlers
