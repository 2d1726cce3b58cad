#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/procedure.hpp"

namespace workflows::major_decision {
namespace {

bool is_of(std::string_view kind, std::string_view chapter)
{
    return kind.starts_with(chapter) && kind.substr(chapter.size()).starts_with('.');
}

/// How the file ended before its time, or null.
char const* early_end(dossier const& file)
{
    if (file.intake.excluded)
        return "本案不适用重大行政决策程序";
    if (file.intake.declined)
        return "决策机关决定不启动程序";
    if (file.closing.withdrawal)
        return "本案已撤回";
    if (file.closing.termination)
        return "本案程序已终止";
    if (file.closing.expiry)
        return "本案因暂缓超过规定期限而终止";
    auto const& meetings = file.deliberation.meetings;
    if (!meetings.empty() &&
        meetings.back().body.outcome == deliberation::meeting_outcome::rejected)
        return "本案经集体讨论未予通过";
    return nullptr;
}

} // namespace

verdict bars(asked const& q, std::string_view kind)
{
    if (q.file.archive.closing)
        return refusal{.rule = "R713-33.1",
                       .reason = say("本案已归档，不再登记新的行为"),
                       .remedy = say("如需变更，请另立案卷")};
    if (auto const* end = early_end(q.file); end && !is_of(kind, "archive"))
        return refusal{.rule = "R713-37.1",
                       .reason = say(end),
                       .remedy = say("只能办理归档；如需重新决策，请另立案卷")};
    if (is_of(kind, "intake") || is_of(kind, "archive") || is_of(kind, "closing"))
        return {};
    return procedure_started::check(q);
}

} // namespace workflows::major_decision
