#include "adapters/demo/tell_matters.hpp"

#include "adapters/demo/teller.hpp"
#include "workflows/adviser_file/procedure.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <stdexcept>

namespace adapters::demo {
namespace {

using boost::json::array;
using boost::json::object;

engine::actor adviser_named(officials const& by, std::string const& name)
{
    for (auto const& one : by.all())
        if (one.role == "legal_adviser" && one.name == name)
            return one;
    throw std::invalid_argument("no adviser is called " + name);
}

object request_of(matter_sample const& what, engine::day received)
{
    object body{{"title", what.title},
                {"legal_kind_is", what.kind},
                {"requesting_unit", what.unit},
                {"received_on", engine::to_text(received)},
                {"urgency_is", what.kind == "emergency" ? "very_urgent" : "ordinary"},
                {"asked_at_is", what.kind == "decision" || what.kind == "normative_document"
                                    ? "outset"
                                    : "negotiation"},
                {"basis_of_amount", what.basis},
                {"question", "请就本事项的合法性和法律风险提出意见。"}};
    if (!what.counterparty.empty())
        body["counterparty"] = what.counterparty;
    if (what.amount)
        body["amount"] = *what.amount;
    return body;
}

object opinion_of(matter_sample const& what)
{
    object body{{"interest", "none"}, {"form_is", "written"}, {"conclusion_is", what.conclusion}};
    if (what.conclusion != "agree")
        body["points"] = array{object{{"point", "权利义务和违约责任约定不够明确"},
                                      {"risk", "medium"},
                                      {"suggestion", "补充履行期限、验收标准和违约责任"}},
                               object{{"point", "审批和程序材料不齐"},
                                      {"risk", "low"},
                                      {"suggestion", "补齐批准文件后再签订或者印发"}}};
    return body;
}

object review_of(matter_sample const& what)
{
    object body;
    for (auto const* question :
         {"party_standing", "authority", "may_be_contract", "content", "fairness", "performance",
          "guarantee", "breach", "secrecy", "dispute_clause", "procedure_kept"})
        body[question] = "in_order";
    if (what.conclusion == "agree") {
        body["finding"] = "pass";
        return body;
    }
    body["breach"] = "defect";
    body["defects"] = "违约责任和解除条件不对等，建议按意见书修改。";
    body["finding"] = what.conclusion == "not_agree" ? "fail" : "pass_after_changes";
    return body;
}

/// Each file has one of its own (JC-25): by the day and the name of what is in it.
std::string file_number_of(matter_sample const& what, engine::day on)
{
    using namespace std::chrono;
    year_month_day const began(what.begins);
    auto const days_of_year = (what.begins - engine::day(began.year() / January / 1)).count();
    return "法-" + std::to_string(engine::year_of(on)) + "-" +
           std::to_string(days_of_year * 100 + static_cast<long>(what.title.size() % 100));
}

object letter_of(matter_sample const& what, engine::actor const& office, engine::day on,
                 bool advised)
{
    auto const year = std::to_string(engine::year_of(on));
    object body{{"letter_number",
                 "高司意〔" + year + "〕" + std::to_string(what.title.size() * 3 % 97 + 1) + "号"},
                {"conclusion_is", what.conclusion},
                {"signed_by", office.name},
                {"adviser_opinions_attached", advised}};
    return body;
}

object answer_of(matter_sample const& what)
{
    object body{{"adoption_is", what.adoption}};
    if (what.adoption != "adopted")
        body["reason"] = "其余意见在实施细则中另行落实。";
    return body;
}

object result_of(matter_sample const& what, engine::day on)
{
    object body{{"result_is", what.result}, {"happened_on", engine::to_text(on)}};
    if (what.loss) {
        body["loss_avoided"] = *what.loss;
        body["basis_of_loss"] = "对方请求或者原约定金额与最终结果之差。";
    }
    return body;
}

} // namespace

telling tell_matter(matter_sample const& what, std::string const& place, officials const& by,
                    engine::law_in_force law, engine::instant now)
{
    teller told(workflows::legal_matter::shape_name, place, law, what.begins, now);
    auto const clerk = seated(by, "sponsor_clerk", what.unit);
    auto const office = seated(by, "reviewer");
    bool const advised = !what.counsel.empty();
    bool const is_contract = what.kind == "contract";
    auto const counsel = advised ? adviser_named(by, what.counsel) : office;
    told.tell(
        {{0, "matter.registered", clerk, [&] { return request_of(what, told.today()); }},
         {1, "handling.assigned", office,
          [&] {
              return object{{"handler", office.name}, {"working_days", 10}};
          }},
         {0, "handling.counsel_named", office,
          [&] {
              return object{{"counsel", what.counsel}, {"conflict_declared", "none_declared"}};
          },
          advised},
         {1, "handling.supplement_asked", office,
          [&] {
              return object{{"missing", array{"对方资信证明", "批准文件"}},
                            {"answer_by", engine::to_text(law.days.after(told.today(), 15))}};
          },
          what.until == "handling.supplement_asked"},
         {3, "advice.opined", counsel, [&] { return opinion_of(what); }, advised},
         {3, "advice.opined", office, [&] { return opinion_of(what); }, !advised},
         {1, "advice.contract_reviewed", office, [&] { return review_of(what); }, is_contract},
         {1, "advice.letter_issued", office,
          [&] { return letter_of(what, office, told.today(), advised); }},
         {4, "advice.answered", clerk, [&] { return answer_of(what); }},
         {15, "outcome.recorded", clerk, [&] { return result_of(what, told.today()); }},
         {2, "outcome.closed", office, [&] { return object(); }},
         {5, "outcome.archived", office,
          [&] {
              return object{{"archive_number", file_number_of(what, told.today())}};
          }}},
        what.until);
    return told.finish();
}

telling tell_adviser(std::string const& name, engine::day engaged_from, std::string const& place,
                     officials const& by, engine::law_in_force law, engine::instant now)
{
    teller told(workflows::adviser_file::shape_name, place, law, engaged_from, now);
    auto const office = seated(by, "reviewer");
    auto const until = engine::add_months(engaged_from, 36) - std::chrono::days(1);
    object const engagement{
        {"adviser", name},
        {"adviser_kind_is", "lawyer"},
        {"firm", "某律师事务所"},
        {"practising_since", "2010-07-01"},
        {"clean_record", true},
        {"selection_is", "procurement"},
        {"engaged_from", engine::to_text(engaged_from)},
        {"engaged_until", engine::to_text(until)},
        {"contract_number", "高顾聘〔" + std::to_string(engine::year_of(engaged_from)) + "〕1号"}};
    if (!told.enter("engagement.recorded", engagement, office))
        return told.finish();
    for (int year = engine::year_of(engaged_from); year < engine::year_of(until); ++year) {
        // in January of the year after
        if (!told.wait(250))
            break;
        if (!told.enter("engagement.assessed",
                        object{{"assessed_year", year},
                               {"grade_is", "competent"},
                               {"assessment", "按时参加会议、提交意见，意见质量较好。"}},
                        office))
            break;
    }
    return told.finish();
}

} // namespace adapters::demo
