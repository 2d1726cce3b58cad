#include "web/handlers/imported_table.hpp"

#include "adapters/files/read_file.hpp"
#include "web/handlers/sheet_answer.hpp"
#include "web/keep_upload.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <span>

namespace web::handlers {

using engine::say;

std::string field_of_form(visit const& v, char const* name)
{
    auto const* found = find(v.asked.fields, name);
    return found ? *found : std::string();
}

std::variant<imported_table, engine::text> read_imported_table(visit& v)
{
    imported_table made{.file = {field_of_form(v, "hash"), field_of_form(v, "name")},
                        .bytes = {},
                        .confirmed = !field_of_form(v, "confirm").empty()};
    for (auto& one : v.asked.files) {
        if (!one.file)
            continue;
        auto const is_table = one.file_name.ends_with(".csv") || one.file_name.ends_with(".xlsx");
        auto const outcome = keep_upload(v, one);
        // What else may be uploaded elsewhere is of no use here.
        if (auto const* why = std::get_if<engine::text>(&outcome))
            return is_table ? *why : say("请选择一个 CSV 或者 XLSX 文件。");
        auto const& kept = std::get<kept_upload>(outcome);
        made.file = {kept.hash, kept.name};
        break;
    }
    if (made.file.hash.empty() || made.file.name.empty())
        return say("请选择一个 CSV 或者 XLSX 文件。");
    auto const known = v.records->find_document(made.file.hash);
    auto const path = known ? v.house.with().documents.path_of(made.file.hash) : std::nullopt;
    if (!path)
        return say("文件{1}尚未上传", made.file.name);
    made.bytes = adapters::files::read_file(*path);
    return made;
}

boost::json::array lines_view(visit const& v, std::vector<adapters::csv::fault> const& all)
{
    constexpr std::size_t most_shown = 200;
    boost::json::array made;
    for (auto const& one : all) {
        if (made.size() == most_shown)
            break;
        made.push_back(boost::json::object{{"line", one.line},
                                           {"line_words", v.words(say("第{1}行", one.line))},
                                           {"words", v.words(one.reason)}});
    }
    return made;
}

void put_columns(visit const& v, std::vector<adapters::import::known_column> const& columns,
                 std::string const& template_href, answer& into)
{
    boost::json::array all;
    for (auto const& one : columns) {
        std::string others;
        for (auto const heading : std::span(one.headings).subspan(1))
            others += (others.empty() ? "" : "、") + std::string(heading);
        std::string const form(one.form);
        all.push_back(boost::json::object{{"heading", std::string(one.headings.front())},
                                          {"is_needed", one.is_needed},
                                          {"form", form.empty() ? form : v.words(say(form))},
                                          {"others", others}});
    }
    into.only_page["columns"] = std::move(all);
    into.only_page["template_href"] = template_href;
}

answer empty_table(visit& v, engine::text const& title,
                   std::vector<adapters::import::known_column> const& columns,
                   std::string const& as)
{
    adapters::sheet::sheet made{
        .title = v.words(title), .headings = {}, .rows = {}, .notes_title = {}, .notes = {}};
    for (auto const& one : columns)
        made.headings.emplace_back(one.headings.front());
    return sheet_answer(v, made, as);
}

boost::asio::awaitable<entering> enter_in_order(visit& v, std::vector<engine::submission> acts)
{
    entering made;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        auto& wish = acts[i];
        if (wish.on.value == 0)
            wish.on = made.on;
        wish.seeing = v.seeing();
        auto outcome = co_await v.house.with().entries.submit(std::move(wish));
        auto const* ruling = outcome ? std::get_if<engine::ruling>(&*outcome) : nullptr;
        auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
        if (!taken) {
            made.stopped_at = i;
            made.answer = std::move(outcome);
            break;
        }
        made.on = taken->what.on;
    }
    co_return made;
}

answer stopped_import(visit const& v, entering const& went, engine::text const& so_far)
{
    if (!went.answer)
        return problem(v, 503, "busy", so_far);
    if (auto const* broken = std::get_if<adapters::soci::fault>(&*went.answer))
        return broken_off(v, *broken);
    auto made = problem(v, 422, "refused", so_far);
    auto const& ruling = std::get<engine::ruling>(*went.answer);
    if (auto const* refused = std::get_if<engine::refused>(&ruling))
        made.view["refusals"] = refusals_view(v, refused->grounds);
    return made;
}

} // namespace web::handlers
