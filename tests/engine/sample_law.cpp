#include "tests/engine/sample_law.hpp"

#include "engine/case_procedure.hpp"
#include "engine/msm_chapter.hpp"
#include "engine/part.hpp"

namespace tests {
namespace {

using namespace engine;

constexpr parameter_key least_days{"sample.least_days", stricter::larger, "number"};

enum class answer { yes, no };
JUECE_CHOICE(answer, yes, no)

struct asked {
    static constexpr std::string_view kind = "asking.asked";
    std::string words;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(asked, (), (words, documents))

struct answered {
    static constexpr std::string_view kind = "asking.answered";
    answer view;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(answered, (), (view, reason))

struct filed {
    static constexpr std::string_view kind = "filing.filed";
    bool complete = false;
};
BOOST_DESCRIBE_STRUCT(filed, (), (complete))

struct folder {
    std::vector<std::string> questions;
    std::optional<day> asked_on;
    bool is_granted = false;
    int filings = 0;
    int denials = 0;
};

struct clerk {
    static constexpr std::string_view name = "clerk";
    static std::vector<seat> seats(folder const&) { return {{"clerk", ""}}; }
};
struct chief {
    static constexpr std::string_view name = "chief";
    static std::vector<seat> seats(folder const&) { return {{"chief", "office"}}; }
};

struct days_have_run {
    static verdict check(question<folder> const& q)
    {
        auto const from =
            *q.file.asked_on + std::chrono::days(q.law.number(least_days).value_or(0));
        if (q.today >= from)
            return {};
        return refusal{"T-2", say("未满期限"), say("请等待"), from};
    }
};
struct says_why {
    static verdict check(question<folder> const&, answered const& body)
    {
        if (body.view == answer::yes || body.reason)
            return {};
        return refusal{"T-3", say("未说明理由"), say("请说明理由")};
    }
};
/// A remark on the state of the file, before the act and as the act leaves it.
struct file_is_complete {
    static verdict check(question<folder> const&) { return advice{"T-5", say("案卷尚不完整")}; }
    static verdict check(question<folder> const& q, filed const& body)
    {
        return body.complete ? verdict() : check(q);
    }
};
struct was_denied_once {
    static bool holds(question<folder> const& q) { return q.file.denials > 0; }
};
template <answer View>
struct is {
    static bool holds(folder const&, answered const& body) { return body.view == View; }
};

} // namespace

// Found by overload from the machine: outside the unnamed namespace of the bodies they take.
namespace {

void enter(folder& file, asked const& body, act const& what)
{
    file.questions.push_back(body.words);
    file.asked_on = what.counts_on();
}
void enter(folder& file, answered const& body, act const&)
{
    file.is_granted = body.view == answer::yes;
    file.denials += !file.is_granted;
}
void enter(folder& file, filed const&, act const&)
{
    ++file.filings;
}

template <clause_name Rule, class Stage, class Body, class Next, class... Lists>
using clause = tables<folder>::clause<Rule, Stage, Body, Next, Lists...>;
template <clause_name Rule, class Stage, class Body, class Next, class... Lists>
using option = tables<folder>::option<Rule, Stage, Body, Next, Lists...>;
template <clause_name Rule, class Stage, class Body, class Next, class... Lists>
using follows = tables<folder>::follows<Rule, Stage, Body, Next, Lists...>;

// clang-format off
struct unasked  : stage_of_chapter { static constexpr std::string_view name = "unasked"; };
struct waiting  : stage_of_chapter { static constexpr std::string_view name = "waiting"; };
struct granted  : stage_of_chapter { static constexpr std::string_view name = "granted"; };
struct denied   : stage_of_chapter { static constexpr std::string_view name = "denied"; };
struct open     : stage_of_chapter { static constexpr std::string_view name = "open"; };
struct complete : stage_of_chapter { static constexpr std::string_view name = "complete"; };

struct asking {
    using file = folder;
    static constexpr std::string_view name = "asking";
    using opening = unasked;
    using text = clauses<
    clause<"T-1", unasked, asked,    waiting, admit_if<by<clerk>>>,
    clause<"T-2", waiting, answered, granted, given<is<answer::yes>>, admit_if<by<chief>, days_have_run, says_why>>,
    clause<"T-3", waiting, answered, denied,  given<is<answer::no>>,  admit_if<by<chief>, days_have_run, says_why>>,
    option<"T-4", denied,  asked,    waiting, admit_if<by<clerk>>>
    >;
};
struct filing {
    using file = folder;
    static constexpr std::string_view name = "filing";
    using opening = open;
    using text = clauses<
    clause <"T-5", open,     filed, open, admit_if<by<clerk>, file_is_complete>, due_if<was_denied_once>>,
    follows<"T-5", open,     answered, complete, given<is<answer::yes>>>,
    follows<"T-5", complete, asked,    open>
    >;
};
// clang-format on

procedure_parts<folder> const& parts()
{
    static procedure_parts<folder> const all{
        .chapters = {[] { return std::make_unique<msm_chapter<asking>>(); },
                     [] { return std::make_unique<msm_chapter<filing>>(); }},
        .bars =
            [](question<folder> const& q, std::string_view) {
                return q.file.filings > 2 ? verdict(refusal{"T-6", say("已满"), say("无")})
                                          : verdict();
            },
        .remember = [](folder&, act const&) {},
        .summary =
            [](folder const& file, std::vector<chapter_stage> const&) {
                case_summary s;
                s.title = file.questions.empty() ? "" : file.questions.front();
                if (s.title.starts_with("年度："))
                    s.stands_for = s.title;
                if (!file.questions.empty() && file.questions.back() == "秘密")
                    s.level = confidentiality::secret;
                if (!file.questions.empty() && file.questions.back() == "问过甲")
                    s.known_to = {part_of_person({1})};
                return s;
            },
        .figures =
            [](folder const&, act const& what, working_days const&) {
                std::vector<figure> counted;
                if (what.kind == answered::kind)
                    counted.push_back(
                        {.indicator = "T.answers", .year = year_of(what.counts_on())});
                return counted;
            },
        .tell =
            [](folder const& file, act const& what) {
                std::vector<news> told;
                if (what.kind == answered::kind)
                    told.push_back({"asking", "news.answered", {"clerk", file.questions.back()}});
                return told;
            },
        .rests_on = [](folder const& file, act const& what) -> std::optional<std::string> {
            if (what.kind != answered::kind || file.questions.empty())
                return {};
            return file.questions.back();
        },
        .time_limits = [](folder const&, rules const&,
                          circumstances const&) { return std::vector<limit_terms>(); },
        .outlook = [](folder const&, rules const&,
                      circumstances const&) { return std::vector<milestone>(); },
        .facts = [](folder const& file) -> boost::json::object {
            return {{"questions", file.questions.size()}, {"filings", file.filings}};
        }};
    return all;
}

} // namespace

procedure_shapes sample_shapes()
{
    procedure_shapes all;
    all.emplace("sample/1",
                procedure_shape{.name = "sample/1",
                                .opening_kind = std::string(asked::kind),
                                .number_prefix = "S",
                                .make = [](std::string const& place) {
                                    return std::make_unique<case_procedure<folder>>(parts(), place);
                                }});
    return all;
}

rule_book sample_book()
{
    rule_book book({least_days});
    rule_pack pack{.name = "cn", .title = "全国", .parent = {}, .parameters = {}};
    pack.parameters.push_back({.key = std::string(least_days.name),
                               .value = 3LL,
                               .rule = "T-2",
                               .from = parse_day("2019-09-01").value(),
                               .until = {},
                               .pack = "cn"});
    book.add(pack);
    return book;
}

} // namespace tests
