#include "adapters/notices/cloud_event.hpp"
#include "adapters/notices/webhook.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace adapters::notices;
using engine::confidentiality;

namespace {

entered_act act_on(confidentiality level)
{
    return {.on = {7},
            .seq = 3,
            .act_id = "a-3",
            .kind = "intake.studied",
            .hash = "abc",
            .entered_at = *engine::parse_instant("2024-04-02T08:00:05.250Z"),
            .number = "GY-2024-0007",
            .title = "关于某水库的决策",
            .level = level};
}

} // namespace

BOOST_AUTO_TEST_SUITE(cloud_event_test)

BOOST_AUTO_TEST_CASE(an_event_has_what_cloudevents_asks_for)
{
    auto const event =
        boost::json::parse(cloud_event(act_on(confidentiality::open), "https://juece.test"));
    boost::json::value const expected = {{"specversion", "1.0"},
                                         {"id", "a-3"},
                                         {"source", "https://juece.test/cases/7"},
                                         {"type", "cn.juece.act.entered"},
                                         {"subject", "intake.studied"},
                                         {"time", "2024-04-02T08:00:05.250Z"},
                                         {"datacontenttype", "application/json"},
                                         {"data",
                                          {{"link", "https://juece.test/cases/7"},
                                           {"number", "GY-2024-0007"},
                                           {"seq", 3},
                                           {"kind", "intake.studied"},
                                           {"hash", "abc"},
                                           {"title", "关于某水库的决策"}}}};
    BOOST_TEST(event == expected);
}

BOOST_AUTO_TEST_CASE(what_is_not_open_has_no_title)
{
    auto const text = cloud_event(act_on(confidentiality::internal), "https://juece.test");
    auto const event = boost::json::parse(text);
    BOOST_TEST(!event.at("data").as_object().contains("title"));
    BOOST_TEST(text.find("关于某水库的决策") == std::string::npos);
    BOOST_TEST(event.at("data").at("number").as_string() == "GY-2024-0007");
    BOOST_TEST(event.at("id").as_string() == "a-3");
}

BOOST_AUTO_TEST_CASE(of_a_case_above_internal_it_says_that_something_happened_and_where)
{
    for (auto const level : {confidentiality::secret, confidentiality::administration}) {
        auto const event = boost::json::parse(cloud_event(act_on(level), "https://juece.test"));
        boost::json::value const expected = {{"specversion", "1.0"},
                                             {"id", "act-7-3"},
                                             {"source", "https://juece.test/cases/7"},
                                             {"type", "cn.juece.act.entered"},
                                             {"time", "2024-04-02T08:00:05.250Z"},
                                             {"datacontenttype", "application/json"},
                                             {"data", {{"link", "https://juece.test/cases/7"}}}};
        BOOST_TEST(event == expected);
    }
}

BOOST_AUTO_TEST_CASE(it_is_signed_as_standard_webhooks_describes)
{
    // the example of the specification's reference libraries
    auto const secret = bytes_of_secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    BOOST_TEST(secret.size() == 24u);
    BOOST_TEST(signature_of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                            "{\"test\": 2432232314}") ==
               "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    BOOST_TEST(bytes_of_secret("any other text") == "any other text");
    BOOST_TEST(bytes_of_secret("whsec_?") == "");
}

BOOST_AUTO_TEST_CASE(a_webhook_has_to_be_sealed_and_its_secret_long)
{
    std::string const secret(24, 's');
    BOOST_TEST(against(webhook_settings{"https://events.example.gov.cn/juece", secret}) == "");
    BOOST_TEST(against(webhook_settings{"http://127.0.0.1:9000/", secret}) == "");
    BOOST_TEST(against(webhook_settings{"http://events.example.gov.cn/", secret}) != "");
    BOOST_TEST(against(webhook_settings{"http://127.0.0.1.example.cn/", secret}) != "");
    BOOST_TEST(against(webhook_settings{"file:///etc/passwd", secret}) != "");
    BOOST_TEST(against(webhook_settings{"https://events.example.gov.cn/", "short"}) != "");
}

BOOST_AUTO_TEST_SUITE_END()
