#include "adapters/import/import_matters.hpp"

#include "adapters/import/known_columns.hpp"
#include "adapters/import/register_cells.hpp"
#include "engine/chain.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <algorithm>
#include <map>

namespace adapters::import {
namespace {

using boost::json::object;
using engine::say;
namespace registration = workflows::legal_matter::registration;
namespace handling = workflows::legal_matter::handling;

/// As the register names them; the words that people use for short do as well.
constexpr char const* kinds_in_words =
    "重大决策、规范性文件、合同、重大项目、诉讼、行政复议、仲裁、执行、政府信息公开答复、履职申请、"
    "涉法信访和历史遗留纠纷、突发、群体性事件、其他法律事务；留空的登记为其他法律事务";

/// "涉及金额（万元）" is the column of amounts, in 万元.
struct heading {
    std::string words;
    std::string unit;
};

heading read_heading(std::string_view cell)
{
    heading found{std::string(cell), {}};
    for (auto const& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
        auto const from = found.words.find(open);
        auto const until = found.words.find(close);
        if (from == std::string::npos || until == std::string::npos || until < from)
            continue;
        auto const inner = from + std::string_view(open).size();
        found.unit = found.words.substr(inner, until - inner);
        found.words.erase(from);
    }
    std::erase(found.words, ' ');
    return found;
}

/// Words that tell a kind, in the order in which they decide.
registration::legal_kind const* kind_of(std::string_view words)
{
    using registration::legal_kind;
    static std::vector<std::pair<std::string_view, legal_kind>> const all = {
        {"历史遗留", legal_kind::petition_dispute},
        {"信访", legal_kind::petition_dispute},
        {"决策", legal_kind::decision},
        {"规范性文件", legal_kind::normative_document},
        {"复议", legal_kind::reconsideration},
        {"仲裁", legal_kind::arbitration},
        {"执行", legal_kind::execution},
        {"诉", legal_kind::litigation},
        {"信息公开", legal_kind::disclosure_reply},
        {"履职", legal_kind::duty_application},
        {"履行法定职责", legal_kind::duty_application},
        {"突发", legal_kind::emergency},
        {"群体", legal_kind::emergency},
        {"项目", legal_kind::project},
        {"合同", legal_kind::contract},
        {"协议", legal_kind::contract},
        {"其他", legal_kind::other_legal},
        {"法律事务", legal_kind::other_legal}};
    for (auto const& [word, kind] : all)
        if (words.find(word) != std::string_view::npos)
            return &kind;
    return nullptr;
}

bool has_another_side(registration::legal_kind kind)
{
    return kind == registration::legal_kind::contract || registration::is_contested(kind);
}

char const* basis_of(registration::legal_kind kind)
{
    using registration::legal_kind;
    if (kind == legal_kind::contract)
        return "contract_price";
    if (kind == legal_kind::project)
        return "project_investment";
    return registration::is_contested(kind) ? "claim_value" : "other_basis";
}

class planner {
public:
    planner(sheet::read_table const& table, std::vector<soci::unit> const& units,
            engine::law_in_force law, matters_terms const& terms)
        : table_(table), units_(units), law_(law), terms_(terms)
    {}

    planned_matters plan()
    {
        find_columns();
        for (auto const* needed : {"title", "unit", "received_on"})
            if (!columns_.contains(needed))
                fault(1, say("缺少“{1}”一栏", headings_of(needed)));
        if (!made_.faults.empty())
            return std::move(made_);
        for (std::size_t i = 0; i < table_.rows.size(); ++i)
            plan_row(i);
        memory_record paper;
        for (auto const& one : made_.cases)
            rehearse(one, law_, paper, made_.faults);
        std::stable_sort(made_.faults.begin(), made_.faults.end(),
                         [](auto const& a, auto const& b) { return a.line < b.line; });
        return std::move(made_);
    }

private:
    void fault(std::size_t line, engine::text why)
    {
        made_.faults.push_back({.line = line, .reason = std::move(why)});
    }

    /// About one cell: the column as the file calls it, and what is wrong there.
    void fault_in(std::size_t line, char const* name, engine::text why)
    {
        auto const found = columns_.find(name);
        fault(line,
              say("“{1}”栏：{2}",
                  found == columns_.end() ? headings_of(name) : table_.headings[found->second],
                  std::move(why)));
    }

    static std::string headings_of(std::string_view name)
    {
        for (auto const& one : matter_columns())
            if (one.name == name)
                return std::string(one.headings.front());
        return std::string(name);
    }

    void find_columns()
    {
        std::vector<heading> read;
        for (auto const& cell : table_.headings)
            read.push_back(read_heading(cell));
        std::vector<bool> used(read.size());
        for (auto const& one : matter_columns())
            for (auto const wanted : one.headings) // the first synonym that is there
                for (std::size_t i = 0; i < read.size(); ++i)
                    if (!used[i] && read[i].words == wanted && !columns_.contains(one.name)) {
                        columns_[one.name] = i;
                        units_of_[one.name] = read[i].unit;
                        used[i] = true;
                    }
        for (std::size_t i = 0; i < read.size(); ++i)
            if (!used[i] && !table_.headings[i].empty())
                made_.unknown_headings.push_back(table_.headings[i]);
    }

    std::string cell(std::size_t row, std::string_view name) const
    {
        auto const found = columns_.find(name);
        return found == columns_.end() ? std::string() : table_.rows[row][found->second];
    }

    void plan_row(std::size_t row)
    {
        auto const line = table_.lines[row];
        auto const before = made_.faults.size();
        auto const kind = read_kind(row, line);
        auto const received = read_date(row, line, "received_on");
        auto closed = read_date(row, line, "closed_on");
        if (!closed)
            closed = terms_.closed_by;
        auto request = read_request(row, line, kind, received);
        if (!received && cell(row, "received_on").empty())
            fault(line, say("缺少“{1}”", headings_of("received_on")));
        object told;
        check_days(line, received, closed);
        check_number(row, line, received);
        if (closed)
            told = read_ending(row, line, *closed);
        else if (auto const handler = cell(row, "handler"); !handler.empty())
            add_note(request, "原承办人：" + handler);
        if (made_.faults.size() > before)
            return;
        add_case(line, std::move(request), std::move(told));
    }

    /// What the law would say of the days when the row is judged, which a row with other faults
    /// never is (JC-3, JC-45).
    void check_days(std::size_t line, std::optional<engine::day> received,
                    std::optional<engine::day> closed)
    {
        auto const today = engine::legal_day(terms_.now);
        if (received && *received > today)
            fault_in(line, "received_on", say("{1}在今天之后", *received));
        if (closed && *closed >= today)
            fault_in(line, "closed_on",
                     say("{1}不早于今天：只有已经办结的事项才能补录，未办结的请留空", *closed));
        if (received && closed && *closed < *received)
            fault_in(line, "closed_on", say("{1}早于收到日期{2}", *closed, *received));
    }

    /// Bare running numbers begin anew each year.
    void check_number(std::size_t row, std::size_t line, std::optional<engine::day> received)
    {
        auto const words = cell(row, "register_number");
        if (words.empty())
            return;
        bool const is_running = words.find_first_not_of("0123456789") == std::string::npos;
        auto const year = is_running && received ? engine::year_of(*received) : 0;
        auto const [known, is_new] = numbers_.emplace(std::pair(words, year), line);
        if (!is_new)
            fault_in(line, "register_number", say("“{1}”与第{2}行相同", words, known->second));
    }

    registration::legal_kind read_kind(std::size_t row, std::size_t line)
    {
        auto const words = cell(row, "kind");
        if (words.empty())
            return registration::legal_kind::other_legal;
        if (auto const* found = kind_of(words))
            return *found;
        fault_in(line, "kind", say("不认识“{1}”，可用的有：{2}", words, say(kinds_in_words)));
        return registration::legal_kind::other_legal;
    }

    std::optional<engine::day> read_date(std::size_t row, std::size_t line, char const* name)
    {
        auto const words = cell(row, name);
        if (words.empty())
            return {};
        auto const found = read_day(words);
        if (!found)
            fault_in(line, name,
                     say("“{1}”不是完整的日期，应为 2021-03-05、2021年3月5日 等形式", words));
        return found;
    }

    /// The unit of that name, or the only one whose name holds it.
    std::string read_unit(std::size_t row, std::size_t line)
    {
        auto const words = cell(row, "unit");
        std::vector<std::string> near;
        for (auto const& one : units_) {
            if (one.name == words || one.code == words)
                return one.code;
            if (!words.empty() && (one.name.find(words) != std::string::npos ||
                                   words.find(one.name) != std::string::npos))
                near.push_back(one.code);
        }
        if (near.size() == 1)
            return near.front();
        fault_in(line, "unit",
                 near.empty() ? say("没有登记过单位“{1}”", words)
                              : say("“{1}”可能是几个单位，请写全称", words));
        return {};
    }

    object read_request(std::size_t row, std::size_t line, registration::legal_kind kind,
                        std::optional<engine::day> received)
    {
        object request{{"title", cell(row, "title")},
                       {"legal_kind_is", engine::name_of(kind)},
                       {"requesting_unit", read_unit(row, line)},
                       {"urgency_is", "ordinary"},
                       {"asked_at_is", "outset"}};
        if (cell(row, "title").empty())
            fault(line, say("缺少“{1}”", headings_of("title")));
        if (received)
            request["received_on"] = engine::to_text(*received);
        for (auto const* name : {"register_number", "contact", "counterparty"})
            if (auto words = cell(row, name); !words.empty())
                request[name] = words;
        if (has_another_side(kind) && !request.contains("counterparty"))
            request["counterparty"] = "原登记簿未载明";
        put_amount(row, line, kind, request);
        return request;
    }

    void put_amount(std::size_t row, std::size_t line, registration::legal_kind kind,
                    object& request)
    {
        auto const words = cell(row, "amount");
        auto const read = read_amount(words, unit_of("amount"));
        if (auto const* why = std::get_if<engine::text>(&read))
            return fault_in(line, "amount", *why);
        auto const& amount = std::get<written_amount>(read);
        using sort = written_amount::sort;
        if (amount.is == sort::known) {
            request["basis_of_amount"] = basis_of(kind);
            request["amount"] = amount.fen;
        } else
            request["basis_of_amount"] = amount.is == sort::none ? "none" : "not_yet_known";
        if (amount.approximate)
            add_note(request, "原登记金额：" + words);
    }

    std::string unit_of(char const* name) const
    {
        auto const found = units_of_.find(name);
        return found == units_of_.end() ? std::string() : found->second;
    }

    static void add_note(object& request, std::string const& words)
    {
        auto const* before = request.if_contains("question");
        request["question"] =
            before ? std::string(before->get_string()) + "；" + words : std::string(words);
    }

    object read_ending(std::size_t row, std::size_t line, engine::day closed)
    {
        object told{{"closed_on", engine::to_text(closed)}};
        for (auto const* name : {"handler", "counsel", "opinion", "letter_number", "adoption",
                                 "outcome", "archive_number"})
            if (auto words = cell(row, name); !words.empty())
                told[name] = words;
        auto const loss = read_amount(cell(row, "loss_avoided"), unit_of("loss_avoided"));
        if (auto const* why = std::get_if<engine::text>(&loss))
            fault_in(line, "loss_avoided", *why);
        else if (auto const& amount = std::get<written_amount>(loss);
                 amount.is == written_amount::sort::known)
            told["loss_avoided"] = amount.fen;
        return told;
    }

    /// The key is made of what the row says, so that a second import knows it again.
    void add_case(std::size_t line, object request, object told)
    {
        auto const key = engine::sha256(engine::canonical(request)).substr(0, 32);
        if (auto const [known, is_new] = lines_.emplace(key, line); !is_new)
            return fault(line, say("与第{1}行重复", known->second));
        planned_case one{key, {}};
        auto const add = [&](std::string_view kind, char const* step, object body) {
            planned_act act{line, submission_of(terms_, workflows::legal_matter::shape_name,
                                                "register-" + key + step, kind, std::move(body))};
            act.wish.seeing = terms_.seeing;
            one.acts.push_back(std::move(act));
        };
        add(registration::registered::kind, "-1", std::move(request));
        if (!told.empty())
            add(handling::told_afterwards::kind, "-2", std::move(told));
        made_.cases.push_back(std::move(one));
    }

    sheet::read_table const& table_;
    std::vector<soci::unit> const& units_;
    engine::law_in_force law_;
    matters_terms const& terms_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::map<std::string, std::string, std::less<>> units_of_;
    std::map<std::string, std::size_t> lines_;
    std::map<std::pair<std::string, int>, std::size_t> numbers_; ///< and the year of running ones
    planned_matters made_;
};

} // namespace

std::vector<known_column> const& matter_columns()
{
    static std::vector<known_column> const all = {
        {"register_number",
         {"编号", "序号", "登记编号", "原登记编号", "事项编号", "案号"},
         false,
         "每个事项一个编号，不能重复"},
        {"received_on",
         {"收到日期", "收文日期", "登记日期", "接收日期", "受理日期", "来文日期", "日期"},
         true,
         "日期，如 2021-03-05、2021/3/5、2021年3月5日"},
        {"unit",
         {"送办单位", "来文单位", "提请单位", "报送单位", "送审单位", "委托单位", "承办单位",
          "单位"},
         true,
         "本系统登记的单位名称"},
        {"contact", {"联系人", "联系方式"}},
        {"kind",
         {"类别", "事务类别", "事项类别", "事项类型", "类型", "种类"},
         false,
         kinds_in_words},
        {"title", {"事项名称", "法律事务", "名称", "标题", "事项", "事由", "内容"}, true},
        {"counterparty", {"对方当事人", "合同相对人", "相对人", "对方"}},
        {"amount",
         {"涉及金额", "金额", "标的额", "合同金额", "涉案金额", "标的"},
         false,
         "金额，如 "
         "1200万元、1."
         "2亿元、约500元；没有的写“无”，不清楚的留空。标题写明单位的，如“涉及金额（万元）”，可以只"
         "写数字"},
        {"handler", {"承办人", "经办人", "办理人"}},
        {"counsel", {"法律顾问", "外聘法律顾问", "顾问", "律师", "参与律师"}},
        {"opinion", {"法律意见", "审查意见", "办理意见", "意见"}},
        {"letter_number", {"意见书文号", "意见书编号", "法律意见书文号", "文号"}},
        {"adoption", {"采纳情况", "是否采纳"}},
        {"outcome", {"办理结果", "处理结果", "结果"}},
        {"loss_avoided",
         {"避免或者挽回损失", "避免或挽回损失", "避免损失", "挽回损失"},
         false,
         "金额，如 "
         "1200万元、1."
         "2亿元、约500元；没有的写“无”，不清楚的留空。标题写明单位的，如“涉及金额（万元）”，可以只"
         "写数字"},
        {"closed_on",
         {"办结日期", "结案日期", "完成日期", "办结时间"},
         false,
         "日期，如 2021-03-05、2021/3/5、2021年3月5日"},
        {"archive_number", {"归档号", "档案号", "卷号"}}};
    return all;
}

std::size_t planned_matters::acts() const
{
    std::size_t all = 0;
    for (auto const& one : cases)
        all += one.acts.size();
    return all;
}

void leave_out_known(planned_matters& plan, soci::reader& records)
{
    plan.already_here += std::erase_if(plan.cases, [&](planned_case const& one) {
        return std::all_of(one.acts.begin(), one.acts.end(), [&](planned_act const& act) {
            return records.find_act(act.wish.act_id).has_value();
        });
    });
}

planned_matters plan_matters(sheet::read_table const& table, std::vector<soci::unit> const& units,
                             engine::law_in_force law, matters_terms const& terms)
{
    return planner(table, units, law, terms).plan();
}

} // namespace adapters::import
