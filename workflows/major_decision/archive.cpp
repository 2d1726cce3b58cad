#include "workflows/major_decision/archive.hpp"

#include "workflows/major_decision/due_evaluation_is_made.hpp"
#include "workflows/major_decision/suspensions_are_explained.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace archive {
namespace {

// clang-format off
struct collecting : stage_of_chapter { static constexpr std::string_view name = "collecting"; };
struct closed     : stage_of_chapter { static constexpr std::string_view name = "closed"; };
// clang-format on

/// The sponsor; of a case that was never started, the office.
struct file_keeper {
    static constexpr std::string_view name = "file_keeper";
    static std::vector<engine::seat> seats(dossier const& file)
    {
        return file.intake.started ? sponsor::seats(file) : office::seats(file);
    }
};

engine::text words_for(archive_part part)
{
    return say("choice.archive_part." + std::string(engine::name_of(part)));
}

/// A file is closed when nothing more can come into it: ended early, executed, or replaced.
struct case_is_over {
    static verdict check(asked const& q)
    {
        if (is_closed(q.file))
            return {};
        verdict found;
        auto const wait_for = [&](engine::text reason, engine::text remedy) {
            found += refusal{
                .rule = "R713-33.1", .reason = std::move(reason), .remedy = std::move(remedy)};
        };
        if (!issued(q.file))
            wait_for(say("决策尚未公布，程序也没有终止"), say("请在程序办结之后归档"));
        else if (!q.file.execution.completion && !q.file.adjustment.replacement)
            wait_for(say("决策尚未执行完毕，也没有被新的决策替代"),
                     say("请执行单位登记执行完成之后归档"));
        if (evaluation_open(q.file))
            wait_for(say("决策后评估尚未完成"), say("请评估单位提交评估报告之后归档"));
        if (adjustment_open(q.file))
            wait_for(say("决策调整尚未办结"), say("请办结调整之后归档"));
        return found;
    }
};

/// Shown before anything is typed: what the list still wants.
struct missing_parts_are_shown {
    static verdict check(asked const& q)
    {
        verdict found;
        for (auto part : archive_parts_missing(q.file))
            found += advice{"R713-33.1",
                            say("案卷尚缺“{1}”，须补充或者说明缺失的原因", words_for(part))};
        return found;
    }
};

/// Each part that this case must have is on file, or its absence has a reason; what is there is not
/// called absent (R713-33.1, GD21-42.1).
struct every_part_is_there {
    static verdict check(asked const& q, archived const& body)
    {
        verdict found;
        auto const explained = [&](archive_part part) {
            return std::any_of(body.absent.begin(), body.absent.end(),
                               [&](auto const& one) { return one.part == part; });
        };
        for (auto const& line : archive_checklist(q.file)) {
            if (line.required && !line.on_file && !explained(line.part))
                found += refusal{.rule = "R713-33.1",
                                 .reason = say("案卷缺少“{1}”", words_for(line.part)),
                                 .remedy = say("请补充归档材料，或者写明缺失的原因")};
            if (line.on_file && explained(line.part))
                found +=
                    refusal{.rule = "R713-33.1",
                            .reason = say("“{1}”已在卷内，不能登记为缺失", words_for(line.part)),
                            .remedy = say("请删去该项说明")};
        }
        return found;
    }
};

/// Authentic, whole, usable, safe (ARCH-5).
struct four_checks_are_passed {
    static verdict check(asked const&, archived const& body)
    {
        std::vector<engine::text> open;
        auto const need = [&](bool passed, char const* field) {
            if (!passed)
                open.push_back(say(field));
        };
        need(body.copies_authentic, "field.copies_authentic");
        need(body.copies_complete, "field.copies_complete");
        need(body.copies_readable, "field.copies_readable");
        need(body.copies_safe, "field.copies_safe");
        if (open.empty())
            return {};
        return refusal{.rule = "ARCH-5",
                       .reason = say("没有确认：{1}", in_a_row(open)),
                       .remedy = say("请完成真实性、完整性、可用性、安全性检测后归档")};
    }
};

/// Where no unit has brought the papers of its stages, the file holds what was entered here and no
/// more; where some have, so it is with the parts that are left (ARCH-10).
struct papers_were_brought {
    static verdict check(asked const& q)
    {
        if (!decided(q.file))
            return {};
        if (q.file.archive.parts.empty())
            return advice{"ARCH-10",
                          say("各单位尚未归集案卷材料，案卷只有系统中的办理记录和所附文件")};
        std::vector<engine::text> left;
        for (auto const part : archive_parts_not_brought(q.file))
            left.push_back(words_for(part));
        if (left.empty())
            return {};
        return advice{"ARCH-10", say("下列部分没有归集材料，只有系统中的办理记录和所附文件：{1}",
                                     in_a_row(left))};
    }
};

/// Until some were brought, they are a task of whoever answers for the whole file.
struct papers_are_awaited {
    static bool holds(asked const& q) { return decided(q.file) && q.file.archive.parts.empty(); }
};

/// The file is closed after that; of a file that lacks nothing there is nothing to wait for.
struct papers_come_first {
    static bool holds(asked const& q)
    {
        return !papers_are_awaited::holds(q) || archive_parts_missing(q.file).empty();
    }
};

/// Nobody answers a problem or deals with an evaluation after the file is closed (R713-35.1,
/// R713-36.4, GD21-52.1).
struct open_matters_are_shown {
    static verdict check(asked const& q)
    {
        verdict found;
        if (problem_unanswered(q.file))
            found += advice{"R713-35.1", say("报告的问题，决策机关尚未答复，归档后不能再登记")};
        if (evaluation_unanswered(q.file))
            found += advice{"R713-36.4", say("决策后评估结果尚未研究处理，归档后不能再登记")};
        for (auto const& unit : units_owing_follow_up(q.file))
            found += advice{"GD21-52.1", say("{1}尚未研究处理评估建议，归档后不能再登记", unit)};
        return found;
    }
};

/// These come first. No rule makes the file wait for them, so that whoever closes it sooner may.
struct open_matters_are_settled {
    static bool holds(asked const& q) { return open_matters_are_shown::check(q).remarks.empty(); }
};

/// A file of which parts are absent is not whole: who ticks both hears it (ARCH-5).
struct absence_is_remembered {
    static verdict check(asked const&, archived const& body)
    {
        if (body.absent.empty() || !body.copies_complete)
            return {};
        return advice{"ARCH-5", say("登记了{1}个部分缺失，同时确认完整性合格，请核对",
                                    static_cast<long long>(body.absent.size()))};
    }
};

/// Papers of what a meeting decided are kept for ever; of what it did not pass, ten years (ARCH-9).
struct retention_is_usual {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        if (!decided(q.file) || body.retention == retention_period::permanent)
            return {};
        return advice{"ARCH-9", say("经会议通过的决策，其文件一般永久保管")};
    }
};

/// A correction says something new (JC-25).
struct corrects_the_number {
    static verdict check(asked const& q, number_corrected const& body)
    {
        auto const& filed = q.file.archive.closing;
        if (!filed || body.archive_number != filed->body.archive_number ||
            body.retention != filed->body.retention)
            return {};
        return refusal{.rule = "JC-25",
                       .reason = say("更正后的档号和保管期限与登记的相同"),
                       .remedy = say("请填写更正后的档号或者保管期限")};
    }
};

/// A part that is filed brings its papers, or says where they are.
struct parts_bring_papers {
    static verdict check(asked const&, part_filed const& body)
    {
        verdict found;
        if (body.parts.empty())
            found += refusal{.rule = "R713-33.1",
                             .reason = say("没有列出归档的部分"),
                             .remedy = say("请至少选择一个部分并附文件")};
        for (auto const& one : body.parts)
            if (one.documents.empty() && !one.remarks)
                found += refusal{.rule = "R713-33.1",
                                 .reason = say("“{1}”没有附文件，也没有说明", words_for(one.part)),
                                 .remedy = say("请附该部分的文件，或者说明原件所在")};
        return found;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, part_filed const& body, engine::act const& what)
{
    file.archive.parts.push_back(on_file(file, body, what));
}
void enter(dossier& file, archived const& body, engine::act const& what)
{
    file.archive.closing = on_file(file, body, what);
}
void enter(dossier& file, number_corrected const& body, engine::act const& what)
{
    file.archive.corrections.push_back(on_file(file, body, what));
    auto& filed = file.archive.closing->body;
    filed.archive_number = body.archive_number;
    filed.retention = body.retention;
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "archive";
    using opening = collecting;

    // Each unit files what it made (ARCH-10); the sponsor answers for the whole and closes the
    // file.
    // clang-format off
    using text = clauses<
    //      rule          at stage     on act             then         only if
    clause<"R713-33.1",  collecting,  part_filed,        collecting,  admit_if<by<sponsor, reviewer, office, executing_unit>, parts_bring_papers>, due_if<case_is_over, papers_are_awaited>>,
    clause<"R713-33.1",  collecting,  archived,          closed,      admit_if<by<file_keeper>, case_is_over, suspensions_are_explained, due_evaluation_is_made, missing_parts_are_shown, papers_were_brought, open_matters_are_shown, absence_is_remembered, every_part_is_there, four_checks_are_passed, retention_is_usual, numbers_a_new_file<&archived::archive_number>>, due_if<case_is_over, papers_come_first, open_matters_are_settled>>,
    option<"JC-25",      closed,      number_corrected,  closed,      admit_if<by<file_keeper>, corrects_the_number, retention_is_usual, numbers_a_new_file<&number_corrected::archive_number>>>
    >;
    // clang-format on
};

} // namespace
} // namespace archive

std::unique_ptr<engine::chapter<dossier>> make_archive()
{
    return std::make_unique<engine::msm_chapter<archive::rules_of_chapter>>();
}

} // namespace workflows::major_decision
