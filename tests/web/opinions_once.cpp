#include "adapters/soci/verify.hpp"
#include "tests/web/public_house.hpp"
#include "web/handlers/opinions.hpp"

#include <boost/test/unit_test.hpp>

// Opinions of every channel are one list and count once, on every page that counts them; who sent
// them in is nobody's business but of those who work with them; and what is published is looked
// over first.

using tests::public_house;
namespace json = boost::json;

namespace {

struct house_of_opinions : public_house {
    tests::told_decision matter = tell("停车收费方案", {"vital"}, "participation.published");
    seat sponsor, other;
    std::string home = matter.home();
    std::string receipt; ///< of the second of the same

    house_of_opinions()
    {
        clock = matter.last + std::chrono::hours(48);
        sign_in_again();
    }
    void sign_in_again()
    {
        sponsor = sign_in("sponsor");
        other = sign_in("other");
    }

    json::object view(std::string const& below, seat const& who)
    {
        auto const got = get(home + below, who.headers + json);
        BOOST_TEST_REQUIRE(got.status == 200, below << ": " << got.body);
        return got.view();
    }
    tests::public_reply work(std::string const& what, web::pairs more = {})
    {
        more.emplace_back("csrf", sponsor.csrf);
        more.emplace_back("act", what);
        return post(home + "/opinions/acts", envelope(std::move(more)), sponsor.headers + json);
    }
    /// Enters an act of the plain page of the case; gives its answer.
    tests::public_reply enter(char const* kind, json::object body)
    {
        json::object const act{
            {"kind", kind}, {"act_id", next_id()}, {"seen", version()}, {"body", std::move(body)}};
        return send("POST", home + "/acts",
                    sponsor.headers + json + "Content-Type: application/json\r\n",
                    json::serialize(act));
    }
    web::pairs envelope(web::pairs fields)
    {
        fields.emplace_back("act_id", next_id());
        fields.emplace_back("seen", std::to_string(version()));
        return fields;
    }
    long long version() { return view("", sponsor).at("version").as_int64(); }

    json::object row(std::string const& number, seat const& who)
    {
        auto const page = view("/opinions", who);
        for (auto const& one : page.at("opinions").as_array())
            if (one.at("opinion").as_string() == number)
                return one.as_object();
        BOOST_FAIL("no row of " << number);
        return {};
    }
    std::string own_page(std::string const& below, seat const& who)
    {
        return get(home + below, who.headers + html).body;
    }

    /// Two that say the same online, a letter, and one that was put on file without the box.
    void send_and_record()
    {
        for (int i = 0; i < 2; ++i) {
            auto const sent = opinion(matter, {{"words", "收费太贵，我住朝阳里三栋"},
                                               {"name", "黎小敏"},
                                               {"contact", "微信lixiaomin88"}});
            BOOST_TEST_REQUIRE(sent.status == 201, sent.body);
            receipt = std::string(sent.view().at("receipt").as_string());
        }
        auto const letter = post(home + "/opinions",
                                 {{"csrf", sponsor.csrf},
                                  {"entry_id", "letter-0001"},
                                  {"channel", "letter"},
                                  {"received_on", engine::to_text(engine::legal_day(clock))},
                                  {"kind", "trade_association"},
                                  {"name", "停车行业协会"},
                                  {"words", "请给过渡期，联系 13800138000"}},
                                 sponsor.headers + json);
        BOOST_TEST_REQUIRE(letter.status == 201, letter.body);
        auto const direct =
            enter("participation.opinions_recorded",
                  {{"opinions", json::array{json::object{{"number", "YJ-1"},
                                                         {"from", "何大明"},
                                                         {"kind", "citizen"},
                                                         {"words", "支持黎小敏"}}}}});
        BOOST_TEST_REQUIRE(direct.status == 201, direct.body);
        auto const recorded = work("record");
        BOOST_TEST_REQUIRE(recorded.status == 201, recorded.body);
    }

private:
    std::string next_id() { return "opinions-once-" + std::to_string(++ids_); }
    int ids_ = 0;
};

bool has(std::string const& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(opinions_once)

BOOST_AUTO_TEST_CASE(opinions_of_every_channel_are_one_list_and_count_once_everywhere)
{
    house_of_opinions h;
    h.send_and_record();

    auto all = h.view("/opinions", h.sponsor);
    BOOST_TEST(all.at("count").as_int64() == 4);
    BOOST_TEST(all.at("recorded").as_int64() == 4);
    BOOST_TEST(all.at("opinions").as_array().size() == 4u);
    BOOST_TEST(h.row("YJ-1", h.sponsor).at("channel").as_string() == "by_hand");
    BOOST_TEST(h.view("/opinions?channel=by_hand", h.sponsor).at("found").as_int64() == 1);
    BOOST_TEST(h.view("/opinions?channel=letter", h.sponsor).at("found").as_int64() == 1);
    BOOST_TEST(h.view("/opinions?filed=1", h.sponsor).at("opinions").as_array().size() == 1u);

    // The second says what the first said.
    auto const marked = h.work("repeat", {{"n", "GZ-2"}, {"same_as", "GZ-1"}});
    BOOST_TEST_REQUIRE(marked.status == 201, marked.body);
    all = h.view("/opinions", h.sponsor);
    BOOST_TEST(all.at("count").as_int64() == 3);
    BOOST_TEST(all.at("recorded").as_int64() == 3);
    BOOST_TEST(all.at("repeats").as_int64() == 1);
    BOOST_TEST(h.row("GZ-2", h.sponsor).at("same").at(0).at("opinion").as_string() == "GZ-1");
    auto const to_second = h.row("GZ-1", h.sponsor).at("same").at(0).at("href");
    BOOST_TEST(to_second.as_string() == h.home + "/opinions?after=1#o-GZ-2");
    BOOST_TEST(has(h.own_page("/opinions", h.sponsor), "id=\"o-GZ-2\""));
    BOOST_TEST_REQUIRE(h.work("distinct", {{"n", "GZ-2"}}).status == 201);
    BOOST_TEST(h.view("/opinions", h.sponsor).at("count").as_int64() == 4);
    BOOST_TEST_REQUIRE(h.work("repeat", {{"n", "GZ-2"}, {"same_as", "GZ-1"}}).status == 201);

    // The number at the end of the window stands there already; another one is remarked upon.
    h.clock += std::chrono::hours(24 * 90);
    h.sign_in_again();
    auto const form = h.own_page("", h.sponsor);
    auto const field = form.find("name=\"f.received\"");
    BOOST_TEST_REQUIRE(field != std::string::npos);
    BOOST_TEST(has(form.substr(field, 200), "value=\"3\""));
    auto const closed = h.enter("participation.window_closed", {{"received", 999}});
    BOOST_TEST_REQUIRE(closed.status == 201, closed.body);
    BOOST_TEST(closed.view().at("remarks").as_array().size() == 1u);

    // Decided with the first, whoever sent it in twice finds the answer at the second receipt.
    for (auto const* number : {"1", "2", "3"})
        h.post(h.home + "/opinions/notes",
               {{"csrf", h.sponsor.csrf}, {"do", "outcome"}, {"n", number}, {"outcome", "adopted"}},
               h.sponsor.headers + h.json);
    auto const decided = h.work("decide");
    BOOST_TEST_REQUIRE(decided.status == 201, decided.body);
    auto const direct = h.enter(
        "participation.opinions_decided",
        {{"decisions", json::array{json::object{{"number", "YJ-1"}, {"outcome", "adopted"}}}}});
    BOOST_TEST_REQUIRE(direct.status == 201, direct.body);
    BOOST_TEST(h.view("/opinions", h.sponsor).at("decided").as_int64() == 3);
    auto const told = h.work("feedback", {{"words", "感谢参与。"}});
    BOOST_TEST_REQUIRE(told.status == 201, told.body);
    BOOST_TEST(has(h.own_page("/opinions", h.sponsor), "已于"));
    BOOST_TEST(h.work("distinct", {{"n", "GZ-2"}}).status == 422);
    // The report on participation begins with what the record tells.
    BOOST_TEST(has(h.own_page("", h.sponsor), "共收到意见3条（重复的只计一次），采纳3条"));

    auto const of_second = h.get("/public/receipts?number=" + h.receipt, h.json).view();
    BOOST_TEST(of_second.at("state").as_string() == "answered");
    BOOST_TEST(has(std::string(of_second.at("same_words").as_string()), "GZ-1"));

    auto const page = h.get(h.matter.at(), h.json).view();
    BOOST_TEST(page.at("counts").at("received").as_int64() == 3);
    BOOST_TEST(page.at("counts").at("all").as_int64() == 3);
    long long in_table = 0;
    for (auto const& one : page.at("answers").as_array())
        in_table += one.at("count").as_int64();
    BOOST_TEST(in_table == 3);
    auto const data = h.get("/public/open-data/consultations.json", h.json).view();
    BOOST_TEST(data.at("consultations").at(0).at("opinions").as_int64() == 3);
    auto const found = adapters::soci::verify(h.record(), h.law(), h.documents());
    BOOST_TEST(found.clean());
}

BOOST_AUTO_TEST_CASE(whatever_way_opinions_came_on_file_their_page_decides_them)
{
    house_of_opinions h;
    h.send_and_record();
    BOOST_TEST(has(h.own_page("/opinions", h.sponsor), "value=\"settle\""));
    BOOST_TEST(h.work("settle", {{"n", "YJ-1"}}).status == 400);          // no outcome
    BOOST_TEST(h.work("settle", {{"outcome", "adopted"}}).status == 400); // nothing chosen
    BOOST_TEST(h.work("settle", {{"n", "YJ-1"}, {"outcome", "not_adopted"}}).status == 400);
    // A note stands beside what was sent in; of the others the page says what to press.
    auto const noted =
        h.post(h.home + "/opinions/notes",
               {{"csrf", h.sponsor.csrf}, {"do", "outcome"}, {"n", "YJ-1"}, {"outcome", "adopted"}},
               h.sponsor.headers + h.json);
    BOOST_TEST(noted.status == 400);
    BOOST_TEST(has(noted.body, "当场决定"));
    auto const one = h.work("settle", {{"n", "YJ-1"}, {"outcome", "adopted"}});
    BOOST_TEST_REQUIRE(one.status == 201, one.body);
    BOOST_TEST(h.view("/opinions", h.sponsor).at("decided").as_int64() == 1);
    auto const all = h.work(
        "settle", {{"whose", "all"}, {"outcome", "partly_adopted"}, {"reason", "分两年实行。"}});
    BOOST_TEST_REQUIRE(all.status == 201, all.body);
    BOOST_TEST(h.view("/opinions", h.sponsor).at("decided").as_int64() == 4);
    BOOST_TEST(h.row("GZ-1", h.sponsor).at("reason").as_string() == "分两年实行。");
    BOOST_TEST(!has(h.own_page("/opinions", h.sponsor), "value=\"settle\""));
    // and the tasks lead there, to the words that stand prepared
    for (auto const* kind : {"participation.opinions_decided", "participation.feedback_given"})
        BOOST_TEST(web::handlers::registering_page(kind) == "/opinions");
}

BOOST_AUTO_TEST_CASE(the_list_says_what_was_done_and_what_is_next)
{
    house_of_opinions h;
    BOOST_TEST_REQUIRE(h.opinion(h.matter, {{"words", "保留早市"}}).status == 201);
    auto const done =
        h.post(h.home + "/opinions/acts", h.envelope({{"csrf", h.sponsor.csrf}, {"act", "record"}}),
               h.sponsor.headers + h.html);
    BOOST_TEST_REQUIRE(done.status == 303, done.body.substr(0, 2000));
    auto const below = "/opinions?done=" + std::to_string(h.version());
    BOOST_TEST(done.header("Location") == h.home + below);
    BOOST_TEST(has(h.own_page(below, h.sponsor), "class=\"onward\""));
    BOOST_TEST(!has(h.own_page(below, h.sponsor), "已于"));
}

BOOST_AUTO_TEST_CASE(an_archived_case_says_that_it_is_archived_and_not_what_to_mend)
{
    tests::public_house house;
    house.clock += std::chrono::days(800); // long enough to come to its archive
    auto const on = house.tell("河涌整治方案", {}, "archive.archived");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page =
        house.get(on.home() + "/opinions", house.sign_in("sponsor").headers + house.html).body;
    BOOST_TEST(has(page, "本案已归档"));
    BOOST_TEST(!has(page, "请更正档号"));
}

BOOST_AUTO_TEST_CASE(who_sent_opinions_in_is_masked_for_others_at_every_exit)
{
    house_of_opinions h;
    h.send_and_record();
    auto const seq = h.version();
    // By the act itself, as JSON and as a page, now and as it stood; by the list; by the search.
    std::vector<std::string> const exits = {h.home + "/acts/" + std::to_string(seq),
                                            h.home + "/acts/" + std::to_string(seq - 1),
                                            h.home + "/acts/" + std::to_string(seq) + "?as_of=" +
                                                engine::to_text(engine::legal_day(h.clock)),
                                            h.home + "/opinions",
                                            h.home,
                                            "/search?words=%E6%94%AF%E6%8C%81"};
    for (auto const& exit : exits)
        for (auto const& as : {h.json, h.html}) {
            auto const got = h.get(exit, h.other.headers + as);
            BOOST_TEST(got.status == 200, exit);
            for (auto const* secret : {"黎小敏", "何大明", "lixiaomin88", "13800138000"})
                BOOST_TEST(!got.says(secret), exit << " shows " << secret);
        }
    BOOST_TEST(h.get(exits.front(), h.other.headers + h.json).says("收费太贵"));
    BOOST_TEST(h.get(exits.back(), h.other.headers + h.json).says("黎*"));
    // Whoever works with them sees them.
    for (auto const* secret : {"黎小敏", "13800138000"})
        BOOST_TEST(h.get(exits.front(), h.sponsor.headers + h.json).says(secret));
    // A name that was looked for is not found where it is masked.
    auto const by_name = "/search?words=%E4%BD%95%E5%A4%A7%E6%98%8E";
    BOOST_TEST(h.get(by_name, h.other.headers + h.json).view().at("rows").as_array().empty());
    BOOST_TEST(!h.get(by_name, h.sponsor.headers + h.json).view().at("rows").as_array().empty());
}

BOOST_AUTO_TEST_CASE(a_begun_feedback_says_that_its_numbers_are_old_and_takes_new_ones_without_loss)
{
    house_of_opinions h;
    h.send_and_record();
    h.clock += std::chrono::hours(24 * 90);
    h.sign_in_again();
    BOOST_TEST_REQUIRE(h.enter("participation.window_closed", {{"received", 4}}).status == 201);
    auto const decide = [&](std::vector<char const*> const& numbers, char const* outcome) {
        json::array decisions;
        for (auto const* number : numbers)
            decisions.push_back(
                {{"number", number}, {"outcome", outcome}, {"reason", "成本所限。"}});
        auto const made = h.enter("participation.opinions_decided", {{"decisions", decisions}});
        BOOST_TEST_REQUIRE(made.status == 201, made.body);
    };
    auto const keep = [&](std::string const& words) {
        auto const kept = h.post(h.home + "/opinions/acts",
                                 {{"csrf", h.sponsor.csrf},
                                  {"act", "check"},
                                  {"kind", "opinions.feedback"},
                                  {"words", words}},
                                 h.sponsor.headers + h.html);
        BOOST_TEST_REQUIRE(kept.status == 303, kept.body);
        h.clock += std::chrono::minutes(1);
    };
    std::string const renewing = "?feedback=renewed#feedback";
    decide({"GZ-1", "GZ-2", "GZ-3", "YJ-1"}, "not_adopted");
    std::string const old = "其中采纳0条、部分采纳0条、未采纳4条";
    auto const proposed = h.own_page("/opinions", h.sponsor);
    auto const begins = proposed.find("感谢社会各界的参与。");
    BOOST_TEST_REQUIRE(begins != std::string::npos);
    auto const words = proposed.substr(begins, proposed.find("</textarea>", begins) - begins);
    BOOST_TEST(has(words, old));
    keep("各位市民：" + words + "特此说明。");
    BOOST_TEST(!has(h.own_page("/opinions", h.sponsor), renewing));
    BOOST_TEST(!has(h.own_page("/masking", h.sponsor), renewing));

    decide({"YJ-1"}, "adopted");
    for (auto const* page : {"/opinions", "/masking"})
        BOOST_TEST(has(h.own_page(page, h.sponsor), renewing), page);
    BOOST_TEST(has(h.own_page("/opinions", h.sponsor), old)); // what was typed stands until asked
    auto const renewed = h.own_page("/opinions?feedback=renewed", h.sponsor);
    BOOST_TEST(!has(renewed, old));
    BOOST_TEST(has(renewed, "各位市民：感谢社会各界的参与。"));
    BOOST_TEST(has(renewed, "其中采纳1条、部分采纳0条、未采纳3条"));
    BOOST_TEST(has(renewed, "特此说明。</textarea>"));

    // Words of one's own hold no numbers that could be replaced: those of today come before them.
    keep("意见都已经看过。");
    BOOST_TEST(!has(h.own_page("/opinions", h.sponsor), renewing));
    decide({"GZ-1"}, "adopted");
    BOOST_TEST(has(h.own_page("/opinions", h.sponsor), renewing));
    auto const before = h.own_page("/opinions?feedback=renewed", h.sponsor);
    BOOST_TEST(has(before, "其中采纳2条、部分采纳0条、未采纳2条"));
    BOOST_TEST(has(before, "\n意见都已经看过。</textarea>"));
}

BOOST_AUTO_TEST_CASE(what_is_published_is_looked_over_first_and_what_was_marked_stays_masked)
{
    house_of_opinions h;
    h.send_and_record();
    h.clock += std::chrono::hours(24 * 90);
    h.sign_in_again();
    BOOST_TEST_REQUIRE(h.enter("participation.window_closed", {{"received", 4}}).status == 201);
    json::array decisions;
    for (auto const* number : {"GZ-1", "GZ-2", "GZ-3", "YJ-1"})
        decisions.push_back({{"number", number},
                             {"outcome", "not_adopted"},
                             {"reason", "朝阳里三栋不在收费范围内。"}});
    BOOST_TEST_REQUIRE(
        h.enter("participation.opinions_decided", {{"decisions", decisions}}).status == 201);

    auto const shown_of = [&](std::string_view original) {
        auto const view = h.view("/masking", h.sponsor);
        for (auto const& one : view.at("texts").as_array())
            if (std::string_view(one.at("original").as_string()) == original)
                return std::string(one.at("shown").as_string());
        return std::string();
    };
    BOOST_TEST(shown_of("支持黎小敏") == "支持黎*"); // before any feedback is begun

    // The words are not published before whoever wrote them saw what is masked.
    auto const to_look = h.post(h.home + "/opinions/acts",
                                {{"csrf", h.sponsor.csrf},
                                 {"act", "check"},
                                 {"kind", "opinions.feedback"},
                                 {"words", "感谢朝阳里三栋黎小敏等市民。"}},
                                h.sponsor.headers + h.html);
    BOOST_TEST(to_look.status == 303);
    BOOST_TEST(to_look.header("Location") == h.home + "/masking");
    BOOST_TEST(!h.get(h.matter.at(), h.json).says("等市民"));
    BOOST_TEST(shown_of("感谢朝阳里三栋黎小敏等市民。") == "感谢朝阳里三栋黎*等市民。");
    BOOST_TEST(shown_of("支持黎小敏") == "支持黎*");
    BOOST_TEST(has(h.own_page("/masking", h.sponsor), "name=\"act\" value=\"feedback\""));

    auto const mark = [&](char const* words, public_house::seat const& who) {
        return h.post(h.home + "/masking", h.envelope({{"csrf", who.csrf}, {"masked", words}}),
                      who.headers + h.json);
    };
    BOOST_TEST(mark("朝阳里三栋", h.other).status == 403);
    BOOST_TEST(mark("的", h.sponsor).status == 422);
    auto const marked = mark("朝阳里三栋\r\n", h.sponsor);
    BOOST_TEST_REQUIRE(marked.status == 201, marked.body);
    BOOST_TEST(shown_of("感谢朝阳里三栋黎小敏等市民。") == "感谢朝*黎*等市民。");
    BOOST_TEST(h.get(h.home + "/masking", h.other.headers + h.json).status == 403);
    BOOST_TEST(h.get(h.home + "/masking", h.json).status == 401);

    auto const given = h.work("feedback", {{"words", "感谢朝阳里三栋黎小敏等市民。"}});
    BOOST_TEST_REQUIRE(given.status == 201, given.body);
    for (auto const& exit :
         {h.matter.at(), std::string("/public/feed.atom"), "/public/receipts?number=" + h.receipt})
        for (auto const& as : {h.json, h.html}) {
            auto const got = h.get(exit, as);
            BOOST_TEST(got.status == 200, exit);
            // a receipt shows its sender what they wrote
            auto body = got.body;
            for (auto at = body.find("收费太贵，我住朝阳里三栋"); at != std::string::npos;
                 at = body.find("收费太贵，我住朝阳里三栋"))
                body.erase(at, std::string_view("收费太贵，我住朝阳里三栋").size());
            BOOST_TEST(!has(body, "朝阳里三栋"), exit);
        }
    BOOST_TEST(h.get(h.matter.at(), h.json).says("感谢朝*黎*等市民。"));
    BOOST_TEST(!h.get(h.matter.at(), h.json).says("朝阳里三栋"));
    // Others do not read it in the act that masks it either.
    for (long long seq = h.version() - 1; seq <= h.version(); ++seq)
        BOOST_TEST(!h.get(h.home + "/acts/" + std::to_string(seq), h.other.headers + h.json)
                        .says("朝阳里三栋"));
}

BOOST_AUTO_TEST_CASE(an_opinion_counts_with_the_round_in_which_it_came_however_late_it_went_on_file)
{
    house_of_opinions h;
    auto const sent = h.opinion(h.matter, {{"words", "收费太贵"}, {"name", "黎小敏"}});
    BOOST_TEST_REQUIRE(sent.status == 201, sent.body);
    h.clock += std::chrono::hours(24 * 5);
    h.sign_in_again();
    auto notice = h.matter.told.entered.back().body;
    auto const today = engine::legal_day(h.clock);
    notice["opens_on"] = engine::to_text(today);
    notice["closes_on"] = engine::to_text(today + std::chrono::days(45));
    auto const again = h.enter("participation.published", notice);
    BOOST_TEST_REQUIRE(again.status == 201, again.body);
    auto const recorded = h.work("record");
    BOOST_TEST_REQUIRE(recorded.status == 201, recorded.body);
    h.clock += std::chrono::hours(24 * 90);
    h.sign_in_again();
    auto const closed = h.enter("participation.window_closed", {{"received", 1}});
    BOOST_TEST_REQUIRE(closed.status == 201, closed.body);
    auto const decided = h.enter(
        "participation.opinions_decided",
        {{"decisions", json::array{json::object{{"number", "GZ-1"}, {"outcome", "adopted"}}}}});
    BOOST_TEST_REQUIRE(decided.status == 201, decided.body);
    auto const told = h.work("feedback", {{"words", "感谢参与。"}});
    BOOST_TEST_REQUIRE(told.status == 201, told.body);
    auto const rounds = h.get(h.matter.at(), h.json).view().at("rounds").as_array();
    BOOST_TEST_REQUIRE(rounds.size() == 2u);
    BOOST_TEST(rounds[0].at("told_words") == "");
    BOOST_TEST(rounds[1].at("told_words") == "采纳1条、部分采纳0条、未采纳0条");
}

BOOST_AUTO_TEST_SUITE_END()
