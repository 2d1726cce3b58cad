#ifndef JUECE_TESTS_WORKFLOWS_ANNUAL_REPORT_REPORT_CASE_HPP
#define JUECE_TESTS_WORKFLOWS_ANNUAL_REPORT_REPORT_CASE_HPP

#include "tests/workflows/trial.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

namespace tests {

/// A report for 2025 on its way, act by act; everybody is their role in the unit "justice" unless
/// said otherwise.
struct report_case {
    engine::procedure_shape shape_of = workflows::annual_report::shape();
    std::unique_ptr<engine::procedure> file = shape_of.make("gd");
    engine::day today = *engine::parse_day("2026-01-05");
    std::vector<engine::act> acts;

    report_case() { enters("report.opened", opening(2025)); }

    static std::string opening(int year)
    {
        return R"({"year":)" + std::to_string(year) + R"(,"organ_name":"高要区"})";
    }

    void on(char const* day) { today = *engine::parse_day(day); }

    static engine::actor somebody(std::string const& kind)
    {
        auto const chapter = kind.substr(0, kind.find('.'));
        if (kind == "collection.answered")
            return {{10}, "统计员", "sponsor_clerk", "market", {}, {}};
        if (kind == "release.approved" || kind == "release.returned")
            return {{11}, "区长", "head_of_government", "leaders", {}, {}};
        if (chapter == "release")
            return {{12}, "秘书", "office_secretary", "office", {}, {}};
        return {{13}, "编制人", "report_compiler", "justice", {}, {}};
    }

    engine::judgement judge(std::string const& kind, std::string const& body,
                            engine::actor const& by)
    {
        auto const what = act_on(today, by, static_cast<long long>(acts.size()) + 1, kind, body);
        auto found = file->attempt(what, {built_in_rules(), built_in_days(), today});
        if (found.admitted())
            acts.push_back(what);
        return found;
    }
    engine::judgement judge(std::string const& kind, std::string const& body)
    {
        return judge(kind, body, somebody(kind));
    }

    void enters(std::string const& kind, std::string const& body)
    {
        auto const found = judge(kind, body);
        for (auto const& fault : found.faults)
            BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
        for (auto const& ground : found.answer.refusals)
            BOOST_ERROR(kind << ": " << ground.rule << " " << ground.reason.id);
        BOOST_TEST(found.known, kind);
    }
    /// The rules that stand in the way; none when it was admitted.
    std::set<std::string> refused(std::string const& kind, std::string const& body,
                                  engine::actor const& by)
    {
        std::set<std::string> rules;
        auto const found = judge(kind, body, by);
        BOOST_TEST(found.faults.empty(), kind);
        for (auto const& ground : found.answer.refusals)
            rules.insert(ground.rule);
        return rules;
    }
    std::set<std::string> refused(std::string const& kind, std::string const& body)
    {
        return refused(kind, body, somebody(kind));
    }

    workflows::annual_report::report_file left() const
    {
        return workflows::annual_report::file_of(acts);
    }
    std::string stage(std::string_view chapter) const
    {
        for (auto const& one : file->stages())
            if (one.chapter == chapter)
                return one.stage;
        return {};
    }
    /// The kinds that are waited for from a role.
    std::set<std::string> tasks_of(std::string const& role, std::string const& unit = {}) const
    {
        std::set<std::string> kinds;
        for (auto const& one : file->tasks({built_in_rules(), built_in_days(), today}))
            if (one.role == role && (unit.empty() || one.unit == unit))
                kinds.insert(one.kind);
        return kinds;
    }

    /// What the procedure waits for, whether it may be done already or not yet.
    std::set<std::string> duties() const
    {
        std::set<std::string> kinds;
        for (auto const& one : file->offers({}, {built_in_rules(), built_in_days(), today}))
            if (one.duty)
                kinds.insert(one.kind);
        return kinds;
    }

    // ---- the straight way, step by step

    static constexpr char const* asking =
        R"({"unit":"market","indicators":["MARKET.entities"],"answer_by":"2026-01-20"})";
    static constexpr char const* answering =
        R"({"values":[{"indicator":"MARKET.entities","value":"61240","source":"登记系统"}]})";
    static constexpr char const* accepting =
        R"({"unit":"market","indicators":["MARKET.entities"]})";

    void collects()
    {
        enters("collection.asked", asking);
        enters("collection.answered", answering);
        enters("collection.accepted", accepting);
    }
    void checks() { enters("gate.checked", R"({"units":[],"findings":[]})"); }
    /// The body that freezes what is on file, as of a day.
    std::string frozen(char const* cut_off) const
    {
        namespace law = workflows::annual_report;
        auto const file_now = left();
        law::freezing::frozen figures{
            .cut_off = *engine::parse_day(cut_off), .values = {}, .digest = {}};
        for (auto const& one : file_now.asked)
            if (one.answer)
                figures.values.push_back({.indicator = one.indicator,
                                          .value = one.answer->value,
                                          .rounded = one.answer->rounded,
                                          .last_year = one.answer->last_year,
                                          .note = one.answer->note,
                                          .origin = law::freezing::value_origin::answer,
                                          .answer_act = one.answer_act});
        return body_of(figures, law::digest_of(file_now, figures));
    }
    static std::string body_of(workflows::annual_report::freezing::frozen const& figures,
                               std::string const& digest)
    {
        boost::json::array values;
        for (auto const& one : figures.values) {
            boost::json::object value{{"indicator", one.indicator},
                                      {"value", one.value},
                                      {"origin", engine::name_of(one.origin)}};
            if (one.answer_act)
                value["answer_act"] = *one.answer_act;
            if (one.rounded)
                value["rounded"] = engine::name_of(*one.rounded);
            values.push_back(std::move(value));
        }
        return boost::json::serialize(
            boost::json::object{{"cut_off", engine::to_text(figures.cut_off)},
                                {"values", std::move(values)},
                                {"digest", digest}});
    }
    void freezes()
    {
        collects();
        on("2026-01-22");
        checks();
        on("2026-01-23");
        enters("freezing.frozen", frozen("2026-01-21"));
    }
    void writes()
    {
        for (auto const* section : {"leadership", "heads_duty", "problems", "plan"})
            enters("narrative.written",
                   R"({"section":")" + std::string(section) + R"(","words":"正文"})");
    }
    void clears()
    {
        freezes();
        writes();
        enters("release.secrecy_checked", R"({"may_be_published":true,"remarks":"不涉密"})");
    }
    void submits()
    {
        clears();
        enters("release.approved", "{}");
        on("2026-02-20");
        enters("release.submitted",
               R"({"submitted_on":"2026-02-20","addressees":["party_committee"]})");
    }
    void publishes()
    {
        submits();
        on("2026-03-20");
        enters("release.published", publishing);
    }
    static constexpr char const* publishing =
        R"({"published_on":"2026-03-20","published_at":"门户网站"})";
};

} // namespace tests

#endif
