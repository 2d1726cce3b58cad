#include "adapters/report/decision_paragraph.hpp"

namespace adapters::report {
namespace {

/// Clauses joined by commas, ended by a full stop; nothing when there is none.
class sentence {
public:
    void add(std::string clause) { words_ += (words_.empty() ? "" : "，") + std::move(clause); }
    std::string text() const { return words_.empty() ? "" : words_ + "。"; }

private:
    std::string words_;
};

class counts {
public:
    explicit counts(year_figures const& counted) : counted_(counted) {}
    long long operator[](std::string_view indicator) const
    {
        auto const found = counted_.find(indicator);
        return found == counted_.end() ? 0 : found->second;
    }

private:
    year_figures const& counted_;
};

std::string number(long long n)
{
    return std::to_string(n);
}

std::string on_procedures(counts const& of)
{
    sentence s;
    if (of["DEC.started"])
        s.add("全年启动重大行政决策程序" + number(of["DEC.started"]) + "项");
    if (of["DEC.adopted"])
        s.add("作出重大行政决策" + number(of["DEC.adopted"]) + "项");
    if (of["DEC.postponed"])
        s.add("暂缓或者再次讨论决定" + number(of["DEC.postponed"]) + "项次");
    if (of["DEC.rejected"])
        s.add("不予通过" + number(of["DEC.rejected"]) + "项");
    if (of["DEC.terminated"])
        s.add("终止决策程序" + number(of["DEC.terminated"]) + "项");
    return s.text();
}

std::string on_participation(counts const& of)
{
    sentence s;
    if (of["PART.consultations"])
        s.add("向社会公开征求意见" + number(of["PART.consultations"]) + "次");
    if (auto const received = of["PART.opinions_received"]) {
        s.add("收到公众意见" + number(received) + "条");
        if (auto const adopted = of["PART.opinions_adopted"])
            s.add("采纳" + number(adopted) + "条，采纳率" + percentage(adopted, received));
    }
    if (of["PART.hearings"])
        s.add("举行听证会" + number(of["PART.hearings"]) + "场次");
    return s.text();
}

std::string on_experts_and_risk(counts const& of)
{
    sentence s;
    if (of["EXPERT.panels"]) {
        s.add("组织专家论证" + number(of["EXPERT.panels"]) + "次");
        if (of["EXPERT.persons"])
            s.add("参与论证专家" + number(of["EXPERT.persons"]) + "人次");
    }
    if (of["RISK.assessments"])
        s.add("开展风险评估" + number(of["RISK.assessments"]) + "次");
    return s.text();
}

std::string on_review(counts const& of)
{
    sentence s;
    if (auto const reviewed = of["DEC.reviewed"]) {
        s.add("合法性审查重大行政决策" + number(reviewed) + "件");
        if (of["DEC.review_opinions"])
            s.add("提出合法性审查意见" + number(of["DEC.review_opinions"]) + "条");
        if (auto const days = of["DEC.review_days_avg"]) {
            // The indicator sums the days of all reviews; the report gives their mean.
            auto const tenths = (days * 10 + reviewed / 2) / reviewed;
            auto text = number(tenths / 10);
            if (tenths % 10)
                text += "." + number(tenths % 10);
            s.add("平均用时" + text + "个工作日");
        }
    }
    if (of["DEC.returned"])
        s.add("退回补正" + number(of["DEC.returned"]) + "次");
    if (of["MEETING.items_reviewed"])
        s.add("提交会议集体讨论" + number(of["MEETING.items_reviewed"]) + "件");
    return s.text();
}

std::string on_execution(counts const& of)
{
    sentence s;
    if (of["EVAL.count"])
        s.add("开展决策后评估" + number(of["EVAL.count"]) + "项");
    if (of["EXEC.suspended"])
        s.add("中止执行" + number(of["EXEC.suspended"]) + "项");
    if (of["EXEC.adjusted"])
        s.add("作出重大调整" + number(of["EXEC.adjusted"]) + "项");
    return s.text();
}

} // namespace

std::string percentage(long long part, long long whole)
{
    if (whole <= 0)
        return "0%";
    auto tenths = (part * 1'000 + whole / 2) / whole;
    // Rounding must not claim that all or nothing was done.
    if (tenths == 1'000 && part < whole)
        tenths = 999;
    if (tenths == 0 && part > 0)
        tenths = 1;
    auto text = std::to_string(tenths / 10);
    if (tenths % 10)
        text += "." + std::to_string(tenths % 10);
    return text + "%";
}

std::vector<std::string> const& indicators_of_paragraph()
{
    static std::vector<std::string> const all = {"DEC.started",
                                                 "DEC.adopted",
                                                 "DEC.postponed",
                                                 "DEC.rejected",
                                                 "DEC.terminated",
                                                 "PART.consultations",
                                                 "PART.opinions_received",
                                                 "PART.opinions_adopted",
                                                 "PART.hearings",
                                                 "EXPERT.panels",
                                                 "EXPERT.persons",
                                                 "RISK.assessments",
                                                 "DEC.reviewed",
                                                 "DEC.review_opinions",
                                                 "DEC.review_days_avg",
                                                 "DEC.returned",
                                                 "MEETING.items_reviewed",
                                                 "EVAL.count",
                                                 "EXEC.suspended",
                                                 "EXEC.adjusted"};
    return all;
}

std::string decision_paragraph(int year, year_figures const& counted)
{
    counts const of(counted);
    auto const told = on_procedures(of) + on_participation(of) + on_experts_and_risk(of) +
                      on_review(of) + on_execution(of);
    auto const opening = std::to_string(year) + "年，";
    if (told.empty())
        return opening + "没有启动或者作出重大行政决策。";
    return opening +
           "严格执行《重大行政决策程序暂行条例》，落实公众参与、专家论证、风险评估、合法性审查和集"
           "体"
           "讨论决定等法定程序。" +
           told;
}

} // namespace adapters::report
