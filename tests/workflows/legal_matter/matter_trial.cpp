#include "tests/workflows/legal_matter/matter_trial.hpp"

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

matter_trial::matter_trial() : case_trial(workflows::legal_matter::shape(), "gd")
{
    on("2026-03-02").unit();
}

matter_trial& matter_trial::on(std::string_view day)
{
    set_day(day);
    return *this;
}

matter_trial& matter_trial::by(std::string role, std::string unit, std::string name)
{
    set_actor(std::move(role), std::move(unit), std::move(name));
    return *this;
}

matter_trial& matter_trial::in_place_of(std::string name)
{
    set_represented(std::move(name));
    return *this;
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
    if (summary().matter == "contract")
        enters("advice.contract_reviewed", passed_review);
    enters("advice.opined", agreement);
    enters("advice.letter_issued", letter);
    unit().enters("advice.answered", R"({"adoption_is": "adopted"})");
    return *this;
}

} // namespace tests
