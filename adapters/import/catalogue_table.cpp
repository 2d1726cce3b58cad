#include "adapters/import/catalogue_table.hpp"

#include "adapters/import/known_columns.hpp"
#include "adapters/sheet/read_sheet.hpp"
#include "workflows/catalogue/planned_time.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace adapters::import {
namespace {

using engine::say;
using workflows::catalogue::item_details;
using workflows::catalogue::matter_type;
using workflows::catalogue::required_step;

/// A unit is kept by a code or a name of at most so many bytes (engine/body.cpp).
constexpr std::size_t longest_unit = 64;

bool is_blank(std::string_view letter)
{
    return letter == " " || letter == "\t" || letter == "\n" || letter == "\r" || letter == "　";
}

std::string_view first_letter(std::string_view text)
{
    auto const lead = static_cast<unsigned char>(text.front());
    return text.substr(0, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

/// Parted wherever offices part lists.
std::vector<std::string> parts_of(std::string_view text)
{
    static constexpr auto marks =
        std::to_array<std::string_view>({"、", "，", ",", "；", ";", "/", "／", "|", "。"});
    std::vector<std::string> parts;
    std::string part;
    auto const end_part = [&] {
        if (!part.empty())
            parts.push_back(std::move(part));
        part.clear();
    };
    while (!text.empty()) {
        auto const letter = first_letter(text);
        text.remove_prefix(letter.size());
        if (is_blank(letter) || std::find(marks.begin(), marks.end(), letter) != marks.end())
            end_part();
        else
            part += letter;
    }
    end_part();
    return parts;
}

/// A heading as it is compared: without blanks and what stands in brackets.
std::string plain_heading(std::string_view text)
{
    std::string made;
    while (!text.empty()) {
        auto const letter = first_letter(text);
        if (letter == "（" || letter == "(")
            break;
        text.remove_prefix(letter.size());
        if (!is_blank(letter))
            made += letter;
    }
    return made;
}

/// One line: a cell with several has them joined.
std::string one_line(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

std::optional<bool> yes_or_no(std::string const& cell)
{
    static std::set<std::string_view> const yes{"是", "√",    "有",  "需要", "需",
                                                "要", "公开", "yes", "1",    "true"};
    static std::set<std::string_view> const no{"",  "否", "×", "无",    "不需要", "不公开",
                                               "—", "no", "0", "false", "-"};
    if (yes.contains(cell))
        return true;
    if (no.contains(cell))
        return false;
    return {};
}

std::optional<required_step> step_named(std::string const& word)
{
    static std::vector<std::pair<std::string_view, required_step>> const words{
        {"听证", required_step::hearing},
        {"公众参与", required_step::participation},
        {"征求意见", required_step::participation},
        {"专家", required_step::experts},
        {"风险", required_step::risk},
        {"公平竞争", required_step::fair_competition},
        {"合法性", required_step::legality_review},
        {"集体", required_step::collective_decision}};
    for (auto const& [part, step] : words)
        if (word.find(part) != std::string::npos)
            return step;
    required_step named{};
    if (boost::describe::enum_from_string(word.c_str(), named))
        return named;
    return {};
}

std::optional<matter_type> matter_named(std::string const& word)
{
    static std::vector<std::pair<std::string_view, matter_type>> const words{
        {"规划", matter_type::plan},
        {"资源", matter_type::resource_policy},
        {"建设项目", matter_type::construction_project},
        {"政策", matter_type::public_policy},
        {"其他", matter_type::other_major}};
    matter_type named{};
    if (boost::describe::enum_from_string(word.c_str(), named))
        return named;
    for (auto const& [part, type] : words)
        if (word.find(part) != std::string::npos)
            return type;
    return {};
}

class table_reader {
public:
    table_reader(sheet::read_table const& table, int year, std::vector<soci::unit> const& units)
        : table_(table), year_(year), units_(units)
    {
        std::vector<std::string> headings;
        for (auto const& one : table.headings)
            headings.push_back(plain_heading(one));
        places_ = places_of(catalogue_columns(), headings);
    }

    catalogue_table read()
    {
        if (!places_.contains("name")) {
            made_.faults.push_back({{}, 1, say("没有“事项名称”一列")});
            return std::move(made_);
        }
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            row_ = &table_.rows[i];
            line_ = table_.lines[i];
            read_row();
        }
        if (made_.content.items.empty() && made_.faults.empty())
            made_.faults.push_back({{}, 1, say("表格里没有事项")});
        return std::move(made_);
    }

private:
    std::string cell(char const* column) const
    {
        auto const found = places_.find(column);
        return found == places_.end() ? std::string() : (*row_)[found->second];
    }

    void fault(engine::text why) { made_.faults.push_back({{}, line_, std::move(why)}); }
    void remark(engine::text what) { made_.remarks.push_back({{}, line_, std::move(what)}); }

    void read_row()
    {
        auto const name = one_line(cell("name"));
        if (name.empty())
            return fault(say("缺少事项名称"));
        if (auto const year = cell("year");
            !year.empty() && !year.starts_with(std::to_string(year_)))
            return fault(say("年度“{1}”不是{2}", year, year_));
        auto const kind = cell("kind");
        if (kind.find("听证") != std::string::npos || kind == "hearing")
            return mark_hearing(name);
        if (auto const before = lines_of_names_.find(name); before != lines_of_names_.end())
            return fault(say("事项“{1}”与第{2}行重复", name, before->second));
        lines_of_names_[name] = line_;

        item_details one;
        one.item_name = name;
        put(one.content, cell("content"));
        put(one.legal_basis, cell("legal_basis"));
        put(one.item_remarks, cell("remarks"));
        read_matter(one);
        read_units(one);
        read_steps(one);
        read_time(one.planned_start, cell("start"));
        read_time(one.planned_consultation, cell("consultation"));
        read_time(one.planned_meeting, cell("meeting"));
        one.withheld = places_.contains("public") && !flag("public", true);
        one.also_normative_document = flag("normative", false);
        made_.content.items.push_back(std::move(one));
        made_.lines.push_back(line_);
        auto const proposer = units_in("proposer");
        made_.proposers.push_back(proposer.empty() ? std::string() : std::string(proposer.front()));
        read_publication();
    }

    template <class Text>
    static void put(std::optional<Text>& into, std::string const& words)
    {
        if (!words.empty())
            into = Text(words);
    }

    bool flag(char const* column, bool otherwise)
    {
        auto const words = cell(column);
        if (words.empty())
            return otherwise;
        auto const found = yes_or_no(words);
        if (!found)
            fault(say("“{1}”应为“是”或者“否”", words));
        return found.value_or(otherwise);
    }

    /// The entry is in the hearing catalogue, too.
    void mark_hearing(std::string const& name)
    {
        for (auto& one : made_.content.items)
            if (one.item_name == name)
                return add(one.steps, required_step::hearing);
        fault(say("听证目录的事项“{1}”不在决策事项目录中", name));
    }

    static void add(std::vector<required_step>& steps, required_step one)
    {
        if (std::find(steps.begin(), steps.end(), one) == steps.end())
            steps.push_back(one);
    }

    void read_matter(item_details& into)
    {
        auto const words = cell("matter");
        if (words.empty())
            return;
        into.matter = matter_named(words);
        if (!into.matter)
            fault(say("看不懂事项类型“{1}”", words));
    }

    std::vector<engine::unit_ref> units_in(char const* column)
    {
        std::vector<engine::unit_ref> all;
        for (auto const& name : parts_of(cell(column))) {
            auto code = code_of_unit(name, units_);
            if (code.size() > longest_unit) {
                fault(say("单位名称“{1}”过长", name));
                continue;
            }
            if (std::none_of(units_.begin(), units_.end(),
                             [&](auto const& one) { return one.code == code; }))
                remark(say("本系统没有登记单位“{1}”，按原文保留", name));
            engine::unit_ref const one(std::move(code));
            if (std::find(all.begin(), all.end(), one) == all.end())
                all.push_back(one);
        }
        return all;
    }

    /// Where several units lead, the first does and the others are co-sponsors.
    void read_units(item_details& into)
    {
        auto leads = units_in("lead");
        if (!leads.empty())
            into.lead = leads.front();
        for (std::size_t i = 1; i < leads.size(); ++i)
            into.co_sponsors.push_back(leads[i]);
        for (auto& one : units_in("co_sponsors"))
            into.co_sponsors.push_back(std::move(one));
        into.cooperating = units_in("cooperating");
    }

    void read_steps(item_details& into)
    {
        for (auto const& word : parts_of(cell("steps"))) {
            if (auto const step = step_named(word))
                add(into.steps, *step);
            else
                fault(say("看不懂程序“{1}”", word));
        }
        if (flag("hearing", false))
            add(into.steps, required_step::hearing);
    }

    void read_time(std::optional<std::string>& into, std::string const& cell)
    {
        if (cell.empty())
            return;
        if (!workflows::catalogue::read_planned_time(cell, year_))
            return fault(say("看不懂计划时间“{1}”；请写到月或者季度", cell));
        into = one_line(cell);
    }

    /// The same on every row: the first row that has it counts.
    void read_publication()
    {
        auto& content = made_.content;
        auto const take = [&](auto& into, char const* column) {
            if (auto const words = one_line(cell(column)); !into && !words.empty())
                into = words;
        };
        take(content.issuer, "issuer");
        take(content.document_number, "document_number");
        take(content.approval_basis, "approval");
        take(content.address, "address");
        auto const words = cell("published_on");
        if (words.empty() || content.published_on || content.remarks)
            return;
        content.published_on = engine::parse_day(words);
        if (!content.published_on) {
            content.remarks = engine::prose("公布时间：" + words);
            remark(say("公布日期“{1}”没有写到日，记入备注", words));
        }
    }

    sheet::read_table const& table_;
    int year_;
    std::vector<soci::unit> const& units_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::map<std::string, std::size_t> lines_of_names_;
    std::vector<std::string> const* row_ = nullptr;
    std::size_t line_ = 0;
    catalogue_table made_;
};

} // namespace

/// What the columns are called in published catalogues and in the files that this program writes.
std::vector<known_column> const& catalogue_columns()
{
    static std::vector<known_column> const all{
        {"name",
         {"事项名称", "决策事项名称", "决策事项", "重大行政决策事项", "重大行政决策事项名称",
          "目录事项", "事项", "名称", "项目名称", "item_name"},
         true},
        {"content", {"主要内容", "事项内容", "内容", "item_content", "content"}},
        {"matter",
         {"事项类型", "事项类别", "类型", "类别", "matter"},
         false,
         "重大公共政策、重要规划、自然文化资源、重大公共建设项目、其他重大事项之一；导入申报时必"
         "填"},
        {"lead",
         {"牵头单位", "承办单位", "决策承办单位", "责任单位", "承办部门", "主办单位", "起草单位",
          "组织部门", "组织实施部门", "牵头部门", "lead_unit", "lead", "lead_name"},
         false,
         "本系统登记的单位名称；导入申报时必填"},
        {"proposer",
         {"申报单位", "报送单位", "申报部门", "proposed_by"},
         false,
         "本系统登记的单位名称；不写的，以牵头单位为申报单位"},
        {"co_sponsors",
         {"其他承办单位", "联合承办单位", "共同承办单位", "co_sponsors"},
         false,
         "本系统登记的单位名称，几个单位用顿号分开"},
        {"cooperating",
         {"配合单位", "协办单位", "参与单位", "配合部门", "cooperating_units", "cooperating"},
         false,
         "本系统登记的单位名称，几个单位用顿号分开"},
        {"legal_basis",
         {"法律政策依据", "法律依据", "政策依据", "主要依据", "依据", "legal_basis"}},
        {"steps",
         {"须履行的程序", "履行程序", "应履行程序", "决策程序", "程序要求", "steps_required",
          "steps"},
         false,
         "公众参与、专家论证、风险评估、公平竞争审查、合法性审查、集体讨论决定、听证，用顿号分开"},
        {"hearing",
         {"是否听证", "是否组织听证", "是否举行听证", "听证", "hearing_required"},
         false,
         "是或者否"},
        {"start",
         {"计划启动时间", "启动时间", "planned_start"},
         false,
         "如 2027年第三季度、9月、下半年"},
        {"consultation",
         {"计划征求意见时间", "征求意见时间", "planned_consultation"},
         false,
         "如 2027年第三季度、9月、下半年"},
        {"meeting",
         {"计划提交审议时间", "计划审议时间", "提请审议时间", "计划完成时间", "完成时间",
          "计划决策时间", "决策时间", "计划时间", "时间安排", "planned_time", "planned_meeting"},
         false,
         "如 2027年第三季度、9月、下半年"},
        {"public", {"是否公开"}, false, "是或者否"},
        {"normative",
         {"同时是行政规范性文件", "是否规范性文件", "是否行政规范性文件"},
         false,
         "是或者否"},
        {"remarks", {"备注", "说明", "item_remarks", "remarks"}},
        {"year", {"年度", "年份", "year"}, false, "四位数字"},
        {"kind", {"目录类别", "catalogue_kind"}},
        {"issuer", {"发布机关", "公布机关", "issuer"}},
        {"document_number", {"发文字号", "文号", "doc_no", "document_number"}},
        {"published_on",
         {"公布日期", "发布日期", "issued_date", "published_on"},
         false,
         "日期，如 2021-03-05"},
        {"approval", {"审定依据", "批准依据", "approval_basis"}},
        {"address", {"网址", "链接", "source_url", "address"}}};
    return all;
}

std::string code_of_unit(std::string_view name, std::vector<soci::unit> const& units)
{
    constexpr std::size_t shortest = 9; // three characters
    soci::unit const* alike = nullptr;
    for (auto const& one : units) {
        if (one.name == name || one.code == name)
            return one.code;
        if (name.size() < shortest || one.name.size() < shortest ||
            !(name.ends_with(one.name) || std::string_view(one.name).ends_with(name)))
            continue;
        if (alike)
            return std::string(name); // two might be meant
        alike = &one;
    }
    return alike ? alike->code : std::string(name);
}

catalogue_table read_catalogue(std::string_view bytes, int year,
                               std::vector<soci::unit> const& units)
{
    auto const reading = sheet::read_table_of(bytes);
    if (auto const* why = std::get_if<engine::text>(&reading)) {
        catalogue_table made;
        made.faults.push_back({{}, 1, *why});
        return made;
    }
    return table_reader(std::get<sheet::read_table>(reading), year, units).read();
}

} // namespace adapters::import
