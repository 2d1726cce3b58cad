#include "workflows/major_decision/publication.hpp"

#include "workflows/issued_paper.hpp"
#include "workflows/major_decision/tables.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace publication {
namespace {

// clang-format off
struct unsigned_text : stage_of_chapter { static constexpr std::string_view name = "unsigned_text"; };
struct signed_text   : stage_of_chapter { static constexpr std::string_view name = "signed_text"; };
struct made_public   : stage_of_chapter { static constexpr std::string_view name = "made_public"; };
struct kept_back     : stage_of_chapter { static constexpr std::string_view name = "kept_back"; };
// clang-format on

// ---- what must lie before the issue

/// Without collective discussion there is no decision (R713-30.1, GD21-37.1).
struct matter_is_decided {
    static verdict check(asked const& q)
    {
        if (decided(q.file))
            return {};
        return refusal{.rule = "R713-30.1",
                       .reason = say("本事项尚未经集体讨论决定"),
                       .remedy = say("请先提交常务会议或者全体会议讨论决定")};
    }
};

/// The party committee was asked before the issue (R713-31.1).
struct party_report_is_made {
    static verdict check(asked const& q)
    {
        if (!q.law.flag(party_report_required) || party_done(q.file))
            return {};
        auto const rule = q.law.rule_of(party_report_required, "R713-31.1");
        auto const& facts = q.file.party_report;
        if (!facts.report || !still_covers(q.file, facts.report->draft))
            return refusal{.rule = rule,
                           .reason = say("出台前尚未就决策文本向同级党委请示报告"),
                           .remedy = say("请办公室登记请示报告及党委的答复")};
        if (!facts.answer)
            return refusal{.rule = rule,
                           .reason = say("{1}已向同级党委请示报告，尚未收到答复",
                                         facts.report->body.reported_on),
                           .remedy = say("请在收到答复后登记")};
        if (party_wants_changes(q.file))
            return refusal{.rule = rule,
                           .reason = say("同级党委{1}答复同意但须修改，此后尚未登记修改后的草案",
                                         facts.answer->body.answered_on),
                           .remedy = say("请承办单位先按党委的意见登记新的草案版本")};
        return refusal{.rule = rule,
                       .reason = say("同级党委不同意本决策"),
                       .remedy = say("请调整后重新提交会议讨论并再次请示报告，或终止程序")};
    }
};

/// What belongs to the people's congress, or must be told to it, is not issued before (R713-8.1).
struct congress_route_is_done {
    static verdict check(asked const& q)
    {
        if (congress_done(q.file))
            return {};
        return refusal{.rule = "R713-8.1",
                       .reason = say("本事项依法须由人大或其常委会讨论决定，或在出台前向其报告，"
                                     "尚未办理完毕"),
                       .remedy = say("请办公室登记向人大报告及人大的决定")};
    }
};

/// No measure that touches operators is issued without a passed fair-competition review (NORM-20).
struct competition_is_reviewed {
    static verdict check(asked const& q)
    {
        if (!competition_required(q.file, q.law) || competition_done(q.file, q.law))
            return {};
        return refusal{.rule = q.law.rule_of(fair_competition_conclusion_required, "R713-29.1"),
                       .reason =
                           say("决策涉及经营者经济活动，现行文本没有通过公平竞争审查，不得出台"),
                       .remedy = say("请完成公平竞争审查并取得可以出台的结论")};
    }
};

/// The signed text is the decided one; later edits without substance, confirmed as such, may be in
/// it (JC-2).
struct text_is_the_decided_one {
    static verdict check(asked const& q)
    {
        auto const version = decided_version(q.file);
        if (version == 0 || (still_covers(q.file, version) && !change_unconfirmed(q.file)))
            return {};
        return refusal{.rule = "JC-2",
                       .reason =
                           say("会议决定第{1}稿之后，草案又有实质性或未经确认的修改", version),
                       .remedy = say("请确认修改的性质；有实质性修改的须重新讨论决定")};
    }
    static verdict check(asked const& q, text_signed const& body)
    {
        auto found = check(q);
        if (decided_version(q.file) == 0 || !found.admits())
            return found;
        return is_current_draft(q, body.final_text);
    }
};

struct signed_after_decision {
    static verdict check(asked const& q, text_signed const& body)
    {
        auto const decision = decided_on(q.file);
        if (!decision || body.signed_on >= *decision)
            return {};
        return refusal{.rule = "R713-30.1",
                       .reason =
                           say("签发日期{1}早于集体讨论决定的日期{2}", body.signed_on, *decision),
                       .remedy = say("请核对签发日期")};
    }
};

// ---- the publication

/// Gazette, government site, local newspaper (R713-32.1, GD21-41.1).
struct channels_are_official {
    static verdict check(asked const&, published const& body)
    {
        using participation::channel;
        auto const uses = [&](channel one) {
            return std::find(body.channels.begin(), body.channels.end(), one) !=
                   body.channels.end();
        };
        if (!uses(channel::gazette) && !uses(channel::government_site) && !uses(channel::newspaper))
            return refusal{.rule = "R713-32.1",
                           .reason = say("没有通过政府公报、政府网站或者本地报纸公布"),
                           .remedy = say("请至少通过其中一种途径公布；其余途径尚未公布的，"
                                         "提交前另行提示")};
        verdict found;
        for (auto one : {channel::gazette, channel::government_site, channel::newspaper})
            if (!uses(one))
                found += advice{"R713-32.1",
                                say("尚未通过{1}公布",
                                    say("choice.channel." + std::string(engine::name_of(one))))};
        return found;
    }
};

struct published_after_signing {
    static verdict check(asked const& q, published const& body)
    {
        auto const& signing = q.file.publication.signing;
        if (!signing || body.published_on >= signing->body.signed_on)
            return {};
        return refusal{
            .rule = "R713-32.1",
            .reason = say("公布日期{1}早于签发日期{2}", body.published_on, signing->body.signed_on),
            .remedy = say("请核对公布日期")};
    }
};

/// A late publication is entered as late: the public is not served by none at all.
struct published_in_time {
    static verdict check(asked const& q, published const& body)
    {
        for (auto const& terms : publication_limits(q.file, q.law)) {
            auto const limit = engine::reckon(terms, q.days, q.today);
            if (body.published_on > limit.due)
                return advice{terms.rule, say("公布日期{1}已超过{2}个工作日的期限（至{3}）",
                                              body.published_on, terms.days, limit.due)};
        }
        return {};
    }
};

/// The interpretation goes out at the same time (GD21-41.2).
struct interpretation_is_attached {
    static verdict check(asked const& q, published const& body)
    {
        if (body.interpretation || !q.law.flag(interpretation_required))
            return {};
        return refusal{.rule = q.law.rule_of(interpretation_required, "GD21-41.2"),
                       .reason = say("没有同步公布决策解读"),
                       .remedy = say("请承办单位提供解读材料，与决策同时公布")};
    }
};

/// Wide concern or a technical matter: what became of the opinions is told (R713-32.2).
struct adoption_is_told {
    static verdict check(asked const& q, published const& body)
    {
        verdict found;
        auto const& touches = q.file.drafting.touches;
        bool const always = q.law.flag(adoption_published_together);
        if (!body.adoption_statement && (always || adoption_statement_due(q.file)))
            found += refusal{.rule = adoption_statement_due(q.file)
                                         ? "R713-32.2"
                                         : q.law.rule_of(adoption_published_together, "R713-32.2"),
                             .reason = say("没有一并说明公众意见、专家论证意见的采纳情况"),
                             .remedy = say("请附上意见采纳情况的说明")};
        if (touches && touches->body.wide_concern && !body.press_work)
            found += advice{"R713-32.2",
                            say("社会公众普遍关心，宜通过新闻发布会、接受访谈等方式宣传解读")};
        return found;
    }
};

bool is_lawfully_secret(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    return touches && touches->body.secret;
}

/// What the file holds to be lawfully not public does not go out by mistake.
struct may_be_public {
    static verdict check(asked const& q)
    {
        if (!is_lawfully_secret(q.file))
            return {};
        return refusal{.rule = "R713-32.1",
                       .reason = say("本事项登记为依法不予公开"),
                       .remedy = say("请登记不予公开及其依据；可以公开的，"
                                     "请承办单位先更正事项登记")};
    }
};

/// Only what is lawfully not public is withheld (R713-32.1).
struct may_be_withheld {
    static verdict check(asked const& q)
    {
        if (is_lawfully_secret(q.file))
            return {};
        return refusal{.rule = "R713-32.1",
                       .reason = say("本事项没有登记为依法不予公开，须及时公布"),
                       .remedy = say("请公布决策；确属依法不予公开的，"
                                     "请承办单位先登记其依据")};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, text_signed const& body, engine::act const& what)
{
    file.publication.signing = on_file(file, body, what);
}
void enter(dossier& file, published const& body, engine::act const& what)
{
    file.publication.notice = on_file(file, body, what);
}
void enter(dossier& file, withheld const& body, engine::act const& what)
{
    file.publication.withholding = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "publication";
    using opening = unsigned_text;

    using before_issue = admit_if<matter_is_decided, party_report_is_made, congress_route_is_done,
                                  competition_is_reviewed>;

    // clang-format off
    using text = clauses<
    //      rule          at stage        on act               then           only if
    clause<"R713-30.2",  unsigned_text,  text_signed,         signed_text,   before_issue, admit_if<by<head>, judges_no_own_work<text_signed>, numbers_a_new_paper<&text_signed::document_number>, has_happened<&text_signed::signed_on>, signed_after_decision, text_is_the_decided_one, paper_is_no_other_version>, due_if<matter_is_decided>>,
    option<"R713-30.2",  signed_text,    text_signed,         signed_text,   before_issue, admit_if<by<head>, judges_no_own_work<text_signed>, numbers_a_new_paper<&text_signed::document_number>, has_happened<&text_signed::signed_on>, signed_after_decision, text_is_the_decided_one, paper_is_no_other_version>>,
    clause<"R713-32.1",  signed_text,    published,           made_public,   before_issue, admit_if<by<office, sponsor>, may_be_public, has_happened<&published::published_on>, published_after_signing, channels_are_official, published_in_time, interpretation_is_attached, adoption_is_told>, due_if<may_be_public>>,
    clause<"R713-32.1",  signed_text,    withheld,            kept_back,     before_issue, admit_if<by<office>, may_be_withheld>, due_if<may_be_withheld>>,

    follows<"JC-2",      signed_text,    drafting::versioned, unsigned_text>
    >;
    // clang-format on
};

} // namespace
} // namespace publication

std::unique_ptr<engine::chapter<dossier>> make_publication()
{
    return std::make_unique<engine::msm_chapter<publication::rules_of_chapter>>();
}

} // namespace workflows::major_decision
