#include "adapters/csv/csv.hpp"
#include "adapters/soci/account_rows.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/administration_words.hpp"
#include "web/handlers/asked_filters.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <array>

// The record of the administration: every act on its case, the newest first.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::size_t rows_of_page = 20;

constexpr std::array<char const*, 5> chapters = {"house", "people", "appointments", "substitutions",
                                                 "settings"};

/// What was asked for, and how it goes on into links and back into the form.
struct asked_acts {
    std::string chapter;
    std::string words;
    std::optional<engine::day> from;
    std::optional<engine::day> until;
    long long before = 0; ///< seq; 0: from the newest on
    pairs as_query;
    std::string malformed; ///< the value that is no date
};

asked_acts asked_in(visit const& v)
{
    asked_acts made;
    asked_filters filters(v);
    made.chapter = filters.take("chapter");
    made.words = filters.take("words");
    made.from = filters.take_day("from");
    made.until = filters.take_day("until");
    made.before = number_in(v.query("before")).value_or(0);
    made.as_query = std::move(filters.as_query);
    made.malformed = std::move(filters.malformed);
    return made;
}

std::string text_in(object const& one, char const* key)
{
    return std::string(one.at(key).as_string());
}

bool says(object const& act, std::string const& words)
{
    for (auto const* key : {"by_words", "act_words"})
        if (text_in(act, key).find(words) != std::string::npos)
            return true;
    for (auto const& row : act.at("told").as_array())
        if (text_in(row.as_object(), "words").find(words) != std::string::npos)
            return true;
    return false;
}

/// The acts that fit, the newest first, in words; at most so many.
array acts_that_fit(opened_case const& file, administration_words const& words,
                    asked_acts const& only, std::size_t most)
{
    array found;
    auto const& acts = file.record.acts;
    for (auto one = acts.rbegin(); one != acts.rend() && found.size() < most; ++one) {
        auto const on = one->counts_on();
        if ((only.before > 0 && one->seq >= only.before) ||
            (!only.chapter.empty() && !one->kind.starts_with(only.chapter + ".")) ||
            (only.from && on < *only.from) || (only.until && on > *only.until))
            continue;
        auto act = words.act(file, *one);
        if (only.words.empty() || says(act, only.words))
            found.push_back(std::move(act));
    }
    return found;
}

std::string address_with(char const* path, pairs const& fields)
{
    auto const query = to_query(fields);
    return query.empty() ? path : path + ("?" + query);
}

struct kept_record {
    asked_acts only;
    opened_case file;
    workflows::administration::register_of_house house;
};

/// The record and what of it was asked for; the answer instead when there is none, or a date is no
/// good.
std::variant<kept_record, answer> record_of(visit& v)
{
    auto asked = asked_in(v);
    if (!asked.malformed.empty())
        return problem(v, 400, "malformed",
                       say("“{1}”不是日期，应为 2024-04-02 的形式。", asked.malformed));
    auto const on = administration_case(v);
    if (!on)
        return not_found(v);
    auto file = open_file(v, *on);
    auto house = adapters::soci::register_after(file->record.acts);
    return kept_record{std::move(asked), std::move(*file), std::move(house)};
}

} // namespace

answer show_administration_acts(visit& v)
{
    auto found = record_of(v);
    if (auto* no = std::get_if<answer>(&found))
        return std::move(*no);
    auto const& [asked, file, house] = std::get<kept_record>(found);
    // One more than is shown says whether there are more.
    auto acts = acts_that_fit(file, administration_words(v, house), asked, rows_of_page + 1);
    answer page{.page = "administration_acts"};
    page.view["title"] = v.words(say("管理记录"));
    page.view["version"] = file.version();
    std::string next;
    if (acts.size() > rows_of_page) {
        acts.pop_back();
        auto further = asked.as_query;
        further.emplace_back("before", std::to_string(acts.back().at("seq").as_int64()));
        next = address_with("/administration/acts", further);
    }
    page.view["empty"] = acts.empty();
    page.view["acts"] = std::move(acts);
    page.view["next"] = next;
    page.only_page["export"] = address_with("/administration/acts.csv", asked.as_query);
    page.only_page["is_narrowed"] = !asked.as_query.empty();
    for (auto const* key : {"words", "from", "until"})
        page.only_page[key] = v.query(key);
    array choices;
    for (auto const* one : chapters)
        choices.push_back({{"code", one},
                           {"words", chapter_words(v.words, one)},
                           {"selected", asked.chapter == one}});
    page.only_page["chapters"] = std::move(choices);
    return page;
}

answer export_administration_acts(visit& v)
{
    auto found = record_of(v);
    if (auto* no = std::get_if<answer>(&found))
        return std::move(*no);
    auto const& [asked, file, house] = std::get<kept_record>(found);
    auto const acts =
        acts_that_fit(file, administration_words(v, house), asked, file.record.acts.size());
    std::vector<std::string> heading;
    for (auto const* key : {"seq", "at", "what", "says", "by", "role", "unit", "origin", "hash"})
        heading.push_back(v.words(std::string("administration.column.") + key));
    answer sheet;
    auto& sent = sheet.as_is.emplace();
    sent.with("Content-Type", "text/csv; charset=utf-8");
    sent.with("Content-Disposition", "attachment; filename=\"administration.csv\"");
    sent.body = std::string(adapters::csv::byte_order_mark) + adapters::csv::sheet_line_of(heading);
    for (auto const& one : acts) {
        auto const& act = one.as_object();
        std::string says_all;
        for (auto const& row : act.at("told").as_array())
            says_all += (says_all.empty() ? "" : "；") + text_in(row.as_object(), "label") + " " +
                        text_in(row.as_object(), "words");
        sent.body += adapters::csv::sheet_line_of(
            {std::to_string(act.at("seq").as_int64()), text_in(act, "entered_words"),
             text_in(act, "act_words"), says_all, text_in(act, "by_words"),
             text_in(act, "role_words"), text_in(act, "unit_name"), text_in(act, "origin_words"),
             text_in(act, "hash")});
    }
    return sheet;
}

} // namespace web::handlers
