#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// Forms that were begun and come back: what was typed stands, what was only proposed does not, and
// a form of another subject is another form.

using tests::district;
using tests::has;
using tests::hidden;

namespace {

std::string const registering = "/cases/new?shape=legal_matter%2F2026";

std::string page(std::string const& target)
{
    return district().ask("sponsor", "GET", target, {{"accept", "text/html"}}).body;
}

tests::site_reply post(std::string const& target, web::pairs fields)
{
    fields.emplace_back("csrf", hidden(page("/cases/new"), "csrf", 0));
    return district().ask("sponsor", "POST", target,
                          {{"content-type", "application/x-www-form-urlencoded"}},
                          web::to_query(fields));
}

/// Keeps the form that registers a legal matter, with what else stands in it.
tests::site_reply keep(web::pairs fields)
{
    fields.emplace_back("kind", "matter.registered");
    fields.emplace_back("shape", "legal_matter/2026");
    return post("/drafts", fields);
}

/// The input of the day on which the matter was received.
std::string day_in(std::string const& body)
{
    auto const at = body.find("id=\"f-matter-registered-received_on\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    auto const from = body.rfind('<', at);
    return body.substr(from, body.find('>', at) - from);
}

/// The address at which the draft of a form is dropped; empty where it shows none.
std::string drop_in(std::string const& body)
{
    auto const at = body.find("/drafts/");
    return at == std::string::npos ? std::string() : body.substr(at, body.find('"', at) - at);
}

void drop(std::string const& form)
{
    BOOST_TEST(post(drop_in(page(form)), {}).status == 303);
}

} // namespace

BOOST_AUTO_TEST_SUITE(drafts)

BOOST_AUTO_TEST_CASE(a_form_tells_what_stands_in_it_as_it_was_proposed)
{
    BOOST_TEST(has(page(registering), "name=\"was.received_on\" value=\"2026-06-15\""));
}

BOOST_AUTO_TEST_CASE(what_was_only_proposed_is_proposed_anew_with_a_draft)
{
    BOOST_TEST(keep({{"f.title", "改过的名称"},
                     {"f.received_on", "2026-05-11"},
                     {"was.received_on", "2026-05-11"}})
                   .status == 303);
    auto const again = page(registering);
    BOOST_TEST(has(again, "改过的名称"));
    BOOST_TEST(has(day_in(again), "value=\"2026-06-15\""));
    // and the next draft knows it still
    BOOST_TEST(has(again, "name=\"was.received_on\" value=\"2026-06-15\""));
    drop(registering);
}

BOOST_AUTO_TEST_CASE(what_was_typed_over_a_proposal_stays_as_it_was_typed)
{
    for (auto const* before : {"2026-06-15", ""}) {
        BOOST_TEST(keep({{"f.title", "改过的名称"},
                         {"f.received_on", "2026-05-11"},
                         {"was.received_on", before}})
                       .status == 303);
        BOOST_TEST(has(day_in(page(registering)), "value=\"2026-05-11\""), before);
    }
    BOOST_TEST(keep({{"f.title", "改过的名称"}, {"was.received_on", "2026-06-15"}}).status == 303);
    BOOST_TEST(has(day_in(page(registering)), "value=\"\""));
    drop(registering);
}

BOOST_AUTO_TEST_CASE(a_form_that_comes_with_its_own_subject_has_a_draft_of_its_own)
{
    auto const of = [](std::string const& title) { return web::to_query({{"f.title", title}}); };
    auto const lease = registering + "&" + of("租赁合同");
    BOOST_TEST(keep({{"f.title", "别的事项"}}).status == 303);
    auto const fresh = page(lease);
    BOOST_TEST(has(fresh, "value=\"租赁合同\""));
    BOOST_TEST(!has(fresh, "别的事项"));

    auto const kept = keep({{"part", hidden(fresh, "part", 0)}, {"f.title", "租赁合同（续）"}});
    BOOST_TEST(kept.status == 303);
    BOOST_TEST(kept.header("Location") == lease);
    BOOST_TEST(has(page(lease), "租赁合同（续）"));
    BOOST_TEST(has(page(registering), "别的事项"));
    // the list tells them apart
    for (auto const* title : {"租赁合同（续）", "别的事项"})
        BOOST_TEST(has(page("/boxes/drafts"), ">" + std::string(title) + "</td>"), title);
    BOOST_TEST(!has(page(registering + "&" + of("采购合同")), "租赁合同（续）"));
    drop(lease);
    drop(registering);
}

BOOST_AUTO_TEST_CASE(whoever_deletes_a_draft_is_asked_once_and_stays_where_they_were)
{
    BOOST_TEST(keep({{"f.title", "改过的名称"}}).status == 303);
    auto const form = page(registering);
    auto const list = page("/boxes/drafts");
    for (auto const* shown : {&form, &list}) {
        auto const folded = shown->find("<details class=\"options drop-draft\">");
        BOOST_TEST_REQUIRE(folded != std::string::npos);
        auto const step = shown->substr(folded, shown->find("</details>", folded) - folded);
        BOOST_TEST(has(step, "<summary>删除草稿"));
        BOOST_TEST(has(step, ">确认删除</button>"));
    }
    auto const dropped = post(drop_in(form), {{"kind", "matter.registered"}});
    BOOST_TEST(dropped.status == 303);
    BOOST_TEST(dropped.header("Location") == registering);
    BOOST_TEST(!has(page(registering), "改过的名称"));
}

BOOST_AUTO_TEST_CASE(what_an_address_says_beside_the_subject_is_not_led_back_to)
{
    auto const kept = keep({{"part", "f.title=x\r\nSet-Cookie: a&next=y"}, {"f.title", "名称"}});
    BOOST_TEST(kept.status == 303);
    auto const led = kept.header("Location");
    BOOST_TEST(!has(led, "\n"));
    BOOST_TEST(!has(led, "next"));
    auto const box = district().view("sponsor", "/boxes/drafts");
    for (auto const& one : box.at("rows").as_array())
        BOOST_TEST(
            post("/drafts/" + std::to_string(one.at("id").as_int64()) + "/drop", {}).status == 303);
}

BOOST_AUTO_TEST_SUITE_END()
