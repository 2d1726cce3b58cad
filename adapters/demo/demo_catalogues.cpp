#include "adapters/demo/demo_catalogues.hpp"

#include "workflows/catalogue/procedure.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace adapters::demo {
namespace {

using boost::json::array;
using boost::json::object;
namespace catalogue = workflows::catalogue;

object document(engine::document_ref const& one)
{
    return {{"hash", one.hash}, {"name", one.name}};
}

std::string month_of(engine::day on)
{
    std::chrono::year_month_day const date(on);
    return std::to_string(static_cast<int>(date.year())) + "年" +
           std::to_string(static_cast<unsigned>(date.month())) + "月";
}

/// Made up: matters that nobody has begun.
struct idle_matter {
    char const* title;
    char const* unit;
    char const* type;
};
constexpr idle_matter late_matter{"高要区农村生活污水治理专项规划", "water", "plan"};
constexpr idle_matter dropped_matter{"高要区儿童医院选址建设方案", "health",
                                     "construction_project"};

/// Writes the year down as it would have gone, whatever day it is now.
class year_script {
public:
    year_script(int year, bool carries_on, std::vector<catalogued_decision> const& decisions,
                officials const& by, engine::working_days const& days, paper const& file_paper)
        : year_(year), carries_on_(carries_on), by_(by), days_(days), file_paper_(file_paper)
    {
        for (auto const& one : decisions) {
            auto const started_in = engine::year_of(one.started);
            listed_before_ += started_in == year - 1 && one.names_entry;
            if (started_in == year)
                (one.names_entry ? listed_ : strays_).push_back(&one);
        }
        call();
        proposals();
        approval();
        adjustment();
        progress();
        year_end();
        std::stable_sort(acts.begin(), acts.end(),
                         [](told_act const& a, told_act const& b) { return a.at < b.at; });
    }

    std::vector<told_act> acts;

private:
    engine::day on(int year, int month, int number) const
    {
        engine::day const date(std::chrono::year(year) /
                               std::chrono::month(static_cast<unsigned>(month)) /
                               std::chrono::day(static_cast<unsigned>(number)));
        return days_.roll_forward(date);
    }
    static std::string words(engine::day date) { return engine::to_text(date); }

    engine::actor const& holding(engine::seat const& seat) const
    {
        auto const* found = by_.holding({seat}, seat.unit);
        if (!found)
            throw std::runtime_error("sample catalogue: nobody is " + seat.role + " of " +
                                     seat.unit);
        return *found;
    }
    void add(engine::day date, engine::actor const& who, std::string_view kind, object body)
    {
        // Every act a minute after the one that was written before it on the same day.
        auto const at =
            engine::instant(date) + std::chrono::hours(1) + std::chrono::minutes(acts.size());
        acts.push_back({std::string(kind), std::move(body), who, at});
    }
    void by_office(engine::day date, std::string_view kind, object body)
    {
        add(date, holding({"office_secretary", ""}), kind, std::move(body));
    }
    void by_unit(engine::day date, std::string const& unit, std::string_view kind, object body)
    {
        add(date, holding({"sponsor_clerk", unit}), kind, std::move(body));
    }

    void call()
    {
        for (auto const* one : listed_)
            units_.insert(one->what.sponsor);
        units_.insert(late_matter.unit);
        units_.insert(dropped_matter.unit);
        array units;
        for (auto const& one : units_)
            units.emplace_back(one);
        by_office(on(year_ - 1, 12, 1), catalogue::call::set_up::kind, {{"year", year_}});
        by_office(on(year_ - 1, 12, 2), catalogue::call::issued::kind,
                  {{"units", std::move(units)},
                   {"deadline", words(on(year_, 1, 15))},
                   {"call_document",
                    document(file_paper_("征集通知.txt", "关于征集" + std::to_string(year_) +
                                                             "年度重大行政决策事项的通知"))}});
    }

    object item(std::string const& title, std::string const& unit, std::string const& type,
                std::string const& start, std::string const& meeting)
    {
        return {{"item_name", title},
                {"matter", type},
                {"lead", unit},
                {"planned_start", start},
                {"planned_meeting", meeting}};
    }
    void propose(object body, std::string const& unit)
    {
        auto const title = std::string(body.at("item_name").as_string());
        body["stamped_form"] = document(
            file_paper_("建议项目表.txt", std::to_string(year_) + "年度建议项目表：" + title));
        by_unit(on(year_ - 1, 12, 15), unit, catalogue::call::proposed::kind, std::move(body));
        ++proposed_;
    }

    void proposals()
    {
        for (auto const* one : listed_) {
            auto body =
                item(one->what.title, one->what.sponsor, one->what.type, month_of(one->started),
                     month_of(one->started + std::chrono::days(200)));
            array steps{"legality_review", "collective_decision"};
            if (!one->what.is("secret"))
                steps.emplace_back("participation");
            for (auto const& [trait, step] : {std::pair("technical", "experts"),
                                              {"risk", "risk"},
                                              {"hearing", "hearing"},
                                              {"operators", "fair_competition"}})
                if (one->what.is(trait))
                    steps.emplace_back(step);
            body["steps"] = std::move(steps);
            array helpers;
            for (auto const& unit : one->what.concerned)
                helpers.emplace_back(unit);
            body["cooperating"] = std::move(helpers);
            body["withheld"] = one->what.is("secret");
            propose(std::move(body), one->what.sponsor);
        }
        auto late =
            item(late_matter.title, late_matter.unit, late_matter.type, "第一季度", "第二季度");
        if (carries_on_) // in the catalogue before, it came after the decisions too
            late["carries_over"] = {{"year", year_ - 1}, {"item", listed_before_ + 1}};
        propose(std::move(late), late_matter.unit);
        late_number_ = proposed_;
        propose(item(dropped_matter.title, dropped_matter.unit, dropped_matter.type, "下半年",
                     "年底前"),
                dropped_matter.unit);
        dropped_number_ = proposed_;
        for (auto const& one : units_)
            by_unit(on(year_ - 1, 12, 20), one, catalogue::call::answered::kind, {});
        by_office(on(year_, 1, 19), catalogue::call::closed::kind, {});
    }

    void approval()
    {
        array verdicts;
        for (long long number = 1; number <= proposed_; ++number)
            verdicts.push_back(object{{"proposal", number}, {"verdict", "goes_in"}});
        by_office(on(year_, 1, 22), catalogue::screening::held::kind,
                  {{"held_on", words(on(year_, 1, 22))},
                   {"joined", {"finance", "reform", "resources"}},
                   {"verdicts", std::move(verdicts)}});
        by_office(on(year_, 2, 6), catalogue::approval::deliberated::kind,
                  {{"met_on", words(on(year_, 2, 6))},
                   {"meeting", "executive"},
                   {"meeting_name", "区人民政府常务会议"},
                   {"outcome", "adopted"},
                   {"minutes", document(file_paper_("会议纪要.txt", "审定" + std::to_string(year_) +
                                                                        "年度事项目录"))}});
        by_office(on(year_, 2, 24), catalogue::approval::consent_answered::kind,
                  {{"answer", "agrees"},
                   {"answered_on", words(on(year_, 2, 24))},
                   {"answer_document",
                    document(file_paper_("区委复函.txt",
                                         "同意公布" + std::to_string(year_) + "年度事项目录"))}});
        by_office(on(year_, 2, 28), catalogue::approval::published::kind,
                  {{"document_number", "高府办〔" + std::to_string(year_) + "〕8号"},
                   {"published_on", words(on(year_, 2, 28))},
                   {"address", "https://www.gaoyao.gov.cn/catalogue/" + std::to_string(year_)},
                   {"explanations_due",
                    words(engine::day(std::chrono::year(year_ + 1) / std::chrono::January / 31))}});
    }

    /// The first decision that nobody had listed is added once it is known; one entry is dropped.
    void adjustment()
    {
        auto const early = [&](catalogued_decision const* one) {
            return one->started < on(year_, 8, 20);
        };
        auto const stray = std::find_if(strays_.begin(), strays_.end(), early);
        array judged{object{{"request", 1}, {"granted", true}}};
        by_unit(on(year_, 6, 1), dropped_matter.unit, catalogue::adjustment::requested::kind,
                {{"change", "dropped"},
                 {"item_number", dropped_number_},
                 {"reasons", "用地指标需由上级统筹，本年度不具备决策条件。"}});
        if (stray != strays_.end()) {
            auto const& what = (*stray)->what;
            by_unit(on(year_, 9, 1), what.sponsor, catalogue::adjustment::requested::kind,
                    {{"change", "added"},
                     {"new_entry", item(what.title, what.sponsor, what.type,
                                        month_of((*stray)->started), "年底前")},
                     {"reasons", "年内新增的重点工作，已启动决策程序。"}});
            judged.push_back(object{{"request", 2}, {"granted", true}});
            added_ = *stray;
        }
        by_office(on(year_, 9, 8), catalogue::adjustment::decided::kind,
                  {{"met_on", words(on(year_, 9, 8))},
                   {"meeting", "executive"},
                   {"meeting_name", "区人民政府常务会议"},
                   {"judged", std::move(judged)}});
        by_office(on(year_, 9, 18), catalogue::adjustment::consent_answered::kind,
                  {{"answer", "agrees"},
                   {"answered_on", words(on(year_, 9, 18))},
                   {"answer_document",
                    document(file_paper_("区委复函（调整）.txt",
                                         "同意调整" + std::to_string(year_) + "年度事项目录"))}});
        by_office(on(year_, 9, 24), catalogue::adjustment::published::kind,
                  {{"document_number", "高府办〔" + std::to_string(year_) + "〕21号"},
                   {"published_on", words(on(year_, 9, 24))},
                   {"address",
                    "https://www.gaoyao.gov.cn/catalogue/" + std::to_string(year_) + "-adjusted"}});
        if (added_)
            by_unit(on(year_, 9, 26), added_->what.sponsor, catalogue::items::linked::kind,
                    {{"item_number", proposed_ + 1}, {"decision_number", added_->number}});
    }

    /// The day on which an entry is recorded as completed, if it is before the explanations.
    std::optional<engine::day> told_on(catalogued_decision const& one) const
    {
        if (!one.decided)
            return {};
        auto const told = days_.after(*one.decided, 5);
        auto const earliest = &one == added_ ? on(year_, 9, 29) : on(year_, 3, 2);
        auto const day = std::max(told, earliest);
        return day < on(year_ + 1, 1, 12) ? std::optional(day) : std::nullopt;
    }

    void progress()
    {
        long long number = 0;
        for (auto const* one : listed_) {
            ++number;
            complete(*one, number);
        }
        if (added_)
            complete(*added_, proposed_ + 1);
    }
    void complete(catalogued_decision const& one, long long number)
    {
        if (auto const day = told_on(one))
            by_unit(*day, one.what.sponsor, catalogue::items::completed::kind,
                    {{"item_number", number}, {"completed_on", words(*one.decided)}});
        else
            unfinished_.emplace_back(number, one.what.sponsor);
    }

    void year_end()
    {
        unfinished_.emplace_back(late_number_, late_matter.unit);
        for (auto const& [number, unit] : unfinished_)
            by_unit(on(year_ + 1, 1, 12), unit, catalogue::items::explained::kind,
                    {{"item_number", number},
                     {"reason", "前期论证和征求意见所需时间超过预期。"},
                     {"progress", "已完成调研，正在按程序办理。"},
                     {"prospect", "goes_on_next_year"}});
        by_office(on(year_ + 1, 2, 3), catalogue::items::closed::kind, {});
    }

    int year_;
    bool carries_on_;
    officials const& by_;
    engine::working_days const& days_;
    paper const& file_paper_;
    std::vector<catalogued_decision const*> listed_;
    std::vector<catalogued_decision const*> strays_;
    catalogued_decision const* added_ = nullptr;
    std::set<std::string> units_;
    long long proposed_ = 0;
    long long listed_before_ = 0;
    long long late_number_ = 0;
    long long dropped_number_ = 0;
    std::vector<std::pair<long long, std::string>> unfinished_;
};

} // namespace

std::optional<catalogued_decision> decision_of(story const& one, telling const& told,
                                               std::string number)
{
    catalogued_decision made{.number = std::move(number),
                             .what = one.what,
                             .started = {},
                             .names_entry = false,
                             .decided = {}};
    bool is_started = false;
    for (auto const& act : told.entered) {
        if (act.kind == "intake.start_decided") {
            is_started = true;
            made.started = *engine::parse_day(std::string(act.body.at("decided_on").as_string()));
            auto const* entries = act.body.if_contains("catalogue");
            made.names_entry = entries && entries->is_array() && !entries->get_array().empty();
        }
        if (act.kind == "deliberation.held" && act.body.at("outcome") == "adopted")
            made.decided = *engine::parse_day(std::string(act.body.at("met_on").as_string()));
        if (act.kind == "deliberation.changes_accepted")
            made.decided = act.counts_on();
    }
    if (!is_started)
        return {};
    return made;
}

telling tell_catalogue(int year, bool carries_on, std::string const& place,
                       std::vector<catalogued_decision> const& decisions, officials const& by,
                       engine::law_in_force law, paper const& file_paper, engine::instant now)
{
    year_script script(year, carries_on, decisions, by, law.days, file_paper);
    telling told;
    told.file = catalogue::shape().make(place);
    for (auto& one : script.acts) {
        if (one.at > now)
            break;
        engine::act act;
        act.on = {1};
        act.seq = static_cast<long long>(told.entered.size()) + 1;
        act.kind = one.kind;
        act.body = one.body;
        act.by = one.by;
        act.entered_at = one.at;
        auto const found = told.file->attempt(act, {law.book, law.days, act.counts_on()});
        if (!found.admitted()) {
            told.refused_kind = one.kind;
            told.refusals = found.answer.refusals;
            told.faults = found.faults;
            return told;
        }
        told.entered.push_back(std::move(act));
        told.acts.push_back(std::move(one));
    }
    return told;
}

} // namespace adapters::demo
