#include "adapters/demo/models.hpp"

namespace adapters::demo {

/// The legal officer and then the head of the sponsor sign what goes to the review; under "early",
/// those who are concerned are asked at the same time what they think of the proposal.
object sheet_opened(scene const& at, std::string_view variant)
{
    auto const signer = [](long long turn, char const* seat, std::string const& unit) {
        return object{{"turn", turn}, {"seat", seat}, {"unit", unit}};
    };
    object made{{"subject", at.what.title + "（送审稿）"},
                {"prepares", "filing_for_review"},
                {"rule_of_signing", "everybody"},
                {"signers", array{signer(1, "legal_officer", at.what.sponsor),
                                  signer(2, "department_head", at.what.sponsor)}},
                {"sign_by", date(at.today + days(5))}};
    if (variant != "early")
        return made;
    array asked{signer(1, "department_head", at.what.sponsor)};
    for (auto const& unit : at.what.concerned)
        asked.push_back(signer(1, "department_head", unit));
    made["subject"] = at.what.title + "（立项意见）";
    made["prepares"] = "nothing";
    made["signers"] = std::move(asked);
    made["message"] = "请于期限前提出意见，需要补充材料的请说明。";
    return made;
}

object sheet_signed(scene const&, std::string_view variant)
{
    if (variant == "disagrees")
        return {
            {"sheet", 1}, {"word", "disagrees"}, {"opinion", "经费来源尚未落实，请补充后再报。"}};
    return {{"sheet", 1}, {"word", "agrees"}, {"opinion", "同意，请按程序报送。"}};
}

object signer_added(scene const& at, std::string_view)
{
    return {{"sheet", 1}, {"seat", "executor"}, {"unit", at.what.sponsor}, {"where", "beside_me"}};
}

object signer_removed(scene const&, std::string_view)
{
    return {{"sheet", 1}, {"signer", 3}};
}

object sheet_returned(scene const&, std::string_view)
{
    return {{"sheet", 1}, {"to_turn", 0}, {"way", "in_order"}, {"reason", "请补充成本测算。"}};
}

object sheet_sent_again(scene const&, std::string_view)
{
    return {{"sheet", 1}, {"message", "已补充，请审阅。"}};
}

object sheet_withdrawn(scene const&, std::string_view)
{
    return {{"sheet", 1}};
}

object sheet_stopped(scene const&, std::string_view)
{
    return {{"sheet", 1}, {"reason", "情况变化，改为会议研究。"}};
}

object signature_withdrawn(scene const&, std::string_view)
{
    return {{"sheet", 1}};
}

object sheet_urged(scene const&, std::string_view)
{
    return {{"sheet", 1}, {"message", "请尽快签署。"}};
}

object copies_sent(scene const& at, std::string_view)
{
    array to{object{{"seat", "department_head"}, {"unit", at.what.sponsor}}};
    for (auto const& unit : at.what.concerned)
        to.push_back(object{{"seat", "department_head"}, {"unit", unit}});
    return {{"to", std::move(to)}, {"message", "本事项已进入程序，请知悉并做好配合。"}};
}

object copy_read(scene const& at, std::string_view)
{
    return {{"copy", at.count("circulation.read") + 1}};
}

object task_handed_over(scene const&, std::string_view)
{
    return {{"task", "circulation.given"},
            {"receiver", 2},
            {"reason", "本周参加外出培训，请代为签署。"}};
}

object handing_taken_back(scene const&, std::string_view)
{
    return {{"task", "circulation.given"}, {"reason", "已返回岗位。"}};
}

object task_delegated(scene const& at, std::string_view)
{
    return {{"task", "drafting.versioned"},
            {"colleague", 2},
            {"note", "请核对投资估算并提出修改意见。"},
            {"answer_by", date(at.today + days(3))}};
}

object delegation_answered(scene const& at, std::string_view)
{
    return {{"delegation", at.count("circulation.delegation_answered") + 1},
            {"answer", "投资估算已核对，第三章两处数字需要更正。"}};
}

object delegation_declined(scene const& at, std::string_view)
{
    return {{"delegation", at.count("circulation.delegation_declined") + 1},
            {"reason", "该项内容不属本人业务范围。"}};
}

object delegation_recalled(scene const& at, std::string_view)
{
    return {{"delegation", at.count("circulation.delegation_recalled") + 1}};
}

} // namespace adapters::demo
