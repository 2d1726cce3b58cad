#include "adapters/demo/demo.hpp"
#include "adapters/soci/house_register.hpp"
#include "engine/part.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <set>

// Whose business a case is, by every exit of the site: families of cases that a role does not work
// with, outside advisers, and two organs in one house.

using tests::district;
using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr long long last_case = 120;

/// The numbers of all cases of a family.
std::vector<long long> cases_of(tests::demo_house& at, std::string const& family)
{
    adapters::soci::reader all(at.record(), engine::clearance::of_the_record());
    std::vector<long long> found;
    for (auto const& one : all.list_cases({.family = family}, {}, last_case).rows)
        found.push_back(one.head.line.id.value);
    return found;
}

std::optional<adapters::soci::case_entry> entry_of(tests::demo_house& at, long long id)
{
    return adapters::soci::reader(at.record(), engine::clearance::of_the_record())
        .find_case(engine::case_id{id});
}

/// The hashes of the documents that acts of a case name.
std::set<std::string> documents_of(tests::demo_house& at, long long id)
{
    std::set<std::string> found;
    for (auto const& act : at.acts_of({id})) {
        auto const body = json::serialize(act.body);
        for (auto from = body.find("\"hash\":\""); from != body.npos;
             from = body.find("\"hash\":\"", from + 1))
            found.insert(body.substr(from + 8, 64));
    }
    return found;
}

/// The ways to a case by which somebody finds something; empty: it is not there for them.
std::string ways_to(tests::demo_house& at, std::string const& who, long long id)
{
    std::string open;
    auto const entry = entry_of(at, id);
    auto const home = home_of(id);
    for (std::string const page :
         {"", "/acts/1", "/sheets", "/versions", "/review", "/advice", "/opinions", "/catalogue",
          "/map.svg", "/files.zip", "/papers/review_opinion", "/limits/legality_review",
          "/report/main"})
        if (at.json(who, "GET", home + page).status == 200)
            open += home + page + " ";
    for (auto const& hash : documents_of(at, id))
        for (std::string const page : {"", "/about", "/pages/1"})
            if (at.json(who, "GET", "/documents/" + hash + page).status == 200)
                open += "document ";
    auto const title = web::percent_encoded(entry->summary.title);
    auto const names_it = [&](std::string const& address) {
        auto const got = at.json(who, "GET", address);
        return got.status == 200 && has(got.body, "\"" + entry->head.line.number + "\"");
    };
    for (std::string const& list :
         {"/search?words=" + title, "/cases?words=" + title, "/matters?words=" + title,
          "/normative-documents?words=" + title, "/?words=" + title, "/boxes/done?words=" + title,
          "/boxes/opened?words=" + title, "/boxes/copied?words=" + title,
          "/boxes/overseen?light=any&words=" + title, std::string("/notices"),
          std::string("/advisers")})
        if (names_it(list))
            open += list.substr(0, list.find('?')) + " ";
    for (std::string const& list : {"/boxes/overseen/export?as=csv&light=any&words=" + title,
                                    "/matters/export?as=csv&words=" + title,
                                    "/normative-documents/export?as=csv&words=" + title})
        if (auto const got = at.ask(who, "GET", list);
            got.status == 200 && has(got.body, entry->head.line.number))
            open += "export ";
    auto const act = at.json(who, "POST", home + "/acts",
                             {{"kind", "circulation.urged"},
                              {"act_id", "boundaries-" + who + std::to_string(id)},
                              {"body", json::object()}});
    if (act.status != 404 && act.status != 403)
        open += "act " + std::to_string(act.status) + " ";
    return open;
}

} // namespace

BOOST_AUTO_TEST_SUITE(boundaries)

BOOST_AUTO_TEST_CASE(whoever_may_not_open_a_register_reads_nothing_of_it_by_another_way)
{
    auto& at = district();
    for (std::string const who : {"executor", "competition"}) {
        BOOST_TEST(at.json(who, "GET", "/matters").status == 403, who);
        for (auto const id : cases_of(at, "legal_matter"))
            BOOST_TEST(ways_to(at, who, id) == "", who << " " << id);
    }
    for (std::string const who : {"executor", "sponsor", "head_water", "legal_water"}) {
        BOOST_TEST(at.json(who, "GET", "/advisers").status == 403, who);
        for (auto const id : cases_of(at, "adviser_file"))
            BOOST_TEST(ways_to(at, who, id) == "", who << " " << id);
    }
}

BOOST_AUTO_TEST_CASE(whoever_works_with_a_register_reads_what_is_in_it)
{
    auto& at = district();
    for (std::string const who : {"sponsor", "head_water", "legal_water", "reviewer", "office",
                                  "deputy", "mayor", "compiler", "auditor"}) {
        for (auto const id : cases_of(at, "legal_matter"))
            BOOST_TEST(at.json(who, "GET", home_of(id)).status == 200, who << " " << id);
        BOOST_TEST(at.json(who, "GET", "/matters").status == 200, who);
    }
    for (auto const id : cases_of(at, "adviser_file"))
        BOOST_TEST(at.json("reviewer", "GET", home_of(id)).status == 200, id);
}

BOOST_AUTO_TEST_CASE(an_outside_adviser_finds_the_cases_they_were_asked_to_and_no_others)
{
    auto& at = district();
    auto const people = at.office().people(engine::legal_day(tests::demo_house::now()));
    auto const who = std::find_if(people->begin(), people->end(), [](auto const& one) {
        return one.role == "legal_adviser" && one.name == "苏晓燕";
    });
    BOOST_TEST_REQUIRE((who != people->end()));
    auto const own = engine::personal_parts_of(*who);
    int theirs = 0;
    int others = 0;
    for (std::string const family : {"major_decision", "legal_matter", "adviser_file"})
        for (auto const id : cases_of(at, family)) {
            auto const entry = entry_of(at, id);
            auto const shape = entry->head.line.shape;
            auto const file =
                engine::rebuild(entry->head.line, at.acts_of({id}), at.office().with().law)
                    .file->summary();
            auto const has_part = std::any_of(own.begin(), own.end(), [&](auto const& part) {
                return std::binary_search(file.known_to.begin(), file.known_to.end(), part);
            });
            if (has_part && file.level != engine::confidentiality::secret) {
                ++theirs;
                BOOST_TEST(at.json("adviser3", "GET", home_of(id)).status == 200, id);
            } else if (!has_part) {
                ++others;
                BOOST_TEST(ways_to(at, "adviser3", id) == "", id);
            }
        }
    BOOST_TEST(theirs > 0);
    BOOST_TEST(others > 20);
    // what is published of other families is for everybody
    for (std::string const family : {"normative_document", "catalogue", "annual_report"})
        for (auto const id : cases_of(at, family))
            BOOST_TEST((at.json("adviser3", "GET", home_of(id)).status == 200) ==
                           (entry_of(at, id)->summary.level == engine::confidentiality::open),
                       family << " " << id);
}

BOOST_AUTO_TEST_CASE(an_adviser_who_withdraws_is_told_so_and_finds_the_case_no_more)
{
    auto& at = district();
    auto const desk = at.view("reviewer", "/?kind=legality_review.concluded").at("rows").as_array();
    BOOST_TEST_REQUIRE(!desk.empty());
    auto const id = desk.front().at("case").as_int64();
    auto const people = at.office().people(engine::legal_day(tests::demo_house::now()));
    auto const adviser = std::find_if(people->begin(), people->end(),
                                      [](auto const& one) { return one.name == "苏晓燕"; });
    BOOST_TEST_REQUIRE((adviser != people->end()));
    auto const asked =
        at.json("reviewer", "POST", home_of(id) + "/acts",
                {{"kind", "legality_review.advisers_asked"},
                 {"act_id", "boundaries-ask-for-advice"},
                 {"seen", at.view("reviewer", home_of(id)).at("version")},
                 {"body",
                  {{"advisers", json::array{adviser->person.value}},
                   {"answer_by", engine::to_text(engine::legal_day(tests::demo_house::now()))}}}});
    BOOST_TEST_REQUIRE(asked.status == 201, asked.body);
    auto const page = at.ask("adviser3", "GET", home_of(id) + "/advice");
    BOOST_TEST_REQUIRE(page.status == 200, page.body);
    auto const form = page.body.find(R"(value="legality_review.adviser_withdrew")");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    auto const sent = at.ask("adviser3", "POST", home_of(id) + "/acts",
                             {{"content-type", "application/x-www-form-urlencoded"}},
                             web::to_query({{"csrf", tests::hidden(page.body, "csrf", 0)},
                                            {"kind", "legality_review.adviser_withdrew"},
                                            {"act_id", tests::hidden(page.body, "act_id", form)},
                                            {"seen", tests::hidden(page.body, "seen", form)},
                                            {"back", "advice"},
                                            {"f.adviser", std::to_string(adviser->person.value)},
                                            {"f.reason", "所在律师事务所代理过有关当事人。"}}));
    BOOST_TEST(sent.status == 200, sent.body);
    BOOST_TEST(has(sent.body, "您已退出本案，此后不能再查阅本案"));
    BOOST_TEST(!has(sent.body, "href=\"" + home_of(id)));
    BOOST_TEST(ways_to(at, "adviser3", id) == "");
    BOOST_TEST(at.json("reviewer", "GET", home_of(id)).status == 200);
}

BOOST_AUTO_TEST_CASE(figures_count_for_a_role_what_it_may_look_at)
{
    auto& at = district();
    auto const figures = [&](std::string const& who) {
        std::map<std::string, long long> found;
        auto const page = at.view(who, "/figures?year=2025");
        for (auto const& one : page.at("figures").as_array())
            found[std::string(one.at("indicator").as_string())] = one.at("value").as_int64();
        return found;
    };
    auto const all = figures("reviewer");
    for (auto const& [indicator, value] : figures("executor"))
        BOOST_TEST(value <= all.at(indicator), indicator);
    long long of_adviser = 0;
    long long of_reviewer = 0;
    for (auto const& [indicator, value] : figures("adviser3"))
        of_adviser += value;
    for (auto const& [indicator, value] : all)
        of_reviewer += value;
    BOOST_TEST(of_adviser < of_reviewer);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// The sample district, and a second organ beside it in the same house.
struct two_districts {
    tests::demo_house at;

    two_districts()
    {
        adapters::soci::house_register keeping(at.record());
        auto const now = tests::demo_house::now();
        keeping.add_organ({"dz", "端州区人民政府", "county", "gaoyao", ""}, now);
        keeping.add_unit({"dz_justice", "端州区司法局", "dz"}, now);
        keeping.add_unit({"dz_water", "端州区水务局", "dz"}, now);
        hire(keeping, "dz_reviewer", "温天成", "reviewer", "dz_justice");
        hire(keeping, "dz_head", "夏志远", "head_of_government", "dz_justice");
        hire(keeping, "dz_office", "麦秋实", "office_secretary", "dz_justice");
        hire(keeping, "dz_sponsor", "孔令仪", "sponsor_clerk", "dz_water");
        hire(keeping, "dz_auditor", "莫如山", "auditor", "dz_justice");
    }

    static void hire(adapters::soci::house_register& keeping, std::string const& login,
                     std::string const& name, std::string const& role, std::string const& unit)
    {
        auto const now = tests::demo_house::now();
        adapters::soci::appointment post;
        post.who = keeping.add_person(login, name, adapters::demo::demo_password, now);
        post.role = role;
        post.unit = unit;
        post.from = *engine::parse_day("2026-01-01");
        keeping.add_appointment(post, now);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(two_organs_in_one_house)

BOOST_FIXTURE_TEST_CASE(an_organ_is_a_boundary_by_every_exit, two_districts)
{
    std::set<std::string> families;
    std::vector<long long> looked_at;
    for (long long id = 1; id <= last_case; ++id) {
        auto const entry = entry_of(at, id);
        if (!entry || entry->summary.level == engine::confidentiality::administration)
            continue;
        auto const family = std::string(engine::family_of(entry->head.line.shape));
        // every exit for some of each family, the page of all
        if (families.insert(family + entry->summary.phase).second)
            looked_at.push_back(id);
        for (std::string const who : {"dz_reviewer", "dz_head", "dz_office", "dz_auditor"})
            BOOST_TEST(at.json(who, "GET", home_of(id)).status == 404, who << " " << id);
    }
    BOOST_TEST(looked_at.size() > 15u);
    for (auto const id : looked_at)
        for (std::string const who : {"dz_reviewer", "dz_head"})
            BOOST_TEST(ways_to(at, who, id) == "", who << " " << id);
    for (std::string const who : {"dz_reviewer", "dz_head", "dz_office", "dz_auditor"}) {
        for (std::string const list : {"/", "/cases", "/matters", "/normative-documents"})
            BOOST_TEST(!has(at.json(who, "GET", list).body, "2026-00"), who << " " << list);
        BOOST_TEST(at.view(who, "/figures?year=2025").at("figures").as_array().empty(), who);
        BOOST_TEST(at.view(who, "/reports").at("reports").as_array().empty(), who);
    }
    BOOST_TEST(!has(at.json("dz_office", "GET", "/meetings").body, "JC20"));
    // those at home see what they saw
    BOOST_TEST(!at.view("reviewer", "/").at("rows").as_array().empty());
    BOOST_TEST(!at.view("mayor", "/figures?year=2025").at("figures").as_array().empty());
    BOOST_TEST(at.json("mayor", "GET", home_of(looked_at.front())).status == 200);
}

BOOST_FIXTURE_TEST_CASE(each_organ_has_cases_of_its_own, two_districts)
{
    auto const opened = at.json("dz_sponsor", "POST", "/cases",
                                {{"shape", "major_decision/2019"},
                                 {"act_id", "boundaries-dz-0001"},
                                 {"body",
                                  {{"title", "端州区河道整治方案"},
                                   {"matter", "plan"},
                                   {"proposer", "department"},
                                   {"proposer_name", "端州区水务局"},
                                   {"in_writing", true},
                                   {"main_problem", "防洪标准不足。"},
                                   {"reasons", "同上。"},
                                   {"legal_basis", "同上。"},
                                   {"necessity_and_feasibility", "同上。"},
                                   {"main_measures", "同上。"}}}});
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const id = opened.view().at("case").as_int64();
    for (std::string const who : {"dz_sponsor", "dz_head", "dz_office", "dz_reviewer"})
        BOOST_TEST(at.json(who, "GET", home_of(id)).status == 200, who);
    BOOST_TEST(has(at.json("dz_office", "GET", "/").body,
                   std::string(opened.view().at("number").as_string())));
    for (std::string const who : {"mayor", "office", "reviewer", "sponsor", "auditor"})
        BOOST_TEST(ways_to(at, who, id) == "", who);
    // nobody makes a case of another organ's unit
    auto const given = at.json("dz_reviewer", "POST", "/cases",
                               {{"shape", "legal_matter/2026"},
                                {"act_id", "boundaries-dz-0002"},
                                {"body",
                                 {{"title", "办公用房租赁合同"},
                                  {"legal_kind_is", "contract"},
                                  {"requesting_unit", "water"},
                                  {"received_on", "2026-06-15"},
                                  {"urgency_is", "ordinary"},
                                  {"asked_at_is", "negotiation"},
                                  {"counterparty", "某物业公司"},
                                  {"basis_of_amount", "contract_price"},
                                  {"amount", 12'000'000}}}});
    BOOST_TEST(given.status == 422, given.body);
    BOOST_TEST(has(given.body, "JC-18"), given.body);
    // the public sees both organs, whoever is signed in
    BOOST_TEST(at.ask("dz_head", "GET", "/public/decisions").body ==
               at.ask("mayor", "GET", "/public/decisions").body);
}

BOOST_AUTO_TEST_SUITE_END()
