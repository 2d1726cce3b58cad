#include "workflows/chapter_of_act.hpp"
#include "workflows/normative_document/conditions.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <algorithm>
#include <array>

namespace workflows::normative_document {
namespace {

constexpr std::array chapters_of_making = {"document_project", "document_opinions",
                                           "hearing",          "document_review",
                                           "document_issue",   "document_filing"};

bool is_of_making(std::string_view kind)
{
    return std::any_of(chapters_of_making.begin(), chapters_of_making.end(),
                       [&](auto const* chapter) { return is_of(kind, chapter); });
}

} // namespace

verdict bars(asked const& q, std::string_view kind)
{
    auto const& project = q.file.project;
    if (is_given_up(q.file))
        return refusal{.rule = "JC-60",
                       .reason = say("本文件已经不再制定"),
                       .remedy = say("仍需制定的，请另行立项")};
    if (project.told && is_of_making(kind))
        return refusal{.rule = "JC-60",
                       .reason = say("本文件是登记之前已经公布的，不再办理制定环节"),
                       .remedy = say("修改的，请另行立项")};
    if (project.proposal && !project.approval && !project.told && !is_of(kind, "document_project"))
        return refusal{
            .rule = "NORM-2", .reason = say("本文件尚未立项"), .remedy = say("请先批准立项")};
    return {};
}

} // namespace workflows::normative_document
