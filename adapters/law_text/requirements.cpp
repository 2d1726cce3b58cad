#include "adapters/law_text/requirements.hpp"

#include "adapters/files/read_file.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace adapters::law_text {
namespace {

using engine::say;

/// The number between the last dash of an id and its dot: 25 of "R713-25.1"; 0 if there is none.
int article_of(std::string_view id)
{
    auto const dash = id.rfind('-');
    int number = 0;
    if (dash != std::string_view::npos)
        std::from_chars(id.data() + dash + 1, id.data() + id.size(), number);
    return number;
}

std::string prefix_of(std::string_view id)
{
    return std::string(id.substr(0, id.rfind('-')));
}

csv::table read(std::string_view text, std::string const& file,
                std::vector<std::string_view> const& columns, std::vector<csv::fault>& faults)
{
    auto reading = csv::read(text, file);
    faults.insert(faults.end(), reading.faults.begin(), reading.faults.end());
    for (auto const column : columns)
        if (!reading.found.columns.empty() && !reading.found.has(column)) {
            faults.push_back({file, 1, say("缺少“{1}”列", column)});
            reading.found.rows.clear();
        }
    return std::move(reading.found);
}

} // namespace

std::vector<csv::fault> requirements::add(std::string_view requirements_csv,
                                          std::string_view sources_csv, std::string const& folder)
{
    std::vector<csv::fault> faults;
    auto const sources_file = folder + "/sources.csv";
    auto const sources =
        read(sources_csv, sources_file, {"prefix", "title_zh", "title_en", "numbering"}, faults);
    for (auto const& row : sources.rows) {
        auto const& numbering = sources.cell(row, "numbering");
        if (numbering != "article" && numbering != "id")
            faults.push_back({sources_file, row.line, say("numbering只能是article或id")});
        auto const added =
            sources_.emplace(sources.cell(row, "prefix"),
                             source{sources.cell(row, "title_zh"), sources.cell(row, "title_en"),
                                    numbering == "article"});
        if (added.second)
            order_.push_back(added.first->first);
    }

    auto const rules_file = folder + "/requirements.csv";
    auto const rules =
        read(requirements_csv, rules_file,
             {"id", "actor", "requirement_zh", "requirement", "kind", "citation_zh", "citation_en"},
             faults);
    for (auto const& row : rules.rows) {
        auto const wrong = [&](engine::text why) {
            faults.push_back({rules_file, row.line, std::move(why)});
        };
        requirement one{.id = rules.cell(row, "id"),
                        .actor = rules.cell(row, "actor"),
                        .kind = rules.cell(row, "kind"),
                        .zh = rules.cell(row, "requirement_zh"),
                        .en = rules.cell(row, "requirement"),
                        .citation_zh = rules.cell(row, "citation_zh"),
                        .citation_en = rules.cell(row, "citation_en")};
        if (one.id.empty())
            wrong(say("没有写明编号"));
        else if (one.zh.empty() || one.en.empty())
            wrong(say("{1}缺少中文或英文的说明", one.id));
        else if (auto const from = sources_.find(prefix_of(one.id)); from == sources_.end())
            wrong(say("{1}的出处不在sources.csv中", one.id));
        else if (from->second.by_article && one.citation_zh.empty() && article_of(one.id) == 0)
            wrong(say("{1}中没有条号", one.id));
        else
            by_id_.emplace(one.id, cite(one));
    }
    return faults;
}

requirement requirements::cite(requirement what) const
{
    auto const& from = sources_.find(prefix_of(what.id))->second;
    auto const article = article_of(what.id);
    if (what.citation_zh.empty())
        what.citation_zh = from.by_article ? from.title_zh + "第" + chinese_number(article) + "条"
                                           : from.title_zh + " " + what.id;
    if (what.citation_en.empty())
        what.citation_en = from.by_article ? from.title_en + ", art. " + std::to_string(article)
                                           : from.title_en + " " + what.id;
    return what;
}

requirement const* requirements::find(std::string_view id) const
{
    auto const found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

std::vector<regulation_text> requirements::by_regulation() const
{
    std::vector<regulation_text> all;
    for (auto const& prefix : order_) {
        auto const& from = sources_.find(prefix)->second;
        all.push_back({prefix, from.title_zh, from.title_en, {}});
    }
    for (auto const& [id, one] : by_id_)
        for (auto& regulation : all)
            if (regulation.prefix == prefix_of(id))
                regulation.requirements.push_back(&one);
    for (auto& regulation : all)
        std::stable_sort(
            regulation.requirements.begin(), regulation.requirements.end(),
            [](auto const* a, auto const* b) { return article_of(a->id) < article_of(b->id); });
    return all;
}

loaded_requirements load_requirements(std::filesystem::path const& data)
{
    loaded_requirements result;
    result.faults = result.law.add(config::embedded("law/requirements.csv").value(),
                                   config::embedded("law/sources.csv").value(), "config/law");
    auto const folder = data / "config" / "law";
    if (!data.empty() && std::filesystem::exists(folder / "requirements.csv"))
        for (auto& fault :
             result.law.add(files::read_file(folder / "requirements.csv"),
                            files::read_file(folder / "sources.csv"), folder.string()))
            result.faults.push_back(std::move(fault));
    return result;
}

std::string chinese_number(int n)
{
    constexpr std::array digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    auto const digit = [&](int d) { return std::string(digits[static_cast<std::size_t>(d)]); };
    std::string words;
    auto const hundreds = n / 100;
    auto const tens = n / 10 % 10;
    auto const ones = n % 10;
    if (hundreds > 0)
        words += digit(hundreds) + "百";
    if (tens > 0)
        words += (tens == 1 && hundreds == 0 ? "" : digit(tens)) + "十";
    else if (hundreds > 0 && ones > 0)
        words += digit(0);
    if (ones > 0)
        words += digit(ones);
    return words;
}

} // namespace adapters::law_text
