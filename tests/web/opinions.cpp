#include "adapters/soci/verify.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

// The officials' side: opinions are sorted, taken on file by one act, decided by one act, and the
// public is told by one act.

using tests::public_house;
namespace json = boost::json;

namespace {

struct sponsors_house : public_house {
    tests::told_decision matter = tell("停车收费方案", {"vital"}, "participation.published");
    tests::told_decision second = tell("供水价格方案", {"vital"}, "participation.published");
    seat sponsor, other;

    sponsors_house()
    {
        clock = std::max(matter.last, second.last) + std::chrono::hours(48);
        sponsor = sign_in("sponsor");
        other = sign_in("other");
    }

    json::object list(tests::told_decision const& on, std::string const& query = "",
                      seat const* who = nullptr)
    {
        auto const got =
            get(on.home() + "/opinions" + query, (who ? who : &sponsor)->headers + json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view();
    }
    tests::public_reply act(tests::told_decision const& on, std::string const& what,
                            web::pairs more = {}, seat const* who = nullptr)
    {
        auto const& by = who ? *who : sponsor;
        auto const page = get(on.home(), by.headers + json).view();
        more.emplace_back("csrf", by.csrf);
        more.emplace_back("act", what);
        more.emplace_back("act_id", "opinions-" + std::to_string(++acts_));
        more.emplace_back("seen", std::to_string(page.at("version").as_int64()));
        return post(on.home() + "/opinions/acts", more, by.headers + json);
    }
    tests::public_reply note(tests::told_decision const& on, web::pairs fields,
                             seat const* who = nullptr)
    {
        auto const& by = who ? *who : sponsor;
        fields.emplace_back("csrf", by.csrf);
        return post(on.home() + "/opinions/notes", fields, by.headers + json);
    }
    void send_three(tests::told_decision const& on)
    {
        for (auto const* words : {"太贵了", "还是太贵", "支持"})
            BOOST_TEST_REQUIRE(opinion(on, {{"words", words}, {"name", "黎小敏"}}).status == 201);
    }

private:
    int acts_ = 0;
};

sponsors_house& here()
{
    static sponsors_house one;
    return one;
}

} // namespace

BOOST_AUTO_TEST_SUITE(opinions)

BOOST_AUTO_TEST_CASE(opinions_go_from_the_public_to_the_file_and_their_answers_back)
{
    auto& h = here();
    h.send_three(h.matter);
    web::pairs letter = {
        {"csrf", h.sponsor.csrf},      {"entry_id", "letter-0001"},
        {"channel", "letter"},         {"received_on", engine::to_text(engine::legal_day(h.clock))},
        {"kind", "trade_association"}, {"words", "请给过渡期"}};
    auto const home = h.matter.home();
    auto const entered = h.post(home + "/opinions", letter, h.sponsor.headers + h.json);
    BOOST_TEST_REQUIRE(entered.status == 201, entered.body);
    BOOST_TEST(entered.view().at("opinion").as_string() == "GZ-4");
    BOOST_TEST(h.post(home + "/opinions", letter, h.sponsor.headers + h.json).status == 200);

    auto const view = h.list(h.matter);
    BOOST_TEST(view.at("count").as_int64() == 4);
    BOOST_TEST(view.at("channels").at(0).at("count").as_int64() == 3);
    BOOST_TEST(view.at("channels").at(1).at("count").as_int64() == 1);
    BOOST_TEST(h.list(h.matter, "?words=%E8%B4%B5").at("found").as_int64() == 2);
    BOOST_TEST(h.list(h.matter, "?channel=letter").at("found").as_int64() == 1);

    // What is typed and not noted yet is kept, until it is.
    auto const draft = [&](char const* form, web::pairs fields) {
        fields.emplace_back("csrf", h.sponsor.csrf);
        fields.emplace_back("kind", form);
        return h.post(home + "/drafts", fields, h.sponsor.headers + h.json).status;
    };
    auto const shows = [&](char const* words) {
        return h.get(home + "/opinions", h.sponsor.headers + public_house::html).body.find(words) !=
               std::string::npos;
    };
    // a letter mostly is entered on the day on which it comes
    auto const today = engine::to_text(engine::legal_day(h.clock));
    BOOST_TEST(shows(("name=\"received_on\" value=\"" + today + "\"").c_str()));
    BOOST_TEST(draft("opinions.notes", {{"reason", "成本监审结论"}}) == 200);
    BOOST_TEST(draft("opinions.letter", {{"words", "来信内容未录完"}, {"name", "陈某"}}) == 200);
    BOOST_TEST(draft("opinions.other", {{"words", "x"}}) == 404);
    BOOST_TEST(shows("成本监审结论</textarea>"));
    BOOST_TEST(shows("来信内容未录完</textarea>"));
    BOOST_TEST(shows("data-keep"));

    // Grouped, and one outcome for the group.
    BOOST_TEST(h.note(h.matter, {{"do", "group"}, {"issue", "收费标准"}, {"n", "1"}, {"n", "2"}})
                   .view()
                   .at("changed")
                   .as_int64() == 2);
    BOOST_TEST(h.note(h.matter, {{"do", "outcome"},
                                 {"whose", "group"},
                                 {"group", "收费标准"},
                                 {"outcome", "not_adopted"},
                                 {"reason", "标准按成本监审确定。"}})
                   .view()
                   .at("changed")
                   .as_int64() == 2);
    BOOST_TEST(h.note(h.matter, {{"do", "outcome"}, {"n", "3"}, {"outcome", "adopted"}}).status ==
               200);
    BOOST_TEST(
        h.list(h.matter, "?issue=%E6%94%B6%E8%B4%B9%E6%A0%87%E5%87%86").at("found").as_int64() ==
        2);

    BOOST_TEST(!shows("成本监审结论</textarea>"));
    BOOST_TEST(shows("来信内容未录完</textarea>"));

    // Nothing is decided before it is on file.
    BOOST_TEST(h.list(h.matter).at("prepared").at(1).at("count").as_int64() == 0);
    auto const recorded = h.act(h.matter, "record");
    BOOST_TEST_REQUIRE(recorded.status == 201, recorded.body);
    auto const act =
        h.get(std::string(recorded.view().at("href").as_string()), h.sponsor.headers + h.json)
            .view();
    auto const& on_file = act.at("body").at("opinions").as_array();
    BOOST_TEST_REQUIRE(on_file.size() == 4u);
    BOOST_TEST(on_file[0].at("number").as_string() == "GZ-1");
    BOOST_TEST(on_file[0].at("words").as_string() == "太贵了");
    BOOST_TEST(on_file[0].at("from").as_string() == "黎小敏");
    BOOST_TEST(on_file[3].at("from").as_string() == "匿名");
    // Recording again has nothing left; the law says what is missing.
    BOOST_TEST(h.list(h.matter).at("prepared").at(0).at("count").as_int64() == 0);
    BOOST_TEST(h.act(h.matter, "record").status == 422);

    auto const decided = h.act(h.matter, "decide");
    BOOST_TEST_REQUIRE(decided.status == 201, decided.body);
    BOOST_TEST(h.list(h.matter).at("decided").as_int64() == 3);
    BOOST_TEST(shows("还有1条已登记的意见没有作出采纳决定"));
    // What an act decided is not noted otherwise afterwards.
    BOOST_TEST(
        h.note(h.matter, {{"do", "outcome"}, {"n", "3"}, {"outcome", "not_adopted"}}).status ==
        400);
    BOOST_TEST(adapters::soci::verify(h.record(), h.law(), h.documents()).clean());
    {
        // A notice under another unit than its case is on a list where nobody looks for it.
        auto const sql = h.record().open_session(adapters::soci::access::writing);
        *sql << "update public_notice set unit = 'elsewhere'";
    }
    BOOST_TEST(!adapters::soci::verify(h.record(), h.law(), h.documents()).clean());
}

BOOST_AUTO_TEST_CASE(the_law_says_when_the_public_is_told)
{
    auto& h = here();
    // While the window is open there is no feedback to give: the page cannot do it either.
    auto const early = h.act(h.second, "feedback", {{"words", "谢谢"}});
    BOOST_TEST((early.status == 422 || early.status == 409), early.body);
    auto const page = h.get(h.second.home() + "/opinions", h.sponsor.headers + public_house::html);
    BOOST_TEST(page.body.find("value=\"feedback\"") == std::string::npos);
    BOOST_TEST(page.body.find("反馈") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_wholly_adopted_is_noted_with_its_reason)
{
    auto& h = here();
    BOOST_TEST_REQUIRE(h.opinion(h.second, {{"words", "不同意"}}).status == 201);
    BOOST_TEST_REQUIRE(h.act(h.second, "record").status == 201);
    web::pairs const fields = {{"do", "outcome"}, {"n", "GZ-1"}, {"outcome", "partly_adopted"}};
    BOOST_TEST(h.note(h.second, fields).status == 400);
    auto sent = fields;
    sent.emplace_back("csrf", h.sponsor.csrf);
    auto const page = h.post(h.second.home() + "/opinions/notes", sent, h.sponsor.headers + h.html);
    BOOST_TEST(page.status == 400);
    BOOST_TEST(page.says("部分采纳和不采纳的，请填写理由。"));
    BOOST_TEST(page.says("name=\"n\" value=\"GZ-1\" checked"));
    BOOST_TEST(page.says("value=\"partly_adopted\" checked"));
    BOOST_TEST(h.list(h.second).at("prepared").at(1).at("count").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(what_the_law_refuses_of_opinions_comes_back_on_their_page)
{
    auto& h = here();
    auto const on = h.tell("夜市管理方案", {"vital"}, "participation.published");
    h.clock = std::max(h.clock, on.last + std::chrono::hours(48));
    h.sponsor = h.sign_in("sponsor");
    h.other = h.sign_in("other");
    auto const page = [&] {
        return h.get(on.home() + "/opinions", h.sponsor.headers + h.html).body;
    };
    BOOST_TEST(page().find("opinions.none_yet") == std::string::npos);
    BOOST_TEST(page().find("目前还没有收到。") != std::string::npos);
    for (auto const* words : {"太吵了！", "支持", "太吵了"})
        BOOST_TEST_REQUIRE(h.opinion(on, {{"words", words}}).status == 201);
    // None is on file yet, and none can be marked.
    BOOST_TEST(page().find("value=\"repeat\"") == std::string::npos);
    auto const version = h.get(on.home(), h.sponsor.headers + h.json).view().at("version");
    auto const refused = h.post(on.home() + "/opinions/acts",
                                {{"csrf", h.sponsor.csrf},
                                 {"act", "repeat"},
                                 {"act_id", "opinions-refused-1"},
                                 {"seen", std::to_string(version.as_int64())},
                                 {"n", "GZ-3"},
                                 {"same_as", "GZ-1"}},
                                h.sponsor.headers + h.html);
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(refused.says("id=\"problem-title\""));
    BOOST_TEST(refused.says("id=\"o-GZ-2\""));
    BOOST_TEST(refused.says("name=\"n\" value=\"GZ-3\" checked"));

    // Two say the same word for word, and one button marks the second.
    BOOST_TEST_REQUIRE(h.act(on, "record").status == 201);
    auto const same = page().find("name=\"same_as\" value=\"GZ-1\"");
    BOOST_TEST_REQUIRE(same != std::string::npos);
    BOOST_TEST(page().substr(same, 200).find("name=\"n\" value=\"GZ-3\"") != std::string::npos);
    BOOST_TEST_REQUIRE(h.act(on, "repeat", {{"n", "GZ-3"}, {"same_as", "GZ-1"}}).status == 201);
    BOOST_TEST(page().find("name=\"same_as\" value=\"GZ-1\"") == std::string::npos);
    // What stands above agrees with the channels: three came in, one of them counts no second time.
    BOOST_TEST(page().find("<span class=\"count\">3</span> <span class=\"dim\">重复的1条不另计") !=
               std::string::npos);

    BOOST_TEST(h.note(on, {{"do", "outcome"}, {"whose", "all"}, {"outcome", "adopted"}})
                   .view()
                   .at("changed")
                   .as_int64() == 2);
    BOOST_TEST(h.list(on).at("prepared").at(1).at("count").as_int64() == 2);
}

BOOST_AUTO_TEST_CASE(forms_of_participation_come_filled_with_what_the_record_knows)
{
    auto& h = here();
    auto const on = h.tell("菜市场改造方案", {"vital"}, "participation.published");
    h.clock = std::max(h.clock, on.last + std::chrono::hours(48));
    h.sponsor = h.sign_in("sponsor");
    h.other = h.sign_in("other");
    BOOST_TEST_REQUIRE(h.opinion(on, {{"words", "保留早市"}}).status == 201);
    BOOST_TEST_REQUIRE(h.act(on, "record").status == 201);
    auto const page = h.get(on.home(), h.sponsor.headers + h.html).body;
    auto const form = [&](std::string const& kind) {
        auto const start = page.find("id=\"act-" + kind + "\"");
        return start == std::string::npos ? std::string()
                                          : page.substr(start, page.find("</form>", start) - start);
    };
    BOOST_TEST(form("participation.opinions_decided").find("value=\"GZ-1\"") != std::string::npos);
    auto const notice = form("participation.published");
    auto const opens = notice.find("name=\"f.opens_on\"");
    BOOST_TEST_REQUIRE(opens != std::string::npos);
    auto const today = engine::to_text(engine::legal_day(h.clock));
    BOOST_TEST(notice.substr(opens, 200).find("value=\"" + today + "\"") != std::string::npos);
    auto const closes = notice.find("name=\"f.closes_on\"");
    BOOST_TEST(notice.substr(closes, 200).find("value=\"20") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(talks_come_filled_with_the_only_unit_that_objected)
{
    auto& h = here();
    auto const on = h.tell("河堤加固方案", {"vital"}, "drafting.versioned");
    h.clock = std::max(h.clock, on.last + std::chrono::hours(48));
    auto const sponsor = h.sign_in("sponsor");
    auto const until = engine::legal_day(h.clock) + std::chrono::days(7);
    h.enters("sponsor", on, "consultation.asked",
             {{"units", json::array{"finance"}}, {"answer_by", engine::to_text(until)}});
    h.enters("other", on, "consultation.answered",
             {{"stance", "disagrees"}, {"comments", "没有经费"}});
    auto const page = h.get(on.home(), sponsor.headers + h.html).body;
    auto const form = [&](std::string const& kind) {
        auto const start = page.find("id=\"act-" + kind + "\"");
        return start == std::string::npos ? std::string()
                                          : page.substr(start, page.find("</form>", start) - start);
    };
    BOOST_TEST(form("consultation.settled").find("value=\"finance\" selected") !=
               std::string::npos);
    // The house knows no telephone of whoever publishes: a name reaches nobody.
    auto const contact = form("participation.published").find("name=\"f.contact\"");
    BOOST_TEST_REQUIRE(contact != std::string::npos);
    BOOST_TEST(form("participation.published").substr(contact, 120).find("水务局") ==
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wish_for_a_hearing_goes_on_file_under_its_number)
{
    auto& h = here();
    auto const form = h.second.at() + "/hearing-wishes";
    web::pairs fields = {{"form", h.token(form)},
                         {"words", "建议听证"},
                         {"name", "黎小敏"},
                         {"contact", "13800138000"}};
    auto const kept = h.post(form, fields, h.json);
    BOOST_TEST_REQUIRE(kept.status == 201, kept.body);
    auto const rows = h.list(h.second, "?purpose=hearing_wish").at("opinions").as_array();
    BOOST_TEST_REQUIRE(rows.size() == 1u);
    auto const number = std::to_string(rows[0].at("number").as_int64());
    auto const done = h.act(h.second, "register", {{"wish", number}});
    BOOST_TEST_REQUIRE(done.status == 201, done.body);
    auto const receipt = std::string(kept.view().at("receipt").as_string());
    BOOST_TEST(h.get("/public/receipts?number=" + receipt, h.json).view().at("state").as_string() ==
               "recorded");
    // An opinion is no wish.
    BOOST_TEST(h.act(h.second, "register", {{"wish", "1"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(only_the_sponsor_works_with_what_came_in)
{
    auto& h = here();
    BOOST_TEST_REQUIRE(
        h.opinion(h.second, {{"words", "我是黎小敏"}, {"name", "黎小敏"}, {"contact", "a@b.cn"}})
            .status == 201);
    auto const page = h.get(h.second.home() + "/opinions", h.other.headers + h.json);
    BOOST_TEST(!page.says("黎小敏"));
    BOOST_TEST(!page.says("a@b.cn"));
    BOOST_TEST(!page.view().at("may_work").as_bool());
    for (auto const* step : {"record", "decide", "feedback"})
        BOOST_TEST(h.act(h.second, step, {{"words", "x"}}, &h.other).status == 403, step);
    BOOST_TEST(h.note(h.second, {{"do", "group"}, {"issue", "x"}, {"n", "1"}}, &h.other).status ==
               403);
    BOOST_TEST(
        h.post(h.second.home() + "/opinions", {{"csrf", h.other.csrf}}, h.other.headers + h.json)
            .status == 403);
    for (auto const* path : {"/opinions", "/opinions/notes", "/opinions/acts"})
        BOOST_TEST(h.post(h.second.home() + path, {}, h.json).status == 401, path);
    BOOST_TEST(h.get(h.second.home() + "/opinions", h.json).status == 401);
}

BOOST_AUTO_TEST_CASE(an_archived_case_takes_no_more_letters)
{
    auto& h = tests::district();
    std::string const who = "office";
    auto const id = h.case_with({"participation.window_closed", "archive.archived"});
    auto const unit = std::string(h.view(who, tests::home_of(id.value)).at("unit").as_string());
    auto const clerk = unit == "water" ? std::string("sponsor") : "clerk_" + unit;
    auto const at = tests::home_of(id.value) + "/opinions";
    auto const page = h.ask(clerk, "GET", at).body;
    BOOST_TEST(page.find("id=\"h-letter\"") == std::string::npos);
    auto const sent =
        h.ask(clerk, "POST", at, {{"content-type", "application/x-www-form-urlencoded"}},
              web::to_query({{"csrf", tests::hidden(page, "csrf", 0)},
                             {"entry_id", "letter-to-an-archive"},
                             {"channel", "letter"},
                             {"received_on", "2026-06-15"},
                             {"words", "来晚了"}}));
    BOOST_TEST(sent.status == 409, sent.body);
}

BOOST_AUTO_TEST_CASE(what_opinions_are_narrowed_by_is_folded_until_something_is_chosen)
{
    auto& h = here();
    auto const is_folded = [&](std::string const& query) {
        auto const page = h.get(h.matter.home() + "/opinions" + query, h.sponsor.headers + h.html);
        bool const folded = page.says("<details class=\"options filter-box\"><summary>");
        BOOST_TEST(page.says("<details class=\"options filter-box\" open>") != folded, query);
        return folded;
    };
    BOOST_TEST(is_folded(""));
    BOOST_TEST(is_folded("?purpose=opinion&words=&channel="));
    BOOST_TEST(!is_folded("?words=%E8%B4%B5"));
    BOOST_TEST(!is_folded("?channel=letter"));
    BOOST_TEST(!is_folded("?issue=-"));
}

BOOST_AUTO_TEST_CASE(bad_input_is_named_route_by_route)
{
    auto& h = here();
    auto const today = engine::to_text(engine::legal_day(h.clock));
    struct row {
        int status;
        std::string rest;
        web::pairs fields;
    };
    std::vector<row> const table = {
        {400, "/opinions/notes", {{"do", "group"}, {"issue", "x"}}},
        {400, "/opinions/notes", {{"do", "group"}, {"issue", std::string(300, 'x')}, {"n", "1"}}},
        {400, "/opinions/notes", {{"do", "outcome"}, {"outcome", "perhaps"}, {"n", "1"}}},
        {400, "/opinions/notes", {{"do", "burn"}, {"n", "1"}}},
        {400, "/opinions/notes", {{"do", "group"}, {"issue", "x"}, {"n", "-1"}, {"n", "abc"}}},
        {400, "/opinions/acts", {{"act", "nothing"}}},
        {400, "/opinions/acts", {{"act", "record"}, {"act_id", "short"}, {"seen", "1"}}},
        {400, "/opinions", {{"entry_id", "x"}}},
        {400,
         "/opinions",
         {{"entry_id", "letter-0002"},
          {"channel", "online"},
          {"received_on", today},
          {"kind", "citizen"},
          {"words", "x"}}},
        {400,
         "/opinions",
         {{"entry_id", "letter-0002"},
          {"channel", "letter"},
          {"received_on", "2099-01-01"},
          {"kind", "citizen"},
          {"words", "x"}}},
        {400,
         "/opinions",
         {{"entry_id", "letter-0002"},
          {"channel", "letter"},
          {"received_on", today},
          {"kind", "king"},
          {"words", "x"}}},
        {400,
         "/opinions",
         {{"entry_id", "letter-0002"},
          {"channel", "letter"},
          {"received_on", today},
          {"kind", "citizen"},
          {"words", ""}}},
    };
    for (auto one : table) {
        one.fields.emplace_back("csrf", h.sponsor.csrf);
        auto const got = h.post(h.matter.home() + one.rest, one.fields, h.sponsor.headers + h.json);
        BOOST_TEST(got.status == one.status, one.rest << " " << got.status << " " << got.body);
    }
    // A page keeps what was typed.
    auto const page = h.post(h.matter.home() + "/opinions",
                             {{"csrf", h.sponsor.csrf},
                              {"entry_id", "letter-0002"},
                              {"channel", "letter"},
                              {"received_on", "2099-01-01"},
                              {"kind", "citizen"},
                              {"words", "一封长信"}},
                             h.sponsor.headers + h.html);
    BOOST_TEST(page.status == 400);
    BOOST_TEST(page.says("一封长信"));
    for (auto const* path : {"/cases/0/opinions", "/cases/999999/opinions"})
        BOOST_TEST(h.get(path, h.sponsor.headers + h.json).status == 404, path);
}

BOOST_AUTO_TEST_CASE(the_page_of_the_case_says_what_waits_to_be_put_on_file_and_leads_there)
{
    auto& h = here();
    auto const on = h.tell("绿道建设方案", {"vital"}, "participation.published");
    h.clock = std::max(h.clock, on.last + std::chrono::hours(48));
    auto const sponsor = h.sign_in("sponsor");
    auto const other = h.sign_in("other");
    auto const list = on.home() + "/opinions";
    auto const page = [&](auto const& who) {
        return h.get(on.home(), who.headers + public_house::html).body;
    };
    auto const unfiled = [&](auto const& who) {
        return h.get(on.home(), who.headers + h.json).view().at("next").at("unfiled").as_array();
    };
    auto const link = "<a href=\"" + list + "\">收到的意见";
    auto const counted = link + " <span class=\"count\" title=\"2 件尚未登记入卷\">2"
                                "<span class=\"hidden\"> 件尚未登记入卷</span></span></a>";
    BOOST_TEST(page(sponsor).find(link + "</a>") != std::string::npos);
    BOOST_TEST(unfiled(sponsor).empty());

    BOOST_TEST_REQUIRE(h.opinion(on, {{"words", "多设休息点"}}).status == 201);
    BOOST_TEST_REQUIRE(h.opinion(on, {{"words", "注意照明"}}).status == 201);
    BOOST_TEST(page(sponsor).find(counted) != std::string::npos);
    BOOST_TEST(page(other).find(counted) != std::string::npos);
    auto const lines = unfiled(sponsor);
    BOOST_TEST_REQUIRE(lines.size() == 1u);
    BOOST_TEST(lines[0].at("count").as_int64() == 2);
    BOOST_TEST(lines[0].at("href").as_string() == list);
    BOOST_TEST(!lines[0].at("own").as_bool()); // while the window is open no list of theirs has it
    BOOST_TEST(unfiled(other).empty());        // it is not theirs to do
    auto const shown = page(sponsor);
    auto const next = shown.substr(shown.find("class=\"next\""));
    BOOST_TEST(next.find("<dt>您可以办理</dt>") != std::string::npos);
    BOOST_TEST(next.substr(0, next.find("</section>"))
                   .find("<a href=\"" + list + "\">公众提出的意见有2条尚未登记入卷</a>") !=
               std::string::npos);

    BOOST_TEST_REQUIRE(h.act(on, "record", {}, &sponsor).status == 201);
    BOOST_TEST(page(sponsor).find(link + "</a>") != std::string::npos);
    BOOST_TEST(unfiled(sponsor).empty());
}

BOOST_AUTO_TEST_CASE(an_opinion_that_was_sent_in_is_not_passed_over)
{
    auto& h = here();
    auto const third = h.tell("公园改造方案", {"vital"}, "participation.published");
    h.clock = std::max(h.clock, third.last + std::chrono::hours(48));
    BOOST_TEST_REQUIRE(h.opinion(third, {{"words", "多种树"}}).status == 201);
    h.clock += std::chrono::days(60);
    auto const sponsor = h.sign_in("sponsor");
    auto const page = h.get(third.home(), sponsor.headers + public_house::html);
    // the closing counts it already, and says that it is not on file
    BOOST_TEST(page.body.find("name=\"f.received\" value=\"1\"") != std::string::npos);
    auto const version =
        h.get(third.home(), sponsor.headers + h.json).view().at("version").as_int64();
    auto const closed = h.post(third.home() + "/acts",
                               {{"csrf", sponsor.csrf},
                                {"kind", "participation.window_closed"},
                                {"act_id", "opinions-closed-1"},
                                {"seen", std::to_string(version)},
                                {"f.received", "1"}},
                               sponsor.headers + h.json);
    BOOST_TEST_REQUIRE(closed.status == 201, closed.body);
    BOOST_TEST(closed.says("收到意见1条，已登记0条"));
    auto const standing = [&] { return h.get(third.home(), sponsor.headers + h.json); };
    BOOST_TEST(standing().says("公众提出的意见有1条尚未登记入卷"));
    // it is a task now, which leads to the page where it is done
    BOOST_TEST(h.get("/", sponsor.headers + public_house::html)
                   .says("href=\"" + third.home() + "/opinions\""));
    BOOST_TEST_REQUIRE(h.act(third, "record", {}, &sponsor).status == 201);
    BOOST_TEST(!standing().says("尚未登记入卷"));
}

BOOST_AUTO_TEST_SUITE_END()
