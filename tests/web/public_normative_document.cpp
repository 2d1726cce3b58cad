#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// A draft of a normative document before the public: it is listed, read and commented on like that
// of a decision, and what came in fills the act that closes it.

using tests::public_house;
namespace json = boost::json;

namespace {

struct document_house : public_house {
    tests::told_decision papers = tell("停车收费方案", {"vital"}, "participation.published");
    tests::told_decision document;
    seat sponsor, office;

    document_house()
    {
        clock = papers.last + std::chrono::hours(48);
        sponsor = sign_in("sponsor");
        office = sign_in("auditor");
        auto const opened = submit(
            sponsor, "/cases",
            {{"shape", "normative_document/2026"},
             {"body",
              {{"document_title", "河道采砂管理办法"},
               {"level_is", "government"},
               {"nature_is", "lasting"},
               {"drafting_unit", "water"},
               {"necessity", "现行办法已经不适应"},
               {"legal_basis", json::array{json::object{{"title", "《中华人民共和国水法》"}}}},
               {"existing_documents", "没有同类规定"}}}});
        document.id = {opened.at("case").as_int64()};
        act(office, "document_project.approved", json::object());
        act(sponsor, "document_project.assessed",
            {{"touches_rights", true}, {"not_technical_reason", "只规定办理程序"}});
        act(sponsor, "document_project.drafted",
            {{"draft", paper("draft")},
             {"explanation", paper("explanation")},
             {"change", "first_draft"}});
    }

    json::object paper(char const* member) const
    {
        return {{"hash", papers.document("participation.published", member)},
                {"name", std::string(member) + ".txt"}};
    }
    json::object submit(seat const& who, std::string const& to, json::object body)
    {
        body["act_id"] = "document-public-" + std::to_string(++acts_);
        auto const got = send("POST", to, who.headers + json + "Content-Type: application/json\r\n",
                              json::serialize(body));
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
        return got.view();
    }
    void act(seat const& who, char const* kind, json::object body)
    {
        submit(who, document.home() + "/acts",
               {{"kind", kind}, {"seen", version(who)}, {"body", std::move(body)}});
    }
    long long version(seat const& who) const
    {
        return get(document.home(), who.headers + json).view().at("version").as_int64();
    }
    std::string today() const { return engine::to_text(engine::legal_day(clock)); }
    void prepare(char const* what)
    {
        auto const got = post(document.home() + "/opinions/acts",
                              {{"csrf", sponsor.csrf},
                               {"act", what},
                               {"act_id", "document-public-" + std::to_string(++acts_)},
                               {"seen", std::to_string(version(sponsor))},
                               {"words", "感谢参与"}},
                              sponsor.headers + json);
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
    }

private:
    int acts_ = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(public_normative_document)

BOOST_FIXTURE_TEST_CASE(the_form_that_opens_a_draft_for_comments_says_how_long_it_is_open,
                        document_house)
{
    auto const page = get(document.home(), sponsor.headers + html).body;
    auto const form = page.find("value=\"document_opinions.comments_opened\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    auto const field = page.find("id=\"f-document_opinions-comments_opened-open_until", form);
    BOOST_TEST_REQUIRE(field != std::string::npos);
    auto const why = page.substr(field, page.find("</p>", field) - field);
    BOOST_TEST(why.find("一般不少于7个工作日") != std::string::npos, why);
    BOOST_TEST(why.find("与企业经营密切相关的一般不少于30日") != std::string::npos, why);
}

BOOST_FIXTURE_TEST_CASE(a_draft_is_read_and_commented_on_and_its_opinions_are_counted,
                        document_house)
{
    BOOST_TEST(get(document.at()).status == 404);
    auto const until = engine::to_text(engine::legal_day(clock) + std::chrono::days(20));
    act(sponsor, "document_opinions.comments_opened",
        {{"draft", paper("draft")},
         {"published_on", today()},
         {"open_until", until},
         {"channels", json::array{"government_site"}},
         {"address", "http://www.example.gov.cn/1"},
         {"contact", "区水务局，电话0758-1234567"}});

    BOOST_TEST(get("/public").says("河道采砂管理办法"));
    BOOST_TEST(get("/public/consultations").says("河道采砂管理办法"));
    auto const page = get(document.at());
    BOOST_TEST_REQUIRE(page.status == 200);
    BOOST_TEST(page.says("draft.txt"));
    BOOST_TEST(page.says("explanation.txt"));
    BOOST_TEST(page.says("电话0758-1234567"));
    BOOST_TEST(page.says("href=\"http://www.example.gov.cn/1\""));
    BOOST_TEST(!page.says("hearing-wishes"));
    auto const hash = papers.document("participation.published", "draft");
    BOOST_TEST(get(document.at() + "/documents/" + hash).status == 200);

    auto const sent = opinion(document, {{"words", "采砂期太短"}, {"name", "黎小敏"}});
    BOOST_TEST_REQUIRE(sent.status == 201, sent.body);
    auto const receipt =
        "/public/receipts?number=" + std::string(sent.view().at("receipt").as_string());
    BOOST_TEST(get(receipt, json).view().at("state").as_string() == "received");
    BOOST_TEST(get(document.home(), sponsor.headers).says("/opinions"));

    auto const desk = get(document.home() + "/opinions", sponsor.headers + html);
    BOOST_TEST(desk.says("全部意见作出决定之前不能截止"));
    BOOST_TEST(desk.says("<p class=\"crumbs\"><a href=\"/normative-documents\">"));
    BOOST_TEST(!get(receipt, html).says("<dt>决策事项</dt>"));
    // Whoever would replace the draft reads that the public is asked again, and how long.
    auto const home = get(document.home(), sponsor.headers + html);
    BOOST_TEST(home.says("合法性审核须就新的草案重新办理"));
    BOOST_TEST(home.says("再次公开征求意见的期限一般不少于"));
    BOOST_TEST(!desk.says("期满后截止征求意见，记下的采纳情况作出决定"));

    prepare("record");
    BOOST_TEST(get(receipt, json).view().at("state").as_string() == "recorded");
    auto const noted = post(document.home() + "/opinions/notes",
                            {{"csrf", sponsor.csrf},
                             {"do", "outcome"},
                             {"n", "1"},
                             {"outcome", "not_adopted"},
                             {"reason", "汛期不得采砂"}},
                            sponsor.headers + json);
    BOOST_TEST(noted.status == 200);
    prepare("decide");
    clock += std::chrono::hours(24 * 25);
    sponsor = sign_in("sponsor");
    prepare("feedback");
    BOOST_TEST(get(receipt, json).view().at("state").as_string() == "answered");
    BOOST_TEST(get(document.at()).says("汛期不得采砂"));

    // The form of the closing knows where the public was answered.
    BOOST_TEST(get(document.home(), sponsor.headers + html)
                   .says("value=\"http://juece.test" + document.at() + "\""));
    act(sponsor, "document_opinions.comments_closed",
        {{"comments_received", 1},
         {"comments_adopted", 0},
         {"summary", "关于采砂期"},
         {"not_adopted_reasons", "汛期不得采砂"}});
    BOOST_TEST(!get("/public").says("河道采砂管理办法"));
    BOOST_TEST(opinion(document, {{"words", "来晚了"}}).status == 422);
}

BOOST_FIXTURE_TEST_CASE(a_page_does_not_lead_to_itself, document_house)
{
    act(sponsor, "document_opinions.comments_opened",
        {{"draft", paper("draft")},
         {"published_on", today()},
         {"open_until", engine::to_text(engine::legal_day(clock) + std::chrono::days(20))},
         {"channels", json::array{"government_site"}},
         {"address", "http://juece.test" + document.at()},
         {"contact", "区水务局，电话0758-1234567"}});
    BOOST_TEST(!get(document.at()).says("http://juece.test" + document.at()));
}

BOOST_FIXTURE_TEST_CASE(a_hearing_on_a_draft_stands_on_the_pages_of_the_public, document_house)
{
    act(sponsor, "hearing.announced",
        {{"published_on", today()},
         {"hearing_on", engine::to_text(engine::legal_day(clock) + std::chrono::days(10))},
         {"place", "区政务中心"},
         {"mode", "on_site"},
         {"purpose", "听取意见"},
         {"basis", "规范性文件规定"},
         {"content", "采砂期"},
         {"selection_method", "按报名先后"},
         {"quota", 5},
         {"channels", json::array{"government_site"}},
         {"draft", paper("draft")},
         {"explanation", paper("explanation")}});
    auto const form = document.at() + "/applications";
    BOOST_TEST(get("/public/hearings").says("href=\"" + form + "\""));
    BOOST_TEST(get(document.at()).says("区政务中心"));
    BOOST_TEST(get(document.at()).says("参加人名单公布时截止，最迟"));
    auto const signs_up = [&](char const* name) {
        auto const kept = post(form,
                               {{"form", token(form)},
                                {"words", "赞成"},
                                {"name", name},
                                {"contact", "13800138000"},
                                {"identity", "沿河居民"},
                                {"side", "in_favour"}},
                               public_house::json);
        BOOST_TEST_REQUIRE(kept.status == 201, kept.body);
        return "/public/receipts?number=" + std::string(kept.view().at("receipt").as_string());
    };
    auto const chosen = signs_up("黎小敏");
    auto const left_out = signs_up("陈大文");
    // The form of the list has a row for whoever signed up, and says nothing of another's numbers.
    auto const page = get(document.home(), sponsor.headers + html);
    BOOST_TEST(page.says("].name\" value=\"黎小敏\""));
    BOOST_TEST(!page.says("须为单数"));

    // Each reads on their own receipt whether they take part, and not before the list is out.
    BOOST_TEST(get(chosen, public_house::json).view().at("outcome").as_string().empty());
    act(sponsor, "hearing.listed",
        {{"published_on", today()},
         {"fewer_reason", "只有一人符合条件"},
         {"people", json::array{json::object{{"name", "黎小敏"},
                                             {"role", "participant"},
                                             {"identity", "沿河居民"},
                                             {"origin", "applied"},
                                             {"side", "in_favour"}}}}});
    BOOST_TEST(get(chosen).says("已列为听证参加人"));
    // By its number the receipt leads to one's own masked name.
    auto const number = get(chosen, public_house::json).view().at("opinion").as_string();
    BOOST_TEST(get(document.at()).says("<span class=\"num\">" + std::string(number) + "</span>"));
    BOOST_TEST(get(left_out).says("未列入听证参加人名单"));
}

BOOST_AUTO_TEST_SUITE_END()
