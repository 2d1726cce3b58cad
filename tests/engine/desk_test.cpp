#include "engine/chain.hpp"
#include "engine/desk.hpp"
#include "tests/engine/sample_law.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

using namespace engine;

namespace {

/// A record in memory.
class shelf : public record {
public:
    std::optional<case_head> find_case(case_id id) override
    {
        auto const found = heads.find(id);
        return found == heads.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<act> acts_of(case_id id) override
    {
        ++readings;
        return acts[id];
    }
    std::optional<act> find_act(std::string const& act_id) override
    {
        for (auto const& [id, list] : acts)
            for (auto const& one : list)
                if (one.act_id == act_id)
                    return one;
        return {};
    }
    bool holds_document(std::string const& hash) override { return documents.contains(hash); }
    std::optional<case_id> case_of_shape(std::string const& shape) override
    {
        for (auto const& [id, head] : heads)
            if (head.line.shape == shape)
                return id;
        return {};
    }
    std::optional<case_id> case_standing_for(std::string const& what, std::string const& family,
                                             std::string const& unit) override
    {
        if (last.summary.stands_for == what && last.summary.unit == unit && !heads.empty() &&
            engine::family_of(heads.begin()->second.line.shape) == family)
            return heads.begin()->first;
        return {};
    }
    std::string organ_of(std::string const& unit) override { return organs[unit]; }
    case_id next_case_id() override { return {static_cast<long long>(heads.size()) + 1}; }
    std::string next_number(std::string const& prefix, int year) override
    {
        return prefix + std::to_string(year) + "-" + std::to_string(heads.size() + 1);
    }
    void open(case_line const& line, std::string const& hash) override
    {
        heads[line.id] = {line, 0, hash};
    }
    void append(act const& what, consequences const& then) override
    {
        acts[what.on].push_back(what);
        heads[what.on].version = what.seq;
        heads[what.on].last_hash = what.hash;
        last = then;
    }

    std::map<case_id, case_head> heads;
    std::map<case_id, std::vector<act>> acts;
    std::set<std::string> documents;
    std::map<std::string, std::string> organs; ///< by unit
    consequences last;
    int readings = 0;
};

struct office {
    procedure_shapes shapes = tests::sample_shapes();
    rule_book book = tests::sample_book();
    working_days days;
    shelf papers;
    desk counter{{shapes, book, days, rights::unrestricted()}};
    int ids = 0;

    submission wish(std::string kind, boost::json::object body, std::string role = "clerk",
                    char const* at = "2024-01-02T02:00:00.000Z")
    {
        submission s{.seeing = clearance(confidentiality::internal)};
        s.on = papers.heads.empty() ? case_id{} : case_id{1};
        s.shape = "sample/1";
        s.place = "cn";
        s.act_id = "id-" + std::to_string(++ids);
        s.kind = std::move(kind);
        s.body = std::move(body);
        s.by = {{1}, "甲", role, role == "chief" ? "office" : "water", {}, {}};
        s.now = parse_instant(at).value();
        return s;
    }
    ruling submit(submission const& s) { return counter.submit(s, papers); }
    ruling ask() { return submit(wish("asking.asked", {{"words", "可以吗"}})); }
    ruling answer(char const* view, char const* at = "2024-01-05T02:00:00.000Z")
    {
        boost::json::object body{{"view", view}};
        if (std::string_view(view) == "no")
            body["reason"] = "不合适";
        return submit(wish("asking.answered", body, "chief", at));
    }
    std::string stages()
    {
        std::string all;
        for (auto const& s : papers.last.stages)
            all += s.chapter + ":" + s.stage + " ";
        return all;
    }
};

template <class Outcome>
Outcome const& expect(ruling const& r)
{
    BOOST_TEST_REQUIRE(std::holds_alternative<Outcome>(r));
    return std::get<Outcome>(r);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(desk_test, office)

BOOST_AUTO_TEST_CASE(the_opening_act_opens_a_case_with_a_number)
{
    auto const r = ask();
    auto const& in = expect<admitted>(r);
    BOOST_TEST(in.number == "S2024-1");
    BOOST_TEST(in.what.seq == 1);
    BOOST_TEST(stages() == "asking:waiting filing:open ");
    BOOST_TEST(first_break(papers.heads.at({1}).line, papers.acts.at({1})) == 0);
    BOOST_TEST(papers.last.tasks_opened.size() == 1U);
    BOOST_TEST(papers.last.tasks_opened[0].role == "chief");
    BOOST_TEST((papers.last.tasks_opened[0].opens_on == parse_day("2024-01-05")));
}

BOOST_AUTO_TEST_CASE(a_refused_opening_leaves_no_case_and_no_gap)
{
    expect<refused>(submit(wish("asking.asked", {{"words", "可以吗"}}, "chief")));
    expect<malformed>(submit(wish("asking.answered", {{"view", "yes"}})));
    boost::json::object const lost{
        {"words", "x"}, {"documents", {{{"hash", std::string(64, '0')}, {"name", "x"}}}}};
    expect<malformed>(submit(wish("asking.asked", lost)));
    BOOST_TEST(papers.heads.empty());
    BOOST_TEST(expect<admitted>(ask()).number == "S2024-1");
}

BOOST_AUTO_TEST_CASE(all_refusals_are_told_at_once_and_nothing_changes)
{
    ask();
    auto const r = submit(wish("asking.answered", {{"view", "no"}}, "clerk"));
    std::set<std::string> rules;
    for (auto const& ground : expect<refused>(r).grounds)
        rules.insert(ground.rule);
    BOOST_TEST((rules == std::set<std::string>{"T-2", "T-3"}));
    BOOST_TEST(papers.acts.at({1}).size() == 1U);
    BOOST_TEST(!only_about_role(expect<refused>(r).grounds));
}

BOOST_AUTO_TEST_CASE(an_act_at_the_wrong_stage_is_refused_with_its_rule)
{
    ask();
    auto const r = ask();
    BOOST_TEST(expect<refused>(r).grounds.at(0).rule == "T-1");
}

BOOST_AUTO_TEST_CASE(that_an_act_has_no_place_is_known_without_its_body)
{
    ask();
    auto const rebuilt = rebuild(papers.heads.at({1}).line, papers.acts.at({1}),
                                 {shapes, book, days, rights::unrestricted()});
    auto const why_not = [&](std::string_view kind) {
        circumstances const now{book, days, parse_day("2024-01-02").value()};
        return rebuilt.file->out_of_place(kind, {}, now).refusals;
    };
    BOOST_TEST_REQUIRE(why_not("asking.asked").size() == 1U);
    BOOST_TEST(why_not("asking.asked").at(0).rule == "T-1");
    BOOST_TEST(why_not("asking.answered").empty()); // too early, yet at its stage
    BOOST_TEST(why_not("asking.unheard_of").empty());
}

BOOST_AUTO_TEST_CASE(the_way_follows_the_given_and_other_chapters_follow)
{
    ask();
    expect<admitted>(answer("no"));
    BOOST_TEST(stages() == "asking:denied filing:open ");
    expect<admitted>(
        submit(wish("asking.asked", {{"words", "再问"}}, "clerk", "2024-01-06T02:00:00.000Z")));
    expect<admitted>(answer("yes", "2024-01-20T02:00:00.000Z"));
    BOOST_TEST(stages() == "asking:granted filing:complete ");
    BOOST_TEST(papers.last.figures.size() == 1U);
    BOOST_TEST(papers.last.figures.at(0).seq == 4);
}

BOOST_AUTO_TEST_CASE(the_same_act_twice_is_one_act)
{
    auto const first = wish("asking.asked", {{"words", "可以吗"}});
    submit(first);
    auto const again = submit(first);
    BOOST_TEST(expect<admitted>(again).repeated);
    BOOST_TEST(expect<admitted>(again).number == "S2024-1");
    BOOST_TEST(papers.acts.at({1}).size() == 1U);

    auto other = first;
    other.body = {{"words", "另一个问题"}};
    expect<clash>(submit(other)); // JC-5
    other = first;
    other.by.person = {2};
    expect<clash>(submit(other));
}

BOOST_AUTO_TEST_CASE(an_act_on_an_old_screen_is_stale)
{
    ask();
    auto late = wish("asking.answered", {{"view", "yes"}}, "chief", "2024-01-05T02:00:00.000Z");
    late.seen = 0;
    BOOST_TEST(expect<stale>(submit(late)).version == 1); // JC-6
    late.seen = 1;
    expect<admitted>(submit(late));
}

BOOST_AUTO_TEST_CASE(what_an_act_does_not_rest_on_may_have_changed_since_the_screen_was_shown)
{
    ask();
    answer("no", "2024-01-08T02:00:00.000Z");
    submit(wish("asking.asked", {{"words", "还可以吗"}}, "clerk", "2024-01-08T02:00:00.000Z"));
    submit(wish("filing.filed", {}, "clerk", "2024-01-09T02:00:00.000Z"));
    auto late = wish("asking.answered", {{"view", "yes"}}, "chief", "2024-01-16T02:00:00.000Z");
    for (long long const other : {2, 1, -1, 9}) { // on another question, or on none
        late.seen = other;
        BOOST_TEST(expect<stale>(submit(late)).version == 4);
    }
    late.seen = 3; // only the filing came in between
    expect<admitted>(submit(late));

    auto filing = wish("filing.filed", {}, "clerk", "2024-01-17T02:00:00.000Z");
    filing.seen = 4; // of another kind of act all of the file counts
    BOOST_TEST(expect<stale>(submit(filing)).version == 5);
}

BOOST_AUTO_TEST_CASE(what_an_act_tells_goes_with_it_and_with_no_other)
{
    ask();
    BOOST_TEST(papers.last.told.empty());
    answer("no", "2024-01-08T02:00:00.000Z");
    BOOST_TEST_REQUIRE(papers.last.told.size() == 1U);
    BOOST_TEST(papers.last.told[0].kind == "news.answered");
    BOOST_TEST((papers.last.told[0].to == seat{"clerk", "可以吗"}));
    expect<admitted>(submit(wish("filing.filed", {}, "clerk", "2024-01-09T02:00:00.000Z")));
    BOOST_TEST(papers.last.told.empty());
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found_and_what_is_unknown_is_malformed)
{
    auto lost = wish("asking.asked", {{"words", "x"}});
    lost.on = {99};
    expect<not_found>(submit(lost));
    lost.on = {};
    lost.shape = "nothing/1";
    expect<not_found>(submit(lost));
    lost.shape = "sample/1";
    lost.place = "nowhere";
    expect<not_found>(submit(lost));
    ask();
    expect<malformed>(submit(wish("asking.sung", {})));
    auto bad_id = wish("asking.asked", {{"words", "x"}});
    bad_id.act_id = "a b";
    expect<malformed>(submit(bad_id));
}

BOOST_AUTO_TEST_CASE(nothing_is_entered_before_the_last_act)
{
    ask();
    auto const r = answer("yes", "2024-01-01T02:00:00.000Z");
    BOOST_TEST(expect<refused>(r).grounds.at(0).rule == "JC-3");
}

BOOST_AUTO_TEST_CASE(what_bars_the_whole_file_is_asked_first)
{
    ask();
    for (int i = 0; i < 3; ++i)
        expect<admitted>(submit(wish("filing.filed", {})));
    BOOST_TEST(expect<refused>(submit(wish("filing.filed", {}))).grounds.at(0).rule == "T-6");
}

BOOST_AUTO_TEST_CASE(a_bar_on_the_whole_file_takes_duties_away_and_leaves_whose_act_it_is)
{
    ask();
    for (int i = 0; i < 3; ++i)
        expect<admitted>(submit(wish("filing.filed", {})));
    law_in_force const law{shapes, book, days, rights::unrestricted()};
    auto const file = rebuild(papers.heads.at({1}).line, papers.acts.at({1}), law).file;
    circumstances const now{book, days, parse_day("2024-01-10").value()};
    for (auto const& one : file->offers({{2}, "乙", "chief", "office", {}}, now))
        BOOST_TEST(!one.duty, one.kind);
    BOOST_TEST(file->tasks(now).empty());
    auto const says_whose = [&](actor const& who) {
        for (auto const& one : file->offers(who, now))
            if (one.kind == "filing.filed")
                for (auto const& ground : one.refusals)
                    if (ground.about_role)
                        return true;
        return false;
    };
    BOOST_TEST(says_whose({{2}, "乙", "chief", "office", {}}));
    BOOST_TEST(!says_whose({{1}, "甲", "clerk", "water", {}}));
}

BOOST_AUTO_TEST_CASE(a_kept_case_is_read_once_and_again_after_it_is_forgotten_or_changed)
{
    ask();
    submit(wish("filing.filed", {}));
    BOOST_TEST(papers.readings == 0);
    counter.forget_all();
    submit(wish("filing.filed", {}));
    BOOST_TEST(papers.readings == 1);
    desk other{{shapes, book, days, rights::unrestricted()}};
    other.submit(wish("filing.filed", {}), papers);
    auto const r = submit(wish("filing.filed", {}));
    BOOST_TEST(expect<refused>(r).grounds.at(0).rule == "T-6");
}

BOOST_AUTO_TEST_CASE(a_case_that_does_not_replay_is_unreadable_and_stays_as_it_was)
{
    ask();
    papers.acts.at({1}).at(0).kind = "asking.answered";
    counter.forget_all();
    auto const r = submit(wish("filing.filed", {}));
    BOOST_TEST(expect<unreadable>(r).seq == 1);
    auto const rebuilt = rebuild(papers.heads.at({1}).line, papers.acts.at({1}),
                                 {shapes, book, days, rights::unrestricted()});
    BOOST_TEST(rebuilt.broken.has_value());
    BOOST_TEST(rebuilt.file->stages().at(0).stage == "unasked");
}

BOOST_AUTO_TEST_CASE(nothing_is_entered_on_acts_that_are_not_what_they_were)
{
    ask();
    papers.acts.at({1}).at(0).by.name += "?";
    counter.forget_all();
    auto const r = submit(wish("filing.filed", {}));
    BOOST_TEST(expect<unreadable>(r).seq == 1);
    BOOST_TEST(papers.acts.at({1}).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_case_is_rebuilt_as_of_any_day_and_derives_what_was_written)
{
    ask();
    answer("no");
    law_in_force const law{shapes, book, days, rights::unrestricted()};
    auto const& line = papers.heads.at({1}).line;
    auto const before = rebuild(line, papers.acts.at({1}), law, parse_day("2024-01-04"));
    BOOST_TEST(before.file->stages().at(0).stage == "waiting");
    auto const all = derive(line, papers.acts.at({1}), law);
    BOOST_TEST((all.stages == papers.last.stages));
    BOOST_TEST((all.figures == papers.last.figures));
    BOOST_TEST((all.summary == papers.last.summary));
}

BOOST_AUTO_TEST_CASE(looking_at_offers_changes_nothing)
{
    ask();
    law_in_force const law{shapes, book, days, rights::unrestricted()};
    auto const file = rebuild(papers.heads.at({1}).line, papers.acts.at({1}), law).file;
    circumstances const now{book, days, parse_day("2024-01-03").value()};
    auto const clerk = file->offers({{1}, "甲", "clerk", "water", {}}, now);
    auto const chief = file->offers({{2}, "乙", "chief", "office", {}}, now);
    BOOST_TEST(clerk.size() == 2U); // answered (two ways, one offer) and filed
    BOOST_TEST(clerk.at(0).refusals.size() == 2U);
    BOOST_TEST(chief.at(0).refusals.size() == 1U);
    BOOST_TEST(chief.at(0).rules.size() == 2U);
    BOOST_TEST((opens_on(chief.at(0).refusals) == parse_day("2024-01-05")));
    BOOST_TEST(file->stages().at(0).stage == "waiting");
}

BOOST_AUTO_TEST_CASE(a_remark_of_an_act_that_came_is_on_the_file_as_it_leaves_it)
{
    ask();
    law_in_force const law{shapes, book, days, rights::unrestricted()};
    auto const file = rebuild(papers.heads.at({1}).line, papers.acts.at({1}), law).file;
    auto const offers = file->offers({{1}, "甲", "clerk", "water", {}},
                                     {book, days, parse_day("2024-01-03").value()});
    BOOST_TEST(offers.back().remarks.size() == 1U);
    auto const partly = expect<admitted>(submit(wish("filing.filed", {})));
    BOOST_TEST(partly.remarks.size() == 1U);
    auto const whole = expect<admitted>(submit(wish("filing.filed", {{"complete", true}})));
    BOOST_TEST(whole.remarks.empty());
}

BOOST_AUTO_TEST_CASE(a_clause_is_a_duty_only_while_it_is_due)
{
    auto const filing_is_a_duty = [&] {
        law_in_force const law{shapes, book, days, rights::unrestricted()};
        auto const file = rebuild(papers.heads.at({1}).line, papers.acts.at({1}), law).file;
        circumstances const now{book, days, parse_day("2024-01-10").value()};
        auto const shown = file->offers({{1}, "甲", "clerk", "water", {}}, now);
        auto const tasks = file->tasks(now);
        bool const waits = std::any_of(tasks.begin(), tasks.end(),
                                       [](auto const& one) { return one.kind == "filing.filed"; });
        BOOST_TEST(shown.back().kind == "filing.filed");
        BOOST_TEST(shown.back().is_open());
        BOOST_TEST(shown.back().duty == waits);
        return waits;
    };
    ask();
    BOOST_TEST(!filing_is_a_duty());
    expect<admitted>(answer("no"));
    BOOST_TEST(filing_is_a_duty());
}

BOOST_AUTO_TEST_CASE(the_table_names_every_clause_with_its_conditions)
{
    auto const rows = shapes.at("sample/1").make("cn")->table();
    BOOST_TEST(rows.size() == 7U);
    BOOST_TEST(rows.at(1).rule == "T-2");
    BOOST_TEST(rows.at(1).next == "granted");
    BOOST_TEST(rows.at(1).sort == "duty");
    BOOST_TEST(rows.at(1).conditions.at(0) == "given is<yes>");
    BOOST_TEST(rows.at(4).conditions.back() == "due_if was_denied_once");
    BOOST_TEST(rows.at(6).sort == "follows");
}

BOOST_AUTO_TEST_CASE(a_case_above_the_clearance_is_answered_like_one_that_is_not_there)
{
    expect<admitted>(ask());
    expect<admitted>(answer("no"));
    auto secret = wish("asking.asked", {{"words", "秘密"}}, "clerk", "2024-01-06T02:00:00.000Z");
    secret.seeing = clearance(confidentiality::secret);
    expect<admitted>(submit(secret));
    BOOST_TEST((papers.last.before.level == confidentiality::internal));
    BOOST_TEST((papers.last.summary.level == confidentiality::secret));

    auto unseen = wish("filing.filed", {}, "clerk", "2024-01-07T02:00:00.000Z");
    unseen.seen = 1; // not even told that the screen is old
    auto absent = unseen;
    absent.on = {77};
    auto const r = submit(unseen);
    BOOST_TEST(expect<not_found>(r).what.id == expect<not_found>(submit(absent)).what.id);
    // cleared so far, and with no part in it
    unseen.seeing = clearance::by_part(confidentiality::secret, unseen.by);
    expect<not_found>(submit(unseen));
    unseen.seeing = clearance(confidentiality::secret);
    unseen.seen = 3;
    expect<admitted>(submit(unseen));
}

BOOST_AUTO_TEST_CASE(nobody_makes_a_case_secret_beyond_their_own_clearance)
{
    auto const opening = submit(wish("asking.asked", {{"words", "秘密"}}));
    BOOST_TEST(expect<refused>(opening).grounds.at(0).rule == "JC-8");
    BOOST_TEST(papers.heads.empty());

    expect<admitted>(ask());
    expect<admitted>(answer("no"));
    auto const again =
        submit(wish("asking.asked", {{"words", "秘密"}}, "clerk", "2024-01-06T02:00:00.000Z"));
    BOOST_TEST(expect<refused>(again).grounds.at(0).rule == "JC-8");
    // and nothing of it stayed in memory
    expect<admitted>(
        submit(wish("asking.asked", {{"words", "公开"}}, "clerk", "2024-01-06T02:00:00.000Z")));
    BOOST_TEST(papers.acts.at({1}).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_case_of_another_organ_is_answered_like_one_that_is_not_there)
{
    papers.organs = {{"", "gy"}}; // the sample names no unit
    auto opening = wish("asking.asked", {{"words", "可以吗"}});
    opening.by.organ = "gy";
    opening.seeing.stay_in_organ(opening.by);
    expect<admitted>(submit(opening));
    auto answer = wish("asking.answered", {{"view", "yes"}}, "chief", "2024-01-05T02:00:00.000Z");
    answer.by.organ = "dz";
    answer.by.unit = "dz_office";
    answer.seeing.stay_in_organ(answer.by);
    expect<not_found>(submit(answer));
    // and where somebody sees it, its seats without a unit are still not theirs
    answer.seeing = clearance(confidentiality::internal);
    BOOST_TEST(only_about_role(expect<refused>(submit(answer)).grounds));
    answer.by.organ = "gy";
    answer.by.unit = "office";
    expect<admitted>(submit(answer));
}

BOOST_AUTO_TEST_CASE(nobody_opens_a_case_of_another_organ)
{
    papers.organs = {{"", "gy"}};
    auto opening = wish("asking.asked", {{"words", "可以吗"}});
    opening.by.organ = "dz";
    opening.seeing.stay_in_organ(opening.by);
    BOOST_TEST(expect<refused>(submit(opening)).grounds.at(0).rule == "JC-18");
    BOOST_TEST(papers.heads.empty());
}

BOOST_AUTO_TEST_CASE(whoever_gives_up_their_part_is_told_that_the_case_is_theirs_to_see_no_more)
{
    auto const with_a_part = [&](char const* words, char const* at = "2024-01-02T02:00:00.000Z") {
        auto made = wish("asking.asked", {{"words", words}}, "clerk", at);
        made.seeing.know_only({.all = false}, made.by);
        return made;
    };
    expect<admitted>(submit(with_a_part("问过甲")));
    expect<admitted>(answer("no"));
    auto const last = submit(with_a_part("不再问甲", "2024-01-06T02:00:00.000Z"));
    auto const& remarks = expect<admitted>(last).remarks;
    BOOST_TEST(std::any_of(remarks.begin(), remarks.end(),
                           [](advice const& one) { return one.rule == "JC-19"; }));
    expect<not_found>(submit(with_a_part("再看看", "2024-01-07T02:00:00.000Z")));
}

BOOST_AUTO_TEST_CASE(a_role_without_the_right_is_turned_away_before_the_law_is_asked)
{
    rights entitled;
    entitled.add(role{"clerk", "承办人", "clerk", "office", confidentiality::internal, "", ""});
    entitled.add(right{{"clerk"}, sphere::act, "asking.*", relation::any});
    desk guarded{{shapes, book, days, entitled}};
    auto const opening = guarded.submit(wish("asking.asked", {{"words", "x"}}), papers);
    expect<admitted>(opening);
    auto const filing = guarded.submit(wish("filing.filed", {}), papers);
    BOOST_TEST(expect<refused>(filing).grounds.at(0).rule == "JC-9");
    BOOST_TEST(only_about_role(expect<refused>(filing).grounds));
    auto const by_nobody = guarded.submit(wish("asking.asked", {}, "stranger"), papers);
    BOOST_TEST(expect<refused>(by_nobody).grounds.at(0).rule == "JC-9");
}

BOOST_AUTO_TEST_CASE(of_a_sole_shape_there_is_one_case)
{
    shapes.at("sample/1").is_sole = true;
    expect<admitted>(ask());
    auto second = wish("asking.asked", {{"words", "再来"}});
    second.on = {};
    BOOST_TEST(expect<refused>(submit(second)).grounds.at(0).rule == "JC-10");
}

BOOST_AUTO_TEST_CASE(what_a_case_stands_for_has_no_second_case)
{
    auto const open = [&](char const* words, char const* id) {
        auto asking = wish("asking.asked", {{"words", words}});
        asking.on = {};
        asking.act_id = id;
        return submit(asking);
    };
    expect<admitted>(open("年度：2024", "one-of-2024"));
    BOOST_TEST(expect<refused>(open("年度：2024", "two-of-2024")).grounds.at(0).rule == "JC-51");
    expect<admitted>(open("年度：2025", "one-of-2025"));
}

BOOST_AUTO_TEST_SUITE_END()
