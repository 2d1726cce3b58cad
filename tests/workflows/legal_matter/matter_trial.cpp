#include "tests/workflows/legal_matter/matter_trial.hpp"

#include <algorithm>
#include <functional>

namespace tests {

std::string const a_contract = R"({"title": "西江国际未来科技城PPP项目合同",
    "legal_kind_is": "contract", "requesting_unit": "water", "received_on": "2026-03-02",
    "urgency_is": "ordinary", "asked_at_is": "negotiation", "counterparty": "某投资公司",
    "basis_of_amount": "contract_price", "amount": 1200000000})";
std::string const a_lawsuit = R"({"title": "二马路物业租赁纠纷", "legal_kind_is": "litigation",
    "requesting_unit": "water", "received_on": "2026-03-02", "urgency_is": "urgent",
    "asked_at_is": "before_filing", "counterparty": "某物业公司",
    "basis_of_amount": "claim_value", "amount": 500000000})";
std::string const a_question =
    R"({"title": "取水许可延续的法律问题", "legal_kind_is": "other_legal",
    "requesting_unit": "water", "received_on": "2026-03-02", "urgency_is": "ordinary",
    "asked_at_is": "outset", "basis_of_amount": "none"})";
std::string const assignment = R"({"handler": "法制科承办", "working_days": 10})";
std::string const agreement =
    R"({"interest": "none", "form_is": "written", "conclusion_is": "agree"})";
std::string const objection = R"({"interest": "none", "form_is": "written",
    "conclusion_is": "not_agree", "points": [{"point": "违约金过高", "risk": "high"}]})";
std::string const letter = R"({"letter_number": "高法意〔2026〕1号", "conclusion_is": "agree",
    "signed_by": "法制科承办"})";
std::string const passed_review = R"({"party_standing": "in_order", "authority": "in_order",
    "may_be_contract": "in_order", "content": "in_order", "fairness": "in_order",
    "performance": "in_order", "guarantee": "not_applicable", "breach": "in_order",
    "secrecy": "in_order", "dispute_clause": "in_order", "procedure_kept": "in_order",
    "finding": "pass"})";

namespace {

long long number_of(std::string const& name)
{
    return static_cast<long long>(std::hash<std::string>{}(name) >> 8);
}

} // namespace

matter_trial::matter_trial() : file_(shape_.make("gd"))
{
    on("2026-03-02").unit();
}

matter_trial& matter_trial::on(std::string_view day)
{
    today_ = engine::parse_day(day).value();
    return *this;
}

matter_trial& matter_trial::by(std::string role, std::string unit, std::string name)
{
    auto const number = number_of(name);
    by_ = {{number}, std::move(name), std::move(role), std::move(unit), {}, {}};
    return *this;
}

matter_trial& matter_trial::in_place_of(std::string name)
{
    by_.represents = {number_of(name)};
    by_.on_behalf_of = std::move(name);
    return *this;
}

engine::circumstances matter_trial::now() const
{
    return {built_in_rules(), built_in_days(), today_};
}

engine::judgement matter_trial::judge(std::string_view kind, std::string_view body)
{
    engine::act what;
    what.on = {1};
    what.seq = static_cast<long long>(acts_.size()) + 1;
    what.kind = kind;
    what.body = boost::json::parse(body).as_object();
    what.by = by_;
    what.entered_at = engine::instant(today_) + std::chrono::hours(1);
    auto found = file_->attempt(what, now());
    BOOST_TEST_REQUIRE(found.known, "no act of kind " << kind);
    for (auto const& fault : found.faults)
        BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
    if (found.admitted()) {
        acts_.push_back(what);
        for (auto& one : file_->figures(built_in_days()))
            figures_.push_back(std::move(one));
    }
    return found;
}

void matter_trial::enters(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    for (auto const& ground : found.answer.refusals)
        BOOST_ERROR(kind << ": " << ground.rule << " " << ground.reason.id);
}

std::set<std::string> matter_trial::refused(std::string_view kind, std::string_view body)
{
    std::set<std::string> ids;
    auto const found = judge(kind, body);
    for (auto const& ground : found.answer.refusals) {
        ids.insert(ground.rule);
        BOOST_TEST(!ground.reason.empty());
        BOOST_TEST(!ground.remedy.empty());
    }
    return ids;
}

std::set<std::string> matter_trial::advised(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    BOOST_TEST(found.admitted());
    std::set<std::string> ids;
    for (auto const& remark : found.answer.remarks)
        ids.insert(remark.rule);
    return ids;
}

matter_trial& matter_trial::registers(std::string_view request)
{
    unit().enters("matter.registered", request);
    return *this;
}

matter_trial& matter_trial::taken(std::string_view request)
{
    registers(request).office().enters("handling.assigned", assignment);
    return *this;
}

matter_trial& matter_trial::followed(std::string_view request)
{
    taken(request);
    if (file_->summary().matter == "contract")
        enters("advice.contract_reviewed", passed_review);
    enters("advice.opined", agreement);
    enters("advice.letter_issued", letter);
    unit().enters("advice.answered", R"({"adoption_is": "adopted"})");
    return *this;
}

std::string matter_trial::stage(std::string_view chapter) const
{
    for (auto const& one : file_->stages())
        if (one.chapter == chapter)
            return one.stage;
    return "no such chapter";
}

std::set<std::string> matter_trial::waits_for() const
{
    std::set<std::string> kinds;
    for (auto const& one : file_->tasks(now()))
        kinds.insert(one.kind);
    return kinds;
}

std::vector<engine::limit> matter_trial::limits() const
{
    return file_->limits(now());
}

engine::limit matter_trial::limit(std::string_view name) const
{
    for (auto& one : limits())
        if (one.name == name)
            return one;
    BOOST_REQUIRE_MESSAGE(false, "no limit " << name);
    return {};
}

std::map<std::string, long long> matter_trial::figures(int year) const
{
    std::map<std::string, long long> sums;
    for (auto const& one : figures_)
        if (one.year == year)
            sums[one.indicator] += one.value;
    std::erase_if(sums, [](auto const& one) { return one.second == 0; });
    return sums;
}

} // namespace tests
