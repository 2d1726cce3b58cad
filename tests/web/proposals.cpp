#include "tests/web/description.hpp"
#include "tests/web/hostile_values.hpp"
#include "tests/web/public_house.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// What citizens propose: sent in without an account, handed on, studied and answered by officials,
// and looked up by whoever proposed it.

using tests::public_house;
namespace json = boost::json;

namespace {

std::string const form = "/public/proposals";
std::string const words = "放学时校门口车辆拥堵，学生过街不安全。";

struct proposing_house : public_house {
    seat office, unit;
    std::string home; ///< of the catalogue

    proposing_house()
    {
        office = sign_in("auditor"); // the secretary of the office here
        unit = sign_in("sponsor");
    }

    void set_up()
    {
        auto const opened = send_json(office, "/cases",
                                      {{"shape", "catalogue/2026"},
                                       {"act_id", "proposals-0000"},
                                       {"body", {{"year", 2026}}}});
        BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
        home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    }

    tests::public_reply send_json(seat const& who, std::string const& to, json::object what)
    {
        return send("POST", to, who.headers + json + "Content-Type: application/json\r\n",
                    json::serialize(what));
    }
    tests::public_reply act(seat const& who, std::string const& kind, json::object body)
    {
        auto const page = get(home, who.headers + json).view();
        return send_json(who, home + "/acts",
                         {{"kind", kind},
                          {"act_id", "proposals-" + std::to_string(++acts_)},
                          {"seen", page.at("version")},
                          {"body", std::move(body)}});
    }
    web::pairs filled(std::string const& title)
    {
        return {{"form", token(form)},   {"title", title},   {"basis", "道路交通安全法"},
                {"words", words},        {"name", "黎小敏"}, {"contact", "13800138000"},
                {"kind", "legal_person"}};
    }
    /// Sends it in with a paper; gives its number.
    long long propose_with_paper(std::string const& title, std::string const& paper)
    {
        std::string sent;
        auto const part = [&](std::string const& what, std::string const& content) {
            sent +=
                "--XX\r\nContent-Disposition: form-data; " + what + "\r\n\r\n" + content + "\r\n";
        };
        for (auto const& [name, value] : filled(title))
            part("name=\"" + name + "\"", value);
        part("name=\"files\"; filename=\"" + paper + "\"", "早晚高峰照片说明");
        receipt_of(send("POST", form, json + "Content-Type: multipart/form-data; boundary=XX\r\n",
                        sent + "--XX--\r\n"));
        return list(office).at("count").as_int64();
    }
    std::string receipt_of(tests::public_reply const& sent)
    {
        BOOST_TEST_REQUIRE(sent.status == 201, sent.body);
        return std::string(sent.view().at("receipt").as_string());
    }
    json::object told(std::string const& receipt)
    {
        auto const got = get("/public/receipts?number=" + receipt, json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view();
    }
    json::object list(seat const& who, std::string const& query = "")
    {
        auto const got = get(home + "/proposals" + query, who.headers + json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view();
    }
    std::string standing(seat const& who, std::string_view kind = "public_proposals.handed_over")
    {
        std::string all;
        auto const desk = get("/", who.headers + json).view();
        for (auto const& one : desk.at("standing").as_array())
            if (std::string_view(one.at("kind").as_string()) == kind)
                all += std::string(one.at("words").as_string());
        return all;
    }

private:
    int acts_ = 0;
};

proposing_house& here()
{
    static auto const one = [] {
        auto made = std::make_unique<proposing_house>();
        made->set_up();
        return made;
    }();
    return *one;
}

bool is(json::object const& view, char const* member, std::string_view value)
{
    return std::string_view(view.at(member).as_string()) == value;
}

} // namespace

BOOST_AUTO_TEST_SUITE(proposals)

BOOST_AUTO_TEST_CASE(without_a_catalogue_of_the_year_the_page_says_where_else_to_write)
{
    proposing_house h;
    auto const page = h.get(form);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.says("没有受理决策事项建议的年度目录"));
    BOOST_TEST(page.says("书面寄送高要区人民政府办公室"));
    BOOST_TEST(!page.says("name=\"title\""));
    auto const sent = h.post(form, {{"title", "x"}, {"words", words}}, public_house::html);
    BOOST_TEST(sent.status == 422);
    BOOST_TEST(sent.says(words)); // to be copied
}

BOOST_AUTO_TEST_CASE(last_year_s_catalogue_takes_proposals_until_the_office_opens_the_next_one)
{
    proposing_house h;
    h.set_up();
    h.clock = *engine::parse_instant("2027-01-15T02:00:00.000Z");
    h.office = h.sign_in("auditor");
    auto const page = h.get(form);
    BOOST_TEST(page.says("name=\"title\""));
    BOOST_TEST(page.says("向高要区人民政府提出的建议"));
    BOOST_TEST(!page.says("2026年度"));
    h.receipt_of(h.post(form, h.filled("新年度的建议"), public_house::json));
    BOOST_TEST(h.standing(h.office) == "公众提出的决策事项建议1件");
    BOOST_TEST(h.standing(h.office, "catalogue_call.set_up") == "2027年度");
    BOOST_TEST(h.standing(h.sign_in("sponsor"), "catalogue_call.set_up") == "");
}

BOOST_AUTO_TEST_CASE(a_proposal_goes_from_the_public_to_a_unit_and_its_answer_back)
{
    auto& h = here();
    for (auto const* language : {"zh", "en"}) {
        auto const page = h.get(form, public_house::html + "Cookie: language=" + language + "\r\n");
        BOOST_TEST(page.status == 200);
        BOOST_TEST(page.says("name=\"title\""));
        BOOST_TEST(!page.says("public."));
    }
    BOOST_TEST(h.get("/public").says("href=\"/public/proposals\""));

    // What is wrong is said, and nothing is lost.
    auto bare = h.filled("校园周边交通安全方案");
    bare[1].second = "";
    bare[6].second = "king";
    auto const wrong = h.post(form, bare, public_house::html);
    BOOST_TEST(wrong.status == 400);
    BOOST_TEST(wrong.says("href=\"#title\""));
    BOOST_TEST(wrong.says("href=\"#kind\""));
    BOOST_TEST(wrong.says(words));
    bare = h.filled("校园周边交通安全方案");
    bare[2].second = "";
    BOOST_TEST(h.post(form, bare, public_house::html).says("href=\"#basis\"")); // GD21-11.2

    auto const fields = h.filled("校园周边交通安全方案");
    auto const receipt = h.receipt_of(h.post(form, fields, public_house::json));
    BOOST_TEST(h.post(form, fields, public_house::json).status == 200); // sent twice is once
    auto state = h.told(receipt);
    BOOST_TEST(is(state, "state", "received"));
    BOOST_TEST(is(state, "proposal_title", "校园周边交通安全方案"));
    BOOST_TEST(h.get("/public/receipts?number=" + receipt).says("研究以后答复您"));

    // The office is told, and sees who proposed it; a unit is not and does not.
    BOOST_TEST(h.standing(h.office) == "公众提出的决策事项建议1件");
    BOOST_TEST(h.standing(h.unit) == "");
    auto const seen = h.list(h.office, "?number=1");
    BOOST_TEST(seen.at("count").as_int64() == 1);
    BOOST_TEST(is(seen.at("chosen").as_object(), "name", "黎小敏"));
    BOOST_TEST(is(seen.at("chosen").as_object(), "contact", "13800138000"));
    auto const page = h.get(h.home + "/proposals?number=1", h.office.headers + public_house::html);
    BOOST_TEST(page.says("public_proposals.handed_over"));
    BOOST_TEST(page.says("public_proposals.answered"));
    BOOST_TEST(!page.says("由本建议设立决策案卷")); // it is studied first

    auto const handed =
        h.act(h.office, "public_proposals.handed_over",
              {{"proposal_number", 1}, {"unit", "water"}, {"remarks", "请于月底前报"}});
    BOOST_TEST_REQUIRE(handed.status == 201, handed.body);
    BOOST_TEST(h.standing(h.office) == "");
    state = h.told(receipt);
    BOOST_TEST(is(state, "state", "recorded"));
    BOOST_TEST(state.at("study_words").as_string().find("水务局") != std::string::npos);
    BOOST_TEST(h.list(h.office, "?state=received").at("empty").as_bool());
    BOOST_TEST(!h.list(h.office, "?state=studying").at("empty").as_bool());

    auto const no = json::object{{"proposal_number", 1},
                                 {"answer", "not_taken_up"},
                                 {"reason", "黎小敏的建议已由在建工程解决。"}};
    BOOST_TEST(h.act(h.office, "public_proposals.answered", no).status == 422);
    auto const of_unit = h.get(h.home + "/proposals?number=1", h.unit.headers + public_house::html);
    BOOST_TEST(of_unit.says("public_proposals.studied"));
    BOOST_TEST(of_unit.says("请于月底前报"));
    // The task names the proposal and leads to it, not to a form that asks for the number of one.
    auto const desk = h.get("/", h.unit.headers + public_house::html);
    BOOST_TEST(desk.says("href=\"" + h.home + "/proposals?number=1\""));
    BOOST_TEST(desk.says("公众建议第1号：校园周边交通安全方案"));
    BOOST_TEST(!of_unit.says("由本建议设立决策案卷"));
    auto const studied =
        h.act(h.unit, "public_proposals.studied",
              {{"proposal_number", 1}, {"view", "not_worth_deciding"}, {"opinion", "工程在建。"}});
    BOOST_TEST_REQUIRE(studied.status == 201, studied.body);
    state = h.told(receipt);
    BOOST_TEST(is(state, "state", "studied"));
    BOOST_TEST(is(state, "state_words", "研究论证已完成，待答复"));
    // The office answers with the words of the unit, and does not take up what it advises against.
    auto const answering =
        h.get(h.home + "/proposals?number=1", h.office.headers + public_house::html);
    BOOST_TEST(answering.says("工程在建。</textarea>"));
    BOOST_TEST(!answering.says("由本建议设立决策案卷"));
    auto const answered = h.act(h.office, "public_proposals.answered", no);
    BOOST_TEST_REQUIRE(answered.status == 201, answered.body);

    state = h.told(receipt);
    BOOST_TEST(is(state, "state", "answered"));
    BOOST_TEST(is(state, "outcome", "not_taken_up"));
    BOOST_TEST(!state.at("answered_words").as_string().empty());
    BOOST_TEST(state.at("reason").as_string().find("在建工程") != std::string::npos);
    BOOST_TEST(state.at("reason").as_string().find("黎小敏") == std::string::npos);
    BOOST_TEST(h.list(h.office, "?state=open").at("empty").as_bool());

    // All that came in is answered, and the chapter goes on as long as more may come.
    auto const catalogue = h.get(h.home, h.office.headers + public_house::json).view();
    for (auto const& one : catalogue.at("stages").as_array())
        if (is(one.as_object(), "chapter", "public_proposals"))
            BOOST_TEST(is(one.as_object(), "standing", "current"));
}

BOOST_AUTO_TEST_CASE(the_page_stands_below_the_catalogues_and_leads_no_further_than_its_list)
{
    auto& h = here();
    auto const page = h.get(h.home + "/proposals", h.office.headers + "Accept: text/html\r\n");
    BOOST_TEST(page.says("<a href=\"/catalogue\" aria-current=\"page\">"));
    BOOST_TEST(!page.says("<a href=\"/cases\" aria-current=\"page\">"));
    BOOST_TEST(!page.says(">下一页</a>"));
}

BOOST_AUTO_TEST_CASE(a_form_begun_on_one_proposal_is_not_shown_on_another)
{
    auto& h = here();
    for (auto const* title : {"甲事项方案", "乙事项方案"})
        h.receipt_of(h.post(form, h.filled(title), public_house::json));
    auto const last = h.list(h.office).at("count").as_int64();
    auto const kept = h.post(h.home + "/drafts",
                             {{"csrf", h.office.csrf},
                              {"kind", "public_proposals.answered"},
                              {"f.proposal_number", std::to_string(last - 1)},
                              {"f.reason", "起草中的答复"}},
                             h.office.headers + public_house::json);
    BOOST_TEST_REQUIRE(kept.status == 200, kept.body);
    auto const again = h.post(h.home + "/drafts",
                              {{"csrf", h.office.csrf},
                               {"kind", "public_proposals.answered"},
                               {"f.proposal_number", std::to_string(last - 1)},
                               {"f.reason", "起草中的答复"}},
                              h.office.headers + public_house::html);
    BOOST_TEST(again.head.find("/proposals?number=" + std::to_string(last - 1) + "#act-") !=
               std::string::npos); // whoever keeps it stays there
    auto const shows = [&](long long number) {
        return h
            .get(h.home + "/proposals?number=" + std::to_string(number),
                 h.office.headers + public_house::html)
            .says("起草中的答复");
    };
    BOOST_TEST(shows(last - 1));
    BOOST_TEST(!shows(last));
}

BOOST_AUTO_TEST_CASE(who_proposed_is_masked_for_a_unit_that_does_not_study_it)
{
    auto& h = here();
    h.receipt_of(h.post(form, h.filled("公园建设方案"), public_house::json));
    auto const stranger = h.sign_in("other");
    auto const last = std::to_string(h.list(h.office).at("count").as_int64());
    auto const all =
        h.get(h.home + "/proposals?number=" + last, stranger.headers + public_house::json);
    BOOST_TEST(!all.says("黎小敏"));
    BOOST_TEST(!all.says("13800138000"));
}

BOOST_AUTO_TEST_CASE(a_decision_is_opened_with_what_was_proposed)
{
    auto& h = here();
    auto const receipt =
        h.receipt_of(h.post(form, h.filled("河道亲水平台方案"), public_house::json));
    auto const number = h.list(h.office).at("count").as_int64();
    auto const named = h.home.substr(std::string("/cases/").size()) + "-" + std::to_string(number);
    std::string const opening = "/cases/new?shape=major_decision%2F2019&proposal=" + named;
    auto const page = h.get(opening, h.office.headers + public_house::html);
    BOOST_TEST(page.status == 200);
    for (auto const* filled : {"河道亲水平台方案", "道路交通安全法", "黎小敏"})
        BOOST_TEST(page.says(filled), filled);
    BOOST_TEST(page.says(words));
    // Nobody else gets the proposer's name that way.
    BOOST_TEST(!h.get(opening, h.sign_in("other").headers + public_house::html).says("黎小敏"));
    auto const answered = h.act(h.office, "public_proposals.answered",
                                {{"proposal_number", number},
                                 {"answer", "case_opened"},
                                 {"decision_number", "JC2026-0009"}});
    BOOST_TEST_REQUIRE(answered.status == 201, answered.body);
    BOOST_TEST(is(h.told(receipt), "decision_number", "JC2026-0009"));
}

BOOST_AUTO_TEST_CASE(papers_and_study_of_a_proposal_go_into_the_decision_that_is_opened_of_it)
{
    auto& h = here();
    auto const number = h.propose_with_paper("学校周边停车方案", "照片说明.txt");
    auto const at = h.home + "/proposals?number=" + std::to_string(number);
    auto const handed = h.act(h.office, "public_proposals.handed_over",
                              {{"proposal_number", number}, {"unit", "water"}});
    BOOST_TEST_REQUIRE(handed.status == 201, handed.body);
    auto const studied = h.act(h.unit, "public_proposals.studied",
                               {{"proposal_number", number},
                                {"view", "worth_deciding"},
                                {"opinion", "周边可腾出三百个车位。"}});
    BOOST_TEST_REQUIRE(studied.status == 201, studied.body);
    auto const studied_page = h.get(at, h.unit.headers + public_house::html);
    BOOST_TEST(studied_page.says("由本建议设立决策案卷"));
    // The unit has a decision to open: it is led there at once, and finds it among its tasks.
    auto const opening = "/cases/new?shape=major_decision%2F2019&amp;proposal=" +
                         h.home.substr(std::string("/cases/").size()) + "-" +
                         std::to_string(number);
    auto const done =
        h.get(h.home + "/proposals?done=" + std::to_string(studied.view().at("seq").as_int64()),
              h.unit.headers + public_house::html);
    BOOST_TEST(
        done.says("href=\"" + opening + "\">办理下一项：由本建议设立决策案卷：学校周边停车方案"),
        done.body);
    BOOST_TEST(done.says("13800138000")); // the proposal is still there
    auto const to_open = "公众建议第" + std::to_string(number) + "号：学校周边停车方案";
    BOOST_TEST(h.standing(h.unit, "intake.proposed") == to_open);
    BOOST_TEST(h.standing(h.office, "intake.proposed") == "");
    BOOST_TEST(studied_page.says("由办公室答复建议人")); // whose answer it is
    BOOST_TEST(studied_page.says("13800138000"));        // who studied it goes on with it
    BOOST_TEST(h.get(at, h.office.headers + public_house::html).says("设立后在这里答复"));

    auto const chosen = h.list(h.office, "?number=" + std::to_string(number));
    auto const& paper = chosen.at("chosen").at("documents").as_array().front();
    auto const link = std::string(paper.at("document_href").as_string());
    auto const hash = link.substr(link.rfind('/') + 1);
    auto const name = std::string(chosen.at("number").as_string()) + "/" + std::to_string(number);
    auto const page =
        h.get("/cases/new?shape=major_decision%2F2019&proposal=" +
                  h.home.substr(std::string("/cases/").size()) + "-" + std::to_string(number),
              h.office.headers + public_house::html);
    for (auto const& filled :
         {std::string("照片说明.txt"), "value=\"" + hash + "\"", "value=\"" + name + "\"",
          std::string("水务局研究论证的结论是“建议列为决策事项”：周边可腾出三百个车位。")})
        BOOST_TEST(page.says(filled), filled);
    // Nobody sees the paper there before it is on file.
    BOOST_TEST(!page.says("href=\"/documents/" + hash));

    auto const opened = h.send_json(
        h.office, "/cases",
        {{"shape", "major_decision/2019"},
         {"act_id", "proposals-opening"},
         {"body",
          {{"title", "学校周边停车方案"},
           {"matter", "public_policy"},
           {"proposer", "citizen"},
           {"proposer_name", "黎小敏"},
           {"public_proposal", name},
           {"in_writing", true},
           {"reasons", words},
           {"legal_basis", "道路交通安全法"},
           {"necessity_and_feasibility", "水务局研究论证：可腾出三百个车位。"},
           {"documents", json::array{json::object{{"hash", hash}, {"name", "照片说明.txt"}}}}}}});
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const decision = std::string(opened.view().at("number").as_string());
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    BOOST_TEST(h.standing(h.unit, "intake.proposed") == "");
    BOOST_TEST(h.get("/documents/" + hash, h.office.headers).status == 200);
    // Its name serves the handling alone: who has no part in that does not read it.
    auto const as_read_by = [&](public_house::seat const& who) {
        return h.get(home + "/acts/1", who.headers + public_house::json);
    };
    BOOST_TEST(as_read_by(h.office).says("黎小敏"));
    auto const stranger = h.sign_in("other");
    BOOST_TEST(as_read_by(stranger).says("黎*"));
    BOOST_TEST(!as_read_by(stranger).says("黎小敏"));
    auto const found = h.get("/search?words=" + web::percent_encoded("黎小敏"),
                             stranger.headers + public_house::html);
    BOOST_TEST(!found.says("黎小敏</mark>"), found.body);

    // What was studied before is proposed to whoever studies it now.
    auto const enters = [&](public_house::seat const& who, int seen, char const* kind,
                            json::object body) {
        auto const got = h.send_json(who, home + "/acts",
                                     {{"kind", kind},
                                      {"act_id", "proposals-decision-" + std::to_string(seen)},
                                      {"seen", seen},
                                      {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
    };
    enters(h.office, 1, "intake.study_assigned", {{"to_unit", "water"}});
    auto const studying = h.get(home, h.unit.headers + public_house::html).body;
    auto const conclusion = studying.find("name=\"f.conclusion\"");
    BOOST_TEST_REQUIRE(conclusion != std::string::npos);
    BOOST_TEST(studying.find("可腾出三百个车位。</textarea>", conclusion) != std::string::npos);

    // Each leads to the other, and the answer knows the number.
    auto const file = h.get(home, h.office.headers + public_house::html);
    BOOST_TEST(file.says("<a href=\"" + at + "\">" + name + "</a>"));
    auto const made = h.list(h.office, "?number=" + std::to_string(number)).at("decisions");
    BOOST_TEST_REQUIRE(made.as_array().size() == 1u);
    BOOST_TEST(is(made.as_array().front().as_object(), "decision", decision));
    auto const answering = h.get(at, h.office.headers + public_house::html);
    BOOST_TEST(answering.says("<a href=\"" + home + "\">" + decision));
    BOOST_TEST(answering.says("value=\"" + decision + "\""));
    BOOST_TEST(!answering.says("由本建议设立决策案卷")); // it is there
    BOOST_TEST(h.list(h.office, "?number=1").at("decisions").as_array().empty());
}

BOOST_AUTO_TEST_CASE(what_a_unit_gives_back_waits_for_the_office_to_hand_it_on)
{
    auto& h = here();
    auto const receipt = h.receipt_of(h.post(form, h.filled("公厕建设方案"), public_house::json));
    auto const number = h.list(h.office).at("count").as_int64();
    auto const handed = h.act(h.office, "public_proposals.handed_over",
                              {{"proposal_number", number}, {"unit", "water"}});
    BOOST_TEST_REQUIRE(handed.status == 201, handed.body);
    auto const at = "/proposals?number=" + std::to_string(number);
    BOOST_TEST(h.get(h.home + at, h.unit.headers + public_house::html)
                   .says("不属于本单位职责，退回办公室"));
    auto const back = h.act(h.unit, "public_proposals.studied",
                            {{"proposal_number", number},
                             {"view", "not_own_duty"},
                             {"opinion", "公厕由城市管理部门建设。"}});
    BOOST_TEST_REQUIRE(back.status == 201, back.body);
    BOOST_TEST(is(h.told(receipt), "state", "received"));
    auto const name = "公众建议第" + std::to_string(number) + "号：公厕建设方案";
    auto const desk = h.get("/", h.office.headers + public_house::html);
    BOOST_TEST(desk.says("href=\"" + h.home + at + "\">" + name), desk.body);
    auto const page = h.get(h.home + at, h.office.headers + public_house::html);
    BOOST_TEST(page.says("公厕由城市管理部门建设。"));
    BOOST_TEST(page.says("public_proposals.handed_over"));
    BOOST_TEST(!page.says("由本建议设立决策案卷"));
    auto const again = h.act(h.office, "public_proposals.handed_over",
                             {{"proposal_number", number}, {"unit", "finance"}});
    BOOST_TEST_REQUIRE(again.status == 201, again.body);
    BOOST_TEST(is(h.told(receipt), "state", "recorded"));
}

BOOST_AUTO_TEST_CASE(that_a_decision_was_opened_is_answered_from_the_form)
{
    auto& h = here();
    auto const receipt = h.receipt_of(h.post(form, h.filled("夜市设立方案"), public_house::json));
    auto const number = std::to_string(h.list(h.office).at("count").as_int64());
    auto const page =
        h.get(h.home + "/proposals?number=" + number, h.office.headers + public_house::html);
    BOOST_TEST(page.says("value=\"case_opened\""));
    BOOST_TEST(!page.says("value=\"case_opened\" disabled"));
    BOOST_TEST(page.says("data-depends-on=\"f.answer\" data-means-for=\"case_opened\""));
    auto const version = h.get(h.home, h.office.headers + public_house::json).view().at("version");
    web::pairs typed = {{"csrf", h.office.csrf},
                        {"kind", "public_proposals.answered"},
                        {"act_id", "proposals-from-the-form"},
                        {"seen", std::to_string(version.as_int64())},
                        {"back", "proposals"},
                        {"f.proposal_number", number},
                        {"f.answer", "case_opened"},
                        {"f.decision_number", "第一号"}};
    auto const wrong = h.post(h.home + "/acts", typed, h.office.headers + public_house::html);
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(wrong.says("“第一号”不是案卷编号"));
    typed.back().second = "JC2026-0010";
    auto const sent = h.post(h.home + "/acts", typed, h.office.headers + public_house::html);
    BOOST_TEST(sent.status == 303, sent.body.substr(0, 300));
    BOOST_TEST(is(h.told(receipt), "decision_number", "JC2026-0010"));
}

BOOST_AUTO_TEST_CASE(what_breaks_the_schema_of_a_proposal_is_refused_and_not_kept)
{
    auto& h = here();
    auto const& described = tests::operation("POST", form);
    auto const& schema =
        described.at("requestBody").at("content").at("application/json").at("schema").as_object();
    auto const before = h.list(h.office).at("count").as_int64();
    auto const token = h.token(form);
    auto const no_token =
        tests::sample_of(tests::described_schemas(), schema).as_object().at("form");
    std::size_t tried = 0;
    for (auto& hostile : tests::hostile_values(tests::described_schemas(), schema)) {
        auto* typed = hostile.value.if_object();
        if (typed && typed->contains("form") && typed->at("form") == no_token)
            typed->at("form") = token;
        auto const got =
            h.send("POST", form, public_house::json + "Content-Type: application/json\r\n",
                   json::serialize(hostile.value));
        BOOST_TEST(tests::is_described_refusal(tests::plain(got), described),
                   hostile.how << ": " << got.status << " " << got.body.substr(0, 300));
        ++tried;
    }
    BOOST_TEST(tried > 20u);
    BOOST_TEST(h.list(h.office).at("count").as_int64() == before);
}

BOOST_AUTO_TEST_SUITE_END()
