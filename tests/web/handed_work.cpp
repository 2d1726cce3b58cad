#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"

#include <algorithm>

// Handing over and delegation as people meet them: the form, the boxes, the page of the sheets.

using tests::district;
using tests::has;

namespace {

namespace json = boost::json;

long long number_of(std::string const& name)
{
    auto const today = engine::legal_day(tests::demo_house::now());
    for (auto const everybody = district().office().people(today); auto const& one : *everybody)
        if (one.name == name)
            return one.person.value;
    BOOST_FAIL("nobody is called " << name);
    return 0;
}

std::string home(long long id)
{
    return "/cases/" + std::to_string(id);
}

json::array box_of(std::string const& who, std::string const& filter)
{
    auto const got = district().json(who, "GET", "/?" + filter);
    BOOST_TEST_REQUIRE(got.status == 200, got.body);
    return got.view().at("rows").as_array();
}

bool is_in_box(std::string const& who, std::string const& kind, long long id)
{
    auto const rows = box_of(who, "kind=" + kind);
    return std::any_of(rows.begin(), rows.end(),
                       [&](auto const& row) { return row.at("case").as_int64() == id; });
}

tests::site_reply act(std::string const& who, long long id, std::string const& kind,
                      json::object body)
{
    static int acts = 0;
    auto const seen = district().json(who, "GET", home(id) + "/sheets").view().at("version");
    return district().json(who, "POST", home(id) + "/acts",
                           {{"kind", kind},
                            {"act_id", "handed-work-" + std::to_string(++acts)},
                            {"seen", seen},
                            {"body", std::move(body)}});
}

/// A case and the kind of an act for which both reviewers are waited for now.
std::pair<long long, std::string> task_of_both()
{
    for (auto const& row : box_of("reviewer", "chapter=legality_review&ready=1"))
        if (row.at("role") == "reviewer" && row.at("task_person").as_int64() == 0)
            return {row.at("case").as_int64(), std::string(row.at("kind").as_string())};
    BOOST_FAIL("nothing waits for the reviewers");
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(handed_work)

BOOST_AUTO_TEST_CASE(a_task_goes_from_one_box_to_the_other_and_back)
{
    auto const [id, kind] = task_of_both();
    BOOST_TEST(is_in_box("reviewer2", kind, id));
    auto const page = district().ask("reviewer", "GET", home(id) + "/sheets");
    BOOST_TEST(has(page.body, "value=\"" + std::to_string(number_of("张永康")) + "\""));
    BOOST_TEST(has(page.body, "张永康 · "));
    auto const handed =
        act("reviewer", id, "circulation.handed_over",
            {{"task", kind}, {"receiver", number_of("张永康")}, {"reason", "本周外出培训"}});
    BOOST_TEST_REQUIRE(handed.status == 201, handed.body);
    BOOST_TEST(!is_in_box("reviewer", kind, id));
    BOOST_TEST(is_in_box("reviewer2", kind, id));
    auto const sheets = district().json("auditor", "GET", home(id) + "/sheets").view();
    auto const step = sheets.at("handings").at(0).at("steps").at(0).as_object();
    BOOST_TEST(step.at("from_name") == "夏秀英");
    BOOST_TEST(step.at("to_name") == "张永康");
    auto const back = act("reviewer", id, "circulation.handing_taken_back",
                          {{"task", kind}, {"reason", "培训取消"}});
    BOOST_TEST_REQUIRE(back.status == 201, back.body);
    BOOST_TEST(is_in_box("reviewer", kind, id));
}

BOOST_AUTO_TEST_CASE(whom_the_register_does_not_have_in_the_seat_is_refused_with_the_rule)
{
    auto const [id, kind] = task_of_both();
    auto const refused =
        act("reviewer", id, "circulation.handed_over",
            {{"task", kind}, {"receiver", number_of("莫文杰")}, {"reason", "外出"}});
    BOOST_TEST(refused.status == 422, refused.body);
    BOOST_TEST(has(refused.body, "JC-15"));
    auto const nobody = act("reviewer", id, "circulation.handed_over",
                            {{"task", kind}, {"receiver", "张永康"}, {"reason", "外出"}});
    BOOST_TEST(nobody.status == 400, nobody.body);
}

BOOST_AUTO_TEST_CASE(what_a_colleague_prepared_stands_beside_the_form_of_the_act)
{
    auto const [id, kind] = task_of_both();
    auto const asked = act(
        "reviewer", id, "circulation.delegated",
        {{"task", kind}, {"colleague", number_of("张永康")}, {"note", "请核对第三章的职权依据"}});
    BOOST_TEST_REQUIRE(asked.status == 201, asked.body);
    BOOST_TEST(is_in_box("reviewer2", "circulation.delegation_answered", id));
    BOOST_TEST(!is_in_box("reviewer", "circulation.delegation_answered", id));
    auto const sheets = district().json("reviewer2", "GET", home(id) + "/sheets").view();
    auto const number = sheets.at("delegations").at(0).at("number");
    auto const answered = act("reviewer2", id, "circulation.delegation_answered",
                              {{"delegation", number}, {"answer", "依据充分，见附表第七项"}});
    BOOST_TEST_REQUIRE(answered.status == 201, answered.body);
    BOOST_TEST(has(district().ask("reviewer", "GET", home(id)).body, "依据充分，见附表第七项"));
    auto const copies = district().json("reviewer", "GET", "/boxes/copied").view();
    auto const& rows = copies.at("rows").as_array();
    BOOST_TEST(std::any_of(rows.begin(), rows.end(), [&, id = id](auto const& row) {
        return row.at("case").as_int64() == id;
    }));
}

BOOST_AUTO_TEST_CASE(an_opinion_names_whoever_may_give_it_and_nobody_else_of_the_bureau)
{
    for (auto const& row : box_of("reviewer", "chapter=legality_review&ready=1")) {
        auto const page =
            district().ask("reviewer", "GET", home(row.at("case").as_int64()) + "/review");
        auto const list = page.body.find("name=\"f.author\"");
        if (list == std::string::npos)
            continue;
        auto const options = page.body.substr(list, page.body.find("</select>", list) - list);
        BOOST_TEST(has(options, ">夏秀英 · "));
        BOOST_TEST(has(options, ">张永康 · "));
        // the bureau also has clerks, a head, lawyers of its own and the compiler of the report
        for (auto const* other : {"伍浩然", "李卓林", "罗伟明", "邓健文"})
            BOOST_TEST(!has(options, other), other);
        return;
    }
    BOOST_FAIL("no review waits for its opinion");
}

BOOST_AUTO_TEST_CASE(who_sits_in_the_place_of_a_reviewer_is_proposed_as_the_author)
{
    tests::demo_house at;
    auto& people = at.office().with().people;
    auto const reviewer = people.find_person("reviewer");
    auto const substitute = people.find_person("compiler");
    BOOST_TEST_REQUIRE((reviewer && substitute));
    std::string const letter(64, 'a');
    people.note_document(letter, 1, "text/plain", "委托书.txt", reviewer->id, at.now());
    auto const set =
        at.json("security", "POST", "/administration/acts",
                {{"kind", "substitutions.set"},
                 {"act_id", "handed-work-substitute"},
                 {"body",
                  {{"appointment", people.appointments_of(reviewer->id).front().id},
                   {"substitute", "compiler"},
                   {"from", "2026-06-15"},
                   {"until", "2026-06-30"},
                   {"letter_of_authority", {{"hash", letter}, {"name", "委托书.txt"}}}}}});
    BOOST_TEST_REQUIRE(set.status == 201, set.body);
    for (auto const& one : people.appointments_of(substitute->id))
        if (one.in_place_of == reviewer->id)
            BOOST_TEST_REQUIRE(
                at.json("compiler", "POST", "/appointments", {{"appointment", one.id}}).status ==
                200);
    auto const box = at.view("compiler", "/?chapter=legality_review&ready=1");
    auto const chosen =
        "value=\"" + std::to_string(substitute->id.value) + "\" selected>邓健文（代夏秀英） · ";
    for (auto const& row : box.at("rows").as_array()) {
        auto const page =
            at.ask("compiler", "GET", home(row.at("case").as_int64()) + "/review").body;
        auto const list = page.find("name=\"f.author\"");
        if (list == std::string::npos)
            continue;
        auto const options = page.substr(list, page.find("</select>", list) - list);
        BOOST_TEST(has(options, chosen), options);
        BOOST_TEST(has(options, ">夏秀英 · "));
        return;
    }
    BOOST_FAIL("no review waits for its opinion");
}

BOOST_AUTO_TEST_SUITE_END()
