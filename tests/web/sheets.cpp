#include "adapters/soci/outbox.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

// The page of the sheets of a case, over the sample district.

using tests::district;
using tests::has;
using tests::hidden;
using tests::home_of;

namespace {

namespace json = boost::json;

/// A sheet that the legal officer of the water bureau has signed and its head has before him.
struct sheet_on_the_way {
    long long on = 0;
    std::string number;
    std::string const opinion = "经费来源写得不清楚。";

    sheet_on_the_way()
    {
        on = case_with_options({"circulation.opened", "drafting.versioned"});
        BOOST_TEST_REQUIRE(on > 0);
        static int count = 0;
        auto const mark = std::to_string(++count);
        auto const subject = "退回测试" + mark;
        enter("sponsor", "circulation.opened", "sheets-open-" + mark,
              {{"subject", subject},
               {"prepares", "nothing"},
               {"rule_of_signing", "everybody"},
               {"signers", json::array{signer(1, "legal_officer"), signer(2, "department_head")}}});
        number = number_of(subject);
        enter("legal_water", "circulation.given", "sheets-sign-" + mark,
              {{"sheet", std::stoll(number)}, {"word", "agrees"}});
    }

    static json::object signer(long long turn, char const* seat)
    {
        return {{"turn", turn}, {"seat", seat}, {"unit", "water"}};
    }

    /// A case of the water bureau that is for the sponsor to do all of this on; 0: none.
    static long long case_with_options(std::set<std::string> const& wanted)
    {
        auto const all = district().json("sponsor", "GET", "/cases?unit=water").view();
        for (auto const& one : all.at("cases").as_array()) {
            auto const id = one.at("id").as_int64();
            auto const file = district().json("sponsor", "GET", home_of(id)).view();
            auto missing = wanted;
            for (auto const& offer : file.at("offers").at("options").as_array())
                missing.erase(std::string(offer.at("kind").as_string()));
            if (missing.empty())
                return id;
        }
        return 0;
    }

    void enter(std::string const& who, std::string const& kind, std::string const& act_id,
               json::object body) const
    {
        auto const version =
            district().json(who, "GET", home_of(on)).view().at("version").as_int64();
        auto const got = district().json(
            who, "POST", home_of(on) + "/acts",
            {{"kind", kind}, {"act_id", act_id}, {"seen", version}, {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
    }

    std::string number_of(std::string const& subject) const
    {
        auto const view = district().json("sponsor", "GET", home_of(on) + "/sheets").view();
        for (auto const* list : {"mine", "sheets"})
            for (auto const& one : view.at(list).as_array())
                if (one.at("subject").as_string() == subject)
                    return std::to_string(one.at("number").as_int64());
        BOOST_FAIL("there is no sheet " + subject);
        return {};
    }

    /// Sends a form of the page of the sheets.
    tests::site_reply send(std::string const& who, std::string const& kind, web::pairs fields) const
    {
        auto const page = district().ask(who, "GET", home_of(on) + "/sheets").body;
        static int count = 0;
        fields.insert(fields.end(), {{"csrf", hidden(page, "csrf", 0)},
                                     {"kind", kind},
                                     {"act_id", "sheets-form-" + std::to_string(++count)},
                                     {"seen", hidden(page, "seen", 0)},
                                     {"back", "sheets"},
                                     {"f.sheet", number}});
        return district().ask(who, "POST", home_of(on) + "/acts",
                              {{"content-type", "application/x-www-form-urlencoded"}},
                              web::to_query(fields));
    }

    /// Another sheet, on which the heads of the water bureau and of finance sign side by side.
    void open_in_parallel(std::string const& prepares = "nothing")
    {
        static int count = 0;
        auto const mark = std::to_string(++count);
        auto const subject = "并行会签测试" + mark;
        auto of_finance = signer(1, "department_head");
        of_finance["unit"] = "finance";
        enter("sponsor", "circulation.opened", "sheets-parallel-" + mark,
              {{"subject", subject},
               {"prepares", prepares},
               {"rule_of_signing", "everybody"},
               {"signers", json::array{signer(1, "department_head"), of_finance}}});
        number = number_of(subject);
    }

    /// The version that a page shows which is opened now.
    std::string seen_now() const
    {
        auto const file = district().json("sponsor", "GET", home_of(on)).view();
        return std::to_string(file.at("version").as_int64());
    }

    json::object sheet() const
    {
        auto const view = district().json("sponsor", "GET", home_of(on) + "/sheets").view();
        for (auto const* list : {"mine", "sheets"})
            for (auto const& one : view.at(list).as_array())
                if (std::to_string(one.at("number").as_int64()) == number)
                    return one.as_object();
        return {};
    }

    /// The newest notice of a person, once all that was announced is told.
    static json::object newest_notice(std::string const& who)
    {
        adapters::soci::outbox out(district().record());
        while (out.take_in(tests::demo_house::now(), {}, 100) > 0) {
        }
        auto const view = district().json(who, "GET", "/notices").view();
        auto const& rows = view.at("rows").as_array();
        return rows.empty() ? json::object() : rows.front().as_object();
    }

    /// The beginning of the input with the id of this sheet.
    std::string input(std::string const& id) const { return "id=\"" + id + "-" + number + "\""; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sheets, sheet_on_the_way)

BOOST_AUTO_TEST_CASE(what_the_law_refuses_comes_back_on_the_page_of_the_sheets_with_its_text)
{
    auto const sent = send("head_water", "circulation.returned",
                           {{"f.to_turn", "2"}, {"f.way", "straight_back"}, {"f.reason", opinion}});
    BOOST_TEST(sent.status == 422);
    BOOST_TEST(has(sent.body, "class=\"alert\""));
    BOOST_TEST(has(sent.body, "id=\"h-sheet-" + number + "\""));
    BOOST_TEST(has(sent.body, input("f-circulation-returned-reason") +
                                  " name=\"f.reason\" rows=\"2\" required>\n" + opinion));
    BOOST_TEST(has(sent.body, "<option value=\"straight_back\" selected>"));
    // nothing was entered, and the other forms are empty
    BOOST_TEST(has(sent.body, "name=\"f.opinion\""));
    auto const first = sent.body.find(opinion);
    BOOST_TEST(sent.body.find(opinion, first + 1) == std::string::npos);
    // right, it goes through
    auto const again = send("head_water", "circulation.returned",
                            {{"f.to_turn", "1"}, {"f.way", "in_order"}, {"f.reason", opinion}});
    BOOST_TEST((again.status == 303 || again.status == 200), again.body);
}

BOOST_AUTO_TEST_CASE(a_fault_leads_to_its_input)
{
    auto const sent = send("head_water", "circulation.signer_added",
                           {{"f.unit", "finance"}, {"f.where", "beside_me"}});
    BOOST_TEST(sent.status == 400);
    BOOST_TEST(has(sent.body, "href=\"#f-circulation-signer_added-seat-" + number + "\""));
    BOOST_TEST(has(sent.body, input("f-circulation-signer_added-seat")));
    BOOST_TEST(has(sent.body, "<option value=\"finance\" selected>"));
    BOOST_TEST(has(sent.body, "<option value=\"beside_me\" selected>"));
}

BOOST_AUTO_TEST_CASE(
    a_form_that_does_not_stand_there_any_more_keeps_its_text_on_the_page_of_the_case)
{
    auto const sent =
        send("legal_water", "circulation.given", {{"f.word", "disagrees"}, {"f.opinion", opinion}});
    BOOST_TEST((sent.status == 422 || sent.status == 403), sent.body);
    BOOST_TEST(has(sent.body, opinion));
    BOOST_TEST(!has(sent.body, "id=\"h-sheet-" + number + "\""));
}

BOOST_AUTO_TEST_CASE(what_is_typed_below_a_sheet_is_kept_until_it_is_given)
{
    auto const keep = [&](std::string const& kind, web::pairs fields) {
        fields.insert(fields.end(),
                      {{"csrf", "x"}, {"kind", kind}, {"part", number}, {"f.sheet", number}});
        return district().ask(
            "head_water", "POST", home_of(on) + "/drafts",
            {{"content-type", "application/x-www-form-urlencoded"}, {"accept", "application/json"}},
            web::to_query(fields));
    };
    BOOST_TEST(keep("circulation.given", {{"f.opinion", "尚在斟酌。"}}).status == 200);
    BOOST_TEST(keep("circulation.returned", {{"f.reason", "缺少预算表。"}}).status == 200);
    auto const page = [&] {
        return district().ask("head_water", "GET", home_of(on) + "/sheets").body;
    };
    auto const of_given = "data-draft=\"" + home_of(on) + "/acts circulation.given " + number;
    auto const shown = page();
    BOOST_TEST(has(shown, of_given));
    BOOST_TEST(has(shown, "尚在斟酌。</textarea>"));
    BOOST_TEST(has(shown, "缺少预算表。</textarea>"));
    auto const drafts = district().ask("head_water", "GET", "/boxes/drafts").body;
    BOOST_TEST(has(drafts, home_of(on) + "/sheets#sheet-" + number));
    // an opinion that is given leaves no draft behind, and what is emptied neither
    BOOST_TEST(keep("circulation.returned", {{"f.reason", ""}}).status == 200);
    auto const given = send("head_water", "circulation.given",
                            {{"part", number}, {"f.word", "disagrees"}, {"f.opinion", opinion}});
    BOOST_TEST(given.status == 303, given.body);
    BOOST_TEST(
        !has(district().ask("head_water", "GET", "/boxes/drafts").body, "/sheets#sheet-" + number));
}

BOOST_AUTO_TEST_CASE(two_who_have_the_page_open_both_sign_at_the_first_attempt)
{
    open_in_parallel();
    auto const seen = seen_now();
    auto const first = send("head_finance", "circulation.given",
                            {{"seen", seen}, {"f.word", "agrees"}, {"f.opinion", "资金已落实"}});
    BOOST_TEST(first.status == 303, first.body);
    auto const second =
        send("head_water", "circulation.given", {{"seen", seen}, {"f.word", "agrees"}});
    BOOST_TEST(second.status == 303, second.body);
    BOOST_TEST(sheet().at("state").as_string() == "agreed");
}

BOOST_AUTO_TEST_CASE(a_program_signs_on_what_it_saw_of_the_sheet)
{
    open_in_parallel();
    auto const seen = std::stoll(seen_now());
    auto const sign = [&](std::string const& who) {
        return district().json(who, "POST", home_of(on) + "/acts",
                               {{"kind", "circulation.given"},
                                {"act_id", "sheets-program-" + number + who},
                                {"seen", seen},
                                {"body", {{"sheet", std::stoll(number)}, {"word", "agrees"}}}});
    };
    BOOST_TEST(sign("head_water").status == 201);
    BOOST_TEST(sign("head_finance").status == 201);
    // the same again is the same act
    BOOST_TEST(sign("head_finance").status == 200);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_was_returned_in_between_is_answered_with_the_text_kept)
{
    open_in_parallel();
    auto const seen = seen_now();
    auto const back =
        send("head_finance", "circulation.returned",
             {{"seen", seen}, {"f.to_turn", "0"}, {"f.way", "in_order"}, {"f.reason", opinion}});
    BOOST_TEST(back.status == 303, back.body);
    auto const late = send("head_water", "circulation.given",
                           {{"seen", seen}, {"f.word", "agrees"}, {"f.opinion", "经研究同意。"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(has(late.body, "经研究同意。"));
    // sent again, it is another sheet than the one that was seen
    enter("sponsor", "circulation.sent_again", "sheets-again-" + number,
          {{"sheet", std::stoll(number)}});
    auto const still_late =
        send("head_water", "circulation.given",
             {{"seen", seen}, {"f.word", "agrees"}, {"f.opinion", "经研究同意。"}});
    BOOST_TEST(still_late.status == 409);
    BOOST_TEST(has(still_late.body, "经研究同意。"));
    BOOST_TEST(has(still_late.body, "id=\"h-sheet-" + number + "\""));
}

BOOST_AUTO_TEST_CASE(the_paper_that_was_missing_goes_with_the_sheet_when_it_is_sent_on_again)
{
    open_in_parallel();
    enter("head_finance", "circulation.returned", "sheets-missing-" + number,
          {{"sheet", std::stoll(number)},
           {"to_turn", 0},
           {"way", "in_order"},
           {"reason", "请补充资金测算表"}});
    auto const page = district().ask("sponsor", "GET", home_of(on) + "/sheets").body;
    BOOST_TEST(has(page, input("f-circulation-sent_again-documents-0-")));
    BOOST_TEST(has(page, "enctype=\"multipart/form-data\" class=\"stack\" data-draft=\"" +
                             home_of(on) + "/acts circulation.sent_again " + number));
    json::value paper;
    for (auto const& one : district().acts_of({on}))
        if (one.kind == "drafting.versioned")
            paper = {{"hash", one.body.at("explanation").at("hash")}, {"name", "资金测算表.txt"}};
    BOOST_TEST_REQUIRE(paper.is_object());
    enter("sponsor", "circulation.sent_again", "sheets-completed-" + number,
          {{"sheet", std::stoll(number)},
           {"message", "已补资金测算表"},
           {"documents", json::array{paper}}});
    auto const& signers_page = district().ask("head_finance", "GET", home_of(on) + "/sheets").body;
    for (auto const* shown : {"请补充资金测算表", "已补资金测算表", "资金测算表.txt"})
        BOOST_TEST(has(signers_page, shown), shown);
}

BOOST_AUTO_TEST_CASE(a_draft_that_was_changed_in_between_is_answered_with_the_text_kept)
{
    open_in_parallel();
    auto const seen = seen_now();
    json::object draft;
    for (auto const& one : district().acts_of({on}))
        if (one.kind == "drafting.versioned")
            draft = one.body;
    BOOST_TEST_REQUIRE(!draft.empty());
    auto const text = draft.at("draft");
    draft["draft"] = json::value(draft.at("explanation"));
    draft["explanation"] = text;
    draft["change"] = "editorial";
    draft["change_reason"] = "更正错别字。";
    enter("sponsor", "drafting.versioned", "sheets-draft-" + number, draft);
    auto const late = send("head_water", "circulation.given",
                           {{"seen", seen}, {"f.word", "agrees"}, {"f.opinion", "经研究同意。"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(has(late.body, "经研究同意。"));
    // the page tells which draft it is now, and since which it has changed
    auto const page = district().ask("head_finance", "GET", home_of(on) + "/sheets").body;
    BOOST_TEST(has(page, "稿，现为第"));
    // once more, with the new draft before one's eyes
    auto const again = send("head_water", "circulation.given", {{"f.word", "agrees"}});
    BOOST_TEST(again.status == 303, again.body);
}

BOOST_AUTO_TEST_CASE(whoever_is_urged_is_told_who_asked_when_and_how)
{
    BOOST_TEST(newest_notice("head_water").at("kind").as_string() == "circulation.given");
    auto const urging = send("sponsor", "circulation.urged", {{"f.message", "请今日办结。"}});
    BOOST_TEST(urging.status == 303, urging.body);
    auto const told = newest_notice("head_water");
    BOOST_TEST(told.at("kind").as_string() == "news.sheet_urged");
    BOOST_TEST(told.at("href").as_string() == home_of(on) + "/sheets");
    BOOST_TEST(newest_notice("legal_water").at("kind").as_string() != "news.sheet_urged");
    BOOST_TEST(has(district().ask("head_water", "GET", "/notices").body, "催办：请签署会签单"));
    auto const page = district().ask("head_water", "GET", home_of(on) + "/sheets").body;
    BOOST_TEST(has(page, "<q>请今日办结。</q>"));
    auto const told_of = sheet();
    auto const& urged = told_of.at("urged").as_array();
    BOOST_TEST_REQUIRE(urged.size() == 1u);
    BOOST_TEST(!urged[0].at("name").as_string().empty());
    BOOST_TEST(urged[0].at("on").as_string() == "2026-06-15");
    // the same day once more: refused, with the words kept
    auto const again = send("sponsor", "circulation.urged", {{"f.message", "务必办结。"}});
    BOOST_TEST(again.status == 422);
    BOOST_TEST(has(again.body, "value=\"务必办结。\""));
}

BOOST_AUTO_TEST_CASE(the_opener_is_told_how_the_sheet_ended)
{
    send("head_water", "circulation.given", {{"f.word", "agrees"}});
    auto const agreed = newest_notice("sponsor");
    BOOST_TEST(agreed.at("kind").as_string() == "news.sheet_agreed");
    BOOST_TEST(agreed.at("act_words").as_string() == "会签单已同意");
    open_in_parallel();
    send("head_finance", "circulation.given", {{"f.word", "disagrees"}, {"f.opinion", opinion}});
    BOOST_TEST(newest_notice("sponsor").at("act_words").as_string() == "会签单不同意");
}

BOOST_AUTO_TEST_CASE(who_signs_finds_matter_draft_and_opinions_on_the_page)
{
    auto const view = district().json("head_water", "GET", home_of(on) + "/sheets").view();
    auto const page = district().ask("head_water", "GET", home_of(on) + "/sheets").body;
    auto const card = page.substr(page.find("id=\"sheet-" + number + "\""));
    auto const& summary = view.at("summary").as_object();
    BOOST_TEST(!summary.at("words").as_string().empty());
    BOOST_TEST(has(card, "<p class=\"summary\">"));
    auto const& draft = view.at("draft_now").as_object();
    BOOST_TEST_REQUIRE(draft.at("any").as_bool());
    BOOST_TEST(has(card, "href=\"" + std::string(draft.at("href").as_string()) + "\""));
    BOOST_TEST(has(card, std::string(draft.at("now_words").as_string())));
    BOOST_TEST(has(card, "预览草案"));
    // a phrase for each sort of words, in its own place
    auto const opinions = card.find("data-phrases=\"f-circulation-given-opinion-" + number);
    auto const reasons = card.find("data-phrases=\"f-circulation-returned-reason-" + number);
    auto const supplement = card.find("退回补充材料后再行送签。");
    BOOST_TEST((opinions < reasons && reasons < supplement && supplement != std::string::npos));
}

BOOST_AUTO_TEST_CASE(a_copy_that_was_read_stays_in_its_box_with_a_mark)
{
    auto const box = [] { return district().json("head_finance", "GET", "/boxes/copied").view(); };
    auto const before = box().at("found").as_int64();
    static int count = 0;
    auto const mark = std::to_string(++count);
    enter("sponsor", "circulation.copied", "sheets-copy-" + mark,
          {{"to", json::array{json::object{{"seat", "department_head"}, {"unit", "finance"}}}},
           {"message", "请知悉"}});
    BOOST_TEST(box().at("found").as_int64() == before + 1);
    auto const sheets = district().json("head_finance", "GET", home_of(on) + "/sheets").view();
    auto const copy = sheets.at("copies").as_array().back().at("number").as_int64();
    // No list of 待办 has it, so nobody is led on to it as if one had.
    auto const page = district().ask("head_finance", "GET", home_of(on) + "?done=1").body;
    auto const note = page.find("<p class=\"onward\">");
    BOOST_TEST_REQUIRE(note != std::string::npos);
    BOOST_TEST(!has(page.substr(note, page.find("</p>", note) - note), "阅知"));
    enter("head_finance", "circulation.read", "sheets-read-" + mark, {{"copy", copy}});
    auto const after = box();
    BOOST_TEST(after.at("found").as_int64() == before + 1);
    long long read = 0;
    for (auto const& row : after.at("rows").as_array())
        if (row.at("case").as_int64() == on && row.at("is_read").as_bool())
            ++read;
    BOOST_TEST(read >= 1);
    BOOST_TEST(has(district().ask("head_finance", "GET", "/boxes/copied").body, "✓ 已阅"));
}

BOOST_AUTO_TEST_CASE(a_copy_is_no_task_of_another_own_seat)
{
    auto const waiting = [] {
        auto const view = district().json("clerk_justice", "GET", "/").view();
        auto const& seats = view.at("other_seats").as_array();
        BOOST_TEST_REQUIRE(!seats.empty());
        long long all = 0;
        for (auto const& seat : seats)
            all += seat.at("waiting").as_int64();
        return all;
    };
    auto const before = waiting();
    enter("sponsor", "circulation.copied", "sheets-copy-to-both-seats",
          {{"to", json::array{json::object{{"seat", "sponsor_clerk"}, {"unit", "justice"}},
                              json::object{{"seat", "executor"}, {"unit", "justice"}}}},
           {"message", "请知悉"}});
    BOOST_TEST(waiting() == before);
}

BOOST_AUTO_TEST_CASE(signers_are_numbered_where_one_signs_before_another)
{
    BOOST_TEST(sheet().at("in_turns").as_bool());
    open_in_parallel();
    auto const one = sheet();
    BOOST_TEST(!one.at("in_turns").as_bool());
    auto const page = district().ask("sponsor", "GET", home_of(on) + "/sheets").body;
    auto const subject = page.find(std::string(one.at("subject").as_string()));
    auto const signers = page.find("class=\"signers\"", subject);
    BOOST_TEST_REQUIRE(signers != std::string::npos);
    auto const list = page.substr(signers, page.find("</ol>", signers) - signers);
    BOOST_TEST(!has(list, "turn-number"));
}

BOOST_AUTO_TEST_CASE(turns_are_chosen_by_words)
{
    auto const page = district().ask("sponsor", "GET", home_of(on)).body;
    auto const name = page.find("name=\"f.signers[0].turn\"");
    BOOST_TEST_REQUIRE(name != std::string::npos);
    BOOST_TEST(page.compare(page.rfind('<', name), 7, "<select") == 0);
    BOOST_TEST(has(page, "<option value=\"2\">第2次序</option>"));
}

BOOST_AUTO_TEST_SUITE_END()
